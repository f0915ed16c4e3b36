/** Columns of controls that hold some clauses too, both as bare numbers: below the name of a standard, or where one is named around. */
import type { Catalog, CatalogEntry, Standard } from '../catalog/types.js';
import { mostOf, nearlyAllAre, numbersOfColumn } from './columnCells.js';
import { isSoaTable, saysApplicable, standsBelowControls } from './columns.js';
import type { Evidence } from './draft.js';
import type { RawReference } from './grammar.js';
import type { Runs } from './runs.js';
import type { ScopeFinder } from './scope.js';
import { standardNames } from './standardNames.js';
import { labelMentions } from './systems.js';
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
  const { edition, isNamed } = found;
  const { key, standard } = edition;
  const isClause = (raw: RawReference): boolean => {
    const number = raw.members[0]!.parts.join('.');
    if (raw.form !== 'control' || raw.attached || catalog.find(key, `A.${number}`)) return false;
    const clause = catalog.find(key, number);
    if (clause?.kind !== 'clause') return false;
    const isCalled = (entry: CatalogEntry | undefined): boolean =>
      cellsOfRow(runs.blocks, index).some((cell) => sharesWord(entry, runs.of(cell).prose));
    if (isCalled(clause)) return true;
    const others = catalog.editions(standard).flatMap((other) => catalog.find(other.key, `A.${number}`) ?? []);
    // Below a mere "Control" it may be one of old that nobody has renumbered.
    if (!isNamed && others.some(({ kind }) => kind === 'control')) return false;
    // The rows of a Statement of Applicability are controls.
    if ((isNamed ? isSoaTable : saysApplicable)(runs, header) || standsBelowControls(header, scope)) return false;
    return !others.some((entry) => isCalled({ ...entry, kind: 'control' }));
  };
  return raws.some(isClause) ? raws.map((raw) => (isClause(raw) ? { ...raw, form: 'clause' } : raw)) : raws;
}

/** The edition of a column, and whether its head names the standard. */
export interface ColumnEdition {
  readonly edition: Standard;
  readonly isNamed: boolean;
}

/**
 * The one edition that the head names, or else the nearest of its surroundings; where they name none, the one that has most of the
 * numbers as controls. Null where the numbers are not those of an edition that only the surroundings name.
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
  const having = (edition: Standard): number => mostOf(numbers, 'A.', [edition], catalog);
  const edition =
    ours.edition === null
      ? [...catalog.editions(ours.standard)].sort((a, b) => having(b) - having(a))[0]
      : catalog.edition(ours.standard, ours.edition);
  if (!edition || !(isNamed || nearlyAllAre(numbers, ['', 'A.'], edition, catalog))) return null;
  return { edition, isNamed };
}
