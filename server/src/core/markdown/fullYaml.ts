/**
 * The reader for YAML that the simple one gives up on: the `yaml` package, kept from what it cannot bear (deep nesting,
 * huge texts). Values are never constructed: no tags, no aliases followed, nothing evaluated.
 */

import { isAlias, isMap, isPair, isScalar, isSeq, type ParsedNode, parseDocument, Scalar, type YAMLError } from 'yaml';
import type { FrontMatterScalar, ParseProblem } from '../document.js';
import { t } from '../l10n.js';
import { detach } from '../text.js';
import {
  type Above,
  blockScalarAt,
  duplicateKey,
  mostProblems,
  scalarAt,
  type YamlKey,
  type YamlReading,
} from './yamlFacts.js';
import { explainYamlError } from './yamlMessages.js';

/** `yaml` recurses by nesting. */
const deepestNesting = 200;

/**
 * Scalars, keys and problems of the YAML in [start, end). Never throws.
 */
export function readFullYaml(text: string, start: number, end: number): YamlReading {
  const content = text.slice(start, end);
  const depth = findTooDeep(content);
  if (depth >= 0)
    return refusal(
      start + depth,
      t(
        'It is nested too deeply to be read. Fields and tags need few levels: is a bracket not closed, or does this not belong here?',
      ),
    );
  try {
    const document = parseDocument(content, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
    const walker = new Walker(text, start);
    walker.walk(document.contents);
    const problems = document.errors.slice(0, mostProblems).map((error) => problemOf(error, text, start, end));
    return { scalars: walker.scalars, keys: walker.keys, problems: [...problems, ...walker.problems] };
  } catch {
    return refusal(start, t('It cannot be read as YAML.'));
  }
}

function refusal(offset: number, detail: string): YamlReading {
  const problem: ParseProblem = { code: 'malformed-front-matter', span: { start: offset, end: offset + 1 }, detail };
  return { scalars: [], keys: [], problems: [problem] };
}

function problemOf(error: YAMLError, text: string, start: number, end: number): ParseProblem {
  const from = Math.min(start + error.pos[0], end);
  return {
    code: 'malformed-front-matter',
    span: { start: from, end: Math.max(from, Math.min(start + error.pos[1], end)) },
    detail: explainYamlError(error.code, text, from),
  };
}

/** Where brackets, or list and key marks on one line, are nested too deeply; -1 if nowhere. Quotes are not looked at. */
function findTooDeep(content: string): number {
  let brackets = 0;
  let marks = 0;
  for (let i = 0; i < content.length; i++) {
    const code = content.charCodeAt(i);
    if (code === 91 || code === 123) brackets++;
    else if (code === 93 || code === 125) brackets--;
    else if (code === 10) marks = 0;
    else if (code === 32 && isNestingMark(content.charCodeAt(i - 1))) marks++;
    if (brackets > deepestNesting || marks > deepestNesting) return i;
  }
  return -1;
}

function isNestingMark(code: number): boolean {
  return code === 45 || code === 63 || code === 58;
}

interface Task {
  readonly node: unknown;
  readonly above: Above;
  /** Where an empty value stands. */
  readonly emptyAt: number;
}

/** Collects scalars in the order of the text; its own stack instead of recursion. */
class Walker {
  readonly scalars: FrontMatterScalar[] = [];
  readonly keys: YamlKey[] = [];
  readonly problems: ParseProblem[] = [];
  private readonly tasks: Task[] = [];

  constructor(
    private readonly text: string,
    private readonly offset: number,
  ) {}

  walk(root: unknown): void {
    if (root === null || root === undefined) return;
    const above = { path: [], keySpan: { start: this.offset, end: this.offset } };
    if (isScalar(root)) this.addBareText(root);
    else this.tasks.push({ node: root, above, emptyAt: this.offset });
    while (this.tasks.length > 0) this.visit(this.tasks.pop()!);
  }

  private visit(task: Task): void {
    const { node, above, emptyAt } = task;
    if (isMap(node)) this.visitMap(node.items, above);
    else if (isSeq(node)) {
      for (let index = node.items.length - 1; index >= 0; index--) {
        const item = node.items[index];
        const itemAbove = { path: [...above.path, index], keySpan: above.keySpan };
        if (isPair(item)) this.visitMap([item], itemAbove);
        else this.tasks.push({ node: item, above: itemAbove, emptyAt: startOf(item, emptyAt, this.offset) });
      }
    } else if (isScalar(node)) this.addScalar(node, above, emptyAt);
    else if (!isAlias(node)) this.scalars.push(scalarAt(this.text, above, emptyAt, emptyAt, false));
  }

  private visitMap(items: readonly { key: unknown; value: unknown }[], above: Above): void {
    const tasks: Task[] = [];
    const names = new Set<string>();
    for (const { key, value } of items) {
      if (!isScalar(key)) continue;
      const [from, to] = (key as ParsedNode).range ?? [0, 0];
      const keySpan = { start: this.offset + from, end: this.offset + to };
      const quoted = isQuoted(key);
      const name = detach(this.text.slice(keySpan.start + (quoted ? 1 : 0), keySpan.end - (quoted ? 1 : 0)));
      if (names.has(name) && this.problems.length < mostProblems) this.problems.push(duplicateKey(name, keySpan));
      names.add(name);
      if (above.path.length === 0) this.keys.push({ name, span: keySpan });
      tasks.push({ node: value, above: { path: [...above.path, name], keySpan }, emptyAt: this.afterColon(to) });
    }
    for (let index = tasks.length - 1; index >= 0; index--) this.tasks.push(tasks[index]!);
  }

  private addBareText(node: Scalar): void {
    const [from, to] = (node as ParsedNode).range ?? [0, 0];
    if (from === to) return;
    const span = { start: this.offset + from, end: this.offset + to };
    const detail = t('This line has no colon after its key.');
    this.problems.push({ code: 'malformed-front-matter', span, detail });
  }

  /** Where an empty value stands: right after the colon, or after the key if it has none. */
  private afterColon(keyEnd: number): number {
    let colon = this.offset + keyEnd;
    while (this.text.charCodeAt(colon) === 32) colon++;
    return this.text.charCodeAt(colon) === 58 ? colon + 1 : this.offset + keyEnd;
  }

  private addScalar(node: Scalar, above: Above, emptyAt: number): void {
    const [from, to] = (node as ParsedNode).range ?? [0, 0];
    const start = from === to ? emptyAt : this.offset + from;
    const end = from === to ? emptyAt : this.offset + to;
    if (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED) {
      this.scalars.push(blockScalarAt(this.text, above, start, end));
    } else this.scalars.push(scalarAt(this.text, above, start, end, isQuoted(node)));
  }
}

function startOf(node: unknown, otherwise: number, offset: number): number {
  return isScalar(node) ? offset + ((node as ParsedNode).range?.[0] ?? 0) : otherwise;
}

function isQuoted(node: Scalar): boolean {
  return node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
}
