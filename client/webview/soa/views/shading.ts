/** How a share is shown: a shade in six steps, always beside its number. No styles are written into the page. */

import { t } from '../../shared/texts.js';
import { percent } from '../words.js';

/** A class for the shade: `shade shade-0` for nothing to `shade shade-5` for all. Only all is the darkest. */
export function shadeOf(part: number, whole: number): string {
  if (whole === 0) return 'shade shade-none';
  if (part >= whole) return 'shade shade-5';
  return `shade shade-${part === 0 ? 0 : Math.min(4, 1 + Math.floor((part / whole) * 4))}`;
}

/** `37 of 37 · 100 %` */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '–' : `${t('{0} of {1}', part, whole)} · ${percent(part, whole)}`;
}
