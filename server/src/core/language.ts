/** Whether a text is in a language whose words for fields, states and sections of a document we do not know. */

/** So much of a text tells its language, in UTF-16 units. */
const readLength = 6000;

/** The commonest small words of our seven languages, but for those that mean something in others, too. */
const ownWords = wordSet(
  'the of and is this shall must may not be our with which from und die das mit von ist sind wird werden nicht eine auf nach diese les des est sont dans pour une ' +
    'sur que los las una por del para não uma dos são della sono questa che gli het een zijn deze voor wordt van',
);
/** Those of some others, for their words without a letter or pair of letters that ours do not have. */
const otherWords = wordSet(
  'och att som till av är för inte skal og af til ikke ved tai ei sekä mukaan kohta ovat oraz jest dla przez pro bir ile vagy hogy dan ' +
    'yang untuk dengan dari oleh pada adalah',
);
/** Latin letters, and pairs of them, that our languages do not have. */
const otherLetters = /[åø\u0100-\u0151\u0154-\u024f\u1ea0-\u1ef9]|ää|öö|yy/;
/** Of words written without blanks between them, so many letters count as one. */
const lettersOfWord = 3;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/**
 * Whether a text is written in none of the languages that we read: told by its script, and in Latin letters by its letters and
 * commonest words. A text with too few words to tell is taken for one that we read. Only its beginning is looked at.
 */
export function isInOtherLanguage(text: string): boolean {
  let own = 0;
  let other = 0;
  for (const [written] of text.slice(0, readLength).matchAll(/\p{L}+/gu)) {
    const word = written.toLowerCase();
    if (isOtherScript(word)) other += Math.ceil(word.length / lettersOfWord);
    else if (ownWords.has(word)) own++;
    // Names of people and places have letters of their own in every text.
    else if (otherWords.has(word) || (word === written && otherLetters.test(word))) other++;
  }
  return other > 1 && other > own;
}

/** Greek, Cyrillic, Chinese, and whatever else is no Latin letter. */
function isOtherScript(word: string): boolean {
  const code = word.charCodeAt(0);
  return code > 0x24f && (code < 0x1e00 || code > 0x1eff);
}
