/** What can be said of a document while the standards in scope are still being gathered from all documents. */
import type { PolicyDocument, ResolvedBy } from '../core/document.js';
import type { Finding } from '../core/rules/types.js';

/** What tells the standard of a reference from outside its document; it may change until all documents are known. */
const fromOutside: ReadonlySet<ResolvedBy> = new Set(['workspace', 'siblings', 'catalog', 'none']);

/** The findings but those on references whose standard is told from outside: they may turn out wrong, so they wait. */
export function certainFindings(document: PolicyDocument | undefined, findings: readonly Finding[]): Finding[] {
  const open = document?.references.filter((reference) => fromOutside.has(reference.resolvedBy)) ?? [];
  return findings.filter((finding) => {
    return !open.some(({ span }) => span.start < finding.span.end && finding.span.start < span.end);
  });
}

/** Rules on a document that look for other documents, of which some are not read yet. */
const aboutOthers: ReadonlySet<string> = new Set(['unknown-document']);

/** The findings on a document that stay true whatever other documents turn out to say. */
export function findingsWithoutOthers(findings: readonly Finding[]): readonly Finding[] {
  return findings.some(({ code }) => aboutOthers.has(code))
    ? findings.filter(({ code }) => !aboutOthers.has(code))
    : findings;
}

/** Rules on a soa.yaml that look at nothing but the file itself. */
const aboutTheFileAlone: ReadonlySet<string> = new Set([
  'malformed-soa',
  'unknown-decision',
  'duplicate-decision',
  'undecided-control',
  'missing-control',
  'exclusion-without-justification',
  'inclusion-without-driver',
  'boilerplate-justification',
  'approval-incomplete',
  'exclusion-review-overdue',
  'evidence-stale',
  'role-mismatch',
  'changed-since-approval',
  'version-not-raised',
  'supplier-missing',
  'withdrawn-edition',
]);

/** The findings on a soa.yaml that stay true whatever the documents turn out to say. */
export function findingsWithoutDocuments(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ code }) => aboutTheFileAlone.has(code));
}
