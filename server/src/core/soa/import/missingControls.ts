/** Controls for which an imported file has no row. */
import type { Catalog, CatalogEntry } from '../../catalog/types.js';
import { isForRoles } from '../../rules/support/scope.js';
import type { ImportedStatement } from './types.js';

/** The controls of a standard that the statement must list and the file does not, in their order. */
export function missingControls(statement: ImportedStatement, standardKey: string, catalog: Catalog): CatalogEntry[] {
  const there = new Set(statement.decisions.map(({ control }) => control.key));
  const roles = statement.standards.find(({ standard }) => standard.key === standardKey)?.roles ?? [];
  return catalog.controls(standardKey).filter((control) => !there.has(control.key) && isForRoles(control, roles));
}
