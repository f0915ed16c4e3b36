/** When bare numbers in a table are ids: the column's header or the row's label must say so. */
import type { Catalog, Standard } from '../../catalog/types.js';
import type { ScopeFinder } from '../evidence/scope.js';
import { labelMentions } from '../evidence/systems.js';
import type { BareNumbers } from '../grammar.js';
import { standsBeside } from '../notOurs/ownIds.js';
import {
  annexWords,
  clauseWords,
  controlWords,
  genitiveWords,
  isoWords,
  lawsNamed,
  numberWords,
  otherColumnWords,
  pointWords,
  requirementWords,
  sectionWords,
  severalControls,
  standardWords,
  thisWords,
  versionWords,
} from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { type NamedStandard, type StandardNames, standardNames } from '../text/standardNames.js';
import { isMark, isWord, isYear, type Token } from '../text/tokens.js';
import { agedStandards } from './agedColumns.js';
import {
  areHeadings,
  isCountedUp,
  isListable,
  isOfSection,
  kindBehind,
  kindOfAll,
  mostOf,
  nearlyAllAre,
  numbersOfColumn,
  rowsOf,
} from './columnCells.js';
import {
  citesControl,
  headsOwnSections,
  isBesideMapping,
  isSectionOrControl,
  leavesToLabels,
  longestHead,
  referenceWords,
} from './columnHeads.js';
import { holdsFigures, isInRowOfFigures, longestYear, yearIn } from './figures.js';
import { listsStatement, meaningBesideOwn, thingsNumbered } from './numberedThings.js';
import { isOfOtherFramework } from './otherFrameworks.js';
import { areOfRows } from './rowStandards.js';
import { cellsOfRow, labelOfRow, mostColumns } from './tableRows.js';
import { meaningOfRows } from './titledNumbers.js';

const soaWords = new Set(
  'applicable applicability appl included inclusion excluded implemented implementation justification status anwendbar begründung umgesetzt aplicable applicabile toepasselijk'.split(
    ' ',
  ),
);

const applicableWords = new Set(
  'applicable applicability appl inclusion exclusion excluded included anwendbar anwendbarkeit aplicable aplica aplicabilidad aplicável aplicabilidade applicabile applicabilità toepasselijk applicabilité'.split(
    ' ',
  ),
);

/**
 * How bare numbers of a table cell are to be read. A header such as "Control", "Annex A", "Clause" or the name of a standard
 * says it for the column; a first cell such as "2013 mapping" or "ISO 27001 clauses" for the row of a two-column table.
 */
export function columnNumbers(runs: Runs, index: number, scope: ScopeFinder, catalog: Catalog): BareNumbers {
  const block = runs.blocks[index]!;
  const header = scope.headerOf(index);
  if (header === index || block.row === 0 || isVersion(runs, index)) return 'none';
  if (header >= 0 && isHeadOfVersions(runs.of(header))) return 'none';
  if (header >= 0) {
    let byHeader = runs.columnNumbers.get(header);
    if (byHeader === undefined) {
      byHeader = readHead(runs, header, scope, catalog);
      runs.columnNumbers.set(header, byHeader);
    }
    if (byHeader !== 'none') {
      const isFigure = !runs.toldColumns.has(header) && isInRowOfFigures(runs, index, catalog);
      return isFigure || isOfOtherFramework(runs, index, header, catalog) ? 'none' : byHeader;
    }
  }
  const label = labelOfRow(runs.blocks, index);
  if (label < 0 || !leavesToLabels(runs, header) || citesControl(runs.of(label))) return 'none';
  return simplify(readLabel(runs.of(label), false, standardNames(catalog)), runs.of(label));
}

/** What a head, or without a telling one the cells of its column, say of the numbers in it. */
function readHead(runs: Runs, header: number, scope: ScopeFinder, catalog: Catalog): BareNumbers {
  if (headsOwnSections(runs, header)) return 'none';
  const said = standsBesideForeign(runs, header)
    ? 'none'
    : readLabel(runs.of(header), isSoaTable(runs, header), standardNames(catalog));
  const label =
    said === 'none' && agedStandards(runs, header, scope, standardNames(catalog)).length > 0 ? 'either' : said;
  const isNameOrYear = label === 'either' || label === 'year';
  if (isNameOrYear && holdsFigures(runs, header, scope, standardNames(catalog), catalog, label === 'year'))
    return 'none';
  if (label === 'clause' && isBesideMapping(runs, header) && areHeadings(runs, header, catalog)) return 'none';
  const isStatement = listsStatement(runs, header, scope, catalog);
  if (label === 'either' && saysBoth(runs.of(header))) runs.eitherColumns.add(header);
  const bare = isStatement
    ? 'control'
    : label === 'none' && !isForeign(runs.of(header))
      ? meaningOfCells(runs, header, catalog)
      : refine(label, runs, header, scope, catalog);
  if (isStatement || (bare !== 'none' && saysKind(runs, header))) runs.toldColumns.add(header);
  return bare;
}

/** "Clause / control", "Kapitel/Maßnahme" */
function saysBoth(run: Run): boolean {
  const has = (set: ReadonlySet<string>): boolean => run.tokens.some((token) => isWord(token, set));
  return (has(clauseWords) && has(controlWords)) || isSectionOrControl(run);
}

/** "Clause", "Annex A", "Control": a head that says what its numbers are, and of no catalogue beside that of the standard. */
function saysKind(runs: Runs, header: number): boolean {
  const has = (set: ReadonlySet<string>): boolean => runs.of(header).tokens.some((token) => isWord(token, set));
  return has(clauseWords) || has(annexWords) || (has(controlWords) && !standsBeside(runs, header, false));
}

/** `| Version | 5.1 |`: what the label of the row says goes before anything that the head of the column may mean. */
function isVersion(runs: Runs, index: number): boolean {
  const label = labelOfRow(runs.blocks, index);
  if (label < 0) return false;
  const { tokens } = runs.of(label);
  // "V-2" is an id.
  return tokens.length <= 3 && isWord(tokens[0], versionWords) && !isMark(tokens[1], '-');
}

/** `| Number | Version |` */
function isHeadOfVersions({ tokens }: Run): boolean {
  return tokens.length <= 2 && isWord(tokens[0], versionWords) && tokens[0]!.lower !== 'score';
}

/** Whether the header names another framework: what stands below it is not ours, whatever the words are. */
function isForeign(run: Run): boolean {
  return run.mentions.some((mention) => mention.standards.every((named) => !named.known));
}

/** What the cells of a column without a telling header say themselves. */
function meaningOfCells(runs: Runs, header: number, catalog: Catalog): BareNumbers {
  const byTitle = meaningOfRows(rowsOf(runs, header), catalog);
  if (byTitle !== 'none' || runs.blocks[header]!.column >= mostColumns) return byTitle;
  // "A.8.8", "7.5.3", "7.2, A.6.3": a column that writes its controls with their letter means clauses by bare numbers.
  const { numbers, withLetter } = numbersOfColumn(runs, header);
  if (withLetter < 2 || numbers.length === 0) return 'none';
  const isClause = (edition: Standard): boolean =>
    numbers.every((number) => catalog.find(edition.key, number)?.kind === 'clause');
  return catalog.standards.some((one) => one.type === 'management-system' && isClause(one)) ? 'clause' : 'none';
}

/** 'year': a year and hardly a word, which is that of an edition where the numbers below are controls of one. */
type Label = BareNumbers | 'either' | 'year';

function readLabel(run: Run, isSoa: boolean, standards: StandardNames): Label {
  if (run.tokens.length > 12) return 'none';
  const mentions = labelMentions(run, standards);
  if (mentions.some((mention) => mention.standards.every((named) => !named.looksLikeIso))) return 'none';
  const names = mentions.some((mention) => mention.standards.some((named) => named.known));
  const hasYear = run.tokens.some(isYear);
  const has = (set: ReadonlySet<string>): boolean => run.tokens.some((token) => isWord(token, set));
  // "Clauses 4–10" as the label of a row is a citation; what stands beside it is counted, not cited.
  if (
    has(clauseWords) &&
    run.tokens.some(
      (token, at) =>
        token.kind === 'number' && isWord(run.tokens[at - 1], clauseWords) && !standards.years.has(token.text),
    )
  )
    return 'none';
  if (has(clauseWords)) return has(controlWords) ? 'either' : 'clause';
  if (isOfLaw(run)) return 'none';
  if (isSectionOrControl(run)) return 'either';
  if (has(annexWords)) return 'control';
  if (has(controlWords) && has(otherColumnWords)) return 'none';
  if (has(controlWords)) return names || isSoa || run.tokens.length <= 3 ? 'control' : 'none';
  // `| ISO | CSF | CIS |`
  const isIso = run.tokens.length === 1 && has(isoWords);
  if (names || isIso) return 'either';
  // "Abschnitt 2013" beside "Abschnitt 2022"
  if (has(sectionWords) && hasYear && run.tokens.length <= longestYear) return 'year';
  if (has(referenceWords) && hasYear) return 'control';
  // "Apartado de la norma", "Section of the standard"
  const isOfStandard = has(standardWords) && run.tokens.length <= longestHead;
  if (isOfStandard && has(sectionWords) && !has(thisWords)) return 'clause';
  if (has(referenceWords) && (isOfStandard || run.tokens.length <= 3)) return 'either';
  // "2013 대응": a short label with the year of an edition, in whatever language.
  if (hasYear && run.tokens.length <= 4 && run.tokens.some((token) => standards.years.has(token.text))) return 'year';
  return 'none';
}

/** "Point of the annex", "Nummer des Anhangs": those of a law have points, that of a standard controls. */
function isOfLaw({ tokens }: Run): boolean {
  const annex = tokens.findIndex((token) => isWord(token, annexWords) || token.lower === 'anhangs');
  if (annex < 0 || tokens.some(({ text }) => text === 'A')) return false;
  const isOf = isWord(tokens[annex - 1], genitiveWords) || isWord(tokens[annex - 2], genitiveWords);
  return tokens.some((token) => isWord(token, pointWords) || (isOf && isWord(token, numberWords)));
}

function simplify(label: Label, { tokens }: Run): BareNumbers {
  if (label === 'year') return tokens.length > 1 && !isWord(tokens[0], sectionWords) ? 'control' : 'none';
  return label === 'either' ? 'control' : label;
}

/**
 * A column headed by a standard's name, or by a word such as "Reference", holds clauses if all its numbers are clauses or if
 * it writes its controls with their letter; else controls. Headed by no standard, every number must exist as one of them.
 */
function refine(label: Label, runs: Runs, header: number, scope: ScopeFinder, catalog: Catalog): BareNumbers {
  if (label === 'year') return meaningOfYear(runs, header, catalog);
  if (label !== 'either') return label;
  const aged = agedStandards(runs, header, scope, standardNames(catalog));
  const standards = labelMentions(runs.of(header), standardNames(catalog))
    .flatMap((mention) => mention.standards)
    .concat(aged)
    .filter((named) => named.known);
  const isNamed = runs.of(header).mentions.length + aged.length > 0 && standards.length > 0;
  const editions =
    standards.length > 0
      ? standards.flatMap((named) => catalog.editions(named.standard))
      : catalog.standards.filter((one) => one.type === 'management-system');
  const { numbers, hasLetters, behindClauses } = numbersOfColumn(runs, header);
  // "A.6.3; 7.2; 7.3" below the name of a standard.
  if (numbers.length === 0)
    return !isNamed ? 'none' : hasLetters ? 'clause' : kindBehind(behindClauses, editions, catalog);
  const byTitle = meaningOfRows(rowsOf(runs, header), catalog);
  const isOurs = editions.some((edition) => nearlyAllAre(numbers, ['', 'A.'], edition, catalog));
  const isOf = (prefix: string): boolean =>
    editions.some((edition) => nearlyAllAre(numbers, [prefix], edition, catalog));
  const things = isNamed ? null : thingsNumbered(runs, header);
  const isOwn = things === 'own' || (isBesideMapping(runs, header) && numbers.every(isOfFew));
  if (isOwn && !saysApplicable(runs, header)) return meaningBesideOwn(runs, header, isOf(''), catalog);
  if (!isNamed && (!isOurs || isCountedUp(numbers) || isOfSection(numbers, scope.headingsOf(header)[0], catalog)))
    return byTitle === 'none' && areOfRows(runs, header, catalog) ? 'clause' : byTitle;
  if (standards.length === 0 && !saysApplicable(runs, header) && !scope.namesStandard(header)) {
    const isLong = (numbers.length >= fewRows || hasLetters) && scope.mentionsStandard(header);
    if (isLong && isWord(runs.of(header).tokens[0], isoWords)) return kindOfAll(numbers, editions, catalog) ?? byTitle;
    return isLong && editions.some((edition) => nearlyAllAre(numbers, [''], edition, catalog)) ? 'clause' : byTitle;
  }
  if (standards.some((named) => named.byCompanion)) return 'control';
  // The rows of a Statement of Applicability are controls, unless the column writes those with their letter.
  if (!hasLetters && (isSoaTable(runs, header) || (standsBelowControls(header, scope) && (!isOf('') || isOf('A.')))))
    return 'control';
  if (byTitle !== 'none') return byTitle;
  // `| No. | Control |`; a measure may be one that somebody has to take.
  if (things === 'controls' && isOf('A.')) return 'control';
  if (isOf('')) return things === 'measures' ? 'none' : 'clause';
  if (isOf('A.')) return 'control';
  // A slip or two: what more of the numbers are.
  return hasLetters || mostOf(numbers, '', editions, catalog) > mostOf(numbers, 'A.', editions, catalog)
    ? 'clause'
    : 'control';
}

/** `5.2`: what a text of somebody's own may have, unlike `5.15`. */
function isOfFew(number: string): boolean {
  return number.split('.').every((part) => Number(part) <= mostOfOwn);
}

const mostOfOwn = 10;

/** `| 2022 | Title | 2013 |`: the years of two editions, above controls or clauses of them; above figures they are any years. */
function meaningOfYear(runs: Runs, header: number, catalog: Catalog): BareNumbers {
  const year = yearIn(runs.of(header));
  const { numbers, hasLetters } = numbersOfColumn(runs, header);
  const isOf = (prefix: string): boolean =>
    catalog.standards.some(
      (edition) =>
        edition.edition === year &&
        edition.type === 'management-system' &&
        nearlyAllAre(numbers, [prefix], edition, catalog),
    );
  const isAlone = runs.of(header).tokens.length === 1;
  // Among ids with their letter one is enough: `| A.3.24 |`, `| 6.1.3 |`.
  if (isAlone && numbers.length < (hasLetters ? 1 : 2)) return 'none';
  const areControls = isOf('A.');
  const areClauses = (): boolean => isOf('') || mostAreDeepClauses(numbers, year, catalog);
  if (!areControls && areClauses() && comparesEditions(runs, header, catalog)) return 'clause';
  return areControls || !isAlone ? 'control' : 'none';
}

/**
 * Whether most of the numbers are of one edition of the year, and rather its clauses: a slip in a short column hides the others only where
 * they could be figures, and `5.4.1.2` can be none. ISO/IEC 27701:2019 has the numbers of its controls as clauses too.
 */
function mostAreDeepClauses(numbers: readonly string[], year: string | undefined, catalog: Catalog): boolean {
  return catalog.standards.some(({ key, edition, type }) => {
    if (edition !== year || type !== 'management-system') return false;
    const having = (prefix: string): readonly string[] =>
      numbers.filter((number) => isListable(catalog.find(key, prefix + number)));
    const [clauses, controls] = [having(''), having('A.')];
    const known = new Set([...clauses, ...controls]);
    const deep = clauses.filter((number) => number.split('.').length > 2);
    return (
      deep.length >= fewDeep && clauses.length >= controls.length && numbers.length - known.size <= numbers.length / 3
    );
  });
}

const fewDeep = 2;

/** Whether two columns are headed by the years of two editions of one standard: clauses and figures look alike. */
function comparesEditions(runs: Runs, header: number, catalog: Catalog): boolean {
  const years = new Set(headersOf(runs, header).map(yearIn));
  return catalog.standards.some(
    ({ standard }) => catalog.editions(standard).filter(({ edition }) => years.has(edition)).length > 1,
  );
}

/** A table whose other headers speak of applicability, status or justification is a Statement of Applicability. */
export function isSoaTable(runs: Runs, header: number): boolean {
  return headersOf(runs, header).some((run) => run.tokens.some((token) => isWord(token, soaWords)));
}

/** "Physical controls", not "Requirements and controls": what the nearest heading that speaks of either says the table lists. */
export function standsBelowControls(header: number, scope: ScopeFinder): boolean {
  for (const { tokens } of scope.headingsOf(header)) {
    if (tokens.some((token) => isWord(token, clauseWords) || isWord(token, requirementWords))) return false;
    if (tokens.some((token) => isWord(token, severalControls))) return true;
  }
  return false;
}

/** The first headers of the table of a header. */
function headersOf(runs: Runs, header: number): Run[] {
  return cellsOfRow(runs.blocks, header).map((cell) => runs.of(cell));
}

/** "applicable", "excluded" */
export function isSaidApplicable(token: Token): boolean {
  return isWord(token, applicableWords);
}

/** Of these the words that no other list has. */
export function saysApplicable(runs: Runs, header: number): boolean {
  return headersOf(runs, header).some((run) => run.tokens.some(isSaidApplicable));
}

/** Whether a header to the left names a framework: the numbers of `| PCI DSS | Control |` are its own. */
function standsBesideForeign(runs: Runs, header: number): boolean {
  if (runs.of(header).mentions.length > 0) return false;
  return cellsOfRow(runs.blocks, header)
    .filter((cell) => cell < header)
    .map((cell) => runs.of(cell))
    .some((run) => run.mentions.some((mention) => mention.standards.every(isFramework)));
}

/** Laws have articles. */
function isFramework({ looksLikeIso, standard }: NamedStandard): boolean {
  return !looksLikeIso && !lawsNamed.has(standard);
}

/** A Statement of Applicability has more rows than this. */
const fewRows = 5;

/**
 * The editions that have most of the controls that the document lists by bare numbers, as a Statement of Applicability does; none where
 * it lists too few, or clauses.
 */
export function editionsListed(
  runs: Runs,
  indexes: readonly number[],
  scope: ScopeFinder,
  catalog: Catalog,
): readonly Standard[] {
  const numbers: string[] = [];
  for (const index of indexes) {
    const block = runs.blocks[index]!;
    if (block.table < 0 || block.row === 0) continue;
    const bare = columnNumbers(runs, index, scope, catalog);
    const first = bare === 'none' ? undefined : runs.of(index).tokens[0];
    if (first?.kind !== 'number' || first.parts.length < 2) continue;
    if (bare === 'clause') return [];
    numbers.push(first.parts.join('.'));
  }
  if (numbers.length < fewRows) return [];
  const most = mostOf(numbers, 'A.', catalog.standards, catalog);
  return catalog.standards.filter((edition) => mostOf(numbers, 'A.', [edition], catalog) === most);
}
