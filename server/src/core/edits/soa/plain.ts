/** Which texts may stand in YAML without quotes and are still that text: in YAML 1.2, in 1.1, and in a careless reader. */

/** What some YAML reader takes for a truth value, a null, a number or a time. */
const special =
  /^(?:y|yes|n|no|on|off|true|false|null|~|[-+.]*(?:inf|nan)|[-+]?[\d_.,:]+(?:e[-+]?\d+)?|0[xob][\da-f_]+|\d{4}-\d{1,2}-\d{1,2}(?:[tT ].*)?)$/i;

/**
 * @param text trimmed
 * @param place `isFlow`: inside of braces or brackets; `isDate`: a calendar date is meant to be one
 */
export function isSafePlain(text: string, place: { readonly isFlow: boolean; readonly isDate: boolean }): boolean {
  if (text === '' || text !== text.trim() || text.length > 4000) return false;
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/u.test(text)) return false;
  // Spreadsheets and people both stumble over a leading sign.
  if (!/^[\p{L}\p{N}(./§“„«]/u.test(text)) return false;
  // `---` and `...` end a document.
  if (/: |:$|\s#|^\.\.\./.test(text)) return false;
  if (place.isFlow && /[,[\]{}]|:(?=["'])|[?:]$/.test(text)) return false;
  if (place.isDate && /^\d{4}-\d{2}-\d{2}$/.test(text)) return true;
  return !special.test(text);
}
