/** The indented parts of MkDocs, which are text to readers of the site and code to Markdown. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutItems, withPartsAsItems } from '../../../server/src/core/markdown/admonitions.js';
import { scanBlocks } from '../../../server/src/core/markdown/blocks.js';
import { readDocumentText } from '../../../server/src/core/markdown/documentText.js';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

/** `• p text` for a paragraph in a list; cells as `c`. */
function read(text: string): string[] {
  return readDocumentText(text).blocks.map(({ kind, span, listDepth }) => {
    const mark = { paragraph: 'p', heading: 'h', 'table-cell': 'c', code: 'code', html: 'html' }[kind];
    return `${'• '.repeat(listDepth)}${mark} ${text.slice(span.start, span.end).replace(/\s+/g, ' ')}`;
  });
}

function lines(...all: string[]): string {
  return `${all.join('\n')}\n`;
}

const context = { catalog: catalogOfProject(), settings: defaultSettings };

describe('indented parts of MkDocs', () => {
  it('are text below the line that opens them', () => {
    for (const opening of ['!!! note', '??? tip', '???+ tip', '!!!note', '!!! danger highlight', '!!! note ""'])
      assert.deepEqual(read(lines(opening, '', '    One.', '', '    Two.', '', 'Three.')), [
        'p One.',
        'p Two.',
        'p Three.',
      ]);
    assert.deepEqual(read(lines('!!! note', '    One,', '    two.', '', '    Three.')), ['p One, two.', 'p Three.']);
    assert.deepEqual(read(lines('Before', '!!! note', '\tOne.', '', '\tTwo.')), ['p Before', 'p One.', 'p Two.']);
  });

  it('stand below their title', () => {
    for (const opening of [
      '=== "Users"',
      '===  "Users"',
      '===! "Users"',
      '===+ "Users"',
      '!!! note "Users"',
      '??? "Users"',
    ])
      assert.deepEqual(read(lines(opening, '', '    One.', '', '    Two.', '', 'Three.')), [
        '• p Users',
        '• • p One.',
        '• • p Two.',
        'p Three.',
      ]);
  });

  it('hold lists, tables, headings, comments, code and further parts', () => {
    const text = lines(
      '!!! note',
      '    - a',
      '        - b',
      '',
      '    | x | y |',
      '    |---|---|',
      '    | 1 | 2 |',
      '',
      '    ### Heading',
      '',
      '    ```',
      '    fenced',
      '',
      '    on',
      '    ```',
      '',
      '        indented code',
      '',
      '    <!-- controls: A.5.15 -->',
      '',
      '    ??? tip',
      '',
      '        Inner.',
      '',
      '    Outer.',
      '',
      '    code after all',
      '',
      'After.',
      '',
      '    code',
    );
    assert.deepEqual(read(text), [
      '• p a',
      '• • p b',
      'c x',
      'c y',
      'c 1',
      'c 2',
      'h ### Heading',
      'code ``` fenced on ```',
      'code indented code',
      'html <!-- controls: A.5.15 -->',
      'p Inner.',
      'p Outer.',
      'p code after all',
      'p After.',
      'code code',
    ]);
    assert.equal(readDocumentText(text).comments.length, 1);
  });

  it('stand in items of lists, and number the lists in them apart', () => {
    assert.deepEqual(read(lines('- a', '', '    !!! note', '', '        One.', '', '        - b', '', '- c')), [
      '• p a',
      '• p One.',
      '• • p b',
      '• p c',
    ]);
    const { blocks } = readDocumentText(
      lines('!!! a', '', '    - one', '', '    Text.', '', '    - two', '', '!!! b', '', '    - three'),
    );
    const lists = blocks.map(({ list }) => list);
    assert.equal(lists[1], -1);
    assert.equal(new Set(lists).size, 4);
  });

  it('are no such parts in code, and where their line says something else', () => {
    for (const text of [
      lines('```', '!!! note', '', '    One.', '```'),
      lines('!!! Stop.', '', '    One.'),
      lines('=== Users', '', '    One.'),
      lines('???', '', '    One.'),
      lines('Title', '=====', '', '    One.'),
    ])
      assert.deepEqual(readDocumentText(text).blocks, scanBlocks(text, 0).blocks, text);
    assert.equal(withPartsAsItems('Title\n=====\n', 0), null);
  });

  it('have the places that they have in the text, whatever ends its lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['---', 'title: x', '---', '???+ note "A *b*"', '', '    One', '    two.', ''].join(end);
      const found = readDocumentText(text).blocks.map(({ span }) => text.slice(span.start, span.end));
      assert.deepEqual(found, ['A *b*', `One${end}    two.`]);
    }
  });

  it('never give blocks out of order or outside the text', () => {
    const piece = fc.constantFrom(
      '!!! note\n',
      '??? tip "t"\n',
      '=== "x"\n',
      '???+ a\n',
      '    ',
      '\t',
      '- ',
      '> ',
      '1. ',
      'text\n',
      '\n',
      '```\n',
      '| a |\n',
      '|---|\n',
      '# h\n',
      '<!-- c -->',
      '+ ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const items = withPartsAsItems(text, 0);
        if (!items) return;
        assert.equal(items.text.length, text.length);
        let last = 0;
        for (const { span, list, listDepth, continuations } of withoutItems(
          text,
          scanBlocks(items.text, 0).blocks,
          items,
        )) {
          assert.ok(span.start >= last && span.end >= span.start && span.end <= text.length);
          assert.ok(listDepth >= 0 && listDepth > 0 === list >= 0);
          for (const at of continuations) assert.ok(at > span.start && at <= span.end);
          last = span.end;
        }
      }),
    );
  });

  it('have references, whose standard their title can name', () => {
    const text = lines(
      '# Access (ISO/IEC 27001:2022)',
      '',
      '!!! info',
      '',
      '    Accounts: A.5.16.',
      '',
      '=== "ISO/IEC 42001"',
      '',
      '    Logs are A.6.2.8.',
      '',
      '    - Data: A.7.4',
      '',
      'Doors: A.7.2.',
    );
    const read = resolveDocument(parseDocument('a.md', text, context), [], context).references;
    assert.deepEqual(
      read.map(({ standard, id, span }) => `${standard} ${id} ${text.slice(span.start, span.end)}`),
      ['27001 A.5.16 A.5.16', '42001 A.6.2.8 A.6.2.8', '42001 A.7.4 A.7.4', '27001 A.7.2 A.7.2'],
    );
  });
});
