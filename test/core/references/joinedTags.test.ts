/** Tags without blanks, whose parts strokes join, and controls behind the number of a room. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

describe('a tag whose parts are joined', () => {
  it('is read as one with blanks and points', () => {
    const tags =
      'ISO27001_A.5.15, ISO_42001_A.9.2, 27001_A_5_10, iso42001-a-9-3, "ISO/IEC_27001:2022_A.5.19", ISO42001_A.8.9';
    assert.equal(
      readIds(`---\ncontrols: [${tags}]\n---\n# Access\n`),
      '27001 A.5.15, 42001 A.9.2, 27001 A.5.10, 42001 A.9.3, 27001 A.5.19, 42001 A.8.9 missing',
    );
  });

  it('is none with anything before or behind it', () => {
    assert.equal(readIds('---\nid: SE-27001_A_5_10\nref: 27001_A_5_10_T1\n---\n# Access\n'), '');
  });

  it('is none below a key that claims no controls: documents are numbered like that', () => {
    assert.equal(readIds('---\nid: ISO27001-A-8-001\nrelated: [iso27001-a-9-12]\n---\n# Access\n'), '');
  });
});

describe('a control behind the id of a room', () => {
  const report = '# Audit report ISO/IEC 27001:2022\n\n';

  it('is one in brackets, and behind words that cite', () => {
    for (const text of [
      'In room A.2.4 papers lay about (A.7.7).',
      'Papers lay about in room A.2.4 (A.7.7).',
      'Room A.2.4 was open, see A.7.7.',
      'The server room A.2.4 has no lock (control A.7.7).',
      'Im Raum A.2.4 lagen Papiere (A.7.7).',
    ])
      assert.equal(readIds(`${report}${text}\n`), '27001 A.7.7', text);
  });

  it('is another room elsewhere', () => {
    for (const text of [
      'Rooms A.5.1 to A.5.4 are locked; keys for A.8.15 are at reception.',
      'Room A.7.1 (A.7.2) is locked.',
    ])
      assert.equal(readIds(`${report}${text}\n`), '', text);
  });
});
