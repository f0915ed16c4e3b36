/** Releasing a Statement of Applicability: what has to be true for it, and what is stamped into soa.yaml. */

import { isDate } from '../../dates/calendar.js';
import { applyInOrder } from '../../edits/applyEdits.js';
import { editSoa, type SoaChange } from '../../edits/soa/editSoa.js';
import { t } from '../../l10n.js';
import { checkSystem } from '../../rules/run.js';
import type { Finding, TextEdit } from '../../rules/types.js';
import type { Snapshot } from '../../snapshot.js';
import { contentHash } from '../contentHash.js';
import { parseSoa } from '../parse.js';
import type { ManagementSystem } from '../types.js';
import { compareVersions } from '../versions.js';

export interface ReleaseRequest {
  /** `2.2` */
  readonly version: string;
  readonly approvedBy: string;
  /** Day of the approval, `2026-03-01`. */
  readonly date: string;
  /** For the change history; may be empty. */
  readonly change: string;
}

export interface RefusedRelease {
  readonly isRefused: true;
  /** Each one or two sentences. */
  readonly reasons: readonly ReleaseReason[];
}

export interface ReleaseReason {
  readonly text: string;
  /** Of the rule, where a finding is the reason. */
  readonly code: string | null;
  /** Place in the soa.yaml as it is now; null where there is none. UTF-16 offset. */
  readonly offset: number | null;
}

export interface PlannedRelease {
  readonly isRefused: false;
  readonly edits: readonly TextEdit[];
  /** The soa.yaml as it will be. */
  readonly text: string;
  readonly hash: string;
  /** What stands and does not keep anybody from releasing: warnings, with places in `text`. */
  readonly findings: readonly Finding[];
}

/**
 * Plans a release. The rules look at the file as it will be, so that what the release itself puts right is no reason.
 * @param text of the system's soa.yaml
 * @param system as that text reads, a system of the snapshot
 */
export function planRelease(
  text: string,
  system: ManagementSystem,
  snapshot: Snapshot,
  request: ReleaseRequest,
): PlannedRelease | RefusedRelease {
  const wrong = requestProblems(request, system, snapshot.today);
  if (wrong.length > 0) return refused(wrong);
  const { path } = system;
  const context = { path, catalog: snapshot.catalog };
  const stamped = editSoa(text, stampChanges(request, system), context);
  if (stamped.refused.length > 0) return refused(stamped.refused.map(({ reason }) => reason));
  const before = parseSoa(path, applyInOrder(text, stamped.edits), snapshot.catalog);
  // The checksum does not see `released`, so it can be taken before that is written.
  const hash = contentHash(before);
  const release = { version: request.version.trim(), date: request.date, by: request.approvedBy.trim(), hash };
  const changes: SoaChange[] = [
    ...stampChanges(request, system),
    { kind: 'header', field: 'released', value: release },
  ];
  const { edits, refused: notMade } = editSoa(text, changes, context);
  if (notMade.length > 0) return refused(notMade.map(({ reason }) => reason));
  const newText = applyInOrder(text, edits);
  const after = parseSoa(path, newText, snapshot.catalog);
  if (contentHash(after) !== hash) {
    return refused([
      t('The stamp could not be written so that it reads back as it should. Please report this as a bug.'),
    ]);
  }
  const findings = checkSystem(after, withSystem(snapshot, after, newText));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const reasons = errors.map(({ message, code, span }) => ({
      text: message,
      code,
      offset: placeBefore(span.start, edits),
    }));
    return { isRefused: true, reasons };
  }
  return { isRefused: false, edits, text: newText, hash, findings };
}

function refused(texts: readonly string[]): RefusedRelease {
  return { isRefused: true, reasons: texts.map((text) => ({ text, code: null, offset: null })) };
}

function requestProblems(
  { version, approvedBy, date }: ReleaseRequest,
  system: ManagementSystem,
  today: string,
): string[] {
  const problems: string[] = [];
  const wanted = version.trim();
  if (compareVersions(wanted, wanted) === null) {
    problems.push(t('“{0}” is not a version. Write numbers with points between them: 2.2.', wanted));
  } else problems.push(...versionProblems(wanted, system));
  if (approvedBy.trim() === '') problems.push(t('Say who approved this version: a role or a name.'));
  if (!isDate(date)) problems.push(t('“{0}” is not a date. Write year, month and day: 2026-03-31.', date));
  else if (date > today)
    problems.push(t('The approval is dated {0}, and today is {1}. Release it when it is approved.', date, today));
  else if (system.released?.date && isDate(system.released.date.value) && date < system.released.date.value) {
    problems.push(
      t(
        'Version {0} was released on {1}, after {2}.',
        system.released.version?.value ?? '',
        system.released.date.value,
        date,
      ),
    );
  }
  return problems;
}

function versionProblems(wanted: string, system: ManagementSystem): string[] {
  const last = system.released?.version?.value;
  const order = last === undefined ? null : compareVersions(wanted, last);
  if (order !== null && order <= 0) {
    return [
      order === 0
        ? t('Version {0} was released already. Choose one above {1}.', wanted, last!)
        : t('Version {0} is below {1}, which was released already. Choose one above {1}.', wanted, last!),
    ];
  }
  const higher = (system.history ?? []).find(
    (item) => item.version && (compareVersions(wanted, item.version.value) ?? 0) < 0,
  );
  return higher
    ? [t('The change history knows version {0} already, which is above {1}.', higher.version!.value, wanted)]
    : [];
}

function stampChanges({ version, approvedBy, date, change }: ReleaseRequest, system: ManagementSystem): SoaChange[] {
  const [wanted, by] = [version.trim(), approvedBy.trim()];
  const changes: SoaChange[] = [
    { kind: 'header', field: 'version', value: wanted },
    { kind: 'header', field: 'status', value: 'approved' },
    { kind: 'header', field: 'approvedBy', value: by },
    { kind: 'header', field: 'approved', value: date },
  ];
  // Somebody may have written the line beforehand; it is not written twice.
  const isThere = (system.history ?? []).some(
    (item) => item.version && compareVersions(item.version.value, wanted) === 0,
  );
  const item = { version: wanted, date, by, ...(change.trim() === '' ? {} : { change: change.trim() }) };
  if (!isThere) changes.push({ kind: 'append', list: 'history', item });
  return changes;
}

/** The snapshot as it will be when the new text is saved. */
function withSystem(snapshot: Snapshot, system: ManagementSystem, text: string): Snapshot {
  return {
    ...snapshot,
    systems: snapshot.systems.map((other) => (other.path === system.path ? system : other)),
    textOf: (path) => (path === system.path ? text : snapshot.textOf(path)),
    ...(snapshot.scopeFor ? { scopeFor: (path: string) => snapshot.scopeFor!(path) } : {}),
    fileExists: (path) => snapshot.fileExists(path),
  };
}

/** Where an offset of the new text was in the old one. */
function placeBefore(offset: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { span, newText } of edits) {
    const start = span.start + shift;
    if (offset < start) break;
    if (offset < start + newText.length) return span.start;
    shift += newText.length - (span.end - span.start);
  }
  return offset - shift;
}
