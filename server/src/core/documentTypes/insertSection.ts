/** Putting missing sections into a document, at the place that the outline of its type gives them. */
import type { Heading, PolicyDocument } from '../document.js';
import type { Replacement } from '../edits/applyEdits.js';
import { headingOfSection } from './documentTypes.js';
import type { DocumentType, OutlineSection } from './types.js';

/** A section as a template writes it: heading, and a comment on what belongs there. Ends without a line break. */
export function sectionText({ title, hint }: OutlineSection, depth: number, lineEnding: string): string {
  const heading = `${'#'.repeat(depth)} ${title}`;
  return hint === '' ? heading : `${heading}${lineEnding}${lineEnding}<!-- ${hint} -->`;
}

/** The edits that insert the sections, those at one place as one edit. In the order of the text. */
export function sectionInsertion(
  sections: readonly OutlineSection[],
  type: DocumentType,
  document: PolicyDocument,
  text: string,
): Replacement[] {
  const depth = sectionDepth(document.headings);
  const byPlace = new Map<number, string[]>();
  for (const section of type.sections) {
    if (!sections.includes(section)) continue;
    const at = placeOf(section, type, document, text, depth);
    byPlace.set(at, [...(byPlace.get(at) ?? []), sectionText(section, depth, document.lineEnding)]);
  }
  return [...byPlace]
    .sort(([a], [b]) => a - b)
    .map(([at, texts]) => {
      const gap = document.lineEnding.repeat(2);
      const newText = texts.map((one) => gap + one).join('');
      // At the end of a text the last line gets its end, where it had none.
      return { span: { start: at, end: at }, newText: at === text.length ? newText + document.lineEnding : newText };
    });
}

/** The level of sections: that below the title. */
function sectionDepth(headings: readonly Heading[]): number {
  const [first] = headings;
  const titles = headings.filter(({ depth }) => depth === 1);
  if (titles.length > 1) return 1;
  return first?.depth === 1 ? 2 : (first?.depth ?? 2);
}

/** The end of the nearest section before it in the outline, else before the first section, else the end of the text. */
function placeOf(
  section: OutlineSection,
  type: DocumentType,
  document: PolicyDocument,
  text: string,
  depth: number,
): number {
  const { headings } = document;
  const index = type.sections.indexOf(section);
  const indexOf = (other: OutlineSection) => headingOfSection(other, headings);
  const before = type.sections
    .slice(0, index)
    .map(indexOf)
    .filter((at) => at >= 0)
    .at(-1);
  if (before !== undefined) return endOfText(text, outerEnd(headings, before, depth));
  const first = headings.findIndex((heading, at) => heading.depth === depth && !(at === 0 && depth === 1));
  return endOfText(text, first < 0 ? text.length : headings[first]!.span.start);
}

/** The end of the section of the wanted level that holds a heading. */
function outerEnd(headings: readonly Heading[], at: number, depth: number): number {
  let index = at;
  while (index > 0 && headings[index]!.depth > depth) index--;
  return headings[index]!.sectionEnd;
}

/** Before the blank lines at the end of what stands before an offset. */
function endOfText(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /\s/.test(text[at - 1]!)) at--;
  return at;
}
