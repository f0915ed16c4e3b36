/** Reading the nodes of a YAML tree: text with its place, lists, keys. Aliases are followed, within bounds. */

import { type Alias, isAlias, isMap, isNode, isScalar, isSeq, type Node, visit } from 'yaml';
import { t } from '../../l10n.js';
import type { Span } from '../../text.js';
import type { Located, SoaProblem } from '../types.js';

/** A key of a mapping with what stands behind it. */
export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** Null for an empty value. */
  readonly value: Node | null;
  /** The key and everything below it, without the line breaks at its end. */
  readonly span: Span;
}

const maximumAliases = 1000;

/** Reads nodes of one file and collects what is wrong with them. */
export class YamlReader {
  readonly problems: SoaProblem[] = [];
  private readonly told = new Set<string>();
  private readonly anchors = new Map<string, Node[]>();
  private aliasCount = 0;

  /**
   * @param text the whole file
   * @param roots the trees in which something may be named (`&name`), with ranges into the text
   */
  constructor(
    private readonly text: string,
    roots: readonly unknown[],
  ) {
    for (const root of roots) if (isNode(root)) this.collectAnchors(root);
  }

  /** @param meant what should stand there, where that is beyond doubt */
  error(span: Span, detail: string, meant?: string | null): void {
    this.problems.push({ span, detail, severity: 'error', ...(meant ? { meant } : {}) });
  }

  /** @param meant as in `error` */
  warn(span: Span, detail: string, meant?: string | null): void {
    this.problems.push({ span, detail, severity: 'warning', ...(meant ? { meant } : {}) });
  }

  /**
   * What is no mistake, and better known. The same is said once a file, where it stands first; with
   * `meant` (as in `error`) everywhere, so that all of them can be replaced.
   */
  inform(span: Span, detail: string, meant?: string | null): void {
    if (!meant && this.told.has(detail)) return;
    this.told.add(detail);
    this.problems.push({ span, detail, severity: 'information', ...(meant ? { meant } : {}) });
  }

  /** Where a node stands, without line breaks at its end. An alias stands where it is used. */
  spanOf(node: Node): Span {
    const [start, valueEnd] = node.range ?? [0, 0];
    let end = Math.max(start, valueEnd);
    while (end > start && ' \t\r\n'.includes(this.text[end - 1]!)) end--;
    return { start, end };
  }

  /** The entries of a mapping in their order; null where the node is none. Keys that are not text are problems. */
  entriesOf(value: unknown): YamlEntry[] | null {
    const node = this.follow(value);
    if (!isMap(node)) return null;
    const entries: YamlEntry[] = [];
    for (const pair of node.items) {
      if (!isNode(pair.key)) continue;
      const keySpan = this.spanOf(pair.key);
      const key = this.follow(pair.key);
      if (!isScalar(key)) {
        this.error(keySpan, t('A key must be plain text.'));
        continue;
      }
      const content = isNode(pair.value) && !isEmpty(pair.value) ? pair.value : null;
      const end = content ? Math.max(keySpan.end, this.spanOf(content).end) : this.colonEnd(keySpan.end);
      entries.push({ key: textOf(key), keySpan, value: content, span: { start: keySpan.start, end } });
    }
    return entries;
  }

  /** The items of a list; null where the node is none. */
  itemsOf(value: unknown): Node[] | null {
    const node = this.follow(value);
    if (!isSeq(node)) return null;
    return node.items.filter((item): item is Node => isNode(item) && !isEmpty(item));
  }

  /** Whether there is anything but nothing. */
  hasContent(value: unknown): boolean {
    return !isEmpty(value);
  }

  /** The text of a scalar in source form (`5.10` stays `5.10`), trimmed; null where there is none. */
  textAt(value: unknown): Located<string> | null {
    const node = this.follow(value);
    if (isMap(node)) return this.textWithColon(node);
    if (!isScalar(node) || isEmpty(node)) return null;
    const text = textOf(node);
    if (text === '') return null;
    return { value: text, span: this.spanOf(isAlias(value) ? value : node) };
  }

  /** The texts of a list, or the one text of a scalar. Items that are neither are reported with `complaint`. */
  textsAt(value: unknown, complaint: string): Located<string>[] {
    const single = this.textAt(value);
    if (single) return [single];
    const texts: Located<string>[] = [];
    const items = this.itemsOf(value);
    if (items === null && isNode(value) && !isEmpty(value)) this.warn(this.spanOf(value), complaint);
    for (const item of items ?? []) {
      const text = this.textAt(item);
      if (text) texts.push(text);
      else if (!isEmpty(this.follow(item))) this.warn(this.spanOf(item), complaint);
    }
    return texts;
  }

  /**
   * `justification: No premises: all work remotely` is a mapping to YAML, and an error it reports. People mean text, so
   * we read it as text: a mapping in the middle of a line that has no braces.
   */
  private textWithColon(node: Node): Located<string> | null {
    const span = this.spanOf(node);
    const text = this.text.slice(span.start, span.end);
    let keyEnd = span.start;
    while (keyEnd > 0 && ' \t'.includes(this.text[keyEnd - 1]!)) keyEnd--;
    const isBehindKey = keyEnd < span.start && this.text[keyEnd - 1] === ':';
    return isBehindKey && !/^\{|[\r\n]/.test(text) ? { value: text, span } : null;
  }

  /** The node that an alias stands for; other nodes are what they are. */
  private follow(value: unknown): unknown {
    let node = value;
    for (let steps = 0; isAlias(node); steps++) {
      if (steps > 10 || ++this.aliasCount > maximumAliases) return null;
      node = this.target(node);
    }
    return node;
  }

  private target(alias: Alias): Node | null {
    const position = alias.range?.[0] ?? 0;
    const candidates = this.anchors.get(alias.source) ?? [];
    const before = candidates.filter((node) => (node.range?.[0] ?? 0) < position);
    const found = before[before.length - 1];
    if (!found) this.error(this.spanOf(alias), t('Nothing above is named &{0}.', alias.source));
    return found ?? null;
  }

  private collectAnchors(root: Node): void {
    visit(root, {
      Node: (_key, node) => {
        const anchor = (node as { anchor?: string }).anchor;
        if (anchor === undefined) return;
        const named = this.anchors.get(anchor);
        if (named) named.push(node as Node);
        else this.anchors.set(anchor, [node as Node]);
      },
    });
  }

  /** The end of the colon behind a key without a value, so that the place includes it. */
  private colonEnd(keyEnd: number): number {
    let end = keyEnd;
    while (this.text[end] === ' ') end++;
    return this.text[end] === ':' ? end + 1 : keyEnd;
  }
}

/** Whether a node is a null of YAML: nothing, `~`, `null`. */
function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

function textOf(node: { source?: string; value: unknown }): string {
  return (node.source ?? String(node.value ?? '')).trim();
}
