import assert from 'node:assert/strict';
import { findLinks } from '../../../server/src/core/markdown/links.js';
import { definitionsAt, linksOf } from '../../support/checkFeatures.js';

describe('finding links in Markdown', () => {
  const destinations = (text: string) =>
    findLinks(text).map(({ destination, label }) => {
      const address = text.slice(destination.start, destination.end);
      return label ? `${text.slice(label.start, label.end)} → ${address}` : address;
    });

  it('inline links, images in links, definitions and HTML, outside code', () => {
    const text =
      '---\na: [x](no.md)\n---\n# [h](h.md)\n\n> [q](q(1).md "t") and ![i](<i i.png>)\n>\n> [d]: <d d.md> "t"\n\n' +
      "[![img](img.png)](outer.md)\n\n| a |\n|---|\n| [c](c.md) |\n\n`[n](n.md)` <a href='e.md'>e</a>\n\n```\n[f](f.md)\n```\n\n" +
      '- [l]: l.md\n\n[^1]: [foot](foot.md)\n\n[m]:\n  m.md\n\n<div><img src="s.png"></div>\n';
    assert.deepEqual(destinations(text), [
      'h → h.md',
      'q → q(1).md',
      'i → i i.png',
      'd d.md',
      'img → img.png',
      '![img](img.png) → outer.md',
      'c → c.md',
      'e.md',
      'l.md',
      'foot → foot.md',
      'm.md',
      's.png',
    ]);
  });

  it('nothing where nothing links', () => {
    assert.deepEqual(destinations('# A\n\n[x] (y) [z]() [a](<b\nc>) \\[d](e.md)\n'), []);
    assert.deepEqual(destinations(''), []);
    assert.deepEqual(destinations('[a](b'), []);
  });
});

describe('links of documents', () => {
  const files = {
    'a.md': '---\nid: POL-A\n---\n# POL-A\n\nSee POL-B, [POL-B](b.md#POL-B), https://x/POL-B and POL-X.\n',
    'b.md': '---\nid: POL-B\n---\n# B\n',
    'c.md': '---\nid: POL-X\n---\n',
    'd.md': '---\nid: POL-X\n---\n',
    'proof.txt': '',
    'soa.yaml':
      'scope_document: b.md#scope\ncontrols:\n  99001:A.5.1:\n    applicable: true\n    evidence: [proof.txt, gone.txt]\n' +
      '    documents: [POL-A, b.md, none.md]\nadditional:\n  OWN-1: { title: x, documents: [POL-B] }\n',
  };

  it('lead from an id to its document; not from the own id, an address, or an id given twice', () => {
    assert.deepEqual(linksOf(files, 'a.md'), ['POL-B → b.md', 'POL-B → b.md']);
  });

  it('lead from soa.yaml to evidence, documents and the scope document that exist', () => {
    assert.deepEqual(linksOf(files, 'soa.yaml'), [
      'b.md#scope → b.md',
      'proof.txt → proof.txt',
      'POL-A → a.md',
      'b.md → b.md',
      'POL-B → b.md',
    ]);
  });

  it('and the definition of what soa.yaml names is the file', () => {
    const at = (from: string, to: string) =>
      definitionsAt({ ...files, 'soa.yaml': files['soa.yaml'].replace(from, to) });
    assert.deepEqual(at('b.md#scope', 'b.m$0d#scope'), ['b.md: POL-B']);
    assert.deepEqual(at('[POL-A', '[PO$0L-A'), ['a.md: POL-A']);
    assert.deepEqual(at('[proof.txt', '[pro$0of.txt'), ['proof.txt: ']);
    assert.deepEqual(at('gone', 'go$0ne'), []);
  });
});
