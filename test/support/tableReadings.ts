/** What is read in a table. */
import { parseDocument, resolveDocument } from '../../server/src/core/parse.js';
import { defaultSettings } from '../../server/src/core/settings.js';
import { catalogOfProject } from './realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/**
 * The references of a document with that title and one table, `A.5.15`; each with its standard where that is another than
 * 27001:2022, as in `42001:2023 A.7.6`.
 * @param rows with their pipes, the head first
 */
export function referencesInTable(title: string, rows: readonly string[]): string[] {
  const [head, ...body] = rows;
  const dashes = head!.replace(/[^|]+/g, '---');
  const text = `# ${title}\n\n${[head, dashes, ...body].join('\n')}\n`;
  return resolveDocument(parseDocument('policy.md', text, context), [], context).references.map(
    ({ standard, edition, ids }) => {
      const name = `${standard}${edition === null ? '' : `:${edition}`} `;
      return (name === '27001:2022 ' ? '' : name) + ids.join(' ');
    },
  );
}
