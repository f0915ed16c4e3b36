import * as vscode from 'vscode';
import { evalInWebview, evalInWindow, needsBridge, press, resize, screenshot, hover, click } from '../support/bridge.js';
import { closeAll, open, pause, positionOf, waitFor, replace } from '../support/editor.js';

async function theme(name: string) {
  await vscode.workspace.getConfiguration('workbench').update('colorTheme', name, vscode.ConfigurationTarget.Global);
  await pause(1500);
}
describe('pictures', () => {
  before(function () { needsBridge(this); });
  it('all', async function () {
    this.timeout(120000);
    await closeAll();
    await resize(1360, 800);
    await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
    await vscode.commands.executeCommand('workbench.view.explorer');
    let e = await open('procedures/vulnerability-management-procedure.md');
    let p = positionOf(e.document, '12.6.1', 2);
    e.selection = new vscode.Selection(p, p); e.revealRange(new vscode.Range(p, p), vscode.TextEditorRevealType.InCenter);
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await pause(1500);
    await screenshot('p-diagnostics');
    await vscode.commands.executeCommand('workbench.action.closePanel');
    e = await open('policies/access-control-policy.md');
    p = positionOf(e.document, '27001:2022 A.5.15', 13);
    e.selection = new vscode.Selection(p, p); e.revealRange(new vscode.Range(p, p), vscode.TextEditorRevealType.InCenter);
    await vscode.commands.executeCommand('editor.action.showHover');
    await pause(1500);
    await screenshot('p-hover');
    await press('Escape');
    await pause(300);
    p = positionOf(e.document, 'controls: [27001:A.5.15', 'controls: ['.length);
    e.selection = new vscode.Selection(p, p); e.revealRange(new vscode.Range(p, p), vscode.TextEditorRevealType.InCenter);
    await e.edit((b) => b.insert(p, '27001:'));
    p = p.translate(0, 6); e.selection = new vscode.Selection(p, p);
    await pause(500);
    await press('Control+Space');
    await pause(1200);
    await press('Control+Space');
    await pause(800);
    await screenshot('p-completion');
    await press('Escape');
    await closeAll();
    await open('soa.yaml', vscode.ViewColumn.One);
    await vscode.commands.executeCommand('clausemark.openSoa');
    await pause(2500);
    await screenshot('p-soa-dark');
    await theme('Default Light Modern');
    await screenshot('p-soa-light');
    await theme('Default High Contrast');
    await screenshot('p-soa-hc');
    await theme('Default Dark Modern');
    await closeAll();
    e = await open('policies/physical-security-policy.md');
    await vscode.commands.executeCommand('clausemark.showCoverage');
    await pause(800);
    for (const l of ['A.5 ', 'A.7 ']) { await click(`.part.sidebar .monaco-list-row[aria-label^="${l}"] .monaco-tl-twistie`).catch(() => {}); await pause(300); }
    await pause(800);
    await screenshot('p-coverage');
    await vscode.commands.executeCommand('clausemark.getStarted');
    await pause(1500);
    await screenshot('p-walkthrough');
    await vscode.commands.executeCommand('workbench.action.openSettings', '@ext:clausemark.clausemark');
    await pause(2500);
    await screenshot('p-settings');
  });
});
