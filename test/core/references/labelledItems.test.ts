import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

const title = '# Report (ISO 27001:2022 and ISO/IEC 42001:2023)\n\n';

describe('an item that begins with the name of a standard as its label', () => {
  it('cites that one, also with the number right behind the last of a group, which the other one has', () => {
    for (const [line, read] of [
      ['- ISO/IEC 42001:2023 internal audit: A.7.8 is not described.', ['42001 A.7.8']],
      ['- ISO 42001 audit, stage 1: clause 6.1.4 is fine; A.5.6 is missing.', ['42001 6.1.4', '42001 A.5.6']],
      ['- **ISO 42001:** A.5.2 kept, A.5.6 missing, A.6.1.4 missing.', ['42001 A.5.2', '42001 A.5.6', '42001 A.6.1.4']],
      ['ISO/IEC 42001:2023, internes Audit: A.7.8 fehlt.', ['42001 A.7.8']],
      ['- ISO 42001 – audit interne : A.7.8 manque.', ['42001 A.7.8']],
    ] as const)
      assert.deepEqual(idsRead(`${title}${line}\n`), read, line);
  });

  it('speaks of the other one where it says so, or where the number is far from those of the group', () => {
    for (const [line, read] of [
      ['- ISO 42001: contact with special interest groups (A.5.6) is kept up.', '27001 A.5.6'],
      ['- ISO 42001 audit: as in ISO 27001, A.5.6 is kept.', '27001 A.5.6'],
      ['- ISO 42001: The ISMS register has A.5.6.', '27001 A.5.6'],
      ['- ISO 42001: logs follow A.8.15.', '27001 A.8.15'],
      ['- ISO 42001 team: desks follow A.7.7.', '27001 A.7.7'],
      ['- ISO 27001 audit: A.10.2 is kept.', '42001 A.10.2'],
    ] as const)
      assert.deepEqual(idsRead(`${title}${line}\n`), [read], line);
  });
});
