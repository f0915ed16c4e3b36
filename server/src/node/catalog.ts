/** The catalog on disk: our own, built into `catalog.json`, and the files of the organisation. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCatalog } from '../core/catalog/catalog.js';
import { decodeCatalog } from '../core/catalog/decode.js';
import { parseAddition } from '../core/catalog/read-file.js';
import type { Catalog, CatalogAddition, CatalogData, CatalogProblem } from '../core/catalog/types.js';
import { t } from '../core/l10n.js';
import { fingerprintOf } from '../workspace/storedIndex.js';
import { isWithin, realPath } from './host.js';

/** Additions larger than this are not read. In bytes. */
const largestAddition = 20 * 1024 * 1024;

/** At most so many files of a folder of additions are read. */
const mostAdditions = 500;

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
  builtIn ??= readBuiltIn();
  const problems: CatalogProblem[] = [];
  const read: CatalogAddition[] = [];
  const texts = [builtIn.print];
  for (const written of additions) {
    for (const { path, text } of additionFiles(written, root, problems)) {
      texts.push(path, text);
      const { data, problems: found } = parseAddition(text, root ? relative(root, path) : path);
      problems.push(...found);
      if (data) read.push(data);
    }
  }
  const catalog = createCatalog(builtIn.data, read);
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

interface AdditionFile {
  readonly path: string;
  readonly text: string;
}

function additionFiles(written: string, root: string | null, problems: CatalogProblem[]): AdditionFile[] {
  const path = absolutePath(written, root);
  try {
    // A share of another machine: reading it would be a network access.
    if (/^[\\/]{2}/.test(written)) throw new Error(t('it is on a network share'));
    if (path === null) throw new Error(t('it is relative, and there is no folder to start from'));
    const bounds = isAbsolute(written) || written.startsWith('~/') ? null : realPath(root ?? '');
    if (!statSync(path).isDirectory()) return [readAddition(path, bounds)];
    const names = readdirSync(path)
      .filter((name) => /\.ya?ml$/i.test(name))
      .sort();
    if (names.length > mostAdditions)
      problems.push({ message: t('“{0}” holds {1} files; {2} are read.', written, names.length, mostAdditions) });
    return names.slice(0, mostAdditions).map((name) => readAddition(join(path, name), bounds));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    problems.push({
      message: t('The catalog “{0}” (setting clausemark.catalogs) cannot be read: {1}', written, detail),
    });
    return [];
  }
}

/** @param bounds the folder that must hold the file, links followed: a folder names its own files and no others */
function readAddition(path: string, bounds: string | null): AdditionFile {
  const target = realPath(path);
  if (bounds !== null && target !== null && !isWithin(target, bounds))
    throw new Error(t('a link leads from it to a place outside this folder'));
  const stats = statSync(path);
  // A pipe would wait for a writer for ever.
  if (!stats.isFile()) throw new Error(t('it is no file'));
  if (stats.size > largestAddition)
    throw new Error(t('{0} is larger than {1} MB', path, largestAddition / 1024 / 1024));
  return { path, text: readFileSync(path, 'utf8') };
}

function absolutePath(written: string, root: string | null): string | null {
  if (written.startsWith('~/')) return join(homedir(), written.slice(2));
  if (isAbsolute(written)) return written;
  return root === null ? null : resolve(root, written);
}

export { describeProblem } from '../core/catalog/problem.js';
