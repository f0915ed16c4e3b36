/** What the language server was started with, before vscode-languageserver reads it: that ends with a stack trace where it is wrong. */

const usage =
  'This is the language server of Clausemark. Editors start it with --stdio; --node-ipc, --socket=NUMBER and --pipe=NAME are understood, too.\n';

/** What to print instead of starting, with the exit code. */
export interface NoStart {
  readonly text: string;
  readonly isMistake: boolean;
}

/**
 * Null where the server can be started. Arguments beside the first way of talking are left to others: editors add some.
 * @param hasParent whether a parent process is there to talk to
 */
export function readArguments(written: readonly string[], version: string, hasParent: boolean): NoStart | null {
  for (const [at, argument] of written.entries()) {
    const [name, value = written[at + 1] ?? ''] = argument.split(/=(.*)/s, 2);
    if (argument === '--stdio') return null;
    if (argument === '--node-ipc')
      return hasParent
        ? null
        : mistake('--node-ipc is for a parent process that starts this one with a channel to it.');
    if (name === '--socket')
      return isPort(value) ? null : mistake(`--socket takes a port from 1 to 65535, not “${value}”.`);
    if (name === '--pipe') return value === '' ? mistake('--pipe takes the name of a pipe.') : null;
  }
  const [first] = written;
  if (first === '--version') return { text: `${version}\n`, isMistake: false };
  if (first === '--help') return { text: usage, isMistake: false };
  return { text: first === undefined ? usage : `“${first}” does not say how to talk. ${usage}`, isMistake: true };
}

function mistake(text: string): NoStart {
  return { text: `${text} ${usage}`, isMistake: true };
}

function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) < 65_536;
}
