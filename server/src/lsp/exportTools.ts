/** What only a program with a disk can do for an export: its libraries, a browser to print with, and git. */
import type { Catalog } from '../core/catalog/types.js';
import type { SoaExport } from '../core/soa/render/exportInput.js';
import type { Cancellation, ToolProblem } from './statementTools.js';

export interface ExportTools {
  /**
   * The file in such a format, in base64; a problem where the user can put something right. May start a browser; rejects where
   * the token says that nobody waits any more, which ends the browser.
   */
  render(
    format: string,
    input: SoaExport,
    catalog: Catalog,
    token?: Cancellation,
  ): Promise<{ readonly base64: string } | ToolProblem>;
  /** The commit of a folder. Runs git; null where there is none. Rejects where the token says that nobody waits any more. */
  commit(
    folderUri: string,
    token?: Cancellation,
  ): Promise<{ readonly commit: string; readonly isModified: boolean } | null>;
}
