/** The management system and its decisions, as soa.yaml states them. Spans are UTF-16 offsets into soa.yaml. */
import type { Duration } from '../dates/calendar.js';
import type { ScopedStandard, Suppression } from '../document.js';
import type { Span } from '../text.js';

export type Applicability = 'yes' | 'no' | 'undecided';
export type ImplementationStatus = 'not-assessed' | 'not-started' | 'planned' | 'partial' | 'implemented';
export type DriverKind = 'risk' | 'legal' | 'contractual' | 'business' | 'baseline';
/** Who runs a control: the organisation itself, together with a supplier, or a supplier alone. */
export type ControlModel = 'direct' | 'shared' | 'inherited';

/** A value with the place that states it. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

export interface Driver {
  readonly kind: DriverKind;
  /** Ids such as R-012 or `GDPR Art. 32`; empty where only the kind is given. */
  readonly ids: readonly string[];
}

/** For how long a proof holds from its date on: `12 months`. */
export interface Validity extends Located<string> {
  /** Null where the words say no such time. */
  readonly duration: Duration | null;
}

/** A proof: a file of the workspace, an address, or words; with the date it was taken where that is stated. */
export interface Evidence extends Located<string> {
  /** What its key says that it is; absent where only the text is given, and null under `path`, which can be either. */
  readonly kind?: 'file' | 'link' | 'words' | null;
  readonly date?: Located<string> | null;
  /** Words beside the file or address. */
  readonly note?: Located<string> | null;
  readonly valid?: Validity | null;
  readonly validUntil?: Located<string> | null;
}

/** What the Statement of Applicability says of one control. */
export interface Decision {
  /** The key as written: `27001:A.7.4`. */
  readonly written: string;
  readonly keySpan: Span;
  /** The key and everything below it. */
  readonly span: Span;
  /** Catalog key of the control, or null where the written id is not in the catalog. */
  readonly entryKey: string | null;
  readonly applicable: Located<Applicability>;
  readonly justification: Located<string> | null;
  readonly drivers: readonly Driver[];
  readonly status: Located<ImplementationStatus> | null;
  readonly owner: Located<string> | null;
  readonly evidence: readonly Evidence[];
  readonly decided: Located<string> | null;
  readonly decidedBy?: Located<string> | null;
  readonly review: Located<string> | null;
  /** The day on which an exclusion ends. */
  readonly expires?: Located<string> | null;
  readonly target: Located<string> | null;
  /** How the control is implemented, in a sentence or two. */
  readonly implementation?: Located<string> | null;
  readonly notes: Located<string> | null;
  readonly model?: Located<ControlModel> | null;
  readonly supplier?: Located<string> | null;
  /** Paths or ids of documents that serve the control without a tag of their own. */
  readonly documents?: readonly Located<string>[];
}

/** A control of the organisation's own, beyond those of the standards. `written` is its id; `entryKey` is null. */
export interface AdditionalControl extends Decision {
  readonly title: Located<string> | null;
  /** Where it comes from: a contract, a law, a scheme. */
  readonly source: Located<string> | null;
}

/** One line of the change history. */
export interface HistoryItem {
  readonly version: Located<string> | null;
  readonly date: Located<string> | null;
  readonly by: Located<string> | null;
  readonly change: Located<string> | null;
  readonly span: Span;
}

/** What the last release stamped. */
export interface Release {
  readonly version: Located<string> | null;
  readonly date: Located<string> | null;
  readonly by: Located<string> | null;
  readonly hash: Located<string> | null;
  /** The key and everything below it. */
  readonly span: Span;
}

/** A folder whose documents the system covers. */
export interface CoveredFolder extends Located<string> {
  /** Relative to the workspace root, `''` for the root itself; null where it leads out of the workspace. */
  readonly path: string | null;
}

export interface SoaProblem {
  readonly span: Span;
  /** In plain words. */
  readonly detail: string;
  /** An information is no mistake, and does not count against the record. */
  readonly severity: 'error' | 'warning' | 'information';
  /** Set where a rule of its own speaks of it, with both places and a fix. */
  readonly rule?: 'duplicate-decision';
  /** What was meant beyond doubt, as it is to be written in the place of what stands at `span`: `true` for `ja`. */
  readonly meant?: string;
}

/** A decision on a control that has one further up, which counts. */
export interface DuplicateDecision {
  readonly written: string;
  readonly keySpan: Span;
  /** The key and everything below it. */
  readonly span: Span;
  readonly first: Decision;
}

/** A standard in scope, with the place that names it. */
export interface SystemStandard extends ScopedStandard {
  readonly span: Span;
  /** As written: `Amd 1:2024`. Absent without any. */
  readonly amendments?: readonly Located<string>[];
}

export interface ManagementSystem {
  /** Path of soa.yaml, relative to the workspace root. */
  readonly path: string;
  /** The folder that the file lies in, `''` for the root: paths in it begin there, and without `folders` it is what is covered. */
  readonly folder: string;
  /** The folders that the system covers instead; absent or empty where the file names none. */
  readonly folders?: readonly CoveredFolder[];
  readonly length: number;
  readonly lineStarts: Uint32Array;
  readonly organisation: Located<string> | null;
  readonly scope: Located<string> | null;
  readonly scopeDocument?: Located<string> | null;
  readonly version: Located<string> | null;
  readonly status: Located<string> | null;
  readonly owner: Located<string> | null;
  readonly approvedBy: Located<string> | null;
  readonly approved: Located<string> | null;
  readonly classification: Located<string> | null;
  readonly nextReview?: Located<string> | null;
  /** In the order of the file. */
  readonly history?: readonly HistoryItem[];
  readonly released?: Release | null;
  /** In the order of the file, each with the place that names it. */
  readonly standards: readonly SystemStandard[];
  /** End of the `controls:` mapping, where a new decision is inserted; null without one. */
  readonly controlsSpan: Span | null;
  /** In the order of the file. */
  readonly decisions: readonly Decision[];
  /** Further decisions on the same controls, which do not count. */
  readonly duplicates?: readonly DuplicateDecision[];
  /** Controls beyond those of the standards, in the order of the file. */
  readonly additional?: readonly AdditionalControl[];
  readonly problems: readonly SoaProblem[];
  /** Comments that silence findings. One on the line above a control holds for the whole decision. */
  readonly suppressions?: readonly Suppression[];
}
