import assert from 'node:assert/strict';
import { defaultSettings } from '../../server/src/core/settings.js';
import { workspaceFiles } from '../../server/src/workspace/files.js';
import { insidePath, isInside } from '../../server/src/workspace/paths.js';

describe('Which files belong to a workspace', () => {
  it('documents by the globs, hidden ones too, less what is excluded', () => {
    const files = workspaceFiles(
      { ...defaultSettings, exclude: [...defaultSettings.exclude, 'drafts/**', '**/*.tmp.md'] },
      '',
    );
    const paths = [
      'a.md',
      '.hidden/b.md',
      'x/c.markdown',
      'd.txt',
      'node_modules/e.md',
      'x/node_modules/f.md',
      'drafts/g.md',
      'h.tmp.md',
      'soa.yaml',
    ];
    assert.deepEqual(paths.filter(files.isDocument), ['a.md', '.hidden/b.md', 'x/c.markdown']);
  });

  it('systems by their name, wherever they are not excluded', () => {
    const files = workspaceFiles(defaultSettings, 'old/\n');
    const paths = ['soa.yaml', 'a/soa.yml', 'a/xsoa.yaml', 'node_modules/soa.yaml', 'old/soa.yaml'];
    assert.deepEqual(paths.filter(files.isSystem), ['soa.yaml', 'a/soa.yml']);
  });

  it('an ignore file is read as git reads its own', () => {
    const files = workspaceFiles(defaultSettings, '# note\narchive/\n*.draft.md\n!keep.draft.md\n/top.md\n');
    const paths = ['archive/a.md', 'x/archive/b.md', 'c.draft.md', 'keep.draft.md', 'top.md', 'x/top.md'];
    assert.deepEqual(paths.filter(files.isDocument), ['keep.draft.md', 'x/top.md']);
  });

  it('folders that hold nothing of ours are not entered', () => {
    const files = workspaceFiles(defaultSettings, 'archive/\n');
    const folders = ['policies', 'node_modules', 'x/node_modules', '.git', 'dist', 'archive', '.github'];
    assert.deepEqual(folders.filter(files.entersFolder), ['policies', '.github']);
  });
});

describe('Paths', () => {
  it('that leave the workspace are none', () => {
    for (const written of [
      '../a.md',
      'a/../../b',
      '/etc/passwd',
      'C:\\x',
      'c:/x',
      '\\\\server\\x',
      'file:///x',
      'https://x/y',
      'file:/x',
      'c:x',
      'a\0b',
      '..',
    ]) {
      assert.equal(insidePath(written), null, written);
    }
  });

  it('inside it are written plainly', () => {
    assert.deepEqual(['./a.md', 'x/../a.md', 'x//a.md', 'x\\a.md', '', 'a/Policy: b.md', 'POL:1.md'].map(insidePath), [
      'a.md',
      'a.md',
      'x/a.md',
      'x/a.md',
      '',
      'a/Policy: b.md',
      'POL:1.md',
    ]);
  });

  it('are inside a folder only as a whole', () => {
    assert.deepEqual(
      [isInside('ab/c', 'a'), isInside('a/b', 'a'), isInside('a', 'a'), isInside('x', '')],
      [false, true, true, true],
    );
  });
});
