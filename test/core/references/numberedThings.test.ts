/** Columns headed "No." or "ID": do they number controls, clauses, or what the organisation counts itself? */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';
import { referencesInTable as read } from '../../support/tableReadings.js';

const review = 'Minutes, ISMS of ISO/IEC 27001:2022';

/** Rows that begin with a number, with words that are no titles. */
function rows(head: string, numbers: readonly string[], words = 'Do it'): string[] {
  return [`| ${head} | Who |`, ...numbers.map((number) => `| ${number} | ${words} | CISO |`)];
}

describe('a column of running numbers', () => {
  const numbers = ['5.1', '5.2', '6.1', '8.4'];

  it('is of the organisation beside its actions, questions, risks and findings', () => {
    const heads = [
      'No. | Action',
      'No. | Question',
      'ID | Risk',
      'Lfd. Nr. | Feststellung',
      'Nr. | Aufgabe',
      'N° | Constat',
    ];
    const more = [
      'N.º | Riesgo',
      'Nr. | Vraag',
      'N. | Azione',
      'N.º | Pergunta',
      'No. | Date | Decision',
      'Risk ID | Asset',
    ];
    for (const head of [...heads, ...more]) assert.deepEqual(read(review, rows(head, numbers)), [], head);
    const register = ['| Risk no. | Thing | Controls |', '| 5.1 | Laptop | A.8.1 |', '| 5.2 | Server | A.8.9 |'];
    assert.deepEqual(read(review, register), ['A.8.1', 'A.8.9']);
    const status = ['| No. | Action | Status |', '| 5.1 | Renew | open |', '| 6.2 | Publish | done |'];
    assert.deepEqual(read(review, status), [], 'a status makes no statement of applicability');
  });

  it('is of the standard where titles or the way through its chapters say so', () => {
    const titled = ['| No. | Finding |', '| 9.2 | Internal audit |', '| 9.3 | Management review |'];
    assert.deepEqual(read(review, titled), ['9.2', '9.3']);
    const asked = ['| No. | Question |', '| 9.1 | Is it monitored? |', '| 9.2 | Are there audits? |'];
    assert.deepEqual(read(review, [...asked, '| 9.3 | Who reviews it? |']), ['9.1', '9.2', '9.3']);
    const all = ['4.1', '5.2', '6.1.2', '7.2', '9.2'];
    assert.deepEqual(read(review, rows('Nr. | Frage', all, 'Wie?')), all);
    assert.deepEqual(read(review, rows('Clause | Question', numbers.slice(0, 3))), numbers.slice(0, 3));
  });

  it('is of controls beside controls, and not of clauses beside what has to be done', () => {
    assert.deepEqual(read(review, rows('No. | Control', ['5.1', '5.2', '6.1'])), ['A.5.1', 'A.5.2', 'A.6.1']);
    assert.deepEqual(read(review, rows('Nr. | Maßnahme', ['5.1', '5.2', '6.1'])), []);
    assert.deepEqual(read(review, rows('Nr. | Maßnahme', ['5.15', '8.8'])), ['A.5.15', 'A.8.8']);
  });

  it('goes on from the number of its heading, unless that is what the standard calls it', () => {
    const below = (heading: string, head: string, ...numbers: readonly string[]): string =>
      readIds(
        `# Policy (ISO/IEC 27001:2022)\n\n## ${heading}\n\n| ${head} | Value |\n|---|---|---|\n${numbers.map((number) => `| ${number} | Words | 95.0 |`).join('\n')}\n`,
      );
    assert.equal(below('6 Aims', 'No. | Objective', '6.1', '6.2'), '');
    assert.equal(below('5. Ziele', 'Nr. | Ziel', '5.1'), '');
    assert.equal(below('6.1 Buts', 'N° | Objectif', '6.1.1', '6.1.2'), '');
    assert.equal(below('9 Performance evaluation', 'No. | Topic', '9.1', '9.2'), '27001 9.1, 27001 9.2');
    assert.equal(below('Aims', 'No. | Objective', '6.1', '6.2'), '27001 6.1, 27001 6.2');
    assert.equal(below('3 Aims', 'No. | Objective', '6.1', '6.2'), '27001 6.1, 27001 6.2');
    assert.equal(below('5 Rules', 'Control | Objective', '5.1', '5.2'), '27001 A.5.1, 27001 A.5.2');
  });

  it('is of controls in a statement of applicability of any language', () => {
    const statements = [
      ['SoA', 'Nr. | Maßnahme'],
      ['SoA', '# | Control'],
      ['Erklärung zur Anwendbarkeit', 'Lfd. Nr. | Maßnahme'],
      ["Déclaration d'applicabilité", 'N° | Mesure'],
      ['Verklaring van toepasselijkheid', 'Nr. | Beheersmaatregel'],
      ['Dichiarazione di applicabilità', 'N. | Controllo'],
      ['Declaración de aplicabilidad', 'N.º | Control'],
      ['Declaração de aplicabilidade', 'N.º | Controlo'],
    ];
    for (const [title, head] of statements) {
      const found = read(`${title} ISO/IEC 27001:2022`, rows(head!, ['6.1', '6.2', '6.3'], 'x'));
      assert.deepEqual(found, ['A.6.1', 'A.6.2', 'A.6.3'], title);
    }
    assert.deepEqual(read('SoA ISO/IEC 27001:2022', rows('No. | Action', ['6.1', '6.2', '6.3'])), []);
    assert.deepEqual(read('SoA', rows('Nr. | Maßnahme', ['6.1', '6.2', '6.3'])), [], 'of no standard');
  });
});

describe('the years of two editions in heads', () => {
  it('stand behind the word for clauses', () => {
    for (const [old, now] of [
      ['Clause 2013', 'Clause 2022'],
      ['Clause (2013)', 'Clause (2022)'],
      ['Abschnitt 2013', 'Abschnitt 2022'],
    ]) {
      const found = read('ISO/IEC 27001:2022, transition', [
        `| ${old} | ${now} |`,
        '| 10.1 | 10.2 |',
        '| 10.2 | 10.1 |',
      ]);
      assert.deepEqual(found, ['27001:2013 10.1', '10.2', '27001:2013 10.2', '10.1'], old);
    }
    const controls = ['| Section 2013 | Section 2022 |', '| 9.2.1 | 5.16 |', '| 12.4.1 | 8.15 |'];
    const found = read('ISO/IEC 27001:2022, transition', controls);
    assert.deepEqual(found, ['27001:2013 A.9.2.1', 'A.5.16', '27001:2013 A.12.4.1', 'A.8.15']);
  });
});

describe('a column of chapters or controls', () => {
  it('holds clauses by their numbers alone, beside controls with their letter', () => {
    const body = ['| 42001 | A.7.5 | Source |', '| 27001 | 7.5.3 | Forms |', '| 27001 | 8.2 | Method |'];
    for (const head of ['Kapitel/Maßnahme', 'Abschnitt oder Maßnahme', 'Section / control', 'Control or section'])
      assert.deepEqual(read('Audit', [`| Norm | ${head} | Note |`, ...body]).sort(), [
        '27001 7.5.3',
        '27001 8.2',
        '42001:2023 A.7.5',
      ]);
  });
});

describe('rows whose label is an id', () => {
  it('are no versions, even if it begins with a V', () => {
    for (const head of ['Bezug', 'Normbezug', 'Reference', 'Référence'])
      assert.deepEqual(
        read('Register ISO/IEC 27001:2022', [
          `| Nr | ${head} |`,
          '| V-1 | 7.5.3 |',
          '| V-2 | A.5.7 |',
          '| V-3 | A.8.12 |',
        ]),
        ['7.5.3', 'A.5.7', 'A.8.12'],
        head,
      );
    assert.deepEqual(read('Register ISO/IEC 27001:2022', ['| Nr | Bezug |', '| 1 | 7.5.3 |', '| 2 | A.5.7 |']), [
      '7.5.3',
      'A.5.7',
    ]);
    assert.deepEqual(read('Register ISO/IEC 27001:2022', ['| Fact | Reference |', '| Version | 5.1 |']), []);
  });
});
