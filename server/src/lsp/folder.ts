/** One folder of the editor with its workspace, and the place for documents that belong to no folder. */
import { allRules } from '../core/rules/all.js';
import type { Snapshot } from '../core/snapshot.js';
import { type ConfigurationLayers, type LoadedConfiguration, loadConfiguration } from '../workspace/configuration.js';
import type { Host } from '../workspace/host.js';
import type { WorkspaceOptions } from '../workspace/options.js';
import type { SettingsProblem } from '../workspace/settings.js';
import { Workspace } from '../workspace/workspace.js';
import type { Naming } from './convert.js';
import type { Environment } from './environment.js';
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
  settingsFile: { readonly text: string; readonly problems: readonly SettingsProblem[] } = { text: '', problems: [] };
  /** The version of which the client was told last. */
  announcedVersion = 0;

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
    this.place = uri === null ? null : folderUri(uri);
  }

  /** Reads the settings and the catalog and makes the workspace, or gives an existing one its new configuration. */
  async configure(
    editorSettings: unknown,
    environment: Environment,
    onFindings: WorkspaceOptions['onFindings'],
  ): Promise<void> {
    const layers: ConfigurationLayers = { editor: editorSettings };
    const codes = allRules.map((rule) => rule.code);
    const loaded: LoadedConfiguration = await loadConfiguration(this.host, layers, codes);
    const { settings, ignoreText } = loaded;
    const { catalog, print, problems } = await environment.loadCatalog(this.uri, settings.catalogs, this.host);
    this.settingsFile = { text: loaded.fileText, problems: loaded.problems };
    this.problems = [...loaded.problems.map(({ message }) => message), ...problems];
    for (const problem of this.problems) this.host.log(problem);
    const configuration = { catalog, settings, ignoreText, catalogPrint: print };
    if (this.workspace) {
      this.workspace.configure(configuration);
      return;
    }
    this.workspace = new Workspace(this.host, configuration, { hasFolder: this.uri !== null, onFindings });
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
