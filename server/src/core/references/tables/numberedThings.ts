/** Columns headed "No." or "Risk ID" number what a table lists: actions and questions of the organisation, or controls. */
import type { Catalog } from '../../catalog/types.js';
import type { ScopeFinder } from '../evidence/scope.js';
import type { BareNumbers } from '../grammar.js';
import { isIdWord } from '../notOurs/ownIds.js';
import { touchesTitle } from '../onSubject.js';
import { annexWords, clauseWords, controlWords, standardWords, versionWords } from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isTitleOfStatement } from '../text/statement.js';
import { isWord, type Token } from '../text/tokens.js';
import { mostOf, numbersOfColumn, rowsOf } from './columnCells.js';
import { cellsOfRow } from './tableRows.js';
import { meaningOfRows } from './titledNumbers.js';

/** 'measures': controls, or what somebody has to do. */
export type NumberedThings = 'own' | 'controls' | 'measures';

/** The beginnings of words for what organisations number themselves, in seven languages: actions, questions, risks, findings … */
const ownThings = new RegExp(
  '^(?:acti(?:on|es?$|f|vo)|ativo|aktion|azion|acci[oó]|aç[ãõ]|question|frage|p(?:re|er)gunt|domand|vra[ag]|risi?[ckq]|riesg|find|feststell|' +
    'constat|hallaz|bevind|riliev|nonconf|abweich|écart|task|aufgab|tâche|tare[af]|ta[ak]|compit|d[eé]cis|entscheid|besc?h?l|r[ae]c+om|' +
    'empfehl|aanbev|inciden|vorf[aä]l|meeting|sitzung|besprech|r[eé]uni|riunion|vergad|asset|threat|bedroh|[ck]rit[eè]r)',
);
/** Controls, or what somebody has to do. */
const measures = /^(?:meas|ma(?:ß|ss)n|mesur|medid|misur|maatr|åtgärd|tiltak|opatř)/;

function isOwnThing({ kind, lower }: Token): boolean {
  return kind === 'word' && ownThings.test(lower);
}

/** "No.", "ID", "Lfd. Nr."; a reference may be one to the standard. */
function isNumberWord(token: Token): boolean {
  return token.lower === 'lfd' || (isIdWord(token) && !token.lower.startsWith('ref'));
}

/** What the numbers below a head count: named in the head itself, or by the next one. Null where neither tells. */
export function thingsNumbered(runs: Runs, header: number): NumberedThings | null {
  const { tokens } = runs.of(header);
  if (tokens.some(isOwnThing)) return 'own';
  if (!tokens.every((token) => token.kind === 'mark' || isNumberWord(token))) return null;
  const cells = cellsOfRow(runs.blocks, header);
  // "Date" and "Version" are told of the thing, they are not what is listed.
  const next = cells.find((cell) => cell > header && !isWord(runs.of(cell).tokens[0], versionWords));
  if (next === undefined) return null;
  const named = runs.of(next).tokens;
  const isControl = named.some((token) => isWord(token, controlWords));
  if (named.some(isOwnThing)) return isControl ? null : 'own';
  // `| ID | Control | ISO 27001 |`: controls of the organisation beside those of the standard.
  if (cells.some((cell) => namesPart(runs.of(cell)))) return null;
  return named.some(({ lower }) => measures.test(lower)) ? 'measures' : isControl ? 'controls' : null;
}

/** Whether a cell is nothing but the number of something of one's own: `| 4.1 | Server fails |` below *No.* and *Risk*. */
export function isNumberOfOwn(runs: Runs, index: number, scope: ScopeFinder): boolean {
  if (runs.blocks[index]!.table < 0) return false;
  const { tokens } = runs.of(index);
  if (tokens.length !== 1 || tokens[0]!.kind !== 'number' || tokens[0]!.parts.length < 2) return false;
  const header = scope.headerOf(index);
  return header >= 0 && header !== index && thingsNumbered(runs, header) === 'own';
}

/** "Clause", "Annex A", "ISO 27001" */
function namesPart({ tokens, mentions }: Run): boolean {
  return mentions.length > 0 || tokens.some((token) => partWords.some((words) => isWord(token, words)));
}

const partWords = [clauseWords, annexWords, standardWords];

/**
 * `| Nr. | Maßnahme |` in the Statement of Applicability of a standard: whether a column numbers controls, whatever is wrong with some
 * of them.
 */
export function listsStatement(runs: Runs, header: number, scope: ScopeFinder, catalog: Catalog): boolean {
  const things = runs.of(header).mentions.length > 0 ? null : thingsNumbered(runs, header);
  if (things === null || things === 'own' || !isInStatement(header, scope) || !scope.namesStandard(header))
    return false;
  const { numbers } = numbersOfColumn(runs, header);
  const editions = catalog.standards.filter(({ type }) => type === 'management-system');
  return numbers.length > 0 && mostOf(numbers, 'A.', editions, catalog) * 2 >= numbers.length;
}

/** Whether the title of the document, or a heading above a block, is that of a Statement of Applicability. */
export function isInStatement(index: number, scope: ScopeFinder): boolean {
  return [scope.title, ...scope.headingsOf(index).map(({ prose }) => prose)].some(isTitleOfStatement);
}

/** So many chapters of its seven are the way through a standard, and no list of an organisation, which begins with 1. */
const enoughChapters = 5;
/** A word of a title stands in two rows by chance: "5.2 Publish the policy", "6.1 Update risks". */
const enoughRows = 3;

/**
 * What the numbers beside actions or questions are after all: `| 9.2 | Are internal audits planned? |`, row by row about what its clause is
 * called, or a checklist that goes through the standard.
 *
 * @param areClauses whether all of the numbers are clauses of one edition
 */
export function meaningBesideOwn(runs: Runs, header: number, areClauses: boolean, catalog: Catalog): BareNumbers {
  const rows = rowsOf(runs, header);
  const byTitle = meaningOfRows(rows, catalog);
  // "Risk ID" leaves no doubt.
  if (byTitle !== 'none' || runs.of(header).tokens.some(isOwnThing)) return byTitle;
  const chapters = new Set(rows.map(({ number }) => Number.parseInt(number, 10)));
  if (areClauses && chapters.size >= enoughChapters) return 'clause';
  const areAbout = (prefix: string): boolean =>
    rows.length >= enoughRows && rows.every(({ number, words }) => touchesTitle(prefix + number, words, catalog));
  return areAbout('') ? 'clause' : areAbout('A.') ? 'control' : 'none';
}
