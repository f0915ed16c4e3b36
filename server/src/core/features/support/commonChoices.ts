/** Choices that front matter and soa.yaml have in common: who, and when. */

import { yearsLater } from '../../dates/calendar.js';
import { t } from '../../l10n.js';
import type { Snapshot } from '../../snapshot.js';
import type { Span } from '../../text.js';
import type { Completion } from '../completionTypes.js';
import { valueChoices } from './choices.js';
import { usedPeople } from './usedValues.js';

/** People and roles that the workspace names already, elsewhere than at the span. */
export function personChoices(snapshot: Snapshot, path: string, span: Span): Completion[] {
  return valueChoices(usedPeople(snapshot, { path, span }), span, 'person');
}

/** The day of something that happens as it is written down. */
export function todayChoice({ today }: Snapshot, span: Span): Completion[] {
  return valueChoices([today], span, 'date', () => t('today'));
}

/** The day by which something is looked at again. */
export function inOneYearChoice({ today }: Snapshot, span: Span): Completion[] {
  return valueChoices([yearsLater(today, 1)], span, 'date', () => t('in one year'));
}
