/**
 * A workspace that wants other files of the machine to be read: by links, by `..`, by its settings, by its soa.yaml. Outside
 * lies a secret; whatever the server says, the secret is not in it.
 */
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDiskHost } from '../../server/src/node/host.js';
import { type SoaPlaceAnswer, soaPlaceRequest } from '../../server/src/protocol.js';
import type { FileText } from '../../server/src/workspace/host.js';
import { clausemark } from '../support/commandLine.js';
import { type Conversation, startConversation } from '../support/conversation.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

const secret = 'TOP-SECRET-4711';
const secretPolicy = `---\nid: ${secret}\ntitle: ${secret}\nowner: ${secret}\ncontrols: [27001:A.5.99]\n---\n# ${secret}\n`;
const options = { log: () => {}, today: () => '2026-11-21', pause: () => Promise.resolve() };

const statement = `organisation: Example
scope: ../outside/secret.md
standards:
  27001: { edition: 2022 }
folders: [., ../outside, linked]
controls:
  27001:A.5.1:
    applicable: true
    status: implemented
    documents: [${secret}, ../outside/secret.md]
    evidence: [../outside/secret.md, /etc/passwd, linked/secret.md, "..\\\\outside\\\\secret.md", "%2e%2e/outside/secret.md"]
`;

const policy = `---
id: POL-1
controls: [27001:A.5.1]
---
# Access

See [the other](../outside/secret.md#top), [this](linked/secret.md) and [that](..%2Foutside%2Fsecret.md).
`;

/** A folder with a workspace `inside` that leads to its neighbour `outside` in every way there is. */
function workspaceThatLeadsOut(): TemporaryFolder {
  const folder = temporaryFolder({ 'inside/soa.yaml': statement, 'inside/a.md': policy });
  mkdirSync(join(folder.path, 'outside/deep'), { recursive: true });
  const outside = (name: string) => join(folder.path, 'outside', name);
  writeFileSync(outside('secret.md'), secretPolicy);
  writeFileSync(outside('deep/secret.md'), secretPolicy);
  writeFileSync(outside('soa.yaml'), `organisation: ${secret}\nstandards:\n  27001: { edition: 2022 }\n`);
  writeFileSync(outside('settings.yaml'), `rules:\n  ${secret}: error\n`);
  writeFileSync(outside('own.yaml'), `standard: ${secret}\ntitle: ${secret}\n`);
  const inside = (name: string) => join(folder.path, 'inside', name);
  symlinkSync(outside('secret.md'), inside('file.md'));
  symlinkSync('../outside/secret.md', inside('relative.md'));
  symlinkSync(outside(''), inside('linked'));
  mkdirSync(inside('system'));
  symlinkSync(outside('soa.yaml'), inside('system/soa.yaml'));
  symlinkSync(inside('file.md'), inside('twice.md'));
  return folder;
}

describe('Nothing outside the folder is read', function () {
  this.timeout(30_000);
  let folder: TemporaryFolder;
  let talk: Conversation | null = null;

  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(() => {
    folder = workspaceThatLeadsOut();
  });
  afterEach(() => {
    talk?.end();
    talk = null;
    folder.dispose();
  });

  const insideUri = () => `file://${folder.path}/inside`;

  /** Everything that the server has said of the workspace so far, and its answers to every question there is. */
  async function everythingSaid(conversation: Conversation): Promise<string> {
    const uri = `${insideUri()}/soa.yaml`;
    const answers: unknown[] = [];
    const questions: [string, object][] = [
      ['clausemark/soa', { uri }],
      ['clausemark/coverage', {}],
      ['workspace/symbol', { query: '' }],
      ...['soa.yaml', 'a.md', 'linked/secret.md', '../outside/secret.md', 'file.md'].flatMap(
        (path): [string, object][] => {
          const textDocument = { uri: `${insideUri()}/${path}` };
          return [
            ['textDocument/documentLink', { textDocument }],
            ['textDocument/documentSymbol', { textDocument }],
            ['textDocument/hover', { textDocument, position: { line: 1, character: 8 } }],
          ];
        },
      ),
    ];
    for (const [method, params] of questions) answers.push(await conversation.request(method, params));
    return JSON.stringify([answers, [...conversation.diagnosticsByUri], conversation.log, conversation.notifications]);
  }

  it('by links, by “..” and by what soa.yaml and documents name', async () => {
    talk = await startConversation({}, { folderUris: [insideUri()] });
    const said = await everythingSaid(talk);
    assert.ok(said.includes('A.5.1'), 'the workspace itself is read');
    // The soa.yaml names the secret as a document: that word is its own. Nothing else may come of it.
    assert.doesNotMatch(said.replaceAll(`“${secret}”`, ''), new RegExp(`title":"${secret}|# ${secret}|A\\.5\\.99`));
  });

  it('when the editor tells of files behind links and “..”, opens and closes them', async () => {
    talk = await startConversation({}, { folderUris: [insideUri()] });
    const paths = ['linked/secret.md', 'linked/deep/secret.md', '../outside/secret.md', 'linked/soa.yaml', 'file.md'];
    for (const path of paths) {
      const uri = `${insideUri()}/${path}`;
      await talk.open(uri, '# Harmless\n');
      await talk.closeFile(uri);
      await talk.filesChanged([uri, 1], [uri, 2]);
      await talk.notify('workspace/didRenameFiles', { files: [{ oldUri: `${uri}x`, newUri: uri }] });
    }
    await talk.settled();
    assert.doesNotMatch(await everythingSaid(talk), new RegExp(`title":"${secret}|# ${secret}|A\\.5\\.99`));
  });

  it('when a page inside VS Code asks for a place', async () => {
    talk = await startConversation({}, { folderUris: [insideUri()] });
    const place = (path: string) =>
      talk!.request<SoaPlaceAnswer>(soaPlaceRequest, {
        uri: `${insideUri()}/soa.yaml`,
        target: { what: 'file', path },
      });
    assert.ok(await place('a.md'));
    for (const path of ['../outside/secret.md', 'a/../../outside/secret.md', '/etc/passwd/../../outside', '..'])
      assert.equal(await place(path), null, path);
  });

  it('by a settings file or a catalog that is a link', async () => {
    const inside = (name: string) => join(folder.path, 'inside', name);
    symlinkSync(join(folder.path, 'outside/settings.yaml'), inside('.clausemark.yaml'));
    symlinkSync(join(folder.path, 'outside/settings.yaml'), inside('.clausemarkignore'));
    talk = await startConversation({}, { folderUris: [insideUri()] });
    assert.doesNotMatch(JSON.stringify(await talk.settled()), new RegExp(secret));
    talk.end();
    folder.dispose();
    folder = workspaceThatLeadsOut();
    symlinkSync(join(folder.path, 'outside/own.yaml'), inside('own.yaml'));
    writeFileSync(inside('.clausemark.yaml'), 'catalogs: [own.yaml, linked/own.yaml, linked]\n');
    talk = await startConversation({}, { folderUris: [insideUri()] });
    const { problems } = await talk.settled();
    assert.equal(problems.filter((problem) => /outside this folder/.test(problem)).length, 3, problems.join('\n'));
    assert.doesNotMatch(problems.join(), new RegExp(secret));
  });

  it('by the host, whichever path it is asked for, and links inside are followed', () => {
    const host = createDiskHost(join(folder.path, 'inside'), options);
    for (const path of [
      'file.md',
      'relative.md',
      'twice.md',
      'linked/secret.md',
      'linked/deep/secret.md',
      '../outside/secret.md',
      'linked/../a/../../outside/secret.md',
      '../../../../../../etc/hostname',
    ]) {
      assert.equal((host.readFile(path, 10_000) as FileText).kind, 'missing', path);
      assert.equal(host.readFileNow(path), null, path);
    }
    mkdirSync(join(folder.path, 'inside/real'));
    writeFileSync(join(folder.path, 'inside/real/b.md'), 'b');
    symlinkSync('real', join(folder.path, 'inside/alias'));
    assert.equal(host.readFileNow('alias/b.md'), 'b');
    assert.equal(host.readFileNow('real/b.md'), 'b');
  });

  it('on the command line', async () => {
    const cwd = join(folder.path, 'inside');
    for (const args of [['check'], ['references'], ['coverage'], ['soa', '--format', 'json'], ['check', 'linked']]) {
      const { stdout, stderr } = await clausemark([...args, '--no-color'], { cwd });
      assert.doesNotMatch(stdout + stderr, new RegExp(`title": ?"${secret}|# ${secret}`), args.join(' '));
      if (args[1] !== 'linked') assert.doesNotMatch(stdout, /A\.5\.99/, args.join(' '));
    }
  });
});
