/** What changed of the evidence of a control: what came and went, dates, how long it holds, and the words beside it. */
import { t } from '../../l10n.js';
import type { RowEvidence } from '../modelTypes.js';
import { change, quoted } from './fieldChange.js';
import type { FieldChange } from './types.js';

/** Two evidences that are the same one before and after. */
type Pair = readonly [former: RowEvidence, item: RowEvidence];

/** The changes, at most one for what came and went, and one for each evidence that stayed. */
export function evidenceChanges(before: readonly RowEvidence[], after: readonly RowEvidence[]): FieldChange[] {
  const { pairs, added, gone } = match(before, after);
  const changes: FieldChange[] = [];
  if (added.length + gone.length > 0) {
    const parts = [
      added.length > 0 ? t('evidence added: {0}', texts(added).join(', ')) : '',
      gone.length > 0 ? t('evidence no longer named: {0}', texts(gone).join(', ')) : '',
    ];
    const [was, is] = [texts(before).join('; '), texts(after).join('; ')];
    changes.push(change('evidence', t('Evidence'), was, is, parts.filter(Boolean).join('; ')));
  }
  for (const pair of pairs) changes.push(...pairChanges(pair));
  return changes;
}

/** Evidence is known by its text. Where several have one text, those that say the same belong together, then the next ones. */
function match(before: readonly RowEvidence[], after: readonly RowEvidence[]) {
  const left = [...before];
  const partners = new Map<RowEvidence, RowEvidence>();
  const take = (isPartner: (former: RowEvidence, item: RowEvidence) => boolean) => {
    for (const item of after) {
      const at = partners.has(item) ? -1 : left.findIndex((former) => isPartner(former, item));
      if (at >= 0) partners.set(item, left.splice(at, 1)[0]!);
    }
  };
  take((former, item) => former.text === item.text && pairChanges([former, item]).length === 0);
  take((former, item) => former.text === item.text);
  const pairs = after.flatMap((item): Pair[] => (partners.has(item) ? [[partners.get(item)!, item]] : []));
  return { pairs, added: after.filter((item) => !partners.has(item)), gone: left };
}

function pairChanges(pair: Pair): FieldChange[] {
  const [former, item] = pair;
  const changes: FieldChange[] = [];
  if (former.date !== item.date) {
    const [was, is] = [former.date, item.date].map((date) => date ?? t('without date'));
    const sentence = t('evidence {0} renewed: {1} → {2}', item.text, was!, is!);
    changes.push(change('evidence', t('Evidence'), former.date, item.date, sentence));
  }
  if (holdsOtherwise(pair)) {
    changes.push(change('evidence', t('Evidence'), holds(former), holds(item), holdsSentence(former, item)));
  }
  if ((former.note ?? null) !== (item.note ?? null)) {
    const [was, is] = [former.note, item.note].map((note) => (note ? quoted(note) : t('nothing')));
    const sentence = t('words beside evidence {0} changed: {1} → {2}', item.text, was!, is!);
    changes.push(change('evidence', t('Evidence'), former.note, item.note, sentence));
  }
  if (former.exists !== false && item.exists === false) {
    const sentence = t('evidence {0} is not found any more', item.text);
    changes.push(change('evidence', t('Evidence'), item.text, null, sentence));
  }
  return changes;
}

/** Whether another time is stated; a newer date alone moves the last day, which is not told twice. */
function holdsOtherwise([former, item]: Pair): boolean {
  if (former.date === item.date) return holds(former) !== holds(item);
  return (former.valid ?? null) !== (item.valid ?? null) || (former.statedUntil ?? null) !== (item.statedUntil ?? null);
}

/** The last day, or the time from a date that nobody states. */
function holds({ validUntil, valid }: RowEvidence): string | null {
  return validUntil ?? valid ?? null;
}

function holdsSentence(former: RowEvidence, item: RowEvidence): string {
  const [was, is] = [holds(former), holds(item)];
  if (was === null) return t('evidence {0} now holds for a time: {1}', item.text, is!);
  if (is === null) return t('evidence {0} is no longer said to hold for a time (was {1})', item.text, was);
  return t('evidence {0} holds for another time: {1} → {2}', item.text, was, is);
}

function texts(items: readonly RowEvidence[]): string[] {
  return items.map((item) => (item.date ? `${item.text} (${item.date})` : item.text));
}
