/** Which references lean on which named year. */
import type { PolicyDocument } from '../../document.js';
import type { Span } from '../../text.js';
import type { NamedYear } from './namedYears.js';

/** The references about the older edition that lean on a year, by index, and whether they stand in its own sentence. */
export interface Leaning {
  readonly indexes: readonly number[];
  readonly isBeside: boolean;
}

const nothing: Leaning = { indexes: [], isBeside: false };

/**
 * @param indexes of the references about the older edition, in the order of the text
 */
export function findLeaning(
  years: readonly NamedYear[],
  indexes: readonly number[],
  document: PolicyDocument,
): Map<NamedYear, Leaning> {
  const spanOf = (index: number) => document.references[index]!.span;
  const within = (span: Span) => indexesWithin(span, indexes, spanOf);
  const byPlace = new Map<number, Map<number, number[]>>();
  const found = new Map<NamedYear, Leaning>();
  for (const year of years) {
    let byName = byPlace.get(year.within.start);
    if (!byName) {
      byName = groupByName(within(year.within), year.namesWithin, spanOf);
      byPlace.set(year.within.start, byName);
    }
    found.set(year, leaningOn(year, byName, within, spanOf));
  }
  return found;
}

function leaningOn(
  year: NamedYear,
  byName: ReadonlyMap<number, readonly number[]>,
  within: (span: Span) => readonly number[],
  spanOf: (index: number) => Span,
): Leaning {
  const nearest = byName.get(year.name.start) ?? [];
  const { sentence, reach } = year;
  const beside = nearest.filter((index) => spanOf(index).start >= sentence.start && spanOf(index).end <= sentence.end);
  if (beside.length > 0) return { indexes: beside, isBeside: true };
  if (nearest.length > 0) return { indexes: nearest, isBeside: false };
  if (byName.size > 0) return { indexes: within(year.within), isBeside: false };
  return reach ? { indexes: within(reach), isBeside: false } : nothing;
}

/** References by the name of the standard that they lean on: the last before them in the same place, else the first after. */
function groupByName(
  indexes: readonly number[],
  names: readonly Span[],
  spanOf: (index: number) => Span,
): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  let at = 0;
  for (const index of indexes) {
    while (at + 1 < names.length && names[at + 1]!.start <= spanOf(index).start) at++;
    const name = names[at]?.start ?? 0;
    const group = groups.get(name);
    if (group) group.push(index);
    else groups.set(name, [index]);
  }
  return groups;
}

/** Those that lie in a span. */
export function indexesWithin(
  span: Span,
  indexes: readonly number[],
  spanOf: (index: number) => Span,
): readonly number[] {
  let low = 0;
  let high = indexes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spanOf(indexes[middle]!).start < span.start) low = middle + 1;
    else high = middle;
  }
  let stop = low;
  while (stop < indexes.length && spanOf(indexes[stop]!).end <= span.end) stop++;
  return indexes.slice(low, stop);
}
