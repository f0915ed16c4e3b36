/** The account of an import in plain words: what was read, what each column was taken for, what needs a look. */
import type { Catalog } from '../../catalog/types.js';
import { markdownText } from '../render/markdown.js';
import type { MergePlan } from './changes.js';
import { missingControls } from './missingControls.js';
import type { PreparedImport } from './prepareImport.js';
import type { ImportedStatement, ImportedTable, ImportPlace, ImportRemark } from './types.js';

export interface ImportCounts {
  /** Rows of tables with ids, without headings. */
  readonly rows: number;
  readonly placed: number;
  readonly controls: number;
  readonly own: number;
  readonly applicable: number;
  readonly excluded: number;
  readonly undecided: number;
  /** Values and rows that are in the report only. */
  readonly lost: number;
  /** Values that were kept in the notes. */
  readonly noted: number;
  /** Things to look at. */
  readonly check: number;
}

/** The numbers of an import. */
export function importCounts({ tables, decisions, own, remarks }: ImportedStatement): ImportCounts {
  const all = [...decisions, ...own].map(({ fields }) => fields.applicable ?? 'undecided');
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const kinds = (kind: ImportRemark['kind']) => remarks.filter((remark) => remark.kind === kind).length;
  return {
    rows: sum(tables.map(({ rows }) => rows)),
    placed: sum(tables.map(({ placed }) => placed)),
    controls: decisions.length,
    own: own.length,
    applicable: all.filter((one) => one === 'yes').length,
    excluded: all.filter((one) => one === 'no').length,
    undecided: all.filter((one) => one === 'undecided').length,
    lost: kinds('lost'),
    noted: kinds('noted'),
    check: kinds('check'),
  };
}

const sections: readonly { readonly kind: ImportRemark['kind']; readonly title: string; readonly intro: string }[] = [
  { kind: 'lost', title: 'Not taken over', intro: 'These stand in your file and nowhere in the result.' },
  { kind: 'check', title: 'Please check', intro: 'These were taken over; look whether they are meant so.' },
  {
    kind: 'noted',
    title: 'Kept in the notes',
    intro: 'No field takes these, so they are in the notes of their control.',
  },
  { kind: 'info', title: 'How it was read', intro: '' },
];

/** The report as Markdown. Values of the file are escaped; nothing of them can become markup. */
export function importReportMarkdown({ statement, merge }: PreparedImport, catalog: Catalog): string {
  const parts = [`# Import of ${markdownText(statement.file)}`, ...summary(statement, catalog).map(markdownText)];
  if (merge) {
    parts.push(`## Changes (${merge.changes.length})`);
    const rows = merge.changes.map(({ control, field, before, after }) => {
      return `| ${[control, field, before ?? '', after].map((text) => markdownText(cut(text, 300))).join(' | ')} |`;
    });
    if (rows.length > 0)
      parts.push(['| Control | Field | Before | After |', '| --- | --- | --- | --- |', ...rows].join('\n'));
  }
  for (const { heads, rows } of tableGroups(statement.tables)) {
    parts.push(
      heads.length === 1 ? `## ${markdownText(heads[0]!)}` : `## ${heads.length} tables with the same columns`,
    );
    if (heads.length > 1) parts.push(heads.map((head) => `- ${markdownText(head)}`).join('\n'));
    const lines = rows.map(([column, taken]) => `| ${markdownText(column)} | ${markdownText(taken)} |`);
    parts.push(['| Column | Taken for |', '| --- | --- |', ...lines].join('\n'));
  }
  for (const { kind, title, intro } of sections) {
    const remarks = statement.remarks.filter((remark) => remark.kind === kind);
    if (remarks.length === 0) continue;
    parts.push(`## ${title} (${remarks.length})`);
    if (intro !== '') parts.push(intro);
    const lines = remarks.map((remark) => {
      const value = remark.value === null ? '' : markdownText(cut(remark.value, 1000));
      return `| ${markdownText(placeText(remark.place))} | ${value} | ${markdownText(remark.text)} |`;
    });
    parts.push(['| Where | What stands there | |', '| --- | --- | --- |', ...lines].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

/** The report for a terminal. */
export function importReportText({ statement, merge }: PreparedImport, catalog: Catalog): string {
  const lines = [...summary(statement, catalog), ...(merge ? changeLines(merge) : []), ''];
  for (const { heads, rows } of tableGroups(statement.tables)) {
    const width = Math.min(40, Math.max(...rows.map(([column]) => column.length), 6));
    lines.push(...heads, ...rows.map(([column, taken]) => `  ${cut(column, 40).padEnd(width)}  ${taken}`), '');
  }
  for (const { kind, title } of sections) {
    const remarks = statement.remarks.filter((remark) => remark.kind === kind);
    if (remarks.length === 0) continue;
    lines.push(`${title} (${remarks.length}):`);
    for (const remark of remarks) {
      const where = placeText(remark.place);
      lines.push(`  ${where === '' ? '' : `${where}: `}${remark.text}`);
      if (remark.value !== null && !remark.text.includes(remark.value)) lines.push(`      ${cut(remark.value, 200)}`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

function changeLines({ changes }: MergePlan): string[] {
  if (changes.length === 0) return ['Nothing changes: the file says this already.'];
  const head = `${plural(changes.length, 'field changes', 'fields change')}:`;
  const lines = changes.map(({ control, field, before, after }) => {
    return `  ${control} ${field}: ${before === null ? '' : `${cut(before, 60)} → `}${cut(after, 100)}`;
  });
  return ['', head, ...lines];
}

/** The first sentences of a report. */
export function summary(statement: ImportedStatement, catalog: Catalog): string[] {
  const counts = importCounts(statement);
  const { decisions, tables } = statement;
  if (tables.length === 0) return ['No table with ids of controls was found in this file.'];
  const own = counts.own > 0 ? ` and ${plural(counts.own, 'control of your own', 'controls of your own')}` : '';
  const lines = [
    `${plural(counts.rows, 'row', 'rows')} read, ${counts.placed} of them taken over: decisions on ${plural(decisions.length, 'control', 'controls')}${own}.`,
    `${counts.applicable} applicable, ${counts.excluded} excluded, ${counts.undecided} undecided.`,
  ];
  for (const { standard } of statement.standards) {
    const all = catalog.controls(standard.key);
    const missing = missingControls(statement, standard.key, catalog);
    const there = decisions.filter((decision) => decision.standard === standard).length;
    const without =
      missing.length === 0 ? 'every control has a row' : `no row for ${list(missing.map(({ id }) => id))}`;
    lines.push(`${standard.name}: ${there} of ${all.length} controls; ${without}.`);
  }
  return lines;
}

/** Tables with the same columns, such as one for each theme, are told together. */
function tableGroups(tables: readonly ImportedTable[]): { heads: string[]; rows: [string, string][] }[] {
  const groups = new Map<string, { heads: string[]; rows: [string, string][] }>();
  for (const [index, table] of tables.entries()) {
    const { head, rows } = tableFacts(table, index, tables.length);
    const key = JSON.stringify(rows);
    const known = groups.get(key);
    if (known) known.heads.push(head);
    else groups.set(key, { heads: [head], rows });
  }
  return [...groups.values()];
}

function tableFacts(table: ImportedTable, index: number, count: number): { head: string; rows: [string, string][] } {
  const name = table.name !== '' ? table.name : count > 1 ? `Table ${index + 1}` : 'Table';
  const where = table.header === null ? 'without heads' : `heads in ${table.header}`;
  const standards = table.standards.length > 0 ? `, ${table.standards.join(' and ')}` : '';
  const head = `${name} (${where}; ${table.placed} of ${plural(table.rows, 'row', 'rows')}${standards})`;
  return { head, rows: table.columns.map(({ head: column, taken }) => [column.replace(/\s+/g, ' '), taken]) };
}

function placeText(place: ImportPlace | null): string {
  if (!place) return '';
  const column = place.column === null ? null : `column “${place.column.replace(/\s+/g, ' ')}”`;
  return [place.sheet === '' ? null : place.sheet, place.row, column].filter((part) => part !== null).join(', ');
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function list(ids: readonly string[]): string {
  return ids.length <= 12 ? ids.join(', ') : `${ids.slice(0, 10).join(', ')} and ${ids.length - 10} more`;
}

function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
