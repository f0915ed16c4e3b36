/** Comments that silence findings: `<!-- clausemark-disable-next-line code -- reason -->` and its kin. */
import type { FrontMatter, Suppression } from './document.js';
import { detach, lineAt, type Span } from './text.js';

interface Directive {
  readonly kind: string;
  readonly codes: readonly string[];
  readonly reason: string | null;
  readonly span: Span;
}

const directivePattern = /^clausemark-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])/;

/**
 * The suppressions of a document, in the order of the text.
 *
 * - `disable-next-line`: the next line that is not blank.
 * - `disable-line`: the lines on which the comment stands.
 * - `disable`: from the comment to the `enable` that names the code (or names none), else to the end. A `disable` without
 *   codes is ended only by an `enable` without codes.
 * - `disable-file`: everything.
 *
 * Codes are separated by spaces or commas; after ` -- ` follows the reason. In front matter the same words stand after `#`.
 * @param comments the HTML comments of the body
 */
export function findSuppressions(
  text: string,
  comments: readonly Span[],
  lineStarts: Uint32Array,
  frontMatter: FrontMatter | null,
): Suppression[] {
  const directives: Directive[] = [];
  if (frontMatter && frontMatter.container !== 'json') findInFrontMatter(text, frontMatter.contentSpan, directives);
  for (const span of comments) {
    const directive = readDirective(text.slice(span.start + 4, span.end - 3), span);
    if (directive) directives.push(directive);
  }
  const suppressions: Suppression[] = [];
  for (const [index, directive] of directives.entries()) {
    if (directive.kind === 'enable') continue;
    if (directive.kind === 'disable') suppressions.push(...upToEnable(directive, directives, index, text.length));
    else suppressions.push(silence(directive, directive.codes, scopeOf(directive, text, lineStarts)));
  }
  return suppressions;
}

function readDirective(content: string, span: Span): Directive | null {
  const words = content.trim();
  // Most comments are something else: a cheap test first.
  if (!words.startsWith('clausemark-')) return null;
  const match = directivePattern.exec(words);
  if (!match) return null;
  const rest = words.slice(match[0].length);
  const dashes = /(?:^|\s)--(?=\s|$)/.exec(rest);
  const codes = (dashes ? rest.slice(0, dashes.index) : rest).split(/[\s,]+/).filter((code) => code !== '');
  const reason = dashes ? rest.slice(dashes.index + dashes[0].length).trim() : '';
  return {
    kind: match[1]!,
    codes: codes.map(detach),
    reason: reason === '' ? null : detach(reason.replace(/\s+/g, ' ')),
    span,
  };
}

function findInFrontMatter(text: string, content: Span, directives: Directive[]): void {
  const source = text.slice(content.start, content.end);
  if (!source.includes('clausemark-')) return;
  for (const match of source.matchAll(/(?:^|[ \t])#[ \t]*(clausemark-[^\r\n]*)/gm)) {
    const words = match[1]!.trimEnd();
    const start = content.start + match.index + match[0].indexOf('#');
    const end = content.start + match.index + match[0].length - (match[1]!.length - words.length);
    const directive = readDirective(words, { start, end });
    if (directive && directive.kind !== 'disable' && directive.kind !== 'enable') directives.push(directive);
  }
}

function scopeOf(directive: Directive, text: string, lineStarts: Uint32Array): Span {
  if (directive.kind === 'disable-file') return { start: 0, end: text.length };
  const first = lineAt(lineStarts, directive.span.start);
  const last = lineAt(lineStarts, Math.max(directive.span.start, directive.span.end - 1));
  if (directive.kind === 'disable-line') return linesSpan(first, last, text, lineStarts);
  let next = last + 1;
  while (next + 1 < lineStarts.length && isBlankLine(next, text, lineStarts)) next++;
  if (next >= lineStarts.length) return { start: text.length, end: text.length };
  return linesSpan(next, next, text, lineStarts);
}

/** From the start of the first line to the last character of the last, without its line ending. */
function linesSpan(first: number, last: number, text: string, lineStarts: Uint32Array): Span {
  let end = last + 1 < lineStarts.length ? lineStarts[last + 1]! : text.length;
  const start = lineStarts[first]!;
  while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  return { start, end };
}

function isBlankLine(line: number, text: string, lineStarts: Uint32Array): boolean {
  const { start, end } = linesSpan(line, line, text, lineStarts);
  for (let i = start; i < end; i++) if (text.charCodeAt(i) !== 32 && text.charCodeAt(i) !== 9) return false;
  return true;
}

/** A `disable` with codes that are enabled again at different places makes one suppression for each place. */
function upToEnable(directive: Directive, all: readonly Directive[], index: number, length: number): Suppression[] {
  const open = new Set(directive.codes);
  const suppressions: Suppression[] = [];
  const start = directive.span.start;
  for (let next = index + 1; next < all.length; next++) {
    const { kind, codes, span } = all[next]!;
    if (kind !== 'enable') continue;
    if (codes.length === 0) return [...suppressions, silence(directive, [...open], { start, end: span.start })];
    const ended = codes.filter((code) => open.has(code));
    if (ended.length === 0) continue;
    for (const code of ended) open.delete(code);
    suppressions.push(silence(directive, ended, { start, end: span.start }));
    if (open.size === 0) return suppressions;
  }
  return [...suppressions, silence(directive, [...open], { start, end: length })];
}

function silence(directive: Directive, codes: readonly string[], scope: Span): Suppression {
  return { span: directive.span, codes, scope, reason: directive.reason };
}
