/** Whether the words around a number make it a citation: "§ 9.3" of which text, "both standards", the list it continues. */
import type { Evidence } from '../draft.js';
import { isOneOf } from '../grammar/bounds.js';
import type { Member, RawReference } from '../grammar.js';
import {
  accordWords,
  andWords,
  annexWords,
  bracketWords,
  clauseLikeWords,
  contractWords,
  controlWords,
  eachWords,
  findingCodes,
  germanNumbers,
  ofWords,
  ownDocumentWords,
  seeWords,
  standardWords,
  toWords,
  versionWords,
} from '../text/lexicon.js';
import { endsSentence, lastMentionBefore, mentionAtToken, type Run } from '../text/run.js';
import { isMark, isWord } from '../text/tokens.js';

/** "Both standards require a management review (clause 9.3)", with no single standard named between. */
export function namesEachBefore(run: Run, first: number): boolean {
  for (let at = first - 1; at > 0 && at > first - 20; at--) {
    const token = run.tokens[at]!;
    if (token.text === '.' && (run.tokens[at + 1]?.gap ?? 0) > 0) return false;
    if (isWord(token, standardWords)) return [at - 1, at - 2].some((before) => isWord(run.tokens[before], eachWords));
    if (mentionAtToken(run, at)) return false;
  }
  return false;
}

/** "Monitoring (9.1) and internal audit (9.2) are done once for all three standards", with no single standard named between. */
export function namesEachBehind(run: Run, last: number): boolean {
  const end = Math.min(run.tokens.length, last + farthestEach);
  for (let at = last; at < end; at++) {
    const token = run.tokens[at]!;
    if (endsSentence(run, at) || isMark(token, ';') || mentionAtToken(run, at)) return false;
    if (isWord(token, standardWords)) return [at - 1, at - 2].some((before) => isWord(run.tokens[before], eachWords));
    // "… apply to all three."
    const isLast = isWord(token, eachWords) && (at + 1 === run.tokens.length || isMark(run.tokens[at + 1], '.'));
    if (isLast && isWord(run.tokens[at - 1], eachWords)) return true;
  }
  return false;
}

/** In tokens: a few clauses with their subjects, and what is done with them. */
const farthestEach = 40;

/** `ISO/IEC 27001, controls A.5.19 to A.5.23; requirement 8.1`: nothing but separators since the last citation of a standard. */
export function continuesCitation(raw: RawReference, cited: RawReference | null, run: Run): boolean {
  if (!cited || raw.head - cited.last > 4 || lastMentionBefore(run, raw.start) < 0) return false;
  const named = run.mentions[lastMentionBefore(run, raw.start)]!;
  if (!named.standards.some((one) => one.known)) return false;
  for (let at = cited.last; at < raw.head; at++) {
    const token = run.tokens[at]!;
    if (!',;)·|&+'.includes(token.text) && !isWord(token, andWords) && !isWord(token, toWords)) return false;
  }
  return true;
}

/** `Section 9.2` and `§ 9.3` need their standard right beside them, or "of the standard" behind. */
export function hasItsMention(raw: RawReference, line: readonly Evidence[], run: Run): boolean {
  return (
    !raw.needsMention ||
    citesByChapter(raw, run) ||
    raw.ofStandard ||
    line.some((layer) => layer.tight && layer.standards.length > 0)
  );
}

/**
 * The word of "article 5.1 de la norme": a document that has written so once means the standard by "l'article 10.2" later on.
 * Null for words that mean clauses anyway, and where a law or framework is named too.
 */
export function citingWord(raw: RawReference, run: Run): string | null {
  if (!raw.needsMention) return null;
  const word = run.tokens[raw.head]!.lower;
  const isPart = bracketWords.has(word) && raw.members[0]!.parts.length > 1;
  // "la charte informatique, article 5.3"
  if (isMark(run.tokens[raw.head - 1], ',') || isOfDocument(run, raw.head)) return null;
  return isPart && !namesOtherText(run, raw.head) ? word : null;
}

/** Whether "of the standard" or the name of a standard of the catalog stands right beside the reference. */
export function namesItsStandard(raw: RawReference, line: readonly Evidence[]): boolean {
  return raw.ofStandard || line.some((layer) => layer.tight && layer.standards.some((named) => named.known));
}

/**
 * "Kapitel 9.3", "(§ 9.3)", "(punto 10.2)": in these languages, or in brackets, the word for a clause of the standard that the
 * document is about; judge.ts looks whether it is about one.
 */
export function citesByChapter(raw: RawReference, run: Run): boolean {
  if (!raw.needsMention || raw.ofStandard) return false;
  const { tokens } = run;
  if (isAllClauses(raw.members[0]!)) return true;
  if (isBehindFinding(run, raw.head)) return !namesOtherText(run, raw.head);
  // "**Kapitel:** 9.2" is a label: its word stands before the colon.
  const isLabelled = tokens[raw.head]!.kind === 'number' && isMark(tokens[raw.head - 1], ':');
  const head = isLabelled ? Math.max(0, raw.head - 2) : raw.head;
  const word = tokens[head]!;
  const before = tokens[head - 1];
  // "el reglamento interno, capítulo 9.2" is a part of that text.
  if (isWord(word, clauseLikeWords)) {
    const isOfText = [head - 2, head - 3].some(
      (at) => isWord(tokens[at], ownDocumentWords) || isWord(tokens[at], contractWords),
    );
    // "zie de RI&E, hoofdstuk 6.3": as is a chapter of what the sentence says to look at.
    const isOfSeen = run.tokens.slice(Math.max(0, head - mostSeen), head).some((token) => isWord(token, seeWords));
    // "Handbuch des Programms, Version 12.6, Kapitel 8.2"
    if (isOfDocument(run, head) || (isMark(before, ',') && isWord(tokens[head - 3], versionWords))) return false;
    return !isMark(before, ',') || !(isOfText || (isOfSeen && !isWord(tokens[head - 2], standardWords)));
  }
  if (!bracketWords.has(word.lower) || raw.members[0]!.parts.length < 2) return false;
  // "Rechnung (Nr. 9.1)": that word cites where the document has told so.
  if (germanNumbers.has(word.text)) return false;
  if (isDeepClause(raw)) return !namesOtherText(run, raw.head);
  const lead = isWord(before, ofWords) || isWord(before, toWords) || isMark(before, "'") ? tokens[head - 2] : before;
  if (isWord(before, accordWords) || isWord(lead, accordWords)) return !namesOtherText(run, raw.head);
  const opening = isWord(before, seeWords) ? tokens[head - 2] : before;
  return isMark(opening, '(') && !namesOtherText(run, raw.head);
}

/** "Die R 02 nennt in Abschnitt 6.2 …": of the document whose number stands before it in the sentence. */
function isOfDocument({ tokens }: Run, head: number): boolean {
  // "Der Anwendungsbereich ist in IS-002 beschrieben (Kapitel 4.3)": in brackets behind the sentence stands what asks for it.
  if (isMark(tokens[head - 1], '(') && tokens[head - 2]?.kind === 'word') return false;
  const last = beforeBrackets(tokens, head);
  for (let at = last; at > 0 && at > last - mostSeen; at--) {
    const [name, number] = [tokens[at - 1]!, tokens[at]!];
    // "RL-02 erfüllt die Abschnitte 6.1.2 und 8.2": of what is met.
    if (isMark(number, '.') || isMark(number, ';') || isWord(number, accordWords)) return false;
    if (number.kind !== 'number' || number.parts.length > 1 || number.text.length > 3) continue;
    const code = isMark(name, '-') ? tokens[at - 2] : name;
    // "F3 (Nebenabweichung), Abschnitt 7.5.3": a finding has no chapters.
    const isFinding = code === name && code.text.length === 1 && number.gap === 0;
    if (code?.kind === 'word' && code.text === code.text.toUpperCase() && code.text !== 'A' && !isFinding)
      return !isWord(code, findingCodes) && !isBehindFinding({ tokens }, head);
  }
  return false;
}

/** "RL-02 Zugriff (A.5.15), Abschnitt 5.2": the token before the control in brackets, which says what that document is about. */
function beforeBrackets(tokens: Run['tokens'], head: number): number {
  const closing = isMark(tokens[head - 1], ',') ? head - 2 : head - 1;
  if (!isMark(tokens[closing], ')')) return head - 1;
  let at = closing - 1;
  while (at > closing - mostSeen && !isOneOf(tokens[at], '()')) at--;
  return isMark(tokens[at], '(') ? at - 1 : head - 1;
}

/** "NA-01 (Kap. 7.5.3)", "OM 02 – requisito 9.2": the clause against which an audit found something. */
function isBehindFinding({ tokens }: Pick<Run, 'tokens'>, head: number): boolean {
  let at = head - 2;
  if (!isOneOf(tokens[head - 1], '(–—-:,') || tokens[at]?.kind !== 'number') return false;
  while (at > 0 && at > head - longestCode && (tokens[at]!.kind === 'number' || isOneOf(tokens[at], '-/'))) at--;
  const code = tokens[at];
  return isWord(code, findingCodes) && code!.text === code!.text.toUpperCase();
}

/** In tokens: "NC-2024-03 (". */
const longestCode = 8;

/** "Abschnitt 6.1.2": hardly any text but a standard has numbers so deep and is cited by them. */
export function isDeepClause({ members }: RawReference): boolean {
  return members[0]!.parts.length === 3;
}

/** "controls 5.15, 5.18 and 5.39", "El control 8.36"; not "change control 8.50". */
export function isNamedControl({ form, head, last }: RawReference, { tokens }: Run): boolean {
  if (form !== 'control') return false;
  let at = head - 1;
  while (at > 0 && at > head - 3 && (isMark(tokens[at], '.') || isMark(tokens[at], ':'))) at--;
  if (!isWord(tokens[at], controlWords)) return false;
  // What English sets before the word makes it something else, but for "control 5.15 of Annex A"; articles and "of" are short.
  const before = tokens[at - 1];
  const isOther = tokens[at]!.lower === 'control' && before?.kind === 'word' && before.text.length > longestArticle;
  return !isOther || isWord(tokens[last + 1], annexWords);
}

/** In letters. */
const longestArticle = 3;

/** In tokens: "see the name of a text, ". */
const mostSeen = 8;

/** "chapters 4 to 10": what every management system standard has, whatever the word. */
export function isAllClauses({ parts, to }: Member): boolean {
  return parts.length === 1 && parts[0] === firstClause && to?.[0] === lastClause;
}

const firstClause = 4;
const lastClause = 10;

/** Whether a law or framework is named before a place, or behind it in its sentence: a paragraph may be one of it. */
function namesOtherText(run: Run, head: number): boolean {
  let end = head;
  while (end < run.tokens.length && end < head + longestSentence && !endsSentence(run, end)) end++;
  return run.mentions.some(({ first, standards }) => first <= end && standards.every((named) => !named.looksLikeIso));
}

/** In tokens. */
const longestSentence = 80;
