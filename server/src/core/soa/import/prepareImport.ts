/** What an import comes to: a new soa.yaml, or edits of the one that is there, with the report. */

import type { Catalog } from '../../catalog/types.js';
import { applyInOrder } from '../../edits/applyEdits.js';
import { editSoa } from '../../edits/soa/editSoa.js';
import { t } from '../../l10n.js';
import type { TextEdit } from '../../rules/types.js';
import { parseSoa } from '../parse.js';
import { type MergeOptions, type MergePlan, planMerge } from './changes.js';
import type { ImportedStatement, ImportRemark } from './types.js';
import { writeSystem } from './writeSystem.js';

export interface ImportTarget extends MergeOptions {
  readonly path: string;
  readonly text: string;
}

export interface PreparedImport {
  /** With what was left out of the merge among its remarks. */
  readonly statement: ImportedStatement;
  /** The whole text of the soa.yaml as it will be. */
  readonly text: string;
  /** Of the existing file; empty for a new one. */
  readonly edits: readonly TextEdit[];
  /** Null for a new file. */
  readonly merge: MergePlan | null;
}

/** @param target the soa.yaml to merge into; null writes a new one */
export function prepareImport(
  statement: ImportedStatement,
  target: ImportTarget | null,
  catalog: Catalog,
): PreparedImport {
  if (!target) return { statement, text: writeSystem(statement, catalog), edits: [], merge: null };
  const system = parseSoa(target.path, target.text, catalog);
  const merge = planMerge(statement, system, target);
  const { edits, refused } = editSoa(
    target.text,
    merge.changes.map(({ change }) => change),
    { path: target.path, catalog, system },
  );
  const remarks: ImportRemark[] = [
    ...statement.remarks,
    ...merge.left.map(({ control, reason }) => lost(`${t('{0} was not taken over.', control)} ${reason}`)),
    ...merge.kept.map(({ control, field, value }): ImportRemark => {
      const text = t(
        '{0}: the field “{1}” says something else in {2}, which was kept.',
        nameOf(control),
        field,
        target.path,
      );
      return { kind: 'check', place: null, value, text };
    }),
    ...refused.map(({ change, reason }) => {
      const planned = merge.changes.find((one) => one.change === change);
      return lost(planned ? `${nameOf(planned.control)}, ${planned.field}: ${reason}` : reason, planned?.after ?? null);
    }),
  ];
  const refusedChanges = new Set(refused.map(({ change }) => change));
  const made = merge.changes.filter(({ change }) => !refusedChanges.has(change));
  const text = applyInOrder(target.text, edits);
  return { statement: { ...statement, remarks }, text, edits, merge: { ...merge, changes: made } };
}

/** The head has no id. */
function nameOf(control: string): string {
  return control === '' ? t('The head of the statement') : control;
}

function lost(text: string, value: string | null = null): ImportRemark {
  return { kind: 'lost', place: null, value, text };
}
