/** Document control fields (owner, version, approval, …): from front matter, a table or labels near the top of the body. */
import type { ControlField, FieldName, FrontMatter, FrontMatterScalar } from './document.js';
import { isSpace, skipSpaces, trimEnd } from './markdown/characters.js';
import { sourceOf } from './markdown/inline.js';
import type { Block } from './markdown/types.js';
import { normaliseKey, type Settings } from './settings.js';
import { detach, type Span } from './text.js';

/** A longer text beside a label is prose. */
const longestValue = 300;
const longestLabel = 40;
/** Fields of the body stand before the first section; so many blocks are looked at where there are no sections. */
const mostBlocks = 80;
const mostCells = 200;

/** What a heading or bold line over a list of fields says, in the languages that references are read in. */
const controlWords =
  /\b(?:document|policy)\s+(?:control|information|info|details|properties|data|metadata)\b|\bmetadata\b|\bdokument(?:en)?(?:lenkung|steuerung|kontrolle|information|daten)|\b(?:contr[ôo]le|informations?) (?:du|sur le) document\b|\bcontrol(?:e)? (?:del?|do) documento\b|\bdocumentbeheer\b|\bcontrollo del documento\b/i;

/**
 * The fields of a document, each at most once. Front matter wins over the body; within it the key that the settings name
 * first wins. Values are as written, placeholders included.
 */
export function findFields(
  text: string,
  frontMatter: FrontMatter | null,
  blocks: readonly Block[],
  settings: Settings,
): ControlField[] {
  const finder = new FieldFinder(text, keysOf(settings));
  if (frontMatter) finder.readFrontMatter(frontMatter);
  finder.readBody(blocks);
  return finder.fields();
}

interface KeyMeaning {
  readonly name: FieldName;
  /** Place in the settings: the lower, the more it is meant. */
  readonly rank: number;
}

const keyCache = new WeakMap<Settings, ReadonlyMap<string, KeyMeaning>>();

function keysOf(settings: Settings): ReadonlyMap<string, KeyMeaning> {
  const known = keyCache.get(settings);
  if (known) return known;
  const keys = new Map<string, KeyMeaning>();
  for (const [name, names] of Object.entries(settings.fieldKeys)) {
    for (const [rank, key] of names.entries()) keys.set(normaliseKey(key), { name: name as FieldName, rank });
  }
  keyCache.set(settings, keys);
  return keys;
}

/** Keys under which front matter may group its document control fields. */
const groupKeys = new Set(['document', 'document_control', 'doc', 'metadata', 'meta', 'policy']);

class FieldFinder {
  private readonly found = new Map<FieldName, { field: ControlField; rank: number; inBody: boolean }>();

  constructor(
    private readonly text: string,
    private readonly keys: ReadonlyMap<string, KeyMeaning>,
  ) {}

  fields(): ControlField[] {
    return [...this.found.values()].map(({ field }) => field).sort((a, b) => a.span.start - b.span.start);
  }

  readFrontMatter(frontMatter: FrontMatter): void {
    for (const scalar of frontMatter.scalars) {
      const key = fieldKeyOf(scalar);
      const meaning = key === null ? undefined : this.keys.get(normaliseKey(key));
      if (!meaning) continue;
      const { contentSpan: span, keySpan } = scalar;
      this.add(meaning, { name: meaning.name, value: scalar.text, span, keySpan }, false);
    }
  }

  readBody(blocks: readonly Block[]): void {
    let headings = 0;
    let isControl = false;
    for (let index = 0; index < blocks.length && index < mostBlocks; index++) {
      const block = blocks[index]!;
      if (block.kind === 'heading') {
        const isControlHeading = controlWords.test(this.text.slice(block.span.start, block.span.end));
        if (headings > 0 && !isControlHeading) return;
        headings++;
        isControl = isControlHeading;
      } else if (block.kind === 'table-cell') {
        const end = tableEnd(blocks, index);
        if (end - index <= mostCells) this.readTable(blocks, index, end);
        index = end - 1;
      } else if (block.kind === 'paragraph') isControl = this.readLabels(block, isControl);
    }
  }

  /** Lines of `**Owner:** X`; lines of `Owner: X` only below words such as "Document control". */
  private readLabels(block: Block, isControl: boolean): boolean {
    const { text } = this;
    const source = sourceOf(text, block);
    if (source.length > 4000) return isControl;
    let inControl = isControl;
    let lineStart = 0;
    for (const line of source.split(/\r\n|\r|\n/)) {
      const start = block.span.start + lineStart;
      if (!this.readLabelLine(start, start + line.length, inControl) && controlWords.test(line)) inControl = true;
      lineStart += line.length;
      if (source.charCodeAt(lineStart) === 13 && source.charCodeAt(lineStart + 1) === 10) lineStart++;
      lineStart++;
    }
    return inControl;
  }

  /** Whether the line held at least one field. */
  private readLabelLine(start: number, end: number, allowsPlain: boolean): boolean {
    const { text } = this;
    let found = false;
    let from = start;
    while (from < end) {
      const partEnd = endOfPart(text, from, end);
      const label = labelAt(text, from, partEnd);
      if (label && (label.isBold || allowsPlain)) {
        found = this.addPair(label.span, { start: label.valueStart, end: partEnd }) || found;
      }
      from = partEnd + 1;
    }
    return found;
  }

  private readTable(blocks: readonly Block[], from: number, to: number): void {
    const rows: Block[][] = [];
    for (let index = from; index < to; index++) {
      const cell = blocks[index]!;
      const row = rows[cell.row] ?? [];
      rows[cell.row] = row;
      row.push(cell);
    }
    const header = rows[0] ?? [];
    // A bare pipe in a value makes a row longer than the table; a header may be all empty.
    const columns = widthOf(header.length > 0 ? [header] : rows);
    const labels = header.filter((cell) => this.meaningOf(cell.span));
    if (rows.length === 2 && labels.length > 1 && columns > 2) {
      for (const label of labels) {
        const value = rows[1]?.find((cell) => cell.column === label.column);
        this.addPair(label.span, value?.span ?? emptyAfter(label.span));
      }
      return;
    }
    if (columns !== 2 && columns !== 4) return;
    let isField = false;
    for (const row of rows.slice(1)) isField = this.readRow(row ?? []) || isField;
    // A header row is a field only in a table of fields: `Version | Date` heads a history.
    if (isField && columns === 2 && header.length === 2) this.readRow(header);
  }

  private readRow(row: readonly Block[]): boolean {
    let found = false;
    for (const cell of row) {
      if (cell.column % 2 !== 0) continue;
      const value = row.find((other) => other.column === cell.column + 1);
      found = this.addPair(cell.span, value?.span ?? emptyAfter(cell.span)) || found;
    }
    return found;
  }

  private addPair(label: Span, value: Span): boolean {
    const meaning = this.meaningOf(label);
    if (!meaning || value.end - value.start > longestValue) return false;
    const keySpan = withoutMarks(this.text, label);
    const span = valueSpan(this.text, value);
    const field = { name: meaning.name, value: plainValue(this.text.slice(span.start, span.end)), span, keySpan };
    this.add(meaning, field, true);
    return true;
  }

  private meaningOf(label: Span): KeyMeaning | undefined {
    if (label.end - label.start > longestLabel + 8) return undefined;
    const { start, end } = withoutMarks(this.text, label);
    const key = normaliseKey(this.text.slice(start, end));
    return this.keys.get(key) ?? (key.endsWith('s') ? this.keys.get(key.slice(0, -1)) : undefined);
  }

  private add(meaning: KeyMeaning, field: ControlField, inBody: boolean): void {
    const known = this.found.get(meaning.name);
    if (known && (known.inBody !== inBody || known.rank <= meaning.rank)) return;
    const key = detach(this.text.slice(field.keySpan.start, field.keySpan.end));
    this.found.set(meaning.name, { field: { ...field, value: detach(field.value), key }, rank: meaning.rank, inBody });
  }
}

/** The key that a scalar of the front matter belongs to, if that can be a field: top level, first of a list, a known group. */
function fieldKeyOf(scalar: FrontMatterScalar): string | null {
  const [first, second, third] = scalar.path;
  if (typeof first !== 'string') return null;
  if (second === undefined || (second === 0 && third === undefined)) return first;
  return typeof second === 'string' && third === undefined && groupKeys.has(normaliseKey(first)) ? second : null;
}

function widthOf(rows: readonly (readonly Block[] | undefined)[]): number {
  let width = 0;
  for (const row of rows) for (const cell of row ?? []) width = Math.max(width, cell.column + 1);
  return width;
}

function tableEnd(blocks: readonly Block[], from: number): number {
  let end = from;
  while (end < blocks.length && blocks[end]!.table === blocks[from]!.table) end++;
  return end;
}

/** Several fields can stand on one line, with ` | ` or ` · ` between. */
function endOfPart(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if ((code === 124 || code === 0xb7 || code === 0x2022) && isSpace(text.charCodeAt(i - 1))) return i;
  }
  return end;
}

interface Label {
  readonly span: Span;
  readonly isBold: boolean;
  readonly valueStart: number;
}

/** `**Owner:** X`, `**Owner**: X` or `Owner: X` at the start of the line or part. */
function labelAt(text: string, from: number, end: number): Label | null {
  let start = skipSpaces(text, from, end);
  while (start < end && (text.charCodeAt(start) === 62 || isSpace(text.charCodeAt(start)))) start++;
  const colon = text.slice(start, Math.min(end, start + longestLabel + 8)).indexOf(':');
  if (colon < 1) return null;
  const isBold = text.startsWith('**', start) || text.startsWith('__', start);
  let valueStart = start + colon + 1;
  while (valueStart < end && isMark(text.charCodeAt(valueStart))) valueStart++;
  return { span: { start, end: start + colon }, isBold, valueStart };
}

function isMark(code: number): boolean {
  return code === 42 || code === 95;
}

/** A label without emphasis, code marks, colon and spaces around it. */
function withoutMarks(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isTrim(text.charCodeAt(start))) start++;
  while (end > start && (isTrim(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 58)) end--;
  return { start, end };
}

function isTrim(code: number): boolean {
  return isSpace(code) || code === 42 || code === 95 || code === 96;
}

/** The value without emphasis around it; of a value that is one link the link's text. */
function valueSpan(text: string, span: Span): Span {
  let start = skipSpaces(text, span.start, span.end);
  let end = trimEnd(text, start, span.end);
  if (text.charCodeAt(end - 1) === 92) end = trimEnd(text, start, end - 1);
  while (end - start > 2 && isTrim(text.charCodeAt(start)) && text.charCodeAt(start) === text.charCodeAt(end - 1)) {
    start++;
    end--;
  }
  const link = /^\[([^[\]]+)\]\([^()\s]*\)$/.exec(text.slice(start, end));
  return link ? { start: start + 1, end: start + 1 + link[1]!.length } : { start, end };
}

/** Links in the value give their text. */
function plainValue(value: string): string {
  return value.includes('](') ? value.replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1') : value;
}

function emptyAfter(span: Span): Span {
  return { start: span.end, end: span.end };
}
