/** What the pane asks: edits of the soa.yaml, and the views beside the table. */
import assert from 'node:assert/strict';
import type { ClauseMatrix } from '../../server/src/core/soa/clauseMatrixTypes.js';
import type { Patch } from '../../server/src/core/soa/paneTypes.js';
import type { ReuseMatrix } from '../../server/src/core/soa/reuseTypes.js';
import { type EditSoaAnswer, editSoaRequest, type SoaMessage, soaRequest } from '../../server/src/protocol.js';
import { type Conversation, startConversation } from '../support/conversation.js';

const system = 'standards:\n  27001: { edition: 2022 }\ncontrols:\n  27001:A.5.15:\n    applicable: true # yes\n';
const policy =
  '---\nid: P\ntitle: Access\ncontrols: [27001:A.5.15, 27001:A.5.16]\nclauses: [27001:5.2]\n---\n# Access\n';

describe('Requests of the pane', () => {
  let talk: Conversation;
  afterEach(() => talk.end());

  const edit = (changes: readonly unknown[], path = 'soa.yaml') =>
    talk.request<EditSoaAnswer | null>(editSoaRequest, { uri: talk.uri(path), changes });
  const decide = (field: string, value: unknown, control = 'iso27001-2022:A.5.15') => {
    return { kind: 'decision', control, field, value };
  };

  it('edits come with their ranges in the text as it is open, and nothing is written', async () => {
    talk = await startConversation({ 'soa.yaml': system, 'p.md': policy });
    const open = `# Unsaved\n${system}`;
    await talk.open('soa.yaml', open, 'yaml');
    const answer = await edit([decide('applicable', false), decide('status', 'planned')]);
    assert.equal(answer?.length, open.length);
    assert.deepEqual(answer?.refused, []);
    assert.deepEqual(answer?.edits, [
      { range: { start: { line: 5, character: 16 }, end: { line: 5, character: 19 } }, newText: 'fals' },
      {
        range: { start: { line: 5, character: 26 }, end: { line: 5, character: 26 } },
        newText: '\n    status: planned',
      },
    ]);
  });

  it('refusals name the change by its place, and what is no change is refused', async () => {
    talk = await startConversation({ 'soa.yaml': system });
    const changes = [
      decide('shiny', 'x'),
      decide('review', 'soon'),
      decide('owner', 'CISO'),
      7,
      decide('owner', { a: 1 }),
    ];
    const answer = await edit(changes);
    assert.deepEqual(answer?.refused.map(({ index }) => index).sort(), [0, 1, 3, 4]);
    assert.match(answer?.refused.find(({ index }) => index === 1)?.reason ?? '', /not a date/);
    assert.deepEqual(
      answer?.edits.map(({ newText }) => newText),
      ['\n    owner: CISO'],
    );
  });

  it('there is nothing to edit but a soa.yaml', async () => {
    talk = await startConversation({ 'soa.yaml': system, 'p.md': policy });
    assert.equal(await edit([decide('owner', 'CISO')], 'p.md'), null);
    assert.equal(await edit([decide('owner', 'CISO')], 'nowhere/soa.yaml'), null);
  });

  it('the clauses and the reuse of documents are answered for the system of a file', async () => {
    talk = await startConversation({ 'soa.yaml': system, 'p.md': policy });
    await talk.settled();
    const ask = (view: string, since?: number) =>
      talk.request<SoaMessage>(soaRequest, { uri: talk.uri('soa.yaml'), view, since });
    const clauses = await ask('clauses');
    const matrix = clauses.model as ClauseMatrix;
    const cell = matrix.rows.find(({ id }) => id === '5.2')?.cells[0];
    assert.deepEqual([cell?.state, cell?.documents.map(({ id }) => id)], ['covered', ['P']]);
    const reuse = (await ask('reuse')).model as ReuseMatrix;
    assert.deepEqual(
      reuse.documents.map(({ path, total }) => [path, total]),
      [['p.md', 3]],
    );
    await talk.open('p.md', policy.replace('27001:5.2', '27001:5.3'));
    const { changed } = (await ask('clauses', clauses.version)).patch as Patch;
    assert.deepEqual((changed as ClauseMatrix['rows']).map(({ id }) => id).sort(), ['5', '5.2', '5.3']);
  });
});
