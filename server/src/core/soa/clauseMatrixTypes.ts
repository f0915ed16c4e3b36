/**
 * The matrix of clauses 4–10 across the standards in scope: plain data that can be sent as JSON. Imports nothing but
 * types, so that the pane can use it without the core.
 */
import type { RowDocument } from './modelTypes.js';

/**
 * How well documents cover a clause in one standard: `covered` by a document that claims it or the clause above it,
 * `partly` where documents claim only something below it, `mentioned` where texts only cite it.
 */
export type ClauseState = 'covered' | 'partly' | 'mentioned' | 'uncovered';

/**
 * `same`: all standards in scope have it under one title; `own-title`: the titles differ; `some`: not all have it;
 * `one`: only one does.
 */
export type ClauseKind = 'same' | 'own-title' | 'some' | 'one';

export interface ClauseDocument extends RowDocument {
  /** Id of the clause or item that the document claims: the clause itself, the one above it, or a part of it. */
  readonly claimed: string;
  /** False where it claims only something below the clause. */
  readonly isWhole: boolean;
}

/** One clause in one standard. */
export interface ClauseCell {
  readonly standardKey: string;
  /** Catalog key. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** Whether the standard has clauses below it; gaps and counts are those of clauses without any. */
  readonly hasParts: boolean;
  readonly state: ClauseState;
  /** Documents that claim it, those that claim the whole clause first, then by path. */
  readonly documents: readonly ClauseDocument[];
  /** Documents that cite it without claiming it. */
  readonly mentions: readonly RowDocument[];
}

export type ClauseGapCode = 'clause-uncovered' | 'clause-partly' | 'clause-only-draft';

export interface ClauseGap {
  readonly code: ClauseGapCode;
  readonly standardKey: string;
  /** One sentence for the reader. */
  readonly text: string;
}

/** A document that claims the same clause in several standards, or could. */
export interface SharedDocument {
  readonly path: string;
  readonly title: string;
  readonly id: string | null;
  /** Keys of the standards for which it claims the whole clause. */
  readonly standardKeys: readonly string[];
}

/** One clause of the common structure, in every standard in scope that has it. */
export interface ClauseRow {
  /** Unique in the matrix: the catalog key of the first cell. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** 1 for clauses 4 to 10 themselves, 2 for 4.1, 3 for 6.1.1. */
  readonly depth: number;
  /** Id of the main clause, `6`, under which the row stands. */
  readonly main: string;
  /** Whether any of the standards has clauses below it. */
  readonly hasParts: boolean;
  readonly kind: ClauseKind;
  /** One per standard of the matrix, in its order; null where the standard has no such clause. */
  readonly cells: readonly (ClauseCell | null)[];
  /** Documents that claim it in more than one standard: the process is shared. */
  readonly shared: readonly SharedDocument[];
  /** Of a main clause: what an integrated system can share, and what stays specific; else null. */
  readonly sharedText: string | null;
  readonly differsText: string | null;
  readonly gaps: readonly ClauseGap[];
}

export interface ClauseCounts {
  /** Clauses without clauses below them. */
  readonly total: number;
  readonly covered: number;
  readonly partly: number;
  /** Neither covered nor partly covered, whether cited or not. */
  readonly uncovered: number;
}

export interface ClauseStandard {
  readonly key: string;
  readonly standard: string;
  readonly edition: string;
  /** `ISO/IEC 27001:2022` */
  readonly name: string;
  readonly counts: ClauseCounts;
}

export interface ClauseMatrix {
  readonly standards: readonly ClauseStandard[];
  /** In the order of the clauses. */
  readonly rows: readonly ClauseRow[];
  /** Clauses (without clauses below them) that more than one standard has, and those of them that one document claims in all. */
  readonly common: number;
  readonly commonShared: number;
}
