import assert from 'node:assert/strict';
import { renamedTo, renameTargetAt } from '../../support/checkRefactoring.js';

const access = '---\nid: POL-AC-01\ntitle: Access\n---\n# Access\n\nThis is POL-AC-01.\n';

describe('renaming a document id', () => {
  it('changes its field, every mention, the texts of links, and soa.yaml, and nothing that only looks like it', () => {
    const files = {
      'a.md': access.replace('POL-AC-01\n', 'POL-$0AC-01\n'),
      'b.md':
        '# B\r\n\r\nSee [POL-AC-01](POL-AC-01.md#POL-AC-01), pol-ac-01, POL-AC-01/POL-B, POL-AC-012 and\r\n' +
        'https://wiki/?id=POL-AC-01, POL-AC-01.pdf, XPOL-AC-01, “POL-AC-01”.\r\n\r\n[x]: a.md?POL-AC-01\r\n',
      'c.md': '---\nid: POL-B\nrelated: [POL-AC-01]\n---\n',
      'soa.yaml':
        'controls:\n  99001:A.5.1:\n    applicable: true\n    documents: [POL-AC-01, "POL-AC-01"]\n    evidence: [POL-AC-01.pdf]\n' +
        '    notes: as in POL-AC-01.\nadditional:\n  POL-AC-01: { title: x }\n',
    };
    assert.deepEqual(renamedTo('POL-01', files), {
      'a.md': '---\nid: POL-01\ntitle: Access\n---\n# Access\n\nThis is POL-01.\n',
      'b.md':
        '# B\r\n\r\nSee [POL-01](POL-AC-01.md#POL-AC-01), POL-01, POL-01/POL-B, POL-AC-012 and\r\n' +
        'https://wiki/?id=POL-AC-01, POL-AC-01.pdf, XPOL-AC-01, “POL-01”.\r\n\r\n[x]: a.md?POL-AC-01\r\n',
      'c.md': '---\nid: POL-B\nrelated: [POL-01]\n---\n',
      'soa.yaml':
        'controls:\n  99001:A.5.1:\n    applicable: true\n    documents: [POL-01, "POL-01"]\n    evidence: [POL-AC-01.pdf]\n' +
        '    notes: as in POL-01.\nadditional:\n  POL-AC-01: { title: x }\n',
    });
  });

  it('starts from any place that names the id, also in soa.yaml and behind a byte order mark', () => {
    const system = 'controls:\n  99001:A.5.1: { applicable: true, documents: [POL-A$0C-01] }\n';
    assert.equal(renameTargetAt({ 'a.md': access, 'soa.yaml': system }), 'POL-AC-01 → POL-AC-01');
    assert.equal(renameTargetAt({ 'a.md': access, 'b.md': '# B\n\nsee pol-ac-01$0.\n' }), 'pol-ac-01 → POL-AC-01');
    const marked = { 'a.md': `\ufeff${access}`, 'b.md': '\ufeff# B\n\nsee $0POL-AC-01\n' };
    assert.deepEqual(renamedTo('P-1', marked), {
      'a.md': `\ufeff${access.replaceAll('POL-AC-01', 'P-1')}`,
      'b.md': '\ufeff# B\n\nsee P-1\n',
    });
  });

  it('finds an id with a blank in it', () => {
    const files = { 'a.md': '---\nid: POL $07\n---\n# A\n', 'b.md': '# B\n\nPOL 7, POL 77, XPOL 7 and POL 7.\n' };
    assert.deepEqual(renamedTo('POL-7', files), {
      'a.md': '---\nid: POL-7\n---\n# A\n',
      'b.md': '# B\n\nPOL-7, POL 77, XPOL 7 and POL-7.\n',
    });
  });

  it('of two documents with one id changes only the field, and refuses elsewhere', () => {
    const files = { 'a.md': access.replace('POL', '$0POL'), 'b.md': access };
    assert.deepEqual(Object.keys(renamedTo('POL-02', files) ?? {}), ['a.md']);
    const mention = { 'a.md': access, 'b.md': access, 'c.md': '# C\n\n$0POL-AC-01\n' };
    assert.match(String(renamedTo('POL-02', mention)), /^a\.md and b\.md have the same id/);
    assert.match(String(renameTargetAt(mention)), /^a\.md and b\.md have the same id/);
  });

  it('refuses what cannot be an id, with the reason', () => {
    const files = { 'a.md': access.replace('POL', '$0POL'), 'b.md': '---\nid: POL-B\ntitle: Backup\n---\n' };
    assert.match(String(renamedTo('pol-b', files)), /is the id of “Backup” \(b\.md\) already/);
    assert.match(String(renamedTo('', files)), /^Write the id/);
    assert.match(String(renamedTo('two words', files)), /cannot be an id/);
    assert.match(String(renamedTo('a: b', files)), /cannot be an id/);
    assert.match(String(renamedTo('1.10', files)), /^Put a letter into the id/);
    for (const word of ['null', 'NULL', 'true', 'False', 'yes', 'off', '1e3', '1.5E3', '0x1F', '0o17']) {
      assert.match(String(renamedTo(word, files)), /^Choose another id: many tools read/, word);
    }
    for (const mark of ['~', '.inf', '*a1']) assert.match(String(renamedTo(mark, files)), /cannot be an id/, mark);
    for (const id of ['NULL-1', 'e-1000', 'TRUE.1']) assert.equal(typeof renamedTo(id, files), 'object', id);
    assert.deepEqual(renamedTo('POL-AC-01', files), {});
  });

  it('leaves other words alone', () => {
    assert.equal(renameTargetAt({ 'a.md': access, 'b.md': '# B\n\nso$0me words\n' }), null);
    assert.equal(renameTargetAt({ 'a.md': access, 'b.md': '[x](POL-AC$0-01.md)\n' }), null);
  });
});

describe('renaming a heading', () => {
  const files = {
    'p/a.md':
      '# Policy\n\n## Rules & Roles\n\nSee [above](#rules--roles).\n\n## Scope\n\n## Scope ##\n\n[s](#scope-1)\n',
    'b.md':
      '# B\n\n[r](p/a.md#rules--roles "t") [q](<p/a.md#RULES--ROLES>) [n](p/a#rules--roles) [o](b.md#rules--roles)\n\n' +
      '[d]: p/a.md#rules--roles\n\n`[c](p/a.md#rules--roles)` <a href="p/a.md#rules--roles">x</a> [s](p/a.md#scope-1)\n',
    'p/soa.yaml':
      "scope_document: a.md#rules--roles\ncontrols:\n  99001:A.5.1:\n    applicable: true\n    evidence: ['a.md#rules--roles', a.md#scope]\n" +
      '    documents: [/p/a.md#rules--roles]\n',
  };

  it('makes every link to it follow, in all documents and in soa.yaml', () => {
    const marked = { ...files, 'p/a.md': files['p/a.md'].replace('Roles\n', 'Ro$0les\n') };
    assert.equal(renameTargetAt(marked), 'Rules & Roles → Rules & Roles');
    assert.deepEqual(renamedTo('Who may “do” what', marked), {
      'b.md': files['b.md']
        .replaceAll(/(p\/a(?:\.md)?)#rules--roles/gi, '$1#who-may-do-what')
        .replace('`[c](p/a.md#who-may-do-what)`', '`[c](p/a.md#rules--roles)`'),
      'p/a.md': files['p/a.md']
        .replace('Rules & Roles', 'Who may “do” what')
        .replace('#rules--roles', '#who-may-do-what'),
      'p/soa.yaml': files['p/soa.yaml'].replaceAll('#rules--roles', '#who-may-do-what'),
    });
  });

  it('can be started at a link to it, on its anchor', () => {
    const marked = { ...files, 'b.md': files['b.md'].replace('#rules--roles "t"', '#ru$0les--roles "t"') };
    assert.equal(renameTargetAt(marked), 'rules--roles → Rules & Roles');
    const result = renamedTo('Rules', marked);
    assert.match((result as Record<string, string>)['p/a.md']!, /## Rules\n/);
    const onPath = { ...files, 'b.md': files['b.md'].replace('p/a.md#', 'p/$0a.md#') };
    assert.equal(renameTargetAt(onPath), null);
  });

  it('counts headings of the same words: what is no longer the second gets another anchor', () => {
    const marked = { ...files, 'p/a.md': files['p/a.md'].replace('## Scope\n', '## $0Scope\n') };
    assert.deepEqual(renamedTo('Where', marked), {
      'b.md': files['b.md'].replace('#scope-1', '#scope'),
      'p/a.md': files['p/a.md'].replace('## Scope\n', '## Where\n').replace('#scope-1', '#scope'),
      'p/soa.yaml': files['p/soa.yaml'].replace('#scope]', '#where]'),
    });
  });

  it('keeps marks, line ends, the closing marks and an anchor of its own', () => {
    const one = { 'a.md': '\ufeff# T\r\n\r\n##  Old $0words  ##\r\n\r\n[x](#old-words)\r\n' };
    assert.deepEqual(renamedTo(' New words ', one), {
      'a.md': '\ufeff# T\r\n\r\n##  New words  ##\r\n\r\n[x](#new-words)\r\n',
    });
    const underlined = { 'a.md': 'Old$0\n===\n\n[x](#old)\n' };
    assert.deepEqual(renamedTo('New', underlined), { 'a.md': 'New\n===\n\n[x](#new)\n' });
    const own = { 'a.md': '# Old$0 {#fixed}\n\n[x](#fixed)\n' };
    assert.deepEqual(renamedTo('New', own), { 'a.md': '# New {#fixed}\n\n[x](#fixed)\n' });
  });

  it('refuses what is no heading', () => {
    const marked = { 'a.md': '# A$0\n' };
    assert.match(String(renamedTo(' ', marked)), /^Write the new words/);
    assert.match(String(renamedTo('a\nb', marked)), /one line/);
    assert.match(String(renamedTo('???', marked)), /letter or digit/);
    assert.match(String(renameTargetAt({ 'a.md': 'A\nB$0\n===\n' })), /several lines/);
    assert.equal(renameTargetAt({ 'a.md': '#$0# A\n' }), null);
  });

  it('encodes a new anchor where the old one was encoded', () => {
    const marked = { 'a.md': '# Prüfung$0\n\n[x](#pr%C3%BCfung) [y](#prüfung)\n' };
    assert.deepEqual(renamedTo('Größe', marked), { 'a.md': '# Größe\n\n[x](#gr%C3%B6%C3%9Fe) [y](#größe)\n' });
  });

  it('an id in a heading is renamed as an id', () => {
    const marked = { 'a.md': '---\nid: POL-1\n---\n# POL$0-1 Access\n' };
    assert.deepEqual(renamedTo('POL-2', marked), { 'a.md': '---\nid: POL-2\n---\n# POL-2 Access\n' });
  });
});
