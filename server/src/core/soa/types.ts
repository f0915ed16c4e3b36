/** The management system and its decisions, as soa.yaml states them. Spans are UTF-16 offsets into soa.yaml. */
import type { ScopedStandard } from '../document.js';
import type { Span } from '../text.js';

export type Applicability = 'yes' | 'no' | 'undecided';
export type ImplementationStatus = 'not-assessed' | 'not-started' | 'planned' | 'partial' | 'implemented';
export type DriverKind = 'risk' | 'legal' | 'contractual' | 'business' | 'baseline';

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

/** A proof: a file of the workspace, an address, or words; with the date it was taken where that is stated. */
export interface Evidence extends Located<string> {
  readonly date?: Located<string> | null;
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
  readonly target: Located<string> | null;
  /** How the control is implemented, in a sentence or two. */
  readonly implementation?: Located<string> | null;
  readonly notes: Located<string> | null;
}

export interface SoaProblem {
  readonly span: Span;
  /** In plain words. */
  readonly detail: string;
  readonly severity: 'error' | 'warning';
}

export interface ManagementSystem {
  /** Path of soa.yaml, relative to the workspace root. */
  readonly path: string;
  /** Folder that the system covers, `''` for the root. */
  readonly folder: string;
  readonly length: number;
  readonly lineStarts: Uint32Array;
  readonly organisation: Located<string> | null;
  readonly scope: Located<string> | null;
  readonly version: Located<string> | null;
  readonly status: Located<string> | null;
  readonly owner: Located<string> | null;
  readonly approvedBy: Located<string> | null;
  readonly approved: Located<string> | null;
  readonly classification: Located<string> | null;
  readonly nextReview?: Located<string> | null;
  /** In the order of the file, each with the place that names it. */
  readonly standards: readonly (ScopedStandard & { readonly span: Span })[];
  /** End of the `controls:` mapping, where a new decision is inserted; null without one. */
  readonly controlsSpan: Span | null;
  /** In the order of the file. */
  readonly decisions: readonly Decision[];
  readonly problems: readonly SoaProblem[];
}
