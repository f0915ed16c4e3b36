/** What a pane may ask of the extension, checked: a pane is never trusted to send what it should. No editor in here. */
import type { EditableField, EditValue, MessageFromPane, PaneChange, PaneCommand } from '../../webview/messages.js';

/** The only commands that a pane can run. */
const allowedCommands: readonly PaneCommand[] = [
  'clausemark.createSoa',
  'clausemark.exportSoa',
  'clausemark.compareSoa',
  'clausemark.releaseSoa',
  'workbench.trust.manage',
];

const editableFields: Readonly<Record<EditableField, true>> = {
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

/** More changes than all controls of all standards have fields are no decision of a person. */
const maximumChanges = 20_000;
const maximumText = 20_000;
const maximumCopy = 5_000_000;

/** The message, or null for anything that is none of ours, or names a place outside the workspace folder. */
export function readPaneMessage(data: unknown): MessageFromPane | null {
  if (!isRecord(data)) return null;
  switch (data['type']) {
    case 'ready':
      return { type: 'ready' };
    case 'undo':
      return { type: 'undo' };
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

function readOpen({ path, span }: Record<string, unknown>): MessageFromPane | null {
  if (typeof path !== 'string' || !isInsidePath(path) || !isRecord(span)) return null;
  const { start, end } = span;
  return isOffset(start) && isOffset(end) && start <= end ? { type: 'open', path, span: { start, end } } : null;
}

function readEdit({ id, changes }: Record<string, unknown>): MessageFromPane | null {
  if (!isOffset(id) || !Array.isArray(changes) || changes.length > maximumChanges) return null;
  const read = changes.map(readChange);
  return read.every((change) => change !== null) ? { type: 'edit', id, changes: read } : null;
}

function readChange(data: unknown): PaneChange | null {
  if (!isRecord(data)) return null;
  const { control, field, value } = data;
  if (!isText(control, 200) || typeof field !== 'string' || !Object.hasOwn(editableFields, field)) return null;
  return isEditValue(value) ? { control, field: field as EditableField, value } : null;
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

/** Relative to the folder and not leading out of it. */
export function isInsidePath(path: string): boolean {
  if (path === '' || path.includes('\0') || /^([/\\]|[a-z][a-z0-9+.-]*:)/i.test(path)) return false;
  return !path.split(/[/\\]/).includes('..');
}

function isText(value: unknown, maximum: number): value is string {
  return typeof value === 'string' && value.length <= maximum;
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
