/** Opens the Statement of Applicability beside the text. */
import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { SoaPanes } from '../panes/soaPanes.js';

/** Opens the statement where it is not open, and goes to the next control without a decision. */
export async function showNextUndecided(panes: SoaPanes): Promise<void> {
  const uri = window.activeTextEditor?.document.uri ?? null;
  const isInFolder = uri !== null && workspace.getWorkspaceFolder(uri) !== undefined;
  if (!(await panes.nextUndecided(isInFolder ? uri : null))) await openSoa(panes, uri);
}

/** @param given from a menu: the file or folder it was called on; else the active editor's file, else the first folder */
export async function openSoa(panes: SoaPanes, given: unknown, key: string | null = null): Promise<void> {
  const uri = given instanceof Uri ? given : (window.activeTextEditor?.document.uri ?? null);
  const isInFolder = uri !== null && workspace.getWorkspaceFolder(uri) !== undefined;
  if (await panes.show(isInFolder ? uri : null, key)) return;
  const createSoa = l10n.t('Create soa.yaml');
  const message = l10n.t(
    'There is no Statement of Applicability to show: no document tags a control, and there is no soa.yaml.',
  );
  const chosen = await window.showInformationMessage(message, createSoa);
  if (chosen === createSoa) await commands.executeCommand('clausemark.createSoa');
}
