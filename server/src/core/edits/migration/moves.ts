/** What becomes of each reference of a document when its standard moves on to the next edition. */

import type { Catalog, CatalogEntry } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import { t } from '../../l10n.js';
import { normaliseTitle } from '../../references/titles/titles.js';
import { explainsItself } from '../../rules/support/crosswalk.js';
import { groupsOfHeirs, successorsOf } from '../../rules/support/editions.js';
import { splitItem } from '../../rules/support/lookup.js';
import { joinOr, joinSome, joinWords, kindWord, quoted, shortName, withTitle } from '../../rules/support/wording.js';
import type { MigrationPlan } from './types.js';

/** Every id has exactly one successor: the reference can be rewritten. */
export interface Move {
  readonly kind: 'move';
  readonly before: readonly CatalogEntry[];
  /** What each of them became, in the same order. */
  readonly each: readonly CatalogEntry[];
  /** Without duplicates, in the order of `before`. */
  readonly after: readonly CatalogEntry[];
}

/** A person has to decide, or the reference cites the older edition on purpose. */
export interface Stay {
  readonly kind: 'needs-person' | 'left-alone';
  readonly before: readonly CatalogEntry[];
  readonly candidates: readonly CatalogEntry[];
  readonly reason: string;
  /** Not worth a line of the report: its number stays, and the year that it leans on has a line of its own. */
  readonly isSilent?: boolean;
  /** It stands in a record or another text that stays true of the edition of its day. */
  readonly isRecord?: boolean;
  /** So does all of its document. */
  readonly isOfAll?: boolean;
}

export type Verdict = Move | Stay;

/** The verdict on a reference; null where the migration does not concern it. */
export function judgeReference(
  index: number,
  document: PolicyDocument,
  text: string,
  plan: MigrationPlan,
): Verdict | null {
  const reference = document.references[index]!;
  if (reference.kind === 'external') return null;
  if (reference.readings.length > 1) return judgeAmbiguous(reference, plan);
  const before = entriesBefore(reference, plan);
  if (before === null) return null;
  if (reference.isCrosswalk) {
    return stay('left-alone', before, t('It cites {0} on purpose.', plan.from.name));
  }
  const missing = reference.ids.filter((id) => !plan.catalog.find(plan.from.key, id));
  if (missing.length > 0) return judgeMissing(missing, before, plan);
  if (!reference.isTag && explainsItself(before, plan.to, index, document, text, plan.catalog)) {
    return stay('left-alone', before, t('Its sentence names the new number as well.'));
  }
  if (editionTold(reference) === null) return judgeOpenEdition(before, plan);
  return withOthersAtPlace(withNewBeside(moveOf(before, plan), index, document, text, plan), index, document);
}

/**
 * "A.9.2.3 is A.8.2 since May 2023", where A.8.2 was a group of controls in the older edition: nobody but a reader knows that the new number
 * is meant.
 */
function withNewBeside(
  verdict: Verdict,
  index: number,
  document: PolicyDocument,
  text: string,
  plan: MigrationPlan,
): Verdict {
  if (verdict.kind !== 'move') return verdict;
  const { references } = document;
  const { before, after } = verdict;
  const own = references[index]!.span;
  const isNew = ({ ids, span }: Reference): boolean =>
    inOneBlock.test(text.slice(Math.min(own.end, span.end), Math.max(own.start, span.start))) &&
    ids.some(
      (id) => plan.catalog.find(plan.from.key, id)?.kind === 'objective' && after.some((entry) => entry.id === id),
    );
  if (![references[index - 1], references[index + 1]].some((other) => other && !other.isTag && isNew(other)))
    return verdict;
  return { kind: 'needs-person', before, candidates: after, reason: t('Its sentence names the new number as well.') };
}

/** Between two numbers of one paragraph or cell. */
const inOneBlock = /^(?:[^|\n]|\n(?![\s*\d>-])){0,80}$/;

/** A number that means something else in each edition, where nothing tells which one is cited. */
function judgeOpenEdition(before: readonly CatalogEntry[], { catalog, from, to }: MigrationPlan): Stay {
  const meanings = before.flatMap((entry) => {
    const now = catalog.find(to.key, entry.id);
    const then = [entry.id, quoted(entry.title), shortName(from)] as const;
    return now
      ? [t('{0} was {1} in {2} and is {3} in {4}', ...then, quoted(now.title), shortName(to))]
      : [t('{0} was {1} in {2}', ...then)];
  });
  const candidates = before.flatMap((entry) => successorsOf(entry, to, catalog));
  return {
    kind: 'needs-person',
    before,
    candidates,
    reason: t('Nothing tells its edition: {0}.', meanings.join('; ')),
  };
}

/** The entries of the older edition that a reference names; null where it is not about that edition. */
function entriesBefore(reference: Reference, { catalog, from, to }: MigrationPlan): CatalogEntry[] | null {
  if (reference.standard !== from.standard) return null;
  const entries = reference.ids.flatMap((id) => catalog.find(from.key, id) ?? []);
  const edition = editionTold(reference);
  if (edition === from.edition) return entries;
  if (entries.length < reference.ids.length) return null;
  if (edition === null) return entries.every((entry) => isSameNumber(entry, catalog, to.key)) ? null : entries;
  // The new edition is written beside a number that only the older one has.
  return edition === to.edition && reference.ids.every((id) => !catalog.find(to.key, id)) ? entries : null;
}

/** Who moves a text to the next edition says that it is of the old one: the edition in force is no answer then. */
function editionTold(reference: Reference): string | null {
  return reference.isEditionAssumed ? null : reference.edition;
}

/** Of most lettered items only the clause is in the catalog: where that keeps its number, the item does, too. */
function judgeMissing(missing: readonly string[], before: readonly CatalogEntry[], plan: MigrationPlan): Stay | null {
  const bases = missing.map((id) => plan.catalog.find(plan.from.key, splitItem(id)?.base ?? ''));
  if (bases.some((base) => base === undefined)) {
    return stay('needs-person', before, t('{0} has no {1}.', shortName(plan.from), joinOr(missing)));
  }
  const moved = bases.filter((base) => base && !isSameNumber(base, plan.catalog, plan.to.key));
  if (moved.length === 0) return null;
  const numbers = moved.map((base) => `${base!.id} → ${newIds(base!, plan)}`);
  const reason = t('The clause has another number now ({0}): check the letter.', numbers.join(', '));
  return stay('needs-person', moved as CatalogEntry[], reason);
}

function newIds(entry: CatalogEntry, { catalog, to }: MigrationPlan): string {
  return joinWords(successorsOf(entry, to, catalog).map(({ id }) => id)) || t('none');
}

function isSameNumber(entry: CatalogEntry, catalog: Catalog, toKey: string): boolean {
  const now = catalog.find(toKey, entry.id);
  return now !== undefined && (catalog.successors(entry.key).includes(now) || sameTitle(entry, now));
}

function judgeAmbiguous(reference: Reference, { catalog, from, to }: MigrationPlan): Stay | null {
  if (!reference.readings.some((reading) => reading.standard === from.standard)) return null;
  const before = catalog.find(from.key, reference.id);
  if (!before || catalog.find(to.key, reference.id)) return null;
  const standards = reference.readings.map((reading) => `${reading.standard}:${reading.edition}`);
  return {
    kind: 'needs-person',
    before: [before],
    candidates: successorsOf(before, to, catalog),
    reason: t('It can mean {0}, and nothing near it says which.', joinOr(standards)),
  };
}

/** The move of some entries of the older edition, or why there is none. */
export function moveOf(before: readonly CatalogEntry[], plan: MigrationPlan): Verdict {
  const each: CatalogEntry[] = [];
  for (const entry of before) {
    const verdict = moveOfOne(entry, plan);
    if (verdict.kind !== 'move') {
      if (before.length === 1) return verdict;
      return { ...verdict, before, reason: `${entry.id}: ${verdict.reason}` };
    }
    each.push(...verdict.each);
  }
  return move(before, each);
}

function moveOfOne(entry: CatalogEntry, plan: MigrationPlan): Verdict {
  const { catalog, to } = plan;
  const kept = catalog.find(to.key, entry.id);
  const successors = successorsOf(entry, to, catalog);
  if (successors.length === 0 && kept && kept.kind === entry.kind && sameTitle(kept, entry)) {
    return move([entry], [kept]);
  }
  if (entry.kind === 'guidance' && entry.explains) return guidanceVerdict(entry, plan);
  if (['theme', 'objective', 'guidance', 'general'].includes(entry.kind)) return groupVerdict(entry, plan);
  const [first] = successors;
  if (!first) return withoutSuccessor(entry, plan);
  if (successors.length > 1) {
    const reason = t('It became {0}: choose, or cite both.', joinWords(successors.map(withTitle)));
    return { kind: 'needs-person', before: [entry], candidates: successors, reason };
  }
  if (first.kind !== entry.kind) {
    const reason = t(
      'It was a {0} and is now the {1} {2}: word it anew.',
      kindWord(entry.kind),
      kindWord(first.kind),
      withTitle(first),
    );
    return { kind: 'needs-person', before: [entry], candidates: [first], reason };
  }
  return move([entry], [first]);
}

/** Guidance follows the control that it explains. */
function guidanceVerdict(entry: CatalogEntry, { catalog, from, to }: MigrationPlan): Stay {
  const control = catalog.find(from.key, entry.explains!);
  const controls = control ? successorsOf(control, to, catalog) : [];
  const guidance = to.entries.filter(({ explains }) => controls.some((one) => one.id === explains));
  const now =
    controls.length === 0
      ? t('It is guidance on {0}, which has no successor.', entry.explains!)
      : t('It is guidance on {0}, today {1}.', entry.explains!, joinWords(controls.map(withTitle)));
  const where = guidance.length > 0 ? ` ${t('Its guidance is {0}.', joinWords(guidance.map(({ id }) => id)))}` : '';
  const reason = `${now}${where} ${t('Cite what is meant.')}`;
  return { kind: 'needs-person', before: [entry], candidates: [...controls, ...guidance], reason };
}

function groupVerdict(entry: CatalogEntry, plan: MigrationPlan): Stay {
  const { catalog, to } = plan;
  const heirs = groupsOfHeirs(entry, to, catalog);
  const now = catalog.find(to.key, entry.id);
  const sentences = [
    t('{0} is not a single control: {1} is ordered differently.', entry.id, to.edition),
    heirs.length > 0 ? t('What it held is in {0}.', joinSome(heirs.map(withTitle), 3)) : '',
    now && !sameTitle(now, entry) ? t('In {0} {1} is {2}.', shortName(to), entry.id, quoted(now.title)) : '',
  ];
  const reason = sentences.filter((sentence) => sentence !== '').join(' ');
  return { kind: 'needs-person', before: [entry], candidates: heirs, reason };
}

/** Of a clause that mirrors a control of another standard it is said where that control is today. */
function withoutSuccessor(entry: CatalogEntry, { catalog, to }: MigrationPlan): Stay {
  const mirrored = entry.mirrors ? catalog.entry(entry.mirrors) : undefined;
  const standard = mirrored && catalog.standard(mirrored.standardKey);
  const current = standard && catalog.edition(standard.standard);
  const candidates = mirrored && current ? successorsOf(mirrored, current, catalog) : [];
  const below = candidates.length > 0 || !hasParts(entry, catalog) ? [] : groupsOfHeirs(entry, to, catalog);
  const none =
    below.length > 0
      ? t('{0} is ordered differently.', shortName(to))
      : t('{0} has nothing in its place.', shortName(to));
  const where =
    candidates.length > 0
      ? ` ${t('Its subject is {0} of {1}.', joinWords(candidates.map(withTitle)), current!.name)}`
      : below.length > 0
        ? ` ${t('What it held is in {0}.', joinSome(below.map(withTitle), 3))}`
        : '';
  return { kind: 'needs-person', before: [entry], candidates: [...candidates, ...below], reason: none + where };
}

function hasParts(entry: CatalogEntry, catalog: Catalog): boolean {
  return catalog.children(entry.standardKey, entry.id).length > 0;
}

/** One number for two standards (`ISO 27001/42001 clause 10.1`) cannot change for one of them. */
function withOthersAtPlace(verdict: Verdict, index: number, document: PolicyDocument): Verdict {
  if (verdict.kind !== 'move' || sameIds(verdict.before, verdict.after)) return verdict;
  const { references } = document;
  const { start } = references[index]!.span;
  const others = [references[index - 1], references[index + 1]].filter((other) => other?.span.start === start);
  if (others.length === 0) return verdict;
  const names = joinWords(others.map((other) => other!.standard ?? ''));
  return {
    kind: 'needs-person',
    before: verdict.before,
    candidates: verdict.after,
    reason: t('The same number is cited for {0} as well: write the two separately.', names),
  };
}

/** Whether nothing but the edition changes. */
export function sameIds(before: readonly CatalogEntry[], after: readonly CatalogEntry[]): boolean {
  return before.length === after.length && before.every((entry, i) => entry.id === after[i]!.id);
}

function sameTitle(one: CatalogEntry, other: CatalogEntry): boolean {
  return normaliseTitle(one.title) === normaliseTitle(other.title);
}

function move(before: readonly CatalogEntry[], each: readonly CatalogEntry[]): Move {
  return { kind: 'move', before, each, after: [...new Set(each)] };
}

function stay(kind: Stay['kind'], before: readonly CatalogEntry[], reason: string): Stay {
  return { kind, before, candidates: [], reason };
}
