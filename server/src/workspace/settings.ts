/**
 * One parser for what a user can set, whether it comes from VS Code's settings (`clausemark.…`) or from
 * `.clausemark.yaml`: both arrive here as a plain value. Anything wrong becomes a sentence, never an exception, and the
 * rest of the settings still counts.
 */

import type { FieldName } from '../core/document.js';
import { t } from '../core/l10n.js';
import { defaultSettings, normaliseKey, type Settings, type SeveritySetting } from '../core/settings.js';
import type { Span } from '../core/text.js';
import { readDocumentTypes } from './documentTypeSettings.js';

/** Something wrong with a setting, in a sentence for the user. */
export interface SettingsProblem {
  /** The setting as the user knows it: `clausemark.rules.superseded-edition`. */
  readonly setting: string;
  readonly message: string;
  /** Where it stands in `.clausemark.yaml`; absent where it comes from elsewhere. */
  readonly span?: Span;
}

export interface ParsedSettings {
  readonly settings: Settings;
  readonly problems: readonly SettingsProblem[];
}

interface Reader {
  settings: Settings;
  readonly ruleCodes: ReadonlySet<string>;
  readonly problems: SettingsProblem[];
}

type Apply = (reader: Reader, value: unknown, name: string) => void;

const severityWords: Readonly<Record<string, SeveritySetting>> = {
  error: 'error',
  warning: 'warning',
  information: 'information',
  info: 'information',
  hint: 'hint',
  off: 'off',
};

/** Every setting by its name after `clausemark.`; the value reaches the function as the user wrote it. */
const settingsByName: Readonly<Record<string, Apply>> = {
  rules: applyRules,
  include: (reader, value, name) => set(reader, 'include', wordList(reader, value, name)),
  exclude: (reader, value, name) =>
    set(reader, 'exclude', addedTo(defaultSettings.exclude, wordList(reader, value, name))),
  'frontMatter.controlKeys': (reader, value, name) =>
    set(reader, 'controlKeys', addedTo(defaultSettings.controlKeys, keyList(reader, value, name))),
  'frontMatter.clauseKeys': (reader, value, name) =>
    set(reader, 'clauseKeys', addedTo(defaultSettings.clauseKeys, keyList(reader, value, name))),
  'frontMatter.fieldKeys': applyFieldKeys,
  'frontMatter.requiredFields': applyRequiredFields,
  'frontMatter.statusValues': (reader, value, name) => set(reader, 'statusValues', wordList(reader, value, name)),
  documentTypes: applyDocumentTypes,
  standards: applyStandards,
  inlineCode: applySwitch('inlineCode'),
  codeLens: applySwitch('codeLens'),
  titleHints: applySwitch('titleHints'),
  updateOnFileMove: applySwitch('updateOnFileMove'),
  catalogs: (reader, value, name) => set(reader, 'catalogs', wordList(reader, value, name)),
};

/** Names that only the editor's side uses; they may stand in the same section and are nobody's mistake. */
const clientSettings = new Set([
  'trace',
  'trace.server',
  'preview',
  'keepIndex',
  'statusBar',
  'fileDecorations',
  'markdownPreview',
]);

/** The names of all settings, for help texts and tests. */
export const settingNames: readonly string[] = Object.keys(settingsByName);

/**
 * The settings after applying the given layers over the defaults, the last layer winning. A layer is a plain value
 * (null and undefined mean that it is absent): an object with nested or dotted keys.
 * `ruleCodes` are the rules that exist.
 */
export function parseSettings(layers: readonly unknown[], ruleCodes: Iterable<string>): ParsedSettings {
  const reader: Reader = { settings: defaultSettings, ruleCodes: new Set(ruleCodes), problems: [] };
  for (const layer of layers) applyLayer(reader, layer);
  return { settings: reader.settings, problems: reader.problems };
}

function applyLayer(reader: Reader, layer: unknown): void {
  if (layer === null || layer === undefined) return;
  if (!isRecord(layer)) {
    reader.problems.push({
      setting: 'clausemark',
      message: t('The settings must be names with values, such as “standards: [27001:2022]”.'),
    });
    return;
  }
  const inner = Object.keys(layer).length === 1 && isRecord(layer['clausemark']) ? layer['clausemark'] : layer;
  for (const [key, value] of Object.entries(inner)) applyNamed(reader, key.replace(/^clausemark\./, ''), value);
}

function applyNamed(reader: Reader, name: string, value: unknown): void {
  if (value === null || value === undefined) return;
  const apply = Object.hasOwn(settingsByName, name) ? settingsByName[name] : undefined;
  if (apply) apply(reader, value, name);
  else if (name.startsWith('rules.')) applyRule(reader, name.slice('rules.'.length), value);
  else if (isRecord(value) && settingNames.some((known) => known.startsWith(name + '.'))) {
    for (const [key, inner] of Object.entries(value)) applyNamed(reader, `${name}.${key}`, inner);
  } else if (!clientSettings.has(name)) {
    problem(reader, name, t('There is no setting “{0}”. The settings are: {1}.', name, settingNames.join(', ')));
  }
}

function applyRules(reader: Reader, value: unknown, name: string): void {
  if (!isRecord(value)) {
    problem(reader, name, t('“{0}” must name rules with a severity, such as “superseded-edition: warning”.', name));
    return;
  }
  for (const [code, severity] of Object.entries(value)) applyRule(reader, code, severity);
}

function applyRule(reader: Reader, code: string, value: unknown): void {
  if (value === null || value === undefined || value === 'default') return;
  const name = `rules.${code}`;
  if (reader.ruleCodes.size > 0 && !reader.ruleCodes.has(code)) {
    problem(reader, name, t('There is no rule “{0}”.', code));
    return;
  }
  // YAML 1.1 tools write `off` as false; both mean that the rule is silent.
  const word = value === false ? 'off' : typeof value === 'string' ? value.toLowerCase() : '';
  const severity = Object.hasOwn(severityWords, word) ? severityWords[word]! : null;
  if (severity === null) {
    problem(reader, name, t('“{0}” must be error, warning, information, hint or off, not {1}.', name, shown(value)));
    return;
  }
  set(reader, 'severities', { ...reader.settings.severities, [code]: severity });
}

function applyFieldKeys(reader: Reader, value: unknown, name: string): void {
  if (!isRecord(value)) {
    problem(reader, name, t('“{0}” must name fields with their keys, such as “owner: [responsible]”.', name));
    return;
  }
  const fieldKeys: Record<FieldName, readonly string[]> = { ...reader.settings.fieldKeys };
  for (const [written, keys] of Object.entries(value)) {
    const field = fieldNamed(written);
    if (!field)
      problem(
        reader,
        `${name}.${written}`,
        t('There is no field “{0}”. The fields are: {1}.', written, fieldNames().join(', ')),
      );
    else
      fieldKeys[field] =
        addedTo(defaultSettings.fieldKeys[field], keyList(reader, keys, `${name}.${written}`)) ?? fieldKeys[field];
  }
  set(reader, 'fieldKeys', fieldKeys);
}

function applyRequiredFields(reader: Reader, value: unknown, name: string): void {
  const words = wordList(reader, value, name);
  if (!words) return;
  const fields: FieldName[] = [];
  for (const word of words) {
    const field = fieldNamed(word);
    if (field) fields.push(field);
    else problem(reader, name, t('There is no field “{0}”. The fields are: {1}.', word, fieldNames().join(', ')));
  }
  set(reader, 'requiredFields', fields);
}

function applyDocumentTypes(reader: Reader, value: unknown): void {
  const problems = { problem: (name: string, message: string) => problem(reader, name, message), fieldNamed };
  set(reader, 'documentTypes', readDocumentTypes(value, reader.settings.documentTypes, problems));
}

function applyStandards(reader: Reader, value: unknown, name: string): void {
  const words = wordList(reader, value, name);
  if (!words) return;
  const standards: string[] = [];
  for (const word of words) {
    if (/^[a-z0-9][a-z0-9.-]*(:[a-z0-9.-]+)?$/i.test(word)) standards.push(word.toLowerCase());
    else
      problem(reader, name, t('“{0}” is no standard. Write it as 27001:2022, or 27001 for the current edition.', word));
  }
  set(reader, 'standards', standards);
}

function applySwitch(key: 'inlineCode' | 'codeLens' | 'titleHints' | 'updateOnFileMove'): Apply {
  return (reader, value, name) => {
    if (typeof value === 'boolean') set(reader, key, value);
    else problem(reader, name, t('“{0}” must be true or false, not {1}.', name, shown(value)));
  };
}

/** A list of words; a single word, or words with commas between, count as a list. Null after reporting a problem. */
function wordList(reader: Reader, value: unknown, name: string): string[] | null {
  const values = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value];
  const words: string[] = [];
  for (const item of values) {
    if (typeof item !== 'string' && typeof item !== 'number') {
      problem(reader, name, t('“{0}” must be a list of words, but holds {1}.', name, shown(item)));
      return null;
    }
    const word = String(item).trim();
    if (word !== '') words.push(word);
  }
  return words;
}

function keyList(reader: Reader, value: unknown, name: string): string[] | null {
  const words = wordList(reader, value, name);
  return words?.map((word) => (word.startsWith('!') ? '!' + normaliseKey(word.slice(1)) : normaliseKey(word))) ?? null;
}

/** The words are added to the known ones; `!word` takes one out. */
function addedTo(known: readonly string[], words: readonly string[] | null): readonly string[] | null {
  if (!words) return null;
  const all = new Set(known);
  for (const word of words) {
    if (word.startsWith('!')) all.delete(word.slice(1));
    else all.add(word);
  }
  return [...all];
}

function set<K extends keyof Settings>(reader: Reader, key: K, value: Settings[K] | null): void {
  if (value !== null) reader.settings = { ...reader.settings, [key]: value };
}

function fieldNames(): FieldName[] {
  return Object.keys(defaultSettings.fieldKeys) as FieldName[];
}

/** `approved_by`, `approvedBy` and `Approved by` all mean the same field. */
function fieldNamed(written: string): FieldName | undefined {
  const plain = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '');
  return fieldNames().find((name) => plain(name) === plain(written));
}

function problem(reader: Reader, name: string, message: string): void {
  reader.problems.push({ setting: `clausemark.${name}`, message });
}

function shown(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return `“${text.length > 60 ? text.slice(0, 57) + '…' : text}”`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
