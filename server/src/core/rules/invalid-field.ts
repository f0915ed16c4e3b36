/** A document control field with a value that cannot be right. */
import { distance } from 'fastest-levenshtein';
import type { ControlField, PolicyDocument } from '../document.js';
import type { Settings } from '../settings.js';
import { isoDateOf, looksLikeIsoDate, possibleDates } from './support/dates.js';
import { fieldWords, filledField, normaliseStatus, stateOf } from './support/fields.js';
import { joinWords, quoted } from './support/wording.js';
import type { Fix, Report, Rule } from './types.js';

export const invalidField: Rule = {
  code: 'invalid-field',
  defaultSeverity: 'warning',
  title: 'A document control field with a value that cannot be right',
  checkDocument(document, snapshot, report) {
    const status = filledField(document, 'status');
    if (status) reportIf(report, checkStatus(status, document, snapshot.settings));
    for (const name of ['approved', 'nextReview'] as const) {
      const field = filledField(document, name);
      if (field) reportIf(report, checkDate(field, document));
    }
    const version = filledField(document, 'version');
    if (version && !/\d/.test(version.value)) report(reportVersion(version));
    reportIf(report, checkOrder(document));
  },
};

function reportIf(report: (report: Report) => void, found: Report | null): void {
  if (found) report(found);
}

/** Words of other houses for a status we understand are left alone: they may be set as `statusValues`. */
function checkStatus(field: ControlField, document: PolicyDocument, settings: Settings): Report | null {
  const written = normaliseStatus(field.value);
  if (settings.statusValues.some((value) => normaliseStatus(value) === written)) return null;
  if (settings.statusValues.length === 0 || stateOf(document) !== 'unknown') return null;
  const nearest = [...settings.statusValues].sort((a, b) => distance(written, a) - distance(written, b));
  const isTypo = distance(written, normaliseStatus(nearest[0]!)) <= 2;
  return {
    span: field.span,
    message:
      `${quoted(field.value)} is none of the status values ${joinWords(nearest.slice().sort(), 'or')}, ` +
      'so nobody can tell whether this document is in force.',
    severity: isTypo ? 'warning' : 'information',
    fixes: (isTypo ? nearest.slice(0, 1) : nearest).map((value) => replaceValue(field, value, document)),
  };
}

function checkDate(field: ControlField, document: PolicyDocument): Report | null {
  if (isoDateOf(field.value)) return null;
  const what = fieldWords[field.name];
  if (looksLikeIsoDate(field.value)) {
    return { span: field.span, message: `There is no day ${field.value} in the calendar. Correct the ${what}.` };
  }
  const dates = possibleDates(field.value);
  const advice = 'Write it as year-month-day (2026-03-01), which has one meaning everywhere and can be checked.';
  const problem =
    dates.length > 1
      ? `The ${what} ${quoted(field.value)} can be read as ${joinWords(dates, 'or')}.`
      : `The ${what} ${quoted(field.value)} is not ${dates.length === 1 ? 'in the form of the other dates' : 'a calendar date'}.`;
  return {
    span: field.span,
    message: `${problem} ${advice}`,
    severity: 'information',
    fixes: dates.map((date) => ({ ...replaceValue(field, date, document), isPreferred: dates.length === 1 })),
  };
}

function reportVersion(field: ControlField): Report {
  return {
    span: field.span,
    message: `The version ${quoted(field.value)} has no number, so two versions cannot be told apart. Give it one, such as 1.0.`,
    severity: 'information',
  };
}

function checkOrder(document: PolicyDocument): Report | null {
  const approved = filledField(document, 'approved');
  const next = filledField(document, 'nextReview');
  const approvedOn = approved ? isoDateOf(approved.value) : null;
  const nextOn = next ? isoDateOf(next.value) : null;
  if (!approved || !next || !approvedOn || !nextOn || nextOn >= approvedOn) return null;
  return {
    span: next.span,
    message: `The next review (${nextOn}) lies before the approval (${approvedOn}). One of the two dates is wrong.`,
    related: [{ path: document.path, span: approved.span, message: 'The approval date stands here.' }],
  };
}

function replaceValue(field: ControlField, value: string, document: PolicyDocument): Fix {
  return { title: `Replace with ${value}`, edits: [{ path: document.path, span: field.span, newText: value }] };
}
