import assert from 'node:assert';
import * as vscode from 'vscode';
import { evalInWebview, needsBridge, screenshot } from '../support/bridge.js';
import { closeAll, open, replace, waitFor } from '../support/editor.js';

const contains = '.markdown-body';

interface Shown {
  chips: { text: string; title: string | null }[];
  labels: string[];
  tags: number;
  border: string;
}

/** What the preview shows of ours. */
function shown(): Promise<Shown> {
  return evalInWebview<Shown>(
    `() => {
      const chips = [...document.querySelectorAll('.clausemark-chip')];
      return {
        chips: chips.map((chip) => ({ text: chip.textContent, title: chip.getAttribute('title') })),
        labels: [...document.querySelectorAll('.clausemark-control th')].map((cell) => cell.textContent),
        tags: document.querySelectorAll('.clausemark-tags').length,
        border: chips[0] ? getComputedStyle(chips[0]).borderStyle : '',
      };
    }`,
    { contains },
  );
}

describe('The Markdown preview', () => {
  before(function () {
    needsBridge(this);
  });

  after(closeAll);

  it('shows references with their titles, tags, and front matter as a table', async () => {
    await open('policies/access-control-policy.md');
    await vscode.commands.executeCommand('markdown.showPreviewToSide');
    const page = await waitFor('chips', async () => {
      const now = await shown().catch(() => null);
      return now && now.chips.length > 5 && now;
    });
    assert.ok(page.labels.includes('Owner'), page.labels.join());
    assert.ok(page.tags > 0);
    assert.equal(page.border, 'solid');
    assert.ok(page.chips.some(({ title }) => /^27001:2022 A\.5\.15 Access control/.test(title ?? '')));
    await screenshot('preview-light');
  });

  it('follows an edit', async () => {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.languageId === 'markdown')!;
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    const heading = editor.document.getText().match(/^# .*$/m)![0];
    await replace(editor, heading, `${heading}\n\nSee ISO/IEC 27001:2022 A.5.99 <b onclick="x()">&</b>.`);
    await waitFor('the chip', async () =>
      (await shown()).chips.some(({ text, title }) => text === 'A.5.99' && /no such number/.test(title ?? '')),
    );
  });
});
