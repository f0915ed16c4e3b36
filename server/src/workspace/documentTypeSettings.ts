/** The setting `documentTypes`: what documents of each type are to state, over the types that are known by default. */

import type { FieldName } from '../core/document.js';
import type { DocumentType, OutlineSection } from '../core/documentTypes/types.js';
import { t } from '../core/l10n.js';

export interface DocumentTypeReader {
  /** Says what is wrong at a setting below `documentTypes`. */
  problem(name: string, message: string): void;
  /** The field of that name, however it is written. */
  fieldNamed(written: string): FieldName | undefined;
}

/** Longer lists are no outline. */
const mostSections = 60;
const mostTypes = 60;

/** The types after the setting: known ones changed or (with `false`) left out, new ones at the end. */
export function readDocumentTypes(
  value: unknown,
  known: readonly DocumentType[],
  reader: DocumentTypeReader,
): readonly DocumentType[] {
  if (!isRecord(value)) {
    reader.problem(
      'documentTypes',
      t('“documentTypes” must name types, such as “policy: { sections: [Purpose, Scope] }”.'),
    );
    return known;
  }
  const types = new Map(known.map((type) => [type.name, type]));
  for (const [written, description] of Object.entries(value).slice(0, mostTypes)) {
    const name = written.trim().toLowerCase();
    if (name === '' || description === null || description === undefined) continue;
    if (description === false) types.delete(name);
    else if (isRecord(description)) types.set(name, readType(name, description, types.get(name), reader));
    else
      reader.problem(`documentTypes.${written}`, t('“{0}” must say what the type is to state, or be false.', written));
  }
  return [...types.values()];
}

const typeKeys = ['also', 'idPrefix', 'folder', 'requiredFields', 'version', 'sections'];

function readType(
  name: string,
  description: Record<string, unknown>,
  known: DocumentType | undefined,
  reader: DocumentTypeReader,
): DocumentType {
  const at = `documentTypes.${name}`;
  for (const key of Object.keys(description)) {
    if (!typeKeys.includes(key)) {
      reader.problem(
        `${at}.${key}`,
        t('“{0}” says nothing about a document type. There are: {1}.', key, typeKeys.join(', ')),
      );
    }
  }
  const text = (key: string) => (typeof description[key] === 'string' ? description[key].trim() : undefined);
  const base: DocumentType = known ?? {
    name,
    also: [],
    idPrefix:
      name
        .replace(/[^\p{L}]/gu, '')
        .slice(0, 3)
        .toUpperCase() || 'DOC',
    folder: '',
    requiredFields: null,
    version: 1,
    sections: [],
  };
  const sections = readSections(description['sections'], base.sections, `${at}.sections`, reader) ?? base.sections;
  return {
    name,
    also: words(description['also']) ?? base.also,
    idPrefix: text('idPrefix') || base.idPrefix,
    folder:
      text('folder')
        ?.replace(/^[./\\]+|[/\\]+$/g, '')
        .replaceAll('\\', '/') ?? base.folder,
    requiredFields: readFields(description['requiredFields'], `${at}.requiredFields`, reader) ?? base.requiredFields,
    version: readVersion(description['version'], sections, `${at}.version`, reader),
    sections,
  };
}

/** The version of the template as it is stated, and never less than that of its newest section. */
function readVersion(
  value: unknown,
  sections: readonly OutlineSection[],
  at: string,
  reader: DocumentTypeReader,
): number {
  const newest = Math.max(1, ...sections.map(({ since }) => since));
  if (value === undefined || value === null) return newest;
  const stated = countFromOne(value);
  if (stated === null) reader.problem(at, t('“version” counts the versions of the template: 1, 2, 3.'));
  else if (stated < newest) {
    reader.problem(at, t('“version” is {0}, and a section came with version {1}: write {1} or more.', stated, newest));
  }
  return Math.max(newest, stated ?? 1);
}

/** The version of the template that brought a section; 1 where it is not said. */
function readSince(value: unknown, title: string, at: string, reader: DocumentTypeReader): number {
  if (value === undefined || value === null) return 1;
  const since = countFromOne(value);
  if (since === null) {
    reader.problem(at, t('“since” of “{0}” is the version of the template that brought the section: 2, 3.', title));
  }
  return since ?? 1;
}

function countFromOne(value: unknown): number | null {
  const count = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) && count >= 1 && count < 1_000_000 ? count : null;
}

function readFields(value: unknown, at: string, reader: DocumentTypeReader): FieldName[] | null {
  if (value === undefined || value === null) return null;
  const fields: FieldName[] = [];
  for (const word of words(value) ?? []) {
    const field = reader.fieldNamed(word);
    if (field) fields.push(field);
    else reader.problem(at, t('There is no field “{0}”.', word));
  }
  return fields;
}

/** `Purpose`, `Exceptions?` (may be missing), or `{ title, also, required, hint, since }`. */
function readSections(
  value: unknown,
  known: readonly OutlineSection[],
  at: string,
  reader: DocumentTypeReader,
): OutlineSection[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) {
    reader.problem(at, t('“sections” is a list of headings, such as [Purpose, Scope, "Exceptions?"].'));
    return null;
  }
  return value.slice(0, mostSections).flatMap((item: unknown) => {
    const given =
      typeof item === 'string' ? { title: item.replace(/\?\s*$/, ''), required: !/\?\s*$/.test(item) } : item;
    const title = isRecord(given) && typeof given['title'] === 'string' ? given['title'].trim() : '';
    if (!isRecord(given) || title === '') {
      reader.problem(at, t('A section is a heading, or a heading with more: { title: Purpose, required: true }.'));
      return [];
    }
    const base = known.find((one) => one.title.toLowerCase() === title.toLowerCase());
    return [
      {
        title,
        also: words(given['also']) ?? base?.also ?? [],
        isRequired: given['required'] !== false,
        mayOpen: base?.mayOpen ?? false,
        hint: typeof given['hint'] === 'string' ? given['hint'].replace(/-->/g, '').trim() : (base?.hint ?? ''),
        since: readSince(given['since'], title, at, reader),
      },
    ];
  });
}

function words(value: unknown): string[] | null {
  if (value === undefined || value === null) return null;
  const list: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  return list.flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? [one.trim()] : []));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
