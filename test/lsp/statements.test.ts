/** The messages behind the commands that import, compare and release the statement. */
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CompareSoaAnswer,
  compareSoaRequest,
  type ImportSoaAnswer,
  importSoaRequest,
  type ReleaseDefaults,
  type ReleaseSoaAnswer,
  releaseDefaultsRequest,
  releaseSoaRequest,
  type SoaVersionsAnswer,
  soaVersionsRequest,
} from '../../server/src/protocol.js';
import { type Conversation, startConversation } from '../support/conversation.js';
import { repositoryIn } from '../support/scratchRepository.js';

const csv = 'Control ID,Applicable,Justification\nA.5.1,Yes,Nötig\nA.7.4,No,No premises\nA.9.9,Yes,\n';
const soa =
  'version: "1.0"\nstatus: draft\nstandards: { 27001: { edition: 2022 } }\ncontrols:\n  27001:A.5.1: { applicable: no, justification: We have none of these }\n';

/** The text after edits as the protocol has them. */
function applyEdits(text: string, edits: ImportSoaAnswer['edits']): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);
}

describe('Messages about statements', () => {
  let talk: Conversation;
  afterEach(() => talk.end());
  const folder = () => talk.uri('').replace(/\/$/, '');
  const importSoa = (more: object = {}) => {
    const content = Buffer.from(csv).toString('base64');
    return talk.request<ImportSoaAnswer | null>(importSoaRequest, {
      folder: folder(),
      fileName: 'soa.csv',
      content,
      ...more,
    });
  };

  it('import a file as a new soa.yaml', async () => {
    talk = await startConversation({ 'a.md': '# A\n' });
    await talk.settled();
    const answer = (await importSoa())!;
    assert.deepEqual(
      [answer.problem, answer.uri, answer.controls, answer.lost, answer.edits.length],
      [null, talk.uri('soa.yaml'), 2, 1, 0],
    );
    assert.match(
      answer.text,
      /27001:A\.5\.1: # Policies for information security\n {4}applicable: true\n {4}justification: Nötig\n/,
    );
    assert.match(answer.report, /^# Import of soa\.csv$/m);
    assert.match(answer.report, /ISO\/IEC 27001:2022 has no A\.9\.9\./);
  });

  it('import a file into the soa.yaml that is open, as edits of its text', async () => {
    talk = await startConversation({ 'soa.yaml': soa });
    const opened = `${soa}# typed\n`;
    talk.open('soa.yaml', opened);
    await talk.settled();
    const answer = (await importSoa({ into: talk.uri('soa.yaml') }))!;
    assert.equal(answer.length, opened.length);
    const text = applyEdits(opened, answer.edits);
    assert.equal(text, answer.text);
    assert.match(text, /A\.5\.1: \{ applicable: yes, justification: Nötig \}[\s\S]*# typed\n/);
    const kept = (await importSoa({ into: talk.uri('soa.yaml'), keepsExisting: true }))!;
    assert.match(kept.text, /A\.5\.1: \{ applicable: no, justification: We have none of these \}/);
  });

  it('say what is wrong with a file', async () => {
    talk = await startConversation({ 'a.md': '# A\n' });
    await talk.settled();
    const other = Buffer.from('%PDF-').toString('base64');
    assert.match((await importSoa({ content: other }))!.problem!, /PDF/);
    assert.match((await importSoa({ content: '' }))!.problem!, /empty/);
    assert.match((await importSoa({ content: '{}', fileName: 'x.json' }))!.problem!, /cannot be read/);
    assert.match(
      (await importSoa({ content: Buffer.from('a,b\n1,2').toString('base64') }))!.problem!,
      /No decision on a control/,
    );
    assert.match((await importSoa({ into: talk.uri('soa.yaml') }))!.problem!, /is gone/);
    assert.equal(await importSoa({ folder: 'file:///elsewhere' }), null);
  });

  it('ask git nothing in a folder that nobody trusts', async () => {
    talk = await startConversation({ 'soa.yaml': soa });
    await talk.settled();
    for (const isTrusted of [false, undefined, 'yes']) {
      const params = { uri: talk.uri('soa.yaml'), isTrusted };
      const versions = await talk.request<SoaVersionsAnswer>(soaVersionsRequest, params);
      assert.match(versions.problem!, /Restricted Mode/);
      const compared = await talk.request<CompareSoaAnswer>(compareSoaRequest, {
        ...params,
        before: 'HEAD',
        after: null,
      });
      assert.match(compared.problem!, /Restricted Mode/);
    }
  });

  it('compare versions in the history with each other and with what is typed', async () => {
    talk = await startConversation({ 'soa.yaml': soa });
    const repository = repositoryIn(talk.folder);
    repository.commit({}, '2026-01-01');
    repository.commit(
      { 'soa.yaml': soa.replace('1.0', '1.1').replace('applicable: no', 'applicable: yes') },
      '2026-02-01',
    );
    talk.open('soa.yaml', soa.replace('1.0', '1.2'));
    await talk.settled();
    const params = { uri: talk.uri('soa.yaml'), isTrusted: true };
    const { versions } = await talk.request<SoaVersionsAnswer>(soaVersionsRequest, params);
    assert.deepEqual(
      versions.map(({ version, date }) => [version, date]),
      [
        ['1.1', '2026-02-01'],
        ['1.0', '2026-01-01'],
      ],
    );
    const between = await talk.request<CompareSoaAnswer>(compareSoaRequest, { ...params, before: '1.0', after: '1.1' });
    assert.equal(between.title, '1.0 → 1.1');
    assert.match(between.report, /^- Was excluded, now applicable; reason given: “We have none of these”\.$/m);
    const now = await talk.request<CompareSoaAnswer>(compareSoaRequest, { ...params, before: '1.1', after: null });
    assert.match(now.report, /^- Was applicable, now excluded/m);
    const unknown = await talk.request<CompareSoaAnswer>(compareSoaRequest, {
      ...params,
      before: '--all',
      after: null,
    });
    assert.match(unknown.problem!, /neither a version/);
  });

  it('say plainly where there is no history', async () => {
    talk = await startConversation({ 'soa.yaml': soa });
    await talk.settled();
    const params = { uri: talk.uri('soa.yaml'), isTrusted: true };
    const { problem, versions } = await talk.request<SoaVersionsAnswer>(soaVersionsRequest, params);
    assert.match(problem!, /not in a git repository|does not exist|Only folders on a disk/);
    assert.deepEqual(versions, []);
  });

  it('release the statement by edits, or say why not', async () => {
    talk = await startConversation({ 'soa.yaml': soa });
    await talk.settled();
    const uri = talk.uri('soa.yaml');
    const defaults = (await talk.request<ReleaseDefaults | null>(releaseDefaultsRequest, { uri }))!;
    assert.deepEqual([defaults.uri, defaults.version, defaults.lastReleased], [uri, '1.0', null]);
    const params = { uri, version: '1.0', approvedBy: 'CEO', date: defaults.today, change: '' };
    const answer = await talk.request<ReleaseSoaAnswer>(releaseSoaRequest, params);
    assert.deepEqual(answer.reasons, []);
    const text = applyEdits(soa, answer.edits);
    assert.match(text, /^status: approved$/m);
    assert.match(text, /^released: \{ version: "1\.0", .*hash: sha256:[0-9a-f]{64} \}$/m);
    assert.ok(answer.warnings > 0);
    const refused = await talk.request<ReleaseSoaAnswer>(releaseSoaRequest, { ...params, version: 'x' });
    assert.match(refused.reasons[0]!.text, /“x” is not a version/);
    assert.deepEqual(refused.edits, []);
    assert.equal(await talk.request(releaseDefaultsRequest, { uri: 'file:///elsewhere/soa.yaml' }), null);
  });

  it('offer the next version where the stated one was released', async () => {
    talk = await startConversation({ 'soa.yaml': `${soa}released: { version: "1.0", date: 2026-01-01 }\n` });
    await talk.settled();
    const defaults = (await talk.request<ReleaseDefaults | null>(releaseDefaultsRequest, { uri: folder() }))!;
    assert.deepEqual([defaults.version, defaults.lastReleased], ['1.1', '1.0']);
  });
});
