/** The SoA models that clients show: made when asked for, and after that only what changed is sent. */

import { systemCovering } from '../core/soa/coveredFolders.js';
import { diffSoaModels } from '../core/soa/diff.js';
import { buildSoaModel } from '../core/soa/model.js';
import type { SoaModel } from '../core/soa/modelTypes.js';
import type { ManagementSystem } from '../core/soa/types.js';
import { lineAt } from '../core/text.js';
import type { SoaMessage } from '../protocol.js';
import type { Folder } from './folder.js';

interface Sent {
  readonly version: number;
  readonly model: SoaModel;
}

export class SoaModels {
  /** The model that was sent last, per folder and soa.yaml. */
  private readonly sent = new Map<string, Sent>();

  /** The model for the management system that a path belongs to (null: the outermost one). */
  answer(folder: Folder, path: string | null, since: number | undefined): SoaMessage | null {
    const snapshot = folder.workspace?.snapshot();
    if (!snapshot) return null;
    const system = systemFor(path, snapshot.systems);
    const model = buildSoaModel(system, snapshot);
    if (system === null && model.standards.length === 0) return null;
    const version = folder.versionNow();
    const key = `${folder.uri ?? ''} ${system?.path ?? ''}`;
    const before = this.sent.get(key);
    this.sent.set(key, { version, model });
    const uri = system && folder.uriOf(system.path);
    const head = { folder: folder.uri ?? '', version, system: uri, problemLines: problemLines(model, system) };
    const changes = before && since === before.version ? changesBetween(before, model) : null;
    return changes ? { ...head, changes } : { ...head, model };
  }
}

function problemLines({ problems }: SoaModel, system: ManagementSystem | null): number[] {
  return system ? problems.map(({ span }) => lineAt(system.lineStarts, span.start) + 1) : [];
}

/** Null where rows came, went or moved: then the whole model is simpler. */
function changesBetween(before: Sent, model: SoaModel): SoaMessage['changes'] | null {
  const diff = diffSoaModels(before.model, model);
  if (diff.added.length > 0 || diff.removed.length > 0 || diff.isReordered) return null;
  const changes = { since: before.version, changed: diff.changed };
  return diff.isSummaryChanged ? { ...changes, summary: { ...model, rows: [] } } : changes;
}

/** A soa.yaml itself, the one that covers a document, or the outermost. */
export function systemFor(path: string | null, systems: readonly ManagementSystem[]): ManagementSystem | null {
  if (path === null) return systems[0] ?? null;
  return systemCovering(path, systems) ?? systems[0] ?? null;
}
