import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LetterPattern } from '../../../../server/src/core/rules/support/letterPattern.js';

/** What the patterns are made of: letters in and out of a class, alone and negated, beside a mark, an end and another class. */
const sources = [
  '\\p{L}',
  '(?<!\\p{L})no(?!\\p{L})',
  '(?:^|[^\\p{L}])old(?:[^\\p{L}]|$)',
  '(?<!\\p{L})cites?(?: [\\p{L}\\d.]+){0,3} ◆',
  '^(?:\\p{L}+ ){0,2}?[.;:[(◆◇]{0,3}\\]?',
];

/** Letters of several alphabets, of two code units too, marks, and pieces that the patterns look for. */
const pieces = 'no|old|cites|cite|é|ß|ñ|ā|ɏ|ɓ|ю|中|ⁿ|𝒜|😀|ª|×|◆|◇|[|]|’|–|.| |  |2|\n'.split('|');

describe('a pattern with letters', () => {
  it('knows the Latin letters that the property names', () => {
    const letter = new LetterPattern('\\p{L}');
    for (let code = 0; code < 0x3000; code++) {
      const text = String.fromCharCode(code);
      assert.equal(letter.test(text), /\p{L}/u.test(text), `U+${code.toString(16)}`);
    }
  });

  it('finds what the pattern with the flag u finds', () => {
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...sources), texts, (source, text) => {
        const found = new LetterPattern(source).exec(text);
        const wanted = new RegExp(source, 'u').exec(text);
        assert.deepEqual([found?.index, found?.[0]], [wanted?.index, wanted?.[0]]);
      }),
      { numRuns: 3000 },
    );
  });
});
