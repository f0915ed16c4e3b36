/** When an id that a standard does not have is a slip in it all the same, and not the number of another one: by what labels or heads it. */
import type { Catalog } from '../../catalog/types.js';
import type { DraftReference, Evidence } from '../draft.js';
import type { NamedStandard } from '../text/standardNames.js';
import { readTitle } from './byTitle.js';
import { existsFarther } from './layerKinds.js';
import { endsGroup, entryIn, standardsWithId } from './lookup.js';
import type { Outcome } from './outcome.js';

/**
 * `| Topic | ISO 42001:2023 |` above A.7.7: what stands below or beside nothing but the name of a standard is of that one, although only
 * another one that the document is about has it. Not where head and label name two, of which the other one has it.
 */
export function unknownByLabel(
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

/**
 * The one standard in scope that has the group of an id (A.5 for A.5.99, 9.3 for clause 9.3.4): where a document names
 * no standard, the id is then a slip and not somebody else's numbering.
 */
export function onlyWithGroup(
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
