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
  [
    'controls that few documents could have as sections',
    `${runbook}See 5.31 for laws, see 5.41 for more.`,
    ['A.8.13', 'A.5.31'],
  ],
  ['sections that the document has', `${runbook}See 5.31 for laws.\n\n## 5.31 Laws\n\nMany.`, ['A.8.13']],
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
  [
    'letters with more behind them, in headings too',
    `${report}## Improvement (9.3.2 g, 10.1)\n\n## State (9.3.2 d 4; 6.2)\n\n## Results (9.3.2 d 1)\n`,
    ['9.3.2 g', '10.1', '9.3.2 d', '6.2', '9.3.2 d'],
  ],
  ['no letters behind what may be a version', `${report}## Version 4.3.2 b, 2024\n\n## Build (4.3.2 b of May)\n`, []],
  [
    'a point with a law in the sentence behind it',
    `${report}I documenti seguono il punto 7.5.3. Il GDPR: art. 28, par. 3.`,
    ['7.5.3'],
  ],
  ['a point with a law before it', `${report}Le RGPD s’applique. Selon le point 7.5.3, on garde tout.`, []],
  ['chapters of the training', `${report}Unterweisung, Kapitel 7.2 und 7.3 sowie A.6.3.`, ['7.2', '7.3', 'A.6.3']],
  [
    'numbers of risks',
    `${report}| Nr. | Risiko | Maßnahme |\n|---|---|---|\n| 4.1 | Ausfall | A.8.13 |\n| 4.2 | Brand | A.7.5 |\n\nRestrisiko: siehe 4.1 und 4.2. Erfüllt wird Kapitel 4.3.`,
    ['A.8.13', 'A.7.5', '4.3'],
  ],
  [
    'numbers of actions',
    `${report}| No. | Action | Owner |\n|---|---|---|\n| 4.1 | Call the owner | IT |\n| 4.2 | Buy a lock | HR |\n\nOpen: see 4.1 and 4.2. We meet clause 4.3.`,
    ['4.3'],
  ],
  [
    'clauses beside risks',
    `${report}| Clause | Risk | Control |\n|---|---|---|\n| 4.1 | Fire | A.7.5 |\n| 4.2 | Theft | A.7.2 |`,
    ['4.1', 'A.7.5', '4.2', 'A.7.2'],
  ],
  [
    'a column of the standard above a contract',
    `${report}| Activity | Requirement |\n|---|---|\n| Policy | 5.2 |\n| Risks | 6.1.2, 8.2 |\n| Review | 9.3 |\n\nContract with Fibre Ltd, clause 8.2.`,
    ['5.2', '6.1.2', '8.2', '9.3'],
  ],
  [
    'what an appendix lists by letters',
    `${report}## 6. Anhang: Verweise\n\nA. Verträge\n   A.1 Hosting\n   A.2 Telefon\n   A.6.1 Nachtrag\n`,
    [],
  ],
  [
    'controls that an appendix lists below a letter',
    `${report}## Anhang\n\nA. Organisatorisches\n\nA.5.1 Leitlinien\n\nA.5.2 Rollen\n`,
    ['A.5.1', 'A.5.2'],
  ],
  [
    'remarks that point at another control',
    `${report}| Control | Title | Remark |\n|---|---|---|\n| 5.3 | Duties | s. 8.15 |\n| 5.9 | Assets | vgl. 8.4 |\n| 8.13 | Backup | wie 8.25 |\n| 8.16 | Watch | S. 8.4 |\n| 8.20 | Nets | – |`,
    ['A.5.3', 'A.8.15', 'A.5.9', 'A.8.4', 'A.8.13', 'A.8.25', 'A.8.16', 'A.8.20'],
  ],
];

describe('sections, letters and findings', () => {
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(readingsOf(text), expected));
});
