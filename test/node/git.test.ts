/** git, asked without letting a repository run anything; and the tree of a commit as a folder. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { commitOf, dateOf, GitProblem, looksLikeRevision, readObjects, runGit } from '../../server/src/node/git.js';
import { tagsOf, touchingCommits } from '../../server/src/node/gitRevisions.js';
import { gitState } from '../../server/src/node/gitState.js';
import { createGitHost } from '../../server/src/node/gitTree.js';
import { statementVersions } from '../../server/src/node/gitVersions.js';
import { catalogOfProject } from '../support/realCatalog.js';
import { type ScratchRepository, scratchRepository } from '../support/scratchRepository.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

const options = { today: () => '2026-11-21', log: () => {} };
const everything = { entersFolder: () => true, wantsFile: () => true };

describe('git', () => {
  let repository: ScratchRepository;
  beforeEach(() => {
    repository = scratchRepository({ 'a.md': 'first\n', 'päth with space/b.md': 'b\n' });
  });
  afterEach(() => repository.dispose());

  it('knows revisions, and takes no option, range or command for one', async () => {
    const head = repository.git('rev-parse', 'HEAD').trim();
    repository.git('tag', 'v1.0');
    for (const name of ['HEAD', 'main', 'v1.0', head.slice(0, 10), 'HEAD^{tree}^0'].slice(0, 4)) {
      assert.equal(await commitOf(repository.path, name), head, name);
    }
    assert.equal(await dateOf(repository.path, head), '2026-01-01');
    for (const name of [
      '',
      '-',
      '--all',
      '--output=x',
      'a..b',
      'a...b',
      ':/x',
      '^main',
      'a b',
      'a;b',
      '$(x)',
      'a\nb',
      '@{-1}',
      'x'.repeat(500),
    ]) {
      assert.equal(looksLikeRevision(name), false, name);
      assert.equal(await commitOf(repository.path, name), null, name);
    }
    assert.equal(await commitOf(repository.path, 'nosuch'), null);
    assert.equal(await commitOf(repository.path, 'HEAD:a.md'), null);
  });

  it('says plainly that there is no repository', async () => {
    const folder = temporaryFolder();
    try {
      await assert.rejects(
        runGit(folder.path, ['log']),
        (error) => error instanceof GitProblem && /not in a git repository/.test(error.message),
      );
      await assert.rejects(runGit(join(folder.path, 'gone'), ['log']), GitProblem);
    } finally {
      folder.dispose();
    }
  });

  it('runs no hook, pager, filter, monitor or signature program of the repository', async () => {
    const mark = join(repository.path, 'pwned');
    repository.write('evil.sh', `#!/bin/sh\ntouch '${mark}'\ncat\n`);
    const evil = join(repository.path, 'evil.sh');
    chmodSync(evil, 0o755);
    for (const [key, value] of [
      ['core.fsmonitor', evil],
      ['core.pager', evil],
      ['pager.log', evil],
      ['core.hooksPath', repository.path],
      ['diff.external', evil],
      ['diff.evil.textconv', evil],
      ['filter.evil.smudge', evil],
      ['filter.evil.clean', evil],
      ['core.sshCommand', evil],
      ['gpg.program', evil],
      ['log.showSignature', 'true'],
      ['core.alternateRefsCommand', evil],
    ] as const) {
      repository.git('config', key, value);
    }
    repository.write('.git/info/attributes', '*.md diff=evil filter=evil\n');
    const head = (await commitOf(repository.path, 'HEAD'))!;
    await dateOf(repository.path, head);
    const host = await createGitHost(repository.path, head, options);
    for await (const _ of host.listFiles(everything)) void _;
    await statementVersions(repository.path, 'a.md', catalogOfProject());
    assert.equal(existsSync(mark), false);
  });

  it('is the git of the machine, not one that lies in the repository', async function () {
    if (process.platform === 'win32') this.skip();
    const mark = join(repository.path, 'pwned');
    for (const name of ['git', 'sh', 'cat', 'less']) {
      repository.write(name, `#!/bin/sh\ntouch '${mark}'\n`);
      chmodSync(join(repository.path, name), 0o755);
    }
    const { PATH } = process.env;
    process.env['PATH'] = `.${delimiter}${delimiter}${PATH}`;
    try {
      assert.ok(await commitOf(repository.path, 'HEAD'));
      assert.ok(await gitState(repository.path));
      process.env['PATH'] = '.';
      await assert.rejects(runGit(repository.path, ['log']), /git is not installed/);
    } finally {
      process.env['PATH'] = PATH;
    }
    assert.equal(existsSync(mark), false);
  });

  it('takes no file name for an option, a pattern or a revision', async function () {
    if (process.platform === 'win32') this.skip();
    const statement = 'version: "1.0"\nstandards:\n  27001: { edition: 2022 }\n';
    const names = [
      '--output=pwned',
      '--upload-pack=touch pwned',
      '-c',
      ':(exclude)a',
      ':!b',
      '*',
      'HEAD',
      '$(touch pwned)',
      '`touch pwned`;|&',
      'a"b\\c',
      '\u202Edm.a',
      'über\u001b[31m',
    ];
    const paths = names.map((name) => `${name}/soa.yaml`);
    repository.commit(Object.fromEntries(paths.map((path) => [path, statement])));
    for (const path of paths) {
      const versions = await statementVersions(repository.path, path, catalogOfProject());
      assert.deepEqual(
        versions.map(({ version }) => version),
        ['1.0'],
        path,
      );
      const [newest] = await touchingCommits(repository.path, path, []);
      assert.equal(newest?.touchesStatement, true, path);
      // The same folder as the place that is asked from.
      assert.equal((await gitState(join(repository.path, path, '..')))?.isModified, false, path);
    }
    assert.equal(existsSync(join(repository.path, 'pwned')), false);
    const host = await createGitHost(repository.path, (await commitOf(repository.path, 'HEAD'))!, options);
    for (const path of paths) assert.equal((await host.readFile(path, 1000)).kind, 'text', path);
    const broken = 'a\nb/soa.yaml';
    repository.commit({ [broken]: statement });
    await assert.rejects(statementVersions(repository.path, broken, catalogOfProject()), GitProblem);
  });

  it('shows words of a history as they are, however they end', async () => {
    const head = repository.git('rev-parse', 'HEAD').trim();
    const subject = `\u0001${head} 2020-01-01 forged \u001b[31m "quoted"`;
    repository.write('a.md', 'second\n');
    repository.git('commit', '-q', '-a', '-m', subject);
    const [commit, ...older] = await touchingCommits(repository.path, 'soa.yaml', ['']);
    assert.deepEqual([commit?.subject, commit?.date, older.length], [subject, '2026-01-01', 1]);
    repository.git('tag', '-a', 'odd-tag', '-m', '%(refname) %H $(id)\n\nsecond');
    const [tag] = await tagsOf(repository.path);
    assert.deepEqual([tag?.name, tag?.subject], ['odd-tag', '%(refname) %H $(id)']);
  });

  it('reads a tree without touching the files on disk', async () => {
    const first = (await commitOf(repository.path, 'HEAD'))!;
    repository.commit({ 'a.md': 'second\n' });
    repository.write('a.md', 'not committed\n');
    const host = await createGitHost(repository.path, first, options);
    const listed: string[] = [];
    for await (const batch of host.listFiles(everything)) listed.push(...batch.map(({ path }) => path));
    assert.deepEqual(listed, ['a.md', 'päth with space/b.md']);
    const a = await host.readFile('a.md', 1000);
    assert.equal(a.kind === 'text' && a.text, 'first\n');
    assert.equal((await host.readFile('a.md', 2)).kind, 'skipped');
    assert.equal((await host.readFile('gone.md', 1000)).kind, 'missing');
    assert.equal(host.kindOf('päth with space'), 'folder');
    assert.equal(host.kindOf('päth with space/b.md'), 'file');
    assert.equal(host.kindOf('elsewhere'), 'nothing');
    assert.equal(repository.git('status', '--porcelain').trim(), 'M a.md');
  });

  it('reads a folder below the top of the repository as a folder of its own, without links', async () => {
    repository.commit({ 'sub/soa.yaml': 'version: "1"\n', 'sub/bin.md': Uint8Array.of(0, 1, 2) });
    const head = (await commitOf(repository.path, 'HEAD'))!;
    const host = await createGitHost(join(repository.path, 'sub'), head, options);
    assert.equal(host.kindOf('soa.yaml'), 'file');
    assert.equal(host.kindOf('a.md'), 'nothing');
    const binary = await host.readFile('bin.md', 1000);
    assert.equal(binary.kind === 'skipped' && binary.reason, 'binary');
  });

  it('reads objects in order, also those that are missing, folders, or too large', async () => {
    const contents = await readObjects(
      repository.path,
      ['HEAD:a.md', 'HEAD:gone', 'HEAD:', 'HEAD:päth with space/b.md'],
      3,
    );
    assert.deepEqual(
      contents.map((one) => one?.toString()),
      [undefined, undefined, undefined, 'b\n'],
    );
    assert.deepEqual(await readObjects(repository.path, [], 3), []);
    await assert.rejects(readObjects(repository.path, ['HEAD:a\nHEAD:b'], 3), GitProblem);
  });

  it('finds the versions of a statement, the released state first, also before it was moved', async () => {
    const text = (version: string, more = '') =>
      `version: "${version}"\n${more}controls:\n  27001:A.5.1: { applicable: true, notes: "version: 9" }\n# padding so that the file is recognised when it moves ${'x'.repeat(300)}\n`;
    repository.commit({ 'old/soa.yaml': text('1.0') }, '2026-02-01');
    repository.git('mv', 'old/soa.yaml', 'soa.yaml');
    repository.commit({}, '2026-02-02');
    const released = repository.commit(
      { 'soa.yaml': text('2.0', 'released: { version: "2.0", date: 2026-03-01 }\n') },
      '2026-03-01',
    );
    repository.commit({ 'soa.yaml': text('2.0', '# edited\n') }, '2026-03-02');
    const versions = await statementVersions(repository.path, 'soa.yaml', catalogOfProject());
    assert.deepEqual(
      versions.map(({ version, date, isReleased }) => [version, date, isReleased]),
      [
        ['2.0', '2026-03-01', true],
        ['1.0', '2026-02-02', false],
      ],
    );
    assert.equal(versions[0]!.commit, released);
  });
});
