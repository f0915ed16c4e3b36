/** Node as the server sees it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { URI } from 'vscode-uri';
import type { Environment } from '../lsp/environment.js';
import type { Host } from '../workspace/host.js';
import { describeProblem, loadCatalogWithPauses } from './catalog.js';
import { localDate } from './clock.js';
import { compiledFolder, keepCompiled, useCompiled } from './compiledParts.js';
import { createExportTools } from './exportTools.js';
import { helperPool } from './helperPool.js';
import { createDiskHost } from './host.js';
import { indexFolder, indexStorage, programName } from './indexStorage.js';
import { nodeMemory } from './memory.js';
import { createStatementTools } from './statementTools.js';

/** A pause takes some hundredths of a millisecond: shorter slices cost nothing that could be measured, and a request waits half as long. */
const sliceLength = 2;

/** `today` replaces the machine's date (tests, `--today`). */
export function nodeEnvironment(log: (message: string) => void, today: () => string = localDate): Environment {
  return {
    keepIn: (storageFolder) => useCompiled(compiledFolder(storageFolder)),
    createHost: (uri, storageFolder) => {
      const folder = URI.parse(uri);
      if (folder.scheme !== 'file') return null;
      const indexes = indexFolder(storageFolder);
      const program = programName(readVersion(), fileURLToPath(import.meta.url));
      const storage = indexes === null ? null : indexStorage(indexes, folder.fsPath, program);
      const helpers = helperPool(folder.fsPath, readVersion());
      return createDiskHost(folder.fsPath, { log, today, pause, storage, ...(helpers ? { helpers } : {}) });
    },
    createEmptyHost: () => emptyHost(log, today),
    loadCatalog: async (uri, additions, files) => {
      const folder = uri === null ? null : URI.parse(uri);
      const root = folder?.scheme === 'file' ? folder.fsPath : null;
      const loaded = await loadCatalogWithPauses(root, additions, pause, folder && root === null ? files : null);
      return { catalog: loaded.catalog, print: loaded.print, problems: loaded.problems.map(describeProblem) };
    },
    readTranslations,
    pause,
    wait,
    sliceLength,
    now: () => performance.now(),
    memory: nodeMemory,
    keepProgram: keepCompiled,
    statementTools: createStatementTools(),
    exportTools: createExportTools(),
    version: readVersion(),
  };
}

/**
 * Four rounds of the event loop: one in which what has arrived is read, one in which it is taken apart, one in which the
 * first message is handled (vscode-jsonrpc waits a round before each), and one to come behind all of them.
 */
export async function pause(): Promise<void> {
  for (let round = 0; round < 4; round++) await new Promise((done) => setImmediate(done));
}

/** Nobody waits for it to end the process. */
function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds).unref());
}

function emptyHost(log: (message: string) => void, today: () => string): Host {
  return {
    readFile: () => ({ kind: 'missing' }),
    readFileNow: () => null,
    listFiles: () => [],
    kindOf: () => 'unknown',
    today,
    now: () => performance.now(),
    pause,
    log,
  };
}

/** The translations lie beside dist/, and beside server/ when the sources themselves run. */
function readTranslations(language: string): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  const paths = ['../../l10n', '../../../l10n'].map((folder) => resolve(here, folder, `server.l10n.${language}.json`));
  const found = paths.find((path) => existsSync(path));
  return found === undefined ? null : readFileSync(found, 'utf8');
}

let version: string | undefined;

/** Our version; read once. */
export function readVersion(): string {
  version ??= versionOfPackage();
  return version;
}

/** Our package.json is two folders above the bundle, and three above this source. */
function versionOfPackage(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (const path of ['../../package.json', '../../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(resolve(here, path), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (name === 'clausemark' && version) return version;
    } catch {
      // Not there: try the next.
    }
  }
  return '0.0.0';
}
