/** One folder of the editor with its workspace, and the place for documents that belong to no folder. */
import type { Snapshot } from '../core/snapshot.js';
import type { Host } from '../workspace/host.js';
import type { WorkspaceOptions } from '../workspace/options.js';
import { Workspace } from '../workspace/workspace.js';
import type { Naming } from './convert.js';
import type { Environment } from './environment.js';
import { ConfigurationLoader, type FolderConfiguration } from './folderConfiguration.js';
import { type FolderUri, folderUri, pathBelow, placeOf, uriBelow } from './uris.js';

/** Open documents as the editor holds them. */
export interface OpenDocuments {
  get(uri: string): { readonly version: number } | undefined;
}

export class Folder implements Naming {
  workspace: Workspace | null = null;
  /** What is wrong with the settings or the organisation's catalog, a sentence each. */
  problems: readonly string[] = [];
  /** `.clausemark.yaml` as it was read, and what is wrong with it. */
  settingsFile: FolderConfiguration['settingsFile'] = { text: '', problems: [] };
  /** The version of which the client was told last. */
  announcedVersion = 0;

  private readonly loader: ConfigurationLoader;
  private readonly place: FolderUri | null;
  private versioned: Snapshot | null = null;
  private version = 0;
  /** The editor's own spelling of the URIs of documents that are or were open. */
  private readonly uris = new Map<string, string>();

  /** `uri` is null for the place of documents without a folder. */
  constructor(
    readonly uri: string | null,
    readonly name: string,
    private readonly host: Host,
    private readonly open: OpenDocuments,
  ) {
    this.loader = new ConfigurationLoader(uri, host);
    this.place = uri === null ? null : folderUri(uri);
  }

  /**
   * Reads the settings and the catalog and makes the workspace, or gives an existing one its new configuration. Settings
   * that come only after it has gone on without them are handed to `onLate`, for `take`.
   */
  async configure(
    editorSettings: unknown,
    environment: Environment,
    onFindings: WorkspaceOptions['onFindings'],
    onLate: (late: FolderConfiguration) => void,
  ): Promise<void> {
    const loaded = await this.loader.load(editorSettings, environment, onLate);
    if (this.workspace) this.take(loaded);
    else {
      this.note(loaded);
      this.workspace = new Workspace(this.host, loaded.workspace, { hasFolder: this.uri !== null, onFindings });
    }
  }

  /** Gives the workspace another configuration. */
  take(loaded: FolderConfiguration): void {
    this.note(loaded);
    this.workspace?.configure(loaded.workspace);
  }

  private note({ settingsFile, problems }: FolderConfiguration): void {
    this.settingsFile = settingsFile;
    this.problems = problems;
    for (const problem of problems) this.host.log(problem);
  }

  /** The path of a document of this folder, or null for one of another. Texts never saved belong to any folder. */
  pathOf(uri: string): string | null {
    if (this.place === null || uri.startsWith('untitled:')) return uri;
    return pathBelow(this.place, uri);
  }

  uriOf(path: string): string {
    const known = this.uris.get(path);
    if (known !== undefined) return known;
    return this.place === null || path.startsWith('untitled:') ? path : uriBelow(this.place, path);
  }

  versionOf(path: string): number | null {
    return this.open.get(this.uriOf(path))?.version ?? null;
  }

  /** The folder that holds this one, and the name of this one in it; null for the place of documents without a folder. */
  placeInParent(): { readonly parent: string; readonly name: string } | null {
    return this.place && placeOf(this.place);
  }

  noteOpen(path: string, uri: string): void {
    this.uris.set(path, uri);
  }

  /** Tells a host that keeps what it knows; null where there is nothing to wait for. */
  noteFile(path: string, isGone: boolean): Promise<void> | null {
    return this.host.noteChange?.(path, isGone) ?? null;
  }

  /** A number for the present state of the folder; it rises with every change. */
  versionNow(): number {
    const snapshot = this.workspace?.snapshot() ?? null;
    if (snapshot !== this.versioned) this.version++;
    this.versioned = snapshot;
    return this.version;
  }
}
