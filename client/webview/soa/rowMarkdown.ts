/** Rows as a Markdown table, for an e-mail, a ticket or the minutes. No DOM here. */
import type { PaneRow } from '../../../server/src/core/soa/paneTypes.js';
import { markdownTable } from '../shared/markdown.js';
import { t } from '../shared/texts.js';
import { applicabilityOf } from './filter.js';
import { applicabilityLabels, columnTitles, driverLabels, statusLabels } from './words.js';

/** A table with the columns of the pane, and one for the gaps where there are any. Nothing in it is markup of a document. */
export function rowsAsMarkdown(rows: readonly PaneRow[]): string {
  const hasGaps = rows.some((row) => row.gaps.length > 0);
  const heads = [...columnTitles, ...(hasGaps ? [t('Gaps')] : [])];
  return markdownTable(
    heads,
    rows.map((row) => cells(row, hasGaps)),
  );
}

function cells(row: PaneRow, hasGaps: boolean): string[][] {
  const status = row.status === null ? '' : statusLabels[row.status];
  const target = row.target !== null && row.status !== 'implemented' ? ` ${t('(by {0})', row.target)}` : '';
  const documents = row.documents.map(({ id, title }) => (id === null ? title : `${id} ${title}`));
  const more = row.moreDocuments > 0 ? [t('and {0} more', row.moreDocuments)] : [];
  const drivers = row.drivers.map(({ kind, ids }) =>
    ids.length === 0 ? driverLabels[kind] : `${driverLabels[kind]}: ${ids.join(', ')}`,
  );
  const evidence = row.evidence.map(({ text, date }) => (date === null ? text : `${text} (${date})`));
  return [
    [row.isAdditional ? row.id : `${row.standard}:${row.id}`],
    [row.title],
    [applicabilityLabels[applicabilityOf(row)]],
    [row.justification ?? ''],
    drivers,
    [status + target],
    [row.owner ?? ''],
    [...documents, ...more],
    evidence,
    ...(hasGaps ? [row.gaps.map(({ text }) => text)] : []),
  ];
}
