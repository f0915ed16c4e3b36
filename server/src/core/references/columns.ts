/** When bare numbers in a table are ids: the column's header or the row's label must say so. */
import type { Catalog, Standard } from '../catalog/types.js';
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
  if (has(referenceWords) && hasYear) return 'control';
  if (has(referenceWords) && run.tokens.length <= 3) return 'either';
  // "2013 대응": a short label with the year of an edition, in whatever language.
  if (hasYear && run.tokens.length <= 4 && run.tokens.some((token) => years.has(token.text))) return 'control';
  return 'none';
}

function simplify(label: Label): BareNumbers {
  return label === 'either' ? 'control' : label;
}

/**
 * A column headed by a standard's name, or by a word such as "Reference", holds clauses if all its numbers are clauses or if
 * it writes its controls with their letter; else controls. Headed by no standard, every number must exist as one of them.
 */
function refine(label: Label, runs: Runs, header: number, catalog: Catalog): BareNumbers {
  if (label !== 'either') return label;
  const standards = runs
    .of(header)
    .mentions.flatMap((mention) => mention.standards)
    .filter((named) => named.known);
  const isNamed = standards.length > 0;
  const editions = isNamed
    ? standards.flatMap((named) => catalog.editions(named.standard))
    : catalog.standards.filter((one) => one.type === 'management-system' && one.status === 'current');
  const has = (id: string): boolean => editions.some((edition) => catalog.find(edition.key, id) !== undefined);
  const { numbers, hasLetters } = numbersOfColumn(runs, header);
  if (numbers.length === 0) return 'none';
  const clauses = numbers.filter(has).length;
  const fits = (edition: Standard): boolean =>
    numbers.every((number) =>
      [number, `A.${number}`].some((id) => ['clause', 'control'].includes(catalog.find(edition.key, id)?.kind ?? '')),
    );
  if (!isNamed && !editions.some(fits)) return 'none';
  if (standards.some((named) => named.byCompanion)) return 'control';
  // The rows of a Statement of Applicability are controls, unless the column writes those with their letter.
  if (isSoaTable(runs, header)) return hasLetters ? 'clause' : 'control';
  return hasLetters || clauses === numbers.length ? 'clause' : 'control';
}

/** The numbers with which the cells of a column begin, and whether any cell writes an id with its letter. */
function numbersOfColumn(runs: Runs, header: number): { numbers: string[]; hasLetters: boolean } {
  const { table, column } = runs.blocks[header]!;
  const numbers: string[] = [];
  let hasLetters = false;
  for (let i = header + 1; i < runs.blocks.length && runs.blocks[i]!.table === table; i++) {
    if (runs.blocks[i]!.column !== column || !runs.hasDigit(i)) continue;
    const { tokens } = runs.of(i);
    if (tokens.some((token, at) => token.text === 'A' && tokens[at + 1]?.text === '.')) hasLetters = true;
    const first = tokens[0];
    if (first?.kind === 'number' && first.parts.length >= 2) numbers.push(first.parts.join('.'));
  }
  return { numbers, hasLetters };
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
