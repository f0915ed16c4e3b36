/**
 * A healthy statement is read entry by entry, and an entry that stood in the last text is taken from there: of somebody who
 * writes, all but one did. What comes of it is what reading the whole gives (tested against it); where that is not certain,
 * the whole is read.
 */
import { isMap, isNode, isScalar, type Node, type Pair, visit, YAMLMap } from 'yaml';
import type { Span } from '../../text.js';

/** A mapping with one entry, and everything in it that has a range. */
interface Piece {
  readonly map: YAMLMap;
  readonly nodes: readonly Node[];
  /** Where it begins in the text that its ranges are for. */
  base: number;
  /** The reading that used it last. */
  reading: number;
}

/** What the caller's parser made of a piece: null where there was anything to complain about. */
export type ReadPiece = (text: string) => unknown;

/** An entry of the top level, and those below it where that is `controls:`. */
export interface Block {
  readonly head: Span;
  readonly inner: readonly Span[];
}

/** In a text of more entries the pieces would take longer than the whole. */
const mostPieces = 3000;

let reading = 0;
let before: ReadonlyMap<string, Piece> = new Map();
let now = new Map<string, Piece>();

/**
 * The mapping that the pieces are, with ranges into the text; null where the whole must be read.
 * @param blocks the entries of the top level
 */
export function joinPieces(text: string, blocks: readonly Block[], read: ReadPiece): YAMLMap | null {
  const count = countOf(blocks);
  if (count === 0 || count > mostPieces) return null;
  reading++;
  before = now;
  now = new Map();
  const roots: YAMLMap[] = [];
  for (const { head, inner } of blocks) {
    const root = pieceAt(text, head, read);
    const entries = inner.map((span) => pieceAt(text, span, read));
    if (!root || entries.some((entry) => entry === null)) {
      reading++;
      return null;
    }
    roots.push(entries.length === 0 ? root : withValue(root, joined(entries as YAMLMap[])));
  }
  return joined(roots);
}

/**
 * Reads one entry after the other for the `joinPieces` that comes next, which then has nothing left to read. Ends at the
 * first one for which the whole must be read.
 */
export function* readPiecesAhead(text: string, blocks: readonly Block[], read: ReadPiece): Generator<void> {
  if (countOf(blocks) > mostPieces) return;
  for (const { start, end } of blocks.flatMap(({ head, inner }) => [head, ...inner])) {
    const written = text.slice(start, end);
    if (now.has(written)) continue;
    const piece = makePiece(read(written), written);
    if (!piece) return;
    now.set(written, piece);
    yield;
  }
}

/**
 * The mapping of a piece that was read for this text or the last one, with ranges into the text; null for one that must be
 * read. To be asked once for each piece, when `joinPieces` found that they do not make a whole.
 */
export function keptPieceAt(text: string, { start, end }: Span): YAMLMap | null {
  const written = text.slice(start, end);
  const known = now.get(written) ?? before.get(written);
  return known && known.reading !== reading ? take(known, written, start) : null;
}

function countOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { inner }) => sum + 1 + inner.length, 0);
}

function pieceAt(text: string, { start, end }: Span, read: ReadPiece): YAMLMap | null {
  const written = text.slice(start, end);
  const known = now.get(written) ?? before.get(written);
  // The same words twice in one text are two entries at two places.
  const piece = known && known.reading !== reading ? known : makePiece(read(written), written);
  return piece ? take(piece, written, start) : null;
}

function take(piece: Piece, written: string, start: number): YAMLMap {
  move(piece, start);
  piece.reading = reading;
  now.set(written, piece);
  return piece.map;
}

/** Null for what is no mapping of one entry, and for what can mean something else in another place. */
function makePiece(map: unknown, text: string): Piece | null {
  if (!isMap(map) || map.items.length !== 1 || !beginsWithKey(map.items[0]!.key, text)) return null;
  const nodes: Node[] = [];
  let isPlain = true;
  visit(map, {
    Alias: () => {
      isPlain = false;
    },
    Node: (_key, node) => {
      if ((node as { anchor?: string }).anchor !== undefined) isPlain = false;
      if (isNode(node) && node.range) nodes.push(node);
    },
  });
  return isPlain ? { map: map as YAMLMap, nodes, base: 0, reading } : null;
}

/** `key:` or `"key":`, and not `? key` or a colon alone. */
function beginsWithKey(key: unknown, text: string): boolean {
  if (!isScalar(key) || !key.range) return false;
  const [start, end] = key.range;
  return end > start && text.slice(0, start).trim() === '';
}

function move(piece: Piece, base: number): void {
  const by = base - piece.base;
  piece.base = base;
  if (by === 0) return;
  for (const { range } of piece.nodes) {
    range![0] += by;
    range![1] += by;
    range![2] += by;
  }
}

function joined(maps: readonly YAMLMap[]): YAMLMap {
  const map = new YAMLMap();
  map.items = maps.flatMap(({ items }) => items);
  map.range = [maps[0]!.range![0], maps[maps.length - 1]!.range![1], maps[maps.length - 1]!.range![2]];
  return map;
}

/** The same entry with another value. */
function withValue(root: YAMLMap, value: YAMLMap): YAMLMap {
  const { key } = root.items[0] as Pair;
  const map = new YAMLMap();
  map.set(key, value);
  map.range = [root.range![0], value.range![1], value.range![2]];
  return map;
}
