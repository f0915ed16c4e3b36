/** The statement as a pane is sent it. */

import type { RowDocument, SoaModel, SoaRow } from './modelTypes.js';
import type { PaneFile, SentDocument, SentModel, SentRow, TablePatch } from './paneTypes.js';
import { isSame } from './patch.js';
import { withoutPlaces } from './withoutPlaces.js';

/**
 * The model without places: those are asked for at the moment of a click, when they are known to be right. What a row says
 * of a document besides its path stands in `files`: in a large folder it would be five sixths of the message.
 */
export function paneModel(model: SoaModel, files: PaneFiles = new PaneFiles().after(model.rows)): SentModel {
  return { ...withoutFiles(model), files: files.all() };
}

/** The same without `files`: what is compared with the next one. */
export function withoutFiles(model: SoaModel): Omit<SentModel, 'files'> {
  return { ...withoutPlaces({ ...model, rows: [] }), rows: model.rows.map(sentRow) };
}

interface NamedFile {
  readonly file: PaneFile;
  /** How often rows name it. */
  readonly times: number;
}

/**
 * The documents that rows name, each described once. A row of a large folder names hundreds, and one edit changes one row or two:
 * of the next rows only those are looked at that are other ones.
 */
export class PaneFiles {
  private rows: ReadonlySet<SoaRow> = new Set();
  private readonly named = new Map<string, NamedFile>();

  all(): PaneFile[] {
    return [...this.named.values()].map(({ file }) => file);
  }

  /** Takes the rows as they are now. */
  after(rows: readonly SoaRow[]): this {
    this.take(rows);
    return this;
  }

  /** Takes the rows as they are now and tells what that changed; null where it is nothing. */
  take(rows: readonly SoaRow[]): TablePatch | null {
    const before = this.rows;
    const now = new Set(rows);
    const touched = new Map<string, NamedFile | undefined>();
    for (const row of now) if (!before.has(row)) this.count(row, 1, touched);
    for (const row of before) if (!now.has(row)) this.count(row, -1, touched);
    this.rows = now;
    const changed: PaneFile[] = [];
    const gone: string[] = [];
    for (const [path, known] of touched) {
      const named = this.named.get(path);
      if (!named) gone.push(path);
      else if (!known || !isSame(known.file, named.file)) changed.push(named.file);
    }
    return changed.length + gone.length === 0 ? null : { list: 'files', key: 'path', changed, gone };
  }

  private count({ documents, mentions }: SoaRow, step: 1 | -1, touched: Map<string, NamedFile | undefined>): void {
    for (const list of [documents, mentions]) {
      for (const document of list) {
        const { path } = document;
        const known = this.named.get(path);
        if (!touched.has(path)) touched.set(path, known);
        const times = (known?.times ?? 0) + step;
        // Rows that came say what is so now, and are counted first.
        if (times > 0) this.named.set(path, { file: step > 0 ? fileOf(document) : known!.file, times });
        else this.named.delete(path);
      }
    }
  }
}

/** Rows and their documents stay the same objects until they change, and so does what is made of them. */
const sentRows = new WeakMap<SoaRow, SentRow>();
const paneFiles = new WeakMap<RowDocument, PaneFile>();

function sentRow(row: SoaRow): SentRow {
  const kept = sentRows.get(row);
  if (kept) return kept;
  const made = {
    ...withoutPlaces({ ...row, documents: [], mentions: [] }),
    documents: row.documents.map(sentDocument),
    mentions: row.mentions.map(sentDocument),
    hasDecision: row.decisionSpan !== null,
  };
  sentRows.set(row, made);
  return made;
}

function sentDocument({ path, statedBy, sections }: RowDocument): SentDocument {
  if (statedBy === 'tag' && sections.length === 0) return path;
  return [path, statedBy, ...sections.map(({ heading }) => heading)];
}

function fileOf(document: RowDocument): PaneFile {
  let file = paneFiles.get(document);
  if (!file) {
    const { path, title, id, status, concern } = document;
    file = { path, title, id, status, concern };
    paneFiles.set(document, file);
  }
  return file;
}
