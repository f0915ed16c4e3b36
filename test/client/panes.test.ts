import assert from 'node:assert';
import { readPaneMessage } from '../../client/src/panes/paneMessages.js';
import { readSource, writeSource } from '../../client/src/panes/paneSource.js';
import { applyAnswer, isUnchanged, type Statement } from '../../client/src/panes/soaStatement.js';
import type { SoaMessage } from '../../server/src/protocol.js';

describe('Messages of a pane', () => {
  const span = { start: 1, end: 2 };

  it('are read', () => {
    assert.deepEqual(readPaneMessage({ type: 'ready' }), { type: 'ready' });
    assert.deepEqual(readPaneMessage({ type: 'open', path: 'a/b.md', span, more: 1 }), {
      type: 'open',
      path: 'a/b.md',
      span,
    });
    assert.deepEqual(readPaneMessage({ type: 'command', command: 'clausemark.createSoa' }), {
      type: 'command',
      command: 'clausemark.createSoa',
    });
  });

  it('bring edits, checked down to each value', () => {
    const edit = (changes: unknown, id: unknown = 1) => readPaneMessage({ type: 'edit', id, changes });
    const change = (value: unknown, field = 'owner') => ({ kind: 'decision', control: 'k', field, value });
    const good = [
      change('CISO'),
      change(null),
      change(true, 'applicable'),
      change([{ kind: 'risk', ids: ['R-1'] }], 'drivers'),
      change(['a.md', { file: 'b.md', date: '2026-01-01' }], 'evidence'),
    ];
    assert.deepEqual(edit(good), { type: 'edit', id: 1, changes: good });
    for (const bad of [
      change('x', 'standards'),
      change('x', '__proto__'),
      change('x'.repeat(20_001)),
      change(7),
      change({ a: 'b' }),
      change([[]]),
      change([{ kind: 'risk', ids: [7] }]),
      { kind: 'decision', control: 7, field: 'owner', value: 'x' },
      null,
    ]) {
      assert.equal(edit([change('x'), bad]), null, JSON.stringify(bad)?.slice(0, 60));
    }
    assert.equal(edit([], -1), null);
    assert.equal(edit({}), null);
  });

  it('ask for views, undo and copying', () => {
    assert.deepEqual(readPaneMessage({ type: 'view', view: 'reuse' }), { type: 'view', view: 'reuse' });
    assert.deepEqual(readPaneMessage({ type: 'view', view: null }), { type: 'view', view: null });
    assert.equal(readPaneMessage({ type: 'view', view: 'secrets' }), null);
    assert.deepEqual(readPaneMessage({ type: 'undo', more: 1 }), { type: 'undo' });
    assert.deepEqual(readPaneMessage({ type: 'copy', text: 'a', what: 'b' }), { type: 'copy', text: 'a', what: 'b' });
    assert.equal(readPaneMessage({ type: 'copy', text: 7, what: 'b' }), null);
  });

  it('run no command but the allowed ones', () => {
    for (const command of [
      'workbench.action.terminal.new',
      'clausemark.restartServer',
      '',
      null,
      ['clausemark.createSoa'],
    ]) {
      assert.equal(readPaneMessage({ type: 'command', command }), null);
    }
  });

  it('open nothing outside the folder', () => {
    for (const path of [
      '/etc/passwd',
      '../a.md',
      'a/../../b.md',
      'a\\..\\..\\b',
      'C:\\a.md',
      'file:///a',
      '\\\\host\\a',
      '',
      'a\0b',
      7,
    ]) {
      assert.equal(readPaneMessage({ type: 'open', path, span }), null, String(path));
    }
  });

  it('must have a place that can be', () => {
    for (const bad of [
      null,
      {},
      { start: 2, end: 1 },
      { start: -1, end: 1 },
      { start: 0.5, end: 1 },
      { start: '0', end: 1 },
    ]) {
      assert.equal(readPaneMessage({ type: 'open', path: 'a.md', span: bad }), null);
    }
  });

  it('are nothing else', () => {
    for (const other of [null, undefined, 'ready', [], { type: 'other' }, {}])
      assert.equal(readPaneMessage(other), null);
  });
});

describe('What a pane shows', () => {
  it('is found again after a restart', () => {
    const source = { folder: 'file:///a%20b', system: 'file:///a%20b/soa.yaml' };
    assert.deepEqual(readSource(writeSource(source)), source);
    assert.deepEqual(readSource(writeSource({ folder: 'file:///a', system: null })), {
      folder: 'file:///a',
      system: null,
    });
  });

  it('is nothing for what others wrote', () => {
    for (const text of [undefined, null, 1, '', '{', '[]', 'null', '{"folder":1,"system":null}', '{"folder":"a"}']) {
      assert.equal(readSource(text), null, String(text));
    }
  });
});

describe('The statement of a pane', () => {
  const row = (key: string, title: string) => ({ key, title });
  const model = { header: { organisation: 'A' }, rows: [row('1', 'one'), row('2', 'two')] };
  const before = { version: 4, model } as unknown as Statement;
  const answer = (more: object): SoaMessage => ({ folder: 'f', system: null, version: 5, ...more });

  it('is the whole model where the server sends one', () => {
    assert.deepEqual(applyAnswer(null, answer({ model })), { version: 5, model });
  });

  it('takes over changed rows and keeps the others as they are', () => {
    const changes = { since: 4, changed: [row('2', 'new')] };
    const after = applyAnswer(before, answer({ changes }));
    assert.deepEqual(after, { version: 5, model: { ...model, rows: [row('1', 'one'), row('2', 'new')] } });
    assert.equal(after?.model.rows[0], before.model.rows[0]);
  });

  it('takes over a changed header and keeps the rows', () => {
    const summary = { header: { organisation: 'B' }, rows: [] };
    const after = applyAnswer(before, answer({ changes: { since: 4, summary, changed: [] } }));
    assert.deepEqual(after?.model, { header: { organisation: 'B' }, rows: model.rows });
  });

  it('cannot be made from changes to another version', () => {
    assert.equal(applyAnswer(before, answer({ changes: { since: 3, changed: [] } })), null);
    assert.equal(applyAnswer(null, answer({ changes: { since: 3, changed: [] } })), null);
  });

  it('is not shown again where nothing has changed', () => {
    assert.equal(isUnchanged(before, answer({ changes: { since: 4, changed: [] } })), true);
    assert.equal(isUnchanged(before, answer({ changes: { since: 4, changed: [row('1', 'x')] } })), false);
    assert.equal(isUnchanged(before, answer({ model })), false);
    assert.equal(isUnchanged(null, answer({ changes: { since: 4, changed: [] } })), false);
  });
});
