/**
 * The main program of the language server: `node server.cjs --stdio` for any editor, `--node-ipc` as a child process of VS Code
 * (vscode-languageserver reads these arguments itself). All the rest of it is a part, so that what was compiled of it at an
 * earlier start can be used; what is compiled counts only where the engine is told the same as then, which is done first.
 */
import { isMainThread, workerData } from 'node:worker_threads';
import { compiledFolder, useCompiled } from './compiledParts.js';
import { compileForManyDocuments } from './compiling.js';
import { runLanguageServer } from './languageServer.js';
import { nodeMemory } from './memory.js';

if (isMainThread) {
  compileForManyDocuments();
  nodeMemory.workTakesLong();
  // Nothing is kept there before the client has said whether it wants that.
  useCompiled(compiledFolder(undefined));
} else {
  useCompiled((workerData as { readonly compiled?: string | null } | null)?.compiled ?? null);
}
runLanguageServer();
