/** Questions of Cyber Essentials and IASME are numbered as our controls are where a point is left out: "Cyber Essentials A6.4, A6.5". */
import type { RawReference } from '../grammar.js';
import { andWords, ofWords } from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import { isMark, isWord, type Token } from '../text/tokens.js';

/**
 * The references of a run that are questions of such a scheme: in one list behind its name, right before it, or below a sentence that leads
 * in to them ("Cyber Essentials questions:").
 * @param leadIn the paragraph right before the list that the run stands in
 */
export function questionsOf(
  { tokens }: Run,
  raws: readonly RawReference[],
  leadIn: Run | null,
): ReadonlySet<RawReference> {
  const found = new Set<RawReference>();
  for (const raw of raws) {
    const isOfIso = raw.attached?.standards.some(({ looksLikeIso }) => looksLikeIso) ?? false;
    if (raw.form !== 'annex' || isOfIso || raw.letter !== 'A') continue;
    const isAsked = isWord(tokens[raw.first - 1], askingWords);
    if (!isAsked && !isWithoutPoint(tokens, raw.first)) continue;
    if ((leadIn && leadsInQuestions(leadIn)) || isBehindScheme(tokens, raw.first) || isBeforeScheme(tokens, raw.last))
      found.add(raw);
  }
  return found;
}

function leadsInQuestions({ tokens, mentions }: Run): boolean {
  const isOfIso = mentions.some(({ standards }) => standards.some(({ looksLikeIso }) => looksLikeIso));
  return !isOfIso && isMark(tokens[tokens.length - 1], ':') && tokens.some((_, at) => isSchemeAt(tokens, at));
}

/** "A6.4", and in a list "6.5" */
function isWithoutPoint(tokens: readonly Token[], first: number): boolean {
  return tokens[first]!.kind === 'number' || tokens[first + 1]?.kind === 'number';
}

/** In tokens. */
const longestList = 40;

function isBehindScheme(tokens: readonly Token[], first: number): boolean {
  for (let at = first - 1; at >= 0 && at > first - longestList; at--) {
    const token = tokens[at]!;
    if (isSchemeAt(tokens, at)) return true;
    // Behind the name itself "and" leads on to something else.
    const isJoint = isWord(token, andWords) && tokens[at - 1]?.kind === 'number';
    if (!isJoint && !isOfList(token) && !isWord(token, askingWords)) return false;
  }
  return false;
}

/** "A6.4 (Cyber Essentials)", "A6.4 and A6.5 of Cyber Essentials" */
function isBeforeScheme(tokens: readonly Token[], last: number): boolean {
  for (let at = last; at < tokens.length && at < last + longestList; at++) {
    const token = tokens[at]!;
    if (isMark(token, '(') || isWord(token, ofWords)) {
      const name = isWord(tokens[at + 1], ofWords) ? at + 2 : at + 1;
      return isSchemeAt(tokens, name) || isSchemeAt(tokens, name + 1);
    }
    if (!isOfList(token) && !isWord(token, andWords)) return false;
  }
  return false;
}

function isOfList({ kind, text }: Token): boolean {
  return kind === 'number' || text === 'A' || (kind === 'mark' && ',;:(–-/&'.includes(text));
}

function isSchemeAt(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower;
  return lower === 'iasme' || (lower === 'essentials' && tokens[at - 1]?.lower === 'cyber');
}

/** What stands between the name and the numbers. */
const askingWords: ReadonlySet<string> = new Set(
  'question questions set asks plus requirement requirements cyber assurance governance level frage fragen'.split(' '),
);
