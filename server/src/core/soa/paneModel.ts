/** The statement as a pane is sent it. */

import type { SoaModel } from './modelTypes.js';
import type { PaneModel } from './paneTypes.js';
import { withoutPlaces } from './withoutPlaces.js';

/** The model without places: those are asked for at the moment of a click, when they are known to be right. */
export function paneModel(model: SoaModel): PaneModel {
  const rows = model.rows.map((row) => ({ ...withoutPlaces(row), hasDecision: row.decisionSpan !== null }));
  return { ...withoutPlaces({ ...model, rows: [] }), rows };
}
