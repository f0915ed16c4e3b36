/** Whether a number moves on to another one: `A.9.2.5 → A.5.18`, "A.9.2.5 is now A.5.18". */
import { isArrow } from '../grammar/bounds.js';
import type { RawReference } from '../grammar.js';
import { andWords, becameWords, currentWords, nowWords, ofWords, replacedWords, toWords } from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import { isMark, isWord, isYear, type Token } from '../text/tokens.js';
import { byWords, becameWords as calledWords } from './pastWords.js';

const none: ReadonlySet<RawReference> = new Set();

/** In tokens: "A.12.6.1 (Management of technical vulnerabilities) is now control". */
const farthestNext = 14;

/**
 * The references of a run that are the old numbers of such a move. "Updated to ISO/IEC 27001:2022 (A.9.2.5 → A.5.18)" names the
 * standard of what stands behind the arrow.
 */
export function movingOn({ tokens }: Run, raws: readonly RawReference[]): ReadonlySet<RawReference> {
  let found: Set<RawReference> | null = null;
  for (let i = raws.length - 1; i >= 0; i--) {
    const raw = raws[i]!;
    if (raw.attached === null) continue;
    const next = raws[i + 1];
    const isListed = next !== undefined && found?.has(next) && tokens.slice(raw.last, next.first).every(isSeparator);
    if (!isListed && !isMove(tokens, raw.last)) continue;
    found ??= new Set();
    found.add(raw);
  }
  return found ?? none;
}

/** The references of a run that are the new numbers of such a move: A.5.18 of `A.9.2.5 → A.5.18`. */
export function movedTo(run: Run, raws: readonly RawReference[]): ReadonlySet<RawReference> {
  const { tokens } = run;
  let found: Set<RawReference> | null = null;
  for (let i = 1; i < raws.length; i++) {
    const before = raws[i - 1]!;
    const raw = raws[i]!;
    if (raw.attached !== null || raw.first - before.last >= farthestNext) continue;
    const isListed = found?.has(before) && tokens.slice(before.last, raw.first).every(isSeparator);
    const isRenamed = (): boolean =>
      isRenamedInBrackets(run, before.last) || isReplacement(tokens, raw.head) || isMove(tokens, before.last);
    if (!isListed && !isRenamed()) continue;
    found ??= new Set();
    found.add(raw);
  }
  return found ?? none;
}

/**
 * `A.11 (new: A.7)`, "A.11 [heute A.7]": whether the number of today stands in brackets right behind a number.
 * @param last token behind the reference
 */
export function isRenamedInBrackets({ tokens }: Run, last: number): boolean {
  if (!isMark(tokens[last], '(') && !isMark(tokens[last], '[')) return false;
  if (!isWord(tokens[last + 1], newWords) && !isWord(tokens[last + 1], nowWords)) return false;
  const at = isMark(tokens[last + 2], ':') ? last + 3 : last + 2;
  return (tokens[at]?.text === 'A' && isMark(tokens[at + 1], '.')) || (tokens[at]?.parts.length ?? 0) > 1;
}

const newWords: ReadonlySet<string> = new Set(
  'new neu neue nouveau nouvelle nuevo nueva novo nova nuovo nuova nieuw nieuwe ny nye'.split(' '),
);

/**
 * "POL-5 still cites A.9.2.3. Replace by A.8.2.", "ersetzen durch A.8.2": whether the number at the token takes the
 * place of the one before.
 */
function isReplacement(tokens: readonly Token[], head: number): boolean {
  return isWord(tokens[head - 1], byWords) && replaceWords.test(tokens[head - 2]?.lower ?? '');
}

const replaceWords =
  /^(?:replaced?|ersetz(?:en|e|t)|remplac(?:er|ée?s?|ez)|(?:su[bs]stitu|reempla[czç])\p{L}+|vervang(?:en)?)$/u;

function isSeparator(token: Token): boolean {
  return ',/&+'.includes(token.text) || isWord(token, andWords);
}

/** Whether an arrow or words such as "became" lead from the token to another number, which has no standard of its own. */
function isMove(tokens: readonly Token[], from: number): boolean {
  // "(A.12.6.1, Technical vulnerabilities → A.8.8)" ends at its comma, which may as well end a list.
  let moves = isWord(tokens[from], toWords);
  let isInBrackets = false;
  for (let at = from; at < from + farthestNext; at++) {
    const token = tokens[at];
    if (token === undefined) return false;
    // "A.9.2.3 in the 2013 version, now it is A.8.2"
    if (isYear(token) && !moves) continue;
    if (token.kind === 'number') return moves && token.parts.length > 1;
    if ((token.text === 'A' || token.text === 'B') && isMark(tokens[at + 1], '.')) return moves;
    if (token.kind === 'mark') {
      if (isArrow(tokens, at)) moves = true;
      else if (token.text === '(' && at === from) isInBrackets = true;
      else if (token.text === ')' && isInBrackets) isInBrackets = false;
      else if (!"->='’[]".includes(token.text) && !(',;(–—'.includes(token.text) && isMoving(tokens[at + 1])))
        return false;
    } else if (isMoving(token)) moves = true;
    // "A.9.2.5 became part of access reviews, A.5.18": what it became stands right behind.
    else if (moves && !isSmall(token)) return false;
  }
  return false;
}

function isMoving(token: Token | undefined): boolean {
  return (
    isWord(token, becameWords) || isWord(token, calledWords) || isWord(token, nowWords) || isWord(token, replacedWords)
  );
}

function isSmall(token: Token): boolean {
  return (
    token.lower.length <= 3 ||
    isWord(token, toWords) ||
    isWord(token, ofWords) ||
    isWord(token, currentWords) ||
    /^(?:control|called|been|named)/.test(token.lower)
  );
}
