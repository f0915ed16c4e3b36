import assert from 'node:assert';
import { readComparisonMessage } from '../../client/src/panes/comparisonMessages.js';
import { readComparisonSource, writeComparisonSource } from '../../client/src/panes/comparisonSource.js';
import { readImportMessage } from '../../client/src/panes/importMessages.js';
import { readPaneMessage } from '../../client/src/panes/paneMessages.js';
import { readSource, writeSource } from '../../client/src/panes/paneSource.js';
import { applyAnswer, isUnchanged, type Statement } from '../../client/src/panes/soaStatement.js';
import type { SoaMessage } from '../../server/src/protocol.js';

describe('Messages of a pane', () => {
  it('are read', () => {
    assert.deepEqual(readPaneMessage({ type: 'ready' }), { type: 'ready' });
    for (const target of [
      { what: 'soa' },
      { what: 'file', path: 'a/b.md' },
      { what: 'problem', index: 3 },
      { what: 'decision', key: 'k' },
      { what: 'document', key: 'k', path: 'a/b.md' },
      { what: 'document', key: 'k', path: 'a/b.md', section: 2 },
      { what: 'clause', key: 'k', path: 'a/b.md' },
    ]) {
      assert.deepEqual(readPaneMessage({ type: 'open', target: { ...target, more: 1 } }), { type: 'open', target });
    }
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
      for (const target of [
        { what: 'file', path },
        { what: 'document', key: 'k', path },
        { what: 'clause', key: 'k', path },
      ])
        assert.equal(readPaneMessage({ type: 'open', target }), null, String(path));
    }
  });

  it('must ask for a place that can be', () => {
    for (const target of [
      null,
      {},
      'soa',
      { what: 'x' },
      { what: 'decision' },
      { what: 'decision', key: 'x'.repeat(201) },
      { what: 'problem', index: -1 },
      { what: 'document', key: 'k', path: 'a.md', section: 0.5 },
      { what: 'document', path: 'a.md' },
    ]) {
      assert.equal(readPaneMessage({ type: 'open', target }), null, JSON.stringify(target));
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
  const before = { version: 4, model, problemLines: [7] } as unknown as Statement;
  const answer = (more: object): SoaMessage => ({
    folder: 'f',
    system: null,
    version: 5,
    problemLines: [7],
    ...more,
  });

  it('is the whole model where the server sends one', () => {
    assert.deepEqual(applyAnswer(null, answer({ model })), { version: 5, model, problemLines: [7] });
  });

  const names = { list: 'rows', key: 'key' };
  const patched = (patch: object, more: object = {}) => answer({ since: 4, patch: { ...names, ...patch }, ...more });

  it('takes over changed rows and keeps the others as they are', () => {
    const after = applyAnswer(before, patched({ changed: [row('2', 'new')] }));
    assert.deepEqual(after?.model, { ...model, rows: [row('1', 'one'), row('2', 'new')] });
    assert.equal(after?.model.rows[0], before.model.rows[0]);
  });

  it('takes over a changed header and keeps the rows', () => {
    const after = applyAnswer(before, patched({ head: { header: { organisation: 'B' }, rows: [] }, changed: [] }));
    assert.deepEqual(after?.model, { header: { organisation: 'B' }, rows: model.rows });
  });

  it('cannot be made from changes to another version', () => {
    assert.equal(applyAnswer(before, patched({ changed: [] }, { since: 3 })), null);
    assert.equal(applyAnswer(null, patched({ changed: [] })), null);
  });

  it('is not shown again where nothing has changed', () => {
    assert.equal(isUnchanged(before, patched({ changed: [] })), true);
    assert.equal(isUnchanged(before, patched({ changed: [row('1', 'x')] })), false);
    assert.equal(isUnchanged(before, patched({ changed: [], order: ['2', '1'] })), false);
    assert.equal(isUnchanged(before, answer({ model })), false);
    assert.equal(isUnchanged(null, patched({ changed: [] })), false);
    const moved = patched({ changed: [] }, { problemLines: [8] });
    assert.equal(isUnchanged(before, moved), false, 'a mistake that moved is shown at its new line');
    assert.deepEqual(applyAnswer(before, moved)?.problemLines, [8]);
  });
});

describe('What a comparison or an import may ask for', () => {
  it('is read as it was sent', () => {
    const choices = { sheet: 'SoA', standards: ['27001:2022'], migrates: true, target: 'fill' };
    for (const message of [
      { type: 'ready' },
      { type: 'again' },
      { type: 'report' },
      { type: 'choose', side: 'before' },
      { type: 'copy', text: '| a |', what: 'A.5.1' },
      { type: 'row', key: 'iso27001-2022:A.5.1' },
      { type: 'decision', key: 'iso27001-2022:A.5.1' },
      { type: 'policy', path: 'policies/a b.md', key: null },
    ]) {
      assert.deepEqual(readComparisonMessage(message), message);
    }
    for (const message of [{ type: 'ready' }, { type: 'write' }, { type: 'report' }, { type: 'choose', choices }]) {
      assert.deepEqual(readImportMessage(message), message);
    }
  });

  it('is nothing else', () => {
    for (const message of [
      null,
      { type: 'choose', side: 'both' },
      { type: 'row' },
      { type: 'policy', path: '../secret', key: null },
      { type: 'policy', path: 'file:///etc/passwd', key: null },
      { type: 'command', command: 'workbench.action.quit' },
    ]) {
      assert.equal(readComparisonMessage(message), null, JSON.stringify(message));
    }
    for (const message of [
      { type: 'choose', choices: { sheet: 1, standards: [], migrates: false, target: 'new' } },
      { type: 'choose', choices: { sheet: null, standards: [1], migrates: false, target: 'new' } },
      { type: 'choose', choices: { sheet: null, standards: [], migrates: false, target: 'elsewhere' } },
      { type: 'edit' },
    ]) {
      assert.equal(readImportMessage(message), null, JSON.stringify(message));
    }
  });

  it('is found again after a restart, and is nothing for what others wrote', () => {
    const source = { uri: 'file:///a%20b/soa.yaml', before: '2.1', after: null };
    assert.deepEqual(readComparisonSource(writeComparisonSource(source)), source);
    for (const text of [undefined, '', '{}', '{"uri":"a","before":1,"after":null}', 'null'])
      assert.equal(readComparisonSource(text), null, String(text));
  });
});

describe('A change of the pane', () => {
  const edit = (change: object) => readPaneMessage({ type: 'edit', id: 1, changes: [change] });

  it('can be about the head, standards and own controls', () => {
    for (const change of [
      { kind: 'header', field: 'version', value: '2.2' },
      { kind: 'addStandard', standard: '42001:2023' },
      { kind: 'removeStandard', standard: '42001' },
      { kind: 'standard', standard: '27701', field: 'roles', value: ['controller'] },
      { kind: 'addOwn', control: 'OWN-1', title: 'Two cups', source: '' },
      { kind: 'decision', control: 'OWN-1', field: 'title', value: 'Three cups' },
      { kind: 'rename', control: 'OWN-1', to: 'OWN-2' },
      { kind: 'remove', control: 'OWN-1' },
    ]) {
      assert.deepEqual(edit(change), { type: 'edit', id: 1, changes: [change] });
    }
  });

  it('is nothing else', () => {
    for (const change of [
      { kind: 'header', field: 'released', value: 'x' },
      { kind: 'header', field: 'version', value: null },
      { kind: 'standard', standard: '27701', field: 'edition', value: ['2019'] },
      { kind: 'addOwn', control: 'OWN-1', title: 1, source: '' },
      { kind: 'append', list: 'history', item: {} },
    ]) {
      assert.equal(edit(change), null, JSON.stringify(change));
    }
  });
});
