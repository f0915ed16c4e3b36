/** Open texts: opened, edited, closed. An edit only stores the text; the worker does the rest when no message waits. */
import type { FolderKeeper } from './folderKeeper.js';
import type { Guard } from './guard.js';
import { listenForTexts } from './openTexts.js';
import type { Session } from './session.js';
import type { Worker } from './worker.js';

export function registerTextSync(session: Session, guard: Guard, keeper: FolderKeeper, worker: Worker): void {
  const { documents, connection } = session;
  documents.onDidChangeContent(
    guard.notification('didChange', ({ document }) =>
      keeper.place(document.uri, document.languageId, document.getText()),
    ),
  );
  documents.onDidClose(
    guard.notification('didClose', ({ document }) => {
      const found = session.folderOf(document.uri);
      if (!found) return;
      found.folder.workspace?.closeText(found.path);
      worker.wake();
    }),
  );
  listenForTexts(documents, connection);
}
