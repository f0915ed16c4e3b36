/**
 * The language server in Node: `node server.cjs --stdio` for any editor, `--node-ipc` as a child process of VS Code
 * (vscode-languageserver reads these arguments itself).
 */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.js';
import { keepFunctionsSmall } from './compiling.js';
import { nodeEnvironment, readVersion } from './environment.js';
import { isHelperThread } from './helperPool.js';
import { nodeMemory } from './memory.js';
import { inOnePiece } from './output.js';

if (!isHelperThread(readVersion())) main();

function main(): void {
  const ways = ['--stdio', '--node-ipc', '--socket', '--pipe'];
  if (!process.argv.some((argument) => ways.some((way) => argument === way || argument.startsWith(way + '=')))) {
    process.stderr.write('This is the language server of Clausemark. Editors start it with --stdio.\n');
    process.exit(2);
  }

  keepFunctionsSmall();
  nodeMemory.workTakesLong();

  const connection = process.argv.includes('--stdio')
    ? createConnection(ProposedFeatures.all, process.stdin, inOnePiece(process.stdout))
    : createConnection(ProposedFeatures.all);

  // Anything that prints to stdout would break the protocol there.
  console.log =
    console.warn =
    console.info =
      (...args: unknown[]) => connection.console.log(args.map(String).join(' '));

  process.on('uncaughtException', (error) => connection.console.error(`Unexpected: ${error.stack ?? error.message}`));
  process.on('unhandledRejection', (reason) => connection.console.error(`Unexpected: ${String(reason)}`));

  startServer(
    connection,
    nodeEnvironment((message) => connection.console.log(message)),
  );
}
