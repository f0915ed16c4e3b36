/** What the pane with the preview of an import may ask of the extension, checked. No editor in here. */
import type { ImportChoices, MessageFromImport } from '../../webview/import/messages.js';
import { isRecord, isText } from './messageChecks.js';

const longestName = 300;

/** The message, or null for anything that is none of ours. */
export function readImportMessage(data: unknown): MessageFromImport | null {
  if (!isRecord(data)) return null;
  const { type } = data;
  switch (type) {
    case 'ready':
    case 'write':
    case 'report':
      return { type };
    case 'choose': {
      const choices = readChoices(data['choices']);
      return choices ? { type, choices } : null;
    }
    default:
      return null;
  }
}

function readChoices(data: unknown): ImportChoices | null {
  if (!isRecord(data)) return null;
  const { sheet, standards, migrates, target } = data;
  if (sheet !== null && !isText(sheet, longestName)) return null;
  if (!Array.isArray(standards) || standards.length > 50 || !standards.every((each) => isText(each, longestName))) {
    return null;
  }
  if (typeof migrates !== 'boolean' || (target !== 'new' && target !== 'fill' && target !== 'replace')) return null;
  return { sheet, standards: standards as string[], migrates, target };
}
