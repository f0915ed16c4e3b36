/** The documents of a row: who claims a control, in which sections, and whether the document counts. */
import type { DocumentCoverage, Occurrence } from '../coverage.js';
import { fieldOf, type PolicyDocument } from '../document.js';
import type { Snapshot } from '../snapshot.js';
import type { DocumentConcern, RowDocument, RowSection } from './modelTypes.js';
import { isDate } from './calendar.js';

/** More documents than this on one control are counted and not listed: nobody reads them in a table. */
export const documentLimit = 20;
export const mentionLimit = 5;

interface DocumentFacts {
  readonly title: string;
  readonly id: string | null;
  readonly status: string | null;
  readonly nextReview: string | null;
}

/** Documents are immutable, so what is read from one can be kept as long as it lives. */
const factsOfDocument = new WeakMap<PolicyDocument, DocumentFacts>();

function factsOf(document: PolicyDocument): DocumentFacts {
  const known = factsOfDocument.get(document);
  if (known) return known;
  const value = (name: Parameters<typeof fieldOf>[1]) => fieldOf(document, name)?.value.trim() || null;
  const facts: DocumentFacts = {
    title: value('title') ?? firstHeading(document) ?? fileName(document.path),
    id: value('id'),
    status: value('status'),
    nextReview: value('nextReview'),
  };
  factsOfDocument.set(document, facts);
  return facts;
}

function firstHeading(document: PolicyDocument): string | null {
  return document.headings.find((heading) => heading.depth === 1)?.text.trim() || null;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

const statusConcerns: Readonly<Record<string, DocumentConcern>> = {
  draft: 'draft',
  proposed: 'draft',
  'in-review': 'in-review',
  'under-review': 'in-review',
  review: 'in-review',
  retired: 'retired',
  withdrawn: 'retired',
  superseded: 'retired',
  obsolete: 'retired',
  archived: 'retired',
};

/**
 * Why a document does not count for coverage: its status, or a review date before today. A status we do not know is
 * no concern: silence is better than a wrong accusation.
 */
export function concernOf(document: PolicyDocument, today: string): DocumentConcern | null {
  const { status, nextReview } = factsOf(document);
  const word = status?.toLowerCase().replace(/[\s_-]+/g, '-') ?? '';
  if (Object.hasOwn(statusConcerns, word)) return statusConcerns[word]!;
  return nextReview !== null && isDate(nextReview) && nextReview < today ? 'overdue' : null;
}

/** What the documents say of one control. */
export interface RowDocuments {
  /** Those that claim it, at most `documentLimit`, and how many more there are. */
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
  const name = `${snapshot.today} ${filter.name}`;
  const kept = keptOf.get(all);
  if (kept?.for === name) return kept.value;
  const value = collectDocuments(all, filter, snapshot);
  keptOf.set(all, { for: name, value });
  return value;
}

function collectDocuments(all: readonly DocumentCoverage[], filter: DocumentFilter, snapshot: Snapshot): RowDocuments {
  const documents: RowDocument[] = [];
  const mentions: RowDocument[] = [];
  let claimCount = 0;
  let mentionCount = 0;
  let hasEffective = false;
  for (const { path, claims, mentions: places } of all) {
    const document = snapshot.documents.get(path);
    if (!document || !filter.belongs(path)) continue;
    if (claims.length > 0) {
      hasEffective ||= concernOf(document, snapshot.today) === null;
      if (claimCount++ < documentLimit) documents.push(rowDocument(document, claims, snapshot.today));
    } else if (mentionCount++ < mentionLimit) mentions.push(rowDocument(document, places, snapshot.today));
  }
  return {
    documents,
    moreDocuments: claimCount - documents.length,
    mentions,
    moreMentions: mentionCount - mentions.length,
    hasEffective,
  };
}

function rowDocument(document: PolicyDocument, occurrences: readonly Occurrence[], today: string): RowDocument {
  const facts = factsOf(document);
  const concern = concernOf(document, today);
  const sections: RowSection[] = [];
  const seen = new Set<number>();
  let whole: Occurrence | null = null;
  for (const occurrence of occurrences) {
    const section = occurrence.reference.section;
    const heading = occurrence.reference.where === 'front-matter' ? undefined : document.headings[section];
    if (!heading) whole ??= occurrence;
    else if (!seen.has(section)) {
      seen.add(section);
      sections.push({ heading: heading.text, span: heading.span });
    }
  }
  const { span } = (whole ?? occurrences[0]!).reference;
  return {
    path: document.path,
    title: facts.title,
    id: facts.id,
    status: facts.status,
    concern,
    isDraftOrOverdue: concern !== null,
    span,
    sections,
  };
}
