/** Goes from control to control that no document covers, in the order of the coverage view. */
import { l10n, Uri, window } from 'vscode';
import { type CoverageMessage, coverageRequest } from '../../../server/src/protocol.js';
import type { SoaPanes } from '../panes/soaPanes.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { type EntryNode, gapsAfter, labelOf } from '../views/coverageNodes.js';
import { openSoa } from './openSoa.js';

export class GapWalk {
  /** The gap that was shown last; it may have been closed meanwhile. */
  private last: EntryNode | null = null;

  constructor(
    private readonly server: ServerConnection,
    private readonly panes: SoaPanes,
  ) {}

  /** Shows the row of the next uncovered control in the statement; after the last one the first. */
  async next(): Promise<void> {
    const messages = await this.server.request<CoverageMessage[]>(coverageRequest);
    if (!messages) {
      return void window.showWarningMessage(l10n.t('Clausemark is not running, or cannot read this folder.'));
    }
    const gaps = gapsAfter(messages, this.last);
    const [gap] = gaps;
    if (!gap) {
      window.setStatusBarMessage(l10n.t('Every control in scope is covered by a document or excluded.'), 4000);
      return;
    }
    this.last = gap;
    window.setStatusBarMessage(
      gaps.length === 1
        ? l10n.t('{0}: no document covers it. It is the only such control.', labelOf(gap))
        : l10n.t('{0}: no document covers it. There are {1} such controls.', labelOf(gap), gaps.length),
      8000,
    );
    await openSoa(this.panes, Uri.parse(gap.scope.system ?? gap.scope.folder), gap.entry.key);
  }
}
