/** The names under which the standards of the catalog and other frameworks are cited, found out once per catalog. */
import type { Catalog, Standard } from '../../catalog/types.js';
import { type ForeignFramework, foreignFrameworks, otherSystems } from './lexicon.js';

/** One standard named in a mention. */
export interface NamedStandard {
  /** `27001`; the number or name of an unknown one. */
  readonly standard: string;
  /** As the text says, translated to the edition of the catalog (EN 2023 → 2022); null where it says none. */
  readonly edition: string | null;
  /** In the catalog, in an edition that the catalog has. */
  readonly known: boolean;
  /** Whether ids like A.5.15 or clause numbers may belong to it. */
  readonly looksLikeIso: boolean;
  /** Named by a companion whose clause numbers are the numbers of the Annex A controls (ISO/IEC 27002). */
  readonly byCompanion: boolean;
}

/** Whether a standard of the catalog is one of those whose clauses and controls are cited. */
export function isManagementSystem({ type }: Standard): boolean {
  return type === 'management-system';
}

/** A standard of the catalog, as it is when nothing but its name is said. */
export function standardOf(standard: string, edition: string | null = null): NamedStandard {
  return { standard, edition, known: true, looksLikeIso: true, byCompanion: false };
}

interface KnownEdition {
  readonly standard: string;
  readonly edition: string;
}

/** Numbers and years by which texts call the standards of the catalog. */
export interface StandardNames {
  /** `27001`, `27002` → the short name. */
  readonly byNumber: ReadonlyMap<string, { readonly standard: string; readonly isCompanion: boolean }>;
  /** `27001:2022`, `27001:2023` (European adoption), `27002:2022` → the edition of the catalog. */
  readonly byYear: ReadonlyMap<string, KnownEdition>;
  /** Years that are editions of any standard: `2013` alone may be an edition. */
  readonly years: ReadonlySet<string>;
  readonly foreignByFirstWord: ReadonlyMap<string, readonly ForeignFramework[]>;
  /** `27001:2013`: editions that a newer one has replaced. */
  readonly withdrawn: ReadonlySet<string>;
  /** `ISMS` → the standard of such a management system, as a text that names it without its edition. */
  readonly systems: ReadonlyMap<string, NamedStandard>;
  /** `information security management system`, as lower-case words, by the first of them. */
  readonly systemPhrases: ReadonlyMap<string, readonly SystemPhrase[]>;
  /** `information security`, `AI`: what the standards are about. */
  readonly subjects: SystemNames;
}

/** Names that stand for a standard: abbreviations in capitals, and phrases of lower-case words by the first of them. */
export interface SystemNames {
  readonly systems: ReadonlyMap<string, NamedStandard>;
  readonly systemPhrases: ReadonlyMap<string, readonly SystemPhrase[]>;
}

export interface SystemPhrase {
  readonly words: readonly string[];
  readonly named: NamedStandard;
}

const namesOfCatalog = new WeakMap<Catalog, StandardNames>();

/** The names under which the standards of the catalog are cited; computed once per catalog. */
export function standardNames(catalog: Catalog): StandardNames {
  const cached = namesOfCatalog.get(catalog);
  if (cached) return cached;
  const byNumber = new Map<string, { standard: string; isCompanion: boolean }>();
  const byYear = new Map<string, KnownEdition>();
  const years = new Set<string>();
  for (const standard of catalog.standards) {
    if (!isManagementSystem(standard)) continue;
    const target = { standard: standard.standard, edition: standard.edition };
    byNumber.set(standard.standard, { standard: standard.standard, isCompanion: false });
    byYear.set(`${standard.standard}:${standard.edition}`, target);
    years.add(standard.edition);
    for (const adoption of standard.alsoPublishedAs ?? []) {
      const key = `${standard.standard}:${adoption.year}`;
      if (!byYear.has(key)) byYear.set(key, target);
    }
    for (const companion of standard.companions ?? []) {
      byNumber.set(companion.number, { standard: standard.standard, isCompanion: true });
      byYear.set(`${companion.number}:${companion.edition}`, target);
    }
  }
  // A year that is the catalog's own edition of a standard beats an adoption of another edition under the same year.
  for (const standard of catalog.standards) {
    if (!isManagementSystem(standard)) continue;
    byYear.set(`${standard.standard}:${standard.edition}`, { standard: standard.standard, edition: standard.edition });
  }
  const foreignByFirstWord = new Map<string, ForeignFramework[]>();
  for (const framework of foreignFrameworks) {
    const first = framework.words[0]!;
    foreignByFirstWord.set(first, [...(foreignByFirstWord.get(first) ?? []), framework]);
  }
  for (const list of foreignByFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  const withdrawn = new Set(
    catalog.standards.filter((one) => one.status === 'withdrawn').map((one) => `${one.standard}:${one.edition}`),
  );
  const subjects = namesFor(namedBy(catalog, ({ subjects: words }) => words));
  const names = { byNumber, byYear, years, foreignByFirstWord, withdrawn, subjects, ...systemNames(catalog) };
  namesOfCatalog.set(catalog, names);
  return names;
}

function systemNames(catalog: Catalog): SystemNames {
  const others = Object.entries(otherSystems).map(([name, standard]) => ({ name, standard, known: false }));
  return namesFor([...others, ...namedBy(catalog, ({ systemNames: named }) => named)]);
}

interface NameOf {
  readonly name: string;
  readonly standard: string;
  readonly known: boolean;
}

function namedBy(catalog: Catalog, names: (standard: Standard) => readonly string[] | undefined): NameOf[] {
  return catalog.standards.flatMap((standard) =>
    (names(standard) ?? []).map((name) => ({ name, standard: standard.standard, known: true })),
  );
}

function namesFor(all: readonly NameOf[]): SystemNames {
  const systems = new Map<string, NamedStandard>();
  const systemPhrases = new Map<string, SystemPhrase[]>();
  for (const { name, standard, known } of all) {
    const named: NamedStandard = { ...standardOf(standard), known };
    if (name === name.toUpperCase()) {
      systems.set(name, named);
      continue;
    }
    const words = name.toLowerCase().match(/[^ '’]+|['’]/g) ?? [];
    systemPhrases.set(words[0]!, [...(systemPhrases.get(words[0]!) ?? []), { words, named }]);
  }
  return { systems, systemPhrases };
}
