/**
 * What a helper is told and what it answers. Helpers read files of a large folder at the same time, each in a thread of its
 * own: an answer holds the same as the stored index does of a document, and is believed under the same conditions.
 */
import type { NamesAddition, NamesRange } from '../core/compact/names.js';
import type { ScopedStandard } from '../core/document.js';
import type { Translations } from '../core/l10n.js';
import type { Settings } from '../core/settings.js';
import type { FileText } from './host.js';

/** Everything that reading and checking a document depends on besides its text. Plain data, to be sent. */
export interface HelperTask {
  readonly settings: Settings;
  /** Stands for the content of the catalog. */
  readonly catalogPrint: string;
  /** All soa.yaml files: path and text. */
  readonly systems: readonly (readonly [path: string, text: string])[];
  /** What all documents together imply to be in scope, where no soa.yaml says; empty while nobody knows. */
  readonly implied: readonly ScopedStandard[];
  readonly today: string;
  readonly keepsByteOrderMark: boolean;
  readonly language: string;
  /** Null for English. */
  readonly translations: Translations | null;
  /** The numbers that the helper may give to texts and shapes. */
  readonly names: NamesRange;
}

/** A file as a helper found it; `at` is where the block says what is known of the document, -1 where nothing is. */
export interface HelperFile {
  readonly path: string;
  readonly file: HelperFileText;
  readonly at: number;
}

/** What reading a file gave, without its text. */
export type HelperFileText =
  | { readonly kind: 'text'; readonly stamp: string; readonly isYoung: boolean }
  | Exclude<FileText, { readonly kind: 'text' }>;

export interface HelperAnswer {
  readonly files: readonly HelperFile[];
  /** What `writeDocument` wrote. */
  readonly block: Uint8Array;
  /** The names that are new since the last answer. */
  readonly names: NamesAddition;
}
