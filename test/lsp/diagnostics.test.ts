import assert from 'node:assert/strict';
import { DiagnosticSeverity, FileChangeType } from 'vscode-languageserver';
import { statusNotification } from '../../server/src/protocol.js';
import { type Conversation, startConversation } from '../support/conversation.js';

const policy = (body: string) => `# Access control\n\n${body}\n`;
const quiet = { rules: { 'missing-field': 'off' } };

describe('Diagnostics over the protocol', () => {
  let talk: Conversation;
  afterEach(() => talk.end());

  it('come for every file of the folder, opened or not', async () => {
    talk = await startConversation(
      { 'a.md': policy('See ISO/IEC 27001:2022 A.5.99.'), 'deep/b.md': policy('See ISO/IEC 27001:2022 A.9.9.') },
      { settings: quiet },
    );
    assert.deepEqual(talk.codes('a.md'), ['unknown-reference']);
    assert.deepEqual(talk.codes('deep/b.md'), ['unknown-reference']);
    const [diagnostic] = talk.diagnostics('a.md');
    assert.deepEqual(diagnostic!.range, { start: { line: 2, character: 23 }, end: { line: 2, character: 29 } });
    assert.equal(diagnostic!.severity, DiagnosticSeverity.Error);
    assert.equal(diagnostic!.source, 'clausemark');
    assert.match(diagnostic!.codeDescription!.href, /docs\/rules\/unknown-reference\.md$/);
  });

  it('follow the open text and not the disk, and the disk again after closing', async () => {
    talk = await startConversation({ 'a.md': policy('See ISO/IEC 27001:2022 A.5.99.') }, { settings: quiet });
    await talk.open('a.md', policy('See ISO/IEC 27001:2022 A.5.15.'));
    await talk.settled();
    assert.deepEqual(talk.codes('a.md'), []);
    await talk.closeFile('a.md');
    await talk.settled();
    assert.deepEqual(talk.codes('a.md'), ['unknown-reference']);
  });

  it('follow incremental edits, several in one message', async () => {
    talk = await startConversation({ 'a.md': policy('x') }, { settings: quiet });
    await talk.open('a.md', policy('See ISO/IEC 27001:2022 A.5.15.'));
    const at = (character: number) => ({ line: 2, character });
    await talk.change(
      'a.md',
      { range: { start: at(27), end: at(29) }, text: '99' },
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' },
    );
    await talk.settled();
    assert.deepEqual(
      talk.diagnostics('a.md').map(({ range }) => range.start),
      [{ line: 3, character: 23 }],
    );
  });

  it('are published only where they differ', async () => {
    talk = await startConversation(
      { 'a.md': policy('See ISO/IEC 27001:2022 A.5.99.'), 'b.md': policy('See ISO/IEC 27001:2022 A.5.98.') },
      { settings: quiet },
    );
    await talk.open('a.md', policy('See ISO/IEC 27001:2022 A.5.99.'));
    await talk.settled();
    talk.published.length = 0;
    await talk.change('a.md', { text: policy('See ISO/IEC 27001:2022 A.5.99. More.') });
    await talk.settled();
    assert.deepEqual(talk.published, []);
    await talk.change('a.md', { text: policy('First. See ISO/IEC 27001:2022 A.5.99.') });
    await talk.settled();
    assert.deepEqual(talk.published, ['a.md']);
  });

  it('of a burst of edits are those of the last one, with the intermediate ones dropped', async () => {
    talk = await startConversation({ 'a.md': policy('x') }, { settings: quiet });
    await talk.open('a.md', policy('x'));
    await talk.settled();
    talk.published.length = 0;
    const edits = Array.from({ length: 40 }, (_, index) =>
      talk.change('a.md', { text: policy(`${'y'.repeat(index)} ISO 27001:2022 A.5.99`) }),
    );
    await Promise.all(edits);
    await talk.settled();
    assert.deepEqual(
      talk.diagnostics('a.md').map(({ range }) => range.start.character),
      [39 + 16],
    );
    assert.ok(talk.published.length < 20, `${talk.published.length} publications for 40 edits`);
  });

  it('go when the file goes, also with its folder', async () => {
    const wrong = policy('See ISO/IEC 27001:2022 A.5.99.');
    talk = await startConversation({ 'a.md': wrong, 'deep/b.md': wrong, 'deep/c.md': wrong }, { settings: quiet });
    talk.folder.remove('a.md');
    talk.folder.remove('deep');
    await talk.filesChanged(['a.md', FileChangeType.Deleted], ['deep', FileChangeType.Deleted]);
    await talk.settled();
    assert.deepEqual([talk.codes('a.md'), talk.codes('deep/b.md'), talk.codes('deep/c.md')], [[], [], []]);
  });

  it('come for files and folders that appear', async () => {
    talk = await startConversation({}, { settings: quiet });
    const wrong = policy('See ISO/IEC 27001:2022 A.5.99.');
    talk.folder.write('a.md', wrong);
    talk.folder.write('moved/in/b.md', wrong);
    await talk.filesChanged(['a.md', FileChangeType.Created], ['moved', FileChangeType.Created]);
    await talk.settled();
    assert.deepEqual([talk.codes('a.md'), talk.codes('moved/in/b.md')], [['unknown-reference'], ['unknown-reference']]);
  });

  it('move with a renamed file', async () => {
    const wrong = policy('See ISO/IEC 27001:2022 A.5.99.');
    talk = await startConversation({ 'a.md': wrong }, { settings: quiet });
    talk.folder.remove('a.md');
    talk.folder.write('b.md', wrong);
    await talk.notify('workspace/didRenameFiles', { files: [{ oldUri: talk.uri('a.md'), newUri: talk.uri('b.md') }] });
    await talk.settled();
    assert.deepEqual([talk.codes('a.md'), talk.codes('b.md')], [[], ['unknown-reference']]);
  });

  it('come for a text that was never saved, and for a document without a folder', async () => {
    talk = await startConversation({}, { settings: quiet });
    await talk.open('untitled:Untitled-1', policy('See ISO/IEC 27001:2022 A.5.99.'));
    await talk.open('file:///somewhere/else/b.md', policy('See ISO/IEC 27001:2022 A.5.98.'));
    await talk.settled();
    assert.deepEqual(talk.codes('untitled:Untitled-1'), ['unknown-reference']);
    assert.deepEqual(talk.codes('file:///somewhere/else/b.md'), ['unknown-reference']);
    await talk.closeFile('untitled:Untitled-1');
    await talk.closeFile('file:///somewhere/else/b.md');
    await talk.settled();
    assert.deepEqual(talk.codes('untitled:Untitled-1'), []);
    assert.deepEqual(talk.codes('file:///somewhere/else/b.md'), []);
  });

  it('say in a document what a soa.yaml above it decides, and change with it', async () => {
    const system = (edition: string) => `organisation: Example\nstandards:\n  27001: { edition: ${edition} }\n`;
    talk = await startConversation(
      { 'soa.yaml': system('2022'), 'a.md': policy('See A.12.6.1.') },
      { settings: quiet },
    );
    assert.deepEqual(talk.codes('a.md'), ['superseded-edition']);
    talk.folder.write('soa.yaml', system('2013'));
    await talk.filesChanged(['soa.yaml', FileChangeType.Changed]);
    await talk.settled();
    assert.ok(!talk.codes('a.md').includes('unknown-reference'));
    await talk.open('soa.yaml', system('2022'), 'yaml');
    await talk.settled();
    assert.deepEqual(talk.codes('a.md'), ['superseded-edition']);
  });

  it('stop while a file is excluded, and come back', async () => {
    talk = await startConversation({ 'old/a.md': policy('See ISO/IEC 27001:2022 A.5.99.') }, { settings: quiet });
    assert.deepEqual(talk.codes('old/a.md'), ['unknown-reference']);
    talk.settings = { ...quiet, exclude: ['old/**'] };
    await talk.notify('workspace/didChangeConfiguration', { settings: null });
    await talk.settled();
    assert.deepEqual(talk.codes('old/a.md'), []);
    talk.settings = quiet;
    await talk.notify('workspace/didChangeConfiguration', { settings: null });
    await talk.settled();
    assert.deepEqual(talk.codes('old/a.md'), ['unknown-reference']);
  });

  it('obey .clausemark.yaml over the settings of the editor, also when it changes', async () => {
    talk = await startConversation(
      { '.clausemark.yaml': 'rules:\n  unknown-reference: hint\n', 'a.md': policy('See ISO/IEC 27001:2022 A.5.99.') },
      { settings: { rules: { ...quiet.rules, 'unknown-reference': 'warning' } } },
    );
    assert.deepEqual(
      talk.diagnostics('a.md').map(({ severity }) => severity),
      [DiagnosticSeverity.Hint],
    );
    talk.folder.write('.clausemark.yaml', 'rules:\n  unknown-reference: off\n');
    await talk.filesChanged(['.clausemark.yaml', FileChangeType.Changed]);
    await talk.settled();
    assert.deepEqual(talk.codes('a.md'), []);
  });

  it('leave out what is no text, with a notice', async () => {
    talk = await startConversation(
      {
        'binary.md': Uint8Array.from([0x23, 0x20, 0, 1, 2]),
        'latin.md': Uint8Array.from([0x23, 0x20, 0xe9, 0x0a]),
        'large.md': '# x\n'.repeat(1_400_000),
        'good.md': policy('See ISO/IEC 27001:2022 A.5.99.'),
      },
      { settings: quiet },
    );
    const status = await talk.settled();
    assert.deepEqual(
      status.skipped.map(({ uri, reason }) => [uri.slice(uri.lastIndexOf('/') + 1), reason]),
      [
        ['binary.md', 'It is not a text file.'],
        [
          'large.md',
          'It is larger than 5 MB. Shorten or divide it, or name it in .clausemarkignore if it is no policy.',
        ],
        ['latin.md', 'It is not saved as UTF-8.'],
      ],
    );
    assert.deepEqual(talk.codes('good.md'), ['unknown-reference']);
    assert.equal(status.documents, 1);
  });

  it('are counted in the status that our own client gets', async () => {
    talk = await startConversation({ 'a.md': policy('See ISO/IEC 27001:2022 A.5.99.') }, { settings: quiet });
    const last = talk.notifications.filter(({ method }) => method === statusNotification).pop();
    assert.deepEqual(last?.params, {
      state: 'ready',
      documents: 1,
      systems: 0,
      standards: ['27001:2022'],
      errors: 1,
      warnings: 0,
      information: 0,
      skipped: [],
      problems: [],
    });
  });

  it('come to an editor that knows only the protocol, and nothing else does', async () => {
    talk = await startConversation(
      { 'a.md': policy('See ISO/IEC 27001:2022 A.5.99.') },
      { capabilities: {}, initializationOptions: { settings: quiet } },
    );
    assert.deepEqual(talk.codes('a.md'), ['unknown-reference']);
    assert.deepEqual(talk.notifications, []);
  });

  it('tell the user what is wrong with the settings', async () => {
    talk = await startConversation({ 'a.md': policy('x') }, { settings: { rules: { 'no-such-rule': 'error' } } });
    assert.deepEqual((await talk.settled()).problems, ['There is no rule “no-such-rule”.']);
  });

  it('show what is wrong in .clausemark.yaml at its place, until it is mended', async () => {
    talk = await startConversation({ '.clausemark.yaml': 'rules:\n  no-such-rule: error\n', 'a.md': '# A\n' });
    await talk.settled();
    const [problem, ...others] = talk.diagnostics('.clausemark.yaml');
    assert.deepEqual(others, []);
    assert.match(String(problem?.message), /There is no rule “no-such-rule”/);
    assert.deepEqual(problem?.range.start, { line: 1, character: 2 });
    talk.folder.write('.clausemark.yaml', 'rules:\n  missing-field: off\n');
    await talk.filesChanged(['.clausemark.yaml', 2]);
    await talk.settled();
    assert.deepEqual(talk.diagnostics('.clausemark.yaml'), []);
  });
});
