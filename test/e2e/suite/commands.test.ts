import assert from 'node:assert';
import * as vscode from 'vscode';
import { click, evalInWindow, needsBridge, press, typeText } from '../support/bridge.js';
import { closeAll, findings, hasFinding, open, until, uriOf, waitFor } from '../support/editor.js';

const inputIsOpen = `() => Boolean(document.querySelector('.quick-input-widget:not([style*="display: none"]) .quick-input-title')?.textContent)`;

describe('Commands', () => {
  afterEach(closeAll);

  it('show the list of problems', async function () {
    needsBridge(this);
    await vscode.commands.executeCommand('clausemark.checkWorkspace');
    const words = await waitFor('problems', () =>
      evalInWindow<string>(`() => document.querySelector('.markers-panel-container .monaco-list-rows')?.innerText`),
    );
    assert.match(words, /soa\.yaml|policy\.md/);
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('restart the server, and everything is found again', async () => {
    await open('soa.yaml');
    await waitFor('findings', () => hasFinding('soa.yaml', 'uncovered-control'));
    const before = findings('soa.yaml');
    await vscode.commands.executeCommand('clausemark.restartServer');
    await waitFor('the same findings', () => findings('soa.yaml').join() === before.join());
  });

  it('write a first soa.yaml, and never over one that is there', async function () {
    needsBridge(this);
    const original = await vscode.workspace.fs.readFile(uriOf('soa.yaml'));
    await vscode.commands.executeCommand('clausemark.createSoa');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, uriOf('soa.yaml').path);
    assert.deepEqual(await vscode.workspace.fs.readFile(uriOf('soa.yaml')), original);
    await closeAll();
    await move('soa.yaml', 'kept.txt');
    try {
      await waitFor('soa.yaml to be forgotten', () => findings('soa.yaml').length === 0);
      const done = vscode.commands.executeCommand('clausemark.createSoa');
      await waitFor('the question', () => evalInWindow(inputIsOpen));
      await typeText('Test: "Ltd" # 1');
      await press('Enter');
      await done;
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf('soa.yaml')));
      assert.match(text, /^organisation: "Test: \\"Ltd\\" # 1"$/m);
      assert.match(text, /^ {2}27001: \{ edition: "2022" \}$/m);
      assert.match(
        text,
        /^ {2}27001:A\.5\.15: # Access control\n {4}# claimed by .*access-control-policy\.md.*\n {4}applicable: true$/m,
      );
      await waitFor('its findings', () => hasFinding('soa.yaml', 'undecided-control'));
    } finally {
      await move('kept.txt', 'soa.yaml');
    }
    await waitFor('the old findings', () => hasFinding('soa.yaml', 'uncovered-control'));
  });

  it('of the first steps tick them off, one by one', async function () {
    needsBridge(this);
    const step = (name: string) => `.getting-started-step[data-step-id$="clausemark.start#${name}"]`;
    for (const name of ['findings', 'fix', 'tag', 'soa', 'coverage']) {
      // What the command of the step before opens may come late, and cover the steps.
      await until(
        `the step ${name}`,
        async () => {
          await vscode.commands.executeCommand('clausemark.getStarted');
          await click(step(name), { in: 'window', timeout: 2000 }).catch(() => {});
        },
        () => evalInWindow<boolean>(exists, `${step(name)}.expanded .monaco-button`),
      );
      await click(`${step(name)}.expanded .monaco-button`);
    }
    await vscode.commands.executeCommand('clausemark.getStarted');
    const done = await waitFor('all steps', async () => {
      const states = await evalInWindow<string[]>(
        `() => [...document.querySelectorAll('.getting-started-step')].map((step) => step.getAttribute('aria-checked'))`,
      );
      return states.length === 6 && states.every((state) => state === 'true') && states;
    });
    assert.equal(done.length, 6);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});

/** Source of a function for the window: whether there is an element for a selector. */
const exists = '(selector) => Boolean(document.querySelector(selector))';

/** Moves a file as the explorer does it: an open text moves with it. */
async function move(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(uriOf(from), uriOf(to), { overwrite: true });
  assert.ok(await vscode.workspace.applyEdit(edit));
}
