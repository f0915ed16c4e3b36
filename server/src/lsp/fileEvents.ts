/** Files that come, change and go, as the editor's watcher and its explorer report them. */
import { FileChangeType, type FileEvent, WatchKind } from 'vscode-languageserver';
import { isSettingsPath } from '../workspace/paths.js';
import type { Folder } from './folder.js';
import type { FolderKeeper } from './folderKeeper.js';
import type { Guard } from './guard.js';
import { patience } from './patience.js';
import type { Session } from './session.js';
import type { Worker } from './worker.js';

/** Anything may come and go (evidence, folders); of what changes only texts matter. */
export const watchers = [
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  { globPattern: '**/*.{md,markdown,yaml,yml,txt,mdx,qmd,rmd}', kind: WatchKind.Change },
  { globPattern: '**/.clausemarkignore', kind: WatchKind.Change },
];

/** Hosts that look up what is there now, after the files of one message. */
interface Batch {
  readonly notes: Promise<void>[];
  /** Nobody waits for those that have not answered yet: each of them is taken in when it does. */
  isLate: boolean;
}

export function registerFileEvents(session: Session, guard: Guard, keeper: FolderKeeper, worker: Worker): void {
  const reconfigure = new Set<Folder>();
  /** What came in with the present message. */
  let batch: Batch = { notes: [], isLate: false };
  const changed = (uri: string, isGone: boolean) => {
    const found = session.folderOf(uri);
    if (!found?.folder.workspace || found.folder.uri === null) return;
    const { folder, path } = found;
    const noted = folder.noteFile(path, isGone);
    if (!noted) return tell(folder, path, isGone);
    const own = batch;
    const told = noted.then(() => {
      tell(folder, path, isGone);
      if (own.isLate) void finish();
    });
    own.notes.push(told);
  };
  const tell = (folder: Folder, path: string, isGone: boolean) => {
    if (isSettingsPath(path)) reconfigure.add(folder);
    else if (isGone) folder.workspace?.fileDeleted(path);
    else folder.workspace?.fileChanged(path);
  };
  const finish = () => worker.track(finishNow());
  const finishNow = async () => {
    const own = batch;
    batch = { notes: [], isLate: false };
    if (own.notes.length > 0) await Promise.race([Promise.all(own.notes), session.environment.wait(patience)]);
    own.isLate = true;
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
