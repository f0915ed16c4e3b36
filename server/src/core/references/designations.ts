/** `IEEE 1012, clause 7.1`, `ECSS-Q-ST-80C clause 6.2`: standards of other bodies, by the look of their designation. */
import { clauseWords, isoWords, otherBodies, sectionWords } from './lexicon.js';
import { isMark, isWord, type Token } from './tokens.js';

/** In tokens: a designation with its parts. */
const longestDesignation = 12;

/**
 * The end of a designation that begins at the token, if a word for its clauses follows right behind: only then does it say
 * whose clause that is. Null for anything else, and for what goes on as an ISO standard (`BS EN ISO/IEC 27001`).
 */
export function designationAt(tokens: readonly Token[], first: number): number | null {
  const body = tokens[first];
  if (!isWord(body, otherBodies) || body!.text !== body!.text.toUpperCase()) return null;
  let hasNumber = false;
  let at = first + 1;
  for (; at < first + longestDesignation && at < tokens.length; at++) {
    const token = tokens[at]!;
    if (isWord(token, isoWords)) return null;
    if (hasNumber && citesClause(tokens, at)) return at;
    if (token.kind === 'number') hasNumber ||= token.text.replace(/\D/g, '').length >= 2;
    else if (token.kind === 'word' ? token.text !== token.text.toUpperCase() : !'-/:.'.includes(token.text))
      return null;
  }
  return null;
}

/** `clause 6.2`, `, clause 6.2`, `§ 6.2` */
function citesClause(tokens: readonly Token[], at: number): boolean {
  const word = isMark(tokens[at], ',') || isMark(tokens[at], '(') ? tokens[at + 1] : tokens[at];
  return isWord(word, clauseWords) || isWord(word, sectionWords) || isMark(word, '§');
}
