/** How documents and places in them are called. */

import { fieldOf, type PolicyDocument, type Reference } from '../../document.js';
import { t } from '../../l10n.js';
import { filledField } from '../../rules/support/fields.js';
import { concernOf } from '../../soa/documents.js';
import { concernWord } from '../../soa/spokenWords.js';
import type { Span } from '../../text.js';

/** A place in the workspace. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

/** Makes the address of a place for links, or null where the place cannot be linked to. The adapter knows how. */
export type LinkMaker = (path: string, span: Span) => string | null;

/** The title of a document: its field, else its first heading, else its file name. */
export function titleOf(document: PolicyDocument): string {
  const title = filledField(document, 'title')?.value ?? document.headings[0]?.text;
  return title && title.trim() !== '' ? title.trim() : fileName(document.path);
}

/** `POL-AC-01 Access Control Policy`, or the title alone. */
export function nameOf(document: PolicyDocument): string {
  const id = filledField(document, 'id')?.value;
  const title = titleOf(document);
  return id && !title.includes(id) ? `${id} ${title}` : title;
}

/** The name, and why the document is nothing to show to an auditor: `POL-1 Tea Policy (draft)`. */
export function nameWithConcern(document: PolicyDocument, today: string): string {
  const concern = concernOf(document, today);
  if (!concern) return nameOf(document);
  return `${nameOf(document)} (${concern === 'overdue' ? t('overdue') : concernWord(concern)})`;
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Where in its document a reference stands, in words: `front matter`, `section “Joiners and leavers”`. */
export function placeWords(document: PolicyDocument, reference: Reference): string {
  if (reference.where === 'front-matter') return t('front matter');
  const heading = document.headings[reference.section];
  return heading ? t('section “{0}”', heading.text) : t('before the first heading');
}

/** Where a document begins for a reader who jumps to it: its id or title field, its first heading, or its first line. */
export function startOf(document: PolicyDocument): Span {
  const field = fieldOf(document, 'id') ?? fieldOf(document, 'title');
  return field?.span ?? document.headings[0]?.span ?? { start: 0, end: 0 };
}
