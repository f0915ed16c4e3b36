/**
 * Drafts → references: which standard and edition each one means. Nearest evidence first; what stays open after the
 * workspace and the sibling ids is ambiguous, and what has nothing to go by is not reported at all. The order and the
 * reasons are told to users in docs/references.md.
 */
import type { Catalog } from '../catalog/types.js';
import type { Reading, Reference, ResolvedBy, ScopedStandard } from '../document.js';
import type { DraftDocument, DraftReference, Evidence } from './draft.js';
import { chooseEdition, isCrosswalk } from './editions.js';
import { expandIds, type Found, findEditions, kindOf, kindOfForm } from './lookup.js';
import type { NamedStandard } from './mentions.js';
import { entriesByTitle, isTitleOf, titledAs } from './titles.js';

/** What is known of one draft after its own evidence was read. */
export type Outcome =
  | { readonly state: 'resolved'; readonly named: readonly NamedStandard[]; readonly by: ResolvedBy; readonly tight: boolean }
  | { readonly state: 'open'; readonly named: readonly NamedStandard[]; readonly by: ResolvedBy }
  | { readonly state: 'unknown'; readonly named: NamedStandard; readonly by: ResolvedBy; readonly tight: boolean }
  | { readonly state: 'external'; readonly named: NamedStandard; readonly by: ResolvedBy }
  /** The surroundings name a standard without the id; only a standard named farther away has it. Neighbours decide. */
  | { readonly state: 'contested'; readonly near: NamedStandard; readonly nearBy: ResolvedBy; readonly far: readonly NamedStandard[]; readonly by: ResolvedBy }
  | { readonly state: 'unscoped' }
  | { readonly state: 'dropped' };

const dropped: Outcome = { state: 'dropped' };
const nearLayers: ReadonlySet<ResolvedBy> = new Set(['tag', 'line', 'block', 'heading']);

/** Resolves all drafts of a document against the standards in scope. Pure; the drafts are not changed. */
export function resolveReferences(document: DraftDocument, scope: readonly ScopedStandard[], catalog: Catalog): Reference[] {
  const { drafts } = document;
  const workspace = workspaceLayer(scope);
  const outcomes = drafts.map((draft) => judge(readEvidence(draft, workspace, catalog), draft, document, catalog));
  settleContested(drafts, outcomes, document, catalog);
  settleOpen(drafts, outcomes);
  settleUnscoped(drafts, outcomes, document, catalog);
  const references: Reference[] = [];
  const editions = chooseEdition(drafts, outcomes, scope, catalog);
  for (let i = 0; i < drafts.length; i++) references.push(...referencesOf(drafts[i]!, outcomes[i]!, editions[i]!, catalog));
  return references;
}

/** Goes through the layers of evidence from near to far. */
function readEvidence(draft: DraftReference, workspace: Evidence, catalog: Catalog): Outcome {
  let open: readonly NamedStandard[] | null = null;
  let openBy: ResolvedBy = 'none';
  let fallback: { named: NamedStandard; by: ResolvedBy } | null = null;
  let titleRead = false;
  for (const layer of [...draft.near, ...draft.far, workspace]) {
    if (layer.standards.length === 0) continue;
    if (!titleRead && layer.by !== 'tag' && layer.by !== 'line') {
      titleRead = true;
      const byTitle = readTitle(draft, open, catalog);
      if (byTitle && !fallback) return byTitle;
    }
    const isoLike = layer.standards.filter((named) => named.looksLikeIso);
    if (isoLike.length === 0) {
      if (draft.form !== 'annex' && open === null && nearLayers.has(layer.by) && !draft.isTag) return dropped;
      continue;
    }
    const known = isoLike.filter((named) => named.known);
    if (layer.tight) return readTight(draft, layer, isoLike, known, catalog);
    const matches = distinct(known.filter((named) => findEditions(catalog, named.standard, null, draft, named.byCompanion).length > 0));
    if (open === null) {
      if (matches.length === 0) {
        if (known.length === 0 && nearLayers.has(layer.by)) {
          // Not right beside it: an id that the standards in scope have is theirs, whatever else the sentence mentions.
          if (draft.form === 'annex' && existsFarther(draft, layer, workspace, catalog)) continue;
          return { state: 'external', named: isoLike[0]!, by: layer.by };
        }
        if (known.length > 0 && layer.by !== 'workspace') fallback ??= { named: known[0]!, by: layer.by };
        continue;
      }
      if (fallback && (layer.by === 'document' || layer.by === 'workspace')) {
        return { state: 'contested', near: fallback.named, nearBy: fallback.by, far: matches, by: layer.by };
      }
      if (matches.length === 1) return { state: 'resolved', named: matches, by: layer.by, tight: false };
      if (layer.joined) return { state: 'resolved', named: matches, by: layer.by, tight: false };
      open = matches;
      openBy = layer.by;
    } else {
      const narrowed: NamedStandard[] = open.filter((named) => matches.some((other) => other.standard === named.standard));
      if (narrowed.length === 1) return { state: 'resolved', named: narrowed, by: layer.by, tight: false };
      if (narrowed.length > 1) open = narrowed;
    }
  }
  if (open !== null) return { state: 'open', named: open, by: openBy };
  const byTitle = titleRead ? null : readTitle(draft, null, catalog);
  if (byTitle) return byTitle;
  return fallback ? { state: 'unknown', named: fallback.named, by: fallback.by, tight: false } : { state: 'unscoped' };
}

function existsFarther(draft: DraftReference, layer: Evidence, workspace: Evidence, catalog: Catalog): boolean {
  const layers = [...draft.near, ...draft.far, workspace];
  return layers.slice(layers.indexOf(layer) + 1).some((other) =>
    other.standards.some((named) => named.known && findEditions(catalog, named.standard, null, draft, named.byCompanion).length > 0),
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
  const matches = known.filter((named) => findEditions(catalog, named.standard, null, draft, named.byCompanion).length > 0);
  if (matches.length === 0) return { state: 'unknown', named: known[0]!, by: layer.by, tight: true };
  if (matches.length === 1 || layer.joined) return { state: 'resolved', named: distinct(matches), by: layer.by, tight: true };
  const choices = distinct(matches);
  if (choices.length === 1) return { state: 'resolved', named: choices, by: layer.by, tight: true };
  // "ISO 27001 and ISO 42001 clause 9.2" means the clause of each of them; an Annex id is of one standard only.
  return draft.form === 'clause'
    ? { state: 'resolved', named: choices, by: layer.by, tight: true }
    : { state: 'open', named: choices, by: layer.by };
}

/** One entry per standard; the one that says its edition wins. */
function distinct(named: readonly NamedStandard[]): NamedStandard[] {
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
    standards: scope.map((one) => ({ standard: one.standard, edition: one.edition, known: true, looksLikeIso: true, byCompanion: false })),
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
  const named: NamedStandard = { standard, edition: null, known: true, looksLikeIso: true, byCompanion: false };
  return { state: 'resolved', named: [named], by: 'line', tight: false };
}

/** Takes back what is more likely the document's own numbering than a citation. Silence beats a wrong accusation. */
function judge(outcome: Outcome, draft: DraftReference, document: DraftDocument, catalog: Catalog): Outcome {
  if (outcome.state === 'dropped' || outcome.state === 'external' || outcome.state === 'contested') return outcome;
  const by = outcome.state === 'unscoped' ? 'none' : outcome.by;
  const near = nearLayers.has(by);
  if (outcome.state === 'unknown') return judgeUnknown(outcome, draft, document, catalog);
  if (draft.needsScope && by === 'none') return dropped;
  const number = draft.members[0]!.parts.join('.');
  if (draft.form === 'clause' && !draft.isTag && !draft.isEither && !near && document.ownNumbers.has(number) && !namedUpFront(draft)) return dropped;
  if (draft.members[0]!.parts.length === 1 && draft.form === 'annex' && by === 'workspace') return dropped;
  return outcome;
}

/** Whether the title, preface or front matter of the document names a standard: then "clause" means a clause of it. */
function namedUpFront(draft: DraftReference): boolean {
  return draft.far.some((layer) => (layer.by === 'front-matter' || layer.by === 'document') && !layer.isFaint && layer.standards.length > 0);
}

function judgeUnknown(
  outcome: Extract<Outcome, { state: 'unknown' }>,
  draft: DraftReference,
  document: DraftDocument,
  catalog: Catalog,
): Outcome {
  if (outcome.tight) return outcome;
  if (draft.needsScope || draft.wildcard) return draft.isTag && !draft.isBare ? outcome : draft.isTag && nearLayers.has(outcome.by) ? outcome : dropped;
  if (draft.form !== 'annex' && !nearLayers.has(outcome.by)) return draft.isTag ? outcome : dropped;
  if (draft.form === 'clause' && document.ownNumbers.has(draft.members[0]!.parts.join('.'))) return dropped;
  if (continuesControl(draft, outcome.named, catalog)) return dropped;
  return outcome;
}

/**
 * `### A.9.2.1 Purpose` below `## A.9.2 …`, and `(A.9.2.1)` in a list of contents: the document numbers its own sections
 * below a control of the standard.
 */
function continuesControl(draft: DraftReference, named: NamedStandard, catalog: Catalog): boolean {
  const { parts } = draft.members[0]!;
  if (parts.length < 3) return false;
  const parent = parts.slice(0, -1).join('.');
  if (draft.startsHeading && draft.above.some((number) => number === draft.letter + parent)) return true;
  const standard = catalog.edition(named.standard, named.edition);
  return standard !== undefined && catalog.find(standard.key, `${draft.letter}.${parent}`)?.kind === 'control';
}

/** Neighbours of the nearer standard keep an id there, as unknown; without them the standard that has the id is meant. */
function settleContested(drafts: readonly DraftReference[], outcomes: Outcome[], document: DraftDocument, catalog: Catalog): void {
  if (!outcomes.some((outcome) => outcome.state === 'contested')) return;
  const neighbours = new Neighbours(drafts, outcomes);
  for (let i = 0; i < drafts.length; i++) {
    const outcome = outcomes[i]!;
    if (outcome.state !== 'contested') continue;
    const draft = drafts[i]!;
    const near = neighbours.nearest(draft, 'control');
    const staysNear = near.has(outcome.near.standard) && !outcome.far.some((named) => near.has(named.standard));
    const decided: Outcome = staysNear
      ? { state: 'unknown', named: outcome.near, by: outcome.nearBy, tight: false }
      : outcome.far.length === 1
        ? { state: 'resolved', named: outcome.far, by: outcome.by, tight: false }
        : { state: 'open', named: outcome.far, by: outcome.by };
    outcomes[i] = judge(decided, draft, document, catalog);
  }
}

const noStandards: ReadonlySet<string> = new Set();
type Shape = 'clause' | 'control';

/** The standards of the resolved references, by block, by section and in the whole document; as of its construction. */
class Neighbours {
  private readonly sets = new Map<string, Set<string>>();

  constructor(drafts: readonly DraftReference[], outcomes: readonly Outcome[]) {
    for (let i = 0; i < drafts.length; i++) {
      const outcome = outcomes[i]!;
      if (outcome.state !== 'resolved') continue;
      const shape: Shape = drafts[i]!.form === 'clause' ? 'clause' : 'control';
      for (const named of outcome.named) {
        this.add(`${shape} group ${drafts[i]!.group}`, named.standard);
        this.add(`${shape} section ${drafts[i]!.section}`, named.standard);
        this.add(`${shape} all`, named.standard);
      }
    }
  }

  /** The standards of the block, else of the section, else of the document. */
  nearest(draft: DraftReference, shape: Shape): ReadonlySet<string> {
    for (const set of this.circles(draft, shape)) if (set.size > 0) return set;
    return noStandards;
  }

  circles(draft: DraftReference, shape: Shape): readonly ReadonlySet<string>[] {
    const names = [`${shape} group ${draft.group}`, `${shape} section ${draft.section}`, `${shape} all`];
    return names.map((name) => this.sets.get(name) ?? noStandards);
  }

  private add(name: string, standard: string): void {
    const set = this.sets.get(name);
    if (set) set.add(standard);
    else this.sets.set(name, new Set([standard]));
  }
}

/** Narrows open references by their neighbours: those in the same block, then the section, then the whole document. */
function settleOpen(drafts: readonly DraftReference[], outcomes: Outcome[]): void {
  if (!outcomes.some((outcome) => outcome.state === 'open')) return;
  const neighbours = new Neighbours(drafts, outcomes);
  const tagged = taggedClauses(drafts, outcomes);
  for (let i = 0; i < drafts.length; i++) {
    const outcome = outcomes[i]!;
    if (outcome.state !== 'open') continue;
    const draft = drafts[i]!;
    const isClause = draft.form === 'clause';
    const number = draft.members[0]!.parts.join('.');
    // An integrated document that tags a clause for each of its standards means each of them when it cites the clause.
    if (isClause && !draft.isTag && outcome.named.every((named) => tagged.has(`${named.standard}:${number}`))) {
      outcomes[i] = { state: 'resolved', named: outcome.named, by: 'front-matter', tight: false };
      continue;
    }
    for (const standards of neighbours.circles(draft, isClause ? 'clause' : 'control')) {
      const left = outcome.named.filter((named) => standards.has(named.standard));
      if (left.length === 1 && standards.size === 1) outcomes[i] = { state: 'resolved', named: left, by: 'siblings', tight: false };
      if (left.length > 0) break;
    }
  }
}

/** `27001:9.2` for every clause that the document tags. */
function taggedClauses(drafts: readonly DraftReference[], outcomes: readonly Outcome[]): Set<string> {
  const tagged = new Set<string>();
  for (let i = 0; i < drafts.length; i++) {
    const outcome = outcomes[i]!;
    if (!drafts[i]!.isTag || outcome.state !== 'resolved') continue;
    for (const named of outcome.named) for (const member of drafts[i]!.members) tagged.add(`${named.standard}:${member.parts.join('.')}`);
  }
  return tagged;
}

function standardsAmong(
  drafts: readonly DraftReference[],
  outcomes: readonly Outcome[],
  counts: (draft: DraftReference, index: number) => boolean,
): Set<string> {
  const standards = new Set<string>();
  for (let j = 0; j < drafts.length; j++) {
    const outcome = outcomes[j]!;
    if (outcome.state === 'resolved' && counts(drafts[j]!, j)) for (const named of outcome.named) standards.add(named.standard);
  }
  return standards;
}

/** References of a document that names no standard at all: its ids together may fit one standard only. */
function settleUnscoped(drafts: readonly DraftReference[], outcomes: Outcome[], document: DraftDocument, catalog: Catalog): void {
  const unscoped: number[] = [];
  for (let i = 0; i < drafts.length; i++) if (outcomes[i]!.state === 'unscoped') unscoped.push(i);
  if (unscoped.length === 0) return;
  const annex = unscoped.filter((i) => drafts[i]!.form === 'annex' && !drafts[i]!.needsScope);
  const resolved = standardsAmong(drafts, outcomes, (draft) => draft.form !== 'clause');
  const fitting = resolved.size > 0 ? [...resolved] : standardsThatFit(annex.map((i) => drafts[i]!), catalog);
  for (const i of unscoped) {
    const draft = drafts[i]!;
    const standards = fitting.filter((standard) => findEditions(catalog, standard, null, draft, false).length > 0);
    const isOwn = draft.startsHeading || (draft.form === 'clause' && document.ownNumbers.has(draft.members[0]!.parts.join('.')));
    const isCited = draft.isTag || (!isOwn && (!draft.needsScope || draft.isBare));
    if (!isCited || standards.length === 0 || (draft.form !== 'annex' && !draft.isTag && resolved.size === 0 && annex.length === 0)) {
      outcomes[i] = dropped;
      continue;
    }
    const named = standards.map((standard) => ({ standard, edition: null, known: true, looksLikeIso: true, byCompanion: false }));
    const by: ResolvedBy = annex.length > 1 || resolved.size > 0 ? 'siblings' : 'catalog';
    outcomes[i] = named.length === 1 ? { state: 'resolved', named, by, tight: false } : { state: 'open', named, by: 'none' };
  }
}

/** Standards in which nearly all of the ids exist as controls (one slip in ten is allowed, so that one typo does not blind us). */
function standardsThatFit(annex: readonly DraftReference[], catalog: Catalog): string[] {
  if (annex.length === 0) return [];
  const standards = new Set(catalog.standards.filter((one) => one.type === 'management-system').map((one) => one.standard));
  const fits: string[] = [];
  for (const standard of standards) {
    const hits = annex.filter((draft) =>
      findEditions(catalog, standard, null, draft, false).some((found) => kindOf(found.entry) === 'control'),
    ).length;
    if (hits > 0 && hits >= annex.length * 0.9) fits.push(standard);
  }
  return fits;
}

function referencesOf(draft: DraftReference, outcome: Outcome, editions: ReadonlyMap<string, string | null>, catalog: Catalog): Reference[] {
  if (outcome.state === 'dropped' || outcome.state === 'unscoped' || outcome.state === 'contested') return [];
  if (outcome.state === 'external') return [external(draft, outcome.named, outcome.by)];
  if (outcome.state === 'open') return [ambiguous(draft, outcome, catalog)];
  const named = outcome.state === 'unknown' ? [outcome.named] : outcome.named;
  return named.map((one) => {
    const edition = editions.get(one.standard) ?? null;
    const found = findEditions(catalog, one.standard, edition, draft, one.byCompanion)[0];
    return resolvedReference(draft, { named: one, edition, by: outcome.by, found }, catalog);
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
  const ids = expandIds(catalog, standard, prefix, draft.members);
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
    titledAs: found && draft.titleWords !== null && ids.length === 1 ? (titledAs(catalog, found.entry, draft.titleWords)?.key ?? null) : null,
    isCrosswalk: isCrosswalk(draft, named.standard, edition, catalog),
  };
}

function common(draft: DraftReference): Pick<
  Reference,
  'span' | 'text' | 'where' | 'isTag' | 'section' | 'titleSpan' | 'isUnquotedNumber'
> {
  const { span, text, where, isTag, section, titleSpan, isUnquotedNumber } = draft;
  return { span, text, where, isTag, section, titleSpan, isUnquotedNumber };
}

function external(draft: DraftReference, named: NamedStandard, by: ResolvedBy): Reference {
  const prefix = draft.form === 'annex' ? `${draft.letter}.` : '';
  const ids = expandIds({ controls: () => [] } as unknown as Catalog, null, prefix, draft.members);
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
    const [found] = findEditions(catalog, named.standard, named.edition, draft, named.byCompanion);
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

/** Whether the words beside the id are its title in some edition (for callers that judge headings). */
export function titleConfirms(draft: DraftReference, found: Found): boolean {
  return draft.titleWords !== null && isTitleOf(found.entry, draft.titleWords);
}
