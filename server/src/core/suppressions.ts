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
  if (frontMatter && frontMatter.container !== 'json') {
    for (const directive of findInYaml(text, frontMatter.contentSpan)) {
      // A range that begins in front matter would have no end: there is no place for one.
      if (directive.kind !== 'disable' && directive.kind !== 'enable') directives.push(directive);
    }
  }
  for (const span of comments) {
    const directive = readDirective(text.slice(span.start + 4, span.end - 3), span);
    if (directive) directives.push(directive);
  }
  return suppressionsOf(directives, new Scopes(text, lineStarts, false));
}

/** The suppressions of a YAML file, where the same words stand after `#`. Comments are no next line there. */
export function findYamlSuppressions(text: string, lineStarts: Uint32Array): Suppression[] {
  const directives = findInYaml(text, { start: 0, end: text.length });
  return suppressionsOf(directives, new Scopes(text, lineStarts, true));
}

function suppressionsOf(directives: readonly Directive[], scopes: Scopes): Suppression[] {
  for (const directive of directives) scopes.add(directive);
  return scopes.finish();
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

function findInYaml(text: string, content: Span): Directive[] {
  const directives: Directive[] = [];
  const source = text.slice(content.start, content.end);
  if (!source.includes('clausemark-')) return directives;
  for (const match of source.matchAll(/(?:^\ufeff?|[ \t])#[ \t]*(clausemark-[^\r\n]*)/gm)) {
    const words = match[1]!.trimEnd();
    const start = content.start + match.index + match[0].indexOf('#');
    const end = content.start + match.index + match[0].length - (match[1]!.length - words.length);
    const directive = readDirective(words, { start, end });
    if (directive) directives.push(directive);
  }
  return directives;
}

/** A `disable` that is not yet ended, with the codes it still silences. */
interface OpenDirective {
  readonly directive: Directive;
  readonly codes: Set<string>;
}

/** Turns directives into suppressions; each is looked at a fixed number of times, however many there are. */
class Scopes {
  private readonly suppressions: Suppression[] = [];
  private readonly open = new Set<OpenDirective>();
  private readonly openByCode = new Map<string, OpenDirective[]>();
  private knownLine = -1;
  private knownNext = -1;

  constructor(
    private readonly text: string,
    private readonly lineStarts: Uint32Array,
    private readonly skipsComments: boolean,
  ) {}

  add(directive: Directive): void {
    if (directive.kind === 'enable') this.enable(directive);
    else if (directive.kind === 'disable') this.disable(directive);
    else this.silence(directive, directive.codes, this.scopeOf(directive));
  }

  finish(): Suppression[] {
    this.endAll(this.text.length);
    return this.suppressions.sort((a, b) => a.span.start - b.span.start || a.scope.end - b.scope.end);
  }

  private disable(directive: Directive): void {
    const opened = { directive, codes: new Set(directive.codes) };
    this.open.add(opened);
    for (const code of opened.codes) {
      const others = this.openByCode.get(code);
      if (others) others.push(opened);
      else this.openByCode.set(code, [opened]);
    }
  }

  /** Codes that are enabled again at different places make one suppression for each place. */
  private enable({ codes, span }: Directive): void {
    if (codes.length === 0) this.endAll(span.start);
    const ended = new Map<OpenDirective, string[]>();
    for (const code of new Set(codes)) {
      for (const opened of this.openByCode.get(code) ?? []) {
        if (!opened.codes.delete(code)) continue;
        const endedCodes = ended.get(opened);
        if (endedCodes) endedCodes.push(code);
        else ended.set(opened, [code]);
      }
      this.openByCode.delete(code);
    }
    for (const [opened, endedCodes] of ended) {
      this.silence(opened.directive, endedCodes, { start: opened.directive.span.start, end: span.start });
      if (opened.codes.size === 0) this.open.delete(opened);
    }
  }

  private endAll(end: number): void {
    for (const { directive, codes } of this.open) {
      this.silence(directive, [...codes], { start: directive.span.start, end });
    }
    this.open.clear();
    this.openByCode.clear();
  }

  private silence(directive: Directive, codes: readonly string[], scope: Span): void {
    this.suppressions.push({ span: directive.span, codes, scope, reason: directive.reason });
  }

  private scopeOf(directive: Directive): Span {
    const { text, lineStarts } = this;
    if (directive.kind === 'disable-file') return { start: 0, end: text.length };
    const first = lineAt(lineStarts, directive.span.start);
    const last = lineAt(lineStarts, Math.max(directive.span.start, directive.span.end - 1));
    if (directive.kind === 'disable-line') return this.linesSpan(first, last);
    // Directives come in the order of the text, so what is next for one is next for those between.
    if (last < this.knownLine || last >= this.knownNext) {
      this.knownLine = last;
      this.knownNext = last + 1;
      while (this.knownNext + 1 < lineStarts.length && this.isSkipped(this.knownNext)) this.knownNext++;
    }
    if (this.knownNext >= lineStarts.length) return { start: text.length, end: text.length };
    return this.linesSpan(this.knownNext, this.knownNext);
  }

  /** From the start of the first line to the last character of the last, without its line ending. */
  private linesSpan(first: number, last: number): Span {
    const { text, lineStarts } = this;
    const start = lineStarts[first]!;
    let end = last + 1 < lineStarts.length ? lineStarts[last + 1]! : text.length;
    while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
    return { start, end };
  }

  private isSkipped(line: number): boolean {
    const { start, end } = this.linesSpan(line, line);
    let at = start;
    while (at < end && (this.text.charCodeAt(at) === 32 || this.text.charCodeAt(at) === 9)) at++;
    return at === end || (this.skipsComments && this.text.charCodeAt(at) === 35);
  }
}
