/** What stands in the cells of an export: the same words in every format. */
import type { RowDocument, RowEvidence, SoaHeader, SoaModel, SoaRow, SoaStandard } from '../modelTypes.js';
import { percentage } from '../summary.js';
import {
  applicabilityLabels,
  concernLabels,
  documentStatusLabels,
  driverLabels,
  gapLabels,
  notInRoleLabel,
  roleLabels,
  statusLabels,
} from '../words.js';

export function applicabilityText(row: SoaRow): string {
  return !row.isInRole && row.applicability === 'undecided' ? notInRoleLabel : applicabilityLabels[row.applicability];
}

/** Status, with the target date where it is not done yet. */
export function statusText(row: SoaRow): string {
  if (row.status === null) return '';
  const target = row.target !== null && row.status !== 'implemented' ? ` (${row.target})` : '';
  return statusLabels[row.status] + target;
}

export function driversText(row: SoaRow): string {
  return row.drivers
    .map(({ kind, ids }) => (ids.length > 0 ? `${driverLabels[kind]}: ${ids.join(', ')}` : driverLabels[kind]))
    .join('; ');
}

/** `POL-1 Tea Policy (draft)`, without its sections. */
export function documentText(document: RowDocument): string {
  const name = document.id === null ? document.title : `${document.id} ${document.title}`;
  return document.concern === null ? name : `${name} (${concernLabels[document.concern]})`;
}

/** `POL-1 Tea Policy: Brewing, Serving; POL-2 …` */
export function documentsText(row: SoaRow): string {
  const texts = row.documents.map((document) => {
    const sections = document.sections.map((section) => section.heading).join(', ');
    return sections === '' ? documentText(document) : `${documentText(document)}: ${sections}`;
  });
  return [...texts, ...moreText(row)].join('; ');
}

/** `and 3 more`, or nothing. */
export function moreText(row: SoaRow): string[] {
  return row.moreDocuments > 0 ? [`and ${row.moreDocuments} more`] : [];
}

export function evidenceText(evidence: RowEvidence): string {
  const date = evidence.date === null ? '' : ` (${evidence.date})`;
  return `${evidence.text}${date}${evidence.exists === false ? ' [not found]' : ''}`;
}

export function gapsText(row: SoaRow): string {
  return row.gaps.map((gap) => gapLabels[gap.code]).join('; ');
}

/** The columns that an auditor expects, with the text of a row in each. */
export const columns: readonly { readonly title: string; readonly text: (row: SoaRow) => string }[] = [
  { title: 'Control', text: (row) => row.id },
  { title: 'Title', text: (row) => row.title },
  { title: 'Applicable', text: applicabilityText },
  { title: 'Justification', text: (row) => row.justification ?? '' },
  { title: 'Drivers', text: driversText },
  { title: 'Status', text: statusText },
  { title: 'Responsible', text: (row) => row.owner ?? '' },
  { title: 'Documents', text: documentsText },
  { title: 'Evidence', text: (row) => row.evidence.map(evidenceText).join('; ') },
  { title: 'Gaps', text: gapsText },
];

/** `ISO/IEC 27701:2025 (PII controller, PII processor)` */
export function standardText(standard: SoaStandard): string {
  const roles = standard.roles.map((role) => roleLabels[role]).join(', ');
  return roles === '' ? standard.name : `${standard.name} (${roles})`;
}

/** The facts above the tables, as label and text; what is not stated is left out. */
export function headerFacts(model: SoaModel): { label: string; text: string }[] {
  const header: SoaHeader = model.header;
  const facts: [string, string | null][] = [
    ['Organisation', header.organisation],
    ['Scope', header.scope],
    ['Standards', model.standards.map(standardText).join(', ') || null],
    ['Version', header.version],
    ['Status', header.status === null ? null : (documentStatusLabels[header.status] ?? header.status)],
    ['Owner', header.owner],
    ['Approved by', header.approvedBy],
    ['Approved', header.approved],
    ['Next review', header.nextReview],
    ['Classification', header.classification],
    ['As of', model.asOf],
  ];
  return facts.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]));
}

/** `28 of 30 (93 %)`; a dash where nothing has to be covered. */
export function coverageText(covered: number, toCover: number): string {
  const share = percentage(covered, toCover);
  return share === null ? '–' : `${covered} of ${toCover} (${share} %)`;
}

/** `A.1.2 Conditions for collection and processing`, with the table above where the title alone does not tell. */
export function groupText(group: SoaStandard['groups'][number]): string {
  const own = `${group.id} ${group.title}`.trim();
  return group.above === null ? own : `${own} (${group.above.id} ${group.above.title})`;
}

/** Rows of each group, in order, without looking through all rows again for every group. */
export function rowsByGroup(model: SoaModel): Map<string, SoaRow[]> {
  const rows = new Map<string, SoaRow[]>();
  for (const row of model.rows) {
    const own = rows.get(row.groupKey);
    if (own) own.push(row);
    else rows.set(row.groupKey, [row]);
  }
  return rows;
}

/** Line breaks and runs of spaces become one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
