/** A folder in which nobody has begun: no soa.yaml, no tag, no document control. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { click, evalInWindow, needsBridge, press, screenshot, typeText } from '../support/bridge.js';
import { closeAll, textOf, waitFor } from '../support/editor.js';
import { welcomeWith } from '../support/welcome.js';

const question = `() => document.querySelector('.quick-input-widget:not([style*="display: none"]) .quick-input-title')?.textContent ?? ''`;

describe('A folder without a statement', () => {
  before(function () {
    needsBridge(this);
  });
  after(closeAll);

  it('is told in each view how to begin', async () => {
    const text = await welcomeWith(/No standard is in scope yet/);
    assert.match(text, /Create soa\.yaml/);
    assert.match(text, /No controlled document was found/);
    assert.match(text, /No approved document names the day of its next review/);
    assert.doesNotMatch(text, /Reading your documents/);
    await screenshot('welcome-no-statement');
  });

  it('begins with the button, and the views fill', async () => {
    await click('.part.sidebar .welcome-view .monaco-button:has-text("Create soa.yaml")');
    await waitFor('the standards', async () => /Which standards/.test(await evalInWindow<string>(question)));
    await screenshot('create-soa-standards');
    await press('ArrowDown');
    await press('Space');
    const chosen = `() => document.querySelector('.quick-input-widget .quick-input-count')?.textContent ?? ''`;
    await waitFor('one that is chosen', async () => /^1 /.test(await evalInWindow<string>(chosen)));
    await press('Enter');
    await waitFor('the name', async () => /organisation/.test(await evalInWindow<string>(question)));
    await typeText('Beginners');
    await press('Enter');
    const editor = await waitFor('soa.yaml', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith('soa.yaml') && active;
    });
    assert.match(editor.document.getText(), /^organisation: "?Beginners/m);
    await vscode.commands.executeCommand('clausemark.coverage.focus');
    await waitFor('rows', () =>
      evalInWindow(
        `() => [...document.querySelectorAll('.part.sidebar .monaco-list-row[role=treeitem]')].some((row) => /covered/.test(row.getAttribute('aria-label')))`,
      ),
    );
    assert.ok((await textOf('soa.yaml')).length > 0);
  });
});
