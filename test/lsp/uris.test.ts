/** URIs as VS Code writes them, on Windows too, and the paths that we make of them. */
import assert from 'node:assert/strict';
import { folderUri, pathBelow, uriBelow } from '../../server/src/lsp/uris.js';

describe('URIs and paths', () => {
  it('of a Windows drive agree, whatever the case of its letter and however the colon is written', () => {
    const folder = folderUri('file:///c%3A/isms');
    for (const uri of ['file:///c%3A/isms/p/a.md', 'file:///C:/isms/p/a.md', 'file:///C%3A/isms/p/a.md']) {
      assert.equal(pathBelow(folder, uri), 'p/a.md', uri);
    }
    assert.equal(uriBelow(folder, 'p/b c.md'), 'file:///c%3A/isms/p/b%20c.md');
    assert.equal(pathBelow(folder, 'file:///d%3A/isms/p/a.md'), null);
    assert.equal(pathBelow(folder, 'file:///c%3A/isms-old/a.md'), null);
  });

  it('of a network share keep its name', () => {
    const folder = folderUri('file://server/share/isms');
    assert.equal(pathBelow(folder, 'file://server/share/isms/a.md'), 'a.md');
    assert.equal(pathBelow(folder, 'file://other/share/isms/a.md'), null);
    assert.equal(uriBelow(folder, 'a.md'), 'file://server/share/isms/a.md');
  });

  it('of the folder itself are empty, and anything outside is nothing', () => {
    const folder = folderUri('file:///isms/');
    assert.equal(pathBelow(folder, 'file:///isms'), '');
    assert.equal(pathBelow(folder, 'untitled:Untitled-1'), null);
    for (const uri of ['file:///isms/../etc/passwd', 'file:///isms/a/..', 'file:///isms/a/%2e%2e/%2E%2E/etc/x.md'])
      assert.equal(pathBelow(folder, uri), null, uri);
    assert.equal(pathBelow(folder, 'file:///isms/..a/b..md'), '..a/b..md');
  });
});
