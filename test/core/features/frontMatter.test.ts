import assert from 'node:assert/strict';
import { checkCompletion, completionsAt, hoverAt } from '../../support/checkFeatures.js';

const others = {
  'b.md': '---\nid: POL-007\ntitle: Backup\ntype: policy\nowner: Head of IT\n---\n',
  'c.md': '---\nid: REC-1\ntitle: Minutes\ntype: record\nowner: Clerk\n---\n',
};
const labels = (text: string) => completionsAt({ ...others, 'a.md': text }).map(({ label }) => label);

describe('completion of front matter by document type', () => {
  it('offers first what the type asks for, and says so', () => {
    const offered = completionsAt({ 'a.md': '---\ntype: record\n$0\n---\n' });
    assert.deepEqual(
      offered.slice(0, 3).map(({ label }) => label),
      ['id', 'title', 'owner'],
    );
    assert.match(offered[0]!.documentation!, /^Required for the type record\. /);
    assert.doesNotMatch(offered.find(({ label }) => label === 'next_review')!.documentation!, /^Required/);
  });

  it('offers types, the next id, and the heading as title', () => {
    assert.deepEqual(labels('---\ntype: $0\n---\n').slice(0, 3), ['policy', 'record', 'procedure']);
    assert.deepEqual(labels('---\ntype: policy\nid: $0\n---\n# Access\n'), ['POL-008']);
    assert.deepEqual(labels('---\ntitle: $0\n---\n# Access: all\n'), ['Access: all']);
    checkCompletion(
      'Access: all',
      '---\ntitle: $0\n---\n# Access: all\n',
      '---\ntitle: "Access: all"\n---\n# Access: all\n',
    );
  });

  it('offers ids of other documents with their titles, behind keys that name documents', () => {
    const offered = completionsAt({ ...others, 'a.md': '---\nid: POL-001\nrelated: [POL-007, $0]\n---\n' });
    assert.deepEqual(
      offered.map(({ label, detail }) => `${label} ${detail}`),
      ['POL-007 Backup', 'REC-1 Minutes'],
    );
    assert.deepEqual(labels('---\nsupersedes: $0\n---\n'), ['POL-007', 'REC-1']);
    assert.deepEqual(labels('---\nparent_document:\n  - $0\n---\n'), ['POL-007', 'REC-1']);
    assert.deepEqual(labels('---\nkeywords: $0\n---\n'), []);
  });
});

describe('hover in front matter', () => {
  const at = (text: string) => hoverAt({ ...others, 'a.md': text });

  it('says what a key is for and whether it must be there', () => {
    assert.match(at('---\nown$0er: X\ntype: policy\n---\n')!, /^\*\*Owner\*\*\n\n.*must state it/s);
    assert.doesNotMatch(at('---\ntype: record\nnext_rev$0iew: 2026-01-01\n---\n')!, /must state it/);
    assert.match(at('---\ncont$0rols: [99001:A.5.1]\n---\n')!, /^\*\*Tags\*\*/);
    assert.match(at('---\nclau$0ses: []\n---\n')!, /27001:5\.2/);
  });

  it('says what a status and a type mean, and who else has an id', () => {
    assert.match(at('---\nstatus: In Re$0view\n---\n')!, /waiting for review/);
    assert.match(at('---\ntype: Pol$0icy\n---\n')!, /must have: Purpose and Scope/);
    assert.match(at('---\nid: pol-0$007\n---\n')!, /Other documents have the same id:\n- POL-007 Backup \(b\.md\)/);
    assert.equal(at('---\nid: POL-0$008\n---\n'), null);
    assert.equal(at('---\nstatus: whate$0ver\n---\n'), null);
  });
});
