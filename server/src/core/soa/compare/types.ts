/** What differs between two versions of a Statement of Applicability, in an auditor's words. Plain data. */
import type { SoaCounts, SoaModel } from '../modelTypes.js';

/** A version of the statement, and what to call it. */
export interface StatementSide {
  /** What the user asked for: `2.1`, `main`, `soa-2025.json`. */
  readonly label: string;
  readonly model: SoaModel;
  /** Commit hash, where it came from git. */
  readonly commit: string | null;
  /** Day of that commit, or null. */
  readonly date: string | null;
}

/** Kinds of what changed, the weightiest first. */
export type ChangeKind =
  | 'applicability'
  | 'status'
  | 'justification'
  | 'drivers'
  | 'owner'
  | 'model'
  | 'documents'
  | 'evidence'
  | 'implementation'
  | 'dates'
  | 'notes'
  /** Title and source of a control of the organisation's own. */
  | 'title';

export interface FieldChange {
  readonly kind: ChangeKind;
  /** `Applicable`, `Status`, `Responsible`, … */
  readonly label: string;
  /** In words; null where nothing was there. */
  readonly before: string | null;
  readonly after: string | null;
  /** One sentence without a full stop: `was excluded, now applicable; reason given: …`. */
  readonly sentence: string;
}

/** A policy that names a control. */
export interface CitingDocument {
  readonly path: string;
  readonly title: string;
  readonly id: string | null;
  /** It claims to satisfy the control; else it mentions it. */
  readonly isClaim: boolean;
}

export interface ControlDiff {
  readonly key: string;
  readonly standard: string;
  readonly edition: string;
  readonly id: string;
  readonly title: string;
  readonly kind: 'changed' | 'added' | 'removed';
  /** Ids of the edition before that this control replaces; empty where the id is the same one. */
  readonly formerIds: readonly string[];
  readonly changes: readonly FieldChange[];
  readonly citedBy: readonly CitingDocument[];
}

export interface HeaderChange {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface SideSummary {
  readonly label: string;
  readonly version: string | null;
  readonly status: string | null;
  readonly commit: string | null;
  readonly date: string | null;
  readonly counts: SoaCounts;
}

export interface StatementDiff {
  readonly organisation: string | null;
  readonly before: SideSummary;
  readonly after: SideSummary;
  readonly header: readonly HeaderChange[];
  /** In the order of the second statement; controls that only the first has come last. */
  readonly controls: readonly ControlDiff[];
  /** Controls that both have and that are the same. */
  readonly unchanged: number;
  /** Policies that name a control that changed, with the ids of those controls. */
  readonly policies: readonly { readonly document: CitingDocument; readonly controls: readonly string[] }[];
}

/** A comparison with the sentences above it, for a pane. */
export interface Comparison {
  readonly diff: StatementDiff;
  /** What an auditor asks first, as in every format. */
  readonly overview: readonly string[];
  /** `version 2.1 (commit 4f2a91c, 2026-03-01)` */
  readonly beforeText: string;
  readonly afterText: string;
}
