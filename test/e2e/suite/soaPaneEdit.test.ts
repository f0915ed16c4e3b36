/** Deciding in the pane, in the real editor: the text of soa.yaml follows, and undo takes it back. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { click, evalInWebview, needsBridge, press, typeText } from '../support/bridge.js';
import { closeAll, open, pause, replace, uriOf, waitFor } from '../support/editor.js';

const inPane = { contains: 'tr[data-key]' };
const asset = 'tr[data-key="iso27001-2022:A.5.9"]';

const textOfPane = (selector: string) =>
  evalInWebview<string>(`(selector) => document.querySelector(selector)?.innerText ?? ''`, {
    ...inPane,
    arg: selector,
  });

async function soaText(): Promise<string> {
  return (await vscode.workspace.openTextDocument(uriOf('soa.yaml'))).getText();
}

/** What is in the pane and who has the focus, for the report of a test that failed. */
async function stateOfPane(): Promise<string> {
  const source = `() => JSON.stringify({
    active: document.activeElement?.outerHTML.slice(0, 150),
    hasFocus: document.hasFocus(),
    fields: [...document.querySelectorAll('.field')].map((field) => field.querySelector('input, textarea')?.value),
    foot: document.querySelector('.foot')?.textContent,
    faults: [...document.querySelectorAll('.fault')].map((fault) => fault.textContent).join(' '),
  })`;
  const { isDirty, version } = await vscode.workspace.openTextDocument(uriOf('soa.yaml'));
  return `${await evalInWebview<string>(source, inPane)} ${JSON.stringify({ isDirty, version })}`;
}

async function soaOnDisk(): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf('soa.yaml')));
}

/** The text below the key of a decision, up to the next one. */
async function decision(id: string, text?: string): Promise<string> {
  const all = text ?? (await soaText());
  const start = all.indexOf(`27001:${id}:`);
  return all.slice(start, all.indexOf('\n\n', start));
}

async function undoInEditor(): Promise<void> {
  await open('soa.yaml', vscode.ViewColumn.One);
  await vscode.commands.executeCommand('undo');
}

/** Opens the pane and leaves the focus in it. */
async function openPane(): Promise<void> {
  await vscode.commands.executeCommand('clausemark.openSoa');
  await waitFor('rows', () => evalInWebview<number>('() => document.querySelectorAll("tr[data-key]").length', inPane));
  // The page takes the focus where it was clicked; a filter of an earlier test would hide rows.
  await evalInWebview('() => document.querySelector(".bar .secondary:not(.chip)")?.click()', inPane);
}

/**
 * Selects what is in the field that has the focus. Not by Ctrl+A: VS Code takes that key out of a webview and gives the
 * command back a moment later, when the machine has typed already.
 */
async function selectAll(): Promise<void> {
  await evalInWebview('() => document.activeElement.select()', inPane);
}

async function focusRow(id: string, column = 'justification'): Promise<void> {
  const key = `iso27001-2022:${id}`;
  await evalInWebview(
    `(key) => document.querySelector('tr[data-key="' + CSS.escape(key) + '"]').scrollIntoView({ block: 'center' })`,
    { ...inPane, arg: key },
  );
  await click(`tr[data-key="${key}"] td.${column}`, { in: 'webview', ...inPane });
}

describe('Deciding in the pane', () => {
  let original = '';

  before(async function () {
    needsBridge(this);
    original = await soaOnDisk();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') console.log(`The pane said: ${await stateOfPane().catch(String)}`);
    await closeAll();
    if ((await soaOnDisk()) !== original) {
      await vscode.workspace.fs.writeFile(uriOf('soa.yaml'), new TextEncoder().encode(original));
      await waitFor('the old text', async () => (await soaText()) === original);
    }
  });

  it('changes the text at once, and undo in the text takes it back', async () => {
    await open('soa.yaml', vscode.ViewColumn.One);
    await openPane();
    await focusRow('A.5.9');
    await waitFor('the field', () =>
      evalInWebview('() => document.activeElement?.closest("[data-field=justification]") !== null', inPane),
    );
    await selectAll();
    await typeText('Words of the pane: with a colon.');
    await press('Control+Enter');
    await waitFor('the text', async () =>
      (await decision('A.5.9')).includes('justification: "Words of the pane: with a colon."'),
    );
    const changed = await soaText();
    const lines = (text: string) => text.split('\n');
    const different = lines(changed).filter((line, index) => line !== lines(original)[index]);
    assert.equal(different.length, 1, 'only one line of the file is another one');
    await waitFor('the row', async () =>
      (await textOfPane(`${asset} td.justification`)).startsWith('Words of the pane'),
    );
    await waitFor('the word', async () => (await textOfPane('.foot-text')) === 'Written to soa.yaml: A.5.9.');
    const document = await vscode.workspace.openTextDocument(uriOf('soa.yaml'));
    assert.equal(document.isDirty, true, 'it is for the user to save');
    await undoInEditor();
    assert.equal(await soaText(), original);
    await waitFor('the row', async () =>
      (await textOfPane(`${asset} td.justification`)).startsWith('Models, data sets'),
    );
  });

  it('decides on several controls in one step for undo', async () => {
    await open('soa.yaml', vscode.ViewColumn.One);
    await openPane();
    await focusRow('A.5.9', 'status');
    await press('Escape');
    await press(' ');
    for (let i = 0; i < 3; i++) await press('ArrowDown');
    await press('Shift+ ');
    await waitFor('the bar', async () => (await textOfPane('.bulk strong')) === '4 controls chosen');
    await evalInWebview(
      `() => {
        const [field] = document.querySelectorAll('.bulk-form select');
        field.value = 'owner';
        field.dispatchEvent(new Event('change', { bubbles: true }));
        document.querySelector('.bulk-value input').focus();
      }`,
      inPane,
    );
    await typeText('Head of Tea');
    await press('Enter');
    const owners = async () => (await soaText()).split('owner: Head of Tea\n').length - 1;
    await waitFor('four owners', async () => (await owners()) === 4);
    await undoInEditor();
    assert.equal(await soaText(), original, 'one undo takes all of them back');
  });

  it('goes to the next control without a decision, by command and by key, and decides by letter', async () => {
    await open('soa.yaml', vscode.ViewColumn.One);
    await openPane();
    await vscode.commands.executeCommand('clausemark.nextUndecided');
    const focused = () =>
      evalInWebview<string | null>(
        '() => document.activeElement?.closest("tr[data-key]")?.dataset.key ?? null',
        inPane,
      );
    const key = await waitFor('an undecided row', focused);
    const id = key.split(':')[1]!;
    assert.doesNotMatch(await decision(id), /applicable: (?:true|false)/);
    await click(`tr[data-key="${key}"] td.applicable`, { in: 'webview', ...inPane });
    await press('Escape');
    await press('x');
    await waitFor('the decision', async () => /applicable: false/.test(await decision(id)));
    await waitFor('the button', async () => (await textOfPane('[data-jump]')) === 'Next undecided (0)');
    await press('Control+Z');
    await waitFor('the old text', async () => (await soaText()) === original);
  });

  it('copies a row as Markdown', async () => {
    await open('soa.yaml', vscode.ViewColumn.One);
    await openPane();
    await focusRow('A.5.9', 'status');
    await press('Escape');
    await press('c');
    const text = await waitFor('the clipboard', async () => {
      const copied = await vscode.env.clipboard.readText();
      return copied.includes('A.5.9') && copied;
    });
    assert.match(text, /^\| Control \| Title \|.*\n\| --- .*\n\| 27001:A\.5\.9 \| Inventory of information/);
  });

  it('leaves what somebody has typed and not saved, and says why it refuses', async () => {
    const editor = await open('soa.yaml', vscode.ViewColumn.One);
    await replace(editor, 'version: "3.1"', 'version: "3.2" # typed just now');
    await openPane();
    await focusRow('A.5.9', 'status');
    await evalInWebview('() => document.querySelector(".field-review input").focus()', inPane);
    await typeText('soon');
    await press('Enter');
    await waitFor('the reason', async () =>
      (await textOfPane('.field-review .fault')).includes('“soon” is not a date'),
    );
    assert.equal(await soaText(), original.replace('version: "3.1"', 'version: "3.2" # typed just now'));
    await selectAll();
    await typeText('2027-01-31');
    await press('Enter');
    await waitFor('the date', async () => /review: 2027-01-31/.test(await decision('A.5.9')));
    assert.ok((await soaText()).includes('version: "3.2" # typed just now'));
  });

  it('writes into a file that no editor shows, and takes it back', async () => {
    await open('policies/ai-policy.md', vscode.ViewColumn.One);
    // VS Code takes a moment to throw away what the test before has typed.
    await waitFor('a file without changes', async () => {
      return !(await vscode.workspace.openTextDocument(uriOf('soa.yaml'))).isDirty && (await soaText()) === original;
    });
    await openPane();
    await focusRow('A.5.9', 'status');
    await evalInWebview('() => document.querySelector(".field-owner input").focus()', inPane);
    await selectAll();
    await typeText('Head of Tea');
    await press('Enter');
    await waitFor('the file', async () => (await decision('A.5.9', await soaOnDisk())).includes('owner: Head of Tea'));
    await waitFor('the button', () => textOfPane('.foot .notice-line'));
    await click('.foot .notice-line button', { in: 'webview', ...inPane });
    await waitFor('the old file', async () => (await soaOnDisk()) === original);
  });

  it('keeps an edit in progress while the pane is hidden', async () => {
    await open('soa.yaml', vscode.ViewColumn.One);
    await openPane();
    await focusRow('A.5.9');
    await press('End');
    await typeText(' Half a');
    const typed = '() => document.querySelector(".field-justification textarea")?.value.endsWith(" Half a")';
    await waitFor('the text in the field', () => evalInWebview<boolean>(typed, inPane));
    // We look right into the page; what it keeps travels to the window of VS Code letter by letter, as messages behind it.
    await pause(1000);
    const column = vscode.window.tabGroups.all.find(({ tabs }) =>
      tabs.some(({ input }) => input instanceof vscode.TabInputWebview),
    )?.viewColumn;
    await open('policies/ai-policy.md', column);
    await waitFor('the pane to be hidden', () =>
      vscode.window.tabGroups.all.every(({ activeTab }) => !(activeTab?.input instanceof vscode.TabInputWebview)),
    );
    await vscode.commands.executeCommand('clausemark.openSoa', uriOf('soa.yaml'));
    await waitFor('what was typed', () => evalInWebview<boolean>(typed, inPane));
    assert.equal(await soaText(), original);
  });

  it('shows the clauses, the coverage and the reuse of documents', async () => {
    await open('soa.yaml', vscode.ViewColumn.One);
    await openPane();
    await click('[data-tab=clauses]', { in: 'webview', ...inPane });
    await waitFor('the clauses', async () =>
      (await textOfPane('#panel-clauses .clauses')).includes('Understanding the'),
    );
    await click('[data-tab=coverage]', { in: 'webview', ...inPane });
    await waitFor('the map', async () => (await textOfPane('#panel-coverage')).includes('A.7 Physical controls'));
    await click('[data-tab=reuse]', { in: 'webview', ...inPane });
    await waitFor('the reuse', async () => (await textOfPane('#panel-reuse .reuse')).includes('POL-IMS-01'));
    await click('[data-tab=controls]', { in: 'webview', ...inPane });
  });
});
