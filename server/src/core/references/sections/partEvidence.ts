/** Which edition a heading or a lead-in names for the part of the document below it. */
import { isArrow } from '../grammar/bounds.js';
import { editionWords, ofWords, toWords } from '../text/lexicon.js';
import { endsSentence, mentionAtToken, type Run } from '../text/run.js';
import { isMark, isWord, type Token } from '../text/tokens.js';

/**
 * The year that a text of any length says with a word for an edition: "Findings of the 2024 audit (2013 edition)". Null where it
 * names another edition as well: "from the 2013 edition to 2022".
 * @param years of all editions
 * @param from token with which the text begins
 */
export function editionSaid(run: Run, years: ReadonlySet<string>, from = 0): string | null {
  const { tokens } = run;
  let named: string | null = null;
  let isSaid = false;
  for (let at = from; at < tokens.length; at++) {
    const { kind, text } = tokens[at]!;
    if (kind !== 'number' || !years.has(text)) continue;
    const isBeside = isBesideEditionWord(tokens, at);
    const isEdition = isBeside || mentionAtToken(run, at) || isArrow(tokens, at - 1) || isWord(tokens[at - 1], toWords);
    if (!isEdition) continue;
    if (named !== null && named !== text) return null;
    named = text;
    if (isBeside) isSaid = true;
  }
  return isSaid ? named : null;
}

/** "2013 edition", "2013er Ausgabe", "édition 2013", "edition of 2013" */
function isBesideEditionWord(tokens: readonly Token[], at: number): boolean {
  const behind = tokens[at + 1]?.lower === 'er' ? at + 2 : at + 1;
  const before = isWord(tokens[at - 1], ofWords) ? at - 2 : at - 1;
  return isWord(tokens[behind], editionWords) || isWord(tokens[before], editionWords);
}

/** Token with which the last sentence begins that goes on at a token; the end of the text, where none is given. */
export function lastSentenceOf(run: Run, token = run.tokens.length - 1): number {
  for (let at = token - 1; at > 0; at--) if (endsSentence(run, at)) return at + 1;
  return 0;
}

/** "As ISO 19011 says:" */
export function endsWithName({ tokens, mentions }: Run): boolean {
  const behind = tokens.slice(mentions[mentions.length - 1]?.end);
  return behind.length <= mostBehindName && !behind.some((token) => isMark(token, '.'));
}

/** In tokens, with the colon. */
const mostBehindName = 4;

/** Whether a bracket was opened before the token and is closed behind it. */
export function isInBrackets(tokens: Run['tokens'], at: number): boolean {
  let open = at - 1;
  while (open >= 0 && !isMark(tokens[open], '(') && !isMark(tokens[open], ')')) open--;
  let close = at + 1;
  while (close < tokens.length && !isMark(tokens[close], '(') && !isMark(tokens[close], ')')) close++;
  return isMark(tokens[open], '(') && isMark(tokens[close], ')');
}
