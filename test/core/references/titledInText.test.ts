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
});
