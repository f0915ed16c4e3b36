/**
 * Read access to the catalog. Pure and immutable: all lookups are map lookups; the larger maps are made at the first
 * question that needs them. Facts come from catalog/*.yaml through scripts/build-catalog.mjs.
 */
import { keyTail, splitKey, tailWithSplitLetter } from './ids.js';
import { type MergedData, mergeAdditions } from './merge.js';
import { provisionEntry, wholeInstrument, wholeInstrumentEntry } from './provisions.js';
import { compareStrength, inverseRelation, joinEqualRows } from './relations.js';
import type {
  Catalog,
  CatalogAddition,
  CatalogData,
  CatalogEntry,
  ClauseMatrixRow,
  EntryText,
  Mapping,
  MappingView,
  Standard,
} from './types.js';

/** Computed once, at the first call. */
function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What is asked about one standard. */
interface StandardIndex {
  readonly standard: Standard;
  readonly byTail: () => ReadonlyMap<string, CatalogEntry>;
  readonly controls: () => readonly CatalogEntry[];
  readonly children: () => ReadonlyMap<string, readonly CatalogEntry[]>;
  /** What ids mean that are not in `byTail`, nothing for most: every reference is looked for in several standards. */
  readonly unlisted: Map<string, CatalogEntry | undefined>;
}

function tailOfEntry(entry: CatalogEntry): string {
  return splitKey(entry.key).tail;
}

function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function indexStandard(standard: Standard): StandardIndex {
  return {
    standard,
    byTail: lazy(() => new Map(standard.entries.map((entry) => [tailOfEntry(entry), entry]))),
    controls: lazy(() => standard.entries.filter((entry) => entry.kind === 'control')),
    children: lazy(() =>
      groupBy(standard.entries, (entry) => (entry.parent === undefined ? undefined : keyTail(entry.parent))),
    ),
    unlisted: new Map(),
  };
}

/** More ids that are not listed are forgotten: whoever writes writes few of them. */
const mostUnlisted = 1000;
/** A text may cite any number of paragraphs of laws. */
const mostAskedFor = 5000;

function lookUp(index: StandardIndex, tail: string): CatalogEntry | undefined {
  const listed = index.byTail();
  const exact = listed.get(tail);
  if (exact) return exact;
  const { unlisted } = index;
  const known = unlisted.get(tail);
  if (known !== undefined || unlisted.has(tail)) return known;
  const found = lookUpUnlisted(index, tail, listed);
  if (unlisted.size >= mostUnlisted) unlisted.clear();
  unlisted.set(tail, found);
  return found;
}

function lookUpUnlisted(
  index: StandardIndex,
  tail: string,
  listed: ReadonlyMap<string, CatalogEntry>,
): CatalogEntry | undefined {
  if (tail === wholeInstrument) return wholeInstrumentEntry(index.standard);
  const split = tailWithSplitLetter(tail);
  return (split === undefined ? undefined : listed.get(split)) ?? provisionEntry(index.standard, tail, listed);
}

/** Current editions first, then the newest. */
function compareEditions(a: Standard, b: Standard): number {
  if (a.status !== b.status) return a.status === 'current' ? -1 : 1;
  return (b.published ?? b.edition).localeCompare(a.published ?? a.edition, 'en');
}

function viewsByEnd(mappings: readonly Mapping[]): Map<string, MappingView[]> {
  const views = new Map<string, MappingView[]>();
  const add = (end: string, view: MappingView) => {
    const list = views.get(end);
    if (list) list.push(view);
    else views.set(end, [view]);
  };
  for (const { from, to, relation, ...rest } of mappings) {
    add(from, { target: to, relation, ...rest, inverse: false });
    add(to, { target: from, relation: inverseRelation(relation), ...rest, inverse: true });
  }
  // Array.sort is stable: rows of equal strength keep the order of the files.
  for (const list of views.values()) list.sort(compareStrength);
  return views;
}

/** Rows between an edition and the one it replaces, as `older entry key → newer ones` and back. */
interface Moves {
  readonly forward: ReadonlyMap<string, readonly CatalogEntry[]>;
  readonly backward: ReadonlyMap<string, readonly CatalogEntry[]>;
}

function findMoves(data: MergedData, entryOf: (key: string) => CatalogEntry | undefined): Moves {
  const replaces = new Map(data.standards.map((standard) => [standard.key, standard.supersedes]));
  const standardOf = (key: string) => splitKey(key).standardKey;
  const isOlder = (one: string, other: string) => replaces.get(standardOf(other)) === standardOf(one);
  // Few rows are moves: what equal ones say together is worked out for those alone.
  const rows = joinEqualRows(data.mappings.filter(({ from, to }) => isOlder(from, to) || isOlder(to, from)))
    .sort(compareStrength)
    .map(({ from, to }) => (isOlder(from, to) ? { older: from, newer: to } : { older: to, newer: from }));
  const collect = (own: 'older' | 'newer', other: 'older' | 'newer') => {
    const result = new Map<string, CatalogEntry[]>();
    for (const [key, group] of groupBy(rows, (row) => row[own])) {
      const entries = new Set(group.map((row) => entryOf(row[other])));
      result.set(
        key,
        [...entries].filter((entry) => entry !== undefined),
      );
    }
    return result;
  };
  return { forward: collect('older', 'newer'), backward: collect('newer', 'older') };
}

const none: readonly never[] = [];

/**
 * Makes the catalog from built data and, if wanted, files of the organisation. What is wrong with either is in `problems`;
 * our data is never changed by an addition.
 */
export function createCatalog(data: CatalogData, additions: readonly CatalogAddition[] = []): Catalog {
  const merged = mergeAdditions(data, additions);
  const indexes = new Map(merged.standards.map((standard) => [standard.key, indexStandard(standard)]));
  const families = new Map(
    [...groupBy(merged.standards, (standard) => standard.standard)].map(([name, list]) => [
      name,
      list.sort(compareEditions),
    ]),
  );
  // The same few keys are asked for again and again.
  const found = new Map<string, CatalogEntry>();
  const entry = (key: string): CatalogEntry | undefined => {
    const before = found.get(key);
    if (before) return before;
    const { standardKey, tail } = splitKey(key);
    const index = indexes.get(standardKey);
    const entry = index && lookUp(index, tail);
    if (found.size >= mostAskedFor) found.clear();
    if (entry) found.set(key, entry);
    return entry;
  };
  const views = lazy(() => viewsByEnd(joinEqualRows(merged.mappings)));
  const moves = lazy(() => findMoves(merged, entry));
  const matrix = lazy(
    () => new Map((merged.clauseMatrix ?? []).map((row): [string, ClauseMatrixRow] => [row.clause, row])),
  );
  return {
    standards: merged.standards,
    problems: merged.problems,
    standard: (key) => indexes.get(key)?.standard,
    edition: (standard, edition) => {
      const family = families.get(standard);
      return edition ? family?.find((item) => item.edition === edition) : family?.[0];
    },
    editions: (standard) => families.get(standard) ?? none,
    entry,
    find: (standardKey, id) => {
      const index = indexes.get(standardKey);
      return index && lookUp(index, keyTail(id));
    },
    controls: (standardKey) => indexes.get(standardKey)?.controls() ?? none,
    children: (standardKey, id) => indexes.get(standardKey)?.children().get(keyTail(id)) ?? none,
    mappings: (entryKey) => views().get(entryKey) ?? none,
    successors: (entryKey) => moves().forward.get(entryKey) ?? none,
    predecessors: (entryKey) => moves().backward.get(entryKey) ?? none,
    text: (entryKey): EntryText | undefined => merged.texts.get(entryKey),
    clauseMatrix: (clause) => matrix().get(clause),
  };
}
