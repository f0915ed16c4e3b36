/** Requests of the command that creates a document from a template. */
import { idProblem } from '../../core/documentTypes/idProblem.js';
import { newDocumentText, pathOfNew, proposeDocument } from '../../core/documentTypes/newDocument.js';
import { usedPeople } from '../../core/features/support/usedValues.js';
import {
  type DocumentTemplatesAnswer,
  type DocumentTemplatesParams,
  documentTemplatesRequest,
  type NewDocumentAnswer,
  type NewDocumentParams,
  newDocumentRequest,
} from '../../protocol.js';
import { insidePath } from '../../workspace/paths.js';
import type { Guard } from '../guard.js';
import type { Session } from '../session.js';

/** More folders than this are no choice. */
const mostFolders = 100;

export function registerTemplateRequests(session: Session, guard: Guard): void {
  const { connection } = session;
  connection.onRequest(
    documentTemplatesRequest,
    guard.request(documentTemplatesRequest, null, (params: DocumentTemplatesParams) => templates(session, params)),
  );
  connection.onRequest(
    newDocumentRequest,
    guard.request(newDocumentRequest, null, (params: NewDocumentParams) => newDocument(session, params)),
  );
}

function templates(session: Session, params: DocumentTemplatesParams): DocumentTemplatesAnswer | null {
  const snapshot = session.folders.find(({ uri }) => uri === params.folder)?.workspace?.snapshot();
  if (!snapshot) return null;
  const { type, title, id } = params;
  const proposal = type === undefined ? { id: '', folder: '' } : proposeDocument(snapshot, type, title ?? '');
  const folders = new Set<string>(['']);
  for (const path of snapshot.documents.keys()) {
    if (folders.size < mostFolders && path.includes('/')) folders.add(path.slice(0, path.lastIndexOf('/')));
  }
  return {
    types: snapshot.settings.documentTypes.map(({ name, sections }) => {
      return { name, sections: sections.map((section) => section.title) };
    }),
    people: usedPeople(snapshot),
    folders: [...folders].sort(),
    proposedId: proposal.id,
    proposedFolder: proposal.folder,
    idProblem: id === undefined || id === '' ? null : idProblem(snapshot, id, null),
  };
}

function newDocument(session: Session, params: NewDocumentParams): NewDocumentAnswer | null {
  const folder = session.folders.find(({ uri }) => uri === params.folder);
  const snapshot = folder?.workspace?.snapshot();
  const within = insidePath(params.within);
  if (!folder || !snapshot || within === null) return null;
  const wanted = { ...params, folder: within };
  return { uri: folder.uriOf(pathOfNew(snapshot, wanted)), text: newDocumentText(snapshot, wanted) };
}
