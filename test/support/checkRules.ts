/**
 * Checks of rules: text in, findings out. What a rule must say stands under the place it says it of:
 *
 *     See ISO/IEC 99001:2020 A.5.99.
 *                            ^^^^^^ error: 99001:2020 has no A.5.99.…
 *
 * A message that ends in `…` is a beginning. Files without such lines must have no finding of the rule.
 */
import assert from 'node:assert/strict';
import { fixAll } from '../../server/src/core/features/quickFixes.js';
import { ruleOf } from '../../server/src/core/rules/all.js';
import { checkDocument, checkSystem } from '../../server/src/core/rules/run.js';
import type { Finding, Fix } from '../../server/src/core/rules/types.js';
import type { Snapshot } from '../../server/src/core/snapshot.js';
import { findLineStarts, positionAt } from '../../server/src/core/text.js';
import { applyTo } from './applyEdits.js';
import { dedent, type Files, makeSnapshot, type WorkspaceOptions } from './workspace.js';

interface Expected {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly severity: string;
  readonly message: string;
}

/** One document, or several files. */
export type Texts = string | Files;

function filesOf(texts: Texts): Files {
  const files = typeof texts === 'string' ? { 'policy.md': texts } : texts;
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, dedent(text)]));
}

function takeExpected(annotated: string): { text: string; expected: Expected[] } {
  const lines: string[] = [];
  const expected: Expected[] = [];
  for (const line of annotated.split('\n')) {
    const match = /^( *)(\^+) (error|warning|information|hint): (.*)$/.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const from = match[1]!.length;
    expected.push({
      line: lines.length - 1,
      from,
      to: from + match[2]!.length,
      severity: match[3]!,
      message: match[4]!,
    });
  }
  return { text: lines.join('\n'), expected };
}

/** All findings of all files of a snapshot. */
export function allFindings(snapshot: Snapshot): Finding[] {
  return [
    ...[...snapshot.documents.values()].flatMap((document) => checkDocument(document, snapshot)),
    ...snapshot.systems.flatMap((system) => checkSystem(system, snapshot)),
  ];
}

/** Checks that the rule says exactly what the annotations of the texts say, and nothing else. */
export function checkRule(code: string, texts: Texts, options: WorkspaceOptions = {}): void {
  assert.ok(ruleOf(code), `There is no rule ${code}.`);
  const annotated = Object.entries(filesOf(texts)).map(([path, text]) => ({ path, ...takeExpected(text) }));
  const snapshot = makeSnapshot(Object.fromEntries(annotated.map(({ path, text }) => [path, text])), options);
  const findings = allFindings(snapshot).filter((finding) => finding.code === code);
  for (const { path, text, expected } of annotated) {
    const actual = findings.filter((finding) => finding.path === path).map((finding) => describe(finding, text));
    const wanted = expected.map((one) => ({ ...one, message: settle(one, actual) }));
    assert.deepEqual(actual, wanted, `${code} in ${path}`);
  }
}

function describe(finding: Finding, text: string): Expected {
  const lineStarts = findLineStarts(text);
  const start = positionAt(lineStarts, finding.span.start);
  const end = positionAt(lineStarts, finding.span.end);
  const lineEnd = text.split('\n')[start.line]!.length;
  const to = end.line === start.line ? end.character : lineEnd;
  return { line: start.line, from: start.character, to, severity: finding.severity, message: finding.message };
}

/** A beginning that fits is replaced by the whole message, so that a difference is shown in full. */
function settle(expected: Expected, actual: readonly Expected[]): string {
  if (!expected.message.endsWith('…')) return expected.message;
  const beginning = expected.message.slice(0, -1);
  const found = actual.find(
    (one) => one.line === expected.line && one.from === expected.from && one.message.startsWith(beginning),
  );
  return found?.message ?? expected.message;
}

/** The titles of all fixes that the rule offers, in order, preferred ones marked with a star. */
export function fixTitles(code: string, texts: Texts, options: WorkspaceOptions = {}): string[] {
  return fixesOf(code, filesOf(texts), options).map((fix) => (fix.isPreferred ? `* ${fix.title}` : fix.title));
}

function fixesOf(code: string, files: Files, options: WorkspaceOptions): Fix[] {
  return allFindings(makeSnapshot(files, options))
    .filter((finding) => finding.code === code)
    .flatMap((finding) => finding.fixes ?? []);
}

/** The texts after the fix whose title begins so. */
export function applyFix(code: string, title: string, texts: Texts, options: WorkspaceOptions = {}): Files {
  const files = filesOf(texts);
  const fixes = fixesOf(code, files, options);
  const fix = fixes.find((one) => one.title.startsWith(title));
  assert.ok(fix, `No fix “${title}”; there are: ${fixes.map((one) => one.title).join(' | ') || 'none'}`);
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, applyTo(path, text, fix.edits)]));
}

/** The texts after everything that “fix all” does, of all rules. */
export function fixAllOf(texts: Texts, options: WorkspaceOptions = {}): Files {
  const files = filesOf(texts);
  const edits = fixAll(allFindings(makeSnapshot(files, options)));
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, applyTo(path, text, edits)]));
}

/** Checks that the fix whose title begins so turns the texts into the others. Files that are not named stay as they are. */
export function checkFix(
  code: string,
  title: string,
  before: Texts,
  after: Texts,
  options: WorkspaceOptions = {},
): void {
  const fixed = applyFix(code, title, before, options);
  assert.deepEqual(fixed, { ...filesOf(before), ...filesOf(after) });
}
