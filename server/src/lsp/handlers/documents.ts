/** Requests about documents as a whole: all of them by state, and one as the preview shows it. */
import type { PolicyDocument } from '../../core/document.js';
import { type DocumentFacts, documentFacts, lifeStateOn } from '../../core/documentStates.js';
import { previewPage } from '../../core/features/previewPage.js';
import type { Snapshot } from '../../core/snapshot.js';
import { positionAt } from '../../core/text.js';
import {
  type DocumentMessage,
  documentsRequest,
  type FolderDocumentsMessage,
  type PreviewChipMessage,
  type PreviewMessage,
  type PreviewParams,
  previewRequest,
} from '../../protocol.js';
import { DocumentStore } from '../../workspace/documentStore.js';
import { toRange } from '../convert.js';
import type { Folder } from '../folder.js';
import type { Guard } from '../guard.js';
import type { Session } from '../session.js';

export function registerDocumentRequests(session: Session, guard: Guard): void {
  const known = new KnownFacts();
  session.connection.onRequest(
    documentsRequest,
    guard.request(documentsRequest, [], () =>
      session.folders.flatMap((folder): FolderDocumentsMessage[] => {
        const snapshot = folder.workspace?.snapshot();
        if (!snapshot) return [];
        const documents = known.of(snapshot).map((each) => toMessage(folder, each, snapshot.today));
        return [{ folder: folder.uri ?? '', folderName: folder.name, documents }];
      }),
    ),
  );
  session.connection.onRequest(
    previewRequest,
    guard.request(previewRequest, null, (params: PreviewParams) => preview(session, params)),
  );
}

function preview(session: Session, { uri }: PreviewParams): PreviewMessage | null {
  const subject = session.subject(uri);
  const page = subject && previewPage(subject.snapshot, subject.path);
  const text = subject?.snapshot.textOf(subject.path);
  if (!page || typeof text !== 'string') return null;
  const lines = new Map<number, PreviewChipMessage[]>();
  for (const { span, titles, isTag, state } of page.chips) {
    const from = positionAt(subject.lineStarts, span.start);
    const to = positionAt(subject.lineStarts, span.end);
    if (from.line !== to.line) continue;
    const chips = lines.get(from.line) ?? [];
    chips.push({ start: from.character, end: to.character, titles, isTag, state });
    lines.set(from.line, chips);
  }
  const end = page.frontMatter?.end ?? 0;
  return {
    fields: page.fields,
    lines: [...lines].map(([line, chips]) => {
      const start = subject.lineStarts[line]!;
      const next = subject.lineStarts[line + 1] ?? text.length;
      return { line, text: text.slice(start, next).trimEnd(), isFrontMatter: start < end, chips };
    }),
  };
}

interface KnownDocument {
  readonly path: string;
  readonly facts: DocumentFacts;
  readonly range: DocumentMessage['range'];
}

/** The facts of documents that did not change are not looked for again: of ten thousand, one changes with an edit. */
class KnownFacts {
  private readonly bySlot = new WeakMap<object, KnownDocument | null>();

  of({ documents }: Snapshot): KnownDocument[] {
    if (!(documents instanceof DocumentStore))
      return [...documents.values()].flatMap((document) => look(document) ?? []);
    return [...documents.keys()].flatMap((path) => {
      const slot = documents.slot(path);
      const known = slot && this.bySlot.get(slot);
      if (known !== undefined) return known ?? [];
      const document = documents.get(path);
      const fresh = document ? look(document) : null;
      if (slot) this.bySlot.set(slot, fresh);
      return fresh ?? [];
    });
  }
}

function look(document: PolicyDocument): KnownDocument | null {
  const facts = documentFacts(document);
  return facts && { path: document.path, facts, range: toRange(document.lineStarts, facts.span) };
}

function toMessage(folder: Folder, { path, facts, range }: KnownDocument, today: string): DocumentMessage {
  const { title, id, owner, version, status, review } = facts;
  return {
    uri: folder.uriOf(path),
    path,
    title,
    id,
    owner,
    version,
    status,
    review,
    range,
    ...lifeStateOn(facts, today),
  };
}
