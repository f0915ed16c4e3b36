/** What a click opens: found in the newest model at the moment of the click, because places move with every edit. */
import type { Place, SoaModel, SoaRow } from '../../../server/src/core/soa/modelTypes.js';

/**
 * @param what the `data-open` of the button
 * @param row the row it stands in, if any
 * @param index of the document, evidence or problem
 * @param section index of the section within the document
 */
export function placeOf(
  what: string,
  row: SoaRow | null,
  model: SoaModel,
  index: number,
  section: number,
): Place | null {
  if (what === 'soa') return inSoa(model, { start: 0, end: 0 });
  if (what === 'problem') return inSoa(model, model.problems[index]?.span);
  if (!row) return null;
  if (what === 'decision' && model.path !== null) return inSoa(model, row.decisionSpan ?? model.insertAt);
  if (what === 'decision') return firstDocument(row);
  if (what === 'evidence') {
    const path = row.evidence[index]?.path;
    return path ? { path, span: { start: 0, end: 0 } } : null;
  }
  const document = (what === 'mention' ? row.mentions : row.documents)[index];
  if (!document) return null;
  const span = what === 'section' ? document.sections[section]?.span : document.span;
  return span ? { path: document.path, span } : null;
}

function firstDocument(row: SoaRow): Place | null {
  const document = row.documents[0] ?? row.mentions[0];
  return document ? { path: document.path, span: document.sections[0]?.span ?? document.span } : null;
}

function inSoa(model: SoaModel, span: Place['span'] | null | undefined): Place | null {
  return model.path !== null && span ? { path: model.path, span } : null;
}
