/** Naming the standard of a reference that leaves it to its surroundings. */
import type { CatalogEntry, Standard } from '../catalog/types.js';
import type { Reference } from '../document.js';
import { lookUp } from '../rules/support/lookup.js';
import { replaceReference } from '../rules/support/replace.js';
import { prefixSpan } from '../rules/support/source.js';
import { shortName } from '../rules/support/wording.js';
import type { Fix } from '../rules/types.js';
import type { Snapshot } from '../snapshot.js';
import { referencesAt } from './support/at.js';

/**
 * Ways to write the reference at an offset with its standard: one where the standard is known, one for each reading of
 * an ambiguous reference, none where the standard stands beside it already or there is no reference.
 */
export function qualify(snapshot: Snapshot, path: string, offset: number): Fix[] {
  const document = snapshot.documents.get(path);
  const text = snapshot.textOf(path);
  const references = document ? referencesAt(document, offset, text) : [];
  // One text for several standards (`ISO 27001/42001 clause 9.2`) names them all.
  const [reference] = references;
  if (!document || !reference || references.length > 1 || isQualified(reference, text)) return [];
  return meaningsOf(reference, snapshot).map(({ standard, entry }) => ({
    title: `${shortName(standard)}: ${entry.id} ${entry.title}`,
    edits: [replaceReference(document, reference, qualifiedText(reference, standard))],
  }));
}

interface Meaning {
  readonly standard: Standard;
  readonly entry: CatalogEntry;
}

function meaningsOf(reference: Reference, { catalog }: Snapshot): Meaning[] {
  if (reference.readings.length < 2) {
    const first = lookUp(reference, catalog)[0];
    return first?.state === 'known' && first.entry ? [{ standard: first.standard, entry: first.entry }] : [];
  }
  return reference.readings.flatMap((reading) => {
    const standard = catalog.edition(reading.standard, reading.edition);
    const entry = standard && catalog.find(standard.key, reference.id);
    return standard && entry ? [{ standard, entry }] : [];
  });
}

function isQualified(reference: Reference, text: string | null): boolean {
  if (reference.resolvedBy === 'tag' || (reference.resolvedBy === 'line' && !reference.isTag)) return true;
  if (text === null) return false;
  const { start, end } = prefixSpan(text, reference);
  return end > start;
}

/** `27001:A.8.3` in a tag, `ISO/IEC 27001:2022 A.8.3` in prose. A tag of a withdrawn edition names the edition too. */
function qualifiedText(reference: Reference, standard: Standard): string {
  if (!reference.isTag) return `${standard.name} ${reference.text}`;
  const prefix = standard.status === 'current' ? standard.standard : `${standard.standard}:${standard.edition}`;
  const isBareControl = /^\d/.test(reference.text) && /^[A-Z]\./.test(reference.id) && reference.ids.length === 1;
  return `${prefix}:${isBareControl ? reference.id : reference.text}`;
}
