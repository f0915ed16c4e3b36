/** The `documents:` of a decision: which documents they are. */
import type { PolicyDocument } from '../document.js';
import { documentsWithId } from '../fieldValues.js';
import { decisionOn } from '../rules/support/scope.js';
import type { Snapshot } from '../snapshot.js';
import { systemCovering } from './coveredFolders.js';
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
  /** The path is that of a folder: it counts, and which documents are meant nobody knows. */
  readonly isFolder: boolean;
}

/**
 * What the texts name, in their order: first a path from the folder of the soa.yaml, then the id of a document, of those
 * with the same id one of the system itself. Where the host cannot say whether a file exists, it is taken to be there.
 */
export function listedDocuments(decision: Decision, system: ManagementSystem, snapshot: Snapshot): ListedDocument[] {
  return (decision.documents ?? []).map((written) => ({ written, ...find(written.value, system, snapshot) }));
}

/** Its path, that of a folder with a slash behind it; as it is written where nothing of that path is known. */
export function nameOfFile({ path, written, isFolder }: ListedDocument): string {
  return path === null ? written.value : isFolder ? `${path}/` : path;
}

/** A document that counts for a control because a decision on it says so. */
export interface ListedFor extends ListedDocument {
  /** Whose decision that is. */
  readonly system: ManagementSystem;
}

/**
 * The documents that the decisions of these systems list for an entry, each once in a system: they cover it as a tag does.
 * What is nowhere covers nothing; of what is outside of the workspace nobody knows, and it counts.
 */
export function listedFor(entryKey: string, systems: readonly ManagementSystem[], snapshot: Snapshot): ListedFor[] {
  const found: ListedFor[] = [];
  for (const system of systems) {
    const decision = decisionOn(entryKey, system);
    if (!decision?.documents?.length) continue;
    const seen = new Set<string>();
    for (const one of listedDocuments(decision, system, snapshot)) {
      if ((one.path === null && !one.isOutside) || seen.has(nameOfFile(one))) continue;
      seen.add(nameOfFile(one));
      found.push({ ...one, system });
    }
  }
  return found;
}

function find(text: string, system: ManagementSystem, snapshot: Snapshot): Omit<ListedDocument, 'written'> {
  const path = isAddress(text) || isOnOtherMachine(text) ? null : placeFrom(system.folder, text, snapshot).path;
  const byPath = path === null ? undefined : snapshot.documents.get(path);
  const document = byPath ?? documentWithId(text, system, snapshot);
  if (document) return { document, path: document.path, isOutside: false, isFolder: false };
  const mayExist = path !== null && path !== '' && fileExistsAt(path, snapshot) !== false;
  const isFolder = mayExist && !hasEnding.test(path) && snapshot.isFolder?.(path) === true;
  return { document: null, path: mayExist ? path : null, isOutside: path === null && !isAddress(text), isFolder };
}

/** What has the ending of a file is taken for one, without asking the disk. */
const hasEnding = /\.[a-z][a-z0-9]{1,7}$/i;

/** Systems that were made of one another have the same ids: the own document is meant, if there is one. */
function documentWithId(id: string, system: ManagementSystem, snapshot: Snapshot): PolicyDocument | undefined {
  const found = documentsWithId(snapshot, id);
  if (found.length < 2) return found[0];
  return found.find(({ path }) => systemCovering(path, snapshot.systems) === system) ?? found[0];
}

/** Whether the text is a web address, which is no document of the workspace. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}
