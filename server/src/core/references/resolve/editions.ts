/** Which edition a resolved reference means, and whether an older one is cited on purpose. */
import type { Catalog } from '../../catalog/types.js';
import type { ResolvedBy, ScopedStandard } from '../../document.js';
import { type DraftReference, type Evidence, layersOf } from '../draft.js';
import type { NamedStandard } from '../text/standardNames.js';
import { entriesByTitle } from '../titles/titles.js';
import { type Found, findEditions, findIn } from './lookup.js';
import type { Outcome } from './outcome.js';

/**
 * Per draft the edition of each of its standards (null where nothing tells it). In this order: the year at the reference,
 * a year in its label or column, the surroundings from near to far, the title beside it, the only edition that has the
 * id, the workspace, and at last the edition of the sibling references of the same standard.
 */
export function chooseEdition(
  drafts: readonly DraftReference[],
  outcomes: readonly Outcome[],
  scope: readonly ScopedStandard[],
  catalog: Catalog,
): ChosenEditions[] {
  const chosen = drafts.map((draft, i) => {
    const editions = new Map<string, string | null>();
    for (const named of standardsOf(outcomes[i]!)) {
      editions.set(named.standard, editionOf(draft, named, outcomes[i]!, scope, catalog));
    }
    return editions;
  });
  takeNewerBehindMoves(drafts, chosen, catalog);
  adoptFromSiblings(drafts, chosen, catalog);
  // While the scope is still being found out, what names no edition has no vote for one.
  return chosen.map((editions, i) => {
    const assumed = scope.length > 0 ? takeEditionInForce(drafts[i]!, editions, catalog) : none;
    return { editions, assumed };
  });
}

/** The edition of each standard of a reference. */
export interface ChosenEditions {
  readonly editions: ReadonlyMap<string, string | null>;
  /** Standards whose edition nothing tells: the one in force is taken. */
  readonly assumed: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

function standardsOf(outcome: Outcome): readonly NamedStandard[] {
  if (outcome.state === 'resolved') return outcome.named;
  return outcome.state === 'unknown' ? [outcome.named] : [];
}

/** The edition that the draft and what surrounds it tell for one of its standards; null where nothing does. */
export function editionOf(
  draft: DraftReference,
  named: NamedStandard,
  outcome: Outcome,
  scope: readonly ScopedStandard[],
  catalog: Catalog,
): string | null {
  const { standard } = named;
  const isTight = (outcome.state === 'resolved' || outcome.state === 'unknown') && outcome.tight;
  if (isTight && named.edition !== null) return named.edition;
  const found = findEditions(catalog, standard, null, draft, named.byCompanion);
  const existing = found.map((one) => one.edition.edition);
  const allowed = existing.length > 0 ? existing : catalog.editions(standard).map((one) => one.edition);
  const scoped = scope.find((one) => one.standard === standard)?.edition ?? null;
  for (const layer of layersOf(draft)) {
    if (scoped !== null && isOfText(layer) && isMeantByScope(draft, scoped, found)) return scoped;
    if (scoped !== null && isInPassing(layer) && isOnlyIn(scoped, { draft, found, layer, standard }, catalog))
      return scoped;
    if (layer.editionHint !== null && allowed.includes(layer.editionHint)) return layer.editionHint;
    // "The old clause 5" below a title "27701:2019 → 27701:2025"
    if (draft.isOld) {
      const editions = layer.standards.filter((one) => one.standard === standard).map((one) => one.edition ?? '');
      const older = editions.sort()[0];
      if (older && allowed.includes(older)) return older;
    }
    // "27701:2019 → 2025" for an id that neither has: the one that has its group.
    const ofGroup = (one: string): boolean => found.length === 0 && hasGroup(draft, standard, one, catalog);
    const edition = editionIn(layer, standard, allowed) ?? editionIn(layer, standard, allowed.filter(ofGroup));
    if (edition !== null) return edition;
  }
  const byTitle = found.filter((one) => isTitledIn(draft, one, catalog));
  if (byTitle.length === 1) return byTitle[0]!.edition.edition;
  if (existing.length === 1) return existing[0]!;
  if (scoped !== null && allowed.includes(scoped)) return scoped;
  return catalog.editions(standard).length === 1 ? catalog.editions(standard)[0]!.edition : null;
}

/** Named in the text around the reference, not at it nor as the head of its column. */
function isOfText({ by, isLabel }: Evidence): boolean {
  return by === 'document' || (by === 'block' && !isLabel);
}

/**
 * "Until 2025 we held a certificate to ISO/IEC 27001:2013" says nothing of a tag, nor of an id that is a control in the edition
 * in scope and in the others only a heading of controls.
 */
function isMeantByScope(draft: DraftReference, scoped: string, found: readonly Found[]): boolean {
  const own = found.find(({ edition }) => edition.edition === scoped);
  if (!own) return false;
  const isOnlyHere = found.every((other) => other === own || other.entry.kind !== 'control');
  return draft.isTag || (own.entry.kind === 'control' && isOnlyHere && found.length > 1);
}

/** Named in a sentence, not right at the reference nor in its label. */
function isInPassing({ by, isLabel, tight, editionHint }: Evidence): boolean {
  return (by === 'line' || by === 'block' || by === 'document') && !isLabel && !tight && editionHint === null;
}

interface Cited {
  readonly draft: DraftReference;
  readonly found: readonly Found[];
  readonly layer: Evidence;
  readonly standard: string;
}

/**
 * "Since the move from ISO/IEC 27001:2013 visitors are escorted (A.7.2 Physical entry)", "… of ISO/IEC 27701:2019. Today it is
 * A.1.3.12": the title beside the id, or of an id that no edition has its group, is of the edition in scope and not of the one that
 * is named.
 */
function isOnlyIn(scoped: string, { draft, found, layer, standard }: Cited, catalog: Catalog): boolean {
  const named = editionIn(
    layer,
    standard,
    catalog.editions(standard).map(({ edition }) => edition),
  );
  if (named === null || named === scoped) return false;
  if (found.length === 0)
    return hasGroup(draft, standard, scoped, catalog) && !hasGroup(draft, standard, named, catalog);
  const isTitled = (edition: string): boolean =>
    found.some((one) => one.edition.edition === edition && isTitledIn(draft, one, catalog));
  return isTitled(scoped) && !isTitled(named);
}

/** Whether the edition has the group that an id with a letter would be in: A.1.3 of A.1.3.12. */
function hasGroup(draft: DraftReference, standard: string, edition: string, catalog: Catalog): boolean {
  const { parts } = draft.members[0]!;
  const key = catalog.edition(standard, edition)?.key;
  if (draft.form !== 'annex' || parts.length < 2 || key === undefined) return false;
  return catalog.find(key, `${draft.letter}.${parts.slice(0, -1).join('.')}`) !== undefined;
}

/** Whether the title beside the id is that of the entry, or of one below it, in the edition found. */
function isTitledIn(draft: DraftReference, found: Found, catalog: Catalog): boolean {
  if (draft.titleWords === null) return false;
  return entriesByTitle(catalog, draft.titleWords).some(
    (entry) =>
      entry.standardKey === found.edition.key &&
      (entry.id === found.entry.id || entry.id.startsWith(`${found.entry.id}.`)),
  );
}

/** The edition that a layer names for the standard; null where it names none, or two that are both possible. */
function editionIn(layer: Evidence, standard: string, allowed: readonly string[]): string | null {
  let found: string | null = null;
  for (const one of layer.standards) {
    if (one.standard !== standard || one.edition === null || !allowed.includes(one.edition)) continue;
    if (found !== null && found !== one.edition) return null;
    found = one.edition;
  }
  return found;
}

/**
 * `2013: A.9.2.3 → A.8.2`: what a control of a withdrawn edition became is one of the edition in force, although that of the old one
 * stands before both and had a heading of that number. So it is with groups: `A.11 (new: A.7)`.
 */
function takeNewerBehindMoves(
  drafts: readonly DraftReference[],
  chosen: readonly Map<string, string | null>[],
  catalog: Catalog,
): void {
  let from = 0;
  drafts.forEach((draft, i) => {
    if (!draft.isMovedTo) from = i;
    else if (drafts[from]!.block === draft.block) {
      for (const standard of chosen[i]!.keys()) {
        const old = catalog.edition(standard, chosen[from]!.get(standard) ?? null);
        const current = catalog.edition(standard);
        if (old?.status !== 'withdrawn' || current?.status !== 'current') continue;
        const [was, is] = [findIn(catalog, old, drafts[from]!, false), findIn(catalog, current, draft, false)];
        const isMove =
          was?.entry.kind === is?.entry.kind && (is?.entry.kind === 'control' || is?.entry.kind === 'theme');
        if (isMove) chosen[i]!.set(standard, current.edition);
      }
    }
  });
}

function adoptFromSiblings(
  drafts: readonly DraftReference[],
  chosen: readonly Map<string, string | null>[],
  catalog: Catalog,
): void {
  const known = new Map<string, Set<string>>();
  chosen.forEach((editions, i) => {
    for (const [standard, edition] of editions) {
      // What a control was called says nothing of the edition that the document is about.
      if (edition === null || isCrosswalk(drafts[i]!, standard, edition, catalog)) continue;
      const set = known.get(standard) ?? new Set<string>();
      set.add(edition);
      known.set(standard, set);
    }
  });
  chosen.forEach((editions, i) => {
    for (const [standard, edition] of editions) {
      const siblings = known.get(standard);
      if (edition !== null || siblings?.size !== 1) continue;
      const candidate = [...siblings][0]!;
      if (findEditions(catalog, standard, candidate, drafts[i]!, false).length > 0) editions.set(standard, candidate);
    }
  });
}

/** A standard cited without any year, in a workspace that names none either: the edition in force. */
function takeEditionInForce(
  draft: DraftReference,
  editions: Map<string, string | null>,
  catalog: Catalog,
): ReadonlySet<string> {
  const assumed = new Set<string>();
  for (const [standard, edition] of editions) {
    const current = edition === null ? catalog.edition(standard) : undefined;
    if (current?.status !== 'current' || !findIn(catalog, current, draft, false)) continue;
    editions.set(standard, current.edition);
    assumed.add(standard);
  }
  return assumed;
}

const nearEnough: ReadonlySet<ResolvedBy> = new Set(['tag', 'line', 'block', 'heading']);

/**
 * Whether a withdrawn edition is cited as such: a year in its label or column ("2013 mapping"), words such as "formerly",
 * or both editions named near it. Then it is not an error that an older number stands there.
 */
export function isCrosswalk(
  draft: DraftReference,
  standard: string,
  edition: string | null,
  catalog: Catalog,
): boolean {
  if (edition === null || catalog.edition(standard, edition)?.status !== 'withdrawn') return false;
  if (draft.hasCrosswalkWord) return true;
  let namesThis = false;
  // "The findings of 2024 (ISO/IEC 27001:2013) are closed: A.9.2.5", and not "ISO/IEC 27001:2013 A.9.2.5".
  let isApart = false;
  let namesOther = false;
  let isLabelled = false;
  let namesOtherAnywhere = false;
  let isHeadedOther = false;
  for (const layer of layersOf(draft)) {
    const isNear = nearEnough.has(layer.by);
    if (isNear && layer.editionHint === edition) return true;
    for (const named of layer.standards) {
      if (named.standard !== standard || named.edition === null) continue;
      if (named.edition !== edition) {
        namesOtherAnywhere = true;
        if (isNear || (layer.isField && isApart)) namesOther = true;
        if (layer.isName) isHeadedOther = true;
        // "We moved on from ISO/IEC 27001:2013." says nothing of a row that begins with ISO/IEC 27001:2022.
      } else if (isNear && !(isHeadedOther && layer.isInPassing)) {
        namesThis = true;
        if (!layer.tight) isApart = true;
        // `| ISO 27001:2013 | A.9.2.1 |`, `- ISO 27001:2013: A.12.4.1`
        if (layer.isLabel || layer.ofPart || layer.isName || (layer.tight && layer.labelsItem)) isLabelled = true;
      }
    }
  }
  // A column or section headed with the older edition, where the newer is named too, is a crosswalk or a record; alone it is an old
  // document.
  return (namesThis && namesOther) || (isLabelled && namesOtherAnywhere);
}
