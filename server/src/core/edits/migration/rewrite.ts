/** The edits that write new numbers in the place of old ones, in the style of the text. */
import type { CatalogEntry } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import { replaceReference, scalarAt } from '../../rules/support/replace.js';
import { restyle } from '../../rules/support/restyle.js';
import { prefixSpan } from '../../rules/support/source.js';
import { endWithTitle, titleMove } from '../../rules/support/titleMove.js';
import type { Span } from '../../text.js';
import type { Replacement } from '../applyEdits.js';
import { type Move, sameIds } from './moves.js';
import type { MigrationPlan } from './types.js';

/** What a reference is replaced by; null where its ids cannot be written in its style (a range that does not stay one). */
export function rewritten(reference: Reference, move: Move, plan: MigrationPlan): string | null {
  if (sameIds(move.before, move.after)) return reference.text;
  const ids = move.after.map((entry) => entry.id);
  if (reference.ids.length === 1 || ids.length === 1 || !isRange(reference)) {
    return restyle(reference.text, ids, { oldId: reference.id });
  }
  return isUnbroken(move.after, plan) ? restyleRange(reference, ids) : null;
}

/** What may stand between the numbers of a list; anything else (a dash, "to") makes it a range. */
const betweenListed = /^[\s,;/&+]*(?:(?:and|und|et|y|e|en|or|oder|ou|plus)\b)?[\s,;/&+]*(?:[A-Z][.\s]?)?$/i;

function isRange({ text }: Reference): boolean {
  const between = text.split(/\d+(?:\.\d+)*/).slice(1, -1);
  return !between.every((words) => betweenListed.test(words));
}

/** Whether the entries follow each other in the new edition without a gap. */
function isUnbroken(entries: readonly CatalogEntry[], { catalog, to }: MigrationPlan): boolean {
  const all =
    entries[0]!.kind === 'control'
      ? catalog.controls(to.key)
      : to.entries.filter((one) => one.kind === entries[0]!.kind);
  const first = all.indexOf(entries[0]!);
  const isInGroup = entries.every((entry) => entry.parent === entries[0]!.parent);
  return first >= 0 && isInGroup && entries.every((entry, i) => all[first + i] === entry);
}

/** Both ends of a range; the second as long as it was written: `A.9.1.1-2` stays short. */
function restyleRange(reference: Reference, ids: readonly string[]): string | null {
  const { text } = reference;
  const first = /\d+(?:\.\d+)*/.exec(text);
  const last = /\d+(?:\.\d+)*(?=[^0-9]*$)/.exec(text);
  if (!first || !last || last.index <= first.index) return null;
  const end = first.index + first[0].length;
  const numbers = ids[ids.length - 1]!.replace(/^[A-Z]\./, '').split('.');
  const isWhole = last[0].split('.').length === first[0].split('.').length;
  const newLast = isWhole ? numbers : numbers.slice(-last[0].split('.').length);
  const head = restyle(text.slice(0, end), [ids[0]!], { oldId: reference.id });
  return head + text.slice(end, last.index) + newLast.join('.') + text.slice(last.index + last[0].length);
}

/** The edits for one move: its number, and the title beside it where that is exactly the old one. */
export function editsOfMove(
  document: PolicyDocument,
  reference: Reference,
  move: Move,
  newText: string,
  text: string,
): Replacement[] {
  const edits: Replacement[] = [];
  if (newText !== reference.text) edits.push(replaceReference(document, reference, newText));
  const [before] = move.before;
  const [after] = move.after;
  const isOne = move.before.length === 1 && move.after.length === 1;
  if (isOne) edits.push(...titleMove(reference, before!, after!, document, text));
  return edits;
}

/** One reference of a list, with everything that goes when it is removed. */
interface ListItem {
  readonly index: number;
  readonly span: Span;
}

const separators = /^(?:\s*(?:[,;/&+]|<br\s*\/?>|,?\s*\b(?:and|und|et|y|e|en|plus)\b)\s*|[ \t]*\r?\n[ \t]*-[ \t]+)$/i;

/**
 * Several old numbers became one (`A.12.4.1, A.12.4.2` → `A.8.15`): the removals of all but the first in each list, by
 * the index of the reference; a number that a range of the list holds goes as well. A list is a run of references with
 * nothing but commas, "and" or the dashes of YAML between.
 */
export function duplicateRemovals(
  document: PolicyDocument,
  moves: ReadonlyMap<number, Move>,
  text: string,
  plan: MigrationPlan,
): Map<number, Replacement> {
  const removals = new Map<number, Replacement>();
  for (const list of listsOf(document, moves, text, plan)) {
    const kept = new Set<string>();
    const moved: { readonly at: number; readonly ids: readonly string[] }[] = [];
    list.forEach(({ index }, at) => {
      const move = moves.get(index);
      if (move) moved.push({ at, ids: move.after.map((entry) => entry.id) });
      else for (const id of document.references[index]!.ids) kept.add(id);
    });
    // What becomes a range holds what single numbers beside it become, wherever it stands.
    moved.sort((a, b) => b.ids.length - a.ids.length);
    const dropped = new Set<number>();
    for (const { at, ids } of moved) {
      if (ids.every((id) => kept.has(id))) dropped.add(at);
      else for (const id of ids) kept.add(id);
    }
    for (const at of dropped) removals.set(list[at]!.index, removalOf(list, at, dropped, text));
  }
  return removals;
}

/** With the separator before it, or after it where nothing before it stays. */
function removalOf(list: readonly ListItem[], at: number, dropped: ReadonlySet<number>, text: string): Replacement {
  const { span } = list[at]!;
  const staysBefore = list.slice(0, at).some((_, i) => !dropped.has(i));
  if (staysBefore) return { span: { start: list[at - 1]!.span.end, end: span.end }, newText: '' };
  const end = list[at + 1]?.span.start ?? span.end;
  return { span: { start: span.start, end: Math.min(end, text.length) }, newText: '' };
}

function listsOf(
  document: PolicyDocument,
  moves: ReadonlyMap<number, Move>,
  text: string,
  { from }: MigrationPlan,
): ListItem[][] {
  const lists: ListItem[][] = [];
  let list: ListItem[] = [];
  document.references.forEach((reference, index) => {
    if (reference.standard !== from.standard) return;
    const span = itemSpan(reference, moves.get(index), document, text);
    const last = list[list.length - 1];
    const between = last ? text.slice(last.span.end, span.start) : '';
    // In the text a bullet is more than its number: only a list of tags loses whole lines.
    const isInOne = reference.isTag || !between.includes('\n');
    const goesOn = last && isInOne && span.start >= last.span.end && between.length < 40 && separators.test(between);
    if (!goesOn) {
      if (list.length > 1) lists.push(list);
      list = [];
    }
    if (!isFollowedByComment(between, span, text)) list.push({ index, span });
  });
  if (list.length > 1) lists.push(list);
  return lists;
}

/** A remark behind a tag of a YAML list would be left without its tag. */
function isFollowedByComment(between: string, span: Span, text: string): boolean {
  return between.includes('\n') && /^[ \t]*#/.test(text.slice(span.end, span.end + 10));
}

function itemSpan(reference: Reference, move: Move | undefined, document: PolicyDocument, text: string): Span {
  const start = prefixSpan(text, reference).start;
  const scalar = reference.where === 'front-matter' ? scalarAt(document, reference.span) : null;
  if (scalar && scalar.contentSpan.start === start && scalar.contentSpan.end === reference.span.end) return scalar.span;
  const end = move?.before.length === 1 ? endWithTitle(reference, move.before[0]!, text) : reference.span.end;
  return { start, end };
}
