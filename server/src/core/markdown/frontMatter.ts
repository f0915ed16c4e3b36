/** Reads the front matter: finds it, reads its scalars in source form, and says plainly what is wrong with it. */
import type { FrontMatter, FrontMatterScalar, ParseProblem } from '../document.js';
import { isLineEnding } from './characters.js';
import { findContainer } from './frontMatterContainer.js';
import { readFullYaml } from './fullYaml.js';
import { readSimpleYaml } from './simpleYaml.js';
import type { YamlKey, YamlReading } from './yamlFacts.js';

/** Longer front matter is read only if it is simple; in UTF-16 units. */
const longestFullYaml = 256 * 1024;
const mostProblems = 20;

export interface FrontMatterReading {
  readonly frontMatter: FrontMatter | null;
  /** Where the body begins: the start of a line. */
  readonly bodyStart: number;
  readonly problems: readonly ParseProblem[];
}

/**
 * The front matter of a document. Broken front matter still gives what can be read of it, and the body always begins
 * after it. Nothing in it is evaluated. Never throws.
 */
export function readFrontMatter(text: string): FrontMatterReading {
  const found = findContainer(text);
  if (!found) return { frontMatter: null, bodyStart: text.charCodeAt(0) === 0xfeff ? 1 : 0, problems: [] };
  const { container, span, contentSpan, bodyStart, problem } = found;
  const problems = problem ? [problem] : [];
  if (container === null) return { frontMatter: null, bodyStart, problems };
  const reading = container === 'json' ? readJson(text, contentSpan) : readYaml(text, contentSpan);
  return {
    frontMatter: { container, span, contentSpan, scalars: reading.scalars, keys: reading.keys },
    bodyStart,
    problems: [...problems, ...reading.problems],
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function readYaml(text: string, { start, end }: Range): YamlReading {
  const simple = readSimpleYaml(text, start, end);
  if (simple) return { ...simple, problems: [] };
  if (end - start > longestFullYaml) return tooLarge(start, end);
  const full = readFullYaml(text, start, end);
  if (full.problems.length === 0) return full;
  const recovered = readEntryByEntry(text, start, end);
  return recovered.problems.length > 0 ? recovered : { ...recovered, problems: full.problems };
}

/** JSON is YAML, except that it may be indented with tabs. */
function readJson(text: string, { start, end }: Range): YamlReading {
  if (end - start > longestFullYaml) return tooLarge(start, end);
  const content = text.slice(start, end);
  if (!content.includes('\t')) return readFullYaml(text, start, end);
  return readFullYaml(text.slice(0, start) + content.replace(/\t/g, ' ') + text.slice(end), start, end);
}

function tooLarge(start: number, end: number): YamlReading {
  const detail = 'This front matter is too large to be read.';
  return { scalars: [], keys: [], problems: [{ code: 'too-large', span: { start, end }, detail }] };
}

/** Reads each entry of the top level by itself, so that a mistake in one leaves the others readable. */
function readEntryByEntry(text: string, start: number, end: number): YamlReading {
  const scalars: FrontMatterScalar[] = [];
  const keys: YamlKey[] = [];
  const problems: ParseProblem[] = [];
  const names = new Set<string>();
  for (const entry of splitEntries(text, start, end)) {
    const simple = readSimpleYaml(text, entry.start, entry.end);
    const reading = simple ? { ...simple, problems: [] } : readFullYaml(text, entry.start, entry.end);
    for (const scalar of reading.scalars) scalars.push(scalar);
    for (const key of reading.keys) {
      if (names.has(key.name)) problems.push(duplicateOf(key));
      names.add(key.name);
      keys.push(key);
    }
    problems.push(...reading.problems);
  }
  return { scalars, keys, problems: problems.slice(0, mostProblems) };
}

function duplicateOf(key: YamlKey): ParseProblem {
  const detail = `The key “${key.name.slice(0, 60)}” stands here a second time; only one of the two will count.`;
  return { code: 'malformed-front-matter', span: key.span, detail };
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
  // Not: tab, space, # comment, - item, ] } closing a bracket.
  return code !== 9 && code !== 32 && code !== 35 && code !== 45 && code !== 93 && code !== 125;
}
