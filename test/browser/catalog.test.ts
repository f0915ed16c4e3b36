/** The catalog files of an organisation where only the editor can read: which are read, and what is said of the others. */
import assert from 'node:assert/strict';
import { buildCatalog } from '../../scripts/build-catalog.mjs';
import { loadCatalog } from '../../server/src/browser/catalog.js';
import type { FileText, Host } from '../../server/src/workspace/host.js';

const { catalog: ours } = await buildCatalog(new URL('../../', import.meta.url).pathname);
const builtIn = () => Promise.resolve(JSON.stringify(ours));
const rules = (key: string) =>
  `key: ${key}\nname: Rules ${key}\ntype: framework\nentries:\n  - { id: "1", kind: control, title: T }\n`;

function hostOf(files: Readonly<Record<string, string>>): Host {
  const readFile = (path: string, largest: number): FileText => {
    const text = files[path];
    if (text === undefined) return { kind: 'missing' };
    if (text.length > largest) return { kind: 'skipped', reason: 'too-large', bytes: text.length, stamp: '' };
    return { kind: 'text', text, stamp: '' };
  };
  return {
    readFile,
    readFileNow: () => null,
    listFiles: (filter) => [
      Object.keys(files).flatMap((path) => (filter.wantsFile(path) ? [{ path, stamp: '' }] : [])),
    ],
    kindOf: () => 'unknown',
    today: () => '2026-11-21',
    now: () => 0,
    pause: () => Promise.resolve(),
    log: () => {},
  };
}

describe('The catalog files of an organisation in a browser', () => {
  const files = hostOf({
    'own/a.yaml': rules('a'),
    'own/b.yaml': ' '.repeat(5_000_000),
    'own/c.yaml': rules('c'),
    'own/readme.md': '# Read me\n',
    'large.yaml': ' '.repeat(5_000_000),
  });

  it('are read also where one beside them is too large, and that one is named with what to do', async () => {
    const { catalog, problems } = await loadCatalog(builtIn, ['own', 'large.yaml'], files);
    assert.ok(catalog.standard('a') && catalog.standard('c'));
    assert.equal(problems.length, 2);
    for (const [at, name] of ['own/b.yaml', 'large.yaml'].entries()) {
      assert.ok(
        problems[at]!.startsWith(`The catalog “${name}” (setting clausemark.catalogs) cannot be read: it is larger`),
      );
      assert.match(problems[at]!, /Divide it: /);
    }
  });

  it('are named where they are not there, or outside of the folder', async () => {
    const { problems } = await loadCatalog(builtIn, ['gone.yaml', '/etc/own.yaml', '../own.yaml'], files);
    assert.deepEqual(
      problems.map((problem) => problem.replace(/^.*cannot be read: /, '')),
      ['it was not found', 'it is outside the folder', 'it is outside the folder'],
    );
  });
});
