import assert from 'node:assert/strict';
import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { relativePath } from '../../../server/src/core/relativePath.js';
import { buildClauseMatrix } from '../../../server/src/core/soa/clauseMatrix.js';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import type { SoaModel } from '../../../server/src/core/soa/modelTypes.js';
import { registerColumns } from '../../../server/src/core/soa/render/columns.js';
import { csvField, renderSoaCsv } from '../../../server/src/core/soa/render/csv.js';
import { harmless, type SoaExport } from '../../../server/src/core/soa/render/exportInput.js';
import { pageTexts } from '../../../server/src/core/soa/render/facts.js';
import { formatNamed, formatOfFile } from '../../../server/src/core/soa/render/formats.js';
import { renderSoaHtml } from '../../../server/src/core/soa/render/html.js';
import { cssString, escapeHtml } from '../../../server/src/core/soa/render/htmlParts.js';
import { renderSoaJson, renderSoaJsonLines } from '../../../server/src/core/soa/render/json.js';
import { encodePath } from '../../../server/src/core/soa/render/links.js';
import { markdownText, renderSoaMarkdown } from '../../../server/src/core/soa/render/markdown.js';
import { type DocumentSketch, parse, sketchSnapshot } from './support.js';

const hostile = '<img src=x onerror=alert(1)> | `x` [a](javascript:x) *b* "=1+1" \'q\' & <!-- -->';

const system = parse(`organisation: Tea & Co
scope: "${hostile.replaceAll('"', '\\"')}"
version: 2.10
approved: 2026-03-01
classification: Strictly </style> confidential
history: [{ version: "2.0", date: 2026-01-01, by: CEO, change: All new }]
additional:
  OWN-1: { title: Keep the biscuits dry, source: Contract, applicable: true, justification: They bend. }
standards: { 90001: 2022, 90002: { roles: [controller] } }
controls:
  90001:A.5.1:
    applicable: yes
    drivers: { risk: [R-1, R-2], baseline: yes }
    justification: "=HYPERLINK(1)"
    notes: "First line.\\nSecond *line*.\\n\\nThird."
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

const snapshot = sketchSnapshot({ systems: [system], documents, files: ['evidence/a.md'] });

function model(): SoaModel {
  return buildSoaModel(system, snapshot);
}

const provenance = { commit: 'c0ffee', isModified: true, generator: 'Clausemark 1.2.3' };

function input(changes: Partial<SoaExport> = {}): SoaExport {
  return { model: model(), matrix: buildClauseMatrix(system, snapshot), provenance, folder: '', ...changes };
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
    assert.equal(renderSoaCsv(model()), renderSoaCsv(model()));
    for (const render of [renderSoaHtml, renderSoaJson, renderSoaMarkdown]) {
      assert.equal(render(input()), render(input()));
    }
  });

  it('work on an empty statement', () => {
    const empty = buildSoaModel(null, sketchSnapshot({}));
    assert.equal(readCsv(renderSoaCsv(empty)).length, 1);
    assert.match(renderSoaHtml(input({ model: empty, matrix: null })), /No standard is in scope/);
    assert.match(renderSoaMarkdown(input({ model: empty, matrix: null })), /^# Statement of Applicability\n/);
    assert.deepEqual(JSON.parse(renderSoaJson(input({ model: empty, matrix: null }))).rows, []);
  });
});

describe('renderSoaCsv', () => {
  it('has a row for every control, with what an auditor expects', () => {
    const [head, ...rows] = readCsv(renderSoaCsv(model()));
    assert.deepEqual(head, ['Standard', 'Theme', ...registerColumns.map(({ title }) => title), 'Exported from']);
    assert.equal(rows.length, 9);
    const cell = (row: string[], title: string) => row[head!.indexOf(title)];
    assert.deepEqual(rows[0]?.slice(0, 9), [
      'ISO/IEC 90001:2022',
      'A.5 Tea controls',
      'A.5.1',
      'Policies for tea',
      'Yes',
      "'=HYPERLINK(1)",
      'Risk: R-1, R-2; Baseline',
      'Partial',
      '2027-01',
    ]);
    assert.match(cell(rows[0]!, 'Documents')!, /^Plain; POL-1 <img .* \(draft\): Brewing$/);
    assert.match(cell(rows[0]!, 'Evidence')!, /^evidence\/a.md; gone.md \(2026-01-01\) \[not found\]; https/);
    assert.equal(cell(rows[0]!, 'Gaps found'), 'Evidence not found');
    assert.deepEqual(rows[1]?.slice(4, 6), ['No', 'No | kitchen']);
    assert.equal(rows.find((row) => row[2] === 'A.2.2.2')?.[4], 'Not in role');
  });

  it('says in each row what it was taken from', () => {
    const sources = (text: SoaModel) => [
      ...new Set(
        readCsv(renderSoaCsv(text))
          .slice(1)
          .map((row) => row.at(-1)),
      ),
    ];
    const plain = { ...model(), header: { ...model().header, scope: 'All kitchens' } };
    const whose = 'Tea & Co; scope: All kitchens';
    const rest = 'version 2.10; Strictly </style> confidential';
    assert.deepEqual(sources(plain), [
      `${whose}; ISO/IEC 90001:2022 (controls: 4, applicable 1, excluded 1, undecided 2); ${rest}`,
      `${whose}; ISO/IEC 90002:2025 (PII controller) (controls: 3, applicable 0, excluded 0, undecided 3); ${rest}`,
      `${whose}; controls: 1, applicable 1, excluded 0, undecided 0; ${rest}`,
    ]);
    const approved = { ...model(), header: { ...model().header, status: 'approved' } };
    assert.match(sources(approved)[0]!, /; version 2\.10, approved 2026-03-01; /);
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
    const tree = read(renderSoaMarkdown(input()));
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

  it('keeps the lines of a text', () => {
    assert.ok(renderSoaMarkdown(input()).includes('| First line.<br>Second \\*line\\*.<br>Third. |'));
    const html = renderSoaHtml(input());
    assert.match(html, /Note: First line\.\nSecond \*line\*\.\n\nThird\./);
    assert.match(html, /\.lines, \.small \{ white-space: pre-line; \}/);
  });

  it('has tables whose rows all have the same number of cells', () => {
    const tables = nodes(read(renderSoaMarkdown(input()))).filter((node) => node.type === 'table');
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
    const html = renderSoaHtml(input());
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
    assert.match(renderSoaHtml(input()), /content="default-src 'none'; style-src 'unsafe-inline'"/);
  });

  it('shows the gaps, the groups and the numbers', () => {
    const html = renderSoaHtml(input());
    assert.match(html, /<th scope="rowgroup" colspan="9">A.1.2 Invitations \(A.1 Hosts\)<\/th>/);
    assert.match(html, /<td>1 of 3 \(33 %\)<\/td>/);
    assert.match(html, /<li>Evidence is not where it should be: gone.md.<\/li>/);
  });

  it('has the running header and footer of every printed page', () => {
    const html = renderSoaHtml(input());
    assert.match(html, /@top-left \{ content: "Statement of Applicability \\2013 {2}Tea \\26 {2}Co"; \}/);
    assert.match(html, /@top-right \{ content: "Strictly \\3c \\2f style\\3e {2}confidential";/);
    assert.match(html, /@bottom-left \{ content: "Version 2\\2e 10\\2c {2}as of 2026\\2d 11\\2d 21"; \}/);
    assert.match(html, /counter\(page\) " of " counter\(pages\)/);
    assert.equal(html.match(/<\/style>/g)?.length, 1);
  });

  it('keeps the edge of a page to one line', () => {
    const long = model();
    const { title, classification } = pageTexts({
      ...long,
      header: { ...long.header, organisation: 'Tea\n'.repeat(999), classification: '😀'.repeat(999) },
    });
    assert.match(title, /^Statement of Applicability – Tea Tea .{80,}…$/);
    assert.match(classification, /^(?:😀){49}…$/u);
  });

  it('has a line for each kind of driver and does not break days and ids', () => {
    const html = renderSoaHtml(input());
    const whole = (text: string) => `<span class="whole">${text}</span>`;
    assert.ok(html.includes(`<td><div>Risk: ${whole('R-1')}, ${whole('R-2')}</div><div>Baseline</div></td>`));
    assert.ok(html.includes('<td>Partial<div class="small">Target 2027-01</div>'));
    assert.ok(html.includes(`gone.md (${whole('2026-01-01')}) [not found]`));
  });

  it('says where it came from', () => {
    assert.match(renderSoaHtml(input()), /<dt>Git commit<\/dt><dd>c0ffee, with changes that are not committed<\/dd>/);
    assert.doesNotMatch(renderSoaHtml(input({ provenance: { ...provenance, commit: null } })), /Git commit/);
  });

  it('has the change history, the legend and the additional controls', () => {
    const html = renderSoaHtml(input());
    assert.match(
      html,
      /<h2>Change history<\/h2>[\s\S]*<th scope="row">2\.0<\/th><td>2026-01-01<\/td><td>CEO<\/td><td>All new<\/td>/,
    );
    assert.match(html, /<dt>Exclusion overdue<\/dt><dd>The exclusion has ended/);
    assert.match(html, /<h2>Additional controls<\/h2>[\s\S]*<th scope="row">OWN-1<\/th>/);
  });

  it('links to no file where the page is to become a PDF', () => {
    const html = renderSoaHtml(input(), { hasFileLinks: false });
    assert.deepEqual(
      [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]),
      ['https://example.org/x'],
    );
    assert.match(html, /POL-1/);
  });

  it('writes links relative to the folder of the file', () => {
    assert.match(renderSoaHtml(input({ folder: 'policies' })), /href="\.\.\/b\.md"/);
  });
});

describe('renderSoaJson', () => {
  it('is the model with a format and version, and where it came from', () => {
    const { format, formatVersion, provenance: from, clauses, rows } = JSON.parse(renderSoaJson(input()));
    assert.deepEqual([format, formatVersion, from], ['clausemark-soa', 1, provenance]);
    assert.equal(rows.length, model().rows.length);
    assert.equal(clauses.standards.length, 2);
    assert.deepEqual(rows[0].drivers, model().rows[0]!.drivers);
  });

  it('leaves out places in files, which change with every comment', () => {
    const text = renderSoaJson(input()) + renderSoaJsonLines(model());
    for (const key of ['"span"', '"decisionSpan"', '"insertAt"']) assert.ok(!text.includes(key), key);
  });
});

describe('cssString', () => {
  for (const text of ['"; } body { display: none } "', '</style><script>', 'a\nb', '\\', '\u202e', 'é 字 😀', '*/']) {
    it(`cannot be left by ${JSON.stringify(text)}`, () => {
      assert.match(cssString(text), /^"(?:[A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*"$/);
    });
  }
});

describe('harmless', () => {
  it('makes what steers visible and keeps everything else', () => {
    const value = {
      a: ['x\u0007\u202ey', 'Zeile\r\n2', '\ud800', '\ufffe', 'أهلا 字 😀'],
      n: 1,
      none: null,
      yes: true,
    };
    assert.deepEqual(harmless(value), {
      a: ['x␇⟨U+202E⟩y', 'Zeile\n2', '\ufffd', '\ufffd', 'أهلا 字 😀'],
      n: 1,
      none: null,
      yes: true,
    });
  });
});

describe('formats', () => {
  it('are found by their names and those that people use', () => {
    assert.deepEqual(['XLSX', 'md', 'word', 'oscal-ssp', 'pptx', 'constructor'].map(formatNamed), [
      'xlsx',
      'markdown',
      'docx',
      'oscal-ssp',
      undefined,
      undefined,
    ]);
  });

  it('are found by the ending of a file, the longest first', () => {
    assert.deepEqual(
      ['a.xlsx', 'a.oscal-mapping.json', 'a.json', 'a.MD', 'a.htm', 'noending', 'a.toString'].map(formatOfFile),
      ['xlsx', 'oscal-mapping', 'json', 'markdown', 'html', undefined, undefined],
    );
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
