/** Catalog entries offered for completion: which ones, how written, in which order. */

import type { CatalogEntry, Standard } from '../../catalog/types.js';
import { entryKeysOf } from '../../coverage.js';
import type { PolicyDocument } from '../../document.js';
import { t } from '../../l10n.js';
import { isForRoles, scopeOf, standardOf } from '../../rules/support/scope.js';
import { shortName } from '../../rules/support/wording.js';
import type { Snapshot } from '../../snapshot.js';
import type { Span } from '../../text.js';
import type { Completion } from '../completionTypes.js';
import { groupsOf } from './entryWords.js';

/** What kind of entries is wanted. */
export type Wanted = 'controls' | 'clauses';

/** The standards to offer, those in scope first; without any in scope the current management systems. */
export function standardsToOffer(path: string, snapshot: Snapshot): Standard[] {
  const { catalog } = snapshot;
  const inScope: Standard[] = [];
  for (const scoped of scopeOf(path, snapshot)) {
    const standard = standardOf(scoped, catalog);
    if (standard && !inScope.includes(standard)) inScope.push(standard);
  }
  const others = catalog.standards.filter(
    (one) => one.type === 'management-system' && one.status === 'current' && !inScope.includes(one),
  );
  return [...inScope, ...others.filter((one) => !inScope.some((other) => other.standard === one.standard))];
}

/** Entries of a standard that can be tagged or cited: controls in the roles of the organisation, or clauses. */
export function entriesToOffer(standard: Standard, wanted: Wanted, path: string, snapshot: Snapshot): CatalogEntry[] {
  if (wanted === 'clauses') return standard.entries.filter((entry) => entry.kind === 'clause' || entry.kind === 'item');
  const roles = scopeOf(path, snapshot).find((scoped) => scoped.standard === standard.standard)?.roles;
  return snapshot.catalog.controls(standard.key).filter((entry) => isForRoles(entry, roles));
}

/** Keys of the entries that the document tags already. */
function taggedEntries(document: PolicyDocument | undefined, snapshot: Snapshot): Set<string> {
  const keys = new Set<string>();
  for (const reference of document?.references ?? []) {
    if (reference.isTag) for (const key of entryKeysOf(reference, snapshot.catalog)) keys.add(key);
  }
  return keys;
}

/** Which entries are offered where, and how they are written. */
export interface Offer {
  readonly wanted: Wanted;
  /** What is replaced. */
  readonly span: Span;
  /** In the order in which they are offered. */
  readonly standards: readonly Standard[];
  /** The entry as it is written there; null for one that is not offered. */
  textOf(entry: CatalogEntry, standard: Standard): string | null;
}

/** The entries of an offer as completions; those that the document tags already come last. */
export function entryChoices(snapshot: Snapshot, path: string, offer: Offer): Completion[] {
  const { span, wanted } = offer;
  const tagged = taggedEntries(snapshot.documents.get(path), snapshot);
  const completions: Completion[] = [];
  offer.standards.forEach((standard, rank) => {
    entriesToOffer(standard, wanted, path, snapshot).forEach((entry, position) => {
      const newText = offer.textOf(entry, standard);
      if (newText === null) return;
      const isTagged = tagged.has(entry.key);
      completions.push(entryChoice(entry, newText, { snapshot, span, standard, rank, position, isTagged }));
    });
  });
  return completions;
}

/** How a choice is put: where, in what words, at which rank. */
export interface ChoiceContext {
  readonly snapshot: Snapshot;
  readonly span: Span;
  readonly standard: Standard;
  /** Position of the standard in the order of offer. */
  readonly rank: number;
  readonly position: number;
  readonly isTagged: boolean;
}

/** One entry as a completion. It is found by its id with and without prefix and by the words of its title. */
export function entryChoice(entry: CatalogEntry, newText: string, context: ChoiceContext): Completion {
  const { standard } = context;
  const prefixed = `${standard.standard}:${entry.id}`;
  const names = [newText, entry.id, prefixed, entry.title, ...(entry.aliases ?? [])];
  const group = groupsOf(entry, context.snapshot.catalog)[0];
  return {
    kind: entry.kind === 'control' ? 'control' : 'clause',
    label: newText.replace(/^["']|["']$/g, ''),
    title: entry.title,
    detail: [shortName(standard), group?.title, context.isTagged ? t('tagged already') : undefined]
      .filter((part) => part !== undefined)
      .join(' · '),
    documentation: entry.intent,
    span: context.span,
    newText,
    filterText: [...new Set(names)].join(' '),
    sortText: sortText(context),
    isTagged: context.isTagged,
  };
}

/** Those not tagged yet first, then the standards in their order, then the entries in that of the standard. */
function sortText({ isTagged, rank, position }: ChoiceContext): string {
  return `${isTagged ? 1 : 0}${String(rank).padStart(2, '0')}${String(position).padStart(4, '0')}`;
}
