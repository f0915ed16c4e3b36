import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { contentHash, isContentHash } from '../../../server/src/core/soa/contentHash.js';
import { parse } from './support.js';

const record = `organisation: Tea & Co
version: "1.0"
status: approved
standards:
  90001: { edition: 2022 }
controls:
  90001:A.5.1:
    applicable: true
    justification: We drink tea.
    drivers: { risk: [R-1, R-2], legal: [Tea Act] }
    evidence: [a.md, { file: b.md, date: 2026-01-01 }]
  90001:A.5.2:
    applicable: false
    justification: |
      No kitchen.
      None at all.
history:
  - { version: "1.0", date: 2026-03-01, by: Board, change: First issue }
`;

const hashOf = (text: string) => contentHash(parse(text));

describe('contentHash', () => {
  it('is a SHA-256 as everybody else computes it', () => {
    assert.ok(isContentHash(hashOf(record)));
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const expected = createHash('sha256').update(text, 'utf8').digest('hex');
        assert.equal(bytesToHex(sha256(utf8ToBytes(text))), expected);
      }),
      { numRuns: 50 },
    );
  });

  it('stays as it is, so that the checksums of earlier releases hold', () => {
    assert.equal(hashOf(record), 'sha256:676efe11dd17c0f16d89b8288a2b2747fc1222c6bfd336efb9d30b42d03562b6');
  });

  const same: readonly (readonly [string, string])[] = [
    ['a release', `${record}released: { version: "1.0", by: x }\n`],
    ['the status', record.replace('status: approved', 'status: retired')],
    ['a comment', record.replace('controls:', '# All of them\ncontrols:')],
    ['line ends', record.replaceAll('\n', '\r\n')],
    ['quotes', record.replace('We drink tea.', '"We drink tea."')],
    ['spellings', record.replace('applicable: true', 'applicability: yes').replaceAll('justification', 'reason')],
    ['the key', record.replace('90001:A.5.1:', 'ISO/IEC 90001:2022 5.1:')],
    ['the order of ids', record.replace('[R-1, R-2]', '[R-2, R-1]')],
    [
      'flow and block',
      record.replace('[a.md, { file: b.md', '\n      - { file: b.md').replace('01-01 }]', '01-01 }\n      - a.md'),
    ],
  ];
  for (const [what, text] of same) {
    it(`does not count ${what}`, () => {
      assert.notEqual(text, record);
      assert.deepEqual(parse(text).problems, []);
      assert.equal(hashOf(text), hashOf(record));
    });
  }

  it('does not count the order of the decisions', () => {
    const [head, first, second, tail] = record.split(/(?= {2}90001:A)|(?=history:)/);
    assert.equal(hashOf(head! + second! + first! + tail!), hashOf(record));
  });

  const other: readonly (readonly [string, string])[] = [
    ['a word of a justification', record.replace('We drink', 'They drink')],
    ['a line break in one', record.replace('kitchen.\n      None', 'kitchen. None')],
    ['applicability', record.replace('applicable: true', 'applicable: false')],
    ['a driver', record.replace(', R-2', '')],
    ['the kind of a driver', record.replace('legal', 'business')],
    ['the date of evidence', record.replace('date: 2026-01-01', 'date: 2026-01-02')],
    ['the edition', record.replace('edition: 2022', 'edition: 2013')],
    ['a role', record.replace('edition: 2022', 'edition: 2022, roles: [processor]')],
    ['an amendment', record.replace('edition: 2022', 'edition: 2022, amendments: [Amd 1]')],
    ['the history', record.replace('First issue', 'First')],
    ['the version', record.replace('version: "1.0"', 'version: "1.1"')],
    ['a decision that is gone', record.replace(/ {2}90001:A\.5\.2[\s\S]*?(?=history)/, '')],
    ['a supplier', record.replace('We drink tea.', 'We drink tea.\n    supplier: X')],
    ['a listed document', record.replace('We drink tea.', 'We drink tea.\n    documents: [P-1]')],
    ['a control of its own', `${record}additional: { OWN-1: { title: Cat } }\n`],
    ['a folder', `${record}folders: [a]\n`],
    ['the classification', `${record}classification: internal\n`],
  ];
  for (const [what, text] of other) {
    it(`counts ${what}`, () => {
      assert.notEqual(text, record);
      assert.notEqual(hashOf(text), hashOf(record));
    });
  }
});
