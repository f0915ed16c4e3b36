/** How messages name things, so that every rule and feature speaks alike. */
import type { Catalog, CatalogEntry, EntryKind, Standard } from '../../catalog/types.js';

/** `27001:2022` for a management-system standard, the common name for a law or framework. */
export function shortName(standard: Standard): string {
  if (standard.type !== 'management-system') return standard.name;
  return standard.edition === '' ? standard.standard : `${standard.standard}:${standard.edition}`;
}

/** `27001:2022`, for the standard of an entry. */
export function shortNameOf(entry: CatalogEntry, catalog: Catalog): string {
  const standard = catalog.standard(entry.standardKey);
  return standard ? shortName(standard) : entry.standardKey;
}

/** `A.8.8 (Management of technical vulnerabilities)` */
export function withTitle(entry: CatalogEntry): string {
  return `${entry.id} (${entry.title})`;
}

/** `A.8.8 (Management of technical vulnerabilities) of 27001:2022`; for a control of the organisation's own without the last part. */
export function withTitleAndStandard(entry: CatalogEntry, catalog: Catalog): string {
  const standard = catalog.standard(entry.standardKey);
  return standard ? `${withTitle(entry)} of ${shortName(standard)}` : withTitle(entry);
}

/** `“Web filtering”` */
export function quoted(words: string): string {
  return `“${words}”`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joinWords(words: readonly string[], conjunction = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words[words.length - 1]}`;
}

/** Joins the first few and says how many there are besides: `a, b and 7 more`. */
export function joinSome(words: readonly string[], most: number, conjunction = 'and'): string {
  if (words.length <= most) return joinWords(words, conjunction);
  return `${words.slice(0, most).join(', ')} ${conjunction} ${words.length - most} more`;
}

/** `1 control`, `3 controls`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

const kindWords: Readonly<Record<EntryKind, string>> = {
  clause: 'clause',
  item: 'item of a clause',
  control: 'control',
  theme: 'group of controls',
  objective: 'control objective',
  guidance: 'guidance text',
  general: 'general text of the annex',
  article: 'article',
  annex: 'annex',
  chapter: 'chapter',
  function: 'function',
  category: 'category',
  subcategory: 'subcategory',
};

/** What an entry is, in the field's own word. */
export function kindWord(kind: EntryKind): string {
  return kindWords[kind];
}

/** `a control`, `an article`. */
export function aKind(kind: EntryKind): string {
  const word = kindWords[kind];
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}
