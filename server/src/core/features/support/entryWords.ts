/** How catalog entries, relations and decisions are described to the reader. */
import type { Catalog, CatalogEntry, MappingView, Relation } from '../../catalog/types.js';
import { kindWord } from '../../rules/support/wording.js';
import type { Applicability, Decision, ImplementationStatus } from '../../soa/types.js';

/** `A.5.15`, `Clause 6.1.3`, `Article 32`, `Annex IV`. */
export function entryName(entry: CatalogEntry): string {
  if (entry.id === '*') return 'the whole text';
  if (entry.kind === 'article') return `Article ${entry.id}`;
  if (entry.kind === 'clause' || (entry.kind === 'item' && /^[4-9]|^10/.test(entry.id) && entry.id.includes(' '))) {
    return `Clause ${entry.id}`;
  }
  return entry.kind === 'item' ? `Article ${entry.id}` : entry.id;
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
export function kindTitle(entry: CatalogEntry): string {
  const word = kindWord(entry.kind);
  return word[0]!.toUpperCase() + word.slice(1);
}

/** What the other entry is to this one; a relation reads from this one to the other. */
const relationWords: Readonly<Record<Relation, string>> = {
  equal: 'same content',
  subset: 'covers this and more',
  superset: 'part of this',
  intersects: 'overlaps',
  related: 'related topic',
};

/** What a mapping says, in words; what has no official source is called so. */
export function relationInWords(view: MappingView): string {
  if (isUnofficial(view)) return 'related topic (unofficial)';
  const words = relationWords[view.relation];
  return view.confidence === 'medium' ? `${words} (medium confidence)` : words;
}

/** Rows written by subject for this catalog: useful to find one's way, no ground to stand on in an audit. */
export function isUnofficial(view: MappingView): boolean {
  return view.confidence === 'low' || /no official source|\(subject\)/.test(view.source);
}

const applicabilityWords: Readonly<Record<Applicability, string>> = {
  yes: 'applicable',
  no: 'not applicable',
  undecided: 'not decided yet',
};

const statusWords: Readonly<Record<ImplementationStatus, string>> = {
  'not-assessed': 'not assessed',
  'not-started': 'not started',
  planned: 'planned',
  partial: 'partly implemented',
  implemented: 'implemented',
};

/** `applicable, implemented, owner Head of IT` */
export function decisionInWords(decision: Decision): string {
  const parts = [applicabilityWords[decision.applicable.value]];
  if (decision.status && decision.applicable.value !== 'no') parts.push(statusWords[decision.status.value]);
  if (decision.owner) parts.push(`owner ${decision.owner.value}`);
  return parts.join(', ');
}
