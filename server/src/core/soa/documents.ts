/** The documents of a row: who claims a control, in which sections, and whether the document counts. */
import { countDocuments, type DocumentCoverage, type Occurrence } from '../coverage.js';
import { fieldOf, type PolicyDocument } from '../document.js';
import { isInReview, stateOf } from '../rules/support/fields.js';
import { overdueReviewOf } from '../rules/support/reviewDate.js';
import type { Snapshot } from '../snapshot.js';
import type { DocumentConcern, RowDocument, RowSection } from './modelTypes.js';

/** More documents than this on one control are counted and not listed in a pane: nobody reads them in a table. */
export const documentLimit = 20;
export const mentionLimit = 5;

/** How many documents of a control are listed: as many as one reads in a pane, or all, as a record and a comparison need. */
export type Extent = 'shown' | 'all';

type DocumentFacts = Pick<RowDocument, 'title' | 'id' | 'status' | 'concern'>;

/** A document stands in many rows, and most documents are read anew from bytes each time somebody asks for them. */
const factsOfSnapshot = new WeakMap<Snapshot, Map<string, DocumentFacts>>();

/** What rows say of a document of the workspace; null where there is none of that path. */
function factsAt(path: string, snapshot: Snapshot): DocumentFacts | null {
  let known = factsOfSnapshot.get(snapshot);
  if (!known) {
    known = new Map();
    factsOfSnapshot.set(snapshot, known);
  }
  let facts = known.get(path);
  if (!facts) {
    const document = snapshot.documents.get(path);
    if (!document) return null;
    facts = factsOf(document, snapshot.today);
    known.set(path, facts);
  }
  return facts;
}

function factsOf(document: PolicyDocument, today: string): DocumentFacts {
  const value = (name: Parameters<typeof fieldOf>[1]) => fieldOf(document, name)?.value.trim() || null;
  return {
    title: value('title') ?? firstHeading(document) ?? fileName(document.path),
    id: value('id'),
    status: value('status'),
    concern: concernOf(document, today),
  };
}

function firstHeading(document: PolicyDocument): string | null {
  return document.headings.find((heading) => heading.depth === 1)?.text.trim() || null;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

/**
 * Why a document is nothing to rest on: its status, or a next review before today. It counts as covering all the same, and a
 * control that rests on nothing else has the gap `only-draft`. A status we do not know is no concern, and neither is a date
 * that may be that of the last review: silence is better than a wrong accusation.
 */
export function concernOf(document: PolicyDocument, today: string): DocumentConcern | null {
  const state = stateOf(document);
  if (state === 'retired') return 'retired';
  if (state === 'draft') return isInReview(document) ? 'in-review' : 'draft';
  return overdueReviewOf(document, today)?.isNextReview ? 'overdue' : null;
}

/** What the documents say of one control. */
export interface RowDocuments {
  /** Those that claim it, at most `documentLimit` unless all are wanted, and how many more there are. */
  readonly documents: readonly RowDocument[];
  readonly moreDocuments: number;
  /** Those that mention and do not claim it, at most `mentionLimit`, and how many more there are. */
  readonly mentions: readonly RowDocument[];
  readonly moreMentions: number;
  /** One that claims it is neither draft, in review, retired nor overdue. */
  readonly hasEffective: boolean;
}

/** Which documents count, and on which day. */
export interface DocumentFilter {
  /** Filters with the same name count the same documents. */
  readonly name: string;
  /** Every document belongs: there is no need to ask. */
  readonly isEverything: boolean;
  readonly extent: Extent;
  belongs(path: string): boolean;
}

interface Kept {
  readonly for: string;
  readonly value: RowDocuments;
}

/** The answers of `CoverageIndex.documentsOf` are the same objects until a document changes; so are ours. */
const keptOf = new WeakMap<readonly DocumentCoverage[], Kept>();

/** The documents that name an entry, by path, as far as the filter counts them. */
export function rowDocuments(entryKey: string, filter: DocumentFilter, snapshot: Snapshot): RowDocuments {
  const all = snapshot.coverage.documentsOf(entryKey);
  const name = `${snapshot.today} ${filter.extent} ${filter.name}`;
  const kept = keptOf.get(all);
  if (kept?.for === name) return kept.value;
  const value = collectDocuments(all, filter, snapshot);
  keptOf.set(all, { for: name, value });
  return value;
}

function collectDocuments(all: readonly DocumentCoverage[], filter: DocumentFilter, snapshot: Snapshot): RowDocuments {
  const documents: RowDocument[] = [];
  const mentions: RowDocument[] = [];
  const own = filter.isEverything ? all : all.filter(({ path }) => filter.belongs(path));
  const { claiming, mentioning } = countDocuments(own);
  let hasEffective = false;
  const [mostDocuments, mostMentions] =
    filter.extent === 'all' ? [claiming, mentioning] : [documentLimit, mentionLimit];
  const isFull = () =>
    documents.length === Math.min(mostDocuments, claiming) && mentions.length === Math.min(mostMentions, mentioning);
  for (const places of own) {
    const isClaim = places.claimCount > 0;
    const isListed = isClaim ? documents.length < mostDocuments : mentions.length < mostMentions;
    // A control may have thousands of documents: those that are only counted are not looked at.
    if (!isListed) {
      if (isClaim && !hasEffective) hasEffective = isEffective(places.path, snapshot);
      if (hasEffective && isFull()) break;
      continue;
    }
    const row = rowOf(places, snapshot);
    if (!row) continue;
    if (isClaim) hasEffective ||= row.concern === null;
    (isClaim ? documents : mentions).push(row);
  }
  return {
    documents,
    moreDocuments: claiming - documents.length,
    mentions,
    moreMentions: mentioning - mentions.length,
    hasEffective,
  };
}

function isEffective(path: string, snapshot: Snapshot): boolean {
  return factsAt(path, snapshot)?.concern === null;
}

/** A document that a decision lists and that has no tag of its own. `path` is that of the file, or of a folder: its name has a slash. */
export function listedRowDocument(
  document: PolicyDocument | null,
  path: string,
  today: string,
  isFolder = false,
): RowDocument {
  const title = path.slice(path.lastIndexOf('/') + 1) + (isFolder ? '/' : '');
  const facts = document ? factsOf(document, today) : { title, id: null, status: null, concern: null };
  return {
    path,
    title: facts.title,
    id: facts.id,
    status: facts.status,
    concern: facts.concern,
    isDraftOrOverdue: facts.concern !== null,
    statedBy: 'statement',
    span: { start: 0, end: 0 },
    sections: [],
  };
}

interface KeptDocument {
  readonly today: string;
  readonly row: RowDocument;
}

/** The places of a document are the same object until it changes; so is what a row shows of it. */
const keptDocuments = new WeakMap<DocumentCoverage, KeptDocument>();

function rowOf(places: DocumentCoverage, snapshot: Snapshot): RowDocument | null {
  const kept = keptDocuments.get(places);
  if (kept?.today === snapshot.today) return kept.row;
  const facts = factsAt(places.path, snapshot);
  if (!facts) return null;
  const occurrences = places.claimCount > 0 ? places.claims : places.mentions;
  const row = rowDocument(places.path, facts, occurrences, snapshot);
  keptDocuments.set(places, { today: snapshot.today, row });
  return row;
}

function rowDocument(
  path: string,
  facts: DocumentFacts,
  occurrences: readonly Occurrence[],
  { documents }: Snapshot,
): RowDocument {
  const sections: RowSection[] = [];
  const seen = new Set<number>();
  let whole: Occurrence | null = null;
  for (const occurrence of occurrences) {
    const { section, where } = occurrence.reference;
    const heading = where === 'front-matter' ? undefined : documents.get(path)?.headings[section];
    if (!heading) whole ??= occurrence;
    else if (!seen.has(section)) {
      seen.add(section);
      sections.push({ heading: heading.text, span: heading.span });
    }
  }
  const { span } = (whole ?? occurrences[0]!).reference;
  return {
    path,
    title: facts.title,
    id: facts.id,
    status: facts.status,
    concern: facts.concern,
    isDraftOrOverdue: facts.concern !== null,
    statedBy: 'tag',
    span,
    sections,
  };
}
