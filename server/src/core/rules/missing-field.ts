/** A controlled document without a field that document control needs. */
import type { FieldName, PolicyDocument } from '../document.js';
import { requiredFieldsOf } from '../documentTypes/documentTypes.js';
import type { Snapshot } from '../snapshot.js';
import {
  fieldWords,
  filledField,
  isControlledDocument,
  isTemplate,
  normaliseStatus,
  stateOf,
} from './support/fields.js';
import { documentSpan } from './support/source.js';
import { joinWords } from './support/wording.js';
import type { Fix, Rule } from './types.js';

export const missingField: Rule = {
  code: 'missing-field',
  defaultSeverity: 'information',
  title: 'A policy without an owner, version, approver or another required field',
  checkDocument(document, snapshot, report) {
    if (!isControlledDocument(document) || isTemplate(document) || document.problems.length > 0) return;
    const missing = missingFields(document, requiredFieldsOf(document, snapshot.settings));
    if (missing.length === 0) return;
    const status = filledField(document, 'status');
    const isUnsupportedApproval =
      normaliseStatus(status?.value ?? '') === 'approved' &&
      missing.includes('approvedBy') &&
      missing.includes('approved');
    report({
      span: isUnsupportedApproval && status ? status.span : documentSpan(document),
      message: messageOf(missing, isUnsupportedApproval, status?.value ?? ''),
      severity: isUnsupportedApproval ? 'warning' : undefined,
      fixes: additions(missing, document, snapshot),
    });
  },
};

/** A draft has no approval yet, and a retired document needs no next review. */
function missingFields(document: PolicyDocument, required: readonly FieldName[]): FieldName[] {
  const state = stateOf(document);
  return required.filter((name) => {
    if (filledField(document, name)) return false;
    if (name === 'title') return document.headings.length === 0;
    if (name === 'approvedBy' || name === 'approved') return state !== 'draft';
    return name !== 'nextReview' || (state !== 'draft' && state !== 'retired');
  });
}

function messageOf(missing: readonly FieldName[], isUnsupportedApproval: boolean, status: string): string {
  const words = joinWords(
    missing.map((name) => fieldWords[name]),
    'or',
  );
  if (isUnsupportedApproval) {
    return `The status is “${status}”, but the document states no ${words}. An auditor asks who approved it and when: add it.`;
  }
  return `This document states no ${words}. Document control asks for it: an auditor must see who answers for the text and which version is valid.`;
}

/** Adds the keys with nothing behind them: only the writer knows the values. */
function additions(missing: readonly FieldName[], document: PolicyDocument, snapshot: Snapshot): Fix[] {
  const { frontMatter } = document;
  if (frontMatter?.container !== 'yaml') return [];
  const text = snapshot.textOf(document.path);
  if (text === null) return [];
  const absent = missing.filter((name) => !document.fields.some((field) => field.name === name));
  const keys = absent.map((name) => snapshot.settings.fieldKeys[name][0] ?? name);
  if (keys.length === 0) return [];
  const at = frontMatter.contentSpan.end;
  const eol = document.lineEnding;
  const startsLine = at === 0 || /[\r\n]/.test(text[at - 1]!);
  const lines = keys.map((key) => `${key}:`);
  const newText = startsLine ? lines.map((line) => line + eol).join('') : lines.map((line) => eol + line).join('');
  return [
    {
      title: `Add ${joinWords(keys)} to the front matter`,
      edits: [{ path: document.path, span: { start: at, end: at }, newText }],
    },
  ];
}
