/** Runs after everything else, because it fills the log with errors: what happens when the server dies. */
import assert from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { evalInWindow, needsBridge } from '../support/bridge.js';
import { closeAll, freshPath, hasFinding, openNew, pause, remove, replace, waitFor } from '../support/editor.js';

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

async function crash(): Promise<void> {
  const before = await waitFor('the server', serverProcess);
  process.kill(before, 'SIGKILL');
  await waitFor('its end', () => serverProcess() !== before);
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
    await crash();
    await waitFor('the next server', serverProcess);
    await replace(editor, 'A.5.15', 'A.5.99');
    await waitFor('the finding', () => hasFinding(probe, 'unknown-reference'));
  });

  it('is left alone after five times, with a message that offers to start it', async () => {
    const notice = `() => [...document.querySelectorAll('.notification-list-item')].map((each) => each.innerText).find((text) => /stopped working/.test(text))`;
    for (let times = 1; times < 5; times++) await crash();
    const words = await waitFor('the message', () => evalInWindow<string | undefined>(notice));
    assert.match(words, /Nothing is checked/);
    await pause(1000);
    assert.equal(serverProcess(), undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('clausemark.restartServer');
    await waitFor('the server', serverProcess);
    await waitFor('the finding', () => hasFinding(probe, 'unknown-reference'));
  });
});
