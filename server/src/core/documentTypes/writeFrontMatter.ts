/** Writing the front matter of a new document. */
import type { FieldName } from '../document.js';

/** A value in YAML: in quotes where it would be read as something else than its characters. */
export function yamlValue(value: string): string {
  const isPlain =
    /^[\p{L}\p{N}]/u.test(value) &&
    !/:(?:\s|$)|\s#|["\\\u0000-\u001f\u007f\u0085\u2028\u2029]|\s$/.test(value) &&
    !isNoText(value);
  return isPlain || /^\d{4}-\d\d-\d\d$/.test(value) ? value : JSON.stringify(value);
}

/** Whether YAML, or some reader of it, takes the plain word for a number, for nothing, or for yes or no. */
export function isNoText(word: string): boolean {
  return /^(?:true|false|yes|no|on|off|null|y|n|[\d.,_]+(?:e[\d+-]+)?|0[xob][\da-f]+|[\d:]+)$/i.test(word);
}

/**
 * The front matter with its fences and a blank line after it.
 * @param fields in their order; those that are null are left out, those that are empty get their key alone
 * @param keyOf how the key of a field is written
 */
export function writeFrontMatter(
  fields: readonly (readonly [FieldName, string | null])[],
  keyOf: (name: FieldName) => string,
  lineEnding: string,
  more: readonly string[] = [],
): string {
  const lines = fields.flatMap(([name, value]) => {
    if (value === null) return [];
    return [value === '' ? `${keyOf(name)}:` : `${keyOf(name)}: ${yamlValue(value)}`];
  });
  return ['---', ...lines, ...more, '---', '', ''].join(lineEnding);
}
