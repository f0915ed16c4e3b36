/** Outcomes → references: the ids, editions and readings of what a draft has proved to mean. */
import type { Catalog } from '../../catalog/types.js';
import type { Reading, Reference, ResolvedBy } from '../../document.js';
import type { DraftReference } from '../draft.js';
import type { NamedStandard } from '../text/standardNames.js';
import { titledAs } from '../titles/titles.js';
import { type ChosenEditions, editionOf, isCrosswalk } from './editions.js';
import { expandIds, type Found, findEditions, kindOf, kindOfForm } from './lookup.js';
import type { Outcome } from './outcome.js';

/**
 * The references that a draft stands for: one for each standard that it means, one that is open or of a standard that the catalog does not
 * have, or none.
 */
export function referencesOf(
  draft: DraftReference,
  outcome: Outcome,
  { editions, assumed }: ChosenEditions,
  catalog: Catalog,
): Reference[] {
  if (outcome.state === 'dropped' || outcome.state === 'unscoped' || outcome.state === 'contested') return [];
  if (outcome.state === 'external') return [external(draft, outcome, catalog)];
  if (outcome.state === 'open') return [ambiguous(draft, outcome, catalog)];
  const named = outcome.state === 'unknown' ? [outcome.named] : outcome.named;
  return named.map((one) => {
    const edition = editions.get(one.standard) ?? null;
    const found = findEditions(catalog, one.standard, edition, draft, one.byCompanion)[0];
    const reference = resolvedReference(draft, { named: one, edition, by: outcome.by, found }, catalog);
    return assumed.has(one.standard) ? { ...reference, isEditionAssumed: true } : reference;
  });
}

interface Resolution {
  readonly named: NamedStandard;
  readonly edition: string | null;
  readonly by: ResolvedBy;
  readonly found: Found | undefined;
}

function resolvedReference(draft: DraftReference, resolution: Resolution, catalog: Catalog): Reference {
  const { named, edition, found } = resolution;
  const isAnnex = found ? found.form === 'annex' : draft.form !== 'clause' || named.byCompanion;
  const prefix = found ? found.prefix : isAnnex ? `${draft.letter}.` : '';
  const standard = found?.edition ?? catalog.edition(named.standard, edition) ?? null;
  const expanded = expandIds(catalog, standard, prefix, draft.members);
  // The id of the catalog where it is the same: what is looked up again and again is then one object.
  const ids = expanded.length === 1 && expanded[0] === found?.entry.id ? [found!.entry.id] : expanded;
  return {
    span: draft.span,
    text: draft.text,
    where: draft.where,
    isTag: draft.isTag,
    section: draft.section,
    titleSpan: draft.titleSpan,
    isUnquotedNumber: draft.isUnquotedNumber,
    standard: named.standard,
    edition,
    id: ids[0]!,
    ids,
    kind: found ? kindOf(found.entry) : kindOfForm(draft),
    resolvedBy: resolution.by,
    readings: [],
    titledAs:
      found && draft.titleWords !== null && ids.length === 1
        ? (titledAs(catalog, found.entry, draft.titleWords)?.key ?? null)
        : null,
    isCrosswalk: isCrosswalk(draft, named.standard, edition, catalog),
  };
}

function common(
  draft: DraftReference,
): Pick<Reference, 'span' | 'text' | 'where' | 'isTag' | 'section' | 'titleSpan' | 'isUnquotedNumber'> {
  const { span, text, where, isTag, section, titleSpan, isUnquotedNumber } = draft;
  return { span, text, where, isTag, section, titleSpan, isUnquotedNumber };
}

/** A reference to a standard that the catalog does not have; its ids are expanded by number only. */
function external(
  draft: DraftReference,
  outcome: Extract<Outcome, { state: 'external' }>,
  catalog: Catalog,
): Reference {
  const { named, by } = outcome;
  const prefix = draft.form === 'annex' ? `${draft.letter}.` : '';
  const ids = expandIds(catalog, null, prefix, draft.members);
  return {
    ...common(draft),
    standard: named.standard,
    edition: named.edition,
    id: ids[0]!,
    ids,
    kind: 'external',
    resolvedBy: by,
    readings: [],
    isCrosswalk: false,
  };
}

function ambiguous(draft: DraftReference, outcome: Extract<Outcome, { state: 'open' }>, catalog: Catalog): Reference {
  const readings: Reading[] = [];
  let first: Found | undefined;
  for (const named of outcome.named) {
    // A title `2013 → 2022` names two editions, and means the one in force.
    const edition = editionOf(draft, named, outcome, [], catalog);
    const [found] = findEditions(catalog, named.standard, edition, draft, named.byCompanion);
    const any = found ?? findEditions(catalog, named.standard, null, draft, named.byCompanion)[0];
    if (!any) continue;
    first ??= any;
    readings.push({ standard: named.standard, edition: any.edition.edition });
  }
  const prefix = first ? first.prefix : draft.form === 'clause' ? '' : `${draft.letter}.`;
  const ids = expandIds(catalog, null, prefix, draft.members);
  return {
    ...common(draft),
    standard: null,
    edition: null,
    id: ids[0]!,
    ids,
    kind: first ? kindOf(first.entry) : kindOfForm(draft),
    resolvedBy: 'none',
    readings,
    isCrosswalk: false,
  };
}
