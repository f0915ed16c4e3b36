/** Renaming in all files, and what a move of files changes in them. */
import {
  LSPErrorCodes,
  MessageType,
  type PrepareRenameParams,
  type Range,
  type RenameFilesParams,
  type RenameParams,
  ResponseError,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { editsForMoves, type FileMove } from '../../core/features/fileMoves.js';
import { joinedFolders } from '../../core/features/joinedFolders.js';
import { prepareRename as prepareAt, rename as renameAt } from '../../core/features/rename.js';
import { toRange, toWorkspaceEdit } from '../convert.js';
import type { Folder } from '../folder.js';
import { offsetIn, type Session } from '../session.js';

/** The range with what the box of the editor holds; null where others may know more; an error says why not. */
export function prepareRename(
  session: Session,
  params: PrepareRenameParams,
): { range: Range; placeholder: string } | ResponseError | null {
  const subject = session.subject(params.textDocument.uri);
  if (!subject) return null;
  const target = prepareAt(subject.snapshot, subject.path, offsetIn(subject, params.position));
  if (!target) return null;
  if ('refused' in target) return new ResponseError(LSPErrorCodes.RequestFailed, target.refused);
  return { range: toRange(subject.lineStarts, target.span), placeholder: target.placeholder };
}

export function rename(session: Session, params: RenameParams): WorkspaceEdit | ResponseError | null {
  const subject = session.subject(params.textDocument.uri);
  if (!subject) return null;
  const { snapshot, path, folder } = subject;
  const renamed = renameAt(snapshot, path, offsetIn(subject, params.position), params.newName);
  if (!renamed) return null;
  if ('edits' in renamed) return toWorkspaceEdit(renamed.edits, snapshot, folder, session.client);
  if (!session.client.clausemarkMessages) return new ResponseError(LSPErrorCodes.RequestFailed, renamed.refused);
  // After an error VS Code would ask its own Markdown features, which would write a refused id over the whole heading.
  const { refused: message } = renamed;
  void session.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  return { changes: {} };
}

/** The edits that go with a move; the editor applies them before it moves the files. */
export async function willRenameFiles(session: Session, { files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
  const movesByFolder = new Map<Folder, FileMove[]>();
  const movesByParent = new Map<string, FileMove[]>();
  for (const { oldUri, newUri } of files) {
    const old = session.folderOf(oldUri);
    const to = session.folderOf(newUri);
    if (!old?.folder.workspace || old.folder.uri === null || !to) continue;
    if (old.folder === to.folder) add(movesByFolder, old.folder, { from: old.path, to: to.path });
    const [from, into] = [old.folder.placeInParent(), to.folder.placeInParent()];
    // Only between folders that lie side by side is there a relative path worth writing.
    if (old.folder === to.folder || !from || !into || from.parent !== into.parent) continue;
    add(movesByParent, from.parent, { from: `${from.name}/${old.path}`, to: `${into.name}/${to.path}` });
  }
  const edits: WorkspaceEdit[] = [];
  for (const [parent, moves] of movesByParent) edits.push(...(await editsAcross(session, parent, moves)));
  for (const [folder, moves] of movesByFolder) {
    const snapshot = folder.workspace!.snapshot();
    if (!snapshot.settings.updateOnFileMove) continue;
    const updatesLinks = !(await editorUpdatesLinks(session, folder));
    const changed = editsForMoves(snapshot, moves, updatesLinks);
    if (changed.length > 0) edits.push(toWorkspaceEdit(changed, snapshot, folder, session.client));
  }
  return merged(edits);
}

function add<Key>(map: Map<Key, FileMove[]>, key: Key, move: FileMove): void {
  map.set(key, [...(map.get(key) ?? []), move]);
}

/** What changes in the folders below one when files move from one of them to another. */
async function editsAcross(session: Session, parent: string, moves: readonly FileMove[]): Promise<WorkspaceEdit[]> {
  const folders = session.folders.flatMap((folder) => {
    const place = folder.placeInParent();
    const snapshot = folder.workspace?.snapshot();
    return snapshot && place?.parent === parent ? [{ folder, snapshot, name: place.name }] : [];
  });
  const updatesLinks = folders[0] ? !(await editorUpdatesLinks(session, folders[0].folder)) : false;
  const changed = editsForMoves(joinedFolders(folders), moves, updatesLinks);
  return folders.flatMap(({ folder, snapshot, name }) => {
    const own = changed.filter(({ path }) => path.startsWith(`${name}/`));
    if (own.length === 0 || !snapshot.settings.updateOnFileMove) return [];
    const edits = own.map((edit) => ({ ...edit, path: edit.path.slice(name.length + 1) }));
    return [toWorkspaceEdit(edits, snapshot, folder, session.client)];
  });
}

/** Whether VS Code's own Markdown features will change links when files move: then we leave links alone. */
async function editorUpdatesLinks({ client, connection }: Session, folder: Folder): Promise<boolean> {
  if (!client.clausemarkMessages || !client.configuration) return false;
  const section = 'markdown.updateLinksOnFileMove.enabled';
  try {
    const value: unknown = await connection.workspace.getConfiguration({ section, scopeUri: folder.uri! });
    return value === 'always' || value === 'prompt';
  } catch {
    return false;
  }
}

function merged(edits: readonly WorkspaceEdit[]): WorkspaceEdit | null {
  if (edits.length < 2) return edits[0] ?? null;
  const documentChanges = edits.flatMap((edit) => edit.documentChanges ?? []);
  if (documentChanges.length > 0) return { documentChanges };
  return { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) };
}
