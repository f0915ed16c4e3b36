import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { allRules } from '../../server/src/core/rules/all.js';
import { defaultSettings } from '../../server/src/core/settings.js';
import { parseSettings, settingNames } from '../../server/src/workspace/settings.js';
import { readSettingsFile } from '../../server/src/workspace/settingsFile.js';

const codes = ['superseded-edition', 'missing-field'];

/** The settings of a `.clausemark.yaml`, and what is wrong with it. */
function parse(text: string) {
  const file = readSettingsFile(text);
  const { settings, problems } = parseSettings([file.value], codes);
  return { settings, messages: [...file.problems, ...problems].map(({ message }) => message) };
}

describe('Settings', () => {
  it('are the defaults where nothing is said', () => {
    for (const layer of [undefined, null, {}, { rules: {}, include: null }]) {
      assert.deepEqual(parseSettings([layer], codes), { settings: defaultSettings, problems: [] });
    }
  });

  it('are read from YAML, nested or with dots', () => {
    const nested = parse('frontMatter:\n  requiredFields: [id, next_review]\nrules:\n  missing-field: off\n');
    const dotted = parse('frontMatter.requiredFields: id, nextReview\nclausemark.rules.missing-field: "off"\n');
    assert.deepEqual(nested, dotted);
    assert.deepEqual(nested.settings.requiredFields, ['id', 'nextReview']);
    assert.deepEqual(nested.settings.severities, { 'missing-field': 'off' });
    assert.deepEqual(nested.messages, []);
  });

  it('win over those of an earlier layer, each for itself', () => {
    const layers = [
      { rules: { 'missing-field': 'error', 'superseded-edition': 'hint' } },
      { rules: { 'missing-field': 'info' } },
    ];
    assert.deepEqual(parseSettings(layers, codes).settings.severities, {
      'missing-field': 'information',
      'superseded-edition': 'hint',
    });
  });

  it('of an editor leave a rule alone with “default”', () => {
    assert.deepEqual(parseSettings([{ rules: { 'missing-field': 'default' } }], codes).settings.severities, {});
  });

  it('replace the documents, and add to what is left out and to the known keys', () => {
    const { settings } = parse(
      'include: [policies/**]\nexclude: ["old/**", "!**/dist/**"]\nfrontMatter:\n  controlKeys: [Fulfils-What, "!standards"]\n  fieldKeys:\n    approved by: [Signed]\n',
    );
    assert.deepEqual(settings.include, ['policies/**']);
    assert.deepEqual(settings.exclude, ['**/node_modules/**', '**/.git/**', 'old/**']);
    assert.ok(settings.controlKeys.includes('fulfils_what') && settings.controlKeys.includes('controls'));
    assert.ok(!settings.controlKeys.includes('standards'));
    assert.deepEqual(settings.fieldKeys.approvedBy, [...defaultSettings.fieldKeys.approvedBy, 'signed']);
  });

  it('name standards with or without an edition, also in one text', () => {
    assert.deepEqual(parse('standards: [27001:2022, 42001]').settings.standards, ['27001:2022', '42001']);
    assert.deepEqual(parse('standards: 27001:2022, 42001:2023').settings.standards, ['27001:2022', '42001:2023']);
  });

  it('that are wrong are said plainly, and the others count', () => {
    const { settings, messages } = parse(
      [
        'rules:',
        '  superseded-edition: grave',
        '  no-such-rule: error',
        'include: {a: 1}',
        'inlineCode: sometimes',
        'standards: [ISO 27001]',
        'colour: blue',
        'frontMatter:',
        '  requiredFields: [shoe]',
        '  colour: blue',
        'catalogs: [ours.yaml]',
      ].join('\n'),
    );
    assert.deepEqual(messages, [
      '“rules.superseded-edition” must be error, warning, information, hint or off, not “grave”.',
      'There is no rule “no-such-rule”.',
      '“include” must be a list of words, but holds “{"a":1}”.',
      '“inlineCode” must be true or false, not “sometimes”.',
      '“ISO 27001” is no standard. Write it as 27001:2022, or 27001 for the current edition.',
      `There is no setting “colour”. The settings are: ${settingNames.join(', ')}.`,
      `There is no field “shoe”. The fields are: ${Object.keys(defaultSettings.fieldKeys).join(', ')}.`,
      `There is no setting “frontMatter.colour”. The settings are: ${settingNames.join(', ')}.`,
    ]);
    assert.deepEqual(settings.catalogs, ['ours.yaml']);
    assert.deepEqual(settings.include, defaultSettings.include);
  });

  it('of a file that is no YAML, or no settings, are the defaults with one problem', () => {
    for (const text of [
      'a: [1',
      '- a\n- b',
      'just words',
      'a: 1\na: 2',
      '!!js/function "x"',
      '[\n'.repeat(5000),
      '- '.repeat(5000),
      '{a: '.repeat(5000),
      ` ${'x'.repeat(70_000)}`,
    ]) {
      const { settings, messages } = parse(text);
      assert.deepEqual(settings, defaultSettings);
      assert.equal(messages.length, 1, `${text.slice(0, 20)}: ${messages.join(' | ')}`);
    }
    assert.match(parse('rules:\n  a: [1').messages[0]!, /^\.clausemark\.yaml cannot be read, line 2: /);
  });

  it('cannot be blown up by aliases', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'.split('').map((key, index) => {
        const before = 'abcdefg'[index];
        return `${key}: &${key} [${Array(10).fill(`*${before}`).join(', ')}]`;
      }),
    ].join('\n');
    assert.equal(parse(bomb).messages.length, 1);
  });

  it('cannot touch what they should not', () => {
    const { settings } = parse(
      '__proto__:\n  polluted: true\nconstructor: x\nrules:\n  __proto__: error\n  toString: error\n',
    );
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.deepEqual(settings.severities, {});
  });

  it('are those that the extension declares', () => {
    interface Manifest {
      contributes: { configuration: { properties: Record<string, { default?: unknown }> }[] };
    }
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;
    const declared = manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
    const layer = Object.fromEntries(declared.map(([name, { default: value }]) => [name, value]));
    const ruleCodes = allRules().map(({ code }) => code);
    assert.deepEqual(parseSettings([layer], ruleCodes), { settings: defaultSettings, problems: [] });
    const rules = declared.map(([name]) => name).filter((name) => name.startsWith('clausemark.rules.'));
    assert.deepEqual(rules.map((name) => name.slice('clausemark.rules.'.length)).sort(), ruleCodes.sort());
    for (const name of settingNames.filter((each) => each !== 'rules')) assert.ok(`clausemark.${name}` in layer, name);
  });
});
