/** Documents by their id, and the places that name such an id. */
import type { PolicyDocument } from '../../document.js';
import { documentsWithId, fieldValues } from '../../fieldValues.js';
import { filledField, isPlaceholder } from '../../rules/support/fields.js';
import type { Snapshot } from '../../snapshot.js';
import type { Span } from '../../text.js';
import { type Ids, idMentions, onlyId } from './idMentions.js';

export interface NamedDocument {
  readonly document: PolicyDocument;
  /** Where it is named. */
  readonly spans: readonly Span[];
}

/** Shorter words than this are no id. */
const shortestId = 3;

/** The documents of an id, in whatever case; several where an id was given twice. */
export function documentsOf(snapshot: Snapshot, id: string): readonly PolicyDocument[] {
  return id.length < shortestId || isPlaceholder(id) ? [] : documentsWithId(snapshot, id);
}

/** Every id that a document has. */
export function knownIds(snapshot: Snapshot): Ids {
  const ids = fieldValues(snapshot, 'id');
  return { has: (id) => id.length >= shortestId && ids.has(id) && !isPlaceholder(id) };
}

/** The documents whose id stands at the offset, in any file; with the word itself in `wordAt`. */
export function idAt(snapshot: Snapshot, path: string, offset: number): readonly PolicyDocument[] {
  const text = snapshot.textOf(path);
  if (text === null) return [];
  const { start, end } = wordAt(text, offset);
  return documentsOf(snapshot, text.slice(start, end));
}

/** The letters, digits, dots, hyphens and underscores round an offset; a document id is one such word. */
export function wordAt(text: string, offset: number): Span {
  const isPart = (index: number) => /[\p{L}\p{N}._/-]/u.test(text[index] ?? '');
  let start = offset;
  while (start > 0 && offset - start < 100 && isPart(start - 1)) start--;
  let end = offset;
  while (end < text.length && end - offset < 100 && isPart(end)) end++;
  while (end > start && /[.\-_/]/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** The other documents that a document names by their id, in the order of the text. */
export function namedDocuments(snapshot: Snapshot, path: string): NamedDocument[] {
  const text = snapshot.textOf(path);
  if (text === null) return [];
  const found = new Map<string, { document: PolicyDocument; spans: Span[] }>();
  for (const { id, span } of idMentions(text, knownIds(snapshot))) {
    for (const document of documentsOf(snapshot, id)) {
      if (document.path === path) continue;
      const known = found.get(document.path);
      if (known) known.spans.push(span);
      else found.set(document.path, { document, spans: [span] });
    }
  }
  return [...found.values()];
}

/** The other documents that name the id of a document. Reads every text: for questions that a person asks. */
export function mentionsOfId(snapshot: Snapshot, path: string): NamedDocument[] {
  const target = snapshot.documents.get(path);
  const id = target && filledField(target, 'id')?.value.trim().toLowerCase();
  if (!id || id.length < shortestId) return [];
  const found: NamedDocument[] = [];
  for (const document of snapshot.documents.values()) {
    if (document.path === path) continue;
    const text = snapshot.textOf(document.path);
    if (text === null || !text.toLowerCase().includes(id)) continue;
    const spans = idMentions(text, onlyId(id, knownIds(snapshot))).map(({ span }) => span);
    if (spans.length > 0) found.push({ document, spans });
  }
  return found;
}
