/** A standard behind an id and one short word of any language is the standard of that id, before one that is named earlier. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

const both = 'ISO/IEC 27001:2022, ISO/IEC 42001:2023.\n\n';

describe('a standard behind an id and one short word', () => {
  it('is that of the id', () => {
    const each = '27001 A.8.4, 42001 A.8.4';
    assert.equal(readIds(`# Regler\n\n${both}Vekter: A.8.4 i 27001, ikke A.8.4 i 42001.\n`), each);
    assert.equal(readIds(`# Reguły\n\n${both}Kod: A.8.4 z ISO/IEC 27001, incydent: A.8.4 z ISO/IEC 42001.\n`), each);
    assert.equal(
      readIds(`# Reguli\n\n${both}Cod: A.8.4 din ISO/IEC 27001, incident: A.8.4 din ISO/IEC 42001.\n`),
      each,
    );
    assert.equal(readIds(`# Rules\n\n${both}Code: A.8.4 in 27001, incidents: A.8.4 in 42001.\n`), each);
  });

  it('is another one behind a word that joins or compares them, and where the phrase goes on', () => {
    const text = `# Reguły ISO/IEC 27001:2022\n\nStosujemy A.5.15 i ISO/IEC 42001. Stosujemy A.5.16 oraz ISO/IEC 42001.\n`;
    assert.equal(readIds(text), '27001 A.5.15, 27001 A.5.16');
    assert.equal(readIds('# Regeln ISO/IEC 27001:2022\n\nZugang: A.8.4 wie ISO/IEC 42001.\n'), '27001 A.8.4');
    assert.equal(readIds('# Reguły ISO/IEC 27001:2022\n\nWg A.5.15 dla ISO/IEC 42001 robimy audyt.\n'), '27001 A.5.15');
  });
});
