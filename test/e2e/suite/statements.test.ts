/** Importing, comparing and releasing the statement in the real editor. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { evalInWindow, needsBridge, press, screenshot, typeText } from '../support/bridge.js';
import { closeAll, open, pause, remove, uriOf, waitFor } from '../support/editor.js';

const shown = `() => [...document.querySelectorAll('.quick-input-widget:not([style*="display: none"])')].map((widget) => widget.textContent + ' ' + (widget.querySelector('input')?.value ?? '')).join('\\n')`;
const csv = 'Control ID,Applicable,Justification,Colour\nA.7.4,No,The landlord watches the house,blue\nA.99.9,Yes,,\n';

async function step(name: string, text: RegExp): Promise<void> {
  await waitFor(name, async () => text.test(await evalInWindow<string>(shown)));
}

describe('Statements', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
    await remove('old-soa.csv');
  });

  it('are imported into the soa.yaml in one step that can be undone, with a report', async function () {
    needsBridge(this);
    await vscode.workspace.fs.writeFile(uriOf('old-soa.csv'), new TextEncoder().encode(csv));
    const { document } = await open('soa.yaml');
    const before = document.getText();
    const done = vscode.commands.executeCommand('clausemark.importSoa', uriOf('old-soa.csv'));
    await step('the question', /Let the file win/);
    await press('ArrowDown');
    await press('Enter');
    await done;
    const decision = /27001:A\.7\.4:[\s\S]*?(?=\n {2}\S)/.exec(document.getText())![0];
    assert.match(decision, /applicable: false/);
    assert.match(decision, /justification: The landlord watches the house/);
    assert.match(decision, /notes: .*Colour: blue/);
    await waitFor('the report', () => {
      return vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ label }) => label.includes('Import of old-soa.csv')),
      );
    });
    await pause(500);
    await screenshot('import-report');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('are released by four answers, with nothing else of the file changed', async function () {
    needsBridge(this);
    const { document } = await open('soa.yaml');
    const before = document.getText();
    const done = vscode.commands.executeCommand('clausemark.releaseSoa', document.uri);
    await step('the version', /1 of 4/);
    await typeText('x');
    await step('the mistake', /Numbers with points between them/);
    await press('Backspace');
    await typeText('99.1');
    await press('Enter');
    await step('the approver', /2 of 4/);
    await press('Enter');
    await step('the date', /3 of 4/);
    await press('Enter');
    await step('the change', /4 of 4/);
    await typeText('Yearly review');
    await press('Enter');
    await done;
    const text = document.getText();
    assert.match(text, /^version: "99\.1"/m);
    assert.match(text, /^released:[^#]*?version: "99\.1"[^#]*?hash: sha256:[0-9a-f]{64}/m);
    assert.match(text, /version: "99\.1", date: \d{4}-\d{2}-\d{2}, by: .*, change: Yearly review/);
    const kept = before.split('\n').filter((line) => !/version|date|approved|status|hash|released|by:/.test(line));
    assert.ok(kept.every((line) => text.includes(line)));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});
