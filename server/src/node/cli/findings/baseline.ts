/** Known findings: what stood in the documents when a team began to check is kept in a file, and only the new counts. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { UsageProblem } from '../problem.js';
import type { PlacedFinding } from './finding.js';

interface BaselineFile {
  readonly version: 1;
  readonly findings: readonly { readonly fingerprint: string; readonly file: string; readonly code: string }[];
}

export interface Compared {
  /** What the baseline does not hold. */
  readonly fresh: readonly PlacedFinding[];
  readonly known: number;
  /** Findings of the baseline that are there no longer. */
  readonly gone: number;
}

/** Leaves out what the file holds. Throws a UsageProblem where it is missing or no baseline. */
export function withoutKnown(findings: readonly PlacedFinding[], file: string): Compared {
  const known = readBaseline(file);
  const fresh = findings.filter(({ fingerprint }) => !known.has(fingerprint));
  const count = findings.length - fresh.length;
  return { fresh, known: count, gone: known.size - count };
}

/** Writes all findings of now as known. They are in the order of the files, so that a change of it can be read. */
export function writeBaseline(findings: readonly PlacedFinding[], file: string): void {
  const content: BaselineFile = {
    version: 1,
    findings: findings.map(({ finding, fingerprint }) => ({ fingerprint, file: finding.path, code: finding.code })),
  };
  try {
    writeFileSync(file, JSON.stringify(content, null, 2) + '\n');
  } catch (error) {
    throw new UsageProblem(`The baseline cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readBaseline(file: string): ReadonlySet<string> {
  if (!existsSync(file)) {
    throw new UsageProblem(`There is no baseline “${file}”. Make it with --update-baseline.`);
  }
  try {
    const { version, findings } = JSON.parse(readFileSync(file, 'utf8')) as BaselineFile;
    if (version !== 1) throw new Error('it is of another version');
    return new Set(findings.map(({ fingerprint }) => fingerprint));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageProblem(`“${file}” cannot be read as a baseline (${reason}). Make it anew with --update-baseline.`);
  }
}
