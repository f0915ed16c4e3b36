/** Where the result of a command goes: stdout or a file. Survives a reader that stops reading (`| head`). */

import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { UsageProblem } from './problem.js';

export interface Output {
  /** Whether colours are wanted. */
  readonly hasColour: boolean;
  /** Writes text or bytes; wait for the promise, and a slow reader slows the writer down instead of filling the memory. */
  write(content: string | Uint8Array): Promise<void>;
  /** Resolves when everything is written. */
  close(): Promise<void>;
}

export interface OutputOptions {
  readonly outputFile?: string;
  /** False for `--no-color`. */
  readonly color?: boolean;
}

/** Opens the output. A file that cannot be written is a usage problem, told when the output is closed. */
export function openOutput(options: OutputOptions): Output {
  const { outputFile } = options;
  return outputFile === undefined ? toTerminal(options) : toFile(outputFile);
}

function toTerminal(options: OutputOptions): Output {
  const { stdout } = process;
  let isBroken = false;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has seen enough. That is its right, and no failure; for all others the command ends (main.ts).
    if (error.code === 'EPIPE') isBroken = true;
  });
  const forced = process.env['FORCE_COLOR'];
  const wantsColour = forced ? forced !== '0' : stdout.isTTY === true && process.env['TERM'] !== 'dumb';
  return {
    hasColour: wantsColour && options.color !== false && !process.env['NO_COLOR'],
    write: async (text) => {
      if (isBroken || text.length === 0 || stdout.write(text)) return;
      await roomIn(stdout);
    },
    close: async () => {},
  };
}

/** Resolves when the stream takes more, or will never take any again. */
function roomIn(stream: Writable): Promise<void> {
  return new Promise((done) => {
    const finish = () => {
      for (const event of ['drain', 'close', 'error']) stream.off(event, finish);
      done();
    };
    for (const event of ['drain', 'close', 'error']) stream.on(event, finish);
  });
}

function toFile(path: string): Output {
  const stream: Writable = createWriteStream(path);
  let failure: Error | null = null;
  stream.on('error', (error) => {
    failure ??= error;
  });
  return {
    hasColour: false,
    write: async (text) => {
      if (failure === null && !stream.write(text)) await roomIn(stream);
    },
    close: async () => {
      stream.end();
      await finished(stream).catch(() => {});
      if (failure) throw new UsageProblem(`The output file cannot be written: ${failure.message}`);
    },
  };
}
