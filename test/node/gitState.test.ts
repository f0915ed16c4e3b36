import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gitState } from '../../server/src/node/gitState.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

describe('gitState', () => {
  let folder: TemporaryFolder;
  afterEach(() => folder.dispose());

  const git = (...args: string[]) => {
    const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...who, ...args], { cwd: folder.path, encoding: 'utf8', stdio: 'pipe' }).trim();
  };

  it('is the commit, and whether files that git knows differ from it', async () => {
    folder = temporaryFolder({ 'a.md': '# A\n' });
    git('init', '--quiet');
    git('add', 'a.md');
    git('commit', '--quiet', '-m', 'a');
    const commit = git('rev-parse', 'HEAD');
    writeFileSync(join(folder.path, 'soa.xlsx'), 'an export beside the record changes nothing');
    assert.deepEqual(await gitState(folder.path), { commit, isModified: false });
    writeFileSync(join(folder.path, 'a.md'), '# B\n');
    assert.deepEqual(await gitState(folder.path), { commit, isModified: true });
  });

  it('is null without a repository, and without a commit', async () => {
    folder = temporaryFolder({ 'a.md': '# A\n' });
    assert.equal(await gitState(folder.path), null);
    git('init', '--quiet');
    assert.equal(await gitState(folder.path), null);
  });

  it('starts no watcher that the repository names', async () => {
    folder = temporaryFolder({ 'a.md': '# A\n', 'watch.sh': '#!/bin/sh\ntouch started\n' });
    git('init', '--quiet');
    git('add', 'a.md');
    git('commit', '--quiet', '-m', 'a');
    git('config', 'core.fsmonitor', 'sh ./watch.sh');
    await gitState(folder.path);
    assert.ok(!existsSync(join(folder.path, 'started')));
  });
});
