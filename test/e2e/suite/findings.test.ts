import assert from 'node:assert';
import * as vscode from 'vscode';
import {
  closeAll,
  findings,
  freshPath,
  hasFinding,
  open,
  openNew,
  ourDiagnostics,
  remove,
  replace,
  uriOf,
  waitFor,
} from '../support/editor.js';
import { fixAll, quickFix } from '../support/refactoring.js';

let probe: string;

const policy = (body: string, controls = '27001:A.5.15') => `---
id: POL-PROBE
title: Probe
owner: CISO
version: "1.0"
status: approved
approved_by: CEO
approved: 2026-03-01
next_review: 2099-01-01
controls: [${controls}]
---

# Probe

## Access
<!-- controls: 27001:A.5.15 -->

${body}
`;

describe('Findings', () => {
  beforeEach(() => {
    probe = freshPath();
  });

  afterEach(async () => {
    await closeAll();
    await remove(probe);
  });

  it('of the whole folder are there without opening a file', async () => {
    await waitFor('the gaps of the example', () => hasFinding('policies/physical-security-policy.md', 'missing-field'));
    for (const [path, code] of [
      ['soa.yaml', 'uncovered-control'],
      ['soa.yaml', 'undecided-control'],
      ['soa.yaml', 'implemented-by-draft-only'],
      ['policies/secure-development-policy.md', 'excluded-but-claimed'],
      ['procedures/vulnerability-management-procedure.md', 'superseded-edition'],
      ['procedures/ai-life-cycle-procedure.md', 'unknown-reference'],
      ['policies/incident-response-policy.md', 'duplicate-tag'],
      ['policies/supplier-security-policy.md', 'claimed-not-discussed'],
    ] as const) {
      await waitFor(`${code} in ${path}`, () => hasFinding(path, code));
    }
  });

  it('appear while one writes, and go when it is put right', async () => {
    const editor = await openNew(probe, policy('Access follows ISO/IEC 27001:2022 A.5.15.'));
    await waitFor('a clean document', () => vscode.languages.getDiagnostics(uriOf(probe)).length === 0);
    await replace(editor, 'A.5.15.', 'A.5.99.');
    await waitFor('the finding', () => hasFinding(probe, 'unknown-reference'));
    await replace(editor, 'A.5.99.', 'A.5.15.');
    await waitFor('the finding to go', () => !hasFinding(probe, 'unknown-reference'));
  });

  it('have a code that leads to its page, and stand exactly under the words they are about', async () => {
    const { document } = await openNew(probe, policy('Emoji 😀 and ISO/IEC 27001:2022 A.5.99 here.'));
    const [finding] = await waitFor('the finding', () => {
      const ours = ourDiagnostics(probe).filter(
        ({ code }) => typeof code === 'object' && code.value === 'unknown-reference',
      );
      return ours.length > 0 && ours;
    });
    assert.equal(document.getText(finding!.range), 'A.5.99');
    assert.match((finding!.code as { target: vscode.Uri }).target.toString(), /docs\/rules\/unknown-reference\.md$/);
  });

  it('are put right by a quick fix', async () => {
    const path = 'procedures/vulnerability-management-procedure.md';
    const editor = await open(path);
    const [finding] = await waitFor('the finding', () => {
      const ours = ourDiagnostics(path).filter(
        ({ code }) => typeof code === 'object' && code.value === 'superseded-edition',
      );
      return ours.length > 0 && ours;
    });
    const before = editor.document.getText(finding!.range);
    const fix = await quickFix(editor.document, finding!.range, /^Replace with A\.8\.8/);
    assert.ok(fix.edit);
    await quickFix(editor.document, finding!.range, /^Silence superseded-edition/);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await waitFor('the finding to go', () => !hasFinding(path, 'superseded-edition'));
    assert.match(before, /12\.6\.1/);
    await vscode.commands.executeCommand('undo');
    await waitFor('the finding to come back', () => hasFinding(path, 'superseded-edition'));
  });

  it('without doubt are all put right at once', async () => {
    const path = 'policies/incident-response-policy.md';
    const editor = await open(path);
    await waitFor('the finding', () => hasFinding(path, 'duplicate-tag'));
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const action = await fixAll(editor.document, whole);
    assert.ok(action.edit, 'no fix for everything is offered');
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    await waitFor('the finding to go', () => !hasFinding(path, 'duplicate-tag'));
    assert.equal(
      editor.document.getText().match(/27001:A\.5\.24/g)?.length,
      1 + countIn(editor, '<!--', '27001:A.5.24'),
    );
  });

  it('follow the settings', async () => {
    const settings = vscode.workspace.getConfiguration('clausemark.rules');
    const path = 'policies/incident-response-policy.md';
    await waitFor('the finding', () => hasFinding(path, 'duplicate-tag'));
    await settings.update('duplicate-tag', 'off', vscode.ConfigurationTarget.Workspace);
    try {
      await waitFor('the finding to go', () => !hasFinding(path, 'duplicate-tag'));
    } finally {
      await settings.update('duplicate-tag', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await waitFor('the finding to come back', () => hasFinding(path, 'duplicate-tag'));
  });

  it('can be gone through with a command', async () => {
    await closeAll();
    await vscode.commands.executeCommand('clausemark.nextFinding');
    const first = vscode.window.activeTextEditor;
    assert.ok(first);
    const place = `${first.document.uri.path}:${first.selection.active.line}`;
    await vscode.commands.executeCommand('clausemark.nextFinding');
    const second = vscode.window.activeTextEditor;
    assert.notEqual(`${second?.document.uri.path}:${second?.selection.active.line}`, place);
    await vscode.commands.executeCommand('clausemark.previousFinding');
    assert.equal(
      `${vscode.window.activeTextEditor?.document.uri.path}:${vscode.window.activeTextEditor?.selection.active.line}`,
      place,
    );
  });

  it('come and go with a file that nobody has opened', async () => {
    const text = new TextEncoder().encode(policy('See ISO/IEC 27001:2022 A.5.99.'));
    await vscode.workspace.fs.writeFile(uriOf(probe), text);
    await waitFor('the finding', () => hasFinding(probe, 'unknown-reference'));
    await vscode.workspace.fs.delete(uriOf(probe));
    await waitFor('the finding to go', () => findings(probe).length === 0);
  });
});

/** How often the text occurs on lines that hold the mark. */
function countIn(editor: vscode.TextEditor, mark: string, text: string): number {
  const lines = editor.document.getText().split('\n');
  return lines.filter((line) => line.includes(mark) && line.includes(text)).length;
}
