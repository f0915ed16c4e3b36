import assert from 'node:assert/strict';
import { scanBlocks } from '../../server/src/core/markdown/blocks.js';
import { readFrontMatter } from '../../server/src/core/markdown/frontMatter.js';
import { findSuppressions } from '../../server/src/core/suppressions.js';
import { findLineStarts } from '../../server/src/core/text.js';

/** Each suppression as `codes | silenced text | reason`. */
function check(text: string, expected: string[]): void {
  const { frontMatter, bodyStart } = readFrontMatter(text);
  const { comments } = scanBlocks(text, bodyStart);
  const found = findSuppressions(text, comments, findLineStarts(text), frontMatter);
  const seen = found.map(({ codes, scope, reason }) => {
    return `${codes.join(',')} | ${text.slice(scope.start, scope.end)} | ${reason}`;
  });
  assert.deepEqual(seen, expected);
  for (const { span } of found) assert.match(text.slice(span.start, span.end), /^(?:<!--.*-->|#.*\S)$/s);
}

describe('findSuppressions', () => {
  it('silences the next line, over blank ones', () => {
    check('<!-- clausemark-disable-next-line a b-c -- it is\nquoted -->\n\none\ntwo\n', ['a,b-c | one | it is quoted']);
  });

  it('silences the lines of the comment', () => {
    check('one\ntwo <!-- clausemark-disable-line a,b --> three\nfour\n', [
      'a,b | two <!-- clausemark-disable-line a,b --> three | null',
    ]);
  });

  it('silences up to the enable, or to the end', () => {
    const on = '<!-- clausemark-disable -->';
    check(`${on}\none\n\n<!-- clausemark-enable -->\n\ntwo\n`, [` | ${on}\none\n\n | null`]);
    check(`${on}\none`, [` | ${on}\none | null`]);
  });

  it('ends each code where it is enabled', () => {
    const on = '<!-- clausemark-disable a b -->';
    check(`${on}\n1\n\n<!-- clausemark-enable a -->\n2\n\n<!-- clausemark-enable -->\n3`, [
      `a | ${on}\n1\n\n | null`,
      `b | ${on}\n1\n\n<!-- clausemark-enable a -->\n2\n\n | null`,
    ]);
  });

  it('does not end a disable of everything by the enable of one code', () => {
    const text = '<!-- clausemark-disable -->\n\n<!-- clausemark-enable a -->\n\nx';
    check(text, [` | ${text} | null`]);
  });

  it('silences the file', () => {
    const text = 'x\n\n<!-- clausemark-disable-file a -- why -->\n\ny';
    check(text, [`a | ${text} | why`]);
  });

  it('reads comments in front matter', () => {
    check(
      '---\nid: x # clausemark-disable-line a -- why\n# clausemark-disable-next-line b\nowner: y\nt: "# no"\n---\n',
      ['a | id: x # clausemark-disable-line a -- why | why', 'b | owner: y | null'],
    );
  });

  it('keeps to its own words', () => {
    check('<!-- disable-next-line a -->\n<!-- clausemark-disabled a -->\n`<!-- clausemark-disable-line -->`\n', []);
    check('<!-- clausemark-disable-next-line-x a -->\n<!-- clausemark-enable -->\nx\n', []);
    check('<!-- clausemark-disable-next-line a -->', ['a |  | null']);
  });

  it('understands other line endings', () => {
    check('<!-- clausemark-disable-next-line a -->\r\n\r\none\r\ntwo', ['a | one | null']);
    check('<!-- clausemark-disable-next-line a -->\rone\rtwo', ['a | one | null']);
  });

  it('takes as many as the largest file holds', () => {
    const lines = '# clausemark-disable-next-line a\n'.repeat(150_000);
    const text = `---\n${lines}a: b\n---\n`;
    const { frontMatter, bodyStart } = readFrontMatter(text);
    const { comments } = scanBlocks(text, bodyStart);
    assert.equal(findSuppressions(text, comments, findLineStarts(text), frontMatter).length, 150_000);
  });
});
