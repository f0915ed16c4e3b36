/** Two rows of the same control → what changed, as one would tell an auditor. */
import type { RowDocument, RowEvidence, SoaRow } from '../modelTypes.js';
import { documentText, driversText } from '../render/cells.js';
import { documentStatusLabels, modelLabels, statusLabels } from '../words.js';
import type { ChangeKind, FieldChange } from './types.js';

/** The changes of a row, the weightiest first. Documents and evidence count by name, state and date, not by place. */
export function rowChanges(before: SoaRow, after: SoaRow): FieldChange[] {
  return [
    ...applicability(before, after),
    ...status(before, after),
    ...justification(before, after),
    ...drivers(before, after),
    ...text('owner', 'Responsible', before.owner, after.owner),
    ...text('model', 'Who runs it', modelOf(before), modelOf(after)),
    ...documents(before, after),
    ...evidence(before, after),
    ...text('implementation', 'How implemented', before.implementation, after.implementation),
    ...text('dates', 'Target date', before.target, after.target),
    ...text('dates', 'Decided on', before.decided, after.decided),
    ...text('dates', 'Decided by', before.decidedBy, after.decidedBy),
    ...text('dates', 'Review date', before.review, after.review),
    ...text('dates', 'Exclusion ends', before.expires, after.expires),
    ...text('notes', 'Notes', before.notes, after.notes),
  ];
}

const words = { yes: 'applicable', no: 'excluded', undecided: 'undecided' } as const;

function applicability(before: SoaRow, after: SoaRow): FieldChange[] {
  if (before.applicability === after.applicability) return [];
  const [was, is] = [words[before.applicability], words[after.applicability]];
  return [
    {
      kind: 'applicability',
      label: 'Applicable',
      before: was,
      after: is,
      sentence: `was ${was}, now ${is}${after.applicability === 'undecided' ? '' : `; ${reasonOf(after)}`}`,
    },
  ];
}

/** What the row gives as its reason, and what an auditor misses. */
export function reasonOf(row: SoaRow): string {
  const chosen = row.applicability === 'yes' ? driversText(row) : '';
  const reasons = [row.justification === null ? '' : quoted(row.justification), chosen].filter(
    (reason) => reason !== '',
  );
  return reasons.length === 0 ? 'no reason given' : `reason given: ${reasons.join('; ')}`;
}

const order = ['not-assessed', 'not-started', 'planned', 'partial', 'implemented'] as const;

function status(before: SoaRow, after: SoaRow): FieldChange[] {
  if (before.status === after.status) return [];
  const name = (row: SoaRow) => (row.status === null ? null : statusLabels[row.status].toLowerCase());
  const [was, is] = [name(before), name(after)];
  const isBack =
    before.status !== null && after.status !== null && order.indexOf(after.status) < order.indexOf(before.status);
  const move = isBack ? 'implementation went back' : 'implementation moved';
  const sentence =
    was === null
      ? `status now stated: ${is}`
      : is === null
        ? `status no longer stated (was ${was})`
        : `${move} from ${was} to ${is}`;
  return [{ kind: 'status', label: 'Status', before: was, after: is, sentence }];
}

/** Said together with the applicability where both changed, so only told apart where that stayed. */
function justification(before: SoaRow, after: SoaRow): FieldChange[] {
  const changes = text('justification', 'Justification', before.justification, after.justification);
  if (before.applicability === after.applicability || after.applicability === 'undecided') return changes;
  return changes.map((change) => ({
    ...change,
    sentence: before.justification === null ? '' : `the reason before was ${quoted(before.justification)}`,
  }));
}

function drivers(before: SoaRow, after: SoaRow): FieldChange[] {
  const items = (row: SoaRow) => {
    return row.drivers.flatMap(({ kind, ids }) => (ids.length === 0 ? [kind] : ids.map((id) => `${kind} ${id}`)));
  };
  const changes = list('drivers', 'Drivers', items(before), items(after), 'driver', 'drivers');
  // What newly applies is told with its drivers already.
  const isTold = before.applicability !== 'yes' && after.applicability === 'yes' && before.drivers.length === 0;
  return isTold ? changes.map((one) => ({ ...one, sentence: '' })) : changes;
}

function modelOf({ model, supplier }: SoaRow): string | null {
  return (
    [model === null ? null : modelLabels[model].toLowerCase(), supplier].filter((part) => part !== null).join(', ') ||
    null
  );
}

function documents(before: SoaRow, after: SoaRow): FieldChange[] {
  const [was, is] = [before.documents, after.documents];
  const changes: FieldChange[] = [];
  const gone = was.filter(({ path }) => !is.some((other) => other.path === path));
  const added = is.filter(({ path }) => !was.some((other) => other.path === path));
  const missing = (row: SoaRow) => (row.missingDocuments ?? []).map((one) => one.text);
  const [missingBefore, missingAfter] = [missing(before), missing(after)];
  const names = (list: readonly RowDocument[]) => list.map(nameOf);
  const addedNames = [...names(added), ...missingAfter.filter((one) => !missingBefore.includes(one))];
  const goneNames = [...names(gone), ...missingBefore.filter((one) => !missingAfter.includes(one))];
  if (addedNames.length + goneNames.length > 0) {
    const sentences = [
      addedNames.length > 0 ? `${was.length > 0 ? 'now also' : 'now'} covered by ${addedNames.join(', ')}` : '',
      goneNames.length > 0 ? `no longer covered by ${goneNames.join(', ')}` : '',
    ];
    const sentence =
      sentences.filter(Boolean).join('; ') + (is.length === 0 && gone.length > 0 ? ', so by no document' : '');
    changes.push(change('documents', 'Documents', names(was).join('; '), names(is).join('; '), sentence));
  }
  for (const document of is) {
    const former = was.find(({ path }) => path === document.path);
    const [stateBefore, stateAfter] = [former && stateOf(former), stateOf(document)];
    if (!former || stateBefore === stateAfter) continue;
    const sentence = `${nameOf(document)} was ${stateBefore}, now ${stateAfter}`;
    changes.push(change('documents', 'Documents', documentText(former), documentText(document), sentence));
  }
  return changes;
}

function stateOf({ status: written, concern }: RowDocument): string {
  if (concern === 'overdue') return 'past its review date';
  return (written === null ? 'without a status' : (documentStatusLabels[written] ?? written)).toLowerCase();
}

function nameOf({ id, title }: RowDocument): string {
  return id === null ? title : `${id} ${title}`;
}

function evidence(before: SoaRow, after: SoaRow): FieldChange[] {
  const changes: FieldChange[] = [];
  const find = (items: readonly RowEvidence[], one: RowEvidence) => items.find((other) => other.text === one.text);
  const added = after.evidence.filter((item) => !find(before.evidence, item));
  const gone = before.evidence.filter((item) => !find(after.evidence, item));
  const texts = (items: readonly RowEvidence[]) =>
    items.map((item) => (item.date ? `${item.text} (${item.date})` : item.text));
  if (added.length + gone.length > 0) {
    const parts = [
      added.length > 0 ? `evidence added: ${texts(added).join(', ')}` : '',
      gone.length > 0 ? `evidence no longer named: ${texts(gone).join(', ')}` : '',
    ];
    const [was, is] = [texts(before.evidence).join('; '), texts(after.evidence).join('; ')];
    changes.push(change('evidence', 'Evidence', was, is, parts.filter(Boolean).join('; ')));
  }
  for (const item of after.evidence) {
    const former = find(before.evidence, item);
    if (!former) continue;
    if (former.date !== item.date) {
      const sentence = `evidence ${item.text} renewed: ${former.date ?? 'without date'} → ${item.date ?? 'without date'}`;
      changes.push(change('evidence', 'Evidence', former.date, item.date, sentence));
    }
    if (former.exists !== false && item.exists === false) {
      changes.push(change('evidence', 'Evidence', item.text, null, `evidence ${item.text} is not found any more`));
    }
  }
  return changes;
}

function text(kind: ChangeKind, label: string, before: string | null, after: string | null): FieldChange[] {
  if (before === after) return [];
  const name = label.toLowerCase();
  const sentence =
    before === null
      ? `${name} added: ${quoted(after!)}`
      : after === null
        ? `${name} removed (was ${quoted(before)})`
        : `${name} changed: ${quoted(before)} → ${quoted(after)}`;
  return [{ kind, label, before, after, sentence }];
}

function list(
  kind: ChangeKind,
  label: string,
  before: readonly string[],
  after: readonly string[],
  one: string,
  many: string,
): FieldChange[] {
  const added = after.filter((item) => !before.includes(item));
  const gone = before.filter((item) => !after.includes(item));
  if (added.length + gone.length === 0) return [];
  const name = (items: readonly string[]) => (items.length === 1 ? one : many);
  const parts = [
    added.length > 0 ? `${name(added)} added: ${added.join(', ')}` : '',
    gone.length > 0 ? `${name(gone)} no longer named: ${gone.join(', ')}` : '',
  ];
  return [change(kind, label, before.join('; '), after.join('; '), parts.filter(Boolean).join('; '))];
}

function change(
  kind: ChangeKind,
  label: string,
  before: string | null,
  after: string | null,
  sentence: string,
): FieldChange {
  return { kind, label, before: before || null, after: after || null, sentence };
}

function quoted(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return `“${line}”`;
}
