/** A clause, and several standards of which it is one, told behind it. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

describe('a clause of several standards', () => {
  it('is one of each behind "of the standards"', () => {
    const each = '27001 9.2, 42001 9.2';
    for (const text of [
      'The programme meets clause 9.2 of the standards ISO/IEC 27001:2022 and ISO/IEC 42001:2023.',
      'Das Programm erfüllt Klausel 9.2 der Normen ISO/IEC 27001:2022 und ISO/IEC 42001:2023.',
      'Het programma voldoet aan clausule 9.2 van de normen ISO/IEC 27001:2022 en ISO/IEC 42001:2023.',
    ])
      assert.equal(readIds(`# Programme\n\n${text}\n`), each, text);
  });

  it('is one of each behind "of each of these standards"', () => {
    const title = '# Beleid (ISO/IEC 27001:2022, ISO/IEC 42001:2023)\n\n';
    for (const text of [
      'Paragraaf 5.2 van elk van deze normen geldt.',
      'El apartado 5.2 de cada una de estas normas.',
      'Clause 5.2 of each one of these standards.',
    ])
      assert.equal(readIds(`${title}${text}\n`), '27001 5.2, 42001 5.2', text);
  });

  it('is of one where brackets behind it say "only"', () => {
    const title = '# Risiken (ISO/IEC 27001:2022, ISO/IEC 42001:2023)\n\n';
    assert.equal(readIds(`${title}Bewertet nach Klausel 6.1.2 (nur ISO/IEC 42001).\n`), '42001 6.1.2');
    const text = 'Nach Klausel 8.2 der beiden Normen bearbeitet; die Abschätzung nach 8.4 (nur ISO/IEC 42001).';
    assert.equal(readIds(`${title}${text}\n`), '27001 8.2, 42001 8.2, 42001 8.4');
  });
});

describe('German words for clauses in other cases', () => {
  it('are read as in the nominative', () => {
    const read = (text: string): string => readIds(`# Bericht\n\n${text}\n`);
    assert.equal(read('Zu den Abschnitten 8.1 und 8.3 der ISO/IEC 27001:2022 fehlt etwas.'), '27001 8.1, 27001 8.3');
    assert.equal(read('Wegen des Abschnitts 9.2 der ISO/IEC 42001:2023.'), '42001 9.2');
    const below = readIds('# Bericht\n\n## ISO/IEC 27001:2022\n\nGeprüft nach den Kapiteln 9.1 und 9.2.\n');
    assert.equal(below, '27001 9.1, 27001 9.2');
  });
});

describe('numbers that a standard is named for', () => {
  const read = (text: string): string => readIds(`# Register\n\n${text}\n`);

  it('are all of a list or range before it, behind another standard too', () => {
    const list = '42001 A.10.3, 27001 A.5.19, 27001 A.5.20, 27001 A.5.22';
    for (const text of [
      'A.10.3 (Suppliers) of ISO 42001 and 5.19, 5.20 and 5.22 of ISO 27001 apply.',
      'A.10.3 de ISO 42001 y 5.19, 5.20 y 5.22 de ISO 27001.',
      'A.10.3 aus ISO 42001 sowie 5.19, 5.20 und 5.22 der ISO 27001.',
    ])
      assert.equal(read(text), list, text);
    assert.equal(read('Siehe 5.19–5.21 der ISO 27001.'), '27001 A.5.19+A.5.20+A.5.21');
    assert.equal(read('Versions 7.1, 7.2 and 8.1 of the tool; ISO 27001.'), '');
  });

  it('are examples in brackets behind it', () => {
    for (const words of ['e.g.', 'bijv.', 'z. B.', 'p. ex.', 'p. ej.', 'for example', 'beispielsweise'])
      assert.equal(read(`ISO/IEC 27001:2022 (${words} 9.2, 9.3).`), '27001 9.2, 27001 9.3', words);
    for (const text of ['ISO 27001 for 8.5 years', 'ISO 27001 per 4.5 ha', 'ISO 27001 H2 2025', 'ISO 27001 e 9.2'])
      assert.equal(read(text), '', text);
  });

  it('are the clauses at the end of brackets that say what an amendment is about', () => {
    const clauses = '27001 4.1, 27001 4.2';
    assert.equal(read('Amendment 1:2024 of ISO/IEC 27001:2022 (climate change, 4.1 and 4.2): none.'), clauses);
    assert.equal(read('ISO/IEC 27001:2022 (Amd 1:2024, climate, 4.1, 4.2)'), clauses);
    for (const gloss of ['maturity, 4.2', 'stage 2, 9.5 days', 'since 2019, 4.2 km', 'four sites, 14.1'])
      assert.equal(read(`ISO/IEC 27001:2022 (${gloss})`), '', gloss);
  });

  it('are behind "par.", "art." and "chap." as behind the whole words', () => {
    for (const text of ['ISO 27001 par. 9.2 en 9.3', 'ISO 27001, art. 9.2 et 9.3', 'ISO 27001, chap. 9.2 et 9.3'])
      assert.equal(read(text), '27001 9.2, 27001 9.3', text);
    for (const text of [
      'ISO 27701, art. 5 du RGPD',
      'Art. 6.1.f RGPD, ISO 27701',
      'ISO 27001: state of the art 8.20',
      'Couvert par 8.15, ISO 27001',
      'Zie Handboek, par. 5.3. ISO 27001.',
    ])
      assert.equal(read(text), '', text);
    assert.equal(read('A state of the art A.8.20 for ISO/IEC 27001.'), '27001 A.8.20');
  });
});
