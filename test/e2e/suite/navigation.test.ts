/** Ways through the documents: highlights, breadcrumbs, both directions of the call hierarchy, selections that grow. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { evalInWindow, needsBridge } from '../support/bridge.js';
import { closeAll, freshPath, open, openNew, positionOf, remove, uriOf, waitFor } from '../support/editor.js';

const access = 'policies/access-control-policy.md';

describe('Ways through the documents', () => {
  let probe: string;
  beforeEach(() => {
    probe = freshPath();
  });
  afterEach(async () => {
    await closeAll();
    await remove(probe);
  });

  it('the control at the cursor is highlighted wherever the document names it, however it is written', async function () {
    const text =
      '---\ntitle: Probe\ncontrols: [27001:A.5.15]\n---\n# Probe\n\nISO/IEC 27001:2022 A.5.15, A.5.18 and A.5.14-A.5.16.\n';
    const editor = await openNew(probe, text);
    const { document } = editor;
    const at = positionOf(document, '27001:2022 A.5.15', 13);
    const found = await waitFor('highlights', async () => {
      const all = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        document.uri,
        at,
      );
      return all.length > 1 && all.map(({ range }) => document.getText(range));
    });
    assert.ok(found.some((one) => /A\.5\.15/.test(one)) && !found.some((one) => one === 'A.5.18'), found.join(' | '));
    needsBridge(this);
    editor.selection = new vscode.Selection(at, at);
    await waitFor('marks in the window', () =>
      evalInWindow(
        `() => document.querySelectorAll('.cdr.wordHighlight, .cdr.wordHighlightText, .cdr.wordHighlightStrong').length >= 2`,
      ),
    );
  });

  it('breadcrumbs show the section in which the cursor stands', async function () {
    needsBridge(this);
    const editor = await open(access);
    const at = positionOf(editor.document, '<!-- controls:');
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(new vscode.Range(at, at));
    const heading = editor.document
      .getText(new vscode.Range(new vscode.Position(0, 0), at))
      .match(/^## (.*)$/gm)!
      .at(-1)!
      .replace('## ', '');
    await waitFor('the section', async () =>
      (await evalInWindow<string>(`() => document.querySelector('.breadcrumbs-control')?.textContent ?? ''`)).includes(
        heading,
      ),
    );
  });

  it('the call hierarchy leads from a control to its document, on to evidence, and back', async () => {
    const { document } = await open('soa.yaml');
    const prepare = (uri: vscode.Uri, position: vscode.Position) =>
      waitFor('an item', async () => {
        const items = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
          'vscode.prepareCallHierarchy',
          uri,
          position,
        );
        return items[0];
      });
    const control = await prepare(document.uri, positionOf(document, '27001:A.5.15:', 8));
    const down = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      control,
    );
    assert.ok(
      down.some(({ to }) => to.uri.path.endsWith(access)),
      down.map(({ to }) => to.name).join(),
    );
    assert.ok(
      down.some(({ to }) => /evidence\//.test(to.uri.path + to.name)),
      down.map(({ to }) => to.name).join(),
    );
    const up = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      control,
    );
    assert.ok(up.length > 0, 'nothing asks for the control');
    const policy = await vscode.workspace.openTextDocument(uriOf(access));
    const item = await prepare(policy.uri, positionOf(policy, 'POL-AC-01', 3));
    const callers = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    assert.ok(
      callers.some(({ from }) => /A\.5\.15/.test(from.name)),
      callers.map(({ from }) => from.name).join(),
    );
  });

  it('a selection grows from the id to its title, its list and its section', async () => {
    const { document } = await openNew(
      probe,
      '# Probe\n\n## Part\n\nSee ISO/IEC 27001:2022 A.5.15 (Access control) here.\n\n## Rest\n',
    );
    const at = positionOf(document, 'A.5.15', 2);
    const [first] = await waitFor('ranges', async () =>
      vscode.commands.executeCommand<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
        at,
      ]),
    );
    const texts: string[] = [];
    for (let range: vscode.SelectionRange | undefined = first; range; range = range.parent)
      texts.push(document.getText(range.range));
    assert.ok(texts.includes('A.5.15'), texts.join(' | '));
    assert.ok(
      texts.some((one) => one.includes('A.5.15 (Access control)') && !one.includes('##')),
      texts.join(' | '),
    );
    assert.ok(
      texts.some((one) => one.startsWith('## Part') && !one.includes('## Rest')),
      texts.join(' | '),
    );
  });

  it('the implementations of a control are the places that claim it', async () => {
    const { document } = await open('soa.yaml');
    const places = await waitFor('places', async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeImplementationProvider',
        document.uri,
        positionOf(document, '27001:A.5.15:', 8),
      );
      return found.length > 0 && found;
    });
    const paths = places.map((place) => ('targetUri' in place ? place.targetUri : place.uri).path);
    assert.ok(
      paths.some((path) => path.endsWith(access)),
      paths.join(),
    );
  });
});
