/** Bare numbers in the text of a document that lists its controls by bare numbers. */
import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

const rows = ['8.24', '8.10', '5.3', '5.15', '5.14', '8.13'].map((number) => `| x | ${number} |`);
const document = `# Standard\n\n| Rule | ISO 27001:2022 |\n|---|---|\n${rows.join('\n')}\n\n`;

/** What is read below the table. */
function readBelow(text: string): string[] {
  return idsRead(document + text).slice(rows.length);
}

describe('a bare number below a list of bare controls', () => {
  it('is a clause where the edition of the list has no such control', () => {
    assert.deepEqual(readBelow('Risks: see 6.1.2. Reviewed under 9.3, audited gemäß 9.2, selon 10.2.\n'), [
      '27001 6.1.2',
      '27001 9.3',
      '27001 9.2',
      '27001 10.2',
    ]);
    assert.deepEqual(readBelow('Measured under clause 9.1 and reviewed under 9.3.\n'), ['27001 9.1', '27001 9.3']);
    assert.deepEqual(readBelow('All of it was audited (9.1–9.3).\n'), ['27001 9.1 9.2 9.3']);
  });

  it('is a control where it has', () => {
    assert.deepEqual(readBelow('Kept as in 8.15. Keys follow 8.2; built (7.1–7.3).\n').slice(-1), [
      '27001 A.7.1 A.7.2 A.7.3',
    ]);
    assert.deepEqual(readBelow('Access under 8.2.\n'), ['27001 A.8.2']);
  });
});
