/** The workbook, read with a library that did not write it. */
import assert from 'node:assert/strict';
import XLSX from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { registerColumns } from '../../server/src/core/soa/render/columns.js';
import { harmless } from '../../server/src/core/soa/render/exportInput.js';
import { renderExport } from '../../server/src/exports/main.js';
import { longestCell } from '../../server/src/exports/xlsx/sheet.js';
import { exampleExport, hostileExport, hostileTexts, type Sample } from './support.js';

const bytesOf = ({ input, catalog }: Sample) => renderExport('xlsx', input, catalog);
// The reader puts functions on the array that it gets.
const read = (bytes: Uint8Array) => XLSX.read(bytes.slice(), { type: 'array', cellStyles: true, cellFormula: true });
const partsOf = (bytes: Uint8Array) => {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
};

/** Rows of a sheet as texts. */
function rowsOf(book: XLSX.WorkBook, name: string): string[][] {
  const sheet = book.Sheets[name];
  assert.ok(sheet, name);
  return XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' });
}

describe('XLSX', function () {
  this.timeout(30_000);
  let bytes: Uint8Array;
  let book: XLSX.WorkBook;
  let parts: Record<string, string>;

  before(async () => {
    bytes = await bytesOf(exampleExport());
    book = read(bytes);
    parts = partsOf(bytes);
  });

  it('has a cover, all controls, a sheet per standard, and the others', () => {
    assert.deepEqual(book.SheetNames, [
      'Cover',
      'All controls',
      '27001-2022',
      '27701-2025',
      '42001-2023',
      'Additional controls',
      'Documents',
      'Evidence',
      'Clauses 4–10',
      'Change history',
      'Legend',
    ]);
    assert.deepEqual(
      book.SheetNames.slice(1, 6).map((name) => rowsOf(book, name).length - 1),
      [210, 93, 78, 38, 1],
    );
  });

  it('says on the cover whose statement it is, of what, and which version', () => {
    const text = rowsOf(book, 'Cover').flat().join('\n');
    for (const expected of [
      'Lindenhof Health Analytics GmbH',
      'ISO/IEC 27001:2022 with Amd 1:2024',
      'Internal',
      '3.1',
      '2026-11-21',
      '0123456789abcdef0123456789abcdef01234567',
      'policies/management-system-framework.md',
      '90 of 92 (97 %)',
    ]) {
      assert.ok(text.includes(expected), expected);
    }
  });

  it('holds every row of the model', () => {
    const { model } = exampleExport().input;
    const [head, ...rows] = rowsOf(book, 'All controls');
    const justification = head!.indexOf('Justification');
    const decided = head!.indexOf('Decided on');
    assert.deepEqual(
      rows.map((row) => [row[2], row[justification], row[decided]]),
      model.rows.map(({ id, justification: text, decided: day }) => [id, text ?? '', day ?? '']),
    );
    for (const { title } of registerColumns.slice(0, 6)) assert.ok(head!.includes(title), title);
  });

  it('writes days as days', () => {
    const sheet = book.Sheets['27001-2022']!;
    const head = rowsOf(book, '27001-2022')[0]!;
    const cell = sheet[XLSX.utils.encode_cell({ r: 1, c: head.indexOf('Decided on') })] as XLSX.CellObject;
    assert.deepEqual([cell.t, cell.w], ['n', '2026-02-16']);
  });

  it('filters, keeps the head in view and repeats it on every printed page', () => {
    book.SheetNames.forEach((name, index) => {
      const xml = parts[`xl/worksheets/sheet${index + 1}.xml`]!;
      assert.match(xml, /<pageSetup [^>]*orientation="landscape"[^>]*fitToWidth="1" fitToHeight="0"/, name);
      assert.match(
        xml,
        /<oddHeader>&amp;LStatement of Applicability – Lindenhof[^<]*&amp;R&amp;BInternal<\/oddHeader>/,
        name,
      );
      assert.match(
        xml,
        /<oddFooter>&amp;LVersion 3\.1, as of 2026-11-21&amp;C&amp;A&amp;RPage &amp;P of &amp;N<\/oddFooter>/,
      );
      if (name === 'Cover') return;
      assert.match(xml, /<pane [^>]*ySplit="1"[^>]*state="frozen"/, name);
      // Names of sheets need quotes there: without them Excel calls the file damaged.
      const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$1:$1</definedName>`;
      assert.ok(parts['xl/workbook.xml']!.includes(titles), titles);
      if (name === 'Change history' || name === 'Legend') return;
      assert.match(xml, /<autoFilter ref="A1:[A-Z]+\d+"\/>/, name);
    });
  });

  it('makes room for a text that is longer than a row may be high', async () => {
    const { input, catalog } = exampleExport();
    const rows = input.model.rows.map((row, index) =>
      index === 3 ? { ...row, justification: 'Because. '.repeat(400) } : row,
    );
    const bytesOfLong = await bytesOf({ input: { ...input, model: { ...input.model, rows } }, catalog });
    const column = rowsOf(book, '27001-2022')[0]!.indexOf('Justification');
    const widthIn = (of: XLSX.WorkBook) => of.Sheets['27001-2022']!['!cols']![column]!.width!;
    assert.ok(widthIn(book) < 50);
    // Thirty lines of so many characters.
    assert.ok(widthIn(read(bytesOfLong)) * 30 > 400 * 9, String(widthIn(read(bytesOfLong))));
  });

  it('offers the values to choose from', () => {
    const head = rowsOf(book, '27001-2022')[0]!;
    const xml = parts['xl/worksheets/sheet3.xml']!;
    for (const [title, values] of [
      ['Applicable', 'Yes,No,Undecided,Not in role'],
      ['Status', 'Not assessed,Not started,Planned,Partial,Implemented'],
    ] as const) {
      const column = XLSX.utils.encode_col(head.indexOf(title));
      const rule = new RegExp(
        `<dataValidation type="list" sqref="${column}2:${column}94"[^>]*><formula1>"${values}"</formula1>`,
      );
      assert.match(xml, rule);
    }
  });

  it('links to documents and evidence that are there, and to its own sheets', () => {
    const links = (name: string) =>
      Object.values(book.Sheets[name]!).flatMap((cell: XLSX.CellObject) => (cell?.l ? [cell.l.Target] : []));
    assert.ok(links('Documents').includes('policies/information-security-policy.md'));
    assert.ok(links('Evidence').includes('evidence/management-review-minutes-2026-10.md'));
    assert.ok(links('Cover').includes("#'27001-2022'!A1"));
    assert.ok(
      [...links('Documents'), ...links('Evidence')].every((target) => !/^(javascript|file|data):/i.test(target!)),
    );
  });

  it('gives the same bytes for the same input', async () => {
    assert.deepEqual(await bytesOf(exampleExport()), bytes);
  });

  for (const text of hostileTexts) {
    it(`keeps ${JSON.stringify(text).slice(0, 40)} a text`, async () => {
      const sample = hostileExport(text);
      const hostile = await bytesOf(sample);
      const hostileBook = read(hostile);
      for (const name of hostileBook.SheetNames) {
        for (const [place, cell] of Object.entries(hostileBook.Sheets[name]!) as [string, XLSX.CellObject][]) {
          if (place.startsWith('!')) continue;
          assert.equal(cell.f, undefined, `${name} ${place} is a formula`);
          assert.notEqual(cell.t, 'e', `${name} ${place} is an error`);
          assert.ok(String(cell.v ?? '').length <= longestCell);
        }
      }
      const [head, first] = XLSX.utils.sheet_to_json<string[]>(hostileBook.Sheets['All controls']!, {
        header: 1,
        defval: '',
      });
      const shown = String(first![head!.indexOf('Justification')]);
      const expected = harmless(text);
      if (expected.length <= longestCell) assert.equal(shown, expected);
      else assert.match(shown, /… \[\d+ more characters are in the record\]$/);
    });
  }

  it('begins a new sheet name where two would be the same, and takes no sign that Excel refuses', async () => {
    const { input, catalog } = exampleExport();
    const standards = input.model.standards.map((standard) => ({
      ...standard,
      standard: 'A/[b]:*?\\c'.repeat(5),
      edition: '1',
    }));
    const { SheetNames } = read(await bytesOf({ input: { ...input, model: { ...input.model, standards } }, catalog }));
    assert.equal(new Set(SheetNames.map((name) => name.toLowerCase())).size, SheetNames.length);
    for (const name of SheetNames) assert.match(name, /^[^[\]:*?/\\]{1,31}$/);
  });
});
