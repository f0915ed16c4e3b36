/** Which edition is meant where numbers of two editions stand side by side: moves from one to the other, and years in brackets. */
import assert from 'node:assert/strict';
import { allFindings } from '../../support/checkRules.js';
import { readingsOf } from '../../support/readings.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

const catalog = catalogOfProject();

const old = (...ids: readonly string[]): string[] => ids.map((id) => `27001:2013 ${id}`);
const title = '# Controls (ISO/IEC 27001:2022)\n\n';

const cases: readonly [string, string, readonly string[]][] = [
  [
    'arrows behind the year of the old edition',
    `${title}From the old edition (2013): A.9.2.3 → A.8.2; A.11.1.2 -> A.7.2, A.7.1.1 => A.6.1.`,
    [...old('A.9.2.3'), 'A.8.2', ...old('A.11.1.2'), 'A.7.2', ...old('A.7.1.1'), 'A.6.1'],
  ],
  [
    'a list that became a list',
    `${title}2013 edition: A.9.2.3, A.9.2.4 → A.8.2 and A.8.3`,
    [...old('A.9.2.3', 'A.9.2.4'), 'A.8.2', 'A.8.3'],
  ],
  [
    'an arrow behind the name of the old edition',
    '# List\n\nISO 27001 (2013) A.9.2.3 => A.8.2',
    [...old('A.9.2.3'), 'A.8.2'],
  ],
  ['now', `${title}It was A.9.2.3 in the 2013 version, now it is A.8.2.`, [...old('A.9.2.3'), 'A.8.2']],
  ['now in German', `${title}In der Ausgabe 2013 war es A.9.2.3, heute ist es A.8.2.`, [...old('A.9.2.3'), 'A.8.2']],
  ['became in French', `${title}Édition 2013 : A.9.2.3 est devenu A.8.2.`, [...old('A.9.2.3'), 'A.8.2']],
  [
    'of another standard',
    '# Records (ISO/IEC 27701:2025)\n\nIn 2019: A.7.4.1 became A.1.4.2.',
    ['27701:2019 A.7.4.1', '27701:2025 A.1.4.2'],
  ],
  ['no move in a document of the old edition', '# SoA (ISO/IEC 27001:2013)\n\nA.8.2 → A.8.3', old('A.8.2', 'A.8.3')],
  ['a list of the old edition', `${title}2013 edition: A.9.2.3, A.8.2`, old('A.9.2.3', 'A.8.2')],
  [
    'years in brackets',
    `${title}A.8.2 (2013) / A.5.12 (2022), A.8.2 [2013]`,
    [...old('A.8.2'), 'A.5.12', ...old('A.8.2')],
  ],
  ['years in brackets before numbers', `${title}[2013] A.8.2, [2022] A.8.3`, [...old('A.8.2'), 'A.8.3']],
  ['a year in brackets behind a standard', '# List\n\nISO 27001 [2013] A.8.2', old('A.8.2')],
  ['a year in brackets that is no edition', `${title}Tested: A.8.2 (2024), A.8.3 (2019)`, ['A.8.2', 'A.8.3']],
  [
    'an edition in the brackets of another number',
    `${title}A.8.2 (formerly A.9.2.3 in the 2013 edition) and A.8.3.`,
    ['A.8.2', ...old('A.9.2.3'), 'A.8.3'],
  ],
];

describe('numbers of two editions', () => {
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(readingsOf(text), expected));
});

describe('the number of today in brackets behind an old one', () => {
  const table = '\n\n| Zone | Norm |\n|---|---|\n| Office | A.7.2 |\n| Archive | A.7.1, A.7.3 |\n';

  it('is of the edition in force, and so is what else the document cites', () => {
    for (const brackets of ['(new: A.7)', '(now A.7)', '(neu: A.7)', '[heute A.7]', '(nouveau : A.7)']) {
      const text = `# Premises\n\nReference: ISO 27001 A.11 ${brackets}${table}`;
      const { documents, ...rest } = makeSnapshot({ 'p.md': text }, { catalog });
      const { references } = documents.get('p.md')!;
      assert.deepEqual(
        references.map(({ edition, id }) => `${edition} ${id}`),
        ['2013 A.11', '2022 A.7', '2022 A.7.2', '2022 A.7.1', '2022 A.7.3'],
        brackets,
      );
      assert.deepEqual(
        allFindings({ documents, ...rest }).filter(({ code }) => /reference|edition/.test(code)),
        [],
      );
    }
  });
});

describe('what takes the place of an old number', () => {
  it('is of its standard, in a document about two', () => {
    const title = '# Transition plan ISO/IEC 27001:2013→2022, ISO/IEC 42001:2023 new\n\nAI: 42001 A.7.4.\n\n';
    for (const sentence of [
      'POL-5 still cites A.9.2.3 (2013). Replace by A.8.2.',
      'POL-5 cites A.9.2.3 (2013), to be replaced by A.8.2.',
      'POL-5 nennt A.9.2.3 (2013): ersetzen durch A.8.2.',
    ])
      assert.deepEqual(readingsOf(`${title}- ${sentence}\n`).slice(1), [...old('A.9.2.3'), 'A.8.2'], sentence);
  });
});
