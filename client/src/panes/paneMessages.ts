/** What a pane may ask of the extension, checked: a pane is never trusted to send what it should. No editor in here. */

import type { SoaTarget } from '../../../server/src/core/soa/paneTypes.js';
import type {
  AdditionalField,
  EditableField,
  EditValue,
  HeadField,
  MessageFromPane,
  PaneChange,
  PaneCommand,
} from '../../webview/messages.js';
import { isInsidePath, isOffset, isRecord, isText } from './messageChecks.js';

/** The only commands that a pane can run. */
const allowedCommands: readonly PaneCommand[] = [
  'clausemark.createSoa',
  'clausemark.exportSoa',
  'clausemark.compareSoa',
  'clausemark.releaseSoa',
  'clausemark.moveToNextEdition',
  'workbench.trust.manage',
];

const editableFields: Readonly<Record<EditableField | AdditionalField, true>> = {
  title: true,
  source: true,
  applicable: true,
  justification: true,
  drivers: true,
  status: true,
  owner: true,
  model: true,
  supplier: true,
  documents: true,
  evidence: true,
  decided: true,
  decidedBy: true,
  review: true,
  expires: true,
  target: true,
  implementation: true,
  notes: true,
};

const headFields: Readonly<Record<HeadField, true>> = {
  organisation: true,
  scope: true,
  scopeDocument: true,
  version: true,
  status: true,
  owner: true,
  approvedBy: true,
  approved: true,
  nextReview: true,
  classification: true,
};

/** More changes than all controls of all standards have fields are no decision of a person. */
const maximumChanges = 20_000;
const longestName = 200;
const maximumText = 20_000;
const maximumCopy = 5_000_000;

/** The message, or null for anything that is none of ours, or names a place outside the workspace folder. */
export function readPaneMessage(data: unknown): MessageFromPane | null {
  if (!isRecord(data)) return null;
  switch (data['type']) {
    case 'ready':
      return { type: 'ready' };
    case 'undo':
    case 'offered':
      return { type: data['type'] };
    case 'command': {
      const command = allowedCommands.find((allowed) => allowed === data['command']);
      return command ? { type: 'command', command } : null;
    }
    case 'open':
      return readOpen(data);
    case 'edit':
      return readEdit(data);
    case 'copy': {
      const { text, what } = data;
      if (!isText(text, maximumCopy) || !isText(what, 100)) return null;
      return { type: 'copy', text, what };
    }
    case 'view': {
      const { view } = data;
      return view === 'clauses' || view === 'reuse' || view === null ? { type: 'view', view } : null;
    }
    default:
      return null;
  }
}

function readOpen({ target }: Record<string, unknown>): MessageFromPane | null {
  const read = isRecord(target) ? readTarget(target) : null;
  return read && { type: 'open', target: read };
}

function readTarget({ what, key, path, index, section }: Record<string, unknown>): SoaTarget | null {
  switch (what) {
    case 'soa':
      return { what };
    case 'problem':
      return isOffset(index) ? { what, index } : null;
    case 'decision':
      return isText(key, longestName) ? { what, key } : null;
    case 'file':
      return isPath(path) ? { what, path } : null;
    case 'clause':
      return isText(key, longestName) && isPath(path) ? { what, key, path } : null;
    case 'document':
      if (!isText(key, longestName) || !isPath(path)) return null;
      if (section === undefined) return { what, key, path };
      return isOffset(section) ? { what, key, path, section } : null;
    default:
      return null;
  }
}

function isPath(path: unknown): path is string {
  return typeof path === 'string' && isInsidePath(path);
}

function readEdit({ id, changes }: Record<string, unknown>): MessageFromPane | null {
  if (!isOffset(id) || !Array.isArray(changes) || changes.length > maximumChanges) return null;
  const read = changes.map(readChange);
  return read.every((change) => change !== null) ? { type: 'edit', id, changes: read } : null;
}

function readChange(data: unknown): PaneChange | null {
  if (!isRecord(data)) return null;
  const { kind, control, field, value, to, title, source, standard } = data;
  switch (kind) {
    case 'decision':
      if (!isText(control, longestName) || !isKeyOf(editableFields, field)) return null;
      return isEditValue(value) ? { kind, control, field: field as EditableField, value } : null;
    case 'header':
      if (!isKeyOf(headFields, field) || !isText(value, maximumText)) return null;
      return { kind, field: field as HeadField, value };
    case 'addStandard':
    case 'removeStandard':
      return isText(standard, longestName) ? { kind, standard } : null;
    case 'standard':
      if (!isText(standard, longestName) || (field !== 'roles' && field !== 'amendments')) return null;
      return isTexts(value) ? { kind, standard, field, value } : null;
    case 'addOwn':
      if (!isText(control, longestName) || !isText(title, maximumText) || !isText(source, maximumText)) return null;
      return { kind, control, title, source };
    case 'rename':
      return isText(control, longestName) && isText(to, longestName) ? { kind, control, to } : null;
    case 'remove':
      return isText(control, longestName) ? { kind, control } : null;
    default:
      return null;
  }
}

function isKeyOf(names: object, field: unknown): boolean {
  return typeof field === 'string' && Object.hasOwn(names, field);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= 50 && value.every((each) => isText(each, longestName));
}

function isEditValue(value: unknown): value is EditValue {
  if (value === null || typeof value === 'boolean' || isText(value, maximumText)) return true;
  return Array.isArray(value) && value.length <= 500 && value.every(isEditItem);
}

/** A text, `{ kind, ids }`, or keys with texts. */
function isEditItem(item: unknown): boolean {
  if (isText(item, maximumText)) return true;
  if (!isRecord(item)) return false;
  return Object.values(item).every(
    (value) => isText(value, maximumText) || (Array.isArray(value) && value.every((each) => isText(each, 1000))),
  );
}
