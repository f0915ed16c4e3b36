/** Clauses without a word of their own, in brackets and at the beginning of items. */
import assert from 'node:assert/strict';
import { readingsOf } from '../../support/readings.js';

const brackets = '- Kontext (5.2.1)\n- Risiken (5.4.1.2)\n- Audit (5.7.2)\n- Zugriff (6.6.2.1)\n';
const items = '- [ ] 9.3.2 inputs complete\n- 7.5.3 documents controlled\n- A.8.34 agreed\n';

const cases: readonly [string, string, readonly string[]][] = [
  [
    'numbers of four parts that ISO/IEC 27701:2019 has',
    `# Handbuch nach ISO/IEC 27701:2019\n\n${brackets}`,
    ['27701:2019 5.2.1', '27701:2019 5.4.1.2', '27701:2019 5.7.2', '27701:2019 6.6.2.1'],
  ],
  ['versions', `# Releases (ISO/IEC 27001:2022)\n\n${brackets}- Core (9.1)\n`, []],
  ['one alone', '# Releases (ISO/IEC 27701:2019)\n\n- Risiken (5.4.1.2)\n- Core (9.1)\n', []],
  [
    'items below nothing but the name of a standard',
    `# Checklist\n\n## ISO/IEC 27001:2022\n\n${items}`,
    ['9.3.2', '7.5.3', 'A.8.34'],
  ],
  ['items below another heading', `# Checklist (ISO/IEC 27001:2022)\n\n## Releases\n\n${items}`, ['A.8.34']],
  ['items that no standard has', '# Checklist\n\n## 27001\n\n- 9.3.4 reserved\n- 4.2.7 done\n', []],
];

const inThree = '# Minutes – ISO 27001:2022, ISO 27701:2025 and ISO 42001:2023\n\n';
const own = '\n## 4. Results\n\n### 4.1. Figures\n\n### 4.2. Internal audit\n';
const checklist = '---\nstandard: [ISO 27001:2022, ISO 42001:2023]\n---\n# Checklist\n\n## ';
const asked = '\n\n### 4 Context\n- [x] 4.1 Issues updated?\n- [ ] 4.2 Parties asked? Room 7.3\n';
const sections: readonly [string, string, readonly string[]][] = [
  ...['Part A – Management clauses (common)', 'Teil 1: Normkapitel', '2. Mandatory clauses'].map(
    (heading): [string, string, readonly string[]] => [
      `items below a heading for clauses: ${heading}`,
      checklist + heading + asked,
      ['4.1', '42001:2023 4.1', '4.2', '42001:2023 4.2'],
    ],
  ),
  ...['Part A – Contract clauses', 'Part A – Questions (common)', 'Clauses in contracts with suppliers'].map(
    (heading): [string, string, readonly string[]] => [
      `items below another heading: ${heading}`,
      checklist + heading + asked,
      [],
    ],
  ),
  [
    'in brackets of a list that a clause leads in to, although the document has such sections',
    `${inThree}Inputs as in clause 9.3.2 of ISO 27001:2022:\n\n1. Changes (4.1)\n2. Audits (9.2)\n${own}`,
    ['9.3.2', '4.1', '9.2'],
  ],
  [
    'in brackets of another list',
    `${inThree}Clause 9.3.2 of ISO 27001:2022 is met.\n\nInputs:\n\n1. Changes (4.1)\n2. Plans (4.2)\n${own}`,
    ['9.3.2'],
  ],
];

const three = '# RACI for ISO 42001, ISO 27701 and ISO 27001\n\n';
const rows = '| AI policy | 5.2 |\n| AI risk assessment | 6.1.2 |\n| Management review | 9.3 |\n| Policy | 5.2 |\n';
const open = ['42001:2023 5.2', '42001:2023 6.1.2', '? 9.3', '? 5.2'];
const behind = '| 5.2 | Privacy policy |\n| 6.1.2 | Information security risk assessment |\n| 7.3 | Awareness |\n';
const titled: readonly [string, string, readonly string[]][] = [
  ['in the cell before it', `${three}| Task | Clause |\n|---|---|\n${rows}`, open],
  [
    'in the cell behind it',
    `${three}| Clause | Title |\n|---|---|\n${behind}`,
    ['27701:2025 5.2', '27001:null 6.1.2', '? 7.3'],
  ],
  [
    'of an older edition',
    `${three}| Task | Clause |\n|---|---|\n| Nonconformity and corrective action | 10.1 |`,
    ['? 10.1'],
  ],
];

describe('an open clause is of the one standard whose title stands', () => {
  for (const [name, text, expected] of titled) it(name, () => assert.deepEqual(readingsOf(text, []), expected));
});

const implements27001 = '# Backups\n\nThis implements ISO/IEC 27001:2022 A.8.13.\n\n';

describe('numbers of three parts behind a word', () => {
  it('are none where they are versions', () => {
    for (const line of [
      'The agent was upgraded from 6.1.2 to 6.1.3 in May.',
      'Der Agent wurde von 6.1.2 auf 6.1.3 aktualisiert.',
      'El agente se actualizó de 6.1.2 a 6.1.3.',
      'L’outil a été mis à jour de 6.1.2 à 6.1.3.',
      'They run Postgres 7.5.1 and 7.5.2.',
      'The images 9.3.1 and 9.3.2 are withdrawn.',
      'scikit 7.5.1 → 7.5.2',
      'The kernel 6.1.1 is out.',
    ])
      assert.deepEqual(readingsOf(`${implements27001}${line}\n`), ['A.8.13'], line);
  });

  it('are clauses behind small words', () => {
    const text = 'We do 6.1.2 and 6.1.3 at once, by the demands of 9.3.1 to 9.3.3. The plan is updated as in 7.5.2.';
    assert.deepEqual(readingsOf(`${implements27001}${text}\n`), [
      'A.8.13',
      '6.1.2',
      '6.1.3',
      '9.3.1 9.3.2 9.3.3',
      '7.5.2',
    ]);
  });
});

describe('the number behind "Annex A." with a blank', () => {
  const about = '# Risks (ISO/IEC 27001:2022)\n\n';

  it('is that of the next item or sentence before a word in capitals', () => {
    for (const line of [
      '3.2 Compare them with Annex A.\n3.3 Ask the owner.',
      'Siehe Anhang A.\n8.1 Ausnahmen',
      'The list is in Annex A. 8.2 Gaps come first.',
    ])
      assert.deepEqual(readingsOf(`${about}${line}\n`), [], line);
  });

  it('is that of a control before its title, and before nothing', () => {
    const text = 'They are Annex A. 8.15 Logging, Annex A. 8.16 and Annex A. 8.17.';
    assert.deepEqual(readingsOf(`${about}${text}\n`), ['A.8.15', 'A.8.16', 'A.8.17']);
  });
});

describe('bare clauses', () => {
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(readingsOf(text), expected));
  for (const [name, text, expected] of sections)
    it(name, () =>
      assert.deepEqual(
        readingsOf(text, []).map((one) => one.replace('27001:2022 ', '')),
        expected,
      ),
    );
});
