/** The messages behind our client's commands: what stands here, naming its standard, a first soa.yaml. */
import assert from 'node:assert/strict';
import {
  type EntryMessage,
  entriesAtRequest,
  type NewSystemAnswer,
  newSystemRequest,
  type QualificationMessage,
  qualifyRequest,
} from '../../server/src/protocol.js';
import { type Conversation, startConversation } from '../support/conversation.js';

const policy = '---\nid: P\ntitle: Access\ncontrols: [A.5.15]\n---\n# Access (ISO/IEC 27001:2022)\n';

describe('Messages behind commands', () => {
  let talk: Conversation;
  afterEach(() => talk.end());

  const at = (path: string, line: number, character: number) => ({
    uri: talk.uri(path),
    position: { line, character },
  });
  const newSystem = (more: object = {}) => {
    const folder = talk.uri('').replace(/\/$/, '');
    return talk.request<NewSystemAnswer | null>(newSystemRequest, { folder, organisation: 'Example', ...more });
  };

  it('say what control stands at a place', async () => {
    talk = await startConversation({ 'a.md': policy });
    await talk.settled();
    const entries = await talk.request<EntryMessage[]>(entriesAtRequest, at('a.md', 3, 13));
    assert.deepEqual(entries, [{ key: 'iso27001-2022:A.5.15', id: 'A.5.15', title: 'Access control' }]);
    assert.deepEqual(await talk.request(entriesAtRequest, at('a.md', 1, 1)), []);
    assert.deepEqual(await talk.request(entriesAtRequest, at('gone.md', 0, 0)), []);
  });

  it('name the standard of a reference, in lines and characters', async () => {
    talk = await startConversation({ 'a.md': policy });
    await talk.settled();
    const [way] = await talk.request<QualificationMessage[]>(qualifyRequest, at('a.md', 3, 13));
    const range = { start: { line: 3, character: 11 }, end: { line: 3, character: 17 } };
    assert.deepEqual(way?.edits, [{ range, newText: '27001:A.5.15' }]);
  });

  it('give the text of a first soa.yaml, and where it belongs', async () => {
    talk = await startConversation({ 'a.md': policy });
    await talk.settled();
    const answer = await newSystem();
    assert.equal(answer?.uri, talk.uri('soa.yaml'));
    assert.equal(answer?.existing, null);
    assert.match(answer?.text ?? '', /^organisation: "Example"$/m);
    assert.match(
      answer?.text ?? '',
      /^ {2}27001:A\.5\.15: # Access control\n {4}# claimed by a\.md\n {4}applicable: true$/m,
    );
  });

  it('offer the current standards where none is in scope, and take the chosen ones', async () => {
    talk = await startConversation({ 'a.md': '# Nothing\n' });
    await talk.settled();
    const answer = await newSystem();
    assert.equal(answer?.text, null);
    const offered = answer?.offered.map(({ standard }) => standard) ?? [];
    assert.ok(
      ['27001:2022', '27701:2025', '42001:2023'].every((standard) => offered.includes(standard)),
      offered.join(),
    );
    assert.ok(!offered.includes('27001:2013'));
    const chosen = await newSystem({ standards: ['42001:2023'] });
    assert.match(chosen?.text ?? '', /^ {2}42001: \{ edition: "2023" \}$/m);
    assert.doesNotMatch(chosen?.text ?? '', /27001/);
  });

  it('say that there is a soa.yaml, and know no other folder', async () => {
    talk = await startConversation({ 'soa.yaml': 'standards:\n  27001: { edition: 2022 }\n' });
    await talk.settled();
    assert.equal((await newSystem())?.existing, talk.uri('soa.yaml'));
    assert.equal(await newSystem({ folder: 'file:///elsewhere' }), null);
  });
});
