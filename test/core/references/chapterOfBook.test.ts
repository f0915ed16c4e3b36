/** A handbook that is kept as one file for each of its chapters. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

const chapter = (text: string): string =>
  `# 5. Data Integrity Policy\n\nISO 27001: A.8.15\n\n## 5.1 Applicable rules\n\n## 5.3 Monitoring\n\n${text}\n`;

describe('a chapter of a handbook', () => {
  it('means another one by "§" and "section"', () => {
    assert.equal(
      readIds(chapter('All access is logged per §8.3. Audits follow section 9.2 and §9.3.')),
      '27001 A.8.15',
    );
  });

  it('cites clauses by their own word, and beside the standard', () => {
    const text = 'Audits follow clause 9.2. Reviews follow ISO/IEC 27001 § 9.3 and §10.2 of the standard.';
    assert.equal(readIds(chapter(text)), '27001 A.8.15, 27001 9.2, 27001 9.3, 27001 10.2');
  });

  it('is none where the standard has the same chapters', () => {
    const manual =
      '# 9 Performance evaluation (ISO/IEC 27001:2022)\n\n## 9.1 Monitoring, measurement, analysis and evaluation\n\n## 9.2 Internal audit\n\nRisks (§ 6.1.2) are looked at.\n';
    assert.match(readIds(manual), /27001 6\.1\.2/);
  });
});
