/**
 * Which document serves how many requirements of which standard: plain data that can be sent as JSON. Imports nothing but
 * types, so that the pane can use it without the core.
 */
import type { DocumentConcern } from './modelTypes.js';

/** A control or clause that a document claims. */
export interface ReuseEntry {
  /** Catalog key. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
}

/** What a document serves of one standard, in the order of the standard. */
export interface ReuseCell {
  readonly controls: readonly ReuseEntry[];
  readonly clauses: readonly ReuseEntry[];
}

export interface ReuseDocument {
  readonly path: string;
  readonly title: string;
  readonly id: string | null;
  readonly status: string | null;
  readonly concern: DocumentConcern | null;
  /** One per standard of the matrix, in its order; null where the document serves nothing of it. */
  readonly cells: readonly (ReuseCell | null)[];
  /** Controls and clauses of all standards together. */
  readonly total: number;
  /** How many standards it serves. */
  readonly standardCount: number;
}

export interface ReuseStandard {
  readonly key: string;
  readonly standard: string;
  /** `ISO/IEC 27001:2022` */
  readonly name: string;
  /**
   * What has to be served, as the coverage counts it: controls (those of the organisation's roles that are not excluded) and
   * clauses without clauses below them; and how many of them no document serves.
   */
  readonly total: number;
  readonly unserved: number;
  /** How many documents serve something of it. */
  readonly documentCount: number;
}

export interface ReuseMatrix {
  readonly standards: readonly ReuseStandard[];
  /** Those that serve more standards first, then those that serve more requirements, then by path. */
  readonly documents: readonly ReuseDocument[];
  /** How many documents serve more than one standard. */
  readonly sharedCount: number;
}
