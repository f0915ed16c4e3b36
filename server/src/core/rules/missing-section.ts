/** A document of a stated type without a section that the outline of the type asks for. */
import type { PolicyDocument } from '../document.js';
import { documentTypeOf, missingSections } from '../documentTypes/documentTypes.js';
import { sectionInsertion } from '../documentTypes/insertSection.js';
import type { DocumentType, OutlineSection } from '../documentTypes/types.js';
import { isControlledDocument, isTemplate, stateOf } from './support/fields.js';
import { joinWords } from './support/wording.js';
import type { Fix, Rule } from './types.js';

export const missingSection: Rule = {
  code: 'missing-section',
  defaultSeverity: 'information',
  title: 'A document without a section that its type asks for',
  checkDocument(document, snapshot, report) {
    const type = documentTypeOf(document, snapshot.settings);
    const field = document.fields.find(({ name }) => name === 'type');
    // Without any sections it is a note, or written in a form of its own.
    if (!type || !field || document.headings.length < 2 || !type.sections.some(({ isRequired }) => isRequired)) return;
    if (!isControlledDocument(document) || isTemplate(document) || document.problems.length > 0) return;
    if (stateOf(document) === 'retired') return;
    const missing = missingSections(document, type, () => snapshot.textOf(document.path));
    const text = missing.length > 0 ? snapshot.textOf(document.path) : null;
    if (text === null) return;
    const names = joinWords(
      missing.map(({ title }) => `“${title}”`),
      'or',
    );
    report({
      span: field.span,
      message:
        `${withArticle(type.name)} has a section ${names}, and this one has none, under that or a like heading. ` +
        'Readers and auditors look for it: add it, or change what the type asks for (setting documentTypes).',
      fixes: insertions(missing, type, document, text),
    });
  },
};

/** `A policy`, `An impact assessment`. */
function withArticle(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'An' : 'A'} ${name}`;
}

function insertions(
  missing: readonly OutlineSection[],
  type: DocumentType,
  document: PolicyDocument,
  text: string,
): Fix[] {
  const fixFor = (title: string, sections: readonly OutlineSection[]): Fix => ({
    title,
    edits: sectionInsertion(sections, type, document, text).map((edit) => ({ path: document.path, ...edit })),
  });
  const single = missing.map((section) => fixFor(`Insert the section “${section.title}”`, [section]));
  if (missing.length < 2) return single;
  return [fixFor(`Insert all ${missing.length} missing sections`, missing), ...single];
}
