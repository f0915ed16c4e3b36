import assert from 'node:assert/strict';
import { fixAll, quickFixes } from '../../../server/src/core/features/quickFixes.js';
import { checkDocument } from '../../../server/src/core/rules/run.js';
import { applyTo } from '../../support/applyEdits.js';
import { type Files, makeSnapshot } from '../../support/workspace.js';

const soa = 'standards:\n  99001: { edition: 2020 }\n';

function open(text: string, others: Files = { 'soa.yaml': soa }) {
  const snapshot = makeSnapshot({ ...others, 'policy.md': text });
  const document = snapshot.documents.get('policy.md')!;
  return { document, findings: checkDocument(document, snapshot) };
}

/** The text after fix-all, and again until nothing is left to do. */
function fixedAll(text: string): string {
  let current = text;
  for (let round = 0; round < 5; round++) {
    const edits = fixAll(open(current).findings);
    if (edits.length === 0) return current;
    current = applyTo('policy.md', current, edits);
  }
  throw new Error('fix-all does not come to an end');
}

describe('quick fixes', () => {
  const text = 'Doors (ISO 99001 A.9.1.1), fences (ISO 99001 A.18.2.3).\n';

  it('are those of the findings at the range', () => {
    const { findings } = open(text);
    const titles = (offset: number) => quickFixes(findings, { start: offset, end: offset }).map((fix) => fix.title);
    assert.deepEqual(titles(text.indexOf('A.9.1.1')), ['Replace with A.5.2 (Keys and locks)']);
    assert.deepEqual(titles(text.indexOf('A.18')), [
      'Replace with A.5.2 (Keys and locks)',
      'Replace with A.6.1 (Hedges)',
    ]);
    assert.deepEqual(titles(0), []);
  });

  it('know their finding', () => {
    const { findings } = open(text);
    assert.equal(quickFixes(findings, { start: 0, end: text.length })[0]!.finding.code, 'superseded-edition');
  });
});

describe('fix-all', () => {
  it('applies what is beyond doubt and nothing else', () => {
    assert.equal(
      fixedAll('Doors (ISO 99001 A.9.1.1), fences (ISO 99001 A.18.2.3), guests (ISO/IEC 99001:2020 A.12.6.1).\n'),
      'Doors (ISO 99001 A.5.2), fences (ISO 99001 A.18.2.3), guests (ISO/IEC 99001:2020 A.5.3).\n',
    );
  });

  it('removes duplicates, quotes numbers and moves old tags in one list', () => {
    assert.equal(
      fixedAll('---\ncontrols: [99001:A.12.6.1, 99001:A.5.2, 99001:A.5.2, 99001:A.9.1.1]\n---\n# House\n'),
      '---\ncontrols: [99001:A.5.3, 99001:A.5.2]\n---\n# House\n',
    );
  });

  it('leaves alone what names the older edition, what is quoted and what is no longer in force', () => {
    const texts = [
      'ISO/IEC 99001:2010 A.12.6.1 and A.9.1.1 hold.\n',
      'Guests follow A.12.6.1 of ISO/IEC 99001:2010, or what took its place.\n',
      '# House rules (ISO/IEC 99001:2010)\n\n| Control | Applies |\n|---|---|\n| A.12.6.1 | yes |\n',
      '---\niso99001_2010: [A.12.6.1]\n---\n# Guests\n\nISO/IEC 99001:2020\n',
      '# Guests\n\nThe landlord writes: “Guests sign in as ISO 99001 A.12.6.1 wants.”\n',
      '---\nstatus: retired\n---\n# Guests\n\nGuests sign in (ISO 99001 A.12.6.1).\n',
      '> **WITHDRAWN** on 1 May 2021.\n\n# Guests\n\nGuests sign in (ISO 99001 A.12.6.1).\n',
    ];
    for (const one of texts) assert.equal(fixedAll(one), one);
  });

  it('never makes overlapping edits', () => {
    const { findings } = open('---\ncontrols: [99001:A.5.2, 99001:A.5.2, 99001:A.5.2]\n---\n# House\n');
    const edits = fixAll(findings);
    for (let i = 1; i < edits.length; i++) assert.ok(edits[i]!.span.start >= edits[i - 1]!.span.end);
  });
});
