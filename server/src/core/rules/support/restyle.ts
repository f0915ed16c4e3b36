/** Writing another id in the way the first one was written: `A 12.6.1` becomes `A 8.8`, `27001:A.12.6.1` `27001:A.8.8`. */
import { splitItem } from './lookup.js';

/** A reference taken apart: what stands before the letter, the letter with what follows it, the number, and the rest. */
interface WrittenId {
  readonly before: string;
  readonly letter: string;
  readonly separator: string;
  readonly number: string;
  /** `d`, `(d)`, ` d)`; empty without a lettered item. */
  readonly item: string;
}

const writtenId = /^([\s\S]*?)(?:(?<![A-Za-z])([A-Za-z])([.\s\u00a0-]{0,2}))?(\d+(?:\.\d+)*)(\s?\(?[a-z]\)?)?$/;

function takeApart(text: string): WrittenId | null {
  const match = writtenId.exec(text);
  if (!match) return null;
  const [, before, letter, separator, number, item] = match;
  return { before: before!, letter: letter ?? '', separator: separator ?? '', number: number!, item: item ?? '' };
}

/** The text up to the end of its first id; shorter than the text where that holds several (`A.5.1-A.5.3`). */
function upToFirstId(text: string): string {
  const prefix = /^(?:[^0-9]*\d{4,5}(?::\d{4})?[:\s/-])?/.exec(text)![0];
  const first = /^[^0-9]*\d+(?:\.\d+)*(?:\s?\(?[a-z]\)?(?![A-Za-z0-9.]))?/.exec(text.slice(prefix.length));
  return prefix + (first?.[0] ?? '');
}

/** What `restyle` may know beside the text. */
export interface RestyleOptions {
  /** The normalised id that is replaced; tells the annex of a number without a letter. */
  readonly oldId?: string;
  /** What to put before the second and each further id, where the first has it before the text already: `27001:`. */
  readonly prefix?: string;
  /** Where the text itself names the edition (`27001:2013:A.12.6.1`), the year to put in its place. */
  readonly editions?: { readonly from: string; readonly to: string };
}

/**
 * The text of a reference with its id (or its range or list of ids) replaced by others, in the same style: prefix, blank
 * instead of dot, missing letter, brackets round an item. Several ids are joined with commas.
 */
export function restyle(text: string, newIds: readonly string[], options: RestyleOptions = {}): string {
  const written = takeApart(upToFirstId(text.slice(0, 200)));
  if (!written) return newIds.join(', ');
  const { oldId, editions, prefix = '' } = options;
  const oldLetter = oldId ? (/^([A-Z])\./.exec(oldId)?.[1] ?? '') : 'A';
  const styled = newIds.map((id, index) => restyleOne(written, id, index === 0, oldLetter));
  const replaced = styled.join(`, ${prefix}`);
  return editions ? replaced.replaceAll(`:${editions.from}`, `:${editions.to}`) : replaced;
}

/** `item e) of …`: a word, its letter, and what goes on behind it. */
const letterInFront = /^(\p{L}{2,}\.? \(?)([a-z])(\)? \p{L})/u;

function restyleOne(written: WrittenId, newId: string, isFirst: boolean, oldLetter: string): string {
  const item = splitItem(newId);
  const base = item ? item.base : newId;
  const parts = /^(?:([A-Za-z])\.)?(.*)$/.exec(base)!;
  const before = isFirst || /\d:$/.test(written.before) ? written.before : '';
  let styled: string;
  if (!parts[1]) styled = before + parts[2];
  else if (written.letter !== '') styled = before + inCaseOf(parts[1], written.letter) + written.separator + parts[2];
  else styled = before + (parts[1] === oldLetter ? parts[2] : base);
  if (!item) return styled;
  // "item e) of clause 6.1.3" has its letter in front.
  const inFront = written.item === '' ? styled.replace(letterInFront, `$1${item.letter}$3`) : styled;
  return inFront === styled && !letterInFront.test(styled) ? styled + restyleItem(written.item, item.letter) : inFront;
}

function inCaseOf(letter: string, sample: string): string {
  return sample === sample.toLowerCase() ? letter.toLowerCase() : letter;
}

function restyleItem(written: string, letter: string): string {
  return written === '' ? ` ${letter}` : written.replace(/[a-z]/, letter);
}
