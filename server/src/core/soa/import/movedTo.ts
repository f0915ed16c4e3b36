/** To which editions the ids of a statement are moved where nobody says. */
import type { Catalog, Standard } from '../../catalog/types.js';
import type { ScopedStandard } from '../../document.js';
import { replacementOf } from '../../rules/support/editions.js';
import { replaces } from '../../rules/support/lookup.js';

/**
 * @param standards as the file tells them
 * @param followed those of the soa.yaml to merge into; empty without one
 * @returns per standard the newer edition that soa.yaml follows, without one the edition in force; null where nothing would move
 */
export function editionsMovedTo(
  standards: readonly Standard[],
  followed: readonly ScopedStandard[],
  catalog: Catalog,
): Standard[] | null {
  const moved = standards.map((standard) => {
    const own = followed.find((one) => one.standard === standard.standard);
    if (!own) return replacementOf(standard, catalog) ?? standard;
    const edition = own.edition === null ? undefined : catalog.edition(own.standard, own.edition);
    return edition && replaces(edition, standard, catalog) ? edition : standard;
  });
  return moved.some((standard, index) => standard !== standards[index]) ? moved : null;
}
