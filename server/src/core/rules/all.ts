/** Every rule, in the order of docs/rules. A new rule is a new file and a line here. */
import { ambiguousReference } from './ambiguous-reference.js';
import { approvalIncomplete } from './approval-incomplete.js';
import { backwardRange } from './backward-range.js';
import { boilerplateJustification } from './boilerplate-justification.js';
import { changedSinceApproval } from './changed-since-approval.js';
import { claimedNotDiscussed } from './claimed-not-discussed.js';
import { clauseLetter } from './clause-letter.js';
import { discussedNotClaimed } from './discussed-not-claimed.js';
import { documentMissing } from './document-missing.js';
import { duplicateDecision } from './duplicate-decision.js';
import { duplicateTag } from './duplicate-tag.js';
import { emptyFolder } from './empty-folder.js';
import { evidenceMissing } from './evidence-missing.js';
import { evidenceStale } from './evidence-stale.js';
import { excludedButClaimed } from './excluded-but-claimed.js';
import { exclusionReviewOverdue } from './exclusion-review-overdue.js';
import { exclusionWithoutJustification } from './exclusion-without-justification.js';
import { implementedByDraftOnly } from './implemented-by-draft-only.js';
import { implementedWithoutEvidence } from './implemented-without-evidence.js';
import { inclusionWithoutDriver } from './inclusion-without-driver.js';
import { invalidField } from './invalid-field.js';
import { lawArticle } from './law-article.js';
import { malformedFrontMatter } from './malformed-front-matter.js';
import { malformedSoa } from './malformed-soa.js';
import { missingControl } from './missing-control.js';
import { missingField } from './missing-field.js';
import { missingSection } from './missing-section.js';
import { mixedEditions } from './mixed-editions.js';
import { notAControl } from './not-a-control.js';
import { outOfScopeClaim } from './out-of-scope-claim.js';
import { reviewOverdue } from './review-overdue.js';
import { roleMismatch } from './role-mismatch.js';
import { supersededEdition } from './superseded-edition.js';
import { supplierMissing } from './supplier-missing.js';
import { titleMismatch } from './title-mismatch.js';
import type { Rule } from './types.js';
import { uncoveredControl } from './uncovered-control.js';
import { undecidedControl } from './undecided-control.js';
import { unknownDecision } from './unknown-decision.js';
import { unknownDocument } from './unknown-document.js';
import { unknownReference } from './unknown-reference.js';
import { unquotedNumber } from './unquoted-number.js';
import { unusedSuppression } from './unused-suppression.js';
import { versionNotRaised } from './version-not-raised.js';
import { withdrawnEdition } from './withdrawn-edition.js';
import { wrongCount } from './wrong-count.js';

export const allRules: readonly Rule[] = [
  unknownReference,
  supersededEdition,
  notAControl,
  ambiguousReference,
  titleMismatch,
  clauseLetter,
  backwardRange,
  mixedEditions,
  lawArticle,
  wrongCount,
  unquotedNumber,
  duplicateTag,
  claimedNotDiscussed,
  discussedNotClaimed,
  malformedFrontMatter,
  missingField,
  missingSection,
  invalidField,
  unknownDocument,
  reviewOverdue,
  missingControl,
  uncoveredControl,
  undecidedControl,
  duplicateDecision,
  excludedButClaimed,
  exclusionWithoutJustification,
  boilerplateJustification,
  exclusionReviewOverdue,
  inclusionWithoutDriver,
  roleMismatch,
  supplierMissing,
  implementedByDraftOnly,
  documentMissing,
  implementedWithoutEvidence,
  evidenceMissing,
  evidenceStale,
  outOfScopeClaim,
  emptyFolder,
  approvalIncomplete,
  changedSinceApproval,
  versionNotRaised,
  withdrawnEdition,
  unknownDecision,
  malformedSoa,
  unusedSuppression,
];

/** The rule of a code, or undefined where there is none. */
export function ruleOf(code: string): Rule | undefined {
  return allRules.find((rule) => rule.code === code);
}
