/**
 * Text of a soa.yaml → its top-level keys and values, whatever state the text is in. A text with mistakes is read again
 * piece by piece (each header line, each decision), so that a quote that is not yet closed costs one decision and not
 * the whole statement.
 */

import { isMap, isNode, isScalar, visit } from 'yaml';
import { t } from '../../l10n.js';
import { findLineStarts, lineAt, type Span } from '../../text.js';
import type { SoaProblem } from '../types.js';
import { parseFirstDocument } from './bounded.js';
import { type Block, joinPieces, keptPieceAt, readPiecesAhead } from './keptPieces.js';
import { findRefusal, firstEntries, isLargeForOne, largeEntry } from './limits.js';
import { plainYamlMessage, tabAt } from './messages.js';

const maximumProblems = 50;
/** After so many pieces with mistakes the rest is left unread: this is no statement that somebody is editing. */
const maximumBrokenPieces = 100;

export interface YamlSource {
  /** The values of the top level: one for a healthy text, several where it had to be read in pieces. */
  readonly roots: readonly unknown[];
  /** The same for what stands below `controls:`, where that had to be read in pieces; else empty. */
  readonly controlPieces: readonly unknown[];
  readonly problems: readonly SoaProblem[];
  /** Nothing in it has a name by which something else could mean it (`&name`). */
  readonly isPlain?: boolean;
}

/** Reads the text; never throws. All ranges in the result are offsets into `text`. */
export function readYaml(text: string): YamlSource {
  const refusal = findRefusal(text);
  if (refusal) return { roots: [], controlPieces: [], problems: [refusal] };
  const healthy = readHealthy(text);
  if (healthy) return { roots: [healthy], controlPieces: [], problems: [], isPlain: true };
  const whole = parsePiece(text, 0);
  const sane = whole.root !== null && isMap(whole.root);
  if (!whole.problems.some((problem) => problem.severity === 'error')) {
    return { roots: [whole.root], controlPieces: [], problems: whole.problems };
  }
  const pieces = readPieces(text);
  if (pieces.roots.length === 0 && sane) return { roots: [whole.root], controlPieces: [], problems: whole.problems };
  // That a text is too large to be read as a whole is no mistake where its entries can be read.
  const isSaid = pieces.problems.length > 0 || (pieces.roots.length > 0 && isLargeForOne(text));
  const problems = isSaid ? pieces.problems : whole.problems;
  return { roots: pieces.roots, controlPieces: pieces.controlPieces, problems: problems.slice(0, maximumProblems) };
}

/**
 * What may mean something else to the parser where a piece begins: lines that begin or end a document, indentation by tabs,
 * byte order marks, carriage returns alone.
 */
const directive = /^(?:---|\.\.\.|%| *\t)|\ufeff|\r(?!\n)/m;

/** A comment that stands further left than the line below it: within an entry it may end a text that the parser goes on with. */
const outdentedComment = /^( *)#[^\n]*\n(?:[ \r]*\n)*\1 +[^\s#]/m;

/** The mapping of a text without mistakes, of which only what was written since the last one is read; else null. */
function readHealthy(text: string): unknown {
  return isReadWhole(text) ? null : joinPieces(text, partsOf(text), readHealthyPiece);
}

/**
 * What takes longest of the next `readYaml` of the text, an entry at a time: for whoever must let others go first. A text with
 * mistakes is read by `readYaml` all the same.
 */
export function* readYamlAhead(text: string): Generator<void> {
  // That this module was loaded is a piece of its own.
  yield;
  if (findRefusal(text) || isReadWhole(text)) return;
  yield;
  yield* readPiecesAhead(text, partsOf(text), readHealthyPiece);
}

function isReadWhole(text: string): boolean {
  return directive.test(text) || outdentedComment.test(text);
}

function readHealthyPiece(text: string): unknown {
  const { root, problems } = parsePiece(text, 0);
  return problems.length > 0 ? null : root;
}

interface Piece {
  readonly root: unknown;
  readonly problems: readonly SoaProblem[];
}

/** Parses a part of the text that begins at `base`, and moves its ranges to where they are in the whole text. */
function parsePiece(text: string, base: number): Piece {
  if (isLargeForOne(text)) return { root: null, problems: [largeEntry(base)] };
  try {
    const { document, nextAt } = parseFirstDocument(text);
    if (base > 0) {
      visit(document, {
        Node: (_key, node) => {
          if (isNode(node) && node.range) {
            node.range = [node.range[0] + base, node.range[1] + base, node.range[2] + base];
          }
        },
      });
    }
    const problems: SoaProblem[] = [];
    for (const error of document.errors.slice(0, maximumProblems)) {
      problems.push(problemOf(error, text, base, 'error'));
    }
    for (const warning of document.warnings.slice(0, maximumProblems)) {
      problems.push(problemOf(warning, text, base, 'warning'));
    }
    if (nextAt !== null) {
      const span = { start: base + nextAt, end: Math.min(base + nextAt + 3, base + text.length) };
      problems.push({
        span,
        detail: t('A second document begins here; only the first one is read.'),
        severity: 'warning',
      });
    }
    return { root: document.contents, problems: onePerLine(upToTab(problems, text, base), text, base) };
  } catch {
    const detail = t('The file cannot be read as YAML.');
    return { root: null, problems: [{ span: { start: base, end: base + text.length }, detail, severity: 'error' }] };
  }
}

/** What the parser says behind a line that a tab indents follows from the tab, which is marked itself. */
function upToTab(problems: readonly SoaProblem[], text: string, base: number): readonly SoaProblem[] {
  for (const [index, problem] of problems.entries()) {
    const tab = problem.severity === 'error' && tabAt(text, problem.span.start - base);
    if (!tab) continue;
    const span = { start: tab.start + base, end: tab.end + base };
    return [...problems.slice(0, index), { ...problem, span }];
  }
  return problems;
}

/** The parser stumbles several times over one mistake; the first problem of a line says it. */
function onePerLine(problems: readonly SoaProblem[], text: string, base: number): SoaProblem[] {
  if (problems.length < 2) return [...problems];
  const lineStarts = findLineStarts(text);
  const lines = new Set<number>();
  return problems.filter(({ span }) => {
    const line = lineAt(lineStarts, span.start - base);
    if (lines.has(line)) return false;
    lines.add(line);
    return true;
  });
}

function problemOf(
  error: { code: string; message: string; pos: [number, number] },
  text: string,
  base: number,
  severity: 'error' | 'warning',
): SoaProblem {
  const end = base + text.length;
  const span = { start: Math.min(error.pos[0] + base, end), end: Math.min(error.pos[1] + base, end) };
  return { span, detail: plainYamlMessage(error, text), severity };
}

/** Splits at the keys of the top level and, below `controls:`, at the keys of the first level in it. */
function readPieces(text: string): YamlSource {
  const roots: unknown[] = [];
  const controlPieces: unknown[] = [];
  const problems: SoaProblem[] = [];
  let broken = 0;
  const read = (span: Span, into: unknown[]) => {
    if (broken > maximumBrokenPieces) return;
    const kept = keptPieceAt(text, span);
    if (kept) {
      into.push(kept);
      return;
    }
    const piece = parsePiece(text.slice(span.start, span.end), span.start);
    problems.push(...piece.problems);
    if (!isMap(piece.root) || piece.problems.length > 0) broken++;
    if (isMap(piece.root)) into.push(piece.root);
    else if (isScalar(piece.root) && piece.problems.length === 0) {
      const [start, end] = piece.root.range ?? [span.start, span.end];
      problems.push({ span: { start, end }, detail: t('The colon behind this key is missing.'), severity: 'error' });
    }
  };
  const parts = partsOf(text).flatMap(({ head, inner }) => [
    { span: head, into: roots },
    ...inner.map((span) => ({ span, into: controlPieces })),
  ]);
  const { first, problem } = firstEntries(parts, ({ span: { start } }) => ({ start, end: start }));
  for (const { span, into } of first) read(span, into);
  if (problem) problems.push(problem);
  return { roots, controlPieces, problems };
}

/** Of `controls:` the head is the first line alone. */
function partsOf(text: string): Block[] {
  return blocksOf(text, { start: 0, end: text.length }).map(({ start, end }) => {
    const head = /^controls[ \t]*:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)/.exec(text.slice(start, end));
    const bodyStart = start + (head?.[0].length ?? end - start);
    return { head: { start, end: bodyStart }, inner: blocksOf(text, { start: bodyStart, end }) };
  });
}

/** The parts of a span that begin with a line indented like its first one; comments and empty lines belong to the part above. */
function blocksOf(text: string, span: Span): Span[] {
  const part = text.slice(span.start, span.end);
  const starts: number[] = [];
  let column: number | null = null;
  for (const lineStart of findLineStarts(part)) {
    const indent = indentAt(part, lineStart);
    if (indent === null || part.startsWith('---', lineStart)) continue;
    column ??= indent;
    if (indent === column) starts.push(span.start + lineStart);
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? span.end }));
}

/** The number of spaces before the first character of the line; null for an empty line and for a comment. */
function indentAt(text: string, lineStart: number): number | null {
  let at = lineStart;
  if (text.charCodeAt(at) === 0xfeff) at++;
  const start = at;
  while (text[at] === ' ') at++;
  return '#\r\n\t'.includes(text[at] ?? '\n') ? null : at - start;
}
