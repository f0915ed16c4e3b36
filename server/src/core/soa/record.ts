/** What the header of a soa.yaml says beyond single values: folders, change history, the last release. */
import { spokenLanguage, t } from '../l10n.js';
import { isContentHash } from './contentHash.js';
import { historyKeys, releaseKeys } from './fieldNames.js';
import { wholePathFrom } from './paths.js';
import { readDate, readText } from './plainValues.js';
import { readFields } from './readFields.js';
import type { CoveredFolder, HistoryItem, Release } from './types.js';
import type { YamlEntry, YamlReader } from './yaml/read.js';

/** Each document asks each of them whether it lies there. */
const maximumFolders = 1000;

/**
 * The folders that the system covers, as a list or a single one.
 * @param base the folder of the soa.yaml, in which relative paths begin
 */
export function readFolders(field: YamlEntry | undefined, base: string, reader: YamlReader): CoveredFolder[] {
  if (!field?.value) return [];
  const folders: CoveredFolder[] = [];
  for (const text of reader.textsAt(field.value, t('Folders are paths: folders: [policies, ../shared].'))) {
    if (folders.length === maximumFolders) {
      const most = maximumFolders.toLocaleString(spokenLanguage());
      reader.warn(
        text.span,
        t(
          'More than {0} folders cannot be named; from here on they are left out. Name the folders above them: everything below a folder belongs to it.',
          most,
        ),
      );
      break;
    }
    const path = wholePathFrom(base, text.value);
    if (path === null) reader.warn(text.span, t('“{0}” leads out of the workspace; it is left out.', text.value));
    else if (text.value.includes('*'))
      reader.warn(text.span, t('A folder is named without *; those below it are covered.'));
    if (path !== null && folders.some((other) => other.path === path)) {
      reader.warn(text.span, t('“{0}” is listed already.', text.value));
    } else folders.push({ ...text, path });
  }
  return folders;
}

/** The change history in the order of the file; an item of words alone is the change. */
export function readHistory(field: YamlEntry | undefined, reader: YamlReader): HistoryItem[] {
  if (!field?.value) return [];
  const items = reader.itemsOf(field.value);
  const example = '- { version: "1.0", date: 2026-03-31, by: CISO, change: First issue }';
  if (!items) {
    reader.warn(reader.spanOf(field.value), t('“{0}” is a list: {1}', field.key, example));
    return [];
  }
  const history: HistoryItem[] = [];
  for (const item of items) {
    const span = reader.spanOf(item);
    const entries = reader.entriesOf(item);
    const words = entries ? null : reader.textAt(item);
    if (words) history.push({ version: null, date: null, by: null, change: words, span });
    else if (!entries) reader.warn(span, t('A line of the history has these keys: {0}', example));
    else {
      const fields = readFields(entries, historyKeys, (key) => t('“{0}” is not a key of the history.', key), reader);
      const [version, by, change] = [fields.version, fields.by, fields.change].map((one) => readText(one, reader));
      history.push({ version: version!, date: readDate(fields.date, reader), by: by!, change: change!, span });
    }
  }
  return history;
}

/** What `released:` says; null without it. */
export function readRelease(field: YamlEntry | undefined, reader: YamlReader): Release | null {
  if (!field?.value) return null;
  const entries = reader.entriesOf(field.value);
  if (!entries) {
    const keys = Object.keys(releaseKeys).join(', ');
    reader.warn(reader.spanOf(field.value), t('“{0}” has these keys: {1}. A release writes them.', field.key, keys));
    return null;
  }
  const fields = readFields(entries, releaseKeys, (key) => t('“{0}” is not a key of a release.', key), reader);
  const hash = readText(fields.hash, reader);
  if (hash && !isContentHash(hash.value)) reader.warn(hash.span, t('This is no checksum of a release.'));
  return {
    version: readText(fields.version, reader),
    date: readDate(fields.date, reader),
    by: readText(fields.by, reader),
    hash,
    span: field.span,
  };
}
