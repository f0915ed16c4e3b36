/** The example management system, read through the real catalog and parser. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CoverageIndex } from '../../server/src/core/coverage.js';
import { parseDocument, resolveDocument } from '../../server/src/core/parse.js';
import { defaultSettings } from '../../server/src/core/settings.js';
import type { Snapshot } from '../../server/src/core/snapshot.js';
import { parseSoa } from '../../server/src/core/soa/parse.js';
import type { ManagementSystem } from '../../server/src/core/soa/types.js';
import { catalogOfProject } from './realCatalog.js';

const folder = fileURLToPath(new URL('../../examples/lindenhof/', import.meta.url));

export interface ExampleSystem {
  readonly system: ManagementSystem;
  readonly snapshot: Snapshot;
}

/**
 * The example on 2026-11-21.
 * @param change what to do to the text of soa.yaml before it is read
 */
export function exampleSystem(change: (text: string) => string = (text) => text): ExampleSystem {
  const catalog = catalogOfProject();
  const context = { catalog, settings: defaultSettings };
  const system = parseSoa('soa.yaml', change(readFileSync(`${folder}soa.yaml`, 'utf8')), catalog);
  const coverage = new CoverageIndex(catalog);
  const documents = new Map();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('.md')) continue;
    const draft = parseDocument(path, readFileSync(folder + path, 'utf8'), context);
    const document = resolveDocument(draft, system.standards, context);
    documents.set(path, document);
    coverage.set(document);
  }
  const snapshot: Snapshot = {
    ...context,
    today: '2026-11-21',
    documents,
    systems: [system],
    coverage,
    textOf: () => null,
    fileExists: (path) => existsSync(folder + path),
  };
  return { system, snapshot };
}
