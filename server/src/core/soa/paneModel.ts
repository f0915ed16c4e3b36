/** The statement as a pane is sent it. */

import type { RowDocument, SoaModel, SoaRow } from './modelTypes.js';
import type { PaneDocument, PaneModel, PaneRow } from './paneTypes.js';
import { withoutPlaces } from './withoutPlaces.js';

/** The model without places: those are asked for at the moment of a click, when they are known to be right. */
export function paneModel(model: SoaModel): PaneModel {
  return { ...withoutPlaces({ ...model, rows: [] }), rows: model.rows.map(paneRow) };
}

/** Rows and their documents stay the same objects until they change, and so does what is made of them. */
const paneRows = new WeakMap<SoaRow, PaneRow>();
const paneDocuments = new WeakMap<RowDocument, PaneDocument>();

function paneRow(row: SoaRow): PaneRow {
  const kept = paneRows.get(row);
  if (kept) return kept;
  const made = {
    ...withoutPlaces({ ...row, documents: [], mentions: [] }),
    documents: row.documents.map(paneDocument),
    mentions: row.mentions.map(paneDocument),
    hasDecision: row.decisionSpan !== null,
  };
  paneRows.set(row, made);
  return made;
}

function paneDocument(document: RowDocument): PaneDocument {
  const kept = paneDocuments.get(document);
  if (kept) return kept;
  const { isDraftOrOverdue: _, ...made } = withoutPlaces(document);
  paneDocuments.set(document, made);
  return made;
}
