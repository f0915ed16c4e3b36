/**
 * A document of a stated type without a section that the outline of the type asks for; and one that was made from an
 * earlier version of the template, without a section that came later.
 */

import type { PolicyDocument } from '../document.js';
import { defaultDocumentTypes } from '../documentTypes/defaultTypes.js';
import { documentTypeOf, missingSections } from '../documentTypes/documentTypes.js';
import { sectionInsertion } from '../documentTypes/insertSection.js';
import { isNewerThan, outdatedRecordOf, type TemplateRecord, templateName } from '../documentTypes/templateRecord.js';
import type { DocumentType, OutlineSection } from '../documentTypes/types.js';
import { t } from '../l10n.js';
import { isInOtherLanguage } from '../language.js';
import { isControlledDocument, isTemplate, stateOf } from './support/fields.js';
import { joinOr, joinWords, quoted } from './support/wording.js';
import type { Fix, Rule, TextEdit } from './types.js';

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
    const lacking = missingSections(document, type, () => snapshot.textOf(document.path));
    const text = lacking.length > 0 ? snapshot.textOf(document.path) : null;
    if (text === null) return;
    const missing = isInOtherLanguage(text) ? lacking.filter(({ title }) => !ourTitles.has(title)) : lacking;
    const record = outdatedRecordOf(document, snapshot.settings);
    const newer = missing.filter((section) => isNewerThan(section, record));
    const others = missing.filter((section) => !newer.includes(section));
    if (others.length > 0) {
      report({
        span: field.span,
        message: t(
          '{0} has a section {1}, and this one has none, under that or a like heading. Readers and auditors look for it: add it, or change what the type asks for (setting documentTypes).',
          withArticle(type.name),
          joinOr(titlesOf(others)),
        ),
        fixes: insertions(others, type, document, text),
      });
    }
    if (record && newer.length > 0) {
      report({
        span: record.span,
        message: describeNewer(newer, record, type),
        fixes: [update(newer, record, document, text)],
      });
    }
  },
};

/** Sections whose other names we know in seven languages alone. */
const ourTitles: ReadonlySet<string> = new Set(
  defaultDocumentTypes.flatMap(({ sections }) => sections.map(({ title }) => title)),
);

function describeNewer(newer: readonly OutlineSection[], record: TemplateRecord, type: DocumentType): string {
  const names = joinWords(titlesOf(newer));
  const origin = t('This document was made from version {0} of the template {1}.', record.version, quoted(type.name));
  return newer.length === 1
    ? `${origin} ${t('Version {0} asks for the section {1} as well.', type.version, names)} ${t(
        'Add it, so that documents of one type still say the same things.',
      )}`
    : `${origin} ${t('Version {0} asks for the sections {1} as well.', type.version, names)} ${t(
        'Add them, so that documents of one type still say the same things.',
      )}`;
}

/** `A policy`, `An impact assessment`. */
function withArticle(name: string): string {
  return /^[aeiou]/i.test(name) ? t('An {0}', name) : t('A {0}', name);
}

function titlesOf(sections: readonly OutlineSection[]): string[] {
  return sections.map(({ title }) => quoted(title));
}

function insertions(
  missing: readonly OutlineSection[],
  type: DocumentType,
  document: PolicyDocument,
  text: string,
): Fix[] {
  const fixFor = (title: string, sections: readonly OutlineSection[]): Fix => ({
    title,
    edits: editsFor(sections, type, document, text),
  });
  const single = missing.map((section) => fixFor(t('Insert the section {0}', quoted(section.title)), [section]));
  if (missing.length < 2) return single;
  return [fixFor(t('Insert all {0} missing sections', missing.length), missing), ...single];
}

/** All sections that are new, and the record of the version that has them. */
function update(newer: readonly OutlineSection[], record: TemplateRecord, document: PolicyDocument, text: string): Fix {
  const { type, span } = record;
  const names = joinWords(titlesOf(newer));
  const title =
    newer.length === 1
      ? t('Insert the missing section {0} and note version {1} of the template', names, type.version)
      : t('Insert the missing sections {0} and note version {1} of the template', names, type.version);
  const noted: TextEdit = { path: document.path, span, newText: templateName(type) };
  return { title, edits: [noted, ...editsFor(newer, type, document, text)] };
}

function editsFor(
  sections: readonly OutlineSection[],
  type: DocumentType,
  document: PolicyDocument,
  text: string,
): TextEdit[] {
  return sectionInsertion(sections, type, document, text).map((edit) => ({ path: document.path, ...edit }));
}
