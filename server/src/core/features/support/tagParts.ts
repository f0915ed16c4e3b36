/** What of a half-typed tag is being written: the last of several, the end of a range, an id of a named edition. */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import type { Wanted } from './entryChoices.js';

/** The part of a tag that is being written, and what can stand there. */
export interface TagPart {
  /** Where it begins in the text of the tag. */
  readonly start: number;
  readonly standards: readonly Standard[];
  /** The entry as it is written there; null for one that cannot stand there. */
  textOf(entry: CatalogEntry): string | null;
}

/** `27001:` or `27001:2013:` */
const prefix = String.raw`\d{4,5}:(?:\d{4}:)?`;
/** `A.5.19`, `5.19` */
const id = String.raw`(?:[A-Z]\.)?\d+(?:\.\d+)+`;
const tagBefore = new RegExp(String.raw`(?:^|\s)(?:${prefix})?${id}\s+(?=[\w.:]*$)`);
const rangeBegun = new RegExp(
  String.raw`^(${prefix})?(${id})\s*(?:[-–—]|\.\.|\b(?:to|bis)\b)\s*((${prefix})?(?:[A-Z]\.?)?[\d.]*)$`,
);

/** Where the last of several tags that are parted by blanks alone begins: 13 of `27001:A.5.19 27001:A.8.`, else 0. */
export function lastTagStart(written: string): number {
  const match = tagBefore.exec(written);
  return match ? match.index + match[0].length : 0;
}

/** The end of a range, `27001:A.5.19-A.5.|`: of the standard of its beginning, and behind that. */
export function endOfRange(
  written: string,
  wanted: Wanted,
  standards: readonly Standard[],
  catalog: Catalog,
): TagPart | null {
  const [, before, first, end, beforeEnd = ''] = rangeBegun.exec(written) ?? [];
  if (first === undefined || end === undefined) return null;
  const isBare = /^\d/.test(first);
  const firstId = isBare && wanted === 'controls' ? `A.${first}` : first;
  const possible = before === undefined ? standards : standardOfPrefix(before, standards, catalog);
  const behind = new Set<CatalogEntry>();
  for (const { key, entries } of possible) {
    const begin = catalog.find(key, firstId);
    if (begin) for (const entry of entries.slice(entries.indexOf(begin) + 1)) behind.add(entry);
  }
  return {
    start: written.length - end.length,
    standards: possible,
    textOf: (entry) =>
      behind.has(entry) ? `${beforeEnd}${isBare ? entry.id.replace(/^[A-Z]\./, '') : entry.id}` : null,
  };
}

/** An id behind a standard with its edition: `27001:2013:A.9.|` */
export function tagOfEdition(written: string, catalog: Catalog): TagPart | null {
  const before = /^\d{4,5}:\d{4}:/.exec(written)?.[0];
  if (before === undefined) return null;
  return { start: 0, standards: standardOfPrefix(before, [], catalog), textOf: (entry) => `${before}${entry.id}` };
}

/** @param standards of which the one of that number is taken where the prefix names no edition */
function standardOfPrefix(before: string, standards: readonly Standard[], catalog: Catalog): Standard[] {
  const [standard, edition] = before.split(':');
  if (!edition) return standards.filter((one) => one.standard === standard);
  return [catalog.edition(standard!, edition) ?? []].flat();
}
