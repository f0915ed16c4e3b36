/**
 * Asks git, read-only. Git is a program that a repository can make run others (hooks, pagers, filters, file system
 * monitors), so every call has fixed arguments, no shell, and all of these switched off. Only the command line and a
 * workspace that the user trusts may come here.
 */

import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { t } from '../core/l10n.js';
import { endWithWork, stopIfAborted } from './programs.js';

/** Something git could not do, in words for the user. */
export class GitProblem extends Error {}

/** Options before the command that keep a repository from making git run anything else. */
const safeOptions = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.pager=cat',
    'core.quotePath=false',
    'core.sshCommand=false',
    'diff.external=',
    'log.showSignature=false',
    'log.mailmap=false',
    'protocol.allow=never',
    // A folder that only looks like a repository (HEAD, objects, config) would be taken for one.
    'safe.bareRepository=explicit',
    'credential.helper=',
  ].flatMap((setting) => ['-c', setting]),
];

const largestAnswer = 64 * 1024 * 1024;
const milliseconds = 30_000;

/** Variables of the user's that would send git elsewhere or make it write are left out. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|PATH$)/i.test(name));
  return {
    ...Object.fromEntries(kept),
    PATH: programFolders().join(delimiter),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // A partial clone would fetch what is missing.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ATTR_NOSYSTEM: '1',
    LC_ALL: 'C',
  };
}

/** The folders of PATH in which programs may be looked for: a relative one could be the repository's own. */
function programFolders(): string[] {
  return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
}

/**
 * The program to start. Windows would look into the folder of the repository first, where a program of that name may lie
 * in wait, and so would others where PATH has a relative folder.
 */
function program(): string {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  const found = programFolders()
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
  if (!found) throw new GitProblem(t('git is not installed, or not on the path.'));
  return found;
}

/** Runs one git command in a folder. The answer is what it printed. @throws GitProblem, Aborted */
export function runGit(folder: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = {
      cwd: folder,
      env: environment(),
      maxBuffer: largestAnswer,
      timeout: milliseconds,
      windowsHide: true,
    };
    stopIfAborted();
    const child = execFile(
      program(),
      [...safeOptions, ...args],
      { ...options, encoding: 'utf8' },
      (error, stdout, stderr) => {
        hasEnded();
        if (!error) resolve(stdout);
        else reject(new GitProblem(describe(error, stderr)));
      },
    );
    const hasEnded = endWithWork(child, reject);
  });
}

/**
 * What the objects hold, in the order of the names; null for what is not there or is larger than `largest`.
 * @param names object names, or `COMMIT:./path`
 */
export async function readObjects(
  folder: string,
  names: readonly string[],
  largest: number,
): Promise<(Buffer | null)[]> {
  if (names.length === 0) return [];
  if (names.some((name) => /[\n\r\0]/.test(name)))
    throw new GitProblem(t('A file name with a line break cannot be read from git.'));
  const output = await feedGit(folder, ['cat-file', '--batch'], `${names.join('\n')}\n`);
  const contents: (Buffer | null)[] = [];
  let at = 0;
  for (const _ of names) {
    const end = output.indexOf(10, at);
    if (end < 0) throw new GitProblem(t('git stopped in the middle of its answer.'));
    const header = output.toString('utf8', at, end);
    const size = Number(/^[0-9a-f]{40,64} blob (\d+)$/.exec(header)?.[1] ?? Number.NaN);
    at = end + 1;
    if (Number.isNaN(size)) {
      const other = /^[0-9a-f]{40,64} \w+ (\d+)$/.exec(header);
      if (other) at += Number(other[1]) + 1;
      contents.push(null);
      continue;
    }
    contents.push(size > largest ? null : output.subarray(at, at + size));
    at += size + 1;
  }
  return contents;
}

function feedGit(folder: string, args: readonly string[], input: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    stopIfAborted();
    const child = spawn(program(), [...safeOptions, ...args], { cwd: folder, env: environment(), windowsHide: true });
    const release = endWithWork(child, reject);
    const chunks: Buffer[] = [];
    let errors = '';
    const timer = setTimeout(() => child.kill(), milliseconds * 2);
    const hasEnded = () => {
      clearTimeout(timer);
      release();
    };
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      if (errors.length < 4000) errors += chunk.toString('utf8');
    });
    child.on('error', (error) => {
      hasEnded();
      reject(new GitProblem(describe(error, '')));
    });
    child.on('close', (code) => {
      hasEnded();
      if (code === 0) resolve(Buffer.concat(chunks));
      else reject(new GitProblem(describe(new Error('git failed'), errors)));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

function describe(error: Error & { code?: unknown; killed?: boolean }, stderr: string): string {
  if (error.code === 'ENOENT') return t('git is not installed, or the folder does not exist.');
  if (error.killed) return t('git took longer than half a minute.');
  if (/not a git repository/i.test(stderr)) return t('This folder is not in a git repository.');
  if (/dubious ownership/i.test(stderr)) {
    return t(
      'git does not read this repository, because it belongs to another user (see safe.directory in the documentation of git).',
    );
  }
  const line = stderr.split('\n').find((each) => each.trim() !== '') ?? error.message;
  return t('git: {0}', line.replace(/^fatal:\s*/, '').slice(0, 300));
}

/** Whether a text can be the name of a revision: no option, no range, nothing a shell or git would take apart. */
export function looksLikeRevision(text: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_./@{}^~+-]{0,199}$/u.test(text) && !text.includes('..') && !text.includes('@{-');
}

/** The commit that a revision names, or null where there is none of that name. */
export async function commitOf(folder: string, revision: string): Promise<string | null> {
  if (!looksLikeRevision(revision)) return null;
  try {
    const answer = await runGit(folder, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${revision}^{commit}`,
    ]);
    return /^[0-9a-f]{40,64}$/.exec(answer.trim())?.[0] ?? null;
  } catch (error) {
    // --quiet says nothing where the name is unknown; anything else is a real problem.
    if (error instanceof GitProblem && /^git: (?:Command failed|git failed)/.test(error.message)) return null;
    throw error;
  }
}

/** The day of a commit, `2026-03-01`. */
export async function dateOf(folder: string, commit: string): Promise<string | null> {
  const answer = await runGit(folder, ['log', '-1', '--no-show-signature', '--format=%cs', '--end-of-options', commit]);
  return /^\d{4}-\d{2}-\d{2}$/.exec(answer.trim())?.[0] ?? null;
}
