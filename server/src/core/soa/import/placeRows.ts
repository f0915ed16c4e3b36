/** Which standard, and which control of it, a row of a table is about. */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import type { StatementTable, TableRow } from './findTables.js';
import { controlsOf, managementStandards, type WrittenId } from './ids.js';
import { cellAt } from './sheet.js';
import { alike, likeness } from './titles.js';

export interface PlacedRow {
  readonly row: TableRow;
  /** Empty where the ids are none of the standard's controls. */
  readonly controls: readonly CatalogEntry[];
  /** The standard for which the ids were looked up; null where the row has no id. */
  readonly standard: Standard | null;
  /** Ids that the standard does not have. */
  readonly unknown: readonly WrittenId[];
  /** The edition that the file names for this row; null where it names none. */
  readonly namedEdition: string | null;
  /** The id was written 5.1 by a spreadsheet that means 5.10. */
  readonly lostZero: boolean;
}

/** A row with what the vote needs of it. */
interface Candidate {
  readonly row: TableRow;
  readonly title: string;
  /** Short name that cell, column or heading names; null where nothing does. */
  readonly family: string | null;
  readonly edition: string | null;
}

export interface PlacingContext {
  readonly catalog: Catalog;
  /** As the user says; empty where the file tells. */
  readonly asked: readonly Standard[];
}

/** The standards that a text names: `27001` with the edition where one stands beside it. */
export function standardsNamedIn(text: string, catalog: Catalog): { standard: string; edition: string | null }[] {
  const found: { standard: string; edition: string | null }[] = [];
  for (const match of text.slice(0, 500).matchAll(/(?<![\d.])(\d{5})(?:\s*[:/-]\s*(\d{4}))?(?![\d.]*\d)/g)) {
    const standard = match[1]!;
    const own = managementStandards(catalog).some((one) => one.standard === standard);
    const host = own
      ? null
      : managementStandards(catalog).find((one) => one.companions?.some(({ number }) => number === standard));
    const named = own
      ? { standard, edition: match[2] ?? null }
      : host
        ? { standard: host.standard, edition: null }
        : null;
    if (named && !found.some((other) => other.standard === named.standard && other.edition === named.edition))
      found.push(named);
  }
  return found;
}

/**
 * Places the rows of all tables of a file. The standard that nothing names is voted on by all of them together: a table of
 * one theme alone would not tell.
 */
export function placeRows(tables: readonly StatementTable[], context: PlacingContext): PlacedRow[][] {
  const candidates = tables.map((table) => readCandidates(table, context.catalog));
  const chosen = chooseStandards(candidates.flat(), context);
  return candidates.map((rows) => {
    const seen = new Set<string>();
    let before: CatalogEntry | null = null;
    return rows.map((candidate) => {
      const placed: PlacedRow = place(candidate, chosen, seen, before, context.catalog);
      for (const control of placed.controls) seen.add(control.key);
      before = placed.controls[placed.controls.length - 1] ?? before;
      return placed;
    });
  });
}

function readCandidates(table: StatementTable, catalog: Catalog): Candidate[] {
  const column = (meaning: string) => table.columns.find((one) => one.meaning === meaning)?.index ?? -1;
  const [titleColumn, standardColumn] = [column('title'), column('standard')];
  const outer = [...table.sheet.context, table.sheet.name];
  let stated = '';
  return table.rows.map((row) => {
    // A merged cell of the standard holds for the rows below it, too.
    stated = cellAt(row.row, standardColumn).text || stated;
    const named = nearestNamed([...outer, ...row.headings, stated], catalog);
    const id = row.id?.ids[0];
    return {
      row,
      title: cellAt(row.row, titleColumn).text || (row.id?.rest ?? ''),
      family: id?.standard ?? named?.standard ?? null,
      edition: id?.standard ? (id.edition ?? null) : (named?.edition ?? null),
    };
  });
}

/** The last text that names exactly one standard. */
function nearestNamed(texts: readonly string[], catalog: Catalog) {
  for (const text of [...texts].reverse()) {
    const named = standardsNamedIn(text, catalog);
    if (new Set(named.map(({ standard }) => standard)).size === 1) return named[0]!;
  }
  return null;
}

type Chosen = Map<string, Standard[]>;

const noFamily = '';

/** For each family that the rows name, and for those that name none, the editions to look in, the best first. */
function chooseStandards(candidates: readonly Candidate[], { catalog, asked }: PlacingContext): Chosen {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (!candidate.row.id) continue;
    const key = candidate.family ?? noFamily;
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  const chosen: Chosen = new Map();
  for (const [family, rows] of groups) {
    const fixed = asked.filter(({ standard }) => family === noFamily || standard === family);
    const all = managementStandards(catalog).filter(({ standard }) => family === noFamily || standard === family);
    const standards = fixed.length > 0 ? fixed : asked.length > 0 && family === noFamily ? asked : all;
    chosen.set(family, rank(rows, standards, fixed.length > 0 || asked.length > 0, catalog));
  }
  return chosen;
}

/** The standard that fits the rows best; behind it those that fit the rest of them well, or all that were asked for. */
function rank(
  rows: readonly Candidate[],
  standards: readonly Standard[],
  isAsked: boolean,
  catalog: Catalog,
): Standard[] {
  const editionVotes = (standard: Standard) => rows.filter(({ edition }) => edition === standard.edition).length;
  const scored = standards.map((standard) => ({ standard, score: scoreOf(rows, standard, catalog) }));
  scored.sort(
    (a, b) =>
      b.score - a.score ||
      editionVotes(b.standard) - editionVotes(a.standard) ||
      Number(b.standard.status === 'current') - Number(a.standard.status === 'current'),
  );
  const [best, ...others] = scored.filter(({ score }) => score > 0);
  if (!best) return standards.slice(0, 1);
  if (isAsked) return [best.standard, ...scored.slice(1).map(({ standard }) => standard)];
  const left = rows.filter((row) => fitOf(row, best.standard, catalog) < 1 + alike);
  const second = others.filter(({ standard }) => {
    // Another standard in the same table must be told by titles: a number alone exists in several.
    const fitting = left.filter((row) => fitOf(row, standard, catalog) >= 1 + alike);
    return standard.standard !== best.standard.standard && standard.status === 'current' && fitting.length >= 3;
  });
  return [best.standard, ...second.map(({ standard }) => standard)];
}

function scoreOf(rows: readonly Candidate[], standard: Standard, catalog: Catalog): number {
  let score = 0;
  for (const row of rows.slice(0, 5000)) score += fitOf(row, standard, catalog);
  return score;
}

/** 0 where the standard has no such control; 1 where it has, and up to 2 where the title is the same. */
function fitOf({ row, title }: Candidate, standard: Standard, catalog: Catalog): number {
  const [control] = row.id ? row.id.ids.flatMap((id) => controlsOf(id, standard, catalog)) : [];
  return control ? 1 + likeness(title, control) : 0;
}

function place(
  candidate: Candidate,
  chosen: Chosen,
  seen: ReadonlySet<string>,
  before: CatalogEntry | null,
  catalog: Catalog,
): PlacedRow {
  const { row, edition: namedEdition } = candidate;
  if (!row.id) return { row, controls: [], standard: null, unknown: [], namedEdition, lostZero: false };
  const standards = chosen.get(candidate.family ?? noFamily) ?? [];
  const standard = bestFor(candidate, standards, seen, catalog) ?? standards[0] ?? null;
  if (!standard) return { row, controls: [], standard: null, unknown: row.id.ids, namedEdition, lostZero: false };
  const restored = restoredZero(candidate, standard, seen, before, catalog);
  if (restored) return { row, controls: [restored], standard, unknown: [], namedEdition, lostZero: true };
  const found = row.id.ids.map((id) => ({ id, controls: controlsOf(id, standard, catalog) }));
  return {
    row,
    controls: [...new Set(found.flatMap(({ controls }) => controls))],
    standard,
    unknown: found.filter(({ controls }) => controls.length === 0).map(({ id }) => id),
    namedEdition,
    lostZero: false,
  };
}

/** Of the standards that have the control: the one whose title it is, then the one that had no row for it yet. */
function bestFor(
  candidate: Candidate,
  standards: readonly Standard[],
  seen: ReadonlySet<string>,
  catalog: Catalog,
): Standard | null {
  let best: { standard: Standard; value: number } | null = null;
  for (const standard of standards) {
    const value = fitOf(candidate, standard, catalog);
    if (value === 0) continue;
    const [control] = candidate.row.id!.ids.flatMap((id) => controlsOf(id, standard, catalog));
    const isTaken = control !== undefined && seen.has(control.key);
    const weighed = value - (isTaken ? 0.5 : 0);
    if (!best || weighed > best.value) best = { standard, value: weighed };
  }
  return best?.standard ?? null;
}

/**
 * A spreadsheet that takes ids for numbers writes 5.10 as 5.1. It is 5.10 where 5.1 had its row, and the title or the row
 * before (5.9) says so.
 */
function restoredZero(
  { row, title }: Candidate,
  standard: Standard,
  seen: ReadonlySet<string>,
  before: CatalogEntry | null,
  catalog: Catalog,
): CatalogEntry | null {
  const [id, ...more] = row.id!.ids;
  if (!id || more.length > 0 || id.to || !/^\d+\.[1-9]$/.test(id.number)) return null;
  const [short] = controlsOf(id, standard, catalog);
  const [long] = controlsOf({ ...id, number: `${id.number}0` }, standard, catalog);
  if (!long || seen.has(long.key)) return null;
  const byTitle = title === '' ? 0 : likeness(title, long) - (short ? likeness(title, short) : 0);
  if (byTitle > 0.3) return long;
  if (!short || !seen.has(short.key) || byTitle < -0.3) return null;
  const controls = catalog.controls(standard.key);
  return before !== null && controls[controls.indexOf(long) - 1] === before ? long : null;
}
