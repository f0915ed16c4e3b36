/** Reading a migrated text again: whether every reference came out as meant. */
import type { PolicyDocument, Reference } from '../../document.js';
import { parseDocument, resolveDocument } from '../../parse.js';
import type { Span } from '../../text.js';
import { applyInOrder, movedOffset, type Replacement } from '../applyEdits.js';
import type { Move } from './moves.js';
import type { MigrationPlan } from './types.js';

interface Subject {
  readonly document: PolicyDocument;
  readonly text: string;
  readonly plan: MigrationPlan;
}

/**
 * The indexes of the moves that must be taken back: those whose new text is not read as the new entries of the new edition.
 * Where a reference that nobody touched would be read as something else, all of them.
 * @param edits in order
 * @param removals of references that became duplicates
 */
export function misreadReferences(
  edits: readonly Replacement[],
  removals: ReadonlyMap<number, Replacement>,
  moves: ReadonlyMap<number, Move>,
  subject: Subject,
): Set<number> {
  const misread = new Set<number>();
  if (edits.length === 0) return misread;
  const { document, text } = subject;
  const after = referencesByPlace(read(applyInOrder(text, edits), subject));
  for (const [index, move] of moves) {
    if (removals.has(index)) continue;
    const found = after.at(newPlace(document.references[index]!.span, edits));
    if (!found.some((reference) => isMeant(reference, move, subject.plan))) misread.add(index);
  }
  if (misread.size === 0 && changesOthers(edits, removals, moves, after, subject)) {
    for (const index of moves.keys()) misread.add(index);
  }
  return misread;
}

function read(text: string, { document, plan }: Subject): PolicyDocument {
  const { catalog, settings, scopeAfter } = plan;
  const context = { catalog, settings };
  return resolveDocument(parseDocument(document.path, text, context), scopeAfter, context);
}

/** Where a span of the old text is in the new one; a replaced span is where its new text begins. */
function newPlace(span: Span, edits: readonly Replacement[]): number {
  return movedOffset(span.start, edits);
}

interface ByPlace {
  /** The references that begin at the offset, or right behind a quote there. */
  at(offset: number): readonly Reference[];
}

function referencesByPlace(document: PolicyDocument): ByPlace {
  const places = new Map<number, Reference[]>();
  for (const reference of document.references) {
    const list = places.get(reference.span.start);
    if (list) list.push(reference);
    else places.set(reference.span.start, [reference]);
  }
  // A number that a fix puts into quotes begins one character later.
  return { at: (offset) => [...(places.get(offset) ?? []), ...(places.get(offset + 1) ?? [])] };
}

function isMeant(reference: Reference, { after }: Move, { catalog, to }: MigrationPlan): boolean {
  if (reference.standard !== to.standard || reference.readings.length > 1) return false;
  const isOpen = reference.edition === null && catalog.editions(to.standard)[0] === to;
  const ids = new Set(reference.ids);
  return (reference.edition === to.edition || isOpen) && ids.size === after.length && after.every(({ id }) => ids.has(id));
}

/** Whether a reference that stays is read otherwise than it would be read without the edits. */
function changesOthers(
  edits: readonly Replacement[],
  removals: ReadonlyMap<number, Replacement>,
  moves: ReadonlyMap<number, Move>,
  after: ByPlace,
  subject: Subject,
): boolean {
  const { document, text, plan } = subject;
  const unchanged = referencesByPlace(read(text, subject));
  return document.references.some((reference, index) => {
    if (moves.has(index) || removals.has(index)) return false;
    // A number of the older edition that needs a person is told in any case.
    if (reference.standard === plan.from.standard && !reference.isCrosswalk) return false;
    const place = newPlace(reference.span, edits);
    const before = unchanged.at(reference.span.start);
    const now = after.at(place);
    return before.some((one) => !now.some((other) => isSame(one, other)));
  });
}

function isSame(one: Reference, other: Reference): boolean {
  return one.standard === other.standard && one.edition === other.edition && one.ids.join(' ') === other.ids.join(' ');
}
