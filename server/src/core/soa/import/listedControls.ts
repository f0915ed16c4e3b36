/** The controls of which an import tells whether they have a row. */
import type { Catalog, CatalogEntry } from '../../catalog/types.js';
import { isForRoles } from '../../rules/support/scope.js';
import type { ImportedStatement } from './types.js';

/** The controls of a standard that the statement must list, in their order. */
export interface ListedControls {
  readonly all: readonly CatalogEntry[];
  /** Those without a row in the file. */
  readonly missing: readonly CatalogEntry[];
}

/** Controls made for a role that the organisation does not have are not asked for, nor counted if they have a row. */
export function listedControls(statement: ImportedStatement, standardKey: string, catalog: Catalog): ListedControls {
  const there = new Set(statement.decisions.map(({ control }) => control.key));
  const roles = statement.standards.find(({ standard }) => standard.key === standardKey)?.roles ?? [];
  const all = catalog.controls(standardKey).filter((control) => isForRoles(control, roles));
  return { all, missing: all.filter(({ key }) => !there.has(key)) };
}
