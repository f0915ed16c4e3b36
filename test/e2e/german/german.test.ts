/** What users of a German editor read. Titles of standards are names, and stay as the catalog has them. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { evalInWebview, evalInWindow, needsBridge, screenshot } from '../support/bridge.js';
import { closeAll, extensionId, open, waitFor } from '../support/editor.js';

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
    assert.equal(await evalInWebview('() => document.documentElement.lang', { contains: '#app' }), 'de');
    await screenshot('german');
  });

  it('the preview speaks German', async () => {
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
});
