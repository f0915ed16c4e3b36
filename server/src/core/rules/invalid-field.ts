/** A document control field with a value that cannot be right. */

import { distance } from 'fastest-levenshtein';
import { looksLikeIsoDate, plainDateOf, possibleDates } from '../dates/writtenDates.js';
import type { ControlField, PolicyDocument } from '../document.js';
import { t } from '../l10n.js';
import { normaliseKey } from '../settings.js';
import type { Snapshot } from '../snapshot.js';
import { understandPeriod } from '../soa/import/cellDates.js';
import type { Span } from '../text.js';
import {
  fieldWord,
  filledField,
  hasUnknownWords,
  isFinding,
  normaliseStatus,
  stateCalled,
  stateOf,
} from './support/fields.js';
import { reviewBeforeApproval } from './support/reviewDate.js';
import { joinOr, quoted } from './support/wording.js';
import type { Fix, Report, Rule } from './types.js';

export const invalidField: Rule = {
  code: 'invalid-field',
  defaultSeverity: 'warning',
  title: 'A document control field with a value that cannot be right',
  checkDocument(document, snapshot, report) {
    const status = filledField(document, 'status');
    if (status) reportIf(report, checkStatus(status, document, snapshot));
    for (const name of ['approved', 'nextReview'] as const) {
      const field = filledField(document, name);
      if (field) reportIf(report, checkDate(field, document, snapshot));
    }
    const version = filledField(document, 'version');
    if (version && !tellsVersions(version.value) && !hasUnknownWords(document, snapshot))
      report(reportVersion(version));
    reportIf(report, checkOrder(document));
  },
};

function reportIf(report: (report: Report) => void, found: Report | null): void {
  if (found) report(found);
}

/** Words of other houses for a status we understand are left alone: they may be set as `statusValues`. */
function checkStatus(field: ControlField, document: PolicyDocument, snapshot: Snapshot): Report | null {
  const { settings } = snapshot;
  const written = normaliseStatus(field.value);
  if (settings.statusValues.some((value) => normaliseStatus(value) === written)) return null;
  if (settings.statusValues.length === 0 || stateOf(document) !== 'unknown') return null;
  const nearest = [...settings.statusValues].sort((a, b) => distance(written, a) - distance(written, b));
  const isTypo = distance(written, normaliseStatus(nearest[0]!)) <= 2;
  if (!isTypo && (describesItem(document) || hasUnknownWords(document, snapshot))) return null;
  return {
    span: field.span,
    message: t(
      '{0} is none of the status values {1}, so nobody can tell whether this document is in force.',
      quoted(field.value),
      joinOr(nearest.slice().sort()),
    ),
    severity: isTypo ? 'warning' : 'information',
    fixes: (isTypo ? nearest.slice(0, 1) : nearest.filter((value) => isPossible(value, document))).map((value) =>
      replaceValue(field, value, document),
    ),
  };
}

/** Whether the document is the record of one control, risk or finding: its status tells how far that is. */
function describesItem(document: PolicyDocument): boolean {
  if (isFinding(document)) return true;
  if (document.frontMatter?.keys.some(({ name }) => itemKey.test(normaliseKey(name)))) return true;
  if (recordType.test(filledField(document, 'type')?.value.trim() ?? '')) return true;
  const [heading] = document.headings;
  const isNamed = document.references.some(
    ({ kind, span, text }) => heading && kind === 'control' && heading.text.startsWith(text) && isWithin(span, heading),
  );
  return isNamed && !filledField(document, 'version') && !filledField(document, 'approvedBy');
}

function isWithin(inner: Span, { span: { start, end } }: { readonly span: Span }): boolean {
  return inner.start >= start && inner.end <= end;
}

const itemKey =
  /^(?:control|requirement|risk|finding|measure|asset|exception|incident|supplier|vendor|action|nonconformity)_(?:id|no|number|ref)$|^(?:incident|risk|finding|nonconformity|exception|ticket|severity|likelihood|probability|assignee|due_date|(?:detected|resolved|closed|opened)(?:_(?:at|on))?)$/;
/** What a record of something that happened says it is. */
const recordType = /^(?:record|incident|post-?mortem|finding|risk|exception|minutes|meeting|audit report)\b/i;

/** Only a draft states nobody who approved it, and no day. */
function isPossible(status: string, document: PolicyDocument): boolean {
  return (
    stateCalled(status) === 'draft' || (['approvedBy', 'approved'] as const).some((name) => filledField(document, name))
  );
}

function checkDate(field: ControlField, document: PolicyDocument, snapshot: Snapshot): Report | null {
  if (plainDateOf(field.value)) return null;
  // What is no date of approval by its name is called by that name.
  const called = (field.name === 'approved' && field.key) || '';
  const what = /effect|gültig|kraft|vig|ingang/i.test(called) ? called : fieldWord(field.name);
  if (looksLikeIsoDate(field.value)) {
    return { span: field.span, message: t('There is no day {0} in the calendar. Correct the {1}.', field.value, what) };
  }
  const dates = possibleDates(field.value);
  // Nor do we know how its months are called.
  if (dates.length === 0 && hasUnknownWords(document, snapshot)) return null;
  const advice = t(
    'Write it as year-month-day ({0}), which has one meaning everywhere and can be checked.',
    dates[0] ?? '2026-03-01',
  );
  const written = quoted(field.value);
  const problem =
    dates.length > 1
      ? t('The {0} {1} can be read as {2}.', what, written, joinOr(dates))
      : dates.length === 1
        ? t('The {0} {1} is read as {2}.', what, written, dates[0]!)
        : understandPeriod(field.value)
          ? t('The {0} {1} names no day.', what, written)
          : t('The {0} {1} is not a calendar date.', what, written);
  return {
    span: field.span,
    message: `${problem} ${advice}`,
    severity: 'information',
    fixes: dates.map((date) => ({ ...replaceValue(field, date, document), isPreferred: dates.length === 1 })),
  };
}

/** A number, or the letter of a revision: B comes after A. */
function tellsVersions(version: string): boolean {
  return /\d/.test(version) || /^(?:rev(?:ision)?\.?\s*|issue\s+)?[A-Z]{1,2}$/i.test(version.trim());
}

function reportVersion(field: ControlField): Report {
  return {
    span: field.span,
    message: t(
      'The version {0} has no number, so two versions cannot be told apart. Give it one, such as 1.0.',
      quoted(field.value),
    ),
    severity: 'information',
  };
}

function checkOrder(document: PolicyDocument): Report | null {
  const wrong = reviewBeforeApproval(document);
  if (!wrong) return null;
  return {
    span: wrong.next.span,
    message: t(
      'The next review ({0}) lies before the approval ({1}). One of the two dates is wrong.',
      plainDateOf(wrong.next.value)!,
      plainDateOf(wrong.approved.value)!,
    ),
    related: [{ path: document.path, span: wrong.approved.span, message: t('The approval date stands here.') }],
  };
}

function replaceValue(field: ControlField, value: string, document: PolicyDocument): Fix {
  return { title: t('Replace with {0}', value), edits: [{ path: document.path, span: field.span, newText: value }] };
}
