import assert from 'node:assert/strict';
import { removeWithLine } from '../../../server/src/core/edits/removeWithLine.js';

/** What is left of the text when the `X` in it is removed. */
function left(text: string): string {
  const at = text.indexOf('X');
  const { span, newText } = removeWithLine(text, { start: at, end: at + 1 });
  return text.slice(0, span.start) + newText + text.slice(span.end);
}

describe('removeWithLine', () => {
  it('takes the line with it where nothing else stands there', () => {
    assert.equal(left('a\nX\nb'), 'a\nb');
    assert.equal(left('a\r\n \t X\u00a0\r\nb'), 'a\r\nb');
    assert.equal(left('a\rX\rb'), 'a\rb');
    assert.equal(left('X'), '');
    assert.equal(left('a\n  X '), 'a\n');
  });

  it('leaves the line where something else does', () => {
    assert.equal(left('a X\nb'), 'a \nb');
    assert.equal(left('  X b\n'), '   b\n');
  });

  it('does not read the whole of a long line for each of the many spans in it', function () {
    // Reading it all each time would take minutes.
    this.timeout(20_000);
    const text = '<!-- a -->'.repeat(200_000);
    for (let start = 0; start < text.length; start += 10) {
      const span = { start, end: start + 10 };
      assert.deepEqual(removeWithLine(text, span), { span, newText: '' });
    }
  });
});
