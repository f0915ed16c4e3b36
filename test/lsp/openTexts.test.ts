/** Changes of open texts as no editor should send them, among those that all send. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { listenForTexts, openTexts } from '../../server/src/lsp/openTexts.js';
import { changed } from '../support/changedText.js';
import { type Conversation, startConversation } from '../support/conversation.js';

const policy = '# Access control\n\nSee ISO/IEC 27001:2022 A.5.99.\n';
const place = (line: unknown, character: unknown) => ({ line, character });
const origin = place(0, 0);

/** Each leaves open which text the editor has now. */
const unsound: readonly unknown[] = [
  null,
  7,
  'text',
  {},
  { text: null },
  { text: 5, range: { start: origin, end: origin } },
  { text: 'x', range: null },
  { text: 'x', range: {} },
  { text: 'x', range: [] },
  { text: 'x', range: { start: null, end: origin } },
  { text: 'x', range: { start: origin } },
  ...[null, undefined, -1, 0.5, '1', Number.MAX_SAFE_INTEGER, 1e300, {}, []].flatMap((odd) => [
    { text: 'x', range: { start: origin, end: place(odd, 0) } },
    { text: 'x', range: { start: place(0, odd), end: place(1, 2) } },
  ]),
];

const number = fc.oneof(fc.nat(4), fc.nat(60), fc.constantFrom(1000, 2 ** 31 - 1));
const position = fc.record({ line: number, character: number });
const text = fc.oneof(
  fc.constantFrom('', 'A.5.15', 'A.5.98 ', '\n', '\r', '\r\n', '\n\n\n', policy),
  fc.string({ maxLength: 5 }),
);
const part = fc.record({ range: fc.record({ start: position, end: position }), text });
const soundChanges = fc.array(fc.oneof({ weight: 4, arbitrary: part }, { weight: 1, arbitrary: fc.record({ text }) }), {
  minLength: 1,
  maxLength: 3,
}) as fc.Arbitrary<{ range?: never; text: string }[]>;

type Step = { readonly changes: readonly { range?: never; text: string }[]; readonly isSound: boolean };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: soundChanges.map((changes) => ({ changes, isSound: true })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(soundChanges, fc.constantFrom(...unsound), fc.nat(2))
      .map(([changes, odd, at]) => ({ changes: changes.toSpliced(at, 0, odd as never), isSound: false })),
  },
);

describe('Open texts', function () {
  this.timeout(60_000);
  let talk: Conversation;
  afterEach(() => talk.end());

  const warnings = () => talk.log.filter((line) => /without a valid place or text/.test(line));
  const assertCalm = () =>
    assert.deepEqual(
      talk.log.filter((line) => /failed|Unexpected|Could not/.test(line)),
      [],
    );
  const fix = { range: { start: place(2, 25), end: place(2, 27) }, text: '15' } as never;

  it('keep the last text that was beyond doubt when a change names no place, and say so once', async () => {
    talk = await startConversation({});
    for (const [at, odd] of unsound.entries()) {
      const name = `${at}.md`;
      await talk.open(name, policy);
      await talk.change(name, odd as never);
      await talk.change(name, odd as never, fix);
      await talk.change(name, fix);
      await talk.settled();
      assert.deepEqual(talk.codes(name).includes('unknown-reference'), true, JSON.stringify(odd));
      assert.equal(warnings().length, at + 1, JSON.stringify(odd));
      // The whole text makes it good, and the next small change counts again.
      await talk.change(name, { text: policy }, fix);
      await talk.settled();
      assert.deepEqual(talk.codes(name).includes('unknown-reference'), false, JSON.stringify(odd));
    }
    assertCalm();
  });

  it('are right again when the document is opened again', async () => {
    talk = await startConversation({});
    for (const closes of [true, false]) {
      await talk.open('a.md', policy);
      await talk.change('a.md', null as never);
      if (closes) await talk.closeFile('a.md');
      await talk.open('a.md', policy);
      await talk.change('a.md', fix);
      await talk.settled();
      assert.ok(!talk.codes('a.md').includes('unknown-reference'));
    }
    assertCalm();
  });

  it('take changes without a list or a version for changes without a place', async () => {
    talk = await startConversation({});
    const send = (textDocument: object, contentChanges: unknown) =>
      talk.notify('textDocument/didChange', {
        textDocument: { uri: talk.uri('a.md'), ...textDocument },
        contentChanges,
      });
    await talk.open('a.md', policy);
    for (const odd of [null, undefined, 3, {}]) await send({ version: 2 }, odd);
    await talk.change('a.md', fix);
    await talk.settled();
    assert.ok(talk.codes('a.md').includes('unknown-reference'));
    assert.equal(warnings().length, 1);
    await send({}, [{ text: policy }]);
    await send({ version: null }, [fix]);
    await talk.settled();
    assert.ok(!talk.codes('a.md').includes('unknown-reference'));
    assertCalm();
  });

  it('of a document opened without a text are none until one comes', async () => {
    talk = await startConversation({});
    await talk.open('a.md', null as never);
    await talk.change('a.md', { range: { start: origin, end: origin } as never, text: policy });
    await talk.settled();
    assert.deepEqual(talk.codes('a.md'), []);
    await talk.change('a.md', { text: policy });
    await talk.settled();
    assert.ok(talk.codes('a.md').includes('unknown-reference'));
    assertCalm();
  });
});

describe('Texts after changes', () => {
  it('are those of the editor, and after one that names no place those from before until the whole text comes', () => {
    const warned: string[] = [];
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), soundChanges, (steps, others) => {
        warned.length = 0;
        const { documents, send } = listening(openTexts((message) => warned.push(message)));
        send('DidOpen', { textDocument: { uri: 'a', languageId: 'markdown', version: 0, text: policy } });
        send('DidOpen', { textDocument: { uri: 'b', languageId: 'markdown', version: 0, text: policy } });
        let [known, beside, isLost, timesLost] = [policy, policy, false, 0];
        for (const [at, { changes }] of steps.entries()) {
          send('DidChange', { textDocument: { uri: 'a', version: at + 1 }, contentChanges: changes });
          send('DidChange', { textDocument: { uri: 'b', version: at + 1 }, contentChanges: others });
          for (const change of others) beside = changed(beside, change);
          for (const change of changes) {
            const isOdd = unsound.includes(change);
            if (isOdd && !isLost) timesLost++;
            if (isOdd) isLost = true;
            else if (!change.range) isLost = false;
            if (!isLost) known = changed(known, change);
          }
          for (const [uri, wanted] of [
            ['a', known],
            ['b', beside],
          ] as const) {
            const document = documents.get(uri)!;
            assert.equal(document.getText(), wanted);
            assert.equal(document.lineCount, TextDocument.create('', '', 0, wanted).lineCount);
          }
        }
        assert.equal(warned.length, timesLost);
      }),
      { numRuns: Number(process.env['CLAUSEMARK_RUNS'] ?? 2000) },
    );
  });
});

/** The texts, and a way to send them messages without a server. */
function listening(documents: ReturnType<typeof openTexts>) {
  const handlers = new Map<string, (params: unknown) => void>();
  const connection = Object.fromEntries(
    ['DidOpen', 'DidChange', 'DidClose', 'WillSave', 'DidSave'].map((name) => [
      `on${name}TextDocument`,
      (handler: (params: unknown) => void) => handlers.set(name, handler),
    ]),
  );
  listenForTexts(documents, { ...connection, onWillSaveTextDocumentWaitUntil: () => {} } as unknown as Connection);
  return { documents, send: (name: string, params: unknown) => handlers.get(name)!(params) };
}
