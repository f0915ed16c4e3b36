/** A reference to an id that its standard does not have. */

import type { Catalog, CatalogEntry, Standard } from '../catalog/types.js';
import type { PolicyDocument, Reference } from '../document.js';
import { t } from '../l10n.js';
import type { Severity } from '../settings.js';
import type { Snapshot } from '../snapshot.js';
import { historySentence, isEditionStated, successorsOf } from './support/editions.js';
import { type LookedUpId, lookUp, replaces } from './support/lookup.js';
import { moveOn } from './support/moveOn.js';
import { replaceWithEntry } from './support/replace.js';
import { scopeOf, standardOf } from './support/scope.js';
import { isNotInForce } from './support/standing.js';
import { type Suggestion, speaksOfElse, suggestEntries } from './support/suggest.js';
import { unreadTags } from './support/unreadTags.js';
import { asMeant, usageOf } from './support/usage.js';
import { describeId, joinOr, joinSomeOr, quoted, shortName, shortNameOf, withTitle } from './support/wording.js';
import type { Report, Rule } from './types.js';

export const unknownReference: Rule = {
  code: 'unknown-reference',
  defaultSeverity: 'error',
  title: 'A reference to an id that its standard does not have',
  checkDocument(document, snapshot, report) {
    const text = snapshot.textOf(document.path);
    for (const reference of document.references) {
      const lookedUp = lookUp(reference, snapshot.catalog);
      const unknown = lookedUp.filter((looked) => looked.state === 'unknown');
      const missing = lookedUp.find((looked) => isEditionStated(looked, reference));
      if (unknown.length === 0 && (!missing || reference.isCrosswalk)) continue;
      // "There is no A.8.35": the text says so itself.
      const found = asMeant(
        reportOf(unknown, missing, reference, document, snapshot),
        usageOf(reference, document, text),
      );
      if (found) report(isNotInForce(document, text) ? withoutPreference(found) : found);
    }
    if (text === null || !beyondReading.test(text)) return;
    for (const { span, id, standard } of unreadTags(document, text, snapshot)) {
      const has = t('{0} has no {1}.', shortName(standard), describeId(id));
      report({ span, message: `${has} ${didYouMean([])} ${untraceable()}` });
    }
  },
};

/** A tag whose letter or first number no annex has: it is not read as a reference, but nobody writes it for another reason. */
const beyondReading = /\d{5}:(?:\d{4}:)?(?:A\.(?:0|19|[2-9]\d|\d{3})|B\.(?:0|1[1-9]|[2-9]\d)|[C-Z]\.\d)/;

function untraceable(): string {
  return t('An auditor cannot trace this reference to the standard.');
}

function reportOf(
  unknown: readonly LookedUpId[],
  missing: LookedUpId | undefined,
  reference: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): Report {
  if (unknown.length > 1) return reportSeveral(unknown, reference, snapshot);
  if (unknown[0]) return reportUnknown(unknown[0], reference, document, snapshot);
  return reportMissingFromStatedEdition(missing!, reference, document, snapshot);
}

/** Of a record nothing is put right without asking. */
function withoutPreference(report: Report): Report {
  return { ...report, fixes: report.fixes?.map((fix) => ({ ...fix, isPreferred: false })) };
}

function reportUnknown(looked: LookedUpId, reference: Reference, document: PolicyDocument, snapshot: Snapshot): Report {
  const { catalog } = snapshot;
  const title = titleBeside(reference, document, snapshot);
  const elsewhere = sameIdElsewhere(looked, title, document, snapshot);
  const suggestions = suggestEntries(looked.id, title, looked.standard, catalog).filter(
    (one) => isLikely(one, looked.id) || !elsewhere || !speaksOf(elsewhere, document, snapshot),
  );
  const isSingle = reference.ids.length === 1;
  return {
    span: reference.span,
    message: [
      t('{0} has no {1}.', shortName(looked.standard), describeId(looked.id)),
      isInvented(looked) ? t('The number circulates in templates, but it was never in the standard.') : '',
      elsewhere ? t('{0} has one: {1}.', shortNameOf(elsewhere, catalog), quoted(elsewhere.title)) : '',
      endOfGroup(looked, catalog),
      didYouMean(suggestions),
      untraceable(),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    severity: severityOf(looked, reference, catalog),
    fixes: isSingle ? suggestions.map(({ entry }) => replaceWithEntry(document, reference, entry)) : [],
  };
}

/** Of a range or list: one finding that names the ids. */
function reportSeveral(unknown: readonly LookedUpId[], reference: Reference, snapshot: Snapshot): Report {
  const [first] = unknown;
  const ids = joinSomeOr(
    unknown.map((looked) => looked.id),
    6,
  );
  const sentences = [t('{0} has no {1}.', shortName(first!.standard), ids), endOfGroup(first!, snapshot.catalog)];
  return {
    span: reference.span,
    message: [...sentences, t('Check the numbers against your copy of the standard.')]
      .filter((one) => one !== '')
      .join(' '),
    severity: severityOf(first!, reference, snapshot.catalog),
  };
}

function isInvented(looked: LookedUpId): boolean {
  return looked.standard.inventedIds?.includes(looked.id) ?? false;
}

/** A number beyond the end of its group: `A.5 ends with A.5.37 (Documented operating procedures).` */
function endOfGroup(looked: LookedUpId, catalog: Catalog): string {
  const [, group, number] = /^(.+)\.(\d+)$/.exec(looked.id) ?? [];
  if (!group || !number) return '';
  const members = looked.standard.entries.filter((entry) => /^\d+$/.test(restAfter(entry.id, group)));
  const last = members.reduce((max, entry) => Math.max(max, Number(restAfter(entry.id, group))), 0);
  const entry = last < Number(number) ? catalog.find(looked.standard.key, `${group}.${last}`) : undefined;
  if (!entry) return '';
  return /^\d/.test(group)
    ? t('Clause {0} ends with {1}.', group, withTitle(entry))
    : t('{0} ends with {1}.', group, withTitle(entry));
}

/** What follows a group and a dot at the beginning of an id; empty where the id is not of the group. */
function restAfter(id: string, group: string): string {
  return id.startsWith(`${group}.`) ? id.slice(group.length + 1) : '';
}

function didYouMean(suggestions: readonly Suggestion[]): string {
  if (suggestions.length === 0) return t('Check the number against your copy of the standard.');
  return t('Did you mean {0}?', joinOr(suggestions.map(({ entry }) => withTitle(entry))));
}

function titleBeside(reference: Reference, document: PolicyDocument, snapshot: Snapshot): string | null {
  if (!reference.titleSpan) return null;
  return snapshot.textOf(document.path)?.slice(reference.titleSpan.start, reference.titleSpan.end) ?? null;
}

/**
 * An entry of that id in another standard: the writer may only have named the wrong one. One in scope goes first; beyond those only
 * controls count, since all standards have nearly the same clauses, and only if the words beside the id speak of nothing else.
 */
function sameIdElsewhere(
  looked: LookedUpId,
  title: string | null,
  document: PolicyDocument,
  snapshot: Snapshot,
): CatalogEntry | null {
  const { catalog } = snapshot;
  const inScope = scopeOf(document.path, snapshot).map((scoped) => standardOf(scoped, catalog));
  for (const standard of inScope) {
    const entry = standard && entryIn(standard, looked, catalog);
    if (entry?.kind === 'control' || entry?.kind === 'clause') return entry;
  }
  for (const standard of catalog.standards) {
    if (standard.type !== 'management-system' || standard.status !== 'current') continue;
    const entry = entryIn(standard, looked, catalog);
    if (entry?.kind === 'control' && !speaksOfElse(title, entry)) return entry;
  }
  return null;
}

function entryIn(standard: Standard, looked: LookedUpId, catalog: Catalog): CatalogEntry | undefined {
  return standard.standard === looked.standard.standard ? undefined : catalog.find(standard.key, looked.id);
}

/** Whether the document, or its management system, is about the standard of an entry too. */
function speaksOf(
  { standardKey }: CatalogEntry,
  { path, named, references }: PolicyDocument,
  snapshot: Snapshot,
): boolean {
  const standard = snapshot.catalog.standard(standardKey)?.standard;
  return [...scopeOf(path, snapshot), ...(named ?? []), ...references].some((one) => one.standard === standard);
}

/** `A.6.8`, a control of another standard, is hardly a slip for `A.6.2.8`: that takes the words beside it, or a number like it. */
function isLikely({ by, entry }: Suggestion, id: string): boolean {
  return by === 'title' || entry.id.split('.').length === id.split('.').length;
}

/**
 * An error only where the text itself says which standard is meant. Further away the number may be something else (an
 * appendix of the document, a control of another framework), the more so if the standard has not even such a group.
 */
function severityOf(looked: LookedUpId, reference: Reference, catalog: Catalog): Severity {
  const { resolvedBy } = reference;
  if (resolvedBy === 'tag' || resolvedBy === 'line' || resolvedBy === 'block') return 'error';
  if (reference.isTag && resolvedBy !== 'catalog' && resolvedBy !== 'none') return 'error';
  if (resolvedBy === 'catalog' || resolvedBy === 'siblings' || resolvedBy === 'none') return 'information';
  const group = looked.id.replace(/[. ][^. ]*$/, '');
  const hasGroup = group !== looked.id && catalog.find(looked.standard.key, group) !== undefined;
  if (resolvedBy === 'heading') return hasGroup ? 'error' : 'warning';
  return hasGroup ? 'warning' : 'information';
}

/**
 * The text beside the id names an edition that lacks it while another one has it. Where the edition is not written
 * beside the id, `superseded-edition` speaks instead.
 */
function reportMissingFromStatedEdition(
  looked: LookedUpId,
  reference: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): Report {
  const { catalog } = snapshot;
  const { standard } = looked;
  const other = looked.entry!;
  if (!replaces(standard, catalog.standard(other.standardKey)!, catalog)) {
    return {
      span: reference.span,
      message: t(
        '{0} has no {1}; {2} has it as {3}. Check which edition is meant.',
        shortName(standard),
        describeId(looked.id),
        shortNameOf(other, catalog),
        quoted(other.title),
      ),
      severity: 'warning',
    };
  }
  const successors = successorsOf(other, standard, catalog);
  const old = catalog.standard(other.standardKey)!;
  const move = { old, newest: standard, entries: [other], reference, isCertain: true };
  return {
    span: reference.span,
    message: `${t('{0} has no {1}.', shortName(standard), describeId(looked.id))} ${historySentence(other, successors, standard, catalog)}`,
    fixes: reference.ids.length === 1 ? moveOn(move, document, snapshot) : [],
  };
}
