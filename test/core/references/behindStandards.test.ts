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
