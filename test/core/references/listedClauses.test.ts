/** Numbers without a letter behind a control: controls that go on with it, or clauses. */
import assert from 'node:assert/strict';
import { readingsOf } from '../../support/readings.js';

const about = '# Plan (ISO/IEC 27001:2022)\n\n';

function checkAll(cases: readonly [string, readonly string[]][]): void {
  for (const [text, expected] of cases) assert.deepEqual(readingsOf(about + text), expected, text);
}

describe('a number behind a control of its list', () => {
  it('is the clause where the words before the list are those of its title', () => {
    checkAll([
      ['- Awareness: A.6.3, 7.3', ['A.6.3', '7.3']],
      ['- Risk assessment: A.5.7, 8.2', ['A.5.7', '8.2']],
      ['- Objectives: A.5.1, 6.2', ['A.5.1', '6.2']],
      ['- AI policy: ISO/IEC 42001 A.2.2, 5.2', ['42001:2023 A.2.2', '42001:2023 5.2']],
      ['| Topic | See |\n|---|---|\n| Awareness | A.6.3, 7.3 |', ['A.6.3', '7.3']],
    ]);
  });

  it('is the clause where only a clause has a part more', () => {
    checkAll([
      ['- Impact: ISO/IEC 42001 A.5.2, 6.1.4', ['42001:2023 A.5.2', '42001:2023 6.1.4']],
      ['- Risks: A.5.7, 6.1.2, 8.8', ['A.5.7', '6.1.2', 'A.8.8']],
      ['- Plan: A.5.7, 6.1.2, 8.2', ['A.5.7', '6.1.2', '8.2']],
      ['- Plan: A.5.7, 6.1.2, 8.2 and A.5.8, 8.3', ['A.5.7', '6.1.2', '8.2', 'A.5.8', 'A.8.3']],
      ['- Programs: A.8.8, 6.5.4 and A.8.19', ['A.8.8', 'A.8.19']],
    ]);
  });

  it('is the control where the words tell nothing, or of the control', () => {
    checkAll([
      ['- Network: A.8.20, 8.21', ['A.8.20', 'A.8.21']],
      ['- Access policy: A.5.15, 5.2', ['A.5.15', 'A.5.2']],
      ['- Control: A.5.15, 8.1', ['A.5.15', 'A.8.1']],
      ['- Policy: A.5.1, 5.2', ['A.5.1', 'A.5.2']],
      ['- Securing offices, awareness: A.7.1, 7.3', ['A.7.1', 'A.7.3']],
    ]);
  });

  it('stays what the older edition has', () => {
    const old = '# Plan (ISO/IEC 27001:2013)\n\n- Access: A.9.2.1, 9.4.2\n- Access: A.9.1, 9.2.1\n';
    assert.deepEqual(readingsOf(old), ['27001:2013 A.9.2.1', '27001:2013 A.9.4.2', '27001:2013 A.9.1']);
  });
});
