/** All panes with a comparison, restored after a restart. */
import { type Disposable, l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { ComparisonState } from '../../webview/comparison/messages.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { ComparisonPane } from './comparisonPane.js';
import { type ComparisonSource, readComparisonSource } from './comparisonSource.js';
import type { SoaPanes } from './soaPanes.js';

const viewType = 'clausemark.comparison';

export class ComparisonPanes implements Disposable {
  private readonly panes = new Set<ComparisonPane>();
  private readonly registration: Disposable;

  constructor(
    private readonly extensionUri: Uri,
    private readonly server: ServerConnection,
    private readonly statements: SoaPanes,
  ) {
    this.registration = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel: WebviewPanel, state: ComparisonState | undefined) => {
        const source = readComparisonSource(state?.source);
        if (source) this.add(panel, source);
        else panel.dispose();
      },
    });
  }

  /** Shows what changed; a pane that shows the same two versions comes to the front and compares again. */
  show(source: ComparisonSource): void {
    const same = [...this.panes].find(
      ({ source: { uri, before, after } }) => uri === source.uri && before === source.before && after === source.after,
    );
    if (same) {
      same.panel.reveal();
      void same.compare(source);
      return;
    }
    const title = l10n.t('What changed');
    const panel = window.createWebviewPanel(viewType, title, ViewColumn.Active, {
      enableFindWidget: true,
      retainContextWhenHidden: false,
    });
    this.add(panel, source);
  }

  /** The panels stay: VS Code hands them back to us after a reload of the window. */
  dispose(): void {
    this.registration.dispose();
  }

  private add(panel: WebviewPanel, source: ComparisonSource): void {
    const pane = new ComparisonPane(panel, source, this.extensionUri, this.server, this.statements);
    this.panes.add(pane);
    pane.onDidDispose(() => this.panes.delete(pane));
  }
}
