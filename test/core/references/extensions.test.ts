/** Clauses of ISO/IEC 27701:2019, whose chapters are extensions of other standards. */
import assert from 'node:assert/strict';
import { readingsOf } from '../../support/readings.js';

const cases: readonly [string, string, readonly string[]][] = [
  [
    'chapters that are told by what they extend',
    '# PIMS (ISO/IEC 27701:2019)\n\nClause 5 has the requirements related to ISO/IEC 27001, clause 6 the guidance related to ISO/IEC 27002, clause 7 is for controllers and clause 8 for processors.',
    ['27701:2019 5', '27701:2019 6', '27701:2019 7', '27701:2019 8'],
  ],
  [
    'the same in German',
    '# PIMS nach ISO/IEC 27701:2019\n\nDie Ergänzungen zu ISO/IEC 27002 in Kapitel 6 setzen wir um.',
    ['27701:2019 6'],
  ],
  [
    'the same in a text on both editions',
    '# From ISO/IEC 27701:2019 to ISO/IEC 27701:2025\n\nIn the 2019 edition clause 6 extends ISO/IEC 27002.',
    ['27701:2019 6'],
  ],
  [
    'a clause of what is extended',
    '# ISMS (ISO/IEC 27001:2022) and PIMS (ISO/IEC 27701:2019)\n\nPapers related to ISO/IEC 27001 follow clause 7.2.',
    ['7.2'],
  ],
  [
    'a standard named for itself',
    '# PIMS (ISO/IEC 27701:2019)\n\nThe requirements of ISO/IEC 27001:2022 in clause 6 are met.',
    ['6'],
  ],
  [
    'a text that names no extension',
    '# PIMS (ISO/IEC 27701:2025)\n\nThe requirements related to ISO/IEC 27001:2022 in clause 6 are met.',
    ['6'],
  ],
];

describe('clauses of an extension', () => {
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(readingsOf(text), expected));
});
