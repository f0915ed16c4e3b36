/** `check --changed-since` and `check --watch`. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clausemark, jsonLines } from '../support/commandLine.js';
import { type ScratchRepository, scratchRepository } from '../support/scratchRepository.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

const wrong = '# Access\n\nSee ISO/IEC 27001:2022 A.5.99.\n';
const program = fileURLToPath(new URL('../../dist/cli/clausemark.mjs', import.meta.url));

describe('check --changed-since', () => {
  let repository: ScratchRepository;
  afterEach(() => repository.dispose());

  const filesReported = async (revision: string, ...more: string[]) => {
    const args = ['check', '--format', 'jsonl', '--changed-since', revision, ...more];
    const { code, stdout, stderr } = await clausemark(args, { cwd: repository.path });
    assert.notEqual(code, 2, stderr);
    return [...new Set(jsonLines<{ file: string }>(stdout).map(({ file }) => file))];
  };

  it('reports what is new or changed, committed or not, and leaves the rest alone', async () => {
    repository = scratchRepository({ 'old.md': wrong, 'edited.md': wrong, 'later.md': '# Later\n' });
    repository.git('tag', 'v1');
    repository.commit({ 'later.md': wrong });
    repository.write('edited.md', `${wrong}\nMore.\n`);
    repository.write('new.md', wrong);
    assert.deepEqual(await filesReported('v1'), ['edited.md', 'later.md', 'new.md']);
    assert.deepEqual(await filesReported('HEAD'), ['edited.md', 'new.md']);
  });

  it('asks where the branch left the other, so that what others did there is not yours', async () => {
    repository = scratchRepository({ 'theirs.md': '# Theirs\n', 'yours.md': '# Yours\n' });
    repository.git('checkout', '-q', '-b', 'topic');
    repository.commit({ 'yours.md': wrong });
    repository.git('checkout', '-q', 'main');
    repository.commit({ 'theirs.md': wrong });
    repository.git('checkout', '-q', 'topic');
    assert.deepEqual(await filesReported('main'), ['yours.md']);
  });

  it('takes line ends of Windows for no change, and works in a folder of the repository', async () => {
    repository = scratchRepository({
      'isms/soa.yaml': 'standards: { 27001: 2022 }\n',
      'isms/a.md': wrong,
      'isms/b.md': wrong,
    });
    repository.write('isms/a.md', wrong.replaceAll('\n', '\r\n'));
    repository.write('isms/b.md', `${wrong}More.\n`);
    assert.deepEqual(await filesReported('HEAD', 'isms'), ['b.md']);
  });

  it('runs nothing that the repository names', async () => {
    repository = scratchRepository({ 'a.md': wrong, '.gitattributes': '*.md filter=evil\n' });
    repository.git('config', 'filter.evil.clean', 'touch started; cat');
    repository.write('a.md', `${wrong}More.\n`);
    assert.deepEqual(await filesReported('HEAD'), ['a.md']);
    assert.ok(!existsSync(join(repository.path, 'started')));
  });

  it('says what it cannot do: no revision of that name, no repository', async () => {
    repository = scratchRepository({ 'a.md': wrong });
    const unknown = await clausemark(['check', '--changed-since', 'nowhere'], { cwd: repository.path });
    assert.deepEqual([unknown.code, unknown.stdout], [2, '']);
    assert.match(unknown.stderr, /There is no revision “nowhere”/);
    const option = await clausemark(['check', '--changed-since', '--output=x'], { cwd: repository.path });
    assert.equal(option.code, 2);
    const outside = temporaryFolder({ 'a.md': wrong });
    const { code, stderr } = await clausemark(['check', '--changed-since', 'HEAD'], { cwd: outside.path });
    outside.dispose();
    assert.equal(code, 2);
    assert.match(stderr, /not in a git repository/);
  });

  it('counts the baseline over all files', async () => {
    repository = scratchRepository({ 'a.md': wrong, 'b.md': wrong });
    await clausemark(['check', '--baseline', 'known.json', '--update-baseline'], { cwd: repository.path });
    repository.write('b.md', `${wrong}See ISO/IEC 27001:2022 A.8.99.\n`);
    const args = ['check', '--baseline', 'known.json', '--changed-since', 'HEAD', '--format', 'jsonl'];
    const { stdout, stderr } = await clausemark(args, { cwd: repository.path });
    assert.equal(jsonLines(stdout).length, 1);
    assert.doesNotMatch(stderr, /gone/);
  });
});

describe('check --watch', () => {
  let folder: TemporaryFolder;
  afterEach(() => folder.dispose());

  it('checks again when a file changes, and survives settings that are wrong for a while', async () => {
    folder = temporaryFolder({ 'a.md': '# Access\n', '.clausemark.yaml': 'rules:\n  missing-field: off\n' });
    const child = spawn(process.execPath, [program, 'check', '--watch', '--format', 'jsonl'], { cwd: folder.path });
    let output = '';
    const listeners = new Set<() => void>();
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        for (const listener of listeners) listener();
      });
    }
    const said = (pattern: RegExp) =>
      new Promise<void>((done) => {
        const look = () => {
          if (!pattern.test(output)) return;
          listeners.delete(look);
          output = '';
          done();
        };
        listeners.add(look);
        look();
      });
    try {
      await said(/waiting for changes/);
      folder.write('a.md', wrong);
      await said(/unknown-reference[\s\S]*waiting for changes/);
      folder.write('.clausemark.yaml', 'rules:\n  nonsense: off\n');
      await said(/nonsense[\s\S]*waiting for changes/);
      folder.write('.clausemark.yaml', 'rules:\n  unknown-reference: off\n');
      await said(/waiting for changes/);
    } finally {
      child.kill();
    }
  }).timeout(30_000);

  it('is not for standard input', async () => {
    folder = temporaryFolder({ 'a.md': wrong });
    const { code, stderr } = await clausemark(['check', '--watch', '--stdin'], { cwd: folder.path, input: wrong });
    assert.equal(code, 2);
    assert.match(stderr, /--watch looks at files/);
  });
});
