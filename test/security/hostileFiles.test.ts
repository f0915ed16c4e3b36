/**
 * A folder with everything in it that a file system can hold against a reader. Each file is read or left out with a reason,
 * whatever stands beside it.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, openSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { clausemark } from '../support/commandLine.js';
import { type Conversation, startConversation } from '../support/conversation.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

const policy = '# Access\n\nSee ISO/IEC 27001:2022 A.5.99.\n';
const settings = { rules: { 'missing-field': 'off' } };
const bytes = (...values: number[]) => Uint8Array.from(values);

/** Names that a careless program takes for something else: options, patterns, addresses, several lines, other folders. */
const names = [
  '--fix.md',
  '-.md',
  'a\nb.md',
  'a\r\nc.md',
  'a\tb.md',
  '\u001b[2Jred.md',
  '\u202Edm.evil.md',
  '\u2066isolate.md',
  '%2e%2e%2fa.md',
  '100%.md',
  'a%0Ab.md',
  'a#b.md',
  'a?b.md',
  'a b .md',
  ' .md',
  '..md',
  '...md',
  '"quoted".md',
  "it's.md",
  '<img src=x onerror=alert(1)>.md',
  '[x](y).md',
  '{a,b}.md',
  '*.md',
  '!a.md',
  '~.md',
  '$HOME.md',
  '`id`.md',
  'back\\slash.md',
  'a:b.md',
  'C:.md',
  'file:a.md',
  'constructor.md',
  '__proto__.md',
  'NFC-\u00e9.md',
  'NFD-e\u0301.md',
  '🔐.md',
  `${'x'.repeat(252)}.md`,
];

const bomb = `standards:\n  27001: { edition: 2022 }\nx: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghij']
  .map((key, at) => `${key}: &${key} [${`*${'abcdefghi'[at]},`.repeat(9)}]`)
  .join('\n')}\n`;

/** Whole texts that are no policy or statement at all; none is skipped, none does harm. */
const oddTexts: Readonly<Record<string, string>> = {
  'js.md': '---js\nrequire("fs").writeFileSync("pwned", "x")\n---\n# A\n',
  'coffee.md': '---coffee\nprocess.exit 1\n---\n# A\n',
  'tags.md':
    '---\na: !!js/function "function () { process.exit(1) }"\nb: !!python/object/apply:os.system ["id"]\n---\n# A\n',
  'prototype.md': '---\n__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\n---\n# A\n',
  'bomb.md': `---\n${bomb}---\n# A\n`,
  'deep.md': `---\na: ${'['.repeat(50_000)}\n---\n# A\n`,
  'quotes.md': `${'> '.repeat(10_000)}a\n`,
  'line.md': 'word '.repeat(200_000),
  'table.md': `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(100_000)}`,
  'bom.md': `\uFEFF${policy}`,
  'empty.md': '',
  'returns.md': policy.replaceAll('\n', '\r'),
};

const systems: Readonly<Record<string, string>> = {
  'list/soa.yaml': '- organisation: X\n- standards: []\n',
  'word/soa.yaml': 'hello',
  'number/soa.yaml': '7',
  'bomb/soa.yaml': bomb,
  'deep/soa.yaml': `controls: ${'{a: '.repeat(20_000)}`,
  'open/soa.yaml': 'controls: [{"',
  'tags/soa.yaml': 'organisation: !!js/function "function () { process.exit(1) }"\n',
  'prototype/soa.yaml':
    '__proto__: { polluted: yes }\ncontrols:\n  __proto__: { applicable: true }\n  constructor: no\n',
  'line/soa.yaml': `a: [${'a,'.repeat(500_000)}]\n`,
  'entry/soa.yaml': `owner: CISO\na: [${'a,'.repeat(39_000)}\n`,
  'twice/soa.yaml': `controls:\n${'  27001:A.5.1: { applicable: true }\n'.repeat(3000)}`,
};

const skippedFiles: Readonly<Record<string, { readonly content: Uint8Array; readonly reason: RegExp }>> = {
  'binary.md': { content: bytes(0x7f, 0x45, 0x4c, 0x46, 0, 1), reason: /not a text file/ },
  'nul.md': { content: new TextEncoder().encode(`${policy}\0`), reason: /not a text file/ },
  'utf16le.md': { content: bytes(0xff, 0xfe, 0x23, 0, 0x20, 0), reason: /not a text file/ },
  'utf16be.md': { content: bytes(0xfe, 0xff, 0, 0x23, 0, 0x20), reason: /not a text file/ },
  'latin.md': { content: bytes(0x23, 0x20, 0xe9, 0x0a), reason: /not saved as UTF-8/ },
  // A lone surrogate as some programs write it.
  'surrogate.md': { content: bytes(0x23, 0x20, 0xed, 0xa0, 0x80), reason: /not saved as UTF-8/ },
  'cut.md': { content: bytes(0x23, 0x20, 0xf0, 0x9f), reason: /not saved as UTF-8/ },
};

describe('Hostile files', function () {
  this.timeout(120_000);
  let talk: Conversation | null = null;
  let folder: TemporaryFolder | null = null;
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  afterEach(() => {
    talk?.end();
    talk = null;
    folder?.dispose();
    folder = null;
  });
  const uriIn = (path: string) => pathToFileURL(join(folder!.path, path)).toString();
  const start = async () => {
    talk = await startConversation({}, { settings, folderUris: [pathToFileURL(folder!.path).toString()] });
    return talk;
  };

  it('of any name are read, checked and asked about under that name', async () => {
    folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, policy])));
    const server = await start();
    assert.equal((await server.settled()).documents, names.length);
    const byPath = new Map([...server.diagnosticsByUri].map(([uri, found]) => [fileURLToPath(uri), found]));
    for (const name of names) {
      const found = byPath.get(join(folder.path, name));
      assert.deepEqual(
        found?.map(({ code }) => code),
        ['unknown-reference'],
        JSON.stringify(name),
      );
      const uri = [...server.diagnosticsByUri.keys()].find((each) => fileURLToPath(each) === join(folder!.path, name))!;
      const answer = await server.ask<object | null>('textDocument/hover', uri, { line: 2, character: 26 });
      assert.ok(answer, JSON.stringify(name));
    }
    for (const name of names) folder.remove(name);
    await server.notify('workspace/didChangeWatchedFiles', {
      changes: [...server.diagnosticsByUri.keys()].map((uri) => ({ uri, type: 3 })),
    });
    assert.equal((await server.settled()).documents, 0);
  });

  it('of names that are no UTF-8 are left out with a reason, and nobody else is', async function () {
    if (process.platform !== 'linux') this.skip();
    folder = temporaryFolder({ 'good.md': policy, 'sign \uFFFD.md': policy, 'a\uFFFD/b.md': policy });
    const inBytes = (name: string) => Buffer.from(`${folder!.path}/${name}`, 'latin1');
    writeFileSync(inBytes('Richtlinie f\u00fcr alle.md'), policy);
    writeFileSync(inBytes('notes f\u00fcr.txt'), policy);
    mkdirSync(inBytes('Ma\u00dfnahmen'));
    writeFileSync(inBytes('Ma\u00dfnahmen/a.md'), policy);
    const server = await start();
    const { documents, skipped } = await server.settled();
    assert.equal(documents, 3);
    assert.deepEqual(
      skipped.map(({ uri, reason }) => [fileURLToPath(uri).slice(folder!.path.length + 1), reason]),
      [
        [
          'Richtlinie f\uFFFDr alle.md',
          'Its name is not written in UTF-8, so that it cannot be opened by it. Rename it.',
        ],
      ],
    );
    const { stderr } = await clausemark(['check'], { cwd: folder.path });
    assert.match(stderr, /The folder “Ma\uFFFDnahmen” cannot be read: its name is not written in UTF-8\n/);
    assert.match(stderr, /Richtlinie f\uFFFDr alle\.md was left out: its name is not written in UTF-8/);
    renameSync(inBytes('Richtlinie f\u00fcr alle.md'), join(folder.path, 'Richtlinie.md'));
    folder.remove('sign \uFFFD.md');
    await server.notify('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: uriIn('Richtlinie.md'), type: 1 },
        { uri: uriIn('Richtlinie f\uFFFDr alle.md'), type: 3 },
        { uri: uriIn('sign \uFFFD.md'), type: 3 },
      ],
    });
    const after = await server.settled();
    assert.deepEqual([after.documents, after.skipped], [3, []]);
  });

  it('of any content are read or left out with a reason, and the good ones are answered', async () => {
    folder = temporaryFolder({
      'good.md': policy,
      ...oddTexts,
      ...systems,
      ...Object.fromEntries(Object.entries(skippedFiles).map(([name, { content }]) => [name, content])),
    });
    const { path } = folder;
    // Fifty megabytes that take no room on the disk.
    openSync(join(path, 'huge.md'), 'w');
    truncateSync(join(path, 'huge.md'), 50 * 1024 * 1024);
    writeFileSync(join(path, 'large.md'), policy.repeat(200_000));
    mkdirSync(join(path, 'large'));
    writeFileSync(join(path, 'large/soa.yaml'), `a: [${'a,'.repeat(3_000_000)}]\n`);
    mkdirSync(join(path, 'folder.md/soa.yaml'), { recursive: true });
    mkdirSync(join(path, 'deep/er'), { recursive: true });
    symlinkSync('../..', join(path, 'deep/er/loop'));
    symlinkSync('self.md', join(path, 'self.md'));
    symlinkSync('pong.md', join(path, 'ping.md'));
    symlinkSync('ping.md', join(path, 'pong.md'));
    symlinkSync('nowhere.md', join(path, 'dangling.md'));
    execFileSync('mkfifo', [join(path, 'pipe.md')]);
    const server = await start();
    const status = await server.settled();
    const reasons = new Map(status.skipped.map(({ uri, reason }) => [uri.slice(uri.lastIndexOf('/') + 1), reason]));
    for (const [name, { reason }] of Object.entries(skippedFiles)) assert.match(reasons.get(name) ?? name, reason);
    for (const name of ['huge.md', 'large.md', 'soa.yaml']) assert.match(reasons.get(name) ?? name, /larger than 5 MB/);
    assert.equal(reasons.size, Object.keys(skippedFiles).length + 3, [...reasons.keys()].join());
    assert.equal(status.documents, Object.keys(oddTexts).length + 1);
    assert.equal(status.systems, Object.keys(systems).length);
    for (const name of ['good.md', 'bom.md', 'returns.md'])
      assert.ok(
        server.diagnosticsByUri.get(uriIn(name))?.some(({ code }) => code === 'unknown-reference'),
        name,
      );
    for (const name of ['list', 'word', 'number', 'bomb', 'deep', 'open', 'line', 'entry'])
      assert.ok(server.diagnosticsByUri.get(uriIn(`${name}/soa.yaml`))?.length, `${name}/soa.yaml says what is wrong`);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    assert.deepEqual(
      server.log.filter((line) => /failed|Unexpected|Could not/.test(line)),
      [],
    );
  });

  it('that are opened, of any content, leave the others alone', async () => {
    folder = temporaryFolder({ 'good.md': policy });
    const server = await start();
    const contents = [...Object.values(oddTexts), '\0', '\uD800', '\uDC00\uD800', 'a\u0000b', '\uFFFE', policy];
    for (const [at, text] of contents.entries()) await server.open(uriIn(`open${at}.md`), text);
    for (const [at, text] of Object.values(systems).entries())
      await server.open(uriIn(`s${at}/soa.yaml`), text, 'yaml');
    await server.settled();
    for (const [at, text] of contents.entries()) {
      const uri = uriIn(`open${at}.md`);
      for (const method of ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'inlayHint'])
        await server.request(`textDocument/${method}`, {
          textDocument: { uri },
          range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
        });
      await server.change(uri, { text: `${text}\n` });
    }
    assert.ok(server.diagnosticsByUri.get(uriIn('good.md'))?.some(({ code }) => code === 'unknown-reference'));
    assert.deepEqual(
      server.log.filter((line) => /failed|Unexpected|Could not/.test(line)),
      [],
    );
  });

  it('that go while they are being read are forgotten', async () => {
    const many = Array.from({ length: 400 }, (_, at) => `d${at % 20}/f${at}.md`);
    talk = await startConversation(Object.fromEntries(many.map((name) => [name, policy])), { settings, begins: false });
    const server = talk;
    await server.notify('initialized', {});
    // As soon as the server has listed and read some of them, half of all are gone, and nobody tells it so.
    const first = server.request('workspace/symbol', { query: 'Access' });
    for (let at = 0; at < 20; at += 2) server.folder.remove(`d${at}`);
    await first;
    await server.settled();
    await server.filesChanged(
      ...many.map((name): [string, 3 | 2] => [name, Number(/\d+/.exec(name)) % 2 === 0 ? 3 : 2]),
    );
    assert.equal((await server.settled()).documents, 200);
    assert.deepEqual(
      server.log.filter((line) => /failed|Unexpected|Could not/.test(line)),
      [],
    );
  });

  it('and folders that must not be read are left out, and the others are checked', async function () {
    const isRoot = process.getuid?.() === 0;
    folder = temporaryFolder({
      'good.md': policy,
      'closed/a.md': policy,
      'secret.md': policy,
      'soa/soa.yaml': 'standards: {}\n',
      '.clausemark.yaml': 'rules:\n  missing-field: off\n',
    });
    chmodSync(folder.path, 0o755);
    for (const path of ['closed', 'secret.md', 'soa/soa.yaml']) chmodSync(join(folder.path, path), 0);
    // An administrator may read everything: the command is run as nobody.
    const program = fileURLToPath(new URL('../../dist/cli/clausemark.mjs', import.meta.url));
    const child = spawn(process.execPath, [program, 'check', '--no-color'], {
      cwd: folder.path,
      ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    const code = await new Promise((done) => child.on('close', done));
    if (isRoot && /Cannot find module/.test(said)) this.skip();
    assert.equal(code, 1, said);
    assert.match(said, /good\.md/);
    assert.match(said, /The folder “closed” cannot be read/);
    assert.match(said, /secret\.md was left out: it cannot be opened/);
    assert.match(said, /soa\.yaml was left out: it cannot be opened/);
    for (const path of ['closed', 'secret.md', 'soa/soa.yaml']) chmodSync(join(folder.path, path), 0o755);
  });
});
