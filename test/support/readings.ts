/** What is read in a small document, in short: for tests of the ways in which people cite. */
import type { ScopedStandard } from '../../server/src/core/document.js';
import { parseDocument, resolveDocument } from '../../server/src/core/parse.js';
import { defaultSettings } from '../../server/src/core/settings.js';
import { catalogOfProject } from './realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/** The scope of a folder about 27001 alone. */
export const isms: readonly ScopedStandard[] = [{ standard: '27001', edition: '2022' }];

/** `42001:2023 A.8.3`; without its standard where that is 27001:2022; `?` where it is open. Those of other standards are left out. */
export function readingsOf(text: string, scope: readonly ScopedStandard[] = isms): string[] {
  const draft = parseDocument('policy.md', text, context);
  return resolveDocument(draft, scope, context)
    .references.filter(({ kind }) => kind !== 'external')
    .map(({ standard, edition, ids }) => {
      const name =
        standard === null ? '? ' : standard === '27001' && edition === '2022' ? '' : `${standard}:${edition} `;
      return name + ids.join(' ');
    });
}
