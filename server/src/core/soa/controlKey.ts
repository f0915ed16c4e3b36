/** `27001:A.5.15` → the catalog entry it means, of the edition in scope. */
import type { Catalog, CatalogEntry, Standard } from '../catalog/types.js';
import type { ScopedStandard } from '../document.js';

export interface ControlKey {
  /** Short name of the standard; null where the key does not say it and the standards in scope do not tell. */
  readonly standard: string | null;
  readonly entry: CatalogEntry | null;
  /** Standards in scope that have a control of this id, where the key does not name one; more than one is ambiguous. */
  readonly candidates: readonly Standard[];
}

/** `ISO/IEC 27001:2022 …`, `27001-2022 …`, `iso27001 …` → short name, edition, rest. */
const prefix = /^(?:ISO(?:\s*\/\s*IEC)?[\s-]*)?([A-Za-z0-9][A-Za-z0-9-]*?)(?:[:-](\d{4}))?\s*[:\s]\s*(\S.*)$/i;

/** Nothing that names a standard or control is longer; longer texts are not searched for one. */
const maximumKeyLength = 200;

/** The standard and edition that a text such as `ISO/IEC 27001:2022`, `27001` or `iso27001-2022` names. */
export function standardNamed(text: string, catalog: Catalog): { standard: string; edition: string | null } | null {
  const trimmed = text.trim();
  if (trimmed.length > maximumKeyLength) return null;
  const byKey = catalog.standard(trimmed.toLowerCase());
  if (byKey) return { standard: byKey.standard, edition: byKey.edition };
  const match = /^(?:ISO(?:\s*\/\s*IEC)?[\s-]*)?(.+?)(?:\s*[:-]\s*(\d{4}))?$/i.exec(trimmed);
  if (!match) return null;
  return { standard: match[1]!.toLowerCase(), edition: match[2] ?? null };
}

/**
 * Reads the key of a decision.
 * @param written as it stands in the file; the standard may be left out where only one in scope has the id
 * @param scope the standards of the management system, which tell the edition
 */
export function readControlKey(written: string, scope: readonly ScopedStandard[], catalog: Catalog): ControlKey {
  if (written.length > maximumKeyLength) return { standard: null, entry: null, candidates: [] };
  const match = prefix.exec(written.trim());
  const named = match && isShortName(match[1]!, scope, catalog) ? match : null;
  if (named) {
    const standard = named[1]!.toLowerCase();
    const edition = named[2] ?? scope.find((item) => item.standard === standard)?.edition;
    const found = catalog.edition(standard, edition);
    return { standard, entry: found ? findEntry(found, named[3]!, catalog) : null, candidates: [] };
  }
  const candidates: Standard[] = [];
  let entry: CatalogEntry | null = null;
  for (const item of scope) {
    const standard = catalog.edition(item.standard, item.edition);
    const found = standard && findEntry(standard, written, catalog);
    if (!standard || !found) continue;
    candidates.push(standard);
    entry ??= found;
  }
  const isClear = candidates.length === 1;
  return { standard: isClear ? candidates[0]!.standard : null, entry: isClear ? entry : null, candidates };
}

function isShortName(name: string, scope: readonly ScopedStandard[], catalog: Catalog): boolean {
  const standard = name.toLowerCase();
  return catalog.edition(standard) !== undefined || scope.some((item) => item.standard === standard);
}

/** Controls first: in a statement of applicability `5.15` and `A 5.15` mean the control A.5.15. */
function findEntry(standard: Standard, id: string, catalog: Catalog): CatalogEntry | null {
  const tidy = id
    .trim()
    .replace(/^annex\s+/i, '')
    .replace(/^a[.\s]*(?=\d)/i, 'A.');
  const exact = catalog.find(standard.key, tidy);
  if (exact?.kind === 'control') return exact;
  const withLetter = /^\d/.test(tidy) ? catalog.find(standard.key, `A.${tidy}`) : undefined;
  return withLetter?.kind === 'control' ? withLetter : (exact ?? null);
}
