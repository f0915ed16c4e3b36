import assert from 'node:assert/strict';
import { readSettingsFile, withoutOutsideCatalogs } from '../../server/src/workspace/settingsFile.js';

describe('settings file of a folder', () => {
  const outside = [
    '/etc/passwd',
    '~/licensed.yaml',
    '..\\secret.yaml',
    'a/../../b.yaml',
    'C:\\x.yaml',
    '\\\\host\\share',
    '//host/share',
  ];

  for (const path of outside) {
    it(`may not name the catalog ${path}`, () => {
      const { value, problems } = withoutOutsideCatalogs({ catalogs: ['ours/mappings.yaml', path], inlineCode: true });
      assert.deepEqual(value, { catalogs: ['ours/mappings.yaml'], inlineCode: true });
      assert.equal(problems.length, 1);
      assert.match(problems[0]!.message, /lies outside this folder/);
    });
  }

  it('keeps everything else as it is', () => {
    for (const value of [null, 5, { inlineCode: true }, { catalogs: ['catalog', 'x/y.yaml'] }]) {
      assert.deepEqual(withoutOutsideCatalogs(value), { value, problems: [] });
    }
  });

  it('says where broken YAML is broken', () => {
    const { value, problems } = readSettingsFile('rules:\n  a: [\n');
    assert.equal(value, null);
    assert.match(problems[0]!.message, /cannot be read, line \d/);
  });

  it('says where a key stands twice, also among all that a file can hold', () => {
    const many = Array.from({ length: 9000 }, (_, at) => `${at}:\n`).join('');
    for (const [text, line] of [
      ['inlineCode: true\nrules: {}\ninlineCode: false\n', 3],
      ['rules:\n  missing-field: off\n  missing-field: error\n', 3],
      [`${many}77:\n`, 9001],
    ] as const) {
      const { value, problems } = readSettingsFile(text);
      assert.equal(value, null);
      assert.match(
        problems[0]!.message,
        new RegExp(`cannot be read, line ${line}: This key stands here a second time`),
      );
    }
    assert.deepEqual(readSettingsFile(many).problems, []);
  });
});

describe('The place of a setting in its file', () => {
  const text = 'clausemark:\n  rules:\n    no-such-rule: error\n  frontMatter.fieldKeys:\n    wrong: [a]\n';
  const placeOf = (setting: string) => {
    const span = readSettingsFile(text).placeOf(setting);
    return span && text.slice(span.start, span.end);
  };

  it('is its key, however the keys are nested', () => {
    assert.equal(placeOf('clausemark.rules.no-such-rule'), 'no-such-rule');
    assert.equal(placeOf('clausemark.frontMatter.fieldKeys.wrong'), 'wrong');
  });

  it('is the nearest key above it, or nothing', () => {
    assert.equal(placeOf('clausemark.rules.other'), 'rules');
    assert.equal(readSettingsFile('include: x\n').placeOf('clausemark.rules'), null);
  });
});
