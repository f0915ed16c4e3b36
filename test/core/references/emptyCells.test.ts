import assert from 'node:assert/strict';
import { referencesInTable } from '../../support/tableReadings.js';

describe('tables with empty cells', () => {
  it('leave the label of a row where it is', () => {
    const rows = ['| Topic | Note | Clause |', '| Storage | agreed in the | DPA |', '| Access | | clause 9.9 |'];
    assert.deepEqual(referencesInTable('What ISO/IEC 27001:2022 asks of us', rows), ['9.9']);
    const own = ['| Topic | Note | Clause |', '| DPA | | clause 9.9 |', '| DPA | agreed | clause 9.8 |'];
    const read = referencesInTable('What ISO/IEC 27001:2022 asks of us', own);
    assert.deepEqual(read, [], 'clauses of the contract that heads their row');
  });

  it('leave heads above their columns', () => {
    const rows = ['| | 2013 | 2022 |', '| Malware | A.12.2.1 | A.8.7 |', '| Backup | A.12.3.1 | A.8.13 |'];
    const read = referencesInTable('Transition of ISO/IEC 27001', rows);
    assert.deepEqual(read, ['27001:2013 A.12.2.1', 'A.8.7', '27001:2013 A.12.3.1', 'A.8.13']);
    const shifted = ['| Topic | | Control |', '| Malware | yes | 8.7 |', '| Backup | | 8.13 |'];
    assert.deepEqual(referencesInTable('ISO/IEC 27001:2022 controls', shifted), ['A.8.7', 'A.8.13']);
  });

  it('keep numbers of other frameworks apart', () => {
    const rows = [
      '| Control | Remark | Framework |',
      '| 5.2 | | CIS Controls |',
      '| 5.15 | ours | ISO/IEC 27001 |',
      '| 5.3 | as agreed | CIS Controls |',
    ];
    assert.deepEqual(referencesInTable('Controls of ISO/IEC 27001:2022', rows), ['A.5.15']);
  });
});
