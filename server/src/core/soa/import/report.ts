/** The account of an import in plain words: what was read, what each column was taken for, what needs a look. */

import type { Catalog } from '../../catalog/types.js';
import { t } from '../../l10n.js';
import { countOfControls, joinWords } from '../../rules/support/wording.js';
import { markdownText } from '../render/markdown.js';
import type { MergePlan } from './changes.js';
import { listedControls } from './listedControls.js';
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

interface Section {
  readonly kind: ImportRemark['kind'];
  readonly title: string;
  readonly intro: string;
}

const sections = (): readonly Section[] => [
  { kind: 'lost', title: t('Not taken over'), intro: t('These stand in your file and nowhere in the result.') },
  { kind: 'check', title: t('Please check'), intro: t('These were taken over; look whether they are meant so.') },
  {
    kind: 'noted',
    title: t('Kept in the notes'),
    intro: t('No field takes these, so they are in the notes of their control.'),
  },
  { kind: 'info', title: t('How it was read'), intro: '' },
];

/** The report as Markdown. Values of the file are escaped; nothing of them can become markup. */
export function importReportMarkdown({ statement, merge }: PreparedImport, catalog: Catalog): string {
  const parts = [
    `# ${t('Import of {0}', markdownText(statement.file))}`,
    ...summary(statement, catalog).map(markdownText),
  ];
  if (merge) {
    parts.push(`## ${t('Changes ({0})', merge.changes.length)}`);
    const rows = merge.changes.map(({ control, field, before, after }) => {
      return `| ${[control || t('Head'), field, before ?? '', after].map((text) => markdownText(cut(text, 300))).join(' | ')} |`;
    });
    if (rows.length > 0)
      parts.push(
        [
          `| ${t('Control')} | ${t('Field')} | ${t('Before')} | ${t('After')} |`,
          '| --- | --- | --- | --- |',
          ...rows,
        ].join('\n'),
      );
  }
  for (const { heads, rows } of tableGroups(statement.tables)) {
    parts.push(
      heads.length === 1
        ? `## ${markdownText(heads[0]!)}`
        : `## ${t('{0} tables with the same columns', heads.length)}`,
    );
    if (heads.length > 1) parts.push(heads.map((head) => `- ${markdownText(head)}`).join('\n'));
    const lines = rows.map(([column, taken]) => `| ${markdownText(column)} | ${markdownText(taken)} |`);
    parts.push([`| ${t('Column')} | ${t('Taken for')} |`, '| --- | --- |', ...lines].join('\n'));
  }
  for (const { kind, title, intro } of sections()) {
    const remarks = statement.remarks.filter((remark) => remark.kind === kind);
    if (remarks.length === 0) continue;
    parts.push(`## ${title} (${remarks.length})`);
    if (intro !== '') parts.push(intro);
    const lines = remarks.map((remark) => {
      const value = remark.value === null ? '' : markdownText(cut(remark.value, 1000));
      return `| ${markdownText(placeText(remark.place))} | ${value} | ${markdownText(remark.text)} |`;
    });
    parts.push([`| ${t('Where')} | ${t('What stands there')} | |`, '| --- | --- | --- |', ...lines].join('\n'));
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
  for (const { kind, title } of sections()) {
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
  if (changes.length === 0) return [t('Nothing changes: the file says this already.')];
  const head = changes.length === 1 ? t('1 field changes:') : t('{0} fields change:', changes.length);
  const lines = changes.map(({ control, field, before, after }) => {
    return `  ${control || t('Head')} ${field}: ${before === null ? '' : `${cut(before, 60)} → `}${cut(after, 100)}`;
  });
  return ['', head, ...lines];
}

/** The first sentences of a report. */
export function summary(statement: ImportedStatement, catalog: Catalog): string[] {
  const counts = importCounts(statement);
  const { decisions, tables } = statement;
  if (tables.length === 0) return [t('No table with ids of controls was found in this file.')];
  const controls = countOfControls(decisions.length);
  const ownControls = counts.own === 1 ? t('1 control of your own') : t('{0} controls of your own', counts.own);
  const decided = counts.own > 0 ? t('{0} and {1}', controls, ownControls) : controls;
  const lines = [
    t('{0} read, {1} of them taken over: decisions on {2}.', countOfRows(counts.rows), counts.placed, decided),
    t('{0} applicable, {1} excluded, {2} undecided.', counts.applicable, counts.excluded, counts.undecided),
  ];
  for (const { standard } of statement.standards) {
    const { all, missing } = listedControls(statement, standard.key, catalog);
    const facts = [standard.name, all.length - missing.length, all.length] as const;
    lines.push(
      missing.length === 0
        ? t('{0}: {1} of {2} controls; every control has a row.', ...facts)
        : t('{0}: {1} of {2} controls; no row for {3}.', ...facts, list(missing.map(({ id }) => id))),
    );
  }
  return lines;
}

/** Tables with the same columns, such as one for each theme, are told together. */
export function tableGroups(tables: readonly ImportedTable[]): { heads: string[]; rows: [string, string][] }[] {
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
  const name = table.name !== '' ? table.name : count > 1 ? t('Table {0}', index + 1) : t('Table');
  const where = table.header === null ? t('without heads') : t('heads in {0}', rowText(table.header));
  const standards = table.standards.length > 0 ? `, ${joinWords(table.standards)}` : '';
  const rows = t('{0} of {1}', table.placed, countOfRows(table.rows));
  const head = `${name} (${where}; ${rows}${standards})`;
  return { head, rows: table.columns.map(({ head: column, taken }) => [column.replace(/\s+/g, ' '), taken]) };
}

/** `Sheet 1, row 12, column “Owner”` */
export function placeText(place: ImportPlace | null): string {
  if (!place) return '';
  const column = place.column === null ? null : t('column “{0}”', place.column.replace(/\s+/g, ' '));
  return [place.sheet === '' ? null : place.sheet, place.row && rowText(place.row), column]
    .filter((part) => part !== null)
    .join(', ');
}

/** `row 12`, which is also written into notes and so is English where it comes from. */
function rowText(row: string): string {
  const [, kind, number] = /^(row|line) (\d+)$/.exec(row) ?? [];
  if (!kind || !number) return row;
  return kind === 'row' ? t('row {0}', number) : t('line {0}', number);
}

function countOfRows(count: number): string {
  return count === 1 ? t('1 row') : t('{0} rows', count);
}

function list(ids: readonly string[]): string {
  return ids.length <= 12 ? ids.join(', ') : t('{0} and {1} more', ids.slice(0, 10).join(', '), ids.length - 10);
}

function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
