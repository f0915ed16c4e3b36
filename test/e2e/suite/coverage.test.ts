import assert from 'node:assert';
import * as vscode from 'vscode';
import { click, evalInWebview, evalInWindow, needsBridge, press } from '../support/bridge.js';
import { closeAll, open, pause, replace, until, waitFor } from '../support/editor.js';

/** The rows of the coverage view that are on the screen, as a screen reader says them. */
function rows(): Promise<string[]> {
  return evalInWindow(
    `() => [...document.querySelectorAll('.pane-body [aria-label][role=treeitem], .part.sidebar .monaco-list-row[role=treeitem]')].map((row) => row.getAttribute('aria-label'))`,
  );
}

const rowNamed = (label: string) => `.part.sidebar .monaco-list-row[aria-label^="${label}"]`;

/** Opens or closes a row, however often it takes: the tree may be drawn anew just when the mouse comes. */
async function setExpanded(label: string, isExpanded: boolean): Promise<void> {
  const state = '(selector) => document.querySelector(selector)?.getAttribute("aria-expanded")';
  await waitFor(`${label} to be ${isExpanded ? 'open' : 'closed'}`, async () => {
    const now = await evalInWindow<string | null>(state, rowNamed(label));
    if (now === String(isExpanded)) return true;
    if (now !== null) await click(`${rowNamed(label)} .monaco-tl-twistie`);
    await pause(500);
    return false;
  });
}

describe('The coverage view', () => {
  before(function () {
    needsBridge(this);
  });

  after(async () => {
    await closeAll();
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('lists the standards with their counts', async () => {
    await vscode.commands.executeCommand('clausemark.showCoverage');
    const shown = await waitFor('standards', async () => {
      const labels = await rows();
      return labels.some((label) => label.startsWith('ISO/IEC 27001:2022')) && labels;
    });
    assert.ok(
      shown.some((label) => /^ISO\/IEC 27001:2022, \d+ of 92 covered/.test(label)),
      shown.join('\n'),
    );
    assert.ok(
      shown.some((label) => /^A\.5 Organizational controls, \d+ of 37 covered/.test(label)),
      shown.join('\n'),
    );
  });

  it('leads from theme to control to the documents and their sections', async () => {
    await setExpanded('A.5 Organizational controls', true);
    const entry = 'A.5.1 Policies for information security';
    await setExpanded(entry, true);
    await waitFor('documents', async () => (await rows()).some((row) => /Information Security Policy/.test(row)));
    await click(rowNamed('Information Security Policy'));
    const editor = await waitFor('the document', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith('information-security-policy.md') && active;
    });
    await waitFor('the tag', () => /A\.5\.1\b/.test(editor.document.getText(editor.selection)));
    await setExpanded('A.5 Organizational controls', false);
  });

  it('says what is not covered, and what is excluded', async () => {
    await setExpanded('A.7 Physical controls', true);
    await waitFor('the gap', async () =>
      (await rows()).some((row) => row.startsWith('A.7.13 Equipment maintenance, no document')),
    );
  });

  it('can be narrowed to gaps', async () => {
    await vscode.commands.executeCommand('clausemark.showOnlyGaps');
    await waitFor('only gaps', async () => {
      const labels = await rows();
      return labels.some((row) => row.startsWith('A.7.13')) && !labels.some((row) => row.startsWith('A.7.1 '));
    });
    await vscode.commands.executeCommand('clausemark.showAllControls');
    await waitFor('everything', async () => (await rows()).some((row) => row.startsWith('A.7.1 ')));
  });

  it('has a command that goes from one uncovered control to the next', async () => {
    const focusedRow = () =>
      evalInWebview<string | null>(
        `() => document.activeElement?.closest('tr[data-key]')?.dataset.key ?? document.querySelector('tr[data-key].revealed, tr[data-key][tabindex="0"]')?.dataset.key ?? null`,
        { contains: 'tr[data-key]' },
      ).catch(() => null);
    await vscode.commands.executeCommand('clausemark.nextGap');
    const first = await waitFor('the first gap', focusedRow);
    await vscode.commands.executeCommand('clausemark.nextGap');
    const second = await waitFor('another gap', async () => {
      const now = await focusedRow();
      return now !== first && now;
    });
    const places = await rows();
    assert.ok(first && second && places.length > 0);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('follows an edit and keeps open what was open', async () => {
    const editor = await open('policies/physical-security-policy.md');
    const before = editor.document.getText();
    await replace(editor, 'controls: [', 'controls: [27001:A.7.13, ');
    await waitFor('the control to be covered', async () =>
      (await rows()).some((row) => row.startsWith('A.7.13 Equipment maintenance, 1 document')),
    );
    assert.notEqual(editor.document.getText(), before);
  });

  it('can be used with the keyboard alone', async () => {
    await closeAll();
    await vscode.commands.executeCommand('clausemark.showCoverage');
    const focused = `() => document.querySelector('.part.sidebar .monaco-list-row.focused')?.getAttribute('aria-label')`;
    await until(
      'the first row',
      () => press('Home'),
      async () => /^ISO\/IEC 27001:2022/.test((await evalInWindow<string>(focused)) ?? ''),
    );
    await press('ArrowDown');
    await waitFor('the second row', async () => /^A\.5 /.test((await evalInWindow<string>(focused)) ?? ''));
  });
});
