/** Heads of columns and labels of rows that are nothing but the name of a standard. */
import assert from 'node:assert/strict';
import { referencesInTable as read } from '../../support/tableReadings.js';

const both = 'Crosswalk of ISO/IEC 27001:2022 and ISO/IEC 42001:2023';

describe('what stands below or beside nothing but the name of a standard', () => {
  it('is of that standard, also where only another one has the id', () => {
    const heads = '| Topic | ISO 27001:2022 | ISO/IEC 42001 (Annex A) |';
    assert.deepEqual(read(both, [heads, '| Retention | A.8.10 | A.7.7 |', '| Suppliers | A.6.2.4 | A.10.3 |']), [
      'A.8.10',
      '42001:2023 A.7.7',
      'A.6.2.4',
      '42001:2023 A.10.3',
    ]);
    assert.deepEqual(
      read(both, ['| Norm | Stelle |', '| ISO/IEC 42001:2023 | A.7.7 Daten |', '| ISO 27001 | A.5.12, A.6.2.4 |']),
      ['42001:2023 A.7.7', 'A.5.12', 'A.6.2.4'],
    );
    assert.deepEqual(read(both, ['| Standard | Ids |', '| ISO/IEC 27018:2019 | A.8.1 |']), ['27018:2019 A.8.1']);
  });

  it('leaves to the rest what its head or label says less of', () => {
    const found = (head: string, cell: string): string[] =>
      read(both, [`| Topic | ${head} |`, `| Retention | ${cell} |`]);
    assert.deepEqual(found('Gap to ISO 27001', 'A.6.2.4'), ['42001:2023 A.6.2.4']);
    assert.deepEqual(found('ISO 27001 / ISO 42001', 'A.6.2.4'), ['42001:2023 A.6.2.4']);
    assert.deepEqual(found('ISMS', 'A.6.2.4'), ['42001:2023 A.6.2.4']);
    assert.deepEqual(found('ISO 42001', 'A.8.15 (ISO 27001)'), ['A.8.15']);
    assert.deepEqual(found('ISO 42001', 'A.7.7 Clear desk and clear screen'), ['A.7.7']);
    assert.deepEqual(read(both, ['| Norm | ISO 42001 |', '| ISO 27001 | A.8.15 |']), ['A.8.15']);
    assert.deepEqual(read(both, ['| Supplier | Control |', '| ISO 27001 certified host | A.6.2.4 |']), [
      '42001:2023 A.6.2.4',
    ]);
  });
});
