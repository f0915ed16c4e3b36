import assert from 'node:assert/strict';
import { scanBlocks } from '../../../server/src/core/markdown/blocks.js';
import { withHtmlTables } from '../../../server/src/core/markdown/htmlTables.js';

/** `table:row:column text` of cells, `html text` of what is left. */
function read(text: string): string[] {
  return withHtmlTables(text, scanBlocks(text, 0).blocks).map(({ kind, span, table, row, column }) => {
    const words = text.slice(span.start, span.end).replaceAll('\n', ' ');
    return kind === 'table-cell' ? `${table}:${row}:${column} ${words}` : `${kind} ${words}`;
  });
}

describe('tables in HTML', () => {
  it('have rows and columns, and a head where there is one', () => {
    assert.deepEqual(
      read('<table>\n<tr><th>Old</th><th>New</th></tr>\n<tr><td>A.1</td><td class="x"> A.2 </td></tr>\n</table>\n'),
      ['0:0:0 Old', '0:0:1 New', '0:1:0 A.1', '0:1:1 A.2'],
    );
    assert.deepEqual(read('<table><tr><td>A.1<td>A.2\n<tr><td>A.3</table>\n'), ['0:1:0 A.1', '0:1:1 A.2', '0:2:0 A.3']);
  });

  it('go on behind a blank line, and are numbered after those of Markdown', () => {
    assert.deepEqual(
      read(
        '| a | b |\n|---|---|\n| c | d |\n\n<table>\n<tr><th>H</th></tr>\n\n<tr><td>x</td></tr>\n</table>\n\n<p>y</p>\n',
      ),
      ['0:0:0 a', '0:0:1 b', '0:1:0 c', '0:1:1 d', '1:0:0 H', '1:1:0 x', 'html <p>y</p>'],
    );
  });

  it('keep what stands around the cells', () => {
    assert.deepEqual(read('<table><caption>Map</caption><tr><th>H</th></tr></table> behind\n'), [
      'html <table><caption>Map</caption><tr><th>',
      '0:0:0 H',
      'html </th></tr></table> behind',
    ]);
  });

  it('are left as they are where cells span others, and outside of tables', () => {
    for (const html of ['<table><tr><td colspan="2">x</td></tr></table>', '<div><b>x</b></div>', '<table>x</table>'])
      assert.deepEqual(read(`${html}\n`), [`html ${html}`]);
  });

  it('are read in a time that grows with their length', () => {
    for (const piece of ['<table>', '<tr><td>A.5.1', '<td ', '<table <td>', '</td>', '<table><tr><th>']) {
      const text = `<table>\n${piece.repeat(300_000 / piece.length)}\n`;
      withHtmlTables(text, scanBlocks(text, 0).blocks);
    }
  });
});
