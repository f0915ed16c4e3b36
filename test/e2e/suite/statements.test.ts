/** Importing, comparing and releasing the statement in the real editor. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { click, evalInWebview, evalInWindow, needsBridge, press, screenshot, typeText } from '../support/bridge.js';
import { closeAll, open, remove, uriOf, waitFor } from '../support/editor.js';
import { focusedChoice, setTheme } from '../support/window.js';

const shown = `() => [...document.querySelectorAll('.quick-input-widget:not([style*="display: none"])')].map((widget) => widget.textContent + ' ' + (widget.querySelector('input')?.value ?? '')).join('\\n')`;
const csv = 'Control ID,Applicable,Justification,Colour\nA.7.4,No,The landlord watches the house,blue\nA.99.9,Yes,,\n';

const preview = { in: 'webview', contains: '.choices-form' } as const;

const textIn = (selector: string) =>
  evalInWebview<string>(`(selector) => document.querySelector(selector)?.innerText ?? ''`, {
    contains: preview.contains,
    arg: selector,
  });

async function closePreview(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(tabs.filter(({ label }) => label.startsWith('Import of')));
}

/** Gives A.7.4 another justification in the pane. */
async function editInPane(): Promise<void> {
  const inPane = { contains: 'tr[data-key]' };
  const row = 'tr[data-key="iso27001-2022:A.7.4"]';
  await vscode.commands.executeCommand('clausemark.openSoa', uriOf('soa.yaml'));
  await waitFor('the row', () =>
    evalInWebview<boolean>(`(row) => (document.querySelector(row)?.textContent ?? '').includes('The landlord')`, {
      ...inPane,
      arg: row,
    }),
  );
  await evalInWebview(`(row) => document.querySelector(row).scrollIntoView({ block: 'center' })`, {
    ...inPane,
    arg: row,
  });
  await click(`${row} td.justification`, { in: 'webview', ...inPane });
  await waitFor('the field', () =>
    evalInWebview<boolean>(`() => document.activeElement?.tagName === 'TEXTAREA'`, inPane),
  );
  await evalInWebview('() => document.activeElement.select()', inPane);
  await typeText('Nobody rents here');
  await press('Control+Enter');
}

async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

async function step(name: string, text: RegExp): Promise<void> {
  await waitFor(name, async () => text.test(await evalInWindow<string>(shown)));
}

describe('Statements', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
    await remove('old-soa.csv');
  });

  it('are imported into the soa.yaml in one step that can be undone, after a preview', async function () {
    needsBridge(this);
    await vscode.workspace.fs.writeFile(uriOf('old-soa.csv'), new TextEncoder().encode(csv));
    const { document } = await open('soa.yaml');
    const before = document.getText();
    await vscode.commands.executeCommand('clausemark.importSoa', uriOf('old-soa.csv'));
    await waitFor('the preview', async () => (await textIn('.part-lost')).includes('has no A.99.9'));
    assert.match(await textIn('.part-entries'), /Colour: blue/);
    await click('#import-target-replace', preview);
    await waitFor('the other preview', async () =>
      (await textIn('.part-entries')).includes('The landlord watches the house'),
    );
    for (const [theme, name] of [
      ['Default Dark Modern', 'dark'],
      ['Default High Contrast', 'contrast'],
      ['Default Light Modern', 'light'],
    ] as const) {
      await setTheme(theme);
      await screenshot(`import-${name}`);
    }
    assert.equal(document.getText(), before, 'nothing is written before somebody says so');
    await click('.import-buttons .primary', preview);
    await waitFor('the text', () => document.getText() !== before);
    const decision = /27001:A\.7\.4:[\s\S]*?(?=\n {2}\S)/.exec(document.getText())![0];
    assert.match(decision, /applicable: false/);
    assert.match(decision, /justification: The landlord watches the house/);
    assert.match(decision, /notes: .*Colour: blue/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  for (const [format, ending] of [
    ['Excel workbook', 'xlsx'],
    ['One row per control', 'csv'],
  ] as const) {
    it(`give the same record when they are imported, edited, exported and imported again (${ending})`, async function () {
      needsBridge(this);
      this.timeout(90_000);
      const target = `statement-of-applicability.${ending}`;
      await vscode.workspace.fs.writeFile(uriOf('old-soa.csv'), new TextEncoder().encode(csv));
      const { document } = await open('soa.yaml');
      const before = document.getText();
      await vscode.commands.executeCommand('clausemark.importSoa', uriOf('old-soa.csv'));
      await waitFor('the preview', () => textIn('.part-entries'));
      await click('#import-target-replace', preview);
      await waitFor('the other preview', async () => (await textIn('.part-entries')).includes('The landlord'));
      await waitFor('the button', () =>
        evalInWebview<boolean>(`() => !document.querySelector('.import-buttons .primary').disabled`, {
          contains: preview.contains,
        }),
      );
      await click('.import-buttons .primary', preview);
      await waitFor('the import', () => document.getText() !== before);
      await closePreview();
      await editInPane();
      await waitFor('the decision', () => /justification: Nobody rents here/.test(document.getText()));
      await document.save();
      const record = document.getText();
      // It ends when somebody has answered the word at its end.
      void vscode.commands.executeCommand('clausemark.exportSoa', uriOf('soa.yaml'));
      await step('the formats', /Excel workbook/);
      await typeText(format);
      await focusedChoice(new RegExp(format));
      await press('Enter');
      await step('the place', new RegExp(target.replaceAll('.', '\\.')));
      await press('Enter');
      // The file is there before it is whole.
      await waitFor('the whole export', async () => {
        try {
          return (await vscode.workspace.fs.stat(uriOf(target))).size > 10_000;
        } catch {
          return false;
        }
      });
      await vscode.commands.executeCommand('clausemark.importSoa', uriOf(target));
      await waitFor('the preview', () => textIn('.part-entries'));
      await click('#import-target-replace', preview);
      await waitFor('nothing to change', async () =>
        (await textIn('.part-entries')).includes('Nothing: soa.yaml says all of this already'),
      );
      assert.equal(await textIn('.part-lost'), '', 'nothing is lost');
      assert.match(
        await textIn('.summary-lines'),
        /^(\d+) rows read, \1 of them taken over: decisions on 209 controls and 1 control/,
      );
      await remove(target);
      assert.equal(document.getText(), record);
      await replaceAll(document, before);
    });
  }

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
