/** What is read from an existing Statement of Applicability, and what is told about it. */
import type { CatalogEntry, Standard } from '../../catalog/types.js';
import type { Applicability, ControlModel, ImplementationStatus } from '../types.js';
import type { DriverInCell } from './cellWords.js';

export interface ImportedEvidence {
  readonly text: string;
  readonly date: string | null;
  readonly note?: string | null;
  /** For how long from its date on: `12 months`. */
  readonly valid?: string | null;
  readonly validUntil?: string | null;
}

/** The fields of a decision, as far as the file states them. Absent is not the same as empty: nothing was said. */
export interface ImportedFields {
  applicable?: Applicability;
  justification?: string;
  drivers?: DriverInCell[];
  status?: ImplementationStatus;
  target?: string;
  owner?: string;
  model?: ControlModel;
  supplier?: string;
  implementation?: string;
  documents?: string[];
  evidence?: ImportedEvidence[];
  decided?: string;
  decidedBy?: string;
  review?: string;
  expires?: string;
  notes?: string;
}

/** The fields that are plain text, in the order in which they are written. */
export const importedTexts = [
  'justification',
  'status',
  'target',
  'owner',
  'model',
  'supplier',
  'implementation',
  'decided',
  'decidedBy',
  'review',
  'expires',
  'notes',
] as const satisfies readonly (keyof ImportedFields)[];

/** A place in the file as a person finds it. */
export interface ImportPlace {
  /** Name of the sheet or heading; empty where there is only one. */
  readonly sheet: string;
  /** `row 12` or `line 40`; null where it is about the whole sheet. */
  readonly row: string | null;
  /** Head of the column, or its letters; null where it is about the whole row. */
  readonly column: string | null;
}

export interface ImportedDecision {
  readonly standard: Standard;
  readonly control: CatalogEntry;
  readonly fields: ImportedFields;
  readonly place: ImportPlace;
}

/** A control of the organisation's own, beyond those of the standards. */
export interface ImportedOwnControl {
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly fields: ImportedFields;
  readonly place: ImportPlace;
}

/** Something of the file that did not become a field of a decision. */
export interface ImportRemark {
  /**
   * `lost`: listed here only; `noted`: kept in the notes of the control; `check`: taken, but a person should look;
   * `info`: how something was understood.
   */
  readonly kind: 'lost' | 'noted' | 'check' | 'info';
  readonly place: ImportPlace | null;
  /** As written; null where the remark is not about one value. */
  readonly value: string | null;
  /** One sentence. */
  readonly text: string;
}

export interface ImportedHeader {
  organisation?: string;
  scope?: string;
  scopeDocument?: string;
  version?: string;
  status?: string;
  owner?: string;
  approvedBy?: string;
  approved?: string;
  nextReview?: string;
  classification?: string;
}

/** The fields of the head, in the order in which they are written. */
export const importedHeaderFields = [
  'organisation',
  'scope',
  'scopeDocument',
  'version',
  'status',
  'owner',
  'approvedBy',
  'approved',
  'nextReview',
  'classification',
] as const satisfies readonly (keyof ImportedHeader)[];

export interface ImportedHistoryItem {
  readonly version: string;
  readonly date: string | null;
  readonly by: string | null;
  readonly change: string | null;
}

export interface ImportedStandard {
  readonly standard: Standard;
  readonly roles: readonly ('controller' | 'processor')[];
  readonly amendments: readonly string[];
}

/** One table of the file, as the report tells of it. */
export interface ImportedTable {
  readonly name: string;
  /** `row 3`, `line 12`; null where the table has no heads. */
  readonly header: string | null;
  readonly columns: readonly { readonly head: string; readonly taken: string }[];
  readonly rows: number;
  readonly placed: number;
  /** Rows that only divide the table. */
  readonly headings: number;
  /** `ISO/IEC 27001:2022` for each standard that rows were placed in. */
  readonly standards: readonly string[];
}

export interface ImportedStatement {
  readonly file: string;
  readonly header: ImportedHeader;
  readonly history: readonly ImportedHistoryItem[];
  readonly standards: readonly ImportedStandard[];
  /** One per control, by standard and in the order of the standard. */
  readonly decisions: readonly ImportedDecision[];
  readonly own: readonly ImportedOwnControl[];
  readonly tables: readonly ImportedTable[];
  readonly remarks: readonly ImportRemark[];
  /** How many ids of the edition before became exactly one control, and could be moved or were. */
  readonly migratable: number;
  /** A table that we exported: it names all documents, and does not tell which of them the soa.yaml lists. */
  readonly isOurTable: boolean;
}

export interface ImportOptions {
  /** The standards that the file is about, as the user says; empty where the file itself tells. */
  readonly standards: readonly Standard[];
  /** Only the sheet of that name (or number, from one). */
  readonly sheet?: string;
  /** Move ids of the edition before to those of the edition asked for, where one became exactly one. */
  readonly migrates?: boolean;
}
