/** The `controls:` of a soa.yaml: one decision per control. */

import type { Catalog } from '../catalog/types.js';
import type { ScopedStandard } from '../document.js';
import { t } from '../l10n.js';
import { joinOr } from '../rules/support/wording.js';
import { readControlKey } from './controlKey.js';
import { readDrivers } from './drivers.js';
import { readEvidence } from './evidenceItems.js';
import { type AdditionalField, additionalKeys, type DecisionField, decisionKeys } from './fieldNames.js';
import { type Understood, understandApplicability, understandStatus } from './import/cellWords.js';
import { readAs, readDate, readPeriod, readText, short } from './plainValues.js';
import { readFields } from './readFields.js';
import type {
  AdditionalControl,
  Applicability,
  ControlModel,
  Decision,
  DuplicateDecision,
  ImplementationStatus,
  Located,
} from './types.js';
import {
  applicabilityOf,
  controlModelOf,
  implementationStatuses,
  implementationStatusOf,
  saysNotApplicable,
} from './values.js';
import type { YamlEntry, YamlReader } from './yaml/read.js';

export interface ReadDecisions {
  readonly decisions: readonly Decision[];
  readonly duplicates: readonly DuplicateDecision[];
}

/**
 * Reads the decisions in the order of the file. A key that stands there twice is a problem; the first one counts.
 * @param entries what stands below `controls:`
 */
export function readDecisions(
  entries: readonly YamlEntry[],
  scope: readonly ScopedStandard[],
  reader: YamlReader,
  catalog: Catalog,
): ReadDecisions {
  const decisions: Decision[] = [];
  const duplicates: DuplicateDecision[] = [];
  const seen = new Map<string, Decision>();
  for (const entry of flattenByStandard(entries, reader, catalog)) {
    const key = readControlKey(entry.key, scope, catalog);
    const identity = key.entry?.key ?? entry.key.toLowerCase();
    const first = seen.get(identity);
    if (first) {
      const detail = t('{0} has a decision further up already; the first one counts.', entry.key);
      reader.problems.push({ span: entry.keySpan, detail, severity: 'error', rule: 'duplicate-decision' });
      duplicates.push({ written: entry.key, keySpan: entry.keySpan, span: entry.span, first });
      continue;
    }
    if (key.candidates.length > 1) {
      const names = joinOr(key.candidates.map((standard) => `${standard.standard}:${entry.key}`));
      reader.warn(entry.keySpan, t('{0} exists in more than one standard in scope. Write {1}.', entry.key, names));
    }
    const fields = readDecisionFields(
      entry,
      decisionKeys,
      (name) => t('“{0}” is not a key of a decision.', name),
      reader,
    );
    const decision = readDecision(entry, key.entry?.key ?? null, fields, reader);
    decisions.push(decision);
    seen.set(identity, decision);
  }
  return { decisions, duplicates };
}

/** `27001:` with the ids below it is as good as `27001:A.5.15`: the standard is put before each id. */
function flattenByStandard(entries: readonly YamlEntry[], reader: YamlReader, catalog: Catalog): YamlEntry[] {
  const flat: YamlEntry[] = [];
  for (const entry of entries) {
    const isStandard = catalog.edition(entry.key.trim().toLowerCase()) !== undefined;
    const below = isStandard ? reader.entriesOf(entry.value) : null;
    if (!below) flat.push(entry);
    else for (const item of below) flat.push({ ...item, key: `${entry.key.trim()}:${item.key}` });
  }
  return flat;
}

/**
 * Reads the controls of the organisation's own, in the order of the file. One of an id that stands there twice is a
 * problem; the first one counts.
 * @param entries what stands below `additional:`
 */
export function readAdditional(
  entries: readonly YamlEntry[],
  scope: readonly ScopedStandard[],
  reader: YamlReader,
  catalog: Catalog,
): AdditionalControl[] {
  const controls: AdditionalControl[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    const identity = entry.key.trim().toLowerCase();
    if (seen.has(identity)) {
      reader.error(entry.keySpan, t('{0} stands further up already; the first one counts.', entry.key));
      continue;
    }
    seen.add(identity);
    const key = readControlKey(entry.key, scope, catalog);
    if (key.entry && catalog.standard(key.entry.standardKey)?.standard === standardBefore(entry.key)) {
      reader.warn(
        entry.keySpan,
        t('{0} is a control of a standard, so its decision belongs below “controls:”.', entry.key),
      );
    }
    const names = { ...decisionKeys, ...additionalKeys };
    const fields = readDecisionFields(entry, names, (name) => t('“{0}” is not a key of a control.', name), reader);
    const [title, source] = [readText(fields.title, reader), readText(fields.source, reader)];
    if (!title) reader.warn(entry.keySpan, t('{0} has no title: say what this control is.', entry.key));
    controls.push({ ...readDecision(entry, null, fields, reader), title, source });
  }
  return controls;
}

/** `27001` of `27001:A.5.1`; null for an id of the organisation's own, even where a standard has the same. */
function standardBefore(key: string): string | null {
  return /^\s*([\w-]{1,20})\s*:/.exec(key)?.[1]?.toLowerCase() ?? null;
}

type Fields<Field extends string = DecisionField> = Partial<Record<Field, YamlEntry>>;

function readDecision(entry: YamlEntry, entryKey: string | null, fields: Fields, reader: YamlReader): Decision {
  const text = (field: DecisionField) => readText(fields[field], reader);
  return {
    written: entry.key,
    keySpan: entry.keySpan,
    span: entry.span,
    entryKey,
    applicable: readApplicability(fields, entry, reader),
    justification: text('justification'),
    drivers: fields.drivers ? readDrivers(fields.drivers, reader) : [],
    status: readStatus(fields.status, reader),
    owner: text('owner'),
    model: readModel(fields.model, reader),
    supplier: text('supplier'),
    documents: readDocuments(fields.documents, reader),
    evidence: fields.evidence ? readEvidence(fields.evidence, reader) : [],
    decided: readDate(fields.decided, reader),
    decidedBy: text('decidedBy'),
    review: readDate(fields.review, reader),
    expires: readDate(fields.expires, reader),
    target: readPeriod(fields.target, reader),
    implementation: text('implementation'),
    notes: text('notes'),
  };
}

function readDecisionFields<Field extends DecisionField | AdditionalField>(
  entry: YamlEntry,
  names: Readonly<Record<Field, readonly string[]>>,
  unknown: (key: string) => string,
  reader: YamlReader,
): Fields<Field> {
  const entries = reader.entriesOf(entry.value);
  // `27001:A.7.4: no` is a decision, too; a list is none.
  if (!entries && entry.value && !reader.textAt(entry.value)) {
    reader.error(
      reader.spanOf(entry.value),
      t('Below {0} come keys such as applicable, justification, status.', entry.key),
    );
  }
  return readFields(entries ?? [], names, unknown, reader);
}

function readApplicability(fields: Fields, entry: YamlEntry, reader: YamlReader): Located<Applicability> {
  const text = fields.applicable ? reader.textAt(fields.applicable.value) : reader.textAt(entry.value);
  if (!text) return { value: 'undecided', span: fields.applicable?.keySpan ?? entry.keySpan };
  const value = applicabilityOf(text.value);
  if (value) return { value, span: text.span };
  reader.error(
    text.span,
    t('“{0}” does not say whether the control applies. Write true, false or undecided.', short(text.value)),
    meantApplicability(text.value),
  );
  return { value: 'undecided', span: text.span };
}

function readStatus(field: YamlEntry | undefined, reader: YamlReader): Located<ImplementationStatus> | null {
  const text = readText(field, reader);
  if (!text || saysNotApplicable(text.value)) return null;
  const value = implementationStatusOf(text.value);
  if (value) return { value, span: text.span };
  // The words of other languages, as an import reads them; a mark or letter (`x`, `ni`) is only offered as a fix.
  const meant = whole(understandStatus(text.value));
  if (meant && /\p{L}{3}/u.test(text.value)) {
    readAs(meant, text, reader);
    return { value: meant, span: text.span };
  }
  reader.error(
    text.span,
    t('“{0}” is not a status. Write {1}.', short(text.value), joinOr(implementationStatuses)),
    meant,
  );
  return null;
}

/** `ja` is `true` in other words. */
function meantApplicability(text: string): string | null {
  const value = whole(understandApplicability(text));
  return value === 'yes' ? 'true' : value === 'no' ? 'false' : value;
}

/** The meaning of a text that says nothing else. */
function whole<T>(understood: Understood<T> | null): T | null {
  return understood?.rest === '' ? understood.value : null;
}

function readModel(field: YamlEntry | undefined, reader: YamlReader): Located<ControlModel> | null {
  const text = readText(field, reader);
  if (!text || saysNotApplicable(text.value)) return null;
  const value = controlModelOf(text.value);
  if (value) return { value, span: text.span };
  reader.warn(
    text.span,
    t('“{0}” does not say who runs the control. Write direct, shared or inherited.', short(text.value)),
  );
  return null;
}

function readDocuments(field: YamlEntry | undefined, reader: YamlReader): Located<string>[] {
  if (!field?.value) return [];
  const documents = new Map<string, Located<string>>();
  for (const text of reader.textsAt(
    field.value,
    t('Documents are paths or document ids: [policies/access.md, POL-03].'),
  )) {
    if (!documents.has(text.value)) documents.set(text.value, text);
    else reader.warn(text.span, t('“{0}” is listed here already.', short(text.value)));
  }
  return [...documents.values()];
}
