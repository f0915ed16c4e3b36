import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { writeAll } from '../../server/src/node/cli/migrate.js';
import { type CommandResult, clausemark } from '../support/commandLine.js';
import { type FileContents, type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

const soa =
  '# ours\r\nstandards:\r\n  27001: { edition: 2013 }\r\ncontrols:\r\n  27001:A.12.6.1: { applicable: true } # patches\r\n';
const policy =
  '---\r\nid: P-1\r\ncontrols: [A.12.6.1]\r\n---\r\n# Patching\r\n\r\nSee ISO/IEC 27001:2013 A.12.6.1 and clause 10.1.\r\n';
const steps = ['migrate', '--from', '27001:2013', '--to', '27001:2022'];

describe('clausemark migrate', () => {
  let folder: TemporaryFolder;
  afterEach(() => folder.dispose());

  const run = (files: FileContents, args: readonly string[] = []): Promise<CommandResult> => {
    folder = temporaryFolder(files);
    return again(args);
  };
  const again = (args: readonly string[] = []) => clausemark([...steps, ...args], { cwd: folder.path });
  const read = (path: string) => readFileSync(join(folder.path, path), 'utf8');

  it('prints the report and changes nothing without --write', async () => {
    const { code, stdout } = await run({ 'soa.yaml': soa, 'policies/patching.md': policy });
    assert.equal(code, 0);
    assert.match(stdout, /policies\/patching\.md\n {2}3:12 {4}changed {2}A\.12\.6\.1 \(Management of technical/);
    assert.match(stdout, /6 to change, 0 for a person\. Nothing was written: add --write\.\n$/);
    assert.deepEqual([read('soa.yaml'), read('policies/patching.md')], [soa, policy]);
  });

  it('changes documents and soa.yaml with --write, and nothing when run again', async () => {
    const { code } = await run({ 'soa.yaml': soa, 'policies/patching.md': policy }, ['--write']);
    assert.equal(code, 0);
    assert.equal(read('soa.yaml'), soa.replace('2013', '2022').replace('A.12.6.1', 'A.8.8'));
    const written = policy.replaceAll('A.12.6.1', 'A.8.8').replace('2013', '2022').replace('10.1', '10.2');
    assert.equal(read('policies/patching.md'), written);
    assert.equal((await again(['--write'])).stdout, '0 changed, 0 for a person.\n');
    assert.equal(read('policies/patching.md'), written);
  });

  it('says which files were written before one that could not be', () => {
    const files = ['soa.yaml', 'a.md', 'b.md'].map((path) => ({ path, newText: '' }));
    const failAt = (name: string) => () =>
      writeAll(files, (path) => {
        if (path === name) throw new Error('EACCES');
      });
    assert.throws(failAt('soa.yaml'), { message: 'soa.yaml could not be written: EACCES. Nothing was written.' });
    assert.throws(failAt('b.md'), { message: 'b.md could not be written: EACCES. Written before it: soa.yaml, a.md.' });
  });

  it('answers 1 where something needs a person', async () => {
    const { code, stdout } = await run({ 'soa.yaml': soa, 'a.md': 'Reviews follow A.18.2.3.\n' });
    assert.equal(code, 1);
    assert.match(stdout, /1:16 {4}person {3}A\.18\.2\.3 \(Technical compliance review\): It became A\.5\.36/);
  });

  it('moves a folder without soa.yaml, in which the documents tell the edition', async () => {
    const files = { 'a.md': policy, 'b.md': '# Improvement\n\nSee clause 10.2 of ISO 27001 and A.9.4.5.\n' };
    await run(files, ['--write']);
    assert.equal(read('b.md'), '# Improvement\n\nSee clause 10.1 of ISO 27001 and A.8.4.\n');
  });

  it('does not swap clauses of a part of a folder whose other documents keep the old edition in scope', async () => {
    const old = '---\ncontrols: [A.12.1.1, A.12.1.2, A.12.1.3, A.12.3.1]\n---\n# Operations of ISO/IEC 27001:2013\n';
    const files = {
      '.git/HEAD': '',
      '.clausemark.yaml': '',
      'old/a.md': old,
      'new/b.md': '# Improvement\n\nSee clause 10.2 of ISO 27001.\n',
    };
    const { code } = await run(files, ['--write', 'new']);
    assert.equal(code, 1);
    assert.equal(read('new/b.md'), files['new/b.md']);
    assert.equal(read('old/a.md'), old);
  });

  it('keeps a byte order mark', async () => {
    await run({ 'soa.yaml': soa, 'a.md': '\uFEFFSee A.12.6.1.\n' }, ['--write']);
    assert.equal(read('a.md'), '\uFEFFSee A.8.8.\n');
  });

  it('gives places before the change, and with --write after it', async () => {
    const source = '---\ncontrols:\n  - A.12.4.1\n  - A.12.4.2\n---\n# Logging\n\nReviews follow A.18.2.3.\n';
    const lineOf = ({ stdout }: CommandResult) =>
      (JSON.parse(stdout) as { entries: { outcome: string; range: { start: { line: number } } }[] }).entries.find(
        ({ outcome }) => outcome === 'needs-person',
      )?.range.start.line;
    assert.equal(lineOf(await run({ 'soa.yaml': soa, 'a.md': source }, ['--format', 'json'])), 7);
    assert.equal(lineOf(await again(['--format', 'json', '--write'])), 6);
  });

  it('prints JSON as its schema says, and Markdown with a table for each outcome', async () => {
    const files = { 'soa.yaml': soa, 'a.md': 'A.18.2.3 and A.12.6.1. Formerly A.9.4.5.\n' };
    const { stdout } = await run(files, ['--format', 'json']);
    const schema = readFileSync(new URL('../../docs/schema/migration.schema.json', import.meta.url), 'utf8');
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(JSON.parse(schema));
    const result = JSON.parse(stdout) as { summary: object };
    assert.ok(validate(result), JSON.stringify(validate.errors));
    assert.deepEqual(result.summary, { files: 2, changed: 3, needsPerson: 1, leftAlone: 1 });
    const { stdout: markdown } = await again(['--format', 'markdown']);
    for (const title of ['## To change', '## For a person', '## Left alone'])
      assert.ok(markdown.includes(title), title);
  });

  it('leaves files alone that it cannot read', async () => {
    await run({ 'soa.yaml': soa });
    const bytes = Buffer.from([...Buffer.from('See A.12.6.1 '), 0xff, 0x0a]);
    writeFileSync(join(folder.path, 'a.md'), bytes);
    const { code, stderr } = await again(['--write']);
    assert.deepEqual([code, /a\.md was left out/.test(stderr)], [0, true]);
    assert.ok(readFileSync(join(folder.path, 'a.md')).equals(bytes));
  });

  it('says so where the settings keep the old edition in scope', async () => {
    const files = {
      '.clausemark.yaml': 'standards: [27001:2013]\n',
      'a.md': 'See A.12.6.1 and clause 10.1 of ISO 27001.\n',
    };
    const { code, stderr } = await run(files, ['--write']);
    assert.deepEqual([code, read('a.md')], [1, 'See A.8.8 and clause 10.1 of ISO 27001.\n']);
    assert.match(stderr, /still say 27001:2013/);
  });

  it('says what is wrong with the editions', async () => {
    folder = temporaryFolder({ 'a.md': policy });
    const mistakes: [string[], RegExp][] = [
      [['migrate'], /required option '--from/],
      [['migrate', '--from', '27001', '--to', '27001:2022'], /--from takes a standard with its edition, not “27001”/],
      [['migrate', '--from', '27001:2022', '--to', '27001:2013'], /did not replace/],
      [['migrate', '--from', '27001:2013', '--to', '42001:2023'], /different standards/],
      [['migrate', '--from', '27001:2013', '--to', '27001:2022', '--format', 'csv'], /There is no format “csv” here/],
    ];
    for (const [args, message] of mistakes) {
      const { code, stdout, stderr } = await clausemark(args, { cwd: folder.path });
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
    }
    assert.equal(read('a.md'), policy);
  });
});
