import assert from 'node:assert/strict';
import { addTag, removeTag } from '../../../server/src/core/edits/frontMatterList.js';
import { applyEdits } from '../../support/applyEdits.js';
import { miniCatalog } from '../../support/miniCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

const path = 'policy.md';

/** The text after adding an entry of the house standard; null where that is refused. */
function added(text: string, id = 'A.5.3', standardKey = 'iso99001-2020'): string | null {
  const snapshot = makeSnapshot({ [path]: text });
  const standard = miniCatalog.standard(standardKey)!;
  const entry = miniCatalog.find(standardKey, id)!;
  const edit = addTag(text, snapshot.documents.get(path)!, entry, standard, snapshot.settings);
  return edit && applyEdits(text, [edit]);
}

/** The text after removing the n-th tag. */
function removed(text: string, index: number): string | null {
  const document = makeSnapshot({ [path]: text }).documents.get(path)!;
  const edit = removeTag(text, document, document.references.filter((one) => one.isTag)[index]!);
  return edit && applyEdits(text, [edit]);
}

/** Front matter with these lines, and the tags that are read back from it. */
const matter = (lines: string) => `---\n${lines}\n---\n# House\n`;

describe('addTag', () => {
  const cases: [name: string, before: string, after: string][] = [
    ['a flow list', 'controls: [99001:A.5.2]', 'controls: [99001:A.5.2, 99001:A.5.3]'],
    ['a flow list in quotes', 'controls: ["99001:A.5.2"]', 'controls: ["99001:A.5.2", "99001:A.5.3"]'],
    ['single quotes', "controls: ['99001:A.5.2']", "controls: ['99001:A.5.2', '99001:A.5.3']"],
    [
      'a list over several lines',
      'controls: [\n  99001:A.5.1,\n  99001:A.5.2\n]',
      'controls: [\n  99001:A.5.1,\n  99001:A.5.2,\n  99001:A.5.3\n]',
    ],
    [
      'a block list',
      'controls:\n  - 99001:A.5.2\nowner: Porter',
      'controls:\n  - 99001:A.5.2\n  - 99001:A.5.3\nowner: Porter',
    ],
    ['a block list without indentation', 'controls:\n- 99001:A.5.2', 'controls:\n- 99001:A.5.2\n- 99001:A.5.3'],
    [
      'a block list with a remark',
      'controls:\n  - 99001:A.5.2 # doors\n',
      'controls:\n  - 99001:A.5.2 # doors\n  - 99001:A.5.3\n',
    ],
    ['one value', 'controls: 99001:A.5.2', 'controls: 99001:A.5.2, 99001:A.5.3'],
    ['a text with commas', 'controls: "99001:A.5.1, 99001:A.5.2"', 'controls: "99001:A.5.1, 99001:A.5.2, 99001:A.5.3"'],
    ['an empty list', 'controls: []', 'controls: [99001:A.5.3]'],
    ['an empty key', 'controls:\nowner: Porter', 'controls: [99001:A.5.3]\nowner: Porter'],
    ['an empty key with a remark', 'controls: # none yet', 'controls: [99001:A.5.3] # none yet'],
    ['no key at all', 'owner: Porter', 'owner: Porter\ncontrols: [99001:A.5.3]'],
    ['indented keys', '  id: P-1\n  owner: Porter', '  id: P-1\n  owner: Porter\n  controls: [99001:A.5.3]'],
    [
      'the list of its standard',
      'controls:\n  robots: [99042:A.7.2]\n  house: [99001:A.5.2]',
      'controls:\n  robots: [99042:A.7.2]\n  house: [99001:A.5.2, 99001:A.5.3]',
    ],
    [
      'a nested list',
      'frameworks:\n  iso99001:\n    controls: [99001:A.5.2]',
      'frameworks:\n  iso99001:\n    controls: [99001:A.5.2, 99001:A.5.3]',
    ],
    [
      'ids without a prefix',
      'standard: ISO/IEC 99001:2020\ncontrols: [A.5.2]',
      'standard: ISO/IEC 99001:2020\ncontrols: [A.5.2, A.5.3]',
    ],
    [
      'bare numbers',
      'standard: ISO/IEC 99001:2020\ncontrols: ["5.2"]',
      'standard: ISO/IEC 99001:2020\ncontrols: ["5.2", "5.3"]',
    ],
    [
      'bare numbers without quotes',
      'standard: ISO/IEC 99001:2020\ncontrols: [5.2]',
      'standard: ISO/IEC 99001:2020\ncontrols: [5.2, "5.3"]',
    ],
  ];
  for (const [name, before, after] of cases) {
    it(`extends ${name}`, () => {
      assert.equal(added(matter(before)), matter(after));
      const tags = makeSnapshot({ [path]: matter(after) })
        .documents.get(path)!
        .references.filter((one) => one.isTag);
      assert.ok(
        tags.some((tag) => tag.id === 'A.5.3' && tag.standard === '99001'),
        'the new tag is read back',
      );
    });
  }

  it('writes the prefix where the list is of another standard', () => {
    const before = matter('standard: ISO/IEC 99042:2023\ncontrols: [A.7.2]');
    assert.equal(added(before), matter('standard: ISO/IEC 99042:2023\ncontrols: [A.7.2, 99001:A.5.3]'));
  });

  it('keeps the line ends of the file', () => {
    const before = matter('controls:\n  - 99001:A.5.2').replaceAll('\n', '\r\n');
    assert.equal(added(before), matter('controls:\n  - 99001:A.5.2\n  - 99001:A.5.3').replaceAll('\n', '\r\n'));
    assert.equal(
      added(matter('owner: Porter').replaceAll('\n', '\r\n')),
      matter('owner: Porter\ncontrols: [99001:A.5.3]').replaceAll('\n', '\r\n'),
    );
  });

  it('puts clauses under a key for clauses', () => {
    assert.equal(
      added(matter('controls: [99001:A.5.2]'), '5.2'),
      matter('controls: [99001:A.5.2]\nclauses: [99001:5.2]'),
    );
  });

  it('keeps its hands off what it cannot extend safely', () => {
    assert.equal(added('# House\n'), null);
    assert.equal(added(matter('controls: [99001:A.5.2\nowner: "x')), null);
    assert.equal(added(matter('controls:\n  - id: 99001:A.5.2\n    title: Keys')), null);
    // The key stands there already, and what it holds is no list.
    for (const lines of [
      'controls:\n  99001:A.5.2: doors\n  99001:A.5.1: rules',
      'controls:\n  - 99001:A.5.2: doors',
      '"Controls": {}',
      'CONTROLS: {house: {doors: 1}}',
      '{id: P-1, controls: {}}',
    ]) {
      assert.equal(added(matter(lines)), null, lines);
    }
  });
});

describe('removeTag', () => {
  const cases: [name: string, before: string, index: number, after: string][] = [
    ['the first of a flow list', 'controls: [99001:A.5.1, 99001:A.5.2]', 0, 'controls: [99001:A.5.2]'],
    ['the last of a flow list', 'controls: [99001:A.5.1, 99001:A.5.2]', 1, 'controls: [99001:A.5.1]'],
    ['the only one of a flow list', 'controls: [99001:A.5.1]', 0, 'controls: []'],
    ['one in quotes', 'controls: ["99001:A.5.1", "99001:A.5.2"]', 1, 'controls: ["99001:A.5.1"]'],
    ['a line of a block list', 'controls:\n  - 99001:A.5.1\n  - 99001:A.5.2', 0, 'controls:\n  - 99001:A.5.2'],
    [
      'one of a text with commas',
      'controls: 99001:A.5.1, 99001:A.5.2, 99001:A.5.3',
      1,
      'controls: 99001:A.5.1, 99001:A.5.3',
    ],
  ];
  for (const [name, before, index, after] of cases) {
    it(`removes ${name}`, () => assert.equal(removed(matter(before), index), matter(after)));
  }

  it('removes a tag from a section comment, and the comment with its last tag', () => {
    assert.equal(
      removed('# A\n<!-- controls: 99001:A.5.1, 99001:A.5.2 -->\nText\n', 0),
      '# A\n<!-- controls: 99001:A.5.2 -->\nText\n',
    );
    assert.equal(removed('# A\n<!-- controls: 99001:A.5.1 -->\nText\n', 0), '# A\nText\n');
    assert.equal(removed('# A <!-- controls: 99001:A.5.1 -->\nText\n', 0), '# A \nText\n');
  });

  it('keeps the prefix for the next number of the text', () => {
    const next = '# A\n<!-- controls: 99001:A.5.2 -->\nText\n';
    assert.equal(removed('# A\n<!-- controls: 99001:A.5.1, A.5.2 -->\nText\n', 0), next);
    assert.equal(removed(matter('clauses: ["99001:5.1 and 5.2"]'), 0), matter('clauses: ["99001:5.2"]'));
    assert.equal(removed(matter('clauses: ["99001:5.1 und 5.2"]'), 1), matter('clauses: ["99001:5.1"]'));
    assert.equal(
      removed(matter('controls: 99001:A.5.1, 99001:A.5.2 and A.5.3'), 1),
      matter('controls: 99001:A.5.1, 99001:A.5.3'),
    );
  });

  it('takes the word of a list with it', () => {
    const text = (written: string) => matter(`controls: ["${written}"]`);
    assert.equal(removed(text('99001:A.5.1 and 99001:A.5.2'), 0), text('99001:A.5.2'));
    assert.equal(removed(text('99001:A.5.1, 99001:A.5.2, and 99001:A.5.3'), 2), text('99001:A.5.1, 99001:A.5.2'));
    assert.equal(removed(text('99001:A.5.1, 99001:A.5.2 und 99001:A.5.3'), 1), text('99001:A.5.1 und 99001:A.5.3'));
  });

  it('takes nothing out of ranges, phrases and entries with other keys', () => {
    const wholes = [
      matter('controls: [99001:A.5.3-A.5.1]'),
      matter('controls: ["99001:A.5.3 to A.5.1"]'),
      matter('controls:\n  - 99001:A.5.3-A.5.1 # back'),
      matter('controls: [99001:A.5.3-A.5.1]').replaceAll('\n', '\r\n'),
      `\uFEFF${matter('controls: 99001:A.5.3 – A.5.1')}`,
      matter('controls: "A.5.2 (Keys), 99001:A.5.3"'),
      matter('controls:\n  - id: 99001:A.5.1\n    title: Policies'),
      matter('controls:\n  - &first 99001:A.5.1'),
      '# A\n<!-- controls: 99001:A.5.3-A.5.1 -->\nText\n',
      '# A\n<!-- controls: 99001:A.5.3 (Doors) -->\nText\n',
    ];
    for (const whole of wholes) assert.equal(removed(whole, 0), null, whole);
  });
});
