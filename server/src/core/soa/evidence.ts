/** Evidence as the soa.yaml states it → what can be shown and checked of it. */
import type { Snapshot } from '../snapshot.js';
import type { RowEvidence } from './modelTypes.js';
import { pathFrom } from './paths.js';
import type { Evidence } from './types.js';

/** An address, an absolute path or a path with a file ending counts as a place; everything else is words. */
export function rowEvidence(evidence: Evidence, folder: string, snapshot: Snapshot): RowEvidence {
  const text = evidence.value;
  const common = { text, date: evidence.date?.value ?? null, span: evidence.span };
  if (/^[a-z][a-z0-9+.-]+:\S/i.test(text)) return { ...common, kind: 'link', path: null, exists: null };
  const path = looksLikePath(text) ? pathFrom(folder, text) : null;
  if (path === null) return { ...common, kind: 'words', path: null, exists: null };
  return { ...common, kind: 'file', path, exists: snapshot.fileExists(path) };
}

/** `evidence/review 2026.pdf`, `review.xlsx#tab`; not `Ticket SEC-12`, `see minutes 3/2026`. */
function looksLikePath(text: string): boolean {
  return /^[^\r\n]*[^\s/]\.[A-Za-z][A-Za-z0-9]{0,7}(?:#\S*)?$/.test(text) || /^(?:\.{0,2}\/)?\S+\/$/.test(text);
}
