/** The fixes that move a number of a withdrawn edition on to the edition in force. */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import { removeTag, takenWith } from '../../edits/frontMatterList.js';
import { t } from '../../l10n.js';
import type { Snapshot } from '../../snapshot.js';
import type { Fix, TextEdit } from '../types.js';
import { listedSuccessor } from './crosswalk.js';
import { replacementOf, successorsOf } from './editions.js';
import { editionOf, type GoverningYear, governingYear } from './governingYear.js';
import { lookUp } from './lookup.js';
import { isNamedAnywhere } from './namesEdition.js';
import { isKey, replaceReference, replaceWithEntry, replaceWithSeveral, scalarAt } from './replace.js';
import { restyle } from './restyle.js';
import { prefixSpan } from './source.js';
import { tagHolding } from './tagPlace.js';
import { endWithTitle, titleMove } from './titleMove.js';
import { toldTitle } from './toldTitle.js';

export interface ToMove {
  readonly old: Standard;
  readonly newest: Standard;
  /** What the ids of the reference are in the older edition. */
  readonly entries: readonly CatalogEntry[];
  readonly reference: Reference;
  /** Nothing in the place of the reference says that the older edition may be meant. */
  readonly isCertain: boolean;
}

/**
 * The fixes, best first. One is preferred only where the number has one successor, the text names the older edition nowhere,
 * and the words beside the number speak of nothing else. A year that governs the number is changed with it; where that would
 * make other numbers wrong, or its new year is not known, there is no fix.
 */
export function moveOn(move: ToMove, document: PolicyDocument, snapshot: Snapshot): Fix[] {
  const { old, newest, entries, reference } = move;
  const { catalog } = snapshot;
  const text = snapshot.textOf(document.path);
  const successors = entries.map((entry) => successorsOf(entry, newest, catalog));
  if (text === null || successors.some((some) => some.length === 0)) return [];
  const editions = { from: old.edition, to: newest.edition };
  const removal = reference.isTag
    ? removalOfTag(move, successors, document, catalog, text)
    : removalBeside(move, document, catalog, text);
  if (removal) return [removal];
  if (isKey(document, reference) && becomesTwice(move, successors, document, catalog)) return [];
  const alsoEdit = editsBeside(move, document, snapshot, text);
  if (!alsoEdit) return [];
  if (entries.length > 1) {
    const ids = [...new Set(successors.flat().map((entry) => entry.id))];
    return [replaceWithSeveral(document, reference, ids, text, { editions, alsoEdit })];
  }
  const told = toldTitle(reference, entries[0]!, successors[0]!, newest, document, text, catalog);
  const isPreferred =
    move.isCertain && successors[0]!.length === 1 && !told.contradicts && !isOfOld(old, reference, document, text);
  return [
    ...told.others.map((entry) => replaceWithEntry(document, reference, entry, { editions, alsoEdit })),
    ...successors[0]!.map((entry) => {
      const title = titleEdits(reference, entries[0]!, entry, document, text);
      return replaceWithEntry(document, reference, entry, { editions, isPreferred, alsoEdit: [...alsoEdit, ...title] });
    }),
  ].filter((fix) => changesSomething(fix, reference));
}

function titleEdits(
  reference: Reference,
  before: CatalogEntry,
  after: CatalogEntry,
  document: PolicyDocument,
  text: string,
): TextEdit[] {
  const { path } = document;
  return titleMove(reference, before, after, document, text).map((edit) => ({ path, ...edit }));
}

/** Whether the tag or the document says that the older edition is meant. */
function isOfOld(old: Standard, reference: Reference, document: PolicyDocument, text: string): boolean {
  const { start, end } = prefixSpan(text, reference);
  return `${text.slice(start, end)}${reference.text}`.includes(`:${old.edition}`) || isNamedAnywhere(old, document);
}

/**
 * The fixes that replace an objective of a withdrawn edition by what its controls became: none where one of them became nothing, or
 * the tag says that edition itself.
 * @param controls of the objective, at least one
 */
export function fixesOfToday(
  controls: readonly CatalogEntry[],
  reference: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): Fix[] {
  const { catalog } = snapshot;
  const old = catalog.standard(controls[0]!.standardKey)!;
  const newest = replacementOf(old, catalog)!;
  const text = snapshot.textOf(document.path) ?? '';
  const successors = controls.map((one) => successorsOf(one, newest, catalog));
  // `27001:2013:A.12.3` means that edition.
  const { start, end } = prefixSpan(text, reference);
  if (text.slice(start, end).includes(`:${old.edition}`) || successors.some((some) => some.length === 0)) return [];
  const now = [...new Set(successors.flat())];
  if (now.length === 1) return [replaceWithEntry(document, reference, now[0]!)];
  const ids = now.map((one) => one.id);
  return [replaceWithSeveral(document, reference, ids, text)];
}

/** `A.9.1.1: doors` above `A.9.1.2: gates`: both would be the key A.5.15. */
function becomesTwice(
  { reference }: ToMove,
  successors: readonly (readonly CatalogEntry[])[],
  document: PolicyDocument,
  catalog: Catalog,
): boolean {
  const former = new Set(successors.flat().flatMap(({ key }) => catalog.predecessors(key).map(({ id }) => id)));
  return document.references.some(
    (other) => other !== reference && other.ids.some((id) => former.has(id)) && isKey(document, other),
  );
}

/** `A.8.15, A.12.4.1`: what the number became stands in the same list already, so the number goes with its comma. */
function removalBeside(
  { newest, entries, reference, isCertain }: ToMove,
  document: PolicyDocument,
  catalog: Catalog,
  text: string,
): Fix | null {
  const { references, path } = document;
  const index = references.indexOf(reference);
  const listed = listedSuccessor(entries, newest, index, document, text, catalog);
  if (!listed) return null;
  const span = listed.isBefore
    ? { start: references[index - 1]!.span.end, end: endWithTitle(reference, entries[0]!, text) }
    : { start: reference.span.start, end: references[index + 1]!.span.start };
  const title = t('Remove {0}: {1} stands beside it', reference.id, listed.successor.id);
  return { title, edits: [{ path, span, newText: '' }], isPreferred: isCertain };
}

/** `[A.8.24, A.10.1.1]`: the list tags what the number became already, so the tag goes, as when a document is migrated. */
function removalOfTag(
  { old, newest, entries, reference, isCertain }: ToMove,
  successors: readonly (readonly CatalogEntry[])[],
  document: PolicyDocument,
  catalog: Catalog,
  text: string,
): Fix | null {
  if (successors.some((some) => some.length !== 1)) return null;
  const isMovable = (other: Reference) => !isOfOld(old, other, document, text);
  const holders = successors.map(([one]) => tagHolding(one!, reference, newest, document, catalog, isMovable));
  const edit = holders.includes(null) ? null : removeTag(text, document, reference);
  // Words at the tag are nobody's to throw away, and a remark only who says so.
  const taken = edit && takenWith(text, reference, edit, entries, scalarAt(document, holders[0]!.span)?.text);
  if (!edit || taken === 'words') return null;
  const { text: held, ids } = holders[0]!;
  const now = successors[0]![0]!.id;
  return {
    title: ids.includes(now)
      ? t('Remove {0}: {1} stands beside it', reference.text, held)
      : t('Remove {0}: {1} beside it becomes {2} as well', reference.text, held, now),
    edits: [{ path: document.path, ...edit }],
    isPreferred: isCertain && isMovable(reference) && taken === null,
  };
}

/** The edits of the year that governs the number and of the other numbers that lean on it; null where they cannot be made. */
function editsBeside(move: ToMove, document: PolicyDocument, snapshot: Snapshot, text: string): TextEdit[] | null {
  const { old, newest, reference } = move;
  const year = governingYear(reference, old, document, text);
  // A year inside the reference itself (`27001:2013:A.12.6.1`) is changed with its text.
  const isInside = year && year.span.start >= reference.span.start && year.span.end <= reference.span.end;
  if (!year || isInside) return [];
  const newYear = editionOf(newest, year.number);
  const others = newYear === null ? null : editsOfFellows(year, move, document, snapshot, text);
  return others && [{ path: document.path, span: year.span, newText: newYear! }, ...others];
}

function editsOfFellows(
  { fellows }: GoverningYear,
  { old, newest }: ToMove,
  document: PolicyDocument,
  { catalog }: Snapshot,
  text: string,
): TextEdit[] | null {
  const edits: TextEdit[] = [];
  for (const index of fellows) {
    const fellow = document.references[index]!;
    const entries = lookUp({ ...fellow, edition: old.edition }, catalog).map(({ entry }) => entry);
    const [entry] = entries;
    const successors = entry ? successorsOf(entry, newest, catalog) : [];
    // "A.12.4.2 (2013)" says its edition itself.
    if (entries.length !== 1 || successors.length !== 1 || fellow.isCrosswalk) return null;
    const newText = restyle(fellow.text, [successors[0]!.id], { oldId: fellow.id });
    if (newText !== fellow.text) edits.push(replaceReference(document, fellow, newText));
    edits.push(...titleEdits(fellow, entry!, successors[0]!, document, text));
  }
  return edits;
}

function changesSomething(fix: Fix, reference: Reference): boolean {
  return fix.edits.some((edit) => edit.span.start !== reference.span.start || edit.newText !== reference.text);
}
