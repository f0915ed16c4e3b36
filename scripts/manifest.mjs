/**
 * The generated part of package.json: the settings, with one severity for each rule. Texts that users read are moved to
 * package.nls.json: write them into package.json in English and run this. Also writes the translations (from
 * scripts/l10n/LANGUAGE.json) and the schema of .clausemark.yaml, which has the same settings. A test compares all of it
 * with what this makes.
 *
 *   node scripts/manifest.mjs           writes package.json, package.nls*.json, l10n/ and docs/schema/clausemark.schema.json
 *   node scripts/manifest.mjs --check   fails where they are not what would be written
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import './support/typescript.mjs';
import { withNames, withTexts } from './l10n/manifestStrings.mjs';
import { translations } from './l10n/translations.mjs';
import { settingGroups } from './manifest/settings.mjs';
import { projectPath, projectRoot } from './support/paths.mjs';
import { PlainError, run, runMain } from './support/processes.mjs';

const docs = 'https://github.com/clausemark/clausemark/blob/main/docs';

const severities = {
  default: 'The severity that the rule has by itself.',
  error: 'Shown as an error.',
  warning: 'Shown as a warning.',
  information: 'Shown as information.',
  hint: 'Shown at its place in the text only, not in the list of problems.',
  off: 'The rule is silent.',
};

/** The texts of package.json, which holds their names only. */
const textsFile = 'package.nls.json';

const schemaFile = 'docs/schema/clausemark.schema.json';

/** The rules in their order, and the settings without any of the user's. */
async function loadCore() {
  const { allRules } = await import('../server/src/core/rules/all.ts');
  const { defaultSettings } = await import('../server/src/core/settings.ts');
  return { rules: allRules(), defaults: defaultSettings };
}

/** `contributes.configuration` of package.json. */
export async function makeConfiguration() {
  const { rules, defaults } = await loadCore();
  const groups = settingGroups(defaults).map(({ title, settings }) => ({
    title,
    settings: Object.entries(settings).map(([name, setting]) => [`clausemark.${name}`, withoutOwn(setting)]),
  }));
  groups.splice(2, 0, {
    title: 'Rules',
    settings: rules.map((rule) => [`clausemark.rules.${rule.code}`, ruleSetting(rule)]),
  });
  return groups.map(({ title, settings }, order) => ({
    title,
    order: order + 1,
    properties: Object.fromEntries(
      settings.map(([name, setting], index) => [name, { scope: 'resource', ...setting, order: index + 1 }]),
    ),
  }));
}

function ruleSetting({ code, title, defaultSeverity }) {
  return {
    type: 'string',
    enum: Object.keys(severities),
    markdownEnumDescriptions: Object.values(severities),
    default: 'default',
    markdownDescription: `${title}: ${defaultSeverity} by itself. [About this rule](${docs}/rules/${code}.md)`,
  };
}

function withoutOwn({ inFile: _, ...setting }) {
  return setting;
}

/** The JSON schema of .clausemark.yaml. */
export async function makeSettingsSchema() {
  const { rules, defaults } = await loadCore();
  const properties = {};
  for (const { settings } of settingGroups(defaults)) {
    for (const [name, setting] of Object.entries(settings)) {
      if (setting.inFile !== false) addNested(properties, name.split('.'), forSchema(setting));
    }
  }
  properties.rules = {
    type: 'object',
    additionalProperties: false,
    description: 'The severity of each rule.',
    properties: Object.fromEntries(rules.map((rule) => [rule.code, forSchema(ruleSetting(rule))])),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://github.com/clausemark/clausemark/blob/main/docs/schema/clausemark.schema.json',
    title: 'Clausemark settings (.clausemark.yaml)',
    description: 'Settings for everybody who works on these documents, and for checks outside an editor.',
    type: 'object',
    additionalProperties: false,
    properties,
  };
}

function addNested(properties, [first, ...rest], schema) {
  if (rest.length === 0) {
    properties[first] = schema;
    return;
  }
  properties[first] ??= { type: 'object', additionalProperties: false, properties: {} };
  addNested(properties[first].properties, rest, schema);
}

/** A setting's schema without what only VS Code's settings page has. YAML reads a bare `off` as false in some tools. */
function forSchema({
  markdownDescription,
  markdownEnumDescriptions,
  enumDescriptions,
  scope,
  inFile,
  order,
  ...schema
}) {
  const { properties, items, additionalProperties: others, ...plain } = schema;
  return {
    ...plain,
    ...(plain.enum?.includes('off') ? { type: ['string', 'boolean'], enum: [...plain.enum, false] } : {}),
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, forSchema(inner)])) }
      : {}),
    ...(items ? { items: forSchema(items) } : {}),
    ...(others === undefined ? {} : { additionalProperties: typeof others === 'object' ? forSchema(others) : others }),
    ...(markdownDescription ? { description: markdownDescription } : {}),
  };
}

/** What each generated file should hold. */
export async function makeFiles() {
  const written = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
  const english = withTexts(written, JSON.parse(readFileSync(projectPath(textsFile), 'utf8')));
  english.contributes = { ...english.contributes, configuration: await makeConfiguration() };
  const { manifest, texts } = withNames(english);
  return {
    'package.json': asText(manifest),
    [textsFile]: asText(texts),
    ...Object.fromEntries(Object.entries(translations(texts)).map(([path, made]) => [path, asText(made)])),
    [schemaFile]: asText(await makeSettingsSchema()),
  };
}

function asText(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    const files = await makeFiles();
    const isSame = (path) =>
      existsSync(projectPath(path)) &&
      isDeepStrictEqual(JSON.parse(readFileSync(projectPath(path), 'utf8')), JSON.parse(files[path]));
    const outdated = Object.keys(files).filter((path) => !isSame(path));
    if (process.argv.includes('--check') && outdated.length > 0) {
      throw new PlainError(`${outdated.join(' and ')} must be made anew: run node scripts/manifest.mjs`);
    }
    if (process.argv.includes('--check')) return;
    mkdirSync(projectPath('l10n'), { recursive: true });
    for (const [path, text] of Object.entries(files)) writeFileSync(projectPath(path), text);
    const biome = projectPath('node_modules', '@biomejs', 'biome', 'bin', 'biome');
    await run(process.execPath, [biome, 'format', '--write', ...Object.keys(files)], { cwd: projectRoot });
  });
}
