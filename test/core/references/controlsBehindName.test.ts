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
