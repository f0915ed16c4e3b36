/** The rules that look at nothing but a Statement of Applicability: loaded where there is one. */
import { approvalIncomplete } from './approval-incomplete.js';
import { boilerplateJustification } from './boilerplate-justification.js';
import { changedSinceApproval } from './changed-since-approval.js';
import { documentMissing } from './document-missing.js';
import { duplicateDecision } from './duplicate-decision.js';
import { emptyFolder } from './empty-folder.js';
import { evidenceMissing } from './evidence-missing.js';
import { evidenceStale } from './evidence-stale.js';
import { exclusionReviewOverdue } from './exclusion-review-overdue.js';
import { exclusionWithoutJustification } from './exclusion-without-justification.js';
import { implementedByDraftOnly } from './implemented-by-draft-only.js';
import { implementedWithoutEvidence } from './implemented-without-evidence.js';
import { inclusionWithoutDriver } from './inclusion-without-driver.js';
import { malformedSoa } from './malformed-soa.js';
import { missingControl } from './missing-control.js';
import { roleMismatch } from './role-mismatch.js';
import { supplierMissing } from './supplier-missing.js';
import type { Rule } from './types.js';
import { uncoveredControl } from './uncovered-control.js';
import { undecidedControl } from './undecided-control.js';
import { unknownDecision } from './unknown-decision.js';
import { versionNotRaised } from './version-not-raised.js';
import { withdrawnEdition } from './withdrawn-edition.js';

export const statementRules: readonly Rule[] = [
  missingControl,
  uncoveredControl,
  undecidedControl,
  duplicateDecision,
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
  emptyFolder,
  approvalIncomplete,
  changedSinceApproval,
  versionNotRaised,
  withdrawnEdition,
  unknownDecision,
  malformedSoa,
];
