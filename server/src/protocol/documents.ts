/** Documents by state, and new ones from a template. */
import type { RangeMessage } from './places.js';

/** Client → server: every controlled document with its state and the day of its next review, folder by folder. */
export const documentsRequest = 'clausemark/documents';

/** As in the core: `DocumentLifeState`. */
export type DocumentStateName = 'overdue' | 'due' | 'in-review' | 'draft' | 'unstated' | 'approved' | 'retired';

export interface DocumentMessage {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  readonly id: string | null;
  readonly owner: string | null;
  readonly version: string | null;
  /** As written. */
  readonly status: string | null;
  readonly state: DocumentStateName;
  /** `2027-03-01`, or null where no day is named. */
  readonly review: string | null;
  /** Until that day; negative once it has passed. */
  readonly days: number | null;
  /** Where the review date stands, else where the document begins. */
  readonly range: RangeMessage;
}

export interface FolderDocumentsMessage {
  readonly folder: string;
  readonly folderName: string;
  readonly documents: readonly DocumentMessage[];
}

/** The command of our client that asks for the rest and makes a document; a quick fix calls it with what is known. */
export const createDocumentCommand = 'clausemark.createDocument';

export interface WantedDocumentMessage {
  /** The folder of the window. */
  readonly folder: string;
  readonly type: string;
  readonly id: string;
  /** May be empty, like the owner: proposals. */
  readonly title: string;
  readonly owner: string;
}

/** Client → server: what a new document can be made of, and what is proposed for a type and title. */
export const documentTemplatesRequest = 'clausemark/documentTemplates';

export interface DocumentTemplatesParams {
  readonly folder: string;
  /** What the user has said so far; without it there are no proposals. */
  readonly type?: string;
  readonly title?: string;
  /** An id to be judged. */
  readonly id?: string;
}

export interface DocumentTemplatesAnswer {
  readonly types: readonly { readonly name: string; readonly sections: readonly string[] }[];
  /** People and roles that documents name, the most frequent first. */
  readonly people: readonly string[];
  /** Folders that hold documents, relative to the folder of the window; `''` is that folder itself. */
  readonly folders: readonly string[];
  /** For the type and title given. */
  readonly proposedId: string;
  readonly proposedFolder: string;
  /** Why the id given cannot be taken; null where it can. */
  readonly idProblem: string | null;
}

/** Client → server: the text of a new document and where it goes. Nothing is written. */
export const newDocumentRequest = 'clausemark/newDocument';

export interface NewDocumentParams {
  /** The folder of the window. */
  readonly folder: string;
  readonly type: string;
  readonly title: string;
  /** May be empty, like the owner. */
  readonly id: string;
  readonly owner: string;
  /** Below the folder of the window; `''` is that folder itself. */
  readonly within: string;
}

export interface NewDocumentAnswer {
  readonly uri: string;
  readonly text: string;
}
