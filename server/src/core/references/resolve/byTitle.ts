/** A title beside an id tells its standard. */
import type { Catalog } from '../../catalog/types.js';
import type { DraftReference } from '../draft.js';
import { type NamedStandard, standardOf } from '../text/standardNames.js';
import { entriesByTitle } from '../titles/titles.js';
import { findEditions } from './lookup.js';
import { type Outcome, resolvedAs } from './outcome.js';

/** The title beside an id tells its standard where only one standard has that id under that title. */
export function readTitle(
  draft: DraftReference,
  open: readonly NamedStandard[] | null,
  catalog: Catalog,
): Outcome | null {
  if (draft.titleWords === null || draft.form === 'clause') return null;
  const standards = new Set<string>();
  for (const entry of entriesByTitle(catalog, draft.titleWords)) {
    const edition = catalog.standard(entry.standardKey);
    if (!edition) continue;
    const hit = findEditions(catalog, edition.standard, edition.edition, draft, false);
    if (hit.some((found) => found.entry.key === entry.key)) standards.add(edition.standard);
  }
  if (standards.size !== 1) return null;
  const standard = [...standards][0]!;
  if (open && !open.some((named) => named.standard === standard)) return null;
  return resolvedAs([standardOf(standard)], 'line');
}
