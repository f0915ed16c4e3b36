/** The head of the statement and a control of the organisation's own, edited in the pane of the real editor. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { click, evalInWebview, needsBridge, press, screenshot, typeText } from '../support/bridge.js';
import { closeAll, open, waitFor } from '../support/editor.js';
import { setTheme } from '../support/window.js';

const inPane = { contains: 'tr[data-key]' };

async function fill(selector: string, text: string): Promise<void> {
  await click(selector, { in: 'webview', ...inPane });
  await evalInWebview('() => document.activeElement.select()', inPane);
  await typeText(text);
  await press('Enter');
}

describe('The head in the pane', () => {
  beforeEach(() => closeAll());
  afterEach(() => closeAll());

  it('is written field by field, with standards and own controls, and undo takes each back', async function () {
    needsBridge(this);
    const { document } = await open('soa.yaml', vscode.ViewColumn.One);
    const before = document.getText();
    await vscode.commands.executeCommand('clausemark.openSoa');
    await waitFor('rows', () =>
      evalInWebview<number>('() => document.querySelectorAll("tr[data-key]").length', inPane),
    );
    await click('[data-head=edit]', { in: 'webview', ...inPane });
    await fill('.field-classification input', 'confidential');
    await waitFor('the classification', () => /^classification: confidential$/m.test(document.getText()));
    await fill('.field-approved input', 'yesterday');
    await waitFor('the reason', () =>
      evalInWebview<boolean>(
        `() => /yesterday/.test(document.querySelector('.field-approved .fault')?.textContent ?? '')`,
        inPane,
      ),
    );
    assert.match(document.getText(), /^approved: 2026-11-16$/m, 'what is refused is not written');
    await click('.standard-line input[value=controller]', { in: 'webview', ...inPane });
    await waitFor('the roles', () => /27701: \{ edition: 2025, roles: \[processor\] \}/.test(document.getText()));
    for (const [theme, name] of [
      ['Default Dark Modern', 'dark'],
      ['Default High Contrast', 'contrast'],
      ['Default Light Modern', 'light'],
    ] as const) {
      await setTheme(theme);
      await screenshot(`head-${name}`);
    }
    await click('[data-head=own]', { in: 'webview', ...inPane });
    await waitFor('the form', () => evalInWebview<boolean>(`() => document.activeElement?.id === 'own-id'`, inPane));
    await typeText('LHA-77');
    await press('Tab');
    await typeText('Two people for every release');
    await press('Enter');
    await waitFor('the control', () =>
      /\n {2}LHA-77:\n {4}title: Two people for every release\n/.test(document.getText()),
    );
    await waitFor('its decision', () =>
      evalInWebview<boolean>(`() => !!document.querySelector('tr[data-key="additional:LHA-77"] .editor')`, inPane),
    );
    await click('[data-editor=remove]', { in: 'webview', ...inPane });
    await waitFor('the control to go', () => !document.getText().includes('LHA-77'));
    await vscode.window.showTextDocument(document);
    for (let steps = 0; steps < 4; steps++) await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});
