/** Where an id may begin and end, and what stands right beside it. */
import {
  andWords,
  annexWords,
  calledWords,
  clauseWords,
  compoundWords,
  contractWords,
  controlWords,
  eachWords,
  numberWords,
  placeWords,
  rangeWords,
  scaleWords,
  unitWords,
} from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { mentionEndingAt, type Reader } from './types.js';

/** The mention whose prefix a reference carries: nothing but marks, "Annex A", "clause", "control" and "each" between. */
export function attachedBefore(reader: Reader, at: number): Mention | null {
  const { tokens } = reader;
  let before = at;
  for (let steps = 0; steps < 4; steps++) {
    const mention = mentionEndingAt(reader.mentions, before);
    if (mention) return mention;
    const token = tokens[before - 1];
    if (!token) return null;
    const passes =
      isOneOf(token, ':,-–—/([§') ||
      isWord(token, annexWords) ||
      isWord(token, controlWords) ||
      isWord(token, clauseWords) ||
      isWord(token, eachWords) ||
      (token.kind === 'word' && token.text === 'A' && isWord(tokens[before - 2], annexWords));
    if (!passes) return null;
    before--;
  }
  return mentionEndingAt(reader.mentions, before) ?? null;
}

/** `ISO 27018 A.11.13, A.11.14`: the members of a list share the prefix of its first. */
export function inheritedFromList(reader: Reader, at: number): Mention | null {
  const last = reader.found[reader.found.length - 1];
  if (!last?.attached || at - last.last > 3) return null;
  for (let i = last.last; i < at; i++) {
    const token = reader.tokens[i]!;
    if (!isOneOf(token, ',/&+') && !isWord(token, andWords)) return null;
  }
  return at > last.last ? last.attached : null;
}

/** Whether an id may begin at the token: not in the middle of a document id (`POL-A.5`), a path or a longer id. */
export function beginsCleanly(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const token = tokens[at]!;
  if (token.gap > 0) return true;
  const before = tokens[at - 1];
  if (!before) return true;
  if (before.kind !== 'mark') return false;
  if (isOneOf(before, '([{"\'‘“„«|,;:–—&+=>→•·<!?*’”。、，；：（「『【《・~～〜')) return true;
  // "#A.5.18": a label of a note, not the anchor of an address.
  if (before.text === '#') return before.gap > 0;
  if (isOneOf(before, '-/')) {
    if (before.gap > 0 || mentionEndingAt(reader.mentions, at - 1)) return true;
    const last = reader.found[reader.found.length - 1];
    return last !== undefined && last.last === at - 1;
  }
  return false;
}

/** Whether an annex number ends at its token: no letter, digit, file extension or further part touches it. */
export function endsCleanly(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!next || next.gap > 0) return true;
  if (next.kind !== 'mark') return false;
  const after = tokens[at + 2];
  const touches = after !== undefined && after.gap === 0;
  if (isOneOf(next, '_@%€$\\=#') || (touches && isSerialBehind(tokens, at))) return false;
  if (next.text === '.' || next.text === ':')
    return !touches || after.kind === 'mark' || (next.text === ':' && after.kind === 'word');
  if (isDash(next)) {
    // "A.8.1-2024.xlsx" is a file.
    if (touches && after.kind === 'number' && after.text.length > 2 && after.parts.length === 1) return false;
    if (!touches || after.kind !== 'word' || after.text.length === 1 || next.text !== '-') return true;
    return compoundWords.has(after.lower);
  }
  // "contract no. A.12.6/2023"
  if (next.text === '/' && touches && after.kind === 'number' && after.text.length > 2 && after.parts.length === 1)
    return false;
  if (next.text === '/')
    return !touches || after.kind !== 'word' || after.text !== after.lower || after.text.length === 1;
  return true;
}

/** `A.8.15-02`, `A.8.15/01`, `A.8.15-T1`, `A.5.12-1`: the serial number of a test or a finding; not `A.5.01-05`, `A.8.15-A8.17`. */
function isSerialBehind(tokens: readonly Token[], at: number): boolean {
  const [id, joint, first, second] = [tokens[at]!, tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (!isOneOf(joint, '-/') || id.parts.length < 2) return false;
  if (first?.kind === 'number') {
    const isPadded = first.text.length > 1 && first.text[0] === '0' && !/(?:^|\.)0\d/.test(id.text);
    const isEarlier = isMark(joint, '-') && first.text.length === 1 && first.parts[0]! < id.parts[id.parts.length - 1]!;
    return first.parts.length === 1 && (isPadded || isEarlier);
  }
  const isCounted = second?.kind === 'number' && second.gap === 0 && second.parts.length === 1;
  return isMark(joint, '-') && isCounted && /^[C-Z]$/.test(first?.text ?? '');
}

export function endsCleanlyForClause(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const after = tokens[at + 2];
  if (next && next.gap === 0 && isSingleLetter(next) && !(after && after.gap === 0 && after.kind !== 'mark'))
    return true;
  if (next && next.gap === 0 && next.text === '.' && isSingleLetter(after) && after!.gap === 0) return true;
  return endsCleanly(tokens, at);
}

/** "room A.5.1", "Schlüsselschrank A.7", "contract no. A.12.6": a place or paper of the organisation. */
export function isPlace(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  // "sites A.5 et A.6"
  for (let id = earlierInList(tokens, at); id >= 0; id = earlierInList(tokens, id)) before = id - 1;
  // 'a cost centre called "A.8.9"'
  if (isOneOf(tokens[before], '"“„«') && isWord(tokens[before - 1], calledWords)) return isQuotedAlone(tokens, at);
  if (isMark(tokens[before], '.') && isWord(tokens[before - 1], numberWords)) before -= 2;
  else if (isWord(tokens[before], numberWords)) before--;
  const word = tokens[before];
  if (word?.kind !== 'word') return false;
  if (before < at - 1 && isWord(word, contractWords)) return true;
  // "and in part A.6.5"
  if (word.lower === 'part' && isWord(tokens[before - 1], inWords)) return false;
  // "on site A.7.4 applies"
  if (word.lower === 'site' && isWord(tokens[before - 1], onWords)) return false;
  // "vervangen door A.8.13"
  if (word.lower === 'door' && participle.test(tokens[before - 1]?.lower ?? '')) return false;
  return (
    placeWords.has(word.lower) ||
    /(?:schrank|raum|räume|halle|regal|zimmer|kamer|kast|gebäude|gebouw)$/.test(word.lower)
  );
}

/** Of Dutch verbs, before "door". */
const participle = /^(?:ge|ver|be|ont|af|uit|aan|op)\p{L}*(?:d|t|en)$/u;
const inWords: ReadonlySet<string> = new Set(['in']);

const onWords: ReadonlySet<string> = new Set(['on', 'off']);

/** The token at which the id right before an id begins, of a list of them; -1 where there is none. */
function earlierInList(tokens: readonly Token[], at: number): number {
  const isJoined =
    isMark(tokens[at - 1], ',') || isWord(tokens[at - 1], andWords) || isWord(tokens[at - 1], rangeWords);
  const isId = isJoined && tokens[at - 2]?.kind === 'number' && isMark(tokens[at - 3], '.');
  return isId && tokens[at - 4]?.text === tokens[at]!.text ? at - 4 : -1;
}

/** Whether nothing but the id stands in the quotation marks: “A.5.30 Readiness” is no name. */
function isQuotedAlone(tokens: readonly Token[], at: number): boolean {
  let end = at;
  while (end < at + 8 && (isMark(tokens[end], '.') || tokens[end]?.text === 'A' || tokens[end]?.kind === 'number'))
    end++;
  return tokens[end]?.kind !== 'word';
}

export function isQuantity(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (next?.kind === 'word' && unitWords.has(next.lower)) || isMark(next, '%') || isMark(next, '°');
}

/** `7.2/10`, `8.1 out of 10`, `4.2 von 5 Punkten`: so many points of a scale, and not a clause beside another. */
export function isScore(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at]!;
  const next = tokens[at + 1];
  if (number.parts.length !== 2 || isMark(tokens[at - 1], '/')) return false;
  let scale = at + 2;
  if (next?.lower === 'out' && isWord(tokens[scale], scaleWords)) scale++;
  else if (!isMark(next, '/') && !isWord(next, scaleWords)) return false;
  const most = tokens[scale];
  if (most?.kind !== 'number' || !scales.has(most.text) || most.parts[0]! < number.parts[0]!) return false;
  // "(9.1/10/7.5)" is a list.
  return !isMark(tokens[scale + 1], '/');
}

/** What ratings go up to. */
const scales: ReadonlySet<string> = new Set(['5', '10', '10.0', '20', '100']);

export function startsSentence(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || isOneOf(before, '.!?:');
}

export function isLowerWord(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' && token.text === token.lower && !andWords.has(token.lower) && !rangeWords.has(token.lower)
  );
}

/** Whether a word is written as the first of a sentence or title: "The", and neither "the" nor "THE". */
export function beginsPhrase(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text[0] !== token.lower[0] && token.text !== token.text.toUpperCase();
}

export function isOneOf(token: Token | undefined, marks: string): boolean {
  return token?.kind === 'mark' && marks.includes(token.text);
}

export function isSingleLetter(token: Token | undefined): token is Token {
  return token?.kind === 'word' && token.text.length === 1 && token.text >= 'a' && token.text <= 'p';
}

export function isDash(token: Token | undefined): boolean {
  return isOneOf(token, '-–—‑−‐~～〜');
}

/** `→`, `⇒`, `->`, `=>`, `-->`: whether an arrow ends at the token. */
export function isArrow(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'mark') return false;
  return '→⇒➔➜➡⟶'.includes(token.text) || (token.text === '>' && isOneOf(tokens[at - 1], '-–—='));
}

export function isTerminator(token: Token | undefined): boolean {
  return token === undefined || (token.kind === 'mark' && ')]};.,:|"\''.includes(token.text));
}
