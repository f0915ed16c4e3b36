/** Fields as people write them in lines: `**Owner:** X · **Version:** 2`, `Approved by the board on 3 May 2026`. */
import { possibleDates } from './dates/writtenDates.js';
import { approvedByWords, approvedOnWords } from './fieldWords.js';
import { isSpace, skipSpaces, trimEnd } from './markdown/characters.js';
import type { Span } from './text.js';

export const longestLabel = 40;

export interface Label {
  readonly span: Span;
  readonly isBold: boolean;
  readonly valueStart: number;
}

/** `**Owner:** X`, `**Owner**: X`, `Owner: X` or `Approved by X` at the start of the line or part. */
export function labelAt(text: string, from: number, end: number): Label | null {
  let start = skipSpaces(text, from, end);
  while (start < end && (text.charCodeAt(start) === 62 || isSpace(text.charCodeAt(start)))) start++;
  const head = text.slice(start, Math.min(end, start + longestLabel + 8));
  const colon = head.indexOf(':');
  const phrase = (colon < 0 ? approvedByWords.exec(head) : null) ?? approvedOnWords.exec(head);
  if (phrase) {
    const valueStart = start + phrase[0].length;
    return { span: { start, end: valueStart }, isBold: false, valueStart };
  }
  if (colon < 1) return null;
  const isBold = head.startsWith('**') || head.startsWith('__');
  let valueStart = start + colon + 1;
  while (valueStart < end && isMark(text.charCodeAt(valueStart))) valueStart++;
  return { span: { start, end: start + colon }, isBold, valueStart };
}

function isMark(code: number): boolean {
  return code === 42 || code === 95;
}

/**
 * The end of the field that begins at `from`: several can stand on one line, with ` | ` or ` · ` between, or one behind the
 * other (`Approved: J. Doe. Next review: May`), where `isLabel` tells what is a label, or where it is bold (`**Status:** Draft **Version:** 2`).
 */
export function endOfPart(text: string, from: number, end: number, isLabel: (span: Span) => boolean): number {
  const first = labelAt(text, from, end);
  const valueStart = first?.isBold ? first.valueStart : end;
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (
      i > valueStart &&
      isSpace(code) &&
      text.charCodeAt(i + 1) === 42 &&
      boldLabel.test(text.slice(i + 1, i + longestBold))
    )
      return i;
    if ((code === 124 || code === 0xb7 || code === 0x2022) && isSpace(text.charCodeAt(i - 1))) return i;
    if ((code === 46 || code === 44 || code === 59) && isSpace(text.charCodeAt(i + 1))) {
      const next = labelAt(text, i + 1, end);
      if (next && isLabel(next.span)) return i;
    }
  }
  return end;
}

/** `**Version:**` behind another field on its line, `**Version**:` */
const boldLabel = /^\*\*\p{L}[^*:\r\n]*(?::\*\*|\*\*:)/u;
/** In characters. */
const longestBold = longestLabel + 5;

/** A label without emphasis, code marks, colon, pictures (`👤 Owner`) and spaces around it. */
export function withoutMarks(text: string, span: Span): Span {
  let { start, end } = span;
  const isAround = (code: number): boolean => isTrim(code) || isOfPicture(code);
  while (start < end && isAround(text.charCodeAt(start))) start++;
  while (end > start && (isAround(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 58)) end--;
  return { start, end };
}

/** Emoji and other symbols: halves of those beyond the first plane, arrows to dingbats, and what joins and varies them. */
function isOfPicture(code: number): boolean {
  if (code < 0x200d) return false;
  return (code >= 0xd800 && code < 0xe000) || (code >= 0x20e3 && code < 0x2c00) || code === 0x200d || code === 0xfe0f;
}

function isTrim(code: number): boolean {
  return isSpace(code) || code === 42 || code === 95 || code === 96;
}

/** The value without emphasis or colour around it; of a value that is one link the link's text. */
export function valueSpan(text: string, span: Span): Span {
  let start = skipSpaces(text, span.start, span.end);
  let end = trimEnd(text, start, span.end);
  if (text.charCodeAt(end - 1) === 92) end = trimEnd(text, start, end - 1);
  while (end - start > 2 && isTrim(text.charCodeAt(start)) && text.charCodeAt(start) === text.charCodeAt(end - 1)) {
    start++;
    end--;
  }
  const value = text.slice(start, end);
  const link = /^\[([^[\]]+)\]\([^()\s]*\)$/.exec(value);
  if (link) return { start: start + 1, end: start + 1 + link[1]!.length };
  // `<span style="color:green">APPROVED</span>`, as wikis write what they colour
  const coloured = /^(<span[^<>]*>)([^<>]+)<\/span>$/.exec(value);
  return coloured
    ? valueSpan(text, { start: start + coloured[1]!.length, end: end - '</span>'.length })
    : { start, end };
}

/** Links in the value give their text. */
export function plainValue(value: string): string {
  return value.includes('](') ? value.replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1') : value;
}

/** In words: `3 May 2026`, `3. de mayo de 2026`. */
const mostDateWords = 5;

/**
 * `Board of directors, 14.03.2026`, `CTO on 3 May 2026`, `2026-05-03 (CTO)`: who and when in one value. Offsets are those of the
 * value. Null where it is not both.
 */
export function splitApproval(value: string): { who: Span; date: Span } | null {
  if (value.length > 120 || !/\d{4}/.test(value)) return null;
  const words = [...value.matchAll(/\S+/g)];
  for (let count = Math.min(mostDateWords, words.length - 1); count > 0; count--) {
    const tail = bare(value, { start: words[words.length - count]!.index, end: value.length });
    const head = bare(value, { start: 0, end: words[count - 1]!.index + words[count - 1]![0].length });
    for (const date of [tail, head]) {
      if (possibleDates(value.slice(date.start, date.end)).length === 0) continue;
      const rest = date === tail ? { start: 0, end: date.start } : { start: date.end, end: value.length };
      const who = bare(value, withoutLinkingWords(value, bare(value, rest)));
      if (/\p{L}{2}/u.test(value.slice(who.start, who.end))) return { who, date };
    }
  }
  return null;
}

/** `J. Doe, 9 June 2026. Next review per A.5.1: June 2027.`: where the sentence with its date ends; the whole length where none does. */
export function endOfApproval(value: string): number {
  if (value.length > longestSentence) return value.length;
  for (const { index } of value.matchAll(/(?<=\d\d)[.;](?=\s+\p{Lu}\p{L})/gu)) {
    const sentence = value.slice(0, index);
    if (possibleDates(sentence).length > 0 || splitApproval(sentence)) return index;
  }
  return value.length;
}

/**
 * `30 June 2027, or earlier after an incident`: where the date ends with which the value begins; the whole length where none does, or where
 * what follows names a date as late (`2026-06-30, extended to 2026-12-31`).
 */
export function endOfDate(value: string): number {
  for (const { index } of value.slice(0, longestDate).matchAll(/\s*[,;(]|\.\s|\s(?=\p{L}+\s)/gu)) {
    const head = value.slice(0, index);
    const date = possibleDates(head)[0] ?? (isMonth(head) ? head.slice(-4) : undefined);
    if (date === undefined) continue;
    // "File: QM/2026/3" is none.
    const years = value.slice(index).match(/(?<!\/)\d{4}|\d{4}(?!\/)/g) ?? [];
    return years.every((year) => year < date.slice(0, 4)) ? index : value.length;
  }
  return value.length;
}

/** "July 2026", "julio de 2026". */
export function isMonth(value: string): boolean {
  return /^\p{L}{3,12}\.?(?: del?)? \d{4}$/u.test(value);
}

/** In characters: "30 September 2027 or". */
const longestDate = 40;

/** In characters: who approves says it in a few words. */
const longestSentence = 300;

function bare(value: string, { start, end }: Span): Span {
  const isAround = (at: number) => ' \t,;()–—-'.includes(value[at]!);
  let from = start;
  let to = end;
  while (from < to && isAround(from)) from++;
  while (to > from && (isAround(to - 1) || value[to - 1] === '.')) to--;
  return { start: from, end: to };
}

/** `the board on`, `by the board`. */
function withoutLinkingWords(value: string, { start, end }: Span): Span {
  const words = value.slice(start, end);
  const before = /^(?:by|von|durch|par|por|door|da|af|av)\s+/i.exec(words)?.[0].length ?? 0;
  const after = /\s+(?:on|dated|am|vom|le|du|el|em|de|op|il|del)$/i.exec(words.slice(before))?.[0].length ?? 0;
  return { start: start + before, end: end - after };
}
