/** The `documents:` of a decision: which documents they are. */
import type { PolicyDocument } from '../document.js';
import { documentsWithId } from '../fieldValues.js';
import type { Snapshot } from '../snapshot.js';
import { fileExistsAt, isOnOtherMachine, placeFrom } from './paths.js';
import type { Decision, Located, ManagementSystem } from './types.js';

export interface ListedDocument {
  /** As written in soa.yaml, with its place there. */
  readonly written: Located<string>;
  /** The document of the workspace; null for a file that is none (a PDF, for example) and where nothing is found. */
  readonly document: PolicyDocument | null;
  /** Path of the document or file relative to the workspace root; null where nothing is found. */
  readonly path: string | null;
  /** It lies outside of the workspace, where nothing is looked for: whether it is there is not known. `path` is null. */
  readonly isOutside: boolean;
}

/**
 * What the texts name, in their order: first a path from the folder of the soa.yaml, then the id of a document. Where the
 * host cannot say whether a file exists, it is taken to be there.
 */
export function listedDocuments(decision: Decision, system: ManagementSystem, snapshot: Snapshot): ListedDocument[] {
  return (decision.documents ?? []).map((written) => ({ written, ...find(written.value, system, snapshot) }));
}

function find(text: string, system: ManagementSystem, snapshot: Snapshot): Omit<ListedDocument, 'written'> {
  const path = isAddress(text) || isOnOtherMachine(text) ? null : placeFrom(system.folder, text, snapshot).path;
  const byPath = path === null ? undefined : snapshot.documents.get(path);
  const document = byPath ?? documentsWithId(snapshot, text)[0];
  if (document) return { document, path: document.path, isOutside: false };
  const mayExist = path !== null && path !== '' && fileExistsAt(path, snapshot) !== false;
  return { document: null, path: mayExist ? path : null, isOutside: path === null && !isAddress(text) };
}

/** Whether the text is a web address, which is no document of the workspace. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}
