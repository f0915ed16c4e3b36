/** Documents by their id, and the places that name such an id. */
import type { PolicyDocument } from '../../document.js';
import { filledField } from '../../rules/support/fields.js';
import type { Snapshot } from '../../snapshot.js';
import type { Span } from '../../text.js';

export interface NamedDocument {
  readonly document: PolicyDocument;
  /** Where it is named. */
  readonly spans: readonly Span[];
}

/** Shorter words than this are no id. */
const shortestId = 3;

const idsOf = new WeakMap<Snapshot, ReadonlyMap<string, readonly PolicyDocument[]>>();

/** The documents by their id in lower case; several where an id was given twice. */
export function documentsById(snapshot: Snapshot): ReadonlyMap<string, readonly PolicyDocument[]> {
  const known = idsOf.get(snapshot);
  if (known) return known;
  const byId = new Map<string, PolicyDocument[]>();
  for (const document of snapshot.documents.values()) {
    const id = filledField(document, 'id')?.value.trim().toLowerCase();
    if (!id || id.length < shortestId) continue;
    const others = byId.get(id);
    if (others) others.push(document);
    else byId.set(id, [document]);
  }
  idsOf.set(snapshot, byId);
  return byId;
}

/** The documents whose id stands at the offset, in any file; with the word itself in `wordAt`. */
export function idAt(snapshot: Snapshot, path: string, offset: number): readonly PolicyDocument[] {
  const text = snapshot.textOf(path);
  if (text === null) return [];
  const { start, end } = wordAt(text, offset);
  return documentsById(snapshot).get(text.slice(start, end).toLowerCase()) ?? [];
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

/** Every word of a text that could be an id, with its place. */
function* wordsOf(text: string): Generator<{ word: string; span: Span }> {
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}._/-]{2,99}/gu)) {
    const word = match[0].replace(/[.\-_/]+$/, '');
    yield { word: word.toLowerCase(), span: { start: match.index, end: match.index + word.length } };
  }
}

/** The other documents that a document names by their id, in the order of the text. */
export function namedDocuments(snapshot: Snapshot, path: string): NamedDocument[] {
  const text = snapshot.textOf(path);
  if (text === null) return [];
  const byId = documentsById(snapshot);
  const found = new Map<PolicyDocument, Span[]>();
  for (const { word, span } of wordsOf(text)) {
    for (const document of byId.get(word) ?? []) {
      if (document.path === path) continue;
      const spans = found.get(document);
      if (spans) spans.push(span);
      else found.set(document, [span]);
    }
  }
  return [...found].map(([document, spans]) => ({ document, spans }));
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
    const spans = [...wordsOf(text)].filter(({ word }) => word === id).map(({ span }) => span);
    if (spans.length > 0) found.push({ document, spans });
  }
  return found;
}
