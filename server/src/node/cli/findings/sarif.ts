/** Findings as SARIF 2.1.0, which code scanning services and many editors read. */
import { allRules } from '../../../core/rules/all.js';
import { ruleCodes } from '../../../core/rules/ruleCodes.js';
import type { Rule } from '../../../core/rules/types.js';
import type { Severity } from '../../../core/settings.js';
import { safeJson } from '../../../core/visible.js';
import { rulePage } from '../../../workspace/links.js';
import type { RangeJson } from '../places.js';
import type { PlacedFinding, Report } from './finding.js';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** One run. Addresses are relative to the root of the check; nothing in it depends on machine or time. */
export function sarif({ findings, version }: Report): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Clausemark',
            version,
            informationUri: 'https://github.com/clausemark/clausemark',
            rules: allRules().map(describeRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(describeResult),
      },
    ],
  };
  return safeJson(log, 2) + '\n';
}

function describeRule({ code, title, defaultSeverity }: Rule) {
  return {
    id: code,
    shortDescription: { text: title },
    helpUri: rulePage(code),
    defaultConfiguration: { level: levels[defaultSeverity] },
  };
}

function describeResult({ finding, range, message, fingerprint }: PlacedFinding) {
  const { code, path, severity, related = [] } = finding;
  return {
    ruleId: code,
    ruleIndex: ruleCodes.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(path), region: region(range) } }],
    ...(related.length > 0
      ? { relatedLocations: related.map(({ path: other, message: text }) => relatedLocation(other, text)) }
      : {}),
    partialFingerprints: { 'clausemark/v1': fingerprint },
  };
}

function relatedLocation(path: string, text: string) {
  return { physicalLocation: { artifactLocation: artifact(path) }, message: { text } };
}

function artifact(path: string) {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function region({ start, end }: RangeJson) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
