/** Numbers that may be sections of the text, letters of clauses, and what auditors write. */
import assert from 'node:assert/strict';
import { readingsOf } from '../../support/readings.js';

const runbook = '# Runbook: backups\n\nWe follow ISO 27001 A.8.13.\n\n';
const report = '# Audit report (ISO/IEC 27001:2022)\n\n';

const cases: readonly [string, string, readonly string[]][] = [
  [
    'sections that hold something',
    `${runbook}See 8.4 for the prerequisites; see 5.2 for the contact list.`,
    ['A.8.13'],
  ],
  ['sections in German', `${runbook}Siehe 8.4 für die Voraussetzungen.`, ['A.8.13']],
  ['sections in French', `${runbook}Voir aussi 5.2 pour les contacts.`, ['A.8.13']],
  [
    'clauses and controls that hold what their title says',
    `${runbook}See 9.2 for internal audits, see 8.15 for logging.`,
    ['A.8.13', '9.2', 'A.8.15'],
  ],
  ['clauses without a word of what they hold', `${runbook}See 5.2.`, ['A.8.13', '5.2']],
  [
    'findings of an audit',
    `${report}A minor nonconformity against 8.22 and an observation against 8.31.`,
    ['A.8.22', 'A.8.31'],
  ],
  ['scores', `${report}We scored 7.5 against 8.12 in May.`, []],
  ['a label ISO', `${report}- ISO: 5.24, 6.8`, ['A.5.24', 'A.6.8']],
  [
    'a label ISO of something else',
    '# Camera guide\n\nHold it still and breathe out while you press. Wide lenses forgive more than long ones, and a wall is as good as any tripod when the light goes. Clean the glass with the cloth in the box.\n\n- ISO: 5.24, 6.8',
    [],
  ],
  ['a range of letters', `${report}Risks are treated (6.1.3 a–c).`, ['6.1.3 a 6.1.3 b 6.1.3 c']],
  [
    'points of the norm in a document with a section of that number',
    `${report}We meet point 6.1.3 of the norm.\n\n## 6.1.2 Risk assessment\n\nSo says point 6.1.2 of the norm, and point 6.1.3 f).`,
    ['6.1.3', '6.1.2', '6.1.3 f'],
  ],
  [
    'points of the document itself',
    `${report}We meet point 6.1.3 of the norm.\n\n## 6.1.2 Risk assessment\n\nSee point 6.1.2.`,
    ['6.1.3'],
  ],
];

describe('sections, letters and findings', () => {
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(readingsOf(text), expected));
});
