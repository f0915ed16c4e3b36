/** What a standard named just before has none of, or has only had as a heading of controls. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

describe('a number that the standard named before had only as a heading of controls', () => {
  it('is of the standard of the title, where that has it', () => {
    const title = '# ISO/IEC 42001 gap assessment\n\n';
    assert.equal(
      readIds(`${title}Suppliers are assessed under ISO 27001 A.5.19; A.10.1 is missing.\n`),
      '27001 A.5.19, 42001 A.10.1',
    );
    assert.equal(
      readIds(`${title}Logs are kept by the 27001 process (A.8.15). A.10.1 is open; A.9.1 neither.\n`),
      '27001 A.8.15, 42001 A.10.1, 42001 A.9.1',
    );
    assert.equal(readIds(`${title}As in ISO 27001:2013, A.10.1 holds.\n`), '27001 A.10.1 missing');
  });
});

describe('a guideline in the sentence before', () => {
  it('has no clause of three numbers that a standard of the document has', () => {
    const text = '# Documentation\n\nWe apply ISO/IEC 42001:2023.\n\nRisks are managed with ISO/IEC 23894. ';
    assert.equal(readIds(`${text}The impact assessment (see clause 6.1.4) is done.\n`), '42001 6.1.4');
    assert.equal(readIds(`${text}Treatment: clause 6.5.1.\n`), '23894 6.5.1');
    assert.equal(readIds(`${text.replace('ISO/IEC 23894', 'ISO 9001')}Planning: clause 6.1.2.\n`), '9001 6.1.2');
  });
});
