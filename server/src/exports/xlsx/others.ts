/** The sheets beside the registers: documents, clauses, change history, legend. */

import { relativePath } from '../../core/relativePath.js';
import type { ClauseMatrix, ClauseRow } from '../../core/soa/clauseMatrixTypes.js';
import type { RowDocument, RowEvidence, SoaModel } from '../../core/soa/modelTypes.js';
import { documentText, evidenceText } from '../../core/soa/render/cells.js';
import { clauseHeads, clauseTexts } from '../../core/soa/render/clauses.js';
import { columnsInUse } from '../../core/soa/render/columns.js';
import { historyHeads, historyTexts } from '../../core/soa/render/facts.js';
import { legendParts } from '../../core/soa/render/legend.js';
import { encodePath, evidenceLink } from '../../core/soa/render/links.js';
import { SheetDraft } from './sheet.js';
import type { StyleName } from './styles.js';

function heads(draft: SheetDraft, texts: readonly string[]): void {
  texts.forEach((text, column) => {
    draft.text(0, column, text, 'head');
  });
  draft.height(0, 30);
}

interface Served {
  readonly document: RowDocument;
  readonly controls: Map<string, string[]>;
}

function addControl(controls: Map<string, string[]>, standard: string, id: string): void {
  const ids = controls.get(standard);
  if (ids) ids.push(id);
  else controls.set(standard, [id]);
}

/** Each document that serves a control once, with a link to it and all that it serves. */
export function documentsSheet(name: string, model: SoaModel, folder: string): SheetDraft {
  const names = new Map(model.standards.map((standard) => [standard.key, standard.name]));
  const served = new Map<string, Served>();
  for (const row of model.rows) {
    for (const document of row.documents) {
      const known = served.get(document.path) ?? { document, controls: new Map<string, string[]>() };
      served.set(document.path, known);
      addControl(known.controls, names.get(row.standardKey) ?? row.standard, row.id);
    }
  }
  const standards = model.standards.map((standard) => standard.name);
  const draft = new SheetDraft(name, [40, 46, 11, ...standards.map(() => 30)]);
  heads(draft, ['Document', 'File', 'Controls', ...standards]);
  const sorted = [...served].sort(([a], [b]) => (a < b ? -1 : 1));
  sorted.forEach(([path, { document, controls }], index) => {
    draft.text(index + 1, 0, documentText(document), 'key');
    draft.text(index + 1, 1, path, 'link', { link: { target: encodePath(relativePath(folder, path)) } });
    draft.number(
      index + 1,
      2,
      [...controls.values()].reduce((sum, ids) => sum + ids.length, 0),
      'count',
    );
    standards.forEach((standard, place) => {
      draft.text(index + 1, 3 + place, (controls.get(standard) ?? []).join(', '));
    });
  });
  draft.filter(0, 3 + standards.length);
  return draft;
}

/** Each piece of evidence once, with a link where there is something to open, and the controls that it proves. */
export function evidenceSheet(name: string, model: SoaModel, folder: string): SheetDraft {
  const names = new Map(model.standards.map((standard) => [standard.key, standard.name]));
  const items = new Map<string, { evidence: RowEvidence; controls: Map<string, string[]> }>();
  for (const row of model.rows) {
    for (const evidence of row.evidence) {
      const text = evidenceText(evidence);
      const known = items.get(text) ?? { evidence, controls: new Map<string, string[]>() };
      items.set(text, known);
      addControl(known.controls, names.get(row.standardKey) ?? row.standard, row.id);
    }
  }
  const draft = new SheetDraft(name, [46, 30, 12, 12, 16, 70]);
  heads(draft, ['Evidence', 'Words beside it', 'Date', 'Valid until', 'Concern', 'Controls']);
  [...items]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .forEach(([, { evidence, controls }], index) => {
      const line = index + 1;
      const link = evidenceLink(evidence, folder);
      draft.text(line, 0, evidence.text, link ? 'link' : 'key', link ? { link: { target: link } } : {});
      draft.text(line, 1, evidence.note ?? '');
      draft.day(line, 2, evidence.date ?? '');
      draft.day(line, 3, evidence.validUntil ?? '');
      draft.text(
        line,
        4,
        [evidence.exists === false ? 'not found' : '', evidence.isStale ? 'out of date' : '']
          .filter(Boolean)
          .join(', '),
        'gap',
      );
      draft.text(line, 5, [...controls].map(([standard, ids]) => `${standard}: ${ids.join(', ')}`).join('\n'));
    });
  draft.filter(0, 6);
  return draft;
}

export function clausesSheet(name: string, matrix: ClauseMatrix): SheetDraft {
  const draft = new SheetDraft(name, [8, 28, ...matrix.standards.map(() => 34), 40, 34]);
  const texts = clauseHeads(matrix);
  heads(draft, texts);
  matrix.rows.forEach((row, index) => {
    clauseTexts(row, matrix).forEach((text, column) => {
      draft.text(index + 1, column, text, clauseStyle(row, column, texts.length, text));
    });
  });
  draft.filter(0, texts.length);
  return draft;
}

function clauseStyle(row: ClauseRow, column: number, columns: number, text: string): StyleName {
  if (row.depth === 1) return column < 2 ? 'main' : 'mainText';
  if (column === 0) return 'key';
  return column === columns - 1 && text !== '' ? 'gap' : 'cell';
}

export function historySheet(name: string, model: SoaModel): SheetDraft {
  const draft = new SheetDraft(name, [12, 13, 28, 90]);
  heads(draft, historyHeads);
  historyTexts(model).forEach(([version = '', date = '', by = '', change = ''], index) => {
    draft.text(index + 1, 0, version, 'key');
    draft.day(index + 1, 1, date);
    draft.text(index + 1, 2, by);
    draft.text(index + 1, 3, change);
  });
  // Not in the column of versions: whoever reads the table would take it for one.
  if (historyTexts(model).length === 0) draft.text(1, 3, 'The record has no change history.', 'plain');
  return draft;
}

export function legendSheet(name: string, model: SoaModel, hasClauses: boolean): SheetDraft {
  const draft = new SheetDraft(name, [20, 30, 100]);
  heads(draft, ['Where', 'Word', 'Meaning']);
  let line = 1;
  for (const { title, terms } of legendParts(columnsInUse(model.rows), hasClauses)) {
    for (const { term, meaning } of terms) {
      draft.text(line, 0, title);
      draft.text(line, 1, term, 'key');
      draft.text(line++, 2, meaning);
    }
  }
  return draft;
}
