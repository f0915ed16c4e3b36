/**
 * The Statement of Applicability as it is shown and exported: plain data that can be sent as JSON. Imports nothing but
 * types, so that the pane can use it without the core.
 */
import type { PrivacyRole } from '../catalog/types.js';
import type { Span } from '../text.js';
import type { Applicability, ControlModel, DriverKind, ImplementationStatus } from './types.js';

/** Something of a row that an auditor would ask about. */
export type GapCode =
  | 'missing-decision'
  | 'undecided'
  | 'uncovered'
  | 'only-draft'
  | 'excluded-but-claimed'
  | 'excluded-without-justification'
  | 'included-without-reason'
  | 'included-without-driver'
  | 'boilerplate-justification'
  | 'supplier-missing'
  | 'implemented-without-document'
  | 'implemented-without-evidence'
  | 'document-not-found'
  | 'evidence-not-found'
  | 'evidence-stale'
  | 'exclusion-overdue'
  | 'outside-role';

export interface Gap {
  readonly code: GapCode;
  /** One sentence for the reader. */
  readonly text: string;
}

/** A place in a file of the workspace. Spans are UTF-16 offsets. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

export interface RowSection {
  readonly heading: string;
  readonly span: Span;
}

/** Why a document is not to be relied on: null where it is. */
export type DocumentConcern = 'draft' | 'in-review' | 'retired' | 'overdue';

export interface RowDocument {
  readonly path: string;
  /** Its title, or its file name where it has none. */
  readonly title: string;
  readonly id: string | null;
  /** Its status as written; null where it has none. */
  readonly status: string | null;
  readonly concern: DocumentConcern | null;
  readonly isDraftOrOverdue: boolean;
  /** Who says that it serves the control: its own tag, the `documents:` of the soa.yaml, or both. */
  readonly statedBy: 'tag' | 'statement' | 'both';
  /** Where the document names the control: the tag in its front matter, or its first one; else its beginning. */
  readonly span: Span;
  /** The sections whose tags name the control; empty where only the document as a whole does. */
  readonly sections: readonly RowSection[];
}

export interface RowEvidence {
  readonly text: string;
  readonly kind: 'file' | 'link' | 'words';
  /** Of a file: the path relative to the workspace root; else null. */
  readonly path: string | null;
  readonly date: string | null;
  /** Words beside the file or address. */
  readonly note: string | null;
  /** As written: `12 months`, and the last day where that is stated itself. */
  readonly valid: string | null;
  readonly statedUntil: string | null;
  /** The last day on which it holds, stated or counted from its date; null where nothing says so. */
  readonly validUntil: string | null;
  /** Whether it holds no longer on the day of the model. */
  readonly isStale: boolean;
  /** Whether the file is there; null where nobody can say (addresses, words). */
  readonly exists: boolean | null;
  /** In soa.yaml. */
  readonly span: Span;
}

export interface RowDriver {
  readonly kind: DriverKind;
  readonly ids: readonly string[];
}

/**
 * One control of a standard in scope, or of the organisation's own. Everything below `applicability` is empty until
 * somebody has decided.
 */
export interface SoaRow {
  /** Catalog key, or `additional:` and the id of a control of the organisation's own: unique and stable. */
  readonly key: string;
  readonly standardKey: string;
  /** Short name; `additional` for a control of the organisation's own, which has no edition. */
  readonly standard: string;
  readonly edition: string;
  readonly id: string;
  readonly title: string;
  readonly groupKey: string;
  readonly role: PrivacyRole | null;
  /** False for a control that is made for a role the organisation does not have. */
  readonly isInRole: boolean;
  readonly applicability: Applicability;
  readonly justification: string | null;
  readonly drivers: readonly RowDriver[];
  readonly status: ImplementationStatus | null;
  readonly owner: string | null;
  readonly target: string | null;
  readonly implementation: string | null;
  readonly notes: string | null;
  readonly decided: string | null;
  readonly decidedBy: string | null;
  readonly review: string | null;
  /** The last day of an exclusion. */
  readonly expires: string | null;
  /** Who runs it: the organisation, both, or the supplier. Null where nothing says so. */
  readonly model: ControlModel | null;
  readonly supplier: string | null;
  /** Of a control beyond those of the standards: where it comes from. Null for all others. */
  readonly source: string | null;
  /** Whether the control is the organisation's own, from `additional:`. */
  readonly isAdditional: boolean;
  /** Documents that claim the control by a tag or that the decision lists; in a pane at most `documentLimit`. */
  readonly documents: readonly RowDocument[];
  /** How many more claim it. */
  readonly moreDocuments: number;
  /** Documents that mention the control in their text and do not claim it; in a pane at most `mentionLimit`. */
  readonly mentions: readonly RowDocument[];
  readonly moreMentions: number;
  readonly evidence: readonly RowEvidence[];
  /** The texts of `documents:` as written. */
  readonly listedDocuments: readonly string[];
  /** Texts of `documents:` that lead out of the workspace: nobody looks there, and they count. */
  readonly outsideDocuments: readonly string[];
  /** Texts of `documents:` that name nothing, with their places in soa.yaml. */
  readonly missingDocuments: readonly { readonly text: string; readonly span: Span }[];
  /** The decision in soa.yaml, or null where there is none. */
  readonly decisionSpan: Span | null;
  readonly gaps: readonly Gap[];
}

/** Numbers of a standard or a group. Controls outside the organisation's roles are counted in `notInRole` only. */
export interface SoaCounts {
  readonly total: number;
  readonly applicable: number;
  readonly excluded: number;
  readonly undecided: number;
  /** Those of `applicable` that are implemented. */
  readonly implemented: number;
  /** Controls that are not excluded: those that need a document. */
  readonly toCover: number;
  /** Those of them that at least one document claims. */
  readonly covered: number;
  /** Those of `total` with at least one gap. */
  readonly withGaps: number;
  readonly notInRole: number;
}

export interface SoaGroup {
  /** Catalog key of the theme, area or group of a table. */
  readonly key: string;
  readonly standardKey: string;
  readonly id: string;
  readonly title: string;
  /** Id and title of the table or area above it, or null. */
  readonly above: { readonly id: string; readonly title: string } | null;
  readonly counts: SoaCounts;
}

export interface SoaStandard {
  /** True for the last one, which stands for the controls beyond those of the standards; it has no edition. */
  readonly isAdditional: boolean;
  /** As written in soa.yaml: `Amd 1:2024`. */
  readonly amendments: readonly string[];
  readonly key: string;
  readonly standard: string;
  readonly edition: string;
  /** `ISO/IEC 27001:2022` */
  readonly name: string;
  readonly fullTitle: string;
  readonly roles: readonly ('controller' | 'processor')[];
  readonly groups: readonly SoaGroup[];
  readonly counts: SoaCounts;
}

export interface SoaHeader {
  readonly organisation: string | null;
  readonly scope: string | null;
  readonly version: string | null;
  readonly status: string | null;
  readonly owner: string | null;
  readonly approvedBy: string | null;
  readonly approved: string | null;
  readonly nextReview: string | null;
  readonly classification: string | null;
  readonly scopeDocument: HeaderDocument | null;
  /** The folders whose documents count, relative to the workspace root; empty where that is the folder of the file. */
  readonly folders: readonly string[];
  /** The change history in the order of the file. */
  readonly history: readonly HistoryLine[];
  readonly released: ReleaseStamp | null;
}

/** The document that states the scope. */
export interface HeaderDocument {
  readonly text: string;
  /** Relative to the workspace root; null where it is no file of the workspace. */
  readonly path: string | null;
  readonly exists: boolean | null;
}

export interface HistoryLine {
  readonly version: string | null;
  readonly date: string | null;
  readonly by: string | null;
  readonly change: string | null;
}

/** What the last release stamped. */
export interface ReleaseStamp {
  readonly version: string | null;
  readonly date: string | null;
  readonly by: string | null;
  readonly hash: string | null;
}

export interface SoaModel {
  /** Path of the soa.yaml, or null without one. */
  readonly path: string | null;
  /** Where a new decision would go, or null without a soa.yaml. */
  readonly insertAt: Span | null;
  /** The calendar date for which it was made. */
  readonly asOf: string;
  readonly header: SoaHeader;
  readonly standards: readonly SoaStandard[];
  /** By standard in the order of soa.yaml, then in the order of the standard. */
  readonly rows: readonly SoaRow[];
  readonly counts: SoaCounts;
  /** What is wrong with soa.yaml itself and with the statement as a whole, in the order of their places. */
  readonly problems: readonly StatementProblem[];
}

/** Something wrong with soa.yaml, with the line of the file (from one) and the place on it. */
export interface StatementProblem {
  readonly text: string;
  readonly severity: 'error' | 'warning';
  readonly line: number;
  readonly span: Span;
}
