/** The statement as JSON: the model with the clause matrix and where it came from. Its schema is docs/schema/statement.schema.json. */

import { safeJson } from '../../visible.js';
import type { SoaModel, SoaRow } from '../modelTypes.js';
import { withoutPlaces } from '../withoutPlaces.js';
import type { SoaExport } from './exportInput.js';

/** Rises when a field changes its meaning or goes; new fields do not count. */
const soaJsonVersion = 1;

/** Two spaces of indentation, a line break at the end; the same input gives the same text. */
export function renderSoaJson({ model, matrix, provenance }: SoaExport): string {
  const statement = { format: 'clausemark-soa', formatVersion: soaJsonVersion, provenance, ...model, clauses: matrix };
  return `${safeJson(withoutPlaces(statement), 2)}\n`;
}

/** One row a line. */
export function renderSoaJsonLines(model: SoaModel): string {
  return model.rows.map((row: SoaRow) => `${safeJson(withoutPlaces(row))}\n`).join('');
}
