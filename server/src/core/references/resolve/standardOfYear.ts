/** Which standard a lone year names: `| 2019 | 2025 |`, "the 2019 clause 6"; and where a year is only a date. */
import type { Catalog } from '../../catalog/types.js';
import { type DraftReference, type Evidence, layersOf } from '../draft.js';
import { type NamedStandard, standardOf } from '../text/standardNames.js';
import { findEditions } from './lookup.js';

/**
 * The layer, with the standard that its year names: one only of the standards that are spoken of has such an edition. What may be
 * a date ("Tested in 2025: A.5.18") names a standard only where nothing speaks against it.
 */
export function withStandardOfYear(
  layer: Evidence,
  draft: DraftReference,
  layers: readonly Evidence[],
  catalog: Catalog,
): Evidence {
  const year = layer.editionHint;
  // "Stock of 2022" in a heading is a year like any other.
  if (year === null || layer.standards.length > 0 || !(layer.isLabel || layer.by === 'line')) return layer;
  if (layer.year === 'own' || (layer.year === 'date' && draft.form !== 'annex')) return layer;
  const { spokenOf, having } = standardsOfYear(year, layers, catalog);
  if (spokenOf.size < 2 || having.length !== 1) return layer;
  if (layer.year && isOfAnother(draft, { standard: having[0]!, year, spokenOf }, catalog)) return layer;
  return { ...layer, standards: [standardOf(having[0]!, year)] };
}

/**
 * The drafts, with what their neighbours say of the years before them: where a list goes on with years that are no edition, or with
 * numbers that the edition of its year has not, all years of it are dates.
 */
export function withDates(drafts: readonly DraftReference[], catalog: Catalog): readonly DraftReference[] {
  const dated = new Set<number>();
  const isLabelled = ({ near }: DraftReference): boolean => near.some(({ year }) => year !== undefined);
  for (const draft of drafts) if (isLabelled(draft) && isBehindDate(draft, catalog)) dated.add(draft.group);
  if (dated.size === 0) return drafts;
  const asDate = (layer: Evidence): Evidence =>
    layer.year && layer.year !== 'own' ? { ...layer, year: 'date' } : layer;
  return drafts.map((draft) =>
    dated.has(draft.group) && isLabelled(draft) ? { ...draft, near: draft.near.map(asDate) } : draft,
  );
}

function isBehindDate(draft: DraftReference, catalog: Catalog): boolean {
  const layers = layersOf(draft);
  return draft.near.some(({ year, editionHint }) => {
    if (!year || year === 'own' || editionHint === null) return false;
    const { spokenOf, having } = standardsOfYear(editionHint, layers, catalog);
    if (spokenOf.size < 2 || having.length > 1) return false;
    return having.length === 0 || isOfAnother(draft, { standard: having[0]!, year: editionHint, spokenOf }, catalog);
  });
}

interface OfYear {
  /** The standards of the catalog that any layer names. */
  readonly spokenOf: ReadonlySet<string>;
  /** Of these, those that have an edition of the year. */
  readonly having: readonly string[];
}

function standardsOfYear(year: string, layers: readonly Evidence[], catalog: Catalog): OfYear {
  const spokenOf = new Set(layers.flatMap(({ standards }) => standards.filter(({ known }) => known)).map(nameOf));
  return { spokenOf, having: [...spokenOf].filter((standard) => catalog.edition(standard, year) !== undefined) };
}

function nameOf({ standard }: NamedStandard): string {
  return standard;
}

interface Candidate {
  readonly standard: string;
  readonly year: string;
  readonly spokenOf: ReadonlySet<string>;
}

/** Whether the edition of the year lacks the number, or its group where nobody has the number, and another of the standards has it. */
function isOfAnother(draft: DraftReference, { standard, year, spokenOf }: Candidate, catalog: Catalog): boolean {
  if (findEditions(catalog, standard, year, draft, false).length > 0) return false;
  const others = [...spokenOf].filter((other) => other !== standard);
  if (others.some((other) => findEditions(catalog, other, null, draft, false).length > 0)) return true;
  const { form, letter, members } = draft;
  const group = form === 'annex' ? `${letter}.${members[0]!.parts.slice(0, -1).join('.')}` : null;
  const hasGroup = (key: string | undefined): boolean =>
    group !== null && key !== undefined && catalog.find(key, group) !== undefined;
  if (hasGroup(catalog.edition(standard, year)?.key)) return false;
  return others.some((other) => catalog.editions(other).some(({ key }) => hasGroup(key)));
}
