/** The words of the status items. No editor in here but its translations. */
import { l10n } from 'vscode';
import type { StatusMessage } from '../../../server/src/protocol.js';

/** `3 errors, 12 warnings`, or that there is nothing. */
export function describeFindings({ errors, warnings, information }: StatusMessage): string {
  const parts: string[] = [];
  if (errors > 0) parts.push(errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors));
  if (warnings > 0) parts.push(warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings));
  if (information > 0) parts.push(information === 1 ? l10n.t('1 note') : l10n.t('{0} notes', information));
  return parts.length > 0 ? parts.join(', ') : l10n.t('nothing to report');
}

export function describeDocuments({ documents, skipped }: StatusMessage): string {
  const count = documents === 1 ? l10n.t('1 document') : l10n.t('{0} documents', documents);
  if (skipped.length === 0) return count;
  return skipped.length === 1
    ? l10n.t('{0}, 1 file left out', count)
    : l10n.t('{0}, {1} files left out', count, skipped.length);
}

/** What was read and against which standards, and what is wrong with the settings. */
export function describeIndex(status: StatusMessage): string {
  const { standards = [], problems } = status;
  const scope =
    standards.length > 0 ? l10n.t('standards in scope: {0}', standards.join(', ')) : l10n.t('no standard in scope');
  return [describeDocuments(status), scope, ...problems].join(' · ');
}

/** One line after a check of everything. */
export function describeCheck(status: StatusMessage): string {
  return l10n.t('Clausemark: {0} in {1}', describeFindings(status), describeDocuments(status));
}
