/** A finding as the formats print it: its place resolved, its text made harmless, and a fingerprint that survives edits. */
import { createHash } from 'node:crypto';
import type { Finding } from '../../../core/rules/types.js';
import type { Severity } from '../../../core/settings.js';
import type { Snapshot } from '../../../core/snapshot.js';
import { visibleLine } from '../../../core/visible.js';
import { type RangeJson, rangeOf } from '../places.js';

/** One finding as `--format jsonl` prints it: docs/schema/finding.schema.json. */
export interface FindingJson {
  readonly file: string;
  readonly range: RangeJson;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly FixJson[];
}

export interface FixJson {
  readonly title: string;
  readonly isPreferred: boolean;
  readonly edits: readonly { readonly file: string; readonly range: RangeJson; readonly newText: string }[];
}

/** What a printer of findings gets. */
export interface Report {
  readonly findings: readonly PlacedFinding[];
  /** Every document and soa.yaml that was checked, sorted. */
  readonly files: readonly string[];
  readonly snapshot: Snapshot;
  readonly version: string;
}

export interface PlacedFinding {
  readonly finding: Finding;
  readonly range: RangeJson;
  /** One line without characters that steer a terminal. */
  readonly message: string;
  /** The same for the same finding after lines were added above it, another for a second one of its kind. */
  readonly fingerprint: string;
}

/** The findings with place and fingerprint, in their order. */
export function placeFindings(findings: readonly Finding[], snapshot: Snapshot): PlacedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const kind = [finding.code, finding.path, finding.message].join('\n');
    const count = seen.get(kind) ?? 0;
    seen.set(kind, count + 1);
    const fingerprint = createHash('sha256').update(`${kind}\n${count}`).digest('hex').slice(0, 32);
    const range = rangeOf(finding.path, finding.span, snapshot);
    return { finding, range, message: visibleLine(finding.message), fingerprint };
  });
}

/** Without the fixes that cost a parse of a whole soa.yaml each: those are made in editors, one at a time. */
export function toJson({ path, span, code, severity, message, fixes }: Finding, snapshot: Snapshot): FindingJson {
  return {
    file: path,
    range: rangeOf(path, span, snapshot),
    code,
    severity,
    message,
    fixes: (fixes ?? [])
      .filter(({ isCostly }) => !isCostly)
      .map((fix) => ({
        title: fix.title,
        isPreferred: fix.isPreferred ?? false,
        edits: fix.edits.map((edit) => {
          return { file: edit.path, range: rangeOf(edit.path, edit.span, snapshot), newText: edit.newText };
        }),
      })),
  };
}
