/** A year before a number: an edition, or only the date of an audit. */
import assert from 'node:assert/strict';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { readIds } from '../../support/readIds.js';
import { readingsOf } from '../../support/readings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

const threeEditions = '# Audit calendar\n\nWe hold ISO 27001:2022 and ISO 27701:2019 and plan for ISO 27701:2025.\n\n';
const twoStandards = '# Audit programme (ISO 27001:2022, ISO 27701:2025)\n\n';
const inPassing = '# Security policy (ISO 27001:2022)\n\nPrivacy may follow ISO 27701 one day.\n\n';
const privacy = '# Changes for us (ISO 27001:2022, ISO 27701)\n\n';

const cases: readonly [string, string, readonly string[]][] = [
  ['the year of a test', `${threeEditions}Tested in 2025: A.5.18, A.8.2.`, ['A.5.18', 'A.8.2']],
  ['the year of findings', `${threeEditions}2025 findings: A.8.8.`, ['A.8.8']],
  ['years as labels', `${twoStandards}- 2025: A.5.18, A.8.2\n- 2026: A.8.8`, ['A.5.18', 'A.8.2', 'A.8.8']],
  ['clauses in a list of dates', `${twoStandards}- 2025: 9.2, A.8.2\n- 2026: A.8.8`, ['9.2', 'A.8.2', 'A.8.8']],
  ['a date in German', `${twoStandards}Im Jahr 2025: A.5.18, Klausel 9.2.`, ['A.5.18', '9.2']],
  ['a date in French', `${twoStandards}Audit de mars 2025 : A.5.18`, ['A.5.18']],
  ['a financial year', `${inPassing}FY2025: A.5.18`, ['A.5.18']],
  ['a year that is also an edition of a standard named in passing', `${inPassing}2019: A.5.18`, ['A.5.18']],
  ['a year right before a clause', `${twoStandards}In 2025 clause 9.2 was audited.`, ['9.2']],
  ['the year of an audit before the brackets', `${twoStandards}Audit IA-2025 (clause 9.2).`, ['9.2']],
  ['a year before brackets', `${twoStandards}The review of 2025 (clause 9.3).`, ['9.3']],
  ['a year before brackets with a control', `${threeEditions}Restores: test 2025 (A.8.13).`, ['A.8.13']],
  ['what was then', `${twoStandards}Training 2022: clause 7.2`, ['7.2']],
  ['a number that nobody has, in a group of another standard', `${threeEditions}2025: A.5.99`, ['A.5.99']],
  [
    'an edition before its number',
    `${privacy}2019: A.7.2.2, 2025: A.1.2.2.`,
    ['27701:2019 A.7.2.2', '27701:2025 A.1.2.2'],
  ],
  ['an edition before its clause', `${privacy}In the 2019 clause 6 it was shorter.`, ['27701:2019 6']],
  ['an edition of clauses', `${privacy}Clauses 2019: 5.2.1, 6.2`, ['27701:2019 5.2.1', '27701:2019 6.2']],
  ['an edition before brackets', `${privacy}The files are on 2019 (A.7.2.2 etc.).`, ['27701:2019 A.7.2.2']],
  ['an edition before a number that it lacks', `${privacy}2019: A.7.2.99`, ['27701:2019 A.7.2.99']],
  [
    'an edition said with its word',
    `${privacy}2019: A.7.2.2. In the 2019 edition, A.7.9.9 was.`,
    ['27701:2019 A.7.2.2', '27701:2019 A.7.9.9'],
  ],
  [
    'a number of an edition that moved on to another',
    `${privacy}Rev. 4 (2024): moved from A.16.1.1 of the 2013 edition to A.5.24.`,
    ['27001:2013 A.16.1.1', 'A.5.24'],
  ],
  [
    'columns of editions',
    `${privacy}| 2019 | 2025 |\n|---|---|\n| A.7.2.1 | A.1.2.2 |\n`,
    ['27701:2019 A.7.2.1', '27701:2025 A.1.2.2'],
  ],
  [
    'columns of editions with one clause among controls with their letter',
    `${privacy}| 2019 | 2025 |\n|---|---|\n| A.7.2.1 | A.1.2.2 |\n| 6.9.3.1 | A.3.24 |\n| 5.4.1.3 | 6.1.3 |\n`,
    [
      '27701:2019 A.7.2.1',
      '27701:2025 A.1.2.2',
      '27701:2019 6.9.3.1',
      '27701:2025 A.3.24',
      '27701:2019 5.4.1.3',
    ].concat(['27701:2025 6.1.3']),
  ],
  [
    'columns of editions with a slip',
    `${privacy}| 2019 | 2025 |\n|---|---|\n| 5.4.1.2 | 6.1.2 |\n| 5.7.2 | 9.2 |\n| 6.5.2.1 | A.3.5 |\n| 5.9.1 | 10.2 |\n`,
    ['27701:2019 5.4.1.2', '27701:2025 6.1.2', '27701:2019 5.7.2', '27701:2025 9.2', '27701:2019 6.5.2.1'].concat([
      '27701:2025 A.3.5',
      '27701:2025 10.2',
    ]),
  ],
  [
    'columns of editions whose controls stand beside their guidance',
    `${privacy}| 2019 | 2025 |\n|---|---|\n| 5.4.1.2 | 6.1.2 |\n| 5.7.2 | 9.2 |\n| 7.2.5 / A.7.2.5 | A.1.2.6 |\n`,
    ['27701:2019 5.4.1.2', '27701:2025 6.1.2', '27701:2019 5.7.2', '27701:2025 9.2', '27701:2019 7.2.5'].concat([
      '27701:2019 A.7.2.5',
      '27701:2025 A.1.2.6',
    ]),
  ],
  [
    'figures of two years',
    `${privacy}| KPI | 2019 | 2025 |\n|---|---|---|\n| One | 5.2 | 9.2 |\n| Two | 5.91 | 7.94 |\n`,
    [],
  ],
];

describe('years before numbers', () => {
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(readingsOf(text), expected));
});

const today = '# Access policy (ISO/IEC 27001:2022)\n\n';

describe('an older edition named behind a number', () => {
  it('is its edition, whatever abbreviation leads on to it', () => {
    for (const see of ['see', 'réf.', 'Ref.', 'rif.', 'vgl.', 'cf.', 'zie', 'ver', 's.'])
      assert.deepEqual(readingsOf(`${today}Labels (A.8.2, ${see} ISO/IEC 27001:2013).`), ['27001:2013 A.8.2'], see);
  });

  it('says nothing of the number where a sentence ends between them', () => {
    assert.deepEqual(readingsOf(`${today}Rights (A.8.2). ISO/IEC 27001:2013 is withdrawn.`), ['A.8.2']);
    assert.deepEqual(readingsOf(`${today}Rights: A.8.2 has no ref. Our old ISO/IEC 27001:2013 had.`), ['A.8.2']);
  });
});

describe('an older edition in a sentence on the past', () => {
  const read = (past: string, rest = '\n\n## Rules\n\n'): string[] =>
    readingsOf(
      `# Policy\n\n## Scope\n\nAll staff.\n\n## Past\n\n${past}${rest}ISO 27001 clause 10.1 and 27001 A.5.1.\n`,
    );

  it('is not that of what has no year', () => {
    for (const past of [
      'Until 31 October 2025 we held a certificate to ISO/IEC 27001:2013.',
      'The 27001:2013 numbers are gone.',
      'Our 27001:2013 certificate has expired.',
      'Wir sind 2023 von ISO 27001:2013 umgestiegen.',
      'Bis 2023 galt ISO 27001:2013.',
      'En 2023 nous avons quitté ISO 27001:2013.',
      'Hasta 2025 usábamos la ISO 27001:2013.',
      'Tot 2025 gebruikten wij ISO 27001:2013.',
    ])
      for (const rest of [undefined, ' Now: ']) assert.deepEqual(read(past, rest), ['10.1', 'A.5.1'], past);
  });

  it('is it where the text says that it holds', () => {
    for (const past of [
      'Our ISMS implements ISO 27001:2013.',
      'We are certified to ISO 27001:2013 until 31 October 2025.',
      'We have not yet switched from ISO 27001:2013.',
    ])
      assert.equal(read(past)[0], '27001:2013 10.1', past);
  });
});

describe('a year before a colon', () => {
  it('says nothing behind the brackets that it stands in, nor of the next sentence', () => {
    const text = (rest: string): string => `# PIMS manual (ISO/IEC 27701:2025)\n\n${rest}\n`;
    assert.equal(
      readIds(text('Notices (A.1.3.3; 2019: 7.3.2). Copies go on (A.1.3.8).')),
      '27701 A.1.3.3, 27701 7.3.2 missing, 27701 A.1.3.8',
    );
    assert.equal(readIds(text('Consent (2019: A.7.2.4) and copies, A.1.3.8.')), '27701 A.7.2.4 missing, 27701 A.1.3.8');
  });
});

describe('a title that names an older edition and the one in force', () => {
  const move = '# Transition: ISO/IEC 27001:2013 → 2022 and ISO/IEC 27701:2019 → 2025\n\n';
  const read = (text: string) => resolveDocument(parseDocument('a.md', move + text, context), [], context).references;

  it('offers the one in force for a clause that stays open', () => {
    const [clause] = read('The internal audit (clause 9.2) is in May.\n');
    assert.deepEqual(
      clause!.readings.map(({ standard, edition }) => `${standard}:${edition}`),
      ['27001:2022', '27701:2025'],
    );
  });

  it('misses what comes right behind a group in the edition that has it', () => {
    const [control] = read('The form has A.7.3.11.\n');
    assert.equal(`${control!.standard}:${control!.edition}`, '27701:2019');
  });
});

describe('The edition of a tag', () => {
  const scope = [{ standard: '27001', edition: '2022' }];
  const editions = (...lines: string[]): (string | null)[] => {
    const text = `---\n${lines.join('\n')}\n---\n# Keys\n`;
    return resolveDocument(parseDocument('a.md', text, context), scope, context).references.map((one) => one.edition);
  };

  it('is that of the statement beside a tag that says its own', () => {
    assert.deepEqual(editions('clauses: [27001:2013:10.1, 27001:10.1]'), ['2013', '2022']);
    assert.deepEqual(editions('controls: [27001:A.6.1, 27001:2013:A.9.1.1]'), ['2022', '2013']);
    assert.deepEqual(editions('standard: ISO/IEC 27001:2013', 'controls: [27001:A.6.1]'), ['2013']);
    assert.deepEqual(editions('controls: [27001:2013:A.9.1.1, A.6.1]'), ['2013', '2013']);
  });
});

describe('what a plan to change editions calls old', () => {
  const plan = '# Plan: ISO/IEC 27701:2019 → ISO/IEC 27701:2025\n\n';
  const rows = '|---|---|\n| 7.2.1 | A.1.2.2 |\n| 7.2.2 | A.1.2.3 |\n';
  const both = ['27701:2019 A.7.2.1', '27701:2025 A.1.2.2', '27701:2019 A.7.2.2', '27701:2025 A.1.2.3'];

  it('is of the older edition, below the head of a column', () => {
    for (const heads of ['| Old | New |', '| Alt | Neu |', '| Ancien n° | Nouveau |', '| Old no. | Control |'])
      assert.deepEqual(readingsOf(`${plan}${heads}\n${rows}`), both, heads);
    const old = '# Plan: ISO/IEC 27001:2013 → ISO/IEC 27001:2022\n\n| Old | New |\n|---|---|\n';
    assert.deepEqual(readingsOf(`${old}| 8.1 | 9.2 |\n| 4.2 | 6.5 |\n`), [], 'values');
    assert.deepEqual(readingsOf(`# Plan\n\n| Old | New |\n${rows}`), [], 'no edition named');
  });

  it('is of the older edition, before a clause', () => {
    assert.deepEqual(readingsOf(`${plan}The old clause 5 is gone.`), ['27701:2019 5']);
    assert.deepEqual(readingsOf(`${plan}Die alte Klausel 7.2 entfällt.`), ['27701:2019 7.2']);
    assert.deepEqual(readingsOf(`${plan}Clause 5 is about leadership.`), ['27701:2025 5']);
    assert.deepEqual(readingsOf(`${plan}The old laptops (clause 7.5) go.`), ['27701:2025 7.5']);
  });

  it('is a clause where no control is so deep, below controls as well', () => {
    const table =
      '## Controls\n\n| 27701:2019 | 27701:2025 |\n|---|---|\n| 6.2.1.1 | A.3.3 |\n| 6.6.2.1, 6.6.2.2 | A.3.8 |\n';
    const found = [
      '27701:2019 6.2.1.1',
      '27701:2025 A.3.3',
      '27701:2019 6.6.2.1',
      '27701:2019 6.6.2.2',
      '27701:2025 A.3.8',
    ];
    assert.deepEqual(readingsOf(`${plan}${table}\n## 6. Risks\n\nNone.\n`), found);
  });

  it('says nothing of the clauses of today', () => {
    const three =
      '# Register\n\n- ISO/IEC 27701:2025, A.1.2.9\n- ISO/IEC 42001:2023, A.4.2\n- ISO/IEC 27001:2022, A.5.9\n\n';
    const text = `${three}Old references to ISO 27701:2019 (7.2.8 and 8.2.6) will go.\n\n## Audits\n\nInternal audit (9.2).\n`;
    assert.equal(readingsOf(text, []).at(-1), '? 9.2');
  });
});
