/**
 * "The AI team works on ISO/IEC 42001" in a policy on backups: a standard that a document only names in passing has none of the
 * references that its title, or the ids together, give to another one.
 */
import type { Catalog } from '../../catalog/types.js';
import { type DraftReference, type Evidence, layersOf } from '../draft.js';
import { runOf } from '../frontMatter/frontMatterKeys.js';
import { circulates, findEditions, findInForce, hasControlInForce } from '../resolve/lookup.js';
import { isManagementSystem, type NamedStandard, type StandardNames, standardOf } from '../text/standardNames.js';
import { headingsOfTitle } from './documentEvidence.js';
import { type NamedSomehow, type NamingDocument, namedSomehow } from './inPassing.js';
import { systemBelow, systemsIn } from './systems.js';

/** Where a document names standards, and what else tells of which it is. */
export interface Naming extends Pick<NamingDocument, 'runs' | 'numbered'> {
  readonly headingBlocks: readonly number[];
  /** The title in front matter; empty where there is none. */
  readonly title: string;
  /** The standards that front matter names. */
  readonly inFront: readonly Evidence[];
  readonly names: StandardNames;
}

/**
 * The drafts, without the standards that are named in passing only: what they say of the document is said by the
 * standard that it is more likely about, and they come last. A document that says what it is about, be it with wrong
 * numbers, stays as it is.
 */
export function withoutPassing(
  drafts: readonly DraftReference[],
  naming: Naming,
  catalog: Catalog,
): readonly DraftReference[] {
  const first = drafts.find(({ where }) => where !== 'front-matter');
  if (!first) return drafts;
  const titles = headingsOfTitle(naming.runs, naming.headingBlocks);
  const inFront = naming.inFront.flatMap(({ standards }) => standards.map(({ standard }) => standard));
  const somehow = namedSomehow({ ...naming, titles, inFront, firstReference: first.span.start });
  if (somehow.passing.size === 0) return drafts;
  const named = withReferences(somehow, naming);
  const open = drafts.filter((draft) => isOpen(draft, named, catalog));
  const meant = meantInstead(open, named, naming, catalog);
  if (meant === null) return drafts;
  const opened = new Set(open);
  return drafts.map((draft) => {
    const isOfMeant = opened.has(draft) && !isOnlyOf(named.passing, meant, draft, catalog);
    return isOfMeant ? withMeant(draft, meant, named.passing, catalog) : draft;
  });
}

/**
 * A standard that stands at single references ("the assessment (42001 6.1.4)") is named in passing where the title says
 * of which other one the document is; else it is about that standard.
 */
function withReferences(somehow: NamedSomehow, naming: Naming): NamedSomehow {
  const atReferences = [...somehow.passing].filter(([, how]) => how === 'reference').map(([standard]) => standard);
  if (atReferences.length === 0) return somehow;
  const ofTitle = somehow.about.size === 0 ? standardOfTitle(naming) : null;
  if (ofTitle !== null && !atReferences.includes(ofTitle)) return somehow;
  const passing = new Map([...somehow.passing].filter(([, how]) => how !== 'reference'));
  return { about: new Set([...somehow.about, ...atReferences]), passing };
}

/**
 * Whether nothing but the document as a whole, a name in passing in the sentence before, or one that the document is about, tells of which
 * standard it is.
 */
function isOpen(draft: DraftReference, { about, passing }: NamedSomehow, catalog: Catalog): boolean {
  const isOfAbout = ({ by, standards }: Evidence): boolean =>
    (by === 'block' || by === 'heading') && standards.every(({ standard }) => about.has(standard));
  return layersOf(draft).every(
    (layer) =>
      layer.by === 'document' ||
      !layer.standards.some(isOfIso) ||
      isPassingLayer(layer, draft, passing, catalog) ||
      isOfAbout(layer),
  );
}

function isOfIso({ looksLikeIso }: NamedStandard): boolean {
  return looksLikeIso;
}

/** What a sentence before names in passing; a standard that is not planned only where it lacks the id. */
function isPassingLayer(
  { by, standards, isInPassing, tight }: Evidence,
  draft: DraftReference,
  passing: NamedSomehow['passing'],
  catalog: Catalog,
): boolean {
  if (by !== 'block' || tight || (isInPassing !== true && !draft.near.some((layer) => layer.standards === standards)))
    return false;
  return standards.every(({ standard }) => {
    const how = passing.get(standard);
    return how === 'planned' || (how !== undefined && !has(standard, draft, catalog));
  });
}

function has(standard: string, draft: DraftReference, catalog: Catalog): boolean {
  return findEditions(catalog, standard, null, draft, false).length > 0;
}

/**
 * The standards that the document is about, rather than those that it names in passing: those that it names otherwise, where the passing
 * ones are planned; the one of its title; else the one whose controls its ids are. Null where the passing ones may well be meant.
 */
function meantInstead(
  open: readonly DraftReference[],
  { about, passing }: NamedSomehow,
  naming: Naming,
  catalog: Catalog,
): readonly string[] | null {
  const isPlanned = [...passing.values()].every((how) => how === 'planned');
  if (about.size > 0) return isPlanned ? [...about] : null;
  const ofTitle = standardOfTitle(naming);
  if (ofTitle !== null && passing.has(ofTitle)) return null;
  const meant = ofTitle ?? standardOfIds(open, passing, catalog);
  if (meant === null) return null;
  const isOfPassing = open.some((draft) => isOnlyOf(passing, [meant], draft, catalog));
  return isOfPassing && !(isPlanned && ofTitle !== null) ? null : [meant];
}

/**
 * The one standard that has all controls that those named in passing lack; where they are spoken of before, they must
 * lack each of several.
 */
function standardOfIds(
  open: readonly DraftReference[],
  passing: NamedSomehow['passing'],
  catalog: Catalog,
): string | null {
  const ids = open.filter(
    ({ form, members, needsScope }) => form === 'annex' && !needsScope && members[0]!.parts.length > 1,
  );
  const lacking = ids.filter((draft) => ![...passing.keys()].some((standard) => has(standard, draft, catalog)));
  const isSaidBefore = [...passing.values()].some((how) => how === 'opening' || how === 'part');
  const least = isSaidBefore ? enoughIds : 1;
  if (new Set(lacking.map(({ number }) => number)).size < least || (isSaidBefore && lacking.length < ids.length))
    return null;
  const having = inForce(catalog).filter((standard) =>
    lacking.every((draft) => hasControlInForce(standard, draft, catalog)),
  );
  return having.length === 1 ? having[0]! : null;
}

/** In different ids that a standard lacks of which the document speaks before all of them. */
const enoughIds = 2;

/** Whether an id can only be meant as one of those named in passing. */
function isOnlyOf(
  passing: NamedSomehow['passing'],
  meant: readonly string[],
  draft: DraftReference,
  catalog: Catalog,
): boolean {
  const isOfNone = (is: (standard: string) => boolean): boolean => [...passing.keys()].some(is) && !meant.some(is);
  return (
    isOfNone((standard) => has(standard, draft, catalog)) ||
    isOfNone((standard) => findInForce(standard, draft, catalog) !== null) ||
    [...passing.keys()].some((standard) => circulates(standard, draft, catalog))
  );
}

function inForce(catalog: Catalog): readonly string[] {
  return catalog.standards
    .filter((standard) => isManagementSystem(standard) && standard.status === 'current')
    .map(({ standard }) => standard);
}

/**
 * "ISMS audit plan", "Information security": the one standard whose management system, or subject, the titles name
 * beside no other text; else the paragraphs below them its system.
 */
function standardOfTitle({ runs, headingBlocks, title, names }: Naming): string | null {
  const headings = headingsOfTitle(runs, headingBlocks).map((index) => runs.of(index));
  const titleRuns = title ? [runOf(title, 0, names), ...headings] : headings;
  if (titleRuns.some(({ mentions }) => mentions.length > 0)) return null;
  for (const kind of [names, names.subjects]) {
    const named = new Set(titleRuns.flatMap((run) => systemsIn(run, kind)).flatMap(({ standards }) => standards));
    const standards = new Set([...named].map(({ standard }) => standard));
    if (standards.size > 1) return null;
    const [only] = named;
    if (only) return only.known ? only.standard : null;
  }
  const below = headingBlocks[0] === undefined ? null : systemBelow(runs, headingBlocks[0], names);
  return below?.known ? below.standard : null;
}

/** The draft, for which the document as a whole names those standards, and no sentence in passing another one. */
function withMeant(
  draft: DraftReference,
  meant: readonly string[],
  passing: NamedSomehow['passing'],
  catalog: Catalog,
): DraftReference {
  const isPassing = ({ standard }: NamedStandard): boolean => passing.has(standard);
  const isLeft = (layer: Evidence): boolean =>
    !(layer.standards.some(isPassing) && isPassingLayer(layer, draft, passing, catalog));
  const narrowed = draft.far
    .filter(isLeft)
    .map((layer) =>
      layer.by === 'document' && layer.standards.some(isPassing)
        ? { ...layer, standards: layer.standards.filter((named) => !isPassing(named)) }
        : layer,
    );
  const said = narrowed.filter(({ by, standards }) => by !== 'document' || standards.length > 0);
  const isSaid = said.some(({ standards }) => standards.some(({ standard }) => meant.includes(standard)));
  const standards = meant.map((standard) => standardOf(standard));
  const layer: Evidence = { by: 'document', standards, tight: false, joined: false, editionHint: null };
  return { ...draft, near: draft.near.filter(isLeft), far: isSaid ? said : [...said, layer] };
}
