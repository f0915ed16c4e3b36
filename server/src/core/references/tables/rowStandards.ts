/** Bare numbers in tables whose rows name their standard in a cell of its own: `| No | Standard | Clause / control |`. */
import type { Catalog } from '../../catalog/types.js';
import { isNameAlone } from '../text/runNames.js';
import type { Runs } from '../text/runs.js';
import type { NamedStandard } from '../text/standardNames.js';
import { isListable } from './columnCells.js';
import { headsStandards } from './otherFrameworks.js';
import { cellsOfRow } from './tableRows.js';

/**
 * Whether the numbers below a head are clauses or controls of the standards of their rows, of which each has nearly all
 * of its own. No edition of one standard has them all where rows are of several.
 */
export function areOfRows(runs: Runs, header: number, catalog: Catalog): boolean {
  const standards = standardsOfRows(runs, header);
  const { table, column } = runs.blocks[header]!;
  let numbers = 0;
  let missing = 0;
  for (let i = header + 1; standards.size > 0 && runs.blocks[i]?.table === table; i++) {
    const block = runs.blocks[i]!;
    const named = block.column === column ? standards.get(block.row) : undefined;
    const first = named && runs.of(i).tokens[0];
    if (first?.kind !== 'number' || first.parts.length < 2) continue;
    numbers++;
    const number = first.parts.join('.');
    const isOf = (key: string): boolean => ['', 'A.'].some((prefix) => isListable(catalog.find(key, prefix + number)));
    if (!catalog.editions(named!.standard).some(({ key }) => isOf(key))) missing++;
  }
  return numbers > 1 && missing <= numbers / rowsPerSlip;
}

/** Of so many numbers one may be a slip. */
const rowsPerSlip = 4;

/** By row the standard of the catalog that the cell below "Standard" names, and nothing but that. */
function standardsOfRows(runs: Runs, header: number): ReadonlyMap<number, NamedStandard> {
  const standards = new Map<number, NamedStandard>();
  const { blocks } = runs;
  const source = cellsOfRow(blocks, header).find((cell) => cell !== header && headsStandards(runs.of(cell)));
  if (source === undefined) return standards;
  const { table, column } = blocks[source]!;
  for (let i = source + 1; blocks[i]?.table === table; i++) {
    if (blocks[i]!.column !== column || !runs.hasDigit(i)) continue;
    const run = runs.of(i);
    const named = isNameAlone(run) ? run.mentions[0]!.standards[0]! : null;
    if (named?.known && !named.byCompanion) standards.set(blocks[i]!.row, named);
  }
  return standards;
}
