/** The titles of controls and clauses after bare ids, for readers who do not know the numbers by heart. */
import type { Reference } from '../document.js';
import { lookUp } from '../rules/support/lookup.js';
import { shortNameOf } from '../rules/support/wording.js';
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';

export interface InlayHint {
  /** The offset after which it is shown. */
  readonly offset: number;
  readonly title: string;
  /** The standard and what else a reader may want to know of it: `27001:2022 A.8.8`. */
  readonly detail: string;
}

/**
 * Hints for the references that begin in the span: one for each entry and section, none where the title stands there
 * already, in tables (whose next column has it), and where several entries or readings are meant.
 */
export function inlayHints(snapshot: Snapshot, path: string, within: Span): InlayHint[] {
  const document = snapshot.documents.get(path);
  if (!document) return [];
  const hints: InlayHint[] = [];
  const shown = new Set<string>();
  for (const reference of document.references) {
    if (reference.span.start > within.end) break;
    if (!mayHaveHint(reference)) continue;
    const [looked] = lookUp(reference, snapshot.catalog);
    if (!looked?.entry || looked.state === 'unknown') continue;
    const once = `${reference.isTag ? 'tag' : reference.section} ${looked.entry.key}`;
    if (shown.has(once)) continue;
    shown.add(once);
    if (reference.span.start < within.start) continue;
    const { id, title } = looked.entry;
    hints.push({ offset: reference.span.end, title, detail: `${shortNameOf(looked.entry, snapshot.catalog)} ${id}` });
  }
  return hints;
}

function mayHaveHint(reference: Reference): boolean {
  if (reference.titleSpan !== null || reference.where === 'table') return false;
  return reference.ids.length === 1 && reference.readings.length < 2 && reference.kind !== 'external';
}
