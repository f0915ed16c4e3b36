/** Which folders are open, with which settings, and which open text belongs to which of them. */

import type { Finding } from '../core/rules/types.js';
import type { InitializationOptions } from '../protocol.js';
import type { Host } from '../workspace/host.js';
import { isSystemPath, settingsFileName } from '../workspace/paths.js';
import { ClientHost } from './clientHost.js';
import { settingsDiagnostics, toDiagnostic } from './convert.js';
import { Folder } from './folder.js';
import type { FolderConfiguration } from './folderConfiguration.js';
import type { Session } from './session.js';
import type { Worker } from './worker.js';

export interface NamedFolder {
  readonly uri: string;
  readonly name: string;
}

export class FolderKeeper {
  /** Settings of clients that send them instead of being asked. */
  private pushedSettings: unknown;
  private hasClosed = false;
  /** Where the client wants the index to be kept. */
  private readonly storage: unknown;

  constructor(
    private readonly session: Session,
    private readonly worker: Worker,
    initializationOptions: unknown,
  ) {
    const options = (initializationOptions ?? {}) as InitializationOptions;
    this.pushedSettings = options.settings;
    this.storage = options.storage;
    session.environment.keepIn?.(options.storage);
  }

  addFolders(added: readonly NamedFolder[]): Promise<void> {
    return this.worker.track(this.add(added));
  }

  /** Settings changed in the editor, or (`folder`) in the files of one folder. */
  settingsChanged(pushed?: unknown, folder?: Folder): Promise<void> {
    return this.worker.track(this.applySettings(pushed, folder));
  }

  /** Gives an open text to the workspace it belongs to. */
  place(uri: string, languageId: string, text: string): void {
    const found = this.session.folderOf(uri);
    if (!found) void this.worker.track(this.placeWithoutFolder(uri, languageId, text));
    else this.give(found.folder, found.path, uri, text);
  }

  private async add(added: readonly NamedFolder[]): Promise<void> {
    for (const { uri, name } of added) {
      if (this.session.folders.some((folder) => folder.uri === uri)) continue;
      const host = this.createHost(uri);
      if (host) this.session.folders.push(new Folder(uri, name, host, this.session.documents));
      else
        this.session.connection.console.warn(
          `The folder ${uri} cannot be read from here; its open documents are checked alone.`,
        );
    }
    const fresh = this.session.folders.filter((folder) => folder.workspace === null);
    await Promise.all(fresh.map((folder) => this.begin(folder)));
    this.placeOpenTexts(null);
    this.worker.wake();
  }

  /** A folder whose settings are long in coming holds up no other. */
  private async begin(folder: Folder): Promise<void> {
    await this.configure(folder);
    this.placeOpenTexts(folder);
    folder.workspace?.start();
    this.worker.wake();
  }

  /** The host of the machine, or else files that the editor reads for us. */
  private createHost(uri: string): Host | null {
    const { environment, client, connection } = this.session;
    const own = environment.createHost(uri, this.storage);
    if (own || !client.clausemarkFiles) return own;
    return new ClientHost(connection, uri, environment.createEmptyHost());
  }

  async foldersChanged(added: readonly NamedFolder[], removed: readonly NamedFolder[]): Promise<void> {
    const gone = new Set(removed.map(({ uri }) => uri));
    const known = new Set(this.session.folders.map(({ uri }) => uri));
    const changed = [...gone].filter((uri) => known.has(uri));
    for (const { uri } of added) if (!known.has(uri)) changed.push(uri);
    for (const folder of this.session.folders) {
      // One that holds another that came or went speaks for other documents than before, and begins anew.
      const isAround = changed.some((uri) => uri !== folder.uri && folder.pathOf(uri) !== null);
      if (isAround || (folder.uri !== null && gone.has(folder.uri))) this.end(folder);
    }
    this.session.folders = this.session.folders.filter(({ uri }) => uri === null || !gone.has(uri));
    await this.addFolders(added);
  }

  private end(folder: Folder): void {
    this.session.publisher.clear((uri) => this.session.folderOf(uri)?.folder === folder);
    folder.workspace?.close();
    folder.workspace = null;
  }

  private async applySettings(pushed: unknown, folder: Folder | undefined): Promise<void> {
    const own = (pushed as Record<string, unknown> | null | undefined)?.['clausemark'];
    if (own !== undefined) this.pushedSettings = own;
    const folders = folder ? [folder] : this.session.allFolders();
    await Promise.all(folders.map((each) => this.configure(each)));
    this.placeOpenTexts();
    this.worker.wake();
  }

  private give(folder: Folder, path: string, uri: string, text: string): void {
    if (!folder.workspace) return;
    folder.noteOpen(path, uri);
    folder.workspace.setOpenText(path, text);
    this.worker.wake();
  }

  /** Nothing is published any more. */
  close(): void {
    if (this.hasClosed) return;
    this.hasClosed = true;
    for (const workspace of this.session.workspaces()) workspace.saveNow();
  }

  get isClosed(): boolean {
    return this.hasClosed;
  }

  /** Gives open texts to their workspaces: all, those of one folder, or those that lie in none. */
  private placeOpenTexts(only?: Folder | null): void {
    for (const document of this.session.documents.all()) {
      const folder = this.session.folderOf(document.uri)?.folder ?? null;
      if (only !== undefined && folder !== only) continue;
      this.place(document.uri, document.languageId, document.getText());
    }
  }

  private async placeWithoutFolder(uri: string, languageId: string, text: string): Promise<void> {
    if (languageId !== 'markdown' && !isSystemPath(uri)) return;
    const folder = this.session.looseFolder();
    if (!folder.workspace) await this.configure(folder);
    this.give(folder, uri, uri, this.session.documents.get(uri)?.getText() ?? text);
  }

  private async configure(folder: Folder): Promise<void> {
    const settings = await this.editorSettings(folder);
    await folder.configure(
      settings,
      this.session.environment,
      (path, findings) => this.publish(folder, path, findings),
      (late) => this.takeLate(folder, late),
    );
    this.publishSettings(folder);
  }

  /** Settings have come after their folder had gone on without them. */
  private takeLate(folder: Folder, late: FolderConfiguration): void {
    if (this.isClosed || !this.session.allFolders().includes(folder)) return;
    folder.take(late);
    this.publishSettings(folder);
    this.placeOpenTexts(folder);
    this.worker.wake();
  }

  private publishSettings(folder: Folder): void {
    if (folder.uri === null || this.isClosed) return;
    const { text, problems } = folder.settingsFile;
    this.session.publisher.publish(folder.uriOf(settingsFileName), settingsDiagnostics(text, problems), null);
  }

  private async editorSettings(folder: Folder): Promise<unknown> {
    if (!this.session.client.configuration) return this.pushedSettings;
    try {
      const item = { section: 'clausemark', ...(folder.uri === null ? {} : { scopeUri: folder.uri }) };
      return await this.session.connection.workspace.getConfiguration(item);
    } catch (error) {
      this.session.connection.console.error(`The settings could not be read: ${String(error)}`);
      return this.pushedSettings;
    }
  }

  private publish(folder: Folder, path: string, findings: readonly Finding[] | null): void {
    if (this.isClosed || !folder.workspace) return;
    const { publisher, client, folders } = this.session;
    const uri = folder.uriOf(path);
    // Of two folders of which one lies in the other, the inner one speaks for what is in it.
    if (folders.length > 1 && this.session.folderOf(uri)?.folder !== folder) return;
    const snapshot = folder.workspace.snapshot();
    const diagnostics = (findings ?? []).map((finding) => toDiagnostic(finding, snapshot, folder, client));
    publisher.publish(uri, diagnostics, folder.versionOf(path));
  }
}
