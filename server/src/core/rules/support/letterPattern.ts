/**
 * Patterns with `\p{L}` for texts that nearly always are in Latin letters. An engine makes a table of six hundred ranges of it
 * wherever it stands: the patterns of `usage.ts` took a tenth of a second until they were ready to be looked for once.
 */

/** Letters of the alphabets that texts in European languages are written in, as a part of a class: all that `\p{L}` has up to U+024F. */
const latinLetters = 'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f';

/** A character that may be a letter of another alphabet: none of those, and none of the marks that stand in all texts. */
const beyondLatin = /[^\0-\u024f–—‘’“”„…•€◆◇]/;

/** Finds what the pattern with the flag `u` finds. Its source has no flags and no other property than `\p{L}`. */
export class LetterPattern {
  private latin: RegExp | undefined;
  private exact: RegExp | undefined;

  constructor(readonly source: string) {}

  test(text: string): boolean {
    return this.patternFor(text).test(text);
  }

  exec(text: string): RegExpExecArray | null {
    return this.patternFor(text).exec(text);
  }

  private patternFor(text: string): RegExp {
    if (beyondLatin.test(text)) {
      this.exact ??= new RegExp(this.source, 'u');
      return this.exact;
    }
    this.latin ??= new RegExp(withLatinLetters(this.source));
    return this.latin;
  }
}

/**
 * And what follows something optional is compiled once for each way that leads there, up to ten times, unless a lookahead
 * stands between: an empty one before each group changes nothing else.
 */
function withLatinLetters(source: string): string {
  let isInClass = false;
  return source.replace(/\\p\{L\}|\\.|\(\?:|[[\]]/g, (piece) => {
    if (piece === '\\p{L}') return isInClass ? latinLetters : `[${latinLetters}]`;
    if (piece === '(?:' && !isInClass) return '(?=)(?:';
    if (piece === '[') isInClass = true;
    else if (piece === ']') isInClass = false;
    return piece;
  });
}
