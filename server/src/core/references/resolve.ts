/**
 * Drafts → references: which standard and edition each one means. Nearest evidence first; what stays open after the
 * workspace and the sibling ids is ambiguous, and what has nothing to go by is not reported at all. The order and the
 * reasons are told to users in docs/references.md.
 */
import type { Catalog } from '../catalog/types.js';
import type { Reference, ResolvedBy, ScopedStandard } from '../document.js';
import { isOtherSystem } from './documentEvidence.js';
import type { DraftDocument, DraftReference, Evidence } from './draft.js';
import { chooseEdition } from './editions.js';
import { judge } from './judge.js';
import { auditStandards, euAct, lawsNamed } from './lexicon.js';
import { settleListed } from './listedClauses.js';
import {
  endsGroup,
  entryIn,
  extensionAmong,
  findEditions,
  findInForce,
  hasControlInForce,
  inForceAmong,
  standardsWithId,
} from './lookup.js';
import { settleContested, settleOpen, settleUnscoped } from './neighbours.js';
import { dropped, nearLayers, type Outcome, resolvedAs, resolvedBySubject } from './outcome.js';
import { settleColumns } from './settleColumns.js';
import { settleContracts } from './settleContracts.js';
import { settleGroups } from './settleGroups.js';
import { settleOlder } from './settleOlder.js';
import { type NamedStandard, standardOf } from './standardNames.js';
import { withStandardOfYear } from './standardOfYear.js';
import { ofSentence } from './systemsOfSentence.js';
import { entriesByTitle } from './titles.js';
import { referencesOf } from './toReferences.js';

/** Resolves all drafts of a document against the standards in scope. Pure; the drafts are not changed. */
export function resolveReferences(
  document: DraftDocument,
  scope: readonly ScopedStandard[],
  catalog: Catalog,
): Reference[] {
  const drafts = [...document.drafts];
  // Part numbers, segments, crates: that the folder is about a standard does not make them controls.
  const workspace = workspaceLayer(document.isOnSubject ? scope : []);
  const read = (draft: DraftReference): Outcome =>
    ofSentence(readEvidence(document.isOnSubject ? draft : withoutDocument(draft), workspace, catalog), draft, catalog);
  const readings = drafts.map(read);
  settleContracts(drafts, readings, catalog);
  const outcomes = readings.map((reading, i) => judge(reading, drafts[i]!, document, catalog));
  settleListed(drafts, outcomes, scope, catalog, (draft) => judge(read(draft), draft, document, catalog));
  settleColumns(drafts, outcomes, workspace.standards, catalog);
  settleContested(drafts, outcomes, document, catalog);
  settleOpen(drafts, outcomes, catalog);
  settleGroups(drafts, outcomes, catalog);
  settleOlder(drafts, outcomes, scope, catalog);
  settleUnscoped(drafts, outcomes, document, catalog);
  const references: Reference[] = [];
  const editions = chooseEdition(drafts, outcomes, scope, catalog);
  for (let i = 0; i < drafts.length; i++) {
    for (const reference of referencesOf(drafts[i]!, outcomes[i]!, editions[i]!, catalog)) references.push(reference);
  }
  return references;
}

/** A document that is about something else has named no standard, whatever number of five digits stands in it. */
function withoutDocument(draft: DraftReference): DraftReference {
  return { ...draft, far: draft.far.filter(({ by }) => by !== 'document') };
}

/** Goes through the layers of evidence from near to far. */
function readEvidence(draft: DraftReference, workspace: Evidence, catalog: Catalog): Outcome {
  const ofEach = draft.ofEach ? ofEachStandard(draft, workspace, catalog) : null;
  if (ofEach) return ofEach;
  let open: readonly NamedStandard[] | null = null;
  let openBy: ResolvedBy = 'none';
  let fallback: Lacking | null = null;
  let ofAnother: Lacking | null = null;
  let titleRead = false;
  const layers = [...draft.near, ...draft.far, workspace];
  for (const written of layers) {
    // What the text says of it itself goes before the folder.
    const ownSystem = written === workspace ? open?.find((named) => named.standard === draft.system?.standard) : null;
    if (ownSystem) return resolvedBySubject(ownSystem);
    const layer = withStandardOfYear(written, draft, layers, catalog);
    if (layer.standards.length === 0 || layer.isInCommon || isOfOtherForm(layer, draft)) continue;
    const extension = mayBeOfExtension(layer, draft, catalog) && extensionAmong(namedIn(layers), draft, catalog);
    if (extension) return resolvedAs([standardOf(extension.standard, extension.edition)], layer.by, true);
    if (!titleRead && layer.by !== 'tag' && layer.by !== 'line' && !isColumnOfOther(layer)) {
      titleRead = true;
      const byTitle = readTitle(draft, open, catalog);
      if (byTitle) return byTitle;
    }
    const isoLike = layer.standards.filter((named) => named.looksLikeIso);
    if (isoLike.length === 0) {
      if (draft.form !== 'annex' && open === null && nearLayers.has(layer.by) && !isPassingLaw(layer, draft))
        return dropped;
      continue;
    }
    const known = isoLike.filter((named) => named.known);
    if (layer.tight) return readTight(draft, layer, isoLike, known, catalog);
    const matches =
      layer.ofAnother === 'behind' ? [] : distinct(standardsWithId(catalog, withoutCompanions(known, draft), draft));
    if (open === null) {
      if (matches.length === 0) {
        if (tellsHowToAudit(draft, layer, workspace, catalog)) continue;
        if (known.length === 0 && (nearLayers.has(layer.by) || isOfOtherSystem(layer, draft))) {
          // Not right beside it: an id that the standards in scope have is theirs, whatever else the sentence mentions.
          const mayBeFarther = draft.form === 'annex' ? !layer.isLabel : isOfSentenceBefore(layer, draft);
          if (mayBeFarther && existsFarther(draft, layer, workspace, catalog)) continue;
          return { state: 'external', named: isoLike[0]!, by: layer.by };
        }
        if (layer.ofAnother === 'behind') {
          ofAnother ??= { named: known[0]!, by: layer.by };
          continue;
        }
        const ofLabel = fallback ? null : unknownByLabel(draft, layer, known, workspace, catalog);
        if (ofLabel) return ofLabel;
        const having = onlyWithGroup(known, draft, catalog);
        const named = layer.by === 'workspace' ? having : (having ?? known[0]);
        if (named)
          fallback ??= { named, by: layer.by, isOfAnother: layer.ofAnother === 'before', isFaint: layer.isFaint };
        continue;
      }
      // "Reports (A.6.8; for AI concerns 42001 A.3.3)": what names the standard of another says that this is of none such.
      if (fallback && !ofAnother && (layer.by === 'document' || layer.by === 'workspace')) {
        return {
          state: 'contested',
          near: fallback.named,
          nearBy: fallback.by,
          far: matches,
          by: layer.by,
          isUpFront: layer.by === 'document' && !layer.isFaint,
          isNearOfAnother: fallback.isOfAnother ?? false,
          isNearFaint: fallback.isFaint ?? false,
        };
      }
      if (matches.length === 1) return resolvedAs(matches, layer.by);
      if (layer.joined) return resolvedAs(ofSubject(matches, draft, layer, catalog), layer.by);
      open = matches;
      openBy = layer.by;
    } else if (!layer.isFaint) {
      // What a document names most often does not decide between standards that it tags side by side.
      // Nor does a folder make a number of an older edition out of what another standard has in force: the neighbours tell.
      const inFolder = open.map((named) => matches.find((one) => one.standard === named.standard) ?? named);
      if (layer.by === 'workspace' && inForceAmong(inFolder, draft, catalog).length < open.length) continue;
      const narrowed: NamedStandard[] = open.filter((named) =>
        matches.some((other) => other.standard === named.standard),
      );
      if (narrowed.length === 1) return resolvedAs(narrowed, layer.by);
      if (narrowed.length > 1) open = narrowed;
    }
  }
  const ofSystem =
    open?.find((named) => named.standard === draft.system?.standard) ?? ofStatement(open, draft, catalog);
  if (ofSystem) return resolvedBySubject(ofSystem);
  if (open !== null) return { state: 'open', named: open, by: openBy };
  const byTitle = titleRead ? null : readTitle(draft, null, catalog);
  if (byTitle) return byTitle;
  const lacking = lackingOf(fallback, ofAnother, draft, catalog);
  return lacking ? { state: 'unknown', named: lacking.named, by: lacking.by, tight: false } : { state: 'unscoped' };
}

/** A standard that is named for an id that it does not have. */
interface Lacking {
  readonly named: NamedStandard;
  readonly by: ResolvedBy;
  /** Named right at another reference before it. */
  readonly isOfAnother?: boolean;
  /** Only named often, not in title, preface or front matter. */
  readonly isFaint?: boolean | undefined;
}

/**
 * The standard in which an id is missed; null where one that nobody names has it, and those named are named for other ids:
 * "requirements (A.5.20), sub-processors (A.2.5.7 of ISO/IEC 27701)".
 */
function lackingOf(
  fallback: Lacking | null,
  ofAnother: Lacking | null,
  draft: DraftReference,
  catalog: Catalog,
): Lacking | null {
  if (!ofAnother || (fallback && nearLayers.has(fallback.by))) return fallback;
  if (catalog.standards.some(({ standard }) => hasControlInForce(standard, draft, catalog))) return null;
  return !fallback || fallback.named.standard === ofAnother.named.standard ? ofAnother : fallback;
}

/**
 * "The guidance related to ISO/IEC 27002 in clause 6": a chapter of what builds on that standard; of the clauses those that the standard
 * itself has are its own.
 */
function mayBeOfExtension({ isExtended, standards }: Evidence, draft: DraftReference, catalog: Catalog): boolean {
  if (!isExtended) return false;
  const isChapter = draft.members[0]!.parts.length === 1;
  return isChapter || standards.every(({ standard }) => findInForce(standard, draft, catalog) === null);
}

/** The standards of some layers, each also with the editions that the layers name without their standards ("in the 2019 edition"). */
function namedIn(layers: readonly Evidence[]): Pick<NamedStandard, 'standard' | 'edition'>[] {
  const hints = layers.flatMap(({ editionHint }) => editionHint ?? []);
  return layers.flatMap(({ standards }) =>
    standards.flatMap((named) => [named, ...hints.map((edition) => ({ standard: named.standard, edition }))]),
  );
}

/** "Clauses are common to both" says nothing of controls, a standard at a control in a row nothing of clauses. */
function isOfOtherForm({ by, joined, onlyFor }: Evidence, { form }: DraftReference): boolean {
  return form === 'clause' ? onlyFor === 'controls' : onlyFor === 'clauses' || (by === 'document' && joined);
}

/**
 * What is common to all: each of them, unless the words before the clause name the subject of one ("the AI policy (clause 5.2)"), and
 * not those that only had such a clause once.
 */
function ofSubject(
  matches: readonly NamedStandard[],
  draft: DraftReference,
  { by }: Evidence,
  catalog: Catalog,
): readonly NamedStandard[] {
  if (by !== 'document') return matches;
  const own = matches.filter((named) => named.standard === draft.system?.standard);
  if (own.length > 0) return own;
  const inForce = matches.filter(({ standard }) => findInForce(standard, draft, catalog) !== null);
  return inForce.length > 0 ? inForce : matches;
}

/** Below "NEN 7510-2" the number is of that standard, although it has the titles of ours. */
function isColumnOfOther({ isLabel, standards }: Evidence): boolean {
  return isLabel === true && standards.every(({ known, looksLikeIso }) => looksLikeIso && !known);
}

/**
 * "Method: ISO/IEC 27005 § 8.2. The Statement of Applicability (6.1.3 d) is kept.": what the sentence before names for a clause of its own
 * says nothing of the next one’s brackets, and no guideline asks for that statement, in the same sentence neither. Another management system has our clauses.
 */
function isOfSentenceBefore({ by, ofAnother, standards }: Evidence, draft: DraftReference): boolean {
  const isApart = draft.namesStatement || (ofAnother === 'before' && draft.isParenthesis);
  return (by === 'block' || (by === 'line' && draft.namesStatement)) && isApart && !standards.some(isOtherSystem);
}

/** In a manual after ISO 9001 a clause, or the bare number of a column, is one of ISO 9001; an id with a letter cannot be. */
function isOfOtherSystem({ by, standards }: Evidence, { form, isBare }: DraftReference): boolean {
  return by === 'document' && (form === 'clause' || isBare) && standards.every(isOtherSystem);
}

/** Below "PIMS and GDPR" a clause is none of the law, nor the number of a table below "It also supports Article 32 GDPR.": laws have articles. */
function isPassingLaw({ by, isInPassing, ofPart, standards }: Evidence, { column }: DraftReference): boolean {
  // Those of the Commission have points, which people call clauses where a heading names the act.
  if (by === 'heading' && ofPart && standards.some(({ standard }) => standard === euAct)) return false;
  const isPassing = by === 'heading' || (isInPassing === true && column >= 0);
  return isPassing && standards.every(({ standard }) => lawsNamed.has(standard));
}

/** "clause 9.2 of both standards": those of the nearest layer that names several with that clause. */
function ofEachStandard(draft: DraftReference, workspace: Evidence, catalog: Catalog): Outcome | null {
  for (const layer of [...draft.near, ...draft.far, workspace]) {
    if (isOfOtherForm(layer, draft)) continue;
    const known = layer.standards.filter((named) => named.known);
    const matches = distinct(standardsWithId(catalog, withoutCompanions(known, draft), draft));
    if (matches.length > 1) return resolvedAs(matches, layer.by);
  }
  return null;
}

/** "The Statement of Applicability (6.1.3 d)": the one of the standards that asks for it in that item. */
function ofStatement(
  open: readonly NamedStandard[] | null,
  draft: DraftReference,
  catalog: Catalog,
): NamedStandard | undefined {
  if (!open || !draft.namesStatement) return undefined;
  const id = `${draft.number} ${draft.members[0]!.items[0]}`;
  const having = open.filter((named) => catalog.edition(named.standard, named.edition)?.soaItem === id);
  return having.length === 1 ? having[0] : undefined;
}

/**
 * The one standard in scope that has the group of an id (A.5 for A.5.99, 9.3 for clause 9.3.4): where a document names no standard, the id is
 * then a slip and not somebody else's numbering.
 */
function onlyWithGroup(
  known: readonly NamedStandard[],
  draft: DraftReference,
  catalog: Catalog,
): NamedStandard | undefined {
  const { parts } = draft.members[0]!;
  if (draft.startsHeading || parts.length < 2 || (draft.form !== 'annex' && (draft.form !== 'clause' || draft.isBare)))
    return undefined;
  const group = draft.form === 'annex' ? `${draft.letter}.${parts[0]}` : parts.slice(0, -1).join('.');
  const having = known.filter((named) => entryIn(named, group, catalog) !== undefined);
  return having.length === 1 ? having[0] : undefined;
}

/**
 * "The audit followed ISO 19011 and covered clause 9.2 and A.8.13": not right beside it, a standard on auditing has no control, and no
 * clause that a standard farther away has.
 */
function tellsHowToAudit(draft: DraftReference, layer: Evidence, workspace: Evidence, catalog: Catalog): boolean {
  if (layer.isLabel || !layer.standards.every(({ standard }) => auditStandards.has(standard))) return false;
  const isInProse = layer.isInPassing || draft.near.includes(layer);
  if (draft.form !== 'clause') return isInProse || layer.by !== 'line';
  return isInProse === true && existsFarther(draft, layer, workspace, catalog);
}

/**
 * `### A.7.7 Data disposal`, `- A.8.6 Notices` below "## ISO/IEC 42001:2023", where A.7 ends with A.7.6 and A.8 with A.8.5: what begins a
 * heading or an item there is of that standard, and comes right behind the last of its group.
 */
function isSlipOfSection({ headsSection, standards }: Evidence, draft: DraftReference, catalog: Catalog): boolean {
  const [named, ...others] = standards;
  if (!headsSection || others.length > 0 || !named?.known) return false;
  if (draft.form !== 'annex' || draft.needsScope || !draft.startsBlock) return false;
  if (draft.where !== 'heading' && draft.where !== 'list') return false;
  return endsGroup(named, draft, catalog);
}

/**
 * "ISO 42001 internal audit: A.5.2 kept, A.5.6 missing": what comes right behind the last of a group of the standard that its item is
 * labelled with is a slip there; `A.8.15` is none, and what the words before it are the title of.
 */
function isSlipOfItem({ labelsItem, standards }: Evidence, draft: DraftReference, catalog: Catalog): boolean {
  const [named, ...others] = standards;
  if (!labelsItem || others.length > 0 || !named?.known || draft.form !== 'annex' || draft.needsScope) return false;
  if (draft.spoken || (draft.system !== null && draft.system.standard !== named.standard)) return false;
  return endsGroup(named, draft, catalog);
}

/**
 * `| Topic | ISO 42001:2023 |` above A.7.7: what stands below or beside nothing but the name of a standard is of that one, although only
 * another one that the document is about has it. Not where head and label name two, of which the other one has it.
 */
function unknownByLabel(
  draft: DraftReference,
  layer: Evidence,
  known: readonly NamedStandard[],
  workspace: Evidence,
  catalog: Catalog,
): Outcome | null {
  if (!layer.isName && !isSlipOfSection(layer, draft, catalog) && !isSlipOfItem(layer, draft, catalog)) return null;
  if (known.length === 0 || !existsFarther(draft, layer, workspace, catalog)) return null;
  const isOfOther = draft.far.some(
    ({ isName, standards }) => isName && standardsWithId(catalog, standards, draft).length > 0,
  );
  if (isOfOther) return null;
  // A number that the head of its column alone makes one is judged as strictly as any other.
  const tight = draft.form === 'annex' && !draft.needsScope && !draft.wildcard;
  return readTitle(draft, null, catalog) ?? { state: 'unknown', named: known[0]!, by: layer.by, tight };
}

function existsFarther(draft: DraftReference, layer: Evidence, workspace: Evidence, catalog: Catalog): boolean {
  const layers = [...draft.near, ...draft.far, workspace];
  return layers
    .slice(layers.indexOf(layer) + 1)
    .some((other) =>
      other.standards.some(
        (named) => named.known && findEditions(catalog, named.standard, null, draft, named.byCompanion).length > 0,
      ),
    );
}

function readTight(
  draft: DraftReference,
  layer: Evidence,
  isoLike: readonly NamedStandard[],
  known: readonly NamedStandard[],
  catalog: Catalog,
): Outcome {
  if (known.length === 0) return { state: 'external', named: isoLike[0]!, by: layer.by };
  const matches = standardsWithId(catalog, known, draft);
  if (matches.length === 0) return { state: 'unknown', named: known[0]!, by: layer.by, tight: true };
  if (matches.length === 1 || layer.joined) return resolvedAs(distinct(matches), layer.by, true);
  const choices = distinct(matches);
  if (choices.length === 1) return resolvedAs(choices, layer.by, true);
  // "ISO 27001 and ISO 42001 clause 9.2" means the clause of each of them; an Annex id is of one standard only.
  return draft.form === 'clause'
    ? resolvedAs(choices, layer.by, true)
    : { state: 'open', named: choices, by: layer.by };
}

/**
 * A companion (27002) makes clause numbers control numbers only right beside them: "clause 10.1" in a text that also names
 * ISO/IEC 27002 is a clause.
 */
function withoutCompanions(known: readonly NamedStandard[], draft: DraftReference): readonly NamedStandard[] {
  if (draft.form !== 'clause' || !known.some((named) => named.byCompanion)) return known;
  return known.map((named) => (named.byCompanion ? { ...named, byCompanion: false } : named));
}

/** One entry per standard; the one that says its edition wins. */
function distinct(named: readonly NamedStandard[]): readonly NamedStandard[] {
  if (named.length < 2) return named;
  const chosen = new Map<string, NamedStandard>();
  for (const one of named) {
    const other = chosen.get(one.standard);
    const better = !other || (other.edition === null && one.edition !== null) ? one : other;
    // Named by itself and by its companion: a clause number is its own.
    chosen.set(one.standard, { ...better, byCompanion: one.byCompanion && (other?.byCompanion ?? true) });
  }
  return [...chosen.values()];
}

function workspaceLayer(scope: readonly ScopedStandard[]): Evidence {
  return {
    by: 'workspace',
    standards: scope.map(({ standard, edition }) => standardOf(standard, edition)),
    tight: false,
    joined: false,
    editionHint: null,
  };
}

/** The title beside an id tells its standard where only one standard has that id under that title. */
function readTitle(draft: DraftReference, open: readonly NamedStandard[] | null, catalog: Catalog): Outcome | null {
  if (draft.titleWords === null || draft.form === 'clause') return null;
  const standards = new Set<string>();
  for (const entry of entriesByTitle(catalog, draft.titleWords)) {
    const edition = catalog.standard(entry.standardKey);
    if (!edition) continue;
    const hit = findEditions(catalog, edition.standard, edition.edition, draft, false);
    if (hit.some((found) => found.entry.key === entry.key)) standards.add(edition.standard);
  }
  if (standards.size !== 1) return null;
  const standard = [...standards][0]!;
  if (open && !open.some((named) => named.standard === standard)) return null;
  return resolvedAs([standardOf(standard)], 'line');
}
