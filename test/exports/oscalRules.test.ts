/** Our rules for OSCAL, held against what they stand for: whatever NIST's schemas refuse, they must refuse. */
import assert from 'node:assert/strict';
import { documentOf, type Loose, oscalFormats, schemaFaults, schemaFolder } from './oscalFaults.js';
import { brokenRules } from './oscalRules.js';
import { exampleExport } from './support.js';

/** What a field may be replaced with: texts at the edges of each of OSCAL's types, and values of other kinds. */
const strange: readonly unknown[] = [
  ...['', ' ', ' a', 'a ', 'a b', 'a\nb', '\n', 'a\u2028b', '\u00a0a', '1a', 'ä', '🔒', 'a,b'],
  ...['#x', '[x]', 'a#b#c', '%zz', 'a^b', '<', '"', 'a\\b', 'http://ä', 'https://[::1]/', 'http://a b', 'ab:c d', ':'],
  ...['2026-02-29T00:00:00Z', '1899-01-01T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-01', '2026-01-01T24:00:00Z'],
  ...['12345678-1234-1234-1234-123456789012', '12345678-1234-4234-8234-12345678901'],
  ...[null, 0, true, [], {}, ['x'], [null]],
];

const additions = ['extra', 'title', 'description', 'remarks', 'name', 'text', 'uuid', 'type', 'props', 'links'];

/** A document with two items of each list: enough to have every field. */
function shortened(value: Loose): Loose {
  if (Array.isArray(value)) return value.slice(0, 2).map(shortened);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortened(item)]));
}

/** The first object or list of each kind, by its path without numbers. */
function places(value: Loose, path = '', found = new Map<string, Loose>()): Map<string, Loose> {
  if (value === null || typeof value !== 'object') return found;
  if (!found.has(path)) found.set(path, value);
  for (const [key, item] of Object.entries(value))
    places(item, Array.isArray(value) ? `${path}[]` : `${path}.${key}`, found);
  return found;
}

/** Changes the document in one place after the other, asks, and puts back what was there. */
async function eachChange(document: Loose, ask: (change: string) => Promise<void>): Promise<void> {
  for (const [path, place] of places(document)) {
    for (const [key, before] of Object.entries(place)) {
      for (const value of strange) {
        place[key] = value;
        await ask(`${path}.${key} = ${JSON.stringify(value)}`);
      }
      place[key] = before;
      if (Array.isArray(place)) continue;
      delete place[key];
      await ask(`${path} without ${key}`);
      place[key] = before;
    }
    for (const name of Array.isArray(place) ? [] : additions.filter((name) => !(name in place))) {
      place[name] = 'something';
      await ask(`${path}.${name} added`);
      delete place[name];
    }
  }
}

describe('The rules for OSCAL', function () {
  this.timeout(120_000);

  it('refuse whatever NIST’s schemas refuse, where those are at hand', async function () {
    if (schemaFolder() === null) return this.skip();
    for (const format of oscalFormats) {
      const document = shortened(await documentOf(format, exampleExport()));
      const overlooked: string[] = [];
      let refused = 0;
      await eachChange(document, async (change) => {
        const isRefused = (await schemaFaults(format, document)).length > 0;
        if (isRefused) refused++;
        if (isRefused && brokenRules(format, document).length === 0) overlooked.push(change);
      });
      assert.deepEqual(overlooked, [], format);
      assert.ok(refused > 1000, `${format}: only ${refused} changes were refused`);
    }
  });
});
