/** The catalog where there is no disk: ours as text from the extension, the organisation's from the folder. */

import { createCatalog } from '../core/catalog/catalog.js';
import { decodeCatalog } from '../core/catalog/decode.js';
import { describeProblem } from '../core/catalog/problem.js';
import { parseAddition } from '../core/catalog/read-file.js';
import type { Catalog, CatalogAddition, CatalogData, CatalogProblem } from '../core/catalog/types.js';
import { t } from '../core/l10n.js';
import type { Host } from '../workspace/host.js';
import { insidePath } from '../workspace/paths.js';

/** Additions larger than this are not read. In bytes. */
const largestAddition = 20 * 1024 * 1024;

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
  for (const written of additions) {
    const path = /^[~/\\]/.test(written) ? null : insidePath(written);
    const texts = path === null ? [] : await textsAt(path, files);
    if (texts.length === 0) {
      const reason = path === null ? t('it is outside the folder, which a browser cannot read') : t('it was not found');
      problems.push({
        message: t('The catalog “{0}” (setting clausemark.catalogs) cannot be read: {1}', written, reason),
      });
    }
    for (const [name, text] of texts) {
      const { data, problems: found } = parseAddition(text, name);
      problems.push(...found);
      if (data) read.push(data);
    }
  }
  const catalog = createCatalog(await builtIn, read);
  return { catalog, problems: [...problems, ...catalog.problems].map(describeProblem) };
}

/** The file at that path, or the YAML files of the folder at that path. */
async function textsAt(path: string, files: Host): Promise<[path: string, text: string][]> {
  const file = await files.readFile(path, largestAddition);
  if (file.kind === 'text') return [[path, file.text]];
  const names: string[] = [];
  const filter = {
    entersFolder: (folder: string) => folder === path || path.startsWith(`${folder}/`),
    wantsFile: (name: string) => name.startsWith(`${path}/`) && /\.ya?ml$/i.test(name),
  };
  for await (const batch of files.listFiles(filter)) names.push(...batch.map((each) => each.path));
  const texts: [string, string][] = [];
  for (const name of names.sort()) {
    const each = await files.readFile(name, largestAddition);
    if (each.kind === 'text') texts.push([name, each.text]);
  }
  return texts;
}
