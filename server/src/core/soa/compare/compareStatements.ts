/** Compares two versions of a Statement of Applicability, control by control. */

import type { Catalog } from '../../catalog/types.js';
import { t } from '../../l10n.js';
import type { SoaModel, SoaRow } from '../modelTypes.js';
import { applicabilityWord, standardInWords } from '../spokenWords.js';
import { reasonOf, rowChanges } from './rowChanges.js';
import type {
  CitingDocument,
  ControlDiff,
  FieldChange,
  HeaderChange,
  SideSummary,
  StatementDiff,
  StatementSide,
} from './types.js';
import { nameOf } from './wording.js';

/**
 * What changed from the first to the second. A control of a newer edition is compared with the one that it replaces.
 * @param catalog tells which control became which; without it editions are not connected
 */
export function compareStatements(before: StatementSide, after: StatementSide, catalog: Catalog | null): StatementDiff {
  const old = new Map(before.model.rows.map((row) => [row.key, row]));
  const now = new Set(after.model.rows.map((row) => row.key));
  const replaced = new Set<string>();
  const controls: ControlDiff[] = [];
  let unchanged = 0;
  for (const row of after.model.rows) {
    const same = old.get(row.key);
    const former = same ? [same] : formerRows(row, old, now, catalog);
    for (const one of former) replaced.add(one.key);
    const diff = former.length === 0 ? addedRow(row) : changedRow(former, row);
    if (diff) controls.push(diff);
    else unchanged++;
  }
  for (const row of before.model.rows) if (!replaced.has(row.key)) controls.push(removedRow(row));
  return {
    organisation: after.model.header.organisation ?? before.model.header.organisation,
    before: sideSummary(before),
    after: sideSummary(after),
    header: headerChanges(before.model, after.model),
    controls,
    unchanged,
    policies: policiesOf(controls),
  };
}

/** The rows of the edition before that this control replaces, as far as the second statement does not have them itself. */
function formerRows(
  row: SoaRow,
  old: ReadonlyMap<string, SoaRow>,
  now: ReadonlySet<string>,
  catalog: Catalog | null,
): SoaRow[] {
  const former = catalog?.predecessors(row.key) ?? [];
  return former.flatMap(({ key }) => (now.has(key) ? [] : (old.get(key) ?? [])));
}

function headOf(row: SoaRow, kind: ControlDiff['kind']) {
  const { key, standard, edition, id, title } = row;
  return { key, standard, edition, id, title, kind, citedBy: citing(row), formerIds: [] };
}

function changedRow(former: readonly SoaRow[], row: SoaRow): ControlDiff | null {
  const [first, ...more] = former;
  const isSame = first!.key === row.key;
  // Of several controls that became one, the decisions are told one by one.
  const changes = more.length === 0 ? rowChanges(first!, row) : former.flatMap((one) => applicabilityOnly(one, row));
  if (isSame && changes.length === 0) return null;
  const formerIds = isSame ? [] : former.map(({ id }) => id);
  return { ...headOf(row, 'changed'), formerIds, changes };
}

function applicabilityOnly(former: SoaRow, row: SoaRow): FieldChange[] {
  return rowChanges(former, row)
    .filter(({ kind }) => kind === 'applicability' || kind === 'status')
    .map((change) => ({ ...change, sentence: `${former.id} (${former.title}): ${change.sentence}` }));
}

function addedRow(row: SoaRow): ControlDiff {
  const is = applicabilityWord(row.applicability);
  const reason = row.applicability === 'undecided' ? '' : `; ${reasonOf(row)}`;
  const sentence = t('is new in the statement: {0}', is) + reason;
  const change: FieldChange = { kind: 'applicability', label: t('Applicable'), before: null, after: is, sentence };
  return { ...headOf(row, 'added'), changes: [change] };
}

function removedRow(row: SoaRow): ControlDiff {
  const was = applicabilityWord(row.applicability);
  const sentence = t('is no longer in the statement; it was {0}', was);
  const change: FieldChange = { kind: 'applicability', label: t('Applicable'), before: was, after: null, sentence };
  return { ...headOf(row, 'removed'), changes: [change] };
}

function citing(row: SoaRow): CitingDocument[] {
  const claims = row.documents.map(({ path, title, id }) => ({ path, title, id, isClaim: true }));
  const mentions = (row.mentions ?? []).map(({ path, title, id }) => ({ path, title, id, isClaim: false }));
  return [...claims, ...mentions];
}

function policiesOf(controls: readonly ControlDiff[]): StatementDiff['policies'] {
  const policies = new Map<string, { document: CitingDocument; controls: string[] }>();
  for (const control of controls) {
    for (const document of control.citedBy) {
      const name = nameOf(control);
      const known = policies.get(document.path);
      if (!known) policies.set(document.path, { document, controls: [name] });
      else if (!known.controls.includes(name)) known.controls.push(name);
    }
  }
  return [...policies.values()].sort((a, b) => (a.document.path < b.document.path ? -1 : 1));
}

function sideSummary({ label, model, commit, date }: StatementSide): SideSummary {
  const { version, status } = model.header;
  return { label, version, status, commit, date, counts: model.counts };
}

function headerChanges(before: SoaModel, after: SoaModel): HeaderChange[] {
  const facts = ({ header, standards }: SoaModel): Record<string, string | null> => ({
    [t('Organisation')]: header.organisation,
    [t('Scope')]: header.scope,
    [t('Scope document')]: header.scopeDocument?.text ?? null,
    [t('Folders')]: (header.folders ?? []).join(', ') || null,
    [t('Standards')]:
      standards
        .filter((one) => !one.isAdditional)
        .map(standardInWords)
        .join('; ') || null,
    [t('Version')]: header.version,
    [t('Status')]: header.status === null ? null : headerStatus(header.status),
    [t('Owner')]: header.owner,
    [t('Approved by')]: header.approvedBy,
    [t('Approved')]: header.approved,
    [t('Next review')]: header.nextReview,
    [t('Classification')]: header.classification,
  });
  const [was, is] = [facts(before), facts(after)];
  return Object.keys(is).flatMap((label) => {
    const change = { label, before: was[label] ?? null, after: is[label] ?? null };
    return change.before === change.after ? [] : [change];
  });
}

function headerStatus(status: string): string {
  if (status === 'draft') return t('Draft');
  if (status === 'in-review') return t('In review');
  if (status === 'approved') return t('Approved');
  return status === 'retired' ? t('Retired') : status;
}
