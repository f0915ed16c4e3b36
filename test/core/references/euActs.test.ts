/** Points and clauses of the acts of the European Union, and the clauses of the standard beside them. */
import assert from 'node:assert/strict';
import { readingsOf } from '../../support/readings.js';

const title = '# Security manual (ISO/IEC 27001:2022)\n\nWhat we do, and why.\n\n';

function table(...rows: readonly string[]): string {
  const [head, ...body] = rows;
  return [head, `|${'---|'.repeat(head!.split('|').length - 2)}`, ...body].join('\n');
}

const ofActs: Readonly<Record<string, string>> = {
  'a clause of one without a number': 'Clause 6.2.1 of the Implementing Regulation is met.',
  'a clause of one with a number': 'Clause 6.2.1 of Implementing Regulation (EU) 2024/2690 is met.',
  'points of its annex': 'For points 9.2 and 6.7.2 of the Annex to Regulation (EU) 2024/2690 we keep a list.',
  'a bare number behind it': 'Implementing Regulation 2024/2690, 6.7.2, and 9.2',
  'an implementing act':
    'Points 6.1 and 6.2 of the annex of the NIS2 implementing act. Clause 6.1 of the implementing act.',
  'a delegated one': 'Clause 9.2 of Commission Delegated Regulation (EU) 2024/1774 names the tests.',
  'technical standards': 'Under RTS 2024/1774, clause 9.2, we test. Article 5 RTS 2024/1774 says who.',
  'an older directive': 'Directive 95/46/EC, clause 9.2, was the first.',
  'any act': 'Clause 9.2 of the Cyber Security Act, clause 8.1 of the Act.',
  German: 'Klausel 9.2 der Durchführungsverordnung; Durchführungsverordnung (EU) 2024/2690, Klausel 6.2.',
  French: "La clause 9.2 du règlement d'exécution (UE) 2024/2690 est claire.",
  'where it is the subject': 'The Implementing Regulation lists this in clause 6.2.1.',
  'in its section': '## Implementing Regulation (EU) 2024/2690\n\n- Clause 10.1 is met by training.',
  'behind a lead-in': 'We meet these parts of Implementing Regulation (EU) 2024/2690:\n\n- clause 10.1\n- clause 6.2',
  'below its number': table('| Topic | 2022/2554 |', '| Duties | 5.2 |', '| Assets | 8.1 |'),
  'below its name': table('| Topic | Durchführungsverordnung |', '| Ziele | 6.2 |', '| Audit | 9.2 |'),
  'below clauses of it': table('| Topic | Clause (2024/2690) |', '| Backup | 9.2 |', '| Staff | 10.1 |'),
  'below points of an annex': table('| Point of the annex | Topic |', '| 6.2.1 | Code |', '| 9.2 | Backup |'),
  'below numbers of an annex': table('| Nummer des Anhangs | Thema |', '| 6.2.1 | Code |', '| 9.2 | Backup |'),
};

const ofTheStandard: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'the clause beside an act': ['Regulation (EU) 2024/2690 and clause 9.2 ask for audits.', ['9.2']],
  'a clause that goes with one': ['We align clause 9.2 with Regulation (EU) 2024/2690.', ['9.2']],
  'a clause that goes with a law': ['We align clause 9.2 with the GDPR.', ['9.2']],
  'controls below an act': ['For Implementing Regulation (EU) 2024/2690 we log (A.8.15).', ['A.8.15']],
  'controls beside an act': [
    table('| 2024/2690 | Control |', '| 4.2 | 8.13 |', '| 11.1 | 5.15 |'),
    ['A.8.13', 'A.5.15'],
  ],
  'controls beside a law': [
    table('| GDPR | Control |', '| Art. 32 | 8.24 |', '| Art. 33 | 5.24 |'),
    ['A.8.24', 'A.5.24'],
  ],
  'a chapter behind the article of a law': [
    'Schulung nach Art. 4 der Verordnung (EU) 2024/1689 (Klausel 7.2), Übung (Kap. 7.3).',
    ['7.2', '7.3'],
  ],
  'a clause somewhere in its sentence': ['Under Regulation (EU) 2024/2690 there are audits as in clause 9.2.', ['9.2']],
  'a clause in which it is met': ['Regulation (EU) 2024/2690 is met in clause 9.2.', ['9.2']],
  'a number of ours': ['Richtlinie 2024/05 (Klausel 9.2). Ticket 2024/1774: clause 8.1.', ['9.2', '8.1']],
  'items of the annex': [
    table('| Annex A item | Topic |', '| 8.15 | Logging |', '| 8.13 | Information backup |'),
    ['A.8.15', 'A.8.13'],
  ],
};

describe('acts of the European Union', () => {
  for (const [name, text] of Object.entries(ofActs))
    it(`keep what is theirs: ${name}`, () => assert.deepEqual(readingsOf(title + text), []));
  for (const [name, [text, expected]] of Object.entries(ofTheStandard))
    it(`leave what is of the standard: ${name}`, () => assert.deepEqual(readingsOf(title + text), expected));
});
