/**
 * The texts of package.json that users read. In package.json stands `%name%`, the text in package.nls.json; whoever adds
 * something writes it in plain English, and scripts/manifest.mjs moves it.
 */

/** Properties that hold a text (or a list of texts) for users, below `contributes` and `capabilities`. */
const textProperties = new Set([
  'title',
  'shortTitle',
  'label',
  'name',
  'contextualTitle',
  'contents',
  'description',
  'markdownDescription',
  'deprecationMessage',
  'enumDescriptions',
  'markdownEnumDescriptions',
]);

/** Lists whose elements are told apart by what they say of themselves, so that their names outlive another order. */
const ownNames = ['command', 'id', 'view'];

/** Below these, `name`, `title` and the like are data and no words. */
const skipped = new Set(['grammars', 'snippets', 'languages', 'default', 'menus', 'keybindings', 'yamlValidation']);

/** `%name%` replaced by the text of that name. */
export function withTexts(manifest, texts) {
  return JSON.parse(JSON.stringify(manifest), (_key, value) => {
    const name = typeof value === 'string' ? /^%([^%\s]+)%$/.exec(value)?.[1] : undefined;
    return name !== undefined && texts[name] !== undefined ? texts[name] : value;
  });
}

/** The manifest with `%name%` for every text, and the texts by name. The same text has one name. */
export function withNames(manifest) {
  const texts = {};
  const nameOfText = new Map();
  const nameFor = (text, path) => {
    const known = nameOfText.get(text);
    if (known !== undefined) return `%${known}%`;
    const wanted = shorten(path.join('.'));
    let name = wanted;
    for (let count = 2; name in texts; count++) name = `${wanted}.${count}`;
    texts[name] = text;
    nameOfText.set(text, name);
    return `%${name}%`;
  };
  const visit = (value, path) => {
    if (Array.isArray(value)) {
      return value.map((each, index) => visit(each, [...path, partFor(each, index)]));
    }
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        if (skipped.has(key)) return [key, inner];
        if (textProperties.has(key) && isText(inner)) {
          const named = [inner].flat().map((text, index) => {
            return nameFor(text, [...path, key, ...(Array.isArray(inner) ? [String(index + 1)] : [])]);
          });
          return [key, Array.isArray(inner) ? named : named[0]];
        }
        return [key, visit(inner, [...path, key])];
      }),
    );
  };
  const { contributes, capabilities } = manifest;
  const named = { ...manifest, capabilities: visit(capabilities, ['capabilities']) };
  named.contributes = Object.fromEntries(
    Object.entries(contributes).map(([key, value]) => [
      key,
      skipped.has(key) ? value : visit(value, [shortNames[key] ?? key]),
    ]),
  );
  return { manifest: named, texts };
}

const shortNames = { configuration: 'settings', viewsWelcome: 'welcome', walkthroughs: 'walkthrough' };

/** `settings.2.properties.clausemark.include.markdownDescription` → `settings.include.description` */
function shorten(name) {
  return name
    .replace(/^settings\.\d+\.properties\.clausemark\./, 'settings.')
    .replace(/^settings\.(\d+)\.title$/, 'settings.group.$1')
    .replaceAll('.properties.', '.')
    .replaceAll('.additionalProperties.', '.')
    .replace(/markdownEnumDescriptions|enumDescriptions/, 'values')
    .replace(/markdownDescription$/, 'description');
}

function partFor(value, index) {
  const own = ownNames.map((name) => value?.[name]).find((name) => typeof name === 'string');
  return (own ?? String(index + 1)).replace(/^clausemark\./, '');
}

function isText(value) {
  if (Array.isArray(value)) return value.length > 0 && value.every((each) => typeof each === 'string');
  return typeof value === 'string' && value.trim() !== '';
}
