/** Types of build-catalog.mjs for the tests. */
export interface BuiltCatalogProblem {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

export interface BuiltCatalog {
  /** The JSON value of dist/catalog.json. */
  readonly catalog: unknown;
  readonly problems: readonly BuiltCatalogProblem[];
}

export function buildCatalog(root: string): Promise<BuiltCatalog>;
export function writeCatalog(root: string): Promise<BuiltCatalog>;
