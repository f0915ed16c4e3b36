/** Our catalog files, already read, → one `CatalogData`: intents put on their entries, whatever does not fit reported. */
import { createCatalog } from './catalog.js';
import type { CatalogFile } from './read-file.js';
import type { CatalogData, CatalogProblem, Mapping, Standard } from './types.js';

function withIntents(standard: Standard, intents: ReadonlyMap<string, string>): Standard {
  return {
    ...standard,
    entries: standard.entries.map((entry) => {
      const intent = intents.get(entry.key);
      return intent === undefined ? entry : { ...entry, intent };
    }),
  };
}

/** Standards of files, current editions and management systems first, so that lists have a sensible order everywhere. */
const typeOrder = ['management-system', 'law', 'framework'];
function compareStandards(a: Standard, b: Standard): number {
  return (
    typeOrder.indexOf(a.type) - typeOrder.indexOf(b.type) ||
    a.status.localeCompare(b.status, 'en') ||
    a.key.localeCompare(b.key, 'en')
  );
}

function missingEnds(mappings: readonly Mapping[], standards: readonly Standard[]): CatalogProblem[] {
  const catalog = createCatalog({ standards, mappings: [] });
  const ends = new Set(mappings.flatMap((row) => [row.from, row.to]));
  return [...ends]
    .filter((end) => !catalog.entry(end))
    .map((end) => ({ message: `A mapping names ${end}, which is not in the catalog.` }));
}

/** Joins files. `problems` says what is wrong with them together; problems of single files come from `readCatalogFile`. */
export function compileCatalog(files: readonly CatalogFile[]): CatalogData {
  const problems: CatalogProblem[] = [];
  const intents = new Map(files.flatMap((file) => Object.entries(file.intents ?? {})));
  const standards = files
    .flatMap((file) => file.standards ?? [])
    .map((standard) => withIntents(standard, intents))
    .sort(compareStandards);
  const keys = new Set<string>();
  for (const standard of standards) {
    if (keys.has(standard.key)) problems.push({ message: `The standard "${standard.key}" is in two files.` });
    keys.add(standard.key);
  }
  const entryKeys = new Set(standards.flatMap((standard) => standard.entries.map((entry) => entry.key)));
  for (const key of intents.keys()) {
    if (!entryKeys.has(key)) problems.push({ message: `There is an intent for ${key}, which is not in the catalog.` });
  }
  const mappings = files.flatMap((file) => file.mappings ?? []);
  const clauseMatrix = files.flatMap((file) => file.clauseMatrix ?? []);
  problems.push(...missingEnds(mappings, standards));
  return {
    standards,
    mappings,
    ...(clauseMatrix.length > 0 ? { clauseMatrix } : {}),
    ...(problems.length > 0 ? { problems } : {}),
  };
}
