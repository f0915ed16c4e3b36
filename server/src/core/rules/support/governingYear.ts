/** The year that says which edition a reference is of, wherever on the line it stands, and what else leans on it. */
import type { Standard } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import type { Span } from '../../text.js';
import { firstFrom, lineSpanAt } from './source.js';

/** The name of a standard on a line. */
interface NamedOnLine {
  readonly span: Span;
  /** `27001`, or that of a companion: `27002`. */
  readonly number: string;
  /** Null where the standard is named without one. */
  readonly year: { readonly text: string; readonly span: Span } | null;
}

export interface GoverningYear {
  /** The number of the standard beside which the year stands. */
  readonly number: string;
  readonly year: string;
  readonly span: Span;
  /** The other references of the line that lean on the same year, by their index in the document. */
  readonly fellows: readonly number[];
}

/** A name further away on a very long line is not what the reference leans on. */
const farthest = 400;

/**
 * The year on the line of a reference by which it is of a withdrawn edition: `ISO/IEC 27001:2013 A.12.6.1`,
 * `A.12.6.1 of ISO/IEC 27001:2013`, `ISO/IEC 27002:2013, 12.6.1`. Null where the nearest name before it (else behind it)
 * has no year or another one, and where the line names no such standard.
 */
export function governingYear(
  reference: Reference,
  old: Standard,
  document: PolicyDocument,
  text: string,
): GoverningYear | null {
  const names = namesOnLine(reference.span, old, document, text);
  const own = nameOf(reference.span, names, text);
  if (!own?.year || own.year.text !== editionOf(old, own.number)) return null;
  const line = lineSpanAt(document, reference.span.start);
  const fellows: number[] = [];
  const { references } = document;
  for (let index = firstFrom(references, line.start); index < references.length; index++) {
    const other = references[index]!;
    if (other.span.start >= line.end) break;
    if (other.span.start === reference.span.start || other.standard !== old.standard) continue;
    if (nameOf(other.span, names, text) === own) fellows.push(index);
  }
  return { number: own.number, year: own.year.text, span: own.year.span, fellows };
}

/** The year that the edition has under the number of the standard or of a companion; null where the catalog knows none. */
export function editionOf(standard: Standard, number: string): string | null {
  if (number === standard.standard) return standard.edition;
  return standard.companions?.find((companion) => companion.number === number)?.edition ?? null;
}

function namesOnLine(span: Span, old: Standard, document: PolicyDocument, text: string): NamedOnLine[] {
  const line = lineSpanAt(document, span.start);
  const from = Math.max(line.start, span.start - farthest);
  const part = text.slice(from, Math.min(line.end, span.end + farthest));
  const numbers = [old.standard, ...(old.companions ?? []).map(({ number }) => number)];
  const pattern = new RegExp(
    `(?<!\\d)(${numbers.join('|')})(?!\\d|[.]\\d)(?:\\s?[:\\-–(]\\s?((?:19|20)\\d\\d)(?!\\d))?`,
    'g',
  );
  return [...part.matchAll(pattern)].map((match) => {
    const start = from + match.index;
    const end = start + match[0].length;
    const year = match[2];
    return {
      number: match[1]!,
      span: { start, end },
      year: year ? { text: year, span: { start: end - 4, end } } : null,
    };
  });
}

/**
 * The name that stands right behind (`A.12.6.1 (ISO 27001:2013)`); else the nearest before the end of a span, for a tag holds its
 * name; else the first behind it. What brackets before the span hold is of another id where one is behind.
 */
function nameOf(span: Span, names: readonly NamedOnLine[], text: string): NamedOnLine | undefined {
  const before = names.findLast((name) => name.span.end <= span.end);
  const behind = names.find((name) => name.span.start >= span.end);
  if (!before || !behind) return before ?? behind;
  const isAside = /^[^()]*\)/.test(text.slice(before.span.end, span.start));
  return isAside || leadsToName.test(text.slice(span.end, behind.span.start)) ? behind : before;
}

/** What stands between an id and its standard: `A.12.6.1 (ISO `, `A.12.6.1 of ISO/IEC `. */
const leadsToName = /^\s{0,3}(?:[([]|(?:of|in|from|der|des|von|aus|de|van|di)\s)[^()\d,;]{0,20}$/;
