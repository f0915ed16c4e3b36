import assert from 'node:assert';
import * as vscode from 'vscode';

describe('The extension', () => {
  it('activates and knows its commands', async () => {
    const extension = vscode.extensions.getExtension('clausemark.clausemark');
    assert.ok(extension);
    await extension.activate();
    const known = await vscode.commands.getCommands(true);
    const declared: string[] = extension.packageJSON.contributes.commands.map(
      (each: { command: string }) => each.command,
    );
    assert.deepEqual(
      declared.filter((name) => !known.includes(name)),
      [],
    );
  });
  it('finds things', async () => {
    for (let i = 0; i < 100 && vscode.languages.getDiagnostics().every(([, d]) => d.length === 0); i++)
      await new Promise((r) => setTimeout(r, 200));
    for (const [uri, d] of vscode.languages.getDiagnostics())
      for (const x of d)
        console.log(
          uri.path.split('/').pop(),
          x.range.start.line + 1,
          x.source,
          typeof x.code === 'object' ? x.code.value : x.code,
          x.message,
        );
  });
});
