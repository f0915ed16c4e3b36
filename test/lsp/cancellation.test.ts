/** A request that its sender takes back: what it has set going outside of the server ends with it. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import {
  compareSoaRequest,
  exportSoaRequest,
  type SoaVersionsAnswer,
  soaVersionsRequest,
} from '../../server/src/protocol.js';
import { type Conversation, startConversation } from '../support/conversation.js';
import { repositoryIn } from '../support/scratchRepository.js';
import { slowBrowser } from '../support/slowBrowser.js';
import { isRunning, type SlowGit, slowGit, until } from '../support/slowGit.js';

const soa = 'version: "1.0"\nstandards: { 27001: { edition: 2022 } }\ncontrols:\n  27001:A.5.1: { applicable: yes }\n';

describe('A request that is cancelled', () => {
  let talk: Conversation;
  let git: SlowGit | null = null;
  beforeEach(async function () {
    if (process.platform === 'win32') this.skip();
    talk = await startConversation({ 'soa.yaml': soa });
    const repository = repositoryIn(talk.folder);
    repository.commit({}, '2026-01-01');
    repository.git('tag', 'v1.0');
    await talk.settled();
  });
  afterEach(() => {
    git?.dispose();
    git = null;
    talk.end();
  });

  const comparison = (before: string, after: string | null) => ({
    method: compareSoaRequest,
    params: { uri: talk.uri('soa.yaml'), isTrusted: true, before, after },
  });
  const versions = () => ({ method: soaVersionsRequest, params: { uri: talk.uri('soa.yaml'), isTrusted: true } });
  const exported = () => ({
    method: exportSoaRequest,
    params: { uri: talk.uri('soa.yaml'), isTrusted: true, format: 'markdown' },
  });
  const requests: [slow: string, name: string, request: () => { method: string; params: object }][] = [
    ['rev-parse', 'a comparison with a revision', () => comparison('HEAD', null)],
    ['ls-tree', 'a comparison with a revision', () => comparison('HEAD', null)],
    ['cat-file', 'a comparison with a revision', () => comparison('HEAD', null)],
    ['log', 'a comparison with a version', () => comparison('1.0', 'HEAD')],
    ['for-each-ref', 'the versions in the history', versions],
    ['status', 'an export with the commit in it', exported],
  ];

  for (const [slow, name, request] of requests) {
    it(`ends “git ${slow}” of ${name}`, async () => {
      git = slowGit(slow);
      const source = new CancellationTokenSource();
      const { method, params } = request();
      const answer = talk.client.sendRequest(method, params, source.token);
      const pid = await git.started();
      assert.ok(isRunning(pid));
      source.cancel();
      await assert.rejects(
        answer,
        (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
      );
      await until(() => !isRunning(pid));
      await talk.settled();
      assert.equal(git.commands().at(-1), slow, 'nothing more is asked');
      assert.deepEqual(talk.log, [], 'it is no failure');
    });
  }

  it('ends the browser that prints a PDF, and leaves nothing of it', async () => {
    const browser = slowBrowser();
    const { CLAUSEMARK_CHROMIUM } = process.env;
    process.env['CLAUSEMARK_CHROMIUM'] = browser.path;
    try {
      const source = new CancellationTokenSource();
      const params = { uri: talk.uri('soa.yaml'), format: 'pdf' };
      const answer = talk.client.sendRequest(exportSoaRequest, params, source.token);
      const folder = await browser.started;
      assert.ok(existsSync(folder));
      source.cancel();
      await assert.rejects(
        answer,
        (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
      );
      await browser.ended;
      await until(() => !existsSync(folder));
      assert.deepEqual(talk.log, [], 'it is no failure');
    } finally {
      if (CLAUSEMARK_CHROMIUM === undefined) delete process.env['CLAUSEMARK_CHROMIUM'];
      else process.env['CLAUSEMARK_CHROMIUM'] = CLAUSEMARK_CHROMIUM;
      browser.dispose();
    }
  });

  it('leaves another one alone that asks the same', async () => {
    git = slowGit('for-each-ref');
    const source = new CancellationTokenSource();
    const { method, params } = versions();
    const taken = talk.client.sendRequest(method, params, source.token);
    await git.started();
    const other = comparison('HEAD', null);
    const kept = talk.request<{ problem: string | null }>(other.method, other.params);
    source.cancel();
    await assert.rejects(taken, ResponseError);
    assert.equal((await kept).problem, null);
    git.dispose();
    git = null;
    const again = await talk.request<SoaVersionsAnswer>(method, params);
    assert.deepEqual([again.problem, again.tags.map((tag) => tag.name)], [null, ['v1.0']]);
  });
});
