/** The catalog files of an organisation in a folder that only the editor can read. */

import { largestCatalogFile, tooLarge } from '../core/catalog/limits.js';
import type { CatalogProblem } from '../core/catalog/types.js';
import { t } from '../core/l10n.js';
import type { FileText, Host } from './host.js';
import { insidePath } from './paths.js';

/** At most so many files of a folder are read. */
export const mostAdditions = 500;

export interface CatalogFile {
  /** For messages: relative to the folder, or absolute where it lies elsewhere on the disk. */
  readonly path: string;
  readonly text: string;
}

export interface CatalogFiles {
  readonly files: readonly CatalogFile[];
  /** What could not be read. */
  readonly problems: readonly CatalogProblem[];
}

/** Whether a name in the setting means a place that does not depend on the folder: `/share/x.yaml`, `~/x.yaml`, `C:\x.yaml`. */
export function isElsewhere(written: string): boolean {
  return /^(?:[~/\\]|[A-Za-z]:[\\/])/.test(written);
}

/**
 * The file of that name, or the YAML files of the folder of that name.
 * @param written as in the setting, relative to the folder of the host
 */
export async function readCatalogFiles(written: string, host: Host): Promise<CatalogFiles> {
  const path = isElsewhere(written) ? null : insidePath(written);
  if (path === null) return { files: [], problems: [cannotRead(written, t('it is outside the folder'))] };
  const files: CatalogFile[] = [];
  const problems: CatalogProblem[] = [];
  const take = (name: string, file: FileText) => {
    if (file.kind === 'text') files.push({ path: name, text: file.text });
    else problems.push(cannotRead(name, reasonOf(file)));
  };
  const file = await host.readFile(path, largestCatalogFile);
  const names = file.kind === 'text' || isTooLarge(file) ? [] : await namesIn(path, host);
  if (names.length === 0) take(path, file);
  if (names.length > mostAdditions) problems.push(tooMany(written, names.length));
  for (const name of names.slice(0, mostAdditions)) take(name, await host.readFile(name, largestCatalogFile));
  return { files, problems };
}

async function namesIn(folder: string, host: Host): Promise<string[]> {
  const names: string[] = [];
  const filter = {
    entersFolder: (path: string) => path === folder || folder.startsWith(`${path}/`),
    wantsFile: (path: string) => isDirectlyIn(path, folder) && /\.ya?ml$/i.test(path),
  };
  for await (const batch of host.listFiles(filter)) names.push(...batch.map((each) => each.path));
  return names.sort();
}

function isDirectlyIn(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`) && !path.includes('/', folder.length + 1);
}

function isTooLarge(file: FileText): boolean {
  return file.kind === 'skipped' && file.reason === 'too-large';
}

function reasonOf(file: Exclude<FileText, { kind: 'text' }>): string {
  if (file.kind === 'missing') return t('it was not found');
  return isTooLarge(file) ? tooLarge() : t('its text cannot be read');
}

/** A catalog that the setting names and that cannot be read. */
export function cannotRead(name: string, reason: string): CatalogProblem {
  return { message: t('The catalog “{0}” (setting clausemark.catalogs) cannot be read: {1}', name, reason) };
}

/** The folder that the setting names holds more files than are read. */
export function tooMany(written: string, count: number): CatalogProblem {
  return {
    message: t(
      '“{0}” holds {1} files; the first {2} are read. Put what belongs together into one file.',
      written,
      count,
      mostAdditions,
    ),
  };
}
