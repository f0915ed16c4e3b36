/** Evidence that names a file which is not there. */
import type { Severity } from '../settings.js';
import type { Snapshot } from '../snapshot.js';
import { rowEvidence } from '../soa/evidence.js';
import type { Evidence, ManagementSystem } from '../soa/types.js';
import { statusOf } from './support/decisions.js';
import type { Rule } from './types.js';

export const evidenceMissing: Rule = {
  code: 'evidence-missing',
  defaultSeverity: 'warning',
  title: 'Evidence that names a file which does not exist',
  checkSystem(system, snapshot, report) {
    if (statusOf(system) === 'retired') return;
    for (const evidence of system.decisions.flatMap((decision) => decision.evidence)) {
      const severity = severityOf(evidence.value);
      const path = severity && missingPath(evidence, system, snapshot);
      if (!path) continue;
      report({
        span: evidence.span,
        message:
          `There is no file ${path}. An auditor will ask to see this evidence: correct the path, or add the file. ` +
          'Paths begin at the folder of this file.',
        severity,
      });
    }
  },
};

/** The path that the evidence names, where the host says for certain that nothing is there. */
function missingPath(evidence: Evidence, system: ManagementSystem, snapshot: Snapshot): string | null {
  const { kind, path, exists } = rowEvidence(evidence, system.folder, snapshot);
  if (kind !== 'file' || path === null || exists !== false) return null;
  const decoded = decode(path);
  return decoded !== path && snapshot.fileExists(decoded) !== false ? null : path;
}

/** `review%202026.pdf`, as Markdown links write it. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const fileEndings =
  /\.(?:md|markdown|txt|rtf|pdf|docx?|xls[xm]?|pptx?|od[tsp]|csv|tsv|json|ya?ml|xml|html?|png|jpe?g|gif|svg|webp|zip|eml|msg|log|vsdx?|drawio)(?:#\S*)?$/i;

/**
 * How sure it is that the words are a path of the workspace: a warning for a folder and a file with a usual ending, an
 * information for a name that may lie elsewhere (`Penetration test 2026.pdf`), null for an address, a place outside,
 * or several names in one text.
 */
function severityOf(text: string): Severity | null {
  const isElsewhere = /^(?:[a-z]:[\\/]|\\\\|\/\/|~)/i.test(text) || /^[^\s/\\.]+\.[^/\\]*[/\\]/.test(text);
  if (isElsewhere || /[,;]\s/.test(text)) return null;
  if (!fileEndings.test(text)) return /^\S+\/$/.test(text) ? 'information' : null;
  const isBelowFolder = /^[^\s/\\]+[/\\]/.test(text);
  return isBelowFolder ? 'warning' : 'information';
}
