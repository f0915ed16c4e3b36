/** The cells of a row: from values to nodes. Places are not written into the page but looked up at the click. */
import type { PaneDocument, PaneEvidence, PaneRow } from '../../../server/src/core/soa/paneTypes.js';
import type { EditableField } from '../messages.js';
import { type Child, element, linkButton } from '../shared/dom.js';
import { type IconName, icon } from '../shared/icons.js';
import { t } from '../shared/texts.js';
import { applicabilityOf } from './filter.js';
import { applicabilityLabels, concernLabels, driverLabels, gapLabels, modelLabels, statusLabels } from './words.js';

/** One column: what of the row it depends on, and what it shows. */
export interface Column {
  readonly name: string;
  /** The field of the editor that a click into the cell leads to; absent where there is none. */
  readonly field?: EditableField;
  /** Changes exactly when what is shown changes; places are not part of it. */
  readonly signature: (row: PaneRow, hasSoa: boolean) => unknown;
  /** @param hasSoa whether there is a soa.yaml with decisions to go to */
  readonly render: (row: PaneRow, hasSoa: boolean) => Child[];
}

const applicabilityIcons = { yes: 'check', no: 'cross', undecided: 'question', outside: 'dash' } as const;

const statusIcons: Readonly<Record<NonNullable<PaneRow['status']>, IconName>> = {
  implemented: 'full',
  partial: 'half',
  planned: 'clock',
  'not-started': 'empty',
  'not-assessed': 'dotted',
};

export const columns: readonly Column[] = [
  {
    name: 'id',
    signature: idTitle,
    render: (row, hasSoa) => [
      linkButton({ 'data-open': 'decision', class: 'link id-link', title: idTitle(row, hasSoa) }, row.id),
    ],
  },
  {
    name: 'title',
    field: 'applicable',
    signature: (row) => [row.title, row.gaps],
    render: (row) => [element('div', { class: 'row-title' }, row.title), gapList(row)],
  },
  {
    name: 'applicable',
    field: 'applicable',
    signature: applicabilityOf,
    render: (row) => {
      const applicability = applicabilityOf(row);
      return [icon(applicabilityIcons[applicability]), element('span', {}, applicabilityLabels[applicability])];
    },
  },
  {
    name: 'justification',
    field: 'justification',
    signature: (row) => row.justification,
    render: (row) => [row.justification],
  },
  { name: 'drivers', field: 'drivers', signature: (row) => row.drivers, render: drivers },
  {
    name: 'status',
    field: 'status',
    signature: (row) => [row.status, row.target],
    render: (row) =>
      row.status === null
        ? []
        : [
            icon(statusIcons[row.status]),
            element('span', {}, statusLabels[row.status]),
            row.target !== null && row.status !== 'implemented'
              ? element('span', { class: 'muted target' }, t('by {0}', row.target))
              : null,
          ],
  },
  {
    name: 'responsible',
    field: 'owner',
    signature: (row) => [row.owner, row.model, row.supplier],
    render: (row) => [row.owner, supplierOf(row)],
  },
  {
    name: 'documents',
    field: 'documents',
    signature: (row) => [
      row.documents,
      row.moreDocuments,
      row.mentions,
      row.moreMentions,
      row.outsideDocuments,
      row.missingDocuments,
    ],
    render: documents,
  },
  {
    name: 'evidence',
    field: 'evidence',
    signature: (row) => row.evidence,
    render: evidence,
  },
];

/** Where the id leads; null where there is nothing to go to. */
function idTitle(row: PaneRow, hasSoa: boolean): string | null {
  if (row.hasDecision) return t('Go to the decision in soa.yaml');
  if (hasSoa) return t('Go to the place for this decision in soa.yaml');
  return row.documents.length + row.mentions.length > 0 ? t('Go to the document') : null;
}

function gapList(row: PaneRow): Child {
  if (row.gaps.length === 0) return null;
  const items = row.gaps.map((gap) =>
    element('li', { title: gapLabels[gap.code] }, icon('warning'), element('span', {}, gap.text)),
  );
  return element('ul', { class: 'gaps', 'aria-label': t('Gaps') }, ...items);
}

/** Who runs it, where that is not the organisation alone. */
function supplierOf(row: PaneRow): Child {
  const model = row.model === null || row.model === 'direct' ? null : modelLabels[row.model];
  const text = [model, row.supplier].filter((part) => part !== null).join(': ');
  return text === '' ? null : element('div', { class: 'muted' }, text);
}

function drivers(row: PaneRow): Child[] {
  return row.drivers.map(({ kind, ids }) =>
    element(
      'div',
      { class: 'driver' },
      element('span', { class: 'muted' }, ids.length > 0 ? `${driverLabels[kind]}: ` : driverLabels[kind]),
      ids.join(', '),
    ),
  );
}

function documents(row: PaneRow): Child[] {
  const parts: Child[] = row.documents.map((document, index) => documentEntry(document, 'document', index));
  if (row.moreDocuments > 0) parts.push(element('div', { class: 'muted' }, t('and {0} more', row.moreDocuments)));
  for (const text of row.outsideDocuments) {
    const where = element('span', { class: 'muted' }, t('(outside of the workspace)'));
    parts.push(element('div', { class: 'document' }, text, ' ', where));
  }
  for (const { text } of row.missingDocuments) {
    const badge = element('span', { class: 'badge' }, icon('warning'), t('not found'));
    parts.push(element('div', { class: 'document' }, text, ' ', badge));
  }
  if (row.mentions.length > 0) {
    const more = row.moreMentions > 0 ? ` ${t('and {0} more', row.moreMentions)}` : '';
    parts.push(
      element(
        'div',
        { class: 'mentions' },
        element('span', { class: 'muted' }, t('Mentioned, not claimed, in:')),
        ...row.mentions.map((document, index) => documentEntry(document, 'mention', index)),
        more === '' ? null : element('span', { class: 'muted' }, more),
      ),
    );
  }
  return parts;
}

function documentEntry(document: PaneDocument, kind: 'document' | 'mention', index: number): HTMLElement {
  const name = document.id === null ? document.title : `${document.id} ${document.title}`;
  const entry = element(
    'div',
    { class: 'document' },
    linkButton({ 'data-open': kind, 'data-index': index, title: document.path }, name),
  );
  if (document.concern !== null) {
    entry.append(' ', element('span', { class: 'badge' }, icon('warning'), concernLabels[document.concern]));
  }
  if (kind === 'document' && document.sections.length > 0) {
    const items = document.sections.map((section, at) =>
      element(
        'li',
        {},
        linkButton({ 'data-open': 'section', 'data-index': index, 'data-section': at }, section.heading),
      ),
    );
    entry.append(element('ul', { class: 'sections', 'aria-label': t('Sections') }, ...items));
  }
  return entry;
}

function evidence(row: PaneRow): Child[] {
  return row.evidence.map((item, index) => {
    const entry = element('div', { class: 'evidence' }, evidencePlace(item, index));
    if (item.date !== null) entry.append(' ', element('span', { class: 'muted' }, item.date));
    if (item.exists === false) entry.append(' ', element('span', { class: 'badge' }, icon('warning'), t('not found')));
    if (item.isStale) entry.append(' ', element('span', { class: 'badge' }, icon('warning'), t('out of date')));
    return entry;
  });
}

function evidencePlace(item: PaneEvidence, index: number): Child {
  if (item.kind === 'file' && item.exists !== false) {
    const name = item.text.slice(item.text.lastIndexOf('/') + 1);
    return linkButton({ 'data-open': 'evidence', 'data-index': index, title: item.text }, name);
  }
  if (item.kind === 'link' && /^https?:\/\//i.test(item.text)) {
    return element('a', { href: item.text, class: 'link', title: item.text }, item.text.replace(/^https?:\/\//i, ''));
  }
  return item.text;
}
