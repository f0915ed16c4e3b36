/** `.clausemark.yaml`: text → the plain value that the settings parser takes. */

import { type Document, isMap, isPair, isScalar, type Pair, parseDocument } from 'yaml';
import { t } from '../core/l10n.js';
import { findTooDeep } from '../core/soa/yaml/limits.js';
import { plainYamlMessage } from '../core/soa/yaml/messages.js';
import { repeatedKeys } from '../core/soa/yaml/repeatedKeys.js';
import type { Span } from '../core/text.js';
import { settingsFileName } from './paths.js';
import type { SettingsProblem } from './settings.js';

export interface SettingsFile {
  /** Null where the file says nothing or cannot be read as YAML. */
  readonly value: unknown;
  readonly problems: readonly SettingsProblem[];
  /** The key of a setting, as `frontMatter.fieldKeys.owner`, or the nearest key above it; null where there is none. */
  placeOf(setting: string): Span | null;
}

/** In UTF-16 units; a file with every setting there is has a tenth of it. */
const longestFile = 64_000;

/** Never throws: what YAML cannot read is a problem with the line it stands on. */
export function readSettingsFile(text: string): SettingsFile {
  if (text.trim() === '') return { value: null, problems: [], placeOf: () => null };
  if (text.length > longestFile || findTooDeep(text) !== null) {
    return unusable(text, 0, t('it is too long or too deeply nested for settings. Take out what is no setting.'));
  }
  try {
    const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
    const error = document.errors[0];
    if (error) return unusable(text, error.pos[0], plainYamlMessage(error, text));
    const [repeated] = document.contents ? repeatedKeys(document.contents) : [];
    if (repeated) {
      const at = repeated.key.range?.[0] ?? 0;
      return unusable(text, at, plainYamlMessage({ code: 'DUPLICATE_KEY', message: '', pos: [at, at] }, text));
    }
    const value = document.toJS({ maxAliasCount: 50 }) as unknown;
    return { value, problems: [], placeOf: (setting) => keyPlace(document, setting) };
  } catch (error) {
    return unusable(text, 0, error instanceof Error ? error.message : String(error));
  }
}

/**
 * The settings of a folder without catalogs that lie outside of it: opening somebody's repository must not make us read
 * other files of the machine, or a network share.
 */
export function withoutOutsideCatalogs(value: unknown): Pick<SettingsFile, 'value' | 'problems'> {
  if (typeof value !== 'object' || value === null || !('catalogs' in value)) return { value, problems: [] };
  const written: unknown[] = Array.isArray(value.catalogs) ? value.catalogs : [value.catalogs];
  const outside = written.filter((path) => typeof path === 'string' && liesOutside(path));
  if (outside.length === 0) return { value, problems: [] };
  return {
    value: { ...value, catalogs: written.filter((path) => !outside.includes(path)) },
    problems: outside.map((path) => ({
      setting: 'catalogs',
      message: t(
        'The catalog “{0}” lies outside this folder, and {1} may not name it. Name it in your own VS Code settings (clausemark.catalogs), or in a settings file given with --config.',
        String(path),
        settingsFileName,
      ),
    })),
  };
}

function liesOutside(path: string): boolean {
  return /^[\\/~]|^[A-Za-z]:/.test(path) || path.split(/[\\/]/).includes('..');
}

function unusable(text: string, offset: number, detail: string): SettingsFile {
  const start = Math.min(offset, text.length);
  const line = text.slice(0, start).split('\n').length;
  const message = t('{0} cannot be read, line {1}: {2}', settingsFileName, line, detail);
  const problem = { setting: settingsFileName, message, span: { start, end: Math.min(start + 1, text.length) } };
  return { value: null, problems: [problem], placeOf: () => null };
}

/** Keys may be nested or dotted, with or without `clausemark` above them. */
function keyPlace(document: Document, setting: string): Span | null {
  let rest = setting.replace(/^clausemark\./, '');
  let node: unknown = document.contents;
  let place: Span | null = null;
  while (isMap(node)) {
    const pair: Pair | undefined = node.items.find((item) => {
      const key = nameOf(item);
      return key !== null && (key === 'clausemark' || rest === key || rest.startsWith(`${key}.`));
    });
    if (!pair) break;
    const key = nameOf(pair)!;
    const range = isScalar(pair.key) ? pair.key.range : null;
    if (range) place = { start: range[0], end: range[1] };
    if (key !== 'clausemark') rest = rest.slice(key.length + 1);
    node = pair.value;
    if (rest === '') break;
  }
  return place;
}

function nameOf(item: unknown): string | null {
  return isPair(item) && isScalar(item.key) && typeof item.key.value === 'string' ? item.key.value : null;
}
