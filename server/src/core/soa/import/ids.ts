/** Ids of controls as the cells of a table write them: `5.1`, `A 5.1 Policies …`, `27001:A.5.1`, `A.7.2.3 & A.7.2.4`. */

import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import { t } from '../../l10n.js';

/** One id or a range of them, as written. */
export interface WrittenId {
  /** Short name of the standard where the cell names one. */
  readonly standard: string | null;
  readonly edition: string | null;
  /** `A`, `B` or nothing. */
  readonly letter: string;
  /** `5.1` */
  readonly number: string;
  /** The end of a range `5.1 – 5.4`, else null. */
  readonly to: { readonly letter: string; readonly number: string } | null;
}

export interface IdCell {
  readonly ids: readonly WrittenId[];
  /** What stands behind the ids: mostly the title. */
  readonly rest: string;
}

const number =
  /\s*(?:(?:annex|anhang|annexe|anexo|bijlage)\s*)?(?:(?:control|clause|kontrolle|section|§)\s*)?([AB])?[\s.]*(\d{1,2}(?:\.\d{1,2}){1,3})(?![\d%:]|\.\d)\.?/iy;
const group =
  /\s*(?:(?:annex|anhang|annexe|anexo|bijlage|theme|clause)\s*)?([AB])?[\s.]*(\d{1,2})(?:\.0)?\.?(?=$|[\s:–—-])/iy;
const range = /\s*(?:-|–|—|\bto\b|\bthrough\b|\bbis\b|\btot\b|\bhasta\b|…|\.\.\.?)\s*(?=(?:annex\s*)?[AB]?[\s.]*\d)/iy;
const next = /\s*(?:[,;&/+\n]|\band\b|\bund\b|\bet\b|\by\b|\ben\b)\s*/iy;

/** Reads the cells of an id column; made once for a catalog. */
export class IdReader {
  private readonly prefix: RegExp;
  private readonly shortNames: ReadonlySet<string>;

  constructor(catalog: Catalog) {
    const names = managementStandards(catalog).map(({ standard }) => standard);
    this.shortNames = new Set(names);
    const any = [...this.shortNames].map((name) => name.replace(/[^\w]/g, '\\$&')).join('|');
    this.prefix = new RegExp(
      `\\s*(?:(?:EN\\s+)?ISO\\s*(?:/\\s*IEC)?[\\s-]*)?(${any})(?:\\s*[:-]\\s*(\\d{4}))?(?:\\s*[:,–—|-]|\\s)\\s*(?=\\D{0,12}\\d)`,
      'iy',
    );
  }

  /** The ids with which a cell begins, and what is behind them; null for a cell that begins with none. */
  read(text: string): IdCell | null {
    if (text.length > 1000) return null;
    const unmarked = text.replace(/[*`_]{1,3}(?=\S)|(?<=\S)[*`]{1,3}/g, '').trim();
    // A spreadsheet in German or French makes 5,1 of 5.1.
    const clean = unmarked.replace(/^(\d{1,2}),(\d{1,2})$/, '$1.$2');
    const ids: WrittenId[] = [];
    let at = 0;
    let end = 0;
    for (let count = 0; count < 100; count++) {
      const found = this.readOne(clean, at, ids[ids.length - 1] ?? null);
      if (!found) break;
      ids.push(found.id);
      end = found.end;
      const separator = matchAt(next, clean, end);
      if (!separator) break;
      at = end + separator[0].length;
    }
    if (ids.length === 0) return null;
    const behind = clean.slice(end);
    // `5.1th` or `5.10kg` is no id.
    if (/^[\p{L}\p{N}]/u.test(behind)) return null;
    return { ids, rest: behind.replace(/^[\s:.,;–—|-]+/, '').trim() };
  }

  private readOne(text: string, from: number, before: WrittenId | null): { id: WrittenId; end: number } | null {
    const named = matchAt(this.prefix, text, from);
    let at = from + (named?.[0].length ?? 0);
    const first = matchAt(number, text, at);
    if (!first) return null;
    at += first[0].length;
    const letter = (first[1] ?? before?.letter ?? '').toUpperCase();
    const standard = named?.[1]?.toLowerCase() ?? before?.standard ?? null;
    const edition = named?.[2] ?? (named ? null : (before?.edition ?? null));
    const dash = matchAt(range, text, at);
    const last = dash && matchAt(number, text, at + dash[0].length);
    if (!dash || !last) return { id: { standard, edition, letter, number: first[2]!, to: null }, end: at };
    const to = { letter: (last[1] ?? letter).toUpperCase(), number: last[2]! };
    return { id: { standard, edition, letter, number: first[2]!, to }, end: at + dash[0].length + last[0].length };
  }

  /** Whether a cell holds the number of a group: `A.5`, `5`, `A.5 Organizational controls`. */
  readGroup(text: string): { letter: string; number: string } | null {
    const found = matchAt(group, text.replace(/\*/g, '').trim(), 0);
    return found ? { letter: (found[1] ?? '').toUpperCase(), number: found[2]! } : null;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The standards that have a Statement of Applicability, in all editions. */
export function managementStandards(catalog: Catalog): Standard[] {
  return catalog.standards.filter(({ key, type }) => type === 'management-system' && catalog.controls(key).length > 0);
}

/** What a written id means in an edition: the controls of a range, one control, or nothing. */
export function controlsOf(id: WrittenId, standard: Standard, catalog: Catalog): CatalogEntry[] {
  const first = controlNumbered(id.letter, id.number, standard, catalog);
  if (!first) return [];
  if (!id.to) return [first];
  const last = controlNumbered(id.to.letter, id.to.number, standard, catalog);
  const controls = catalog.controls(standard.key);
  const [from, to] = [controls.indexOf(first), last ? controls.indexOf(last) : -1];
  return from >= 0 && to >= from ? controls.slice(from, to + 1) : [];
}

function controlNumbered(letter: string, tail: string, standard: Standard, catalog: Catalog): CatalogEntry | null {
  const entry = entryNumbered(letter, tail, standard, catalog);
  return entry?.kind === 'control' ? entry : null;
}

/** The entry of the annex with that number, whatever it is; a number without a letter is one of Annex A. */
export function entryNumbered(
  letter: string,
  tail: string,
  standard: Standard,
  catalog: Catalog,
): CatalogEntry | undefined {
  return catalog.find(standard.key, `${letter || 'A'}.${tail}`);
}

/** `A.5.1`, `5.1 to 5.4`: as the cell wrote it, tidied. */
export function idText(id: WrittenId): string {
  const one = (letter: string, tail: string) => (letter === '' ? tail : `${letter}.${tail}`);
  return id.to
    ? t('{0} to {1}', one(id.letter, id.number), one(id.to.letter, id.to.number))
    : one(id.letter, id.number);
}
