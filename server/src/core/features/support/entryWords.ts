/** How catalog entries, relations and decisions are described to the reader. */

import type { Catalog, CatalogEntry, MappingView, Relation } from '../../catalog/types.js';
import { t } from '../../l10n.js';
import { kindWord } from '../../rules/support/wording.js';
import type { Applicability, Decision, ImplementationStatus } from '../../soa/types.js';

/** `A.5.15`, `Clause 6.1.3`, `Article 32`, `Annex IV`. */
export function entryName(entry: CatalogEntry): string {
  if (entry.id === '*') return t('the whole text');
  if (entry.kind === 'article') return t('Article {0}', entry.id);
  if (entry.kind === 'clause' || (entry.kind === 'item' && /^[4-9]|^10/.test(entry.id) && entry.id.includes(' '))) {
    return t('Clause {0}', entry.id);
  }
  return entry.kind === 'item' ? t('Article {0}', entry.id) : entry.id;
}

/** The titles of the groups above an entry, innermost first. */
export function groupsOf(entry: CatalogEntry, catalog: Catalog): CatalogEntry[] {
  const groups: CatalogEntry[] = [];
  let parent = entry.parent;
  for (let steps = 0; parent && steps < 8; steps++) {
    const group = catalog.find(entry.standardKey, parent);
    if (!group) break;
    groups.push(group);
    parent = group.parent;
  }
  return groups;
}

/** `Control`, `Clause`: the first word of a description. */
export function kindTitle(entry: CatalogEntry, catalog: Catalog): string {
  const isOfLaw = catalog.standard(entry.standardKey)?.type === 'law';
  const word = entry.kind === 'item' && isOfLaw ? t('paragraph or point of an article') : kindWord(entry.kind);
  return word[0]!.toUpperCase() + word.slice(1);
}

/** What the other entry is to this one; a relation reads from this one to the other. */
const relationWords: Readonly<Record<Relation, () => string>> = {
  equal: () => t('same content'),
  subset: () => t('covers this and more'),
  superset: () => t('part of this'),
  intersects: () => t('overlaps'),
  related: () => t('related topic'),
};

/** What a mapping says, in words; what has no official source is called so. */
export function relationInWords(view: MappingView): string {
  if (isUnofficial(view)) return t('related topic (unofficial)');
  const words = relationWords[view.relation]();
  return view.confidence === 'medium' ? t('{0} (medium confidence)', words) : words;
}

/** Rows written by subject for this catalog: useful to find one's way, no ground to stand on in an audit. */
export function isUnofficial(view: MappingView): boolean {
  return view.confidence === 'low' || /no official source|\(subject\)/.test(view.source);
}

const applicabilityWords: Readonly<Record<Applicability, () => string>> = {
  yes: () => t('applicable'),
  no: () => t('not applicable'),
  undecided: () => t('not decided yet'),
};

const statusWords: Readonly<Record<ImplementationStatus, () => string>> = {
  'not-assessed': () => t('not assessed'),
  'not-started': () => t('not started'),
  planned: () => t('planned'),
  partial: () => t('partly implemented'),
  implemented: () => t('implemented'),
};

/** `applicable, implemented, owner Head of IT` */
export function decisionInWords(decision: Decision): string {
  const parts = [applicabilityWords[decision.applicable.value]()];
  if (decision.status && decision.applicable.value !== 'no') parts.push(statusWords[decision.status.value]());
  if (decision.owner) parts.push(t('owner {0}', decision.owner.value));
  return parts.join(', ');
}
