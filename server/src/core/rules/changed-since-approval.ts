/** A released Statement of Applicability that was changed and still has the version of the release. */
import { t } from '../l10n.js';
import { contentHash, isContentHash } from '../soa/contentHash.js';
import { nextVersion } from '../soa/versions.js';
import { isBeingWritten, statusOf } from './support/decisions.js';
import { soaFix } from './support/soaFix.js';
import type { Rule } from './types.js';

export const changedSinceApproval: Rule = {
  code: 'changed-since-approval',
  defaultSeverity: 'warning',
  title: 'A Statement of Applicability that was changed after its release without a new version',
  checkSystem(system, snapshot, report) {
    const { version, released } = system;
    const hash = released?.hash?.value ?? '';
    if (!version || !released || version.value !== released.version?.value || !isContentHash(hash)) return;
    // What cannot be read is not in the checksum, so it would be a false alarm as long as somebody is typing.
    if (statusOf(system) === 'retired' || system.problems.some(({ severity }) => severity === 'error')) return;
    if (contentHash(system) === hash) return;
    const next = nextVersion(version.value);
    report({
      span: version.span,
      message: `${describeChange(version.value, released.date?.value, released.by?.value)} ${t(
        'Give it a new version and have that approved, or take the change back.',
      )}`,
      severity: isBeingWritten(system) ? 'information' : undefined,
      related: [{ path: system.path, span: released.span, message: t('The release stands here.') }],
      fixes: next === null ? [] : [newDraft(next)],
    });

    function newDraft(value: string) {
      const changes = [
        { kind: 'header', field: 'version', value },
        { kind: 'header', field: 'status', value: 'draft' },
      ] as const;
      return soaFix(t('Make it a draft of version {0}', value), changes, { system, snapshot });
    }
  },
};

function describeChange(version: string, date: string | undefined, by: string | undefined): string {
  if (date !== undefined && by !== undefined) {
    return t(
      'This is no longer what was approved as version {0} on {1} by {2}: it was changed, and the version was not.',
      version,
      date,
      by,
    );
  }
  if (date !== undefined) {
    return t(
      'This is no longer what was approved as version {0} on {1}: it was changed, and the version was not.',
      version,
      date,
    );
  }
  if (by !== undefined) {
    return t(
      'This is no longer what was approved as version {0} by {1}: it was changed, and the version was not.',
      version,
      by,
    );
  }
  return t('This is no longer what was approved as version {0}: it was changed, and the version was not.', version);
}
