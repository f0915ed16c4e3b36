/** What a pane may ask of the extension, checked: a pane is never trusted to send what it should. No editor in here. */
import type { MessageFromPane, PaneCommand } from '../../webview/messages.js';

/** The only commands that a pane can run. */
const allowedCommands: readonly PaneCommand[] = ['clausemark.createSoa'];

/** The message, or null for anything that is none of ours, or names a place outside the workspace folder. */
export function readPaneMessage(data: unknown): MessageFromPane | null {
  if (!isRecord(data)) return null;
  switch (data['type']) {
    case 'ready':
      return { type: 'ready' };
    case 'command': {
      const command = allowedCommands.find((allowed) => allowed === data['command']);
      return command ? { type: 'command', command } : null;
    }
    case 'open': {
      const { path, span } = data;
      if (typeof path !== 'string' || !isInsidePath(path) || !isRecord(span)) return null;
      const { start, end } = span;
      return isOffset(start) && isOffset(end) && start <= end ? { type: 'open', path, span: { start, end } } : null;
    }
    default:
      return null;
  }
}

/** Relative to the folder and not leading out of it. */
export function isInsidePath(path: string): boolean {
  if (path === '' || path.includes('\0') || /^([/\\]|[a-z][a-z0-9+.-]*:)/i.test(path)) return false;
  return !path.split(/[/\\]/).includes('..');
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
