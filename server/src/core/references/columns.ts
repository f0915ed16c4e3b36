/** When bare numbers in a table are ids: the column's header or the row's label must say so. */
import type { Catalog } from '../catalog/types.js';
import type { BareNumbers } from './grammar.js';
import { annexWords, clauseWords, controlWords } from './lexicon.js';
import { isWord, standardNames } from './mentions.js';
import type { Run } from './run.js';
import type { Runs } from './runs.js';
import type { ScopeFinder } from './scope.js';

const referenceWords = new Set(
  'mapping mappings reference references ref refs referenz requirement requirements anforderung anforderungen numbering correspondence soa id nr no'.split(
    ' ',
  ),
);
const soaWords = new Set(
  'applicable applicability included inclusion excluded implemented implementation justification status anwendbar begründung umgesetzt aplicable applicabile toepasselijk'.split(
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
  if (header === index || block.row === 0) return 'none';
  if (header >= 0) {
    let byHeader = runs.columnNumbers.get(header);
    if (byHeader === undefined) {
      byHeader = refine(
        readLabel(runs.of(header), isSoaTable(runs, header), standardNames(catalog).years),
        runs,
        header,
        catalog,
      );
      runs.columnNumbers.set(header, byHeader);
    }
    if (byHeader !== 'none') return byHeader;
  }
  if (block.column === 0) return 'none';
  const label = index - block.column;
  const labelBlock = runs.blocks[label];
  if (!labelBlock || labelBlock.table !== block.table || labelBlock.row !== block.row) return 'none';
  return simplify(readLabel(runs.of(label), false, standardNames(catalog).years));
}

type Label = BareNumbers | 'either';

function readLabel(run: Run, isSoa: boolean, years: ReadonlySet<string>): Label {
  if (run.tokens.length > 12) return 'none';
  if (run.mentions.some((mention) => mention.standards.every((named) => !named.looksLikeIso))) return 'none';
  const names = run.mentions.some((mention) => mention.standards.some((named) => named.known));
  const hasYear = run.tokens.some(
    (token) => token.kind === 'number' && token.text.length === 4 && token.parts.length === 1,
  );
  const has = (set: ReadonlySet<string>): boolean => run.tokens.some((token) => isWord(token, set));
  if (has(clauseWords)) return has(controlWords) ? 'either' : 'clause';
  if (has(annexWords)) return 'control';
  if (has(controlWords)) return names || isSoa || run.tokens.length <= 3 ? 'control' : 'none';
  if (names) return 'either';
  if (has(referenceWords) && (isSoa || hasYear)) return 'control';
  // "2013 대응": a short label with the year of an edition, in whatever language.
  if (hasYear && run.tokens.length <= 4 && run.tokens.some((token) => years.has(token.text))) return 'control';
  return 'none';
}

function simplify(label: Label): BareNumbers {
  return label === 'either' ? 'control' : label;
}

/** A column headed by a standard's name holds clauses if all its numbers are clauses, else controls. */
function refine(label: Label, runs: Runs, header: number, catalog: Catalog): BareNumbers {
  if (label !== 'either') return label;
  const { table, column } = runs.blocks[header]!;
  const standards = runs
    .of(header)
    .mentions.flatMap((mention) => mention.standards)
    .filter((named) => named.known);
  const editions = standards.flatMap((named) => catalog.editions(named.standard));
  let numbers = 0;
  let clauses = 0;
  for (let i = header + 1; i < runs.blocks.length && runs.blocks[i]!.table === table; i++) {
    if (runs.blocks[i]!.column !== column || !runs.hasDigit(i)) continue;
    const first = runs.of(i).tokens[0];
    if (first?.kind !== 'number' || first.parts.length < 2) continue;
    numbers++;
    if (editions.some((edition) => catalog.find(edition.key, first.parts.join('.'))?.kind === 'clause')) clauses++;
  }
  const companions = standards.some((named) => named.byCompanion);
  return !companions && numbers > 0 && clauses === numbers ? 'clause' : 'control';
}

/** A table whose other headers speak of applicability, status or justification is a Statement of Applicability. */
function isSoaTable(runs: Runs, header: number): boolean {
  const { table, column } = runs.blocks[header]!;
  for (
    let i = header - column;
    i < runs.blocks.length && runs.blocks[i]!.table === table && runs.blocks[i]!.row === 0;
    i++
  ) {
    if (runs.of(i).tokens.some((token) => isWord(token, soaWords))) return true;
  }
  return false;
}

/**
 * How bare numbers at the beginning of a list item are to be read: the sentence that leads in to the list must say so
 * ("… the following Annex A controls:").
 */
export function listNumbers(runs: Runs, index: number, scope: ScopeFinder): BareNumbers {
  const leadIn = scope.leadInOf(index);
  if (leadIn < 0) return 'none';
  const cached = runs.columnNumbers.get(leadIn);
  if (cached !== undefined) return cached;
  const run = runs.of(leadIn);
  const last = run.tokens[run.tokens.length - 1];
  let numbers: BareNumbers = 'none';
  if (last?.text === ':' && run.mentions.some((mention) => mention.standards.some((named) => named.known))) {
    const has = (set: ReadonlySet<string>): boolean => run.tokens.some((token) => isWord(token, set));
    if (has(clauseWords)) numbers = 'clause';
    else if (has(annexWords) || has(controlWords)) numbers = 'control';
  }
  runs.columnNumbers.set(leadIn, numbers);
  return numbers;
}
