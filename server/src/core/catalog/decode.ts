/** dist/catalog.json → `CatalogData`. Tolerant: what cannot be read is left out and named in `problems`. */
import { type CompactEntry, type CompactStandard, catalogFormat } from './compact.js';
import { entryKeyOf } from './ids.js';
import { entryKinds } from './read-standard.js';
import { confidences, relations } from './relations.js';
import type { CatalogData, CatalogEntry, CatalogProblem, ClauseMatrixRow, Mapping, Standard } from './types.js';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is CompactEntry {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.title === 'string' &&
    entryKinds.some((kind) => kind === value.kind)
  );
}

function isStandard(value: unknown): value is CompactStandard {
  return (
    isObject(value) &&
    ['key', 'standard', 'edition', 'name', 'fullTitle', 'type', 'status'].every(
      (field) => typeof value[field] === 'string',
    ) &&
    Array.isArray(value.entries)
  );
}

function decodeStandard(value: unknown, index: number, problems: CatalogProblem[]): Standard | undefined {
  if (!isStandard(value)) {
    problems.push({ message: `The built catalog has a standard that cannot be read (number ${index + 1}).` });
    return undefined;
  }
  const standardKey = value.key;
  const entries: CatalogEntry[] = [];
  for (const entry of value.entries) {
    if (isEntry(entry)) entries.push({ ...entry, key: entryKeyOf(standardKey, entry.id), standardKey });
    else problems.push({ message: `The built catalog has an entry of ${value.name} that cannot be read.` });
  }
  return { ...value, entries };
}

function strings(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textAt(list: readonly unknown[], index: unknown): string | undefined {
  const text = typeof index === 'number' ? list[index] : undefined;
  return typeof text === 'string' ? text : undefined;
}

function decodeRow(row: unknown, ends: readonly unknown[], texts: readonly unknown[]): Mapping | undefined {
  if (!Array.isArray(row)) return undefined;
  const from = textAt(ends, row[0]);
  const to = textAt(ends, row[1]);
  const relation = relations[row[2] as number];
  const confidence = confidences[row[3] as number];
  const source = textAt(texts, row[4]);
  if (from === undefined || to === undefined || !relation || !confidence || source === undefined) return undefined;
  const note = textAt(texts, row[5]);
  const via = textAt(texts, row[6]);
  // There are thousands, and each start waits for them: taking objects apart into one takes four times as long.
  const mapping: { -readonly [field in keyof Mapping]: Mapping[field] } = { from, to, relation, source, confidence };
  if (note !== undefined) mapping.note = note;
  if (via !== undefined) mapping.via = via;
  return mapping;
}

function isMatrixRow(value: unknown): value is ClauseMatrixRow {
  return isObject(value) && ['clause', 'shared', 'differs'].every((field) => typeof value[field] === 'string');
}

/** The data of the JSON value of dist/catalog.json. Any value is accepted; a wrong one gives an empty catalog and problems. */
export function decodeCatalog(json: unknown): CatalogData {
  const problems: CatalogProblem[] = [];
  if (!isObject(json) || json.format !== catalogFormat) {
    return {
      standards: [],
      mappings: [],
      problems: [{ message: 'The catalog could not be read: it is not a catalog of this version.' }],
    };
  }
  const standards = strings(json.standards).flatMap((value, index) => decodeStandard(value, index, problems) ?? []);
  const ends = strings(json.ends);
  const texts = strings(json.texts);
  const rows = strings(json.mappings);
  const mappings = rows.flatMap((row) => decodeRow(row, ends, texts) ?? []);
  if (mappings.length < rows.length) {
    problems.push({ message: `${rows.length - mappings.length} mapping rows of the built catalog cannot be read.` });
  }
  const clauseMatrix = strings(json.clauseMatrix).filter(isMatrixRow);
  return {
    standards,
    mappings,
    ...(clauseMatrix.length > 0 ? { clauseMatrix } : {}),
    ...(problems.length > 0 ? { problems } : {}),
  };
}
