/** A controlled document without a field that document control needs. */

import type { FieldName, PolicyDocument } from '../document.js';
import { requiredFieldsOf } from '../documentTypes/documentTypes.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import {
  fieldWord,
  filledField,
  isControlledDocument,
  isTemplate,
  normaliseStatus,
  stateOf,
} from './support/fields.js';
import { documentSpan } from './support/source.js';
import { joinOr, joinWords } from './support/wording.js';
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
  const words = joinOr(missing.map(fieldWord));
  if (isUnsupportedApproval) {
    return t(
      'The status is “{0}”, but the document states no {1}. An auditor asks who approved it and when: add it.',
      status,
      words,
    );
  }
  return t(
    'This document states no {0}. Document control asks for it: an auditor must see who answers for the text and which version is valid.',
    words,
  );
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
      title: t('Add {0} to the front matter', joinWords(keys)),
      edits: [{ path: document.path, span: { start: at, end: at }, newText }],
    },
  ];
}
