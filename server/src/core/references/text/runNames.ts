/** What the names in a piece of prose are to it: all of it, the prefix of an id, a name with controls of its own. */
import {
  annexWords,
  clauseWords,
  controlWords,
  numberWords,
  otherAnnexes,
  requirementWords,
  standardWords,
} from './lexicon.js';
import type { Mention } from './mentions.js';
import type { Run } from './run.js';
import { isMark, isWord } from './tokens.js';

/** `ISO/IEC 42001:2023`, "ISO 27001 Annex A control": one standard, and no other words than those for its parts. */
export function isNameAlone({ tokens, mentions }: Run): boolean {
  const [only] = mentions;
  if (mentions.length !== 1 || only!.standards.length !== 1 || tokens.length > only!.end - only!.first + mostWords)
    return false;
  return tokens.every(
    (token, at) =>
      (at >= only!.first && at < only!.end) ||
      (token.kind === 'mark'
        ? '().,:/-–'.includes(token.text)
        : token.text === 'A' || partWords.some((words) => isWord(token, words))),
  );
}

/** In tokens, beside the name: "Annex A control (", ")". */
const mostWords = 6;
const partWords = [annexWords, clauseWords, controlWords, requirementWords, numberWords, standardWords];

/** `ISO/IEC 27018`: an id with a letter that it heads is its own, even if one of our standards has the same. */
export function hasOtherAnnex({ standards }: Mention): boolean {
  return standards.every(({ standard, known }) => !known && otherAnnexes.has(standard));
}

/** `ISO 9001`, and not "ISO 9001 audits": a remark says nothing of the id in its row. */
export function isNothingButNames({ tokens, mentions }: Run): boolean {
  const named = mentions.reduce((sum, { first, end }) => sum + end - first, 0);
  const words = tokens.filter(({ kind }) => kind !== 'mark').length;
  return named >= words || isId(tokens, mentions[0]?.end ?? tokens.length);
}

/** `ISO/IEC 27001:2013 A.9.2.5`: an id follows right behind. */
export function isPrefix(run: Run, mention: Mention): boolean {
  const next = run.tokens[mention.end];
  if (next?.kind === 'mark' && ',:('.includes(next.text)) return isId(run.tokens, mention.end + 1);
  return isId(run.tokens, mention.end);
}

function isId(tokens: Run['tokens'], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'number') return token.parts.length > 1;
  return (
    (token?.text === 'A' || token?.text === 'B') && (isMark(tokens[at + 1], '.') || tokens[at + 1]?.kind === 'number')
  );
}
