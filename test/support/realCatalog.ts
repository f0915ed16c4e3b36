/** The catalog of the project for tests that need real ids; built from catalog/ once per test run. */

import { buildCatalog } from '../../scripts/build-catalog.mjs';
import { createCatalog } from '../../server/src/core/catalog/catalog.js';
import { decodeCatalog } from '../../server/src/core/catalog/decode.js';
import type { Catalog } from '../../server/src/core/catalog/types.js';

const { catalog: data, problems } = await buildCatalog(new URL('../../', import.meta.url).pathname);
if (problems.length > 0) throw new Error(`catalog/ does not build: ${problems.join('; ')}`);
const catalog = createCatalog(decodeCatalog(JSON.parse(JSON.stringify(data))));

/** The catalog as the product ships it. */
export function catalogOfProject(): Catalog {
  return catalog;
}
