/** The index on a real disk: kept outside the workspace, for its owner alone, whole or not at all. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { indexFolder, indexStorage, programName } from '../../server/src/node/indexStorage.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

describe('The index on disk', () => {
  let folder: TemporaryFolder;
  let indexes: string;
  const block = Uint8Array.from([1, 2, 3]);
  const names = () => readdirSync(indexes).sort();

  beforeEach(() => {
    folder = temporaryFolder();
    indexes = join(folder.path, 'cache', 'index');
  });
  afterEach(() => folder.dispose());

  it('is found again, for the same folder only', () => {
    const storage = indexStorage(indexes, join(folder.path, 'a'), 'test');
    assert.equal(storage.load(), null);
    storage.save(block, true);
    storage.save(Uint8Array.from([4]), true);
    assert.deepEqual([...storage.load()!], [4]);
    assert.equal(indexStorage(indexes, join(folder.path, 'b'), 'test').load(), null);
    assert.equal(names().length, 1, 'nothing half-written stays behind');
  });

  it('is written in the background while somebody works', async () => {
    const storage = indexStorage(indexes, folder.path, 'test');
    storage.save(block, false);
    assert.equal(storage.load(), null);
    for (let tries = 0; storage.load() === null && tries < 500; tries++)
      await new Promise((done) => setTimeout(done, 10));
    assert.deepEqual([...storage.load()!], [...block]);
    assert.equal(names().length, 1);
  });

  it('can be read by its owner alone', function () {
    if (process.platform === 'win32') this.skip();
    indexStorage(indexes, folder.path, 'test').save(block, true);
    assert.equal(statSync(indexes).mode & 0o777, 0o700);
    assert.equal(statSync(join(indexes, names()[0]!)).mode & 0o777, 0o600);
  });

  it('is done without where nothing can be written', () => {
    // A file stands where the folder should be: nobody can write there, not even an administrator.
    writeFileSync(join(folder.path, 'cache'), '');
    const storage = indexStorage(indexes, folder.path, 'test');
    storage.save(block, true);
    assert.equal(storage.load(), null);
    assert.equal(readFileSync(join(folder.path, 'cache'), 'utf8'), '');
  });

  it('stays what it was where the disk is full', async function () {
    if (!existsSync('/dev/full')) this.skip();
    const storage = indexStorage(indexes, folder.path, 'test');
    storage.save(block, true);
    const [name] = names();
    // Whatever is written to this device fails as it does on a full disk.
    for (const ending of ['new', 'soon.new'])
      symlinkSync('/dev/full', join(indexes, `${name}.${process.pid}.${ending}`));
    const next = Uint8Array.from([9, 9, 9]);
    storage.save(next, true);
    storage.save(next, false);
    for (let tries = 0; names().length > 1 && tries < 500; tries++) await new Promise((done) => setTimeout(done, 10));
    assert.deepEqual(names(), [name], 'nothing half-written stays behind');
    assert.deepEqual([...storage.load()!], [...block]);
    storage.save(next, true);
    assert.deepEqual([...storage.load()!], [...next]);
  });

  it('is removed when nobody wanted it for long, and nothing else is', () => {
    mkdirSync(indexes, { recursive: true });
    const old = [`${'0'.repeat(32)}.idx`, `${'1'.repeat(32)}.idx.77.new`];
    const foreign = 'notes.txt';
    for (const name of [...old, foreign]) {
      writeFileSync(join(indexes, name), 'x');
      utimesSync(join(indexes, name), new Date('2020-01-01'), new Date('2020-01-01'));
    }
    indexStorage(indexes, folder.path, 'test').save(block, true);
    for (const name of old) assert.ok(!existsSync(join(indexes, name)), name);
    assert.ok(existsSync(join(indexes, foreign)));
  });

  it('that was being written when the program was ended is removed before the next is written, if that was long ago', () => {
    mkdirSync(indexes, { recursive: true });
    const now = Date.now() / 1000;
    const ages = { [`${'1'.repeat(32)}.idx.77.new`]: 7200, [`${'2'.repeat(32)}.idx.78.soon.new`]: 7200 };
    const young = { [`${'3'.repeat(32)}.idx.79.new`]: 5, [`${'4'.repeat(32)}.idx`]: 7200 };
    for (const [name, age] of Object.entries({ ...ages, ...young })) {
      writeFileSync(join(indexes, name), 'x');
      utimesSync(join(indexes, name), now - age, now - age);
    }
    const storage = indexStorage(indexes, folder.path, 'test');
    storage.save(block, true);
    for (const name of Object.keys(ages)) assert.ok(!existsSync(join(indexes, name)), name);
    for (const name of Object.keys(young)) assert.ok(existsSync(join(indexes, name)), name);
  });

  it('is a file: a pipe or a device in its place is not read', function () {
    if (!existsSync('/dev/zero')) this.skip();
    const storage = indexStorage(indexes, folder.path, 'test');
    storage.save(block, true);
    const [name] = names();
    rmSync(join(indexes, name!));
    symlinkSync('/dev/zero', join(indexes, name!));
    assert.equal(storage.load(), null);
    rmSync(join(indexes, name!));
    execFileSync('mkfifo', [join(indexes, name!)]);
    assert.equal(storage.load(), null);
  });

  it('is for one build of the program, whichever of its parts differs', () => {
    folder.write('dist/server.cjs', 'main');
    folder.write('dist/later/reading.cjs', 'one');
    const bundle = join(folder.path, 'dist', 'server.cjs');
    const names = [programName('1.0.0', bundle), programName('1.0.1', bundle)];
    folder.write('dist/later/reading.cjs', 'another');
    names.push(programName('1.0.0', bundle));
    folder.write('dist/server.cjs', 'another');
    names.push(programName('1.0.0', bundle));
    assert.equal(new Set(names).size, 4, names.join());
    assert.equal(programName('1.0.0', bundle), names.at(-1));
  });

  it('lies where the client says, else in the cache folder, and nowhere when it is not wanted', () => {
    assert.equal(indexFolder('/somewhere'), join('/somewhere', 'index'));
    assert.equal(indexFolder(false), null);
    assert.match(indexFolder(undefined) ?? '', /clausemark.index$/);
    process.env['CLAUSEMARK_INDEX'] = 'off';
    try {
      assert.equal(indexFolder('/somewhere'), null);
    } finally {
      delete process.env['CLAUSEMARK_INDEX'];
    }
  });
});
