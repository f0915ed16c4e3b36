/** Where the title of an id may stand: behind it, or in the next cell of its row. */
import type { Catalog } from '../catalog/types.js';
import type { Block } from '../markdown/blocks.js';
import { detach, type Span } from '../text.js';
import { firstWord } from './documentEvidence.js';
import type { RawReference } from './grammar.js';
import { otherColumnWords } from './lexicon.js';
import type { Run } from './run.js';
import type { Runs } from './runs.js';
import type { ScopeFinder } from './scope.js';
import { entriesByTitle, titleAfter } from './titles.js';
import type { Token } from './tokens.js';

/** The pieces of a document and their tables. */
export interface TablePlaces {
  readonly runs: Runs;
  readonly scope: ScopeFinder;
}

const titleColumnWords = new Set(
  'title titles name control controls description titel bezeichnung maßnahme maßnahmen kontrolle intitulé titre nom mesure título titulo nombre nome controle controles titolo controllo benaming omschrijving clause requirement'.split(
    ' ',
  ),
);

/** Whether the column is headed as one that holds titles: what stands beside an id in another column is no title. */
function isTitleColumn(runs: Runs, index: number, scope: ScopeFinder): boolean {
  const header = scope.headerOf(index);
  if (header < 0) return false;
  const { tokens } = runs.of(header);
  return (
    tokens.some((token) => titleColumnWords.has(token.lower)) &&
    !tokens.some((token) => otherColumnWords.has(token.lower))
  );
}

/** The longest titles have so many words. */
const mostTitleTokens = 16;

export function titleOf(
  { runs, scope }: TablePlaces,
  index: number,
  block: Block,
  run: Run,
  raw: RawReference,
): { span: Span; words: string } | null {
  // "- A.8.23 Web filtering": an item or line that is nothing but an id and a few words.
  const next = run.tokens[raw.last];
  const isNamed = next?.kind === 'word' && next.text[0] !== next.lower[0];
  const isShort = isNamed && raw.first === firstWord(run) && run.tokens.length - raw.last <= mostTitleTokens;
  const takesRest = block.kind === 'heading' || block.kind === 'table-cell' || isShort;
  const span = titleAfter(run.prose, raw.end, takesRest);
  if (span) {
    const words = detach(run.prose.slice(span.start, span.end));
    return { span: { start: run.base + span.start, end: run.base + span.end }, words };
  }
  // In a table the title is often the next cell of the row.
  const cellBeside = runs.blocks[index + 1];
  if (
    block.table < 0 ||
    raw.last < run.tokens.length ||
    !cellBeside ||
    cellBeside.table !== block.table ||
    cellBeside.row !== block.row
  )
    return null;
  if (block.row === 0 || cellBeside.span.end - cellBeside.span.start > 200 || !isTitleColumn(runs, index + 1, scope))
    return null;
  const cell = runs.of(index + 1);
  const words = cell.prose.replace(/[*_]/g, '').trim();
  if (words.length < 3 || words.length > 160) return null;
  return { span: cellBeside.span, words: detach(words) };
}

export function isClauseInForce(number: Token, catalog: Catalog): boolean {
  const id = number.parts.join('.');
  return catalog.standards.some(
    ({ key, type, status }) =>
      type === 'management-system' && status === 'current' && catalog.find(key, id)?.kind === 'clause',
  );
}

/** Whether the words behind a number are exactly the title of the clause or control of that number. */
export function titledForm(run: Run, number: Token, catalog: Catalog, isHeading: boolean): 'clause' | 'control' | null {
  const span = titleAfter(run.prose, number.end, true);
  if (!span) return null;
  const words = run.prose.slice(span.start, span.end);
  const id = number.parts.join('.');
  // In a list of titles the next number follows behind a comma, a remark behind a dash.
  const upToComma = /^(?:(?! [–—-] |[,;%:]).)*/.exec(words)![0].trimEnd();
  for (const entry of [...entriesByTitle(catalog, words), ...entriesByTitle(catalog, upToComma)]) {
    // "9.2 Internal audit" may head a section of a manual that is built like the standard, "5.15 Access control" hardly.
    if (entry.kind === 'clause' && entry.id === id && !isHeading) return 'clause';
    if (entry.kind === 'control' && entry.id === `A.${id}` && !(isHeading && !words.includes(' '))) return 'control';
  }
  return null;
}
