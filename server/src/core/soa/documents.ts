/** The documents of a row: who claims a control, in which sections, and whether the document counts. */
import type { Occurrence } from '../coverage.js';
import { fieldOf, type PolicyDocument } from '../document.js';
import type { Snapshot } from '../snapshot.js';
import type { DocumentConcern, RowDocument, RowSection } from './modelTypes.js';
import { isDate } from './values.js';

/** More documents than this on one control are counted and not listed: nobody reads them in a table. */
export const documentLimit = 40;

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

export interface RowDocuments {
  readonly documents: readonly RowDocument[];
  readonly more: number;
  /** True where there is a document that is neither draft, in review, retired nor overdue. */
  readonly hasEffective: boolean;
}

/**
 * Groups occurrences by document, in their order.
 * @param occurrences of one entry, those of one document next to each other
 * @param belongs tells of a path whether it counts
 */
export function rowDocuments(
  occurrences: readonly Occurrence[],
  belongs: (path: string) => boolean,
  snapshot: Snapshot,
): RowDocuments {
  const documents: RowDocument[] = [];
  let more = 0;
  let hasEffective = false;
  for (let i = 0; i < occurrences.length; ) {
    const path = occurrences[i]!.path;
    let end = i + 1;
    while (end < occurrences.length && occurrences[end]!.path === path) end++;
    const document = snapshot.documents.get(path);
    if (document && belongs(path)) {
      if (!hasEffective) hasEffective = concernOf(document, snapshot.today) === null;
      if (documents.length < documentLimit) documents.push(rowDocument(document, occurrences, i, end, snapshot.today));
      else more++;
    }
    i = end;
  }
  return { documents, more, hasEffective };
}

function rowDocument(
  document: PolicyDocument,
  occurrences: readonly Occurrence[],
  from: number,
  to: number,
  today: string,
): RowDocument {
  const facts = factsOf(document);
  const concern = concernOf(document, today);
  const sections: RowSection[] = [];
  const seen = new Set<number>();
  let whole: Occurrence | null = null;
  for (let i = from; i < to; i++) {
    const occurrence = occurrences[i]!;
    const section = occurrence.reference.section;
    const heading = occurrence.reference.where === 'front-matter' ? undefined : document.headings[section];
    if (!heading) whole ??= occurrence;
    else if (!seen.has(section)) {
      seen.add(section);
      sections.push({ heading: heading.text, span: heading.span });
    }
  }
  const { span } = (whole ?? occurrences[from]!).reference;
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
