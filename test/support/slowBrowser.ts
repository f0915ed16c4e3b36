/** A browser to print with that never comes to an end, and that does not listen to a request to end either. */
import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, constants, createReadStream, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporaryFolder.js';

export interface SlowBrowser {
  /** Its program, for the variable CLAUSEMARK_CHROMIUM. */
  readonly path: string;
  /** Resolves when it runs. @returns the folder that it was given to work in */
  readonly started: Promise<string>;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
  /** Ends it, should a test have failed to. */
  dispose(): void;
}

export function slowBrowser(): SlowBrowser {
  const folder = temporaryFolder();
  const file = (name: string) => join(folder.path, name);
  // What only the browser writes to is at its end when the browser is.
  execFileSync('mkfifo', [file('life')]);
  folder.write(
    'browser',
    `#!/bin/sh
trap '' TERM INT HUP
printf '%s\\n' "$@" > '${file('arguments')}'
exec 3> '${file('life')}'
echo $$ >&3
exec sleep 600
`,
  );
  chmodSync(file('browser'), 0o755);
  const life = createReadStream(file('life'), 'utf8');
  let pid: number | null = null;
  const started = new Promise<string>((done) => {
    life.on('data', (chunk) => {
      pid = Number(chunk);
      const profile = /^--user-data-dir=(.*)\/profile$/m.exec(readFileSync(file('arguments'), 'utf8'));
      done(profile![1]!);
    });
  });
  const ended = new Promise<void>((done) => {
    life.on('end', () => {
      pid = null;
      done();
    });
  });
  return {
    path: file('browser'),
    started,
    ended,
    dispose: () => {
      if (pid !== null) process.kill(pid, 'SIGKILL');
      // Whoever waits for a browser that never started waits no more.
      closeSync(openSync(file('life'), constants.O_RDWR | constants.O_NONBLOCK));
      life.destroy();
      folder.dispose();
    },
  };
}
