/** A released Statement of Applicability that was changed and still has the version of the release. */
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
    const by = released.by ? ` by ${released.by.value}` : '';
    const when = released.date ? ` on ${released.date.value}` : '';
    const next = nextVersion(version.value);
    report({
      span: version.span,
      message:
        `This is no longer what was approved as version ${version.value}${when}${by}: it was changed, and the version was not. ` +
        'Give it a new version and have that approved, or take the change back.',
      severity: isBeingWritten(system) ? 'information' : undefined,
      related: [{ path: system.path, span: released.span, message: 'The release stands here.' }],
      fixes: next === null ? [] : [newDraft(next)],
    });

    function newDraft(value: string) {
      const changes = [
        { kind: 'header', field: 'version', value },
        { kind: 'header', field: 'status', value: 'draft' },
      ] as const;
      return soaFix(`Make it a draft of version ${value}`, changes, { system, snapshot });
    }
  },
};
