/** The `evidence:` of a decision: paths, addresses or words, each with its date and for how long it holds. */
import { t } from '../l10n.js';
import type { Span } from '../text.js';
import { evidenceKeys } from './fieldNames.js';
import { readDate, readText, readValidity } from './plainValues.js';
import { readFields } from './readFields.js';
import type { Evidence } from './types.js';
import type { YamlEntry, YamlReader } from './yaml/read.js';

/** Reads one item or a list, in the order of the file. Items without a place or words are reported and left out. */
export function readEvidence(field: YamlEntry, reader: YamlReader): Evidence[] {
  const items = reader.itemsOf(field.value) ?? (field.value ? [field.value] : []);
  const evidence: Evidence[] = [];
  for (const item of items) {
    const entries = reader.entriesOf(item);
    const text = entries ? null : reader.textAt(item);
    if (entries) {
      const listed = readListedEvidence(entries, reader.spanOf(item), reader);
      if (listed) evidence.push(listed);
    } else if (text) evidence.push({ ...text, date: null });
    else reader.warn(reader.spanOf(item), t('Evidence is a path, an address or a few words, or { file: …, date: … }.'));
  }
  return evidence;
}

/** `{ file: evidence/review.md, date: 2026-03-31, valid: 12 months }` */
function readListedEvidence(entries: readonly YamlEntry[], span: Span, reader: YamlReader): Evidence | null {
  const unknown = (key: string) =>
    t('“{0}” is not known here: evidence has a file, link or note, a date, and valid or valid_until.', key);
  const fields = readFields(entries, evidenceKeys, unknown, reader);
  const [file, link] = [readText(fields.file, reader), readText(fields.link, reader)];
  const [path, note] = [readText(fields.path, reader), readText(fields.note, reader)];
  const place = file ?? link ?? path ?? note;
  if (!place) {
    reader.warn(span, t('This evidence names no file, link or note.'));
    return null;
  }
  if (file && link) reader.warn(link.span, t('One evidence is a file or a link: write two of them. The file counts.'));
  const kind = file ? 'file' : link ? 'link' : path ? null : 'words';
  const valid = readValidity(fields.valid, reader);
  const validUntil = readDate(fields.validUntil, reader);
  const date = readDate(fields.date, reader);
  if (valid && !validUntil && !date) reader.warn(valid.span, t('“valid” counts from the date, and there is no date.'));
  return { ...place, kind, date, note: place === note ? null : note, valid, validUntil };
}
