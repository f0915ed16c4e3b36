/** Front matter that cannot be read as written. */

import type { ParseProblem, PolicyDocument } from '../document.js';
import { t } from '../l10n.js';
import type { Severity } from '../settings.js';
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';
import { lineSpanAt } from './support/source.js';
import type { Report, Rule } from './types.js';

export const malformedFrontMatter: Rule = {
  code: 'malformed-front-matter',
  defaultSeverity: 'error',
  title: 'Front matter that cannot be read',
  checkDocument(document, snapshot, report) {
    // One slip makes a parser stumble over everything that follows: the first place is the one to look at.
    const seen = new Set<string>();
    for (const problem of document.problems) {
      if (seen.has(problem.code)) continue;
      seen.add(problem.code);
      report(reportProblem(problem, document, snapshot));
    }
  },
};

const sentences: Readonly<Record<ParseProblem['code'], () => string>> = {
  'malformed-front-matter': () =>
    t(
      'As long as the front matter is not valid, its fields and tags may not count. The text below it is checked as usual.',
    ),
  'script-front-matter': () => t('Its fields and tags do not count: write it in YAML.'),
  'unclosed-front-matter': () => t('Add that line after the last field, so that the fields and tags count.'),
  'too-large': () => t('The file is not checked in full.'),
};

const severities: Readonly<Record<ParseProblem['code'], Severity>> = {
  'malformed-front-matter': 'error',
  'script-front-matter': 'warning',
  'unclosed-front-matter': 'warning',
  'too-large': 'information',
};

function reportProblem(problem: ParseProblem, document: PolicyDocument, snapshot: Snapshot): Report {
  return {
    span: visibleSpan(problem.span, document, snapshot.textOf(document.path)),
    message: `${withStop(problem.detail)} ${sentences[problem.code]()}`.trim(),
    severity: isTemplate(document, snapshot) ? 'information' : severities[problem.code],
  };
}

/** A place between two characters, or a line break, cannot be seen: then the line is shown. */
function visibleSpan(span: Span, document: PolicyDocument, text: string | null): Span {
  if (span.end > span.start && text?.slice(span.start, span.end).trim() !== '') return span;
  const line = lineSpanAt(document, span.start);
  const hasBreak = line.end < document.length;
  return { start: line.start, end: Math.max(line.start, hasBreak ? line.end - document.lineEnding.length : line.end) };
}

function withStop(detail: string): string {
  const trimmed = detail.trim();
  return trimmed === '' || /[.!?]$/.test(trimmed) ? trimmed : trimmed + '.';
}

/** A template with placeholders ({{title}}) is not YAML until it has been filled in, and nobody did anything wrong. */
function isTemplate(document: PolicyDocument, snapshot: Snapshot): boolean {
  const span = document.frontMatter?.span;
  const text = snapshot.textOf(document.path)?.slice(span?.start ?? 0, span?.end ?? 4000) ?? '';
  return /\{\{|\{%|<%|\$\{/.test(text);
}
