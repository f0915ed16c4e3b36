/** A Statement of Applicability whose version is not above that of its last release. */
import { t } from '../l10n.js';
import { isContentHash } from '../soa/contentHash.js';
import type { ManagementSystem } from '../soa/types.js';
import { compareVersions } from '../soa/versions.js';
import { isBeingWritten, statusOf } from './support/decisions.js';
import type { Report, Rule } from './types.js';

export const versionNotRaised: Rule = {
  code: 'version-not-raised',
  defaultSeverity: 'warning',
  title: 'A Statement of Applicability whose version is not above the last released one',
  checkSystem(system, _snapshot, report) {
    if (statusOf(system) === 'retired') return;
    const found = checkRelease(system) ?? checkHistory(system);
    if (found) report(found);
  },
};

function checkRelease({ path, version, released, ...rest }: ManagementSystem): Report | null {
  const last = released?.version;
  const order = version && last ? compareVersions(version.value, last.value) : null;
  if (!version || !last || order === null || order > 0) return null;
  const related = [{ path, span: last.span, message: t('The last release stands here.') }];
  if (order < 0) {
    return {
      span: version.span,
      message: t(
        'Version {0} is below {1}, which was released already. An auditor takes the highest version for the latest: give it one above {1}.',
        version.value,
        last.value,
      ),
      related,
    };
  }
  // With a checksum `changed-since-approval` tells when the draft has become another text.
  if (!isBeingWritten({ path, version, released, ...rest }) || isContentHash(released?.hash?.value ?? '')) return null;
  return {
    span: version.span,
    message: t(
      'Version {0} was released already, and this is a draft. Give the draft the version that it will be released as.',
      version.value,
    ),
    severity: 'information',
    related,
  };
}

/** Without a release of ours the change history tells the last version. */
function checkHistory({ path, version, history }: ManagementSystem): Report | null {
  if (!version) return null;
  for (const { version: other } of history ?? []) {
    if (!other || (compareVersions(version.value, other.value) ?? 0) >= 0) continue;
    return {
      span: version.span,
      message: t(
        'This is version {0}, but the change history knows {1} already. Correct the one or the other.',
        version.value,
        other.value,
      ),
      severity: 'information',
      related: [{ path, span: other.span, message: t('The higher version stands here.') }],
    };
  }
  return null;
}
