/** A git repository for a test: commits of files, without the machine's own configuration. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type FileContents, type TemporaryFolder, temporaryFolder } from './temporaryFolder.js';

export interface ScratchRepository extends TemporaryFolder {
  git(...args: string[]): string;
  /** Writes the files and commits everything. @returns the hash */
  commit(files: FileContents, date?: string): string;
}

export function scratchRepository(files: FileContents = {}): ScratchRepository {
  return repositoryIn(temporaryFolder(), files);
}

/** Makes a repository of a folder that is there. */
export function repositoryIn(folder: TemporaryFolder, files: FileContents = {}): ScratchRepository {
  const git = (date: string, args: readonly string[]) => {
    const env = {
      ...process.env,
      GIT_CONFIG_GLOBAL: join(folder.path, '.none'),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: `${date}T12:00:00Z`,
      GIT_COMMITTER_DATE: `${date}T12:00:00Z`,
    };
    const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'init.defaultBranch=main'];
    return execFileSync('git', [...identity, ...args], {
      cwd: folder.path,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  };
  const day = '2026-01-01';
  const repository: ScratchRepository = {
    ...folder,
    git: (...args) => git(day, args),
    commit: (contents, date = day) => {
      for (const [name, content] of Object.entries(contents)) folder.write(name, content);
      git(date, ['add', '-A']);
      git(date, ['commit', '-q', '--allow-empty', '-m', 'change']);
      return git(date, ['rev-parse', 'HEAD']).trim();
    },
  };
  git(day, ['init', '-q']);
  if (Object.keys(files).length > 0) repository.commit(files);
  return repository;
}
