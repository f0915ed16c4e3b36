/**
 * The fixes of the rules that keep the statement honest, each applied in the real editor: the finding goes, the pane follows, the rest
 * of the text stays as it is, and one undo takes it all back.
 */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { evalInWebview, needsBridge, press } from '../support/bridge.js';
import {
  closeAll,
  completionsAt,
  hasFinding,
  hoverAt,
  labelOf,
  open,
  ourDiagnostics,
  positionOf,
  replace,
  textOf,
  uriOf,
  waitFor,
} from '../support/editor.js';

interface Case {
  readonly code: string;
  /** What stands at A.5.9 below its key. */
  readonly decision: readonly string[];
  /** Fixes by title, with a line that stands in the file afterwards. Null: the file says something nowhere any more. */
  readonly fixes: readonly (readonly [title: RegExp, after: RegExp])[];
  /** What the row in the pane says as long as the finding is there. */
  readonly gap?: RegExp;
  /** What the row says once the first fix has been applied; the gap must be gone then. */
  readonly rowAfter?: RegExp;
}

const complete = ['justification: Assets come and go. # kept', 'drivers: [risk]', 'status: implemented'];
const evidence = 'evidence: [evidence/asset-inventory-extract-2026.csv]';

/** The rules whose fixes are edits of a decision. */
const cases: readonly Case[] = [
  {
    code: 'undecided-control',
    decision: ['applicable: undecided # kept'],
    fixes: [
      [/^Decide that A\.5\.9 applies$/, /^ {4}applicable: true # kept$/m],
      [/^Decide that A\.5\.9 does not apply$/, /^ {4}applicable: false # kept$/m],
    ],
    gap: /Nobody has decided yet/,
    rowAfter: /Yes/,
  },
  {
    code: 'exclusion-without-justification',
    decision: ['applicable: false # kept'],
    fixes: [[/^Add a justification to fill in$/, /^ {4}applicable: false # kept\n {4}justification: ?$/m]],
    gap: /Excluded without a justification/,
  },
  {
    code: 'boilerplate-justification',
    decision: ['applicable: false', 'justification: N/A # kept'],
    fixes: [],
    gap: /The justification says nothing about this control/,
  },
  {
    code: 'exclusion-review-overdue',
    decision: ['applicable: false', 'justification: Nothing to list. # kept', 'expires: 2024-12-31'],
    fixes: [
      [
        /^Confirm it until \d{4}-\d\d-\d\d$/,
        /^ {4}justification: Nothing to list\. # kept\n {4}expires: 20(?!24)\d\d-/m,
      ],
      [/^Decide that A\.5\.9 applies$/, /^ {4}applicable: true\n {4}justification: Nothing to list\. # kept$/m],
    ],
    gap: /held until 2024-12-31 and has ended/,
  },
  {
    code: 'inclusion-without-driver',
    decision: ['applicable: true', 'justification: Assets come and go. # kept', 'status: implemented', evidence],
    fixes: [[/^Add drivers to fill in$/, /^ {4}drivers: \[\]$/m]],
    gap: /no risk, law, contract or need is named/,
  },
  {
    code: 'implemented-without-evidence',
    decision: ['applicable: true', ...complete],
    fixes: [[/^Add evidence to fill in$/, /^ {4}evidence: ?$/m]],
    gap: /no evidence is named/,
  },
  {
    code: 'evidence-missing',
    decision: ['applicable: true', ...complete, 'evidence: [evidence/gone.csv]'],
    fixes: [],
    gap: /Evidence is not where it should be: evidence\/gone\.csv/,
  },
  {
    code: 'evidence-stale',
    decision: ['applicable: true', ...complete, 'evidence: [{ note: Seen, date: 2020-01-01 }]'],
    fixes: [],
    gap: /Evidence is out of date: Seen/,
  },
  {
    code: 'supplier-missing',
    decision: ['applicable: true', ...complete, evidence, 'model: shared # kept'],
    fixes: [[/^Add a supplier to fill in$/, /^ {4}model: shared # kept\n {4}supplier: ?$/m]],
    gap: /it is not said which/,
  },
  {
    code: 'document-missing',
    decision: ['applicable: true', ...complete, evidence, 'documents: [POL-NONE-9]'],
    fixes: [],
    gap: /No such document: POL-NONE-9/,
  },
  {
    code: 'excluded-but-claimed',
    decision: ['applicable: false', 'justification: Nothing to list. # kept'],
    fixes: [[/^Decide that A\.5\.9 applies$/, /^ {4}applicable: true\n {4}justification: Nothing to list\. # kept$/m]],
    gap: /Excluded, but claimed by/,
    rowAfter: /Yes/,
  },
];

const row = 'tr[data-key="iso27001-2022:A.5.9"]';
const inPane = { contains: 'tr[data-key]' };

const rowText = () =>
  evalInWebview<string>(`(row) => document.querySelector(row)?.textContent ?? ''`, { ...inPane, arg: row });

const fieldStart = '  27001:A.5.9:';

/** The example's text with another decision at A.5.9, or with something else replaced. */
function withDecision(text: string, decision: readonly string[]): string {
  const start = text.indexOf('\n', text.indexOf(fieldStart)) + 1;
  const end = text.indexOf('\n\n', start);
  return `${text.slice(0, start)}${decision.map((line) => `    ${line}`).join('\n')}${text.slice(end)}`;
}

async function write(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  await editor.edit((edit) => edit.replace(whole, text));
}

/** The finding at the decision on A.5.9, or the first one anywhere. */
function findingOf(code: string, isAtDecision: boolean): vscode.Diagnostic | undefined {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('/soa.yaml'))!;
  const start = document.positionAt(document.getText().indexOf(fieldStart)).line;
  return ourDiagnostics('soa.yaml').find(
    ({ code: one, range }) =>
      typeof one === 'object' &&
      one.value === code &&
      (!isAtDecision || (range.start.line >= start && range.start.line <= start + 7)),
  );
}

const isFoundAt = (code: string) => findingOf(code, true) !== undefined;

async function fixesAt(code: string): Promise<vscode.CodeAction[]> {
  const found = findingOf(code, true) ?? findingOf(code, false);
  assert.ok(found, code);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uriOf('soa.yaml'),
    found.range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
  return actions.filter(({ title, edit }) => edit !== undefined && !/^Silence/.test(title));
}

/** Lines of one text that are not in the other. */
function newLines(before: string, after: string): string[] {
  const known = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !known.has(line));
}

describe('Rules of the statement, in the editor', () => {
  let original = '';

  before(async function () {
    needsBridge(this);
    original = await textOf('soa.yaml');
  });

  afterEach(closeAll);

  for (const { code, decision, fixes, gap, rowAfter } of cases) {
    it(`${code}: the pane says it, each fix puts it right, and undo takes it back`, async function () {
      this.timeout(120_000);
      const editor = await open('soa.yaml', vscode.ViewColumn.One);
      await vscode.commands.executeCommand('clausemark.openSoa');
      const broken = withDecision(original, decision);
      await write(editor, broken);
      await waitFor('the finding', () => isFoundAt(code));
      if (gap) await waitFor('the gap', async () => gap.test(await rowText()));
      for (const [title, after] of fixes) {
        const fix = await waitFor('the fix', async () => (await fixesAt(code)).find((one) => title.test(one.title)));
        await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
        assert.ok(await vscode.workspace.applyEdit(fix.edit!));
        const fixed = editor.document.getText();
        assert.match(fixed, after);
        assert.ok(newLines(broken, fixed).length <= 1, 'one line is new or another one');
        assert.deepEqual(
          (fixed.match(/#.*$/gm) ?? []).filter((comment) => !broken.includes(comment)),
          [],
          'no comment was touched',
        );
        if (rowAfter && title === fixes[0]![0]) {
          await waitFor('the row', async () => rowAfter.test(await rowText()) && !gap?.test(await rowText()));
          await waitFor('no finding', () => !isFoundAt(code));
        }
        await vscode.commands.executeCommand('undo');
        assert.equal(editor.document.getText(), broken, 'one undo takes the fix back');
        await waitFor('the finding again', () => isFoundAt(code));
      }
    });
  }

  /** Rules that speak of the statement as a whole, or of rows that it does not have: the example with one thing changed. */
  const others: readonly (readonly [
    code: string,
    change: (text: string) => string,
    title: RegExp,
    after: RegExp,
    problem: RegExp | null,
  ])[] = [
    [
      'unknown-decision',
      (text) => text.replace(fieldStart, '  27001:A.8.1.1:'),
      /^Replace with A\.5\.9 /,
      /^ {2}27001:A\.5\.9: # Inventory/m,
      /27001:2022 has no A\.8\.1\.1/,
    ],
    [
      'missing-control',
      (text) => text.replace(/ {2}27001:A\.5\.9:[\s\S]*?\n\n/, ''),
      /^Add the missing control|^Add /,
      /^ {2}27001:A\.5\.9:/m,
      null,
    ],
    [
      'duplicate-decision',
      (text) => text.replace('\n  27001:A.5.10:', '\n  27001:A.5.9: no\n\n  27001:A.5.10:'),
      /^Remove the second decision/,
      /^ {2}27001:A\.5\.9: # Inventory/m,
      /A\.5\.9/,
    ],
    [
      'approval-incomplete',
      (text) => text.replace(/^approved: .*\n/m, ''),
      /^Set the approval date to today/,
      /^approved: \d{4}-\d\d-\d\d$/m,
      /does not say when/,
    ],
    [
      'changed-since-approval',
      (text) => text.replace('office in Freiburg', 'offices in Freiburg'),
      /^Make it a draft of version 3\.2$/,
      /^version: "3\.2"\nstatus: draft$/m,
      /no longer what was approved as version 3\.1/,
    ],
    [
      'malformed-soa',
      (text) => text.replace(/(27001:A\.5\.9: .*\n {4}applicable:) true/, '$1 ja'),
      /^Replace with true$/,
      /27001:A\.5\.9: .*\n {4}applicable: true/,
      /“ja”/,
    ],
  ];
  for (const [code, change, title, after, problem] of others) {
    it(`${code}: above the rows, and put right`, async function () {
      this.timeout(120_000);
      const editor = await open('soa.yaml', vscode.ViewColumn.One);
      await vscode.commands.executeCommand('clausemark.openSoa');
      const broken = change(original);
      assert.notEqual(broken, original);
      await write(editor, broken);
      await waitFor('the finding', () => hasFinding('soa.yaml', code));
      const problems = () =>
        evalInWebview<string>(`() => document.querySelector('.problems')?.innerText ?? ''`, inPane);
      if (problem) await waitFor('the problem in the pane', async () => problem.test(await problems()));
      const fix = await waitFor('the fix', async () => (await fixesAt(code)).find((one) => title.test(one.title)));
      await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
      assert.ok(await vscode.workspace.applyEdit(fix.edit!));
      assert.match(editor.document.getText(), after);
      await waitFor('no finding', () => !hasFinding('soa.yaml', code));
      if (problem) await waitFor('no problem in the pane', async () => !problem.test(await problems()));
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), broken);
    });
  }

  it('keys and values are explained and offered while one writes', async () => {
    const editor = await open('soa.yaml', vscode.ViewColumn.One);
    await write(editor, withDecision(original, ['applicable: true', 'status: ', 'model: shared']));
    const { document } = editor;
    const behind = document.offsetAt(positionOf(document, `${fieldStart} `));
    const at = (text: string, plus: number) => document.positionAt(document.getText().indexOf(text, behind) + plus);
    assert.match(await hoverAt(document.uri, at('model:', 1)), /direct[\s\S]*shared[\s\S]*inherited/);
    const labels = (await completionsAt(document.uri, at('status: ', 8))).map(labelOf);
    for (const status of ['not-started', 'planned', 'partial', 'implemented'])
      assert.ok(labels.includes(status), status);
    await replace(editor, '    status: \n    model: shared', '    \n    model: shared');
    const keys = (await completionsAt(document.uri, at('    \n    model', 4))).map(labelOf);
    for (const key of ['justification', 'drivers', 'evidence', 'expires']) {
      assert.ok(
        keys.some((label) => label.startsWith(key)),
        `${key} in ${keys.slice(0, 20).join(', ')}`,
      );
    }
  });

  it('a fix is chosen with the keyboard', async () => {
    const editor = await open('soa.yaml', vscode.ViewColumn.One);
    await write(editor, withDecision(original, ['applicable: undecided']));
    await waitFor('the finding', () => hasFinding('soa.yaml', 'undecided-control'));
    const at = positionOf(editor.document, `${fieldStart} `, 5);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('editor.action.quickFix');
    await waitFor('the decision', async () => {
      await press('Enter');
      return /^ {4}applicable: true$/m.test(
        editor.document.getText().slice(editor.document.offsetAt(at)).slice(0, 200),
      );
    });
  });
});
