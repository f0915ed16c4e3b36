/** A Statement of Applicability that is a list of bare numbers, and lists that number something else. */
import assert from 'node:assert/strict';
import { checkRule } from '../../support/checkRules.js';
import { readingsOf } from '../../support/readings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const inScope = { catalog: catalogOfProject(), settings: { standards: ['27001:2022'] } };

function read(...lines: string[]): string[] {
  return readingsOf(`${lines.join('\n')}\n`, []);
}

const title = '# Statement of Applicability (ISO/IEC 27001:2022)\n';

describe('a list of bare numbers', () => {
  it('is one of controls, with their titles or with whether they apply', () => {
    const ids = ['A.5.29', 'A.5.1', 'A.5.39', 'A.8.13'];
    const titled = [
      '- **5.29 ICT readiness for business continuity** — in place',
      '- **5.1 Policies for information security** — in place',
      '- 5.39 Something new: planned',
      '- 8.13 Information backup: in place',
    ];
    assert.deepEqual(read(title, '## Annex A controls\n', ...titled), ids);
    assert.deepEqual(read('# Measures (ISO/IEC 27001:2022)\n', '## Controls\n', ...titled), ids);
    assert.deepEqual(read('# Report (ISO/IEC 27001:2022)\n', 'These Annex A controls apply:\n', ...titled), ids);
    const applicable = ['- 5.29: applicable', '- 5.1: excluded', '- 5.39: not applicable', '- [x] 8.13: applicable'];
    assert.deepEqual(read(title, ...applicable), ids);
    const german = ['* 5.29 Störungen – anwendbar', '* 8.13 Sicherung – ja', '* 8.35 Neues – nicht anwendbar'];
    assert.deepEqual(read('# Erklärung zur Anwendbarkeit (ISO/IEC 27001:2022)\n', '## Maßnahmen\n', ...german), [
      'A.5.29',
      'A.8.13',
      'A.8.35',
    ]);
    const nested = [
      '- **Organizational**',
      '  - 5.7 Threats: yes',
      '  - 5.11 Return: no',
      '- **People**',
      '  - 6.3 Talks: yes',
    ];
    assert.deepEqual(read(title, ...nested), ['A.5.7', 'A.5.11', 'A.6.3']);
  });

  it('has wrong titles and numbers that do not exist found', () => {
    const text = `${title}
- 5.29 ICT readiness for business continuity: yes
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: A.5.29 of 27001:2022 is “Information security during disruption”; “ICT readiness for business continuity” beside it is the title of A.5.30. One of the two is wrong: an auditor cannot tell which control is meant.
- 5.1 Policies for information security: yes
- 8.13 Information backup: yes
`;
    checkRule('title-mismatch', text, inScope);
    const unknown = `${title}
- 5.1 Policies for information security: yes
- 5.39 Cloud: no
  ^^^^ error: 27001:2022 has no A.5.39. …
- 8.13 Information backup: yes
`;
    checkRule('unknown-reference', unknown, inScope);
  });

  it('is none where it counts sections, versions or clauses', () => {
    const contents = ['- 5.1 Introduction', '- 5.2 Method', '- 5.3 Results'];
    assert.deepEqual(read(title, '## Contents\n', ...contents), []);
    assert.deepEqual(read(title, ...contents, '', '## 5.1 Introduction\n', '## 5.2 Method'), []);
    const history = ['- 5.1 applicable controls updated', '- 5.2 excluded two', '- 5.3 new owners'];
    assert.deepEqual(read(title, '## History\n', ...history), []);
    const own = ['- 5.1 Our policies', '- 5.2 Our roles and responsibilities', '- 5.3 Our doors'];
    assert.deepEqual(read('# Manual (ISO/IEC 27001:2022)\n', '## 5 Controls\n', ...own), []);
    assert.deepEqual(read('# Manual (ISO/IEC 27001:2022)\n', '## Technical controls\n', ...contents), []);
    assert.deepEqual(read(title, 'Clauses of the standard:\n', '- 5.1 Leadership: yes', '- 5.2 Policy: yes'), [
      '5.1',
      '5.2',
    ]);
    const chapters = ['- 5.1 Policies for information security', '- 5.2 Scope', '- 5.11 Terms'];
    assert.deepEqual(read(title, ...chapters, '', '## 5.2 Scope\n', '## 5.11 Terms'), ['A.5.1'], 'one title is exact');
  });

  it('is one below a heading that only names the standard, where most items have the titles of controls', () => {
    const about = '# Data integrity\n';
    const items = ['- 5.15 - Access control', '- 8.13 - Information backup', '- 8.16 - Logs', '- 8.42 - Masks'];
    const ids = ['A.5.15', 'A.8.13', 'A.8.16', 'A.8.42'];
    for (const head of [
      '## What applies from ISO 27001:2022\n',
      '## ISO/IEC 27001:2022\n',
      'From ISO/IEC 27001:2022 we take:\n',
    ])
      assert.deepEqual(read(about, head, ...items), ids, head);
    const steps = ['- 5.1 Write it down', '- 5.2 Tell people: applicable', '- 8.13 Backups of all servers: applicable'];
    assert.deepEqual(read(about, '## Steps to ISO 27001\n', ...steps), []);
    assert.deepEqual(read(about, '## Clauses of ISO 27001\n', ...items), ['A.5.15', 'A.8.13'], 'exact titles');
  });

  it('is none of another framework, or of no standard', () => {
    const items = ['- 5.1 Accounts: applicable', '- 5.4 Admins: applicable', '- 5.6 Directory: applicable'];
    assert.deepEqual(read('# Hardening\n', '## CIS controls\n', ...items), []);
    assert.deepEqual(read('# ISO/IEC 27001:2022 and more\n', '## CIS controls\n', ...items), []);
    assert.deepEqual(read('# Plan\n', '## Controls\n', ...items), []);
  });

  it('is one below "Annex A" whatever its items are called, where some numbers only controls have', () => {
    const items = ['- [x] 5.7 Bedrohungen', '- [ ] 5.23 Wolken', '- 7.4 Kameras', '- 8.35 Drohnen'];
    const ids = ['A.5.7', 'A.5.23', 'A.7.4', 'A.8.35'];
    const below = (heading: string, ...list: string[]): string[] =>
      read('# Prüfung (ISO/IEC 27001:2022)\n', `## ${heading}\n`, ...list);
    for (const heading of ['Anhang A', 'Annex A', 'Annex A controls', 'Annexe A'])
      assert.deepEqual(below(heading, ...items), ids, heading);
    assert.deepEqual(below('Anhang A – Belege und Listen', ...items), []);
    assert.deepEqual(below('Anhang A', '- 5.1 Ziel', '- 5.2 Weg', '- 7.1 Zeit'), [], 'all are clauses');
    assert.deepEqual(below('Anhang A', '- 5.6 Ziel', '- 5.7 Weg', '- 5.8 Zeit'), [], 'counted up');
    assert.deepEqual(read('# Prüfung\n', '## Anhang A\n', ...items), [], 'no standard');
  });
});
