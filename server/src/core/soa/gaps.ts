/** What an auditor would ask about a row: one function per gap, in the order in which they are shown. */
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
  readonly status: ImplementationStatus | null;
  readonly claimCount: number;
  readonly mentionCount: number;
  /** A claiming document is approved and within its review date. */
  readonly hasEffectiveDocument: boolean;
  readonly documents: readonly RowDocument[];
  readonly evidence: readonly RowEvidence[];
}

type GapFinder = (facts: RowFacts) => string | null;

const finders: Readonly<Record<GapCode, GapFinder>> = {
  'missing-decision': ({ hasSystem, hasDecision }) =>
    hasSystem && !hasDecision ? 'The soa.yaml has no entry for this control.' : null,
  // Without a soa.yaml everything is undecided, and saying so on every row would hide what is worth knowing.
  undecided: ({ hasDecision, applicability }) =>
    hasDecision && applicability === 'undecided' ? 'Nobody has decided yet whether this control applies.' : null,
  'outside-role': ({ isInRole, applicability }) =>
    !isInRole && applicability === 'yes'
      ? 'Applicable, although it is made for a role the organisation does not have.'
      : null,
  'excluded-without-justification': ({ applicability, hasJustification }) =>
    applicability === 'no' && !hasJustification ? 'Excluded without a justification.' : null,
  'excluded-but-claimed': ({ applicability, claimCount, documents }) =>
    applicability === 'no' && claimCount > 0
      ? `Excluded, but claimed by ${nameDocuments(documents, claimCount)}.`
      : null,
  'included-without-reason': ({ applicability, hasJustification, hasDrivers }) =>
    applicability === 'yes' && !hasJustification && !hasDrivers
      ? 'Applicable without a justification or driver.'
      : null,
  uncovered: (facts) => (needsDocument(facts) && facts.claimCount === 0 ? uncoveredText(facts.mentionCount) : null),
  'implemented-without-document': ({ applicability, status, claimCount }) =>
    applicability !== 'no' && status === 'implemented' && claimCount === 0
      ? 'Said to be implemented, but no document describes it.'
      : null,
  'only-draft': (facts) =>
    needsDocument(facts) && facts.claimCount > 0 && !facts.hasEffectiveDocument
      ? 'Claimed only by documents that are drafts, in review, retired or past their review date.'
      : null,
  'evidence-not-found': ({ evidence }) => {
    const missing = evidence.filter((item) => item.exists === false).map((item) => item.text);
    return missing.length > 0 ? `Evidence is not where it should be: ${missing.join(', ')}.` : null;
  },
};

/** All gap codes in the order in which they are shown. */
export const gapCodes = Object.keys(finders) as readonly GapCode[];

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

/** As long as a decision says “undecided”, that is the question; whether a document is missing comes after it. */
function needsDocument({ applicability, hasDecision, isInRole }: RowFacts): boolean {
  return applicability === 'yes' || (!hasDecision && isInRole);
}

function uncoveredText(mentions: number): string {
  if (mentions === 0) return 'No document claims this control.';
  return `No document claims this control; ${mentions === 1 ? 'one mentions' : `${mentions} mention`} it.`;
}

function nameDocuments(documents: readonly RowDocument[], count: number): string {
  const names = documents.slice(0, 3).map((document) => document.id ?? document.title);
  return count > names.length ? `${names.join(', ')} and ${count - names.length} more` : names.join(', ');
}
