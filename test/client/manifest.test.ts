import assert from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { readManifest } from '../../scripts/docs.mjs';
import { makeFiles } from '../../scripts/manifest.mjs';
import { allRules } from '../../server/src/core/rules/all.js';
import { parseSettings } from '../../server/src/workspace/settings.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const manifest = readManifest();
const { contributes } = manifest;

interface Setting {
  readonly default: unknown;
  readonly scope: string;
  readonly order: number;
  readonly markdownDescription: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}

const settings = new Map<string, Setting>(
  contributes.configuration.flatMap((group: { properties: Record<string, Setting> }) =>
    Object.entries(group.properties),
  ),
);
const commands = new Set<string>(contributes.commands.map((each: { command: string }) => each.command));

/** All sources of the extension in one text. */
const sources = readdirSync(`${root}client/src`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`client/src/${name}`))
  .join('\n');

describe('package.json', () => {
  it('has the settings that the code makes (else run: node scripts/manifest.mjs)', async () => {
    for (const [path, text] of Object.entries(await makeFiles())) {
      assert.deepEqual(JSON.parse(read(path)), JSON.parse(text), path);
    }
  });

  it('has one severity setting for each rule', () => {
    const named = [...settings.keys()].filter((name) => name.startsWith('clausemark.rules.'));
    assert.deepEqual(
      named,
      allRules().map((rule) => `clausemark.rules.${rule.code}`),
    );
  });

  it('explains every setting and each of its values', () => {
    for (const [name, setting] of settings) {
      assert.ok(setting.markdownDescription.length > 20, name);
      assert.ok(['resource', 'window', 'machine-overridable', 'machine'].includes(setting.scope), name);
      assert.ok(setting.order > 0, name);
      const texts = setting.markdownEnumDescriptions ?? setting.enumDescriptions ?? [];
      assert.equal(texts.length, setting.enum?.length ?? 0, name);
    }
  });

  it('has defaults that the server understands', () => {
    const values = Object.fromEntries([...settings].map(([name, setting]) => [name, setting.default]));
    const { problems } = parseSettings(
      [values],
      allRules().map((rule) => rule.code),
    );
    assert.deepEqual(problems, []);
  });

  it('declares exactly the commands that the code registers', () => {
    const registered = [...read('client/src/commands/register.ts').matchAll(/^ {4}'(clausemark\.\w+)'/gm)].map(
      (match) => match[1],
    );
    assert.deepEqual([...commands].sort(), registered.sort());
  });

  it('names only commands that there are', () => {
    const text = JSON.stringify(contributes);
    const used = [...text.matchAll(/(?:command:|onCommand:|"command":")(clausemark\.[\w.]+)/g)].map(
      (match) => match[1]!,
    );
    assert.ok(used.length > 20);
    assert.deepEqual(
      used.filter((name) => !commands.has(name)),
      [],
    );
  });

  it('has commands of one category, each with a plain title', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.equal(category, 'Clausemark', command);
      assert.match(title, /^[A-Z][^A-Z]*(?:Statement of Applicability)?[^A-Z]*$/, command);
    }
  });

  it('asks only for context keys that the code sets', () => {
    const used = new Set(
      [...JSON.stringify(contributes).matchAll(/!?(clausemark\.\w+)(?= (?:&&|\|\|)|")/g)].map((match) => match[1]!),
    );
    const keys = [...used].filter((name) => /^clausemark\.(is|has|coverageGaps)/.test(name));
    assert.deepEqual(keys.sort(), [
      'clausemark.coverageGapsOnly',
      'clausemark.hasFolder',
      'clausemark.hasSystem',
      'clausemark.isInBrowser',
      'clausemark.isPolicy',
      'clausemark.isReady',
      'clausemark.isStopped',
    ]);
    for (const key of keys) assert.ok(sources.includes(`'${key}'`), key);
  });

  it('names files that are there and are shipped', () => {
    const paths = new Set<string>([manifest.icon, ...manifestPaths(contributes)]);
    const shipped = read('.vscodeignore');
    for (const path of paths) {
      const plain = path.replace(/^\.\//, '');
      assert.ok(existsSync(`${root}${plain}`), path);
      assert.ok(
        shipped.includes(`!${plain}`) || shipped.includes(`!${plain.split('/')[0]}/**`),
        `${path} is not shipped`,
      );
    }
  });

  it('does not start with VS Code, but with documents of ours', () => {
    assert.ok(!manifest.activationEvents.includes('*'));
    assert.ok(!manifest.activationEvents.includes('onStartupFinished'));
    assert.ok(manifest.activationEvents.includes('onLanguage:markdown'));
  });

  it('leaves the user’s settings for Markdown as they are, and adds no language', () => {
    assert.equal(contributes.configurationDefaults, undefined);
    assert.equal(contributes.languages, undefined);
  });

  it('has a walkthrough of six steps, each of which can be finished', () => {
    const [walkthrough] = contributes.walkthroughs;
    assert.equal(walkthrough.steps.length, 6);
    for (const { id, completionEvents } of walkthrough.steps) assert.ok(completionEvents.length > 0, id);
  });
});

describe('The schema of .clausemark.yaml', () => {
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(read('docs/schema/clausemark.schema.json')),
  );

  it('takes what the parser takes', () => {
    const file = parse(
      'standards: [27001:2022]\nexclude: ["archive/**"]\ninlineCode: true\nrules: { review-overdue: off }\nfrontMatter:\n  fieldKeys: { owner: [responsible] }\n',
    );
    assert.ok(validate(file), JSON.stringify(validate.errors));
    assert.deepEqual(
      parseSettings(
        [file],
        allRules().map((rule) => rule.code),
      ).problems,
      [],
    );
  });

  it('refuses what the parser refuses', () => {
    for (const text of [
      'standard: [27001]',
      'rules: { no-such-rule: error }',
      'rules: { duplicate-tag: loud }',
      'inlineCode: yes please',
    ]) {
      const file = parse(text);
      assert.equal(validate(file), false, text);
      assert.notDeepEqual(
        parseSettings(
          [file],
          allRules().map((rule) => rule.code),
        ).problems,
        [],
        text,
      );
    }
  });
});

/** Every value in the contributions that is a path of ours. */
function manifestPaths(value: unknown): string[] {
  if (typeof value === 'string')
    return /^(?:\.\/)?(?:media|syntaxes|snippets|docs)\/[\w./-]+$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(manifestPaths);
}
