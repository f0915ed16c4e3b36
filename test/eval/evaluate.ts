/**
 * Compares recognised references with labels: precision, recall and F1 for the id, the id with its standard, and with its
 * edition. A reference and a label are the same where their ranges overlap and they stand for the same ids.
 */
import type { Reference } from '../../server/src/core/document.js';
import { type LinePosition, offsetAt } from '../../server/src/core/text.js';

export interface Label {
  readonly file: string;
  readonly negative?: boolean;
  readonly range: { readonly start: LinePosition; readonly end: LinePosition };
  readonly text: string;
  readonly standard: string | null;
  readonly edition: string | null;
  readonly id: string;
  readonly ids: readonly string[];
  readonly kind: string;
  readonly where: string;
  readonly readings?: readonly string[];
  /** Editions that a careful reader could defend as well. */
  readonly acceptEditions?: readonly string[];
}

export type Level = 'id' | 'standard' | 'edition';
export const levels: readonly Level[] = ['id', 'standard', 'edition'];

export interface Counts {
  hits: number;
  missed: number;
  false: number;
}

export interface Miss {
  readonly level: Level;
  readonly kind: 'missed' | 'false';
  readonly line: number;
  readonly text: string;
  readonly detail: string;
}

export interface Comparison {
  readonly counts: Record<Level, Counts>;
  readonly misses: readonly Miss[];
}

interface Document {
  readonly lineStarts: Uint32Array;
  readonly length: number;
  readonly references: readonly Reference[];
}

/** Counts per level for one document. External references are what the product is silent about: they count as nothing. */
export function compare(document: Document, labels: readonly Label[]): Comparison {
  const counts = { id: zero(), standard: zero(), edition: zero() };
  const misses: Miss[] = [];
  const found = document.references.filter((reference) => reference.kind !== 'external');
  const wanted = labels.filter((label) => !label.negative && label.kind !== 'external');
  const joined = joinShorthand(document, found, wanted);
  for (const level of levels) {
    const used = new Set<Reference>();
    for (const label of joined) {
      const start = offsetAt(document.lineStarts, document.length, label.range.start);
      const end = offsetAt(document.lineStarts, document.length, label.range.end);
      const hit = found.find(
        (one) => !used.has(one) && one.span.start < end && one.span.end > start && agrees(one, label, level),
      );
      if (hit) {
        used.add(hit);
        counts[level].hits++;
      } else {
        counts[level].missed++;
        const near = found.filter((one) => one.span.start < end && one.span.end > start).map(describe);
        misses.push({
          level,
          kind: 'missed',
          line: label.range.start.line,
          text: label.text,
          detail: `${label.standard}:${label.edition} ${label.ids.join(' ')}; found ${near.join(' | ') || 'nothing'}`,
        });
      }
    }
    for (const one of found) {
      if (used.has(one)) continue;
      counts[level].false++;
      misses.push({ level, kind: 'false', line: -1 - one.span.start, text: one.text, detail: describe(one) });
    }
  }
  return { counts, misses };
}

/**
 * Of `A.5.19/20/21` some people label the whole, others each member: it says the same. Labels that name the members of one
 * reference one after the other count as one label of it.
 */
function joinShorthand(document: Document, found: readonly Reference[], wanted: readonly Label[]): readonly Label[] {
  let labels = wanted;
  for (const { span, ids } of found) {
    if (ids.length < 2) continue;
    const inside = labels.filter(({ range }) => {
      const start = offsetAt(document.lineStarts, document.length, range.start);
      return start >= span.start && offsetAt(document.lineStarts, document.length, range.end) <= span.end;
    });
    const [first] = inside;
    if (!first || inside.length < 2 || inside.flatMap((one) => one.ids).join(' ') !== ids.join(' ')) continue;
    const whole: Label = { ...first, range: { ...first.range, end: inside[inside.length - 1]!.range.end }, ids };
    labels = labels.flatMap((one) => (one === first ? [whole] : inside.includes(one) ? [] : [one]));
  }
  return labels;
}

function describe(reference: Reference): string {
  return `${reference.standard}:${reference.edition} ${reference.ids.join(' ')} (${reference.kind}, ${reference.resolvedBy})`;
}

function agrees(reference: Reference, label: Label, level: Level): boolean {
  if (reference.ids.join(' ') !== label.ids.join(' ')) return false;
  if (level === 'id') return true;
  if (reference.standard !== label.standard) return false;
  if (level === 'standard') return true;
  return reference.edition === label.edition || (label.acceptEditions ?? []).includes(reference.edition ?? '');
}

function zero(): Counts {
  return { hits: 0, missed: 0, false: 0 };
}

export function add(into: Record<Level, Counts>, counts: Record<Level, Counts>): void {
  for (const level of levels) {
    into[level].hits += counts[level].hits;
    into[level].missed += counts[level].missed;
    into[level].false += counts[level].false;
  }
}

export function scores(counts: Counts): { precision: number; recall: number; f1: number } {
  const { hits, missed } = counts;
  const precision = hits + counts.false === 0 ? 1 : hits / (hits + counts.false);
  const recall = hits + missed === 0 ? 1 : hits / (hits + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
