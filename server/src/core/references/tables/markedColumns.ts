/** `| 6.1.2 | Risk assessment | yes | – | yes |` below `ISMS`, `PIMS`, `AIMS`: the marks of a row say of which standards its number is. */
import type { Evidence } from '../draft.js';
import { labelMentions } from '../evidence/systems.js';
import { noWords, yesWords } from '../text/lexicon.js';
import type { Runs } from '../text/runs.js';
import type { NamedStandard, StandardNames } from '../text/standardNames.js';
import { cellsOfRow, firstOfRow } from './tableRows.js';

/** In tokens: "ISO/IEC 27001:2022 (ISMS)". */
const longestHead = 12;
/** In tokens: "Privacy policy", "Politik zur Informationssicherheit". */
const longestName = 6;
const onlyWords =
  /^(?!(?:not?|none|nicht|keine?|non|niet|geen|sans|sin|pas|aucune?|ningun[oa]?|nessun[oa]?)(?!\p{L}))[\p{L}\s\-/&’'()]{3,}$/u;
/** One column alone is one of remarks. */
const fewestColumns = 2;

/** What the marks of rows say, asked row by row and remembered. */
export class MarkedColumns {
  /** By the first block of a table: the standard of each of its columns that is headed by nothing but one. */
  private readonly heads = new Map<number, ReadonlyMap<number, NamedStandard>>();
  private readonly rows = new Map<number, readonly NamedStandard[]>();

  constructor(
    private readonly runs: Runs,
    private readonly names: StandardNames,
  ) {}

  /**
   * The standards that are marked in the row of a cell, null where the table is none of marks. Beside a bare number each of them
   * is meant; an id with its letter is of one.
   *
   * @param start first block of the table
   */
  layerFor(index: number, start: number): Evidence | null {
    const { blocks } = this.runs;
    const heads = this.headsOf(start);
    if (heads.size < fewestColumns) return null;
    const first = firstOfRow(blocks, index);
    const joined = this.runs.of(index).tokens[0]?.kind === 'number';
    const key = joined ? first : -1 - first;
    let standards = this.rows.get(key);
    if (!standards) {
      standards = this.markedIn(first, heads, joined);
      this.rows.set(key, standards);
    }
    if (standards.length === 0) return null;
    return { by: 'line', standards, tight: false, joined, editionHint: null };
  }

  private headsOf(start: number): ReadonlyMap<number, NamedStandard> {
    const known = this.heads.get(start);
    if (known) return known;
    const heads = new Map<number, NamedStandard>();
    const { blocks } = this.runs;
    for (const i of cellsOfRow(blocks, start)) {
      const run = this.runs.of(i);
      const named =
        run.tokens.length > longestHead ? [] : labelMentions(run, this.names).flatMap((one) => one.standards);
      if (named.length === 1 && named[0]!.looksLikeIso) heads.set(blocks[i]!.column, named[0]!);
    }
    this.heads.set(start, heads);
    return heads;
  }

  /**
   * Those whose cell says yes, where the others say no or nothing; beside a clause also those whose cell names what
   * fulfils it in a few words.
   */
  private markedIn(
    first: number,
    heads: ReadonlyMap<number, NamedStandard>,
    isClause: boolean,
  ): readonly NamedStandard[] {
    const { blocks } = this.runs;
    const marked: NamedStandard[] = [];
    for (const i of cellsOfRow(blocks, first)) {
      const named = heads.get(blocks[i]!.column);
      if (!named) continue;
      const run = this.runs.of(i);
      const says = run.prose.trim().toLowerCase();
      const isName = isClause && run.tokens.length <= longestName && onlyWords.test(says);
      if (yesWords.has(says) || (isName && !noWords.has(says))) marked.push(named);
      else if (!noWords.has(says)) return [];
    }
    return marked;
  }
}
