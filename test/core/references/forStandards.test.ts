/** "A.5.1 for 27001, A.2.2 for 42001": the standard that stands behind "for" is that of the number before it. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

const title = '# Manual\n\nScope: ISO/IEC 27001:2022 and ISO/IEC 42001:2023.\n\n';

describe('numbers for a standard each', () => {
  it('are of the standard behind them', () => {
    const each = '27001 A.5.2, 42001 A.3.2';
    for (const text of [
      'Roles are assigned (A.5.2 for 27001, A.3.2 for 42001).',
      'Rollen sind zugewiesen (A.5.2 für ISO 27001, A.3.2 für ISO 42001).',
      "Les rôles sont attribués (A.5.2 pour l'ISO 27001, A.3.2 pour l'ISO 42001).",
      'Los roles (A.5.2 para la ISO 27001, A.3.2 para la ISO 42001).',
      'Roles: A.5.2 for ISO/IEC 27001 and A.3.2 for ISO/IEC 42001.',
    ])
      assert.equal(readIds(`${title}${text}\n`), each, text);
    const same = readIds(`${title}- Sources: A.8.4 for 27001, A.8.4 for 42001\n`);
    assert.equal(same, '27001 A.8.4, 42001 A.8.4');
  });

  it('are so in lists and as clauses', () => {
    const read = (text: string): string => readIds(`${title}${text}\n`);
    const lists = read('We prepared A.5.2, A.5.3 for ISO 27001; A.3.2 and A.3.3 for ISO 42001.');
    assert.equal(lists, '27001 A.5.2, 27001 A.5.3, 42001 A.3.2, 42001 A.3.3');
    const clauses = read('Risks (clause 6.1.2 for ISO 27001, clause 6.1.4 for ISO 42001) are rated.');
    assert.equal(clauses, '27001 6.1.2, 42001 6.1.4');
    assert.equal(read('Letters: 6.1.3 d) for ISO 27001, 6.1.3 f) for ISO 42001.'), '27001 6.1.3 d, 42001 6.1.3 f');
    assert.equal(read('Clause 9.2 for ISO/IEC 27001 and ISO/IEC 42001.'), '27001 9.2, 42001 9.2');
  });

  it('are wrong in that one if it has no such number', () => {
    const text = 'Roles are assigned (A.5.2 for 27001, A.2.9 for 42001).';
    assert.equal(readIds(`${title}${text}\n`), '27001 A.5.2, 42001 A.2.9 missing');
  });
});

describe('a control that is used for another standard', () => {
  it('is of the one that stands before it, or that the text is about', () => {
    const read = (text: string): string => readIds(`# ISMS (ISO/IEC 27001:2022)\n\n${text}\n`);
    assert.equal(read('The register of A.5.9 for ISO/IEC 42001 is the same.'), '27001 A.5.9');
    assert.equal(read('We use 27001 A.5.15 for ISO 42001 as well.'), '27001 A.5.15');
  });
});
