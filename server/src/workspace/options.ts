/** What a workspace is told when it is made. */
import type { Catalog } from '../core/catalog/types.js';
import type { Settings } from '../core/settings.js';
import type { FindingsListener } from './reporting.js';

/** What a workspace is made of besides its files. */
export interface WorkspaceConfiguration {
  readonly catalog: Catalog;
  readonly settings: Settings;
  /** Content of `.clausemarkignore`, empty without one. */
  readonly ignoreText: string;
  /** Stands for the content of the catalog. Without it nothing is kept for the next start. */
  readonly catalogPrint?: string;
}

export interface WorkspaceOptions {
  /** How many documents are kept as values and not as bytes; for tests. */
  readonly documentsAtHand?: number;
  /**
   * True where all documents are read once and the program ends: packing one before there are too many at hand would be for nothing.
   */
  readonly isShortRun?: boolean;
  /** Editors show a text without its byte order mark, so positions leave it out; the command line counts it. */
  readonly keepsByteOrderMark?: boolean;
  /** False for files opened without a folder: there is nothing to list, and every opened text is a document. */
  readonly hasFolder?: boolean;
  readonly onFindings?: FindingsListener;
}
