/** Completion of control and clause ids in running text. */
import type { CatalogEntry, Standard } from '../catalog/types.js';
import { andWords, clauseWords, rangeWords, sectionWords } from '../references/text/lexicon.js';
import { KeptRuns } from '../references/text/run.js';
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';
import type { Completion } from './completionTypes.js';
import { entriesToOffer, entryChoices, standardsToOffer, type Wanted } from './support/entryChoices.js';
import { readingAt } from './support/readingAt.js';

/** Where something is being written. */
interface ProsePlace {
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly text: string;
  readonly offset: number;
  /** The line up to the offset. */
  readonly before: string;
}

/** Ids after `A.`, `27001:` or `Clause ` in running text; null where nothing of the kind is being written. */
export function completeProse(snapshot: Snapshot, path: string, text: string, offset: number): Completion[] | null {
  let lineStart = offset;
  while (lineStart > 0 && offset - lineStart < 400 && !/[\r\n]/.test(text[lineStart - 1]!)) lineStart--;
  const place: ProsePlace = { snapshot, path, text, offset, before: text.slice(lineStart, offset) };
  return completePrefixed(place) ?? completeLetter(place) ?? completeClause(place);
}

/** From the first character of what is written to the last that belongs to the same id, on whichever side of the cursor. */
function idSpan({ text, offset }: ProsePlace, written: string): Span {
  const following = text.slice(offset, offset + 20);
  // The letter of an id belongs to it where the cursor stands right before it: `27001:|A.8.15`.
  const rest = written.endsWith(':') ? /^(?:[A-Z](?=\.?\d))?\.?\d*(?:\.\d+)*/ : /^\d*(?:\.\d+)*/;
  return { start: offset - written.length, end: offset + rest.exec(following)![0].length };
}

/** `27001:`, `27001:A.8.`, `27001:2013:A.9.` */
function completePrefixed(place: ProsePlace): Completion[] | null {
  const { snapshot, path, before } = place;
  const match = /(?:^|[^\w.:/-])((\d{4,5}):(?:(\d{4}):)?)((?:[A-Z]\.?)?[\d.]*)$/.exec(before);
  if (!match) return null;
  const [, prefix = '', number = '', edition, written = ''] = match;
  const inScope = standardsToOffer(path, snapshot).find((one) => one.standard === number);
  const standard = edition ? snapshot.catalog.edition(number, edition) : inScope;
  if (standard?.type !== 'management-system') return null;
  const span = idSpan(place, `${prefix}${written}`);
  const choices = (wanted: Wanted, begin: string) =>
    entryChoices(snapshot, path, {
      wanted,
      span,
      standards: [standard],
      textOf: ({ id }) => (id.startsWith(begin) ? `${prefix}${id}` : null),
    });
  const found: Completion[] = [];
  if (!/^\d/.test(written)) found.push(...choices('controls', ''));
  // A number may be the year of an edition (27001:2022) as well as a clause.
  if (!/^[A-Z]/.test(written)) found.push(...choices('clauses', written));
  const [first] = found;
  return first && readingAt(snapshot, path, place.text, span, first.newText) ? found : [];
}

/** `A.`, `A.8.`, `Annex A.8`; the standard is the one as whose an id there would be read, others are named. */
function completeLetter(place: ProsePlace): Completion[] | null {
  const { snapshot, path } = place;
  const match = /(?:^|[^\w.:/-])(annex[ .])?([A-Z]\.(?:\d[\d.]*)?)$/i.exec(place.before);
  const written = match?.[2] ?? '';
  if (!/^[A-Z]/.test(written)) return null;
  const standing = standingOf(place, 'controls', written);
  if (!standing) return null;
  const { span, own, named, known } = standing;
  const isAnnex = match![1] !== undefined;
  const isOnlyOwn = isAnnex || own.some((one) => one.standard === named?.standard);
  const textOf = (entry: CatalogEntry, standard: Standard) => {
    if (!entry.id.startsWith(written.slice(0, 2))) return null;
    if (own.length > 0 ? own.includes(standard) : isAnnex || named || !isShared(entry, known, snapshot))
      return entry.id;
    return `${standard.name} ${entry.id}`;
  };
  const others = known.filter((one) => !own.includes(one));
  const standards = own.length === 0 ? (named ? [named] : known) : isOnlyOwn ? own : [...own, ...others];
  return standing.isRead ? entryChoices(snapshot, path, { wanted: 'controls', span, standards, textOf }) : [];
}

/** A number of a list or range, with the word or mark behind it: `4.1 and`, `4 –`. */
const listedNumber = String.raw`\d+(?:\.\d+)*\s*(?:[,;&–—-]|(?:${[...andWords, ...rangeWords].join('|')})\s)\s*`;
const clauseBegun = new RegExp(
  String.raw`(?:^|[^\p{L}\p{N}])(?:([\p{L}-]+)\.?\s+|§§?\s*)(?:${listedNumber})*(\d[\d.]*)?$`,
  'iu',
);

/** `Clause `, `clauses 6.`, `clauses 4.1 and 9.`, and of words for a part of anything those that cite: `Abschnitt 9.`, `§ 9.` */
function completeClause(place: ProsePlace): Completion[] | null {
  const { snapshot, path } = place;
  const match = clauseBegun.exec(place.before);
  if (!match) return null;
  const word = match[1]?.toLowerCase() ?? '§';
  const isClause = clauseWords.has(word);
  const written = match[2] ?? '';
  if (!isClause && !(written !== '' && (word === '§' || sectionWords.has(word)))) return null;
  const standing = standingOf(place, 'clauses', written);
  if (!standing) return null;
  const { span, own, named, known } = standing;
  const open = named ? [named] : isClause ? known : [];
  const standards = own.length > 0 ? own : open;
  const textOf = ({ id }: CatalogEntry) => id;
  return standing.isRead ? entryChoices(snapshot, path, { wanted: 'clauses', span, standards, textOf }) : [];
}

/** How an id stands where it is being written. */
interface Standing {
  readonly span: Span;
  readonly isRead: boolean;
  /** The standards that it would be read as one of; none where nothing tells. */
  readonly own: readonly Standard[];
  /** The standard that the line names last. */
  readonly named: Standard | null;
  /** Those in scope, and others. */
  readonly known: readonly Standard[];
}

/** Null where nothing speaks of standards: `A.` is then most likely the end of a sentence or a heading of one's own. */
function standingOf(place: ProsePlace, wanted: Wanted, written: string): Standing | null {
  const { snapshot, path } = place;
  const known = standardsToOffer(path, snapshot);
  const named = standardNamedLast(place.before, known);
  if (!named && !isScoped(path, snapshot)) return null;
  const span = idSpan(place, written);
  // The line may name an edition that is not in scope.
  const editions = named ? snapshot.catalog.editions(named.standard) : [];
  const contests = contestsOf(place, wanted, written, [...new Set([...known, ...editions])]);
  const won = new Set<Standard>();
  const lost = new Set<Standard>();
  const runs = new KeptRuns();
  // The letter of an item (`6.1.2 d)`) is of the number that stood here, and not every other has such an item.
  const item = /^\s?[a-z]\b\)?/.exec(place.text.slice(span.end, span.end + 4))?.[0] ?? '';
  const asked = { start: span.start, end: span.end + item.length };
  let isRead = false;
  for (const { id, owners } of contests) {
    const reading = readingAt(snapshot, path, place.text, asked, id, runs);
    if (!reading) continue;
    isRead = true;
    for (const standard of reading.standards) won.add(standard);
    for (const standard of owners) if (!reading.standards.includes(standard)) lost.add(standard);
  }
  const own = [...won].filter((standard) => !lost.has(standard));
  // Numbers that only an older edition has are read as of that, unless the line says which edition it means.
  const isBesideKnown = (one: Standard) =>
    own.some((other) => other.standard === one.standard && known.includes(other));
  return { span, isRead, own: own.filter((one) => known.includes(one) || !isBesideKnown(one)), named, known };
}

/** An id, and the standards that have it: as the id of which of them it is read, the place tells. */
interface Contest {
  readonly id: string;
  readonly owners: readonly Standard[];
}

/** More of them would tell little more: each costs a reading of the document. */
const mostContests = 3;

/**
 * One id for each set of standards that have ids in common which go on from what is written. Of the ids of a set the last of
 * few parts, because it may be the end of a range. Where nothing is in common, one id for all.
 */
function contestsOf(
  { snapshot, path }: ProsePlace,
  wanted: Wanted,
  written: string,
  standards: readonly Standard[],
): Contest[] {
  const ownersOf = new Map<string, Standard[]>();
  for (const standard of standards) {
    for (const { id } of entriesToOffer(standard, wanted, path, snapshot)) {
      const owners = ownersOf.get(id);
      if (owners) owners.push(standard);
      else ownersOf.set(id, [standard]);
    }
  }
  const ids = [...ownersOf.keys()].filter((id) => !id.includes(' ') && (written === '' || id.includes('.')));
  const goingOn = ids.filter((id) => id.startsWith(written));
  const contests = new Map<string, Contest>();
  // What is written may be no beginning of any id yet, and another id stands there as well.
  for (const id of goingOn.length > 0 ? goingOn : ids.filter((one) => one[0] === written[0])) {
    const owners = ownersOf.get(id)!;
    const key = owners.map((standard) => standard.key).join();
    const other = contests.get(key);
    if (!other || levelOf(id) <= levelOf(other.id)) contests.set(key, { id, owners });
  }
  const byOwners = [...contests.values()].sort((a, b) => b.owners.length - a.owners.length);
  const inCommon = byOwners.filter(({ owners }) => owners.length > 1);
  return (inCommon.length > 0 ? inCommon : byOwners.slice(0, 1)).slice(0, mostContests);
}

function levelOf(id: string): number {
  return id.split('.').length;
}

function isScoped(path: string, snapshot: Snapshot): boolean {
  const document = snapshot.documents.get(path);
  return (
    snapshot.systems.length > 0 || snapshot.settings.standards.length > 0 || (document?.references.length ?? 0) > 0
  );
}

function standardNamedLast(before: string, standards: readonly Standard[]): Standard | null {
  let best: Standard | null = null;
  let at = -1;
  for (const standard of standards) {
    const found = before.lastIndexOf(standard.standard);
    if (found > at) {
      at = found;
      best = standard;
    }
  }
  return best;
}

function isShared(entry: CatalogEntry, standards: readonly Standard[], snapshot: Snapshot): boolean {
  const owners = standards.filter((standard) => snapshot.catalog.find(standard.key, entry.id) !== undefined);
  return owners.length > 1;
}
