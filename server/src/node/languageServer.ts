/** The language server in Node, once it may run: arguments, connection, and what is done about mistakes of ours. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { visible } from '../core/visible.js';
import { startServer } from '../lsp/server.js';
import { readArguments } from './arguments.js';
import { nodeEnvironment, readVersion } from './environment.js';
import { isHelperThread } from './helperPool.js';
import { messagesOf } from './input.js';
import { inOnePiece } from './output.js';

/** Runs until the editor goes; or, in a thread that a server has started, until that server has no more use for it. */
export function runLanguageServer(): void {
  if (isHelperThread(readVersion())) return;
  const noStart = readArguments(process.argv.slice(2), readVersion(), process.send !== undefined);
  if (noStart) {
    (noStart.isMistake ? process.stderr : process.stdout).write(visible(noStart.text));
    process.exit(noStart.isMistake ? 2 : 0);
  }
  // Where it ends by itself, the editor went without a word, or could not be reached.
  process.exitCode = 1;
  // An editor that does not read any more, or has closed the channel, is gone: there is nobody to work for.
  process.stdout.on('error', () => process.exit());
  process.on('disconnect', () => process.exit());

  const connection = process.argv.includes('--stdio')
    ? createConnection(ProposedFeatures.all, messagesOf(process.stdin, endWith), inOnePiece(process.stdout))
    : createConnection(ProposedFeatures.all);

  // Anything that prints to stdout would break the protocol there.
  console.log =
    console.warn =
    console.info =
      (...args: unknown[]) => connection.console.log(args.map(String).join(' '));

  const report = (problem: string) => {
    try {
      connection.console.error(`Unexpected: ${problem}`);
    } catch {
      // Nobody listens any more: the process ends, or is about to.
    }
  };
  process.on('uncaughtException', (error) => report(error.stack ?? error.message));
  process.on('unhandledRejection', (reason) => report(String(reason)));

  startServer(
    connection,
    nodeEnvironment((message) => connection.console.log(message)),
  );
}

function endWith(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
