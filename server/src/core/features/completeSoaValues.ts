/** Completion of the values in soa.yaml. */

import { fieldOf } from '../document.js';
import type { Snapshot } from '../snapshot.js';
import { allDecisions } from '../soa/allDecisions.js';
import { evidencePlace } from '../soa/evidence.js';
import { type DecisionField, decisionKeys, fieldNamed, type HeaderField } from '../soa/fieldNames.js';
import type { Evidence, ManagementSystem } from '../soa/types.js';
import { controlModels, documentStatuses, driverKinds, implementationStatuses } from '../soa/values.js';
import { meet } from '../text.js';
import type { Completion } from './completionTypes.js';
import { valueChoices } from './support/choices.js';
import { inOneYearChoice, personChoices, todayChoice } from './support/commonChoices.js';
import { replacedPath } from './support/systemPaths.js';
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
    case 'evidence':
      return completeEvidencePath(snapshot, system, place);
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
    case 'file':
    case 'path':
      return completeEvidencePath(snapshot, system, place);
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

/** Files that other evidence names, then documents of the workspace; behind the keys that can stand there, too. */
export function completeEvidencePath(snapshot: Snapshot, system: ManagementSystem, place: YamlPlace): Completion[] {
  const used = allDecisions(system).flatMap(({ evidence }) =>
    evidence.filter((one) => !meet(one.span, place.token) && isFile(one, system, snapshot)).map(({ value }) => value),
  );
  const files = pathChoices([...new Set(used)].sort(), system, place.token, snapshot);
  const documents = documentChoices(snapshot, system, place.token, ({ path }) => [path]);
  return [
    ...files.map((one) => ({ ...one, sortText: `1${one.sortText}` })),
    ...documents.filter(({ label }) => !used.includes(label)).map((one) => ({ ...one, sortText: `2${one.sortText}` })),
  ];
}

function isFile(evidence: Evidence, { folder }: ManagementSystem, snapshot: Snapshot): boolean {
  const { kind, exists } = evidencePlace(evidence, folder, snapshot);
  return kind === 'file' && exists !== false;
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
  return pathChoices([...titles.keys()], system, span, snapshot, (text) => titles.get(text));
}

/** Within a list a name with a comma or bracket would be several; where quotes stand round the place it has none of its own. */
function pathChoices(
  paths: readonly string[],
  system: ManagementSystem,
  span: Completion['span'],
  snapshot: Snapshot,
  helpOf?: (path: string) => string | undefined,
): Completion[] {
  const text = snapshot.textOf(system.path) ?? '';
  const isQuoted = /["']/.test(text[span.start - 1] ?? '');
  const quoted = { start: span.start - 1, end: span.end };
  return valueChoices(paths, span, 'value', helpOf).map((choice) => {
    const { label } = choice;
    if (isQuoted) return { ...choice, newText: replacedPath(text, quoted, label).slice(1, -1) };
    const newText = replacedPath('', span, label);
    return newText === label ? choice : { ...choice, newText };
  });
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
