/** The parts of the preview: what could not be placed, what is to be checked, what will be written, and how it was read. */
import type {
  ImportPreview,
  PreviewEntry,
  PreviewRemark,
  PreviewTable,
} from '../../../server/src/core/soa/import/previewTypes.js';
import { type Child, element, scrollTable } from '../shared/dom.js';
import { t } from '../shared/texts.js';
import { fieldLabel, remarkNotes, remarkTitles } from './words.js';

/** What needs a look comes first. */
export function sectionsOf(preview: ImportPreview): Child[] {
  return [
    remarksSection('lost', preview),
    remarksSection('check', preview),
    entriesSection(preview.entries),
    remarksSection('noted', preview),
    columnsSection(preview.tables),
    remarksSection('info', preview),
  ];
}

function section(id: string, title: string, note: string, ...children: Child[]): HTMLElement {
  return element(
    'section',
    { 'aria-labelledby': `part-${id}`, class: `part part-${id}` },
    element('h2', { id: `part-${id}` }, title),
    note === '' ? null : element('p', { class: 'muted view-note' }, note),
    ...children,
  );
}

function remarksSection(kind: PreviewRemark['kind'], { remarks }: ImportPreview): Child {
  const own = remarks.filter((remark) => remark.kind === kind);
  if (own.length === 0) return null;
  const rows = own.map(({ place, value, text }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, place === '' ? '–' : place),
      element('td', {}, value ?? ''),
      element('td', {}, text),
    ),
  );
  const heads = [t('Where'), t('What stands there'), t('What about it')];
  const table = scrollTable(remarkTitles[kind], 'remarks', heads, element('tbody', {}, ...rows));
  return section(kind, `${remarkTitles[kind]} (${own.length})`, remarkNotes[kind], table);
}

function entriesSection(entries: readonly PreviewEntry[]): HTMLElement {
  const title = t('What will be written');
  if (entries.length === 0) return section('entries', title, t('Nothing: soa.yaml says all of this already.'));
  const hasBefore = entries.some(({ fields }) => fields.some(({ before }) => before !== null));
  const heads = [t('Control'), t('Field'), ...(hasBefore ? [t('Before')] : []), hasBefore ? t('After') : t('Value')];
  const bodies = entries.map((entry) => element('tbody', {}, ...entryRows(entry, hasBefore)));
  const count = entries.filter(({ id }) => id !== '').length;
  const heading = `${title} (${count === 1 ? t('1 control') : t('{0} controls', count)})`;
  return section('entries', heading, '', scrollTable(title, 'entries', heads, ...bodies));
}

function entryRows({ id, title, isNew, fields }: PreviewEntry, hasBefore: boolean): HTMLElement[] {
  const name = id === '' ? t('Head of the statement') : `${id} ${title}`.trim();
  return fields.map(({ field, before, after }, index) =>
    element(
      'tr',
      {},
      index > 0
        ? null
        : element(
            'th',
            { scope: 'rowgroup', rowspan: fields.length },
            name,
            isNew && hasBefore && id !== '' ? element('div', { class: 'muted' }, t('new')) : null,
          ),
      element('td', { class: 'muted' }, fieldLabel(field)),
      hasBefore ? element('td', {}, before ?? '–') : null,
      element('td', {}, after),
    ),
  );
}

function columnsSection(tables: readonly PreviewTable[]): Child {
  if (tables.length === 0) return null;
  const parts = tables.map(({ name, columns }) => {
    const rows = columns.map(([head, taken]) =>
      element('tr', {}, element('th', { scope: 'row' }, head), element('td', {}, taken)),
    );
    return scrollTable(name, '', [t('Column'), t('Taken for')], element('tbody', {}, ...rows));
  });
  return section('columns', t('What the columns were taken for'), '', ...parts);
}
