/** Entries that are not written in the catalog but follow from it: points of an article, and a whole instrument. */
import type { CatalogEntry, Standard } from './types.js';

/** The id by which a mapping means a whole standard or law. */
export const wholeInstrument = '*';

/** `5.1.f`, `26.6`, `annex-iii.5.b`: an article or annex, then paragraphs, points and roman sub-points. */
const provisionPattern = /^(\d+[a-z]?|annex-[a-z]+)((?:\.(?:\d+[a-z]?|[a-z]{1,2}|[ivx]+))+)$/;

/**
 * The entry for a paragraph or point of an article that the file does not list: titled like the article, which is its
 * parent. Undefined for other kinds of standard, for unknown articles, and below a paragraph whose points are all listed.
 * `listed` gives the entries that are in the file, by key tail.
 */
export function provisionEntry(
  standard: Standard,
  tail: string,
  listed: ReadonlyMap<string, CatalogEntry>,
): CatalogEntry | undefined {
  if (standard.type !== 'law') return undefined;
  const match = provisionPattern.exec(tail);
  const article = match ? listed.get(match[1]!) : undefined;
  if (!match || !article || article.kind !== (tail.startsWith('annex-') ? 'annex' : 'article')) return undefined;
  const parts = match[2]!.slice(1).split('.');
  const paragraph = bracketed(article.id, parts.slice(0, -1));
  if (standard.completeParagraphs?.includes(paragraph)) return undefined;
  return {
    key: `${standard.key}:${tail}`,
    standardKey: standard.key,
    id: bracketed(article.id, parts),
    kind: 'item',
    title: article.title,
    parent: article.id,
    ...(article.note === undefined ? {} : { note: article.note }),
  };
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
