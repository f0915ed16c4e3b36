/** What users of a German editor read. Titles of standards are names, and stay as the catalog has them. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { evalInWebview, evalInWindow, needsBridge, screenshot } from '../support/bridge.js';
import {
  closeAll,
  extensionId,
  freshPath,
  open,
  openNew,
  ourDiagnostics,
  positionOf,
  remove,
  waitFor,
} from '../support/editor.js';
import { quickFix } from '../support/refactoring.js';

describe('In German', () => {
  before(function () {
    needsBridge(this);
  });

  after(closeAll);

  it('the manifest speaks German', async () => {
    assert.equal(vscode.env.language, 'de');
    const { packageJSON } = await waitFor('the extension', () => vscode.extensions.getExtension(extensionId));
    // VS Code keeps the English words of a translated title beside it.
    const titles: string[] = packageJSON.contributes.commands.map(({ title }: { title: string | { value: string } }) =>
      typeof title === 'string' ? title : title.value,
    );
    assert.ok(titles.includes('Zum nächsten Befund gehen'), titles.join('; '));
    assert.ok(!JSON.stringify(packageJSON).includes('"%'));
  });

  it('views speak German, and titles of controls are those of the catalog', async () => {
    await vscode.commands.executeCommand('clausemark.showCoverage');
    const rows = await waitFor('rows', async () => {
      const labels = await evalInWindow<string[]>(
        `() => [...document.querySelectorAll('.part.sidebar .monaco-list-row[role=treeitem]')].map((row) => row.getAttribute('aria-label'))`,
      );
      return labels.some((label) => /\d+ von \d+ abgedeckt/.test(label)) && labels;
    });
    assert.ok(
      rows.some((label) => /^A\.5 Organizational controls, \d+ von 37 abgedeckt/.test(label)),
      rows.join('\n'),
    );
  });

  it('the pane speaks German', async () => {
    await open('soa.yaml');
    await vscode.commands.executeCommand('clausemark.openSoa');
    const text = await waitFor('the table', async () => {
      const shown = await evalInWebview<string>('() => document.getElementById("app").textContent', {
        contains: 'tr[data-key]',
      });
      return /Access control/.test(shown) && shown;
    });
    assert.match(text, /Erklärung zur Anwendbarkeit/);
    assert.match(text, /Begründung/i);
    assert.doesNotMatch(text, /\bUndecided\b|\bJustification\b|\bResponsible\b/);
    // What an auditor would ask of a row comes from the server.
    assert.match(text, /Nur von Dokumenten beansprucht, die Entwürfe, in Prüfung, außer Kraft oder überfällig sind\./);
    assert.doesNotMatch(text, /No document claims|Claimed only by|Evidence is|Excluded, but/);
    assert.equal(await evalInWebview('() => document.documentElement.lang', { contains: '#app' }), 'de');
    await screenshot('german');
  });

  it('the preview speaks German', async function () {
    // VS Code's own preview runs beside the server there, and asks only extensions of that host for their part.
    if (typeof process === 'undefined') this.skip();
    await open('policies/access-control-policy.md');
    await vscode.commands.executeCommand('markdown.showPreviewToSide');
    const labels = await waitFor('the table', async () => {
      const shown = await evalInWebview<string[]>(
        `() => [...document.querySelectorAll('.clausemark-control th')].map((cell) => cell.textContent)`,
        { contains: '.markdown-body' },
      ).catch((): string[] => []);
      return shown.length > 0 ? shown : false;
    });
    assert.ok(labels.includes('Verantwortlich'), labels.join());
  });

  it('the server speaks German: a finding, its fixes and a hover, in the editor as it looks', async () => {
    const path = freshPath();
    const text = '# Zugriff\n\nSiehe ISO/IEC 27001:2022 A.5.38 und ISO/IEC 27001:2022 A.5.15.\n';
    const { document } = await openNew(path, text);
    const finding = await waitFor('the finding', () =>
      ourDiagnostics(path).find(({ message }) => /^In 27001:2022 gibt es A\.5\.38 nicht\./.test(message)),
    );
    assert.match(
      finding.message,
      /Meinten Sie A\.5\.37 \(Documented operating procedures\)[^?]* oder A\.5\.35 \([^)]*\)\?/,
    );
    await quickFix(document, finding.range, /^Durch A\.5\.37 \(Documented operating procedures\) ersetzen$/);
    await quickFix(document, finding.range, /^unknown-reference in dieser Datei stummschalten$/);
    const at = positionOf(document, 'A.5.15', 2);
    // The documents that cover it are named once the folder has been read.
    const shown = await waitFor('the hover with documents', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      const texts = hovers.flatMap(({ contents }) =>
        contents.map((one) => (typeof one === 'string' ? one : one.value)),
      );
      return texts.some((text) => text.includes('**Abgedeckt von**')) && texts.join('\n');
    });
    assert.match(shown, /Access control/);

    await vscode.commands.executeCommand('workbench.actions.view.problems');
    const shownIn = await vscode.window.showTextDocument(document);
    shownIn.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('editor.action.showHover');
    await waitFor('the hover', () => evalInWindow(`() => /Abgedeckt von/.test(document.body.textContent)`));
    await screenshot('german-server');
    await closeAll();
    await remove(path);
  });

  it('the commands of the server speak German: lenses above a decision', async () => {
    const { document } = await open('soa.yaml');
    const lenses = await waitFor('lenses', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        3,
      );
      return found.length > 0 && found;
    });
    const titles = lenses.flatMap(({ command }) => command?.title ?? []);
    assert.ok(
      titles.some((title) => /^(?:1 Dokument|\d+ Dokumente): /.test(title)),
      titles.join('; '),
    );
  });
});
