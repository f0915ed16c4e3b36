/** A prepared import → what a pane shows before anything is written. */
import type { Catalog } from '../../catalog/types.js';
import { parseSoa } from '../parse.js';
import { harmless } from '../render/exportInput.js';
import { type PlannedChange, planMerge } from './changes.js';
import { managementStandards } from './ids.js';
import { listedControls } from './listedControls.js';
import type { PreparedImport } from './prepareImport.js';
import type { ImportPreview, PreviewEntry, PreviewSheet, PreviewStandard } from './previewTypes.js';
import { importCounts, placeText, summary, tableGroups } from './report.js';
import type { SheetFile } from './sheet.js';
import type { ImportedStatement } from './types.js';

/** @param file the sheets that it was read from; null for an export of ours */
export function importPreview(prepared: PreparedImport, file: SheetFile | null, catalog: Catalog): ImportPreview {
  const { statement, merge } = prepared;
  // A new file is a merge into nothing.
  const { changes } = merge ?? planMerge(statement, parseSoa('soa.yaml', '', catalog), { keepsExisting: false });
  return harmless({
    file: statement.file,
    summary: summary(statement, catalog),
    counts: importCounts(statement),
    sheets: (file?.sheets ?? []).map(sheetOf),
    standards: statement.standards.map(({ standard }) => standardOf(statement, standard.key, catalog)),
    offered: managementStandards(catalog).map(({ standard, edition, name }) => ({
      name: `${standard}:${edition}`,
      title: name,
    })),
    migratable: statement.migratable,
    entries: entriesOf(changes, statement),
    tables: tableGroups(statement.tables).map(({ heads, rows }) => ({ name: heads.join('; '), columns: rows })),
    remarks: statement.remarks.map(({ kind, place, value, text }) => ({ kind, place: placeText(place), value, text })),
  });
}

function sheetOf({ name, rows, isHidden }: SheetFile['sheets'][number]): PreviewSheet {
  return { name, rows: rows.length, isHidden: isHidden ?? false };
}

function standardOf(statement: ImportedStatement, key: string, catalog: Catalog): PreviewStandard {
  const { standard, edition, name } = catalog.standard(key)!;
  const { all, missing } = listedControls(statement, key, catalog);
  return {
    name: `${standard}:${edition}`,
    title: name,
    placed: all.length - missing.length,
    all: all.length,
    missing: missing.map(({ id }) => id),
  };
}

/** By control, in the order of the changes: the head comes first. */
function entriesOf(changes: readonly PlannedChange[], { decisions, own }: ImportedStatement): PreviewEntry[] {
  const titles = new Map([
    ...decisions.map(({ control }): [string, string] => [control.key, control.title]),
    ...own.map(({ id, title }): [string, string] => [id, title ?? '']),
  ]);
  const entries = new Map<
    string,
    { id: string; title: string; isNew: boolean; fields: PreviewEntry['fields'][number][] }
  >();
  for (const { change, control, field, before, after } of changes) {
    const key = 'control' in change ? change.control : '';
    const known = entries.get(key) ?? { id: control, title: titles.get(key) ?? '', isNew: true, fields: [] };
    entries.set(key, known);
    known.fields.push({ field, before, after });
    if (before !== null) known.isNew = false;
  }
  return [...entries.values()];
}
