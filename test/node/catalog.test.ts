/** The catalog files of an organisation on disk: which are read, and what is said of the others. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describeProblem, loadCatalog, loadCatalogWithPauses } from '../../server/src/node/catalog.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

const rules = (key: string) =>
  `key: ${key}\nname: Rules ${key}\ntype: framework\nentries:\n  - { id: "1", kind: control, title: T }\n`;

describe('The catalog files of an organisation', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder({ 'own/a.yaml': rules('a'), 'own/c.yaml': rules('c') });
  });
  afterEach(() => folder.dispose());

  it('are read also where one beside them is too large, and that one is named with what to do', () => {
    folder.write('own/b.yaml', ' '.repeat(50 * 1024 * 1024));
    const { catalog, problems } = loadCatalog(folder.path, ['own']);
    assert.ok(catalog.standard('a') && catalog.standard('c'));
    assert.deepEqual(problems.map(describeProblem), [
      `The catalog “${join('own', 'b.yaml')}” (setting clausemark.catalogs) cannot be read: it is larger than 1 MB. Divide it: mappings, texts and intents can stand in several files, for example one for each standard; name the folder that they are in.`,
    ]);
  });

  it('are read up to a size of all together, and each that is left out is named', () => {
    const rows = `rows:\n${'  - { from: "a:1", to: "c:1", source: us }\n'.repeat(3000)}`;
    const names = Array.from({ length: 15 }, (_, index) => `many/${String(index).padStart(2, '0')}.yaml`);
    for (const name of names) folder.write(name, rows);
    const { catalog, problems } = loadCatalog(folder.path, ['own', 'many']);
    assert.ok(catalog.mappings('a:1').length > 0);
    const leftOut = problems.filter(({ message }) => message.includes('as much as is read together'));
    assert.deepEqual(
      leftOut.map(({ file }) => file),
      names.slice(-leftOut.length).map((name) => join(name)),
    );
    assert.ok(leftOut.length > 1 && leftOut.length < 10, String(leftOut.length));
  });

  it('are the same when others are let go first between them', async () => {
    folder.write('own/b.yaml', 'key: [');
    let pauses = 0;
    const later = await loadCatalogWithPauses(folder.path, ['own', 'gone.yaml'], async () => {
      pauses++;
    });
    const atOnce = loadCatalog(folder.path, ['own', 'gone.yaml']);
    assert.equal(pauses, 3);
    assert.deepEqual([later.print, later.problems], [atOnce.print, atOnce.problems]);
    assert.equal(later.problems.length, 2);
  });
});
