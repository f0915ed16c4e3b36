/** "Nr. 9.3": what German authorities call a part of a text by, and everybody else the number of anything. */
import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

const title = '# Rollen (ISO/IEC 27001:2022)\n\n';
const column = '| Rolle | Norm |\n|---|---|\n| Leitung | Nr. 5.1, Nr. 9.3 |\n| Revision | Nr. 9.2, A.5.35 |\n\n';
const ofColumn = ['27001 5.1', '27001 9.3', '27001 9.2', '27001 A.5.35'];

describe('a number behind "Nr."', () => {
  it('is a clause below "Norm", and from then on in brackets and behind "nach"', () => {
    assert.deepEqual(idsRead(title + column), ofColumn);
    for (const [text, ids] of [
      ['Die Leitung stellt Mittel bereit (Nr. 7.1).', ['27001 7.1']],
      ['Sie bewertet nach Nr. 9.3 und entscheidet (Nr. 6.1.3 Buchst. f).', ['27001 9.3', '27001 6.1.3 f']],
      ['Er beurteilt Risiken (Nr. 6.1.2, Nr. 8.2).', ['27001 6.1.2', '27001 8.2']],
      ['Gemäß Nr. 7.3 wird geschult.', ['27001 7.3']],
    ] as const)
      assert.deepEqual(idsRead(title + column + text), [...ofColumn, ...ids], text);
  });

  it('is one in a document that has called a clause of the standard so', () => {
    const text = 'Audits regelt Nr. 9.2 der Norm. Die Leitung bewertet (Nr. 9.3).';
    assert.deepEqual(idsRead(title + text), ['27001 9.2', '27001 9.3']);
  });

  it('is a number of anything elsewhere', () => {
    for (const text of [
      'Die Rechnung (Nr. 9.1) und die Akte (Nr. 5.2) liegen vor.',
      'Gebühren nach Nr. 7.1 des Verzeichnisses.',
      '| Nr. | Rolle |\n|---|---|\n| Nr. 5.1 | Leitung |\n',
      '| Vertrag | Rolle |\n|---|---|\n| Nr. 5.1 | Leitung |\n',
      'Vedi (nr. 9.3).',
    ])
      assert.deepEqual(idsRead(title + text), [], text);
    for (const text of ['Rechnung Nr. 9.1 ist bezahlt.', 'Nach Nr. 5.2 der Richtlinie.', '(Nr. 4.2 des Vertrags)'])
      assert.deepEqual(idsRead(title + column + text), ofColumn, text);
  });

  it('goes on in a list of controls of the annex', () => {
    const text = 'Anhang A Nr. 8.6 (Kapazität), Nr. 8.9 (Konfiguration), Nr. 8.13 und Nr. 8.32 gelten.';
    assert.deepEqual(idsRead(title + text), ['27001 A.8.6', '27001 A.8.9', '27001 A.8.13', '27001 A.8.32']);
  });
});
