/** Whether words such as "formerly" speak of a number, or of a laptop that stands beside it in the same sentence. */
import { ofWords } from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { endsSentence, mentionAtToken, type Run } from '../text/run.js';
import type { StandardNames } from '../text/standardNames.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { trait } from '../text/words.js';
import {
  beingWords,
  byWords,
  crosswalkWords,
  dissolved,
  formerAdverbs,
  formerFillers,
  formerWords,
  markWords,
  namingVerbs,
  pastSentence,
  replacingWords,
  writtenThings,
} from './pastWords.js';

/** Words such as "formerly" before a reference, at most so many tokens away. */
const farthestWord = 80;

/** Between "formerly" and the number in a sentence such as "formerly this was numbered A.12.6.1", in tokens. */
const farthestVerb = 9;

/** Token of the first word in a run that says that an older numbering is cited on purpose; -1 where there is none. */
export function crosswalkFrom(run: Run): number {
  if ((run.traits & trait.crosswalk) === 0) return -1;
  return run.tokens.findIndex((token) => (token.traits & trait.crosswalk) !== 0);
}

/**
 * "Until 2025 we also kept the 27001:2013 numbers", "The 27001:2013 certificate has expired.": whether a standard is named in a withdrawn
 * edition, and its sentence says that this holds no more.
 */
export function isSaidPast(run: Run, mention: Mention, { withdrawn }: StandardNames): boolean {
  const { standards, first, end, start, stop } = mention;
  if (!standards.every(({ standard, edition }) => withdrawn.has(`${standard}:${edition}`))) return false;
  let is = knownPast.get(mention);
  if (is === undefined) {
    let [from, to] = [first, end];
    while (from > Math.max(0, first - longestSide) && !endsSentence(run, from - 1)) from--;
    while (to < Math.min(run.tokens.length, end + longestSide) && !endsSentence(run, to)) to++;
    const beginning = Math.max(run.tokens[from]!.start, start - mostLetters);
    is = pastSentence.test(run.prose.slice(beginning, Math.min(run.tokens[to - 1]!.end, stop + mostLetters)));
    knownPast.set(mention, is);
  }
  return is;
}

/** Each reference behind a standard asks for it. */
const knownPast = new WeakMap<Mention, boolean>();

/** Of a sentence, before a standard or behind it: in tokens, and in characters. */
const longestSide = 30;
const mostLetters = 300;

/**
 * Whether a word of the past before a token speaks of the number there: "formerly A.12.6.1", "the old policy named
 * A.12.6.1", but not "old laptops are wiped (A.11.2.7)".
 * @param from token of the first such word in the run, -1 where there is none
 * @param first token of the reference
 * @param names whose editions are withdrawn
 */
export function isCalledFormer(run: Run, from: number, first: number, names: StandardNames): boolean {
  if (from < 0 || from >= first) return false;
  const nearest = Math.max(from, first - farthestWord);
  for (let at = first - 1; at >= nearest; at--) {
    if (endsSentence(run, at)) return false;
    const { lower } = run.tokens[at]!;
    if (!crosswalkWords.has(lower)) continue;
    if (governs(run.tokens, at, first)) return true;
    if (replacingWords.has(lower) && isBesideReplaced(run, at, first, names)) return true;
  }
  return false;
}

/**
 * Whether brackets right behind a number say that it holds no more: `A.9.2 (superseded)`, `A.9 (zurückgezogen 2022)`; not "A.9.2 (replaced
 * by A.5.15)", which says more than that.
 * @param last token behind the reference
 */
export function isMarkedFormer({ tokens }: Run, last: number): boolean {
  if (!isMark(tokens[last], '(') && !isMark(tokens[last], '[')) return false;
  if (!isWord(tokens[last + 1], markWords)) return false;
  const end = tokens[last + 2]?.kind === 'number' ? last + 3 : last + 2;
  return isMark(tokens[end], ')') || isMark(tokens[end], ']');
}

/**
 * Whether the words behind a number, or behind the list that it stands in, say that it holds no more: "A.9.4.1 of the
 * old standard", "A.12.4.1,
 * A.12.4.2 and A.12.4.3 were merged".
 * @param last token behind the list
 */
export function isSaidFormer({ tokens }: Run, last: number): boolean {
  if (isWord(tokens[last], beingWords)) {
    const verb = isWord(tokens[last + 1], beingWords) ? last + 2 : last + 1;
    return dissolved.test(tokens[verb]?.lower ?? '');
  }
  let at = last;
  while (at < last + mostSmall && (isWord(tokens[at], ofWords) || isApostrophe(tokens[at]))) at++;
  if (at === last) return false;
  const words = [tokens[at], tokens[at + 1]];
  return (
    words.some((token) => isWord(token, formerWords)) &&
    words.some((token) => isWord(token, writtenThings) && !isWord(token, formerWords))
  );
}

function isApostrophe(token: Token | undefined): boolean {
  return token?.text === '’' || token?.text === "'";
}

/** In tokens: "of the", "aus der", "de l’". */
const mostSmall = 3;

/**
 * "This policy replaces POL-7 v1.3 (ISO/IEC 27001:2013, A.9.4.3)": in the brackets behind the document that is replaced, with the
 * withdrawn edition.
 */
function isBesideReplaced(run: Run, at: number, first: number, { withdrawn }: StandardNames): boolean {
  const { tokens } = run;
  let open = first - 1;
  while (open > at && !'()'.includes(tokens[open]!.text)) open--;
  const isBehind = open > at + 1 && open - at <= longestReplaced && !byWords.has(tokens[at + 1]!.lower);
  if (!isBehind || !isMark(tokens[open], '(')) return false;
  const isDocument = ({ kind, lower }: Token): boolean => kind === 'number' || writtenThings.has(lower);
  const namesOld = (_: Token, i: number): boolean =>
    mentionAtToken(run, open + 1 + i)?.standards.every(({ standard, edition }) =>
      withdrawn.has(`${standard}:${edition}`),
    ) ?? false;
  // "Passkeys replace passwords (…)" cites what is asked today.
  return tokens.slice(Math.max(0, at - 2), open).some(isDocument) && tokens.slice(open + 1, first).some(namesOld);
}

/** In tokens: "RL-005 Passwords v1.3". */
const longestReplaced = 14;

function governs(tokens: readonly Token[], at: number, first: number): boolean {
  const between = tokens.slice(at + 1, first);
  const word = tokens[at]!.lower;
  if (between.every(leadsOn)) return true;
  const isReplacing = replacingWords.has(word);
  // "The old policy …", "replaces the policy of 2018 …": a text of the past, so that what it names is of the past.
  if (formerWords.has(word) || isReplacing) {
    const noun = between.slice(0, isReplacing ? 4 : 2).some((token) => writtenThings.has(token.lower));
    if (noun) return true;
  }
  // "What was previously called …", "Früher hieß das …", unless what is called so stands in brackets of its own.
  if (formerAdverbs.has(word))
    return (
      between.length <= farthestVerb &&
      between.some((token) => namingVerbs.has(token.lower) || writtenThings.has(token.lower)) &&
      !between.some((token) => token.text === ')')
    );
  return !formerWords.has(word) && namesNumberBefore(tokens, at);
}

/** Between a word of the past and its number: articles, "control", "No.", other numbers of the same list, marks. */
function leadsOn({ kind, lower, text }: Token): boolean {
  if (kind === 'number') return true;
  if (kind === 'mark') return text !== ')';
  return lower.length === 1 || formerFillers.has(lower) || writtenThings.has(lower);
}

/** "A.12.6.1 was merged with A.18.2.3": another number stands right before the word, so that it is what was changed. */
function namesNumberBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const token = tokens[i]!;
    if (token.kind === 'number' && token.parts.length > 1) return true;
    if (token.kind === 'word' && !formerFillers.has(token.lower)) return false;
  }
  return false;
}

/** Whether a label ("Old numbers", "Formerly", "Legacy ID") says that its row or column tells what was once. */
export function isFormerLabel({ tokens }: Run): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word');
  return words.some(({ lower }, at) => formerWords.has(lower) && words.slice(at + 1).every((next) => leadsOn(next)));
}
