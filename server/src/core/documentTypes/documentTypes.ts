/** Which type a document states, and which sections of its outline it lacks. */
import type { FieldName, Heading, PolicyDocument } from '../document.js';
import { filledField } from '../rules/support/fields.js';
import type { Settings } from '../settings.js';
import { detach } from '../text.js';
import type { DocumentType, OutlineSection } from './types.js';

/** The type of that name, whatever its case; null for one that nobody described. */
export function documentTypeNamed(name: string, settings: Pick<Settings, 'documentTypes'>): DocumentType | null {
  const { documentTypes } = settings;
  let named = typesByName.get(documentTypes);
  if (!named) {
    named = new Map();
    // A type's own name wins over what others are also called.
    for (const type of documentTypes) for (const other of type.also) named.set(wordsOf(other), type);
    for (const type of documentTypes) named.set(wordsOf(type.name), type);
    typesByName.set(documentTypes, named);
  }
  return named.get(wordsOf(name)) ?? null;
}

/** Every document is asked for its type and sections: what is compared is made once. */
const typesByName = new WeakMap<readonly DocumentType[], Map<string, DocumentType>>();
const namesOfSections = new WeakMap<OutlineSection, readonly string[]>();
/** Of each heading, and of all with a line for each; empty for the title. */
const wordsOfHeadings = new WeakMap<readonly Heading[], { readonly each: readonly string[]; readonly all: string }>();

/** The type that a document states; null where it states none, or one that nobody described. */
export function documentTypeOf(document: PolicyDocument, settings: Settings): DocumentType | null {
  const field = filledField(document, 'type');
  return field ? documentTypeNamed(field.value, settings) : null;
}

/** The fields that a document must state: those of its type, else those that every document must. */
export function requiredFieldsOf(document: PolicyDocument, settings: Settings): readonly FieldName[] {
  return documentTypeOf(document, settings)?.requiredFields ?? settings.requiredFields;
}

/** The index of the heading that is this section, -1 for none. Headings of the title's level do not count. */
export function headingOfSection(section: OutlineSection, headings: readonly Heading[]): number {
  let names = namesOfSections.get(section);
  if (!names) {
    names = [section.title, ...section.also].map((name) => ` ${wordsOf(name)} `);
    namesOfSections.set(section, names);
  }
  let words = wordsOfHeadings.get(headings);
  if (!words) {
    const isTitled = headings.length > 1 && headings[0]!.depth === 1;
    const each = headings.map(({ text }, index) => (index === 0 && isTitled ? '' : ` ${wordsOf(text)} `));
    words = { each, all: each.join('\n') };
    wordsOfHeadings.set(headings, words);
  }
  // Most names stand in none of them.
  const { each, all } = words;
  const wanted = names.filter((name) => all.includes(name));
  return wanted.length === 0 ? -1 : each.findIndex((heading) => wanted.some((name) => heading.includes(name)));
}

/**
 * The required sections of the outline that the document does not have, in the order of the outline.
 * @param textOf for the words before the first section or in it, which can say what a section would; asked only where needed
 */
export function missingSections(
  document: PolicyDocument,
  type: DocumentType,
  textOf: () => string | null,
): OutlineSection[] {
  const missing = type.sections.filter(
    (section) => section.isRequired && headingOfSection(section, document.headings) < 0,
  );
  if (!missing.some(({ mayOpen }) => mayOpen)) return missing;
  const text = textOf();
  if (text === null) return [];
  const hasOpening = openingLength(document, text) >= shortestOpening || firstSectionIntroduces(document, type, text);
  return hasOpening ? missing.filter(({ mayOpen }) => !mayOpen) : missing;
}

/** Fewer characters before the first section are a line of fields, and say nothing of purpose or scope. */
const shortestOpening = 60;

/** Characters of prose between the title (or the front matter) and the first section. */
function openingLength(document: PolicyDocument, text: string): number {
  const [first, second] = document.headings;
  const isTitled = first?.depth === 1;
  const start = isTitled ? first.span.end : (document.frontMatter?.span.end ?? 0);
  const end = (isTitled ? second : first)?.span.start ?? text.length;
  const lines = text
    .slice(start, Math.min(end, start + 5000))
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/\r\n|\r|\n/);
  // Tables and bold labels are document control.
  return lines
    .filter((line) => !/^\s*(?:\||\*\*[^*]+\*\*\s*:?|__[^_]+__|[-*_=]{3,}\s*$|>)/.test(line))
    .join(' ')
    .trim().length;
}

const looksAtItself = /(?<!\p{L})(?:this|diese[rs]?|ce|cette|est[ae]|quest[ao]|deze|dit)(?!\p{L})([^.]{0,60})/giu;

/** Whether the first section, whatever it is called, says what “this policy” is: that is where many state purpose and scope. */
function firstSectionIntroduces(document: PolicyDocument, type: DocumentType, text: string): boolean {
  const { headings } = document;
  const first = headings[0]?.depth === 1 && headings.length > 1 ? 1 : 0;
  const start = headings[first]?.span.end ?? 0;
  const end = Math.min(headings[first + 1]?.span.start ?? text.length, start + 3000);
  const names = ['document', 'dokument', 'documento', type.name, ...type.also].map((name) => ` ${wordsOf(name)} `);
  return [...text.slice(start, end).matchAll(looksAtItself)].some(([, after]) => {
    const words = ` ${wordsOf(after!)} `;
    return names.some((name) => words.includes(name));
  });
}

/** Policies of one organisation have headings and types in common. Bounded, and the same with or without it. */
const knownWords = new Map<string, string>();
const mostKnown = 2000;
const longestKnown = 100;

/** Lower case, words with one blank between, without numbers at the beginning. */
function wordsOf(text: string): string {
  const known = knownWords.get(text);
  if (known !== undefined) return known;
  const words = withoutMarks(text);
  if (knownWords.size >= mostKnown) knownWords.clear();
  if (text.length <= longestKnown) knownWords.set(detach(text), words);
  return words;
}

function withoutMarks(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:\d+ )+/, '');
}
