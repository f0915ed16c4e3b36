/**
 * An invented catalog and documents for the tests of the statement of applicability: two small standards of our own,
 * one of them in two editions, the other with controls made for roles.
 */
import { createCatalog } from '../../../server/src/core/catalog/catalog.js';
import type { CatalogEntry, EntryKind, PrivacyRole, Standard } from '../../../server/src/core/catalog/types.js';
import { CoverageIndex } from '../../../server/src/core/coverage.js';
import type { ControlField, FieldName, PolicyDocument, Reference } from '../../../server/src/core/document.js';
import { defaultSettings, type Settings } from '../../../server/src/core/settings.js';
import type { Snapshot } from '../../../server/src/core/snapshot.js';
import type { SoaModel } from '../../../server/src/core/soa/modelTypes.js';
import { PaneFiles, withoutFiles } from '../../../server/src/core/soa/paneModel.js';
import type { Patch } from '../../../server/src/core/soa/paneTypes.js';
import { parseSoa } from '../../../server/src/core/soa/parse.js';
import { patchBetween, piecesOf } from '../../../server/src/core/soa/patch.js';
import type { ManagementSystem } from '../../../server/src/core/soa/types.js';

function entry(
  standardKey: string,
  kind: EntryKind,
  id: string,
  title: string,
  parent?: string,
  role?: PrivacyRole,
): CatalogEntry {
  const base = { key: `${standardKey}:${id}`, standardKey, id, kind, title };
  return { ...base, ...(parent ? { parent } : {}), ...(role ? { role } : {}) };
}

function standard(key: string, status: Standard['status'], entries: readonly CatalogEntry[]): Standard {
  const [name, edition] = key.replace('iso', '').split('-') as [string, string];
  const title = `Invented management systems ${name}`;
  const common = { key, standard: name, edition, name: `ISO/IEC ${name}:${edition}`, fullTitle: title };
  return { ...common, type: 'management-system', status, entries };
}

/** 90001:2022 has A.5.1, A.5.2, A.5.10 and A.6.1 in two themes, and clause 5.1; its 2013 edition has A.9.1. */
const security = 'iso90001-2022';
const oldSecurity = 'iso90001-2013';
/** 90002:2025 has A.1.2.2 for controllers, A.2.2.2 for processors, A.3.3 for both, and an A.5.1 like the other one. */
const privacy = 'iso90002-2025';

export const catalog = createCatalog({
  standards: [
    standard(security, 'current', [
      entry(security, 'clause', '5.1', 'Leading'),
      entry(security, 'theme', 'A.5', 'Tea controls'),
      entry(security, 'control', 'A.5.1', 'Policies for tea', 'A.5'),
      entry(security, 'control', 'A.5.2', 'Roles in the kitchen', 'A.5'),
      entry(security, 'control', 'A.5.10', 'Use of kettles', 'A.5'),
      entry(security, 'theme', 'A.6', 'Biscuit controls'),
      entry(security, 'control', 'A.6.1', 'Screening of biscuits', 'A.6'),
    ]),
    standard(oldSecurity, 'withdrawn', [
      entry(oldSecurity, 'theme', 'A.9', 'Old tea'),
      entry(oldSecurity, 'control', 'A.9.1', 'Tea of old', 'A.9'),
    ]),
    standard(privacy, 'current', [
      entry(privacy, 'theme', 'A.1', 'Hosts'),
      entry(privacy, 'theme', 'A.1.2', 'Invitations', 'A.1'),
      entry(privacy, 'control', 'A.1.2.2', 'Name the occasion', 'A.1.2', 'controller'),
      entry(privacy, 'theme', 'A.2', 'Caterers'),
      entry(privacy, 'control', 'A.2.2.2', 'Serve what was ordered', 'A.2', 'processor'),
      entry(privacy, 'theme', 'A.3', 'Everybody'),
      entry(privacy, 'control', 'A.3.3', 'Wash the cups', 'A.3', 'both'),
      entry(privacy, 'control', 'A.5.1', 'Guests', 'A.3', 'both'),
    ]),
  ],
  mappings: [],
});

/** A soa.yaml of the invented standards. */
export function parse(text: string, path = 'soa.yaml'): ManagementSystem {
  return parseSoa(path, text, catalog);
}

export interface DocumentSketch {
  readonly path: string;
  readonly fields?: Partial<Record<FieldName, string>>;
  /** Heading texts, all of the second level. */
  readonly headings?: readonly string[];
  /** `90001:A.5.1`, `90001:A.5.1 @0` in a comment below the first heading, `90001:A.5.1 mention` in its text. */
  readonly references?: readonly string[];
}

/** A document with such references, as if it had been parsed; the spans are made up and all different. */
export function sketchDocument(sketch: DocumentSketch): PolicyDocument {
  const headings = (sketch.headings ?? []).map((text, index) => ({
    span: { start: 1000 + index * 100, end: 1010 + index * 100 },
    text,
    depth: 2,
    sectionEnd: 1100 + index * 100,
  }));
  return {
    path: sketch.path,
    length: 5000,
    lineStarts: new Uint32Array([0]),
    lineEnding: '\n',
    frontMatter: null,
    fields: Object.entries(sketch.fields ?? {}).map(
      ([name, value]): ControlField => ({
        name: name as FieldName,
        key: name === 'nextReview' ? 'next_review' : name,
        value,
        span: { start: 0, end: 0 },
        keySpan: { start: 0, end: 0 },
      }),
    ),
    headings,
    references: (sketch.references ?? []).map(sketchReference),
    suppressions: [],
    problems: [],
  };
}

function sketchReference(text: string, index: number): Reference {
  const match = /^(\d+)(?::(\d{4}))?:(\S+)(?: @(\d+))?( mention)?$/.exec(text)!;
  const [, name, edition, id, section, mention] = match;
  const start = section === undefined ? 10 + index * 10 : 1020 + Number(section) * 100 + index;
  return {
    span: { start, end: start + 5 },
    text: id!,
    standard: name!,
    edition: edition ?? null,
    id: id!,
    ids: [id!],
    kind: 'control',
    where: mention ? 'paragraph' : section === undefined ? 'front-matter' : 'comment',
    resolvedBy: 'tag',
    isTag: !mention,
    section: section === undefined ? -1 : Number(section),
    readings: [],
    titleSpan: null,
    isUnquotedNumber: false,
    isCrosswalk: false,
  };
}

export interface SnapshotSketch {
  readonly documents?: readonly DocumentSketch[];
  readonly systems?: readonly ManagementSystem[];
  readonly settings?: Partial<Settings>;
  readonly today?: string;
  readonly files?: readonly string[];
}

/** A snapshot on 2026-11-21 with the sketched documents. */
export function sketchSnapshot(sketch: SnapshotSketch): Snapshot {
  const documents = new Map((sketch.documents ?? []).map((item) => [item.path, sketchDocument(item)]));
  const coverage = new CoverageIndex(catalog);
  for (const document of documents.values()) coverage.set(document);
  return {
    catalog,
    settings: { ...defaultSettings, ...sketch.settings },
    today: sketch.today ?? '2026-11-21',
    documents,
    systems: sketch.systems ?? [],
    coverage,
    textOf: () => null,
    fileExists: (path) => (sketch.files ? sketch.files.includes(path) : null),
  };
}

/** What a pane is sent that shows one statement when it becomes another. */
export function patchOf(before: SoaModel, after: SoaModel): Patch {
  const names = { list: 'rows', key: 'key' };
  const table = new PaneFiles().after(before.rows).take(after.rows);
  const patch = patchBetween(piecesOf(withoutFiles(before), names), piecesOf(withoutFiles(after), names));
  return { ...patch, ...(table ? { table } : {}) };
}
