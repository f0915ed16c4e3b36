/** A document read from bytes is the document that was parsed: over every text of the examples and of the tests. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DocumentPacker, unpackDocument, unpackReference } from '../../../server/src/core/compact/documents.js';
import { Names } from '../../../server/src/core/compact/names.js';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const folders = ['../../../examples', '../../fixtures'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

function documents() {
  const context = { catalog: catalogOfProject(), settings: defaultSettings };
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => {
        const draft = parseDocument(name, readFileSync(join(folder, name), 'utf8'), context);
        return resolveDocument(draft, [{ standard: '27001', edition: '2022' }], context);
      }),
  );
}

describe('A document as bytes', () => {
  it('is read as it was stored, whole and reference by reference', () => {
    const names = new Names();
    const packer = new DocumentPacker(names);
    let references = 0;
    for (const document of documents()) {
      const bytes = packer.pack(document);
      assert.deepEqual(unpackDocument(bytes, names), document);
      document.references.forEach((reference, index) => {
        assert.deepEqual(unpackReference(bytes, names, index), reference);
        references++;
      });
      assert.equal(unpackReference(bytes, names, document.references.length), undefined);
    }
    assert.ok(references > 200, `${references} references`);
  });
});
