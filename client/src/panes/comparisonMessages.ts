/** What the pane with a comparison may ask of the extension, checked. No editor in here. */
import type { MessageFromComparison } from '../../webview/comparison/messages.js';
import { isInsidePath, isRecord, isText } from './messageChecks.js';

const longestKey = 200;
const longestCopy = 5_000_000;

/** The message, or null for anything that is none of ours, or names a place outside the workspace folder. */
export function readComparisonMessage(data: unknown): MessageFromComparison | null {
  if (!isRecord(data)) return null;
  const { type, side, text, what, key, path } = data;
  switch (type) {
    case 'ready':
    case 'again':
    case 'report':
      return { type };
    case 'choose':
      return side === 'before' || side === 'after' ? { type, side } : null;
    case 'copy':
      return isText(text, longestCopy) && isText(what, 100) ? { type, text, what } : null;
    case 'row':
    case 'decision':
      return isText(key, longestKey) ? { type, key } : null;
    case 'policy':
      if (typeof path !== 'string' || !isInsidePath(path)) return null;
      return key === null || isText(key, longestKey) ? { type, path, key } : null;
    default:
      return null;
  }
}
