/** Requests of the pane with the statement: its views, edits of the soa.yaml, and where things stand. */

import { editSoa } from '../../core/edits/soa/editSoa.js';
import { readSoaChange } from '../../core/edits/soa/readChange.js';
import { t } from '../../core/l10n.js';
import type { SoaTarget } from '../../core/soa/paneTypes.js';
import {
  type EditSoaAnswer,
  type EditSoaParams,
  editSoaRequest,
  type SoaMessage,
  type SoaParams,
  type SoaPlaceAnswer,
  type SoaPlaceParams,
  soaPlaceRequest,
  soaRequest,
} from '../../protocol.js';
import { insidePath } from '../../workspace/paths.js';
import { lineStartsOf, toRange } from '../convert.js';
import type { Guard } from '../guard.js';
import type { Session } from '../session.js';
import { SoaModels } from '../soaModels.js';

export function registerSoaPaneRequests(session: Session, guard: Guard): void {
  const { connection } = session;
  const models = new SoaModels();
  connection.onRequest(
    soaRequest,
    guard.request(soaRequest, null, (params: SoaParams) => soa(session, models, params)),
  );
  connection.onRequest(
    soaPlaceRequest,
    guard.request(soaPlaceRequest, null, (params: SoaPlaceParams) => place(session, models, params)),
  );
  connection.onRequest(
    editSoaRequest,
    guard.request(editSoaRequest, null, (params: EditSoaParams) => edit(session, params)),
  );
}

function soa(session: Session, models: SoaModels, { uri, view, since }: SoaParams): SoaMessage | null {
  const found = uri === undefined ? null : session.folderOf(uri);
  const folder = found?.folder ?? session.folders[0];
  return folder ? models.answer(folder, found?.path ?? null, view ?? 'controls', since) : null;
}

function place(session: Session, models: SoaModels, { uri, target }: SoaPlaceParams): SoaPlaceAnswer | null {
  const found = session.folderOf(uri);
  const snapshot = found?.folder.workspace?.snapshot();
  const place = found && snapshot && models.placeOf(target as SoaTarget, found.path, snapshot);
  // A page can name any path; what lies outside of the folder is none of its.
  if (!place || insidePath(place.path) === null) return null;
  const range = place.span && toRange(lineStartsOf(place.path, snapshot), place.span);
  return { uri: found.folder.uriOf(place.path), range };
}

/** Null where the URI is no soa.yaml that we know. */
function edit(session: Session, params: EditSoaParams): EditSoaAnswer | null {
  const subject = session.subject(params.uri);
  const system = subject?.system;
  const text = system ? subject.snapshot.textOf(subject.path) : null;
  if (!subject || !system || text === null || text.length !== system.length) return null;
  const refused: { index: number; reason: string }[] = [];
  const changes = params.changes.map(readSoaChange);
  const understood = changes.filter((change) => change !== null);
  changes.forEach((change, index) => {
    if (change === null) refused.push({ index, reason: t('This change was not understood.') });
  });
  const { catalog } = subject.snapshot;
  const result = editSoa(text, understood, { path: subject.path, catalog, system });
  for (const { change, reason } of result.refused) refused.push({ index: changes.indexOf(change), reason });
  return {
    uri: params.uri,
    length: text.length,
    edits: result.edits.map(({ span, newText }) => ({ range: toRange(subject.lineStarts, span), newText })),
    refused,
  };
}
