/** `--watch`: does the work again whenever a file below the root has changed, until the user ends it. */
import { watch as watchFolder } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { visible } from '../../core/visible.js';
import { UsageProblem } from './problem.js';

/** Editors write a file in several steps; in milliseconds. */
const patience = 150;

/** Folders in which nothing of ours lies, and much happens. */
const ignored = /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/;

export interface WatchOptions {
  /** Absolute. */
  readonly root: string;
  /** A file that the work itself writes. */
  readonly outputFile: string | undefined;
  /** Does everything once; a problem of the user's is printed, and the next change may put it right. */
  run(): Promise<unknown>;
}

/** Never resolves: the process ends with Ctrl+C. */
export async function runOnEveryChange({ root, outputFile, run }: WatchOptions): Promise<never> {
  const own = outputFile === undefined ? null : relative(root, resolve(outputFile)).split(sep).join('/');
  let wake = () => {};
  let isDue = false;
  watchFolder(root, { recursive: true }, (_event, name) => {
    const path = name?.split(sep).join('/') ?? '';
    if (ignored.test(path) || path === own) return;
    isDue = true;
    wake();
  });
  for (;;) {
    await runOnce(run);
    process.stderr.write('clausemark: waiting for changes. Ctrl+C ends it.\n');
    if (!isDue) {
      await new Promise<void>((done) => {
        wake = done;
      });
    }
    await new Promise((done) => setTimeout(done, patience));
    isDue = false;
  }
}

async function runOnce(run: () => Promise<unknown>): Promise<void> {
  if (process.stdout.isTTY) process.stdout.write('\u001b[2J\u001b[H');
  try {
    await run();
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error;
    process.stderr.write(`clausemark: ${visible(error.message)}\n`);
  }
}
