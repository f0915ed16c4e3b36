/** Our globs and ignore files against the packages that define them, and against patterns that are made to be slow. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import ignore from 'ignore';
import picomatch from 'picomatch';
import { globTest } from '../../server/src/workspace/glob.js';
import { ignoreTest } from '../../server/src/workspace/ignoreFile.js';

const path = fc
  .array(fc.array(fc.constantFrom('a', 'b', 'ab', '.', 'B', '-', '.md'), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.map((part) => part.join('')).filter((name) => !/^\.{1,2}$/.test(name)))
  .filter((parts) => parts.length > 0)
  .map((parts) => parts.join('/'));

const namePart = fc.constantFrom('a', 'b', 'ab', '*', '*', '?', '[ab]', '[^a]', '[a-b]', '.', '.md', '-', '\\*');
const name = fc.array(namePart, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('').replace(/\*{2,}/g, '*'));
const globName = fc.oneof(name, name, fc.constantFrom('**', '{a,b}', '{a,b*}c', 'a{b,.md}', '*.{md,a}'));
const glob = fc.array(globName, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
const line = fc.tuple(
  fc.constantFrom('', '', '', '!'),
  fc.constantFrom('', '', '/'),
  fc.array(fc.oneof(name, name, fc.constant('**')), { minLength: 1, maxLength: 3 }),
  fc.constantFrom('', '', '/'),
);

const oneGlob = (pattern: string) => {
  const test = globTest([pattern]);
  return (file: string) => test(file.split('/'));
};

describe('Globs', () => {
  it('mean what they mean to others', () => {
    fc.assert(
      fc.property(glob, path, (pattern, file) => {
        // A name that is only a dot or two is none; such globs are nobody's.
        fc.pre(!/(?:^|\/)\.{1,2}(?:\/|$|\*|\?|\[)/.test(pattern));
        // Of `*.*` they say that something stands behind the dot, of `a.*` that nothing need.
        fc.pre(!(/(?:^|\/)\*\.\*$/.test(pattern) && file.endsWith('.')));
        // Of `a/**` they say now that `a` is meant as well, now that it is not.
        const inside = pattern.endsWith('/**') ? `${pattern}/*` : pattern;
        assert.equal(oneGlob(pattern)(file), picomatch([inside], { dot: true })(file), `${pattern}  ${file}`);
      }),
      { numRuns: 4000 },
    );
  });

  it('know names, folders, sets, choices, escapes and a turned glob', () => {
    const cases: [string, string[], string[]][] = [
      ['**/*.md', ['a.md', 'x/.y/b.md'], ['a.markdown', 'x/md']],
      ['policies/**', ['policies/a', 'policies/x/y.md'], ['a/policies/x', 'policies']],
      ['*/**', ['a/b.md', 'a/b/c.md'], ['a.md']],
      ['./a/*.{md,markdown}', ['a/b.md', 'a/b.markdown'], ['a/b/c.md', 'a/b.txt']],
      ['[A-C]?[!0-9].md', ['Axy.md', 'C1z.md'], ['Dxy.md', 'Ax1.md']],
      ['a\\*b\\{c,d\\}', ['a*b{c,d}'], ['axb{c,d}', 'a*bc']],
      ['!**/*.md', ['a.txt'], ['a.md']],
      ['(a|b)[', ['(a|b)['], ['a[', 'b[']],
      ['{a,{b,c}d}/x', ['a/x', 'bd/x', 'cd/x'], ['b/x']],
    ];
    for (const [pattern, yes, no] of cases) {
      for (const file of yes) assert.ok(oneGlob(pattern)(file), `${pattern}  ${file}`);
      for (const file of no) assert.ok(!oneGlob(pattern)(file), `${pattern}  ${file}`);
    }
  });

  it('take no longer for being made to', function () {
    this.timeout(20_000);
    const paths = ['a'.repeat(255), 'a/'.repeat(2000) + 'x', `${'a'.repeat(200)}/`.repeat(20) + 'x'];
    const patterns = [
      `${'*a'.repeat(60)}*b`,
      `${'**/*a*/'.repeat(20)}b`,
      `${'**/'.repeat(100)}b`,
      `${'{a,aa}'.repeat(30)}b`,
      `${'{'.repeat(5000)}a,b`,
      `{${'a,'.repeat(5000)}b}`,
      '+(+(a))+(a|aa)b',
      `${'[a-z]*'.repeat(40)}Z`,
      `${'('.repeat(3000)}`,
      '\\'.repeat(9999),
    ];
    for (const pattern of patterns) {
      for (const file of paths) {
        assert.equal(oneGlob(pattern)(file), false, pattern.slice(0, 40));
        assert.equal(ignoreTest(pattern)(file, false), false, pattern.slice(0, 40));
      }
    }
  });
});

describe('An ignore file', () => {
  it('means what it means to others', () => {
    const file = fc.array(line, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(file, path, fc.boolean(), (lines, where, isFolder) => {
        const text = lines.map(([not, root, parts, end]) => `${not}${root}${parts.join('/')}${end}`).join('\n');
        fc.pre(!/\\|(?:^|\/|!)\.{1,2}(?:\/|$|\n)/.test(text));
        const expected = ignore()
          .add(text)
          .ignores(isFolder ? `${where}/` : where);
        assert.equal(ignoreTest(text)(where, isFolder), expected, JSON.stringify([text, where, isFolder]));
      }),
      { numRuns: 4000 },
    );
  });
});
