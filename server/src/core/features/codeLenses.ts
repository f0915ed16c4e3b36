/** Lines above documents, sections and decisions: what they cover, who covers them, and what is out of date. */
import type { CatalogEntry } from '../catalog/types.js';
import type { PolicyDocument, Reference } from '../document.js';
import { overdueReviewOf } from '../rules/support/reviewDate.js';
import { countOf, joinSome } from '../rules/support/wording.js';
import type { Snapshot } from '../snapshot.js';
import { concernOf } from '../soa/documents.js';
import type { DocumentConcern } from '../soa/modelTypes.js';
import type { Span } from '../text.js';
import { entriesOf, systemAtPath } from './support/at.js';
import { nameOf, type Place } from './support/documents.js';

/** What a lens is about; plain data, so that its words can be asked for later, when it comes into view. */
export type LensSubject =
  | { readonly kind: 'document' }
  /** Index into the headings. */
  | { readonly kind: 'section'; readonly section: number }
  /** Catalog key of the control decided on. */
  | { readonly kind: 'decision'; readonly entryKey: string };

export interface CodeLens {
  readonly span: Span;
  readonly subject: LensSubject;
}

export interface LensWords {
  readonly title: string;
  /** Where a click leads; empty where there is nothing to show. */
  readonly places: readonly Place[];
}

/** Above a policy that tags anything, above each section with tags of its own, and above each decision of a soa.yaml. */
export function codeLenses(snapshot: Snapshot, path: string): CodeLens[] {
  const system = systemAtPath(path, snapshot);
  if (system) {
    return system.decisions.flatMap(({ keySpan, entryKey }) => {
      return entryKey === null ? [] : [{ span: keySpan, subject: { kind: 'decision' as const, entryKey } }];
    });
  }
  const document = snapshot.documents.get(path);
  if (!document) return [];
  const tags = document.references.filter(({ isTag }) => isTag);
  if (tags.length === 0) return [];
  const start = document.frontMatter?.span.start ?? 0;
  const lenses: CodeLens[] = [{ span: { start, end: start }, subject: { kind: 'document' } }];
  const tagged = new Set(tags.filter(({ where }) => where !== 'front-matter').map(({ section }) => section));
  document.headings.forEach(({ span }, section) => {
    if (tagged.has(section)) lenses.push({ span, subject: { kind: 'section', section } });
  });
  return lenses;
}

/** The words of a lens; null where what it was about is gone. */
export function describeLens(snapshot: Snapshot, path: string, subject: LensSubject): LensWords | null {
  if (subject.kind === 'decision') return wordsOfDecision(subject.entryKey, snapshot);
  const document = snapshot.documents.get(path);
  if (!document) return null;
  return subject.kind === 'document'
    ? wordsOfDocument(document, snapshot)
    : wordsOfSection(document, subject.section, snapshot);
}

const concernWords: Readonly<Record<DocumentConcern, string>> = {
  draft: 'a draft: it does not count yet',
  'in-review': 'in review: it does not count yet',
  retired: 'retired: it no longer counts',
  overdue: 'overdue for review',
};

function wordsOfDocument(document: PolicyDocument, snapshot: Snapshot): LensWords {
  const entries = entriesOfTags(
    document.references.filter(({ isTag }) => isTag),
    snapshot,
  );
  const clauses = entries.filter(({ kind }) => kind === 'clause' || kind === 'item').length;
  const counts: string[] = [];
  if (entries.length > clauses) counts.push(countOf(entries.length - clauses, 'control'));
  if (clauses > 0) counts.push(countOf(clauses, 'clause'));
  const covers = counts.length > 0 ? `Covers ${counts.join(' and ')}` : 'Covers nothing that the catalog knows';
  const concern = concernOf(document, snapshot.today);
  const since = concern === 'overdue' ? overdueReviewOf(document, snapshot.today)?.since : undefined;
  const parts = concern ? [covers, concernWords[concern] + (since ? ` since ${since}` : '')] : [covers];
  return { title: parts.join(' · '), places: [] };
}

function wordsOfSection(document: PolicyDocument, section: number, snapshot: Snapshot): LensWords | null {
  const tags = document.references.filter(
    (one) => one.isTag && one.where !== 'front-matter' && one.section === section,
  );
  if (tags.length === 0) return null;
  const names = entriesOfTags(tags, snapshot).map(({ id, title }) => `${id} ${title}`);
  const title = names.length > 0 ? `Covers ${joinSome(names, 3)}` : 'Covers nothing that the catalog knows';
  const places = tags.map(({ span }) => ({ path: document.path, span }));
  return { title, places };
}

function wordsOfDecision(entryKey: string, snapshot: Snapshot): LensWords {
  const claims = snapshot.coverage.documentsOf(entryKey).filter((one) => one.claimCount > 0);
  if (claims.length === 0) return { title: 'No document claims it', places: [] };
  const names = claims.slice(0, 3).flatMap(({ path }) => {
    const document = snapshot.documents.get(path);
    return document ? [nameInLens(document, snapshot.today)] : [];
  });
  const more = claims.length > names.length ? ` and ${claims.length - names.length} more` : '';
  const places = claims.flatMap(({ path, claims: tags }) =>
    tags.map(({ reference }) => ({ path, span: reference.span })),
  );
  return { title: `${countOf(claims.length, 'document')}: ${names.join(', ')}${more}`, places };
}

function nameInLens(document: PolicyDocument, today: string): string {
  const concern = concernOf(document, today);
  return concern ? `${nameOf(document)} (${concern === 'in-review' ? 'in review' : concern})` : nameOf(document);
}

/** Each entry once, in the order of the text; what is ambiguous claims nothing. */
function entriesOfTags(tags: readonly Reference[], snapshot: Snapshot): CatalogEntry[] {
  const clear = tags.filter(({ readings, kind }) => readings.length < 2 && kind !== 'external');
  return [...new Set(clear.flatMap((tag) => entriesOf(tag, snapshot)))];
}
