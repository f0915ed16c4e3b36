/** `.clausemark.yaml`: text → the plain value that the settings parser takes. */
import { parseDocument } from 'yaml';
import { findTooDeep } from '../core/soa/yaml/source.js';
import { settingsFileName } from './paths.js';
import type { SettingsProblem } from './settings.js';

export interface SettingsFile {
  /** Null where the file says nothing or cannot be read as YAML. */
  readonly value: unknown;
  readonly problems: readonly SettingsProblem[];
}

/** In UTF-16 units; a file with every setting there is has a tenth of it. */
const longestFile = 64_000;

/** Never throws: what YAML cannot read is a problem with the line it stands on. */
export function readSettingsFile(text: string): SettingsFile {
  if (text.length > longestFile || findTooDeep(text) !== null) {
    return { value: null, problems: [unreadable(text, 0, 'it is too long or too deeply nested for settings.')] };
  }
  try {
    const document = parseDocument(text, { uniqueKeys: true, prettyErrors: false, logLevel: 'silent' });
    const error = document.errors[0];
    if (error) return { value: null, problems: [unreadable(text, error.pos[0], error.message)] };
    return { value: document.toJS({ maxAliasCount: 50 }) as unknown, problems: [] };
  } catch (error) {
    return { value: null, problems: [unreadable(text, 0, error instanceof Error ? error.message : String(error))] };
  }
}

/**
 * The settings of a folder without catalogs that lie outside of it: opening somebody's repository must not make us read
 * other files of the machine, or a network share.
 */
export function withoutOutsideCatalogs(value: unknown): SettingsFile {
  if (typeof value !== 'object' || value === null || !('catalogs' in value)) return { value, problems: [] };
  const written: unknown[] = Array.isArray(value.catalogs) ? value.catalogs : [value.catalogs];
  const outside = written.filter((path) => typeof path === 'string' && liesOutside(path));
  if (outside.length === 0) return { value, problems: [] };
  return {
    value: { ...value, catalogs: written.filter((path) => !outside.includes(path)) },
    problems: outside.map((path) => ({
      setting: 'catalogs',
      message:
        `The catalog “${path}” lies outside this folder, and ${settingsFileName} may not name it. ` +
        'Name it in your own VS Code settings (clausemark.catalogs), or in a settings file given with --config.',
    })),
  };
}

function liesOutside(path: string): boolean {
  return /^[\\/~]|^[A-Za-z]:/.test(path) || path.split(/[\\/]/).includes('..');
}

function unreadable(text: string, offset: number, detail: string): SettingsProblem {
  const line = text.slice(0, offset).split('\n').length;
  return { setting: settingsFileName, message: `${settingsFileName} cannot be read, line ${line}: ${detail}` };
}
