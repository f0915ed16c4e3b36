import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

const title = '# Rules of access\n\n';

describe('bare numbers in a list behind the name of a standard', () => {
  it('are controls where one of them can be nothing else, and none is a clause only', () => {
    const read = ['27001 A.5.15', '27001 A.5.18', '27001 A.8.2', '27001 A.8.5'];
    for (const line of [
      '- ISO 27001:2022: 5.15, 5.18, 8.2, 8.5',
      '- **ISO/IEC 27001:2022** – 5.15, 5.18, 8.2, 8.5',
      '27001:2022: 5.15, 5.18, 8.2 and 8.5',
      'Bezug (ISO 27001: 5.15, 5.18, 8.2 und 8.5)',
      'ISO 27001:2022 5.15, 5.18, 8.2 et 8.5',
    ])
      assert.deepEqual(idsRead(`${title}${line}\n`), read, line);
    assert.deepEqual(idsRead(`${title}ISO 27001: 8.2–8.5, 5.24\n`), ['27001 A.8.2 A.8.3 A.8.4 A.8.5', '27001 A.5.24']);
  });

  it('are clauses where one of them is only that, or all of them may be', () => {
    assert.deepEqual(idsRead(`${title}ISO 27001:2022: 5.15, 8.2, 6.1.2\n`), [
      '27001 A.5.15',
      '27001 8.2',
      '27001 6.1.2',
    ]);
    assert.deepEqual(idsRead(`${title}ISO 27001:2022: 5.1, 5.2, 5.3\n`), ['27001 5.1', '27001 5.2', '27001 5.3']);
    // What follows on the last clause may be a slip.
    assert.deepEqual(idsRead(`${title}ISO 27001:2022: 8.1, 8.2, 8.4\n`).slice(0, 2), ['27001 8.1', '27001 8.2']);
    assert.deepEqual(idsRead(`${title}ISO 42001: 6.1.2, 8.2, 9.2\n`), ['42001 6.1.2', '42001 8.2', '42001 9.2']);
  });

  it('are what a word says before them', () => {
    assert.deepEqual(idsRead(`${title}ISO 27001:2022 clauses 8.2, 8.3 and 5.24\n`).slice(0, 2), [
      '27001 8.2',
      '27001 8.3',
    ]);
  });
});

describe('a bare number right behind the name of a standard', () => {
  const mfa = (number: string): string => `${title}A second factor (27001 ${number}; 27701 A.3.23) is asked for.\n`;

  it('is the control where no clause has it', () => {
    assert.deepEqual(idsRead(mfa('8.5')), ['27001 A.8.5', '27701 A.3.23']);
    assert.deepEqual(idsRead(mfa('7.8')), ['27001 A.7.8', '27701 A.3.23']);
    assert.deepEqual(idsRead(`${title}Datenzugang gemäß ISO/IEC 27001 8.5, 8.7.\n`), ['27001 A.8.5', '27001 A.8.7']);
    assert.deepEqual(idsRead(`${title}| Control | Why |\n|---|---|\n| ISO 27001 8.4 | code |\n`), ['27001 A.8.4']);
  });

  it('is the clause where there is one, and where a word or a column says so', () => {
    assert.deepEqual(idsRead(mfa('8.3')), ['27001 8.3', '27701 A.3.23']);
    assert.deepEqual(idsRead(mfa('9.4')), ['27001 9.4', '27701 A.3.23']);
    assert.deepEqual(idsRead(`${title}The clauses are ISO 27001 8.5 and so on.\n`), ['27001 8.5']);
    assert.deepEqual(idsRead(`${title}It follows ISO 27001 § 8.5 now.\n`), ['27001 8.5']);
    assert.deepEqual(idsRead(`${title}| Clause | Why |\n|---|---|\n| ISO 27001 8.4 | code |\n`), ['27001 8.4']);
  });
});

describe('a bare number behind the name of a standard, where controls are spoken of', () => {
  const cell = (head: string, text: string): readonly string[] =>
    idsRead(`${title}| Risk | ${head} |\n|---|---|\n| Staff | ${text} |\n`);

  it('is the control below a head or behind a label for controls', () => {
    assert.deepEqual(cell('Controls', 'ISO 27001: 6.3, 6.5'), ['27001 A.6.3', '27001 A.6.5']);
    assert.deepEqual(cell('Maßnahmen', '27001: 8.2, 8.3, 8.4'), ['27001 A.8.2', '27001 A.8.3', '27001 A.8.4']);
    assert.deepEqual(cell('Annex A controls', 'ISO 27001 6.3'), ['27001 A.6.3']);
    assert.deepEqual(idsRead(`${title}Contrôles : ISO 27001 : 6.3, 6.5\n`), ['27001 A.6.3', '27001 A.6.5']);
  });

  it('is the clause where there is no such control', () => {
    assert.deepEqual(cell('Controls', 'ISO 27001: 6.3, 9.2, 6.1.2'), ['27001 A.6.3', '27001 9.2', '27001 6.1.2']);
    assert.deepEqual(idsRead(`${title}ISO 27001:2022 controls: 5.35, 8.34, 9.2\n`), [
      '27001 A.5.35',
      '27001 A.8.34',
      '27001 9.2',
    ]);
    assert.deepEqual(idsRead(`${title}Controls 5.35, 9.3 of ISO 27001\n`), ['27001 A.5.35', '27001 9.3']);
  });

  it('is the clause below a head for clauses', () => {
    assert.deepEqual(cell('Clause', 'ISO 27001: 6.3, 8.2'), ['27001 6.3', '27001 8.2']);
  });
});

describe('what is excluded', () => {
  const statement = '# Statement of Applicability\n\n';
  const read = ['27001 A.7.4', '27001 A.8.4'];

  it('is a control, because no clause can be', () => {
    for (const text of [
      '## Exclusions\n\n- ISO 27001: 7.4, 8.4 – rented rooms, nothing is programmed.',
      '## Controls that are excluded\n\n- **27001:2022** – 7.4, 8.4',
      'Not applicable:\n\n- ISO 27001: 7.4, 8.4',
      'Not applicable: ISO 27001 7.4, 8.4.',
      '## Ausschlüsse\n\n- ISO 27001: 7.4, 8.4 – gemietet.',
      '## Nicht anwendbar\n\n- ISO 27001: 7.4, 8.4 – gemietet.',
      '## Exclusions\n\n- ISO 27001 : 7.4, 8.4 – locaux loués.',
    ])
      assert.deepEqual(idsRead(`${statement}${text}\n`), read, text);
    assert.deepEqual(idsRead(`${statement}## Exclusions\n\n- 27001: 7.4, 8.44\n`), ['27001 A.7.4', '27001 A.8.44']);
  });

  it('is none where the clause asks for something else', () => {
    const scope = '# Scope of the ISMS\n\n## Scope and exclusions\n\n';
    assert.deepEqual(idsRead(`${scope}ISO 27001 7.5: what is excluded is written down.\n`), ['27001 7.5']);
    assert.deepEqual(idsRead(`${scope}Exclusions are kept as in ISO 27001 7.5.\n`), ['27001 7.5']);
    assert.deepEqual(idsRead(`${statement}## Exclusions\n\nISO 27001 6.1.3 asks for reasons.\n`), ['27001 6.1.3']);
  });
});
