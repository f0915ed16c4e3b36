/** The catalog where there is no disk: ours as text from the extension, the organisation's from the folder. */

import { createCatalog } from '../core/catalog/catalog.js';
import { decodeCatalog } from '../core/catalog/decode.js';
import { CatalogBudget, largestCatalogFile, noRoom, tooLarge } from '../core/catalog/limits.js';
import { describeProblem } from '../core/catalog/problem.js';
import { parseAddition } from '../core/catalog/read-file.js';
import type { Catalog, CatalogAddition, CatalogData, CatalogProblem } from '../core/catalog/types.js';
import { t } from '../core/l10n.js';
import type { FileText, Host } from '../workspace/host.js';
import { insidePath } from '../workspace/paths.js';

let builtIn: Promise<CatalogData> | null = null;

/**
 * The catalog with the additions that the settings name: files or folders of the workspace folder. Others cannot be read
 * from a browser, which is a problem in the answer. Throws where our own catalog is missing.
 */
export async function loadCatalog(
  readBuiltIn: () => Promise<string>,
  additions: readonly string[],
  files: Host,
): Promise<{ catalog: Catalog; problems: readonly string[] }> {
  builtIn ??= readBuiltIn().then((text) => decodeCatalog(JSON.parse(text)));
  const problems: CatalogProblem[] = [];
  const read: CatalogAddition[] = [];
  const budget = new CatalogBudget();
  const report = (name: string, reason: string) =>
    problems.push({ message: t('The catalog “{0}” (setting clausemark.catalogs) cannot be read: {1}', name, reason) });
  for (const written of additions) {
    const path = /^[~/\\]/.test(written) ? null : insidePath(written);
    if (path === null) {
      report(written, t('it is outside the folder, which a browser cannot read'));
      continue;
    }
    for (const [name, file] of await filesAt(path, files)) {
      if (file.kind !== 'text') report(name, reasonOf(file));
      else if (!budget.hasRoomFor(file.text)) problems.push({ message: noRoom(), file: name });
      else {
        const { data, problems: found } = parseAddition(file.text, name);
        problems.push(...found);
        if (data) read.push(data);
      }
    }
  }
  const catalog = createCatalog(await builtIn, read);
  return { catalog, problems: [...problems, ...catalog.problems].map(describeProblem) };
}

function reasonOf(file: Exclude<FileText, { kind: 'text' }>): string {
  if (file.kind === 'missing') return t('it was not found');
  return file.reason === 'too-large' ? tooLarge() : t('its text cannot be read');
}

/** The file at that path, or the YAML files of the folder at that path; what is nowhere is one file that is missing. */
async function filesAt(path: string, files: Host): Promise<[path: string, file: FileText][]> {
  const file = await files.readFile(path, largestCatalogFile);
  if (file.kind === 'text' || (file.kind === 'skipped' && file.reason === 'too-large')) return [[path, file]];
  const names: string[] = [];
  const filter = {
    entersFolder: (folder: string) => folder === path || path.startsWith(`${folder}/`),
    wantsFile: (name: string) => name.startsWith(`${path}/`) && /\.ya?ml$/i.test(name),
  };
  for await (const batch of files.listFiles(filter)) names.push(...batch.map((each) => each.path));
  if (names.length === 0) return [[path, file]];
  const read: [string, FileText][] = [];
  for (const name of names.sort()) read.push([name, await files.readFile(name, largestCatalogFile)]);
  return read;
}
