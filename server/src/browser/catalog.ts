/** The catalog where there is no disk: ours as text from the extension, the organisation's from the folder. */

import { createCatalog } from '../core/catalog/catalog.js';
import { decodeCatalog } from '../core/catalog/decode.js';
import { CatalogBudget, noRoom } from '../core/catalog/limits.js';
import { describeProblem } from '../core/catalog/problem.js';
import { parseAddition } from '../core/catalog/read-file.js';
import type { Catalog, CatalogAddition, CatalogData, CatalogProblem } from '../core/catalog/types.js';
import { readCatalogFiles } from '../workspace/catalogFiles.js';
import type { Host } from '../workspace/host.js';

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
  for (const written of additions) {
    const found = await readCatalogFiles(written, files);
    problems.push(...found.problems);
    for (const { path, text } of found.files) {
      if (!budget.hasRoomFor(text)) {
        problems.push({ message: noRoom(), file: path });
        continue;
      }
      const { data, problems: ofFile } = parseAddition(text, path);
      problems.push(...ofFile);
      if (data) read.push(data);
    }
  }
  const catalog = createCatalog(await builtIn, read);
  return { catalog, problems: [...problems, ...catalog.problems].map(describeProblem) };
}
