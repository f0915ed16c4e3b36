/** Requests of the pane with the statement: edits of the soa.yaml, and its views beside the table. */

import { editSoa } from '../../core/edits/soa/editSoa.js';
import { readSoaChange } from '../../core/edits/soa/readChange.js';
import { t } from '../../core/l10n.js';
import { buildClauseMatrix } from '../../core/soa/clauseMatrix.js';
import { buildReuse } from '../../core/soa/reuse.js';
import {
  type EditSoaAnswer,
  type EditSoaParams,
  editSoaRequest,
  type SoaViewMessage,
  type SoaViewParams,
  soaViewRequest,
} from '../../protocol.js';
import { toRange } from '../convert.js';
import type { Guard } from '../guard.js';
import type { Session } from '../session.js';
import { systemFor } from '../soaModels.js';

export function registerSoaPaneRequests(session: Session, guard: Guard): void {
  const { connection } = session;
  connection.onRequest(
    editSoaRequest,
    guard.request(editSoaRequest, null, (params: EditSoaParams) => edit(session, params)),
  );
  connection.onRequest(
    soaViewRequest,
    guard.request(soaViewRequest, null, (params: SoaViewParams) => view(session, params)),
  );
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

function view(session: Session, params: SoaViewParams): SoaViewMessage | null {
  const found = session.folderOf(params.uri);
  const snapshot = found?.folder.workspace?.snapshot();
  if (!found || !snapshot) return null;
  const system = systemFor(found.path, snapshot.systems);
  const data = params.view === 'clauses' ? buildClauseMatrix(system, snapshot) : buildReuse(system, snapshot);
  return { view: params.view, data };
}
