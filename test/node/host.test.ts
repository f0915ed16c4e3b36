import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createDiskHost } from '../../server/src/node/host.js';
import type { FileText, Host } from '../../server/src/workspace/host.js';
import { type FileContents, type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

describe('The disk', () => {
  let folder: TemporaryFolder;
  let host: Host;
  const logged: string[] = [];
  afterEach(() => folder.dispose());

  function open(files: FileContents): void {
    folder = temporaryFolder(files);
    logged.length = 0;
    const options = {
      log: (message: string) => logged.push(message),
      today: () => '2026-11-21',
      pause: () => Promise.resolve(),
    };
    host = createDiskHost(folder.path, options);
  }
  const read = (path: string, largest = 1000) => host.readFile(path, largest) as FileText;
  const list = () => {
    const everything = {
      entersFolder: (path: string) => path !== 'skip',
      wantsFile: (path: string) => path.endsWith('.md'),
    };
    return [...(host.listFiles(everything) as Iterable<{ path: string }[]>)]
      .flat()
      .map(({ path }) => path)
      .sort();
  };

  it('gives texts as they are', () => {
    const texts = {
      'ascii.md': 'plain',
      'utf8.md': 'für 🔐',
      'bom.md': '\uFEFFx',
      'empty.md': '',
      'crlf.md': 'a\r\nb\rc',
    };
    open(texts);
    for (const [path, text] of Object.entries(texts)) {
      const file = read(path);
      assert.equal(file.kind === 'text' ? file.text : file.kind, text);
    }
  });

  it('gives files larger than its buffer, and small ones after them', () => {
    const large = 'é'.repeat(700_000);
    open({ 'large.md': large, 'small.md': 'x' });
    const file = read('large.md', 10_000_000);
    assert.ok(file.kind === 'text' && file.text === large);
    assert.equal((read('small.md') as { text: string }).text, 'x');
  });

  it('says why it leaves a file out', () => {
    open({
      'large.md': 'x'.repeat(1001),
      'nul.md': 'a\0b',
      'latin.md': Uint8Array.from([0x66, 0xfc, 0x72]),
      'utf16.md': Uint8Array.from([0xff, 0xfe, 0x41, 0]),
    });
    const reasons = ['large.md', 'nul.md', 'latin.md', 'utf16.md'].map((path) => {
      const file = read(path);
      return file.kind === 'skipped' ? file.reason : file.kind;
    });
    assert.deepEqual(reasons, ['too-large', 'binary', 'not-utf8', 'binary']);
  });

  it('has no folders, pipes or absent files to read', function () {
    open({ 'folder/a.md': 'x' });
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(folder.path, 'pipe.md')]);
    for (const path of ['folder', 'none.md', 'folder/a.md/b.md', 'pipe.md'])
      assert.equal(read(path).kind, 'missing', path);
    assert.deepEqual(list(), ['folder/a.md']);
  });

  it('follows links to files inside, never out, and no links to folders', function () {
    const outside = temporaryFolder({ 'secret.md': 'secret' });
    open({ 'a.md': 'x', 'deep/b.md': 'y' });
    if (process.platform === 'win32') this.skip();
    symlinkSync(join(folder.path, 'a.md'), join(folder.path, 'deep/inside.md'));
    symlinkSync(join(outside.path, 'secret.md'), join(folder.path, 'deep/outside.md'));
    symlinkSync(folder.path, join(folder.path, 'deep/loop'));
    symlinkSync(outside.path, join(folder.path, 'elsewhere'));
    assert.equal(read('deep/inside.md').kind, 'text');
    assert.equal(read('deep/outside.md').kind, 'missing');
    assert.equal(host.readFileNow('deep/outside.md'), null);
    assert.deepEqual(list(), ['a.md', 'deep/b.md', 'deep/inside.md', 'deep/outside.md']);
    outside.dispose();
  });

  it('goes on where a folder cannot be read', function () {
    open({ 'a.md': 'x', 'closed/b.md': 'y', 'skip/c.md': 'z' });
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    chmodSync(join(folder.path, 'closed'), 0);
    assert.deepEqual(list(), ['a.md']);
    assert.deepEqual(logged.length, 1);
    chmodSync(join(folder.path, 'closed'), 0o755);
  });

  it('lists in small batches, with a stamp that tells another content', () => {
    open(Object.fromEntries(Array.from({ length: 450 }, (_, index) => [`d${index % 7}/f${index}.md`, 'x'])));
    const everything = { entersFolder: () => true, wantsFile: () => true };
    const batches = [...(host.listFiles(everything) as Iterable<{ path: string; stamp: string }[]>)];
    assert.ok(batches.every((batch) => batch.length <= 200));
    assert.equal(new Set(batches.flat().map(({ path }) => path)).size, 450);
    const { path, stamp } = batches.flat()[0]!;
    folder.write(path, 'longer');
    const file = read(path);
    assert.ok(file.kind === 'text' && file.stamp !== stamp);
  });

  it('knows what is where', () => {
    open({ 'deep/b.md': 'y' });
    assert.deepEqual(
      ['deep', 'deep/b.md', 'none', ''].map((path) => host.kindOf(path)),
      ['folder', 'file', 'nothing', 'folder'],
    );
  });
});
