/** What each document control field is for: one sentence for hovers and completion. */

import type { FieldName } from '../../document.js';
import { t } from '../../l10n.js';

const helpOnFields: Readonly<Record<FieldName, () => string>> = {
  id: () => t('The number by which other documents and the document register call this one, for example POL-AC-01.'),
  title: () => t('The name under which the document is approved and published.'),
  type: () =>
    t('What kind of document it is: policy, procedure, standard, guideline, plan, record, impact assessment.'),
  owner: () => t('The role that keeps the document up to date. A role stays when a person leaves.'),
  version: () => t('Tells one approved text from the next. Put it in quotes: 1.10 without quotes is the number 1.1.'),
  status: () => t('Whether the text is in force: draft, in-review, approved or retired.'),
  classification: () => t('Who may read the document, in the words of your classification scheme.'),
  approvedBy: () => t('The role or person with the authority to put the document into force.'),
  approved: () => t('The day of the approval, as year-month-day.'),
  nextReview: () =>
    t('The day by which the document must have been reviewed, as year-month-day. After it the document is overdue.'),
};

/** What the field is for. */
export function fieldHelp(name: FieldName): string {
  return helpOnFields[name]();
}
