import assert from 'node:assert/strict';
import { scanBlocks } from '../../../server/src/core/markdown/blocks.js';
import { proseOf, sourceOf } from '../../../server/src/core/markdown/inline.js';

/** The prose of the first block. */
function prose(text: string, inlineCode = false): string {
  const { blocks, labels } = scanBlocks(text, 0);
  const result = proseOf(text, blocks[0]!, { inlineCode, labels });
  assert.equal(result.length, blocks[0]!.span.end - blocks[0]!.span.start);
  return result;
}

/** The same with runs of spaces made one. */
function words(text: string): string {
  return prose(text).replace(/ +/g, ' ').trim();
}

describe('proseOf', () => {
  it('gives plain text as it is, emphasis included', () => {
    assert.equal(prose('See **A.5.15** and _A.5.16_, 100 % ~~old~~.'), 'See **A.5.15** and _A.5.16_, 100 % ~~old~~.');
  });

  it('keeps link and image text and blanks the rest', () => {
    assert.equal(prose('[A.5.1](x "y") b'), ` A.5.1${' '.repeat('](x "y")'.length)} b`);
    assert.equal(words('![A.5.4](a(b)c.png)'), 'A.5.4');
    assert.equal(words('[![A.5.1](badge.svg)](https://x.org/A.5.2)'), 'A.5.1');
    assert.equal(words('[A.5.1](<a b> (title))'), 'A.5.1');
  });

  it('keeps brackets that are no link', () => {
    assert.equal(prose('[A.8.1, 7, 18-19] and [x] (y)'), '[A.8.1, 7, 18-19] and [x] (y)');
  });

  it('blanks labels of references that are defined, and only those', () => {
    assert.equal(words('[A.5.1][r] [A.5.2][none] [r] [r][]\n\n[r]: /x'), 'A.5.1 [A.5.2][none] r r');
  });

  it('blanks footnote calls that have a footnote', () => {
    assert.equal(words('a[^1] b[^2]\n\n[^1]: c'), 'a b[^2]');
  });

  it('marks code spans, or shows their text', () => {
    assert.equal(prose('a `A.5.1` b'), `a ${'\uFFFC'.repeat(7)} b`);
    assert.equal(prose('a `` A.5.1 ` `` b', true), 'a    A.5.1 `    b');
    assert.equal(prose('a `open'), 'a `open');
  });

  it('gives code blocks as marks, or as text', () => {
    assert.equal(prose('```\nA.5.1\n```'), '\uFFFC\uFFFC\uFFFC\n\uFFFC\uFFFC\uFFFC\uFFFC\uFFFC\n\uFFFC\uFFFC\uFFFC');
    assert.equal(prose('```\nA.5.1\n```', true), '```\nA.5.1\n```');
  });

  it('blanks tags, comments and addresses', () => {
    assert.equal(words('a <b title="A.5.1">c</b><br/> <!-- A.5.2 --> d'), 'a c d');
    assert.equal(
      words('a <https://x.org/A.5.1> <b@c.de> https://x.org/A.5.2, www.x.org/A.5.3. ftp://x/A.5.4'),
      'a , .',
    );
    assert.equal(words('mail a.5.1@b.org now'), 'mail now');
    assert.equal(words('5 < 6 and 7 > 6'), '5 < 6 and 7 > 6');
  });

  it('gives the text between the tags of HTML blocks', () => {
    assert.equal(words('<td class="A.5.1">A.5.2</td><!-- A.5.3 -->'), 'A.5.2');
  });

  it('blanks placeholders', () => {
    assert.equal(words('a {{A.5.1}} b {% if A.5.2 %} c {{open'), 'a b c {{open');
  });

  it('blanks the backslash of escapes and resolves character references in place', () => {
    assert.equal(prose('A.5.1 \\- A.5.2 C:\\x'), 'A.5.1  - A.5.2 C:\\x');
    // A hard break parts what stands before and behind it.
    assert.equal(prose('clause 5\\\n6 items, A\\.8'), 'clause 5 \n6 items, A\u2060.8');
    assert.equal(
      prose('A&nbsp;8.1&ndash;8.3 &sect;9 &amp; &#8211; &unknown;'),
      'A      8.1–      8.3 §     9 &     –       &unknown;',
    );
  });

  it('blanks container prefixes but keeps lines', () => {
    assert.equal(prose('> a\n> > b\n'), 'a');
    assert.equal(prose('> A.5.1\n> and\nA.5.2'), 'A.5.1\n  and\nA.5.2');
    assert.equal(prose('- > a\n  >   b\n'), 'a\n      b');
  });

  it('blanks heading marks, task boxes and underlines', () => {
    assert.equal(prose('## A.5.1 ##'), '   A.5.1   ');
    assert.equal(prose('A.5.1\n---'), 'A.5.1\n   ');
    assert.equal(prose('- [x] A.5.1'), '    A.5.1');
    assert.equal(prose('#'), ' ');
  });

  it('lets sourceOf blank prefixes and heading marks only', () => {
    const text = '> # a\n> [b](c)\n> `d`';
    const { blocks } = scanBlocks(text, 0);
    assert.deepEqual(
      blocks.map((block) => sourceOf(text, block)),
      ['  a', '[b](c)\n  `d`'],
    );
  });
});
