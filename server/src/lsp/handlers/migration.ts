/** Requests of the migration command: which editions are behind, and what a move to the next one changes. */

import type { Standard } from '../../core/catalog/types.js';
import { type FileMigration, migrateAll, migrationProblem } from '../../core/edits/migrateAll.js';
import { countsOf, type Migration, migrationReport } from '../../core/edits/migration/report.js';
import { t } from '../../core/l10n.js';
import type { Snapshot } from '../../core/snapshot.js';
import { findLineStarts } from '../../core/text.js';
import {
  type EditionMoveMessage,
  editionMovesRequest,
  type FileEditsMessage,
  type FolderParams,
  type MigrateAnswer,
  type MigrateParams,
  migrateRequest,
} from '../../protocol.js';
import { toRange } from '../convert.js';
import type { Folder } from '../folder.js';
import type { Guard } from '../guard.js';
import type { Session } from '../session.js';

export function registerMigrationRequests(session: Session, guard: Guard): void {
  const { connection } = session;
  connection.onRequest(
    editionMovesRequest,
    guard.request(editionMovesRequest, [], (params: FolderParams) => editionMoves(session, params)),
  );
  connection.onRequest(
    migrateRequest,
    guard.request(migrateRequest, null, (params: MigrateParams) => migration(session, params)),
  );
}

function editionMoves(session: Session, params: FolderParams): EditionMoveMessage[] {
  const snapshot = folderOf(session, params)?.workspace?.snapshot();
  if (!snapshot) return [];
  return movesKnown(snapshot).flatMap(({ from, to }) => {
    const { changed, 'needs-person': needsPerson } = countsOf(moveAll(snapshot, from, to));
    if (changed + needsPerson === 0) return [];
    const names = { fromName: from.name, toName: to.name, places: changed + needsPerson };
    return [{ from: nameOf(from), to: nameOf(to), ...names }];
  });
}

function migration(session: Session, params: MigrateParams): MigrateAnswer | null {
  const folder = folderOf(session, params);
  const snapshot = folder?.workspace?.snapshot();
  const move =
    snapshot &&
    movesKnown(snapshot).find(({ from, to }) => {
      return nameOf(from) === params.from && nameOf(to) === params.to;
    });
  if (!folder || !snapshot || !move) return null;
  const files = moveAll(snapshot, move.from, move.to);
  const counts = countsOf(files);
  const planned: Migration = { ...move, isWritten: false, files, counts };
  return {
    files: files.filter(({ edits }) => edits.length > 0).map((file) => editsOf(file, folder)),
    changed: counts.changed,
    needsPerson: counts['needs-person'],
    leftAlone: counts['left-alone'],
    plan: migrationReport(planned),
    report: migrationReport({ ...planned, isWritten: true }),
  };
}

function folderOf(session: Session, params: FolderParams): Folder | undefined {
  return session.folders.find(({ uri }) => uri === params.folder);
}

/** Every edition of the catalog with the one that took its place. */
function movesKnown(snapshot: Snapshot): { from: Standard; to: Standard }[] {
  const { standards } = snapshot.catalog;
  return standards.flatMap((from) =>
    standards.filter((to) => to !== from && migrationProblem(from, to, snapshot) === null).map((to) => ({ from, to })),
  );
}

function moveAll(snapshot: Snapshot, from: Standard, to: Standard): FileMigration[] {
  const systems = snapshot.systems.map(({ path }) => path);
  return migrateAll(snapshot, from, to, { documents: [...snapshot.documents.keys()], systems });
}

function nameOf({ standard, edition }: Standard): string {
  return `${standard}:${edition}`;
}

function editsOf({ path, text, edits }: FileMigration, folder: Folder): FileEditsMessage {
  const lineStarts = findLineStarts(text);
  return {
    uri: folder.uriOf(path),
    version: folder.versionOf(path),
    edits: edits.map(({ span, newText }) => {
      const label = `${text.slice(span.start, span.end)} → ${newText === '' ? t('(removed)') : newText}`;
      return { range: toRange(lineStarts, span), newText, label };
    }),
  };
}
