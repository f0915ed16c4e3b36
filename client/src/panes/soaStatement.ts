/** The statement that a pane shows, kept up to date by the server's answers: whole models, or what changed. */

import type { SoaModel, SoaRow } from '../../../server/src/core/soa/modelTypes.js';
import type { SoaMessage } from '../../../server/src/protocol.js';

export interface Statement {
  readonly version: number;
  readonly model: SoaModel;
  /** The lines that the problems of the model stand on, from one. */
  readonly problemLines: readonly number[];
}

/**
 * The statement after an answer to a request that named `before.version`. Null where the answer says what changed since
 * another version than ours: then the whole model has to be asked for.
 */
export function applyAnswer(before: Statement | null, answer: SoaMessage): Statement | null {
  const { version, model, changes, problemLines = [] } = answer;
  if (model) return { version, model: model as SoaModel, problemLines };
  if (!changes || !before || changes.since !== before.version) return null;
  const changed = new Map((changes.changed as readonly SoaRow[]).map((row) => [row.key, row]));
  const head = (changes.summary ?? before.model) as SoaModel;
  const rows = before.model.rows.map((row) => changed.get(row.key) ?? row);
  return { version, model: { ...head, rows }, problemLines };
}

/** Whether the answer changes anything that can be seen. */
export function isUnchanged(before: Statement | null, answer: SoaMessage): boolean {
  const { changes, problemLines = [] } = answer;
  if (before === null || changes?.since !== before.version || changes.summary || changes.changed.length > 0)
    return false;
  return JSON.stringify(problemLines) === JSON.stringify(before.problemLines);
}
