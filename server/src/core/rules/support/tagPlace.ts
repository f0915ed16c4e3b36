/** Which tags stand in one list, and which of them already says what an old one becomes. */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import { successorsOf } from './editions.js';
import { lookUp } from './lookup.js';
import { scalarAt } from './replace.js';

/** The place of a tag, as a key. Two keys of the front matter are two places: writers keep parallel lists on purpose. */
export function tagPlaceOf(tag: Reference, document: PolicyDocument): string {
  if (tag.where !== 'front-matter') return `section ${tag.section}`;
  return `key ${scalarAt(document, tag.span)?.keySpan.start ?? -1}`;
}

/**
 * Another tag of the same list that names the successor of a withdrawn tag, alone or within a range, or that stands before
 * it and becomes the same; null where there is none.
 * @param isMovable whether another old tag moves on for certain
 */
export function tagHolding(
  successor: CatalogEntry,
  tag: Reference,
  newest: Standard,
  document: PolicyDocument,
  catalog: Catalog,
  isMovable: (other: Reference) => boolean,
): Reference | null {
  const place = tagPlaceOf(tag, document);
  // Asked by id before anything is looked up: a list may hold thousands of tags.
  const formerIds = new Set(catalog.predecessors(successor.key).map((entry) => entry.id));
  const names = (other: Reference) =>
    other.ids.includes(successor.id) && lookUp(other, catalog).some(({ entry }) => entry === successor);
  const becomes = (other: Reference) => {
    if (other.span.start >= tag.span.start || other.ids.length > 1 || !formerIds.has(other.id)) return false;
    const entry = lookUp(other, catalog)[0]?.entry;
    const successors = entry && entry !== successor ? successorsOf(entry, newest, catalog) : [];
    return successors.length === 1 && successors[0] === successor && isMovable(other);
  };
  const holds = (other: Reference) =>
    other !== tag && other.isTag && (names(other) || becomes(other)) && tagPlaceOf(other, document) === place;
  return document.references.find(holds) ?? null;
}
