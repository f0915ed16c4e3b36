/** Our own JSON export → the record that it was made from. */

import type { Catalog, CatalogEntry } from '../../catalog/types.js';
import { t } from '../../l10n.js';
import type { SoaModel, SoaRow } from '../modelTypes.js';
import { applicabilityLabels, driverLabels, statusLabels } from '../words.js';
import {
  type ImportedDecision,
  type ImportedFields,
  type ImportedOwnControl,
  type ImportedStatement,
  type ImportRemark,
  importedHeaderFields,
  importedTexts,
} from './types.js';

/** The statement of an export of ours, as far as it is used anywhere checked; null for anything else. */
export function readOwnExport(value: unknown): SoaModel | null {
  if (!isRecord(value) || value['format'] !== 'clausemark-soa') return null;
  const { rows, standards, header, counts } = value;
  if (!isRecord(header) || !isRecord(counts) || !isListOf(standards, isRecord) || !isListOf(rows, isRow)) return null;
  if (!['applicable', 'excluded', 'implemented', 'covered'].every((name) => typeof counts[name] === 'number'))
    return null;
  // Exports of older versions say less of a standard.
  const whole = standards.map((one) => ({ isAdditional: false, amendments: [], roles: [], ...one }));
  return { ...value, standards: whole } as unknown as SoaModel;
}

function isRow(row: unknown): boolean {
  if (!isRecord(row)) return false;
  const { status, applicability, documents, evidence, drivers } = row;
  return (
    ['key', 'id', 'title', 'standardKey'].every((name) => typeof row[name] === 'string') &&
    Object.hasOwn(applicabilityLabels, String(applicability)) &&
    (status === null || Object.hasOwn(statusLabels, String(status))) &&
    isListOf(
      documents,
      (one) => isRecord(one) && typeof one['path'] === 'string' && typeof one['title'] === 'string',
    ) &&
    isListOf(evidence, (one) => isRecord(one) && typeof one['text'] === 'string') &&
    isListOf(
      drivers,
      (one) => isRecord(one) && Object.hasOwn(driverLabels, String(one['kind'])) && isListOf(one['ids'], isText),
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isListOf(value: unknown, test: (item: unknown) => boolean): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.every(test);
}

/**
 * The decisions of an export. Documents that only their tags connect with a control are left out: the tags still do.
 * @param name of the file, for the report
 */
export function importOwnExport(name: string, model: SoaModel, catalog: Catalog): ImportedStatement {
  const decisions: ImportedDecision[] = [];
  const own: ImportedOwnControl[] = [];
  const remarks: ImportRemark[] = [];
  const folder = folderOf(model.path);
  for (const row of model.rows) {
    const place = { sheet: '', row: row.id, column: null };
    const fields = fieldsOf(row, folder);
    if (row.isAdditional) {
      own.push({ id: row.id, title: row.title === row.id ? null : row.title, source: row.source, fields, place });
      continue;
    }
    const control = controlOf(row, catalog);
    const standard = control && catalog.standard(control.standardKey);
    // A row without any word is a control that nobody has decided on.
    if (control && standard) {
      if (Object.keys(fields).length > 1 || row.applicability !== 'undecided')
        decisions.push({ standard, control, fields, place });
    } else remarks.push({ kind: 'lost', place, value: row.title, text: t('The catalog has no {0}.', row.key) });
  }
  const standards = model.standards.flatMap((one) => {
    const standard = one.isAdditional ? undefined : catalog.standard(one.key);
    return standard ? [{ standard, roles: one.roles ?? [], amendments: one.amendments ?? [] }] : [];
  });
  return {
    file: name,
    header: headerOf(model, folder),
    history: (model.header.history ?? []).flatMap(({ version, date, by, change }) => {
      return version === null ? [] : [{ version, date, by, change }];
    }),
    standards,
    decisions,
    own,
    tables: [
      {
        name: t('Export of Clausemark'),
        header: null,
        columns: [],
        rows: model.rows.length,
        placed: model.rows.length - remarks.length,
        headings: 0,
        standards: standards.map(({ standard }) => standard.name),
      },
    ],
    remarks,
    migratable: 0,
    isOurTable: false,
  };
}

function controlOf(row: SoaRow, catalog: Catalog): CatalogEntry | null {
  const entry = catalog.entry(row.key);
  return entry?.kind === 'control' ? entry : null;
}

function fieldsOf(row: SoaRow, folder: string): ImportedFields {
  const fields: ImportedFields = { applicable: row.applicability };
  for (const name of importedTexts) if (typeof row[name] === 'string') Object.assign(fields, { [name]: row[name] });
  if (row.drivers.length > 0) fields.drivers = row.drivers.map(({ kind, ids }) => ({ kind, ids }));
  // Exports of older versions do not have them as they are written.
  const listed = isListOf(row.listedDocuments, isText) ? (row.listedDocuments as readonly string[]) : null;
  const documents = [...(listed ?? listedIn(row, folder))];
  if (documents.length > 0) fields.documents = documents;
  if (row.evidence.length > 0) {
    fields.evidence = row.evidence.map(({ text, date, note, valid, statedUntil, validUntil }) => {
      const until = valid === undefined ? validUntil : statedUntil;
      return { text, date: date ?? null, note: note ?? null, valid: valid ?? null, validUntil: until ?? null };
    });
  }
  return fields;
}

/** The documents that the record itself lists, by their paths. */
function listedIn(row: SoaRow, folder: string): string[] {
  return [
    ...row.documents
      .filter(({ statedBy }) => statedBy === 'statement' || statedBy === 'both')
      .map(({ path }) => below(path, folder)),
    ...(row.outsideDocuments ?? []),
    ...(row.missingDocuments ?? []).map(({ text }) => text),
  ];
}

function headerOf({ header }: SoaModel, folder: string): ImportedStatement['header'] {
  const read: ImportedStatement['header'] = {};
  for (const name of importedHeaderFields) {
    const value = header[name];
    if (typeof value === 'string') read[name] = value;
  }
  const document = header.scopeDocument;
  if (document) read.scopeDocument = document.path === null ? document.text : below(document.path, folder);
  return read;
}

function folderOf(path: string | null): string {
  return path?.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** A path of the workspace as a soa.yaml in that folder writes it. */
function below(path: string, folder: string): string {
  return folder !== '' && path.startsWith(`${folder}/`)
    ? path.slice(folder.length + 1)
    : folder === ''
      ? path
      : `/${path}`;
}
