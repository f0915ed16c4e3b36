/** The keys of soa.yaml with one sentence on each: for hovers and completion. */
import { type DecisionField, decisionKeys, fieldNamed, type HeaderField, headerKeys } from '../../soa/fieldNames.js';
import type { Span } from '../../text.js';
import { yamlPlaceAt } from './yamlPlace.js';

export const headerHelp: Readonly<Record<HeaderField, string>> = {
  organisation: 'The organisation whose management system this is.',
  scope: 'What the management system covers, in the words of the scope document.',
  version: 'The version of this Statement of Applicability. Put it in quotes: 1.10 without quotes is the number 1.1.',
  status: 'Whether this Statement of Applicability is in force: draft, in-review, approved or retired.',
  owner: 'The role that keeps this Statement of Applicability up to date.',
  approvedBy: 'The role or person who approved it.',
  approved: 'The day of the approval, as year-month-day.',
  nextReview: 'The day by which it must have been reviewed, as year-month-day.',
  classification: 'Who may read it, in the words of your classification scheme.',
  standards: 'The standards of the management system, each with its edition and, for ISO/IEC 27701, the roles.',
  controls: 'The decisions, one key per control: `27001:A.5.15`.',
};

export const decisionHelp: Readonly<Record<DecisionField, string>> = {
  applicable: 'Whether the control applies: true, false or undecided.',
  justification: 'Why the control applies or does not. An auditor reads this sentence for every control.',
  drivers: 'What makes the control necessary: risk, legal, contractual, business or baseline, each with its ids.',
  status: 'How far the control is implemented: not-assessed, not-started, planned, partial or implemented.',
  owner: 'The role that answers for the control.',
  evidence: 'Where the proof is: paths of files, addresses or a few words, each with its date if there is one.',
  decided: 'The day of the decision, as year-month-day.',
  decidedBy: 'Who decided.',
  review: 'The day by which the decision must be looked at again, as year-month-day.',
  target: 'When the control will be implemented: 2026-03-31, 2026-03, 2026-Q1 or 2026.',
  implementation: 'How the control is implemented, in a sentence or two.',
  notes: 'Anything else that the next reader should know.',
};

/** The help for the key under the cursor of a soa.yaml, or null. */
export function soaKeyHelpAt(text: string | null, offset: number): { span: Span; markdown: string } | null {
  if (text === null) return null;
  const place = yamlPlaceAt(text, 0, offset);
  if (!place.isKey || !place.rest.trimStart().startsWith(':')) return null;
  const key = text.slice(place.token.start, place.token.end);
  const header = place.path.length === 0 ? fieldNamed(headerKeys, key) : undefined;
  const isInDecision = place.path.length > 1 && fieldNamed(headerKeys, place.path[0]!) === 'controls';
  const decision = isInDecision ? fieldNamed(decisionKeys, key) : undefined;
  const help = header ? headerHelp[header] : decision ? decisionHelp[decision] : null;
  return help ? { span: place.token, markdown: `**${key}**\n\n${help}` } : null;
}
