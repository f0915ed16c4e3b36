/** What the engine compiled of our program: used where it is ours and whole, and never believed otherwise. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { compiledFolder, keepCompiled, loadPart, useCompiled } from '../../server/src/node/compiledParts.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

describe('What was compiled of a part of the program', () => {
  const text = 'module.exports = 1;';
  let folder: TemporaryFolder;
  let compiled: string;
  const names = () => (existsSync(compiled) ? readdirSync(compiled) : []);
  let starts = 0;
  /** In a folder of its own each time: the engine itself remembers what it compiled of a file, until its process ends. */
  const write = (content: string) => {
    const path = `start${++starts}/part.cjs`;
    folder.write(path, content);
    return join(folder.path, path);
  };

  /** Loads a part and waits until what was compiled of it is kept; its file. */
  async function keep(content = text): Promise<string> {
    useCompiled(compiled);
    loadPart(write(content));
    keepCompiled();
    const isKept = () => names().some((name) => name.endsWith('.code'));
    for (let tries = 0; !isKept() && tries < 500; tries++) await new Promise((done) => setTimeout(done, 10));
    return join(compiled, names()[0]!);
  }

  /** In the place of what is kept, what another text of the same length becomes: that it is used can be seen. */
  function forge(file: string, content = text): void {
    const other = new Script(`(function(exports,require,module){${text.replace('1', '2')}\n})`).createCachedData();
    const sum = createHash('sha256').update(content).update('\0').update(other).digest();
    writeFileSync(file, Buffer.concat([sum, other]));
  }

  beforeEach(() => {
    folder = temporaryFolder();
    compiled = join(folder.path, 'cache', 'compiled');
  });
  afterEach(() => {
    useCompiled(null);
    folder.dispose();
  });

  it('is kept a moment after the first use, for its owner alone', async function () {
    const file = await keep();
    assert.match(names().join(), /^part-[0-9a-f]{16}\.code$/, 'one file, nothing half-written');
    if (process.platform === 'win32') this.skip();
    assert.equal(statSync(compiled).mode & 0o777, 0o700);
    assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it('is used at the next start', async () => {
    const file = await keep();
    assert.equal(loadPart(write(text)), 1);
    forge(file);
    assert.equal(loadPart(write(text)), 2, 'the engine runs what was kept, and not the text again');
  });

  it('is nothing for another text', async () => {
    forge(await keep());
    assert.equal(loadPart(write('module.exports = 3;')), 3);
  });

  it('is not used when it is damaged, half of it, or what a later version compiled', async () => {
    const file = await keep();
    forge(file);
    const whole = readFileSync(file);
    for (const place of [0, 20, 40, whole.length - 1]) {
      const damaged = Buffer.from(whole);
      damaged[place]! ^= 1;
      writeFileSync(file, damaged);
      assert.equal(loadPart(write(text)), 1, `a bit at ${place}`);
    }
    for (const length of [0, 10, 32, whole.length / 2]) {
      writeFileSync(file, whole.subarray(0, length));
      assert.equal(loadPart(write(text)), 1, `the first ${length} bytes`);
    }
    // The engine refuses it itself: a whole file that holds no code.
    const none = Buffer.alloc(500, 7);
    writeFileSync(file, Buffer.concat([createHash('sha256').update(text).update('\0').update(none).digest(), none]));
    assert.equal(loadPart(write(text)), 1);
  });

  it('is not used when somebody else can write it', async function () {
    if (process.platform === 'win32') this.skip();
    const file = await keep();
    forge(file);
    for (const mode of [0o620, 0o602, 0o666]) {
      chmodSync(file, mode);
      assert.equal(loadPart(write(text)), 1, mode.toString(8));
    }
    chmodSync(file, 0o644);
    assert.equal(loadPart(write(text)), 2);
  });

  it('is a file: a pipe or a device in its place is not read', async function () {
    if (!existsSync('/dev/zero')) this.skip();
    const file = await keep();
    rmSync(file);
    symlinkSync('/dev/zero', file);
    assert.equal(loadPart(write(text)), 1);
    rmSync(file);
    execFileSync('mkfifo', [file]);
    assert.equal(loadPart(write(text)), 1);
  });

  it('is done without where nothing can be written', async () => {
    folder.write('cache', '');
    useCompiled(compiled);
    assert.equal(loadPart(write(text)), 1);
    keepCompiled();
    await new Promise((done) => setTimeout(done, 1800));
    assert.equal(readFileSync(join(folder.path, 'cache'), 'utf8'), '');
  });

  it('gives a part what it asks for, and its mistakes the right lines', () => {
    useCompiled(compiled);
    folder.write('other.cjs', 'exports.name = "other";');
    const part = loadPart(
      write(
        'const { name } = require("../other.cjs");\nexports.name = name;\nexports.fail = () => {\n  throw new Error();\n};',
      ),
    );
    const { name, fail } = part as { name: string; fail: () => void };
    assert.equal(name, 'other');
    assert.throws(fail, ({ stack }: Error) => /part\.cjs:4/.test(stack ?? ''));
  });

  describe('lies', () => {
    const environment = { ...process.env };
    beforeEach(() => {
      delete process.env['CLAUSEMARK_INDEX'];
      delete process.env['CLAUSEMARK_COMPILED'];
    });
    afterEach(() => {
      process.env = { ...environment };
    });

    it('where the environment says, else in the cache folder, and nowhere when nothing is to be kept', () => {
      assert.match(compiledFolder(undefined) ?? '', /clausemark.compiled$/);
      process.env['CLAUSEMARK_COMPILED'] = '/somewhere';
      assert.equal(compiledFolder(undefined), '/somewhere');
      assert.equal(compiledFolder('/storage'), '/somewhere');
      assert.equal(compiledFolder(false), null);
      process.env['CLAUSEMARK_INDEX'] = 'off';
      assert.equal(compiledFolder(undefined), null);
    });

    it('in no folder that a client names: editors read such options from the folder that is opened', () => {
      assert.equal(compiledFolder('/workspace/.cache'), null);
    });
  });
});
