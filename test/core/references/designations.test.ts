/** Clauses of the standards of other bodies and of drafts, and those of ours beside them. */
import assert from 'node:assert/strict';
import { readingsOf } from '../../support/readings.js';

const title = '# Security manual (ISO/IEC 27001:2022)\n\nWhat we do, and why.\n\n';

const ofOthers: Readonly<Record<string, string>> = {
  'a draft': 'See clause 7.4 of prEN 18286, clause 6.1 of the draft EN 18286, and clause 8.2 of FprEN 18286.',
  'a draft, named first': 'FprEN 18286 clause 9.2, oEN 18286 clause 8.1',
  'a draft of ISO': 'Clause 6.2 of prEN ISO/IEC 23894 and clause 7.4 of prEN ISO 9001.',
  'a standard of ISO': 'Clause 9 of ISO/IEC 5338; clause 6.2.1 of ISO/IEC 5338.',
  'several bodies': 'Clause 9.2 of CEN/TS 17159, clause 6.2 of CEN/CLC TR 18115, clause 5.1 of ETSI TS 104 223.',
  'a national standard': 'Clause 9.2 of BS 10008:2020; Klausel 6.2 der DIN SPEC 92001-1; AFNOR SPEC 2314 clause 6.2.',
  'its series in small letters': 'Clause 6.2 of IEEE Std 7000-2021; IEEE Std 7000-2021 clause 6.2.',
  'a grade or class between':
    'EN 50131-1 grade 2, clause 8.7. EN 10223-4 type 2, clause 4.7. EN 1143-1 Grad IV, Abschnitt 8.4.',
  'a title between': 'Clause 7.4 (communication) of prEN 18286 says more.',
  'the standard of that name': 'Clause 7.4 of the standard EN 18286; Klausel 7.4 der Norm EN 18286.',
  'a range': 'Clauses 4 to 10 of DIN EN 50600-1 are about data centres.',
  'in its section': '## prEN 18286\n\nClause 7.4 asks for this.',
  'below its item': '- EN 18286\n  - clause 7.4\n  - clause 9.2',
  'in its row': '| Source | Place |\n|---|---|\n| prEN 18286 | clause 7.4 |\n| BS 10008 | clause 9.2 |',
  'below its name': '| Topic | Clause of prEN 18286 |\n|---|---|\n| Words | 7.4 |\n| Risk | 8.2 |',
};

const ours: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'behind the clause of another': ['Clause 7.1 of IEEE 1012-2016 and clause 9.2.', ['9.2']],
  'named with its body': ['Clause 9.2 of EN 27001, clause 9.3 of BS ISO/IEC 27001:2022.', ['9.2', '9.3']],
  'behind a grade that is spoken of': ['EN 50131-1 grade 2 is kept, clause 9.4 is not.', ['9.4']],
  'adopted as a draft': ['Clause 9.2 of prEN ISO/IEC 27001.', ['9.2']],
  'of its draft': ['Clause 9.2 of ISO/IEC DIS 27701.', ['27701:2025 9.2']],
  'beside a name that is spoken of': ['Our toys meet EN 71. The audits (clause 9.2) look at EN 71 too.', ['9.2']],
  'of the standard by its name': ['Clause 9.2 of the standard ISO/IEC 27001.', ['9.2']],
  'first of two of which the second names it': [
    'Risks follow clause 6.1.2 and plans clause 6.1.3 of the standard ISO/IEC 27701.',
    ['27701:2025 6.1.2', '27701:2025 6.1.3'],
  ],
  'behind the section of another': ['## prEN 18286\n\nNothing yet.\n\n## Audits\n\nClause 9.2 asks for them.', ['9.2']],
};

describe('standards of other bodies', () => {
  for (const [name, text] of Object.entries(ofOthers))
    it(`keep their clauses: ${name}`, () => assert.deepEqual(readingsOf(title + text), []));
  for (const [name, [text, expected]] of Object.entries(ours))
    it(`leave a clause of ours: ${name}`, () => assert.deepEqual(readingsOf(title + text), expected));
});
