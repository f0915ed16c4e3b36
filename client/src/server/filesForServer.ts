/** Reads files for a server that cannot: one in a web worker, or one whose folder lies in a virtual file system. */
import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FolderEntryMessage,
  type ReadFileAnswer,
  type ReadFileParams,
  readFileRequest,
  readFolderRequest,
  type StatMessage,
  statRequest,
  type UrisParams,
} from '../../../server/src/protocol.js';
import { decodeText } from './decodeText.js';

/** Answers the server's questions. Nothing outside the folders of the workspace is read. */
export function serveFiles(client: Pick<BaseLanguageClient, 'onRequest'>): void {
  client.onRequest(readFileRequest, ({ uri, largest }: ReadFileParams) => readFile(Uri.parse(uri), largest));
  client.onRequest(readFolderRequest, ({ uris }: UrisParams) => readFolder(Uri.parse(uris[0] ?? '')));
  client.onRequest(statRequest, ({ uris }: UrisParams) => Promise.all(uris.map((uri) => statOf(Uri.parse(uri)))));
}

async function readFile(uri: Uri, largest: number): Promise<ReadFileAnswer> {
  const { kind, stamp, size } = await look(uri);
  if (kind !== 'file') return { kind: 'missing' };
  if (size > largest) return { kind: 'skipped', reason: 'too-large', bytes: size, stamp };
  try {
    const bytes = await workspace.fs.readFile(uri);
    const decoded = decodeText(bytes);
    return 'text' in decoded
      ? { kind: 'text', text: decoded.text, stamp }
      : { kind: 'skipped', reason: decoded.reason, bytes: bytes.length, stamp };
  } catch {
    return { kind: 'skipped', reason: 'unreadable', bytes: size, stamp };
  }
}

/** Without links: where they lead to cannot be seen from here, and it may be outside the folder. */
async function readFolder(uri: Uri): Promise<FolderEntryMessage[] | null> {
  if (!isOurs(uri)) return null;
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return entries.flatMap(([name, type]): FolderEntryMessage[] => {
      if (type === FileType.File) return [{ name, kind: 'file' }];
      return type === FileType.Directory ? [{ name, kind: 'folder' }] : [];
    });
  } catch {
    return null;
  }
}

async function statOf(uri: Uri): Promise<StatMessage> {
  const { kind, stamp } = await look(uri);
  return { kind, stamp };
}

async function look(uri: Uri): Promise<StatMessage & { readonly size: number }> {
  const nothing = { kind: 'nothing', stamp: '', size: 0 } as const;
  if (!isOurs(uri)) return nothing;
  try {
    const { type, mtime, size } = await workspace.fs.stat(uri);
    if (type !== FileType.File && type !== FileType.Directory) return nothing;
    return { kind: type === FileType.File ? 'file' : 'folder', stamp: `${mtime}:${size}`, size };
  } catch {
    return nothing;
  }
}

function isOurs(uri: Uri): boolean {
  return workspace.getWorkspaceFolder(uri) !== undefined;
}
