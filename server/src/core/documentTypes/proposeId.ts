/** An id for a new document, in the manner of the ids in use. */
import { fieldValues } from '../fieldValues.js';
import type { Snapshot } from '../snapshot.js';

/** `POL-AC-01` taken apart: what all ids of the kind share, and how the number is written. */
interface Shape {
  readonly head: string;
  readonly headMark: string;
  /** Whether letters of the title stand between: `AC`. */
  readonly hasArea: boolean;
  readonly numberMark: string;
  readonly digits: number;
}

const writtenId = /^(\p{L}+)(?:([-_.])(\p{L}{1,5}))?([-_.]?)(\d{1,6})$/u;

/** Words of a title that its initials leave out. */
const smallWords = new Set([
  'a',
  'an',
  'and',
  'for',
  'in',
  'of',
  'on',
  'the',
  'to',
  'with',
  'und',
  'der',
  'die',
  'das',
  'für',
]);

/**
 * The next free id: the number after the last one of its kind, or the first free number behind the initials of the title,
 * as the ids of the documents of that type are made; without any such ids `POL-001`.
 * @param type as documents state it
 * @param prefix where no document of the type has an id yet
 */
export function proposeId(snapshot: Snapshot, type: string, prefix: string, title: string): string {
  const used = fieldValues(snapshot, 'id');
  const isTaken = (id: string) => used.has(id.toLowerCase());
  const ids = idsOfType(snapshot, type, prefix);
  const shape = commonShape(ids, prefix);
  const start = shape.hasArea
    ? `${shape.head}${shape.headMark}${initialsOf(title, type)}${shape.numberMark}`
    : `${shape.head}${shape.numberMark}`;
  let number = shape.hasArea ? 1 : highestNumber(ids, start) + 1;
  const written = () => `${start}${String(number).padStart(shape.digits, '0')}`;
  while (isTaken(written())) number++;
  return written();
}

/** Ids as the documents write them; those of the type, else those that begin with the prefix. */
function idsOfType(snapshot: Snapshot, type: string, prefix: string): string[] {
  const ofType = new Set<string>();
  for (const [value, paths] of fieldValues(snapshot, 'type')) {
    if (value.trim().toLowerCase() === type.toLowerCase()) for (const path of paths) ofType.add(path);
  }
  const own: string[] = [];
  const alike: string[] = [];
  for (const [id, paths] of fieldValues(snapshot, 'id')) {
    const upper = id.toUpperCase();
    if ([...paths].some((path) => ofType.has(path))) own.push(upper);
    else if (upper.startsWith(prefix.toUpperCase())) alike.push(upper);
  }
  return own.length > 0 ? own : alike;
}

function commonShape(ids: readonly string[], prefix: string): Shape {
  const counts = new Map<string, { shape: Shape; times: number }>();
  for (const id of ids) {
    const match = writtenId.exec(id);
    if (!match) continue;
    const [, head, headMark, area, numberMark, number] = match;
    const shape: Shape = {
      head: head!,
      headMark: headMark ?? '',
      hasArea: area !== undefined,
      numberMark: numberMark!,
      digits: number!.length,
    };
    const key = JSON.stringify(shape);
    const known = counts.get(key);
    if (known) known.times++;
    else counts.set(key, { shape, times: 1 });
  }
  const [first] = [...counts.values()].sort((a, b) => b.times - a.times);
  return first?.shape ?? { head: prefix, headMark: '', hasArea: false, numberMark: '-', digits: 3 };
}

function highestNumber(ids: readonly string[], start: string): number {
  let highest = 0;
  for (const id of ids) {
    if (!id.startsWith(start.toUpperCase())) continue;
    const number = /^\d{1,6}$/.exec(id.slice(start.length));
    if (number) highest = Math.max(highest, Number(number[0]));
  }
  return highest;
}

/** `Access Control Policy` → `AC`; of a single word its first two letters. */
function initialsOf(title: string, type: string): string {
  const words = title
    .split(/[^\p{L}\p{N}]+/u)
    .filter(
      (one) => one !== '' && !smallWords.has(one.toLowerCase()) && !type.toLowerCase().includes(one.toLowerCase()),
    );
  const initials = words.length === 1 ? words[0]!.slice(0, 2) : words.map((one) => one[0]!).join('');
  const letters = initials
    .replace(/[^\p{L}]/gu, '')
    .slice(0, 4)
    .toUpperCase();
  return letters === '' ? 'XX' : letters;
}
