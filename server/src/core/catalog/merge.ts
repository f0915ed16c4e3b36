/** Joins the catalog with files of an organisation. Ours wins; whatever does not fit is reported in plain words. */
import { t } from '../l10n.js';
import { splitKey } from './ids.js';
import { firstProblems } from './limits.js';
import { provisionEntry, wholeInstrument } from './provisions.js';
import { inverseRelation } from './relations.js';
import type {
  CatalogAddition,
  CatalogData,
  CatalogEntry,
  CatalogProblem,
  ClauseMatrixRow,
  EntryText,
  Mapping,
  Standard,
} from './types.js';

export interface MergedData {
  readonly standards: readonly Standard[];
  readonly mappings: readonly Mapping[];
  readonly clauseMatrix?: readonly ClauseMatrixRow[];
  readonly texts: ReadonlyMap<string, EntryText>;
  readonly problems: readonly CatalogProblem[];
}

/** Our data with the additions, in their order. With no additions the data is passed through unchanged. */
export function mergeAdditions(data: CatalogData, additions: readonly CatalogAddition[]): MergedData {
  const problems = data.problems ?? [];
  if (additions.length === 0) return { ...data, texts: new Map(), problems };
  const merging = new Merging(data);
  for (const addition of additions) merging.addStandards(addition);
  for (const addition of additions) {
    merging.addMappings(addition);
    merging.addIntents(addition);
    merging.addTexts(addition);
  }
  return { ...merging.result(), clauseMatrix: data.clauseMatrix, problems: [...problems, ...merging.problems()] };
}

class Merging {
  private readonly standards: Map<string, Standard>;
  private readonly mappings: Mapping[];
  private readonly ownPairs: Map<string, Mapping>;
  private readonly texts = new Map<string, EntryText>();
  private readonly intents = new Map<string, string>();
  private readonly entries = new Map<string, ReadonlyMap<string, CatalogEntry>>();
  private readonly reports = new Map<CatalogAddition, CatalogProblem[]>();

  constructor(data: CatalogData) {
    this.standards = new Map(data.standards.map((standard) => [standard.key, standard]));
    this.mappings = [...data.mappings];
    this.ownPairs = new Map(data.mappings.map((row) => [`${row.from}|${row.to}`, row]));
  }

  private report(addition: CatalogAddition, message: string): void {
    const problem = addition.file === undefined ? { message } : { message, file: addition.file };
    const reported = this.reports.get(addition);
    if (reported) reported.push(problem);
    else this.reports.set(addition, [problem]);
  }

  /** What was reported, file by file, of each the first. */
  problems(): CatalogProblem[] {
    return [...this.reports].flatMap(([{ file }, problems]) =>
      firstProblems(problems).map((problem) => (file === undefined ? problem : { ...problem, file })),
    );
  }

  addStandards(addition: CatalogAddition): void {
    for (const standard of addition.standards ?? []) {
      const sameEdition = [...this.standards.values()].find(
        (known) => known.standard === standard.standard && known.edition === standard.edition,
      );
      if (this.standards.has(standard.key)) {
        this.report(
          addition,
          t('The standard "{0}" is already in the catalog; the one of this file is not used.', standard.key),
        );
      } else if (sameEdition) {
        this.report(
          addition,
          t(
            '{0} is already in the catalog as "{1}"; the one of this file is not used.',
            standard.name,
            sameEdition.key,
          ),
        );
      } else {
        this.standards.set(standard.key, { ...standard, isAddition: true });
      }
    }
  }

  private entry(key: string): CatalogEntry | undefined {
    const { standardKey, tail } = splitKey(key);
    const standard = this.standards.get(standardKey);
    if (!standard) return undefined;
    let listed = this.entries.get(standardKey);
    if (!listed) {
      listed = new Map(standard.entries.map((entry) => [splitKey(entry.key).tail, entry]));
      this.entries.set(standardKey, listed);
    }
    return listed.get(tail) ?? provisionEntry(standard, tail, listed);
  }

  private exists(key: string): boolean {
    const { standardKey, tail } = splitKey(key);
    return tail === wholeInstrument ? this.standards.has(standardKey) : this.entry(key) !== undefined;
  }

  addMappings(addition: CatalogAddition): void {
    for (const row of addition.mappings ?? []) {
      const missing = [row.from, row.to].filter((end) => !this.exists(end));
      if (missing.length > 0) {
        this.report(addition, missingText(row, missing));
        continue;
      }
      const ours = this.ourRelation(row);
      if (ours !== undefined && ours !== row.relation) {
        this.report(
          addition,
          t(
            'The catalog calls {0} → {1} "{2}", this file "{3}"; both are shown.',
            row.from,
            row.to,
            ours,
            row.relation,
          ),
        );
      }
      this.mappings.push(row);
    }
  }

  private ourRelation(row: Mapping): Mapping['relation'] | undefined {
    const same = this.ownPairs.get(`${row.from}|${row.to}`);
    if (same) return same.relation;
    const turned = this.ownPairs.get(`${row.to}|${row.from}`);
    return turned && inverseRelation(turned.relation);
  }

  addIntents(addition: CatalogAddition): void {
    for (const [key, sentence] of Object.entries(addition.intents ?? {})) {
      const entry = this.entry(key);
      if (!entry) this.report(addition, t('The intent for {0} is not used: the catalog has no such entry.', key));
      else if (entry.intent !== undefined || this.intents.has(key)) {
        this.report(addition, t('{0} already has an intent; the one of this file is not used.', key));
      } else this.intents.set(key, sentence);
    }
  }

  addTexts(addition: CatalogAddition): void {
    for (const [key, text] of Object.entries(addition.texts ?? {})) {
      if (!this.exists(key))
        this.report(addition, t('The text for {0} is not used: the catalog has no such entry.', key));
      else if (this.texts.has(key))
        this.report(addition, t('{0} already has a text from another file; the one of this file is not used.', key));
      else this.texts.set(key, text);
    }
  }

  result(): Omit<MergedData, 'problems'> {
    return {
      standards: [...this.standards.values()].map((standard) => this.withIntents(standard)),
      mappings: this.mappings,
      texts: this.texts,
    };
  }

  private withIntents(standard: Standard): Standard {
    if (this.intents.size === 0) return standard;
    return {
      ...standard,
      entries: standard.entries.map((entry) => {
        const intent = this.intents.get(entry.key);
        return intent === undefined ? entry : { ...entry, intent };
      }),
    };
  }
}

function missingText({ from, to }: Mapping, [first, second]: readonly string[]): string {
  return second === undefined
    ? t('The mapping {0} → {1} is not used: the catalog has no {2}.', from, to, first!)
    : t('The mapping {0} → {1} is not used: the catalog has no {2} and no {3}.', from, to, first!, second);
}
