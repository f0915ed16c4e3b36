/**
 * Which clauses of several standards are the same clause of the common structure. The catalog says so, in its mappings
 * and in what became of the clauses of replaced editions: equal numbers alone would pair clauses that changed places.
 */
import type { Catalog, CatalogEntry, Standard } from '../catalog/types.js';

/** One clause of the common structure: the entry of each standard in the order asked for, null where there is none. */
export interface AlignedClause {
  readonly entries: readonly (CatalogEntry | null)[];
  /** The clause in a current edition, by which rows are ordered and grouped. */
  readonly canonical: CatalogEntry;
}

interface OpenRow {
  readonly entries: (CatalogEntry | null)[];
  readonly canonical: CatalogEntry;
}

/** The clauses of the standards, side by side, in the order of the clause numbers. */
export function alignClauses(standards: readonly Standard[], catalog: Catalog): AlignedClause[] {
  const rows: OpenRow[] = [];
  const rowOf = new Map<string, OpenRow>();
  standards.forEach((standard, index) => {
    const isCommon = followsCommonStructure(standard, catalog);
    for (const entry of standard.entries) {
      if (entry.kind !== 'clause') continue;
      const canonical = currentForm(entry, catalog);
      const known = rowOf.get(canonical.key);
      if (known && known.entries[index] === null) known.entries[index] = entry;
      else if (!known && isCommon) rows.push(addRow(entry, canonical, index, standards.length));
      else continue;
      remember(known ?? rows.at(-1)!, canonical);
    }
  });
  return rows.sort((a, b) => compareIds(a.canonical.id, b.canonical.id));

  function remember(row: OpenRow, canonical: CatalogEntry): void {
    for (const key of [canonical.key, ...counterparts(canonical, catalog)]) {
      if (!rowOf.has(key)) rowOf.set(key, row);
    }
  }
}

function addRow(entry: CatalogEntry, canonical: CatalogEntry, index: number, count: number): OpenRow {
  const entries: (CatalogEntry | null)[] = Array.from({ length: count }, () => null);
  entries[index] = entry;
  return { entries, canonical };
}

/** Clauses of other standards that the catalog says to be the same requirement; a mere relation by subject is not enough. */
function counterparts(entry: CatalogEntry, catalog: Catalog): string[] {
  const views = catalog.mappings(entry.key).filter(({ relation }) => relation !== 'related');
  return views.map(({ target }) => target).filter((key) => catalog.entry(key)?.kind === 'clause');
}

/** What became of a clause in the current edition; the entry itself where nothing did. */
function currentForm(entry: CatalogEntry, catalog: Catalog): CatalogEntry {
  let current = entry;
  // Editions replace each other in a chain; the bound keeps a chain that bites its tail from going round for ever.
  for (let step = 0; step < 8; step++) {
    const next = catalog.successors(current.key).filter(({ kind }) => kind === 'clause');
    if (next.length === 0) break;
    current = next.find(({ id }) => id === current.id) ?? next[0]!;
  }
  return current;
}

/** Whether the main clauses of a standard are those of the common structure, as they are in every current edition. */
function followsCommonStructure(standard: Standard, catalog: Catalog): boolean {
  const mains = standard.entries.filter((entry) => entry.kind === 'clause' && entry.parent === undefined);
  return mains.every((main) => {
    const current = currentForm(main, catalog);
    const isCurrent = catalog.standard(current.standardKey)?.status === 'current';
    return isCurrent && catalog.clauseMatrix(current.id) !== undefined;
  });
}

/** `9.3` before `10`, `6.1` before `6.1.1`. */
export function compareIds(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = Number(left[index]) - Number(right[index]);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return left.length - right.length;
}
