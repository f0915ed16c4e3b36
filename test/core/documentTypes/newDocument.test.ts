import assert from 'node:assert/strict';
import { newDocumentText, pathOfNew, proposeDocument } from '../../../server/src/core/documentTypes/newDocument.js';
import { yamlValue } from '../../../server/src/core/documentTypes/writeFrontMatter.js';
import { allFindings } from '../../support/checkRules.js';
import { type Files, makeSnapshot } from '../../support/workspace.js';

const policy = (id: string, type = 'policy') => `---\nid: ${id}\ntype: ${type}\n---\n# X\n`;

describe('the id proposed for a new document', () => {
  const idFor = (files: Files, title: string, type = 'policy') => proposeDocument(makeSnapshot(files), type, title).id;

  it('is the number after the last of its type, written as those are', () => {
    const files = { 'a.md': policy('POL-009'), 'b.md': policy('POL-010'), 'c.md': policy('PRO-044', 'procedure') };
    assert.equal(idFor(files, 'Access'), 'POL-011');
    assert.equal(idFor(files, 'Access', 'procedure'), 'PRO-045');
    assert.equal(idFor({ 'a.md': policy('P7') }, 'Access'), 'P8');
  });

  it('has the initials of the title where the others have', () => {
    const files = { 'a.md': policy('POL-AC-01'), 'b.md': policy('POL-IR-01'), 'c.md': policy('POL-12') };
    assert.equal(idFor(files, 'Supplier Security Policy'), 'POL-SS-01');
    assert.equal(idFor(files, 'Access control'), 'POL-AC-02');
    assert.equal(idFor(files, 'Cryptography Policy'), 'POL-CR-01');
  });

  it('begins as the type says where nobody has one yet, and is never one in use', () => {
    assert.equal(idFor({}, 'Access'), 'POL-001');
    assert.equal(idFor({}, 'X', 'impact assessment'), 'IA-001');
    assert.equal(idFor({}, 'X', 'leaflet'), 'DOC-001');
    assert.equal(idFor({ 'a.md': '---\nid: pol-001\n---\n# Note\n' }, 'Access'), 'POL-002');
  });
});

describe('a new document', () => {
  const made = { type: 'policy', title: 'Keys: who & how', id: 'POL-001', owner: '@head', folder: 'isms' };

  it('has the fields and sections of its type', () => {
    const text = newDocumentText(makeSnapshot({}), made);
    assert.match(
      text,
      /^---\nid: POL-001\ntitle: "Keys: who & how"\ntype: policy\nowner: "@head"\nversion: "0\.1"\nstatus: draft\napproved_by:\napproved:\nnext_review:\ntemplate: policy@1\ncontrols: \[\]\n---\n\n# Keys: who & how\n\n## Purpose\n\n<!-- .* -->\n\n## Scope\n/,
    );
    assert.ok(text.endsWith('-->\n') && !text.includes('\n\n\n'));
    assert.doesNotMatch(newDocumentText(makeSnapshot({}), { ...made, type: 'record' }), /approved/);
  });

  it('has no finding of its own', () => {
    for (const { name } of makeSnapshot({}).settings.documentTypes) {
      const text = newDocumentText(makeSnapshot({}), { ...made, type: name, owner: 'Head of IT' });
      const codes = allFindings(makeSnapshot({ 'a.md': text })).map(({ code, message }) => `${code}: ${message}`);
      assert.deepEqual(codes, [], name);
    }
  });

  it('lies where its type lies, under its title, and never over another file', () => {
    const files = { 'isms/keys-who--how.md': policy('POL-001'), 'isms/b.md': policy('POL-2'), 'c.md': policy('POL-3') };
    const snapshot = makeSnapshot(files);
    assert.equal(proposeDocument(snapshot, 'policy', 'X').folder, 'isms');
    assert.equal(proposeDocument(snapshot, 'plan', 'X').folder, 'plans');
    assert.equal(pathOfNew(snapshot, made), 'isms/keys-who--how-2.md');
    assert.equal(pathOfNew(snapshot, { title: '???', folder: '' }), 'document.md');
    assert.equal(pathOfNew(snapshot, { title: '../../etc', folder: 'a' }), 'a/etc.md');
  });

  it('writes values that YAML reads back as they are', () => {
    for (const value of [
      'yes',
      '1.10',
      '1e3',
      'a: b',
      '# no',
      "it's",
      'a "b"',
      '- x',
      '[x]',
      '@x',
      'x #y',
      '12:30',
      '~',
      'ü',
      'null',
    ]) {
      const text = `---\ntitle: ${yamlValue(value)}\n---\n# X\n`;
      const [field] = makeSnapshot({ 'a.md': text }).documents.get('a.md')!.fields;
      assert.equal(field?.value.replace(/\\"/g, '"'), value);
    }
    assert.equal(yamlValue('Head of IT (Bonn)'), 'Head of IT (Bonn)');
    assert.equal(yamlValue('2026-01-31'), '2026-01-31');
  });
});
