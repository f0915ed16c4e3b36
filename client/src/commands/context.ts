/** What a command may need. */
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { ComparisonPanes } from '../panes/comparisonPanes.js';
import type { SoaPanes } from '../panes/soaPanes.js';
import type { ServerConnection } from '../server/serverConnection.js';
import type { CoverageView } from '../views/coverageView.js';

export interface CommandContext {
  readonly context: ExtensionContext;
  readonly output: LogOutputChannel;
  readonly server: ServerConnection;
  readonly panes: SoaPanes;
  readonly comparisons: ComparisonPanes;
  readonly coverage: CoverageView;
  /** Whether the server runs in Node, and not in a worker of a browser. */
  readonly hasNode: boolean;
}
