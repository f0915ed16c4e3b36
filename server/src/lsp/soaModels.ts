/** The statement that clients show, in its views: made when asked for, and after that only what changed is sent. */

import type { Snapshot } from '../core/snapshot.js';
import { buildClauseMatrix } from '../core/soa/clauseMatrix.js';
import { systemCovering } from '../core/soa/coveredFolders.js';
import { buildSoaModel } from '../core/soa/model.js';
import { PaneFiles, paneModel, withoutFiles } from '../core/soa/paneModel.js';
import type { ListNames, SoaTarget, TablePatch } from '../core/soa/paneTypes.js';
import { type Pieces, patchBetween, piecesOf } from '../core/soa/patch.js';
import { placeOfTarget, type TargetPlace } from '../core/soa/places.js';
import { buildReuse } from '../core/soa/reuse.js';
import type { ManagementSystem } from '../core/soa/types.js';
import { withoutPlaces } from '../core/soa/withoutPlaces.js';
import type { SoaMessage, SoaViewName } from '../protocol.js';
import type { Folder } from './folder.js';

const lists: Readonly<Record<SoaViewName, ListNames>> = {
  controls: { list: 'rows', key: 'key' },
  clauses: { list: 'rows', key: 'key' },
  reuse: { list: 'documents', key: 'path' },
};

interface Sent {
  readonly version: number;
  readonly pieces: Pieces;
  readonly files: PaneFiles;
}

/** A view as it is now. */
interface Made {
  /** What is compared with the next one. */
  readonly compared: object;
  /** What is sent of it whole. */
  whole(): object;
  /** What changed of what `compared` leaves out. */
  readonly table?: TablePatch | null;
  readonly problemLines: readonly number[];
}

export class SoaModels {
  /** What was sent last, per folder, soa.yaml and view. */
  private readonly sent = new Map<string, Sent>();

  /** A view for the management system that a path belongs to (null: the outermost one). */
  answer(folder: Folder, path: string | null, view: SoaViewName, since: number | undefined): SoaMessage | null {
    const snapshot = folder.workspace?.snapshot();
    if (!snapshot) return null;
    const system = systemFor(path, snapshot.systems);
    const key = `${view} ${folder.uri ?? ''} ${system?.path ?? ''}`;
    const before = this.sent.get(key);
    const files = before?.files ?? new PaneFiles();
    const made = viewOf(view, system, snapshot, files);
    if (!made) return null;
    const version = folder.versionNow();
    const pieces = piecesOf(made.compared, lists[view]);
    this.sent.set(key, { version, pieces, files });
    const { table, problemLines } = made;
    const head = { folder: folder.uri ?? '', version, system: system && folder.uriOf(system.path), problemLines };
    if (!before || since !== before.version) return { ...head, model: made.whole() };
    return { ...head, since, patch: { ...patchBetween(before.pieces, pieces), ...(table ? { table } : {}) } };
  }

  /** Where something that a view shows is now. */
  placeOf(target: SoaTarget, path: string | null, snapshot: Snapshot): TargetPlace | null {
    const system = systemFor(path, snapshot.systems);
    return placeOfTarget(target, buildSoaModel(system, snapshot), () => buildClauseMatrix(system, snapshot)) ?? null;
  }
}

/** Null where there is nothing to show: no soa.yaml, and no standard in scope. `files` are those that were told last. */
function viewOf(view: SoaViewName, system: ManagementSystem | null, snapshot: Snapshot, files: PaneFiles): Made | null {
  if (view !== 'controls') {
    const compared =
      view === 'clauses' ? withoutPlaces(buildClauseMatrix(system, snapshot)) : buildReuse(system, snapshot);
    return { compared, whole: () => compared, problemLines: [] };
  }
  const model = buildSoaModel(system, snapshot);
  if (system === null && model.standards.length === 0) return null;
  return {
    compared: withoutFiles(model),
    table: files.take(model.rows),
    whole: () => paneModel(model, files),
    problemLines: model.problems.map(({ line }) => line),
  };
}

/** A soa.yaml itself, the one that covers a document, or the outermost. */
export function systemFor(path: string | null, systems: readonly ManagementSystem[]): ManagementSystem | null {
  if (path === null) return systems[0] ?? null;
  return systemCovering(path, systems) ?? systems[0] ?? null;
}
