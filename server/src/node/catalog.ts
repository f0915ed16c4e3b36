/** The catalog on disk: our own, built into `catalog.json`, and the files of the organisation. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCatalog } from '../core/catalog/catalog.js';
import { decodeCatalog } from '../core/catalog/decode.js';
import { CatalogBudget, largestCatalogFile, noRoom, tooLarge } from '../core/catalog/limits.js';
import { parseAddition } from '../core/catalog/read-file.js';
import type { Catalog, CatalogAddition, CatalogData, CatalogProblem } from '../core/catalog/types.js';
import { t } from '../core/l10n.js';
import {
  type CatalogFile,
  type CatalogFiles,
  cannotRead,
  isElsewhere,
  mostAdditions,
  readCatalogFiles,
  tooMany,
} from '../workspace/catalogFiles.js';
import { fingerprintOf } from '../workspace/fingerprint.js';
import type { Host } from '../workspace/host.js';
import { isWithin, realPath } from './host.js';

export interface LoadedCatalog {
  readonly catalog: Catalog;
  /** Stands for the content of all files it was made of. */
  readonly print: string;
  readonly problems: readonly CatalogProblem[];
}

let builtIn: { readonly data: CatalogData; readonly print: string } | null = null;

/**
 * The catalog with the additions that the settings name (files or folders; relative to the root, absolute, or below `~/`).
 * Throws where our own catalog is missing, which a broken installation alone can cause.
 */
export function loadCatalog(root: string | null, additions: readonly string[] = []): LoadedCatalog {
  const loading = loadInPieces(root, additions);
  for (;;) {
    const { done, value } = loading.next();
    if (done) return value;
  }
}

/**
 * The same, a file at a time: `pause` lets others go first between them.
 * @param folder where it is none on a disk, what it gives in place of what the settings name in it
 */
export async function loadCatalogWithPauses(
  root: string | null,
  additions: readonly string[],
  pause: () => Promise<void>,
  folder: Host | null = null,
): Promise<LoadedCatalog> {
  const inFolder = new Map<string, CatalogFiles>();
  for (const written of additions)
    if (folder && !isElsewhere(written)) inFolder.set(written, await readCatalogFiles(written, folder));
  const loading = loadInPieces(root, additions, inFolder);
  for (;;) {
    const { done, value } = loading.next();
    if (done) return value;
    await pause();
  }
}

function* loadInPieces(
  root: string | null,
  additions: readonly string[],
  inFolder: ReadonlyMap<string, CatalogFiles> = new Map(),
): Generator<void, LoadedCatalog> {
  builtIn ??= readBuiltIn();
  const { data, print } = builtIn;
  const problems: CatalogProblem[] = [];
  const read: CatalogAddition[] = [];
  const texts = [print];
  const budget = new CatalogBudget();
  for (const written of additions) {
    const given = inFolder.get(written);
    if (given) problems.push(...given.problems);
    for (const { path, text } of given?.files ?? additionFiles(written, root, problems)) {
      const file = root ? relative(root, path) : path;
      if (!budget.hasRoomFor(text)) {
        problems.push({ message: noRoom(), file });
        continue;
      }
      texts.push(path, text);
      const { data, problems: found } = parseAddition(text, file);
      problems.push(...found);
      if (data) read.push(data);
      yield;
    }
  }
  const catalog = createCatalog(data, read);
  return { catalog, print: fingerprintOf(...texts), problems: [...problems, ...catalog.problems] };
}

function readBuiltIn() {
  const bytes = readFileSync(findCatalogFile());
  const print = createHash('sha256').update(bytes).digest('base64url');
  return { data: decodeCatalog(JSON.parse(bytes.toString('utf8'))), print };
}

/** Beside the bundle (dist/server, dist/cli), or in dist/ when the sources themselves run (tests). */
function findCatalogFile(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const candidates = ['../catalog.json', '../../../dist/catalog.json'].map((path) => resolve(here, path));
  const found = candidates.find((path) => existsSync(path));
  if (found) return found;
  throw new Error('catalog.json is missing: the installation is not complete. In a clone, run “npm run build”.');
}

function* additionFiles(written: string, root: string | null, problems: CatalogProblem[]): Generator<CatalogFile> {
  const path = absolutePath(written, root);
  const report = (name: string, error: unknown) => {
    problems.push(cannotRead(name, error instanceof Error ? error.message : String(error)));
  };
  try {
    // A share of another machine: reading it would be a network access.
    if (/^[\\/]{2}/.test(written)) throw new Error(t('it is on a network share'));
    if (path === null) throw new Error(t('it is relative, and there is no folder to start from'));
    const bounds = isAbsolute(written) || written.startsWith('~/') ? null : realPath(root ?? '');
    refuseOutside(path, bounds);
    if (!statSync(path).isDirectory()) {
      yield readAddition(path, bounds);
      return;
    }
    const names = readdirSync(path)
      .filter((name) => /\.ya?ml$/i.test(name))
      .sort();
    if (names.length > mostAdditions) problems.push(tooMany(written, names.length));
    for (const name of names.slice(0, mostAdditions)) {
      try {
        yield readAddition(join(path, name), bounds);
      } catch (error) {
        // One file that cannot be read leaves the others of the folder.
        report(join(written, name), error);
      }
    }
  } catch (error) {
    report(written, error);
  }
}

/** @param bounds the folder that must hold the file, links followed: a folder names its own files and no others */
function readAddition(path: string, bounds: string | null): CatalogFile {
  refuseOutside(path, bounds);
  const stats = statSync(path);
  // A pipe would wait for a writer for ever.
  if (!stats.isFile()) throw new Error(t('it is no file'));
  if (stats.size > largestCatalogFile) throw new Error(tooLarge());
  return { path, text: readFileSync(path, 'utf8') };
}

function refuseOutside(path: string, bounds: string | null): void {
  const target = realPath(path);
  if (bounds !== null && target !== null && !isWithin(target, bounds))
    throw new Error(t('a link leads from it to a place outside this folder'));
}

function absolutePath(written: string, root: string | null): string | null {
  if (written.startsWith('~/')) return join(homedir(), written.slice(2));
  if (isAbsolute(written)) return written;
  return root === null ? null : resolve(root, written);
}

export { describeProblem } from '../core/catalog/problem.js';
