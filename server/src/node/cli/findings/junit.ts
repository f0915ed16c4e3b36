/** Findings as a JUnit report: each file a suite, each error and warning a failed test. */
import { visible } from '../../../core/visible.js';
import type { PlacedFinding, Report } from './finding.js';

export function junit({ findings, files }: Report): string {
  const byFile = new Map<string, PlacedFinding[]>(files.map((file) => [file, []]));
  for (const placed of findings) byFile.get(placed.finding.path)?.push(placed);
  const suites = [...byFile].map(([file, placed]) => suite(file, placed));
  const failures = suites.reduce((sum, one) => sum + one.failures, 0);
  const tests = suites.reduce((sum, one) => sum + one.tests, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Clausemark" tests="${tests}" failures="${failures}">`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>\n',
  ].join('\n');
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly xml: string;
}

function suite(file: string, findings: readonly PlacedFinding[]): Suite {
  const name = attribute(file);
  const cases = findings.map((placed) => testCase(file, placed));
  // A file without a finding is a test that passed.
  if (cases.length === 0)
    cases.push({ isFailure: false, xml: `    <testcase classname="${name}" name="no findings"/>` });
  const failures = cases.filter(({ isFailure }) => isFailure).length;
  const begin = `  <testsuite name="${name}" tests="${cases.length}" failures="${failures}">`;
  return { tests: cases.length, failures, xml: [begin, ...cases.map(({ xml }) => xml), '  </testsuite>'].join('\n') };
}

function testCase(file: string, { finding, range, message }: PlacedFinding): { isFailure: boolean; xml: string } {
  const { code, severity } = finding;
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const begin = `    <testcase classname="${attribute(file)}" name="${attribute(`${code} ${place}`)}"`;
  const isFailure = severity === 'error' || severity === 'warning';
  if (!isFailure)
    return { isFailure, xml: `${begin}>\n      <system-out>${escaped(message)}</system-out>\n    </testcase>` };
  const failure = `      <failure type="${severity}" message="${attribute(message)}">${escaped(`${file}:${place}`)}</failure>`;
  return { isFailure, xml: `${begin}>\n${failure}\n    </testcase>` };
}

/**
 * One line without what steers a terminal. What XML 1.0 cannot hold is left out: lone halves of surrogate pairs and two
 * non-characters.
 */
function escaped(text: string): string {
  return visible(Buffer.from(text).toString())
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/[\n\t]/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

function attribute(text: string): string {
  return escaped(text).replace(/"/g, '&quot;');
}
