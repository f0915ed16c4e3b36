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

  it('are left as they are outside of tables', () => {
    for (const html of ['<div><b>x</b></div>', '<table>x</table>'])
      assert.deepEqual(read(`${html}\n`), [`html ${html}`]);
  });

  it('have their cells in the columns where a reader sees them when some reach over others', () => {
    const head = '<tr><th>Group</th><th>Id</th><th>Title</th></tr>';
    assert.deepEqual(
      read(
        `<table>${head}<tr><td rowspan="2">G</td><td>5.1</td><td>T</td></tr><tr><td>5.2</td><td>U</td></tr><tr><td colspan=3>All</td></tr><tr><td>H</td><td>5.3</td></tr></table>\n`,
      ).slice(3),
      ['0:1:0 G', '0:1:1 5.1', '0:1:2 T', '0:2:1 5.2', '0:2:2 U', '0:3:0 All', '0:4:0 H', '0:4:1 5.3'],
    );
    assert.deepEqual(
      read(
        '<table><tr><td ROWSPAN=3 colspan = "2">x</td><td>y</td></tr><tr><td>z</td></tr><tr></tr><tr><td>w</td></tr></table>\n',
      ),
      ['0:1:0 x', '0:1:2 y', '0:2:2 z', '0:4:0 w'],
    );
    const odd = '<table><tr><td colspan="0" rowspan="-1">a</td><td colspan="999">b</td><td>c</td></tr></table>\n';
    assert.deepEqual(read(odd), ['0:1:0 a', '0:1:1 b', '0:1:2 c']);
  });

  it('are read in a time that grows with their length', () => {
    for (const piece of [
      '<table>',
      '<tr><td>A.5.1',
      '<td ',
      '<table <td>',
      '</td>',
      '<table><tr><th>',
      '<td rowspan=999 colspan=199>',
      '<tr><td rowspan=9 colspan=99>',
    ]) {
      const text = `<table>\n${piece.repeat(300_000 / piece.length)}\n`;
      withHtmlTables(text, scanBlocks(text, 0).blocks);
    }
  });
});
