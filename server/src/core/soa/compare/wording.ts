/** The sentences above a comparison, the same in every format. */
import { harmless } from '../render/exportInput.js';
import type { ChangeKind, Comparison, ControlDiff, SideSummary, StatementDiff } from './types.js';

/** `2.1 (commit 4f2a91c, 2026-03-01)` */
export function sideText({ label, version, commit, date }: SideSummary): string {
  const name = version === null || label.includes(version) ? label : `${label}, version ${version}`;
  const facts = [commit === null ? null : `commit ${commit.slice(0, 10)}`, date].filter((fact) => fact !== null);
  return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
}

const kinds: readonly (readonly [ChangeKind, string])[] = [
  ['status', 'with another status'],
  ['justification', 'with another justification'],
  ['drivers', 'with other drivers'],
  ['owner', 'with another person responsible'],
  ['model', 'run by somebody else'],
  ['documents', 'with other documents, or documents in another state'],
  ['evidence', 'with other or renewed evidence'],
];

/** What an auditor asks first: which controls came, went, or changed sides; then the numbers. */
export function overview(diff: StatementDiff): string[] {
  const { controls } = diff;
  if (controls.length === 0 && diff.header.length === 0) return ['Nothing changed.'];
  const count = (kind: ControlDiff['kind']) => controls.filter((control) => control.kind === kind).length;
  const lines = [
    `${plural(count('changed'), 'control changed', 'controls changed')}, ${count('added')} new, ${count('removed')} gone, ${diff.unchanged} as before.`,
  ];
  const hasSeveral = new Set(controls.map(({ standard }) => standard)).size > 1;
  const turned = (after: string) =>
    controls.filter(
      ({ kind, changes }) =>
        kind === 'changed' && changes.some((one) => one.kind === 'applicability' && one.after === after),
    );
  for (const [after, text] of [
    ['applicable', 'Now applicable'],
    ['excluded', 'Now excluded'],
    ['undecided', 'Now undecided'],
  ] as const) {
    const ids = turned(after).map((control) => (hasSeveral ? nameOf(control) : control.id));
    if (ids.length > 0) lines.push(`${text}: ${ids.join(', ')}.`);
  }
  const changed = controls.filter(({ kind }) => kind === 'changed');
  const numbers = kinds.flatMap(([kind, text]) => {
    const number = changed.filter(({ changes }) => changes.some((one) => one.kind === kind)).length;
    return number === 0 ? [] : [`${number} ${text}`];
  });
  if (numbers.length > 0) lines.push(`Of the controls that changed: ${numbers.join(', ')}.`);
  const { before, after } = diff;
  lines.push(
    `Applicable ${before.counts.applicable} → ${after.counts.applicable}, excluded ${before.counts.excluded} → ${after.counts.excluded}, implemented ${before.counts.implemented} → ${after.counts.implemented}, covered by a document ${before.counts.covered} → ${after.counts.covered}.`,
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
  return `${nameOf(control)} ${title}${formerIds.length > 0 ? ` (was ${formerIds.join(', ')})` : ''}`;
}

/** `27001:A.5.16`, or the id of a control of the organisation's own. */
export function nameOf({ standard, id }: Pick<ControlDiff, 'standard' | 'id'>): string {
  return standard === 'additional' ? id : `${standard}:${id}`;
}

/** The sentences of a control, each with a capital and a full stop. */
export function sentencesOf({ changes, formerIds }: ControlDiff): string[] {
  const sentences = changes.flatMap(({ sentence }) => (sentence === '' ? [] : [withStop(capital(sentence))]));
  if (sentences.length > 0) return sentences;
  return formerIds.length > 0 ? ['Decided as before, under a new number.'] : [];
}

/** `POL-1 Tea Policy` */
export function documentName({ id, title }: { readonly id: string | null; readonly title: string }): string {
  return id === null ? title : `${id} ${title}`;
}

/** A quotation that ends with a full stop ends the sentence. */
function withStop(sentence: string): string {
  return /[.!?]”$/.test(sentence) ? sentence : `${sentence}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
