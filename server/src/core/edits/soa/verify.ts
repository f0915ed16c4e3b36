/**
 * The proof that an edit did what was asked: the new text is parsed, says what was asked for, and everything else of the
 * statement reads as before.
 */

import { t } from '../../l10n.js';
import { evidenceKeys, fieldNamed, historyKeys, releaseKeys } from '../../soa/fieldNames.js';
import { noStandardsNamed } from '../../soa/parse.js';
import type { AdditionalControl, Decision, Evidence, ManagementSystem, SoaProblem } from '../../soa/types.js';
import { applicabilityOf, implementationStatusOf } from '../../soa/values.js';
import { findDecision } from './decisions.js';
import { type FieldValue, readFieldValue, tidyItem } from './fields.js';
import { stated, statedAfter } from './standards.js';
import type { SoaChange, SoaEditContext, WrittenItem } from './types.js';

const somethingElse = () =>
  t('This could not be written without changing something else in soa.yaml. Change it in the file itself.');
const notAsAsked = () => t('This could not be written so that it reads as asked. Change it in the file itself.');

/**
 * @param changes no two of them about the same thing
 * @returns why the text may not be changed so; null where all is well
 */
export function findFault(
  before: ManagementSystem,
  after: ManagementSystem,
  changes: readonly SoaChange[],
  context: Pick<SoaEditContext, 'catalog'>,
): string | null {
  const expected = plain(before) as PlainSystem;
  const actual = plain(after) as PlainSystem;
  for (const change of changes) {
    if (!holds(change, before, after, context)) return newProblem(before, after, changes) ?? notAsAsked();
    blank(change, expected, actual, before, after);
  }
  if (before.standards.length === 0 || before.standards.every(({ span }) => isKeyOfDecision(span.start, before))) {
    // Without `standards:` the keys of the decisions say what is in scope, and the reader says that it guesses.
    expected.standards = actual.standards;
  }
  const problem = newProblem(before, after, changes);
  if (problem !== null && !(expected.standards === actual.standards && problem.includes(noStandardsNamed()))) {
    return problem;
  }
  return JSON.stringify(expected) === JSON.stringify(actual) ? null : somethingElse();
}

function isKeyOfDecision(offset: number, system: ManagementSystem): boolean {
  return system.decisions.some(({ keySpan }) => keySpan.start === offset);
}

interface PlainSystem {
  standards: unknown;
  decisions: (Record<string, unknown> & { written: string; entryKey: string | null })[];
  additional?: PlainSystem['decisions'];
  [field: string]: unknown;
}

const places: ReadonlySet<string> = new Set(['span', 'keySpan', 'lineStarts', 'length', 'controlsSpan', 'problems']);

/** Without places, which every edit moves, and with one order of what has none. */
function plain(system: ManagementSystem): unknown {
  const { suppressions, duplicates, ...rest } = system;
  const comments = suppressions?.map(({ codes, reason }) => ({ codes, reason }));
  const others = duplicates?.map(({ written }) => written);
  const whole = { ...rest, suppressions: comments, duplicates: others };
  const text = JSON.stringify(whole, (key, value: unknown) => (places.has(key) ? undefined : value));
  return JSON.parse(text) as unknown;
}

/** The first thing that the reader finds wrong with the new text and not with the old one. */
function newProblem(before: ManagementSystem, after: ManagementSystem, changes: readonly SoaChange[]): string | null {
  const known = new Map<string, number>();
  for (const { detail } of before.problems) known.set(detail, (known.get(detail) ?? 0) + 1);
  // A standard that has just come may still have to say for which role its controls are meant.
  const isExpected = ({ span, severity }: SoaProblem) =>
    severity === 'warning' &&
    changes.some(({ kind }) => kind === 'addStandard') &&
    after.standards.at(-1)?.span.start === span.start;
  const found = after.problems.find((problem: SoaProblem) => {
    const { detail } = problem;
    if (isExpected(problem)) return false;
    const left = known.get(detail) ?? 0;
    known.set(detail, left - 1);
    return left <= 0;
  });
  return found?.detail ?? null;
}

/** Whether the new text says what the change asks for. */
function holds(
  change: SoaChange,
  before: ManagementSystem,
  after: ManagementSystem,
  context: Pick<SoaEditContext, 'catalog'>,
): boolean {
  switch (change.kind) {
    case 'decision': {
      const decision = findDecision(change.control, after);
      const value = readFieldValue(change.field, change.value);
      return decision === null ? value.type === 'nothing' : saysField(decision, change.field, value);
    }
    case 'header':
      return saysField(after, change.field, readFieldValue(change.field, change.value));
    case 'append': {
      const list = after.history ?? [];
      return list.length === (before.history ?? []).length + 1 && sameItem(list.at(-1), tidyItem(change.item));
    }
    case 'rename':
      return findDecision(change.to, after) !== null;
    case 'remove': {
      const old = findDecision(change.control, before);
      const left = old ? [...after.decisions, ...(after.additional ?? [])].filter((each) => isSame(each, old)) : [];
      return left.length === 0;
    }
    case 'addOwn': {
      const own = after.additional?.find(({ written }) => written.trim() === change.control.trim());
      return own !== undefined && saysOwn(own, change);
    }
    case 'addStandard':
    case 'removeStandard':
    case 'standard': {
      const wanted = statedAfter(change, before.standards.map(stated), context);
      return JSON.stringify(after.standards.map(stated)) === JSON.stringify(wanted);
    }
  }
}

function saysOwn(own: AdditionalControl, { title, source }: Extract<SoaChange, { kind: 'addOwn' }>): boolean {
  return (
    saysField(own, 'title', readFieldValue('title', title)) &&
    saysField(own, 'source', readFieldValue('source', source))
  );
}

function isSame(one: Decision, other: Decision): boolean {
  return one.entryKey === null ? one.written === other.written : one.entryKey === other.entryKey;
}

/** Takes what may differ out of both sides. */
function blank(
  change: SoaChange,
  expected: PlainSystem,
  actual: PlainSystem,
  before: ManagementSystem,
  after: ManagementSystem,
): void {
  if (change.kind === 'header') (expected as Record<string, unknown>)[change.field] = actual[change.field];
  else if (change.kind === 'append') {
    if (Array.isArray(actual['history']))
      expected['history'] = [...((expected['history'] as unknown[]) ?? []), actual['history'].at(-1)];
  } else if ('standard' in change) expected.standards = actual.standards;
  else {
    const old = findDecision(change.control, before);
    const now = findDecision(change.kind === 'rename' ? change.to : change.control, after);
    const inOld = old && find(expected, old);
    const inNow = now && find(actual, now);
    if (change.kind === 'remove') for (const list of lists(expected)) remove(list, inOld);
    else if (inOld && inNow && change.kind === 'rename') {
      inOld.written = inNow.written;
      inOld.entryKey = inNow.entryKey;
    } else if (inOld && inNow && change.kind === 'decision') inOld[change.field] = inNow[change.field];
    else if (!inOld && inNow && isNew(inNow, change)) for (const list of lists(actual)) remove(list, inNow);
  }
}

function lists(system: PlainSystem): PlainSystem['decisions'][] {
  return [system.decisions, ...(system.additional ? [system.additional] : [])];
}

function find(system: PlainSystem, decision: Decision) {
  return lists(system)
    .flat()
    .find(({ written, entryKey }) => written === decision.written && entryKey === decision.entryKey);
}

function remove<T>(list: T[], item: T | null | undefined): void {
  const index = list.indexOf(item as T);
  if (index >= 0) list.splice(index, 1);
}

/** A new decision says nothing but what was asked for. */
function isNew(decision: Record<string, unknown>, change: SoaChange): boolean {
  const own = ['written', 'entryKey', 'applicable', ...fieldsOf(change)];
  return Object.entries(decision).every(
    ([key, value]) => own.includes(key) || value === null || (Array.isArray(value) && value.length === 0),
  );
}

function fieldsOf(change: SoaChange): readonly string[] {
  if (change.kind === 'addOwn') return ['title', 'source'];
  return change.kind === 'decision' ? [change.field] : [];
}

function saysField(owner: object, field: string, value: FieldValue): boolean {
  const actual = (owner as Record<string, unknown>)[field];
  if (field === 'applicable') {
    const meaning = value.type === 'text' ? applicabilityOf(value.text) : 'undecided';
    return textOf(actual) === meaning;
  }
  switch (value.type) {
    case 'nothing':
      return actual === null || actual === undefined || (Array.isArray(actual) && actual.length === 0);
    case 'text':
      return (
        textOf(actual) === (field === 'status' ? (implementationStatusOf(value.text) ?? value.text) : value.text) ||
        textOf(actual) === value.text.toLowerCase()
      );
    case 'item':
      return sameItem(actual, value.item);
    case 'drivers': {
      const written = actual as readonly { kind: string; ids: readonly string[] }[];
      const wanted = new Map(value.drivers.map(({ kind, ids }) => [kind as string, ids]));
      return (
        written.length === wanted.size &&
        written.every(({ kind, ids }) => JSON.stringify(ids) === JSON.stringify(wanted.get(kind)))
      );
    }
    case 'list': {
      const written = (actual ?? []) as readonly unknown[];
      return (
        written.length === value.items.length && value.items.every((item, index) => sameListed(written[index], item))
      );
    }
  }
}

function textOf(located: unknown): string | null {
  return (located as { value?: string } | null | undefined)?.value ?? null;
}

function sameListed(written: unknown, item: string | WrittenItem): boolean {
  if (typeof item === 'string') {
    const { value, date, note, valid, validUntil } = written as Evidence;
    return value === item && !date && !note && !valid && !validUntil;
  }
  return sameEvidence(written as Evidence, item) || sameItem(written, item);
}

function sameEvidence(written: Evidence, item: WrittenItem): boolean {
  const fields = new Map(Object.entries(item).map(([key, text]) => [fieldNamed(evidenceKeys, key), text]));
  const place = ['file', 'link', 'path'].map((key) => fields.get(key as 'file')).find((text) => text !== undefined);
  const note = fields.get('note');
  return (
    written.value === (place ?? note) &&
    (place === undefined || textOf(written.note) === (note ?? null)) &&
    textOf(written.date) === (fields.get('date') ?? null) &&
    textOf(written.valid) === (fields.get('valid') ?? null) &&
    textOf(written.validUntil) === (fields.get('validUntil') ?? null)
  );
}

function sameItem(written: unknown, item: WrittenItem): boolean {
  const record = (written ?? {}) as Record<string, unknown>;
  return Object.entries(item).every(([key, text]) => {
    const name = fieldNamed(historyKeys, key) ?? fieldNamed(releaseKeys, key) ?? key;
    return textOf(record[name]) === text;
  });
}
