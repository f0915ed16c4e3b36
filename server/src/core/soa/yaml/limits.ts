/** Which texts are not given to the YAML parser, because reading them would take too long or exhaust the stack. */
import { spokenLanguage, t } from '../../l10n.js';
import type { Span } from '../../text.js';
import type { SoaProblem } from '../types.js';

/** In UTF-16 units; the largest statements with all standards and long justifications are near 300,000. */
const maximumLength = 1_000_000;

/**
 * The parser takes two to four microseconds for each mark, and next to nothing for the words between. A statement of five
 * hundred rows with all there is to say of each has 32,000; one of a thousand fits.
 */
const maximumMarks = 80_000;

/** Of what is read in one go: one decision, one list, or the whole of a text that cannot be read entry by entry. */
const maximumMarksOfEntry = 40_000;

/** Ten times what all standards and frameworks of the catalog have. Each is checked, and a row of the statement. */
const maximumEntries = 5000;

const maximumDepth = 200;

/** What begins, ends or separates values and lines: `,` `[` `]` `{` `}` `:` `?` `-` `&` `*` `!` `|` `>` `#` and line breaks. */
const isMark = new Uint8Array(128);
for (const mark of ',[]{}:?-&*!|>#\r\n') isMark[mark.charCodeAt(0)] = 1;

/** By which the time is estimated that the parser takes for a text. */
export function countMarks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) count += isMark[text.charCodeAt(i)] ?? 0;
  return count;
}

/** Why a text is not read at all; null for every text that a person has written. */
export function findRefusal(text: string): SoaProblem | null {
  if (text.length > maximumLength) return tooLong();
  const deep = findTooDeep(text);
  if (deep === null) return countMarks(text) > maximumMarks ? tooLong() : null;
  const detail = t(
    'Values are nested more than {0} levels deep here; the file is not read. No statement needs so many: is a bracket not closed, or does this not belong here?',
    maximumDepth,
  );
  return { span: { start: deep, end: Math.min(deep + 1, text.length) }, detail, severity: 'error' };
}

function tooLong(): SoaProblem {
  const detail = t(
    'The file is too long to be read: it has more than {0} characters, or more than {1} marks (commas, colons, brackets, line breaks).',
    inWords(maximumLength),
    inWords(maximumMarks),
  );
  return { span: { start: 0, end: 0 }, detail: `${detail} ${dividing()}`, severity: 'error' };
}

/** What can be done about a statement that has more in it than is read. */
function dividing(): string {
  return t(
    'Move long texts into documents that the decisions name. Where the documents of a standard, or of a part of the organisation, have a folder of their own, give that folder a soa.yaml of its own.',
  );
}

/** Whether that is too much to be read in one go. */
export function isLargeForOne(text: string): boolean {
  return countMarks(text) > maximumMarksOfEntry;
}

/** What is said at the beginning of an entry that is left out for its size. */
export function largeEntry(start: number): SoaProblem {
  const detail = t(
    'What begins here is too long to be read: it has more than {0} marks (commas, colons, brackets, line breaks). Move long lists and texts into a document that is named here. If it is the whole statement, give each control a line of its own instead of braces.',
    inWords(maximumMarksOfEntry),
  );
  return { span: { start, end: start }, detail, severity: 'error' };
}

/** The first so many of the entries, and what is to be said at the next one; null where there is none. */
export function firstEntries<Entry>(entries: readonly Entry[], placeOf: (entry: Entry) => Span) {
  const next = entries[maximumEntries];
  if (next === undefined) return { first: entries, problem: null };
  const { start, end } = placeOf(next);
  const detail = t('There are more than {0} entries; from here on they are not read.', inWords(maximumEntries));
  const problem: SoaProblem = { span: { start, end }, detail: `${detail} ${dividing()}`, severity: 'error' };
  return { first: entries.slice(0, maximumEntries), problem };
}

function inWords(count: number): string {
  return count.toLocaleString(spokenLanguage());
}

/**
 * The offset at which brackets and indentation are nested too deep, or null. The YAML parser is recursive: a hostile
 * text of a few thousand brackets would exhaust the stack.
 */
export function findTooDeep(text: string): number | null {
  const columns: number[] = [];
  let brackets = 0;
  let isLineStart = true;
  let column = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '\n' || character === '\r') {
      isLineStart = true;
      column = 0;
      continue;
    }
    if (character === '[' || character === '{') brackets++;
    else if ((character === ']' || character === '}') && brackets > 0) brackets--;
    if (isLineStart && character !== ' ') {
      while (columns.length > 0 && columns[columns.length - 1]! >= column) columns.pop();
      columns.push(column);
      // A list or key mark can be followed by another one in the same line, each a level of its own.
      isLineStart = '-?:'.includes(character) && ' \t\r\n'.includes(text[i + 1] ?? '\n');
    }
    if (brackets + columns.length > maximumDepth) return i;
    column++;
  }
  return null;
}
