/**
 * Whatever messages an editor sends, in whatever order, with places that do not exist: each request is answered, nothing
 * fails, and at the end the server shows what a server shows that was just started on the same texts: those that are open, and
 * those on the disk once they are closed.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type CancellationToken, CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver';
import { changed } from '../support/changedText.js';
import { type Conversation, startConversation } from '../support/conversation.js';
import { runs } from './support/texts.js';

const files = {
  'soa.yaml': 'standards:\n  27001: { edition: 2022 }\ncontrols:\n  27001:A.5.15:\n    applicable: true\n',
  'a.md': '---\nid: POL-1\ncontrols: [27001:A.5.15]\n---\n# Access\n\nSee A.5.16 and A.5.99.\n',
  'b.md': '# Register\n\n- ISO/IEC 27001:2013 A.9.2.1\n- A.8.24 (Web filtering)\n',
};

const paths = [...Object.keys(files), 'new.md'];
const path = fc.constantFrom(...paths);
const number = fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 60 }), fc.constantFrom(-1, 100_000));
const position = fc.record({ line: number, character: number }, { noNullPrototype: true });
const text = fc.oneof(
  fc.constantFrom(...Object.values(files), '', 'A.5.15', '\r\n', '---\n', '27001:', '🔐', '\uD800', 'applicable: no\n'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const range = fc.tuple(position, position).map(([start, end]) => ({ start, end }));

/** Changes that no editor should send. */
const noPlaces: readonly unknown[] = [
  null,
  {},
  { text: 'x', range: null },
  { text: 'x', range: { start: { line: 0.5 } } },
];
const noPlace = fc.constantFrom(...noPlaces);

const questions = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/documentSymbol',
  'textDocument/documentLink',
  'textDocument/codeAction',
  'clausemark/soa',
  'clausemark/coverage',
];

type Message =
  | { readonly kind: 'open' | 'disk'; readonly path: string; readonly text: string }
  | { readonly kind: 'change'; readonly path: string; readonly changes: { range?: never; text: string }[] }
  | { readonly kind: 'close' | 'settle' | 'delete'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'settings'; readonly path: string; readonly value: unknown }
  | {
      readonly kind: 'ask';
      readonly path: string;
      readonly method: string;
      readonly range: never;
      readonly isCancelled: boolean;
    };

const settingsValues: unknown[] = [
  null,
  { rules: { 'missing-field': 'off' } },
  { exclude: ['b.md'] },
  { standards: ['42001'] },
  7,
];

const message = fc.oneof(
  fc.record({ kind: fc.constantFrom('open', 'disk'), path, text }),
  fc.record({
    kind: fc.constant('change'),
    path,
    changes: fc.array(fc.oneof(fc.record({ range, text }), fc.record({ text }), noPlace), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({ kind: fc.constantFrom('close', 'settle', 'delete'), path }),
  fc.record({ kind: fc.constant('rename'), path, to: path }),
  fc.record({ kind: fc.constant('settings'), path, value: fc.constantFrom(...settingsValues) }),
  fc.record({
    kind: fc.constant('ask'),
    path,
    method: fc.constantFrom(...questions),
    range,
    isCancelled: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  }),
) as unknown as fc.Arbitrary<Message>;

/** A request may be refused because it was cancelled, and for no other reason. */
function refused(error: unknown): void {
  assert.equal((error as { code?: number }).code, LSPErrorCodes.RequestCancelled);
}

const languageOf = (one: string) => (one.endsWith('.yaml') ? 'yaml' : 'markdown');

/** What the editor holds: it opens before it changes, and closes what is open. */
class Editor {
  /** The texts that are open; null for one that the editor changed in a way that no editor should. */
  readonly open = new Map<string, string | null>();
  readonly answers: Promise<unknown>[] = [];

  constructor(readonly conversation: Conversation) {}

  async send(one: Message): Promise<void> {
    const { conversation, open } = this;
    if (one.kind === 'settle') await conversation.settled();
    else if (one.kind === 'open' && !open.has(one.path)) {
      open.set(one.path, one.text);
      await conversation.open(one.path, one.text, languageOf(one.path));
    } else if (one.kind === 'change' && open.has(one.path)) await this.change(one.path, one.changes);
    else if (one.kind === 'close' && open.delete(one.path)) await conversation.closeFile(one.path);
    else if (one.kind === 'disk') {
      writeFileSync(join(conversation.folder.path, one.path), one.text);
      await conversation.filesChanged([one.path, 2]);
    } else if (one.kind === 'delete') {
      conversation.folder.remove(one.path);
      await conversation.filesChanged([one.path, 3]);
    } else if (one.kind === 'rename') await this.rename(one.path, one.to);
    else if (one.kind === 'settings') {
      conversation.settings = one.value;
      await conversation.notify('workspace/didChangeConfiguration', { settings: null });
    } else if (one.kind === 'ask') {
      const source = new CancellationTokenSource();
      this.answers.push(this.ask(one.method, one.path, one.range, source.token).catch(refused));
      if (one.isCancelled) source.cancel();
    }
  }

  private async change(path: string, changes: readonly { range?: never; text: string }[]): Promise<void> {
    let text = this.open.get(path) ?? null;
    for (const change of changes) {
      if (change?.text !== undefined && !('range' in change)) text = change.text;
      else if (noPlaces.includes(change) || /:-/.test(JSON.stringify(change))) text = null;
      else if (text !== null) text = changed(text, change);
    }
    this.open.set(path, text);
    await this.conversation.change(path, ...changes);
  }

  /** Sends the whole of what the server cannot know. */
  async makeKnown(): Promise<void> {
    for (const [path, text] of this.open) {
      if (text !== null) continue;
      this.open.set(path, files['a.md']);
      await this.conversation.change(path, { text: files['a.md'] });
    }
  }

  private async rename(from: string, to: string): Promise<void> {
    const { conversation } = this;
    const path = (name: string) => join(conversation.folder.path, name);
    if (from === to || !existsSync(path(from))) return;
    renameSync(path(from), path(to));
    const files = [{ oldUri: conversation.uri(from), newUri: conversation.uri(to) }];
    await conversation.notify('workspace/didRenameFiles', { files });
  }

  private ask(method: string, asked: string, where: { start: object }, token: CancellationToken): Promise<unknown> {
    const uri = this.conversation.uri(asked);
    const context = { diagnostics: [], includeDeclaration: true };
    const params = { textDocument: { uri }, uri, position: where.start, range: where, context };
    return this.conversation.client.sendRequest(method, params, token);
  }
}

const shown = (conversation: Conversation) =>
  paths.map((one) => conversation.diagnostics(one).map(({ data: _data, ...rest }) => rest));

/** Whether it shows what a server shows that sees nothing but the files and the open texts of now. */
async function assertLikeAFresh(conversation: Conversation, open: ReadonlyMap<string, string | null>): Promise<void> {
  await conversation.settled();
  const now: Record<string, Uint8Array> = {};
  for (const one of paths) {
    const file = join(conversation.folder.path, one);
    if (existsSync(file)) now[one] = readFileSync(file);
  }
  const fresh = await startConversation(now, { settings: conversation.settings });
  for (const [one, opened] of open) await fresh.open(one, opened ?? '', languageOf(one));
  await fresh.settled();
  const [before, after] = [shown(conversation), shown(fresh)];
  fresh.end();
  assert.deepEqual(withoutFolder(before, conversation), withoutFolder(after, fresh));
}

describe('Random messages', function () {
  this.timeout(0);
  it('are answered, and leave no trace but the texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 30 }), async (messages) => {
        const conversation = await startConversation(files);
        try {
          const editor = new Editor(conversation);
          for (const one of messages) await editor.send(one);
          await Promise.all(editor.answers);
          await editor.makeKnown();
          const tellOfAll = () => conversation.filesChanged(...paths.map((one): [string, 2] => [one, 2]));
          // What the watcher did not tell of is found by looking again at what is on the disk.
          await tellOfAll();
          await assertLikeAFresh(conversation, editor.open);
          for (const one of editor.open.keys()) await conversation.closeFile(one);
          await tellOfAll();
          await assertLikeAFresh(conversation, new Map());
          assert.deepEqual(
            conversation.log.filter((line) => /failed|Unexpected|Could not/.test(line)),
            [],
          );
        } finally {
          conversation.end();
        }
      }),
      { numRuns: Math.ceil(runs / 15) },
    );
  });
});

/** Related places name the folder, which is another one for each server. */
function withoutFolder(value: unknown, conversation: Conversation): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(conversation.uri('.').replace(/\.$/, ''), ''));
}
