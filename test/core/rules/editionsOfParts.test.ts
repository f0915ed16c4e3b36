/** Parts of a document that say that they are of the older edition, in a document that is of the newest. */
import assert from 'node:assert/strict';
import { allFindings } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

const report = '# Audit report\n\nCriteria: ISO/IEC 27001:2022. Sampled: A.8.15, A.5.7.\n\n';

/** What superseded-edition says of each number in a workspace without soa.yaml: `warning A.9.4.3`. */
function found(text: string, others: Record<string, string> = {}): string[] {
  const snapshot = makeSnapshot({ 'policy.md': text, ...others }, { catalog: catalogOfProject() });
  return allFindings(snapshot)
    .filter(({ code }) => code === 'superseded-edition')
    .map(({ severity, span }) => `${severity} ${text.slice(span.start, span.end)}`);
}

const silent: readonly [string, string][] = [
  [
    'below a heading with the name',
    '## Findings of 2024 (ISO/IEC 27001:2013)\n\n- NC-1, A.11.2.4: closed\n- A.9.2 open\n',
  ],
  ['below a section of such a heading', '## Findings (ISO/IEC 27001:2013)\n\n### Doors\n\nA.11.2.4 is closed.\n'],
  ['below a long heading with the year', '## What the audit of 2024 found (2013 edition)\n\n- A.11.2.4: closed\n'],
  ['in German', '## Was im Audit 2024 noch offen war, nach der Ausgabe von 2013\n\nA.11.2.4: erledigt\n'],
  ['in French', '## Ce que l’audit de 2024 a constaté (édition 2013)\n\nA.11.2.4 : clos\n'],
  ['behind a lead-in', 'The following were found (still against the 2013 edition):\n\n- A.11.2.4: closed\n- A.9.1.1\n'],
  [
    'in a table behind one',
    'Offen (nach Ausgabe 2013 geführt):\n\n| Control | Stand |\n|---|---|\n| A.11.2.4 | offen |\n',
  ],
  ['behind a lead-in with the name', 'Found against ISO/IEC 27001:2013:\n\n- A.11.2.4: closed\n- A.9.1.1\n'],
  [
    'of a text that is replaced',
    'This policy replaces POL-5 v1.3 (reference: ISO/IEC 27001:2013, A.9.1.1, A.9.4.3).\n',
  ],
  ['of a text in German', 'Diese Richtlinie ersetzt RL-005 v1.3 (Bezug: ISO/IEC 27001:2013, A.9.1.1, A.9.4.3).\n'],
  ['with the year in brackets', 'Doors were A.11.1.2 [2013].\n'],
];

describe('an older edition named in a sentence', () => {
  it('is that of its numbers alone where a field says the edition of the document', () => {
    const closed = 'The findings of 2024 (ISO/IEC 27001:2013) are closed: A.11.2.4, A.9.1.1.\n';
    assert.deepEqual(found(`# Report\n\nStandard: ISO/IEC 27001:2022. A.5.7 is new.\n\n${closed}`), []);
    assert.deepEqual(found(`# Report\n\nCriteria: ISO/IEC 27001:2022\n\n## Findings\n\n${closed}`), []);
    assert.equal(found(`# Report\n\nSampled: A.5.7, A.8.8, A.5.23\n\n${closed}`).length > 0, true);
  });
});

const warned: readonly [string, string][] = [
  [
    'below headings that name both',
    '## Our transition from the 2013 edition of it to 2022, in time\n\nFollow A.9.4.3.\n',
  ],
  [
    'in a section behind',
    '## Findings (ISO/IEC 27001:2013)\n\nA.11.2.4 is closed.\n\n## Passwords\n\nFollow A.9.4.3.\n',
  ],
  [
    'behind the list of a lead-in',
    'Found against ISO/IEC 27001:2013:\n\n- A.11.2.4\n\n## Passwords\n\nFollow A.9.4.3.\n',
  ],
  [
    'in rows of the newer edition behind a sentence on the older',
    'We worked by ISO/IEC 27001:2013 for years.\n\n| Standard | Control |\n|---|---|\n| ISO/IEC 27001:2022 | A.9.4.3 |\n',
  ],
];

describe('parts of a document that are of an older edition', () => {
  for (const [name, text] of silent) it(`are records ${name}`, () => assert.deepEqual(found(report + text), []));

  for (const [name, text] of warned)
    it(`are not ${name}`, () => assert.deepEqual(found(report + text), ['warning A.9.4.3']));

  it('are not titles', () => {
    const body = '\n\nWe move to ISO/IEC 27001:2022 next year.\n\nPasswords follow A.9.4.3 and A.9.2.3.\n';
    for (const title of [
      '# Statement (ISO/IEC 27001:2013)',
      '---\ntitle: Statement ISO/IEC 27001:2013\n---\n\n## Controls',
    ])
      assert.deepEqual(found(title + body), ['information A.9.4.3']);
  });

  it('are not what stands beside what replaces, nor numbers that are asked of users today', () => {
    for (const text of [
      'POL-3 was replaced by POL-9 (ISO/IEC 27001:2013, A.9.4.3).\n',
      'Passkeys replace passwords (ISO/IEC 27001:2013, A.9.4.3).\n',
    ])
      assert.deepEqual(found(report + text), ['information A.9.4.3']);
  });

  it('have no say in what the folder works by', () => {
    const row = '| Standard | Control |\n|---|---|\n| ISO/IEC 27001:2022 | A.9.4.3 |\n';
    const replaced = 'This policy replaces POL-5 v1.3 (ISO/IEC 27001:2013, A.9.1.1, A.9.4.3).\n\n';
    const others = { 'logs.md': '# Logs\n\nISO/IEC 27001:2022 A.8.15, A.5.7.\n' };
    assert.deepEqual(found(`# Passwords\n\n${row}`, others), ['warning A.9.4.3']);
    assert.deepEqual(found(`# Passwords\n\n${replaced}${row}`, others), ['warning A.9.4.3']);
  });
});
