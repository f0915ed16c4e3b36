/** Bare numbers below "Control" that are those of another framework: a cell of their row, or one above them in the column, says so. */
import type { Catalog } from '../catalog/types.js';
import { numberedRow } from './columnCells.js';
import { lawsNamed, standardWords } from './lexicon.js';
import type { Mention } from './mentions.js';
import type { Runs } from './runs.js';
import { cellsOfRow } from './tableRows.js';
import { sharesWord } from './titledNumbers.js';
import { isWord } from './tokens.js';

/**
 * `| Control | Benchmark |` above `| 5.2 | CIS AWS v3.0.0 |`; `CIS 1.4` and below it `5.2`: whether the numbers of a cell are of
 * that framework.
 */
export function isOfOtherFramework(runs: Runs, index: number, header: number, catalog: Catalog): boolean {
  if (runs.of(header).mentions.length > 0) return false;
  let rows = runs.foreignRows.get(header);
  if (!rows) {
    rows = foreignRows(runs, header);
    runs.foreignRows.set(header, rows);
  }
  return rows.has(runs.blocks[index]!.row) && !isTitled(runs, index, catalog);
}

/** The rows in which what stands below a head is of another framework. */
function foreignRows(runs: Runs, header: number): ReadonlySet<number> {
  const { table, column } = runs.blocks[header]!;
  const sources = new Set(
    cellsOfRow(runs.blocks, header)
      .filter((head) =>
        runs.of(head).tokens.some((token) => isWord(token, sourceWords) || isWord(token, standardWords)),
      )
      .map((head) => runs.blocks[head]!.column),
  );
  const rows = new Set<number>();
  let isCarried = false;
  for (let i = header + 1; runs.blocks[i]?.table === table; i++) {
    const block = runs.blocks[i]!;
    const isOwn = block.column === column;
    if (!isOwn && !sources.has(block.column)) continue;
    const { mentions, tokens } = runs.of(i);
    const isNamed = mentions[0]?.first === 0;
    const isOther = isNamed && mentions.every(isForeign);
    if (isOwn) isCarried = isNamed ? isOther : isCarried && tokens[0]?.kind === 'number';
    if (isOwn ? isCarried : isOther) rows.add(block.row);
  }
  return rows;
}

const sourceWords = new Set(
  'framework frameworks source sources benchmark benchmarks baseline catalog catalogue quelle quellen katalog rahmenwerk référentiel référentiels marco fuente referencial fonte quadro bron raamwerk kader'.split(
    ' ',
  ),
);

/** A law as the reason for a control is something else: its articles are not numbered so. */
function isForeign({ standards }: Mention): boolean {
  return standards.every(({ known, looksLikeIso, standard }) => !known && !looksLikeIso && !lawsNamed.has(standard));
}

/** `| 8.9 | Configuration management | CIS Benchmarks |`: a control of ours, whatever it is based on. */
function isTitled(runs: Runs, index: number, catalog: Catalog): boolean {
  const row = numberedRow(runs, index);
  return (
    row !== null && catalog.standards.some(({ key }) => sharesWord(catalog.find(key, `A.${row.number}`), row.words))
  );
}
