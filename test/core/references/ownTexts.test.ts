import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

const title = '# Rules (ISO/IEC 27001:2022)\n\nWe meet A.5.1.\n\n';
const read = (text: string): string[] => idsRead(title + text).slice(1);

describe('controls of one’s own, numbered on from the annex', () => {
  it('are told by the words of their sentence', () => {
    assert.deepEqual(read('- A.5.38 "Drones" was added as own control\n'), []);
    assert.deepEqual(read('Own controls, numbered on from Annex A: A.5.38 Drones.\n'), []);
    assert.deepEqual(read('We own it and follow A.5.38.\n'), ['27001 A.5.38']);
  });
});

describe('sections of texts of one’s own', () => {
  it('are those of a document whose number stands before its control in brackets', () => {
    assert.deepEqual(read('- RL-02 Zugriff (A.5.15), Abschnitt 5.2\n'), ['27001 A.5.15']);
    assert.deepEqual(read('Es gilt RL-03 (A.5.15) Abschnitt 5.2, dann VA-11 (A.8.13), Kap. 4.2.\n'), [
      '27001 A.5.15',
      '27001 A.8.13',
    ]);
    for (const [line, ids] of [
      ['Das Audit (A.5.35), Abschnitt 9.2, ist geplant.', ['27001 A.5.35', '27001 9.2']],
      ['NA-01 (A.5.24), Kapitel 10.2', ['27001 A.5.24', '27001 10.2']],
    ] as const)
      assert.deepEqual(read(`${line}\n`), ids, line);
  });

  it('are those of a process, handbook or template whose name says nothing of the clause', () => {
    for (const line of [
      'See the Exception Process (§6.2).',
      'Rules are in the Contractor Handbook (§5.2).',
      'Follow the Incident Response Plan (§7.4).',
      'Use the [offboarding issue template](#off) (§4.3).',
    ])
      assert.deepEqual(read(`${line}\n`), [], line);
    for (const [line, id] of [
      ['Follow the Risk Assessment Process (§6.1.2).', '6.1.2'],
      ['See the Management Review Guide (§9.3).', '9.3'],
      ['We keep a Risk Treatment Plan (§6.1.3).', '6.1.3'],
      ['An Internal Audit Plan (§9.2) is made.', '9.2'],
      ['The audit plan (§9.2) is made.', '9.2'],
    ] as const)
      assert.deepEqual(read(`${line}\n`), [`27001 ${id}`], line);
  });

  it('are those of a text that sets the numbers of its paragraphs in brackets', () => {
    const rules = '# Rules\n\nWe follow ISO/IEC 27001:2022 and A.5.1.\n\n';
    assert.deepEqual(idsRead(`${rules}(4) Clauses (5) to (7) hold for guests. See clause (8).\n`), ['27001 A.5.1']);
    assert.deepEqual(idsRead(`${rules}Reviews follow clause (9.3), and clauses 9 and 10.\n`), [
      '27001 A.5.1',
      '27001 9.3',
      '27001 9',
      '27001 10',
    ]);
  });

  it('are those of a manual, whatever it is about', () => {
    for (const line of [
      'It holds for all systems as in clause 4.3 of the ISMS manual.',
      'Er gilt nach Ziffer 4.3 des ISMS-Handbuchs.',
      'See clause 6.2 of the QM manual.',
      'Voir la clause 4.3 du manuel SMSI.',
    ])
      assert.deepEqual(read(`${line}\n`), [], line);
    assert.deepEqual(read('See clause 4.3 of the ISMS standard and clause 9.2 of the ISMS.\n'), [
      '27001 4.3',
      '27001 9.2',
    ]);
  });

  it('are those of a standard of one’s own, named in capitals', () => {
    assert.deepEqual(read('This breaks our Password Standard 5.1 (ISO 27001 A.5.17).\n'), ['27001 A.5.17']);
    assert.deepEqual(read('Secure Coding Standard 8.1 and ISO 27001 A.8.28\n'), ['27001 A.8.28']);
    for (const line of [
      'As the standard 6.1.2 asks.',
      'The ISO Standard 6.1.2 asks it.',
      'Der Standard 6.1.2 verlangt es.',
    ])
      assert.deepEqual(read(`${line}\n`), ['27001 6.1.2'], line);
  });
});
