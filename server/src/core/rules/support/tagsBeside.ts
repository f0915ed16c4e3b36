/** Writing the standard of a tag before its id, without another meaning for the tags beside it. */

import type { Standard } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import type { Snapshot } from '../../snapshot.js';
import type { TextEdit } from '../types.js';
import { replaceReference } from './replace.js';

/**
 * Names the standard of the bare tags beside a tag that are read as those of another one: once one tag names its standard the
 * others would be taken for the same, and what they cover would be lost.
 * @param standard what the tag is to be of
 */
export function keepTagsBeside(
  standard: Standard,
  tag: Reference,
  document: PolicyDocument,
  { catalog }: Snapshot,
): TextEdit[] {
  return document.references.flatMap((other) => {
    const isBeside = other.isTag && other.section === tag.section && other.where === tag.where;
    if (!isBeside || other.standard === standard.standard || other.resolvedBy === 'tag') return [];
    // An ambiguous one has no standard.
    const own = other.standard === null ? undefined : catalog.edition(other.standard, other.edition);
    return own?.status === 'current' ? [replaceReference(document, other, tagText(own, other))] : [];
  });
}

/** `27001:A.8.3`; a tag of a withdrawn edition names the edition too, and a bare number gets the letter that its id has. */
export function tagText({ status, standard, edition }: Standard, reference: Reference): string {
  const isBareControl = /^\d/.test(reference.text) && /^[A-Z]\./.test(reference.id) && reference.ids.length === 1;
  const prefix = status === 'current' ? standard : `${standard}:${edition}`;
  return `${prefix}:${isBareControl ? reference.id : reference.text}`;
}
