/**
 * A folder that only the editor can read: a virtual workspace, a remote one seen from a browser, or any folder where the
 * server itself runs in a browser. Every look at it is a request to the client. What was seen is kept, so that
 * questions which cannot wait (is this evidence there?) have an answer; the editor's file events keep it true.
 */
import type { Connection } from 'vscode-languageserver';
import {
  type FolderEntryMessage,
  type ReadFileAnswer,
  type ReadFileParams,
  readFileRequest,
  readFolderRequest,
  type StatMessage,
  statRequest,
  type UrisParams,
} from '../protocol.js';
import type { FileFilter, FileText, Host, ListedFile } from '../workspace/host.js';
import { fileNameOf, folderOf, isInside } from '../workspace/paths.js';
import { type FolderUri, folderUri, uriBelow } from './uris.js';

/** So much text is kept for questions that cannot wait, in UTF-16 units; the rest is read again when it is edited. */
const mostTextKept = 32 * 1024 * 1024;

/** So many files are asked about in one message. */
const batchSize = 200;

type Kind = FolderEntryMessage['kind'];

export class ClientHost implements Host {
  readonly isFarAway = true;
  readonly today: Host['today'];
  readonly now: Host['now'];
  readonly pause: Host['pause'];
  readonly log: Host['log'];
  private readonly place: FolderUri;
  /** What is in each folder that was looked into, by name. */
  private readonly folders = new Map<string, Map<string, Kind>>();
  private readonly texts = new RecentTexts(mostTextKept);

  /** `base` has the clock, the log and the pauses of where we run. */
  constructor(
    private readonly connection: Pick<Connection, 'sendRequest'>,
    uri: string,
    base: Host,
  ) {
    this.place = folderUri(uri);
    this.today = () => base.today();
    this.now = () => base.now();
    this.pause = () => base.pause();
    this.log = (message) => base.log(message);
  }

  async readFile(path: string, largestFile: number): Promise<FileText> {
    const params: ReadFileParams = { uri: this.uriOf(path), largest: largestFile };
    try {
      const file = await this.connection.sendRequest<ReadFileAnswer>(readFileRequest, params);
      if (file.kind === 'text') this.texts.set(path, file.text);
      else this.texts.delete(path);
      return file;
    } catch (error) {
      this.log(`The editor could not read “${path}”: ${String(error)}`);
      return { kind: 'skipped', reason: 'unreadable', bytes: 0, stamp: '' };
    }
  }

  readFileNow(path: string): string | null {
    return this.texts.get(path);
  }

  async *listFiles(filter: FileFilter): AsyncGenerator<readonly ListedFile[]> {
    const waiting = [''];
    for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
      const entries = await this.readFolder(folder);
      const paths = (kind: Kind) =>
        [...entries].filter((entry) => entry[1] === kind).map(([name]) => (folder === '' ? name : `${folder}/${name}`));
      for (const path of paths('folder')) if (filter.entersFolder(path)) waiting.push(path);
      const wanted = paths('file').filter((path) => filter.wantsFile(path));
      for (let first = 0; first < wanted.length; first += batchSize) {
        yield await this.stamped(wanted.slice(first, first + batchSize));
      }
    }
  }

  kindOf(path: string): Kind | 'nothing' | 'unknown' {
    if (path === '') return 'folder';
    const parent = folderOf(path);
    const siblings = this.folders.get(parent);
    if (siblings) return siblings.get(fileNameOf(path)) ?? 'nothing';
    if (parent === '') return 'unknown';
    const above = this.kindOf(parent);
    return above === 'nothing' || above === 'file' ? 'nothing' : 'unknown';
  }

  async noteChange(path: string, isGone: boolean): Promise<void> {
    this.texts.delete(path);
    const siblings = this.folders.get(folderOf(path));
    const name = fileNameOf(path);
    if (isGone) {
      siblings?.delete(name);
      for (const folder of [...this.folders.keys()]) if (isInside(folder, path)) this.folders.delete(folder);
      return;
    }
    const [found] = await this.stat([path]);
    if (found && found.kind !== 'nothing') siblings?.set(name, found.kind);
    else siblings?.delete(name);
  }

  private uriOf(path: string): string {
    return path === '' ? this.place.uri : uriBelow(this.place, path);
  }

  /** Looks into a folder; one that cannot be read is empty, and the log says so. */
  private async readFolder(folder: string): Promise<ReadonlyMap<string, Kind>> {
    const params: UrisParams = { uris: [this.uriOf(folder)] };
    let entries: readonly FolderEntryMessage[] | null = null;
    try {
      entries = await this.connection.sendRequest<FolderEntryMessage[] | null>(readFolderRequest, params);
    } catch (error) {
      this.log(String(error));
    }
    if (!entries) this.log(`The folder “${folder || '.'}” cannot be read.`);
    const known = new Map((entries ?? []).map(({ name, kind }) => [name, kind]));
    this.folders.set(folder, known);
    return known;
  }

  private async stamped(paths: readonly string[]): Promise<ListedFile[]> {
    const found = await this.stat(paths);
    return paths.flatMap((path, index) => {
      const file = found[index];
      return file?.kind === 'file' ? [{ path, stamp: file.stamp }] : [];
    });
  }

  private async stat(paths: readonly string[]): Promise<readonly StatMessage[]> {
    try {
      const params: UrisParams = { uris: paths.map((path) => this.uriOf(path)) };
      return await this.connection.sendRequest<StatMessage[]>(statRequest, params);
    } catch (error) {
      this.log(`The editor could not look at files: ${String(error)}`);
      return [];
    }
  }
}

/** Texts by path, up to a total length; those read longest ago go first. */
class RecentTexts {
  private readonly texts = new Map<string, string>();
  private length = 0;

  constructor(private readonly most: number) {}

  get(path: string): string | null {
    return this.texts.get(path) ?? null;
  }

  set(path: string, text: string): void {
    this.delete(path);
    this.texts.set(path, text);
    this.length += text.length;
    for (const oldest of this.texts.keys()) {
      if (this.length <= this.most || oldest === path) return;
      this.delete(oldest);
    }
  }

  delete(path: string): void {
    this.length -= this.texts.get(path)?.length ?? 0;
    this.texts.delete(path);
  }
}
