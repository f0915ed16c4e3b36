/** The sheets of controls: all standards in one, and one for each. */

import type { SoaGroup, SoaModel, SoaRow } from '../../core/soa/modelTypes.js';
import { type ColumnKey, columnsInUse, type RegisterColumn } from '../../core/soa/render/columns.js';
import { applicabilityLabels, modelLabels, notInRoleLabel, statusLabels } from '../../core/soa/words.js';
import { SheetDraft } from './sheet.js';
import { marks, type StyleName } from './styles.js';

const widths: Record<ColumnKey, number> = {
  control: 9,
  title: 22,
  applicable: 11,
  justification: 38,
  drivers: 20,
  status: 13,
  target: 10,
  implementation: 30,
  model: 10,
  supplier: 14,
  owner: 15,
  documents: 28,
  evidence: 26,
  decided: 11,
  decidedBy: 13,
  review: 11,
  expires: 11,
  source: 16,
  notes: 22,
  gaps: 18,
};

/**
 * Excel makes no row higher than about thirty lines, and prints nothing of what is below: a column with a very long text
 * is wide enough for it.
 */
function widthOf({ key, text }: RegisterColumn, rows: readonly SoaRow[]): number {
  const longest = rows.reduce((most, row) => Math.max(most, text(row).length), 0);
  return Math.max(widths[key], Math.min(widest, Math.ceil(longest / comfortableLines)));
}

const widest = 200;
const comfortableLines = 26;

const days: ReadonlySet<ColumnKey> = new Set(['decided', 'review', 'expires']);

export interface Register {
  readonly draft: SheetDraft;
  /** Sum of the widths of its columns, in characters. */
  readonly width: number;
}

/**
 * A sheet of such rows. `hasStandard` adds a column that names the standard of each. Documents and evidence are texts
 * here: a cell can lead to one place only, so the links are in sheets of their own.
 */
export function registerSheet(name: string, rows: readonly SoaRow[], model: SoaModel, hasStandard: boolean): Register {
  const columns = columnsInUse(rows);
  const before = hasStandard ? ['Standard', 'Theme'] : ['Theme'];
  const allWidths = [...(hasStandard ? [18] : []), 18, ...columns.map((column) => widthOf(column, rows))];
  const draft = new SheetDraft(name, allWidths);
  [...before, ...columns.map(({ title }) => title)].forEach((text, column) => {
    draft.text(0, column, text, 'head');
  });
  draft.height(0, 30);
  const groups = new Map(model.standards.flatMap((standard) => standard.groups.map((group) => [group.key, group])));
  const names = new Map(model.standards.map((standard) => [standard.key, standard.name]));
  rows.forEach((row, index) => {
    const line = index + 1;
    if (hasStandard) draft.text(line, 0, names.get(row.standardKey) ?? '');
    draft.text(line, before.length - 1, themeText(groups.get(row.groupKey)));
    columns.forEach((column, place) => {
      putCell(draft, line, before.length + place, row, column);
    });
  });
  addControls(draft, columns, before.length);
  draft.filter(0, before.length + columns.length);
  return { draft, width: allWidths.reduce((sum, width) => sum + width, 0) };
}

function themeText(group: SoaGroup | undefined): string {
  return group ? `${group.id} ${group.title}`.trim() : '';
}

function putCell(draft: SheetDraft, line: number, place: number, row: SoaRow, column: RegisterColumn): void {
  const text = column.text(row);
  if (days.has(column.key)) draft.day(line, place, text);
  else draft.text(line, place, text, styleOf(column.key));
}

function styleOf(key: ColumnKey): StyleName {
  if (key === 'control') return 'key';
  return key === 'gaps' ? 'gap' : 'cell';
}

/** What to choose from, and what stands out. */
function addControls(draft: SheetDraft, columns: readonly RegisterColumn[], offset: number): void {
  const place = (key: ColumnKey) => offset + columns.findIndex((column) => column.key === key);
  const applicable = place('applicable');
  draft.choices(applicable, 1, [...Object.values(applicabilityLabels), notInRoleLabel], 'Applicable');
  draft.mark(applicable, 1, applicabilityLabels.undecided, marks.open);
  draft.mark(applicable, 1, applicabilityLabels.no, marks.out);
  draft.mark(applicable, 1, notInRoleLabel, marks.out);
  const status = place('status');
  draft.choices(status, 1, Object.values(statusLabels), 'Status');
  draft.mark(status, 1, statusLabels.implemented, marks.done);
  for (const open of [statusLabels['not-started'], statusLabels['not-assessed']])
    draft.mark(status, 1, open, marks.open);
  if (columns.some(({ key }) => key === 'model')) {
    draft.choices(place('model'), 1, Object.values(modelLabels), 'Model');
  }
}
