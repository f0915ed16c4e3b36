/** Columns of controls that hold some clauses too, both as bare numbers: below the name of a standard, or where one is named around. */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import type { Evidence } from '../draft.js';
import type { ScopeFinder } from '../evidence/scope.js';
import { labelMentions } from '../evidence/systems.js';
import type { RawReference } from '../grammar.js';
import { annexWords, controlWords, requirementWords } from '../text/lexicon.js';
import type { Runs } from '../text/runs.js';
import { standardNames } from '../text/standardNames.js';
import { isWord } from '../text/tokens.js';
import { isListable, nearlyAllAre, numbersOfColumn } from './columnCells.js';
import { isSoaTable, saysApplicable, standsBelowControls } from './columns.js';
import { cellsOfRow } from './tableRows.js';
import { sharesWord } from './titledNumbers.js';

/**
 * The references of a cell; `6.1.2` among `5.9`, `8.5`, `8.15` below "ISO 27001:2022" is the clause, not the control of that number
 * of an older edition. So is `9.2` below "Control" in a text about that edition, but not what was a control itself.
 */
export function withClauses(
  raws: readonly RawReference[],
  runs: Runs,
  index: number,
  scope: ScopeFinder,
  catalog: Catalog,
): readonly RawReference[] {
  const header = scope.headerOf(index);
  if (header < 0 || raws.length === 0) return raws;
  let found = runs.columnEditions.get(header);
  if (found === undefined) {
    found = editionOf(runs, header, scope, catalog);
    runs.columnEditions.set(header, found);
  }
  if (found === null) return raws;
  const { edition, isNamed, saysControls, holdsClauses, holdsOld } = found;
  const { key, standard } = edition;
  // A column of statuses alone is one of a gap analysis as well, which has clauses; the rows of a Statement of Applicability are controls.
  const isStatement = (isNamed && (saysControls || holdsOld) ? isSoaTable : saysApplicable)(runs, header);
  // "4.3, 5.1, 9.3": what begins with a number that only a clause has, or holds two of them, goes on with clauses.
  const onlyClauses = raws.filter(({ members }) => !catalog.find(key, `A.${members[0]!.parts.join('.')}`));
  const isOnlyClauses =
    (holdsClauses || (!saysControls && raws.length > 1 && (onlyClauses.length > 1 || onlyClauses[0] === raws[0]))) &&
    !isStatement &&
    raws.every(({ members }) => isClauseOf(edition, members[0]!.parts.join('.'), catalog));
  const isClause = (raw: RawReference): boolean => {
    const number = raw.members[0]!.parts.join('.');
    if (raw.form !== 'control' || raw.attached) return false;
    const isCalled = (entry: CatalogEntry | undefined): boolean =>
      cellsOfRow(runs.blocks, index).some((cell) => sharesWord(entry, runs.of(cell).prose));
    const control = catalog.find(key, `A.${number}`);
    if (control) return isOnlyClauses && !isCalled(control);
    const clause = catalog.find(key, number);
    if (clause?.kind !== 'clause') return false;
    if (isCalled(clause)) return true;
    const others = catalog.editions(standard).flatMap((other) => catalog.find(other.key, `A.${number}`) ?? []);
    // Below a mere "Control" it may be one of old that nobody has renumbered.
    if (!isNamed && saysControls && others.some(({ kind }) => kind === 'control')) return false;
    if (isStatement || standsBelowControls(header, scope)) return false;
    return !others.some((entry) => isCalled({ ...entry, kind: 'control' }));
  };
  return raws.some(isClause) ? raws.map((raw) => (isClause(raw) ? { ...raw, form: 'clause' } : raw)) : raws;
}

/** The edition of a column, and what its head says. */
export interface ColumnEdition {
  readonly edition: Standard;
  /** The head names the standard. */
  readonly isNamed: boolean;
  /** The head says that its numbers are controls; one that names no standard does so unless it speaks of requirements. */
  readonly saysControls: boolean;
  /** All numbers are clauses of the edition, and one of them is nothing else there. */
  readonly holdsClauses: boolean;
  /** One of the numbers is nothing in the edition, and a control of another: nobody has renumbered them. */
  readonly holdsOld: boolean;
}

/**
 * The one edition that the head names, or else the nearest of its surroundings; where they name none, the one that has most of the
 * numbers. Null where the numbers are not those of an edition that only the surroundings name.
 */
function editionOf(runs: Runs, header: number, scope: ScopeFinder, catalog: Catalog): ColumnEdition | null {
  let named = labelMentions(runs.of(header), standardNames(catalog)).flatMap(({ standards }) => standards);
  const isNamed = named.length > 0;
  // The year of an edition alone is nearer than a standard farther away.
  const around = ({ standards, editionHint }: Evidence): boolean => standards.length > 0 || editionHint !== null;
  if (!isNamed) named = [...(scope.outside(header).find(around)?.standards ?? [])];
  const ours = named.find(({ known, byCompanion }) => known && !byCompanion);
  if (!ours || named.some((one) => one.standard !== ours.standard || one.edition !== ours.edition)) return null;
  const { numbers } = numbersOfColumn(runs, header);
  const year = ours.edition ?? (isNamed ? yearAround(ours.standard, header, scope) : null);
  const edition = year === null ? havingMost(numbers, ours.standard, catalog) : catalog.edition(ours.standard, year);
  if (!edition || !(isNamed || nearlyAllAre(numbers, ['', 'A.'], edition, catalog))) return null;
  const isControl = (one: Standard, number: string): boolean =>
    catalog.find(one.key, `A.${number}`)?.kind === 'control';
  const others = catalog.editions(ours.standard).filter((one) => one !== edition);
  const has = (words: ReadonlySet<string>): boolean => runs.of(header).tokens.some((token) => isWord(token, words));
  return {
    edition,
    isNamed,
    saysControls: isNamed ? has(controlWords) || has(annexWords) : !has(requirementWords),
    holdsClauses:
      numbers.every((number) => isClauseOf(edition, number, catalog)) &&
      numbers.some((number) => !catalog.find(edition.key, `A.${number}`)),
    holdsOld: numbers.some(
      (number) => !nearlyAllAre([number], ['', 'A.'], edition, catalog) && others.some((one) => isControl(one, number)),
    ),
  };
}

/** The edition that the nearest of the surroundings names which name any of the standard; null for none or several. */
function yearAround(standard: string, header: number, scope: ScopeFinder): string | null {
  for (const { standards } of scope.outside(header)) {
    const years = new Set(
      standards.filter((one) => one.standard === standard && one.edition).map((one) => one.edition),
    );
    if (years.size > 0) return years.size === 1 ? [...years][0]! : null;
  }
  return null;
}

/** The edition of a standard that has most of the numbers, as clauses or controls; of equals the one in force. */
function havingMost(numbers: readonly string[], standard: string, catalog: Catalog): Standard | undefined {
  const entries = ({ key }: Standard): number =>
    numbers.filter((number) => ['', 'A.'].some((prefix) => isListable(catalog.find(key, prefix + number)))).length;
  const rank = (edition: Standard): number => entries(edition) + (edition.status === 'current' ? 0.5 : 0);
  return [...catalog.editions(standard)].sort((a, b) => rank(b) - rank(a))[0];
}

function isClauseOf(edition: Standard, number: string, catalog: Catalog): boolean {
  return catalog.find(edition.key, number)?.kind === 'clause';
}
