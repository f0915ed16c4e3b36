/** Text of a soa.yaml → ManagementSystem. What is wrong with the text is part of the value; nothing throws. */

import { isNode } from 'yaml';
import type { Catalog } from '../catalog/types.js';
import type { Suppression } from '../document.js';
import { t } from '../l10n.js';
import { statusCalled } from '../rules/support/fields.js';
import { findYamlSuppressions } from '../suppressions.js';
import { findLineStarts, type Span } from '../text.js';
import { standardNamed } from './controlKey.js';
import { readAdditional, readDecisions } from './decisions.js';
import { decisionKeys, fieldNamed, type HeaderField, headerKeys, similarKey } from './fieldNames.js';
import { readAs, readDate, readText } from './plainValues.js';
import { notRead } from './readFields.js';
import { readFolders, readHistory, readRelease } from './record.js';
import { readStandards } from './standards.js';
import type { Decision, Located, ManagementSystem, SoaProblem } from './types.js';
import { documentStatuses, documentStatusOf } from './values.js';
import { firstEntries } from './yaml/limits.js';
import { type YamlEntry, YamlReader } from './yaml/read.js';
import { readYaml, type YamlSource } from './yaml/source.js';

type Header = Partial<Record<HeaderField, YamlEntry>>;

/**
 * Reads a management system and its decisions (the format is described in docs/soa.md).
 * @param path of the file, relative to the workspace root, with `/`
 * @param text in any state: empty, half typed, broken, a list, hostile; whatever can be read of it is in the result
 * @param catalog tells which standards, editions and controls exist
 */
export function parseSoa(path: string, text: string, catalog: Catalog): ManagementSystem {
  const source = readYaml(text);
  const reader = new YamlReader(text, source.isPlain ? [] : [...source.roots, ...source.controlPieces]);
  const header = readHeader(source, reader);
  const controlEntries = firstOf(reader, [
    ...(reader.entriesOf(header.controls?.value) ?? []),
    ...source.controlPieces.flatMap((piece) => reader.entriesOf(piece) ?? []),
  ]);
  checkControls(header.controls, '27001:A.5.15', reader);
  checkControls(header.additional, 'OWN-1', reader);
  const named = readStandards(header.standards?.value, reader, catalog);
  const standards = named.length > 0 ? named : standardsOfKeys(controlEntries, header, reader, catalog);
  const { decisions, duplicates } = readDecisions(controlEntries, standards, reader, catalog);
  const ownEntries = firstOf(reader, reader.entriesOf(header.additional?.value) ?? []);
  const additional = readAdditional(ownEntries, standards, reader, catalog);
  const lineStarts = findLineStarts(text);
  const field = (name: HeaderField) => readText(header[name], reader);
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  return {
    path,
    folder,
    folders: readFolders(header.folders, folder, reader),
    length: text.length,
    lineStarts,
    organisation: field('organisation'),
    scope: field('scope'),
    scopeDocument: field('scopeDocument'),
    version: field('version'),
    status: readDocumentStatus(header.status, reader),
    owner: field('owner'),
    approvedBy: field('approvedBy'),
    approved: readDate(header.approved, reader),
    nextReview: readDate(header.nextReview, reader),
    classification: field('classification'),
    standards,
    controlsSpan: controlsSpan(header.controls, decisions, controlEntries),
    decisions,
    duplicates,
    additional,
    history: readHistory(header.history, reader),
    released: readRelease(header.released, reader),
    problems: tidyProblems([...source.problems, ...reader.problems]),
    suppressions: findYamlSuppressions(text, lineStarts).map(forWholeDecision(text, [...decisions, ...additional])),
  };
}

/** As many entries as are read; where that ends is reported. */
function firstOf(reader: YamlReader, entries: readonly YamlEntry[]): readonly YamlEntry[] {
  const { first, problem } = firstEntries(entries, ({ keySpan }) => keySpan);
  if (problem) reader.problems.push(problem);
  return first;
}

/** A comment on the line above a control is meant for the decision, whatever line of it a finding stands on. */
function forWholeDecision(text: string, decisions: readonly Decision[]): (suppression: Suppression) => Suppression {
  const ends = new Map(decisions.map(({ keySpan, span }) => [keySpan.start, span.end]));
  return (suppression) => {
    const { span, scope } = suppression;
    if (scope.start <= span.end) return suppression;
    let at = scope.start;
    while (text[at] === ' ') at++;
    const end = ends.get(at);
    return end === undefined ? suppression : { ...suppression, scope: { ...scope, end: Math.max(end, scope.end) } };
  };
}

const maximumProblems = 200;

/**
 * In the order of the text. Of several problems at one place only the first is kept: the others follow from it. Where there are
 * too many, mistakes are kept rather than remarks: that reading ended is one.
 */
function tidyProblems(problems: readonly SoaProblem[]): SoaProblem[] {
  const seen = new Set<number>();
  const kept = problems.filter(({ span }) => {
    if (seen.has(span.start)) return false;
    seen.add(span.start);
    return true;
  });
  const isRemark = ({ severity }: SoaProblem) => Number(severity !== 'error');
  const worstFirst = kept.sort((a, b) => isRemark(a) - isRemark(b) || a.span.start - b.span.start);
  return worstFirst.slice(0, maximumProblems).sort((a, b) => a.span.start - b.span.start);
}

function readHeader(source: YamlSource, reader: YamlReader): Header {
  const header: Header = {};
  for (const root of source.roots) {
    const entries = reader.entriesOf(root);
    if (entries === null) {
      if (isNode(root) && reader.hasContent(root)) reader.error(reader.spanOf(root), describeWrongRoot(root, reader));
      continue;
    }
    for (const entry of entries) {
      const name = fieldNamed(headerKeys, entry.key);
      if (!name) reportUnknownKey(entry, reader);
      else if (header[name])
        reader.error(entry.keySpan, t('“{0}” stands here twice; the first one counts.', entry.key));
      else header[name] = entry;
    }
  }
  return header;
}

function describeWrongRoot(root: unknown, reader: YamlReader): string {
  return reader.itemsOf(root)
    ? t('A soa.yaml consists of keys such as organisation, standards and controls; this is a list.')
    : t('A soa.yaml consists of keys such as organisation, standards and controls; this is plain text.');
}

function reportUnknownKey(entry: YamlEntry, reader: YamlReader): void {
  const similar = similarKey(headerKeys, entry.key);
  const text = t('“{0}” is not a key of soa.yaml.', entry.key);
  if (similar) reader.warn(entry.keySpan, `${text} ${t('Did you mean “{0}”?', similar)}`);
  else if (!looksLikeDecision(entry, reader)) reader.inform(entry.keySpan, `${text} ${notRead()}`);
  else reader.warn(entry.keySpan, `${text} ${t('If it is a control, indent it below “controls:”.')}`);
}

/** The id of a control, or keys of a decision below it. */
function looksLikeDecision({ key, value }: YamlEntry, reader: YamlReader): boolean {
  if (/(?:^|[\s:.])[A-Za-z]?[.\s]?\d+(?:\.\d+)+\s*$/.test(key.slice(0, 200))) return true;
  return reader.entriesOf(value)?.some((entry) => fieldNamed(decisionKeys, entry.key) === 'applicable') ?? false;
}

/** Nothing behind `controls:` or `additional:` is fine; a list or a text is not. */
function checkControls(controls: YamlEntry | undefined, example: string, reader: YamlReader): void {
  if (!controls?.value || reader.entriesOf(controls.value)) return;
  const detail = t('Below “{0}:” comes one key per control: {1}: { applicable: true }.', controls.key, example);
  reader.error(reader.spanOf(controls.value), detail);
}

function readDocumentStatus(entry: YamlEntry | undefined, reader: YamlReader): Located<string> | null {
  const text = readText(entry, reader);
  if (!text) return null;
  const status = documentStatusOf(text.value);
  if (status) return { ...text, value: status };
  const meant = statusCalled(text.value);
  if (meant) return readAs(meant, text, reader);
  reader.warn(text.span, t('“{0}” is not a status. Write {1}.', text.value, documentStatuses.join(', ')));
  return text;
}

/** What is said of a file whose standards had to be guessed. */
export function noStandardsNamed(): string {
  return t('No standards are named. Add for example standards: { 27001: { edition: 2022 } }.');
}

/** Without `standards:` the standards that the decisions name are in scope, in their current editions. */
function standardsOfKeys(
  entries: readonly YamlEntry[],
  header: Header,
  reader: YamlReader,
  catalog: Catalog,
): ManagementSystem['standards'] {
  const standards: ManagementSystem['standards'][number][] = [];
  for (const entry of entries) {
    const before = standardBefore(entry.key);
    const named = standardNamed(before, catalog);
    if (!named || catalog.edition(named.standard, named.edition) === undefined) continue;
    if (standards.some((item) => item.standard === named.standard)) continue;
    standards.push({ ...named, span: entry.keySpan });
  }
  if (standards.length > 0 || header.standards) {
    const place = header.standards?.keySpan ?? header.controls?.keySpan ?? standards[0]!.span;
    reader.warn(place, noStandardsNamed());
  }
  return standards;
}

/** What stands before the id: `ISO/IEC 27001:2022` of `ISO/IEC 27001:2022 A.5.15`; the whole where there is no id. */
function standardBefore(key: string): string {
  const short = key.slice(0, 200);
  return /^(.*?)[:\s]\s*[A-Za-z]?[.\s]?\d[\d.]*\s*$/.exec(short)?.[1] ?? short;
}

function controlsSpan(
  controls: YamlEntry | undefined,
  decisions: readonly Decision[],
  entries: readonly YamlEntry[],
): Span | null {
  if (!controls && entries.length === 0) return null;
  const start = controls?.span.start ?? entries[0]!.span.start;
  let end = controls?.span.end ?? 0;
  for (const { span } of [...entries, ...decisions]) end = Math.max(end, span.end);
  return { start, end };
}
