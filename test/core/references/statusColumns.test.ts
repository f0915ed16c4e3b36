/** Bare numbers below the name of a standard in a table with statuses: a gap analysis has clauses, a Statement of Applicability has not. */
import assert from 'node:assert/strict';
import { referencesInTable as read } from '../../support/tableReadings.js';

const gaps = 'Gap analysis (ISO/IEC 27001:2022)';

describe('a column of a standard beside one of statuses', () => {
  it('holds the clauses of the edition, several in a cell too', () => {
    for (const head of ['ISO 27001:2022', 'ISO/IEC 27001:2022 reference', 'ISO 27001', 'Anforderung ISO 27001']) {
      const rows = [
        `| Topic | ${head} | Status |`,
        '| Audits | 9.2.1, 9.2.2 | open |',
        '| Copies | 8.13, 5.9 | done |',
      ];
      assert.deepEqual(read(gaps, rows), ['9.2.1', '9.2.2', 'A.8.13', 'A.5.9'], head);
    }
    const german = [
      '| Thema | ISO 27001:2022 | Umsetzung umgesetzt |',
      '| Bewertung | 9.3.1 | ja |',
      '| Kopien | 8.13 | nein |',
    ];
    assert.deepEqual(read('Lücken', german), ['9.3.1', 'A.8.13']);
  });

  it('does so below "Requirement" in a text about that edition, and below a heading that names requirements and controls', () => {
    const rows = ['| Requirement | Status |', '| 9.2.1 | open |', '| 9.2.2 | open |', '| 8.13 | done |'];
    assert.deepEqual(read(gaps, rows), ['9.2.1', '9.2.2', 'A.8.13']);
    const named = ['| Topic | ISO 27001:2022 | Status |', '| Audits | 9.2.1 | open |', '| Copies | 8.13 | done |'];
    assert.deepEqual(read('Requirements and controls', named), ['9.2.1', 'A.8.13']);
  });

  it('holds nothing but clauses where all are some and one is nothing else', () => {
    const rows = ['| Topic | ISO 27001 | Status |', '| Audits | 9.2.1 | open |', '| Changes | 6.3 | open |'];
    assert.deepEqual(read(gaps, rows), ['9.2.1', '6.3']);
    const controls = ['| Control ISO 27001:2022 | Status |', '| 5.1 | open |', '| 5.2 | open |', '| 5.3 | open |'];
    assert.deepEqual(read(gaps, controls), ['A.5.1', 'A.5.2', 'A.5.3']);
  });

  it('keeps the controls of an older edition that nobody has renumbered', () => {
    const old = ['27001:2013 A.9.2.1', 'A.8.13'];
    const called = [
      '| ISO 27001:2022 | Title | Status |',
      '| 9.2.1 | User registration | open |',
      '| 8.13 | Backup | done |',
    ];
    assert.deepEqual(read(gaps, called), old);
    const applicable = ['| ISO 27001:2022 | Applicable | Status |', '| 9.2.1 | yes | open |', '| 8.13 | yes | done |'];
    assert.deepEqual(read(gaps, applicable), old);
    const saysControl = ['| ISO 27001:2022 control | Status |', '| 9.2.1 | open |', '| 8.13 | done |'];
    assert.deepEqual(read(gaps, saysControl), old);
    const among = ['| ISO 27001:2022 | Status |', '| 9.2.1 | open |', '| 9.4.3 | open |', '| 8.13 | done |'];
    assert.deepEqual(read(gaps, among), ['27001:2013 A.9.2.1', '27001:2013 A.9.4.3', 'A.8.13']);
    const about = ['| ISO 27001 | Status |', '| 9.2.1 | open |', '| 9.2.2 | open |'];
    assert.deepEqual(read('Gaps (ISO/IEC 27001:2013)', about), ['27001:2013 A.9.2.1', '27001:2013 A.9.2.2']);
  });
});
