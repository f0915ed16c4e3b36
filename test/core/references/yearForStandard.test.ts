/** "ISO 2022", "27k 2013", "ISO27k": what people call the editions of their standard, and its family. */
import assert from 'node:assert/strict';
import { referencesInTable } from '../../support/tableReadings.js';

const title = 'Backup, mapped to ISO 27001';

describe('the year of an edition behind ISO', () => {
  it('names the edition', () => {
    for (const [old, today] of [
      ['ISO 2013', 'ISO 2022'],
      ['ISO-2013', 'ISO-2022'],
      ['27k 2013', '27k 2022'],
      ['ISO27k:2013', 'ISO 27k (2022)'],
    ])
      assert.deepEqual(
        referencesInTable(title, [
          `| Topic | ${old} | ${today} |`,
          '| Runs | 12.1.1 | 5.37 |',
          '| Backup | A.12.3.1 | 8.13 |',
        ]),
        ['27001:2013 A.12.1.1', 'A.5.37', '27001:2013 A.12.3.1', 'A.8.13'],
        old,
      );
    const text = ['| Note |', '| ISO 2022 A.5.15, A.5.18 |', '| ISO 2013: A.12.3.1, A.9.2.1 |'];
    assert.deepEqual(referencesInTable(title, text), ['A.5.15', 'A.5.18', '27001:2013 A.12.3.1', '27001:2013 A.9.2.1']);
  });

  it('names no edition where more of a number follows', () => {
    for (const name of ['ISO 2022-1', 'ISO 2013:1998', 'ISO/IEC 2022'])
      assert.match(referencesInTable(title, [`| Topic | ${name} |`, '| Runs | A.5.37 |'])[0]!, /^20/, name);
  });
});

describe('the family of standards at the head of a column', () => {
  it('is its first standard', () => {
    for (const name of ['ISO27k', 'ISO 27k', 'ISO27K controls'])
      assert.deepEqual(referencesInTable('Backup', [`| Topic | ${name} |`, '| Runs | 5.37 |', '| Backup | 8.13 |']), [
        'A.5.37',
        'A.8.13',
      ]);
  });

  it('is no amount', () => {
    assert.deepEqual(referencesInTable('Backup', ['| Item | 27k |', '| Runs | 5.37 |', '| Backup | 8.13 |']), []);
  });
});
