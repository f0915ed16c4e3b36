/** Scores, levels, amounts and the figures of years below the names and years of standards. */
import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

/** What is read in a table of a document on three standards; lines before the table's head are its heading or lead-in. */
function readTable(before: string, rows: readonly string[], title = 'ISO/IEC 27001:2022, 27701:2025, 42001:2023') {
  const [head, ...body] = rows.map((row) => `| ${row} |`);
  const dashes = head!.replace(/[^|]+/g, '---');
  return idsRead(`# Report (${title})\n\n${before}\n\n${[head, dashes, ...body].join('\n')}\n`);
}

const names = 'ISO 27001 | ISO 27701 | ISO 42001';
const points = ['Sales | 4.1 | 4.3 | 5.1', 'Production | 4.2 | 4.1 | 6.2'];

describe('points below the names of standards', () => {
  it('are no clauses where heading, lead-in, corner or head speak of scores', () => {
    for (const [before, corner] of [
      ['## Maturity per standard (0–5)', 'Area'],
      ['## Team\n\nCompetence levels 0–5.', 'Person/role'],
      ['## Stand\n\nStufen 1 bis 5:', 'Bereich'],
      ['## Stand', 'Bereich (Reifegrad)'],
      ['## Average score (1 to 5)', 'Area'],
      ['## Niveau de maturité', 'Domaine'],
      ['## Resources per standard', 'Budget (k€)'],
      ['## Aufwand je Norm', 'Bereich'],
    ])
      assert.deepEqual(readTable(before!, [`${corner} | ${names}`, ...points]), [], before);
    assert.deepEqual(readTable('## Result', ['Area | Maturity 27001 | ISMS', 'Leadership | 4.1 | 5.2']), ['27001 5.2']);
    assert.deepEqual(readTable('## Result', [`Area | ${names} | Average`, 'Leadership | 4.1 | 4.2 | 4.3 | 4.2']), []);
    assert.deepEqual(readTable('## Result', ['Area | ISO 27001', 'Leadership | 4.0', 'Planning | 4.2']), []);
  });

  it('are no clauses where the label of the row does', () => {
    const rows = ['Budget (k€) | 4.2 | 5.3 | 6.2', 'Person days | 4.4 | 4.1 | 4.2', 'Average | 4.2 | 4.1 | 4.2'];
    assert.deepEqual(readTable('## Means', [`Item | ${names}`, ...rows, 'Leadership | 5.1 | 5.1 | 5.1']), [
      '27001 5.1',
      '27701 5.1',
      '42001 5.1',
    ]);
  });

  it('are told from clauses and controls', () => {
    const mapped = ['Topic | ISO 27001 | Maturity', 'Policy | 5.2 | 3', 'Audit | 9.2 | 2', 'Documents | 7.5 | 4.1'];
    assert.deepEqual(readTable('## Maturity of each topic', mapped), ['27001 5.2', '27001 9.2', '27001 7.5']);
    const titled = [`Topic | ${names}`, 'Internal audit | 9.2 | 9.2 | 9.2', 'Resources and budget | 7.1 | 7.1 | 7.1'];
    assert.equal(readTable('## Scoring', titled).length, 6);
    assert.equal(readTable('## Scoring', [`Topic | ${names}`, 'Keys | 8.24 | 6.1.2 | 6.1.2']).length, 3);
    assert.equal(readTable('## Level 2 documents', [`Document | ${names}`, ...points]).length, 6);
  });
});

describe('figures below years', () => {
  const title = 'ISO/IEC 27001:2022';

  it('are no controls beside a year of the calendar', () => {
    const rows = [
      'Metric | Target | 2021 | 2022 | 2023',
      'Patch days | 7 | 8.4 | 8.3 | 5.1',
      'Risks | 5 | 5.9 | 5.2 | 5',
    ];
    assert.deepEqual(readTable('', rows, title), []);
    assert.deepEqual(readTable('', ['Test | 2022 | 2023', 'Restore | 5.10 | 8.12', 'Fire | 7.4 | 9.3'], title), []);
    assert.deepEqual(readTable('', ['Mean | 2012 | 2013', 'Old | 9.2 | 6.1', 'New | 6.1 | 7.2'], title), []);
    assert.deepEqual(readTable('', ['KPI | 2022', 'Mean | 9.2', 'Most | 6.1'], title), []);
  });

  it('are no controls where a word stands beside a year that is no edition of the standard', () => {
    for (const head of ['2025 actual', '2025 (Ist)', 'Result 2025', 'Ergebnis 2025', 'Réel 2025', '2025']) {
      const rows = [`No. | Objective | ${head}`, '1 | Awareness quiz | 8.4', '2 | Hours to answer | 7.4'];
      assert.deepEqual(readTable('', rows, title), [], head);
    }
    assert.deepEqual(readTable('', ['KPI | Actual 2022', 'Hours | 8.4', 'Quiz | 7.4'], title), []);
    assert.deepEqual(readTable('', ['Area | 2022 actual | 2022 target', 'Hours | 8.4 | 7.2'], title), []);
  });

  it('are controls below the year of an edition and a word', () => {
    assert.deepEqual(readTable('', ['Topic | New in 2022', 'Clouds | 5.23', 'Filters | 8.23'], title).length, 2);
    assert.deepEqual(readTable('', ['Topic | 2022 대응', 'Clouds | 5.7', 'Filters | 8.9'], title).length, 2);
  });

  it('are controls beside the year of another edition', () => {
    assert.deepEqual(
      readTable('', ['2022 | Title | 2013', '5.15 | Access control | 9.1.1', '8.7 | Malware | 12.2.1'], title),
      ['27001 A.5.15', '27001 A.9.1.1', '27001 A.8.7', '27001 A.12.2.1'],
    );
    assert.deepEqual(readTable('', ['Topic | 2022 | 2023', 'Logs | 5.28 | A.6.2.8', 'Data | 8.11 | A.7.4']), [
      '27001 A.5.28',
      '42001 A.6.2.8',
      '27001 A.8.11',
      '42001 A.7.4',
    ]);
  });
});
