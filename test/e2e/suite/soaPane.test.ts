import assert from 'node:assert';
import * as vscode from 'vscode';
import { click, evalInWebview, needsBridge } from '../support/bridge.js';
import { closeAll, open, positionOf, replace, uriOf, waitFor } from '../support/editor.js';

const inPane = { contains: 'tr[data-key]' };

/** An expression in the pane: the row of the control that `key` names. */
const rowInPage = `document.querySelector('tr[data-key="' + CSS.escape(key) + '"]')`;

/** What the pane shows of a control, column by column; null where it has no such row. */
function rowOf(key: string): Promise<Record<string, string> | null> {
  return evalInWebview(
    `(key) => {
      const row = ${rowInPage};
      return row && Object.fromEntries([...row.cells].map((cell) => [cell.className.replace('cell ', ''), cell.textContent.trim()]));
    }`,
    { ...inPane, arg: key },
  );
}

function soaTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('clausemark.soa'));
}

describe('The Statement of Applicability pane', () => {
  before(function () {
    needsBridge(this);
  });

  beforeEach(async () => {
    await open('soa.yaml', vscode.ViewColumn.One);
    await vscode.commands.executeCommand('clausemark.openSoa');
    await waitFor('rows', () =>
      evalInWebview<number>('() => document.querySelectorAll("tr[data-key]").length', inPane),
    );
  });

  afterEach(closeAll);

  it('stands beside the text and leaves the focus there', () => {
    assert.equal(soaTabs().length, 1);
    assert.equal(soaTabs()[0]?.label, 'Statement of Applicability: Lindenhof Health Analytics GmbH');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf('soa.yaml').toString());
    assert.notEqual(soaTabs()[0]?.group.viewColumn, vscode.ViewColumn.One);
  });

  it('has a row for every control of the three standards and of its own, with real decisions', async () => {
    const count = await evalInWebview<number>('() => document.querySelectorAll("tr[data-key]").length', inPane);
    const own = /^additional:/m.test((await open('soa.yaml')).document.getText()) ? 1 : 0;
    assert.equal(count, 93 + 78 + 38 + own, 'and the one of the organisation itself');
    const row = await rowOf('iso27001-2022:A.5.15');
    assert.equal(row?.['id'], 'A.5.15');
    assert.match(row?.['title'] ?? '', /^Access control/);
    assert.equal(row?.['applicable'], 'Yes');
    assert.equal(row?.['status'], 'Implemented');
    assert.match(row?.['documents'] ?? '', /Access Control Policy/);
    assert.equal((await rowOf('iso27001-2022:A.8.30'))?.['applicable'], 'No');
  });

  it('has a header with organisation, version and approver', async () => {
    const words = await evalInWebview<string>('() => document.querySelector("header").innerText', inPane);
    for (const part of [
      'Lindenhof Health Analytics GmbH',
      'triage-support',
      '3.1',
      'Managing Director',
      '2026-11-16',
    ]) {
      assert.ok(words.includes(part), `${part} is not in: ${words}`);
    }
  });

  it('follows an edit of soa.yaml at once and keeps its place', async () => {
    const key = 'iso27001-2022:A.8.12';
    const scroll = () => evalInWebview<number>('() => Math.round(window.scrollY)', inPane);
    await evalInWebview('() => window.scrollTo({ top: 4000 })', inPane);
    await waitFor('scrolling', async () => (await scroll()) > 3000);
    await evalInWebview(`(key) => { ${rowInPage}.dataset.mark = "same"; }`, {
      ...inPane,
      arg: key,
    });
    // The first row in the window stays there, although a line above comes to say that the statement is no longer what was approved.
    const firstInView = () =>
      evalInWebview<{ key: string; top: number }>(
        `() => {
          const row = [...document.querySelectorAll('tr[data-key]')].find((each) => each.getBoundingClientRect().bottom > 0);
          return { key: row.dataset.key, top: Math.round(row.getBoundingClientRect().top) };
        }`,
        inPane,
      );
    // Rows get their own heights when they come into view.
    let place = await firstInView();
    let same = 0;
    await waitFor('rows at rest', async () => {
      const before = place.top;
      place = await firstInView();
      same = place.top === before ? same + 1 : 0;
      return same === 10;
    });
    const editor = await open('soa.yaml', vscode.ViewColumn.One);
    const start = positionOf(editor.document, '27001:A.8.12:');
    const line = await waitFor('the line', () => {
      for (let at = start.line; at < start.line + 10; at++) {
        if (/^ {4}justification:/.test(editor.document.lineAt(at).text)) return at;
      }
      return 0;
    });
    await editor.edit((edit) =>
      edit.replace(editor.document.lineAt(line).range, '    justification: Words of a test.'),
    );
    await waitFor('the new words', async () => (await rowOf(key))?.['justification'] === 'Words of a test.');
    await waitFor('the word above', () =>
      evalInWebview<boolean>(
        `() => document.querySelector('.problems')?.textContent.includes('no longer what was approved') === true`,
        inPane,
      ),
    );
    const now = await firstInView();
    assert.equal(now.key, place.key);
    assert.ok(Math.abs(now.top - place.top) <= 2, `${now.top} is not ${place.top}`);
    const mark = await evalInWebview(`(key) => ${rowInPage}.dataset.mark`, {
      ...inPane,
      arg: key,
    });
    assert.equal(mark, 'same', 'the row was made anew instead of being changed');
  });

  it('follows an edit of a policy', async () => {
    const editor = await open('policies/access-control-policy.md', vscode.ViewColumn.One);
    const documents = async () => (await rowOf('iso27001-2022:A.8.13'))?.['documents'] ?? '';
    const claiming = (words: string) => words.split('Mentioned')[0]!.includes('Access Control Policy');
    assert.equal(claiming(await documents()), false);
    await replace(editor, 'controls: [27001:A.5.15,', 'controls: [27001:A.8.13, 27001:A.5.15,');
    await waitFor('the document', async () => claiming(await documents()));
  });

  it('shows what is hostile as text, and runs none of it', async () => {
    const hostile =
      '<img src=x onerror="document.body.dataset.hacked=1"><script>document.body.dataset.hacked=2</script>';
    const editor = await open('policies/cryptography-policy.md', vscode.ViewColumn.One);
    await replace(editor, 'title: Cryptography Policy', `title: '${hostile}'`);
    const soa = await open('soa.yaml', vscode.ViewColumn.One);
    await replace(soa, 'organisation: Lindenhof Health Analytics GmbH', `organisation: '${hostile}'`);
    await waitFor('the title', async () => (await rowOf('iso27001-2022:A.8.24'))?.['documents']?.includes(hostile));
    await waitFor('the organisation', () => {
      return evalInWebview(`(text) => document.querySelector('h1').textContent.includes(text)`, {
        ...inPane,
        arg: hostile,
      });
    });
    const found = await evalInWebview<{ hacked: string | null; images: number; scripts: number }>(
      `() => ({ hacked: document.body.dataset.hacked ?? null, images: document.images.length, scripts: document.scripts.length })`,
      inPane,
    );
    assert.deepEqual(found, { hacked: null, images: 0, scripts: await scriptsOfAnEmptyPane() });
  });

  it('has a policy that allows one script and nothing from outside', async () => {
    const policy = await evalInWebview<string>(
      '() => document.querySelector("meta[http-equiv=Content-Security-Policy]").content',
      inPane,
    );
    assert.match(policy, /^default-src 'none'; /);
    assert.match(policy, /script-src 'nonce-\w{20,}'$/);
    assert.doesNotMatch(policy, /unsafe|script-src [^']*https?:/);
  });

  it('a click leads to the decision, and another one to the section of a document', async () => {
    await click('tr[data-key="iso27001-2022:A.5.18"] button[data-open="decision"]', { in: 'webview', ...inPane });
    const soa = await waitFor('soa.yaml', () => activeEditor('soa.yaml'));
    await waitFor('the decision', () => /27001:A\.5\.18/.test(soa.document.getText(soa.selection)));
    assert.equal(soa.viewColumn, vscode.ViewColumn.One);
    await click('tr[data-key="iso27001-2022:A.5.18"] button[data-open="section"]', { in: 'webview', ...inPane });
    const policy = await waitFor('the policy', () => activeEditor('access-control-policy.md'));
    assert.equal(policy.viewColumn, vscode.ViewColumn.One);
    await waitFor('the section', () => policy.selection.active.line > 20);
  });

  it('a command leads from a reference to its row', async () => {
    const editor = await open('policies/access-control-policy.md', vscode.ViewColumn.One);
    const at = positionOf(editor.document, '27701:A.3.9', 8);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('clausemark.revealSoaRow');
    const focused = '() => document.activeElement?.closest("tr[data-key]")?.getAttribute("data-key")';
    await waitFor('the row', async () => (await evalInWebview(focused, inPane)) === 'iso27701-2025:A.3.9');
  });

  it('is one pane, however often it is opened, and comes back where it was after it was hidden', async () => {
    await vscode.commands.executeCommand('clausemark.openSoa');
    await vscode.commands.executeCommand('clausemark.openSoa', uriOf('policies/ai-policy.md'));
    assert.equal(soaTabs().length, 1);
    await evalInWebview('() => window.scrollTo({ top: 3000 })', inPane);
    await waitFor('the place', () => evalInWebview<boolean>('() => window.scrollY > 1000', inPane));
    const place = await evalInWebview<number>('() => Math.round(window.scrollY)', inPane);
    const column = soaTabs()[0]!.group.viewColumn;
    await open('policies/ai-policy.md', column);
    await waitFor('the pane to be hidden', () => !soaTabs()[0]?.isActive);
    await vscode.commands.executeCommand('clausemark.openSoa', uriOf('soa.yaml'));
    await waitFor('the pane', () => soaTabs()[0]?.isActive);
    await waitFor(
      'its place',
      async () => Math.abs((await evalInWebview<number>('() => Math.round(window.scrollY)', inPane)) - place) < 10,
    );
  });
});

function activeEditor(name: string): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.path.endsWith(`/${name}`) ? editor : undefined;
}

/** VS Code puts scripts of its own into every webview. */
async function scriptsOfAnEmptyPane(): Promise<number> {
  const own = await evalInWebview<number>(
    '() => [...document.scripts].filter((each) => each.src.includes("soa.js")).length',
    inPane,
  );
  const all = await evalInWebview<number>('() => document.scripts.length', inPane);
  const inBody = await evalInWebview<number>('() => document.querySelectorAll("#app script").length', inPane);
  assert.equal(own, 1);
  assert.equal(inBody, 0);
  return all;
}
