/** Relations between entries: turning them round, ordering them, and joining rows that say the same. */
import type { Confidence, Mapping, MappingView, Relation } from './types.js';

export const relations: readonly Relation[] = ['equal', 'subset', 'superset', 'intersects', 'related'];
export const confidences: readonly Confidence[] = ['high', 'medium', 'low'];

/** The same relation read from the other end. */
export function inverseRelation(relation: Relation): Relation {
  if (relation === 'subset') return 'superset';
  return relation === 'superset' ? 'subset' : relation;
}

type Strength = Pick<MappingView, 'relation' | 'confidence'>;

/** Order of two rows or views: the stronger relation first, then the better confidence; 0 where both are the same. */
export function compareStrength(a: Strength, b: Strength): number {
  return (
    relations.indexOf(a.relation) - relations.indexOf(b.relation) ||
    confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence)
  );
}

/** Two texts joined with `; `, each part once. */
function joinTexts(first: string, second: string): string {
  return [...new Set([...first.split('; '), ...second.split('; ')])].join('; ');
}

function joinOptional(first: string | undefined, second: string | undefined): string | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return joinTexts(first, second);
}

function joinRows(first: Mapping, second: Mapping): Mapping {
  const [better, other] =
    confidences.indexOf(second.confidence) < confidences.indexOf(first.confidence) ? [second, first] : [first, second];
  const note = joinOptional(better.note, other.note);
  const via = joinOptional(better.via, other.via);
  return {
    from: first.from,
    to: first.to,
    relation: first.relation,
    source: joinTexts(better.source, other.source),
    confidence: better.confidence,
    ...(note === undefined ? {} : { note }),
    ...(via === undefined ? {} : { via }),
  };
}

/**
 * Rows that state the same relation between the same two entries (also the other way round) become one row with the better
 * confidence, which names all their sources. Rows that differ in the relation stay: two sources may disagree.
 */
export function joinEqualRows(rows: readonly Mapping[]): Mapping[] {
  const joined = new Map<string, Mapping>();
  for (const row of rows) {
    const same = `${row.from}|${row.to}|${row.relation}`;
    const turned = `${row.to}|${row.from}|${inverseRelation(row.relation)}`;
    const key = joined.has(turned) ? turned : same;
    const known = joined.get(key);
    joined.set(key, known ? joinRows(known, row) : row);
  }
  return [...joined.values()];
}
