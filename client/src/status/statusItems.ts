/**
 * What Clausemark is doing and has found, in the two places that VS Code has for it: the language status beside the
 * language's name, and the status bar while a policy or soa.yaml is open.
 */
import {
  Disposable,
  LanguageStatusSeverity,
  l10n,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  window,
  workspace,
} from 'vscode';
import type { StatusMessage } from '../../../server/src/protocol.js';
import { isPolicy } from '../documents/activeDocument.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { describeDocuments, describeFindings, describeIndex } from './statusText.js';

const selector = [{ language: 'markdown' }, { pattern: '**/soa.{yaml,yml}' }, { pattern: '**/.clausemark.yaml' }];

export function showStatus(server: ServerConnection): Disposable {
  const bar = window.createStatusBarItem('clausemark.findings', StatusBarAlignment.Left, 40);
  bar.name = 'Clausemark';
  const showAll = () => showBar(bar, server);
  showAll();
  return Disposable.from(
    bar,
    showLanguageStatus(server),
    server.onDidChangeState(showAll),
    server.onDidChangeStatus(showAll),
    window.onDidChangeActiveTextEditor(showAll),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('clausemark.statusBar') && showAll()),
  );
}

function showLanguageStatus(server: ServerConnection): Disposable {
  const item = languages.createLanguageStatusItem('clausemark.status', selector);
  item.name = 'Clausemark';
  const show = () => {
    const { state, status } = server;
    item.busy = state === 'starting' || status?.state === 'working';
    item.severity = severityOf(server);
    item.text = state === 'stopped' ? l10n.t('Clausemark is not running') : findingsOrWork(status);
    item.detail = status ? describeIndex(status) : undefined;
    item.command =
      state === 'stopped'
        ? { command: 'clausemark.restartServer', title: l10n.t('Restart') }
        : { command: 'clausemark.checkWorkspace', title: l10n.t('Show all findings') };
    item.accessibilityInformation = { label: `Clausemark: ${item.text}. ${item.detail ?? ''}` };
  };
  show();
  return Disposable.from(item, server.onDidChangeState(show), server.onDidChangeStatus(show));
}

function severityOf({ state, status }: ServerConnection): LanguageStatusSeverity {
  if (state === 'stopped') return LanguageStatusSeverity.Error;
  if (status && (status.problems.length > 0 || status.errors > 0)) return LanguageStatusSeverity.Warning;
  return LanguageStatusSeverity.Information;
}

function findingsOrWork(status: StatusMessage | null): string {
  return status ? describeFindings(status) : l10n.t('Reading documents …');
}

/** Only while something of ours is looked at: a status bar is everybody's. */
function showBar(bar: StatusBarItem, server: ServerConnection): void {
  const document = window.activeTextEditor?.document;
  const isOurs = isPolicy(document) || /[\\/]soa\.ya?ml$/.test(document?.fileName ?? '');
  if (!isOurs || !workspace.getConfiguration('clausemark').get('statusBar', true)) {
    bar.hide();
    return;
  }
  const { state, status } = server;
  const isBusy = state === 'starting' || status?.state === 'working';
  const count = status ? status.errors + status.warnings + status.information : 0;
  const icon = state === 'stopped' ? '$(error)' : isBusy ? '$(sync~spin)' : '$(law)';
  bar.text = state === 'stopped' ? `${icon} Clausemark` : `${icon} ${status ? count : ''}`.trim();
  const words = state === 'stopped' ? l10n.t('not running') : findingsOrWork(status);
  bar.tooltip = `Clausemark: ${words}${status ? ` (${describeDocuments(status)})` : ''}`;
  bar.accessibilityInformation = { label: bar.tooltip };
  bar.command = state === 'stopped' ? 'clausemark.restartServer' : 'clausemark.checkWorkspace';
  bar.show();
}
