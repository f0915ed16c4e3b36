/** The sentences above a comparison, the same in every format. */
import { t } from '../../l10n.js';
import { harmless } from '../render/exportInput.js';
import { applicabilityWord } from '../spokenWords.js';
import type { Applicability } from '../types.js';
import type { ChangeKind, Comparison, ControlDiff, SideSummary, StatementDiff } from './types.js';

/** `2.1 (commit 4f2a91c, 2026-03-01)` */
export function sideText({ label, version, commit, date }: SideSummary): string {
  const name = version === null || label.includes(version) ? label : t('{0}, version {1}', label, version);
  const facts = [commit === null ? null : t('commit {0}', commit.slice(0, 10)), date].filter((fact) => fact !== null);
  return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
}

const kinds: readonly (readonly [ChangeKind, (count: number) => string])[] = [
  ['status', (count) => t('{0} with another status', count)],
  ['justification', (count) => t('{0} with another justification', count)],
  ['drivers', (count) => t('{0} with other drivers', count)],
  ['owner', (count) => t('{0} with another person responsible', count)],
  ['model', (count) => t('{0} run by somebody else', count)],
  ['documents', (count) => t('{0} with other documents, or documents in another state', count)],
  ['evidence', (count) => t('{0} with other or renewed evidence', count)],
];

/** What an auditor asks first: which controls came, went, or changed sides; then the numbers. */
export function overview(diff: StatementDiff): string[] {
  const { controls } = diff;
  if (controls.length === 0 && diff.header.length === 0) return [t('Nothing changed.')];
  const count = (kind: ControlDiff['kind']) => controls.filter((control) => control.kind === kind).length;
  const lines = [
    count('changed') === 1
      ? t('1 control changed, {0} new, {1} gone, {2} as before.', count('added'), count('removed'), diff.unchanged)
      : t(
          '{0} controls changed, {1} new, {2} gone, {3} as before.',
          count('changed'),
          count('added'),
          count('removed'),
          diff.unchanged,
        ),
  ];
  const hasSeveral = new Set(controls.map(({ standard }) => standard)).size > 1;
  const turned = (now: Applicability) => {
    const word = applicabilityWord(now);
    return controls
      .filter(
        ({ kind, changes }) =>
          kind === 'changed' && changes.some((one) => one.kind === 'applicability' && one.after === word),
      )
      .map((control) => (hasSeveral ? nameOf(control) : control.id))
      .join(', ');
  };
  if (turned('yes') !== '') lines.push(t('Now applicable: {0}.', turned('yes')));
  if (turned('no') !== '') lines.push(t('Now excluded: {0}.', turned('no')));
  if (turned('undecided') !== '') lines.push(t('Now undecided: {0}.', turned('undecided')));
  const changed = controls.filter(({ kind }) => kind === 'changed');
  const numbers = kinds.flatMap(([kind, words]) => {
    const number = changed.filter(({ changes }) => changes.some((one) => one.kind === kind)).length;
    return number === 0 ? [] : [words(number)];
  });
  if (numbers.length > 0) lines.push(t('Of the controls that changed: {0}.', numbers.join(', ')));
  const { before, after } = diff;
  lines.push(
    t(
      'Applicable {0}, excluded {1}, implemented {2}, covered by a document {3}.',
      ...(['applicable', 'excluded', 'implemented', 'covered'] as const).map(
        (name) => `${before.counts[name]} → ${after.counts[name]}`,
      ),
    ),
  );
  return lines;
}

/** The comparison as a pane shows it; marks that could mislead a reader are signs in it, as in every export. */
export function comparisonOf(diff: StatementDiff): Comparison {
  const safe = harmless(diff);
  return {
    diff: safe,
    overview: overview(safe),
    beforeText: sideText(safe.before),
    afterText: sideText(safe.after),
  };
}

/** `27001:A.5.16 Identity management (was A.9.2.1)` */
export function controlText(control: ControlDiff): string {
  const { title, formerIds } = control;
  const name = `${nameOf(control)} ${title}`;
  return formerIds.length > 0 ? t('{0} (was {1})', name, formerIds.join(', ')) : name;
}

/** `27001:A.5.16`, or the id of a control of the organisation's own. */
export function nameOf({ standard, id }: Pick<ControlDiff, 'standard' | 'id'>): string {
  return standard === 'additional' ? id : `${standard}:${id}`;
}

/** The sentences of a control, each with a capital and a full stop. */
export function sentencesOf({ changes, formerIds }: ControlDiff): string[] {
  const sentences = changes.flatMap(({ sentence }) => (sentence === '' ? [] : [withStop(capital(sentence))]));
  if (sentences.length > 0) return sentences;
  return formerIds.length > 0 ? [t('Decided as before, under a new number.')] : [];
}

/** `POL-1 Tea Policy` */
export function documentName({ id, title }: { readonly id: string | null; readonly title: string }): string {
  return id === null ? title : `${id} ${title}`;
}

/** A quotation that ends with a full stop ends the sentence. */
function withStop(sentence: string): string {
  return /[.!?][”“]$/.test(sentence) ? sentence : `${sentence}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
