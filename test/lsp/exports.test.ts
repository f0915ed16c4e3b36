/** The request of the export command. What is in the files is tested in test/exports. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ExportSoaAnswer, type ExportSoaParams, exportSoaRequest } from '../../server/src/protocol.js';
import { type Conversation, startConversation } from '../support/conversation.js';

const files = {
  'soa.yaml': 'organisation: Tea Ltd\nstandards: [27001:2022]\ncontrols:\n  27001:A.5.1: yes\n',
  'policies/tea.md': '---\ntitle: Tea\ncontrols: [27001:A.5.1]\n---\n# Tea\n',
  'unit/soa.yaml': 'organisation: Unit\nstandards: [42001:2023]\n',
};

describe('Export of the statement', function () {
  this.timeout(30_000);
  let talk: Conversation;
  afterEach(() => talk.end());

  const ask = (params: Partial<ExportSoaParams> = {}) =>
    talk.request<ExportSoaAnswer>(exportSoaRequest, {
      format: 'html',
      isTrusted: false,
      uri: talk.uri('soa.yaml'),
      ...params,
    });

  async function textOf(params: Partial<ExportSoaParams> = {}): Promise<string> {
    const answer = await ask(params);
    assert.ok('content' in answer, JSON.stringify(answer));
    return Buffer.from(answer.content, 'base64').toString('utf8');
  }

  it('answers with the file, its links written from where it will lie', async () => {
    talk = await startConversation(files);
    const page = await textOf({ target: talk.uri('out/soa.html') });
    assert.match(page, /^<!doctype html>/);
    assert.match(page, /href="\.\.\/policies\/tea\.md"/);
    assert.match(await textOf({ target: 'file:///elsewhere/soa.html' }), /href="policies\/tea\.md"/);
    for (const format of ['xlsx', 'docx']) assert.match(await textOf({ format }), /^PK/);
    assert.match(await textOf({ format: 'oscal-component' }), /"component-definition"/);
  });

  it('exports the management system that the document belongs to', async () => {
    talk = await startConversation(files);
    assert.match(await textOf({ uri: talk.uri('unit/soa.yaml') }), /<dd>Unit<\/dd>/);
    assert.match(await textOf(), /<dd>Tea Ltd<\/dd>/);
  });

  it('asks git only where the user trusts the folder', async () => {
    talk = await startConversation(files);
    const folder = fileURLToPath(talk.uri(''));
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
        cwd: folder,
        stdio: 'pipe',
      });
    git('init', '--quiet');
    git('add', '.');
    git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '-m', 'a');
    assert.match(await textOf({ isTrusted: true }), /<dt>Git commit<\/dt><dd>[0-9a-f]{40}<\/dd>/);
    assert.doesNotMatch(await textOf({ isTrusted: false }), /Git commit/);
  });

  it('says in a sentence what is missing', async () => {
    talk = await startConversation({ 'a.md': '# Nothing\n' });
    assert.deepEqual(await ask({ uri: talk.uri('a.md') }), {
      problem: 'No standard is in scope, so there is nothing to export.',
    });
    talk.end();
    talk = await startConversation(files);
    assert.deepEqual(await ask({ format: 'pptx' }), { problem: 'There is no format “pptx”.' });
  });
});
