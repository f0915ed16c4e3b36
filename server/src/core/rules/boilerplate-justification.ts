/** A justification that says nothing: a stock phrase, or one sentence for many controls. */
import { t } from '../l10n.js';
import { type Boilerplate, boilerplate } from '../soa/asked.js';
import type { ManagementSystem } from '../soa/types.js';
import { type DecidedControl, isBeingWritten } from './support/decisions.js';
import { joinSome, quoted, withTitle } from './support/wording.js';
import type { Report, Rule } from './types.js';

const mostRelated = 20;

export const boilerplateJustification: Rule = {
  code: 'boilerplate-justification',
  defaultSeverity: 'warning',
  title: 'A justification that says nothing about the control it stands at',
  checkSystem(system, snapshot, report, isSilenced) {
    for (const { what, empty, repeated } of boilerplate(system, snapshot)) {
      for (const one of empty)
        report(what === 'excluded' ? reportEmptyExclusion(one, system) : reportEmptyInclusion(one));
      for (const same of repeated) {
        const loud = same.filter(({ decision }) => !isSilenced(decision.justification!.span));
        if (loud.length > 0) report(reportRepeated(loud, what, system));
      }
    }
  },
};

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

/** One finding for each sentence that stands at many controls, at the first place that no comment silences. */
function reportRepeated(same: readonly DecidedControl[], what: Boilerplate['what'], system: ManagementSystem): Report {
  const [first, ...others] = same;
  const ids = joinSome(
    same.map(({ entry }) => entry.id),
    8,
  );
  return {
    span: first!.decision.justification!.span,
    message: `${
      others.length === 0
        ? t('The justification of {0} stands at other controls, too.', withTitle(first!.entry))
        : what === 'excluded'
          ? t('The same justification stands at {0} excluded controls: {1}.', same.length, ids)
          : t('The same justification stands at {0} applicable controls: {1}.', same.length, ids)
    } ${t('To an auditor that looks as if they had not been considered one by one: say of each what makes it so.')}`,
    severity: 'information',
    related: others.slice(0, mostRelated).map(({ decision, entry }) => ({
      path: system.path,
      span: decision.justification!.span,
      message: t('It stands at {0}, too.', entry.id),
    })),
  };
}
