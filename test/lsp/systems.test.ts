/** Several management systems in one workspace, one over several folders, and the fixes of a soa.yaml, as an editor sees them. */
import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import type { SoaModel } from '../../server/src/core/soa/modelTypes.js';
import { type CoverageMessage, coverageRequest, type SoaMessage, soaRequest } from '../../server/src/protocol.js';
import { type Conversation, editorCapabilities, startConversation } from '../support/conversation.js';

const soa = (head: string, decision: string) =>
  `${head}standards: [42001:2023]\ncontrols:\n  42001:A.2.2: ${decision}\n`;
const policy = (control: string) => `---\nid: P\nstatus: approved\ncontrols: [42001:${control}]\n---\n# AI\n`;

describe('Management systems in an editor', () => {
  let talk: Conversation;
  afterEach(() => talk.end());

  const files = {
    'isms/soa.yaml': soa('folders: [../policies, ../shared]\n', '{ applicable: yes, justification: x }'),
    'policies/ai.md': policy('A.2.2'),
    'shared/more.md': policy('A.2.3'),
    'lab/soa.yaml': soa('', '{ applicable: no, justification: x }'),
    'lab/ai.md': policy('A.2.2'),
  };

  it('each document opens the statement of its own system', async () => {
    talk = await startConversation(files);
    await talk.settled();
    const covered = async (path: string) => {
      const answer = await talk.request<SoaMessage>(soaRequest, { uri: talk.uri(path) });
      const rows = (answer.model as SoaModel).rows.filter(({ documents }) => documents.length > 0);
      return [answer.system, rows.map(({ id }) => id).join(' ')];
    };
    assert.deepEqual(await covered('policies/ai.md'), [talk.uri('isms/soa.yaml'), 'A.2.2 A.2.3']);
    assert.deepEqual(await covered('shared/more.md'), [talk.uri('isms/soa.yaml'), 'A.2.2 A.2.3']);
    assert.deepEqual(await covered('lab/ai.md'), [talk.uri('lab/soa.yaml'), 'A.2.2']);
    const trees = await talk.request<CoverageMessage[]>(coverageRequest, {});
    assert.deepEqual(
      trees.map(({ system, standards }) => [system, standards[0]!.covered]),
      [
        [talk.uri('isms/soa.yaml'), 2],
        [talk.uri('lab/soa.yaml'), 0],
      ],
    );
  });

  it('findings of one system leave the other alone, and a comment silences them', async () => {
    talk = await startConversation(files);
    await talk.settled();
    const excluded = (path: string) =>
      (talk.diagnosticsByUri.get(talk.uri(path)) ?? []).filter(({ code }) => code === 'excluded-but-claimed').length;
    assert.deepEqual(['lab/soa.yaml', 'lab/ai.md', 'isms/soa.yaml', 'policies/ai.md'].map(excluded), [1, 1, 0, 0]);
    const comment = '  # clausemark-disable-next-line excluded-but-claimed -- being moved\n  42001:A.2.2';
    await talk.open('lab/soa.yaml', files['lab/soa.yaml'].replace('  42001:A.2.2', comment), 'yaml');
    await talk.settled();
    assert.deepEqual(['lab/soa.yaml', 'lab/ai.md'].map(excluded), [0, 1]);
  });

  it('fixes of a soa.yaml are offered at their place, with ways to silence it', async () => {
    talk = await startConversation(files);
    await talk.open('lab/soa.yaml', files['lab/soa.yaml'].replace(', justification: x', ''), 'yaml');
    await talk.settled();
    const at = { line: 2, character: 4 };
    const actions = await talk.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: talk.uri('lab/soa.yaml') },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes('Silence exclusion-without-justification for 42001:A.2.2'), titles.join('\n'));
    const fix = actions.find(({ title }) => title === 'Add a justification to fill in');
    const changes = fix?.edit?.documentChanges as TextDocumentEdit[] | undefined;
    const edits = changes?.flatMap((change) => change.edits) ?? Object.values(fix?.edit?.changes ?? {}).flat();
    assert.deepEqual(
      edits.map((edit) => ('newText' in edit ? edit.newText.trim() : null)),
      [', justification:'],
    );
  });

  it('what leaves no doubt in a soa.yaml is put right in one step', async () => {
    talk = await startConversation(files);
    const text =
      'status: freigegeben\nstandards: [42001]\ncontrols:\n  A.2.2: ja\n  A.2.3: { applicable: nein, justification: x }\n';
    await talk.open('lab/soa.yaml', text, 'yaml');
    const [all, ...others] = await talk.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: talk.uri('lab/soa.yaml') },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.deepEqual(others, []);
    const changes = all?.edit?.documentChanges as TextDocumentEdit[];
    const edits = changes.flatMap((change) => change.edits.map((edit) => 'newText' in edit && edit.newText));
    assert.deepEqual(edits.sort(), ['false', 'true']);
    // "freigegeben" is understood, so that nothing has to be put right; who wants our word for it asks.
    const onStatus = await talk.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: talk.uri('lab/soa.yaml') },
      range: { start: { line: 0, character: 9 }, end: { line: 0, character: 9 } },
      context: { diagnostics: [] },
    });
    assert.ok(onStatus.some(({ title }) => title === 'Replace with approved'));
  });

  it('fixes of a soa.yaml are made when the editor asks for them', async () => {
    const textDocument = {
      ...editorCapabilities.textDocument,
      codeAction: { resolveSupport: { properties: ['edit'] } },
    };
    talk = await startConversation(files, { capabilities: { ...editorCapabilities, textDocument } });
    await talk.open('lab/soa.yaml', files['lab/soa.yaml'].replace(', justification: x', ''), 'yaml');
    await talk.settled();
    const actions = await talk.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: talk.uri('lab/soa.yaml') },
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 30 } },
      context: { diagnostics: [] },
    });
    const offered = actions.find(({ title }) => title === 'Add a justification to fill in')!;
    assert.equal(offered.edit, undefined);
    const resolved = await talk.request<CodeAction>('codeAction/resolve', offered);
    assert.match(JSON.stringify(resolved.edit), /, justification: /);
    assert.equal(resolved.title, offered.title);
  });
});
