/** `clausemark lsp --stdio`: hands over to the language server, which is a program of its own beside this one. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { UsageProblem } from './problem.js';

/** Never resolves while the server runs; the process ends with it. */
export async function lsp(options: { readonly stdio?: boolean }): Promise<number> {
  if (!options.stdio) throw new UsageProblem('Say how to talk to the server: clausemark lsp --stdio');
  const server = new URL('../server/server.cjs', import.meta.url);
  if (!existsSync(fileURLToPath(server)))
    throw new UsageProblem('The language server is missing from this installation.');
  await import(server.href);
  return new Promise<number>(() => {});
}
