/** What an auditor would ask about a row: one function per gap, in the order in which they are shown. */
import { t } from '../l10n.js';
import type { Asked } from './asked.js';
import type { OverdueExclusion } from './exclusion.js';
import type { Gap, GapCode, RowDocument, RowEvidence } from './modelTypes.js';
import type { Applicability, ImplementationStatus } from './types.js';

/** What the gaps are found from: the facts of one row. */
export interface RowFacts {
  readonly id: string;
  readonly hasSystem: boolean;
  readonly hasDecision: boolean;
  readonly isInRole: boolean;
  readonly applicability: Applicability;
  readonly hasJustification: boolean;
  readonly hasDrivers: boolean;
  /** What is asked because of the other decisions. */
  readonly asked: Asked;
  readonly lacksSupplier: boolean;
  readonly status: ImplementationStatus | null;
  /** Documents that claim it by a tag, or that the decision lists. */
  readonly claimCount: number;
  /** Those that claim it by a tag. */
  readonly tagCount: number;
  readonly mentionCount: number;
  /** A claiming document is approved and within its review date. */
  readonly hasEffectiveDocument: boolean;
  readonly documents: readonly RowDocument[];
  readonly missingDocuments: readonly { readonly text: string }[];
  readonly evidence: readonly RowEvidence[];
  /** The day by which an exclusion had to be looked at again, or on which it ended, if that is past. */
  readonly overdueExclusion: OverdueExclusion | null;
}

type GapFinder = (facts: RowFacts) => string | null;

const finders: Readonly<Record<GapCode, GapFinder>> = {
  'missing-decision': ({ hasSystem, hasDecision }) =>
    hasSystem && !hasDecision ? t('The soa.yaml has no entry for this control.') : null,
  // Without a soa.yaml everything is undecided, and saying so on every row would hide what is worth knowing.
  undecided: ({ hasDecision, applicability }) =>
    hasDecision && applicability === 'undecided' ? t('Nobody has decided yet whether this control applies.') : null,
  'outside-role': ({ isInRole, applicability }) =>
    !isInRole && applicability === 'yes'
      ? t('Applicable, although it is made for a role the organisation does not have.')
      : null,
  'excluded-without-justification': ({ applicability, hasJustification }) =>
    applicability === 'no' && !hasJustification ? t('Excluded without a justification.') : null,
  'excluded-but-claimed': ({ applicability, tagCount, documents }) =>
    applicability === 'no' && tagCount > 0
      ? t(
          'Excluded, but claimed by {0}.',
          nameDocuments(
            documents.filter(({ statedBy }) => statedBy !== 'statement'),
            tagCount,
          ),
        )
      : null,
  'exclusion-overdue': ({ overdueExclusion }) => {
    if (!overdueExclusion) return null;
    const { hasEnded, date } = overdueExclusion;
    return hasEnded
      ? t('The exclusion held until {0} and has ended.', date.value)
      : t('The exclusion was to be looked at again by {0}.', date.value);
  },
  'included-without-reason': ({ applicability, hasJustification, hasDrivers }) =>
    applicability === 'yes' && !hasJustification && !hasDrivers
      ? t('Applicable without a justification or driver.')
      : null,
  'included-without-driver': ({ asked, hasJustification }) =>
    asked.driver && hasJustification ? t('Applicable, but no risk, law, contract or need is named.') : null,
  'boilerplate-justification': ({ asked: { isBoilerplate, sameJustification } }) => {
    if (isBoilerplate) return t('The justification says nothing about this control.');
    return sameJustification > 0 ? t('The same justification stands at {0} controls.', sameJustification) : null;
  },
  'supplier-missing': ({ isInRole, applicability, lacksSupplier }) =>
    isInRole && applicability === 'yes' && lacksSupplier
      ? t('Run by a supplier, at least in part, and it is not said which.')
      : null,
  uncovered: (facts) => (needsDocument(facts) && facts.claimCount === 0 ? uncoveredText(facts.mentionCount) : null),
  'implemented-without-document': ({ applicability, status, claimCount }) =>
    applicability !== 'no' && status === 'implemented' && claimCount === 0
      ? t('Said to be implemented, but no document describes it.')
      : null,
  'only-draft': (facts) =>
    needsDocument(facts) && facts.claimCount > 0 && !facts.hasEffectiveDocument
      ? t('Claimed only by documents that are drafts, in review, retired or past their review date.')
      : null,
  'implemented-without-evidence': ({ asked }) =>
    asked.evidence ? t('Said to be implemented, but no evidence is named.') : null,
  'document-not-found': ({ missingDocuments }) =>
    missingDocuments.length > 0
      ? t('No such document: {0}.', missingDocuments.map(({ text }) => text).join(', '))
      : null,
  'evidence-not-found': ({ evidence }) => {
    const missing = evidence.filter((item) => item.exists === false).map((item) => item.text);
    return missing.length > 0 ? t('Evidence is not where it should be: {0}.', missing.join(', ')) : null;
  },
  'evidence-stale': (facts) => {
    const stale = isInOperation(facts) ? facts.evidence.filter((item) => item.isStale).map((item) => item.text) : [];
    return stale.length > 0 ? t('Evidence is out of date: {0}.', stale.join(', ')) : null;
  },
};

/** All gap codes in the order in which they are shown. */
const gapCodes = Object.keys(finders) as readonly GapCode[];

/** The gaps of a row. A control outside the organisation's roles has none unless somebody decided something about it. */
export function findGaps(facts: RowFacts): Gap[] {
  if (!facts.isInRole && !facts.hasDecision) return [];
  const gaps: Gap[] = [];
  for (const code of gapCodes) {
    const text = finders[code](facts);
    if (text !== null) gaps.push({ code, text });
  }
  return gaps;
}

/** As the coverage counts it: whatever is not excluded, whether nobody has decided yet in an entry or without one. */
function needsDocument({ applicability, isInRole }: RowFacts): boolean {
  return applicability === 'yes' || (applicability === 'undecided' && isInRole);
}

/** Evidence of what is only planned, or is excluded, need not be new. */
function isInOperation({ applicability, status }: RowFacts): boolean {
  return applicability === 'yes' && (status === 'implemented' || status === 'partial');
}

function uncoveredText(mentions: number): string {
  if (mentions === 0) return t('No document claims this control.');
  return mentions === 1
    ? t('No document claims this control; one mentions it.')
    : t('No document claims this control; {0} mention it.', mentions);
}

function nameDocuments(documents: readonly RowDocument[], count: number): string {
  const names = documents.slice(0, 3).map((document) => document.id ?? document.title);
  return count > names.length ? t('{0} and {1} more', names.join(', '), count - names.length) : names.join(', ');
}
