/** The keys of soa.yaml with one sentence on each: for hovers and completion. */
import { t } from '../../l10n.js';
import {
  type AdditionalField,
  additionalKeys,
  type DecisionField,
  decisionKeys,
  type EvidenceField,
  evidenceKeys,
  fieldNamed,
  type HeaderField,
  type HistoryField,
  headerKeys,
  historyKeys,
  type ReleaseField,
  releaseKeys,
} from '../../soa/fieldNames.js';
import type { Span } from '../../text.js';
import { yamlPlaceAt } from './yamlPlace.js';

export const headerHelp: Readonly<Record<HeaderField, () => string>> = {
  organisation: () => t('The organisation whose management system this is.'),
  scope: () => t('What the management system covers, in the words of the scope document.'),
  scopeDocument: () => t('The document that states the scope: a path that begins at the folder of this file.'),
  version: () =>
    t('The version of this Statement of Applicability. Put it in quotes: 1.10 without quotes is the number 1.1.'),
  status: () => t('Whether this Statement of Applicability is in force: draft, in-review, approved or retired.'),
  owner: () => t('The role that keeps this Statement of Applicability up to date.'),
  approvedBy: () => t('The role or person who approved it.'),
  approved: () => t('The day of the approval, as year-month-day.'),
  nextReview: () => t('The day by which it must have been reviewed, as year-month-day.'),
  classification: () => t('Who may read it, in the words of your classification scheme.'),
  standards: () =>
    t('The standards of the management system, each with its edition and, for ISO/IEC 27701, the roles.'),
  folders: () =>
    t('The folders whose documents belong to the management system. Without this key: the folder of this file.'),
  controls: () => t('The decisions, one key per control: `27001:A.5.15`.'),
  additional: () =>
    t('Controls of your own, beyond those of the standards: an id of your own, then the keys of a decision.'),
  history: () => t('What changed in which version: a list of version, date, by and change.'),
  released: () => t('What the last release stamped. `clausemark soa release` writes it; leave it as it is.'),
};

export const decisionHelp: Readonly<Record<DecisionField, () => string>> = {
  applicable: () => t('Whether the control applies: true, false or undecided.'),
  justification: () => t('Why the control applies or does not. An auditor reads this sentence for every control.'),
  drivers: () =>
    t('What makes the control necessary: risk, legal, contractual, business or baseline, each with its ids.'),
  status: () => t('How far the control is implemented: not-assessed, not-started, planned, partial or implemented.'),
  owner: () => t('The role that answers for the control.'),
  model: () => t('Who runs the control: direct (you), shared (with a supplier) or inherited (a supplier alone).'),
  supplier: () => t('The supplier that runs a shared or inherited control.'),
  documents: () => t('Documents that serve the control without a tag of their own: paths, or ids of documents.'),
  evidence: () =>
    t('Where the proof is: paths of files, addresses or a few words, each with its date if there is one.'),
  decided: () => t('The day of the decision, as year-month-day.'),
  decidedBy: () => t('Who decided.'),
  review: () => t('The day by which the decision must be looked at again, as year-month-day.'),
  expires: () => t('The last day on which an exclusion holds, as year-month-day.'),
  target: () => t('When the control will be implemented: 2026-03-31, 2026-03, 2026-Q1 or 2026.'),
  implementation: () => t('How the control is implemented, in a sentence or two.'),
  notes: () => t('Anything else that the next reader should know.'),
};

export const additionalHelp: Readonly<Record<AdditionalField, () => string>> = {
  title: () => t('What the control is called.'),
  source: () => t('Where the control comes from: a contract, a law, a scheme.'),
};

export const evidenceHelp: Readonly<Record<EvidenceField, () => string>> = {
  file: () => t('A file of the workspace: a path that begins at the folder of this file.'),
  link: () => t('A web address.'),
  note: () => t('A few words: alone, or beside a file or link.'),
  date: () => t('The day from which the proof is, as year-month-day.'),
  valid: () => t('For how long it holds from its date on: 12 months, 90 days.'),
  validUntil: () => t('The last day on which it holds, as year-month-day.'),
  path: () => t('A file or a web address.'),
};

export const historyHelp: Readonly<Record<HistoryField, () => string>> = {
  version: () => t('The version that the change led to, in quotes.'),
  date: () => t('The day of the change, as year-month-day.'),
  by: () => t('Who made or approved it.'),
  change: () => t('What changed, in a sentence.'),
};

export const releaseHelp: Readonly<Record<ReleaseField, () => string>> = {
  version: () => t('The version that was released.'),
  date: () => t('The day of the release, as year-month-day.'),
  by: () => t('Who approved it.'),
  hash: () => t('A checksum of what was released: it tells whether the text was changed afterwards.'),
};

export const standardHelp: Readonly<Record<'edition' | 'roles' | 'amendments', () => string>> = {
  edition: () => t('The year of the edition: 2022.'),
  roles: () => t('For ISO/IEC 27701: controller, processor or both, in brackets.'),
  amendments: () => t('Amendments that are in force for you, in brackets: [Amd 1:2024].'),
};

/** The help for the key under the cursor of a soa.yaml, or null. */
export function soaKeyHelpAt(text: string | null, offset: number): { span: Span; markdown: string } | null {
  if (text === null) return null;
  const place = yamlPlaceAt(text, 0, offset);
  if (!/^\s*:(?:\s|$)/.test(place.rest) || !(place.isKey || isItemKey(text, place.token.start))) return null;
  const key = text.slice(place.token.start, place.token.end);
  const help = helpOn(key, place.path);
  return help ? { span: place.token, markdown: `**${key}**\n\n${help}` } : null;
}

/** Whether only the mark of a list item stands before the offset on its line: `- date: 2026-03-31`. */
function isItemKey(text: string, offset: number): boolean {
  let start = offset;
  while (start > 0 && ' -'.includes(text[start - 1]!)) start--;
  return /^ *- +$/.test(text.slice(start, offset)) && (start === 0 || '\r\n'.includes(text[start - 1]!));
}

/** @param path the keys above, outermost first */
function helpOn(key: string, path: readonly string[]): string | null {
  const [first, ...below] = path;
  if (first === undefined) return helpIn(headerKeys, headerHelp, key);
  const section = fieldNamed(headerKeys, first);
  if (section === 'history') return helpIn(historyKeys, historyHelp, key);
  if (section === 'released') return helpIn(releaseKeys, releaseHelp, key);
  if (section === 'standards' && below.length === 1) {
    return Object.hasOwn(standardHelp, key) ? standardHelp[key as keyof typeof standardHelp]() : null;
  }
  if ((section !== 'controls' && section !== 'additional') || below.length === 0) return null;
  const field = fieldNamed(decisionKeys, below[below.length - 1]!);
  if (below.length > 1 && field === 'evidence') return helpIn(evidenceKeys, evidenceHelp, key);
  const own = section === 'additional' ? helpIn(additionalKeys, additionalHelp, key) : null;
  return own ?? helpIn(decisionKeys, decisionHelp, key);
}

function helpIn<Field extends string>(
  names: Readonly<Record<Field, readonly string[]>>,
  help: Readonly<Record<Field, () => string>>,
  key: string,
): string | null {
  const field = fieldNamed(names, key);
  return field ? help[field]() : null;
}
