/**
 * The shape of dist/catalog.json. Mapping rows are lists of numbers that point into lists of ends, sources and notes;
 * entries leave out what follows from their standard. Written by `encodeCatalog`, read by `decodeCatalog`.
 */

import { confidences, relations } from './relations.js';
import type { CatalogData, CatalogEntry, ClauseMatrixRow, Mapping, Standard } from './types.js';

export const catalogFormat = 'clausemark-catalog-1';

/** An entry without `standardKey`, and without `key` where that is the standard and the id. */
export type CompactEntry = Omit<CatalogEntry, 'key' | 'standardKey'>;
export interface CompactStandard extends Omit<Standard, 'entries'> {
  readonly entries: readonly CompactEntry[];
}

/** from, to, relation, confidence, source, and if given note and via (−1: none): indexes of the lists beside it. */
export type CompactRow = readonly number[];

export interface CompactCatalog {
  readonly format: typeof catalogFormat;
  readonly standards: readonly CompactStandard[];
  readonly ends: readonly string[];
  readonly texts: readonly string[];
  readonly mappings: readonly CompactRow[];
  readonly clauseMatrix?: readonly ClauseMatrixRow[];
}

/** Gives each different text a number. */
class Dictionary {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(text: string | undefined): number {
    if (text === undefined) return -1;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.list.length);
    this.list.push(text);
    return this.list.length - 1;
  }
}

function compactRow(row: Mapping, ends: Dictionary, texts: Dictionary): CompactRow {
  const numbers = [
    ends.numberOf(row.from),
    ends.numberOf(row.to),
    relations.indexOf(row.relation),
    confidences.indexOf(row.confidence),
    texts.numberOf(row.source),
    texts.numberOf(row.note),
    texts.numberOf(row.via),
  ];
  while (numbers.at(-1) === -1) numbers.pop();
  return numbers;
}

/** Data as the JSON value of dist/catalog.json. `problems` are not part of it. */
export function encodeCatalog(data: CatalogData): CompactCatalog {
  const ends = new Dictionary();
  const texts = new Dictionary();
  const mappings = data.mappings.map((row) => compactRow(row, ends, texts));
  return {
    format: catalogFormat,
    standards: data.standards.map((standard) => ({
      ...standard,
      entries: standard.entries.map(({ key: _key, standardKey: _standardKey, ...entry }) => entry),
    })),
    ends: ends.list,
    texts: texts.list,
    mappings,
    ...(data.clauseMatrix ? { clauseMatrix: data.clauseMatrix } : {}),
  };
}
