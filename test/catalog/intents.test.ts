/** One sentence of our own words for every clause 4–10 and every control of the current management system standards. */
import { ok, strictEqual } from 'node:assert/strict';
import type { Catalog } from '../../server/src/core/catalog/types.js';
import { loadCatalog, readIntents } from './support/files.js';

const keys = ['iso27001-2022', 'iso27701-2025', 'iso42001-2023'];

describe('catalog: intents', () => {
  let catalog: Catalog;
  before(async () => {
    catalog = await loadCatalog();
  });

  for (const key of keys) {
    it(`${key}: every clause and control has one`, function () {
      if (!readIntents().has(key)) {
        console.log(`      catalog/intents/${key}.yaml is not there yet: nothing to check.`);
        this.skip();
      }
      const entries = catalog
        .standard(key)!
        .entries.filter((entry) => entry.kind === 'clause' || entry.kind === 'control');
      const missing = entries.filter((entry) => entry.intent === undefined).map((entry) => entry.id);
      strictEqual(missing.join(', '), '');
    });
  }

  it('each is one sentence, belongs to an entry, says nothing that only a requirement says, and is used once', () => {
    const seen = new Map<string, string>();
    for (const [name, file] of readIntents()) {
      strictEqual(file.key, name);
      for (const [id, sentence] of Object.entries(file.intents)) {
        const where = `${name} ${id}: ${sentence}`;
        ok(catalog.find(name, id), where);
        ok(!/\bshall\b/i.test(sentence), where);
        ok(/[.!?]$/.test(sentence) && !/[.!?]\s+[A-Z]/.test(sentence), `not one sentence: ${where}`);
        ok(!seen.has(sentence), `the same as ${seen.get(sentence)}: ${where}`);
        seen.set(sentence, `${name} ${id}`);
      }
    }
  });
});
