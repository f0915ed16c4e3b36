/** Evidence as the soa.yaml states it → what can be shown and checked of it. */
import type { Snapshot } from '../snapshot.js';
import { holdsUntil, staleEvidence } from './freshness.js';
import { isAddress } from './listedDocuments.js';
import type { RowEvidence } from './modelTypes.js';
import { fileExistsAt, isOnOtherMachine, placeFrom } from './paths.js';
import type { Evidence } from './types.js';

/** The evidence of one control, in its order. `folder` is that of the soa.yaml, in which paths begin. */
export function rowEvidences(evidence: readonly Evidence[], folder: string, snapshot: Snapshot): RowEvidence[] {
  if (evidence.length === 0) return [];
  const stale = new Set(staleEvidence(evidence, snapshot.today).map((one) => one.evidence));
  return evidence.map((item) => rowEvidence(item, folder, snapshot, stale.has(item)));
}

function rowEvidence(
  evidence: Evidence,
  folder: string,
  snapshot: Pick<Snapshot, 'fileExists'>,
  isStale: boolean,
): RowEvidence {
  const { value: text, date, note, valid, validUntil } = evidence;
  const place = evidencePlace(evidence, folder, snapshot);
  // Field by field: a statement has hundreds, and they are made anew with every change.
  return {
    date: date?.value ?? null,
    note: note?.value ?? null,
    valid: valid?.value ?? null,
    statedUntil: validUntil?.value ?? null,
    validUntil: holdsUntil(evidence),
    text,
    span: evidence.span,
    kind: place.kind,
    path: place.path,
    exists: place.exists,
    isStale,
  };
}

/** What it is, and where. */
export type EvidencePlace = Pick<RowEvidence, 'kind' | 'path' | 'exists'>;

/**
 * Where no key says what it is, an address is a link, and what looks like a path or the name of a file is a file; everything
 * else is words. `folder` is that of the soa.yaml.
 */
export function evidencePlace(
  evidence: Evidence,
  folder: string,
  snapshot: Pick<Snapshot, 'fileExists'>,
): EvidencePlace {
  const text = evidence.value;
  const kind = (isAddress(text) ? 'link' : evidence.kind) ?? kindOf(text);
  if (kind === 'link') return { kind, path: null, exists: null };
  const written = kind === 'words' && evidence.kind === 'words' ? null : placeFrom(folder, text, snapshot).path;
  const path = written === null ? null : decodedPath(written, snapshot);
  const exists = path === null ? null : fileExistsAt(path, snapshot);
  // What does not look like a file may be one all the same.
  if (path === null || (kind === 'words' && (exists !== true || !looksLikePath(text)))) {
    return { kind: 'words', path: null, exists: null };
  }
  return { kind: 'file', path, exists };
}

/** `review%202026.pdf`, as Markdown links write it, where that is the name of a file. */
function decodedPath(path: string, snapshot: Pick<Snapshot, 'fileExists'>): string {
  if (!path.includes('%') || snapshot.fileExists(path) === true) return path;
  try {
    const decoded = decodeURIComponent(path);
    return snapshot.fileExists(decoded) === false ? path : decoded;
  } catch {
    return path;
  }
}

function kindOf(text: string): RowEvidence['kind'] {
  if (/^[a-z][a-z0-9+.-]+:\S/i.test(text)) return 'link';
  return isLikelyFile(text) ? 'file' : 'words';
}

const fileEndings =
  /\.(?:md|markdown|txt|rtf|pdf|docx?|xls[xm]?|pptx?|od[tsp]|csv|tsv|json|ya?ml|xml|html?|png|jpe?g|gif|svg|webp|zip|eml|msg|log|vsdx?|drawio)(?:#\S*)?$/i;

/**
 * `evidence/review 2026.pdf`, `review.xlsx#tab`, `records/`; not `Ticket SEC-12`, `see minutes 3/2026`, several names in one
 * text, a place on another machine, or a host without its `https://`.
 */
function isLikelyFile(text: string): boolean {
  const isOnHost = /^[^\s/\\.]+\.[^/\\]*[/\\]/.test(text);
  if (isOnOtherMachine(text) || isOnHost || /[,;]\s/.test(text)) return false;
  return fileEndings.test(text) || /^\S+\/$/.test(text);
}

/** A path with any ending: enough for a file that is there, too little to miss one that is not. */
function looksLikePath(text: string): boolean {
  return /^[^\r\n]*[^\s/]\.[A-Za-z][A-Za-z0-9]{0,7}(?:#\S*)?$/.test(text) || /^(?:\.{0,2}\/)?\S+\/$/.test(text);
}

/**
 * Whether the writer certainly means a file of the workspace: its key says so, or it is a path below a folder. A name alone
 * (`Penetration test 2026.pdf`) may lie elsewhere.
 */
export function isCertainlyFile({ kind, value }: Evidence): boolean {
  return kind === 'file' || (fileEndings.test(value) && /^[^\s/\\]+[/\\]/.test(value));
}
