/** What stands in the cells of an export: the same words in every format. */
import type { RowDocument, RowEvidence, SoaModel, SoaRow, SoaStandard } from '../modelTypes.js';
import { percentage } from '../summary.js';
import {
  applicabilityLabels,
  concernLabels,
  driverLabels,
  gapLabels,
  modelLabels,
  notInRoleLabel,
  statusLabels,
} from '../words.js';

export function applicabilityText(row: SoaRow): string {
  return !row.isInRole && row.applicability === 'undecided' ? notInRoleLabel : applicabilityLabels[row.applicability];
}

/** Status, in words; empty where nothing states it. */
export function statusText(row: SoaRow): string {
  return row.status === null ? '' : statusLabels[row.status];
}

/** `Target 2026-09-30` where it is not done yet, or nothing. */
export function targetText({ target, status }: SoaRow): string {
  return target === null || status === 'implemented' ? '' : `Target ${target}`;
}

/** Each kind of driver by itself: `Risk: R-1, R-2`, `Legal`. */
export function driverTexts(row: SoaRow): string[] {
  return row.drivers.map(({ kind, ids }) =>
    ids.length > 0 ? `${driverLabels[kind]}: ${ids.join(', ')}` : driverLabels[kind],
  );
}

export function driversText(row: SoaRow): string {
  return driverTexts(row).join('; ');
}

/** `POL-1 Tea Policy (draft)`, without its sections. */
export function documentText(document: RowDocument): string {
  const name = document.id === null ? document.title : `${document.id} ${document.title}`;
  return document.concern === null ? name : `${name} (${concernLabels[document.concern]})`;
}

/** `POL-1 Tea Policy: Brewing, Serving; POL-2 …`, with what the record names and nobody can show. */
export function documentsText(row: SoaRow): string {
  return [...row.documents.map(documentWithSections), ...missingTexts(row), ...moreText(row)].join('; ');
}

function documentWithSections(document: RowDocument): string {
  const sections = document.sections.map((section) => section.heading).join(', ');
  return sections === '' ? documentText(document) : `${documentText(document)}: ${sections}`;
}

/** Documents that the record names and that nobody can show: outside of the workspace, or nowhere. */
export function missingTexts({ outsideDocuments, missingDocuments }: SoaRow): string[] {
  return [
    ...outsideDocuments.map((text) => `${text} [outside of the workspace]`),
    ...missingDocuments.map(({ text }) => `${text} [not found]`),
  ];
}

/** `Shared with Rheinhost GmbH`, `Inherited`, or nothing. */
export function modelText({ model, supplier }: SoaRow): string {
  if (model === null) return supplier === null ? '' : `Supplier: ${supplier}`;
  if (supplier === null) return modelLabels[model];
  if (model === 'direct') return `${modelLabels.direct}; supplier: ${supplier}`;
  return `${modelLabels[model]} ${model === 'shared' ? 'with' : 'from'} ${supplier}`;
}

/** `Decided 2026-02-16 by CISO; review by 2027-02-16; ends 2027-03-01`, or nothing. */
export function decisionText({ decided, decidedBy, review, expires }: SoaRow): string {
  const who = [decided, decidedBy === null ? null : `by ${decidedBy}`].filter(Boolean).join(' ');
  return [
    who === '' ? '' : `Decided ${who}`,
    review === null ? '' : `review by ${review}`,
    expires === null ? '' : `ends ${expires}`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** `and 3 more`, or nothing. */
export function moreText(row: SoaRow): string[] {
  return row.moreDocuments > 0 ? [`and ${row.moreDocuments} more`] : [];
}

/** `evidence/review.pdf: signed (2026-01-31, valid until 2027-01-31) [not found]` */
export function evidenceText(evidence: RowEvidence): string {
  const { text, note, date, validUntil, exists, isStale } = evidence;
  const days = [...(date === null ? [] : [date]), ...(validUntil === null ? [] : [`valid until ${validUntil}`])];
  const concerns = [...(exists === false ? ['not found'] : []), ...(isStale ? ['out of date'] : [])];
  return [
    note === null ? text : `${text}: ${note}`,
    days.length > 0 ? ` (${days.join(', ')})` : '',
    concerns.length > 0 ? ` [${concerns.join(', ')}]` : '',
  ].join('');
}

export function gapsText(row: SoaRow): string {
  return row.gaps.map((gap) => gapLabels[gap.code]).join('; ');
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
