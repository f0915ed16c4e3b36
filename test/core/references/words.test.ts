import assert from 'node:assert/strict';
import { foreignFrameworks } from '../../../server/src/core/references/text/lexicon.js';
import { tokenise } from '../../../server/src/core/references/text/tokens.js';
import { trait, traitsOf, type Word, Words } from '../../../server/src/core/references/text/words.js';

/** Looks a whole text up under the given hash. */
function find(words: Words, text: string, hash = 7): Word {
  return words.find(text, 0, text.length, hash);
}

describe('words kept once', () => {
  it('gives the same object for the same letters, wherever they stand', () => {
    const words = new Words();
    const first = words.find('the Clause 5', 4, 10, 7);
    assert.deepEqual(first, { text: 'Clause', lower: 'clause', traits: trait.reference });
    assert.equal(words.find('Clause', 0, 6, 7), first);
  });

  it('tells words apart that share a hash, however many there are', () => {
    const words = new Words();
    const texts = Array.from({ length: 40 }, (_, index) => `word${String.fromCharCode(97 + index)}`);
    for (const text of [...texts, ...texts]) assert.equal(find(words, text).text, text);
    assert.equal(find(words, 'Worda').text, 'Worda');
    assert.equal(find(words, 'wordab').text, 'wordab');
  });

  it('begins anew when it is full, and goes on finding', () => {
    const words = new Words(3);
    for (let round = 0; round < 3; round++) {
      for (let index = 0; index < 30; index++) {
        const text = `w${String.fromCharCode(97 + index)}`;
        assert.equal(find(words, text, index).text, text);
      }
    }
    assert.equal(find(words, 'again', 5), find(words, 'again', 5));
  });

  it('takes long words as they are', () => {
    const long = 'Informationssicherheitsmanagementsystem';
    assert.deepEqual(find(new Words(), long), { text: long, lower: long.toLowerCase(), traits: 0 });
  });

  it('knows what a word may mean', () => {
    assert.equal(traitsOf('annex'), trait.reference | trait.provision);
    assert.equal(traitsOf('iso'), trait.standard);
    assert.equal(traitsOf('formerly') & trait.crosswalk, trait.crosswalk);
    assert.equal(traitsOf('policy'), 0);
  });
});

describe('frameworks like those of ISO', () => {
  it('are named by numbers: cells without a digit are not read for them', () => {
    const named = foreignFrameworks.filter(({ looksLikeIso }) => looksLikeIso);
    assert.ok(named.length > 0);
    for (const { words } of named) assert.match(words.join(' '), /\d/);
  });
});

describe('words of a text', () => {
  it('are as written, in small letters, and where they stand', () => {
    const [first, second, third] = tokenise("ÄRGER doesn't l'annexe");
    assert.deepEqual([first!.text, first!.lower, first!.start, first!.end], ['ÄRGER', 'ärger', 0, 5]);
    assert.deepEqual([second!.text, second!.start, second!.end], ["doesn't", 6, 13]);
    assert.equal(third!.text, 'l');
  });
});
