/** The parts of the program in a web worker: the client gives them, each a function as Node makes one of a file. */
import assert from 'node:assert/strict';
import { loadPart } from '../../server/src/browser/givenParts.js';

type Scope = { self?: unknown };

describe('the parts that a web worker is given', () => {
  afterEach(() => {
    delete (globalThis as Scope).self;
  });

  /** What the client's script says before the server's. */
  function give(parts: object): void {
    (globalThis as Scope).self = { clausemarkParts: parts };
  }

  it('run once they are asked for, with what the main program lends', () => {
    const asked: string[] = [];
    give({
      reading: new Function('exports', 'require', 'module', "exports.words = require('./lent.cjs').words + ' read'"),
      pane: () => assert.fail('nobody asked for it'),
    });
    const lend = (file: string) => {
      asked.push(file);
      return { words: 'lent and' };
    };
    assert.deepEqual(loadPart('reading', lend), { words: 'lent and read' });
    assert.deepEqual(asked, ['./lent.cjs']);
  });

  it('may put another value in the place of their exports', () => {
    give({ yaml: (_: object, __: unknown, module: { exports: unknown }) => Object.assign(module, { exports: 'all' }) });
    assert.equal(
      loadPart('yaml', () => null),
      'all',
    );
  });

  it('are named where one is missing', () => {
    for (const parts of [{ pane: () => {} }, undefined]) {
      give(parts as object);
      assert.throws(() => loadPart('reading', () => null), /part reading of the language server is missing/);
    }
  });
});
