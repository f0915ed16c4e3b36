/** Bare numbers below "Control" that are those of another framework: a cell of their row, or one above them in the column, says so. */
import type { Catalog } from '../../catalog/types.js';
import { isAbbreviation } from '../text/designations.js';
import { lawsNamed, standardWords } from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isWord, type Token } from '../text/tokens.js';
import { numberedRow } from './columnCells.js';
import { cellsOfRow } from './tableRows.js';
import { sharesWord } from './titledNumbers.js';

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
  const sources = sourcesBeside(runs, header);
  const rows = new Set<number>();
  let isCarried = false;
  for (let i = header + 1; runs.blocks[i]?.table === table; i++) {
    const block = runs.blocks[i]!;
    const isOwn = block.column === column;
    const isOther = isOwn ? isForeignName(runs.of(i)) : sources.get(block.column)?.(runs.of(i));
    if (isOther === undefined) continue;
    const { mentions, tokens } = runs.of(i);
    if (isOwn) isCarried = mentions[0]?.first === 0 ? isOther : isCarried && tokens[0]?.kind === 'number';
    if (isOwn ? isCarried : isOther) rows.add(block.row);
  }
  return rows;
}

type IsForeign = (cell: Run) => boolean;

/**
 * The columns beside one that say whose the number of a row is, each with what tells that it is not ours: those headed
 * "Framework" or "Standard", and those in which most cells name a standard or framework, ours too. Where ours are named, a name that
 * is unknown ("FDA GMLP") is another one.
 */
function sourcesBeside(runs: Runs, header: number): ReadonlyMap<number, IsForeign> {
  const sources = new Map<number, IsForeign>();
  const { table, column } = runs.blocks[header]!;
  for (const head of cellsOfRow(runs.blocks, header)) {
    if (head === header) continue;
    const beside = runs.blocks[head]!.column;
    const isHeaded = runs.of(head).tokens.some(isSource);
    let cells = 0;
    let named = 0;
    let ours = 0;
    for (let i = header + 1; runs.blocks[i]?.table === table; i++) {
      if (runs.blocks[i]!.column !== beside || beside === column) continue;
      const { tokens, mentions } = runs.of(i);
      cells++;
      if (tokens.length > longestName || mentions[0]?.first !== 0) continue;
      named++;
      if (mentions.some(({ standards }) => standards.some(({ known }) => known))) ours++;
    }
    if (isHeaded && ours > 0) sources.set(beside, (cell) => isForeignName(cell) || isDesignation(cell));
    else if (isHeaded || (ours > 0 && named * 2 > cells)) sources.set(beside, isForeignName);
  }
  return sources;
}

/** In tokens: "ISO/IEC 27001:2022 Annex A". */
const longestName = 10;

function isForeignName({ mentions }: Run): boolean {
  return mentions[0]?.first === 0 && mentions.every(isForeign);
}

/** `prEN 18286`, `FDA GMLP`, `MDCG 2019-16`: nothing but an abbreviation, and a number or another one. */
function isDesignation({ mentions, tokens }: Run): boolean {
  const [body, next] = tokens;
  if (mentions.length > 0 || tokens.length > longestName || body?.kind !== 'word' || body.text.length < 2) return false;
  if (!isAbbreviation(body.text) || next === undefined) return false;
  return tokens.slice(1).every(({ kind, text }) => kind !== 'word' || text === text.toUpperCase());
}

/** "Standard", "Norm (ISO)": a head that says it first, and no "Related standards". */
export function headsStandards({ tokens }: Run): boolean {
  return tokens.length <= longestHead && isSource(tokens[0]);
}

/** In tokens. */
const longestHead = 4;

function isSource(token: Token | undefined): boolean {
  return isWord(token, sourceWords) || isWord(token, standardWords);
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
