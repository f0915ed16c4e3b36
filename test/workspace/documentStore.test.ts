/** Documents kept as bytes: what is told of one without making it a value. */
import assert from 'node:assert/strict';
import { Names } from '../../server/src/core/compact/names.js';
import { parseDocument, resolveDocument } from '../../server/src/core/parse.js';
import { defaultSettings } from '../../server/src/core/settings.js';
import { findLineStarts } from '../../server/src/core/text.js';
import { DocumentStore } from '../../server/src/workspace/documentStore.js';
import { miniCatalog } from '../support/miniCatalog.js';

const context = { catalog: miniCatalog, settings: defaultSettings };

function documentOf(path: string, text: string) {
  return resolveDocument(parseDocument(path, text, context), [], context);
}

describe('The documents of a workspace', () => {
  it('tell where the lines of one begin, as a value and as bytes, and of the newest one', () => {
    const store = new DocumentStore(new Names(), 1);
    const texts = { 'a.md': '# A\n\nSee A.5.1.\n', 'b.md': 'B\r\n\r\nB', 'c.md': '' };
    const starts = () => Object.keys(texts).map((path) => store.lineStarts(path));
    for (const [path, text] of Object.entries(texts)) store.set(path, documentOf(path, text));
    assert.deepEqual(starts(), Object.values(texts).map(findLineStarts));
    for (const path of Object.keys(texts)) store.release(path);
    assert.deepEqual(starts(), Object.values(texts).map(findLineStarts));
    store.set('a.md', documentOf('a.md', 'One\nTwo\nThree'));
    store.release('a.md');
    assert.deepEqual(store.lineStarts('a.md'), findLineStarts('One\nTwo\nThree'));
    store.delete('a.md');
    assert.equal(store.lineStarts('a.md'), undefined);
  });

  it('keep those that are in use, whatever is asked of the others', () => {
    const store = new DocumentStore(new Names(), 1);
    for (const path of ['a.md', 'b.md']) store.set(path, documentOf(path, `# ${path}\n`));
    const used = store.get('b.md');
    store.lineStarts('a.md');
    assert.equal(store.get('b.md'), used);
  });
});
