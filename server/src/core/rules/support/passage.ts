/** The words around a reference, for rules that ask how it is meant: its sentence, its row, and what stands above them. */
import type { PolicyDocument, Reference } from '../../document.js';
import type { Block } from '../../markdown/blocks.js';
import { readDocumentText } from '../../markdown/documentText.js';
import type { Span } from '../../text.js';
import { scalarAt } from './replace.js';
import { firstFrom } from './source.js';

/** Stands for the reference itself in the texts of a passage; other references are `otherMark`. */
export const ownMark = '◆';
export const otherMark = '◇';

/** All texts are in lower case, without emphasis, with a mark in the place of each reference. */
export interface Passage {
  /** The paragraph, item or cell. */
  readonly block: string;
  /** The sentence of it. */
  readonly sentence: string;
  /** The sentence behind it; empty at the end of the block. */
  readonly next: string;
  /** The item behind it in its list; empty outside lists. */
  readonly nextItem: string;
  /** The header of the column; empty outside tables. */
  readonly header: string;
  /** Headers of the whole table. */
  readonly headers: readonly string[];
  /** The cells of its row, its own among them; empty outside tables. */
  readonly row: readonly string[];
  /** The headings above, inner to outer. */
  readonly headings: readonly string[];
  /** The paragraph that leads to the list, table or quotation. */
  readonly leadIn: string;
  readonly isQuoted: boolean;
  /** The summary of the `<details>` in which it is folded away; empty elsewhere. */
  readonly summary: string;
}

/** Longer paragraphs are looked at near the reference only, in characters to each side. */
const farthest = 1500;

/**
 * The passage of a reference, or of anything else that is cited; null in front matter and comments, which have no sentences.
 * @param among all that are cited beside it, in order, it among them
 */
export function passageOf(
  reference: Pick<Reference, 'span' | 'where' | 'section'>,
  document: PolicyDocument,
  text: string,
  among: readonly Cited[] = document.references,
): Passage | null {
  if (reference.where === 'front-matter' || reference.where === 'comment') return null;
  const structure = structureOf(document, text);
  const { blocks } = structure;
  const index = blockAt(blocks, reference.span.start);
  const block = blocks[index];
  if (!block || block.span.end < reference.span.end) return null;
  const heads = headsOf(structure, block);
  const header = heads.find((cell) => cell.column === block.column && cell !== block);
  const words = marked(nearby(block.span, reference.span), reference, among, text);
  const behind = blocks[index + 1];
  const leadIn = blocks[firstOfGroup(structure, index) - 1];
  return {
    block: words.toLowerCase(),
    ...sentencesOf(words),
    nextItem: behind && behind.list >= 0 && behind.list === block.list ? nextItemOf(behind.span, document, text) : '',
    header: header ? plain(text, header.span) : '',
    headers: heads.map(({ span }) => plain(text, span)),
    row: rowOf(blocks, index).map(({ span }) => plain(text, span).trim()),
    headings: headingsAbove(reference.section, document, structure),
    leadIn: leadIn?.kind === 'paragraph' ? plain(text, leadIn.span) : '',
    isQuoted: block.quoted,
    summary:
      structure.folded.find(({ start, end }) => start < reference.span.start && reference.span.end <= end)?.summary ??
      '',
  };
}

/** The sentence of anything that is cited, and the next one; `among` are all citations of its kind, in order. */
export function sentenceAround(
  cited: Cited,
  among: readonly Cited[],
  document: PolicyDocument,
  text: string,
): Pick<Passage, 'sentence' | 'next'> | null {
  const { blocks } = structureOf(document, text);
  const block = blocks[blockAt(blocks, cited.span.start)];
  if (!block || block.span.end < cited.span.end) return null;
  return sentencesOf(marked(nearby(block.span, cited.span), cited, among, text));
}

export interface Cited {
  readonly span: Span;
}

/** References of the same number in the same paragraph, item or cell; the nearest few. */
export function repeatedBeside(reference: Reference, document: PolicyDocument, text: string): readonly Reference[] {
  const { blocks } = structureOf(document, text);
  const block = blocks[blockAt(blocks, reference.span.start)];
  if (!block) return [];
  const around = nearby(block.span, reference.span);
  const beside: Reference[] = [];
  for (let at = firstFrom(document.references, around.start); at < document.references.length; at++) {
    const other = document.references[at]!;
    if (other.span.start >= around.end || beside.length === mostBeside) break;
    if (other !== reference && other.ids.join() === reference.ids.join()) beside.push(other);
  }
  return beside;
}

const mostBeside = 4;

/** The keys above a reference in front matter, joined: `mapping iso27001_2013`; lower case, empty elsewhere. */
export function keysOf(reference: Reference, document: PolicyDocument): string {
  if (reference.where !== 'front-matter') return '';
  const path = scalarAt(document, reference.span)?.path ?? [];
  return path
    .filter((key) => typeof key === 'string')
    .join(' ')
    .toLowerCase();
}

/** The text before the second heading, as a reader sees it first. */
export function openingOf(document: PolicyDocument, text: string): string {
  const start = document.frontMatter?.span.end ?? 0;
  const end = Math.min(document.headings[1]?.span.start ?? text.length, start + farthest);
  return plain(text, { start, end: Math.max(start, end) });
}

interface Folded extends Span {
  readonly summary: string;
}

/** What is looked up again and again for the references of one document. */
interface Structure {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly tableStart: ReadonlyMap<number, number>;
  readonly listStart: ReadonlyMap<number, number>;
  readonly folded: readonly Folded[];
  readonly headings: Map<number, readonly string[]>;
}

const structures = new WeakMap<PolicyDocument, Structure>();

function structureOf(document: PolicyDocument, text: string): Structure {
  const known = structures.get(document);
  if (known?.text === text) return known;
  const { blocks } = readDocumentText(text);
  const tableStart = new Map<number, number>();
  const listStart = new Map<number, number>();
  blocks.forEach(({ table, list }, index) => {
    if (table >= 0 && !tableStart.has(table)) tableStart.set(table, index);
    if (list >= 0 && !listStart.has(list)) listStart.set(list, index);
  });
  const structure = { text, blocks, tableStart, listStart, folded: foldedParts(text), headings: new Map() };
  structures.set(document, structure);
  return structure;
}

/** More parts that are folded away are not looked at. */
const mostFolded = 200;

function foldedParts(text: string): Folded[] {
  const parts: Folded[] = [];
  const opening = /<details\b[^>]{0,200}>/gi;
  for (let match = opening.exec(text); match && parts.length < mostFolded; match = opening.exec(text)) {
    const start = opening.lastIndex;
    const close = text.indexOf('</details>', start);
    const summary = /<summary[^>]{0,200}>([\s\S]{0,300}?)<\/summary>/i.exec(text.slice(start, start + 800))?.[1] ?? '';
    parts.push({ start, end: close < 0 ? text.length : close, summary: lettersOf(summary).toLowerCase() });
  }
  return parts;
}

function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.span.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function nearby(block: Span, span: Span): Span {
  return { start: Math.max(block.start, span.start - farthest), end: Math.min(block.end, span.end + farthest) };
}

/** Columns further to the right say nothing of this one. */
const mostColumns = 60;

function headsOf({ blocks, tableStart }: Structure, { table }: Block): Block[] {
  if (table < 0) return [];
  const start = tableStart.get(table)!;
  return blocks.slice(start, start + mostColumns).filter((cell) => cell.table === table && cell.row === 0);
}

function rowOf(blocks: readonly Block[], index: number): readonly Block[] {
  const { table, row, column } = blocks[index]!;
  if (table < 0) return [];
  const start = Math.max(0, index - Math.min(column, mostColumns));
  return blocks.slice(start, start + mostColumns).filter((cell) => cell.table === table && cell.row === row);
}

/** The first block of the table or list that the block is part of; of a quotation the nearest paragraph. */
function firstOfGroup({ blocks, tableStart, listStart }: Structure, index: number): number {
  const { table, list } = blocks[index]!;
  if (table >= 0) return tableStart.get(table)!;
  if (list >= 0) return listStart.get(list)!;
  let at = index;
  while (at > 0 && index - at < mostColumns && blocks[at]!.quoted && blocks[at - 1]!.quoted) at--;
  return at;
}

function headingsAbove(section: number, document: PolicyDocument, { headings }: Structure): readonly string[] {
  let found = headings.get(section);
  if (!found) {
    const above: string[] = [];
    let depth = 7;
    for (let at = section; at >= 0 && depth > 1; at--) {
      const heading = document.headings[at]!;
      if (heading.depth >= depth) continue;
      depth = heading.depth;
      above.push(lettersOf(heading.text).toLowerCase());
    }
    found = above;
    headings.set(section, found);
  }
  return found;
}

/** The text of a span with a mark in the place of each reference that stands in it. */
function marked(span: Span, own: Cited, among: readonly Cited[], text: string): string {
  const pieces: string[] = [];
  let from = span.start;
  for (let at = firstFrom(among, span.start); at < among.length; at++) {
    const reference = among[at]!;
    if (reference.span.start >= span.end) break;
    if (reference.span.start < from) continue;
    pieces.push(lettersOf(text.slice(from, reference.span.start)));
    pieces.push(reference.span.start === own.span.start ? ownMark : otherMark);
    from = reference.span.end;
  }
  pieces.push(lettersOf(text.slice(from, Math.max(from, span.end))));
  return pieces.join('');
}

/** The beginning of an item, as far as a label and a reference reach. */
function nextItemOf({ start, end }: Span, { references }: PolicyDocument, text: string): string {
  const span = { start, end: Math.min(end, start + 120) };
  return marked(span, { span: { start: -1, end: -1 } }, references, text).toLowerCase();
}

function plain(text: string, { start, end }: Span): string {
  return lettersOf(text.slice(start, Math.min(end, start + farthest))).toLowerCase();
}

/** Without emphasis, code marks, and the marks of a quotation; every gap is one blank. */
function lettersOf(text: string): string {
  return text
    .replace(/[*_`~◆◇]/g, '')
    .replace(/\n[ \t]*>/g, ' ')
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ');
}

/**
 * For the place behind a point: none that stands behind a day or another ordinal number, which ends no sentence ("vom 12. Mai 2021",
 * "im 2. Quartal").
 */
export const behindNoOrdinal =
  '(?<!(?:[Vv]om|[Aa]m|[Zz]u[mr]|[Dd](?:e[mnrs]|as|ie)|[Ii]m|[Bb]is|[Ss]eit|[Aa]b) \\d\\d?\\.)(?!(?<=(?<![\\d.])\\d\\d?\\.)\\s+(?:Jan|Feb|M[aä][irz]|Apr|Ju[nl]|Aug|Sep|O[ck]t|Nov|De[cz]))';

/**
 * Between sentences: a mark that ends one, and the next begins with a capital or a reference. What is shorter than a word
 * ends none before a reference: "e.g. A.5.1", "cf. A.5.1"; nor does "Dr. Sommer". The mark stands first, for which a text is searched quickly.
 */
const sentenceEnd = new RegExp(
  `[.!?](?:(?<=(?:[\\p{L}\\p{N}]{2}|[◆◇)"”»]).)(?<!\\b[DM]rs?\\.)${behindNoOrdinal}["”»)]*\\s+(?=["“„«(]*\\p{Lu})|(?<=(?:\\p{L}{4}|[◆◇)"”»]).)["”»)]*\\s+(?=[◆◇]))`,
  'gu',
);

/** The sentence in which the reference stands. */
function sentencesOf(words: string): Pick<Passage, 'sentence' | 'next'> {
  const at = words.indexOf(ownMark);
  let start = 0;
  let sentence: string | null = null;
  for (const match of words.matchAll(sentenceEnd)) {
    const stop = match.index + match[0].length;
    const part = words.slice(start, stop).trim().toLowerCase();
    if (sentence === null && stop > at) sentence = part;
    // "No. It does not exist.": a word alone is not yet what is said.
    else if (sentence !== null && part.includes(' ')) return { sentence, next: part };
    start = stop;
  }
  const rest = words.slice(start).trim().toLowerCase();
  return sentence === null ? { sentence: rest, next: '' } : { sentence, next: rest };
}
