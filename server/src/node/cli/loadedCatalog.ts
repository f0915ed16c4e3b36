/** The catalog for commands that read no documents: ours and what the settings add. */
import type { Catalog } from '../../core/catalog/types.js';
import { describeProblem, loadCatalog } from '../catalog.js';
import { localDate } from '../clock.js';
import { createDiskHost } from '../host.js';
import { configurationOf, warn } from './project.js';
import { selectFiles } from './root.js';

export async function loadedCatalog(options: { readonly config?: string }): Promise<Catalog> {
  const { root } = selectFiles([], process.cwd());
  const host = createDiskHost(root, { log: () => {}, today: localDate, pause: () => Promise.resolve() });
  const { settings } = await configurationOf(host, options);
  const { catalog, problems } = loadCatalog(root, settings.catalogs);
  for (const problem of problems) warn(describeProblem(problem));
  return catalog;
}
