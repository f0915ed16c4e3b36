/** Tells our own client what changed: status, once the work is done, and that the SoA models are other ones. */

import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import { t } from '../core/l10n.js';
import type { Snapshot } from '../core/snapshot.js';
import { type SoaChangedMessage, type StatusMessage, soaChangedNotification, statusNotification } from '../protocol.js';
import type { SkipReason } from '../workspace/host.js';
import { scopeWithin } from '../workspace/scope.js';
import type { Session } from './session.js';

/** Why a file was left out, in words for the user. */
const reasons: Readonly<Record<SkipReason, () => string>> = {
  'too-large': () =>
    t('It is larger than 5 MB. Shorten or divide it, or name it in .clausemarkignore if it is no policy.'),
  binary: () => t('It is not a text file.'),
  'not-utf8': () => t('It is not saved as UTF-8.'),
  unreadable: () => t('It cannot be opened: no permission, or the disk failed.'),
  name: () => t('Its name is not written in UTF-8, so that it cannot be opened by it. Rename it.'),
  failed: () =>
    t('Reading or checking it failed: a mistake in Clausemark, not in the file. Please report it, with the log.'),
};

export class Notifier {
  private lastStatus = '';
  private refreshed = '';

  constructor(
    private readonly session: Session,
    private readonly isWorking: () => boolean,
  ) {}

  /** All work is done for now. */
  settled(): void {
    this.refresh();
    if (!this.session.client.clausemarkMessages) return;
    this.sendStatus();
    this.statementsChanged();
  }

  /**
   * Says which folders have another statement now, as soon as all documents are in: checking the rest of many documents
   * again may take a while, and changes nothing in it.
   */
  statementsChanged(): void {
    if (!this.session.client.clausemarkMessages) return;
    for (const folder of this.session.folders) {
      const progress = folder.workspace?.progress();
      if (progress !== 'ready' && progress !== 'checking') continue;
      const version = folder.versionNow();
      if (version === folder.announcedVersion) continue;
      folder.announcedVersion = version;
      const message: SoaChangedMessage = { folder: folder.uri ?? '', version };
      void this.session.connection.sendNotification(soaChangedNotification, message);
    }
  }

  /** What is shown beside a text depends on other texts, too: the editor is told to ask again. */
  private refresh(): void {
    const versions = this.session.allFolders().map((folder) => folder.versionNow());
    const state = versions.join();
    if (state === this.refreshed) return;
    this.refreshed = state;
    const { client, connection } = this.session;
    // A client that refuses has nothing to show.
    const ignore = () => {};
    if (client.refresh.codeLens) connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
    if (client.refresh.inlayHint) connection.sendRequest(InlayHintRefreshRequest.type).catch(ignore);
    if (client.refresh.semanticTokens) connection.sendRequest(SemanticTokensRefreshRequest.type).catch(ignore);
    if (client.pullsDiagnostics && client.refresh.diagnostics) {
      connection.sendRequest(DiagnosticRefreshRequest.type).catch(ignore);
    }
  }

  status(): StatusMessage {
    const folders = this.session.allFolders();
    const snapshots = folders.flatMap((folder) => folder.workspace?.snapshot() ?? []);
    return {
      state: this.isWorking() ? 'working' : 'ready',
      documents: snapshots.reduce((count, snapshot) => count + snapshot.documents.size, 0),
      systems: snapshots.reduce((count, snapshot) => count + snapshot.systems.length, 0),
      standards: [...new Set(snapshots.flatMap(standardsInScope))].sort(),
      ...this.session.publisher.totals(),
      skipped: folders.flatMap((folder) => {
        const files = folder.workspace?.skippedFiles() ?? [];
        return files.map(({ path, reason }) => ({ uri: folder.uriOf(path), reason: reasons[reason]() }));
      }),
      problems: folders.flatMap((folder) => folder.problems),
    };
  }

  /** Sends the status where it is another one than before. */
  sendStatus(): void {
    if (!this.session.client.clausemarkMessages) return;
    const status = this.status();
    const text = JSON.stringify(status);
    if (text === this.lastStatus) return;
    this.lastStatus = text;
    void this.session.connection.sendNotification(statusNotification, status);
  }
}

function standardsInScope(snapshot: Snapshot): string[] {
  const systems = snapshot.systems.length > 0 ? snapshot.systems : [null];
  return systems
    .flatMap((system) => scopeWithin(system, snapshot))
    .map(({ standard, edition }) => (edition === null ? standard : `${standard}:${edition}`));
}
