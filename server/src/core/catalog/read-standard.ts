/** A standard, law or framework file → `Standard`. Format: docs/catalog.md and catalog/schema/standard.schema.json. */
import { t } from '../l10n.js';
import { entryKeyOf, keyTail } from './ids.js';
import type { CatalogEntry, CatalogProblem, EntryKind, PrivacyRole, Standard, StandardType } from './types.js';
import type { YamlValue } from './yaml-file.js';

export const entryKinds: readonly EntryKind[] = [
  'clause',
  'item',
  'control',
  'theme',
  'objective',
  'guidance',
  'general',
  'article',
  'annex',
  'chapter',
  'function',
  'category',
  'subcategory',
];
const standardTypes: readonly StandardType[] = ['management-system', 'law', 'framework'];
const roles: readonly PrivacyRole[] = ['controller', 'processor', 'both'];

function oneOf<T extends string>(allowed: readonly T[], text: string | undefined): T | undefined {
  return allowed.find((item) => item === text);
}

/** Without the fields that are undefined or an empty list. */
function compact<T extends object>(value: T): T {
  const kept = Object.entries(value).filter(
    ([, item]) => item !== undefined && !(Array.isArray(item) && item.length === 0),
  );
  return Object.fromEntries(kept) as T;
}

/** One row of `entries`; undefined, with a problem, where it has no id, kind or title. */
function readEntry(row: YamlValue, standardKey: string, problems: CatalogProblem[]): CatalogEntry | undefined {
  const id = row.get('id').text;
  const title = row.get('title').text;
  const kind = oneOf(entryKinds, row.get('kind').text);
  if (id === undefined || title === undefined || kind === undefined) {
    problems.push({ message: missingText(id, title), line: row.line });
    return undefined;
  }
  const movedTo = row.get('movedTo');
  return compact({
    key: entryKeyOf(standardKey, id),
    standardKey,
    id,
    kind,
    title,
    parent: row.get('parent').text,
    aliases: row.get('aliases').texts,
    intent: row.get('intent').text,
    role: oneOf(roles, row.get('role').text),
    isNew: row.get('isNew').isTrue || undefined,
    explains: row.get('explains').text,
    note: row.get('note').text,
    deleted: row.get('deleted').isTrue || undefined,
    withdrawn: (movedTo.isList && movedTo.items.length === 0) || undefined,
    mirrors: row.get('mirrors').text,
  });
}

function missingText(id: string | undefined, title: string | undefined): string {
  if (id === undefined) return t('The entry needs an id; it is not used.');
  return title === undefined
    ? t('The entry "{0}" needs a title; it is not used.', id)
    : t('The entry "{0}" needs a kind (one of {1}); it is not used.', id, entryKinds.join(', '));
}

/** All entries; an id that occurs twice is used once, a parent that is no entry is reported. */
function readEntries(root: YamlValue, standardKey: string, problems: CatalogProblem[]): CatalogEntry[] {
  const entries = new Map<string, CatalogEntry>();
  const rows = root.get('entries').items;
  for (const row of rows) {
    const entry = readEntry(row, standardKey, problems);
    if (!entry) continue;
    if (entries.has(entry.key))
      problems.push({ message: t('The id "{0}" occurs twice; the second one is not used.', entry.id), line: row.line });
    else entries.set(entry.key, entry);
  }
  for (const entry of entries.values()) {
    if (entry.parent !== undefined && !entries.has(`${standardKey}:${keyTail(entry.parent)}`)) {
      problems.push({
        message: t('"{0}" is placed under "{1}", which is not an entry of this file.', entry.id, entry.parent),
      });
    }
  }
  return [...entries.values()];
}

function readPublications(root: YamlValue) {
  return {
    names: root.get('names').texts,
    systemNames: root.get('systemNames').texts,
    subjects: root.get('subjects').texts,
    alsoPublishedAs: root
      .get('alsoPublishedAs')
      .items.map((item) =>
        compact({ name: item.get('name').text ?? '', year: item.get('year').text ?? '', note: item.get('note').text }),
      ),
    companions: root.get('companions').items.map((item) =>
      compact({
        number: item.get('number').text ?? '',
        edition: item.get('edition').text ?? '',
        names: item.get('names').texts,
        idPrefix: item.get('idPrefix').text ?? '',
        note: item.get('note').text,
      }),
    ),
    formerIds: root.get('formerIds').items.map((item) =>
      compact({
        id: item.get('id').text ?? '',
        now: item.get('now').text ?? '',
        note: item.get('note').text,
        subjects: item.get('subjects').texts,
      }),
    ),
  };
}

/** `"6(1)": f`: a letter for each id. */
function readLetters(map: YamlValue): Record<string, string> | undefined {
  const fields = map.fields.flatMap(([id, value]) => (value.text === undefined ? [] : [[id, value.text]]));
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

/** The standard of a file; undefined, with a problem, where it has no key or no name. */
export function readStandard(root: YamlValue, problems: CatalogProblem[]): Standard | undefined {
  const key = root.get('key').text;
  const name = root.get('name').text;
  if (key === undefined || name === undefined) {
    problems.push({ message: t('A standard needs a key and a name; the file is not used.'), line: 1 });
    return undefined;
  }
  const type = oneOf(standardTypes, root.get('type').text);
  if (type === undefined) {
    problems.push({
      message: t('The type must be one of {0}; "framework" is assumed.', standardTypes.join(', ')),
      line: root.get('type').line,
    });
  }
  return compact({
    key,
    standard: root.get('standard').text ?? key,
    edition: root.get('edition').text ?? '',
    name,
    fullTitle: root.get('fullTitle').text ?? name,
    type: type ?? 'framework',
    status: root.get('status').text === 'withdrawn' ? ('withdrawn' as const) : ('current' as const),
    supersedes: root.get('supersedes').text,
    soaItem: root.get('soaItem').text,
    inventedIds: root.get('inventedIds').texts,
    published: root.get('published').text,
    completeParagraphs: root.get('completeParagraphs').texts,
    lastPoints: readLetters(root.get('lastPoints')),
    letteredRangesUnverified: readLetters(root.get('letteredRangesUnverified')),
    ...readPublications(root),
    entries: readEntries(root, key, problems),
  });
}
