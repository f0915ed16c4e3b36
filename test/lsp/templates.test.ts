/** The messages behind the command that creates a document from a template. */
import assert from 'node:assert/strict';
import {
  type DocumentTemplatesAnswer,
  documentTemplatesRequest,
  type NewDocumentAnswer,
  newDocumentRequest,
} from '../../server/src/protocol.js';
import { type Conversation, startConversation } from '../support/conversation.js';

describe('Documents from templates', () => {
  let talk: Conversation;
  before(async () => {
    talk = await startConversation({
      'p/a.md': '---\nid: POL-001\ntitle: Access\ntype: policy\nowner: Head of IT\n---\n# Access\n',
    });
    await talk.settled();
  });
  after(() => talk.end());
  const folder = () => talk.uri('').replace(/\/$/, '');
  const ask = (params: object = {}) =>
    talk.request<DocumentTemplatesAnswer | null>(documentTemplatesRequest, { folder: folder(), ...params });
  const make = (params: object) =>
    talk.request<NewDocumentAnswer | null>(newDocumentRequest, {
      ...{ folder: folder(), type: 'policy', title: 'Keys', id: 'POL-002', owner: '', within: 'p' },
      ...params,
    });

  it('says what there is to choose from, and proposes', async () => {
    const first = await ask();
    assert.deepEqual([first?.types[0]?.name, first?.people, first?.folders], ['policy', ['Head of IT'], ['', 'p']]);
    const second = await ask({ type: 'policy', title: 'Keys' });
    assert.deepEqual([second?.proposedId, second?.proposedFolder], ['POL-002', 'p']);
    assert.match((await ask({ id: 'pol-001' }))?.idProblem ?? '', /is the id of “Access”/);
    assert.equal((await ask({ id: '' }))?.idProblem, null);
    assert.equal(await ask({ folder: 'file:///elsewhere' }), null);
  });

  it('makes the text and says where it goes, never outside the folder', async () => {
    const made = await make({});
    assert.equal(made?.uri, talk.uri('p/keys.md'));
    assert.match(made?.text ?? '', /^---\nid: POL-002\n/);
    assert.equal((await make({ title: 'A', within: '' }))?.uri, talk.uri('a-2.md').replace('a-2.md', 'a.md'));
    for (const within of ['../x', '/etc', 'file:///x']) assert.equal(await make({ within }), null);
  });
});
