/** Where the front matter of a document lies: between fences, in a comment, without an opening fence, or in braces. */

import type { FrontMatterContainer, ParseProblem } from '../document.js';
import { t } from '../l10n.js';
import type { Span } from '../text.js';
import { CARRIAGE_RETURN, isLetter, isLineEnding, isSpace, LINE_FEED, skipSpaces, trimEnd } from './characters.js';

export interface FoundContainer {
  /** Null where the front matter must not be read (a script). */
  readonly container: FrontMatterContainer | null;
  readonly span: Span;
  readonly contentSpan: Span;
  readonly bodyStart: number;
  readonly problem: ParseProblem | null;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

const longestKey = 60;
/** Front matter without an opening fence is sought in so many lines. */
const mostUnfencedLines = 300;

/** The front matter's place, or null if the document has none. Linear, never throws. */
export function findContainer(text: string): FoundContainer | null {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (text.startsWith('---', start)) return findFenced(text, start);
  if (text.startsWith('<!--', start)) return findInComment(text, start);
  if (text.startsWith('{', start)) return findBraced(text, start);
  return findUnfenced(text, start);
}

function findFenced(text: string, start: number): FoundContainer | null {
  const first = lineAt(text, start);
  const language = text.slice(start + 3, trimEnd(text, start + 3, first.end)).trim();
  if (language !== '' && !isWord(language)) return null;
  const closing = findClosingFence(text, first.next);
  const name = language.toLowerCase();
  if (name !== '' && name !== 'yaml' && name !== 'yml' && name !== 'json') {
    return refuseLanguage(text, start, first, closing, language);
  }
  if (!closing) return name === 'json' ? null : findUnclosed(text, start, first);
  const content = { start: first.next, end: closing.start };
  const shape = shapeOf(text, content);
  if (shape === 'prose' && name === '') return null;
  if (shape === 'yaml' && hasProse(text, content)) {
    const unclosed = findUnclosed(text, start, first);
    if (unclosed) return unclosed;
  }
  return {
    container: name === 'json' || shape === 'json' ? 'json' : 'yaml',
    span: { start, end: trimEnd(text, closing.start, closing.end) },
    contentSpan: content,
    bodyStart: closing.next,
    problem: null,
  };
}

/** Script engines and unknown languages are named and passed over; nothing of them is read. */
function refuseLanguage(
  text: string,
  start: number,
  first: Line,
  closing: Line | null,
  language: string,
): FoundContainer | null {
  const isScript = /^(js|javascript|coffee|coffeescript|cson|ts|typescript|toml)$/i.test(language);
  if (!closing && !isScript) return null;
  const contentSpan = { start: first.next, end: closing ? closing.start : first.next };
  return {
    container: null,
    span: { start, end: closing ? trimEnd(text, closing.start, closing.end) : first.end },
    contentSpan,
    bodyStart: closing ? closing.next : first.next,
    problem: {
      code: 'script-front-matter',
      span: { start, end: trimEnd(text, start, first.end) },
      detail: t(
        'This front matter is marked as “{0}”. Only YAML and JSON are read, and nothing in it is run.',
        language.slice(0, 40),
      ),
    },
  };
}

/** While the closing fence is still to be typed, the lines that look like keys count, up to the first that does not. */
function findUnclosed(text: string, start: number, first: Line): FoundContainer | null {
  let end = first.end;
  let next = first.next;
  while (next < text.length) {
    const line = lineAt(text, next);
    const isFirst = next === first.next;
    if (isFirst ? !isKeyLine(text, line) : !isYamlLine(text, line)) break;
    end = line.end;
    next = line.next;
  }
  if (next === first.next) return null;
  return {
    container: 'yaml',
    span: { start, end },
    contentSpan: { start: first.next, end: next },
    bodyStart: next,
    problem: {
      code: 'unclosed-front-matter',
      span: { start, end: start + 3 },
      detail: t('The front matter that begins here is not closed by a line with “---”.'),
    },
  };
}

function findInComment(text: string, start: number): FoundContainer | null {
  const close = text.indexOf('-->', start + 4);
  if (close < 0) return null;
  let line = lineAt(text, start);
  const rest = text.slice(start + 4, line.end).trim();
  // `<!-- controls: … -->` on one line is a comment about the section, not front matter.
  if (close < line.end || (rest !== '' && rest !== '---')) return null;
  let contentStart = line.next;
  if (rest === '') {
    do line = lineAt(text, line.next);
    while (skipSpaces(text, line.start, line.end) === line.end && line.next < close);
    if (isFence(text, line, 45)) contentStart = line.next;
  }
  let contentEnd = close;
  for (let next = contentStart; next < close; ) {
    const current = lineAt(text, next);
    if (text.startsWith('---', next) && skipSpaces(text, next + 3, current.end) >= Math.min(current.end, close)) {
      contentEnd = next;
      break;
    }
    next = current.next;
  }
  const content = { start: contentStart, end: contentEnd };
  if (content.end <= content.start || shapeOf(text, content) !== 'yaml') return null;
  const isFenced = rest !== '' || contentStart !== lineAt(text, start).next;
  if (!isFenced && isNote(text, content)) return null;
  return {
    container: 'comment',
    span: { start, end: close + 3 },
    contentSpan: content,
    bodyStart: lineAt(text, close + 3).next,
    problem: null,
  };
}

/** "NB: if you move this file,", below it "update the index": a comment whose lines are not all YAML, or a single line with two colons. */
function isNote(text: string, content: Span): boolean {
  let indent = -1;
  let lines = 0;
  let hasTwoColons = false;
  for (let next = content.start; next < content.end; ) {
    const line = lineAt(text, next);
    const end = Math.min(line.end, content.end);
    const start = skipSpaces(text, line.start, end);
    next = line.next;
    if (start === end || text.charCodeAt(start) === 35) continue;
    if (indent < 0) indent = start - line.start;
    lines++;
    if (start - line.start > indent) continue;
    if (!isYamlLine(text, { ...line, start, end })) return true;
    hasTwoColons = hasColon(text, { ...line, start: text.indexOf(':', start) + 1, end });
  }
  return lines === 1 && hasTwoColons;
}

/** `key: value` lines from the start, closed by `---`. One such line alone would be an underlined heading. */
function findUnfenced(text: string, start: number): FoundContainer | null {
  let next = start;
  let keys = 0;
  for (let count = 0; count < mostUnfencedLines && next < text.length; count++) {
    const line = lineAt(text, next);
    if (isFence(text, line, 45)) {
      if (keys < 2) return null;
      return {
        container: 'unfenced',
        span: { start, end: trimEnd(text, line.start, line.end) },
        contentSpan: { start, end: line.start },
        bodyStart: line.next,
        problem: null,
      };
    }
    if (isKeyLine(text, line)) keys++;
    else if (count === 0 || !isYamlLine(text, line)) return null;
    next = line.next;
  }
  return null;
}

/** As Hugo reads it: a JSON object that the text begins with, up to a line that ends it. Anything else is prose. */
function findBraced(text: string, start: number): FoundContainer | null {
  if (!/^\{\s{0,200}"/.test(text.slice(start, start + 202))) return null;
  let next = start;
  for (let count = 0; count < mostUnfencedLines && next < text.length; count++) {
    const line = lineAt(text, next);
    next = line.next;
    const end = trimEnd(text, line.start, line.end);
    if (text.charCodeAt(end - 1) !== 125 || (count > 0 && end - line.start !== 1)) continue;
    const span = { start, end };
    return isJson(text.slice(start, end))
      ? { container: 'json', span, contentSpan: span, bodyStart: next, problem: null }
      : null;
  }
  return null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function findClosingFence(text: string, from: number): Line | null {
  let next = from;
  while (next < text.length) {
    const line = lineAt(text, next);
    const code = text.charCodeAt(next);
    if ((code === 45 || code === 46) && isFence(text, line, code)) return line;
    next = line.next;
  }
  return null;
}

function isFence(text: string, line: Line, mark: number): boolean {
  const { start, end } = line;
  if (end - start < 3) return false;
  for (let i = start; i < start + 3; i++) if (text.charCodeAt(i) !== mark) return false;
  return skipSpaces(text, start + 3, end) === end;
}

/** What stands between fences: two thematic breaks can enclose ordinary prose. */
function shapeOf(text: string, content: Span): 'yaml' | 'json' | 'prose' {
  let next = content.start;
  let lines = 0;
  while (next < content.end) {
    const line = lineAt(text, next);
    const first = skipSpaces(text, line.start, line.end);
    next = line.next;
    if (first === line.end) continue;
    const code = text.charCodeAt(first);
    const second = text.charCodeAt(first + 1);
    // One # begins a comment, two a heading.
    if (code === 35 && second !== 35) continue;
    if (code === 123) return second === 123 || second === 37 ? 'prose' : 'json';
    if (code === 91) return 'json';
    if (isKeyLine(text, { ...line, start: first }) || (code === 45 && isSpace(second))) return 'yaml';
    lines++;
    if (lines > 1 || !isWord(text.slice(first, trimEnd(text, first, line.end)))) return 'prose';
  }
  // Nothing at all, or a single word: a first key is being typed.
  return 'yaml';
}

/**
 * Whether Markdown stands after a blank line: then the fence that follows is a thematic break of the body, and the closing
 * fence is still to be typed.
 */
function hasProse(text: string, content: Span): boolean {
  let afterBlank = false;
  for (let next = content.start; next < content.end; ) {
    const line = lineAt(text, next);
    next = line.next;
    const code = text.charCodeAt(line.start);
    if (skipSpaces(text, line.start, line.end) === line.end) afterBlank = true;
    else if (code === 35 && text.charCodeAt(line.start + 1) !== 35) continue;
    else if (isYamlLine(text, line)) afterBlank = false;
    else if (afterBlank && !hasColon(text, line)) return true;
  }
  return false;
}

/** Whether a colon stands where YAML would see one. */
function hasColon(text: string, line: Line): boolean {
  for (let i = line.start; i < line.end; i++) {
    if (text.charCodeAt(i) === 58 && (i + 1 === line.end || isSpace(text.charCodeAt(i + 1)))) return true;
  }
  return false;
}

/** `key:` or `key: value`, the key perhaps in quotes, not indented. */
function isKeyLine(text: string, line: Line): boolean {
  const first = text.charCodeAt(line.start);
  if (
    !(isLetter(first) || (first >= 48 && first <= 57) || first === 95 || first === 34 || first === 39 || first > 127)
  ) {
    return false;
  }
  const limit = Math.min(line.end, line.start + longestKey);
  for (let i = line.start + 1; i < limit; i++) {
    if (text.charCodeAt(i) !== 58) continue;
    if (i + 1 === line.end || isSpace(text.charCodeAt(i + 1))) return true;
  }
  return false;
}

/** A line that can stand in unfenced or unclosed front matter. */
function isYamlLine(text: string, line: Line): boolean {
  if (line.start === line.end) return false;
  const code = text.charCodeAt(line.start);
  const second = text.charCodeAt(line.start + 1);
  if (isSpace(code)) return skipSpaces(text, line.start, line.end) < line.end;
  if (code === 45) return isSpace(second) || line.end === line.start + 1;
  if (code === 93 || code === 125) return true;
  return isKeyLine(text, line);
}

function isWord(text: string): boolean {
  return /^[a-z][\w.+-]{0,40}$/i.test(text);
}

function lineAt(text: string, start: number): Line {
  let end = start;
  while (end < text.length && !isLineEnding(text.charCodeAt(end))) end++;
  let next = end < text.length ? end + 1 : end;
  if (text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED) next++;
  return { start, end, next };
}
