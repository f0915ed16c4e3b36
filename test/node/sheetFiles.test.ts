/** Bytes of files → tables: formats, encodings, and files that mean harm. */
import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import type { SheetFile } from '../../server/src/core/soa/import/sheet.js';
import { UnreadableFile } from '../../server/src/node/lazy/sheetFiles.js';
import { readTables } from '../support/readTables.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const grid = ({ sheets }: SheetFile, index = 0) =>
  sheets[index]!.rows.map(({ cells }) => cells.map(({ text }) => text));
const refused = async (name: string, content: Uint8Array) => {
  try {
    await readTables(name, content);
  } catch (error) {
    assert.ok(error instanceof UnreadableFile, String(error));
    return error.message;
  }
  return assert.fail('was read');
};

describe('Files with tables', () => {
  it('are CSV with any separator, quotes and line breaks in fields', async () => {
    for (const [text, name] of [
      ['a,b,c\r\n1,"x, ""y""\nz",3\r\n', 'a.csv'],
      ['a;b;c\n1;"x, ""y""\nz";3\n', 'a.csv'],
      ['a\tb\tc\n1\t"x, ""y""\nz"\t3\n', 'a.tsv'],
      ['sep=|\na|b|c\n1|"x, ""y""\nz"|3\n', 'a.csv'],
    ] as const) {
      assert.deepEqual(
        grid(await readTables(name, bytes(text))),
        [
          ['a', 'b', 'c'],
          ['1', 'x, "y"\nz', '3'],
        ],
        text,
      );
    }
  });

  it('are counted as a spreadsheet counts rows', async () => {
    const { sheets } = await readTables('a.csv', bytes('sep=;\na;b\n1;2\n'));
    assert.deepEqual(
      sheets[0]!.rows.map(({ number }) => number),
      [2, 3],
    );
  });

  it('have whatever encoding', async () => {
    const text = 'id,Begründung\n5.1,für alle\n';
    const utf16 = new Uint8Array(2 + text.length * 2);
    utf16.set([0xff, 0xfe]);
    for (let i = 0; i < text.length; i++) utf16.set([text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8], 2 + i * 2);
    const windows = Uint8Array.from(text, (character) => character.charCodeAt(0));
    for (const content of [bytes(text), bytes(`\uFEFF${text}`), utf16, windows]) {
      assert.deepEqual(grid(await readTables('a.csv', content)), [
        ['id', 'Begründung'],
        ['5.1', 'für alle'],
      ]);
    }
    assert.match((await readTables('a.csv', windows)).remarks.join(), /Windows-1252/);
  });

  it('put a text together that a comma without quotes has divided, and say so', async () => {
    const file = await readTables(
      'a.csv',
      bytes('id,how,ref\n5.1,one,POL-1\n5.2,mail in place, laptops planned,POL-2\n5.3,a,b,c\n'),
    );
    assert.deepEqual(grid(file)[2], ['5.2', 'mail in place, laptops planned', 'POL-2']);
    assert.match(file.remarks[0]!, /^Row 3 .*“mail in place, laptops planned” was read as one/);
    assert.match(
      file.remarks[1]!,
      /^Row 4 has 4 fields and the others have 3: its cells may stand in the wrong columns/,
    );
  });

  it('lose the apostrophes that keep our exports from being formulas', async () => {
    assert.deepEqual(grid(await readTables('a.csv', bytes(`a,b\n"'=1+1","it's;' -x"\n`)))[1], ['=1+1', "it's; -x"]);
  });

  it('are Markdown by name or by look', async () => {
    const text = '# Ours\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
    for (const name of ['soa.md', 'soa']) {
      const file = await readTables(name, bytes(text));
      assert.deepEqual(
        [grid(file), file.sheets[0]!.name, file.sheets[0]!.rows[1]!.number],
        [
          [
            ['a', 'b'],
            ['1', '2'],
          ],
          'Ours',
          5,
        ],
      );
    }
  });

  it('are workbooks with numbers, dates, percentages, links, merged and hidden cells', async () => {
    const book = await writeXlsx({
      sheets: [
        {
          name: 'SoA',
          rows: [
            ['Ref', 'Applicable', 'Date', 'Done', 'Policy'],
            [5.1, true, new Date(Date.UTC(2026, 2, 31)), 0.8, 'POL-1'],
            [5.2, false, null, 1, null],
          ],
          cells: new Map([
            ['1,3', { value: 0.8, type: 'number', style: { numFmt: '0%' } }],
            ['1,4', { value: 'POL-1', type: 'string', hyperlink: { target: 'https://example.org/p' } }],
          ]),
          merges: [{ startRow: 1, startCol: 4, endRow: 2, endCol: 4 }],
        },
        { name: 'Old', rows: [['x']], hidden: true },
      ],
    } as Parameters<typeof writeXlsx>[0]);
    const file = await readTables('soa.xlsx', book);
    assert.deepEqual(grid(file), [
      ['Ref', 'Applicable', 'Date', 'Done', 'Policy'],
      ['5.1', 'TRUE', '2026-03-31', '80%', 'POL-1'],
      ['5.2', 'FALSE', '', '1', 'POL-1'],
    ]);
    const [first] = file.sheets[0]!.rows[1]!.cells;
    assert.equal(first!.isNumber, true);
    assert.deepEqual(file.sheets[0]!.rows[1]!.cells[4]!.links, [{ text: 'POL-1', target: 'https://example.org/p' }]);
    assert.deepEqual(
      file.sheets.map(({ name, isHidden }) => [name, isHidden ?? false]),
      [
        ['SoA', false],
        ['Old', true],
      ],
    );
  });

  it('are OpenDocument spreadsheets', async () => {
    const book = await writeOds({
      sheets: [
        {
          name: 'SoA',
          rows: [
            ['Ref', 'Applicable'],
            ['A.5.1', 'Yes'],
          ],
        },
      ],
    });
    assert.deepEqual(grid(await readTables('soa.ods', book)), [
      ['Ref', 'Applicable'],
      ['A.5.1', 'Yes'],
    ]);
  });

  it('are read to the ten thousandth row, which is said', async () => {
    const rows = Array.from({ length: 10_002 }, (_, index) => [index]);
    const file = await readTables('long.xlsx', await writeXlsx({ sheets: [{ name: 'Long', rows }] }));
    assert.equal(file.sheets[0]!.rows.length, 10_000);
    assert.deepEqual(file.remarks, ['Long: only the first 10000 rows were read.']);
  });

  it('are refused in plain words where they are something else', async () => {
    assert.match(await refused('a.pdf', bytes('%PDF-1.7')), /PDF/);
    assert.match(await refused('a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)), /Save it as \.xlsx/);
    assert.match(await refused('a.csv', new Uint8Array()), /empty/);
    assert.match(await refused('a.png', Uint8Array.of(0x89, 0x50, 0, 0, 1, 2, 3)), /neither a spreadsheet/);
    assert.match(await refused('a.docx', zip({ 'word/document.xml': 'x' })), /Word document/);
    assert.match(await refused('a.zip', zip({ 'a.txt': 'x' })), /ZIP file/);
    assert.match(await refused('a.xlsx', zip({ 'xl/workbook.xml': 'no XML' })), /cannot be read/);
    assert.match(await refused('a.xlsx', bytes('PK\u0003\u0004 and nothing more')), /damaged/);
    assert.match(await refused('a.csv', bytes('a,b\n"never closed,2\n')), /quotation mark/);
    assert.match(await refused('a.csv', bytes('a,b\n'.repeat(11_000))), /more than 10000 rows/);
    assert.match(await refused('a.csv', bytes(`${'a,'.repeat(20_000)}\n`.repeat(21))), /cells/);
    assert.match(await refused('a.csv', new Uint8Array(21 * 1024 * 1024).fill(65)), /20 MB/);
  });

  it('are refused where they unpack to gigabytes, whatever sizes they state', async () => {
    const bomb = zip({ 'xl/workbook.xml': 'x', 'xl/worksheets/sheet1.xml': new Uint8Array(130 * 1024 * 1024) }, 10);
    assert.ok(bomb.length < 1024 * 1024);
    assert.match(await refused('bomb.xlsx', bomb), /unpacks to more than 120 MB/);
  });

  it('put nothing in the place of an entity, neither a file nor a billion letters', async () => {
    const entities = `<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY a "ha">${[...'bcdefghij']
      .map((key, at) => `<!ENTITY ${key} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)
      .join('')}`;
    const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const part = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
    const book = zip({
      '[Content_Types].xml': `<Types><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${part}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${part}.worksheet+xml"/></Types>`,
      '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${types}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': '<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${types}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<!DOCTYPE x [${entities}]><worksheet><sheetData><row r="1">${cell('[&f;]')}${cell('&j;')}</row></sheetData></worksheet>`,
    });
    assert.deepEqual(grid(await readTables('x.xlsx', book)), [['[&f;]', '&j;']]);
  });
});

/** A ZIP file. @param stated the size that it states for every entry instead of the true one */
function zip(files: Record<string, string | Uint8Array>, stated?: number): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const plain = typeof content === 'string' ? bytes(content) : content;
    const packed = deflateRawSync(plain);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(stated ?? plain.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(stated ?? plain.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += local.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
