import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import matter from 'gray-matter';
import { splitWithGrayMatter } from '../../../server/src/core/markdown/grayMatterSplit.js';

const ran = globalThis as { clausemarkRan?: number };

describe('gray-matter', () => {
  beforeEach(() => {
    ran.clausemarkRan = 0;
  });
  after(() => {
    delete ran.clausemarkRan;
  });

  it('would run scripts if it were left to itself', () => {
    matter('---js\n{ a: (globalThis.clausemarkRan = 1) }\n---\n', {});
    assert.equal(ran.clausemarkRan, 1);
  });

  it('never runs a script through us, whatever it is called', () => {
    const languages = [
      'js',
      'javascript',
      'JS',
      'JavaScript',
      ' js ',
      'js\t',
      'coffee',
      'coffeescript',
      'cson',
      'ts',
      'toml',
      'constructor',
      'toString',
      '__proto__',
      'hasOwnProperty',
    ];
    for (const language of languages) {
      for (const bom of ['', '\uFEFF']) {
        for (const ending of ['\n', '\r\n']) {
          const text = [`${bom}---${language}`, '{ a: (globalThis.clausemarkRan = 1) }', '---', 'body'].join(ending);
          assert.equal(splitWithGrayMatter(text), null, JSON.stringify(text));
          assert.equal(ran.clausemarkRan, 0, JSON.stringify(text));
        }
      }
    }
  });

  it('takes no options from the text', () => {
    const texts = [
      '---\nlanguage: js\nengines: { yaml: js }\n---\n{ a: (globalThis.clausemarkRan = 1) }\n',
      '---json\n{ "language": "js", "eval": true }\n---\nbody\n',
      '---\n!!js/function "function(){ globalThis.clausemarkRan = 1 }"\n---\n',
    ];
    for (const text of texts) {
      assert.notEqual(splitWithGrayMatter(text), null);
      assert.equal(ran.clausemarkRan, 0);
    }
  });

  it('neither fills nor believes the cache', () => {
    const { cache } = matter as unknown as { cache: Record<string, unknown> };
    const text = '---\nkey: cache test\n---\nbody';
    splitWithGrayMatter(text);
    assert.equal(text in cache, false);
    cache[text] = { content: 'poisoned', matter: '', language: 'yaml' };
    assert.equal(splitWithGrayMatter(text)?.content, 'body');
    delete cache[text];
  });

  it('splits', () => {
    assert.deepEqual(splitWithGrayMatter('---\na: b\n---\nbody'), {
      language: 'yaml',
      matter: '\na: b',
      content: 'body',
    });
    assert.equal(splitWithGrayMatter('body')?.content, 'body');
  });

  it('is imported in one file only, and that file by nothing on the fast path', () => {
    const core = fileURLToPath(new URL('../../../server/src/core', import.meta.url));
    const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    const slow =
      /from '(?:gray-matter|unified|remark[\w-]*|micromark[\w-]*|.*\/(?:remarkReference|remarkProse|grayMatterSplit)\.js)'/;
    const importing = files.filter((path) => slow.test(readFileSync(join(core, path), 'utf8')));
    const names = importing.map((path) => path.split(/[\\/]/).pop()).sort();
    assert.deepEqual(names, ['grayMatterSplit.ts', 'remarkProse.ts', 'remarkReference.ts']);
  });
});
