import assert from 'node:assert';
import * as vscode from 'vscode';
import { click, evalInWindow, needsBridge } from '../support/bridge.js';
import { closeAll, freshPath, openNew, remove, replace, until, waitFor } from '../support/editor.js';

/** The rows of the side bar that are on the screen, as a screen reader says them. */
function rows(): Promise<string[]> {
  return evalInWindow(
    `() => [...document.querySelectorAll('.part.sidebar .monaco-list-row[role=treeitem]')].map((row) => row.getAttribute('aria-label'))`,
  );
}

const has = async (pattern: RegExp) => (await rows()).some((row) => pattern.test(row));

const policy = `---
id: POL-LATE
title: Late policy
owner: CISO
status: approved
approved: 2020-01-01
next_review: 2021-01-01
controls: [27001:A.5.15]
---

# Late policy
`;

describe('The documents', () => {
  let probe: string;

  before(async function () {
    needsBridge(this);
    probe = freshPath();
    // The rows below the first view would be hidden by its many rows.
    await vscode.commands.executeCommand('clausemark.coverage.focus');
    const header = '.part.sidebar .pane-header[aria-label^="Coverage"]';
    await until(
      'the coverage to be folded away',
      () => click(header, { in: 'window', timeout: 2000 }).catch(() => {}),
      () =>
        evalInWindow<boolean>(
          `(header) => document.querySelector(header)?.getAttribute('aria-expanded') === 'false'`,
          header,
        ),
    );
  });

  after(async () => {
    await closeAll();
    if (probe) await remove(probe);
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('are listed by state, with what is overdue first', async () => {
    await vscode.commands.executeCommand('clausemark.documents.focus');
    const editor = await openNew(probe, policy);
    await waitFor('the overdue document', () =>
      has(/^POL-LATE Late policy, Overdue for review, review was due on 2021-01-01 \(\d+ days ago\).*owner: CISO/),
    );
    assert.ok(await has(/^Overdue for review, \d+ documents?/));
    await replace(editor, 'status: approved', 'status: draft');
    await waitFor('the draft', () => has(/^POL-LATE Late policy, Draft/));
    await replace(editor, 'status: draft', 'status: approved');
    await waitFor('the overdue document', () => has(/^POL-LATE Late policy, Overdue/));
  });

  it('that are overdue are marked in the explorer and in tabs', async () => {
    await waitFor('the mark', () =>
      evalInWindow(
        `() => Boolean([...document.querySelectorAll('.tab')].find((tab) => /review was due on 2021-01-01/.test(tab.getAttribute('title') + tab.getAttribute('aria-label') + tab.innerHTML)))`,
      ),
    );
  });

  it('lead to the place where the date stands', async () => {
    await closeAll();
    await click('.part.sidebar .monaco-list-row[aria-label^="POL-LATE"]');
    const editor = await waitFor('the document', () => vscode.window.activeTextEditor);
    await waitFor('the date', () => editor.document.getText(editor.selection) === '2021-01-01');
  });

  it('stand in the calendar of reviews', async () => {
    await vscode.commands.executeCommand('clausemark.reviews.focus');
    await waitFor('a month', () => has(/^[A-Z][a-z]+ 20\d\d, \d+ documents?/));
  });
});
