/** Runs after everything else, because it fills the log with errors: what happens when the server dies. */
import assert from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { evalInWindow, needsBridge } from '../support/bridge.js';
import { closeAll, freshPath, hasFinding, openNew, remove, replace, uriOf, waitFor } from '../support/editor.js';

/** The process of our server, a child of this extension host's; undefined where it does not run. Linux only. */
function serverProcess(): number | undefined {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const parent = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      if (parent === String(process.pid) && /dist[/\\]server[/\\]server\.cjs/.test(words)) return Number(name);
    } catch {
      // It has ended meanwhile.
    }
  }
  return undefined;
}

/** Kills the server, and waits until its findings are gone. */
async function crash(path: string): Promise<void> {
  process.kill(await waitFor('the server', serverProcess), 'SIGKILL');
  await waitFor('its findings to go', () => !hasFinding(path, 'unknown-reference'));
}

describe('A server that crashes', () => {
  let probe: string;

  before(function () {
    if (process.platform !== 'linux') this.skip();
    needsBridge(this);
    probe = freshPath();
  });

  after(async () => {
    await closeAll();
    await remove(probe);
  });

  it('is started again, and goes on with the open texts', async () => {
    const editor = await openNew(probe, '# Probe\n\nSee ISO/IEC 27001:2022 A.5.15.\n');
    await replace(editor, 'A.5.15', 'A.5.99');
    await waitFor('the finding', () => hasFinding(probe, 'unknown-reference'));
    await crash(probe);
    await waitFor('the finding of the next server', () => hasFinding(probe, 'unknown-reference'));
    await replace(editor, 'A.5.99', 'A.5.15');
    await waitFor('the finding to go', () => !hasFinding(probe, 'unknown-reference'));
    await replace(editor, 'A.5.15', 'A.5.99');
    await waitFor('the finding', () => hasFinding(probe, 'unknown-reference'));
  });

  it('knows what was typed while it was away', async () => {
    const editor = await openNew(probe, '# Probe\n\nSee ISO/IEC 27001:2022 A.5.99.\n');
    await waitFor('the finding', () => hasFinding(probe, 'unknown-reference'));
    process.kill(await waitFor('the server', serverProcess), 'SIGKILL');
    // Nobody waits with typing until a server is there again.
    for (let typed = 0; typed < 25; typed++) {
      await editor.edit((change) => change.insert(new vscode.Position(1, 0), typed === 12 ? 'A.5.97 \n' : 'word '));
    }
    const words = () =>
      vscode.languages.getDiagnostics(uriOf(probe)).map(({ range }) => editor.document.getText(range));
    await waitFor('the findings at their places', () => words().includes('A.5.97') && words().includes('A.5.99'));
  });

  it('is left alone after five times, with a message, until the user starts it', async () => {
    for (let times = 3; times < 5; times++) {
      await crash(probe);
      await waitFor('the finding of the next server', () => hasFinding(probe, 'unknown-reference'));
    }
    await crash(probe);
    await vscode.commands.executeCommand('notifications.showList');
    const words = await waitFor('the message', () => evalInWindow<string | undefined>(notice));
    assert.match(words, /Nothing is checked/);
    assert.equal(serverProcess(), undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('clausemark.restartServer');
    await waitFor('the finding', () => hasFinding(probe, 'unknown-reference'));
  });
});

/** Source of a function for the window: the words of our message, where there is one. */
const notice = `() => [...document.querySelectorAll('.notifications-center .notification-list-item')].map((each) => each.innerText).find((text) => /stopped working/.test(text))`;
