/** Renaming the id of a document in its own field and wherever documents or a soa.yaml name it. */

import { fieldOf, type PolicyDocument } from '../document.js';
import { idProblem } from '../documentTypes/idProblem.js';
import { t } from '../l10n.js';
import { filledField } from '../rules/support/fields.js';
import { joinWords } from '../rules/support/wording.js';
import type { TextEdit } from '../rules/types.js';
import type { Snapshot } from '../snapshot.js';
import { allDecisions } from '../soa/allDecisions.js';
import { type Span, touches } from '../text.js';
import { inOrderOfFiles, type RenameEdits, type RenameRefusal } from './renameTypes.js';
import { documentsOf, knownIds } from './support/documentIds.js';
import { idMentions, onlyId } from './support/idMentions.js';

/** A document id at a place. */
export interface DocumentIdAt {
  readonly span: Span;
  /** As the document states it. */
  readonly written: string;
  readonly document: PolicyDocument;
  /** Whether other documents have the same id, so that nobody knows whom a mention means. */
  readonly isShared: boolean;
}

/** The id at the offset: in its own field, or in any text that names it. */
export function documentIdAt(snapshot: Snapshot, path: string, offset: number): DocumentIdAt | RenameRefusal | null {
  const own = snapshot.documents.get(path);
  const field = own && filledField(own, 'id');
  if (own && field && touches(field.span, offset)) {
    const others = documentsOf(snapshot, field.value.trim());
    return { span: field.span, written: field.value, document: own, isShared: others.length > 1 };
  }
  const text = snapshot.textOf(path);
  if (text === null || (!own && !snapshot.systems.some((system) => system.path === path))) return null;
  const mentions = idMentions(text, knownIds(snapshot), own !== undefined);
  const mention = mentions.find(({ span }) => touches(span, offset));
  const [document, ...others] = mention ? documentsOf(snapshot, mention.id) : [];
  if (!mention || !document) return null;
  if (others.length > 0) {
    const names = [document, ...others].map((one) => one.path);
    return {
      refused: t('{0} have the same id. Rename it in the document that is to get another one.', joinWords(names)),
    };
  }
  return { span: mention.span, written: filledField(document, 'id')!.value, document, isShared: false };
}

/** The edits that give the document another id. Mentions keep meaning it: in other documents, in soa.yaml, in its own text. */
export function renameDocumentId(
  snapshot: Snapshot,
  { document, written, isShared }: DocumentIdAt,
  newId: string,
): RenameEdits | RenameRefusal {
  const refused = idProblem(snapshot, newId, document.path);
  if (refused !== null) return { refused };
  const field = fieldOf(document, 'id')!;
  const ownEdit: TextEdit = { path: document.path, span: field.span, newText: newId };
  if (newId === written) return { edits: [] };
  // Of two documents with one id only the field is changed: the mentions may mean the other.
  if (isShared) return { edits: [ownEdit] };
  const ids = onlyId(written, knownIds(snapshot));
  const edits: TextEdit[] = [ownEdit];
  const collect = (path: string, isMarkdown: boolean, skipped: readonly Span[]) => {
    const text = snapshot.textOf(path);
    if (text === null || !text.toLowerCase().includes(written.trim().toLowerCase())) return;
    for (const { span } of idMentions(text, ids, isMarkdown)) {
      if (skipped.some((one) => span.start < one.end && one.start < span.end)) continue;
      edits.push({ path, span, newText: newId });
    }
  };
  for (const path of snapshot.documents.keys()) collect(path, true, path === document.path ? [field.span] : []);
  // A control of one's own may happen to be called like a document.
  for (const system of snapshot.systems) {
    const keys = allDecisions(system).map(({ keySpan }) => keySpan);
    collect(system.path, false, keys);
  }
  return { edits: inOrderOfFiles(edits) };
}
