/** What the references of a text are read as, in one line. */
import { parseDocument, resolveDocument } from '../../server/src/core/parse.js';
import { defaultSettings } from '../../server/src/core/settings.js';
import { catalogOfProject } from './realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/**
 * `27001 A.6.8` for each reference of a text in its order, without a soa.yaml; `?` where it stays open, "missing"
 * behind what the edition in force does not have.
 */
export function readIds(text: string): string {
  const document = resolveDocument(parseDocument('a.md', text, context), [], context);
  return document.references
    .map(({ standard, ids, kind }) => {
      const key = standard === null ? undefined : context.catalog.edition(standard)?.key;
      const exists =
        kind === 'external' || standard === null || (key && context.catalog.find(key, ids[0]!.split(' ')[0]!));
      return `${standard ?? '?'} ${ids.join('+')}${exists ? '' : ' missing'}`;
    })
    .join(', ');
}
