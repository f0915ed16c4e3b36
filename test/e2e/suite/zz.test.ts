import * as vscode from 'vscode';
import { evalInWindow } from '../support/bridge.js';
import { pause } from '../support/editor.js';
describe('zz', () => {
  it('activation time', async () => {
    await vscode.commands.executeCommand('workbench.action.showRuntimeExtensions'); await pause(2500);
    console.log(await evalInWindow(`() => document.querySelector('.runtime-extensions-editor')?.innerText.slice(0, 1500)`));
  });
});
