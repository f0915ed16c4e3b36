/** Findings as build servers and review tools show them beside the changed lines. */
import type { Severity } from '../../../core/settings.js';
import type { Snapshot } from '../../../core/snapshot.js';
import type { LinePosition } from '../../../core/text.js';
import { safeJson, visible } from '../../../core/visible.js';
import { rulePage } from '../../../workspace/links.js';
import type { Report } from './finding.js';

const githubCommands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions. Percent signs, line ends and separators of a text cannot end a command early. */
export function github({ findings }: Report): string {
  const data = (text: string) => visible(text).replace(/%/g, '%25').replace(/\n/g, '%0A');
  const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return findings
    .map(({ finding, range: { start, end }, message }) => {
      const place = `file=${property(finding.path)},line=${start.line + 1},endLine=${end.line + 1}`;
      const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : '';
      return `::${githubCommands[finding.severity]} ${place}${columns},title=${property(finding.code)}::${data(message)}\n`;
    })
    .join('');
}

const gitlabSeverities: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** A report of GitLab's Code Quality. */
export function gitlab({ findings }: Report): string {
  const issues = findings.map(({ finding, range, message, fingerprint }) => ({
    description: message,
    check_name: finding.code,
    fingerprint,
    severity: gitlabSeverities[finding.severity],
    location: { path: finding.path, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
  }));
  return safeJson(issues, 2) + '\n';
}

const reviewdogSeverities: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  information: 'INFO',
  hint: 'INFO',
};

/** Reviewdog's diagnostic format, one JSON value per line. Its columns count bytes of UTF-8, from one. */
export function rdjsonl({ findings, snapshot }: Report): string {
  const lines = findings.map(({ finding, range, message }) => {
    const { path, code, severity } = finding;
    const place = (position: LinePosition) => ({
      line: position.line + 1,
      column: byteColumn(path, position, snapshot),
    });
    return safeJson({
      message,
      location: { path, range: { start: place(range.start), end: place(range.end) } },
      severity: reviewdogSeverities[severity],
      source: { name: 'clausemark', url: 'https://github.com/clausemark/clausemark' },
      code: { value: code, url: rulePage(code) },
    });
  });
  return lines.map((line) => `${line}\n`).join('');
}

function byteColumn(path: string, { line, character }: LinePosition, snapshot: Snapshot): number {
  const lineText = snapshot.textOf(path)?.split('\n', line + 1)[line] ?? '';
  return Buffer.byteLength(lineText.slice(0, character)) + 1;
}
