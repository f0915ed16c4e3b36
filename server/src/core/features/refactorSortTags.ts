/** Sorting a list of tags by standard and number. */

import type { PolicyDocument } from '../document.js';
import { t } from '../l10n.js';
import { scopeOf, standardOf } from '../rules/support/scope.js';
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';
import type { Refactoring } from './refactorTypes.js';
import { afterEdits, saysTheSame } from './support/readAgain.js';
import { type TagItem, tagListAt } from './support/tagLists.js';

/** The standards in the order of the scope, in each the order of the standard; what is not known comes last. */
export function sortTags(snapshot: Snapshot, document: PolicyDocument, text: string, at: Span): Refactoring[] {
  const list = tagListAt(document, text, at.start);
  if (!list || list.items.length < 2) return [];
  const ranks = new Map(list.items.map((item) => [item, rankOf(item, document, snapshot)]));
  const sorted = [...list.items].sort((a, b) => {
    const [standardA, entryA] = ranks.get(a)!;
    const [standardB, entryB] = ranks.get(b)!;
    return standardA - standardB || entryA - entryB;
  });
  const edits = list.items.flatMap(({ span }, index) => {
    const other = sorted[index]!.span;
    return other === span ? [] : [{ path: document.path, span, newText: text.slice(other.start, other.end) }];
  });
  if (edits.length === 0) return [];
  const after = afterEdits(snapshot, document.path, text, edits);
  if (!after || !saysTheSame(document, after)) return [];
  return [{ title: t('Sort these tags by standard and number'), kind: 'rewrite', edits }];
}

function rankOf({ references }: TagItem, document: PolicyDocument, snapshot: Snapshot): readonly [number, number] {
  const { catalog } = snapshot;
  const [reference] = references;
  const standard = reference?.standard ? catalog.edition(reference.standard, reference.edition) : undefined;
  if (!reference || !standard) return [Number.MAX_SAFE_INTEGER, 0];
  const inScope = scopeOf(document.path, snapshot).findIndex((one) => standardOf(one, catalog)?.key === standard.key);
  const known = catalog.standards.findIndex(({ key }) => key === standard.key);
  const entry = standard.entries.findIndex(({ id }) => id === reference.id);
  return [inScope >= 0 ? inScope : 1000 + known, entry >= 0 ? entry : Number.MAX_SAFE_INTEGER];
}
