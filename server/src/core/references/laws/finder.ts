/**
 * The law of each citation in a block. The nearest text wins: the one beside the number, that of the list it continues,
 * the only one of its sentence, the only one of the block, and last what stands around the block.
 */
import type { Catalog } from '../../catalog/types.js';
import { isOneOf } from '../grammar/bounds.js';
import { andWords } from '../text/lexicon.js';
import { endsSentence, mentionAtToken, type Run } from '../text/run.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import type { Citation, Provision } from './provisions.js';
import type { FoundLaw } from './scope.js';
import { findTexts, isKindOfLaw, type NamedText, standsFor } from './texts.js';
import { articleWords, genitives, linkWords, noLaws, titleWords } from './words.js';

/** In tokens, between two articles of one list. */
const longestGap = 16;

/** Finds the law of each citation of a block; to be asked in the order of the text. */
export class LawFinder {
  private readonly texts: readonly NamedText[];
  private readonly only: string | null;
  private readonly namesNone: boolean;
  private previous: { end: number; found: FoundLaw } | null = null;
  private outside: FoundLaw | null | undefined;
  /** The sentence read last: the token after the one looked at, the text after the last counted, the laws it has named. */
  private sentence = { upTo: 0, text: 0, laws: new Set<string | null>() };

  constructor(
    private readonly run: Run,
    private readonly catalog: Catalog,
    private readonly around: () => FoundLaw | null,
  ) {
    this.texts = findTexts(run.tokens, catalog);
    const laws = new Set(this.texts.filter(({ kind }) => kind === 'law').map(({ law }) => law));
    this.only = laws.size === 1 ? [...laws][0]! : null;
    this.namesNone = laws.size === 0;
  }

  lawOf(citation: Citation): FoundLaw | null {
    const found = this.find(citation);
    this.previous = found ? { end: citation.end, found } : null;
    return found;
  }

  private find({ at, end, provisions }: Citation): FoundLaw | null {
    const { tokens } = this.run;
    const behind = this.behind(end);
    if (behind) return besideIfKnown(behind);
    const isOfOther = this.isOfOther(end);
    if (isOfOther === true) return null;
    const before = this.before(at);
    if (before) return besideIfKnown(before);
    if (this.followsName(at)) return null;
    const { previous } = this;
    if (previous && continues(tokens, previous.end, at)) return previous.found;
    const apposed = this.apposed(end);
    if (apposed) return besideIfKnown(apposed);
    // A number or a title alone is a citation only with its law right beside it.
    if (tokens[at]!.kind === 'number' || isWord(tokens[at], titleWords)) return null;
    const found = this.inSentence(at, end) ?? this.inBlock(at, provisions);
    return found && found !== 'other' && this.canStand(isOfOther, found.law) ? found : null;
  }

  /** The text that "of the", a bracket or nothing joins to what stands before it. */
  private behind(end: number): NamedText | null {
    const { tokens } = this.run;
    const text = this.texts[firstFrom(this.texts, end)];
    if (!text || text.first - end > 6) return null;
    const between = tokens.slice(end, text.first);
    if (!between.every((token) => isLink(token) && token.text !== ')')) return null;
    const isGenitive = between.some((token) => isWord(token, genitives));
    if (between.some((token) => token.text === ',') && !isGenitive) return null;
    // "GDPR Article 33, NIS2 Article 23", "Article 14 (GDPR Article 22)": it belongs to its own article.
    const ownsNext = isWord(tokens[text.end], articleWords);
    const isOwned = this.before(end) === text || (ownsNext && !isGenitive);
    return isOwned ? null : text;
  }

  /** "artikel 21, lid 2, AVG.": the text right behind a comma, with nothing of its own behind it. */
  private apposed(end: number): NamedText | null {
    const { tokens } = this.run;
    const text = this.texts[firstFrom(this.texts, end)];
    if (text?.first !== end + 1 || !isMark(tokens[end], ',')) return null;
    const next = tokens[text.end];
    return next === undefined || (next.kind === 'mark' && next.text !== '/') ? text : null;
  }

  private before(at: number): NamedText | null {
    const { tokens } = this.run;
    const text = this.texts[firstFrom(this.texts, at) - 1];
    if (!text || at - text.end > 3 || text.end > at) return null;
    const isJoined = tokens.slice(text.end, at).every((token) => isLink(token) && token.text !== ')');
    return isJoined ? text : null;
  }

  /** "BetrVG Art. 5", "ISO 9001 article 8": right behind the name of a text that we do not have. */
  private followsName(at: number): boolean {
    const before = this.run.tokens[at - 1];
    if (before?.kind === 'word') return isShortName(before) && this.run.tokens[at]!.gap === 1;
    return before?.kind === 'number' && mentionAtToken(this.run, at - 1) !== null;
  }

  /** True where what follows names a text that we do not have; the word that stands for a law ("of the Regulation"); else null. */
  private isOfOther(end: number): true | Token | null {
    const { tokens } = this.run;
    let at = isMark(tokens[end], ',') && isWord(tokens[end + 1], genitives) ? end + 1 : end;
    const isGenitive = isWord(tokens[at], genitives);
    while (
      at < end + 6 &&
      (isWord(tokens[at], genitives) || isWord(tokens[at], articlesOfNouns) || isOneOf(tokens[at], "'’"))
    )
      at++;
    const word = tokens[at];
    if (word?.kind !== 'word') return isGenitive ? true : null;
    if (isGenitive) return isKindOfLaw(word) ? word : true;
    return word.gap === 1 && isShortName(word) ? true : null;
  }

  private canStand(word: Token | true | null, law: string): boolean {
    const standard = this.catalog.standard(law);
    return word === null || (standard !== undefined && word !== true && standsFor(word, standard));
  }

  /** The only text that the sentence names, "other" where it names several or one that we do not have. */
  private inSentence(at: number, end: number): FoundLaw | 'other' | null {
    const before = this.namedBefore(at);
    const laws = new Set(before);
    for (let i = firstFrom(this.texts, at), to = end; i < this.texts.length; i++) {
      const { first, law } = this.texts[i]!;
      while (to < first && to < end + longestSentence && !endsSentence(this.run, to)) to++;
      if (to < first || laws.size > 1) break;
      laws.add(law);
    }
    const [law] = laws;
    if (laws.size !== 1) return laws.size === 0 ? null : 'other';
    return law ? { law, by: before.size > 0 ? 'sentence' : 'section' } : 'other';
  }

  /** What the sentence has named up to the token. */
  private namedBefore(at: number): ReadonlySet<string | null> {
    const { sentence, texts } = this;
    for (; sentence.upTo < at; sentence.upTo++) {
      const text = texts[sentence.text];
      if (text && text.end - 1 === sentence.upTo) {
        sentence.laws.add(text.law);
        sentence.text++;
      } else if (endsSentence(this.run, sentence.upTo)) sentence.laws.clear();
    }
    return sentence.laws;
  }

  /** The only law that the block names; where it names none, the one around it. Own annexes are everywhere. */
  private inBlock(at: number, provisions: readonly Provision[]): FoundLaw | 'other' | null {
    if (!this.namesNone) return this.only === null ? 'other' : { law: this.only, by: 'section' };
    if (provisions[0]!.name !== null) return null;
    this.outside ??= this.around();
    const isCell = at === 0 && this.outside?.by === 'block';
    return isCell ? { law: this.outside!.law, by: 'beside' } : this.outside;
  }
}

/** In tokens. */
const longestSentence = 80;
const articlesOfNouns = new Set('the la le les el los las il lo l o os as die das den dem het un una une'.split(' '));

/** `TFEU`, `BetrVG`: two capitals and more make the name of a law, or of something else that is no reason to speak. */
function isShortName({ text, lower }: Token): boolean {
  return text.replace(/[^\p{Lu}]/gu, '').length > 1 && !noLaws.has(lower);
}

function besideIfKnown({ law }: NamedText): FoundLaw | null {
  return law === null ? null : { law, by: 'beside' };
}

/** Index of the first text that begins at or after the token; they are in order and do not overlap. */
function firstFrom(texts: readonly NamedText[], token: number): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (texts[middle]!.first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isLink(token: Token): boolean {
  return token.kind === 'word' ? linkWords.has(token.lower) : '(),:-–—"“”\'’'.includes(token.text);
}

/** "GDPR Article 32 (security of processing); Article 105": only marks, "and" and a title in brackets between. */
function continues(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > longestGap) return false;
  let depth = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at]!;
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    else if (depth === 0 && !',;:/&'.includes(token.text) && !isWord(token, andWords)) return false;
  }
  return true;
}
