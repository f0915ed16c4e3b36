/** The statement as JSON: the model itself, with a name and version of the format. */
import type { SoaModel } from '../modelTypes.js';

/** Rises when a field changes its meaning or goes; new fields do not count. */
export const soaJsonVersion = 1;

/** Two spaces of indentation, a line break at the end; the same model gives the same text. */
export function renderSoaJson(model: SoaModel): string {
  return `${JSON.stringify({ format: 'clausemark-soa', formatVersion: soaJsonVersion, ...model }, null, 2)}\n`;
}
