/** Files that come, change and go, as the editor's watcher and its explorer report them. */
import { FileChangeType, type FileEvent, WatchKind } from 'vscode-languageserver';
import { isSettingsPath } from '../workspace/paths.js';
import type { Folder } from './folder.js';
import type { FolderKeeper } from './folderKeeper.js';
import type { Guard } from './guard.js';
import type { Session } from './session.js';
import type { Worker } from './worker.js';

/** Anything may come and go (evidence, folders); of what changes only texts matter. */
export const watchers = [
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  { globPattern: '**/*.{md,markdown,yaml,yml,txt,mdx,qmd,rmd}', kind: WatchKind.Change },
  { globPattern: '**/.clausemarkignore', kind: WatchKind.Change },
];

export function registerFileEvents(session: Session, guard: Guard, keeper: FolderKeeper, worker: Worker): void {
  const reconfigure = new Set<Folder>();
  const changed = (uri: string, isGone: boolean) => {
    const found = session.folderOf(uri);
    if (!found?.folder.workspace || found.folder.uri === null) return;
    if (isSettingsPath(found.path)) reconfigure.add(found.folder);
    else if (isGone) found.folder.workspace.fileDeleted(found.path);
    else found.folder.workspace.fileChanged(found.path);
  };
  const finish = async () => {
    const folders = [...reconfigure];
    reconfigure.clear();
    for (const folder of folders) await keeper.settingsChanged(undefined, folder);
    worker.wake();
  };
  const { connection } = session;
  connection.onDidChangeWatchedFiles(
    guard.notification('didChangeWatchedFiles', ({ changes }: { changes: FileEvent[] }) => {
      for (const { uri, type } of changes) changed(uri, type === FileChangeType.Deleted);
      return finish();
    }),
  );
  connection.workspace.onDidCreateFiles(
    guard.notification('didCreateFiles', ({ files }: { files: { uri: string }[] }) => {
      for (const { uri } of files) changed(uri, false);
      return finish();
    }),
  );
  connection.workspace.onDidDeleteFiles(
    guard.notification('didDeleteFiles', ({ files }: { files: { uri: string }[] }) => {
      for (const { uri } of files) changed(uri, true);
      return finish();
    }),
  );
  connection.workspace.onDidRenameFiles(
    guard.notification('didRenameFiles', ({ files }: { files: { oldUri: string; newUri: string }[] }) => {
      for (const { oldUri, newUri } of files) {
        changed(oldUri, true);
        changed(newUri, false);
      }
      return finish();
    }),
  );
}
