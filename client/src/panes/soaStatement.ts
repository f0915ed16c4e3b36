/** A view of the statement that a pane shows, kept up to date by the server's answers: whole, or what changed. */

import type { Patch, SentModel } from '../../../server/src/core/soa/paneTypes.js';
import type { SoaMessage } from '../../../server/src/protocol.js';
import { applyPatch } from '../../webview/shared/patch.js';

export interface Statement<Model extends object = SentModel> {
  readonly version: number;
  readonly model: Model;
  /** The lines that the problems of the model stand on, from one. */
  readonly problemLines: readonly number[];
}

/**
 * The view after an answer to a request that named `before.version`. Null where the answer says what changed since
 * another version than ours: then the whole has to be asked for.
 */
export function applyAnswer<Model extends object>(
  before: Statement<Model> | null,
  { version, model, since, patch, problemLines = [] }: SoaMessage,
): Statement<Model> | null {
  if (model) return { version, model: model as Model, problemLines };
  if (!patch || !before || since !== before.version) return null;
  return { version, model: applyPatch(before.model, patch as Patch), problemLines };
}

/** Whether the answer changes anything that can be seen. */
export function isUnchanged(before: Statement<object> | null, answer: SoaMessage): boolean {
  const { since, problemLines = [] } = answer;
  const patch = answer.patch as Patch | undefined;
  if (before === null || !patch || since !== before.version) return false;
  if (patch.head || patch.order || patch.table || patch.changed.length > 0) return false;
  return JSON.stringify(problemLines) === JSON.stringify(before.problemLines);
}
