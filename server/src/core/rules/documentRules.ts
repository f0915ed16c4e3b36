/** The rules that look at documents; a few of them look at the Statement of Applicability as well. */
import { ambiguousReference } from './ambiguous-reference.js';
import { backwardRange } from './backward-range.js';
import { claimedNotDiscussed } from './claimed-not-discussed.js';
import { clauseLetter } from './clause-letter.js';
import { discussedNotClaimed } from './discussed-not-claimed.js';
import { duplicateTag } from './duplicate-tag.js';
import { excludedButClaimed } from './excluded-but-claimed.js';
import { invalidField } from './invalid-field.js';
import { lawArticle } from './law-article.js';
import { malformedFrontMatter } from './malformed-front-matter.js';
import { missingField } from './missing-field.js';
import { missingSection } from './missing-section.js';
import { mixedEditions } from './mixed-editions.js';
import { notAControl } from './not-a-control.js';
import { outOfScopeClaim } from './out-of-scope-claim.js';
import { reviewOverdue } from './review-overdue.js';
import { supersededEdition } from './superseded-edition.js';
import { titleMismatch } from './title-mismatch.js';
import type { Rule } from './types.js';
import { unknownDocument } from './unknown-document.js';
import { unknownReference } from './unknown-reference.js';
import { unquotedNumber } from './unquoted-number.js';
import { unusedSuppression } from './unused-suppression.js';
import { wrongCount } from './wrong-count.js';

export const documentRules: readonly Rule[] = [
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
  excludedButClaimed,
  outOfScopeClaim,
  unusedSuppression,
];
