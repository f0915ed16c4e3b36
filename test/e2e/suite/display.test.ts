import assert from 'node:assert';
import * as vscode from 'vscode';
import { click, evalInWindow, needsBridge } from '../support/bridge.js';
import { closeAll, open, positionOf, until, waitFor } from '../support/editor.js';

const access = 'policies/access-control-policy.md';

/** Source of a function for the window: the words of every lens on the screen. */
const shownLenses = `() => [...document.querySelectorAll('.codelens-decoration')].map((each) => each.textContent).join('\\n')`;

/** Clicks a lens until the list of places shows what it must: while the editor asks for lenses anew they lead nowhere. */
function clickLens(words: string, shows: string): Promise<void> {
  const isShown = `(words) => new RegExp(words).test(document.querySelector('.reference-zone-widget, .peekview-widget')?.innerText ?? '')`;
  return until(
    `the places of the lens “${words}”`,
    () => click(`.codelens-decoration a:has-text("${words}")`, { in: 'window', timeout: 2000 }).catch(() => {}),
    () => evalInWindow<boolean>(isShown, shows),
  );
}

describe('Beside and over the text', () => {
  afterEach(async () => {
    await vscode.workspace.getConfiguration('clausemark').update('titleHints', undefined);
    await closeAll();
  });

  it('lenses say what a policy covers', async function () {
    needsBridge(this);
    await open(access);
    const lenses = await waitFor('lenses', () => evalInWindow<string>(shownLenses));
    assert.match(lenses, /Covers \d+ controls/);
  });

  it('a click on the lens of a decision shows the documents that claim the control', async function () {
    needsBridge(this);
    const { document } = await open('soa.yaml');
    const editor = vscode.window.activeTextEditor;
    editor?.revealRange(
      new vscode.Range(positionOf(document, '27001:A.5.15:', 0), positionOf(document, '27001:A.5.15:', 0)),
    );
    await waitFor('lenses', async () => /\d documents?: /.test(await evalInWindow<string>(shownLenses)));
    await clickLens('document', '\\.md');
  });

  it('a click on the lens of a section shows the decisions on its controls', async function () {
    needsBridge(this);
    const editor = await open(access);
    const { document } = editor;
    const tag = positionOf(document, '<!-- controls:');
    editor.revealRange(new vscode.Range(tag, tag), vscode.TextEditorRevealType.InCenter);
    await waitFor('lenses', async () => /Covers\sA\.5\.\d+/.test(await evalInWindow<string>(shownLenses)));
    assert.ok(document.uri.path.endsWith(access));
    await clickLens('A.5.', 'soa\\.yaml');
  });

  it('titles stand after ids once that is turned on', async () => {
    await vscode.workspace.getConfiguration('clausemark').update('titleHints', true);
    const { document } = await open(access);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const labels = await waitFor('titles', async () => {
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      );
      return hints.length > 0 && hints.map(({ label }) => String(label));
    });
    assert.ok(labels.includes('Access control') || labels.includes('Access rights'), labels.join());
  });

  it('references have colours of their own', async () => {
    const { document } = await open(access);
    const legend = await waitFor('the legend', async () =>
      vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      ),
    );
    assert.ok(legend.tokenModifiers.includes('superseded'));
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    assert.ok(tokens.data.length >= 5);
  });

  it('the call hierarchy leads from a control to its documents', async () => {
    const { document } = await open('soa.yaml');
    const position = positionOf(document, '27001:A.5.15:', 8);
    const [item] = await waitFor('the control', async () =>
      vscode.commands.executeCommand<vscode.CallHierarchyItem[]>('vscode.prepareCallHierarchy', document.uri, position),
    );
    assert.match(item?.name ?? '', /^A\.5\.15 Access control$/);
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      item,
    );
    assert.ok(calls.some(({ to }) => to.uri.path.endsWith(access)));
  });

  it('decisions of a soa.yaml fold', async () => {
    const { document } = await open('soa.yaml');
    const ranges = await waitFor('folds', async () =>
      vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri),
    );
    const { line } = positionOf(document, '27001:A.5.15:', 0);
    assert.ok(ranges.some(({ start }) => start === line));
  });
});
