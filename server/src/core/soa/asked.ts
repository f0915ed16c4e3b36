/** What the decisions of a statement, taken together, make one ask of each of them: one truth for its rows and for the rules. */
import type { Catalog } from '../catalog/types.js';
import {
  applicableControls,
  type DecidedControl,
  excludedControls,
  hasJustification,
  isHabit,
} from '../rules/support/decisions.js';
import { isPlaceholder } from '../rules/support/fields.js';
import type { Snapshot } from '../snapshot.js';
import { isEmptyExclusion, isEmptyInclusion, wordsOf } from './stockPhrases.js';
import type { Decision, ManagementSystem } from './types.js';

/** Implemented controls that name no evidence, where it is the habit of the statement to name it; else none. */
export function withoutEvidence(system: ManagementSystem, snapshot: Snapshot): DecidedControl[] {
  const implemented = applicableControls(system, snapshot).filter(
    ({ decision }) => decision.status?.value === 'implemented',
  );
  const hasEvidence = ({ decision }: DecidedControl) => decision.evidence.length > 0;
  return isHabit(implemented, hasEvidence) ? implemented.filter((one) => !hasEvidence(one)) : [];
}

/**
 * Applicable controls that name no driver, where it is the habit to name one; and those that give no reason of any kind,
 * where it is the habit to give one.
 */
export function withoutDriver(system: ManagementSystem, snapshot: Snapshot): DecidedControl[] {
  const controls = applicableControls(system, snapshot);
  const hasDriver = ({ decision }: DecidedControl) => decision.drivers.length > 0;
  const hasReason = (one: DecidedControl) => hasDriver(one) || hasJustification(one.decision);
  const namesDrivers = isHabit(controls, hasDriver);
  const givesReasons = isHabit(controls, hasReason);
  return controls.filter((one) => !hasDriver(one) && (namesDrivers || (givesReasons && !hasReason(one))));
}

/** Whether a supplier runs the control, at least in part, and nothing says which. */
export function lacksSupplier({ model, supplier }: Decision): boolean {
  return model != null && model.value !== 'direct' && isPlaceholder(supplier?.value ?? '');
}

/** One cause can be behind a few controls; from here on an auditor doubts that each was looked at. */
const manyControls = 5;

export interface Boilerplate {
  readonly what: 'excluded' | 'applicable';
  /** Controls whose justification is a stock phrase or a template's words. */
  readonly empty: readonly DecidedControl[];
  /** Controls that have one and the same justification, in groups of five and more. */
  readonly repeated: readonly (readonly DecidedControl[])[];
}

/** Justifications that say nothing about the control they stand at: of exclusions, then of inclusions. */
export function boilerplate(system: ManagementSystem, snapshot: Snapshot): Boilerplate[] {
  const excluded = excludedControls(system, snapshot).filter(({ decision }) => hasJustification(decision));
  // Where a driver is named, the driver is the reason, and the words beside it may be short.
  const included = applicableControls(system, snapshot).filter(
    ({ decision }) => hasJustification(decision) && decision.drivers.length === 0,
  );
  return [told('excluded', excluded, isEmptyExclusion), told('applicable', included, isEmptyInclusion)];
}

function told(
  what: Boilerplate['what'],
  controls: readonly DecidedControl[],
  isEmpty: (words: string) => boolean,
): Boilerplate {
  const empty: DecidedControl[] = [];
  const byWords = new Map<string, DecidedControl[]>();
  for (const one of controls) {
    const words = wordsOf(one.decision.justification!.value);
    const same = byWords.get(words);
    if (isEmpty(words)) empty.push(one);
    else if (same) same.push(one);
    else byWords.set(words, [one]);
  }
  return { what, empty, repeated: [...byWords.values()].filter((same) => same.length >= manyControls) };
}

/** What is asked of one decision because of the others. */
export interface Asked {
  readonly evidence: boolean;
  readonly driver: boolean;
  readonly isBoilerplate: boolean;
  /** How many controls have its justification; 0 where that are few. */
  readonly sameJustification: number;
}

export const askedNothing: Asked = { evidence: false, driver: false, isBoilerplate: false, sameJustification: 0 };

/** Systems are immutable, and the rows are made anew at every change of a document. */
const kept = new WeakMap<
  ManagementSystem,
  { readonly catalog: Catalog; readonly asked: ReadonlyMap<Decision, Asked> }
>();

/** The decisions of which something is asked. */
export function askedOfDecisions(system: ManagementSystem, snapshot: Snapshot): ReadonlyMap<Decision, Asked> {
  const known = kept.get(system);
  if (known?.catalog === snapshot.catalog) return known.asked;
  const asked = new Map<Decision, Asked>();
  const add = (controls: readonly DecidedControl[], part: Partial<Asked>) => {
    for (const { decision } of controls) asked.set(decision, { ...askedNothing, ...asked.get(decision), ...part });
  };
  add(withoutEvidence(system, snapshot), { evidence: true });
  add(withoutDriver(system, snapshot), { driver: true });
  for (const { empty, repeated } of boilerplate(system, snapshot)) {
    add(empty, { isBoilerplate: true });
    for (const same of repeated) add(same, { sameJustification: same.length });
  }
  kept.set(system, { catalog: snapshot.catalog, asked });
  return asked;
}
