import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, utimesSync, writeFileSync } from 'node:fs';
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

  it('runs no filter that the repository names, whatever it is called', async function () {
    if (process.platform === 'win32') this.skip();
    folder = temporaryFolder({ 'a.md': '# A\n' });
    git('init', '--quiet');
    git('add', 'a.md');
    git('commit', '--quiet', '-m', 'a');
    const started = join(folder.path, '.git', 'started');
    const evil = join(folder.path, '.git', 'evil.sh');
    writeFileSync(evil, `#!/bin/sh\ntouch '${started}'\ncat\n`);
    chmodSync(evil, 0o755);
    const attributes = join(folder.path, '.git', 'info', 'attributes');
    // Git looks into a file, and so runs its filter, where time or size are not those that it knows.
    const touch = () => utimesSync(join(folder.path, 'a.md'), 1, 1);
    for (const name of ['evil', 'E.v.i-l', 'wörd']) {
      for (const key of ['clean', 'process', 'smudge']) {
        git('config', `filter.${name}.${key}`, evil);
        git('config', `filter.${name}.required`, 'true');
        writeFileSync(attributes, `*.md filter=${name}\n`);
        touch();
        const state = await gitState(folder.path);
        assert.ok(!existsSync(started), `${name} ${key}`);
        assert.equal(state?.isModified, false, `${name} ${key}`);
        git('config', '--unset', `filter.${name}.${key}`);
      }
    }
    git('config', 'filter.a=b.clean', evil);
    writeFileSync(attributes, '*.md filter=a=b\n');
    touch();
    assert.equal((await gitState(folder.path))?.isModified, true, 'what cannot be looked at is not called unchanged');
    assert.ok(!existsSync(started));
  });

  it('does not look into repositories inside of the repository', async function () {
    if (process.platform === 'win32') this.skip();
    folder = temporaryFolder({ 'a.md': '# A\n', 'inner/b.md': 'b\n' });
    git('init', '--quiet');
    const inner = (...args: string[]) => git('-C', 'inner', ...args);
    inner('init', '--quiet');
    inner('add', 'b.md');
    inner('commit', '--quiet', '-m', 'b');
    git('-c', 'advice.addEmbeddedRepo=false', 'add', '--all');
    git('commit', '--quiet', '-m', 'a');
    const started = join(folder.path, '.git', 'started');
    for (const [key, value] of [
      ['core.fsmonitor', `touch '${started}'`],
      ['filter.evil.clean', `touch '${started}'; cat`],
    ] as const) {
      inner('config', key, value);
    }
    folder.write('inner/.git/info/attributes', '* filter=evil\n');
    utimesSync(join(folder.path, 'inner/b.md'), 1, 1);
    assert.equal((await gitState(folder.path))?.isModified, false);
    assert.ok(!existsSync(started));
  });

  it('takes no folder for a repository that only looks like one', async () => {
    folder = temporaryFolder({ 'a.md': '# A\n' });
    git('init', '--quiet', '--bare', 'docs');
    writeFileSync(join(folder.path, 'a.md'), '');
    const commit = git('-C', 'docs', 'commit-tree', '-m', 'x', git('-C', 'docs', 'mktree'));
    git('-C', 'docs', 'update-ref', 'HEAD', commit);
    assert.equal(await gitState(join(folder.path, 'docs')), null);
  });
});
