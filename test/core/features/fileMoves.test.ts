import assert from 'node:assert/strict';
import { movedFiles } from '../../support/checkRefactoring.js';

const system = `organisation: X
scope_document: policies/scope.md#here
folders: [policies, './shared']
controls:
  99001:A.5.1:
    applicable: true
    evidence:
      - evidence/review.txt # 2026
      - "evidence/a, b.txt"
      - { file: evidence/review.txt, date: 2026-01-01 }
      - Ticket review.txt of May
      - https://x.test/evidence/review.txt
    documents: [policies/scope.md, POL-1, '..\\policies\\scope.md']
`;

const files = {
  'soa.yaml': system,
  'policies/scope.md':
    '# Scope\n\n[p](../procedures/backup.md#how) ![i](img/a%20b.png) [self](scope.md#scope) [w](https://x.test/scope.md)\n',
  'procedures/backup.md':
    '# Backup\r\n\r\n[s](../policies/scope.md) [t](<../policies/scope.md#scope> "t") [u](/policies/scope.md) [v](../policies/scope)\r\n\r\n[d]: ../policies/scope.md\r\n',
  'evidence/review.txt': '',
  'evidence/a, b.txt': '',
  'policies/img/a b.png': '',
};

describe('moving files', () => {
  it('changes evidence, documents and the scope document of soa.yaml, and nothing that is no path', () => {
    assert.deepEqual(movedFiles(files, { 'evidence/review.txt': 'evidence/2026/re view.txt' }), {
      'soa.yaml': system
        .replace('- evidence/review.txt', '- evidence/2026/re view.txt')
        .replace('file: evidence/review.txt', 'file: evidence/2026/re view.txt'),
    });
    assert.deepEqual(movedFiles(files, { 'policies/scope.md': 'scope/[1] all.md' }, false), {
      'soa.yaml': system
        .replace('policies/scope.md#here', '"scope/[1] all.md#here"')
        .replace('[policies/scope.md', '["scope/[1] all.md"'),
    });
  });

  it('knows files with # in their names', () => {
    const evidence = (path: string) => `controls:\n  99001:A.5.1:\n    applicable: true\n    evidence: [${path}]\n`;
    const before = { 'soa.yaml': evidence('evidence/no#2.pdf'), 'evidence/no#2.pdf': '' };
    assert.deepEqual(movedFiles(before, { evidence: 'proof' }), { 'soa.yaml': evidence('proof/no#2.pdf') });
    assert.deepEqual(movedFiles(before, { 'evidence/no#2.pdf': 'evidence/no #3.pdf' }), {
      'soa.yaml': evidence('"evidence/no #3.pdf"'),
    });
  });

  it('changes links to the file and in it, in the style of each', () => {
    const changed = movedFiles(files, { 'policies/scope.md': 'policies/isms/scope (new).md' });
    assert.equal(
      changed['policies/scope.md'],
      '# Scope\n\n[p](../../procedures/backup.md#how) ![i](../img/a%20b.png) [self](scope%20%28new%29.md#scope) [w](https://x.test/scope.md)\n',
    );
    assert.equal(
      changed['procedures/backup.md'],
      '# Backup\r\n\r\n[s](../policies/isms/scope%20%28new%29.md) [t](<../policies/isms/scope (new).md#scope> "t") ' +
        '[u](/policies/isms/scope%20%28new%29.md) [v](../policies/isms/scope%20%28new%29)\r\n\r\n[d]: ../policies/isms/scope%20%28new%29.md\r\n',
    );
  });

  it('leaves links to the editor where that changes them', () => {
    const changed = movedFiles(files, { 'policies/scope.md': 'policies/isms/scope.md' }, false);
    assert.deepEqual(Object.keys(changed), ['soa.yaml']);
  });

  it('moves a folder: links within it stay, links into and out of it follow, covered folders too', () => {
    const changed = movedFiles(files, { policies: 'governance/policies' });
    assert.equal(changed['policies/scope.md'], files['policies/scope.md'].replace('../procedures', '../../procedures'));
    assert.match(changed['procedures/backup.md']!, /\[s\]\(\.\.\/governance\/policies\/scope\.md\)/);
    assert.match(changed['soa.yaml']!, /^folders: \[governance\/policies, '\.\/shared'\]$/m);
    assert.match(changed['soa.yaml']!, /^scope_document: governance\/policies\/scope\.md#here$/m);
  });

  it('keeps backslashes, a dot before the path, and quotes', () => {
    const windows = {
      'isms/soa.yaml': "controls:\n  99001:A.5.1: { applicable: true, evidence: ['..\\proof\\a.txt', ./b.txt] }\n",
      'proof/a.txt': '',
      'isms/b.txt': '',
    };
    const changed = movedFiles(windows, { 'proof/a.txt': 'proof/2026/a.txt', 'isms/b.txt': 'isms/c/b.txt' });
    assert.match(changed['isms/soa.yaml']!, /\['\.\.\\proof\\2026\\a\.txt', \.\/c\/b\.txt\]/);
    const links = { 'p/a.md': '[x](..\\q\\b.md) [y](./c.md)\n', 'q/b.md': '', 'p/c.md': '' };
    assert.deepEqual(movedFiles(links, { 'q/b.md': 'q/r/b.md', 'p/c.md': 'p/d.md' }), {
      'p/a.md': '[x](..\\q\\r\\b.md) [y](./d.md)\n',
    });
  });

  it('a soa.yaml that moves keeps naming the same files', () => {
    const changed = movedFiles(files, { 'soa.yaml': 'isms/soa.yaml' });
    assert.match(changed['soa.yaml']!, /scope_document: \.\.\/policies\/scope\.md#here/);
    assert.match(changed['soa.yaml']!, /folders: \[\.\.\/policies, '\.\.\/shared'\]/);
    assert.match(changed['soa.yaml']!, /- "\.\.\/evidence\/a, b\.txt"/);
    assert.match(changed['soa.yaml']!, /- Ticket review\.txt of May/);
  });

  it('changes the paths of every system', () => {
    const two = {
      'a/soa.yaml': 'controls:\n  99001:A.5.1: { applicable: true, evidence: [../x.txt] }\n',
      'b/soa.yaml': 'scope_document: ../s.md\ncontrols:\n  99001:A.5.1: { applicable: true, evidence: [../x.txt] }\n',
      'x.txt': '',
      's.md': '',
    };
    const changed = movedFiles(two, { 'x.txt': 'a/y.txt', 's.md': 'b/s.md' });
    assert.match(changed['a/soa.yaml']!, /evidence: \[y\.txt\]/);
    assert.match(changed['b/soa.yaml']!, /evidence: \[\.\.\/a\/y\.txt\]/);
    assert.match(changed['b/soa.yaml']!, /scope_document: s\.md/);
  });

  it('keeps a byte order mark, and links that lead nowhere as they are', () => {
    const odd = { 'a.md': '\ufeff[x](gone.md) [y](b.md)\n', 'b.md': '' };
    assert.deepEqual(movedFiles(odd, { 'a.md': 'c/a.md' }), { 'a.md': '\ufeff[x](gone.md) [y](../b.md)\n' });
  });

  it('does nothing for moves that move nothing', () => {
    assert.deepEqual(movedFiles(files, { 'policies/scope.md': 'policies/scope.md' }), {});
    assert.deepEqual(movedFiles(files, { 'policies/none.md': 'policies/some.md' }), {});
    assert.deepEqual(movedFiles(files, { policie: 'rules' }), {});
  });

  it('changes paths in the front matter, and no words that only look like one', () => {
    const front = {
      'p/a.md': '---\nrelated: [b.md, "../q/c.md#x", ./none.md, A.5.1]\nversion: 1.0\nnote: see b.md\n---\n',
      'p/b.md': '',
      'q/c.md': '',
    };
    assert.deepEqual(Object.keys(movedFiles(front, { 'p/b.md': 'q/b.md' }, false)), ['p/a.md']);
    assert.deepEqual(movedFiles(front, { 'p/b.md': 'q/b.md', 'q/c.md': 'p/c.md' }), {
      'p/a.md': '---\nrelated: [../q/b.md, "c.md#x", ./none.md, A.5.1]\nversion: 1.0\nnote: see b.md\n---\n',
    });
  });
});
