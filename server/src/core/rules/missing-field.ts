/** A controlled document without a field that document control needs. */

import { possibleDates } from '../dates/writtenDates.js';
import { type FieldName, fieldOf, type PolicyDocument } from '../document.js';
import { requiredFieldsOf } from '../documentTypes/documentTypes.js';
import { addKey } from '../edits/frontMatterList.js';
import { fieldKeyOf } from '../fields.js';
import { t } from '../l10n.js';
import { plainWords } from '../plainWords.js';
import type { Snapshot } from '../snapshot.js';
import {
  fieldWord,
  filledField,
  hasUnknownLabels,
  isControlledDocument,
  isTemplate,
  normaliseStatus,
  stateCalled,
  stateOf,
} from './support/fields.js';
import { documentSpan } from './support/source.js';
import { joinOr } from './support/wording.js';
import type { Fix, Rule } from './types.js';

export const missingField: Rule = {
  code: 'missing-field',
  defaultSeverity: 'information',
  title: 'A policy without an owner, version, approver or another required field',
  checkDocument(document, snapshot, report) {
    if (!isControlledDocument(document) || isTemplate(document) || document.problems.length > 0) return;
    if (isSamplePath(document.path)) return;
    const missing = missingFields(document, requiredFieldsOf(document, snapshot.settings));
    if (missing.length === 0 || hasUnknownLabels(document, snapshot)) return;
    const status = filledField(document, 'status');
    const isUnsupportedApproval =
      normaliseStatus(status?.value ?? '') === 'approved' &&
      missing.includes('approvedBy') &&
      missing.includes('approved');
    report({
      span: isUnsupportedApproval && status ? status.span : documentSpan(document),
      message: messageOf(missing, isUnsupportedApproval, status?.value ?? ''),
      severity: isUnsupportedApproval ? 'warning' : undefined,
      fixes: asDraft(missing, document, snapshot),
    });
  },
};

/** `policy-templates/access.md`, `12-WORKED-EXAMPLE/soa.md`: a pattern for others, which nobody approves. */
function isSamplePath(path: string): boolean {
  return /(?:^|[/ _-])(?:templates?|samples?|worked[ _-]examples?|vorlagen?|modèles?|plantillas?|modelos?|sjablo(?:on|nen)|modelli)(?:[/ _.-]|$)/i.test(
    path,
  );
}

/** What a text has once it is approved. */
const ofApproval: ReadonlySet<FieldName> = new Set(['approvedBy', 'approved', 'nextReview']);

/** A draft has no approval yet, and a retired document needs no next review. */
function missingFields(document: PolicyDocument, required: readonly FieldName[]): FieldName[] {
  const state = stateOf(document);
  return required.filter((name) => {
    if (filledField(document, name)) return false;
    if (name === 'title') return document.headings.length === 0;
    if (name === 'nextReview' && mayStateReview(document)) return false;
    if (!ofApproval.has(name)) return true;
    return state !== 'draft' && (name !== 'nextReview' || state !== 'retired');
  });
}

/** Keys of a review that do not tell whether it is the last or the next one. */
const reviewKeys: ReadonlySet<string> = new Set(
  ['review', 'überprüfung', 'ueberpruefung', 'revue', 'revisión', 'herziening', 'riesame'].map(plainWords),
);
const intervals =
  /(?:^| )(?:\d+ ?m(?:onths?|onate?)?|annual(?:ly)?|yearly|years?|biannual|quarterly|monthly|months?|jahrlich|jahre?|halbjahrlich|monate?n?|annuel(?:le)?|ans?|mois|anual|meses|anos?|jaarlijks|jaar|maanden|annuale|anni|mesi)(?: |$)/;

/** `review: 2027-03-01`, `Überprüfung: jährlich`: that no next review is stated cannot be said then. */
function mayStateReview({ frontMatter }: PolicyDocument): boolean {
  return (frontMatter?.scalars ?? []).some((scalar) => {
    const { text } = scalar;
    return (
      reviewKeys.has(plainWords(fieldKeyOf(scalar) ?? '')) &&
      (possibleDates(text).length > 0 || intervals.test(plainWords(text)))
    );
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

/**
 * A text of which nobody says who approved it or when may be a draft: then it needs no approval yet. Only where nothing else
 * is missing. Other values only the writer knows, and a key without one is as good as none.
 */
function asDraft(missing: readonly FieldName[], document: PolicyDocument, snapshot: Snapshot): Fix[] {
  const { frontMatter } = document;
  const { settings } = snapshot;
  if (frontMatter?.container !== 'yaml' || !missing.includes('status') || fieldOf(document, 'status')) return [];
  if (!missing.includes('approvedBy') || !missing.includes('approved')) return [];
  if (!missing.every((name) => name === 'status' || ofApproval.has(name))) return [];
  const draft = settings.statusValues.find((value) => stateCalled(value) === 'draft');
  const text = snapshot.textOf(document.path);
  if (text === null || !draft) return [];
  const key = settings.fieldKeys.status[0] ?? 'status';
  const edit = addKey(text, document, key, draft);
  if (!edit) return [];
  const title = t('It is not approved yet: add “{0}”', `${key}: ${draft}`);
  return [{ title, edits: [{ path: document.path, ...edit }] }];
}
