/** The same control tagged twice in the front matter or in the same section. */

import type { PolicyDocument, Reference } from '../document.js';
import { removeTag, takenWith } from '../edits/frontMatterList.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import { lookUp } from './support/lookup.js';
import { scalarAt } from './support/replace.js';
import { tagPlaceOf } from './support/tagPlace.js';
import { joinSome, quoted, withTitle } from './support/wording.js';
import type { Fix, Rule } from './types.js';

export const duplicateTag: Rule = {
  code: 'duplicate-tag',
  defaultSeverity: 'warning',
  title: 'The same control tagged twice in one place',
  checkDocument(document, snapshot, report) {
    const firstOf = new Map<string, Reference>();
    for (const reference of document.references) {
      if (!reference.isTag || reference.readings.length > 1) continue;
      const keys = tagKeys(reference, snapshot).map((key) => `${tagPlaceOf(reference, document)} ${key}`);
      const isRepeated = keys.map((key) => firstOf.has(key));
      const earlier = keys.filter((_, index) => isRepeated[index]);
      if (earlier.length > 0) {
        const first = firstOf.get(earlier[0]!)!;
        const isWhole = earlier.length === keys.length;
        report({
          span: reference.span,
          message: messageOf(reference, isRepeated, isWhole, snapshot),
          tag: isWhole ? 'unnecessary' : undefined,
          severity: isWhole ? undefined : 'information',
          related: [{ path: document.path, span: first.span, message: t('It is tagged here already.') }],
          fixes: isWhole ? removal(reference, first, document, snapshot) : [],
        });
      }
      for (const key of keys) if (!firstOf.has(key)) firstOf.set(key, reference);
    }
  },
};

/** Catalog keys, and for an id that the catalog does not have the id itself. */
function tagKeys(reference: Reference, snapshot: Snapshot): string[] {
  return lookUp(reference, snapshot.catalog).map(
    (looked) => looked.entry?.key ?? `${looked.standard.key}:${looked.id}`,
  );
}

/** @param isRepeated of each id of the reference */
function messageOf(reference: Reference, isRepeated: readonly boolean[], isWhole: boolean, snapshot: Snapshot): string {
  const names = lookUp(reference, snapshot.catalog)
    .filter((_, index) => isRepeated[index])
    .map((looked) => (looked.entry ? withTitle(looked.entry) : looked.id));
  const isList = reference.where === 'front-matter';
  const written = quoted(reference.text);
  const advice = t('Remove one, so that each claim stands in one place.');
  if (!isWhole) {
    const repeats = isList
      ? t('{0} repeats what this list tags already: {1}.', written, joinSome(names, 3))
      : t('{0} repeats what this section tags already: {1}.', written, joinSome(names, 3));
    return `${repeats} ${advice}`;
  }
  const tagged = isList
    ? t('{0} is tagged twice in this list.', joinSome(names, 3))
    : t('{0} is tagged twice in this section.', joinSome(names, 3));
  return `${tagged} ${advice}`;
}

/**
 * Words that stand at the second tag alone, such as whom it is for, are not thrown away; those of its title may be. A remark goes
 * only with somebody who says so.
 */
function removal(reference: Reference, first: Reference, document: PolicyDocument, snapshot: Snapshot): Fix[] {
  const { path } = document;
  const text = snapshot.textOf(path);
  const edit = text === null ? null : removeTag(text, document, reference);
  if (text === null || !edit) return [];
  const entries = lookUp(reference, snapshot.catalog).map(({ entry }) => entry);
  const taken = takenWith(text, reference, edit, entries, scalarAt(document, first.span)?.text);
  if (taken === 'words') return [];
  return [{ title: t('Remove the second {0}', reference.id), edits: [{ path, ...edit }], isPreferred: taken === null }];
}
