/** Requests of our own client for its commands: what stands here, naming its standard, a first soa.yaml. */
import { qualify } from '../../core/features/qualify.js';
import { entriesAt } from '../../core/features/support/at.js';
import type { Snapshot } from '../../core/snapshot.js';
import { firstSystem } from '../../core/soa/firstSystem.js';
import { buildSoaModel } from '../../core/soa/model.js';
import {
  type DocumentPlaceParams,
  type EntryMessage,
  entriesAtRequest,
  type NewSystemAnswer,
  type NewSystemParams,
  newSystemRequest,
  type QualificationMessage,
  qualifyRequest,
} from '../../protocol.js';
import { toRange } from '../convert.js';
import type { Guard } from '../guard.js';
import { offsetIn, type Session } from '../session.js';

export function registerAuthoringRequests(session: Session, guard: Guard): void {
  const { connection } = session;
  connection.onRequest(
    entriesAtRequest,
    guard.request(entriesAtRequest, [], (params: DocumentPlaceParams) => entries(session, params)),
  );
  connection.onRequest(
    qualifyRequest,
    guard.request(qualifyRequest, [], (params: DocumentPlaceParams) => qualifications(session, params)),
  );
  connection.onRequest(
    newSystemRequest,
    guard.request(newSystemRequest, null, (params: NewSystemParams) => newSystem(session, params)),
  );
}

function entries(session: Session, { uri, position }: DocumentPlaceParams): EntryMessage[] {
  const subject = session.subject(uri);
  if (!subject) return [];
  const found = entriesAt(subject.snapshot, subject.path, offsetIn(subject, position));
  return (found?.entries ?? []).map(({ key, id, title }) => ({ key, id, title }));
}

function qualifications(session: Session, { uri, position }: DocumentPlaceParams): QualificationMessage[] {
  const subject = session.subject(uri);
  if (!subject) return [];
  const { snapshot, path, lineStarts } = subject;
  return qualify(snapshot, path, offsetIn(subject, position)).map(({ title, edits }) => ({
    title,
    edits: edits.map(({ span, newText }) => ({ range: toRange(lineStarts, span), newText })),
  }));
}

function newSystem(session: Session, params: NewSystemParams): NewSystemAnswer | null {
  const folder = session.folders.find(({ uri }) => uri === params.folder);
  const snapshot = folder?.workspace?.snapshot();
  if (!folder || !snapshot) return null;
  const existing = snapshot.systems[0];
  const model = buildSoaModel(null, params.standards ? withStandards(snapshot, params.standards) : snapshot);
  return {
    uri: folder.uriOf('soa.yaml'),
    existing: existing ? folder.uriOf(existing.path) : null,
    text: model.standards.length > 0 ? firstSystem(model, params.organisation) : null,
    offered: snapshot.catalog.standards
      .filter(({ key, type, status }) => {
        return type === 'management-system' && status === 'current' && snapshot.catalog.controls(key).length > 0;
      })
      .map(({ standard, edition, name, fullTitle }) => ({
        standard: `${standard}:${edition}`,
        name,
        title: fullTitle,
      })),
  };
}

/** The snapshot as if the settings named these standards, whatever the documents imply. */
function withStandards(snapshot: Snapshot, standards: readonly string[]): Snapshot {
  return { ...snapshot, settings: { ...snapshot.settings, standards }, scopeFor: () => [] };
}
