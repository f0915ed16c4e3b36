/** The messages of our own client: SoA models and what changed of them, coverage, places. */
import assert from 'node:assert/strict';
import type { PaneModel, PaneRow, Patch } from '../../server/src/core/soa/paneTypes.js';
import {
  type CoverageMessage,
  type CoveragePlaceMessage,
  coveragePlacesRequest,
  coverageRequest,
  type SoaChangedMessage,
  type SoaMessage,
  type SoaPlaceAnswer,
  soaChangedNotification,
  soaPlaceRequest,
  soaRequest,
} from '../../server/src/protocol.js';
import { type Conversation, startConversation } from '../support/conversation.js';

const system =
  'organisation: Example\nstandards:\n  27001: { edition: 2022 }\ncontrols:\n  27001:A.5.15:\n    applicable: true\n';
const policy = (controls: string) => `---\nid: P\ntitle: Access\ncontrols: [${controls}]\n---\n# Access\n`;

describe('Messages of our own client', () => {
  let talk: Conversation;
  afterEach(() => talk.end());

  const soa = (more: object = {}) => talk.request<SoaMessage>(soaRequest, { uri: talk.uri('soa.yaml'), ...more });
  const rowsOf = (rows: readonly unknown[]) => (rows as PaneRow[]).map(({ id }) => id);

  it('the SoA model comes whole, and after that what changed', async () => {
    talk = await startConversation({ 'soa.yaml': system, 'a.md': policy('27001:A.5.15') });
    const first = await soa();
    assert.equal(first.system, talk.uri('soa.yaml'));
    assert.equal((first.model as PaneModel).rows.length, 93);
    await talk.open('a.md', policy('27001:A.5.15, 27001:A.5.16'));
    await talk.settled();
    const second = await soa({ since: first.version });
    assert.ok(second.version > first.version);
    assert.equal(second.model, undefined);
    const patch = second.patch as Patch;
    assert.equal(second.since, first.version);
    assert.deepEqual(rowsOf(patch.changed), ['A.5.16']);
    assert.equal((patch.head as PaneModel).counts.covered, 2);
    const third = await soa({ since: second.version });
    assert.equal(third.version, second.version);
    assert.deepEqual(third.patch, { list: 'rows', key: 'key', changed: [] });
  });

  it('the SoA model comes whole to whoever names a version that is not the last', async () => {
    talk = await startConversation({ 'soa.yaml': system, 'a.md': policy('27001:A.5.15') });
    const { version } = await soa();
    assert.ok((await soa({ since: version + 7 })).model);
    assert.ok((await soa({ since: version })).patch);
  });

  it('nothing of the SoA model is sent again when texts only move', async () => {
    talk = await startConversation({ 'soa.yaml': system, 'a.md': policy('27001:A.5.15') });
    const { version } = await soa();
    await talk.open('soa.yaml', `# A comment above everything.\n\n${system}`, 'yaml');
    await talk.open('a.md', policy('27001:A.5.15').replace('title: Access', 'department: IT\ntitle: Access'));
    const next = await soa({ since: version });
    assert.deepEqual((next.patch as Patch).changed, []);
    assert.ok(JSON.stringify(next).length < 400, JSON.stringify(next));
  });

  it('a standard that comes into scope brings its rows and the new order', async () => {
    talk = await startConversation({ 'soa.yaml': system });
    const { version } = await soa();
    await talk.open('soa.yaml', system.replace('controls:', '  42001: { edition: 2023 }\ncontrols:'), 'yaml');
    const next = await soa({ since: version });
    const { changed, order } = next.patch as Patch;
    assert.deepEqual([changed.length, order?.length], [38, 93 + 38]);
  });

  it('the client hears of a change, once', async () => {
    talk = await startConversation({ 'soa.yaml': system, 'a.md': policy('27001:A.5.15') });
    talk.notifications.length = 0;
    await talk.open('a.md', policy('27001:A.5.16'));
    await talk.settled();
    await talk.settled();
    const heard = talk.notifications.filter(({ method }) => method === soaChangedNotification);
    assert.deepEqual(
      heard.map(({ params }) => (params as SoaChangedMessage).folder),
      [talk.uri('').replace(/\/$/, '')],
    );
    assert.equal((heard[0]!.params as SoaChangedMessage).version, (await soa()).version);
  });

  it('the client hears of a changed soa.yaml before all documents are checked again', async () => {
    const policies = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `p${index}.md`,
        policy('27001:A.5.15').replace('id: P', `id: P${index}`),
      ]),
    );
    talk = await startConversation({ 'soa.yaml': system, ...policies });
    await talk.settled();
    talk.published.length = 0;
    let publishedBefore = -1;
    talk.client.onNotification(soaChangedNotification, () => {
      if (publishedBefore < 0) publishedBefore = talk.published.length;
    });
    await talk.open('soa.yaml', system.replace('applicable: true', 'applicable: false'), 'yaml');
    await talk.settled();
    assert.equal(talk.published.filter((name) => name.endsWith('.md')).length, 60);
    assert.ok(publishedBefore >= 0 && publishedBefore < 60, String(publishedBefore));
  });

  it('there is no SoA without a standard in scope, and one without a soa.yaml', async () => {
    talk = await startConversation({ 'a.md': '# Nothing\n' });
    assert.equal(await talk.request(soaRequest, {}), null);
    await talk.open('a.md', policy('42001:A.2.2'));
    await talk.settled();
    const answer = await talk.request<SoaMessage>(soaRequest, {});
    assert.deepEqual([answer.system, (answer.model as PaneModel).rows.length], [null, 38]);
  });

  it('a place is told in lines and characters, as it is now', async () => {
    talk = await startConversation({ 'soa.yaml': system, 'a.md': policy('27001:A.5.15') });
    const place = (target: object) =>
      talk.request<SoaPlaceAnswer | null>(soaPlaceRequest, { uri: talk.uri('soa.yaml'), target });
    const document = { what: 'document', key: 'iso27001-2022:A.5.15', path: 'a.md' };
    const range = (line: number) => ({ start: { line, character: 17 }, end: { line, character: 23 } });
    assert.deepEqual(await place(document), { uri: talk.uri('a.md'), range: range(3) });
    await talk.open('a.md', policy('27001:A.5.15').replace('title:', 'owner: CISO\ntitle:'));
    assert.deepEqual(await place(document), { uri: talk.uri('a.md'), range: range(4) });
    assert.deepEqual(await place({ what: 'soa' }), { uri: talk.uri('soa.yaml'), range: null });
    assert.equal(await place({ what: 'document', key: 'x', path: 'a.md' }), null);
  });

  it('coverage counts by theme, and tells the places of a control', async () => {
    talk = await startConversation({
      'soa.yaml': system,
      'a.md': policy('27001:A.5.15'),
      'b.md': '# B\n\n## Rights\n\nSee A.5.15, A.5.16.\n',
    });
    const [message] = await talk.request<CoverageMessage[]>(coverageRequest, null);
    assert.deepEqual([message!.organisation, message!.system], ['Example', talk.uri('soa.yaml')]);
    const [standard] = message!.standards;
    assert.deepEqual([standard!.name, standard!.covered, standard!.total], ['ISO/IEC 27001:2022', 1, 93]);
    const [theme] = standard!.groups;
    assert.deepEqual([theme!.id, theme!.kind, theme!.covered, theme!.total], ['A.5', 'controls', 1, 37]);
    const states = theme!.entries.filter(({ state }) => state !== 'uncovered').map(({ id, state }) => `${id} ${state}`);
    assert.deepEqual(states, ['A.5.15 covered', 'A.5.16 mentioned']);
    assert.ok(standard!.groups.some(({ kind, id }) => kind === 'clauses' && id === '6'));
    const key = theme!.entries.find(({ id }) => id === 'A.5.15')!.key;
    const params = { folder: message!.folder, system: message!.system, key };
    const places = await talk.request<CoveragePlaceMessage[]>(coveragePlacesRequest, params);
    assert.deepEqual(
      places.map(({ path, title, isClaim, section, range }) => [path, title, isClaim, section, range.start.line]),
      [
        ['a.md', 'Access', true, null, 3],
        ['b.md', 'B', false, 'Rights', 4],
      ],
    );
  });

  it('places of listed documents are told as such, and those that cannot be opened stand in the soa.yaml', async () => {
    const listing = system.replace(
      'applicable: true\n',
      'applicable: true\n    documents: [a.md, annex, ../../x.pdf, ../../y.pdf]\n',
    );
    talk = await startConversation({ 'soa.yaml': listing, 'a.md': policy(''), 'annex/b.pdf': '' });
    const params = {
      folder: talk.uri('').replace(/\/$/, ''),
      system: talk.uri('soa.yaml'),
      key: 'iso27001-2022:A.5.15',
    };
    const places = await talk.request<CoveragePlaceMessage[]>(coveragePlacesRequest, params);
    const soaLine = listing.split('\n').findIndex((line) => line.includes('documents:'));
    assert.deepEqual(
      places.map(({ uri, title, isListed, range }) => [uri, title, isListed, range.start.line]),
      [
        [talk.uri('a.md'), 'Access', true, 0],
        [talk.uri('soa.yaml'), 'annex', true, soaLine],
        [talk.uri('soa.yaml'), '../../x.pdf', true, soaLine],
        [talk.uri('soa.yaml'), '../../y.pdf', true, soaLine],
      ],
    );
    const missing = talk.diagnostics('soa.yaml').filter(({ code }) => code === 'document-missing');
    assert.deepEqual(
      missing.map(({ message }) => String(message).slice(0, 19)),
      ['“annex” is a folder'],
    );
  });

  it('several management systems have each their own coverage and statement', async () => {
    const two = system.replace('Example', 'Inner').replace('27001: { edition: 2022 }', '42001: { edition: 2023 }');
    talk = await startConversation({
      'soa.yaml': system,
      'inner/soa.yaml': two,
      'a.md': policy('27001:A.5.15'),
      'inner/b.md': policy('42001:A.2.2'),
    });
    const parts = await talk.request<CoverageMessage[]>(coverageRequest, null);
    assert.deepEqual(
      parts.map(({ organisation, standards }) => [
        organisation,
        standards.map(({ key, covered }) => `${key} ${covered}`),
      ]),
      [
        ['Example', ['iso27001-2022 1']],
        ['Inner', ['iso42001-2023 1']],
      ],
    );
    const answer = await talk.request<SoaMessage>(soaRequest, { uri: talk.uri('inner/b.md') });
    assert.equal(answer.system, talk.uri('inner/soa.yaml'));
  });
});

describe('Several folders', () => {
  let talk: Conversation;
  afterEach(() => talk.end());
  const quiet = { rules: { 'missing-field': 'off' } };

  it('are checked each by itself, and a folder inside another speaks for its own files', async () => {
    talk = await startConversation(
      {
        'one/soa.yaml': system,
        'one/a.md': 'See A.5.2.\n',
        'one/sub/soa.yaml': system.replace('27001: { edition: 2022 }', '42001: { edition: 2023 }'),
        'one/sub/b.md': 'See ISO/IEC 27001:2022 A.5.99.\n',
        'two/c.md': 'See ISO/IEC 27001:2022 A.5.99.\n',
      },
      { folders: ['one', 'one/sub', 'two'], settings: quiet },
    );
    assert.deepEqual(talk.codes('one/sub/b.md'), ['unknown-reference']);
    assert.deepEqual(talk.codes('two/c.md'), ['unknown-reference']);
    const parts = await talk.request<CoverageMessage[]>(coverageRequest, null);
    assert.deepEqual(
      parts.map(({ folderName }) => folderName),
      ['one', 'one', 'one/sub', 'two'],
    );
  });

  it('come and go', async () => {
    const text = 'See ISO/IEC 27001:2022 A.5.99.\n';
    talk = await startConversation({ 'one/a.md': text, 'two/b.md': text }, { folders: ['one'], settings: quiet });
    assert.deepEqual([talk.codes('one/a.md'), talk.codes('two/b.md')], [['unknown-reference'], []]);
    const folder = (name: string) => ({ uri: talk.uri(name), name });
    const change = (added: object[], removed: object[]) =>
      talk.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    await change([folder('two')], []);
    await talk.settled();
    assert.deepEqual(talk.codes('two/b.md'), ['unknown-reference']);
    await change([], [folder('one')]);
    await talk.settled();
    assert.deepEqual([talk.codes('one/a.md'), talk.codes('two/b.md')], [[], ['unknown-reference']]);
  });

  it('one in the other: whoever speaks for a document says what there is to say of it, open or not', async () => {
    const text = 'See ISO/IEC 27001:2022 A.5.99.\n';
    const wrong = 'unknown-reference';
    talk = await startConversation(
      {
        'one/a.md': text,
        'one/sub/b.md': text,
        'one/sub/c.md': '# C\n',
        'one/sub/.clausemarkignore': 'd.md\n',
        'one/sub/d.md': text,
      },
      { folders: ['one'], settings: quiet },
    );
    const all = () => ['a.md', 'sub/b.md', 'sub/c.md', 'sub/d.md'].map((path) => talk.codes(`one/${path}`));
    assert.deepEqual(all(), [[wrong], [wrong], [], [wrong]]);
    await talk.open('one/sub/c.md', text);
    await talk.settled();
    const sub = { uri: talk.uri('one/sub'), name: 'sub' };
    const change = async (added: object[], removed: object[]) => {
      await talk.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
      await talk.settled();
    };
    await change([sub], []);
    assert.deepEqual(all(), [[wrong], [wrong], [wrong], []], 'the inner one leaves out what its own file names');
    await talk.change('one/sub/c.md', { text: `${text}\n${text}` });
    await talk.settled();
    assert.deepEqual(all(), [[wrong], [wrong], [wrong, wrong], []]);
    await change([], [sub]);
    assert.deepEqual(all(), [[wrong], [wrong], [wrong, wrong], [wrong]], 'the outer one has its documents back');
    await talk.closeFile('one/sub/c.md');
    await talk.settled();
    assert.deepEqual(all(), [[wrong], [wrong], [], [wrong]], 'and reads the file again');
  });
});
