/** Entries that are not written in the catalog but follow from it: points of an article, and a whole instrument. */
import type { CatalogEntry, Standard } from './types.js';

/** The id by which a mapping means a whole standard or law. */
export const wholeInstrument = '*';

/** `5.1.f`, `26.6`, `annex-iii.5.b`: an article or annex, then paragraphs, points and roman sub-points. */
const provisionPattern = /^(\d+[a-z]?|annex-[a-z]+)((?:\.(?:\d+[a-z]?|[a-z]{1,2}|[ivx]+))+)$/;

/** The longest part of the tail that is listed: `10.5` for `10.5.a` where 10(5) has an entry, otherwise the article. */
function nearestListed(tail: string, article: CatalogEntry, listed: ReadonlyMap<string, CatalogEntry>): CatalogEntry {
  for (let end = tail.lastIndexOf('.'); end > 0; end = tail.lastIndexOf('.', end - 1)) {
    const entry = listed.get(tail.slice(0, end));
    if (entry) return entry;
  }
  return article;
}

/**
 * The entry for a paragraph or point of an article that the file does not list: titled like the article (or the listed
 * paragraph) that it belongs to, which is its parent; with its note, and deleted where that is. Undefined for other kinds
 * of standard, for unknown articles, below a paragraph whose points are all listed, and beyond the last point of one. `listed`
 * gives the entries that are in the file, by key tail.
 */
export function provisionEntry(
  standard: Standard,
  tail: string,
  listed: ReadonlyMap<string, CatalogEntry>,
): CatalogEntry | undefined {
  if (standard.type !== 'law') return undefined;
  const match = provisionPattern.exec(tail);
  const article = match ? listed.get(match[1]!) : undefined;
  if (!match || article?.kind !== (tail.startsWith('annex-') ? 'annex' : 'article')) return undefined;
  const parts = match[2]!.slice(1).split('.');
  const paragraph = bracketed(article.id, parts.slice(0, -1));
  if (standard.completeParagraphs?.includes(paragraph)) return undefined;
  if (isBeyondLastPoint(standard, paragraph, parts[parts.length - 1]!)) return undefined;
  const above = nearestListed(tail, article, listed);
  return {
    key: `${standard.key}:${tail}`,
    standardKey: standard.key,
    id: bracketed(article.id, parts),
    kind: 'item',
    title: above.title,
    parent: above.id,
    ...(above.note === undefined ? {} : { note: above.note }),
    ...(above.deleted === undefined ? {} : { deleted: above.deleted }),
  };
}

/** Whether a letter stands behind that of the last point of a paragraph: `g` for `6(1)`. Points like `fa` may be inserted. */
export function isBeyondLastPoint({ lastPoints }: Standard, paragraph: string, point: string): boolean {
  const last = lastPoints?.[paragraph];
  return last !== undefined && point.length === 1 && point > last && point <= 'z';
}

function bracketed(id: string, parts: readonly string[]): string {
  return id + parts.map((part) => `(${part})`).join('');
}

/** The entry that stands for a whole standard, law or framework: the target of mappings that name no part of it. */
export function wholeInstrumentEntry(standard: Standard): CatalogEntry {
  return {
    key: `${standard.key}:${wholeInstrument}`,
    standardKey: standard.key,
    id: wholeInstrument,
    kind: 'general',
    title: standard.name,
    note: 'The whole instrument.',
  };
}
