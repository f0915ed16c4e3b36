/** `IEEE 1012, clause 7.1`, `ECSS-Q-ST-80C clause 6.2`: standards of other bodies, by the look of their designation. */
import {
  andWords,
  clauseWords,
  draftWords,
  genitiveWords,
  isoWords,
  itsWords,
  ofWords,
  otherBodies,
  sectionWords,
  standardWords,
} from './lexicon.js';
import { isMark, isWord, isYear, type Token } from './tokens.js';

/** In tokens: a designation with its parts. */
const longestDesignation = 16;
/** In tokens. */
const longestTitle = 10;

/** A designation of another body. */
export interface Designation {
  /** Token index, exclusive. */
  readonly end: number;
  /**
   * The token of the word for its clause: "clause" of `IEEE 1012, clause 7.1`; -1 where it says nothing of what stands behind
   * it ("clause 7.1 of IEEE 1012"); undefined where it is all that its line or cell says.
   */
  readonly clauseAt: number | undefined;
}

/**
 * The designation that begins at the token, if a word for its clauses follows, right behind it or behind its title, or stands
 * before it ("clause 7.1 of"), or if nothing else stands beside it: only then does it say whose clause that is. Null for anything
 * else, and for what goes on as an ISO standard (`BS EN ISO/IEC 27001`).
 */
export function designationAt(tokens: readonly Token[], first: number): Designation | null {
  const body = tokens[first];
  if (!isWord(body, otherBodies) || !isAbbreviation(body!.text)) return null;
  return withClauseBehind(tokens, first) ?? ofClauseBefore(tokens, first);
}

/** "clause 7.4 of prEN 18286", "Klausel 6.2 der DIN SPEC 92001-1", `| prEN 18286 |`, "Clause of prEN 18286" */
function ofClauseBefore(tokens: readonly Token[], first: number): Designation | null {
  const isAlone = first === 0;
  if (!isAlone && !isBehindClause(tokens, first)) return null;
  const end = endOfDesignation(tokens, first);
  if (end === null || (isAlone && end < tokens.length)) return null;
  return { end, clauseAt: isAlone ? undefined : -1 };
}

/** Whether "of" and a clause or a word for one stand before the token. */
function isBehindClause(tokens: readonly Token[], first: number): boolean {
  let at = first - 1;
  while (
    at > first - longestLead &&
    (isWord(tokens[at], ofWords) || isWord(tokens[at], standardWords) || isWord(tokens[at], draftWords))
  )
    at--;
  if (at === first - 1 || !isWord(tokens[at + 1], genitiveWords)) return false;
  // "clause 7.4 (communication) of"
  if (isMark(tokens[at], ')')) for (let steps = 0; steps < longestTitle && !isMark(tokens[at + 1], '('); steps++) at--;
  return tokens[at]?.kind === 'number' || isClauseWord(tokens[at]);
}

/** In tokens: "of the draft standard". */
const longestLead = 5;

/** The token behind body and number, `ETSI TS 104 223`, `IEEE Std 7000-2021`; null where no number follows, or ISO is named. */
function endOfDesignation(tokens: readonly Token[], first: number): number | null {
  let end: number | null = null;
  for (let at = first; at < first + longestDesignation && isPartOfName(tokens[at]); at++) {
    const { kind, text } = tokens[at]!;
    if (end !== null && kind === 'word') break;
    if (kind === 'number' && text.length >= 2 && !isYear(tokens[at])) end = at + 1;
    else if (kind === 'number' && end !== null && tokens[at]!.gap === 0) end = at + 1;
  }
  return end;
}

/** A number, a word in capitals, or a joint between them. */
function isPartOfName(token: Token | undefined): boolean {
  if (token === undefined || isWord(token, isoWords)) return false;
  if (token.kind === 'number') return token.parts.length === 1 || token.gap === 0;
  if (token.kind === 'word') return isAbbreviation(token.text) || isWord(token, seriesWords);
  return token.gap === 0 && '-/:.'.includes(token.text);
}

/** `IEEE Std 7000`, `DIN Spec 92001`: what need not be in capitals. */
const seriesWords: ReadonlySet<string> = new Set(['std', 'spec']);

/** `EN 50131-1 grade 2`, `EN 1143-1 Grad IV`: which of those that the standard has is meant. */
const gradeWords: ReadonlySet<string> = new Set(
  'grade class type level category degree grad klasse typ stufe kategorie classe degré grado clase tipo grau graad'.split(
    ' ',
  ),
);

/** "IEEE 1012, clause 7.1", "prEN 18286 (draft 2026-03), clause 7.4" */
function withClauseBehind(tokens: readonly Token[], first: number): Designation | null {
  let hasNumber = false;
  let at = first + 1;
  for (; at < first + longestDesignation && at < tokens.length; at++) {
    const token = tokens[at]!;
    if (isWord(token, isoWords)) return null;
    const clauseAt = hasNumber ? citedClause(tokens, at) : null;
    if (clauseAt !== null) return { end: at, clauseAt };
    if (token.kind === 'number') hasNumber ||= token.text.replace(/\D/g, '').length >= 2;
    else if (isWord(token, seriesWords) || (hasNumber && (isWord(token, gradeWords) || isWord(token, draftWords))))
      continue;
    else if (token.kind === 'word' ? !isAbbreviation(token.text) : !'-/:.()'.includes(token.text)) return null;
  }
  return null;
}

const draftMark = /^(?:F?pr|o)(?=[A-Z])/;

/** `EN`, and `prEN`, `FprEN`, `oEN` for a draft: whether the short name of a body is written as one. */
export function isAbbreviation(text: string): boolean {
  const name = text.replace(draftMark, '');
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
