/** How messages name things, so that every rule and feature speaks alike. */

import type { Catalog, CatalogEntry, EntryKind, Standard } from '../../catalog/types.js';
import { t } from '../../l10n.js';

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
  return standard ? t('{0} of {1}', withTitle(entry), shortName(standard)) : withTitle(entry);
}

/** `“Web filtering”` */
export function quoted(words: string): string {
  return t('“{0}”', words);
}

/** `a`, `a and b`, `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return t('{0} and {1}', words.slice(0, -1).join(', '), words[words.length - 1]!);
}

/** `a`, `a or b`, `a, b or c`. */
export function joinOr(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return t('{0} or {1}', words.slice(0, -1).join(', '), words[words.length - 1]!);
}

/** Joins the first few and says how many there are besides: `a, b and 7 more`. */
export function joinSome(words: readonly string[], most: number): string {
  if (words.length <= most) return joinWords(words);
  return t('{0} and {1} more', words.slice(0, most).join(', '), words.length - most);
}

/** The same with *or*: `a, b or 7 more`. */
export function joinSomeOr(words: readonly string[], most: number): string {
  if (words.length <= most) return joinOr(words);
  return t('{0} or {1} more', words.slice(0, most).join(', '), words.length - most);
}

/** `1 control`, `3 controls`. */
export function countOfControls(count: number): string {
  return count === 1 ? t('1 control') : t('{0} controls', count);
}

/** `1 clause`, `3 clauses`. */
export function countOfClauses(count: number): string {
  return count === 1 ? t('1 clause') : t('{0} clauses', count);
}

const kindWords: Readonly<Record<EntryKind, () => string>> = {
  clause: () => t('clause'),
  item: () => t('item of a clause'),
  control: () => t('control'),
  theme: () => t('group of controls'),
  objective: () => t('control objective'),
  guidance: () => t('guidance text'),
  general: () => t('general text of the annex'),
  article: () => t('article'),
  annex: () => t('annex'),
  chapter: () => t('chapter'),
  function: () => t('function'),
  category: () => t('category'),
  subcategory: () => t('subcategory'),
};

const kindsWithArticle: Readonly<Record<EntryKind, () => string>> = {
  clause: () => t('a clause'),
  item: () => t('an item of a clause'),
  control: () => t('a control'),
  theme: () => t('a group of controls'),
  objective: () => t('a control objective'),
  guidance: () => t('a guidance text'),
  general: () => t('a general text of the annex'),
  article: () => t('an article'),
  annex: () => t('an annex'),
  chapter: () => t('a chapter'),
  function: () => t('a function'),
  category: () => t('a category'),
  subcategory: () => t('a subcategory'),
};

/** What an entry is, in the field's own word. */
export function kindWord(kind: EntryKind): string {
  return kindWords[kind]();
}

/** `a control`, `an article`: behind *is*. */
export function aKind(kind: EntryKind): string {
  return kindsWithArticle[kind]();
}

/** An id in a sentence. Bare numbers are called clauses so that nobody takes them for controls. */
export function describeId(id: string): string {
  return /^[0-9]/.test(id) ? t('clause {0}', id) : id;
}
