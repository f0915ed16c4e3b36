/** A workspace of the product over a disk in memory, with everything that it reported. */
import type { Catalog } from '../../server/src/core/catalog/types.js';
import type { Coverage, Occurrence } from '../../server/src/core/coverage.js';
import type { Finding } from '../../server/src/core/rules/types.js';
import { defaultSettings, type Settings } from '../../server/src/core/settings.js';
import type { WorkspaceConfiguration, WorkspaceOptions } from '../../server/src/workspace/options.js';
import { Workspace } from '../../server/src/workspace/workspace.js';
import type { MemoryHost } from './memoryHost.js';

export class LiveWorkspace {
  readonly workspace: Workspace;
  /** What an editor would show now: findings by path; nothing for files without. */
  readonly shown = new Map<string, readonly Finding[]>();
  /** Every path for which findings were reported, in order. */
  readonly reported: string[] = [];
  private configuration: WorkspaceConfiguration;

  constructor(
    readonly host: MemoryHost,
    catalog: Catalog,
    settings: Partial<Settings> = {},
    options: WorkspaceOptions = {},
    ignoreText = '',
  ) {
    this.configuration = {
      catalog,
      settings: { ...defaultSettings, ...settings },
      ignoreText,
      catalogPrint: 'mini',
    };
    this.workspace = new Workspace(host, this.configuration, {
      ...options,
      onFindings: (path, findings) => {
        this.reported.push(path);
        if (findings && findings.length > 0) this.shown.set(path, findings);
        else this.shown.delete(path);
      },
    });
    this.workspace.start();
  }

  configure(settings: Partial<Settings>, ignoreText = ''): void {
    this.configuration = { ...this.configuration, settings: { ...defaultSettings, ...settings }, ignoreText };
    this.workspace.configure(this.configuration);
  }

  /** Works until nothing is left to do. */
  async settle(): Promise<this> {
    for (let steps = 0; await this.workspace.step(); steps++) {
      if (steps > 100_000) throw new Error('The workspace does not come to rest.');
    }
    return this;
  }

  /** Everything that can be asked, as plain values, to compare two workspaces. */
  answers(): object {
    const { documents, systems, coverage } = this.workspace.snapshot();
    const keys = [...coverage.entryKeys()].sort();
    return {
      documents: [...documents.values()],
      systems: [...systems],
      scopes: [...documents.keys()].map((path) => this.workspace.snapshot().scopeFor?.(path)),
      coverage: keys.map((key) => [key, placesOf(coverage.of(key))]),
      shown: [...this.shown].sort(([a], [b]) => (a < b ? -1 : 1)),
    };
  }
}

/** References are read when asked for: here they all are. */
function placesOf({ claims, mentions }: Coverage): object {
  const read = ({ path, reference, span }: Occurrence) => ({ path, reference, span });
  return { claims: claims.map(read), mentions: mentions.map(read) };
}
