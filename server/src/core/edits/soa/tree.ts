/** The YAML tree of a soa.yaml as an editor of text sees it: where keys, values and their lines are. */

import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { t } from '../../l10n.js';
import { parseFirstDocument } from '../../soa/yaml/bounded.js';
import { findRefusal } from '../../soa/yaml/limits.js';
import { plainYamlMessage } from '../../soa/yaml/messages.js';
import type { Span } from '../../text.js';
import { endOfLine } from '../removeWithLine.js';

export type YamlPair = Pair<Node, Node | null>;

/** Says why something cannot be changed; caught in one place (`editSoa`). */
export class Refusal extends Error {}

export interface Tree {
  readonly text: string;
  /** Null for a text without content. */
  readonly root: YAMLMap | null;
  readonly lineBreak: string;
  /** Names of anchors that an alias uses. */
  readonly shared: ReadonlySet<string>;
}

/** @throws Refusal where the text cannot be read as YAML, or is no mapping */
export function readTree(text: string): Tree {
  const refusal = findRefusal(text);
  if (refusal) throw new Refusal(refusal.detail);
  const { document } = parse(text);
  const error = document.errors[0];
  if (error) {
    const line = text.slice(0, error.pos[0]).split(/\r\n|\r|\n/).length;
    const detail = plainYamlMessage(error, text);
    throw new Refusal(t('soa.yaml has a mistake in line {0}: {1} Correct that first.', line, detail));
  }
  const root = document.contents;
  const isEmpty = root === null || (isScalar(root) && root.value === null);
  if (!isEmpty && !isMap(root))
    throw new Refusal(t('This soa.yaml does not consist of keys such as organisation and controls.'));
  return {
    text,
    root: isMap(root) ? root : null,
    lineBreak: lineBreakOf(text),
    shared: sharedAnchors(document.contents),
  };
}

function parse(text: string) {
  try {
    return parseFirstDocument(text);
  } catch {
    throw new Refusal(t('The file cannot be read as YAML.'));
  }
}

function lineBreakOf(text: string): string {
  return /\r\n|\n/.exec(text)?.[0] ?? '\n';
}

function sharedAnchors(root: unknown): Set<string> {
  const names = new Set<string>();
  if (isNode(root)) visit(root, { Alias: (_key, alias: Alias) => void names.add(alias.source) });
  return names;
}

/** The key of a pair as text; empty for a key that is no text. */
export function keyText(pair: YamlPair): string {
  return isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value ?? '')).trim() : '';
}

export function pairsOf(map: YAMLMap): YamlPair[] {
  return map.items.filter((pair): pair is YamlPair => isNode(pair.key));
}

/** The value of a pair; null for nothing, `~` and `null`. */
export function contentOf(pair: YamlPair): Node | null {
  const { value } = pair;
  return value === null || value === undefined || (isScalar(value) && value.value === null && !value.source)
    ? null
    : value;
}

/**
 * A value that may be changed in its place.
 * @throws Refusal where other places of the file stand for the same value
 */
export function unshared<T extends Node | null>(node: T, tree: Tree): T {
  if (isAlias(node)) {
    throw new Refusal(t('This is a copy of what is named &{0} further up. Change it in soa.yaml itself.', node.source));
  }
  const anchor = (node as { anchor?: string } | null)?.anchor;
  if (anchor !== undefined && tree.shared.has(anchor)) {
    throw new Refusal(t('Other places of soa.yaml are copies of this (&{0}). Change it in soa.yaml itself.', anchor));
  }
  return node;
}

/** Throws where something inside of a node is used elsewhere: the node must not be taken away. */
export function checkUnsharedInside(node: Node | null, tree: Tree): void {
  if (node === null) return;
  visit(node, { Node: (_key, inner) => void unshared(inner as Node, tree) });
  if (isAlias(node)) unshared(node, tree);
}

/** Where a node stands, without white space at its end. */
export function spanOf(node: Node, tree: Tree): Span {
  const [start, valueEnd] = node.range ?? [0, 0];
  return { start, end: trimEnd(tree.text, start, Math.max(start, valueEnd)) };
}

function trimEnd(text: string, start: number, from: number): number {
  let end = from;
  while (end > start && ' \t\r\n'.includes(text[end - 1]!)) end--;
  return end;
}

/** From the key to the end of the value, or of the colon where there is no value. */
export function pairSpan(pair: YamlPair, tree: Tree): Span {
  const key = spanOf(pair.key, tree);
  const value =
    pair.value && (contentOf(pair) !== null || pair.value.range?.[1] !== pair.value.range?.[0])
      ? spanOf(pair.value, tree)
      : null;
  return { start: key.start, end: Math.max(colonEnd(pair, tree), value?.end ?? 0) };
}

/** The offset behind the colon of a pair, or the end of the key where there is no colon. */
export function colonEnd(pair: YamlPair, tree: Tree): number {
  let at = spanOf(pair.key, tree).end;
  const end = at;
  while (tree.text[at] === ' ' || tree.text[at] === '\t') at++;
  return tree.text[at] === ':' ? at + 1 : end;
}

/** The beginning of the line that an offset is in, behind a byte order mark. */
export function lineStartOf(text: string, offset: number): number {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff && offset > 0 ? 1 : start;
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStartOf(text, offset);
}

/** Spaces before the first character of the line that begins here, or null for a line without content. */
function indentAt(text: string, lineStart: number): number | null {
  let at = lineStart;
  while (text[at] === ' ') at++;
  return '\r\n\t'.includes(text[at] ?? '\n') ? null : at - lineStart;
}

/**
 * The end of the last line that belongs to an entry: the lines of its value, and the comments below it that are
 * indented deeper than its key.
 */
export function endOfEntry(span: Span, tree: Tree): number {
  const { text } = tree;
  const column = columnOf(text, span.start);
  let end = endOfLine(text, span.end);
  for (let at = end; at < text.length; ) {
    const lineStart = at + (text.startsWith('\r\n', at) ? 2 : 1);
    const indent = indentAt(text, lineStart);
    at = endOfLine(text, lineStart);
    if (indent === null) continue;
    if (indent <= column || text[lineStart + indent] !== '#') break;
    end = at;
  }
  return end;
}

export function isFlow(node: Node): boolean {
  return (node as YAMLMap | YAMLSeq).flow === true;
}

export { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq };
