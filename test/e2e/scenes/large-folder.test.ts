/** A folder of more documents than the server reads alone: threads read it (in a browser the worker does), and it is all shown. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, open, ourDiagnostics, pause, waitFor } from '../support/editor.js';

/** In tenths of a second: a browser's worker asks for each file. */
const longestReading = 1200;

describe('A large folder', () => {
  after(closeAll);

  it('is read to the last document, and edits are followed', async function () {
    this.timeout(180_000);
    for (let tries = 0; tries < longestReading && wrong().length < 11; tries++) await pause(100);
    assert.deepEqual(
      wrong(),
      Array.from({ length: 11 }, (_, i) => `policy-${1000 + i * 10}.md`),
    );
    const editor = await open('policies/policy-1007.md');
    const end = editor.document.positionAt(editor.document.getText().length);
    await editor.edit((builder) => builder.insert(end, '\nSee ISO/IEC 27001:2022 A.5.99.\n'));
    await waitFor('the finding of the edit', () => ourDiagnostics('policies/policy-1007.md').some(isUnknown));
  });
});

/** Names of the documents with a number that does not exist. */
function wrong(): string[] {
  const all = vscode.languages.getDiagnostics().filter(([, list]) => list.some(isUnknown));
  return all.map(([uri]) => uri.path.split('/').at(-1)!).sort();
}

function isUnknown({ code }: vscode.Diagnostic): boolean {
  return (typeof code === 'object' ? code.value : code) === 'unknown-reference';
}
