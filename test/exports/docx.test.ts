/** The document, taken apart with a zip and an XML reader that did not write it. */
import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { harmless } from '../../server/src/core/soa/render/exportInput.js';
import { renderExport } from '../../server/src/exports/main.js';
import { exampleExport, hostileExport, hostileTexts, type Sample } from './support.js';
import { readXml } from './xml.js';

const bytesOf = ({ input, catalog }: Sample) => renderExport('docx', input, catalog);

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** The text of each paragraph. */
function paragraphsOf(xml: string): string[] {
  const paragraphs: string[] = [];
  let current = '';
  let isText = false;
  readXml(xml, {
    open: ({ name, attributes }) => {
      if (name === 'w:br') current += '\n';
      // With a place it is a tab stop of the paragraph and no character.
      if (name === 'w:tab' && !attributes['w:pos']) current += '\t';
      isText = name === 'w:t';
    },
    close: (name) => {
      isText = false;
      if (name !== 'w:p') return;
      paragraphs.push(current);
      current = '';
    },
    text: (text) => {
      if (isText) current += text;
    },
  });
  return paragraphs;
}

describe('DOCX', function () {
  this.timeout(30_000);
  let bytes: Uint8Array;
  let parts: Record<string, string>;
  let paragraphs: string[];

  before(async () => {
    bytes = await bytesOf(exampleExport());
    parts = partsOf(bytes);
    paragraphs = paragraphsOf(parts['word/document.xml']!);
  });

  it('is well-formed in every part', () => {
    for (const [path, text] of Object.entries(parts)) assert.doesNotThrow(() => readXml(text), path);
  });

  it('says whose statement it is, of what, and which version', () => {
    const text = paragraphs.join('\n');
    for (const expected of [
      'Statement of Applicability',
      'Lindenhof Health Analytics GmbH',
      'ISO/IEC 27001:2022 with Amd 1:2024',
      '0123456789abcdef0123456789abcdef01234567',
      'First version for all three standards.',
      'Four-eyes release of triage models',
      'Source: Hospital Framework Agreement Schedule 5',
      'Shared with Rheinhost GmbH',
      'The document is past the day by which it had to be reviewed.',
    ]) {
      assert.ok(text.includes(expected), expected);
    }
  });

  it('has every control with its justification', () => {
    const all = new Set(paragraphs);
    for (const { id, justification } of exampleExport().input.model.rows) {
      assert.ok(all.has(id), id);
      if (justification !== null) assert.ok(all.has(justification), justification);
    }
  });

  it('is landscape, with the heads repeated and no row broken', () => {
    const xml = parts['word/document.xml']!;
    assert.match(xml, /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    const tables = xml.match(/<w:tbl>/g)!.length;
    // The table of facts on the first page has no heads.
    assert.equal(xml.match(/<w:tblHeader\/>/g)?.length, tables - 1);
    assert.equal(xml.match(/<w:cantSplit\/>/g)?.length, xml.match(/<w:tr>|<w:tr /g)?.length);
  });

  it('lets a row break that may be taller than a page', async () => {
    const { input, catalog } = exampleExport();
    const rows = input.model.rows.map((row, index) =>
      index === 3 ? { ...row, justification: 'Because. '.repeat(2000) } : row,
    );
    const xml = partsOf(await bytesOf({ input: { ...input, model: { ...input.model, rows } }, catalog }))[
      'word/document.xml'
    ]!;
    const count = (text: string) => text.match(/<w:cantSplit\/>/g)!.length;
    assert.equal(count(xml), count(parts['word/document.xml']!) - 1);
  });

  it('sets what begins in Arabic or Hebrew from the right, and nothing else', async () => {
    const texts = ['هذا التحكم ضروري (A.5.4)', '(1) שלום', 'Reads مرحبا from the left'];
    const { input, catalog } = exampleExport();
    const rows = input.model.rows.map((row, index) => ({ ...row, justification: texts[index] ?? row.justification }));
    const xml = partsOf(await bytesOf({ input: { ...input, model: { ...input.model, rows } }, catalog }))[
      'word/document.xml'
    ]!;
    const turned = xml.split('<w:p>').filter((part) => part.includes('<w:bidi/>'));
    assert.deepEqual(
      turned.map((part) => paragraphsOf(`<w:p>${part.slice(0, part.indexOf('</w:p>'))}</w:p>`)[0]),
      texts.slice(0, 2),
    );
  });

  it('has title and classification above, version and page x of y below', () => {
    const header = Object.entries(parts).find(([path]) => /header\d\.xml$/.test(path))![1];
    const footer = Object.entries(parts).find(([path]) => /footer\d\.xml$/.test(path))![1];
    assert.deepEqual(paragraphsOf(header), ['Statement of Applicability – Lindenhof Health Analytics GmbH\tInternal']);
    assert.deepEqual(paragraphsOf(footer), ['Version 3.1, as of 2026-11-21\tPage  of ']);
    assert.match(footer, /PAGE<[\s\S]*NUMPAGES</);
  });

  it('links to documents and evidence', () => {
    const relations = parts['word/_rels/document.xml.rels']!;
    assert.match(relations, /Target="policies\/information-security-policy\.md" TargetMode="External"/);
    assert.doesNotMatch(relations, /Target="(javascript|file|data):/i);
    const used = new Set(
      [...parts['word/document.xml']!.matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/g)].map(([, id]) => id),
    );
    for (const id of used) assert.ok(relations.includes(`Id="${id}"`), id);
    assert.ok(used.size > 100);
  });

  it('gives the same bytes for the same input, whatever the hour and the chance', async () => {
    const again = await bytesOf(exampleExport());
    assert.ok(Buffer.from(again).equals(Buffer.from(bytes)));
    assert.match(parts['docProps/core.xml']!, /<dcterms:created[^>]*>2026-11-21T00:00:00Z</);
  });

  for (const text of hostileTexts) {
    it(`keeps ${JSON.stringify(text).slice(0, 40)} a text`, async () => {
      const hostile = partsOf(await bytesOf(hostileExport(text)));
      for (const [path, part] of Object.entries(hostile)) assert.doesNotThrow(() => readXml(part), path);
      const found = paragraphsOf(hostile['word/document.xml']!);
      // What begins or ends with space is kept as it is; a tab is a space to Word.
      assert.ok(found.includes(harmless(text)), 'the text is not there');
      assert.doesNotMatch(hostile['word/_rels/document.xml.rels']!, /Target="(javascript|file|data):/i);
    });
  }
});
