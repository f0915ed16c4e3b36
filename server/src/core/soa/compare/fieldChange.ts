/** What the changes of a row are made of. */
import { t } from '../../l10n.js';
import type { ChangeKind, FieldChange } from './types.js';

/** A change with its sentence; empty texts are told as nothing. */
export function change(
  kind: ChangeKind,
  label: string,
  before: string | null,
  after: string | null,
  sentence: string,
): FieldChange {
  return { kind, label, before: before || null, after: after || null, sentence };
}

/** A text of the record on one line, in quotation marks. */
export function quoted(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return t('“{0}”', line);
}
