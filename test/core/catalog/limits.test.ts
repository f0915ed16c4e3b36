/**
 * Catalog files of an organisation that nobody would write. Nothing is timed: a quadratic step would run into mocha's limit.
 */
import assert from 'node:assert/strict';
import { createCatalog } from '../../../server/src/core/catalog/catalog.js';
import { CatalogBudget } from '../../../server/src/core/catalog/limits.js';
import { parseAddition } from '../../../server/src/core/catalog/read-file.js';
import { miniCatalog } from './mini.js';

/** The head, then lines up to a length in UTF-16 units. */
function numbered(head: string, size: number, line: (number: number) => string): string {
  const lines: string[] = [head];
  for (let number = 0, length = head.length; length < size; number++) {
    lines.push(line(number));
    length += lines[number + 1]!.length;
  }
  return lines.join('');
}

const messages = (text: string) => parseAddition(text, 'own.yaml').problems.map(({ message }) => message);
const row = (n: number) => `  - { from: "tea-2020:A.${n}", to: "tea-2010:${n}", source: s${n} }\n`;

describe('core/catalog: how much of an organisation’s own catalog is read', function () {
  this.timeout(20_000);

  it('refuses what is too long, and says what to do', () => {
    const tooLong = {
      keys: numbered('', 1_000_000, (n) => `k${n}:\n`),
      rows: numbered('rows:\n', 1_000_000, row),
      brackets: '['.repeat(1_000_000),
      'empty lines': '\n'.repeat(1_000_000),
      comments: '#\n'.repeat(500_000),
    };
    for (const [name, text] of Object.entries(tooLong)) {
      const { data, problems } = parseAddition(text, 'own.yaml');
      assert.equal(data, undefined, name);
      assert.deepEqual(
        problems.map(({ file, line }) => [file, line]),
        [['own.yaml', 1]],
        name,
      );
      assert.match(problems[0]!.message, /too long to be read: .*more than 50,000 marks.*Divide it/, name);
    }
  });

  it('reads what is five times our own largest file, and nothing of it is lost', () => {
    const entries = numbered(
      'key: x\nname: X\ntype: framework\nentries:\n',
      250_000,
      (n) => `  - { id: "HR.${n}", kind: control, title: "Rule ${n}" }\n`,
    );
    const { data, problems } = parseAddition(entries);
    assert.deepEqual(problems, []);
    assert.equal(data?.standards?.[0]?.entries.length, entries.split('\n').length - 5);
    const texts = numbered(
      'key: tea-2020\ntexts:\n',
      900_000,
      (n) => `  A.${n}: |\n    ${'Words of a text. '.repeat(50)}\n`,
    );
    assert.deepEqual(parseAddition(texts).problems, []);
  });

  it('comes to an end with maps, mistakes and names that are the most there can be', () => {
    const head = 'key: tea-2020\nintents:\n';
    const hostile = {
      keys: numbered('', 160_000, (n) => `k${n}: v\n`),
      'keys that are the same': numbered('', 120_000, () => 'a: b\n'),
      intents: numbered(head, 250_000, (n) => `  A.${n}: v\n`),
      // Each row looks for its source among all sources.
      sources: numbered(numbered('sources:\n', 90_000, (n) => `  s${n}: t\n`) + 'rows:\n', 200_000, row),
      aliases: numbered('a: &a x\n', 90_000, (n) => `b${n}: *a\n`),
      'aliases of aliases': numbered('rows: [&a0 [x]', 90_000, (n) => `, &a${n + 1} [*a${n}, *a${n}]`),
      'texts that are never closed': numbered('a:\n', 120_000, () => '  b: "x\n'),
      brackets: 'a: ]\n'.repeat(10_000),
      documents: '---\na: b\n'.repeat(5000),
      directives: '%YAML\n'.repeat(40_000),
      tags: '!x '.repeat(40_000),
      'colons in one line': `a${': a'.repeat(45_000)}`,
      'entries without anything': `key: x\nname: X\nentries:\n${'  - {}\n'.repeat(10_000)}`,
      'one word': 'x'.repeat(1_000_000),
      zeros: '\0'.repeat(1_000_000),
    };
    for (const [name, text] of Object.entries(hostile)) {
      const { data, problems } = parseAddition(text, 'own.yaml');
      const all = [...problems, ...miniCatalog(data ? [data] : []).problems];
      assert.ok(all.length > 0 && all.length <= 102, `${name}: ${all.length}`);
      for (const problem of all) assert.doesNotMatch(problem.message, /too long/, name);
    }
  });

  it('refuses what is nested too deeply, with the line', () => {
    const { problems } = parseAddition(`key: x\nname: ${'['.repeat(30_000)}`, 'own.yaml');
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2],
    );
    assert.match(problems[0]!.message, /nested too deeply here, and the file is not read/);
  });

  it('names keys that stand twice, names that stand for values, and a second document, each with its line', () => {
    const lines = (text: string) => parseAddition(text).problems.map(({ line, message }) => `${line} ${message}`);
    assert.deepEqual(lines('key: tea-2020\nintents:\n  A.1: One.\n  A.2: Two.\n  "A.1": Three.\n'), [
      '5 “A.1” already stands in line 3. Keep one of them.',
    ]);
    assert.deepEqual(lines('key: tea-2020\nintents:\n  A.1: &one One.\n  A.2: *one\n'), [
      '4 *one stands for a value that is written elsewhere, which is not read here. Write the value itself.',
    ]);
    assert.deepEqual(lines('key: tea-2020\n---\nkey: tea-2010\n'), [
      '2 A second document begins here (---); a catalog file holds one. Make it a file of its own.',
    ]);
  });

  it('tells the first fifty problems of each file, and how many more there are', () => {
    const rows = (count: number) => `rows:\n${'  - { from: "coffee:1", to: "tea-2020:A.1" }\n'.repeat(count)}`;
    assert.equal(messages(`rows:\n${'  - {}\n'.repeat(50)}`).length, 50);
    assert.equal(
      messages(`rows:\n${'  - {}\n'.repeat(51)}`)[50],
      'This file has 1 more problem; it is told when these are mended.',
    );
    const files = ['a.yaml', 'b.yaml'].map((file) => parseAddition(rows(60), file).data!);
    const { problems } = createCatalog({ standards: [], mappings: [] }, files);
    assert.deepEqual(
      problems.filter((_, index) => index % 51 === 50),
      ['a.yaml', 'b.yaml'].map((file) => ({
        file,
        message: 'This file has 10 more problems; they are told when these are mended.',
      })),
    );
  });

  it('has room for many files, not for any number of them', () => {
    const budget = new CatalogBudget();
    const large = '-'.repeat(45_000);
    let read = 0;
    while (budget.hasRoomFor(large)) read++;
    assert.equal(read, 8);
    // Such a file is refused for its own size, and takes no room.
    assert.ok(budget.hasRoomFor('-'.repeat(60_000)));
    assert.ok(budget.hasRoomFor('-'.repeat(1000)));
  });
});
