/** Where the surroundings leave a reference open, its neighbours decide: those of its block, its section, its document. */
import type { Catalog } from '../../catalog/types.js';
import type { ResolvedBy } from '../../document.js';
import type { DraftDocument, DraftReference } from '../draft.js';
import { isManagementSystem, type NamedStandard, standardOf } from '../text/standardNames.js';
import { clausesOfEach, isOfAll, taggedClauses } from './clausesOfEach.js';
import { enoughSpaced, spacedIds } from './documentFacts.js';
import { judge } from './judge.js';
import { circulates, findEditions, findInForce, hasControlInForce, inForceAmong, kindOf } from './lookup.js';
import { dropped, nearLayers, type Outcome, resolvedAs } from './outcome.js';
import { isOfOldEdition, standardsAmong } from './settleOlder.js';

/** Neighbours of the nearer standard keep an id there, as unknown; without them the standard that has the id is meant. */
export function settleContested(
  drafts: readonly DraftReference[],
  outcomes: Outcome[],
  document: DraftDocument,
  catalog: Catalog,
): void {
  if (!outcomes.some((outcome) => outcome.state === 'contested')) return;
  const neighbours = new Neighbours(drafts, outcomes, catalog);
  for (let i = 0; i < drafts.length; i++) {
    const outcome = outcomes[i]!;
    if (outcome.state !== 'contested') continue;
    const draft = drafts[i]!;
    // Against a standard that soa.yaml or the settings put in scope only the same front matter list counts.
    const isListed = draft.where === 'front-matter' && outcome.by === 'workspace';
    const near = isListed ? neighbours.inGroup(draft, 'control') : neighbours.nearest(draft, 'control');
    // What the document is about beats a standard that a sentence before the table happens to name.
    const isPassing =
      (outcome.isUpFront && outcome.nearBy === 'block') ||
      ((outcome.nearBy === 'line' || isOfOneFar(outcome, draft, catalog)) && !hasGroup(outcome.near, draft, catalog));
    const staysNear =
      !isPassing &&
      !isControlOfFar(outcome, draft, catalog) &&
      !isBeyondNear(outcome, draft, catalog) &&
      near.has(outcome.near.standard) &&
      !outcome.far.some((named) => near.has(named.standard));
    const decided: Outcome = staysNear
      ? { state: 'unknown', named: outcome.near, by: outcome.nearBy, tight: false }
      : outcome.far.length === 1
        ? resolvedAs(outcome.far, outcome.by)
        : { state: 'open', named: outcome.far, by: outcome.by };
    outcomes[i] = judge(decided, draft, document, catalog);
  }
}

/**
 * `| A.3.25 Logging | see A.8.15 |` below "PIMS (ISO/IEC 27701:2025)" in a report that says up front that it is on ISO/IEC 27001 as well:
 * the control of the one other standard that has it in force. What a row, item or heading begins with is what it lists of its own standard.
 */
function isOfOneFar(
  { nearBy, far, isUpFront }: Extract<Outcome, { state: 'contested' }>,
  draft: DraftReference,
  catalog: Catalog,
): boolean {
  if (draft.startsBlock && draft.where !== 'paragraph') return false;
  return isUpFront && nearBy === 'heading' && far.length === 1 && hasControlInForce(far[0]!.standard, draft, catalog);
}

/**
 * "Access rights (A.5.18)" in a manual whose title is of ISO/IEC 42001 and whose text names ISO/IEC 27001 as well, or behind an
 * "ISO/IEC 42001 A.3.3" of the same line: what is told of the document as a whole, or of another reference, does not make a
 * control of the one a slip in the other. A number that circulates as one of the nearer standard stays there, if that is what the
 * document says it is about, unless that is named for another reference only and the document is about both, and unless the words
 * before it are the subject of the other one: "security events (A.6.8)".
 */
function isControlOfFar(
  { near, nearBy, far, by, isUpFront, isNearOfAnother, isNearFaint }: Extract<Outcome, { state: 'contested' }>,
  draft: DraftReference,
  catalog: Catalog,
): boolean {
  // "security events (A.6.8)": the words before it are those of the farther standard.
  if (far.some(({ standard }) => standard === draft.system?.standard)) return true;
  const isFarNear = nearBy === 'document' || nearBy === 'front-matter';
  if (by !== 'document' || !(isNearOfAnother || isFarNear)) return false;
  if (circulates(near.standard, draft, catalog) && !isNearFaint && !(isNearOfAnother && isUpFront)) return false;
  return far.some(({ standard }) => hasControlInForce(standard, draft, catalog));
}

/**
 * "Logs are kept (A.8.15)" in a document whose title or front matter names ISO/IEC 42001, which ends at A.8.5, in a folder that follows
 * ISO/IEC 27001 too: so far beyond the end of its group a number is hardly a slip, and a control of the folder's other standard. Tags, and
 * what stands below a heading or label of the nearer standard, have to be exact.
 */
function isBeyondNear(
  { near, nearBy, far, by }: Extract<Outcome, { state: 'contested' }>,
  draft: DraftReference,
  catalog: Catalog,
): boolean {
  if (by !== 'workspace' || draft.isTag || nearBy === 'line' || nearBy === 'block') return false;
  const isBelowHeading = draft.far.some(
    ({ ofPart, standards }) => ofPart && standards.some(({ standard }) => standard === near.standard),
  );
  const { parts } = draft.members[0]!;
  if (isBelowHeading || parts.length < 2 || circulates(near.standard, draft, catalog)) return false;
  const last = parts[parts.length - 1]!;
  for (let back = 0; back <= farthestSlip; back++) {
    const id = `${draft.letter}.${[...parts.slice(0, -1), last - back].join('.')}`;
    if (catalog.editions(near.standard).some(({ key }) => catalog.find(key, id))) return false;
  }
  return far.some(({ standard }) => hasControlInForce(standard, draft, catalog));
}

/** Numbers so little behind the last of a group are slips of those who count it out of their heads. */
const farthestSlip = 3;

/** Whether a standard has the group of an id (A.5 for A.5.12): where it has not, the id is hardly a slip within it. */
function hasGroup(named: NamedStandard, draft: DraftReference, catalog: Catalog): boolean {
  const group = `${draft.letter}.${draft.members[0]!.parts[0]}`;
  return catalog
    .editions(named.standard)
    .filter(({ edition }) => named.edition === null || edition === named.edition)
    .some((edition) => catalog.find(edition.key, group) !== undefined);
}

const noStandards: ReadonlySet<string> = new Set();

type Shape = 'clause' | 'control';

/** So many neighbours of one standard make a list or section one of that standard. */
const enoughNeighbours = 3;

/** The standards of the resolved references around a reference, as of its construction. */
export class Neighbours {
  private readonly counts = new Map<string, Map<string, number>>();

  constructor(drafts: readonly DraftReference[], outcomes: readonly Outcome[], catalog: Catalog) {
    for (let i = 0; i < drafts.length; i++) {
      const outcome = outcomes[i]!;
      if (outcome.state !== 'resolved') continue;
      const draft = drafts[i]!;
      const shape: Shape = draft.form === 'clause' ? 'clause' : 'control';
      // "A.5.21 of ISO 27001" in a text about another standard is the exception that says so.
      const isPlain = draft.isTag || (outcome.by !== 'line' && outcome.by !== 'tag');
      const isOld = isOfOldEdition(draft, outcome, catalog);
      // Below the name of its standard a cell says of itself alone whose it is.
      const isBelowLabel = draft.column >= 0 && outcome.by === 'block';
      // A clause that one of the standards of the document has alone tells nothing of those that all of them have; nor does one of "old
      // references to ISO/IEC 27701:2019, 7.2.8".
      const isAlone =
        outcome.isBySubject ||
        (shape === 'clause' &&
          (isPlain
            ? !draft.isTag && draft.far.some(({ areAll }) => areAll)
            : outcome.named.every((one) => catalog.edition(one.standard, one.edition)?.status === 'withdrawn')));
      for (const named of outcome.named) {
        const circles = circleNames(draft, shape);
        if (isBelowLabel) this.add(labelledName(shape), named.standard);
        if (isOld) for (const name of circles) this.add(`old ${name}`, named.standard);
        for (const name of isAlone ? circles.slice(0, 1) : circles) this.add(name, named.standard);
        this.add(listName(draft, shape), named.standard);
        if (isPlain) this.add(plainName(shape), named.standard);
      }
    }
  }

  /** The standards of the list or table, else of the section, else of the document. */
  nearest(draft: DraftReference, shape: Shape): ReadonlySet<string> {
    for (const name of circleNames(draft, shape).slice(1)) {
      const counts = this.counts.get(name);
      if (counts) return new Set(counts.keys());
    }
    return noStandards;
  }

  /** The standards of the list or table alone. */
  inGroup(draft: DraftReference, shape: Shape): ReadonlySet<string> {
    return new Set(this.counts.get(circleNames(draft, shape)[1]!)?.keys());
  }

  /**
   * The one standard that the neighbours agree on: those of the same list, sentence or cell; at least three of the list or
   * section; all of the document, or at least three of those that name no standard themselves. Null where they differ: a
   * wrong guess is worse than a question.
   */
  agreed(draft: DraftReference, shape: Shape): string | null {
    const [block, group, section, all] = circleNames(draft, shape).map((name) => this.counts.get(name));
    // "cláusula 6.1.4, A.5.2": in one sentence a clause tells of the controls beside it.
    const [beside] = circleNames(draft, shape === 'clause' ? 'control' : 'clause');
    for (const [counts, enough] of [
      [this.counts.get(listName(draft, shape)), 1],
      [block ?? this.counts.get(beside!), 1],
      [group, enoughNeighbours],
      [section, enoughNeighbours],
      [all, 1],
    ] as const) {
      if (!counts) continue;
      // A sentence may have two lists: "A.7.2, A.7.3; A.5.12".
      if (counts.size > 1) return this.ofPlain(shape);
      const [standard, times] = [...counts][0]!;
      const isLabelled = counts === all && this.counts.get(labelledName(shape))?.get(standard) === times;
      if (times >= (isLabelled ? enoughNeighbours : enough)) return standard;
    }
    return shape === 'clause' ? this.ofControls() : null;
  }

  /** The one standard of the same list, sentence or cell; null where none or several are cited there. */
  beside(draft: DraftReference, shape: Shape): string | null {
    const counts = this.counts.get(listName(draft, shape)) ?? this.counts.get(circleNames(draft, shape)[0]!);
    return counts?.size === 1 ? [...counts.keys()][0]! : null;
  }

  /** Whether an older edition of the standard is cited where the nearest controls around a reference are. */
  citesOld(draft: DraftReference, standard: string): boolean {
    const nearest = circleNames(draft, 'control').find((name) => this.counts.has(name));
    return nearest !== undefined && this.counts.get(`old ${nearest}`)?.has(standard) === true;
  }

  /** The standard of all controls of a text that says of none of its clauses whose they are. */
  private ofControls(): string | null {
    if (this.counts.has(allName('clause'))) return null;
    const controls = [...(this.counts.get(allName('control')) ?? [])];
    if (controls.length > 1) return this.ofPlain('control');
    return controls.length === 1 && controls[0]![1] >= enoughNeighbours ? controls[0]![0] : null;
  }

  /** The standard of all references that do not name one themselves. */
  private ofPlain(shape: Shape): string | null {
    const plain = [...(this.counts.get(plainName(shape)) ?? [])];
    return plain.length === 1 && plain[0]![1] >= enoughNeighbours ? plain[0]![0] : null;
  }

  private add(name: string, standard: string): void {
    const counts = this.counts.get(name) ?? new Map<string, number>();
    counts.set(standard, (counts.get(standard) ?? 0) + 1);
    this.counts.set(name, counts);
  }
}

/** The circles around a reference, inner first. */
function circleNames(draft: DraftReference, shape: Shape): string[] {
  return [
    `${shape} sentence ${draft.block} ${draft.sentence}`,
    `${shape} group ${draft.group}`,
    `${shape} section ${draft.section}`,
    allName(shape),
  ];
}

/** The list in which a reference stands, with nothing but commas between: "A.7.2, A.7.3" of "A.7.2, A.7.3; A.5.12". */
function listName(draft: DraftReference, shape: Shape): string {
  return `${shape} list ${draft.block} ${draft.list ?? draft.span.start}`;
}

function allName(shape: Shape): string {
  return `${shape} all`;
}

function labelledName(shape: Shape): string {
  return `${shape} labelled`;
}

function plainName(shape: Shape): string {
  return `${shape} plain`;
}

/** Narrows open references by their neighbours: those in the same block, then the section, then the whole document. */
export function settleOpen(drafts: readonly DraftReference[], outcomes: Outcome[], catalog: Catalog): void {
  if (!outcomes.some((outcome) => outcome.state === 'open')) return;
  const neighbours = new Neighbours(drafts, outcomes, catalog);
  const tagged = taggedClauses(drafts, outcomes);
  const citesOfEach = clausesOfEach(drafts, outcomes);
  for (let i = 0; i < drafts.length; i++) {
    const outcome = outcomes[i]!;
    if (outcome.state !== 'open') continue;
    const draft = drafts[i]!;
    const isClause = draft.form === 'clause';
    const { number } = draft;
    // An integrated document that tags a clause for each of its standards means each of them when it cites the clause.
    if (isClause && !draft.isTag && outcome.named.every((named) => tagged.has(`${named.standard}:${number}`))) {
      outcomes[i] = resolvedAs(outcome.named, 'front-matter');
      continue;
    }
    const common = isClause && !draft.isTag ? ofCommon(draft, outcome, catalog) : null;
    if (common && neighbours.beside(draft, 'clause') === null) {
      outcomes[i] = resolvedAs(common, 'document');
      continue;
    }
    const inForce = inForceAmong(outcome.named, draft, catalog);
    const possible = outcome.named.filter((one) => inForce.includes(one) || neighbours.citesOld(draft, one.standard));
    const agreed = neighbours.agreed(draft, isClause ? 'clause' : 'control');
    const left = possible.length === 1 ? possible : possible.filter((named) => named.standard === agreed);
    const isOfEach = isClause && !agreed && (citesOfEach(outcome.named) || isOfAll(draft, outcome.named, catalog));
    if (isOfEach || left.length === 1) outcomes[i] = resolvedAs(isOfEach ? outcome.named : left, 'siblings');
  }
}

/**
 * "Clauses 4 to 10 are common to ISO/IEC 27001 and ISO/IEC 42001": a clause that is open between standards of such a sentence is of each
 * of them that has it today. Nearer than the document, what is named is named for its place.
 */
function ofCommon(
  draft: DraftReference,
  { named, by }: Extract<Outcome, { state: 'open' }>,
  catalog: Catalog,
): readonly NamedStandard[] | null {
  const common = draft.far.find(({ isInCommon }) => isInCommon)?.standards ?? [];
  if (!named.every(({ standard }) => common.some((one) => one.standard === standard))) return null;
  const meant = nearLayers.has(by) ? named : common;
  const inForce = meant.filter(({ standard }) => findInForce(standard, draft, catalog) !== null);
  return inForce.length > 0 ? inForce : named;
}

/** So many different ids make a document about a standard that it does not name. */
const enoughIds = 3;

/** References of a document that names no standard at all: its ids together may fit one standard only. */
export function settleUnscoped(
  drafts: readonly DraftReference[],
  outcomes: Outcome[],
  document: DraftDocument,
  catalog: Catalog,
): void {
  const unscoped: number[] = [];
  for (let i = 0; i < drafts.length; i++) if (outcomes[i]!.state === 'unscoped') unscoped.push(i);
  if (unscoped.length === 0) return;
  const writesBlanks = spacedIds(drafts).size >= enoughSpaced;
  const isPlain = ({ form, needsScope }: DraftReference): boolean => !needsScope || (writesBlanks && form === 'annex');
  const annex = unscoped.filter((i) => drafts[i]!.form === 'annex' && isPlain(drafts[i]!));
  const resolved = standardsAmong(drafts, outcomes, (draft) => draft.form !== 'clause');
  const tagged = annex.length > 0 ? [] : bareTagsOfOneKind(unscoped.map((i) => drafts[i]!));
  const open = annex.length > 0 ? annex.map((i) => drafts[i]!) : tagged;
  // A standard that has none of them, found for some number by the folder alone, tells nothing of the others.
  const having = [...resolved].filter(
    (standard) => open.length === 0 || open.some((draft) => has(standard, draft, catalog)),
  );
  const fitting = having.length > 0 ? having : standardsThatFit(open, catalog);
  const citesControls = drafts.some(
    (draft, i) => outcomes[i]!.state === 'resolved' && draft.form === 'annex' && !draft.needsScope,
  );
  const distinctIds = new Set(annex.map((i) => drafts[i]!.number)).size;
  for (const i of unscoped) {
    const draft = drafts[i]!;
    const standards = fitting.filter((standard) => has(standard, draft, catalog));
    const isOwn = draft.startsHeading || (draft.form === 'clause' && document.ownNumbers.has(draft.number));
    const isCited = draft.isTag || (!isOwn && (isPlain(draft) || draft.isBare));
    // "Rooms A.5.12 and A.7.4": without any standard in sight it takes more than a number or two.
    const isBelieved =
      draft.isTag ||
      (document.isOnSubject && (resolved.size > 0 || distinctIds >= enoughIds || /^\p{L}{2,}/u.test(draft.text)));
    if (
      !isCited ||
      !isBelieved ||
      standards.length === 0 ||
      (draft.form !== 'annex' && !draft.isTag && distinctIds < enoughIds && !citesControls)
    ) {
      outcomes[i] = dropped;
      continue;
    }
    const named = standards.map((standard) => standardOf(standard));
    const by: ResolvedBy = open.length > 1 || resolved.size > 0 ? 'siblings' : 'catalog';
    outcomes[i] = named.length === 1 ? resolvedAs(named, by) : { state: 'open', named, by: 'none' };
  }
}

/**
 * `control_mappings: ["5.15", "5.18", "8.2"]` in a document that names no standard: numbers below a key that means controls, where
 * they can hardly be those of another catalogue. Lists of CIS, PCI DSS and the like tag no clauses beside them, and none of
 * their groups counts beyond sixteen.
 */
function bareTagsOfOneKind(unscoped: readonly DraftReference[]): readonly DraftReference[] {
  const tags = unscoped.filter(({ form, isTag, where }) => form === 'control' && isTag && where === 'front-matter');
  if (new Set(tags.map(({ number }) => number)).size < enoughIds) return [];
  const tagsClauses = unscoped.some(({ form, isTag }) => form === 'clause' && isTag);
  const countsFar = tags.some(({ members }) => members.some(({ parts }) => parts[1]! > mostOfOthers));
  return tagsClauses || countsFar ? tags : [];
}

/** The highest second number among the controls of catalogues that number theirs as 27001 does (CIS 16.14). */
const mostOfOthers = 16;

function has(standard: string, draft: DraftReference, catalog: Catalog): boolean {
  return findEditions(catalog, standard, null, draft, false).length > 0;
}

/** Standards in which nearly all of the ids exist as controls (one slip in ten is allowed, so that one typo does not blind us). */
function standardsThatFit(annex: readonly DraftReference[], catalog: Catalog): string[] {
  if (annex.length === 0) return [];
  const standards = new Set(catalog.standards.filter(isManagementSystem).map((one) => one.standard));
  const fits: string[] = [];
  for (const standard of standards) {
    const hits = annex.filter((draft) =>
      findEditions(catalog, standard, null, draft, false).some((found) => kindOf(found.entry) === 'control'),
    ).length;
    if (hits > 0 && hits >= annex.length * 0.9) fits.push(standard);
  }
  return fits;
}
