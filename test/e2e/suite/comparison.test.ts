/** Comparing versions of the statement in the real editor, on the history that test/e2e/history.mjs makes. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { click, evalInWebview, evalInWindow, needsBridge, press, screenshot, typeText } from '../support/bridge.js';
import { closeAll, open, replace, uriOf, waitFor } from '../support/editor.js';
import { focusedChoice, setTheme } from '../support/window.js';

const picked = `() => [...document.querySelectorAll('.quick-input-widget:not([style*="display: none"])')].map((widget) => widget.textContent).join('\\n')`;
const page = { contains: '.changes-view' };
const row = 'tr[data-key="iso27001-2022:A.7.5"]';

const textIn = (selector: string) =>
  evalInWebview<string>(`(selector) => document.querySelector(selector)?.innerText ?? ''`, { ...page, arg: selector });

async function step(name: string, text: RegExp): Promise<void> {
  await waitFor(name, async () => text.test(await evalInWindow<string>(picked)));
}

async function selectAllOfInput(): Promise<void> {
  await evalInWindow('() => document.querySelector(".quick-input-widget input").select()');
}

describe('Comparing the statement', () => {
  beforeEach(async () => {
    await closeAll();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
  });

  it('shows what changed since a version that was chosen, and leads to row, line and policy', async function () {
    needsBridge(this);
    await open('soa.yaml');
    const done = vscode.commands.executeCommand('clausemark.compareSoa', uriOf('soa.yaml'));
    await step('the versions', /Version 3\.1[\s\S]*Version 2\.0/);
    await screenshot('comparison-choice');
    // Only what is in view is in the list.
    await typeText('2026-03-01');
    await step('the commits', /Yearly review of the statement/);
    await selectAllOfInput();
    await typeText('audit-2025');
    await step('the tag', /audit-2025/);
    await press('Enter');
    await step('the later version', /The texts as they are now/);
    await press('Enter');
    await done;
    await waitFor('the comparison', async () => (await textIn('h1')).includes('What changed: Lindenhof'));
    assert.match(await textIn('.sides'), /audit-2025, version 2\.0 \(commit [0-9a-f]{10}, 2025-03-01\)/);
    assert.match(
      await textIn(row),
      /Was excluded, now applicable; reason given: “The stream behind the house[\s\S]*The reason before was “The landlord looks after the house\.”/,
    );
    assert.match(
      await textIn('tr[data-key="iso27001-2022:A.5.9"]'),
      /Implementation moved from planned to implemented/,
    );
    for (const [theme, name] of [
      ['Default Dark Modern', 'dark'],
      ['Default High Contrast', 'contrast'],
      ['Default Light Modern', 'light'],
    ] as const) {
      await setTheme(theme);
      await screenshot(`comparison-${name}`);
    }
    await click(`${row} [data-policy]`, { in: 'webview', ...page });
    await waitFor('the policy', () => vscode.window.activeTextEditor?.document.uri.path.endsWith('.md'));
    assert.match(
      vscode.window.activeTextEditor!.document.lineAt(vscode.window.activeTextEditor!.selection.active).text,
      /A\.7\.5/,
    );
    await click(`${row} [data-decision]`, { in: 'webview', ...page });
    await waitFor('the line', () => vscode.window.activeTextEditor?.document.uri.path.endsWith('soa.yaml'));
    const { selection, document } = vscode.window.activeTextEditor!;
    assert.match(document.lineAt(selection.start).text, /27001:A\.7\.5:/);
    await replace(vscode.window.activeTextEditor!, 'The stream behind the house', 'The river behind the house');
    await waitFor('a word that the texts changed', async () => (await textIn('.notice')).includes('changed since'));
    await click('.notice [data-action=again]', { in: 'webview', ...page });
    await waitFor('the new text', async () => (await textIn(row)).includes('The river behind the house'));
    await click(`${row} [data-row]`, { in: 'webview', ...page });
    await waitFor('the row in the statement', () =>
      evalInWebview<boolean>(`() => document.activeElement?.closest('tr')?.dataset.key === 'iso27001-2022:A.7.5'`, {
        contains: '.tables',
      }),
    );
  });

  it('shows the whole as Markdown, and compares with another version', async function () {
    needsBridge(this);
    await open('soa.yaml');
    const done = vscode.commands.executeCommand('clausemark.compareSoa', uriOf('soa.yaml'));
    await step('the earlier version', /Version 2\.0/);
    await typeText('2.0');
    await focusedChoice(/2\.0/);
    await press('Enter');
    await step('the later version', /The texts as they are now/);
    await press('Enter');
    await done;
    await waitFor('the comparison', async () => (await textIn('h1')).includes('What changed: Lindenhof'));
    await click('[data-choose=after]', { in: 'webview', ...page });
    await step('the later version', /The last commit/);
    await typeText('HEAD');
    await focusedChoice(/HEAD/);
    await press('Enter');
    await waitFor('the other comparison', async () => (await textIn('.sides')).includes('HEAD, version'));
    await click('[data-action=report]', { in: 'webview', ...page });
    await waitFor('the report', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('2.0 → HEAD'))),
    );
  });
});
