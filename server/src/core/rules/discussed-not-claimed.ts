/** A control that the text cites and that the document does not tag. */

import type { CatalogEntry } from '../catalog/types.js';
import { isNote, type PolicyDocument } from '../document.js';
import { addTag } from '../edits/frontMatterList.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import { lookUp } from './support/lookup.js';
import { isInScope, scopeOf } from './support/scope.js';
import { withTitle } from './support/wording.js';
import type { Fix, Rule } from './types.js';

export const discussedNotClaimed: Rule = {
  code: 'discussed-not-claimed',
  defaultSeverity: 'information',
  title: 'A control that the text cites but the document does not tag',
  checkDocument(document, snapshot, report) {
    const claimed = claimedEntries(document, snapshot);
    if (claimed.size === 0) return;
    const scope = scopeOf(document.path, snapshot);
    const seen = new Set<string>();
    for (const reference of document.references) {
      // A range or a list of many controls speaks of the standard, not of what this document fulfils.
      if (reference.isTag || isNote(reference) || reference.isCrosswalk || reference.ids.length !== 1) continue;
      const looked = lookUp(reference, snapshot.catalog)[0];
      if (looked?.state !== 'known' || looked.entry?.kind !== 'control') continue;
      const { entry } = looked;
      if (claimed.has(entry.key) || seen.has(entry.key) || !isInScope(looked.standard, scope, snapshot.catalog))
        continue;
      seen.add(entry.key);
      report({
        span: reference.span,
        message: t(
          'The text cites {0}, but the document does not tag it, so it does not count as covered here. Add the tag if this text fulfils the control.',
          withTitle(entry),
        ),
        fixes: addition(entry, document, snapshot),
      });
    }
  },
};

function claimedEntries(document: PolicyDocument, snapshot: Snapshot): Set<string> {
  const keys = new Set<string>();
  for (const reference of document.references) {
    if (!reference.isTag) continue;
    for (const { entry } of lookUp(reference, snapshot.catalog)) {
      if (entry?.kind === 'control') keys.add(entry.key);
    }
  }
  return keys;
}

function addition(entry: CatalogEntry, document: PolicyDocument, snapshot: Snapshot): Fix[] {
  const text = snapshot.textOf(document.path);
  const standard = snapshot.catalog.standard(entry.standardKey);
  if (text === null || !standard) return [];
  const edit = addTag(text, document, entry, standard, snapshot.settings);
  if (!edit) return [];
  return [{ title: t('Tag this document with {0}', withTitle(entry)), edits: [{ path: document.path, ...edit }] }];
}
