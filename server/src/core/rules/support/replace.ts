/** Edits that put other ids in the place of a reference. */

import type { CatalogEntry } from '../../catalog/types.js';
import type { FrontMatterScalar, PolicyDocument, Reference } from '../../document.js';
import { t } from '../../l10n.js';
import type { Span } from '../../text.js';
import type { Fix, TextEdit } from '../types.js';
import { type RestyleOptions, restyle } from './restyle.js';
import { prefixSpan } from './source.js';
import { joinSome, withTitle } from './wording.js';

/** The front matter value in which a span stands, if any. Values are in the order of the text and do not overlap. */
export function scalarAt(document: PolicyDocument, span: Span): FrontMatterScalar | null {
  const scalars = document.frontMatter?.scalars ?? [];
  let low = 0;
  let high = scalars.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (scalars[middle]!.span.start <= span.start) low = middle;
    else high = middle - 1;
  }
  const scalar = scalars[low];
  return scalar && scalar.span.start <= span.start && scalar.span.end >= span.end ? scalar : null;
}

/** Whether a reference of the front matter is a key, or a part of one. */
export function isKey(document: PolicyDocument, { where, span }: Reference): boolean {
  return where === 'front-matter' && !scalarAt(document, span);
}

/**
 * The edit that replaces a reference by other text. A plain YAML scalar that would become a number is quoted, because
 * other tools read an unquoted 8.10 as 8.1.
 */
export function replaceReference(document: PolicyDocument, reference: Reference, newText: string): TextEdit {
  const scalar = reference.where === 'front-matter' ? scalarAt(document, reference.span) : null;
  const isWholeScalar = scalar?.span.start === reference.span.start && scalar.span.end === reference.span.end;
  const needsQuotes = isWholeScalar && !scalar.quoted && /^\d+(\.\d+)?$/.test(newText);
  return { path: document.path, span: reference.span, newText: needsQuotes ? `"${newText}"` : newText };
}

/** What a fix may bring with it. */
export interface ReplacementOptions extends Pick<RestyleOptions, 'editions'> {
  readonly isPreferred?: boolean;
  /** Edits besides, of the year before the reference for example. */
  readonly alsoEdit?: readonly TextEdit[];
}

/**
 * A fix that replaces a reference by one entry, in the writing style of the reference; without edits where it is a key, and the
 * entry is one already.
 */
export function replaceWithEntry(
  document: PolicyDocument,
  reference: Reference,
  entry: CatalogEntry,
  options: ReplacementOptions = {},
): Fix {
  const newText = restyle(reference.text, [entry.id], { oldId: reference.id, editions: options.editions });
  const stands =
    isKey(document, reference) &&
    document.references.some((other) => other !== reference && other.id === entry.id && isKey(document, other));
  return {
    title: t('Replace with {0}', withTitle(entry)),
    edits: stands ? [] : [...(options.alsoEdit ?? []), replaceReference(document, reference, newText)],
    isPreferred: options.isPreferred ?? false,
  };
}

/** A fix that replaces a reference by several ids; a prefix before the reference (`27001:`) is put before each of them. */
export function replaceWithSeveral(
  document: PolicyDocument,
  reference: Reference,
  ids: readonly string[],
  text: string | null,
  options: ReplacementOptions & { readonly title?: string } = {},
): Fix {
  const { start, end } = text === null ? { start: 0, end: 0 } : prefixSpan(text, reference);
  const { editions } = options;
  const written = text?.slice(start, end) ?? '';
  const prefix = editions ? written.replace(`:${editions.from}:`, `:${editions.to}:`) : written;
  const newText = restyle(reference.text, ids, { oldId: reference.id, editions, prefix });
  return {
    title: options.title ?? t('Replace with {0}', joinSome(ids, 6)),
    // A key is one text, and none of them.
    edits: isKey(document, reference)
      ? []
      : [...(options.alsoEdit ?? []), replaceReference(document, reference, newText)],
  };
}
