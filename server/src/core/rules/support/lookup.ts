/** What the catalog says of the ids that a reference names. */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import type { Reference } from '../../document.js';

/**
 * `known`: the standard and edition of the reference has the id. `other-edition`: only another edition of the same
 * standard has it. `unverified`: a lettered item of a clause whose letters the catalog does not hold, so that nothing can
 * be said. `unknown`: no edition has it.
 */
export type IdState = 'known' | 'other-edition' | 'unverified' | 'unknown';

/** One id of a reference, looked up. */
export interface LookedUpId {
  readonly id: string;
  /** The edition that the reference was resolved to; where nothing told one, the current edition. */
  readonly standard: Standard;
  readonly state: IdState;
  /** For `known` the entry of `standard`, for `other-edition` the entry of the newest edition that has it. */
  readonly entry: CatalogEntry | null;
}

/** An id that ends in a letter, `6.1.3 d`: the clause before it and the letter. */
export function splitItem(id: string): { base: string; letter: string } | null {
  const match = /^(.*\d) ([a-z]{1,2})$/.exec(id);
  return match ? { base: match[1]!, letter: match[2]! } : null;
}

/**
 * Looks up every id of a reference. Empty where the reference is ambiguous, external, or of a standard or edition that
 * the catalog does not hold: of those we know nothing and say nothing.
 */
export function lookUp(
  { standard: of, edition, kind, readings, ids }: Reference,
  catalog: Catalog,
): readonly LookedUpId[] {
  if (of === null || kind === 'external' || readings.length > 1) return [];
  const standard = catalog.edition(of, edition);
  if (!standard) return [];
  const known = lookedUpIn(standard, catalog);
  return ids.length === 1
    ? oneLookedUp(ids[0]!, standard, known, catalog)
    : ids.flatMap((id) => oneLookedUp(id, standard, known, catalog));
}

/** What was found for each id of an edition, as a list of one: nearly all references name one. */
type LookedUp = Map<string, readonly [LookedUpId]>;

function oneLookedUp(id: string, standard: Standard, known: LookedUp, catalog: Catalog): readonly [LookedUpId] {
  let looked = known.get(id);
  if (!looked) {
    // Bounded, because a hostile text can name any number of ids.
    if (known.size >= mostRemembered) known.clear();
    looked = [lookUpId(id, standard, catalog)];
    known.set(id, looked);
  }
  return looked;
}

const mostRemembered = 2000;
const remembered = new WeakMap<Catalog, Map<string, LookedUp>>();

/** Every rule looks up every reference: what was found is remembered per edition. */
function lookedUpIn(standard: Standard, catalog: Catalog): LookedUp {
  let editions = remembered.get(catalog);
  if (!editions) {
    editions = new Map();
    remembered.set(catalog, editions);
  }
  let known = editions.get(standard.key);
  if (!known) {
    known = new Map();
    editions.set(standard.key, known);
  }
  return known;
}

/** Looks up one id in an edition, and where that lacks it in the other editions of the same standard. */
export function lookUpId(id: string, standard: Standard, catalog: Catalog): LookedUpId {
  const entry = catalog.find(standard.key, id);
  if (entry) return { id, standard, state: 'known', entry };
  // Letters that the catalog does not hold for this edition are not missing because it holds them for another.
  if (isUnverifiedItem(id, standard, catalog)) return { id, standard, state: 'unverified', entry: null };
  const elsewhere = findInOtherEdition(id, standard, catalog);
  if (elsewhere) return { id, standard, state: 'other-edition', entry: elsewhere };
  return { id, standard, state: 'unknown', entry: null };
}

function findInOtherEdition(id: string, standard: Standard, catalog: Catalog): CatalogEntry | null {
  for (const edition of catalog.editions(standard.standard)) {
    if (edition.key === standard.key) continue;
    const entry = catalog.find(edition.key, id);
    if (entry) return entry;
  }
  return null;
}

/**
 * The catalog holds the letters of a few clauses only. A letter may be called unknown only where the letters of its
 * clause are held without a gap from `a` and it lies beyond the last of them.
 */
function isUnverifiedItem(id: string, standard: Standard, catalog: Catalog): boolean {
  const item = splitItem(id);
  if (!item || !catalog.find(standard.key, item.base)) return false;
  const letters = catalog
    .children(standard.key, item.base)
    .filter((child) => child.kind === 'item')
    .map((child) => splitItem(child.id)?.letter ?? '')
    .filter((letter) => letter.length === 1)
    .sort();
  if (letters.length === 0) return true;
  const isComplete = letters.every((letter, index) => letter.charCodeAt(0) === 97 + index);
  return !isComplete || item.letter <= letters[letters.length - 1]!;
}

/** Whether the edition is the one that replaced `older`, directly or through others. */
export function replaces(newer: Standard, older: Standard, catalog: Catalog): boolean {
  let current: Standard | undefined = newer;
  for (let steps = 0; current?.supersedes && steps < 8; steps++) {
    if (current.supersedes === older.key) return true;
    current = catalog.standard(current.supersedes);
  }
  return false;
}

/** All controls below a group of an annex, however deep. */
export function controlsBelow(group: CatalogEntry, catalog: Catalog): CatalogEntry[] {
  return catalog.controls(group.standardKey).filter((control) => {
    let parent = control.parent;
    for (let steps = 0; parent && steps < 8; steps++) {
      if (parent === group.id) return true;
      parent = catalog.find(group.standardKey, parent)?.parent;
    }
    return false;
  });
}

/** The entries of a management-system standard that a document can satisfy. */
export function isClaimable(entry: CatalogEntry): boolean {
  return entry.kind === 'control' || entry.kind === 'clause' || entry.kind === 'item';
}
