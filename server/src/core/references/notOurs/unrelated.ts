/**
 * Numbers that are told to be somebody else's: by a sentence ("The shelf numbers (A.9.4.1) have nothing to do with this."), by the body
 * that is named before them, or by the letters that stand in one list with them.
 */

import type { RawReference } from '../grammar.js';
import { isAbbreviation } from '../text/designations.js';
import { andWords, controlWords, itsWords, otherBodies } from '../text/lexicon.js';
import { endsSentence, type Run } from '../text/run.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { trait } from '../text/words.js';
import { questionsOf } from './questionnaires.js';

/** The references of a run without those that are told to be somebody else's; the paragraph that leads in to their list may say so, too. */
export function withoutOthers(
  run: Run,
  raws: readonly RawReference[],
  leadIn: Run | null = null,
): readonly RawReference[] {
  const others = [
    unrelatedIn(run, raws),
    listedWithOtherLetters(run, raws),
    ofOtherBody(run, raws),
    questionsOf(run, raws, leadIn),
  ];
  return others.every(({ size }) => size === 0) ? raws : raws.filter((raw) => !others.some((some) => some.has(raw)));
}

const phrase =
  /(?<!\p{L})(?:nothing to do with|no(?:thing)? connect(?:ion|ed) (?:with|to)|unrelated to|nichts? mit [^.]{1,40} zu tun|nichts? (?:damit|davon) zu tun|rien à voir|que ver con|(?:nada|tem|têm) a ver|niets te maken|niente a che (?:fare|vedere))(?!\p{L})/giu;
/** Longer runs are prose of a kind that no such sentence stands out from; in characters. */
const longest = 5000;

/**
 * The references of a run that such a sentence speaks of: those before its words; those behind only as somebody else's ("has
 * nothing to do with its clause 7.2"); where it has none, those of the sentence before. "A.8.1 has nothing to do with A.5.9"
 * speaks of two controls.
 */
function unrelatedIn(run: Run, raws: readonly RawReference[]): ReadonlySet<RawReference> {
  if (raws.length === 0 || run.prose.length > longest || (run.traits & trait.unrelated) === 0) return nothing;
  let found: Set<RawReference> | null = null;
  for (const match of run.prose.matchAll(phrase)) {
    const at = run.tokens.findIndex(({ start }) => start >= match.index);
    const from = beginningOfSentence(run, at);
    const inside = raws.filter(({ first }) => first >= from && first < endOfSentence(run, at));
    const before = inside.filter(({ first }) => first < at);
    const earlier = beginningOfSentence(run, from - 1);
    const meant =
      inside.length === 0
        ? raws.filter(({ first }) => first >= earlier && first < from)
        : before.length === inside.length
          ? before
          : inside.filter(({ head }) => before.length === 0 && isWord(run.tokens[head - 1], itsWords));
    found ??= new Set();
    for (const raw of meant) if (!raw.attached) found.add(raw);
  }
  return found ?? nothing;
}

const nothing: ReadonlySet<RawReference> = new Set();

/** `TR-39 control A.5.2 (dual control), A.6.1`: what another body calls so, to the end of the sentence. */
function ofOtherBody(run: Run, raws: readonly RawReference[]): ReadonlySet<RawReference> {
  const { tokens } = run;
  const first = raws.findIndex((raw) => raw.form === 'annex' && raw.attached === null && isOfBody(tokens, raw.first));
  if (first < 0) return nothing;
  const end = endOfSentence(run, raws[first]!.first);
  return new Set(raws.slice(first).filter((raw) => raw.form === 'annex' && raw.attached === null && raw.first < end));
}

/** A body, a number and the word for a control before the token. */
function isOfBody(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at - 2];
  if (!isWord(tokens[at - 1], controlWords) || number?.kind !== 'number' || number.text.length > 4) return false;
  const body = tokens[isMark(tokens[at - 3], '-') ? at - 4 : at - 3];
  return isWord(body, otherBodies) && isAbbreviation(body!.text);
}

/** `A.1.1 a A.1.4, B.1.1, C.1.1 y H.1.1`: points of an annex that goes on with letters that none of ours has. */
function listedWithOtherLetters({ tokens }: Run, raws: readonly RawReference[]): ReadonlySet<RawReference> {
  let found: Set<RawReference> | null = null;
  let following = null as RawReference | null;
  for (let index = raws.length - 1; index >= 0; index--) {
    const raw: RawReference = raws[index]!;
    const separator = tokens[raw.last];
    const isListed = isMark(separator, ',') || isMark(separator, ';') || isWord(separator, andWords);
    const isBeforeOther: boolean =
      isListed && (isOtherLetter(tokens, raw.last + 1) || following?.first === raw.last + 1);
    following = isBeforeOther && raw.form === 'annex' && raw.attached === null ? raw : null;
    if (following) found = (found ?? new Set<RawReference>()).add(following);
  }
  return found ?? nothing;
}

/** `C.1`, `H.1.1` */
function isOtherLetter(tokens: readonly Token[], at: number): boolean {
  const [letter, dot, number] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (letter?.kind !== 'word' || !/^[C-Z]$/.test(letter.text)) return false;
  return isMark(dot, '.') && dot!.gap === 0 && number?.kind === 'number' && number.gap === 0 && number.parts.length > 1;
}

/** Token index at which the sentence of a token begins. */
function beginningOfSentence(run: Run, at: number): number {
  let first = Math.max(0, at);
  while (first > 0 && !endsSentence(run, first - 1)) first--;
  return first;
}

/** Token index behind the sentence of a token. */
function endOfSentence(run: Run, at: number): number {
  let last = Math.max(0, at);
  while (last < run.tokens.length && !endsSentence(run, last)) last++;
  return last;
}
