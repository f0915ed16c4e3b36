/**
 * The chain of proof, step by step and both ways: requirement → control → document → documents it names, and control →
 * evidence; on the other side the risks and obligations that a control was chosen for. Editors show it as call hierarchy.
 */

import type { CatalogEntry } from '../catalog/types.js';
import type { PolicyDocument } from '../document.js';
import { t } from '../l10n.js';
import { isClaimable } from '../rules/support/lookup.js';
import { decisionOn, documentsWithin, systemOf } from '../rules/support/scope.js';
import { shortNameOf } from '../rules/support/wording.js';
import type { Snapshot } from '../snapshot.js';
import { evidencePlace } from '../soa/evidence.js';
import { type ListedFor, listedDocuments, nameOfFile } from '../soa/listedDocuments.js';
import type { Decision, ManagementSystem } from '../soa/types.js';
import type { Span } from '../text.js';
import { entriesAt, entriesOfTags, systemAtPath } from './support/at.js';
import { listedBeside, namingAbove } from './support/covering.js';
import { idAt, mentionsOfId, namedDocuments } from './support/documentIds.js';
import { nameOf, type Place, startOf } from './support/documents.js';
import { entryName } from './support/entryWords.js';

/** One link of the chain; `subject` is plain data by which it is found again. */
export interface ChainItem extends Place {
  readonly name: string;
  readonly detail: string;
  readonly subject: ChainSubject;
}

export type ChainSubject =
  | { readonly kind: 'entry'; readonly key: string }
  | { readonly kind: 'document' }
  | { readonly kind: 'evidence'; readonly text: string }
  /** What a control was chosen for: `R-012`. */
  | { readonly kind: 'driver'; readonly id: string };

export interface ChainLink {
  readonly item: ChainItem;
  /** Where the one names the other, in the file of the one that leads. */
  readonly spans: readonly Span[];
}

/** The controls, clauses or documents that the place names; the document itself where it names none. */
export function chainAt(snapshot: Snapshot, path: string, offset: number): ChainItem[] {
  const entries = entriesAt(snapshot, path, offset)?.entries ?? [];
  if (entries.length > 0) return entries.map((entry) => entryItem(entry, path, snapshot));
  const law = snapshot.documents.get(path)?.laws?.find(({ span }) => span.start <= offset && offset <= span.end);
  const article = law && snapshot.catalog.entry(law.key);
  if (law && article) return [{ ...entryItem(article, path, snapshot), path, span: law.span }];
  const named = idAt(snapshot, path, offset);
  if (named.length > 0) return named.map(documentItem);
  const document = snapshot.documents.get(path);
  return document ? [documentItem(document)] : [];
}

/** What the item rests on: of a requirement its controls, of a control its documents and evidence, of a document what it names. */
export function chainOnwards(snapshot: Snapshot, item: ChainItem): ChainLink[] {
  const { subject } = item;
  switch (subject.kind) {
    case 'entry':
      return [...mappedControls(subject.key, item, snapshot), ...proofs(subject.key, item, snapshot)];
    case 'document':
      return namedDocuments(snapshot, item.path).map(({ document, spans }) => ({
        item: documentItem(document),
        spans,
      }));
    case 'driver':
      return decisionsFor(subject.id, snapshot).map(({ system, decision, entry }) => {
        return { item: decisionItem(entry, decision, system, snapshot), spans: [decision.keySpan] };
      });
    case 'evidence':
      return [];
  }
}

/** What the item is there for: of a document the controls it claims, of a control its requirements and risks. */
export function chainBackwards(snapshot: Snapshot, item: ChainItem): ChainLink[] {
  const { subject } = item;
  switch (subject.kind) {
    case 'entry':
      return [...driversOf(subject.key, item, snapshot), ...requirementsOf(subject.key, item, snapshot)];
    case 'document':
      return [...claimsOf(item.path, snapshot), ...documentsNaming(item.path, snapshot)];
    case 'evidence':
      return decisionsWithEvidence(subject.text, snapshot).map(({ system, decision, entry, span }) => {
        return { item: decisionItem(entry, decision, system, snapshot), spans: [span] };
      });
    case 'driver':
      return [];
  }
}

/** A control stands where it is decided, else where it is claimed, else where it was asked for. */
function entryItem(entry: CatalogEntry, from: string, snapshot: Snapshot, fallback?: Place): ChainItem {
  const system = systemAtPath(from, snapshot) ?? systemOf(from, snapshot);
  const decision = system && decisionOn(entry.key, system);
  if (system && decision) return decisionItem(entry, decision, system, snapshot);
  const { claims, mentions } = snapshot.coverage.of(entry.key);
  const first = claims[0] ?? mentions[0];
  const place = first ? { path: first.path, span: first.span } : (fallback ?? { path: from, span: startOfFile });
  return { ...itemOf(entry, snapshot), path: place.path, span: place.span };
}

const startOfFile: Span = { start: 0, end: 0 };

function decisionItem(
  entry: CatalogEntry,
  decision: Decision,
  system: ManagementSystem,
  snapshot: Snapshot,
): ChainItem {
  return { ...itemOf(entry, snapshot), path: system.path, span: decision.keySpan };
}

function itemOf(entry: CatalogEntry, snapshot: Snapshot) {
  const subject: ChainSubject = { kind: 'entry', key: entry.key };
  return { name: `${entryName(entry)} ${entry.title}`, detail: shortNameOf(entry, snapshot.catalog), subject };
}

function documentItem(document: PolicyDocument): ChainItem {
  const { path } = document;
  return { name: nameOf(document), detail: path, subject: { kind: 'document' }, path, span: startOf(document) };
}

/** Controls of the standards in use that a law's article is mapped to; a control of a standard leads to its own proof. */
function mappedControls(key: string, item: ChainItem, snapshot: Snapshot): ChainLink[] {
  const { catalog } = snapshot;
  if (isOfManagementSystem(key, snapshot)) return [];
  return catalog.mappings(key).flatMap(({ target }) => {
    const entry = catalog.entry(target);
    if (!entry || !isOfManagementSystem(target, snapshot) || !isInUse(entry, snapshot)) return [];
    return [{ item: entryItem(entry, item.path, snapshot, item), spans: [item.span] }];
  });
}

function isOfManagementSystem(key: string, { catalog }: Snapshot): boolean {
  const entry = catalog.entry(key);
  return entry !== undefined && catalog.standard(entry.standardKey)?.type === 'management-system';
}

function isInUse({ key }: CatalogEntry, snapshot: Snapshot): boolean {
  return snapshot.coverage.isClaimed(key) || snapshot.systems.some((system) => decisionOn(key, system));
}

/** The management system that the item stands in; all of them where it stands in none. */
function systemsFor({ path }: ChainItem, snapshot: Snapshot): readonly ManagementSystem[] {
  const own = systemOf(path, snapshot);
  return own ? [own] : snapshot.systems;
}

function proofs(key: string, item: ChainItem, snapshot: Snapshot): ChainLink[] {
  const links: ChainLink[] = [];
  const entry = snapshot.catalog.entry(key);
  const isCoverable = entry !== undefined && isClaimable(entry);
  if (isCoverable) links.push(...coveringDocuments(entry, item, snapshot));
  for (const system of systemsFor(item, snapshot)) {
    for (const evidence of decisionOn(key, system)?.evidence ?? []) {
      const { path } = evidencePlace(evidence, system.folder, snapshot);
      const subject: ChainSubject = { kind: 'evidence', text: evidence.value };
      const place = { path: system.path, span: evidence.span };
      links.push({
        item: { name: evidence.value, detail: path ?? t('evidence'), subject, ...place },
        spans: [evidence.span],
      });
    }
  }
  return links;
}

/** The documents that tag the entry or a clause above it, then those that decisions list for it. */
function coveringDocuments(entry: CatalogEntry, item: ChainItem, snapshot: Snapshot): ChainLink[] {
  const paths = new Set<string>();
  const own = systemOf(item.path, snapshot);
  for (const documents of [documentsWithin(entry.key, own, snapshot), ...namingAbove(entry, own, snapshot)]) {
    for (const { path, claimCount } of documents) if (claimCount > 0) paths.add(path);
  }
  const tagged = [...paths].flatMap((path) => snapshot.documents.get(path) ?? []);
  const links = tagged.map((document): ChainLink => ({ item: documentItem(document), spans: [item.span] }));
  for (const one of listedBeside(entry, own, snapshot)) {
    const { document, written, system } = one;
    const spans = [item.path === system.path ? written.span : item.span];
    links.push({ item: document ? documentItem(document) : listedFileItem(one), spans });
  }
  return links;
}

/** A file of which we know no more than its name is proof like any other that the statement names. */
function listedFileItem(one: ListedFor): ChainItem {
  const { written, system } = one;
  const subject: ChainSubject = { kind: 'evidence', text: written.value };
  return { name: written.value, detail: nameOfFile(one), subject, path: system.path, span: written.span };
}

/** Risks, contracts and other reasons with an id that decisions give for the control. */
function driversOf(key: string, item: ChainItem, snapshot: Snapshot): ChainLink[] {
  return systemsFor(item, snapshot).flatMap((system) => {
    const decision = decisionOn(key, system);
    return (decision?.drivers ?? []).flatMap(({ kind, ids }) =>
      ids.map((id): ChainLink => {
        const subject: ChainSubject = { kind: 'driver', id };
        const place = { path: system.path, span: decision!.keySpan };
        return { item: { name: id, detail: kind, subject, ...place }, spans: [item.span] };
      }),
    );
  });
}

/** Articles of laws that are mapped to the control. */
function requirementsOf(key: string, item: ChainItem, snapshot: Snapshot): ChainLink[] {
  if (!isOfManagementSystem(key, snapshot)) return [];
  return snapshot.catalog.mappings(key).flatMap(({ target }) => {
    const entry = snapshot.catalog.entry(target);
    if (!entry || snapshot.catalog.standard(entry.standardKey)?.type !== 'law') return [];
    return [{ item: entryItem(entry, item.path, snapshot, item), spans: [item.span] }];
  });
}

/** The controls and clauses that the document tags, and the controls whose decisions list it. */
function claimsOf(path: string, snapshot: Snapshot): ChainLink[] {
  const references = snapshot.documents.get(path)?.references ?? [];
  const entries = new Set(entriesOfTags(references, path, snapshot));
  for (const { system, decision, entry } of decided(snapshot)) {
    if (listedDocuments(decision, system, snapshot).some((one) => one.path === path)) entries.add(entry);
  }
  return [...entries].map((entry) => {
    const item = entryItem(entry, path, snapshot);
    return { item, spans: [item.span] };
  });
}

function documentsNaming(path: string, snapshot: Snapshot): ChainLink[] {
  return mentionsOfId(snapshot, path).map(({ document, spans }) => ({ item: documentItem(document), spans }));
}

interface Decided {
  readonly system: ManagementSystem;
  readonly decision: Decision;
  readonly entry: CatalogEntry;
}

function decided(snapshot: Snapshot): Decided[] {
  return snapshot.systems.flatMap((system) =>
    system.decisions.flatMap((decision) => {
      const entry = decision.entryKey === null ? undefined : snapshot.catalog.entry(decision.entryKey);
      return entry ? [{ system, decision, entry }] : [];
    }),
  );
}

function decisionsFor(id: string, snapshot: Snapshot): Decided[] {
  return decided(snapshot).filter(({ decision }) => decision.drivers.some(({ ids }) => ids.includes(id)));
}

function decisionsWithEvidence(text: string, snapshot: Snapshot): (Decided & { span: Span })[] {
  return decided(snapshot).flatMap((one) => {
    const { evidence, documents = [] } = one.decision;
    const named = [...evidence, ...documents].find(({ value }) => value === text);
    return named ? [{ ...one, span: named.span }] : [];
  });
}
