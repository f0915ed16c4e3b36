import assert from 'node:assert/strict';
import { scanBlocks } from '../../../server/src/core/markdown/blocks.js';
import { outlineOf } from './support/outline.js';

function check(text: string, expected: string[]): void {
  assert.deepEqual(outlineOf(text), expected);
}

describe('scanBlocks', () => {
  it('reads headings with marks and underlined ones', () => {
    check('# One\n## Two ##\nThree\n===\nFour\nlines\n---\n#none\n####### seven\n', [
      'h1: # One',
      'h2: ## Two ##',
      'h1: Three\n===',
      'h2: Four\nlines\n---',
      'p: #none\n####### seven',
    ]);
  });

  it('joins lines to paragraphs and says where their content begins', () => {
    const text = '> one\n>  two\nlazy\n\nnext\n';
    const [first, second] = scanBlocks(text, 0).blocks;
    assert.deepEqual(first!.continuations, [8, 13]);
    assert.equal(text.slice(first!.span.start, first!.span.end), 'one\n>  two\nlazy');
    assert.deepEqual(second!.continuations, []);
  });

  it('ends lines at LF, CR LF and CR', () => {
    for (const ending of ['\n', '\r\n', '\r']) {
      check(['# A', 'b', '', '- c', '', '```', 'd', '```', ''].join(ending), [
        'h1: # A',
        'p: b',
        '• p: c',
        `code: \`\`\`${ending}d${ending}\`\`\``,
      ]);
    }
  });

  it('passes over a byte order mark', () => {
    check('\uFEFF# A\n', ['h1: # A']);
  });

  it('numbers lists and items', () => {
    const { blocks } = scanBlocks('- a\n  - b\n    c\n- d\n\n  e\n\nf\n1. g\n', 0);
    const seen = blocks.map(({ list, item, listDepth }) => ({ list, item, listDepth }));
    const [a, b, d, e, f, g] = seen;
    assert.equal(a!.list, b!.list);
    assert.equal(a!.list, d!.list);
    assert.notEqual(a!.list, g!.list);
    assert.notEqual(a!.item, b!.item);
    assert.notEqual(a!.item, d!.item);
    assert.equal(d!.item, e!.item);
    assert.deepEqual(f, { list: -1, item: -1, listDepth: 0 });
    assert.deepEqual(
      seen.map(({ listDepth }) => listDepth),
      [1, 2, 1, 1, 0, 1],
    );
  });

  it('lets only numbers that are 1 begin a list in a paragraph', () => {
    check('In\n2022. that\n1. item\n', ['p: In\n2022. that', '• p: item']);
  });

  it('nests quotes and lists', () => {
    check('> - a\n>   > b\n>\n>   c\n', ['> • p: a', '> • p: b', '> • p: c']);
  });

  it('reads fenced and indented code, and never structure inside', () => {
    check('~~~~ yaml\n# a\n~~~\n~~~~\n\n    - b\n\n    c\n\n```\nunclosed\n\n# d', [
      'code: ~~~~ yaml\n# a\n~~~\n~~~~',
      'code: - b\n\n    c',
      'code: ```\nunclosed\n\n# d',
    ]);
  });

  it('counts columns of tabs', () => {
    check('-\ta\n\n\tb\n\n\t\tcode\n', ['• p: a', '• p: b', '• code: code']);
  });

  it('reads tables: escaped pipes, code, short and long rows, no leading pipe', () => {
    check('Lead\n| a | b |\n|---|:-:|\n| `x\\|y` | z |\n| one |\n p | q | r\n\n| no | table |\n', [
      'p: Lead',
      'cell 0,0: a',
      'cell 0,1: b',
      'cell 1,0: `x\\|y`',
      'cell 1,1: z',
      'cell 2,0: one',
      'cell 3,0: p',
      'cell 3,1: q',
      'cell 3,2: r',
      'p: | no | table |',
    ]);
  });

  it('leaves out empty cells and still counts their columns', () => {
    check('| | a |\n|-|-|\n|| b |\n', ['cell 0,1: a', 'cell 1,1: b']);
  });

  it('numbers tables', () => {
    const { blocks } = scanBlocks('|a|\n|-|\n\n|b|\n|-|\n', 0);
    assert.notEqual(blocks[0]!.table, blocks[1]!.table);
  });

  it('ends HTML blocks as their kind asks', () => {
    check('<div>\nx\n\n<!-- a\n\nb --> c\nd\n<br>\n\n<script>\n\n</script>\n', [
      'html: <div>\nx',
      'html: <!-- a\n\nb --> c',
      'p: d\n<br>',
      'html: <script>\n\n</script>',
    ]);
  });

  it('takes link definitions out of paragraphs and keeps their labels', () => {
    const text = '[a]: /u\n[B  c]: <v>\n  "title"\nrest [a]\n\n[d]: /w\n===\n';
    check(text, ['p: rest [a]', 'p: ===']);
    assert.deepEqual([...scanBlocks(text, 0).labels.definitions], ['A', 'B C', 'D']);
  });

  it('reads footnotes as containers', () => {
    const text = 'x[^1]\n\n[^1]: note\n\n    more\n\nafter\n';
    check(text, ['p: x[^1]', 'p: note', 'p: more', 'p: after']);
    assert.deepEqual([...scanBlocks(text, 0).labels.footnotes], ['1']);
  });

  it('begins where the body begins', () => {
    const text = '---\na: b\n---\n# A\n';
    assert.deepEqual(outlineOf(text, 13), ['h1: # A']);
    assert.equal(scanBlocks(text, 13).blocks[0]!.span.start, 13);
  });

  it('finds comments outside code, wherever they stand', () => {
    const text =
      '<!-- block -->\n# h <!-- heading -->\np <!-- two\nlines --> `<!-- code -->` \\<!-- escaped -->\n\n' +
      '| <!-- cell --> |\n|-|\n\n    <!-- indented -->\n\n```\n<!-- fenced -->\n```\n\n<div><!-- inside --></div>\n\n<!-- open\n';
    const found = scanBlocks(text, 0).comments.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found, [
      '<!-- block -->',
      '<!-- heading -->',
      '<!-- two\nlines -->',
      '<!-- cell -->',
      '<!-- inside -->',
    ]);
  });

  it('gives nothing for nothing', () => {
    for (const text of ['', '\n', ' ', '\uFEFF', '\r\n\t']) assert.deepEqual(outlineOf(text), []);
  });
});
