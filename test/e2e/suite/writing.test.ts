import assert from 'node:assert';
import * as vscode from 'vscode';
import { evalInWindow, needsBridge, press, typeText } from '../support/bridge.js';
import {
  closeAll,
  completionNamed,
  completionsAt,
  freshPath,
  hoverAt,
  labelOf,
  open,
  openNew,
  positionOf,
  remove,
  uriOf,
  waitFor,
} from '../support/editor.js';

let probe: string;
const access = 'policies/access-control-policy.md';

/** Source of a function for the window: the words of the suggestion that Enter would take. */
const focusedSuggestion = `() => document.querySelector('.suggest-widget.visible .monaco-list-row.focused')?.textContent`;

describe('Reading and writing', () => {
  beforeEach(() => {
    probe = freshPath();
  });

  afterEach(async () => {
    await closeAll();
    await remove(probe);
  });

  it('a hover says what a control is, who covers it, and what it is elsewhere', async () => {
    const { document } = await open(access);
    const text = await waitFor('the hover', () => hoverAt(document.uri, positionOf(document, '27001:2022 A.5.15', 12)));
    assert.match(text, /A\.5\.15/);
    assert.match(text, /Access control/);
    assert.match(text, /Covered by/);
    assert.match(text, /Access Control Policy/);
    assert.match(text, /Statement of Applicability/);
    assert.match(text, /NIST|GDPR|27701/);
  });

  it('a hover in soa.yaml explains a decision’s control', async () => {
    const { document } = await open('soa.yaml');
    const text = await waitFor('the hover', () => hoverAt(document.uri, positionOf(document, '27001:A.5.18:', 8)));
    assert.match(text, /Access rights/);
  });

  it('completion in front matter offers controls with their titles', async () => {
    const { document } = await openNew(probe, '---\ntitle: Probe\ncontrols: [27001:]\n---\n\n# Probe\n');
    const items = await completionsAt(document.uri, positionOf(document, '27001:', 6));
    const item = items.find((each) => labelOf(each).includes('A.5.15'));
    assert.ok(item, `offered: ${items.slice(0, 10).map(labelOf).join(', ')}`);
    assert.match(JSON.stringify([item.label, item.detail]), /Access control/);
  });

  it('completion in front matter offers keys and values', async () => {
    const { document } = await openNew(probe, '---\ntitle: Probe\nstatus: \n\n---\n\n# Probe\n');
    const keys = (await completionsAt(document.uri, new vscode.Position(3, 0))).map(labelOf);
    assert.ok(
      keys.some((label) => /^next_review/.test(label)),
      keys.slice(0, 20).join(', '),
    );
    const values = (await completionsAt(document.uri, positionOf(document, 'status: ', 8))).map(labelOf);
    for (const value of ['draft', 'in-review', 'approved', 'retired'])
      assert.ok(values.includes(value), values.join(', '));
  });

  it('completion in prose offers controls of the standard that was named', async () => {
    const { document } = await openNew(probe, '# Probe\n\nAs in ISO/IEC 42001:2023 A.6.2.\n');
    const items = await completionsAt(document.uri, positionOf(document, 'A.6.2.', 6));
    assert.match(JSON.stringify(completionLike(items, 'A.6.2.8')), /event logs/);
  });

  it('completion works with the keyboard', async function () {
    needsBridge(this);
    const editor = await openNew(probe, '---\ntitle: Probe\ncontrols: [27001:A.5.3]\n---\n\n# Probe\n');
    const at = positionOf(editor.document, 'A.5.3', 5);
    editor.selection = new vscode.Selection(at, at);
    await waitFor('the focus', () => vscode.window.activeTextEditor === editor);
    await waitFor('offers', async () => (await completionsAt(editor.document.uri, at)).length > 0);
    await press('Control+Space');
    const offered = await waitFor('the list', () => evalInWindow<string>(focusedSuggestion));
    await press('Enter');
    await waitFor('the chosen control', () => editor.document.isDirty);
    const inserted = /controls: \[27001:(A\.5\.3\d?)\]/.exec(editor.document.lineAt(2).text);
    assert.ok(inserted && offered.includes(inserted[1]!), `${editor.document.lineAt(2).text} after ${offered}`);
  });

  it('snippets begin documents and sections', async () => {
    const { document } = await openNew(probe, '\n');
    const items = await completionsAt(document.uri, new vscode.Position(0, 0));
    const policy = completionNamed(items, 'clausemark-policy');
    assert.match((policy.insertText as vscode.SnippetString).value, /next_review/);
  });

  it('the definition of a reference is its decision in soa.yaml', async () => {
    const { document } = await open(access);
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, '27001:2022 A.5.15', 12),
    );
    const [place] = places.map((each) =>
      'targetUri' in each ? { uri: each.targetUri, range: each.targetRange } : each,
    );
    assert.equal(place?.uri.toString(), uriOf('soa.yaml').toString());
    const soa = await vscode.workspace.openTextDocument(uriOf('soa.yaml'));
    assert.equal(soa.getText(place!.range), '27001:A.5.15');
  });

  it('the references of a control are found in all documents', async () => {
    const { document } = await open('soa.yaml');
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      positionOf(document, '27001:A.5.18:', 8),
    );
    const files = new Set(places.map(({ uri }) => uri.path.split('/').at(-1)));
    assert.ok(files.has('access-control-policy.md'), [...files].join(', '));
  });

  it('the outline shows sections', async () => {
    const { document } = await open(access);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.match(
      JSON.stringify(
        symbols.map(({ name, detail, children }) => [
          name,
          detail,
          children.map((child) => [child.name, child.detail]),
        ]),
      ),
      /Joiners, movers and leavers/,
    );
  });

  it('a control is found by its title in the whole folder', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'Access rights',
    );
    assert.ok(
      symbols.some(({ name }) => /A\.5\.18/.test(name)),
      symbols.map(({ name }) => name).join(', '),
    );
  });

  it('a command names the standard of a reference that leaves it open', async () => {
    const editor = await openNew(probe, '---\ntitle: Probe\ncontrols: [A.5.15]\n---\n\n# Probe (ISO/IEC 27001:2022)\n');
    const at = positionOf(editor.document, 'A.5.15', 2);
    editor.selection = new vscode.Selection(at, at);
    await waitFor('the document to be known', () => hoverAt(editor.document.uri, at));
    await vscode.commands.executeCommand('clausemark.qualifyReference');
    assert.equal(editor.document.lineAt(2).text, 'controls: [27001:A.5.15]');
  });

  it('a command inserts a control that is chosen from a list', async function () {
    needsBridge(this);
    const editor = await openNew(probe, '# Probe\n\nSee \n');
    editor.selection = new vscode.Selection(2, 4, 2, 4);
    const done = vscode.commands.executeCommand('clausemark.insertReference');
    await waitFor('the list', () =>
      evalInWindow(
        `() => document.querySelector('.quick-input-widget:not([style*="display: none"]) .monaco-list-row')?.textContent`,
      ),
    );
    await typeText('A.5.18 Access rights');
    await waitFor('one entry', () =>
      evalInWindow(
        `() => /A\\.5\\.18/.test(document.querySelector('.quick-input-widget .monaco-list-row.focused')?.textContent ?? '')`,
      ),
    );
    await press('Enter');
    await done;
    assert.equal(editor.document.lineAt(2).text, 'See ISO/IEC 27001:2022 A.5.18');
  });
});

function completionLike(items: readonly vscode.CompletionItem[], id: string) {
  const item = items.find((each) => labelOf(each).includes(id));
  assert.ok(item, `no ${id} among ${items.slice(0, 20).map(labelOf).join(', ')}`);
  return [item.label, item.detail];
}
