import assert from 'node:assert/strict';
import { referencesInTable } from '../../support/tableReadings.js';

describe('the cells of a row', () => {
  it('say nothing of its id where they name a standard for an id of their own', () => {
    const rows = [
      '| Control | Title | Evidence |',
      '| A.8.3 | Reports from outside | 27001 A.5.5 |',
      '| A.8.4 | Telling of incidents | see ISO/IEC 27001:2022 A.6.8 |',
    ];
    assert.deepEqual(referencesInTable('SoA ISO/IEC 42001:2023', rows), [
      '42001:2023 A.8.3',
      'A.5.5',
      '42001:2023 A.8.4',
      'A.6.8',
    ]);
  });

  it('still say whose it is by the name alone', () => {
    const rows = ['| Topic | Standard | Control |', '| Reports | ISO/IEC 27001:2022 | A.8.3 |'];
    assert.deepEqual(referencesInTable('Controls of ISO/IEC 42001:2023', rows), ['A.8.3']);
  });

  it('of a column tell the standard of its clauses by its controls', () => {
    const rows = [
      '| Topic | IS | AI |',
      '| Policy | 5.2, A.5.1 | 5.2, A.2.2 |',
      '| Roles | 5.3, A.5.37 | A.3.2 |',
      '| Competence | 7.2 | 7.2, A.4.6 |',
      '| Data | A.5.12 | A.7.2, A.7.4, A.7.5 |',
      '| Logs | A.8.15, A.8.16 | A.6.2.8 |',
      '| Audit | 9.2 | 9.2 |',
    ];
    const read = referencesInTable('Gaps: ISO/IEC 27001:2022 and ISO/IEC 42001:2023', rows);
    assert.deepEqual(read.slice(-2), ['9.2', '42001:2023 9.2']);
  });
});

describe('a law that the sentence above a table names', () => {
  const rows = ['| Control | Title | Applicable |', '| 5.1 | Policies | yes |', '| 8.25 | Development | no |'];
  it('has no controls', () => {
    for (const sentence of ['It also supports Article 32 GDPR.', 'Personal data are handled under the GDPR.'])
      assert.deepEqual(referencesInTable(`Statement of Applicability ISO/IEC 27001:2022\n\n${sentence}`, rows), [
        'A.5.1',
        'A.8.25',
      ]);
  });
});

describe('the row of another framework', () => {
  it('is told by a cell that is nothing but its name, whatever the head of that column', () => {
    const rows = [
      '| Finding | Package | Ref. |',
      '| F-03 | PCI-DSS 4.0 | 8.3 |',
      '| F-04 | CIS Controls v8 | 5.4 |',
      '| F-05 | ISO 27001 | A.8.13 |',
    ];
    assert.deepEqual(referencesInTable('Findings (ISO/IEC 27001:2022)', rows), ['A.8.13']);
  });

  it('is told below “Standard” also by a designation that nobody knows', () => {
    const rows = [
      '| Standard | Clauses |',
      '| ISO/IEC 42001:2023 | 4.4, 7.5 |',
      '| prEN 18286 | 4.4, 7.5 |',
      '| FDA GMLP | 5.1 |',
      '| MDCG 2019-16 | 4.3 |',
      '| our own | 6.2 |',
    ];
    const read = referencesInTable('File of ISO/IEC 42001:2023', rows);
    assert.deepEqual(read, ['42001:2023 4.4', '42001:2023 7.5', '42001:2023 6.2']);
  });
});

describe('a range of controls', () => {
  it('goes on from one table of an annex into the next', () => {
    const [read] = referencesInTable('Controls of ISO/IEC 27701:2025', ['| PIMS controls |', '| A.2.5.9–A.3.4 |']);
    assert.equal(read, '27701:2025 A.2.5.9 A.3.3 A.3.4');
  });
});
