/** The statement as the page shows it, made of what was sent: each row with its documents as they are described in `files`. */
import type {
  PaneDocument,
  PaneFile,
  PaneModel,
  PaneRow,
  SentDocument,
  SentModel,
  SentRow,
} from '../../../server/src/core/soa/paneTypes.js';

type Files = ReadonlyMap<string, PaneFile>;

interface Shown {
  readonly row: PaneRow;
  /** What it was made of besides the row that was sent. */
  readonly files: readonly (PaneFile | undefined)[];
}

export class ShownModel {
  private readonly rows = new WeakMap<SentRow, Shown>();

  /** Rows are the same objects as before where neither they nor one of their documents changed. */
  of({ rows, files, ...rest }: SentModel): PaneModel {
    const byPath: Files = new Map(files.map((file) => [file.path, file]));
    return { ...rest, rows: rows.map((row) => this.rowOf(row, byPath)) };
  }

  private rowOf(sent: SentRow, byPath: Files): PaneRow {
    const named = [...sent.documents, ...sent.mentions];
    const kept = this.rows.get(sent);
    if (kept?.files.every((file, at) => file === byPath.get(pathOf(named[at]!)))) return kept.row;
    const row = {
      ...sent,
      documents: sent.documents.map((document) => documentOf(document, byPath)),
      mentions: sent.mentions.map((document) => documentOf(document, byPath)),
    };
    this.rows.set(sent, { row, files: named.map((document) => byPath.get(pathOf(document))) });
    return row;
  }
}

function pathOf(document: SentDocument): string {
  return typeof document === 'string' ? document : document[0];
}

function documentOf(sent: SentDocument, files: Files): PaneDocument {
  const [path, statedBy, ...headings] = typeof sent === 'string' ? ([sent, 'tag'] as const) : sent;
  const file = files.get(path) ?? { path, title: path, id: null, status: null, concern: null };
  return { ...file, statedBy, sections: headings.map((heading) => ({ heading })) };
}
