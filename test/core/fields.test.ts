import assert from 'node:assert/strict';
import { findFields } from '../../server/src/core/fields.js';
import { scanBlocks } from '../../server/src/core/markdown/blocks.js';
import { readFrontMatter } from '../../server/src/core/markdown/frontMatter.js';
import { defaultSettings, type Settings } from '../../server/src/core/settings.js';

/** Fields as `name = value`, in the order of the text; their places are checked too. */
function fieldsOf(text: string, settings: Settings = defaultSettings): string[] {
  const { frontMatter, bodyStart } = readFrontMatter(text);
  const fields = findFields(text, frontMatter, scanBlocks(text, bodyStart).blocks, settings);
  for (const { value, span, keySpan } of fields) {
    const source = text.slice(span.start, span.end);
    if (!source.includes('](')) assert.equal(source, value);
    assert.match(text.slice(keySpan.start, keySpan.end), /^[^\s*:|>].*[^\s*:|]$/);
  }
  return fields.map(({ name, value }) => `${name} = ${value}`);
}

describe('findFields', () => {
  it('reads front matter keys in any spelling', () => {
    assert.deepEqual(
      fieldsOf('---\nDocument-ID: P-1\nNext Review Date: 2027-01-01\nowner: "CISO"\nother: x\nstatus:\n---\n'),
      ['id = P-1', 'nextReview = 2027-01-01', 'owner = CISO', 'status = '],
    );
  });

  it('prefers the key that the settings name first', () => {
    assert.deepEqual(fieldsOf('---\neffective_date: 2026-02-01\napproved: 2026-01-01\n---\n'), [
      'approved = 2026-01-01',
    ]);
  });

  it('reads grouped keys and the first of a list', () => {
    assert.deepEqual(fieldsOf('---\ndocument_control:\n  owner: A\nversion: [1.0, 2.0]\nteam:\n  status: x\n---\n'), [
      'owner = A',
      'version = 1.0',
    ]);
  });

  it('takes keys from the settings', () => {
    const settings = { ...defaultSettings, fieldKeys: { ...defaultSettings.fieldKeys, owner: ['Eigentümer'] } };
    assert.deepEqual(fieldsOf('---\neigentümer: A\nowner: B\n---\n', settings), ['owner = A']);
  });

  it('reads a table of fields', () => {
    const text =
      '# T\n\n| Field | Detail |\n|--|--|\n| **Document ID** | P-1 |\n| Version | [2.0](x) |\n| *Approved by* | [CEO / Board] |\n| Standard | a | b |\n| Owner | |\n\n## S\n';
    assert.deepEqual(fieldsOf(text), ['id = P-1', 'version = 2.0', 'approvedBy = [CEO / Board]', 'owner = ']);
  });

  it('reads tables whose header is empty, a field itself, or two fields wide', () => {
    assert.deepEqual(fieldsOf('| | |\n|-|-|\n| **ID** | P |\n'), ['id = P']);
    assert.deepEqual(fieldsOf('| ID | P |\n|-|-|\n| Owner | X |\n'), ['id = P', 'owner = X']);
    assert.deepEqual(fieldsOf('| a | b | c | d |\n|-|-|-|-|\n| ID | P | Owner | X |\n'), ['id = P', 'owner = X']);
    assert.deepEqual(fieldsOf('| ID | Version | Owner |\n|-|-|-|\n| P | 1 | X |\n'), [
      'id = P',
      'version = 1',
      'owner = X',
    ]);
  });

  it('is not misled by a history of versions or a table of controls', () => {
    assert.deepEqual(fieldsOf('# T\n\n| Version | Date |\n|-|-|\n| 1.0 | 2026 |\n'), []);
    assert.deepEqual(fieldsOf('# T\n\n| Version | Date | Approved by |\n|-|-|-|\n| 1 | a | b |\n| 2 | c | d |\n'), []);
    assert.deepEqual(fieldsOf('# T\n\n## S\n\n| Field | Detail |\n|-|-|\n| Owner | X |\n'), []);
  });

  it('reads bold labels, several on a line, in lists and paragraphs', () => {
    assert.deepEqual(
      fieldsOf(
        '# T\n\n**Document ID:** P-1\n**Version**: 1.0 | **Classification:** *Internal*\n\n- **Owner:** CISO\n- **Status:** Approved  \n- plain: x\n- owner: y\n',
      ),
      ['id = P-1', 'version = 1.0', 'classification = Internal', 'owner = CISO', 'status = Approved'],
    );
  });

  it('reads plain labels only below words such as Document control', () => {
    assert.deepEqual(fieldsOf('# T\n\n> **Document control**  \n> Owner: [OWNER]  \n> Next review: {{date}}\n'), [
      'owner = [OWNER]',
      'nextReview = {{date}}',
    ]);
    assert.deepEqual(fieldsOf('# T\n\n## Document information\n\n- Owner: X\n'), ['owner = X']);
    assert.deepEqual(fieldsOf('# T\n\nOwner: X\n'), []);
  });

  it('lets front matter win over the body', () => {
    assert.deepEqual(fieldsOf('---\nowner: A\n---\n# T\n\n**Owner:** B\n**Version:** 2\n'), [
      'owner = A',
      'version = 2',
    ]);
  });

  it('leaves prose alone', () => {
    assert.deepEqual(fieldsOf(`# T\n\n**Owner:** ${'long words '.repeat(60)}\n`), []);
    assert.deepEqual(fieldsOf('# T\n\nText.\n\n# Another\n\n**Owner:** X\n'), []);
  });
});
