/**
 * Moves the references of a document from one edition of a standard to the next: what has exactly one successor is
 * rewritten in the style of the text, everything else is told. Nothing is changed that would not be read as meant
 * afterwards: the new text is read again, and what does not come out right stays as it was.
 */

import type { CatalogEntry } from '../catalog/types.js';
import type { PolicyDocument } from '../document.js';
import { t } from '../l10n.js';
import { joinWords } from '../rules/support/wording.js';
import type { TextEdit } from '../rules/types.js';
import { inOrder, type Replacement } from './applyEdits.js';
import { findLeaning, indexesWithin, type Leaning } from './migration/leaning.js';
import { judgeReference, type Move, sameIds, type Verdict } from './migration/moves.js';
import { findNamedYears, type NamedYear } from './migration/namedYears.js';
import { type Kept, Records, statementReason } from './migration/records.js';
import { duplicateRemovals, editsOfMove, rewritten } from './migration/rewrite.js';
import type { MigrationEntry, MigrationPlan } from './migration/types.js';
import { misreadReferences } from './migration/verify.js';

export type { MigrationEntry, MigrationOutcome, MigrationPlan } from './migration/types.js';

export interface DocumentMigration {
  /** In the order of the text, not overlapping. */
  readonly edits: readonly TextEdit[];
  /** In the order of the text. */
  readonly entries: readonly MigrationEntry[];
}

/**
 * @param document resolved against the standards in scope before the migration
 * @param text its text
 */
export function migrateDocument(document: PolicyDocument, text: string, plan: MigrationPlan): DocumentMigration {
  const verdicts = new Map<number, Verdict>();
  const records = new Records(document, text, plan.settings);
  document.references.forEach((reference, index) => {
    const verdict = judgeReference(index, document, text, plan);
    if (!verdict) return;
    // A record that names the new number in passing, perhaps since the last migration, is one all the same.
    verdicts.set(index, reference.isCrosswalk ? verdict : kept(verdict, records.ofReference(reference)));
  });
  const years = findNamedYears(document, text, plan).map((year) => ({ ...year, kept: records.ofName(year.name) }));
  if (verdicts.size === 0 && years.length === 0) return { edits: [], entries: [] };
  const leaning = findLeaning(years, [...verdicts.keys()], document);
  keepStatements(years, document, verdicts);
  const draft = settle({ document, text, plan, verdicts, years, leaning });
  const edits = draft.edits.map(({ span, newText }) => ({ path: document.path, span, newText }));
  return { edits, entries: reportOf(draft) };
}

/** The verdict on a number that stays; the same where nothing keeps it. */
function kept(verdict: Verdict, why: Kept | null): Verdict {
  if (!why) return verdict;
  const isMove = verdict.kind === 'move';
  const isSilent = isMove ? sameIds(verdict.before, verdict.after) : verdict.isSilent;
  return { ...why, before: verdict.before, candidates: isMove ? verdict.after : verdict.candidates, isSilent };
}

/** A finding of an audit, or what a certificate covers, is about the numbers of the edition of that day. */
function keepStatements(
  years: readonly NamedYear[],
  { references }: PolicyDocument,
  verdicts: Map<number, Verdict>,
): void {
  const indexes = [...verdicts.keys()];
  for (const { statement, stated } of years) {
    if (statement === null || statement === 'supplier') continue;
    for (const index of indexesWithin(stated, indexes, (one) => references[one]!.span)) {
      const verdict = verdicts.get(index)!;
      if (verdict.kind !== 'move') continue;
      verdicts.set(index, kept(verdict, { kind: 'needs-person', reason: statementReason() }));
    }
  }
}

interface Work {
  readonly document: PolicyDocument;
  readonly text: string;
  readonly plan: MigrationPlan;
  readonly verdicts: Map<number, Verdict>;
  readonly years: readonly NamedYear[];
  readonly leaning: ReadonlyMap<NamedYear, Leaning>;
}

/** The edits that the verdicts give, and what they consist of. */
interface Draft extends Work {
  readonly edits: readonly Replacement[];
  readonly newTexts: ReadonlyMap<number, string>;
  readonly removals: ReadonlyMap<number, Replacement>;
  readonly changedYears: ReadonlySet<NamedYear>;
}

/** A move taken back can take back the year it leans on, and that other moves; each round takes back at least one. */
const mostRounds = 12;

/** Drafts, reads the result and takes back what comes out wrong, until all that is left comes out right. */
function settle(work: Work): Draft {
  for (let round = 0; round < mostRounds; round++) {
    const draft = draftOf(work);
    const misread = misreadReferences({ ...draft, moves: movesOf(work) }, work);
    if (misread.size === 0) return draft;
    for (const index of misread) takeBack(index, work);
  }
  for (const index of movesOf(work).keys()) takeBack(index, work);
  return draftOf(work);
}

function takeBack(index: number, { verdicts }: Work): void {
  const verdict = verdicts.get(index);
  if (verdict?.kind !== 'move') return;
  const reason = t('The place that tells its edition could not be changed, or would be misread: change both together.');
  verdicts.set(index, kept(verdict, { kind: 'needs-person', reason }));
}

function movesOf({ verdicts }: Work): Map<number, Move> {
  const moves = new Map<number, Move>();
  for (const [index, verdict] of verdicts) if (verdict.kind === 'move') moves.set(index, verdict);
  return moves;
}

function draftOf(work: Work): Draft {
  const { document, text, plan, verdicts, years } = work;
  const newTexts = new Map<number, string>();
  for (const [index, move] of movesOf(work)) {
    const newText = rewritten(document.references[index]!, move, plan);
    if (newText === null) verdicts.set(index, brokenRange(move));
    else newTexts.set(index, newText);
  }
  const moves = movesOf(work);
  const removals = duplicateRemovals(document, moves, text, plan);
  const edits: Replacement[] = [...removals.values()];
  for (const [index, move] of moves) {
    if (removals.has(index)) continue;
    edits.push(...editsOfMove(document, document.references[index]!, move, newTexts.get(index)!, text));
  }
  const changedYears = new Set(years.filter((year) => isChanged(year, work)));
  for (const { year, newYear } of changedYears) edits.push({ span: year, newText: newYear! });
  return { ...work, edits: inOrder(withoutSame(edits)), newTexts, removals, changedYears };
}

/** Two references at one place (`ISO 27001/42001 clause 9.2`) give the same edit twice. */
function withoutSame(edits: readonly Replacement[]): Replacement[] {
  const seen = new Set<string>();
  return edits.filter(({ span, newText }) => {
    const key = `${span.start} ${span.end} ${newText}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

function brokenRange({ before, each, after }: Move): Verdict {
  const moves = before.map((entry, i) => `${entry.id} → ${each[i]!.id}`);
  const now = joinWords(after.map((entry) => entry.id));
  const reason = t('The range does not stay one ({0}): list {1}, or what of them is meant.', moves.join(', '), now);
  return { kind: 'needs-person', before, candidates: after, reason };
}

/**
 * Whether a year may change: something that leans on it moves, and nothing else would be misread. Beside the year itself
 * everything has to move; farther away an old number may wait for a person if the new edition has no such number.
 */
function isChanged(year: NamedYear, work: Work): boolean {
  if (year.newYear === null || year.isOnPurpose || year.kept) return false;
  const { catalog, to } = work.plan;
  const { indexes, isBeside } = work.leaning.get(year)!;
  if (isStatement(year, isBeside)) return false;
  const verdicts = indexes.map((index) => work.verdicts.get(index)!);
  const mayStay = (verdict: Verdict) =>
    verdict.kind === 'left-alone' ||
    (verdict.kind === 'needs-person' && verdict.isRecord && verdict.isSilent) ||
    (!isBeside && verdict.before.every((entry) => !catalog.find(to.key, entry.id)));
  return (
    verdicts.some(({ kind }) => kind === 'move') &&
    verdicts.every((verdict) => verdict.kind === 'move' || mayStay(verdict))
  );
}

/** Beside a number "Suppliers follow ISO/IEC 27001:2013 A.15.1.1" is a rule, alone it is a fact. */
function isStatement({ statement, reach }: NamedYear, isBeside: boolean): boolean {
  return statement === 'supplier' ? !isBeside && reach === null : statement !== null;
}

function reportOf(draft: Draft): MigrationEntry[] {
  const entries = [...referenceEntries(draft), ...draft.years.map((year) => yearEntry(year, draft))];
  return entries.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function referenceEntries(draft: Draft): MigrationEntry[] {
  const { document, verdicts, newTexts, removals } = draft;
  const entries: MigrationEntry[] = [];
  for (const [index, verdict] of verdicts) {
    const { span, text } = document.references[index]!;
    const place = { path: document.path, span, text, before: verdict.before };
    if (verdict.kind !== 'move') {
      if (verdict.isSilent) continue;
      const { kind: outcome, candidates: after, reason, isOfAll } = verdict;
      entries.push({ ...place, outcome, after, reason, isOfAll });
    } else if (removals.has(index)) {
      entries.push({
        ...place,
        outcome: 'changed',
        newText: '',
        after: verdict.after,
        reason: mergedReason(verdict.after),
      });
    } else if (!sameIds(verdict.before, verdict.after)) {
      entries.push({ ...place, outcome: 'changed', newText: newTexts.get(index)!, after: verdict.after, reason: '' });
    }
  }
  return entries;
}

function mergedReason(after: readonly CatalogEntry[]): string {
  return t('Removed: {0} stands beside it already.', after.map((entry) => entry.id).join(', '));
}

function yearEntry(named: NamedYear, draft: Draft): MigrationEntry {
  const { document, text, plan, changedYears } = draft;
  const { name, year, newYear } = named;
  const written = text.slice(name.start, name.end);
  const place = { path: document.path, span: name, text: written, before: [], after: [] };
  if (changedYears.has(named)) {
    const newText = text.slice(name.start, year.start) + newYear! + text.slice(year.end, name.end);
    return { ...place, outcome: 'changed', newText, reason: '' };
  }
  const { indexes: leaning, isBeside } = draft.leaning.get(named)!;
  const isCited = leaning.length > 0 && leaning.every((index) => draft.verdicts.get(index)!.kind === 'left-alone');
  if (named.isOnPurpose || isCited) {
    return { ...place, outcome: 'left-alone', reason: t('It names {0} on purpose.', plan.from.name) };
  }
  if (named.kept) return { ...place, outcome: named.kept.kind, reason: named.kept.reason, isOfAll: named.kept.isOfAll };
  if (newYear !== null && leaning.length > 0 && isStatement(named, isBeside))
    return { ...place, outcome: 'needs-person', reason: statementReason() };
  return { ...place, outcome: 'needs-person', reason: whyNot(named, leaning.length > 0) };
}

function whyNot({ newYear }: NamedYear, hasReferences: boolean): string {
  if (newYear === null)
    return t('This is the year of an adoption: look up under which year the new edition was adopted.');
  if (hasReferences) return t('References that lean on this year need a person first.');
  return t('No reference leans on it: say yourself whether the statement is true of the new edition.');
}
