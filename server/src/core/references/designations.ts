/** `IEEE 1012, clause 7.1`, `ECSS-Q-ST-80C clause 6.2`: standards of other bodies, by the look of their designation. */
import { andWords, clauseWords, isoWords, itsWords, otherBodies, sectionWords } from './lexicon.js';
import { isMark, isWord, type Token } from './tokens.js';

/** In tokens: a designation with its parts. */
const longestDesignation = 12;
/** In tokens. */
const longestTitle = 10;

/** A designation of another body. */
export interface Designation {
  /** Token index, exclusive. */
  readonly end: number;
  /** The token of the word for its clause: "clause" of `IEEE 1012, clause 7.1`. */
  readonly clauseAt: number;
}

/**
 * The designation that begins at the token, if a word for its clauses follows, right behind it or behind its title: only
 * then does it say whose clause that is. Null for anything else, and for what goes on as an ISO standard
 * (`BS EN ISO/IEC 27001`).
 */
export function designationAt(tokens: readonly Token[], first: number): Designation | null {
  const body = tokens[first];
  if (!isWord(body, otherBodies) || !isAbbreviation(body!.text)) return null;
  let hasNumber = false;
  let at = first + 1;
  for (; at < first + longestDesignation && at < tokens.length; at++) {
    const token = tokens[at]!;
    if (isWord(token, isoWords)) return null;
    const clauseAt = hasNumber ? citedClause(tokens, at) : null;
    if (clauseAt !== null) return { end: at, clauseAt };
    if (token.kind === 'number') hasNumber ||= token.text.replace(/\D/g, '').length >= 2;
    else if (token.kind === 'word' ? token.text !== token.text.toUpperCase() : !'-/:.'.includes(token.text))
      return null;
  }
  return null;
}

/** `EN`, and `prEN` for a draft: whether the short name of a body is written as one. */
export function isAbbreviation(text: string): boolean {
  const name = text.startsWith('pr') ? text.slice(2) : text;
  return name === name.toUpperCase();
}

/** `clause 6.2`, `, clause 6.2`, `§ 6.2`, `, timber in joinery, clause 6.2`: where the word for the clause stands. */
function citedClause(tokens: readonly Token[], at: number): number | null {
  const opens = isMark(tokens[at], ',') || isMark(tokens[at], '(');
  const word = opens ? at + 1 : at;
  if (isClauseWord(tokens[word])) return word;
  return (opens ? clauseBehindTitle(tokens, word) : null) ?? ownClauseBehind(tokens, at);
}

/** A title is words and nothing else; an "and" goes on with something new. */
function clauseBehindTitle(tokens: readonly Token[], first: number): number | null {
  if (isWord(tokens[first], andWords)) return null;
  const end = endOfWords(tokens, first);
  const isClosed = end > first && (isMark(tokens[end], ',') || isMark(tokens[end], ')'));
  const behind = isMark(tokens[end], ')') && isMark(tokens[end + 1], ',') ? end + 2 : end + 1;
  return isClosed && isClauseWord(tokens[behind]) ? behind : null;
}

/** `IATF 16949 and its clause 7.2`, "der IATF 16949 und deren Kapitel 7.2" */
function ownClauseBehind(tokens: readonly Token[], first: number): number | null {
  const end = endOfWords(tokens, first);
  return isClauseWord(tokens[end]) && isWord(tokens[end - 1], itsWords) ? end : null;
}

/** Where a few words end that could be a title, or lead from a name to its clause. */
function endOfWords(tokens: readonly Token[], first: number): number {
  let at = first;
  for (; at < first + longestTitle; at++) {
    const token = tokens[at];
    const isPart = token?.kind === 'word' && !isWord(token, isoWords) && !isClauseWord(token);
    if (!isPart && !isMark(token, '-')) break;
  }
  return at;
}

function isClauseWord(token: Token | undefined): boolean {
  return isWord(token, clauseWords) || isWord(token, sectionWords) || isMark(token, '§');
}
