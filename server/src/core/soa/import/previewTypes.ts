/** What an import will write and what it could not place, for a pane. Plain data; imports nothing but types. */
import type { ImportCounts } from './report.js';
import type { ImportRemark } from './types.js';

export interface ImportPreview {
  readonly file: string;
  /** The first sentences of the report. */
  readonly summary: readonly string[];
  readonly counts: ImportCounts;
  readonly sheets: readonly PreviewSheet[];
  /** The standards that the rows were taken for. */
  readonly standards: readonly PreviewStandard[];
  /** Every edition that can be chosen instead: `27001:2022`. */
  readonly offered: readonly { readonly name: string; readonly title: string }[];
  /** How many ids of the edition before became exactly one control: they are moved where that is asked for. */
  readonly migratable: number;
  readonly entries: readonly PreviewEntry[];
  readonly tables: readonly PreviewTable[];
  readonly remarks: readonly PreviewRemark[];
}

export interface PreviewSheet {
  readonly name: string;
  readonly rows: number;
  readonly isHidden: boolean;
}

export interface PreviewStandard {
  readonly name: string;
  readonly title: string;
  /** How many of its controls have a row, of how many. */
  readonly placed: number;
  readonly all: number;
  /** Ids of those without. */
  readonly missing: readonly string[];
}

/** The head (empty id) or a control, with what will be written. */
export interface PreviewEntry {
  readonly id: string;
  readonly title: string;
  /** Nothing stood there before. */
  readonly isNew: boolean;
  readonly fields: readonly {
    /** A field of a decision or of the head, `standards` or `history`. */
    readonly field: string;
    readonly before: string | null;
    readonly after: string;
  }[];
}

export interface PreviewTable {
  readonly name: string;
  readonly columns: readonly (readonly [head: string, taken: string])[];
}

export interface PreviewRemark {
  readonly kind: ImportRemark['kind'];
  /** `Sheet 1, row 12, column “Owner”`; empty where it is about the whole file. */
  readonly place: string;
  readonly value: string | null;
  readonly text: string;
}
