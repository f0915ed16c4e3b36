/** A chapter behind the short name of a management system is one of the manual or policy that the words before it name. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

describe('a chapter right behind the name of a management system', () => {
  const about = '# Rules (ISO/IEC 27001:2022)\n\n';

  it('is of the text that the words before it name', () => {
    for (const words of [
      'příručce ISMS, kap. 4.5',
      'håndbog for ISMS, kap. 4.5',
      'procedurze ISMS kap. 12.3',
      'Dokument ISMS, Kapitel 4.5',
    ])
      assert.equal(readIds(`${about}Xyz ${words}. A.5.7.\n`), '27001 A.5.7', words);
  });

  it('is of the standard behind a word for its clauses, and in brackets', () => {
    assert.equal(readIds(`${about}The ISMS clause 9.2.\n`), '27001 9.2');
    assert.equal(readIds(`${about}Das ISMS, Normkapitel 9.3.\n`), '27001 9.3');
    assert.equal(readIds(`${about}Audit des ISMS (Kapitel 9.2).\n`), '27001 9.2');
  });
});
