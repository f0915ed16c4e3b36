/** Which changes a filter shows. No DOM here. */
import type {
  ChangeKind,
  ControlDiff,
  FieldChange,
  StatementDiff,
} from '../../../server/src/core/soa/compare/types.js';
import type { ComparisonFilter } from './messages.js';
import { documentName, kinds, nameOf } from './words.js';

export const noFilter: ComparisonFilter = { kinds: [], fate: '', standard: '', text: '' };

export function isFiltering({ kinds: chosen, fate, standard, text }: ComparisonFilter): boolean {
  return chosen.length > 0 || fate !== '' || standard !== '' || text.trim() !== '';
}

/** A control with those of its changes that the filter shows. */
export interface ShownControl {
  readonly control: ControlDiff;
  readonly changes: readonly FieldChange[];
}

/** In the order of the comparison. A control that is new or gone has one change, of its applicability. */
export function shownControls({ controls }: StatementDiff, filter: ComparisonFilter): ShownControl[] {
  return controls.flatMap((control) => {
    if (filter.fate !== '' && control.kind !== filter.fate) return [];
    if (filter.standard !== '' && control.standard !== filter.standard) return [];
    if (!passesText(control, filter.text)) return [];
    const changes = control.changes.filter(({ kind }) => filter.kinds.length === 0 || filter.kinds.includes(kind));
    return changes.length > 0 || (filter.kinds.length === 0 && control.formerIds.length > 0)
      ? [{ control, changes }]
      : [];
  });
}

/** How many controls have a change of each kind; kinds without one are left out. */
export function countKinds({ controls }: StatementDiff): Map<ChangeKind, number> {
  const counts = kinds.map((kind): [ChangeKind, number] => {
    return [kind, controls.filter(({ changes }) => changes.some((one) => one.kind === kind)).length];
  });
  return new Map(counts.filter(([, count]) => count > 0));
}

export interface ShownPolicy {
  readonly path: string;
  readonly name: string;
  /** Names of the shown controls that it claims or mentions. */
  readonly controls: readonly { readonly key: string; readonly name: string; readonly isClaim: boolean }[];
}

/** The policies that cite a shown control, by path. */
export function policiesOf(shown: readonly ShownControl[]): ShownPolicy[] {
  const policies = new Map<string, { path: string; name: string; controls: ShownPolicy['controls'][number][] }>();
  for (const { control } of shown) {
    for (const document of control.citedBy) {
      const policy = policies.get(document.path) ?? { path: document.path, name: documentName(document), controls: [] };
      policies.set(document.path, policy);
      if (policy.controls.some(({ key }) => key === control.key)) continue;
      policy.controls.push({ key: control.key, name: nameOf(control), isClaim: document.isClaim });
    }
  }
  return [...policies.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Every word must occur in what the reader sees of the control. */
function passesText(control: ControlDiff, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const seen = [
    nameOf(control),
    control.title,
    ...control.formerIds,
    ...control.changes.map(({ sentence }) => sentence),
    ...control.citedBy.flatMap((document) => [documentName(document), document.path]),
  ]
    .join('\n')
    .toLowerCase();
  return words.every((word) => seen.includes(word));
}
