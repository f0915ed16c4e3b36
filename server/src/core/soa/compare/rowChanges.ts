/** Two rows of the same control → what changed, as one would tell an auditor. */
import { t } from '../../l10n.js';
import type { RowDocument, SoaRow } from '../modelTypes.js';
import {
  applicabilityWord,
  documentInWords,
  documentStatusWord,
  driversInWords,
  driverWord,
  modelWord,
  statusWord,
} from '../spokenWords.js';
import { evidenceChanges } from './evidenceChanges.js';
import { change, quoted } from './fieldChange.js';
import type { ChangeKind, FieldChange } from './types.js';

/** The changes of a row, the weightiest first. Documents and evidence count by name, state and date, not by place. */
export function rowChanges(before: SoaRow, after: SoaRow): FieldChange[] {
  return [
    ...applicability(before, after),
    ...status(before, after),
    ...justification(before, after),
    ...drivers(before, after),
    ...text('owner', t('Responsible'), before.owner, after.owner),
    ...text('model', t('Who runs it'), modelOf(before), modelOf(after), t('model')),
    ...documents(before, after),
    ...evidenceChanges(before.evidence, after.evidence),
    ...text('implementation', t('How implemented'), before.implementation, after.implementation),
    ...text('dates', t('Target date'), before.target, after.target),
    ...text('dates', t('Decided on'), before.decided, after.decided),
    ...text('dates', t('Decided by'), before.decidedBy, after.decidedBy),
    ...text('dates', t('Review date'), before.review, after.review),
    ...text('dates', t('Exclusion ends'), before.expires, after.expires),
    ...text('notes', t('Notes'), before.notes, after.notes),
    ...(after.isAdditional ? ownNames(before, after) : []),
  ];
}

/** Of a control of the organisation's own, which nobody else names. */
function ownNames(before: SoaRow, after: SoaRow): FieldChange[] {
  return [
    ...text('title', t('Title'), before.title, after.title),
    ...text('title', t('Source'), before.source, after.source),
  ];
}

function applicability(before: SoaRow, after: SoaRow): FieldChange[] {
  if (before.applicability === after.applicability) return [];
  const [was, is] = [applicabilityWord(before.applicability), applicabilityWord(after.applicability)];
  return [
    {
      kind: 'applicability',
      label: t('Applicable'),
      before: was,
      after: is,
      sentence: t('was {0}, now {1}', was, is) + (after.applicability === 'undecided' ? '' : `; ${reasonOf(after)}`),
    },
  ];
}

/** What the row gives as its reason, and what an auditor misses. */
export function reasonOf(row: SoaRow): string {
  const chosen = row.applicability === 'yes' ? driversInWords(row) : '';
  const reasons = [row.justification === null ? '' : quoted(row.justification), chosen].filter(
    (reason) => reason !== '',
  );
  return reasons.length === 0 ? t('no reason given') : t('reason given: {0}', reasons.join('; '));
}

const order = ['not-assessed', 'not-started', 'planned', 'partial', 'implemented'] as const;

function status(before: SoaRow, after: SoaRow): FieldChange[] {
  if (before.status === after.status) return [];
  const name = (row: SoaRow) => (row.status === null ? null : statusWord(row.status));
  const [was, is] = [name(before), name(after)];
  const isBack =
    before.status !== null && after.status !== null && order.indexOf(after.status) < order.indexOf(before.status);
  const change = { kind: 'status', label: t('Status'), before: was, after: is } as const;
  if (was === null) return [{ ...change, sentence: t('status now stated: {0}', is ?? '') }];
  if (is === null) return [{ ...change, sentence: t('status no longer stated (was {0})', was) }];
  const sentence = isBack
    ? t('implementation went back from {0} to {1}', was, is)
    : t('implementation moved from {0} to {1}', was, is);
  return [{ ...change, sentence }];
}

/** Said together with the applicability where both changed, so only told apart where that stayed. */
function justification(before: SoaRow, after: SoaRow): FieldChange[] {
  const changes = text('justification', t('Justification'), before.justification, after.justification);
  if (before.applicability === after.applicability || after.applicability === 'undecided') return changes;
  return changes.map((change) => ({
    ...change,
    sentence: before.justification === null ? '' : t('the reason before was {0}', quoted(before.justification)),
  }));
}

function drivers(before: SoaRow, after: SoaRow): FieldChange[] {
  const items = (row: SoaRow) => {
    return row.drivers.flatMap(({ kind, ids }) => {
      const name = driverWord(kind);
      return ids.length === 0 ? [name] : ids.map((id) => `${name}: ${id}`);
    });
  };
  const changes = list(items(before), items(after));
  // What newly applies is told with its drivers already.
  const isTold = before.applicability !== 'yes' && after.applicability === 'yes' && before.drivers.length === 0;
  return isTold ? changes.map((one) => ({ ...one, sentence: '' })) : changes;
}

function modelOf({ model, supplier }: SoaRow): string | null {
  return [model === null ? null : modelWord(model), supplier].filter((part) => part !== null).join(', ') || null;
}

function documents(before: SoaRow, after: SoaRow): FieldChange[] {
  const [was, is] = [before.documents, after.documents];
  const changes: FieldChange[] = [];
  const gone = was.filter(({ path }) => !is.some((other) => other.path === path));
  const added = is.filter(({ path }) => !was.some((other) => other.path === path));
  const missing = (row: SoaRow) => [
    ...(row.outsideDocuments ?? []),
    ...(row.missingDocuments ?? []).map((one) => one.text),
  ];
  const [missingBefore, missingAfter] = [missing(before), missing(after)];
  const names = (list: readonly RowDocument[]) => list.map(nameOf);
  const addedNames = [...names(added), ...missingAfter.filter((one) => !missingBefore.includes(one))];
  const goneNames = [...names(gone), ...missingBefore.filter((one) => !missingAfter.includes(one))];
  if (addedNames.length + goneNames.length > 0) {
    const sentences = [
      addedNames.length > 0 ? nowCoveredBy(addedNames.join(', '), was.length > 0) : '',
      goneNames.length > 0 ? noLongerCoveredBy(goneNames.join(', '), is.length === 0 && gone.length > 0) : '',
    ];
    const sentence = sentences.filter(Boolean).join('; ');
    changes.push(change('documents', t('Documents'), names(was).join('; '), names(is).join('; '), sentence));
  }
  for (const document of is) {
    const former = was.find(({ path }) => path === document.path);
    const [stateBefore, stateAfter] = [former && stateOf(former), stateOf(document)];
    if (!former || stateBefore === stateAfter) continue;
    const sentence = t('{0} was {1}, now {2}', nameOf(document), stateBefore!, stateAfter);
    changes.push(change('documents', t('Documents'), documentInWords(former), documentInWords(document), sentence));
  }
  return changes;
}

function nowCoveredBy(names: string, isMore: boolean): string {
  return isMore ? t('now also covered by {0}', names) : t('now covered by {0}', names);
}

function noLongerCoveredBy(names: string, isNone: boolean): string {
  return isNone ? t('no longer covered by {0}, so by no document', names) : t('no longer covered by {0}', names);
}

function stateOf({ status: written, concern }: RowDocument): string {
  if (concern === 'overdue') return t('past its review date');
  return written === null ? t('without a status') : documentStatusWord(written);
}

function nameOf({ id, title }: RowDocument): string {
  return id === null ? title : `${id} ${title}`;
}

/** What changed of a text; nothing where it did not. In the sentence it has the name given, a noun. */
function text(
  kind: ChangeKind,
  label: string,
  before: string | null,
  after: string | null,
  name = label.toLowerCase(),
): FieldChange[] {
  if (before === after) return [];
  const sentence =
    before === null
      ? t('{0} added: {1}', name, quoted(after!))
      : after === null
        ? t('{0} removed (was {1})', name, quoted(before))
        : t('{0} changed: {1} → {2}', name, quoted(before), quoted(after));
  return [{ kind, label, before, after, sentence }];
}

function list(before: readonly string[], after: readonly string[]): FieldChange[] {
  const added = after.filter((item) => !before.includes(item));
  const gone = before.filter((item) => !after.includes(item));
  if (added.length + gone.length === 0) return [];
  const [addedNames, goneNames] = [added.join(', '), gone.join(', ')];
  const parts = [
    added.length === 1 ? t('driver added: {0}', addedNames) : '',
    added.length > 1 ? t('drivers added: {0}', addedNames) : '',
    gone.length === 1 ? t('driver no longer named: {0}', goneNames) : '',
    gone.length > 1 ? t('drivers no longer named: {0}', goneNames) : '',
  ];
  return [change('drivers', t('Drivers'), before.join('; '), after.join('; '), parts.filter(Boolean).join('; '))];
}
