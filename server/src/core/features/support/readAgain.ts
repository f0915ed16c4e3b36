/** A document as it would be after edits: refactorings are offered only where it then still says what it said. */
import type { PolicyDocument, Reference } from '../../document.js';
import { applyInOrder, inOrder, type Replacement } from '../../edits/applyEdits.js';
import { parseDocument, resolveDocument } from '../../parse.js';
import type { KeptRuns } from '../../references/text/run.js';
import { scopeOf } from '../../rules/support/scope.js';
import type { Snapshot } from '../../snapshot.js';

/**
 * The document of that path with another text.
 * @param runs the same object for each of several texts that differ little: what they have in common is read once
 */
export function readAgain(snapshot: Snapshot, path: string, text: string, runs?: KeptRuns): PolicyDocument {
  const { catalog, settings } = snapshot;
  return resolveDocument(parseDocument(path, text, { catalog, settings, runs }), scopeOf(path, snapshot), snapshot);
}

/** The text after the edits, and the document that it then is; null where edits overlap. */
export function afterEdits(
  snapshot: Snapshot,
  path: string,
  text: string,
  edits: readonly Replacement[],
): PolicyDocument | null {
  const ordered = inOrder(edits);
  return ordered.length < edits.length ? null : readAgain(snapshot, path, applyInOrder(text, ordered));
}

/** One control or clause that a document names: standard, edition, id, and whether it is a tag. */
export function sayingsOf(reference: Reference): string[] {
  const { standard, edition, isTag, ids } = reference;
  return ids.map((id) => `${standard ?? '?'}:${edition ?? ''}:${id}${isTag ? ' tag' : ''}`);
}

/** Everything that a document names, sorted: the same for two texts that say the same in another order or another writing. */
export function allSayings(document: PolicyDocument): string[] {
  return document.references.flatMap(sayingsOf).sort();
}

/** Whether two documents name the same, each as often. */
export function saysTheSame(a: PolicyDocument, b: PolicyDocument): boolean {
  const first = allSayings(a);
  const second = allSayings(b);
  return first.length === second.length && first.every((one, index) => one === second[index]);
}
