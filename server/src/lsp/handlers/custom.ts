/** Requests of our own client: coverage, and when all work is done. */
import type { CatalogEntry } from '../../core/catalog/types.js';
import type { PolicyDocument, Reference } from '../../core/document.js';
import { titleOf } from '../../core/features/support/documents.js';
import type { Snapshot } from '../../core/snapshot.js';
import {
  type CoverageGroupMessage,
  type CoverageMessage,
  type CoveragePlaceMessage,
  type CoveragePlacesParams,
  coveragePlacesRequest,
  coverageRequest,
  settledRequest,
} from '../../protocol.js';
import {
  type CoverageGroup,
  coverageTree,
  coverageWithin,
  type ListedPlace,
  listedWithin,
  type SystemCoverage,
} from '../../workspace/coverageTree.js';
import { toLocation, toRange } from '../convert.js';
import type { Folder } from '../folder.js';
import type { Guard } from '../guard.js';
import type { Notifier } from '../notifier.js';
import type { Session } from '../session.js';
import type { Worker } from '../worker.js';

export function registerCustomRequests(session: Session, guard: Guard, worker: Worker, notifier: Notifier): void {
  const { connection } = session;
  connection.onRequest(
    settledRequest,
    guard.request(settledRequest, null, async () => {
      await worker.whenSettled();
      return notifier.status();
    }),
  );
  connection.onRequest(
    coverageRequest,
    guard.request(coverageRequest, [], () => coverage(session)),
  );
  connection.onRequest(
    coveragePlacesRequest,
    guard.request(coveragePlacesRequest, [], (params: CoveragePlacesParams) => coveragePlaces(session, params)),
  );
}

function coverage(session: Session): CoverageMessage[] {
  return session.folders.flatMap((folder) => {
    const snapshot = folder.workspace?.snapshot();
    return snapshot ? coverageTree(snapshot).map((system) => toMessage(folder, system)) : [];
  });
}

function toMessage(folder: Folder, { system, standards }: SystemCoverage): CoverageMessage {
  return {
    folder: folder.uri ?? '',
    folderName: folder.name,
    system: system && folder.uriOf(system.path),
    organisation: system?.organisation?.value ?? null,
    standards: standards.map(({ standard, total, covered, groups }) => {
      return {
        key: standard.key,
        standard: standard.standard,
        name: standard.name,
        total,
        covered,
        groups: groups.map(groupMessage),
      };
    }),
  };
}

function groupMessage({ id, title, kind, total, covered, entries }: CoverageGroup): CoverageGroupMessage {
  return {
    id,
    title,
    kind,
    total,
    covered,
    entries: entries.map(({ entry, state, claims, mentions }) => ({ ...namesOf(entry), state, claims, mentions })),
  };
}

function namesOf({ key, id, title }: CatalogEntry) {
  return { key, id, title };
}

function coveragePlaces(session: Session, params: CoveragePlacesParams): CoveragePlaceMessage[] {
  const folder = folderNamed(session, params.folder);
  const snapshot = folder?.workspace?.snapshot();
  if (!folder || !snapshot) return [];
  const system = snapshot.systems.find(({ path }) => folder.uriOf(path) === params.system) ?? null;
  const { claims, mentions } = coverageWithin(params.key, system, snapshot);
  const places = [...claims, ...mentions].flatMap(({ path, reference }) => {
    const document = snapshot.documents.get(path);
    return document ? [placeMessage(folder, document, reference)] : [];
  });
  const listed = listedWithin(params.key, system, snapshot).map((one) => listedMessage(folder, one, snapshot));
  return [...listed, ...places];
}

/** A document that the soa.yaml lists: it says nothing of the control itself. */
function listedMessage(folder: Folder, one: ListedPlace, snapshot: Snapshot): CoveragePlaceMessage {
  const { path, name, document, place } = one;
  const title = document ? titleOf(document) : name;
  const location = toLocation(place.path, place.span, snapshot, folder);
  return { ...location, title, path, isClaim: true, isListed: true, section: null };
}

function placeMessage(folder: Folder, document: PolicyDocument, reference: Reference): CoveragePlaceMessage {
  return {
    uri: folder.uriOf(document.path),
    title: titleOf(document),
    path: document.path,
    range: toRange(document.lineStarts, reference.span),
    isClaim: reference.isTag,
    isListed: false,
    section: reference.where === 'front-matter' ? null : (document.headings[reference.section]?.text ?? null),
  };
}

function folderNamed(session: Session, uri: string): Folder | undefined {
  return session.folders.find((folder) => folder.uri === uri);
}
