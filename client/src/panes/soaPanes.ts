/** All panes with a Statement of Applicability: one for each management system, restored after a restart. */
import { type Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { type SoaMessage, type SoaParams, soaRequest } from '../../../server/src/protocol.js';
import type { PaneState } from '../../webview/messages.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { readSource } from './paneSource.js';
import { SoaPane } from './soaPane.js';

const viewType = 'clausemark.soa';

export class SoaPanes implements Disposable {
  private readonly panes = new Set<SoaPane>();
  private readonly registration: Disposable;

  constructor(
    private readonly extensionUri: Uri,
    private readonly server: ServerConnection,
  ) {
    this.registration = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel: WebviewPanel, state: PaneState | undefined) => {
        const source = readSource(state?.source);
        if (source) this.add(panel, source);
        else panel.dispose();
      },
    });
  }

  /**
   * Shows the statement that a document, soa.yaml or folder belongs to (null: the first one), beside the text and
   * without taking the focus from it; with a key, the row of that control. False where there is nothing to show.
   */
  async show(uri: Uri | null, key: string | null = null): Promise<boolean> {
    const params: SoaParams = uri ? { uri: uri.toString() } : {};
    const answer = await this.server.request<SoaMessage>(soaRequest, params);
    if (!answer) return false;
    const { folder, system } = answer;
    const open = [...this.panes].find(({ source }) => source.folder === folder && source.system === system);
    const pane = open ?? this.add(this.createPanel(), { folder, system });
    pane.reveal(key);
    return true;
  }

  /** The soa.yaml (or folder) of the pane that has the focus; undefined where none has. */
  activeUri(): Uri | undefined {
    const active = [...this.panes].find(({ panel }) => panel.active);
    return active && Uri.parse(active.source.system ?? active.source.folder);
  }

  /** Goes to the next control without a decision in the pane that is in front; opens one where there is none. */
  async nextUndecided(uri: Uri | null): Promise<boolean> {
    const open = [...this.panes];
    if (open.length === 0 && !(await this.show(uri))) return false;
    const pane =
      open.find(({ panel }) => panel.active) ?? open.find(({ panel }) => panel.visible) ?? [...this.panes][0];
    pane?.nextUndecided();
    return true;
  }

  /** The panels stay: VS Code hands them back to us after a reload of the window. */
  dispose(): void {
    this.registration.dispose();
  }

  private createPanel(): WebviewPanel {
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    return window.createWebviewPanel(viewType, l10n.t('Statement of Applicability'), place, {
      enableFindWidget: true,
      retainContextWhenHidden: false,
    });
  }

  private add(panel: WebviewPanel, source: { folder: string; system: string | null }): SoaPane {
    const pane = new SoaPane(panel, source, this.extensionUri, this.server);
    this.panes.add(pane);
    pane.onDidDispose(() => this.panes.delete(pane));
    return pane;
  }
}
