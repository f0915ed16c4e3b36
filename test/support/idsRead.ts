/** What is read in a small document, on the catalog as it ships. */
import type { ScopedStandard } from '../../server/src/core/document.js';
import { parseDocument, resolveDocument } from '../../server/src/core/parse.js';
import { defaultSettings } from '../../server/src/core/settings.js';
import { catalogOfProject } from './realCatalog.js';

/** `42001 A.5.2` for each reference, in order; `? A.5.2` where its standard is open. Other frameworks are left out. */
export function idsRead(text: string, scope: readonly ScopedStandard[] = []): string[] {
  const context = { catalog: catalogOfProject(), settings: defaultSettings };
  return resolveDocument(parseDocument('policy.md', text, context), scope, context)
    .references.filter(({ kind }) => kind !== 'external')
    .map(({ standard, ids }) => `${standard ?? '?'} ${ids.join(' ')}`);
}
