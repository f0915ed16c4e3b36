/** Justifications that say nothing: stock phrases in several languages. Asked by rows and rules alike. */
import { isTemplateValue } from '../rules/support/fields.js';

/** The words of a justification for comparison: without case, punctuation and spacing; `N/A` becomes `n a`. */
export function wordsOf(justification: string): string {
  if (isTemplateValue(justification)) return '';
  return justification
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const placeholders =
  'n a|na|nil|none|nothing|tbd|tba|tbc|todo|to be (?:defined|determined|confirmed|completed|decided)|x+';
const notApplicable =
  'not (?:applicable|relevant|required|needed|necessary|selected|included|in use|used)|irrelevant|inapplicable|excluded|' +
  'no|does not apply|(?:nicht|not) (?:anwendbar|relevant|zutreffend|erforderlich|notwendig|benötigt|nötig)|entfällt|trifft (?:(?:auf|für) uns |hier )?nicht zu|keine relevanz|non applicable|sans objet|' +
  'no aplica|no aplicable|não aplicável|non applicabile|niet van toepassing|nie dotyczy';
const applicable = 'applicable|relevant|required|needed|necessary|mandatory|included|selected|applies|yes|implemented';
const subject = '(?:(?:this|the) )?(?:(?:control|requirement) )?(?:is |are )?';
const place =
  '(?: (?:to|for|in|at|by) (?:(?:us|our|the|this)(?: |$))?(?:organi[sz]ation|company|business|environment|context|scope|isms)?)?';
const emptyExclusion = new RegExp(`^${subject}(?:${placeholders}|${notApplicable})${place}$`, 'u');
const emptyInclusion = new RegExp(`^${subject}(?:${placeholders}|${notApplicable}|${applicable})${place}$`, 'u');
/** Longer than every stock phrase. */
const longestPhrase = 80;

/** Whether such words say nothing of why a control is excluded: `N/A`, `not relevant`, or none. */
export function isEmptyExclusion(words: string): boolean {
  return words === '' || (words.length <= longestPhrase && emptyExclusion.test(words));
}

/** Whether such words say nothing of why a control was chosen: `required`, `applicable`, or none. */
export function isEmptyInclusion(words: string): boolean {
  return words === '' || (words.length <= longestPhrase && emptyInclusion.test(words));
}
