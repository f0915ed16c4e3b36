/** A git on the path of which one command never comes to an end, and that does not listen to a request to end either. */
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryFolder } from './temporaryFolder.js';

export interface SlowGit {
  /** Resolves when the command runs. @returns the number of its process */
  started(): Promise<number>;
  /** The commands of git that were asked for, in order. */
  commands(): string[];
  /** Puts back what was on the path, and ends what may still run. */
  dispose(): void;
}

/** @param command the word after the options of git, `cat-file` for example; everything else is done by the git of the machine */
export function slowGit(command: string): SlowGit {
  const { PATH } = process.env;
  const real = PATH?.split(delimiter)
    .map((each) => join(each, 'git'))
    .find((path) => existsSync(path));
  const folder = temporaryFolder();
  const file = (name: string) => join(folder.path, name);
  folder.write(
    'git',
    `#!/bin/sh
for word in "$@"; do
  case "$word" in
    ${command}) echo ${command} >> '${file('commands')}'; trap '' TERM INT HUP; echo $$ > '${file('pid.new')}'; mv '${file('pid.new')}' '${file('pid')}'; exec sleep 600 ;;
    cat-file|for-each-ref|log|ls-tree|rev-parse|status|config) echo "$word" >> '${file('commands')}'; break ;;
  esac
done
exec '${real}' "$@"
`,
  );
  chmodSync(file('git'), 0o755);
  process.env['PATH'] = `${folder.path}${delimiter}${PATH}`;
  const pid = () => (existsSync(file('pid')) ? Number(readFileSync(file('pid'), 'utf8')) : null);
  return {
    started: async () => {
      await until(() => pid() !== null);
      return pid()!;
    },
    commands: () => (existsSync(file('commands')) ? readFileSync(file('commands'), 'utf8').trim().split('\n') : []),
    dispose: () => {
      process.env['PATH'] = PATH;
      const left = pid();
      if (left !== null && isRunning(left)) process.kill(left, 'SIGKILL');
      folder.dispose();
    },
  };
}

/** Whether there is a process of that number; one that has ended and that nobody has asked after counts, too. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Lets other processes work until that is true; a test in which it never is ends by mocha's limit. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((done) => setTimeout(done, 2));
}
