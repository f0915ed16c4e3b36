/** The layers of evidence of one draft, from near to far: of which standard is it by what is written around it? */
import type { Catalog } from '../../catalog/types.js';
import type { ResolvedBy } from '../../document.js';
import type { DraftReference, Evidence } from '../draft.js';
import { type NamedStandard, standardOf } from '../text/standardNames.js';
import { readTitle } from './byTitle.js';
import {
  existsFarther,
  isColumnOfOther,
  isOfOtherForm,
  isOfOtherSystem,
  isOfOwnStandard,
  isOfSentenceBefore,
  isPassingLaw,
  mayBeOfExtension,
  tellsHowToAudit,
} from './layerKinds.js';
import {
  endsGroup,
  extensionAmong,
  findInForce,
  hasControlInForce,
  inForceAmong,
  isOldGroup,
  standardsWithId,
} from './lookup.js';
import { dropped, nearLayers, type Outcome, resolvedAs, resolvedBySubject } from './outcome.js';
import { onlyWithGroup, unknownByLabel } from './slips.js';
import { withStandardOfYear } from './standardOfYear.js';

/** Which standard a draft means by its evidence, as far as that goes without its neighbours. */
export function readEvidence(draft: DraftReference, workspace: Evidence, catalog: Catalog): Outcome {
  const ofEach = draft.ofEach ? ofEachStandard(draft, workspace, catalog) : null;
  return ofEach ?? new EvidenceReading(draft, workspace, catalog).read();
}

/** Goes through the layers of evidence from near to far, and stops at the first standard that has the id. */
class EvidenceReading {
  private readonly layers: readonly Evidence[];
  /** Several standards that have the id, which layers farther off may narrow. */
  private open: readonly NamedStandard[] | null = null;
  private openBy: ResolvedBy = 'none';
  private fallback: Lacking | null = null;
  private ofAnother: Lacking | null = null;
  private isTitleRead = false;

  constructor(
    private readonly draft: DraftReference,
    private readonly workspace: Evidence,
    private readonly catalog: Catalog,
  ) {
    this.layers = [...draft.near, ...draft.far, workspace];
  }

  read(): Outcome {
    const { draft, catalog } = this;
    for (const written of this.layers) {
      // What the text says of it itself goes before the folder.
      const ownSystem = written === this.workspace ? this.ownSystem() : undefined;
      if (ownSystem) return resolvedBySubject(ownSystem);
      const layer = withStandardOfYear(written, draft, this.layers, catalog);
      if (layer.standards.length === 0 || layer.isInCommon || isOfOtherForm(layer, draft)) continue;
      if ((layer.isAside || isOldGroupOf(layer, draft, catalog)) && isOfOwnStandard(layer, draft, catalog)) continue;
      const outcome = this.readLayer(layer);
      if (outcome) return outcome;
    }
    return this.conclude();
  }

  /** What a layer decides; null where those farther off have to be asked. */
  private readLayer(layer: Evidence): Outcome | null {
    const { draft, catalog, open } = this;
    const extension = mayBeOfExtension(layer, draft, catalog) && extensionAmong(namedIn(this.layers), draft, catalog);
    if (extension) return resolvedAs([standardOf(extension.standard, extension.edition)], layer.by, true);
    const byTitle = this.readTitleBefore(layer);
    if (byTitle) return byTitle;
    const isoLike = layer.standards.filter((named) => named.looksLikeIso);
    if (isoLike.length === 0) {
      const isOfLaw =
        draft.form !== 'annex' && open === null && nearLayers.has(layer.by) && !isPassingLaw(layer, draft);
      return isOfLaw ? dropped : null;
    }
    const known = isoLike.filter((named) => named.known);
    if (layer.tight) return readTight(draft, layer, isoLike, known, catalog);
    const matches =
      layer.ofAnother === 'behind' ? [] : distinct(standardsWithId(catalog, withoutCompanions(known, draft), draft));
    if (open !== null) return layer.isFaint ? null : this.narrow(open, layer, matches);
    return matches.length === 0 ? this.readLacking(layer, isoLike, known) : this.readFirst(layer, matches);
  }

  /** The title beside the id goes before all that is not in its line. */
  private readTitleBefore(layer: Evidence): Outcome | null {
    if (this.isTitleRead || layer.by === 'tag' || layer.by === 'line' || isColumnOfOther(layer)) return null;
    this.isTitleRead = true;
    return readTitle(this.draft, this.open, this.catalog);
  }

  /** A layer none of whose standards has the id. */
  private readLacking(
    layer: Evidence,
    isoLike: readonly NamedStandard[],
    known: readonly NamedStandard[],
  ): Outcome | null {
    const { draft, workspace, catalog } = this;
    if (tellsHowToAudit(draft, layer, workspace, catalog)) return null;
    if (known.length === 0 && (nearLayers.has(layer.by) || isOfOtherSystem(layer, draft))) {
      // Not right beside it: an id that the standards in scope have is theirs, whatever else the sentence mentions.
      const mayBeFarther = draft.form === 'annex' ? !layer.isLabel : isOfSentenceBefore(layer, draft, catalog);
      if (mayBeFarther && existsFarther(draft, layer, workspace, catalog)) return null;
      return { state: 'external', named: isoLike[0]!, by: layer.by };
    }
    if (layer.ofAnother === 'behind') {
      this.ofAnother ??= { named: known[0]!, by: layer.by };
      return null;
    }
    const ofLabel = this.fallback ? null : unknownByLabel(draft, layer, known, workspace, catalog);
    if (ofLabel) return ofLabel;
    const having = onlyWithGroup(known, draft, catalog);
    // "A.7.3.11", where A.7.3 of one of them ends with A.7.3.10
    const isDeep = draft.form === 'annex' && draft.members[0]!.parts.length > 2;
    const ending = isDeep ? known.find((one) => endsGroup(one, draft, catalog)) : undefined;
    const named = layer.by === 'workspace' ? having : (having ?? ending ?? known[0]);
    if (named)
      this.fallback ??= {
        named,
        by: layer.by,
        isOfAnother: layer.ofAnother === 'before',
        isFaint: layer.isFaint,
        isOfSection: layer.headsSection,
      };
    return null;
  }

  /** The nearest layer with standards that have the id. */
  private readFirst(layer: Evidence, matches: readonly NamedStandard[]): Outcome | null {
    const { fallback, draft, catalog } = this;
    // "Reports (A.6.8; for AI concerns 42001 A.3.3)": what names the standard of another says that this is of none such.
    const isTitle = layer.by === 'heading' && !layer.ofPart && fallback?.isOfSection && draft.startsBlock;
    if (fallback && !this.ofAnother && (layer.by === 'document' || layer.by === 'workspace' || isTitle)) {
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
    if (matches.length === 1) {
      const inForce = this.inForceFarther(layer, matches[0]!);
      return inForce.length > 0
        ? { state: 'open', named: [...matches, ...inForce], by: layer.by }
        : resolvedAs(matches, layer.by);
    }
    if (layer.joined) return resolvedAs(ofSubject(matches, draft, layer, catalog), layer.by);
    this.open = matches;
    this.openBy = layer.by;
    return null;
  }

  /**
   * "Agents have an identity (27001 A.5.16). A human decides (A.9.2)." in a text on ISO/IEC 42001: the standards that
   * what stands farther off names and that have in force what the one named for another reference, or in the sentence
   * before, only had once.
   */
  private inForceFarther(layer: Evidence, match: NamedStandard): readonly NamedStandard[] {
    const { draft, catalog } = this;
    const isAside = layer.ofAnother === 'before' || (layer.by === 'block' && draft.near.includes(layer));
    if (!isAside || draft.form !== 'annex' || !hasOnlyOnce(match, draft, catalog)) return [];
    const farther = draft.far.flatMap(({ standards }) => standards);
    const having = farther.filter((named) => named.known && hasControlInForce(named.standard, draft, catalog));
    return distinct(having.filter(({ standard }) => standard !== match.standard));
  }

  /** A layer behind one that left several: what a document names most often does not decide between standards that it tags side by side. */
  private narrow(open: readonly NamedStandard[], layer: Evidence, matches: readonly NamedStandard[]): Outcome | null {
    // Nor does a folder make a number of an older edition out of what another standard has in force: the neighbours tell.
    const inFolder = open.map((named) => matches.find((one) => one.standard === named.standard) ?? named);
    if (layer.by === 'workspace' && inForceAmong(inFolder, this.draft, this.catalog).length < open.length) return null;
    const narrowed = open.filter((named) => matches.some((other) => other.standard === named.standard));
    if (narrowed.length === 1) return resolvedAs(narrowed, layer.by);
    if (narrowed.length > 1) this.open = narrowed;
    return null;
  }

  /** What is left when no layer has decided. */
  private conclude(): Outcome {
    const { open, draft, catalog } = this;
    const ofSystem = this.ownSystem() ?? ofStatement(open, draft, catalog);
    if (ofSystem) return resolvedBySubject(ofSystem);
    if (open !== null) return { state: 'open', named: open, by: this.openBy };
    const byTitle = this.isTitleRead ? null : readTitle(draft, null, catalog);
    if (byTitle) return byTitle;
    const lacking = lackingOf(this.fallback, this.ofAnother, draft, catalog);
    return lacking ? { state: 'unknown', named: lacking.named, by: lacking.by, tight: false } : { state: 'unscoped' };
  }

  /** Of those that are open, the one whose management system the text speaks of. */
  private ownSystem(): NamedStandard | undefined {
    return this.open?.find((named) => named.standard === this.draft.system?.standard);
  }
}

/** Whether a standard has an id in older editions only, while none of those is named. */
function hasOnlyOnce({ standard, edition }: NamedStandard, draft: DraftReference, catalog: Catalog): boolean {
  const isOldNamed = edition !== null && catalog.edition(standard, edition)?.status === 'withdrawn';
  return !isOldNamed && findInForce(standard, draft, catalog) === null;
}

/**
 * "Logs: ISO 27001 A.8.15; A.10.1 is missing": whether a standard named before in the sentence had the number only
 * once, and only as a heading of controls.
 */
function isOldGroupOf({ by, tight, standards }: Evidence, draft: DraftReference, catalog: Catalog): boolean {
  const isOld = (named: NamedStandard): boolean =>
    hasOnlyOnce(named, draft, catalog) && isOldGroup(named, draft, catalog);
  if (by !== 'line' || tight || draft.form !== 'annex') return false;
  return standardsWithId(catalog, standards, draft).some(isOld);
}

/** A standard that is named for an id that it does not have. */
interface Lacking {
  readonly named: NamedStandard;
  readonly by: ResolvedBy;
  /** Named right at another reference before it. */
  readonly isOfAnother?: boolean;
  /** Only named often, not in title, preface or front matter. */
  readonly isFaint?: boolean | undefined;
  /** All that the heading of the section, or the title of the box, says: the title of the document may name another one beside it. */
  readonly isOfSection?: boolean | undefined;
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

/** The standards of some layers, each also with the editions that the layers name without their standards ("in the 2019 edition"). */
function namedIn(layers: readonly Evidence[]): Pick<NamedStandard, 'standard' | 'edition'>[] {
  const hints = layers.flatMap(({ editionHint }) => editionHint ?? []);
  return layers.flatMap(({ standards }) =>
    standards.flatMap((named) => [named, ...hints.map((edition) => ({ standard: named.standard, edition }))]),
  );
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

/** "clause 9.2 of both standards": those of the nearest layer that names several with that clause. */
function ofEachStandard(draft: DraftReference, workspace: Evidence, catalog: Catalog): Outcome | null {
  const ours = besideOther(draft, catalog);
  if (ours) return resolvedAs([ours], 'line', true);
  for (const layer of [...draft.near, ...draft.far, workspace]) {
    if (isOfOtherForm(layer, draft)) continue;
    const known = layer.standards.filter((named) => named.known);
    const matches = distinct(standardsWithId(catalog, withoutCompanions(known, draft), draft));
    if (matches.length > 1) return resolvedAs(matches, layer.by);
  }
  return null;
}

/**
 * "ISO 27001 clause 9.2 and ISO 22301 clause 9.2; the review is clause 9.3 in both standards": of the two that the sentence names last, the
 * one that we have.
 */
function besideOther(draft: DraftReference, catalog: Catalog): NamedStandard | undefined {
  const inLine = draft.near.filter(({ by }) => by === 'line').flatMap(({ standards }) => standards);
  const [first, ...rest] = inLine.filter(({ looksLikeIso }) => looksLikeIso);
  const second = rest.find(({ standard }) => standard !== first!.standard);
  if (!second || first!.known === second.known) return undefined;
  return standardsWithId(catalog, [first!.known ? first! : second], draft)[0];
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
