/**
 * Moves the decisions of a soa.yaml from one edition of a standard to the next: the edition under `standards:`, and the key
 * of every decision whose control has exactly one successor that no other decision has as well. Comments, order and
 * everything below the keys stay byte for byte.
 */

import type { CatalogEntry } from '../catalog/types.js';
import { t } from '../l10n.js';
import { crosswalkWords } from '../references/past/pastWords.js';
import { statusOf } from '../rules/support/decisions.js';
import { successorsOf } from '../rules/support/editions.js';
import { restyle } from '../rules/support/restyle.js';
import { joinWords, shortName, withTitle } from '../rules/support/wording.js';
import type { TextEdit } from '../rules/types.js';
import { readControlKey } from '../soa/controlKey.js';
import { parseSoa } from '../soa/parse.js';
import type { Decision, ManagementSystem } from '../soa/types.js';
import type { Span } from '../text.js';
import { applyInOrder, inOrder } from './applyEdits.js';
import { moveOf } from './migration/moves.js';
import { findNamesWithYear } from './migration/namedYears.js';
import { noLongerInForce } from './migration/records.js';
import type { MigrationEntry, MigrationPlan } from './migration/types.js';

export interface SystemMigration {
  /** In the order of the text, not overlapping. */
  readonly edits: readonly TextEdit[];
  readonly entries: readonly MigrationEntry[];
}

/** A decision on a control of the older edition, and what became of the control. */
interface Row {
  readonly decision: Decision;
  readonly before: CatalogEntry;
  /** Null where a person has to decide. */
  readonly after: CatalogEntry | null;
  readonly candidates: readonly CatalogEntry[];
  readonly reason: string;
}

const nothing: SystemMigration = { edits: [], entries: [] };

/**
 * @param system as parsed from the text
 * @param text of the soa.yaml
 */
export function migrateSystem(system: ManagementSystem, text: string, plan: MigrationPlan): SystemMigration {
  const scoped = system.standards.find((one) => one.standard === plan.from.standard);
  if (!scoped) return nothing;
  if (statusOf(system) === 'retired')
    return scoped.edition === plan.from.edition ? retired(system, scoped.span, text) : nothing;
  const year = scoped.edition === plan.from.edition ? editionSpan(scoped.span, text, plan) : null;
  // Written without an edition the standard means the one in force: nothing there has to change.
  if (scoped.edition === plan.from.edition && !year) return cannotRead(system, scoped.span, text);
  const settled = settle(withoutMerges(rowsOf(system, scoped.edition, plan), system, plan), {
    system,
    text,
    year,
    plan,
  });
  if (!settled) return cannotRead(system, scoped.span, text);
  const { rows, edits } = settled;
  const entries = rows.flatMap((row) => entryOf(row, system, text, plan) ?? []);
  if (year) entries.push(yearEntry(year, system, text, plan));
  entries.push(...wordEntries(system, text, year, plan), ...numberEntries(system, text, plan));
  return { edits, entries: entries.sort((a, b) => a.span.start - b.span.start) };
}

/** The decisions on controls that only the older edition has, or, before the move, on all of its controls. */
function rowsOf(system: ManagementSystem, edition: string | null, plan: MigrationPlan): Row[] {
  const { catalog, from, to } = plan;
  const oldScope = system.standards.map((one) =>
    one.standard === from.standard ? { ...one, edition: from.edition } : one,
  );
  const isMoved = edition !== from.edition;
  return system.decisions.flatMap((decision): Row[] => {
    const before = readControlKey(decision.written, oldScope, catalog).entry;
    if (before?.standardKey !== from.key) return [];
    if (isMoved && decision.entryKey !== null && catalog.entry(decision.entryKey)?.standardKey === to.key) return [];
    const verdict = moveOf([before], plan);
    if (verdict.kind === 'move')
      return [{ decision, before, after: verdict.after[0]!, candidates: verdict.after, reason: '' }];
    return [{ decision, before, after: null, candidates: verdict.candidates, reason: verdict.reason }];
  });
}

/** Decisions that would get the same key are for a person to merge, and so is one whose new key is taken already. */
function withoutMerges(rows: readonly Row[], system: ManagementSystem, { catalog, to }: MigrationPlan): Row[] {
  const moved = new Set(rows.map((row) => row.decision));
  const taken = new Set<string>();
  for (const decision of system.decisions) {
    if (!moved.has(decision) && decision.entryKey) taken.add(decision.entryKey);
  }
  return rows.map((row) => {
    if (!row.after) return row;
    const others = rows.filter((other) => other !== row && other.after === row.after);
    const isTaken = taken.has(row.after.key);
    if (others.length === 0 && !isTaken) return row;
    const names = others.map((other) => other.before.id);
    if (isTaken) names.push(t('the decision on {0} that is there already', row.after.id));
    const reason = t(
      '{0} takes the place of this and of {1}: make one decision of them.',
      withTitle(row.after),
      joinWords(names),
    );
    // A key that stays must not mean another control of the new edition.
    const misread = catalog.find(to.key, row.before.id)
      ? ` ${t('In {0} {1} is another control.', shortName(to), row.before.id)}`
      : '';
    return { ...row, after: null, candidates: [row.after], reason: reason + misread };
  });
}

/** The new key in the style of the old one, with its quotes; a number that YAML would shorten is put into quotes. */
function keyEdit(
  { decision, before, after }: Row,
  system: ManagementSystem,
  text: string,
  plan: MigrationPlan,
): TextEdit | null {
  if (!after || after.id === before.id) return null;
  const span = decision.keySpan;
  const written = text.slice(span.start, span.end);
  const quote = /^(["'])[\s\S]*\1$/.exec(written)?.[1] ?? '';
  const inner = quote ? written.slice(1, -1) : written;
  // `27001:2013:A.12.6.1`: what stands before the id names the standard, perhaps with its year.
  const id = /(?:[A-Za-z][.\s]?)?\d+(?:\.\d+)+$/.exec(inner);
  if (!id) return null;
  const prefix = inner.slice(0, id.index).replace(new RegExp(`(?<!\\d)${plan.from.edition}(?!\\d)`), plan.to.edition);
  const key = prefix + restyle(id[0], [after.id], { oldId: before.id });
  const needsQuotes = quote === '' && /^\d+(\.\d+)?$/.test(key);
  return { path: system.path, span, newText: needsQuotes ? `"${key}"` : quote + key + quote };
}

/** The year behind the standard under `standards:`, whatever the form: `{ edition: 2013 }`, `27001: 2013`, `27001:2013`. */
function editionSpan(span: Span, text: string, { from }: MigrationPlan): Span | null {
  const rest = text.slice(span.start, span.start + 400);
  const number = rest.indexOf(from.standard);
  if (number < 0) return null;
  const behind = rest.slice(number + from.standard.length);
  // Not beyond the next standard.
  const end = /\n\s*(?:-\s*)?["']?(?:ISO\S*\s*)?\d{5}\b/.exec(behind)?.index ?? behind.length;
  const at = behind.slice(0, end).search(new RegExp(`(?<!\\d)${from.edition}(?!\\d)`));
  if (at < 0) return null;
  const start = span.start + number + from.standard.length + at;
  return { start, end: start + from.edition.length };
}

interface Subject {
  readonly system: ManagementSystem;
  readonly text: string;
  readonly year: Span | null;
  readonly plan: MigrationPlan;
}

/** Rows whose new key would be read as something else stay for a person. Null where the rest is misread even then. */
function settle(all: readonly Row[], subject: Subject): { rows: readonly Row[]; edits: readonly TextEdit[] } | null {
  const { system, text, year, plan } = subject;
  let rows = all;
  for (let round = 0; round < 3; round++) {
    const edits = rows.flatMap((row) => keyEdit(row, system, text, plan) ?? []);
    if (year) edits.push({ path: system.path, span: year, newText: plan.to.edition });
    const sorted = inOrder(edits);
    const misread = misreadDecisions(sorted, rows, subject);
    if (misread === null) return null;
    if (misread.size === 0) return { rows, edits: sorted };
    rows = rows.map((row) => (misread.has(row.decision) ? takenBack(row, plan) : row));
  }
  return null;
}

function takenBack(row: Row, { to }: MigrationPlan): Row {
  const reason = t(
    'Without its standard {0} would be read otherwise in {1}: write the key anew.',
    row.after?.id ?? row.before.id,
    shortName(to),
  );
  return { ...row, after: null, reason };
}

/**
 * Reads the new text: the decisions that would not be on the control that is meant. Null where the standard does not get its
 * new edition, or a decision that nobody touched is misread.
 */
function misreadDecisions(edits: readonly TextEdit[], rows: readonly Row[], subject: Subject): Set<Decision> | null {
  const misread = new Set<Decision>();
  if (edits.length === 0) return misread;
  const { system, text, plan } = subject;
  const { catalog, to } = plan;
  const after = parseSoa(system.path, applyInOrder(text, edits), catalog);
  const scoped = after.standards.find((one) => one.standard === to.standard);
  const isInEdition =
    scoped?.edition === to.edition || (scoped?.edition === null && catalog.edition(to.standard) === to);
  if (!isInEdition || after.decisions.length !== system.decisions.length) return null;
  const byDecision = new Map(rows.map((row) => [row.decision, row]));
  for (const [i, decision] of system.decisions.entries()) {
    const row = byDecision.get(decision);
    // A decision that waits for a person keeps its old key, which must not mean a control of the new edition.
    const found = after.decisions[i]!.entryKey;
    const isOld = found === null || found === row?.before.key;
    if (row && !row.after ? isOld : found === (row?.after?.key ?? decision.entryKey)) continue;
    if (!row?.after) return null;
    misread.add(decision);
  }
  return misread;
}

function entryOf(row: Row, system: ManagementSystem, text: string, plan: MigrationPlan): MigrationEntry | null {
  const { decision, before, after } = row;
  const span = decision.keySpan;
  const place = { path: system.path, span, text: text.slice(span.start, span.end), before: [before] };
  if (!after) return { ...place, outcome: 'needs-person', after: row.candidates, reason: row.reason };
  const edit = keyEdit(row, system, text, plan);
  return edit ? { ...place, outcome: 'changed', newText: edit.newText, after: [after], reason: '' } : null;
}

function yearEntry(span: Span, system: ManagementSystem, text: string, { to }: MigrationPlan): MigrationEntry {
  const place = { path: system.path, span, text: text.slice(span.start, span.end), before: [], after: [] };
  return { ...place, outcome: 'changed', newText: to.edition, reason: '' };
}

/** The older edition named in words, in the scope for example: whether that is still true only a person can say. */
function wordEntries(system: ManagementSystem, text: string, year: Span | null, plan: MigrationPlan): MigrationEntry[] {
  const named = findNamesWithYear(text, plan).filter(
    ({ start, end }) =>
      !(year && start <= year.start && end >= year.end) &&
      !system.decisions.some(({ keySpan }) => start >= keySpan.start && end <= keySpan.end + 1),
  );
  return named.map((span) => ({
    path: system.path,
    span,
    text: text.slice(span.start, span.end),
    before: [],
    after: [],
    outcome: 'needs-person',
    reason: t('These words name the older edition: say yourself whether they are true of the new one.'),
  }));
}

/** Numbers that only the older edition has, in reasons, evidence, notes and comments: nobody but a reader knows whether they speak of today. */
function numberEntries(system: ManagementSystem, text: string, { catalog, from, to }: MigrationPlan): MigrationEntry[] {
  const others = system.standards.filter(({ standard }) => standard !== from.standard);
  return [...text.matchAll(/(?<![\w.-])[A-Z]\.\d+(?:\.\d+)+(?!\w|[.-]\d)/g)].flatMap(
    ({ 0: id, index }): MigrationEntry[] => {
      const span = { start: index, end: index + id.length };
      const entry = catalog.find(from.key, id);
      const isKey = system.decisions.some(({ keySpan }) => span.start >= keySpan.start && span.end <= keySpan.end);
      if (entry?.kind !== 'control' || isKey || catalog.find(to.key, id)) return [];
      if (others.some(({ standard, edition }) => catalog.find(catalog.edition(standard, edition)?.key ?? '', id)))
        return [];
      const before = text.slice(Math.max(0, index - 40), index);
      const named = /(\d{5})[\d:,\s]{0,8}$/.exec(before)?.[1] ?? from.standard;
      const words =
        /[^\n]*$/
          .exec(before)![0]
          .toLowerCase()
          .match(/\p{L}+/gu) ?? [];
      // "formerly A.12.6.1"
      if (named !== from.standard || words.slice(-3).some((word) => crosswalkWords.has(word))) return [];
      const reason = t('Reasons, evidence and comments are not changed: say yourself whether they speak of today.');
      const after = successorsOf(entry, to, catalog);
      return [{ path: system.path, span, text: id, before: [entry], after, outcome: 'needs-person', reason }];
    },
  );
}

function retired(system: ManagementSystem, span: Span, text: string): SystemMigration {
  const place = { path: system.path, span, text: text.slice(span.start, span.end), before: [], after: [] };
  return { edits: [], entries: [{ ...place, outcome: 'left-alone', reason: noLongerInForce(), isOfAll: true }] };
}

function cannotRead(system: ManagementSystem, span: Span, text: string): SystemMigration {
  const place = { path: system.path, span, text: text.slice(span.start, span.end), before: [], after: [] };
  const reason = t(
    'This file could not be changed without some of its decisions being misread: change the edition and the keys by hand.',
  );
  return { edits: [], entries: [{ ...place, outcome: 'needs-person', reason }] };
}
