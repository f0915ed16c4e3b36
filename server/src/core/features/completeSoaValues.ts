/** Completion of the values in soa.yaml. */

import { fieldOf } from '../document.js';
import type { Snapshot } from '../snapshot.js';
import { allDecisions } from '../soa/allDecisions.js';
import { type DecisionField, decisionKeys, fieldNamed, type HeaderField } from '../soa/fieldNames.js';
import type { ManagementSystem } from '../soa/types.js';
import { controlModels, documentStatuses, driverKinds, implementationStatuses } from '../soa/values.js';
import { meet } from '../text.js';
import type { Completion } from './completionTypes.js';
import { valueChoices } from './support/choices.js';
import { inOneYearChoice, personChoices, todayChoice } from './support/commonChoices.js';
import type { YamlPlace } from './support/yamlPlace.js';

/** Values of the keys at the top of the file. */
export function completeHeaderValue(
  snapshot: Snapshot,
  system: ManagementSystem,
  field: HeaderField,
  place: YamlPlace,
): Completion[] {
  const span = place.token;
  switch (field) {
    case 'status':
      return valueChoices(documentStatuses, span);
    case 'owner':
    case 'approvedBy':
      return personChoices(snapshot, system.path, span);
    case 'approved':
      return todayChoice(snapshot, span);
    case 'nextReview':
      return inOneYearChoice(snapshot, span);
    case 'scopeDocument':
      return documentChoices(snapshot, system, span, (document) => [document.path]);
    case 'folders':
      return folderChoices(snapshot, system, span);
    default:
      return [];
  }
}

/** Values of a decision; the third key of the path says which. */
export function completeDecisionValue(snapshot: Snapshot, system: ManagementSystem, place: YamlPlace): Completion[] {
  const field: DecisionField | undefined = fieldNamed(decisionKeys, place.path[2] ?? '');
  const span = place.token;
  switch (field) {
    case 'applicable':
      return valueChoices(['true', 'false', 'undecided'], span);
    case 'status':
      return valueChoices(implementationStatuses, span);
    case 'drivers':
      return place.path.length === 3 ? valueChoices(driverKinds, span) : [];
    case 'model':
      return valueChoices(controlModels, span);
    case 'supplier':
      return valueChoices(usedSuppliers(system, span), span);
    case 'documents':
      return documentChoices(snapshot, system, span, ({ id, path }) => (id === null ? [path] : [id, path]));
    case 'owner':
    case 'decidedBy':
      return personChoices(snapshot, system.path, span);
    case 'decided':
      return todayChoice(snapshot, span);
    case 'review':
    case 'expires':
      return inOneYearChoice(snapshot, span);
    default:
      return [];
  }
}

/** Values of evidence, of a line of the history, and of a release: those fields mean the same in each. */
export function completeRecordValue(
  snapshot: Snapshot,
  system: ManagementSystem,
  field: string | null,
  place: YamlPlace,
): Completion[] {
  const span = place.token;
  switch (field) {
    case 'date':
      return todayChoice(snapshot, span);
    case 'by':
      return personChoices(snapshot, system.path, span);
    case 'valid':
      return valueChoices(['12 months', '6 months', '3 months', '24 months'], span);
    case 'validUntil':
      return inOneYearChoice(snapshot, span);
    default:
      return [];
  }
}

/** Those named elsewhere than at the span: what is half typed there is no example of itself. */
function usedSuppliers(system: ManagementSystem, span: Completion['span']): string[] {
  const named = allDecisions(system).flatMap(({ supplier }) =>
    supplier && !meet(supplier.span, span) ? [supplier.value] : [],
  );
  return [...new Set(named)].sort();
}

/** In a larger workspace the list is of no help before something is typed. */
const mostDocuments = 2000;

/** Documents of the workspace, written as paths from the folder of the soa.yaml or as ids. */
function documentChoices(
  snapshot: Snapshot,
  system: ManagementSystem,
  span: Completion['span'],
  textsOf: (document: { readonly id: string | null; readonly path: string }) => readonly string[],
): Completion[] {
  const titles = new Map<string, string>();
  for (const document of snapshot.documents.values()) {
    const path = pathFromFolder(system.folder, document.path);
    const id = fieldOf(document, 'id')?.value.trim() || null;
    const title = fieldOf(document, 'title')?.value.trim() || document.path;
    for (const text of textsOf({ id, path })) if (!titles.has(text)) titles.set(text, title);
    if (titles.size > mostDocuments) break;
  }
  return valueChoices([...titles.keys()], span, 'value', (text) => titles.get(text));
}

function folderChoices(snapshot: Snapshot, system: ManagementSystem, span: Completion['span']): Completion[] {
  const folders = new Set<string>();
  for (const path of snapshot.documents.keys()) {
    const parts = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= parts.length; depth++) folders.add(parts.slice(0, depth).join('/'));
    if (folders.size > mostDocuments) break;
  }
  return valueChoices(
    [...folders].sort().map((folder) => pathFromFolder(system.folder, folder) || '.'),
    span,
  );
}

/** `policies/a.md` seen from `isms` is `../policies/a.md`. */
function pathFromFolder(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
