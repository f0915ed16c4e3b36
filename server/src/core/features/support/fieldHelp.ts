/** What each document control field is for: one sentence for hovers and completion. */
import type { FieldName } from '../../document.js';

export const fieldHelp: Readonly<Record<FieldName, string>> = {
  id: 'The number by which other documents and the document register call this one, for example POL-AC-01.',
  title: 'The name under which the document is approved and published.',
  type: 'What kind of document it is: policy, procedure, standard, guideline, plan, record, impact assessment.',
  owner: 'The role that keeps the document up to date. A role stays when a person leaves.',
  version: 'Tells one approved text from the next. Put it in quotes: 1.10 without quotes is the number 1.1.',
  status: 'Whether the text is in force: draft, in-review, approved or retired.',
  classification: 'Who may read the document, in the words of your classification scheme.',
  approvedBy: 'The role or person with the authority to put the document into force.',
  approved: 'The day of the approval, as year-month-day.',
  nextReview:
    'The day by which the document must have been reviewed, as year-month-day. After it the document is overdue.',
};
