/** Clauses of a standard of ours beside one that we do not have: "in both", "together with ISO 9001". */
import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

describe('a clause "in both standards"', () => {
  it('is that of ours, where the sentence names another one beside it', () => {
    for (const sentence of [
      'ISO 27001 clause 9.2 and ISO 22301 clause 9.2 were checked; the review is clause 9.3 in both standards.',
      'ISO 22301 clause 9.2 and ISO 27001 clause 9.2 were checked; the review is clause 9.3 of both standards.',
      'ISO 27001 Klausel 9.2 und ISO 9001 Klausel 9.2 sind erfüllt; die Bewertung ist Klausel 9.3 beider Normen.',
    ])
      assert.deepEqual(idsRead(`# Report\n\n${sentence}\n`), ['27001 9.2', '27001 9.3'], sentence);
  });

  it('is none of ours where both are others', () => {
    const text =
      '# Report (ISO 27001)\n\nISO 9001 clause 9.2 and ISO 22301 clause 9.2; clause 9.3 in both standards.\n';
    assert.deepEqual(idsRead(text).length, 0);
  });
});

describe('what is done together with another standard', () => {
  it('is what the document is about', () => {
    for (const sentence of [
      'The audit (9.2) is done together with ISO 9001, the review (9.3) in May. Skills are clause 7.2.',
      'Das Audit (9.2) erfolgt gemeinsam mit der ISO 9001, die Bewertung (9.3) im Mai. Können ist Klausel 7.2.',
      'L’audit (9.2) se fait conjointement avec l’ISO 9001, la revue (9.3) en mai. Clause 7.2.',
    ])
      assert.deepEqual(
        idsRead(`# Manual (ISO/IEC 27001:2022)\n\n${sentence}\n`),
        ['27001 9.2', '27001 9.3', '27001 7.2'],
        sentence,
      );
  });

  it('leaves the clauses right beside the other standard to it', () => {
    const text = '# Manual (ISO/IEC 27001:2022)\n\nDone together with ISO 9001 clause 8.5; see ISO 9001, clause 8.6.\n';
    assert.deepEqual(idsRead(text), []);
  });
});
