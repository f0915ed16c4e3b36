/** The statement as a pane is sent it. */

import type { RowDocument, SoaModel, SoaRow } from './modelTypes.js';
import type { PaneFile, SentDocument, SentModel, SentRow } from './paneTypes.js';
import { withoutPlaces } from './withoutPlaces.js';

/**
 * The model without places: those are asked for at the moment of a click, when they are known to be right. What a row says
 * of a document besides its path stands in `files`: in a large folder it would be five sixths of the message.
 */
export function paneModel(model: SoaModel): SentModel {
  const files = new Map<string, PaneFile>();
  for (const { documents, mentions } of model.rows) {
    for (const document of documents) if (!files.has(document.path)) files.set(document.path, fileOf(document));
    for (const document of mentions) if (!files.has(document.path)) files.set(document.path, fileOf(document));
  }
  return {
    ...withoutPlaces({ ...model, rows: [] }),
    rows: model.rows.map(sentRow),
    files: [...files.values()],
  };
}

/** Rows and their documents stay the same objects until they change, and so does what is made of them. */
const sentRows = new WeakMap<SoaRow, SentRow>();
const paneFiles = new WeakMap<RowDocument, PaneFile>();

function sentRow(row: SoaRow): SentRow {
  const kept = sentRows.get(row);
  if (kept) return kept;
  const made = {
    ...withoutPlaces({ ...row, documents: [], mentions: [] }),
    documents: row.documents.map(sentDocument),
    mentions: row.mentions.map(sentDocument),
    hasDecision: row.decisionSpan !== null,
  };
  sentRows.set(row, made);
  return made;
}

function sentDocument({ path, statedBy, sections }: RowDocument): SentDocument {
  if (statedBy === 'tag' && sections.length === 0) return path;
  return [path, statedBy, ...sections.map(({ heading }) => heading)];
}

function fileOf(document: RowDocument): PaneFile {
  let file = paneFiles.get(document);
  if (!file) {
    const { path, title, id, status, concern } = document;
    file = { path, title, id, status, concern };
    paneFiles.set(document, file);
  }
  return file;
}
