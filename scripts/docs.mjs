/**
 * The parts of the documents that are made from the code, so that they cannot say something else:
 *
 *   docs/settings.md   the settings of VS Code (package.json), the keys and fields that are known by default
 *   docs/commands.md   the commands and keys (package.json)
 *   docs/features.md   what the server can do (its capabilities) and what package.json contributes
 *
 * `node scripts/docs.mjs` writes them; test/docs.test.ts holds the files against it. A part stands between the comments
 * `<!-- made from the code: NAME -->` and `<!-- end -->`; everything outside of them is written by hand.
 * (The index of the rules has its own test: test/core/rules/docs.test.ts.)
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { actionTable, contributionTable, placeTable, protocolTable } from './docs/features.mjs';
import { projectPath } from './support/paths.mjs';

/** The pages that hold such parts. */
export const generatedPages = ['docs/settings.md', 'docs/commands.md', 'docs/features.md'];

/** Longer default values would break the table. In characters. */
const longestDefault = 70;

/** Where the settings page of VS Code finds our documents; from one document to another the way is shorter. */
const publishedDocs = 'https://github.com/clausemark/clausemark/blob/main/docs';

const makers = {
  settings,
  fields,
  keys,
  commands,
  protocol: protocolTable,
  actions: actionTable,
  contributions: contributionTable,
  places: placeTable,
};

/**
 * The page with every part made anew.
 * @param {string} page the Markdown of the page
 * @param {{ manifest: object, defaults: object, capabilities: object }} sources package.json with its texts, the default
 *   settings, and what the server says it can do
 */
export function renderPage(page, sources) {
  return page.replace(
    /(<!-- made from the code: ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_whole, opening, name, closing) => {
      const make = makers[name];
      if (!make) throw new Error(`There is no part “${name}”. There are: ${Object.keys(makers).join(', ')}.`);
      return `${opening}\n${make(sources).join('\n')}\n\n${closing}`;
    },
  );
}

/** package.json, with `%name%` replaced by the texts of package.nls.json. */
export function readManifest() {
  const texts = existsSync(projectPath('package.nls.json'))
    ? JSON.parse(readFileSync(projectPath('package.nls.json'), 'utf8'))
    : {};
  return JSON.parse(readFileSync(projectPath('package.json'), 'utf8'), (_key, value) => {
    const name = typeof value === 'string' ? /^%([^%\s]+)%$/.exec(value)?.[1] : undefined;
    const text = name === undefined ? undefined : texts[name];
    if (text === undefined) return value;
    return typeof text === 'string' ? text : text.message;
  });
}

/** One table per group of settings. */
function settings({ manifest }) {
  const groups = [manifest.contributes?.configuration ?? []].flat();
  return groups.flatMap(({ title, properties }, index) => {
    const rows = Object.entries(properties)
      .filter(([name]) => !isRule(name))
      .sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0))
      .map(([name, property]) => [code(name), describe(property), defaultOf(property)]);
    if (Object.keys(properties).some(isRule)) rows.push(ruleRow(properties));
    const heading = groups.length > 1 ? [`### ${title}`, ''] : [];
    return [...(index > 0 ? [''] : []), ...heading, ...table(['Setting', 'What it does', 'Default'], rows)];
  });
}

/** The rules have an index of their own; here one row stands for all of them. */
function ruleRow(properties) {
  const [, { enum: values, default: usual }] = Object.entries(properties).find(([name]) => isRule(name));
  const words = `The severity of a [rule](rules/README.md). One of ${values.map(code).join(', ')}.`;
  return [code('clausemark.rules.RULE'), words, code(JSON.stringify(usual))];
}

function isRule(name) {
  return name.startsWith('clausemark.rules.');
}

function describe({ markdownDescription, description, enum: values }) {
  const words = plainReferences(markdownDescription ?? description ?? '').replaceAll(`(${publishedDocs}/`, '(');
  return values ? `${words} One of ${values.map(code).join(', ')}.` : words;
}

/** `#clausemark.rules#` is a link in VS Code's settings page and nowhere else. */
function plainReferences(text) {
  return text.replace(/`?#(clausemark\.[\w.-]+)#`?/g, '`$1`');
}

function defaultOf(property) {
  if (property.default === undefined) return '';
  const written = JSON.stringify(property.default);
  if (written.length <= longestDefault) return code(written);
  return Array.isArray(property.default) ? `${property.default.length} values, see below` : 'see below';
}

/** The document control fields with the keys that mean them. */
function fields({ defaults }) {
  const rows = Object.entries(defaults.fieldKeys).map(([name, keys]) => [
    code(name),
    keys.map(code).join(', '),
    defaults.requiredFields.includes(name) ? 'yes' : 'no',
  ]);
  return table(['Field', 'Keys that mean it', 'Required'], rows);
}

/** The front matter keys that claim controls and clauses. */
function keys({ defaults }) {
  return [
    `Controls: ${defaults.controlKeys.map(code).join(', ')}.`,
    '',
    `Clauses: ${defaults.clauseKeys.map(code).join(', ')}.`,
  ];
}

/** The commands that a user can call, with their keys. */
function commands({ manifest }) {
  const { commands: all = [], keybindings = [], menus = {} } = manifest.contributes ?? {};
  const hidden = new Set(
    (menus.commandPalette ?? []).filter(({ when }) => when === 'false').map((item) => item.command),
  );
  const rows = all
    .filter(({ command }) => !hidden.has(command))
    .map(({ command, title, category }) => {
      const pressed = keybindings.filter((binding) => binding.command === command).map(keyOf);
      return [`${category ? `${category}: ` : ''}${title}`, code(command), pressed.join(' or ')];
    });
  return table(['Command', 'Name in keyboard settings', 'Key'], rows);
}

function keyOf({ key, mac }) {
  return mac ? `${code(key)} (Mac: ${code(mac)})` : code(key);
}

function table(columns, rows) {
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)];
}

function cell(text) {
  return String(text)
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\|/g, '\\|');
}

function code(text) {
  return `\`${text}\``;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await import('./support/typescript.mjs');
  const { defaultSettings } = await import('../server/src/core/settings.ts');
  const { serverCapabilities } = await import('../server/src/lsp/capabilities.ts');
  const sources = {
    manifest: readManifest(),
    defaults: defaultSettings,
    capabilities: serverCapabilities({ pullsDiagnostics: true }),
  };
  for (const page of generatedPages) {
    const before = readFileSync(projectPath(page), 'utf8');
    const after = renderPage(before, sources);
    if (after !== before) writeFileSync(projectPath(page), after);
    console.log(`${page}: ${after === before ? 'as it was' : 'written'}`);
  }
}
