/** The messages behind the command that moves a folder to the next edition. */
import assert from 'node:assert/strict';
import {
  type EditionMoveMessage,
  editionMovesRequest,
  type MigrateAnswer,
  migrateRequest,
} from '../../server/src/protocol.js';
import { type Conversation, startConversation } from '../support/conversation.js';

const system = 'standards:\n  27001: { edition: 2013 }\n';
const policy = '# Patching\r\n\r\nSee ISO/IEC 27001:2013 A.12.6.1.\r\n\r\nReviews: ISO/IEC 27001:2013 A.18.2.3.\r\n';

describe('Moving a folder to the next edition', () => {
  let talk: Conversation;
  afterEach(() => talk.end());

  const folder = () => talk.uri('').replace(/\/$/, '');
  const moves = () => talk.request<EditionMoveMessage[]>(editionMovesRequest, { folder: folder() });
  const migrate = (from: string, to: string) =>
    talk.request<MigrateAnswer | null>(migrateRequest, { folder: folder(), from, to });

  it('offers the editions that are still named and have a successor', async () => {
    talk = await startConversation({ 'soa.yaml': system, 'patching.md': policy });
    await talk.settled();
    const [move, ...others] = await moves();
    assert.deepEqual(others, []);
    assert.deepEqual([move?.from, move?.to, move?.toName], ['27001:2013', '27001:2022', 'ISO/IEC 27001:2022']);
  });

  it('offers nothing where all is of today', async () => {
    talk = await startConversation({ 'a.md': '# Access (ISO/IEC 27001:2022 A.5.15)\n' });
    await talk.settled();
    assert.deepEqual(await moves(), []);
    assert.equal(await migrate('27001:2022', '42001:2023'), null);
  });

  it('gives the edits of every file with their version, and a report of what needs a person', async () => {
    talk = await startConversation({ 'soa.yaml': system, 'patching.md': policy });
    await talk.settled();
    const answer = await migrate('27001:2013', '27001:2022');
    assert.ok(answer);
    const file = answer.files.find(({ uri }) => uri === talk.uri('patching.md'));
    assert.deepEqual(
      file?.edits.map(({ newText }) => newText),
      ['2022', 'A.8.8'],
    );
    assert.deepEqual(file?.edits[1]?.range.start, { line: 2, character: 23 });
    assert.equal(file?.version, null);
    assert.ok(answer.files.some(({ uri }) => uri === talk.uri('soa.yaml')));
    assert.equal(answer.needsPerson > 0, true);
    assert.match(answer.report, /^## For a person$/m);
    assert.match(answer.report, /A\\?\.18\\?\.2\\?\.3/);
  });

  it('writes a report that has no findings of its own', async () => {
    talk = await startConversation({ 'soa.yaml': system, 'patching.md': policy });
    await talk.settled();
    const answer = await migrate('27001:2013', '27001:2022');
    talk.open('report.md', answer?.report ?? '');
    await talk.settled();
    assert.deepEqual(talk.diagnosticsByUri.get(talk.uri('report.md')) ?? [], []);
  });
});
