/** Reads the front matter: finds it, reads its scalars in source form, and says plainly what is wrong with it. */

import type { FrontMatter, FrontMatterScalar, ParseProblem } from '../document.js';
import { t } from '../l10n.js';
import { isLineEnding } from './characters.js';
import { findContainer } from './frontMatterContainer.js';
import { readFullYaml } from './fullYaml.js';
import { readSimpleYaml } from './simpleYaml.js';
import { duplicateKey, mostProblems, type YamlKey, type YamlReading } from './yamlFacts.js';

/**
 * So much of one front matter is given to `yaml` at most, in UTF-16 units; what is simple has no limit. At its slowest
 * `yaml` reads 0.2 MB in a second, and a single document must not hold up an editor longer than a fifth of one.
 */
const longestFullYaml = 40_000;
/** Front matter up to here may be read a second time as a whole, to be sure of a mistake. */
const longestSecondReading = 8_000;

/** Larger than this, in characters, it is no front matter that anybody wrote. */
const longestFrontMatter = 200_000;

export interface FrontMatterReading {
  readonly frontMatter: FrontMatter | null;
  /** Where the body begins: the start of a line. */
  readonly bodyStart: number;
  readonly problems: readonly ParseProblem[];
}

let last: { source: string; read: FrontMatterReading } | null = null;

/**
 * The front matter of a document. Broken front matter still gives what can be read of it, and the body always begins
 * after it. Nothing in it is evaluated. Never throws. While somebody writes in the body it is the same object each time.
 */
export function readFrontMatter(text: string): FrontMatterReading {
  if (last && text.startsWith(last.source)) return last.read;
  const read = readAnew(text);
  last = isClosed(text, read) ? { source: text.slice(0, read.bodyStart), read } : null;
  return read;
}

/** Whether no text behind it could make it another one: it ends with a fence and the end of a line. */
function isClosed(text: string, { frontMatter, problems, bodyStart }: FrontMatterReading): boolean {
  return frontMatter !== null && problems.length === 0 && text.startsWith('---') && text[bodyStart - 1] === '\n';
}

function readAnew(text: string): FrontMatterReading {
  const found = findContainer(text);
  if (!found) return { frontMatter: null, bodyStart: text.charCodeAt(0) === 0xfeff ? 1 : 0, problems: [] };
  const { container, span, contentSpan, bodyStart, problem } = found;
  const problems = problem ? [problem] : [];
  if (container === null) return { frontMatter: null, bodyStart, problems };
  const reading = container === 'json' ? readJson(text, contentSpan) : readYaml(text, contentSpan);
  return {
    frontMatter: { container, span, contentSpan, scalars: reading.scalars, keys: reading.keys },
    bodyStart,
    problems: [...problems, ...reading.problems].sort((a, b) => a.span.start - b.span.start),
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Entry by entry, so that `yaml` sees only those that are not simple, and a mistake in one leaves the others readable.
 */
function readYaml(text: string, { start, end }: Range): YamlReading {
  if (end - start > longestFrontMatter) return tooLarge(start, end);
  const simple = readSimpleYaml(text, start, end);
  if (simple) return simple;
  const entries = readEntries(text, start, end);
  if (entries.problems.length === 0 || end - start > longestSecondReading) return entries;
  // What goes on over several entries (a quotation, a key with a question mark) is broken only apart.
  const whole = readFullYaml(text, start, end);
  return whole.problems.length === 0 ? whole : entries;
}

/** JSON is YAML, except that it may be indented with tabs. */
function readJson(text: string, { start, end }: Range): YamlReading {
  if (end - start > longestFullYaml) return tooLarge(start, end);
  const content = text.slice(start, end);
  if (!content.includes('\t')) return readFullYaml(text, start, end);
  return readFullYaml(text.slice(0, start) + content.replace(/\t/g, ' ') + text.slice(end), start, end);
}

function tooLarge(start: number, end: number): YamlReading {
  const detail = t(
    'This part of the front matter is too large to be read. Keep fields and tags here, and move the rest into the text below.',
  );
  return { scalars: [], keys: [], problems: [{ code: 'too-large', span: { start, end }, detail }] };
}

function readEntries(text: string, start: number, end: number): YamlReading {
  const scalars: FrontMatterScalar[] = [];
  const keys: YamlKey[] = [];
  const problems: ParseProblem[] = [];
  const names = new Set<string>();
  let left = longestFullYaml;
  for (const entry of splitEntries(text, start, end)) {
    const reading = readEntry(text, entry, left);
    if (!reading.isSimple) left -= entry.end - entry.start;
    for (const scalar of reading.scalars) scalars.push(scalar);
    for (const key of reading.keys) {
      if (names.has(key.name) && problems.length < mostProblems) problems.push(duplicateKey(key.name, key.span));
      names.add(key.name);
      keys.push(key);
    }
    problems.push(...reading.problems);
    if (left < 0) break;
  }
  return { scalars, keys, problems: problems.slice(0, mostProblems) };
}

function readEntry(text: string, { start, end }: Range, limit: number): YamlReading & { isSimple: boolean } {
  const simple = readSimpleYaml(text, start, end);
  if (simple) return { ...simple, isSimple: true };
  return { ...(end - start > limit ? tooLarge(start, end) : readFullYaml(text, start, end)), isSimple: false };
}

/** An entry begins with a line that is not indented and goes on with what cannot begin one. */
function splitEntries(text: string, start: number, end: number): Range[] {
  const entries: Range[] = [];
  let entryStart = start;
  let lineStart = start;
  for (let i = start; i <= end; i++) {
    if (i < end && !isLineEnding(text.charCodeAt(i))) continue;
    if (lineStart > entryStart && beginsEntry(text.charCodeAt(lineStart)) && lineStart < i) {
      entries.push({ start: entryStart, end: lineStart });
      entryStart = lineStart;
    }
    if (text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10) i++;
    lineStart = i + 1;
  }
  entries.push({ start: entryStart, end });
  return entries;
}

function beginsEntry(code: number): boolean {
  // Not: tab, space, # comment, - item, ] } closing a bracket, : after a ? key.
  return ![9, 32, 35, 45, 93, 125, 58].includes(code);
}
