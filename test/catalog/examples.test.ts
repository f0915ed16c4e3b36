/** The examples of docs/catalog.md for files of an organisation, read as such a file would be. */
import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCatalog } from '../../server/src/core/catalog/catalog.js';
import { decodeCatalog } from '../../server/src/core/catalog/decode.js';
import { parseAddition } from '../../server/src/core/catalog/read-file.js';
import { builtCatalog, root } from './support/files.js';

describe("catalog: the documentation's examples of an organisation's own files", () => {
  it('are read without a problem and show in the catalog', async () => {
    const text = readFileSync(join(root, 'docs/catalog.md'), 'utf8');
    const chapter = text.slice(text.indexOf("## Your organisation's own catalog"));
    const examples = [...chapter.matchAll(/```yaml\n(.*?)```/gs)].map((match) => parseAddition(match[1]!));
    strictEqual(examples.length, 4);
    const additions = examples.flatMap((example) => example.data ?? []);
    const catalog = createCatalog(decodeCatalog((await builtCatalog()).catalog), additions);
    deepStrictEqual([...examples.flatMap((example) => example.problems), ...catalog.problems], []);
    strictEqual(catalog.find('house-rules', 'HR.1')?.kind, 'control');
    strictEqual(catalog.mappings('house-rules:HR.1')[0]?.target, 'iso27001-2022:A.5.20');
    strictEqual(catalog.text('iso27001-2022:A.5.15')?.source, 'Licensed to Example Ltd, order 12345');
    strictEqual(catalog.find('iso27001-2013', 'A.11.1.1')?.intent?.startsWith('Keeps people out'), true);
  });
});
