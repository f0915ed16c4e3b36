/** Reading a YAML file as plain texts: nothing becomes a number or a date, so `5.10` stays `5.10`; every value has a line. */

import { isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml';
import { t } from '../l10n.js';
import { findTooDeep } from '../soa/yaml/limits.js';
import type { CatalogProblem } from './types.js';

/** A value of the file with the line (from 1) where it stands. Never fails: what has another form reads as nothing. */
export class YamlValue {
  constructor(
    private readonly node: Node | null | undefined,
    private readonly lines: LineCounter,
    private readonly parentLine: number,
  ) {}

  get line(): number {
    const start = this.node?.range?.[0];
    return start === undefined ? this.parentLine : this.lines.linePos(start).line;
  }

  get exists(): boolean {
    return this.node !== undefined && this.node !== null;
  }

  get isList(): boolean {
    return isSeq(this.node);
  }

  get isMap(): boolean {
    return isMap(this.node);
  }

  /** The text of a single value, trimmed at neither end; undefined for lists and maps, and for an empty value. */
  get text(): string | undefined {
    return isScalar(this.node) && typeof this.node.value === 'string' && this.node.value !== ''
      ? this.node.value
      : undefined;
  }

  get isTrue(): boolean {
    return this.text === 'true';
  }

  get(key: string): YamlValue {
    const node = isMap(this.node) ? (this.node.get(key, true) as Node | undefined) : undefined;
    return new YamlValue(node, this.lines, this.line);
  }

  get items(): YamlValue[] {
    if (!isSeq(this.node)) return [];
    return this.node.items.map((item) => new YamlValue(item as Node | null, this.lines, this.line));
  }

  /** Keys with their values, in the order of the file. */
  get fields(): [string, YamlValue][] {
    if (!isMap(this.node)) return [];
    return this.node.items.map((pair) => [
      isScalar(pair.key) ? String(pair.key.value) : '',
      new YamlValue(pair.value as Node | null, this.lines, this.line),
    ]);
  }

  /** A list of texts; a single text counts as a list of one. */
  get texts(): string[] {
    const single = this.text;
    return single === undefined ? this.items.flatMap((item) => item.text ?? []) : [single];
  }
}

/** The root of a YAML text, and its syntax errors in plain words. */
export function readYaml(text: string): { readonly root: YamlValue; readonly problems: CatalogProblem[] } {
  const lines = new LineCounter();
  const deep = findTooDeep(text);
  if (deep !== null) {
    const line = text.slice(0, deep).split('\n').length;
    return {
      root: new YamlValue(null, lines, 1),
      problems: [{ message: t('The file is nested too deeply to be read.'), line }],
    };
  }
  const document = parseDocument<ParsedNode>(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const problems = document.errors.map((error) => ({
    message: t('The file is not valid YAML: {0}', error.message),
    line: lines.linePos(error.pos[0]).line,
  }));
  return { root: new YamlValue(document.contents, lines, 1), problems };
}
