/** A number before its exact title in a sentence: `We exclude 8.30 Outsourced development.` */
import assert from 'node:assert/strict';
import { readingsOf } from '../../support/readings.js';

function isms(sentence: string): string[] {
  return readingsOf(`# ISO/IEC 27001:2022 at the mill\n\n${sentence}\n`);
}

describe('a number with its title in a sentence', () => {
  it('is the control, or the clause, of that number', () => {
    for (const sentence of [
      'We leave out 8.30 Outsourced development and 7.4 Physical security monitoring.',
      'We leave out 8.30 *Outsourced development* and 7.4 *Physical security monitoring*.',
      'Nicht dabei sind 8.30 Outsourced development und 7.4 Physical security monitoring. Alles andere gilt.',
      'Beside 8.30 Outsourced development, 7.4 Physical security monitoring (since May) is new.',
    ])
      assert.deepEqual(isms(sentence), ['A.8.30', 'A.7.4'], sentence);
    assert.deepEqual(isms('We begin with 9.3 Management review.'), ['9.3']);
  });

  it('is nothing where it is a version, a section, or has only a part of the title, a title of one word or one of an older edition', () => {
    for (const sentence of [
      'We run release 8.30 Outsourced development.',
      'It stands in section 8.30 Outsourced development.',
      'We saved 8.30 outsourced development hours.',
      'Our tool wants 8.15 Logging and more.',
      'The template says 10.1 Nonconformity and corrective action.',
    ])
      assert.deepEqual(isms(sentence), [], sentence);
  });

  it('is so behind a label', () => {
    assert.deepEqual(isms('R-22: 12; treatment: 8.12 Data leakage prevention.'), ['A.8.12']);
    assert.deepEqual(isms('Treatment: 8.12 (Data leakage prevention), 8.23 (Web filtering).'), ['A.8.12', 'A.8.23']);
  });
});

describe('a number behind a label', () => {
  it('is a control right behind one that is called so, where one can be nothing else', () => {
    const both = ['A.8.4', 'A.8.2', 'A.6.6', 'A.8.10'];
    assert.deepEqual(
      isms('Code: Maßnahme 8.4 der ISO 27001. Zugriffe: 8.2. Geheimhaltung: 6.6. Alte Daten: 8.10.'),
      both,
    );
    assert.deepEqual(isms('Keys: control 8.24; networks: 8.20 to 8.22.'), ['A.8.24', 'A.8.20 A.8.21 A.8.22']);
  });

  it('is nothing elsewhere', () => {
    for (const sentence of [
      'Control 5.15 holds. Kernel: 5.15 and 6.6. Ubuntu: 8.10.',
      'Control 5.15. Rating: 8.2. CVSS: 8.8.',
      'Control 5.15; budget: 5.2.',
    ])
      assert.deepEqual(isms(sentence), ['A.5.15'], sentence);
    assert.deepEqual(isms('Scores: 8.12 (good), 8.23 (better). Room: 5.10.'), []);
  });
});
