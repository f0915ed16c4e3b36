import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

describe('numbers in brackets', () => {
  it('are clauses and controls with their exact title behind them', () => {
    assert.deepEqual(idsRead('# Staff (ISO 27001)\n\nAll are trained (7.2 Competence, 7.3 Awareness).\n'), [
      '27001 7.2',
      '27001 7.3',
    ]);
    assert.deepEqual(idsRead('# Staff (ISO 27001)\n\nAll are trained (7.2 Competence).\n'), ['27001 7.2']);
    for (const other of [
      '# Staff\n\nAll are trained (7.2 Competence).\n',
      '# Staff (ISO 27001)\n\n## 7.2 Team\n\nAs said (7.2 Competence).\n',
    ])
      assert.deepEqual(idsRead(other), [], other);
  });

  it('are clauses where most stand behind words of their titles, in a text that names its standard up front', () => {
    const told = 'Internal audits (9.2) are held in May, risks are treated as planned (6.1.3).';
    const read = ['27001 9.2', '27001 6.1.3'];
    assert.deepEqual(idsRead(`# Policy\n\nWe follow ISO/IEC 27001:2022. ${told} All is measured (9.1).\n`), [
      ...read,
      '27001 9.1',
    ]);
    assert.deepEqual(
      idsRead('# Richtlinie (ISO/IEC 27001:2022)\n\nCompetence (7.2) und das Internal Audit (9.2) zählen.\n'),
      ['27001 7.2', '27001 9.2'],
    );
    for (const other of [
      `# Policy\n\n${told}\n`,
      `# Quality manual\n\nWe follow ISO 9001:2015 and ISO/IEC 27001:2022. ${told}\n`,
      '# Policy\n\nWe follow ISO/IEC 27001:2022. Internal audits (9.2) are held in May, keys come back (6.1).\n',
      `# Policy\n\nWe follow ISO/IEC 27001:2022. ${told} Keys (4.1), desks (4.2), lamps (4.3), locks (4.4) and doors (5.3).\n`,
      `# Policy (ISO/IEC 27001:2022)\n\n${told}\n\n## 6.1 Rules\n\n## 9.1 Audits\n`,
    ])
      assert.deepEqual(idsRead(other), [], other);
  });

  it('go on behind a semicolon', () => {
    const read = (text: string) => idsRead(`# ISMS (ISO 27001)\n\nThe scope is clause 4.3.\n\n${text}\n`).slice(1);
    assert.deepEqual(read('Audits and reviews are done (9.2; 9.3).'), ['27001 9.2', '27001 9.3']);
    const ids = read('Both were divided (9.2.1, 9.2.2; 9.3.1 to 9.3.3).');
    assert.match(ids.join(' '), /9\.2\.1.*9\.2\.2.*9\.3\.1.*9\.3\.3/);
    assert.deepEqual(read('Audits are done (9.2; 9.3; POL-3).'), []);
  });

  it('are clauses behind the code of a finding', () => {
    const audit = '# Audit (ISO 27001:2022)\n\nClause 9.2 was looked at.\n\n';
    for (const line of ['### NC-1 (9.1)', '### OFI-3 (9.1)', '**NC-2025-03 (9.1)**', 'HA-2 (9.1): keine Methode'])
      assert.deepEqual(idsRead(`${audit}${line}\n`), ['27001 9.2', '27001 9.1'], line);
    for (const line of ['### PG-1 (9.1)', '### Release 3 (9.1)', 'Handled per PRO-NC-02 (9.1).'])
      assert.deepEqual(idsRead(`${audit}${line}\n`), ['27001 9.2'], line);
  });

  it('are citations behind a word of comparison with a point, and behind ISO', () => {
    const policy = '# Policy (ISO/IEC 27001:2022)\n\nA.5.1 holds.\n\n';
    for (const line of [
      'Geprüft wird (vgl. 5.35).',
      'It is reviewed (cf. 5.35 Independent review of information security).',
      'An account (ISO 5.35).',
    ])
      assert.deepEqual(idsRead(`${policy}${line}\n`), ['27001 A.5.1', '27001 A.5.35'], line);
    assert.deepEqual(idsRead('# Camera\n\nTake a film (ISO 5.16).\n'), []);
  });
});

describe('bare numbers with the title of a control of Annex B', () => {
  it('are that control', () => {
    const items = '- 7.2.2 Identify lawful basis\n- 8.2.1 Customer agreement\n';
    assert.deepEqual(idsRead(`# Privacy (ISO/IEC 27701:2019)\n\n${items}`), ['27701 A.7.2.2', '27701 B.8.2.1']);
  });
});

describe('several numbers in one pair of brackets', () => {
  it('are controls behind one that is no clause, where there are such', () => {
    const told = '# Access (ISO/IEC 27001:2022)\n\nSee clause 9.2 and A.5.18. ';
    const first = ['27001 9.2', '27001 A.5.18'];
    for (const [sentence, ids] of [
      ['The owner says who (5.15, 8.3).', ['27001 A.5.15', '27001 A.8.3']],
      ['Those who leave (5.18; 6.5, 8.2).', ['27001 A.5.18', '27001 A.6.5', '27001 A.8.2']],
      ['The board looks at it (9.3, 5.35).', ['27001 9.3', '27001 A.5.35']],
      ['All is planned (8.1, 8.3).', ['27001 8.1', '27001 8.3']],
    ] as const)
      assert.deepEqual(idsRead(told + sentence), [...first, ...ids], sentence);
  });
});
