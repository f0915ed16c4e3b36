/**
 * The configuration of one folder: what its files and the editor say, and the catalog. Files that only the editor can read
 * may never come (the network of a virtual file system is gone, say): after a while the folder goes on without them.
 */

import { t } from '../core/l10n.js';
import { ruleCodes } from '../core/rules/ruleCodes.js';
import { loadConfiguration } from '../workspace/configuration.js';
import type { Host } from '../workspace/host.js';
import type { WorkspaceConfiguration } from '../workspace/options.js';
import { ignoreFileName, settingsFileName } from '../workspace/paths.js';
import type { SettingsProblem } from '../workspace/settings.js';
import type { Environment } from './environment.js';
import { patience } from './patience.js';

export interface FolderConfiguration {
  readonly workspace: WorkspaceConfiguration;
  /** `.clausemark.yaml` as it was read, and what is wrong with it. */
  readonly settingsFile: { readonly text: string; readonly problems: readonly SettingsProblem[] };
  /** What is wrong with the settings or the organisation's catalog, a sentence each. */
  readonly problems: readonly string[];
}

export class ConfigurationLoader {
  /** What the files said when they came last. */
  private last: FolderConfiguration | null = null;
  /** The number of the reading that gave it. */
  private lastAsked = 0;
  private asked = 0;

  constructor(
    private readonly uri: string | null,
    private readonly host: Host,
  ) {}

  /**
   * What the files say now. Where they do not come for long: what they said when they came last, or what goes for a folder
   * without them; `onLate` then gets what they say once they do come, unless this was called again meanwhile.
   */
  async load(
    editorSettings: unknown,
    environment: Environment,
    onLate: (late: FolderConfiguration) => void,
  ): Promise<FolderConfiguration> {
    const asked = ++this.asked;
    const fromFiles = this.read(asked, editorSettings, environment);
    if (!this.host.isFarAway) return fromFiles;
    const soon = await Promise.race([fromFiles, environment.wait(patience)]);
    if (soon) return soon;
    fromFiles.then(
      (late) => {
        if (asked === this.asked) onLate(late);
      },
      (error: unknown) => this.host.log(String(error)),
    );
    return this.withoutFiles(editorSettings, environment);
  }

  private async read(asked: number, editorSettings: unknown, environment: Environment): Promise<FolderConfiguration> {
    const { settings, ignoreText, fileText, problems } = await load(this.host, editorSettings);
    const loaded = await environment.loadCatalog(this.uri, settings.catalogs, this.host);
    const found: FolderConfiguration = {
      workspace: { catalog: loaded.catalog, settings, ignoreText, catalogPrint: loaded.print },
      settingsFile: { text: fileText, problems },
      problems: [...problems.map(({ message }) => message), ...loaded.problems],
    };
    if (asked > this.lastAsked) {
      this.last = found;
      this.lastAsked = asked;
    }
    return found;
  }

  private async withoutFiles(editorSettings: unknown, environment: Environment): Promise<FolderConfiguration> {
    const texts = new Map([
      [settingsFileName, this.last?.settingsFile.text],
      [ignoreFileName, this.last?.workspace.ignoreText],
    ]);
    const readFile = (path: string) => {
      const text = texts.get(path);
      return text === undefined ? ({ kind: 'missing' } as const) : ({ kind: 'text', text, stamp: '' } as const);
    };
    const { settings, ignoreText, fileText, problems } = await load({ readFile }, editorSettings);
    // The organisation's own may lie where nothing comes from.
    const { catalog, catalogPrint } = this.last?.workspace ?? (await ownCatalog(this.uri, environment, this.host));
    return {
      workspace: { catalog, settings, ignoreText, catalogPrint },
      settingsFile: { text: fileText, problems },
      problems: [...problems.map(({ message }) => message), notCome()],
    };
  }
}

function load(host: Pick<Host, 'readFile'>, editorSettings: unknown) {
  return loadConfiguration(host, { editor: editorSettings }, ruleCodes);
}

async function ownCatalog(uri: string | null, environment: Environment, host: Host) {
  const { catalog, print } = await environment.loadCatalog(uri, [], host);
  return { catalog, catalogPrint: print };
}

function notCome(): string {
  return t(
    'The settings of the folder ({0}, {1}, its catalogs) have not come from where the folder lies. It is checked without them, and anew when they come. Is the connection to that place lost? Then open the folder again.',
    settingsFileName,
    ignoreFileName,
  );
}
