/** `clausemark explain`: what the catalog says of an entry, with its mappings in both directions. */
import type { Catalog, CatalogEntry, Confidence, EntryKind, Relation, Standard } from '../../core/catalog/types.js';
import { safeJson, visibleLine } from '../../core/visible.js';
import { chooseFormat } from './format.js';
import { loadedCatalog } from './loadedCatalog.js';
import { type Output, type OutputOptions, openOutput } from './output.js';
import { exitCodes, UsageProblem } from './problem.js';

export interface ExplainOptions extends OutputOptions {
  readonly format?: string;
  readonly all?: boolean;
  readonly config?: string;
}

/** One entry as `--format json` prints it: docs/schema/catalog-entry.schema.json. */
export interface EntryJson {
  readonly key: string;
  readonly standard: string;
  readonly edition: string;
  readonly id: string;
  readonly title: string;
  readonly kind: EntryKind;
  readonly group: { readonly id: string; readonly title: string } | null;
  readonly intent: string | null;
  readonly mappings: readonly MappingJson[];
}

interface MappingJson {
  /** Catalog key of the other end, `gdpr:32`; `gdpr:*` is the whole text. */
  readonly target: string;
  readonly title: string | null;
  /** Read from the explained entry to the target. */
  readonly relation: Relation;
  readonly source: string;
  readonly confidence: Confidence;
  /** True where the source states it from the target to the explained entry. */
  readonly inverse: boolean;
}

const formats = ['stylish', 'json', 'jsonl', 'markdown'] as const;

export async function explain(names: readonly string[], options: ExplainOptions): Promise<number> {
  const format = chooseFormat(options.format, formats);
  if (names.length === 0 && !options.all) throw new UsageProblem('Name an entry, such as 27001:A.5.12, or use --all.');
  const catalog = await loadedCatalog(options);
  const entries = options.all ? allEntries(catalog) : names.flatMap((name) => findEntries(name, catalog));
  const output = openOutput(options);
  await print(entries, catalog, format, output);
  await output.close();
  return exitCodes.clean;
}

function allEntries(catalog: Catalog): CatalogEntry[] {
  return catalog.standards.flatMap((standard) => standard.entries);
}

async function print(
  entries: readonly CatalogEntry[],
  catalog: Catalog,
  format: (typeof formats)[number],
  output: Output,
) {
  if (format === 'json') {
    const all = entries.map((entry) => toJson(entry, catalog));
    await output.write(safeJson(all.length === 1 ? all[0] : all, 2) + '\n');
    return;
  }
  for (const [index, entry] of entries.entries()) {
    const json = toJson(entry, catalog);
    if (format === 'jsonl') await output.write(safeJson(json) + '\n');
    else await output.write((index > 0 ? '\n' : '') + inWords(json, catalog, format === 'markdown'));
  }
}

/**
 * `27001:A.5.12`, `27001:2013:A.12.6.1`, `iso27001-2022:A.5.12`, `27001:6.1.3 d`, or an id alone, which may be found in
 * several standards. Throws a usage problem where nothing is found.
 */
function findEntries(name: string, catalog: Catalog): CatalogEntry[] {
  const exact = catalog.entry(name);
  if (exact) return [exact];
  const parts = name.split(':').map((part) => part.trim());
  const id = parts[parts.length - 1] ?? '';
  const standards = parts.length === 1 ? currentStandards(catalog) : standardsNamed(parts.slice(0, -1), catalog);
  if (standards.length === 0) {
    const known = catalog.standards.map((standard) => standard.key).join(', ');
    throw new UsageProblem(`The catalog has no standard “${parts.slice(0, -1).join(':')}”. It has ${known}.`);
  }
  // Ids are often typed in lower case: `a.8.3`, `gv.oc-01`.
  const found = standards.flatMap(
    (standard) => catalog.find(standard.key, id) ?? catalog.find(standard.key, id.toUpperCase()) ?? [],
  );
  if (found.length > 0) return found;
  const where = parts.length === 1 ? 'The catalog' : standards.map(({ name: full }) => full).join(' and ');
  throw new UsageProblem(`${where} has no ${id}.`);
}

function currentStandards(catalog: Catalog): Standard[] {
  return catalog.standards.filter(({ status }) => status === 'current');
}

function standardsNamed(parts: readonly string[], catalog: Catalog): Standard[] {
  const [standard = '', edition] = parts;
  const found = catalog.standard(standard) ?? catalog.edition(standard.toLowerCase(), edition);
  return found ? [found] : [];
}

function toJson(entry: CatalogEntry, catalog: Catalog): EntryJson {
  const standard = catalog.standard(entry.standardKey);
  const group = entry.parent === undefined ? undefined : catalog.find(entry.standardKey, entry.parent);
  return {
    key: entry.key,
    standard: standard?.standard ?? '',
    edition: standard?.edition ?? '',
    id: entry.id,
    title: entry.title,
    kind: entry.kind,
    group: group ? { id: group.id, title: group.title } : null,
    intent: entry.intent ?? null,
    mappings: catalog.mappings(entry.key).map(({ target, relation, source, confidence, inverse }) => {
      return { target, title: titleOf(target, catalog), relation, source, confidence, inverse };
    }),
  };
}

function titleOf(key: string, catalog: Catalog): string | null {
  const entry = catalog.entry(key);
  if (entry) return entry.title;
  const standard = key.endsWith(':*') ? catalog.standard(key.slice(0, -2)) : undefined;
  return standard?.fullTitle ?? null;
}

function inWords(entry: EntryJson, catalog: Catalog, isMarkdown: boolean): string {
  const standard = catalog.standards.find(
    ({ standard: short, edition }) => short === entry.standard && edition === entry.edition,
  );
  const lines = [`${isMarkdown ? '## ' : ''}${standard?.name ?? entry.standard} ${entry.id} ${entry.title}`];
  if (isMarkdown) lines.push('');
  lines.push(`${entry.kind}${entry.group ? ` in ${entry.group.id} ${entry.group.title}` : ''}`);
  if (entry.intent) lines.push('', entry.intent);
  if (entry.mappings.length > 0) lines.push('', 'Mapped to:', ...(isMarkdown ? [''] : []));
  for (const { target, title, relation, confidence, source } of entry.mappings) {
    lines.push(`- ${target}${title ? ` ${title}` : ''}: ${relation}, confidence ${confidence} (${source})`);
  }
  return lines.map((line) => visibleLine(line) + '\n').join('');
}
