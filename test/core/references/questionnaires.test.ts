/** Questions of Cyber Essentials, numbered as our controls are, and what other frameworks call a control. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';
import { readingsOf } from '../../support/readings.js';

const policy = '# Update policy (ISO/IEC 27001:2022)\n\n';

const questions: readonly [string, string][] = [
  ['behind the name', 'Within 14 days (Cyber Essentials A6.4, A6.5; IASME A7.4).'],
  ['behind words between', 'As the Cyber Essentials question set asks (A5.10, A7.17, A6.4).'],
  ['with a point, called a question', 'Cyber Essentials question A.7.4 asks for it.'],
  ['before the name', 'Updates: A6.4 (Cyber Essentials). See A6.4 and A6.5 of Cyber Essentials.'],
  ['below a lead-in', 'Questions of Cyber Essentials:\n\n- A5.10 locks\n- A6.4 updates'],
  ['in German', 'Geräte sperren sich (Cyber Essentials, Fragen A5.10 und A6.4).'],
];
const ours: readonly [string, string, readonly string[]][] = [
  ['with the standard beside them', 'ISO 27001 A8.8 and Cyber Essentials A6.4.', ['A.8.8']],
  ['with their point', '(Cyber Essentials A6.4; A.8.8)', ['A.8.8']],
  ['beside the name alone', 'We have Cyber Essentials and A8.15 in place.', ['A.8.15']],
  ['before another name', 'A8.8 and Cyber Essentials A6.4.', ['A.8.8']],
  ['behind its brackets', 'ISO 27001 (A8.8), Cyber Essentials (A6.4), A.5.17.', ['A.8.8', 'A.5.17']],
  ['below a sentence that names it', 'We have Cyber Essentials.\n\n- Logs: A8.15', ['A.8.15']],
];

describe('questions of Cyber Essentials', () => {
  for (const [name, text] of questions)
    it(`are no controls: ${name}`, () => assert.deepEqual(readingsOf(policy + text), []));
  for (const [name, text, expected] of ours)
    it(`leave controls alone: ${name}`, () => assert.deepEqual(readingsOf(policy + text), expected));
});

describe('what another framework calls a control', () => {
  const below = (head: string, cell: string): string =>
    readIds(`# Questions (ISO/IEC 27001:2022)\n\n| Question | ${head} |\n|---|---|\n| Is it kept? | ${cell} |\n`);

  it('may stand in brackets behind it, below a head that says that numbers are of ISO', () => {
    for (const gloss of ['VDA ISA 8.1.1', 'PCI DSS 10.2', 'NIST AU-2', 'CIS 6.3'])
      assert.equal(below('ISO ref.', `8.15, 8.16 (${gloss})`), '27001 A.8.15, 27001 A.8.16', gloss);
    assert.equal(below('ISO 27001', '8.15 (PCI DSS 10.2)'), '27001 A.8.15');
  });

  it('is told from a number of that framework', () => {
    assert.equal(below('ISO ref.', '8.1 (CIS)'), '');
    assert.equal(below('Reference', '8.15 (CIS 1.4)'), '');
  });
});
