/**
 * Where in a YAML text the cursor stands, read from the lines above it. The text is half typed and often no valid YAML,
 * so nothing is parsed: indentation and colons tell enough.
 */
import type { Span } from '../../text.js';

export interface YamlPlace {
  /** The keys above, outermost first. In a value the last one is the key of the value. */
  readonly path: readonly string[];
  /** Whether a key is being written here, else a value or a list item. */
  readonly isKey: boolean;
  /** The word being written: from its beginning (up to the cursor and beyond) to its end. Quotes are outside. */
  readonly token: Span;
  /** Indentation of the line. */
  readonly indent: number;
  /** What follows the word on its line. */
  readonly rest: string;
}

/** Whether the word has its colon already. */
export function hasColon({ rest }: YamlPlace): boolean {
  return rest.trimStart().startsWith(':');
}

interface KeyLine {
  readonly indent: number;
  readonly key: string;
  /** Offset in the line at which the value begins. */
  readonly valueStart: number;
}

/** `  27001:A.5.15: value`; the colon of a key is followed by a blank or the end of the line. */
function keyLineOf(line: string): KeyLine | null {
  const match = /^( *)((?:"[^"]*"|'[^']*'|[^\s#\-[{][^#]*?|-[^\s#][^#]*?))[ \t]*:(?=[ \t]|$)[ \t]*/.exec(line);
  if (!match) return null;
  return { indent: match[1]!.length, key: unquote(match[2]!), valueStart: match[0].length };
}

function unquote(key: string): string {
  return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key;
}

/**
 * The place of an offset in YAML that begins at `start` (0 for a file, the first line of the front matter otherwise).
 * Looks at nothing after the line of the cursor.
 */
export function yamlPlaceAt(text: string, start: number, offset: number): YamlPlace {
  const lineStart = startOfLine(text, start, offset);
  const before = text.slice(lineStart, offset);
  const lines = text.slice(start, lineStart).split(/\r\n|\r|\n/);
  lines.pop();
  const indent = /^ */.exec(before)![0].length;
  const own = keyLineOf(before);
  if (own && own.valueStart <= before.length) {
    const path = [...keysAbove(lines, own.indent, false), own.key];
    return valuePlace(text, lineStart + own.valueStart, offset, path, indent);
  }
  const item = /^ *- +|^ *-$/.exec(before);
  if (item) {
    const path = keysAbove(lines, indent, true);
    // `- date: 2026` is a list item and a key at once.
    const key = keyLineOf(before.slice(item[0].length));
    const valueStart = lineStart + item[0].length + (key?.valueStart ?? 0);
    return valuePlace(text, valueStart, offset, key ? [...path, key.key] : path, indent);
  }
  const open = openFlowAbove(lines);
  if (open) return valuePlace(text, lineStart + indent, offset, open, indent);
  return { ...tokenAt(text, lineStart + indent, offset), path: keysAbove(lines, indent, false), isKey: true, indent };
}

function startOfLine(text: string, start: number, offset: number): number {
  let at = offset;
  while (at > start && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** The keys that a line with this indentation stands below, outermost first. A list may be level with its key. */
function keysAbove(lines: readonly string[], indent: number, isList: boolean): string[] {
  const path: string[] = [];
  let limit = isList ? indent + 1 : indent;
  for (let i = lines.length - 1; i >= 0 && limit > 0; i--) {
    const line = keyLineOf(lines[i]!);
    if (!line || line.indent >= limit) continue;
    path.unshift(line.key);
    limit = line.indent;
  }
  return path;
}

/** The path of the key above whose flow list is still open at the end of the lines, if any. */
function openFlowAbove(lines: readonly string[]): string[] | null {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = keyLineOf(lines[i]!);
    if (!line) continue;
    const since = [lines[i]!.slice(line.valueStart), ...lines.slice(i + 1)].join('\n');
    return /^\[[^\]]*$/.test(since) ? [...keysAbove(lines.slice(0, i), line.indent, false), line.key] : null;
  }
  return null;
}

/** A place in a value; an open brace in it makes a key or value of the map within. */
function valuePlace(
  text: string,
  valueStart: number,
  offset: number,
  above: readonly string[],
  indent: number,
): YamlPlace {
  const value = blankClosedGroups(text.slice(valueStart, offset));
  const brace = value.lastIndexOf('{');
  if (brace < 0) {
    return { ...tokenAt(text, valueStart, offset), path: above, isKey: false, indent };
  }
  const path = [...above, ...keysBeforeBraces(value.slice(0, brace + 1))];
  // A list within the map belongs to the key before its bracket.
  const bracket = value.lastIndexOf('[');
  const isInList = bracket > brace;
  const innerStart = Math.max(brace, value.lastIndexOf(',', isInList ? bracket : value.length)) + 1;
  const inner = /^\s*([^\s:{}[\],]+)\s*:(?:\s+|$)/.exec(value.slice(innerStart));
  if (!inner) return { ...tokenAt(text, valueStart, offset), path, isKey: true, indent };
  const from = valueStart + (isInList ? bracket + 1 : innerStart + inner[0].length);
  return { ...tokenAt(text, from, offset), path: [...path, unquote(inner[1]!)], isKey: false, indent };
}

/** Of open braces within each other, the keys of all but the first: `A.5.1`, `drivers` of `{ A.5.1: { drivers: {`. */
function keysBeforeBraces(value: string): string[] {
  return value
    .split('{')
    .slice(1, -1)
    .flatMap((within) => {
      // A map in a list belongs to the key before the bracket, however many items stand between.
      const bracket = within.indexOf('[');
      const before = bracket < 0 ? within : within.slice(0, bracket);
      const key = /([^,]*?)\s*:\s*$/.exec(before.slice(before.lastIndexOf(',') + 1))?.[1]?.trim();
      return key ? [unquote(key)] : [];
    });
}

/** Lists and maps that are closed already, overwritten with blanks of the same length. */
function blankClosedGroups(value: string): string {
  let blanked = value.slice(0, 5000);
  for (let depth = 0; depth < 8; depth++) {
    blanked = blanked.replace(/\{[^{}[\]]*\}|\[[^{}[\]]*\]/g, (group) => ' '.repeat(group.length));
  }
  return blanked;
}

/** The word round the cursor: words are parted by brackets, commas and quotes. */
function tokenAt(text: string, from: number, offset: number): { token: Span; rest: string } {
  let start = offset;
  while (start > from && !/[[\]{},"'\r\n]/.test(text[start - 1]!)) start--;
  while (start < offset && /\s/.test(text[start]!)) start++;
  let end = offset;
  while (end < text.length && /[^[\]{},"'\s#]/.test(text[end]!)) end++;
  if (text[end - 1] === ':' && end > offset) end--;
  let lineEnd = end;
  while (lineEnd < text.length && text[lineEnd] !== '\n' && text[lineEnd] !== '\r') lineEnd++;
  return { token: { start, end }, rest: text.slice(end, lineEnd) };
}
