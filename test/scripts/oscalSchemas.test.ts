/** `npm run oscal-schemas`, against a server of this machine that hands out schemas of nothing with the right names. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OscalFormat, oscalSchemas, schemaFault } from '../../scripts/support/oscalSchemas.mjs';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

const script = fileURLToPath(new URL('../../scripts/oscal-schemas.mjs', import.meta.url));
const formats = Object.keys(oscalSchemas) as OscalFormat[];

/** Says no more than which schema it is: NIST's own text is not kept here. */
function stub(format: OscalFormat, more: object = {}): string {
  const { id, root } = oscalSchemas[format];
  return JSON.stringify({ $id: id, definitions: { any: {} }, required: [root], ...more });
}

describe('npm run oscal-schemas', function () {
  this.timeout(30_000);
  let server: Server;
  let base: string;
  let cache: TemporaryFolder;
  /** What the server has, by path; all else is not found. */
  let files: Map<string, string>;
  let asked: string[];

  beforeEach(async () => {
    cache = temporaryFolder();
    files = new Map(formats.map((format) => [`/v1/${oscalSchemas[format].file}`, stub(format)]));
    asked = [];
    server = createServer(({ url }, response) => {
      asked.push(url!);
      response.statusCode = files.has(url!) ? 200 : 404;
      response.end(files.get(url!) ?? 'Not here.');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  });
  afterEach(async () => {
    await new Promise((done) => server.close(done));
    cache.dispose();
  });

  const written = () => (existsSync(join(cache.path, 'oscal')) ? readdirSync(join(cache.path, 'oscal')).sort() : []);

  function run(args: string[] = [], address = base): Promise<{ code: number | null; output: string }> {
    const env = { ...process.env, CLAUSEMARK_CACHE: cache.path, CLAUSEMARK_OSCAL_RELEASE: address };
    return new Promise((done) => {
      const child = spawn(process.execPath, [script, ...args], { env });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text) => (output += text));
      child.on('close', (code) => done({ code, output }));
    });
  }

  it('puts the three files where the tests look, and fetches them once', async () => {
    const { code, output } = await run();
    assert.equal(code, 0, output);
    assert.deepEqual(written(), formats.map((format) => oscalSchemas[format].file).sort());
    assert.equal(readFileSync(join(cache.path, 'oscal', oscalSchemas['oscal-ssp'].file), 'utf8'), stub('oscal-ssp'));
    assert.match(output, /oscal_ssp_schema\.json {2}\d+ characters {2}SHA-256 [0-9a-f]{64}/);
    assert.match((await run()).output, /are there/);
    assert.equal(asked.length, 3);
    await run(['--again']);
    assert.equal(asked.length, 6);
  });

  it('fetches again what is there and is not the schema', async () => {
    mkdirSync(join(cache.path, 'oscal'));
    for (const format of formats) writeFileSync(join(cache.path, 'oscal', oscalSchemas[format].file), '{}');
    assert.equal((await run()).code, 0);
    assert.equal(asked.length, 3);
  });

  it('keeps nothing where one of them is of another version, and says which', async () => {
    files.set(
      `/v1/${oscalSchemas['oscal-ssp'].file}`,
      stub('oscal-ssp', { $id: 'http://csrc.nist.gov/ns/oscal/1.1.3/x' }),
    );
    const { code, output } = await run();
    assert.equal(code, 1);
    assert.match(output, /oscal_ssp_schema\.json is not the schema of OSCAL 1\.2\.0: its \$id is "http.*1\.1\.3/);
    assert.deepEqual(written(), []);
  });

  it('says plainly what the server answered, and what to do without it', async () => {
    files.delete(`/v1/${oscalSchemas['oscal-mapping'].file}`);
    const missing = await run();
    assert.equal(missing.code, 1);
    assert.match(missing.output, /could not be fetched from http.*oscal_mapping_schema\.json: the server answered 404/);
    assert.match(missing.output, /CLAUSEMARK_OSCAL_SCHEMAS=/);
    assert.deepEqual(written(), []);
  });

  it('says plainly that there is no network', async () => {
    // Nobody listens on the port of a server that has gone.
    const gone = createServer();
    await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
    const { port } = gone.address() as AddressInfo;
    await new Promise((done) => gone.close(done));
    const { code, output } = await run([], `http://127.0.0.1:${port}`);
    assert.equal(code, 1);
    assert.match(output, /could not be fetched from http.*ECONNREFUSED/);
    assert.doesNotMatch(output, /\n {4}at /, 'no stack');
    assert.match((await run([], 'nowhere')).output, /CLAUSEMARK_OSCAL_RELEASE is no address: nowhere/);
  });
});

describe('schemaFault', () => {
  it('knows the schema of a format from anything else', () => {
    assert.equal(schemaFault('oscal-ssp', stub('oscal-ssp')), null);
    assert.match(schemaFault('oscal-ssp', stub('oscal-mapping'))!, /its \$id is/);
    assert.match(schemaFault('oscal-ssp', '<html>')!, /not JSON/);
    assert.match(schemaFault('oscal-ssp', 'null')!, /\$id is missing/);
    assert.match(
      schemaFault('oscal-ssp', stub('oscal-ssp', { required: [] }))!,
      /says nothing of "system-security-plan"/,
    );
  });
});
