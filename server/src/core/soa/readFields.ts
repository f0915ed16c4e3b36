/** The keys of a mapping of soa.yaml → fields by their own names. */
import { t } from '../l10n.js';
import { fieldNamed, similarKey } from './fieldNames.js';
import type { YamlEntry, YamlReader } from './yaml/read.js';

/**
 * The entries by field, the first where a field is given twice. What is no key, or stands there twice, is reported; a key of
 * the writer's own, which is near none of ours, once a file.
 * @param names the spellings of each field
 * @param unknown what to say of a key that is none of them
 */
export function readFields<Field extends string>(
  entries: readonly YamlEntry[],
  names: Readonly<Record<Field, readonly string[]>>,
  unknown: (key: string) => string,
  reader: YamlReader,
): Partial<Record<Field, YamlEntry>> {
  const fields: Partial<Record<Field, YamlEntry>> = {};
  for (const entry of entries) {
    const name = fieldNamed(names, entry.key);
    if (!name) {
      const similar = similarKey(names, entry.key);
      if (similar) reader.warn(entry.keySpan, `${unknown(entry.key)} ${t('Did you mean “{0}”?', similar)}`);
      else reader.inform(entry.keySpan, `${unknown(entry.key)} ${notRead()}`);
    } else if (fields[name]) {
      reader.error(entry.keySpan, t('“{0}” stands here twice; the first one counts.', entry.key));
    } else fields[name] = entry;
  }
  return fields;
}

/** What is said of a key of the writer's own, beside that it is none of ours. */
export function notRead(): string {
  return t('It is not read, and left as it is.');
}
