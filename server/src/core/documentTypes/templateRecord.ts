/**
 * From which template a document was made, and from which version of it: `template: policy@2` in its front matter. The
 * templates change as the organisation learns; the record tells which sections a document could not have had.
 */
import type { PolicyDocument } from '../document.js';
import { normaliseKey, type Settings } from '../settings.js';
import type { Span } from '../text.js';
import { documentTypeNamed, documentTypeOf } from './documentTypes.js';
import type { DocumentType, OutlineSection } from './types.js';

/** The front matter key. Other programs use it, too: only a value of the form `policy@2` is a record of ours. */
export const templateKey = 'template';

/** How a document records the template as it is now: `policy@2`. */
export function templateName({ name, version }: DocumentType): string {
  return `${name}@${version}`;
}

export interface TemplateRecord {
  readonly type: DocumentType;
  readonly version: number;
  /** The characters of the value, without quotes. */
  readonly span: Span;
}

/** What the document records; null where it records nothing, or a template that nobody described. */
export function templateRecordOf({ frontMatter }: PolicyDocument, settings: Settings): TemplateRecord | null {
  const scalar = frontMatter?.scalars.find(({ path: [key, ...more] }) => {
    return more.length === 0 && typeof key === 'string' && normaliseKey(key) === templateKey;
  });
  const written = scalar && /^\s*([^@]{1,80}?)\s*@\s*(\d{1,6})\s*$/.exec(scalar.text);
  const type = written && documentTypeNamed(written[1]!, settings);
  return type ? { type, version: Number(written[2]), span: scalar.contentSpan } : null;
}

/** The record of a document that was made from an earlier version of the template of its type; null for any other. */
export function outdatedRecordOf(document: PolicyDocument, settings: Settings): TemplateRecord | null {
  const record = templateRecordOf(document, settings);
  return record && record.type === documentTypeOf(document, settings) && record.version < record.type.version
    ? record
    : null;
}

/** Whether a section came into the template after the version that the document was made from. */
export function isNewerThan(section: OutlineSection, record: TemplateRecord | null): boolean {
  return record !== null && section.since > record.version;
}
