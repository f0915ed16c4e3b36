/** The places of a text that name documents by their ids. */
import { maskAddresses } from '../../markdown/addresses.js';
import { findLinks } from '../../markdown/links.js';
import type { Span } from '../../text.js';

export interface IdMention {
  /** The id in lower case. */
  readonly id: string;
  readonly span: Span;
}

/** The ids that are looked for. */
export interface Ids {
  has(id: string): boolean;
  /** Whether a document has that id, looked for or not; two ids may stand with a slash between. Absent: `has` says it. */
  isId?(id: string): boolean;
  /** Those that somebody wrote with blanks in them; found where they stand alone. */
  readonly phrases?: readonly string[];
}

/** One id alone. */
export function onlyId(id: string, known?: Ids): Ids {
  const lower = id.trim().toLowerCase();
  return { has: (other) => other === lower, isId: known?.has, phrases: /\s/.test(lower) ? [lower] : [] };
}

/** Letters, digits and the marks that ids, file names and paths are made of. */
const word = /[\p{L}\p{N}][\p{L}\p{N}._/-]{1,99}/gu;

/**
 * Where a text names one of the ids, in the order of the text. A file name, a web address and the target of a link are no
 * mention of the id in them (`POL-AC-01.md`), two ids with a slash between are two mentions.
 * @param ids in lower case
 * @param isMarkdown whether the text can hold links
 */
export function idMentions(text: string, ids: Ids, isMarkdown = true): IdMention[] {
  const found: IdMention[] = [];
  for (const match of text.matchAll(word)) addMentions(match[0], match.index, ids, found);
  for (const id of ids.phrases ?? []) addPhrases(text, id, found);
  if (found.length === 0) return found;
  const masked = withoutAddresses(text, isMarkdown);
  return found
    .filter(({ span }) => masked.slice(span.start, span.end) === text.slice(span.start, span.end))
    .sort((a, b) => a.span.start - b.span.start);
}

function addMentions(matched: string, at: number, ids: Ids, found: IdMention[]): void {
  const whole = matched.replace(/[.\-_/]+$/, '');
  const isId = ids.isId ?? ids.has;
  if (ids.has(whole.toLowerCase())) {
    found.push({ id: whole.toLowerCase(), span: { start: at, end: at + whole.length } });
    return;
  }
  if (!whole.includes('/') || !whole.split('/').every((part) => isId(part.toLowerCase()))) return;
  let start = at;
  for (const part of whole.split('/')) {
    const id = part.toLowerCase();
    if (ids.has(id)) found.push({ id, span: { start, end: start + part.length } });
    start += part.length + 1;
  }
}

function addPhrases(text: string, id: string, found: IdMention[]): void {
  const lower = text.toLowerCase();
  // Some letters change their length with their case; then the places would not be those of the text.
  if (lower.length !== text.length) return;
  for (let at = lower.indexOf(id); at >= 0; at = lower.indexOf(id, at + id.length)) {
    const end = at + id.length;
    const isAlone =
      !/[\p{L}\p{N}_-]/u.test(text[at - 1] ?? '') &&
      !/^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}])/u.test(text.slice(end, end + 2));
    if (isAlone) found.push({ id, span: { start: at, end } });
  }
}

/** The text with web addresses and the targets of links overwritten, everything at its place. */
function withoutAddresses(text: string, isMarkdown: boolean): string {
  let masked = maskAddresses(text);
  if (!isMarkdown) return masked;
  for (const { destination } of findLinks(text).reverse()) {
    const { start, end } = destination;
    masked = masked.slice(0, start) + ' '.repeat(end - start) + masked.slice(end);
  }
  return masked;
}
