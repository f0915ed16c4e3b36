/** How the lines of leaf blocks begin and end: thematic breaks, fences, HTML. Offsets name characters of one line. */
import { isDigit, isLetter, isLetterOrDigit, isSpace, SPACE, skipSpaces, TAB } from './characters.js';

/** Whether only marks of one kind and white space lie in [from, end), at least three marks. */
export function isThematicBreak(text: string, from: number, end: number): boolean {
  return thematicBreakFailure(text, from, end) < 0;
}

/** -1 for a thematic break, else the offset at which it ceases to be one: no break begins before with that mark. */
export function thematicBreakFailure(text: string, from: number, end: number): number {
  const marker = text.charCodeAt(from);
  let count = 0;
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === marker) count++;
    else if (code !== SPACE && code !== TAB) return i;
  }
  return count >= 3 ? -1 : end;
}

/** Depth 1–6 of a `#` heading that begins at the offset, or 0. */
export function atxDepth(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && text.charCodeAt(i) === 35) i++;
  const depth = i - from;
  if (depth > 6 || (i < end && !isSpace(text.charCodeAt(i)))) return 0;
  return depth;
}

/** Length of the run of backticks or tildes that opens fenced code at the offset, or 0. */
export function fenceLength(text: string, from: number, end: number): number {
  const marker = text.charCodeAt(from);
  let i = from;
  while (i < end && text.charCodeAt(i) === marker) i++;
  const length = i - from;
  if (length < 3) return 0;
  if (marker === 96) {
    for (; i < end; i++) if (text.charCodeAt(i) === 96) return 0;
  }
  return length;
}

/** Whether the line closes a fence of that marker and length. */
export function closesFence(text: string, from: number, end: number, marker: number, length: number): boolean {
  let i = from;
  while (i < end && text.charCodeAt(i) === marker) i++;
  return i - from >= length && skipSpaces(text, i, end) === end;
}

/** Whether the line consists of `=` or `-` and nothing else: the underline of a heading. */
export function isSetextUnderline(text: string, from: number, end: number): boolean {
  const marker = text.charCodeAt(from);
  let i = from;
  while (i < end && text.charCodeAt(i) === marker) i++;
  return skipSpaces(text, i, end) === end;
}

/** Whether a heading, thematic break, fence or HTML block begins at the offset; a complete tag only if it may. */
export function beginsSpecialLeaf(text: string, start: number, end: number, allowCompleteTag: boolean): boolean {
  switch (text.charCodeAt(start)) {
    case 35:
      return atxDepth(text, start, end) > 0;
    case 42:
    case 45:
    case 95:
      return isThematicBreak(text, start, end);
    case 60:
      return htmlKind(text, start, end, allowCompleteTag) > 0;
    case 96:
    case 126:
      return fenceLength(text, start, end) > 0;
    default:
      return false;
  }
}

// The seven kinds of HTML blocks, numbered as in the CommonMark specification.
const HTML_RAW = 1;
const HTML_COMMENT = 2;
const HTML_INSTRUCTION = 3;
const HTML_DECLARATION = 4;
const HTML_CDATA = 5;
export const HTML_BASIC = 6;
const HTML_COMPLETE = 7;

const rawNames = new Set(['pre', 'script', 'style', 'textarea']);
const blockNames = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);
const longestName = 10;

/** The kind of HTML block that a `<` at the offset begins, or 0. A complete tag (7) cannot interrupt a paragraph. */
export function htmlKind(text: string, from: number, end: number, allowComplete: boolean): number {
  const code = from + 1 < end ? text.charCodeAt(from + 1) : Number.NaN;
  if (code === 33) return declarationKind(text, from, end);
  if (code === 63) return HTML_INSTRUCTION;
  const closing = code === 47;
  const nameStart = closing ? from + 2 : from + 1;
  if (nameStart >= end || !isLetter(text.charCodeAt(nameStart))) return 0;
  let i = nameStart;
  while (i < end && (text.charCodeAt(i) === 45 || isLetterOrDigit(text.charCodeAt(i)))) i++;
  const after = i < end ? text.charCodeAt(i) : SPACE;
  if (after !== 47 && after !== 62 && !isSpace(after)) return 0;
  const name = i - nameStart <= longestName ? text.slice(nameStart, i).toLowerCase() : '';
  if (after !== 47 && !closing && rawNames.has(name)) return HTML_RAW;
  if (blockNames.has(name)) return after !== 47 || text.charCodeAt(i + 1) === 62 ? HTML_BASIC : 0;
  if (!allowComplete) return 0;
  return isCompleteTag(text, i, end, closing) ? HTML_COMPLETE : 0;
}

function declarationKind(text: string, from: number, end: number): number {
  if (from + 2 >= end) return 0;
  if (isLetter(text.charCodeAt(from + 2))) return HTML_DECLARATION;
  if (text.startsWith('--', from + 2)) return HTML_COMMENT;
  return text.startsWith('[CDATA[', from + 2) ? HTML_CDATA : 0;
}

/** Whether a whole tag, whose name ends at the offset, stands alone on the line. */
function isCompleteTag(text: string, from: number, end: number, closing: boolean): boolean {
  const close = closing ? skipSpaces(text, from, end) : skipAttributes(text, from, end);
  return close >= 0 && close < end && text.charCodeAt(close) === 62 && skipSpaces(text, close + 1, end) === end;
}

/** The offset at which only `>` may stand, after attributes and a slash; -1 where they are malformed. */
function skipAttributes(text: string, from: number, end: number): number {
  let i = from;
  for (;;) {
    i = skipSpaces(text, i, end);
    if (i >= end) return -1;
    const code = text.charCodeAt(i);
    if (code === 47) return i + 1;
    if (!(code === 58 || code === 95 || isLetter(code))) return i;
    i++;
    while (i < end && isAttributeNameCode(text.charCodeAt(i))) i++;
    i = skipSpaces(text, i, end);
    // An unquoted value ends before `=` and micromark then takes another value, so this is a loop.
    while (i < end && text.charCodeAt(i) === 61) {
      i = skipAttributeValue(text, i + 1, end);
      if (i < 0) return -1;
      if (isQuote(text.charCodeAt(i - 1)) && !isTagBreak(text, i, end)) return -1;
      if (isQuote(text.charCodeAt(i - 1))) break;
      i = skipSpaces(text, i, end);
    }
  }
}

function skipAttributeValue(text: string, from: number, end: number): number {
  let i = skipSpaces(text, from, end);
  if (i >= end) return -1;
  const first = text.charCodeAt(i);
  if (isQuote(first)) {
    for (i++; i < end; i++) if (text.charCodeAt(i) === first) return i + 1;
    return -1;
  }
  if (first === 60 || first === 61 || first === 62 || first === 96) return -1;
  while (i < end && !endsUnquotedValue(text.charCodeAt(i))) i++;
  return i;
}

function isAttributeNameCode(code: number): boolean {
  return code === 45 || code === 46 || code === 58 || code === 95 || isLetter(code) || isDigit(code);
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}

function isTagBreak(text: string, offset: number, end: number): boolean {
  if (offset >= end) return false;
  const code = text.charCodeAt(offset);
  return code === 47 || code === 62 || isSpace(code);
}

function endsUnquotedValue(code: number): boolean {
  return (
    code === 34 ||
    code === 39 ||
    code === 47 ||
    code === 60 ||
    code === 61 ||
    code === 62 ||
    code === 96 ||
    isSpace(code)
  );
}

/** Where to look for the end of an HTML block on its own first line, given the offset of its `<`. */
export function htmlSearchStart(kind: number, from: number): number {
  // The dashes of `<!-->` and the question mark of `<?>` already count for the end.
  if (kind === HTML_COMMENT) return from + 2;
  if (kind === HTML_INSTRUCTION) return from + 1;
  return kind === HTML_CDATA ? from + 9 : from + 2;
}

/** Whether an HTML block of the kind ends on this part of a line. Kinds 6 and 7 end at a blank line instead. */
export function closesHtml(text: string, from: number, end: number, kind: number): boolean {
  if (kind === HTML_COMMENT) return findWithin(text, '-->', from, end);
  if (kind === HTML_INSTRUCTION) return findWithin(text, '?>', from, end);
  if (kind === HTML_DECLARATION) return findWithin(text, '>', from, end);
  if (kind === HTML_CDATA) return closesCdata(text, from, end);
  return kind === HTML_RAW && closesRaw(text, from, end);
}

function findWithin(text: string, needle: string, from: number, end: number): boolean {
  const last = needle.charCodeAt(needle.length - 1);
  for (let i = from + needle.length - 1; i < end; i++) {
    if (text.charCodeAt(i) === last && text.startsWith(needle, i - needle.length + 1)) return true;
  }
  return false;
}

/** `]]>`; as in micromark the brackets are read in pairs, so `]]]>` does not close. */
function closesCdata(text: string, from: number, end: number): boolean {
  let i = from;
  while (i + 2 < end) {
    if (text.charCodeAt(i) !== 93) i++;
    else if (text.charCodeAt(i + 1) !== 93) i++;
    else if (text.charCodeAt(i + 2) === 62) return true;
    else i += 2;
  }
  return false;
}

function closesRaw(text: string, from: number, end: number): boolean {
  for (let i = from; i + 2 < end; i++) {
    if (text.charCodeAt(i) !== 60 || text.charCodeAt(i + 1) !== 47) continue;
    let nameEnd = i + 2;
    while (nameEnd < end && nameEnd - i <= longestName && isLetter(text.charCodeAt(nameEnd))) nameEnd++;
    if (nameEnd < end && text.charCodeAt(nameEnd) === 62 && rawNames.has(text.slice(i + 2, nameEnd).toLowerCase())) {
      return true;
    }
  }
  return false;
}
