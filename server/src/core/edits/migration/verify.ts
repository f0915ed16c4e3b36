/** Reading a migrated text again: whether every reference came out as meant. */
import type { PolicyDocument, Reference } from '../../document.js';
import { parseDocument, resolveDocument } from '../../parse.js';
import { applyInOrder, movedOffset, type Replacement } from '../applyEdits.js';
import type { Move } from './moves.js';
import type { MigrationPlan } from './types.js';

interface Subject {
  readonly document: PolicyDocument;
  readonly text: string;
  readonly plan: MigrationPlan;
}

/** What a draft of the migration would change. */
export interface Draft {
  /** In order. */
  readonly edits: readonly Replacement[];
  /** References that became duplicates, by their index in the document. */
  readonly removals: ReadonlyMap<number, Replacement>;
  readonly moves: ReadonlyMap<number, Move>;
  /** What is written in the place of each moved reference. */
  readonly newTexts: ReadonlyMap<number, string>;
}

/**
 * The indexes of the moves that must be taken back: those whose new text is not read as the new entries of the new edition.
 * Where a reference that nobody touched would be read as something else, all of them.
 */
export function misreadReferences(draft: Draft, subject: Subject): Set<number> {
  const { edits, removals, moves, newTexts } = draft;
  const misread = new Set<number>();
  if (edits.length === 0) return misread;
  const { document, text } = subject;
  const after = read(applyInOrder(text, edits), subject).references;
  for (const [index, move] of moves) {
    if (removals.has(index)) continue;
    const start = movedOffset(document.references[index]!.span.start, edits);
    // Quotes may have been put round it.
    const end = start + newTexts.get(index)!.length + 2;
    const found = startingWithin(after, start, end);
    if (!isMeant(found, move, subject.plan)) misread.add(index);
  }
  if (misread.size === 0 && changesOthers(draft, after, subject)) for (const index of moves.keys()) misread.add(index);
  return misread;
}

function read(text: string, { document, plan }: Subject): PolicyDocument {
  const { catalog, settings, scopeAfter } = plan;
  const context = { catalog, settings };
  return resolveDocument(parseDocument(document.path, text, context), scopeAfter, context);
}

/** The references that begin in a span; references are in the order of the text. */
function startingWithin(references: readonly Reference[], start: number, end: number): readonly Reference[] {
  let low = 0;
  let high = references.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (references[middle]!.span.start < start) low = middle + 1;
    else high = middle;
  }
  let stop = low;
  while (stop < references.length && references[stop]!.span.start < end) stop++;
  return references.slice(low, stop);
}

function isMeant(found: readonly Reference[], { after }: Move, { catalog, to }: MigrationPlan): boolean {
  const isNewest = catalog.editions(to.standard)[0] === to;
  const ids = new Set<string>();
  for (const { standard, edition, readings, ids: named } of found) {
    if (standard !== to.standard || readings.length > 1) continue;
    if (edition === to.edition || (edition === null && isNewest)) for (const id of named) ids.add(id);
  }
  return after.every(({ id }) => ids.has(id));
}

/** Whether a reference that stays is read otherwise than it would be read without the edits. */
function changesOthers({ edits, removals, moves }: Draft, after: readonly Reference[], subject: Subject): boolean {
  const { document, text, plan } = subject;
  const unchanged = byStart(read(text, subject).references);
  const now = byStart(after);
  return document.references.some((reference, index) => {
    if (moves.has(index) || removals.has(index)) return false;
    // A number of the older edition that needs a person is told in any case.
    if (reference.standard === plan.from.standard && !reference.isCrosswalk) return false;
    const there = now.get(movedOffset(reference.span.start, edits)) ?? [];
    return (unchanged.get(reference.span.start) ?? []).some((one) => !there.some((other) => isSame(one, other)));
  });
}

function byStart(references: readonly Reference[]): Map<number, Reference[]> {
  const places = new Map<number, Reference[]>();
  for (const reference of references) {
    const list = places.get(reference.span.start);
    if (list) list.push(reference);
    else places.set(reference.span.start, [reference]);
  }
  return places;
}

function isSame(one: Reference, other: Reference): boolean {
  return one.standard === other.standard && one.edition === other.edition && one.ids.join(' ') === other.ids.join(' ');
}
