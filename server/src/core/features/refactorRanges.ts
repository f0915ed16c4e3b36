/** Writing a range of ids as a list, and a list of neighbours as a range. */

import type { CatalogEntry } from '../catalog/types.js';
import type { PolicyDocument, Reference } from '../document.js';
import type { Replacement } from '../edits/applyEdits.js';
import { t } from '../l10n.js';
import { lookUp } from '../rules/support/lookup.js';
import { replaceWithSeveral } from '../rules/support/replace.js';
import { restyle } from '../rules/support/restyle.js';
import { lineSpanAt, prefixSpan } from '../rules/support/source.js';
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';
import type { Refactoring } from './refactorTypes.js';
import { referencesAt } from './support/at.js';
import { afterEdits, saysTheSame } from './support/readAgain.js';
import { type TagItem, type TagList, tagListAt } from './support/tagLists.js';

/** A longer list is no help. */
const longestList = 60;
/** Two neighbours are as short as a list. */
const shortestRange = 3;

/** `A.5.19-A.5.22` becomes `A.5.19, A.5.20, A.5.21, A.5.22`, each with its prefix and quotes, or on a line of its own. */
export function rangeToList(snapshot: Snapshot, document: PolicyDocument, text: string, at: Span): Refactoring[] {
  const [reference, ...others] = referencesAt(document, at.start, text);
  if (!reference || others.length > 0) return [];
  const { ids } = reference;
  if (ids.length < 2 || ids.length > longestList || isList(reference.text)) return [];
  const list = reference.isTag ? tagListAt(document, text, reference.span.start) : null;
  const item = list?.items.find(({ references }) => references.includes(reference));
  const edits =
    list && item
      ? [tagsFor(reference, item, list, document, text)]
      : replaceWithSeveral(document, reference, ids, text).edits;
  return changed(t('Replace this range by a list of {0}', ids.length), edits, snapshot, document, text);
}

function isList(written: string): boolean {
  return /[,;&/]|\p{L}{3,}\s*\d*$/u.test(written) || /\s(?:and|und|et|y|e|en|i|og|och|ja)\s/i.test(written);
}

function tagsFor(
  reference: Reference,
  item: TagItem,
  list: TagList,
  document: PolicyDocument,
  text: string,
): Replacement {
  const { start } = prefixSpan(text, reference);
  const prefix = text.slice(start, reference.span.start);
  const isWhole = item.references.length === 1;
  const quote = list.kind !== 'words' && /["']/.test(text[item.value.start]!) ? text[item.value.start]! : '';
  const tags = reference.ids.map((id) => {
    const tag = prefix + restyle(reference.text, [id], { oldId: reference.id });
    if (list.kind === 'words' || !isWhole) return tag;
    return quote === '' && /^\d+(?:\.\d+)?$/.test(tag) ? `"${tag}"` : quote + tag + quote;
  });
  if (list.kind === 'words' || !isWhole) return { span: { start, end: reference.span.end }, newText: tags.join(', ') };
  const line = lineSpanAt(document, item.value.start);
  const marker = text.slice(line.start, item.value.start);
  const separator = list.kind === 'flow' ? ', ' : document.lineEnding + marker;
  return { span: item.value, newText: tags.join(separator) };
}

/** Three or more neighbours of one standard that stand in a row around the cursor become `A.5.19-A.5.22`. */
export function listToRange(snapshot: Snapshot, document: PolicyDocument, text: string, at: Span): Refactoring[] {
  const [reference, ...others] = referencesAt(document, at.start, text);
  if (!reference || others.length > 0) return [];
  const list = reference.isTag ? tagListAt(document, text, reference.span.start) : null;
  const edit = list ? rangeOfTags(reference, list, snapshot, text) : rangeInProse(reference, document, snapshot, text);
  if (!edit) return [];
  return changed(t('Replace this list by a range of {0}', edit.count), [edit], snapshot, document, text);
}

function rangeOfTags(reference: Reference, { items, kind }: TagList, snapshot: Snapshot, text: string) {
  const at = items.findIndex(({ references }) => references.includes(reference));
  const entries = items.map(({ references, span, value }) => {
    return references.length === 1 && span.end === value.end ? onlyEntry(references[0]!, snapshot) : null;
  });
  const run = runAround(at, entries, snapshot);
  if (!run) return null;
  const first = items[run.from]!.value;
  const last = items[run.to]!;
  const quote = kind !== 'words' && /["']/.test(text[first.start]!) ? text[first.start]! : '';
  const written = text.slice(first.start + quote.length, first.end - quote.length);
  const newText = `${quote}${written}-${last.references[0]!.text}${quote}`;
  return { span: { start: first.start, end: last.value.end }, newText, count: run.to - run.from + 1 };
}

function rangeInProse(reference: Reference, document: PolicyDocument, snapshot: Snapshot, text: string) {
  if (reference.isTag || reference.where === 'front-matter') return null;
  if (reference.ids.length >= shortestRange) return rangeOfShorthand(reference, snapshot);
  const { references } = document;
  const at = references.indexOf(reference);
  const isJoined = (left: number) => {
    const between = text.slice(references[left]!.span.end, references[left + 1]!.span.start);
    return /^\s*(?:[,;]|,?\s*\p{L}{1,3}\s|,?\s*&)\s*$/u.test(between);
  };
  let from = at;
  while (from > 0 && isJoined(from - 1)) from--;
  let to = at;
  while (to + 1 < references.length && isJoined(to)) to++;
  const entries = references.slice(from, to + 1).map((one) => onlyEntry(one, snapshot));
  const run = runAround(at - from, entries, snapshot);
  if (!run) return null;
  const first = references[from + run.from]!;
  const last = references[from + run.to]!;
  const newText = `${first.text}–${entries[run.to]!.id}`;
  return { span: { start: first.span.start, end: last.span.end }, newText, count: run.to - run.from + 1 };
}

/** `A.5.19, 20 and 21`: one reference with several ids. */
function rangeOfShorthand(reference: Reference, snapshot: Snapshot) {
  if (!isList(reference.text)) return null;
  const entries = lookUp(reference, snapshot.catalog).map(({ state, entry }) => (state === 'known' ? entry : null));
  const run = runAround(0, entries, snapshot);
  if (!run || run.to !== entries.length - 1) return null;
  const newText = `${restyle(reference.text, [reference.id], { oldId: reference.id })}–${entries[run.to]!.id}`;
  return { span: reference.span, newText, count: entries.length };
}

function onlyEntry(reference: Reference, snapshot: Snapshot): CatalogEntry | null {
  if (reference.ids.length !== 1) return null;
  const looked = lookUp(reference, snapshot.catalog)[0];
  return looked?.state === 'known' ? looked.entry : null;
}

/** The first and last of the neighbours in a row that hold the one at `at`; null for too few. */
function runAround(at: number, entries: readonly (CatalogEntry | null)[], snapshot: Snapshot) {
  let from = at;
  while (from > 0 && follows(entries[from - 1], entries[from], snapshot)) from--;
  let to = at;
  while (to + 1 < entries.length && follows(entries[to], entries[to + 1], snapshot)) to++;
  return at >= 0 && to - from + 1 >= shortestRange ? { from, to } : null;
}

function follows(first: CatalogEntry | null | undefined, second: CatalogEntry | null | undefined, snapshot: Snapshot) {
  if (!first || !second || first.kind !== 'control' || first.standardKey !== second.standardKey) return false;
  const siblings = snapshot.catalog.controls(first.standardKey).filter(({ parent }) => parent === first.parent);
  return siblings[siblings.indexOf(first) + 1]?.key === second.key;
}

/** The change, where the document afterwards names the same ids. */
function changed(
  title: string,
  edits: readonly Replacement[],
  snapshot: Snapshot,
  document: PolicyDocument,
  text: string,
): Refactoring[] {
  const after = afterEdits(snapshot, document.path, text, edits);
  if (!after || !saysTheSame(document, after)) return [];
  const own = edits.map(({ span, newText }) => ({ path: document.path, span, newText }));
  return [{ title, kind: 'rewrite', edits: own }];
}
