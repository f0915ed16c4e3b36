import assert from 'node:assert/strict';
import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import type { SoaModel } from '../../../server/src/core/soa/modelTypes.js';
import { csvField, renderSoaCsv } from '../../../server/src/core/soa/render/csv.js';
import { escapeHtml, renderSoaHtml } from '../../../server/src/core/soa/render/html.js';
import { renderSoaJson } from '../../../server/src/core/soa/render/json.js';
import { encodePath, relativePath } from '../../../server/src/core/soa/render/links.js';
import { markdownText, renderSoaMarkdown } from '../../../server/src/core/soa/render/markdown.js';
import { type DocumentSketch, parse, sketchSnapshot } from './support.js';

const hostile = '<img src=x onerror=alert(1)> | `x` [a](javascript:x) *b* "=1+1" \'q\' & <!-- -->';

const system = parse(`organisation: Tea & Co
scope: "${hostile.replaceAll('"', '\\"')}"
version: 2.10
approved: 2026-03-01
standards: { 90001: 2022, 90002: { roles: [controller] } }
controls:
  90001:A.5.1:
    applicable: yes
    drivers: { risk: [R-1, R-2], baseline: yes }
    justification: "=HYPERLINK(1)"
    status: partial
    target: 2027-01
    evidence: [evidence/a.md, { path: gone.md, date: 2026-01-01 }, "https://example.org/x", "javascript:alert(1)"]
  90001:A.5.2: { applicable: no, justification: "No | kitchen" }
`);

const documents: DocumentSketch[] = [
  {
    path: 'policies/javascript:a b).md',
    fields: { title: hostile, id: 'POL-1', status: 'draft' },
    headings: ['Brewing'],
    references: ['90001:A.5.1 @0'],
  },
  { path: 'b.md', fields: { title: 'Plain' }, references: ['90001:A.5.1', '90002:A.3.3'] },
];

function model(): SoaModel {
  return buildSoaModel(system, sketchSnapshot({ systems: [system], documents, files: ['evidence/a.md'] }));
}

/** Fields of CSV text, by RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.replace(/^\uFEFF/, '').matchAll(/((?:"(?:[^"]|"")*",?)+)\r\n/g)) {
    rows.push([...line[1]!.matchAll(/"((?:[^"]|"")*)"/g)].map((field) => field[1]!.replaceAll('""', '"')));
  }
  return rows;
}

function nodes(tree: Nodes): Nodes[] {
  return [tree, ...('children' in tree ? tree.children.flatMap(nodes) : [])];
}

function textOf(tree: Nodes): string {
  return nodes(tree)
    .map((node) => ('value' in node ? node.value : ''))
    .join('');
}

/** Readers of GitHub's Markdown make links of addresses, whatever we write; that is fine as long as they lead there. */
function isWebAddress(node: Nodes): boolean {
  return node.type === 'link' && /^(?:https?:\/\/|mailto:)/.test(node.url);
}

describe('renderers', () => {
  it('give identical bytes for identical input', () => {
    for (const render of [renderSoaCsv, renderSoaHtml, renderSoaJson, renderSoaMarkdown]) {
      assert.equal(render(model()), render(model()));
    }
  });

  it('work on an empty statement', () => {
    const empty = buildSoaModel(null, sketchSnapshot({}));
    assert.equal(readCsv(renderSoaCsv(empty)).length, 1);
    assert.match(renderSoaHtml(empty), /No standard is in scope/);
    assert.match(renderSoaMarkdown(empty), /^# Statement of Applicability\n/);
    assert.deepEqual(JSON.parse(renderSoaJson(empty)).rows, []);
  });
});

describe('renderSoaCsv', () => {
  it('has a row for every control, with what an auditor expects', () => {
    const [head, ...rows] = readCsv(renderSoaCsv(model()));
    assert.deepEqual(head, [
      'Standard',
      'Group',
      'Control',
      'Title',
      'Applicable',
      'Justification',
      'Drivers',
      'Status',
      'Responsible',
      'Documents',
      'Evidence',
      'Gaps',
    ]);
    assert.equal(rows.length, 8);
    assert.deepEqual(rows[0]?.slice(0, 9), [
      'ISO/IEC 90001:2022',
      'A.5 Tea controls',
      'A.5.1',
      'Policies for tea',
      'Yes',
      "'=HYPERLINK(1)",
      'Risk: R-1, R-2; Baseline',
      'Partial (2027-01)',
      '',
    ]);
    assert.match(rows[0]![9]!, /^Plain; POL-1 <img .* \(draft\): Brewing$/);
    assert.match(rows[0]![10]!, /^evidence\/a.md; gone.md \(2026-01-01\) \[not found\]; https/);
    assert.deepEqual(rows[1]?.slice(4, 6), ['No', 'No | kitchen']);
    assert.equal(rows.find((row) => row[2] === 'A.2.2.2')?.[4], 'Not in role');
  });

  it('begins with a byte order mark unless told otherwise', () => {
    assert.equal(renderSoaCsv(model()).charCodeAt(0), 0xfeff);
    assert.equal(renderSoaCsv(model(), { byteOrderMark: false })[0], '"');
  });

  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', ' =1', '"=1', "'=1", '\0=1', ' \t"+1']) {
    it(`makes ${JSON.stringify(text)} harmless`, () => {
      assert.equal(csvField(text)[1], "'");
    });
  }

  it('makes formulas harmless that appear where another separator is assumed', () => {
    assert.equal(csvField('a;=1'), '"a;\'=1"');
    assert.equal(csvField('a\t @x'), '"a\t\' @x"');
    assert.equal(csvField('a";"=1'), '"a"";\'""=1"');
    assert.equal(csvField('a\n-1'), '"a\n\'-1"');
    assert.equal(csvField('GDPR Art. 5(1)(f); A-B = C'), '"GDPR Art. 5(1)(f); A-B = C"');
  });
});

describe('renderSoaMarkdown', () => {
  const read = (text: string) => remark().use(remarkGfm).parse(text) as Root;

  it('keeps every text as text', () => {
    const tree = read(renderSoaMarkdown(model()));
    const kinds = new Set(nodes(tree).map((node) => node.type));
    for (const kind of ['html', 'image', 'inlineCode', 'emphasis', 'strong', 'code']) {
      assert.ok(!kinds.has(kind as Nodes['type']) || kind === 'html', kind);
    }
    const html = nodes(tree).filter((node) => node.type === 'html');
    assert.deepEqual([...new Set(html.map((node) => node.value))], ['<br>']);
    const links = nodes(tree).filter((node) => node.type === 'link');
    assert.deepEqual(
      [...new Set(links.map((link) => link.url))],
      ['b.md', 'policies/javascript%3Aa%20b%29.md', 'https://example.org/x'],
    );
    assert.ok(textOf(tree).includes(hostile));
  });

  it('has tables whose rows all have the same number of cells', () => {
    const tables = nodes(read(renderSoaMarkdown(model()))).filter((node) => node.type === 'table');
    assert.ok(tables.length > 4);
    for (const table of tables) {
      for (const row of table.children) assert.equal(row.children.length, table.children[0]!.children.length);
    }
  });

  for (const text of [
    hostile,
    '# no heading',
    '- no list',
    '1. no list',
    'a_b_c and _d_',
    'https://example.org and www.example.org and a@example.org',
    '~~x~~ \\| &amp; $x$',
    'line\nbreak',
    '| --- |',
  ]) {
    it(`gives ${JSON.stringify(text)} back`, () => {
      const tree = read(`| x |\n| --- |\n| ${markdownText(text)} |\n`);
      const cell = nodes(tree).filter((node) => node.type === 'tableCell')[1]!;
      assert.equal(textOf(cell), text.replace('\n', ' '));
      assert.ok(cell.children.every((child) => child.type === 'text' || isWebAddress(child)));
      const paragraph = read(markdownText(text)).children[0]!;
      assert.equal(paragraph.type, 'paragraph');
    });
  }
});

describe('renderSoaHtml', () => {
  it('keeps every text as text', () => {
    const html = renderSoaHtml(model());
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9!]+)/gi)].map((match) => match[1]!.toLowerCase()));
    for (const tag of ['script', 'img', 'iframe', '!--', 'object', 'svg', 'form']) assert.ok(!tags.has(tag), tag);
    assert.ok(!/<[^>]*\son[a-z]+=/i.test(html));
    assert.ok(html.includes(escapeHtml(hostile)));
    const targets = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    assert.deepEqual(
      [...new Set(targets)],
      ['b.md', 'policies/javascript%3Aa%20b%29.md', 'evidence/a.md', 'https://example.org/x'],
    );
  });

  it('forbids itself everything but its own styles', () => {
    assert.match(renderSoaHtml(model()), /content="default-src 'none'; style-src 'unsafe-inline'"/);
  });

  it('shows the gaps, the groups and the numbers', () => {
    const html = renderSoaHtml(model());
    assert.match(html, /<th scope="rowgroup" colspan="9">A.1.2 Invitations \(A.1 Hosts\)<\/th>/);
    assert.match(html, /<td>1 of 3 \(33 %\)<\/td>/);
    assert.match(html, /<li>Evidence is not where it should be: gone.md.<\/li>/);
  });

  it('writes links relative to the folder of the file', () => {
    assert.match(renderSoaHtml(model(), { folder: 'policies' }), /href="\.\.\/b\.md"/);
  });
});

describe('renderSoaJson', () => {
  it('is the model with a format and version', () => {
    const { format, formatVersion, ...rest } = JSON.parse(renderSoaJson(model()));
    assert.deepEqual([format, formatVersion], ['clausemark-soa', 1]);
    assert.deepEqual(rest, model());
  });
});

describe('links', () => {
  it('finds the way between folders', () => {
    assert.equal(relativePath('', 'a/b.md'), 'a/b.md');
    assert.equal(relativePath('a', 'a/b.md'), 'b.md');
    assert.equal(relativePath('a/c', 'a/b.md'), '../b.md');
    assert.equal(relativePath('x', 'a/b.md'), '../a/b.md');
  });

  it('encodes everything that could end or begin something', () => {
    assert.equal(encodePath('a b/(c)#?%"\'.md'), 'a%20b/%28c%29%23%3F%25%22%27.md');
    assert.equal(encodePath('\uD800.md'), '%EF%BF%BD.md');
  });
});
