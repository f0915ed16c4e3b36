/** Columns below the name of a standard that hold its controls and some of its clauses, both as bare numbers. */
import type { Catalog, CatalogEntry, Standard } from '../catalog/types.js';
import { mostOf, numbersOfColumn } from './columnCells.js';
import { isSoaTable, standsBelowControls } from './columns.js';
import type { RawReference } from './grammar.js';
import type { Runs } from './runs.js';
import type { ScopeFinder } from './scope.js';
import { standardNames } from './standardNames.js';
import { labelMentions } from './systems.js';
import { cellsOfRow } from './tableRows.js';
import { sharesWord } from './titledNumbers.js';

/**
 * The references of a cell; `6.1.2` among `5.9`, `8.5`, `8.15` below "ISO 27001:2022" is the clause, not the control of that number
 * of an older edition.
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
  let edition = runs.columnEditions.get(header);
  if (edition === undefined) {
    edition = editionOf(runs, header, catalog);
    runs.columnEditions.set(header, edition);
  }
  if (edition === null) return raws;
  const { key, standard } = edition;
  const isClause = (raw: RawReference): boolean => {
    const number = raw.members[0]!.parts.join('.');
    if (raw.form !== 'control' || raw.attached || catalog.find(key, `A.${number}`)) return false;
    const clause = catalog.find(key, number);
    if (clause?.kind !== 'clause') return false;
    const isCalled = (entry: CatalogEntry | undefined): boolean =>
      cellsOfRow(runs.blocks, index).some((cell) => sharesWord(entry, runs.of(cell).prose));
    if (isCalled(clause)) return true;
    // The rows of a Statement of Applicability are controls.
    if (isSoaTable(runs, header) || standsBelowControls(header, scope)) return false;
    return !catalog.editions(standard).some((other) => isCalled(catalog.find(other.key, `A.${number}`)));
  };
  return raws.some(isClause) ? raws.map((raw) => (isClause(raw) ? { ...raw, form: 'clause' } : raw)) : raws;
}

/** The one edition that the head names; where it names none, the one that has most of the numbers as controls. */
function editionOf(runs: Runs, header: number, catalog: Catalog): Standard | null {
  const named = labelMentions(runs.of(header), standardNames(catalog)).flatMap(({ standards }) => standards);
  const ours = named.find(({ known, byCompanion }) => known && !byCompanion);
  if (!ours || named.some(({ standard }) => standard !== ours.standard)) return null;
  const stated = catalog.edition(ours.standard, ours.edition);
  if (ours.edition !== null) return stated ?? null;
  const { numbers } = numbersOfColumn(runs, header);
  const having = (edition: Standard): number => mostOf(numbers, 'A.', [edition], catalog);
  return [...catalog.editions(ours.standard)].sort((a, b) => having(b) - having(a))[0] ?? null;
}
