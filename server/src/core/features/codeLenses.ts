/** Lines above documents, sections and decisions: what they cover, who covers them, and what is out of date. */

import type { CatalogEntry } from '../catalog/types.js';
import type { PolicyDocument, Reference } from '../document.js';
import { t } from '../l10n.js';
import { overdueReviewOf } from '../rules/support/reviewDate.js';
import { decisionOn, documentsWithin, systemOf } from '../rules/support/scope.js';
import { countOfClauses, countOfControls, joinSome, joinWords } from '../rules/support/wording.js';
import type { Snapshot } from '../snapshot.js';
import { concernOf } from '../soa/documents.js';
import { staleEvidence } from '../soa/freshness.js';
import type { DocumentConcern } from '../soa/modelTypes.js';
import type { Decision, ManagementSystem } from '../soa/types.js';
import type { Span } from '../text.js';
import { entriesOfTags, systemAtPath } from './support/at.js';
import { isInStatement, listedBeside, nameOfListed, placeOfListed } from './support/covering.js';
import { nameWithConcern, type Place } from './support/documents.js';

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
  if (subject.kind === 'decision') return wordsOfDecision(subject.entryKey, path, snapshot);
  const document = snapshot.documents.get(path);
  if (!document) return null;
  return subject.kind === 'document'
    ? wordsOfDocument(document, snapshot)
    : wordsOfSection(document, subject.section, snapshot);
}

const concernWords: Readonly<Record<DocumentConcern, () => string>> = {
  draft: () => t('a draft, not in force yet'),
  'in-review': () => t('in review, not in force yet'),
  retired: () => t('retired, no longer in force'),
  overdue: () => t('overdue for review'),
};

function wordsOfDocument(document: PolicyDocument, snapshot: Snapshot): LensWords {
  const entries = countedEntries(document.references, document.path, snapshot);
  const clauses = entries.filter(({ kind }) => kind === 'clause' || kind === 'item').length;
  const counts: string[] = [];
  if (entries.length > clauses) counts.push(countOfControls(entries.length - clauses));
  if (clauses > 0) counts.push(countOfClauses(clauses));
  const parts = [counts.length > 0 ? t('Covers {0}', joinWords(counts)) : nothingKnown()];
  const concern = concernOf(document, snapshot.today);
  const since = concern === 'overdue' ? overdueReviewOf(document, snapshot.today)?.since : undefined;
  if (concern) parts.push(since ? t('overdue for review since {0}', since) : concernWords[concern]());
  const decided = decisionsOn(entries, document.path, snapshot);
  return { title: [...parts, ...staleWords(decided, snapshot)].join(' · '), places: placesOf(decided) };
}

function wordsOfSection(document: PolicyDocument, section: number, snapshot: Snapshot): LensWords | null {
  const tags = document.references.filter(
    (one) => one.isTag && one.where !== 'front-matter' && one.section === section,
  );
  if (tags.length === 0) return null;
  const entries = countedEntries(tags, document.path, snapshot);
  const names = entries.map(({ id, title }) => `${id} ${title}`);
  const covers = names.length > 0 ? t('Covers {0}', joinSome(names, 3)) : nothingKnown();
  const decided = decisionsOn(entries, document.path, snapshot);
  return { title: [covers, ...staleWords(decided, snapshot)].join(' · '), places: placesOf(decided) };
}

/** What the tags claim, without what is not in the scope of the document's statement, which does not count it. */
function countedEntries(tags: readonly Reference[], path: string, snapshot: Snapshot): CatalogEntry[] {
  const system = systemOf(path, snapshot);
  const entries = entriesOfTags(tags, path, snapshot);
  return system ? entries.filter((entry) => isInStatement(entry, system, snapshot)) : entries;
}

const nothingKnown = () => t('Covers nothing');

interface Decided {
  readonly entry: CatalogEntry;
  readonly decision: Decision;
  readonly system: ManagementSystem;
}

/** What the document's management system decides on the entries; clauses have no decision. */
function decisionsOn(entries: readonly CatalogEntry[], path: string, snapshot: Snapshot): Decided[] {
  const system = systemOf(path, snapshot);
  if (!system) return [];
  return entries.flatMap((entry) => {
    const decision = decisionOn(entry.key, system);
    return decision ? [{ entry, decision, system }] : [];
  });
}

function placesOf(decided: readonly Decided[]): Place[] {
  return decided.map(({ decision, system }) => ({ path: system.path, span: decision.keySpan }));
}

/** Of which controls the evidence holds no longer; empty where all of it does. */
function staleWords(decided: readonly Decided[], { today }: Snapshot): string[] {
  const stale = decided.filter(({ decision }) => staleEvidence(decision.evidence, today).length > 0);
  if (stale.length === 0) return [];
  const ids = stale.map(({ entry }) => entry.id);
  return [t('evidence out of date: {0}', joinSome(ids, 3))];
}

function wordsOfDecision(entryKey: string, path: string, snapshot: Snapshot): LensWords {
  const system = systemAtPath(path, snapshot);
  const entry = snapshot.catalog.entry(entryKey);
  if (entry && system && !isInStatement(entry, system, snapshot))
    return { title: t('Not in scope: counts for nothing'), places: [] };
  const claims = documentsWithin(entryKey, system, snapshot).filter((one) => one.claimCount > 0);
  const listed = entry ? listedBeside(entry, system, snapshot) : [];
  const count = claims.length + listed.length;
  if (count === 0) return { title: t('No document claims it'), places: [] };
  const names = claims.slice(0, 3).flatMap((one) => {
    const document = snapshot.documents.get(one.path);
    return document ? [nameWithConcern(document, snapshot.today)] : [];
  });
  names.push(...listed.slice(0, 3 - names.length).map((one) => nameOfListed(one, snapshot.today)));
  const left = count - names.length;
  const list = left > 0 ? t('{0} and {1} more', names.join(', '), left) : names.join(', ');
  const places = claims.flatMap((one) => one.claims.map(({ span }) => ({ path: one.path, span })));
  const title = count === 1 ? t('1 document: {0}', list) : t('{0} documents: {1}', count, list);
  return { title, places: [...places, ...listed.flatMap((one) => placeOfListed(one, snapshot) ?? [])] };
}
