/** A justification that says nothing: a stock phrase, or one sentence for many controls. */
import { t } from '../l10n.js';
import type { ManagementSystem } from '../soa/types.js';
import {
  applicableControls,
  type DecidedControl,
  excludedControls,
  hasJustification,
  isBeingWritten,
} from './support/decisions.js';
import { isTemplateValue } from './support/fields.js';
import { joinSome, quoted, withTitle } from './support/wording.js';
import type { Report, Rule } from './types.js';

/** One cause can be behind a few controls; from here on an auditor doubts that each was looked at. */
const manyControls = 5;
const mostRelated = 20;

export const boilerplateJustification: Rule = {
  code: 'boilerplate-justification',
  defaultSeverity: 'warning',
  title: 'A justification that says nothing about the control it stands at',
  checkSystem(system, snapshot, report) {
    const excluded = excludedControls(system, snapshot).filter(({ decision }) => hasJustification(decision));
    for (const one of excluded) if (isEmptyExclusion(wordsOf(one))) report(reportEmptyExclusion(one, system));
    // Where a driver is named, the driver is the reason, and the words beside it may be short.
    const included = applicableControls(system, snapshot).filter(
      ({ decision }) => hasJustification(decision) && decision.drivers.length === 0,
    );
    for (const one of included) if (isEmptyInclusion(wordsOf(one))) report(reportEmptyInclusion(one));
    const meaningful = (isEmpty: (words: string) => boolean) => (one: DecidedControl) => !isEmpty(wordsOf(one));
    for (const one of repeated(excluded.filter(meaningful(isEmptyExclusion)), 'excluded', system)) report(one);
    for (const one of repeated(included.filter(meaningful(isEmptyInclusion)), 'applicable', system)) report(one);
  },
};

/** The words of a justification for comparison: without case, punctuation and spacing; `N/A` becomes `n a`. */
function wordsOf({ decision }: DecidedControl): string {
  const text = decision.justification!.value;
  if (isTemplateValue(text)) return '';
  return text
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

function isEmptyExclusion(words: string): boolean {
  return words === '' || (words.length <= longestPhrase && emptyExclusion.test(words));
}

function isEmptyInclusion(words: string): boolean {
  return words === '' || (words.length <= longestPhrase && emptyInclusion.test(words));
}

function reportEmptyExclusion({ decision, entry }: DecidedControl, system: ManagementSystem): Report {
  return {
    span: decision.justification!.span,
    message: t(
      '{0} does not say why {1} does not apply. An auditor asks for the fact behind it: name what the organisation does not have or do.',
      quoted(decision.justification!.value.trim()),
      withTitle(entry),
    ),
    severity: isBeingWritten(system) ? 'information' : undefined,
  };
}

function reportEmptyInclusion({ decision, entry }: DecidedControl): Report {
  return {
    span: decision.justification!.span,
    message: t(
      '{0} does not say why {1} was chosen. Name the risk, law, contract or need behind it.',
      quoted(decision.justification!.value.trim()),
      withTitle(entry),
    ),
    severity: 'information',
  };
}

/** One finding for each sentence that stands at many controls, at its first place. */
function* repeated(
  controls: readonly DecidedControl[],
  what: 'excluded' | 'applicable',
  system: ManagementSystem,
): Generator<Report> {
  const byWords = new Map<string, DecidedControl[]>();
  for (const one of controls) {
    const words = wordsOf(one);
    const same = byWords.get(words);
    if (same) same.push(one);
    else byWords.set(words, [one]);
  }
  for (const same of byWords.values()) {
    if (same.length < manyControls) continue;
    const [first, ...others] = same;
    const ids = same.map(({ entry }) => entry.id);
    yield {
      span: first!.decision.justification!.span,
      message: `${
        what === 'excluded'
          ? t('The same justification stands at {0} excluded controls: {1}.', same.length, joinSome(ids, 8))
          : t('The same justification stands at {0} applicable controls: {1}.', same.length, joinSome(ids, 8))
      } ${t('To an auditor that looks as if they had not been considered one by one: say of each what makes it so.')}`,
      severity: 'information',
      related: others.slice(0, mostRelated).map(({ decision, entry }) => ({
        path: system.path,
        span: decision.justification!.span,
        message: t('It stands at {0}, too.', entry.id),
      })),
    };
  }
}
