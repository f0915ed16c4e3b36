import assert from 'node:assert';
import { evalInWindow, needsBridge, windowProblems } from '../support/bridge.js';

describe('The window', () => {
  it('is open', async function () {
    needsBridge(this);
    assert.match(await evalInWindow<string>('() => document.title'), /Extension Development Host/);
  });

  it('never asks for anything outside this machine', async function () {
    needsBridge(this);
    assert.deepEqual(
      (await windowProblems()).filter(({ kind }) => kind === 'network'),
      [],
    );
  });
});
