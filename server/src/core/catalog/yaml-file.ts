/** Reading a YAML file as plain texts: nothing becomes a number or a date, so `5.10` stays `5.10`; every value has a line. */

import { isMap, isScalar, isSeq, type Node, visit, type YAMLMap } from 'yaml';
import { t } from '../l10n.js';
import { parseFirstDocument } from '../soa/yaml/bounded.js';
import { repeatedKeys } from '../soa/yaml/repeatedKeys.js';
import { findLineStarts, lineAt } from '../text.js';
import { findRefusal } from './limits.js';
import type { CatalogProblem } from './types.js';

/** In maps of more keys a key is looked up, in smaller ones looked for. */
const fewKeys = 32;

/** What all values of a file have in common. */
class Source {
  private readonly lineStarts: Uint32Array;
  private readonly keys = new Map<YAMLMap, ReadonlyMap<unknown, Node>>();

  constructor(text: string) {
    this.lineStarts = findLineStarts(text);
  }

  /** The line of an offset, from 1. */
  lineOf(offset: number): number {
    return lineAt(this.lineStarts, offset) + 1;
  }

  /** The value of a key. Every row may ask the same large map, so that this must not go through its keys each time. */
  valueOf(map: YAMLMap, key: string): Node | undefined {
    if (map.items.length <= fewKeys) return map.get(key, true) as Node | undefined;
    let values = this.keys.get(map);
    if (!values) {
      values = new Map(map.items.map(({ key, value }) => [isScalar(key) ? key.value : key, value as Node]));
      this.keys.set(map, values);
    }
    return values.get(key);
  }
}

/** A value of the file with the line (from 1) where it stands. Never fails: what has another form reads as nothing. */
export class YamlValue {
  constructor(
    private readonly node: Node | null | undefined,
    private readonly source: Source,
    private readonly parentLine: number,
  ) {}

  get line(): number {
    const start = this.node?.range?.[0];
    return start === undefined ? this.parentLine : this.source.lineOf(start);
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
    const node = isMap(this.node) ? this.source.valueOf(this.node, key) : undefined;
    return new YamlValue(node, this.source, this.line);
  }

  get items(): YamlValue[] {
    if (!isSeq(this.node)) return [];
    return this.node.items.map((item) => new YamlValue(item as Node | null, this.source, this.line));
  }

  /** Keys with their values, in the order of the file. */
  get fields(): [string, YamlValue][] {
    if (!isMap(this.node)) return [];
    return this.node.items.map((pair) => [
      isScalar(pair.key) ? String(pair.key.value) : '',
      new YamlValue(pair.value as Node | null, this.source, this.line),
    ]);
  }

  /** A list of texts; a single text counts as a list of one. */
  get texts(): string[] {
    const single = this.text;
    return single === undefined ? this.items.flatMap((item) => item.text ?? []) : [single];
  }
}

/** What a file holds, with everything for which it cannot be used, in plain words. */
export interface YamlFile {
  readonly root: YamlValue;
  readonly problems: CatalogProblem[];
}

/** The root of a YAML text. Never throws, and takes time in proportion to the text, whatever stands in it. */
export function readYaml(text: string): YamlFile {
  const refusal = findRefusal(text);
  if (refusal) return unreadable(refusal);
  const source = new Source(text);
  try {
    const { document, nextAt } = parseFirstDocument(text, { schema: 'failsafe' });
    const problems: CatalogProblem[] = document.errors.map((error) => ({
      message: t('The file is not valid YAML: {0}', error.message),
      line: source.lineOf(error.pos[0]),
    }));
    if (nextAt !== null)
      problems.push({
        message: t('A second document begins here (---); a catalog file holds one. Make it a file of its own.'),
        line: source.lineOf(nextAt),
      });
    if (problems.length === 0 && document.contents) problems.push(...misreadings(document.contents, source));
    return { root: new YamlValue(document.contents, source, 1), problems };
  } catch {
    // So many mistakes that nobody made them one by one, or something that the parser itself stumbles over.
    return unreadable({ message: t('The file cannot be read as YAML. Is it a catalog file?'), line: 1 });
  }
}

function unreadable(problem: CatalogProblem): YamlFile {
  return { root: new YamlValue(null, new Source(''), 1), problems: [problem] };
}

/** What the parser takes and we do not: a key that stands twice, and names that stand for values. */
function misreadings(root: Node, source: Source): CatalogProblem[] {
  const lineOf = (node: Node) => source.lineOf(node.range?.[0] ?? 0);
  const problems: CatalogProblem[] = [];
  for (const { key, first } of repeatedKeys(root)) {
    const message = t('“{0}” already stands in line {1}. Keep one of them.', String(key.value), lineOf(first));
    problems.push({ message, line: lineOf(key) });
  }
  visit(root, {
    Alias: (_, alias) => {
      const message = t(
        '*{0} stands for a value that is written elsewhere, which is not read here. Write the value itself.',
        alias.source,
      );
      problems.push({ message, line: lineOf(alias) });
    },
  });
  return problems;
}
