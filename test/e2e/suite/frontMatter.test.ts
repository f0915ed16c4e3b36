/** Front matter as a language: what it explains, what it finds, what it puts right. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { evalInWindow, needsBridge, press, screenshot, typeText } from '../support/bridge.js';
import {
  closeAll,
  completionsAt,
  findings,
  freshPath,
  hasFinding,
  hoverAt,
  labelOf,
  openNew,
  ourDiagnostics,
  positionOf,
  remove,
  uriOf,
  waitFor,
} from '../support/editor.js';
import { quickFix } from '../support/refactoring.js';

const choices = `() => document.querySelector('.quick-input-widget:not([style*="display: none"])')?.textContent ?? ''`;

const policy = (more: string, sections = '## Purpose\n\nWhy.\n\n## Scope\n\nWhere.\n') =>
  `---\nid: POL-PR-77\ntitle: Probe\ntype: policy\nowner: CISO\nversion: "1.0"\nstatus: draft\n${more}---\n\n# Probe\n\n${sections}`;

function finding(path: string, code: string): Promise<vscode.Diagnostic> {
  return waitFor(code, () =>
    ourDiagnostics(path).find((one) => typeof one.code === 'object' && one.code.value === code),
  );
}

describe('Front matter', () => {
  let probe: string;
  const made: string[] = [];

  beforeEach(() => {
    probe = freshPath();
  });

  afterEach(async () => {
    await vscode.workspace.getConfiguration('clausemark').update('documentTypes', undefined);
    await closeAll();
    for (const path of [probe, ...made.splice(0)]) await remove(path);
  });

  it('explains its keys and values', async () => {
    const { document } = await openNew(probe, policy('next_review: 2030-01-01\ntemplate: policy@1\n'));
    const at = (text: string) => hoverAt(document.uri, positionOf(document, text, 2));
    assert.match(await at('next_review'), /day by which the document must have been reviewed/);
    assert.match(await at('draft'), /Being written/);
    assert.match(await at('policy\n'), /Sections it must have: .*Purpose/);
    assert.match(await at('policy@1'), /version 1 of the template/);
  });

  it('offers dates, people and the next free id', async () => {
    const { document } = await openNew(
      probe,
      '---\nid: \ntype: policy\nowner: \napproved: \nnext_review: \n---\n\n# Probe\n',
    );
    const at = async (key: string) =>
      (await completionsAt(document.uri, positionOf(document, `${key}: `, key.length + 2))).map(labelOf);
    assert.ok(
      (await at('id')).some((label) => /^POL-/.test(label)),
      (await at('id')).join(),
    );
    assert.ok((await at('owner')).includes('CISO') || (await at('owner')).length > 2, (await at('owner')).join());
    assert.ok((await at('approved')).some((label) => /^\d{4}-\d\d-\d\d$/.test(label)));
    assert.equal((await at('next_review')).filter((label) => /^\d{4}-\d\d-\d\d$/.test(label)).length, 3);
  });

  it('finds values that cannot be right, and what is missing', async () => {
    await openNew(probe, policy('approved: 2026-13-40\n').replace('status: draft', 'status: aproved'));
    await waitFor('both findings', () => hasFinding(probe, 'invalid-field') && hasFinding(probe, 'missing-field'));
    assert.equal(findings(probe).filter((one) => one.endsWith(': invalid-field')).length, 2);
  });

  it('a missing section is put in at its place', async () => {
    const { document } = await openNew(probe, policy('', '## Purpose\n\nWhy.\n\n## Rules\n\nWhat.\n'));
    const { range, message } = await finding(probe, 'missing-section');
    assert.match(message, /“Scope”/);
    const fix = await quickFix(document, range, /^Insert the section “Scope”/);
    await vscode.workspace.applyEdit(fix.edit!);
    assert.match(document.getText(), /## Purpose\n\nWhy\.\n\n## Scope\n\n<!-- [\s\S]* -->\n\n## Rules/);
    await waitFor('the finding to go', () => !hasFinding(probe, 'missing-section'));
  });

  it('a document that was made from an earlier template gets what the template has learnt', async () => {
    const documentTypes = {
      policy: { version: 2, sections: ['Purpose', 'Scope', { title: 'Monitoring', required: true, since: 2 }] },
    };
    await vscode.workspace.getConfiguration('clausemark').update('documentTypes', documentTypes);
    const { document } = await openNew(probe, policy('template: policy@1\n'));
    const { range, message } = await finding(probe, 'missing-section');
    assert.match(message, /made from version 1 of the template “policy”\. Version 2 asks for the section “Monitoring”/);
    assert.equal(document.getText(range), 'policy@1');
    const fix = await quickFix(document, range, /^Insert the missing section “Monitoring” and note version 2/);
    await vscode.workspace.applyEdit(fix.edit!);
    assert.match(document.getText(), /template: policy@2\n[\s\S]*## Monitoring\n/);
    await waitFor('the finding to go', () => !hasFinding(probe, 'missing-section'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), policy('template: policy@1\n'));
  });

  it('an id that no document has is put right, or its document created with three answers', async function () {
    needsBridge(this);
    const { document } = await openNew(probe, policy('related: [POL-AC-1, POL-AC-97]\n'));
    await waitFor('two findings', () => findings(probe).filter((one) => /unknown-document/.test(one)).length === 2);
    const [misspelt, unknown] = ourDiagnostics(probe)
      .filter(({ code }) => typeof code === 'object' && code.value === 'unknown-document')
      .sort((a, b) => a.range.start.character - b.range.start.character);
    const right = await quickFix(document, misspelt!.range, /^Replace with POL-AC-01 \(Access Control Policy\)/);
    assert.equal(right.isPreferred, true);
    await vscode.workspace.applyEdit(right.edit!);
    await waitFor('one finding', () => findings(probe).filter((one) => /unknown-document/.test(one)).length === 1);
    const at = positionOf(document, 'POL-AC-97');
    const create = await quickFix(document, new vscode.Range(at, at), /^Create POL-AC-97 from the template “policy”/);
    assert.ok(unknown && create.command);
    const done = vscode.commands.executeCommand(create.command.command, ...(create.command.arguments ?? []));
    const shows = (what: string, text: string) =>
      waitFor(what, async () => (await evalInWindow<string>(choices)).includes(text));
    await shows('the title', '(1 of 3)');
    await screenshot('create-related');
    await typeText('Probe of Related Documents');
    await press('Enter');
    await shows('the owner', '(2 of 3)');
    await press('Enter');
    await shows('the folder', '(3 of 3)');
    await press('Enter');
    await done;
    made.push('policies/probe-of-related-documents.md');
    const { document: created } = await waitFor('the new document', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path === uriOf(made[0]!).path && active;
    });
    assert.match(
      created.getText(),
      /^---\nid: POL-AC-97\ntitle: Probe of Related Documents\ntype: policy\nowner: CISO\n/,
    );
    await waitFor('no finding', () => !hasFinding(probe, 'unknown-document'));
  });
});
