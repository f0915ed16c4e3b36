/** Where what a pane shows stands in the files, as they are now. */

import type { Span } from '../text.js';
import type { ClauseMatrix } from './clauseMatrixTypes.js';
import type { RowDocument, SoaModel, SoaRow } from './modelTypes.js';
import type { SoaTarget } from './paneTypes.js';

/** A place in a file; without a span the file as it was left. */
export interface TargetPlace {
  readonly path: string;
  readonly span: Span | null;
}

/**
 * The place of a target, or null where it is no more.
 *
 * @param matrix makes the clause matrix; called for targets in it only
 */
export function placeOfTarget(target: SoaTarget, model: SoaModel, matrix: () => ClauseMatrix): TargetPlace | null {
  switch (target.what) {
    case 'soa':
      return model.path === null ? null : { path: model.path, span: null };
    case 'file':
      return { path: target.path, span: null };
    case 'problem':
      return inSoa(model, model.problems[target.index]?.span);
    case 'decision':
      return decisionPlace(rowOf(target.key, model), model, target.existing === true);
    case 'document':
      return documentPlace(rowOf(target.key, model), model, target.path, target.section);
    case 'clause':
      return clausePlace(target.key, target.path, matrix());
  }
}

function rowOf(key: string, model: SoaModel): SoaRow | undefined {
  return model.rows.find((row) => row.key === key);
}

/** Without a soa.yaml, an id leads to the first document. */
function decisionPlace(row: SoaRow | undefined, model: SoaModel, mustExist: boolean): TargetPlace | null {
  if (!row) return null;
  if (mustExist) return inSoa(model, row.decisionSpan);
  if (model.path !== null) return inSoa(model, row.decisionSpan ?? model.insertAt);
  const document = row.documents[0] ?? row.mentions[0];
  return document ? { path: document.path, span: placeWithin(document, 0) } : null;
}

function documentPlace(
  row: SoaRow | undefined,
  model: SoaModel,
  path: string,
  section: number | undefined,
): TargetPlace | null {
  const document = [...(row?.documents ?? []), ...(row?.mentions ?? [])].find((each) => each.path === path);
  // A folder or a pattern cannot be opened: the decision names it.
  if (document && (document.title.endsWith('/') || path.includes('*'))) return inSoa(model, row?.decisionSpan);
  return document ? { path, span: section === undefined ? document.span : placeWithin(document, section) } : null;
}

function placeWithin({ span, sections }: RowDocument, section: number): Span {
  return sections[section]?.span ?? span;
}

function clausePlace(key: string, path: string, matrix: ClauseMatrix): TargetPlace | null {
  const cells = matrix.rows.flatMap((row) => row.cells.filter((cell) => cell?.key === key));
  const document = cells.flatMap((cell) => [...cell!.documents, ...cell!.mentions]).find((each) => each.path === path);
  return document ? { path, span: document.span } : null;
}

function inSoa(model: SoaModel, span: Span | null | undefined): TargetPlace | null {
  return model.path !== null && span ? { path: model.path, span } : null;
}
