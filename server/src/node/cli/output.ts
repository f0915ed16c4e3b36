/** Where the result of a command goes: stdout or a file. Survives a reader that stops reading (`| head`). */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { UsageProblem } from './problem.js';

export interface Output {
  /** Whether colours are wanted. */
  readonly hasColour: boolean;
  /** Writes text; wait for the promise, and a slow reader slows the writer down instead of filling the memory. */
  write(text: string): Promise<void>;
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
  let isBroken = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    // The reader has seen enough. That is its right, and no failure.
    isBroken = true;
  });
  const forced = process.env['FORCE_COLOR'];
  const wantsColour = forced ? forced !== '0' : process.stdout.isTTY === true && process.env['TERM'] !== 'dumb';
  return {
    hasColour: wantsColour && options.color !== false && !process.env['NO_COLOR'],
    write: async (text) => {
      if (isBroken || text === '') return;
      if (!process.stdout.write(text))
        await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]).catch(() => {});
    },
    close: async () => {},
  };
}

function toFile(path: string): Output {
  const stream: Writable = createWriteStream(path);
  const problem = new Promise<never>((_done, failed) => {
    stream.on('error', (error) => failed(new UsageProblem(`The output file cannot be written: ${error.message}`)));
  });
  problem.catch(() => {});
  return {
    hasColour: false,
    write: async (text) => {
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), problem]);
    },
    close: async () => {
      stream.end();
      await Promise.race([finished(stream), problem]);
    },
  };
}
