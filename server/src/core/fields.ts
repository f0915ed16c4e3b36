/**
 * Document control fields (owner, version, approval, …): from front matter, a table or labels near the top of the body, and from
 * the sign-off, which many documents have at their end.
 */

import { possibleDates } from './dates/writtenDates.js';
import type { ControlField, FieldName, FrontMatter, FrontMatterScalar } from './document.js';
import {
  endOfApproval,
  endOfDate,
  endOfPart,
  isMonth,
  labelAt,
  longestLabel,
  plainValue,
  splitApproval,
  valueSpan,
  withoutMarks,
} from './fieldLines.js';
import {
  emptyAfter,
  rowsOf,
  type SignOffCell,
  signOffIn,
  type TablePlace,
  tableEnd,
  versionIn,
  widthOf,
} from './fieldTables.js';
import { fieldCalled, namesControl, namesDocument, signOffNamedBy } from './fieldWords.js';
import { sourceOf } from './markdown/inline.js';
import type { Block } from './markdown/types.js';
import { normaliseKey, type Settings } from './settings.js';
import { detach, type Span } from './text.js';

/** A longer text beside a label is prose. */
const longestValue = 300;
/** The first fields of the body stand before its first section; so many blocks are looked at where there are no sections. */
const mostBlocks = 80;
const mostCells = 200;
/** How far from the end of the text its last fields begin, in blocks. */
const mostClosing = 16;
/** Ranks behind those of the keys that the settings name: words of other languages, columns, parts of a value. */
const otherRank = 100;
const tableRank = 200;
const splitRank = 300;

/** What the last lines of a text say of the document; others there may be of something else. */
const closingFields: ReadonlySet<FieldName> = new Set([
  'id',
  'owner',
  'version',
  'approvedBy',
  'approved',
  'nextReview',
]);
const approvalFields: ReadonlySet<FieldName> = new Set(['approvedBy', 'approved', 'nextReview']);

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

/** A label with its value. */
interface Pair {
  readonly meaning: KeyMeaning;
  readonly label: Span;
  readonly value: Span;
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
      const meaning = key === null ? undefined : (this.meaningOfKey(key) ?? meaningOfId(key, scalar.text));
      if (!meaning) continue;
      const { contentSpan: span, keySpan } = scalar;
      this.addValue(meaning, { name: meaning.name, value: scalar.text, span, keySpan }, false);
    }
  }

  readBody(blocks: readonly Block[]): void {
    const end = this.readOpening(blocks);
    this.readSignOff(blocks, end);
    this.readClosing(blocks, end);
  }

  /** Everything before the first section that is not one of document control; the index of its first block. */
  private readOpening(blocks: readonly Block[]): number {
    let headings = 0;
    let isControl = false;
    let index = 0;
    for (; index < blocks.length && index < mostBlocks; index++) {
      const block = blocks[index]!;
      if (block.kind === 'heading') {
        const isControlHeading = namesControl(this.sourceOf(block.span));
        if (headings > 0 && !isControlHeading) break;
        headings++;
        isControl = isControlHeading;
      } else if (block.kind === 'table-cell') {
        const end = tableEnd(blocks, index);
        if (end - index <= mostCells) this.readTable(rowsOf(blocks, index, end), 'opening', isControl);
        index = end - 1;
      } else if (block.kind === 'paragraph') isControl = this.readLabels(block, isControl);
    }
    return index;
  }

  /** Below headings and bold lines that name nothing but approval, revision or document control, wherever they stand. */
  private readSignOff(blocks: readonly Block[], from: number): void {
    let place: TablePlace | null = null;
    // Asked what it names when something stands below it: a text may have thousands of headings and nothing else.
    let unread: Block | null = null;
    for (let index = from; index < blocks.length; index++) {
      const block = blocks[index]!;
      if (block.kind === 'heading' || this.isBoldLine(block)) {
        unread = block;
        continue;
      }
      if (unread) place = placeNamedBy(this.sourceOf(unread.span));
      unread = null;
      if (block.kind === 'table-cell') {
        const end = tableEnd(blocks, index);
        if (place && end - index <= mostCells) this.readTable(rowsOf(blocks, index, end), place);
        index = end - 1;
      } else if (place && place !== 'changes' && block.kind === 'paragraph') this.readLabels(block, true);
    }
  }

  /** The last paragraphs of the text, where they are nothing but fields and say who approved it, when, or until when. */
  private readClosing(blocks: readonly Block[], from: number): void {
    const fields: Pair[] = [];
    let others = 0;
    for (let index = blocks.length - 1; index >= from && index >= blocks.length - mostClosing; index--) {
      const block = blocks[index]!;
      if (block.kind !== 'paragraph') break;
      const pairs = this.pairsOf(block, true);
      if (pairs.length > 0) fields.unshift(...pairs);
      // Below them there may be a remark, such as a copyright.
      else if (fields.length > 0 || ++others > 2) break;
    }
    const found = fields.filter(({ meaning }) => closingFields.has(meaning.name));
    if (found.length < 2 || !found.some(({ meaning }) => approvalFields.has(meaning.name))) return;
    for (const pair of found) this.addPair(pair);
  }

  /** `**Document approval:**` alone in its paragraph. */
  private isBoldLine(block: Block): boolean {
    const { start, end } = block.span;
    if (block.kind !== 'paragraph' || end - start > 80 || block.continuations.length > 0) return false;
    return /^(?:\*\*|__)[^*_]+(?:\*\*|__):?$/.test(this.sourceOf(block.span));
  }

  private sourceOf({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** Lines of `**Owner:** X`; lines of `Owner: X` only below words such as "Document control". Whether these stood there. */
  private readLabels(block: Block, isControl: boolean): boolean {
    let inControl = isControl;
    for (const line of this.linesOf(block)) {
      const pairs = this.pairsIn(line, inControl);
      for (const pair of pairs) this.addPair(pair);
      if (pairs.length === 0 && namesControl(this.sourceOf(line))) inControl = true;
    }
    return inControl;
  }

  private linesOf(block: Block): Span[] {
    const source = sourceOf(this.text, block);
    if (source.length > 4000) return [];
    const lines: Span[] = [];
    for (const line of source.matchAll(/[^\r\n]+/g)) {
      const start = block.span.start + line.index;
      lines.push({ start, end: start + line[0].length });
    }
    return lines;
  }

  /** The fields of a paragraph all of whose lines are fields; else none. */
  private pairsOf(block: Block, allowsPlain: boolean): Pair[] {
    const pairs: Pair[] = [];
    for (const line of this.linesOf(block)) {
      const found = this.pairsIn(line, allowsPlain);
      if (found.length === 0 && !labelAt(this.text, line.start, line.end)) return [];
      pairs.push(...found);
    }
    return pairs;
  }

  private pairsIn({ start, end }: Span, allowsPlain: boolean): Pair[] {
    const { text } = this;
    const pairs: Pair[] = [];
    const isLabel = (span: Span) => this.meaningOf(span) !== undefined;
    for (let from = start; from < end; ) {
      const partEnd = endOfPart(text, from, end, isLabel);
      const label = labelAt(text, from, partEnd);
      const pair = label && (label.isBold || allowsPlain) && this.pairOf(label.span, label.valueStart, partEnd);
      if (pair) pairs.push(pair);
      from = partEnd + 1;
    }
    return pairs;
  }

  /** `tellsVersions`: whether a history of versions there is one of this document. */
  private readTable(rows: readonly Block[][], place: TablePlace, tellsVersions = place !== 'opening'): void {
    const header = rows[0] ?? [];
    // A bare pipe in a value makes a row longer than the table; a header may be all empty.
    const columns = widthOf(header.length > 0 ? [header] : rows);
    const labels = header.filter((cell) => this.meaningOf(cell.span));
    const table = { text: this.text, meaningOf: (span: Span) => this.meaningOf(span)?.name };
    const signOff = signOffIn(rows, place, table);
    const version = tellsVersions ? versionIn(rows, table) : null;
    const isHistory = place === 'history' || place === 'changes';
    // `| Document no. | S-1 | Issue no. | 4 |`, `| Rev. no. | 2 | Owner | CISO |`: two rows of labels and their values.
    const arePairs =
      columns === 4 && labels.every(({ column }) => column % 2 === 0) && this.isRowOfFields(rows[1] ?? []);
    const isOneRow = rows.length === 2 && labels.length > 1 && columns > 2 && !arePairs;
    if (isOneRow && !isHistory && (place === 'opening' || !signOff) && this.isOfDocument(header, rows[1]!)) {
      for (const label of header) {
        const value = rows[1]?.find((cell) => cell.column === label.column);
        this.addCell({ label: label.span, value: value?.span ?? emptyAfter(label.span) });
      }
    }
    if (signOff?.who) this.addCell(signOff.who, { name: 'approvedBy', rank: tableRank });
    if (signOff?.date) this.addCell(signOff.date, { name: 'approved', rank: tableRank });
    if (version) this.addCell(version, { name: 'version', rank: tableRank });
    if (isOneRow || signOff || version || isHistory || (columns !== 2 && columns !== 4)) return;
    let isField = false;
    for (const row of rows.slice(1)) isField = this.readRow(row ?? []) || isField;
    // A header row is a field only in a table of fields: `Version | Date` heads a history.
    if (isField && (columns === 2 ? header.length === 2 : this.isRowOfFields(header))) this.readRow(header);
  }

  /** `| Document no. | ISP-012 | Version | 3.2 |`: what stands beside the labels are values, and no heads of further columns. */
  private isRowOfFields(row: readonly Block[]): boolean {
    const labels = row.filter(({ span }) => this.meaningOf(span) !== undefined);
    const isLabel = ({ column }: Block): boolean => column % 2 === 0;
    // "Approved" may be a label, and the value of a status.
    return labels.filter(isLabel).length > labels.length / 2;
  }

  /** Whether a table of one row is of this document: a register of risks or controls may have one row, too, with status and owner. */
  private isOfDocument(header: readonly Block[], row: readonly Block[]): boolean {
    const names = header.map((cell) => this.meaningOf(cell.span)?.name);
    // `| Control | Title | Status | Version |` with A.5.1 below the first: the row is of the control.
    if (names[0] === undefined && row[0] && controlNumber.test(this.sourceOf(row[0].span))) return false;
    if (names.includes('version') || namesDocument(this.sourceOf(header[0]!.span))) return true;
    if (names[0] === 'id' || names[0] === 'title') return !names.includes(undefined);
    return names[0] !== undefined;
  }

  private readRow(row: readonly Block[]): boolean {
    let found = false;
    for (const cell of row) {
      if (cell.column % 2 !== 0) continue;
      const value = row.find((other) => other.column === cell.column + 1);
      found = this.addCell({ label: cell.span, value: value?.span ?? emptyAfter(cell.span) }) || found;
    }
    return found;
  }

  private addCell({ label, value }: SignOffCell, means?: KeyMeaning): boolean {
    const pair = this.pairOf(label, value.start, value.end, means);
    if (pair) this.addPair(pair);
    return pair !== null;
  }

  private pairOf(label: Span, start: number, end: number, means = this.meaningOf(label)): Pair | null {
    const value = { start, end };
    const meaning = means ?? this.meaningOfIdBeside(label, value);
    return meaning && end - start <= longestValue ? { meaning, label, value } : null;
  }

  /** `| Dokument | QM-005 |` */
  private meaningOfIdBeside(label: Span, value: Span): KeyMeaning | undefined {
    if (label.end - label.start > longestLabel || value.end - value.start > longestValue) return undefined;
    const key = this.sourceOf(withoutMarks(this.text, label));
    return documentKeys.has(normaliseKey(key))
      ? meaningOfId(key, plainValue(this.sourceOf(valueSpan(this.text, value))))
      : undefined;
  }

  private addPair({ meaning, label, value }: Pair): void {
    const whole = withoutStop(this.text, valueSpan(this.text, value));
    const isApproval = meaning.name === 'approved' || meaning.name === 'approvedBy';
    const endOf = isApproval ? endOfApproval : meaning.name === 'nextReview' ? endOfDate : null;
    const span = endOf ? { ...whole, end: whole.start + endOf(this.sourceOf(whole)) } : whole;
    const keySpan = withoutMarks(this.text, label);
    this.addValue(meaning, { name: meaning.name, value: plainValue(this.sourceOf(span)), span, keySpan }, true);
  }

  private meaningOf(label: Span): KeyMeaning | undefined {
    return label.end - label.start > longestLabel + 8
      ? undefined
      : this.meaningOfKey(this.sourceOf(withoutMarks(this.text, label)));
  }

  private meaningOfKey(label: string): KeyMeaning | undefined {
    const key = normaliseKey(label);
    const known = this.keys.get(key) ?? (key.endsWith('s') ? this.keys.get(key.slice(0, -1)) : undefined);
    const name = known ? undefined : fieldCalled(label);
    return name ? { name, rank: otherRank } : known;
  }

  /** A value that holds who approved and when is both fields; one that holds only the other is that one. */
  private addValue(meaning: KeyMeaning, field: ControlField, inBody: boolean): void {
    const { name, value, span } = field;
    const isWritten = (name === 'approvedBy' || name === 'approved') && this.sourceOf(span) === value;
    const both = isWritten ? splitApproval(value) : null;
    if (both) {
      const part = (of: Span): Span => ({ start: span.start + of.start, end: span.start + of.end });
      this.addPart('approvedBy', part(both.who), meaning, field, inBody);
      this.addPart('approved', part(both.date), meaning, field, inBody);
    } else if (isWritten && name === 'approved' && isName(value))
      this.addPart('approvedBy', span, meaning, field, inBody);
    else if (isWritten && name === 'approvedBy' && possibleDates(value).length > 0)
      this.addPart('approved', span, meaning, field, inBody);
    else this.add(meaning, field, inBody);
  }

  private addPart(name: FieldName, span: Span, from: KeyMeaning, field: ControlField, inBody: boolean): void {
    const rank = from.name === name ? from.rank : from.rank + splitRank;
    this.add({ name, rank }, { ...field, name, value: this.sourceOf(span), span }, inBody);
  }

  private add(meaning: KeyMeaning, field: ControlField, inBody: boolean): void {
    const known = this.found.get(meaning.name);
    const isOpen = known?.inBody === inBody && inBody && known.field.value === '';
    if (known && !isOpen && (known.inBody !== inBody || known.rank <= meaning.rank)) return;
    const key = detach(this.text.slice(field.keySpan.start, field.keySpan.end));
    this.found.set(meaning.name, { field: { ...field, value: detach(field.value), key }, rank: meaning.rank, inBody });
  }
}

/** A date at the end of a sentence. */
function withoutStop(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end - 1);
  const isDate = text[end - 1] === '.' && (possibleDates(words).length > 0 || isMonth(words));
  return { start, end: isDate ? end - 1 : end };
}

/** "Approved: Board of directors", "Freigabe: GF". */
function isName(value: string): boolean {
  return (
    /^\p{L}[^\d]+$/u.test(value) &&
    !/^(?:yes|no|ok|true|false|ja|nein|oui|non|sí|si|sim|não|nee|tbd|tba|tbc|todo|none|null|pending)$/i.test(value)
  );
}

const controlNumber = /^\s*(?:A\.)?\d+\.\d+/;

function placeNamedBy(line: string): TablePlace | null {
  return signOffNamedBy(line) ?? (namesControl(line) ? 'approval' : null);
}

/** The key that a scalar of the front matter belongs to, if that can be a field: top level, first of a list, a known group; else null. */
export function fieldKeyOf(scalar: FrontMatterScalar): string | null {
  const [first, second, third] = scalar.path;
  if (typeof first !== 'string') return null;
  if (second === undefined || (second === 0 && third === undefined)) return first;
  return typeof second === 'string' && third === undefined && groupKeys.has(normaliseKey(first)) ? second : null;
}

/** `dokument: RL-005`, `Ref: POL-07`: below a key that means the document as a whole, what looks like an id is its id. */
function meaningOfId(key: string, value: string): KeyMeaning | undefined {
  if (!documentKeys.has(normaliseKey(key)) || value.length > longestId) return undefined;
  const isId =
    /^\p{Lu}+(?:[-_.]\p{Lu}+)*[-_. ]?\d+$/u.test(value) &&
    !/^(?:(?:ISO|IEC|DIN|EN|BS|NIST|NIS)(?!\p{Lu})|[AB]\.?\d)/u.test(value);
  return isId ? { name: 'id', rank: otherRank } : undefined;
}

const documentKeys: ReadonlySet<string> = new Set([
  'dokument',
  'document',
  'documento',
  'ref',
  'reference',
  'référence',
  'nummer',
  'number',
  'numéro',
  'número',
]);
/** In characters. */
const longestId = 30;
