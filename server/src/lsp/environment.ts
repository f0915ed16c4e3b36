/** What the server wants from where it runs: Node or a browser. */
import type { Catalog } from '../core/catalog/types.js';
import type { Host } from '../workspace/host.js';

export interface Environment {
  /** The host for a folder given by URI, or null where such folders cannot be read (another scheme). */
  createHost(folderUri: string): Host | null;
  /** The host for texts that belong to no folder: it has no files. */
  createEmptyHost(): Host;
  /**
   * The catalog with the additions that the settings name. `folderUri` is where relative paths start. Throws where our own
   * catalog is missing.
   */
  loadCatalog(
    folderUri: string | null,
    additions: readonly string[],
  ): { catalog: Catalog; problems: readonly string[] };
  /** Resolves when every message that has arrived was handled. */
  pause(): Promise<void>;
  /** Milliseconds from any fixed moment. */
  now(): number;
  /** Of the server, for clients that ask. */
  readonly version: string;
}
