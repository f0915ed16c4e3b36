/** The keys of a mapping of soa.yaml → fields by their own names. */
import { fieldNamed, similarKey } from './fieldNames.js';
import type { YamlEntry, YamlReader } from './yaml/read.js';

/**
 * The entries by field, the first where a field is given twice. What is no key, or stands there twice, is reported.
 * @param names the spellings of each field
 * @param unknown what to say of a key that is none of them, after its name: `is not a key of a decision.`
 */
export function readFields<Field extends string>(
  entries: readonly YamlEntry[],
  names: Readonly<Record<Field, readonly string[]>>,
  unknown: string,
  reader: YamlReader,
): Partial<Record<Field, YamlEntry>> {
  const fields: Partial<Record<Field, YamlEntry>> = {};
  for (const entry of entries) {
    const name = fieldNamed(names, entry.key);
    if (!name) {
      const similar = similarKey(names, entry.key);
      reader.warn(entry.keySpan, `“${entry.key}” ${unknown}${similar ? ` Did you mean “${similar}”?` : ''}`);
    } else if (fields[name]) {
      reader.error(entry.keySpan, `“${entry.key}” stands here twice; the first one counts.`);
    } else fields[name] = entry;
  }
  return fields;
}
