/**
 * The fast scanner against its definition, remark. More of the same, with any seed: `node scripts/check-parser.mjs`.
 */
import assert from 'node:assert/strict';
import { scanBlocks } from '../../../server/src/core/markdown/blocks.js';
import { readFrontMatter } from '../../../server/src/core/markdown/frontMatter.js';
import { splitWithGrayMatter } from '../../../server/src/core/markdown/grayMatterSplit.js';
import { atxContent } from '../../../server/src/core/markdown/inline.js';
import { parseBody, remarkBodyStart } from '../../../server/src/core/markdown/remarkReference.js';
import { differenceOf, proseDifferenceOf } from './support/compare.js';
import { realDocuments } from './support/documents.js';
import { generateDocument, generateInline, generateNoise, mutate, randomFrom } from './support/generate.js';

/** Differences that the search has found and that were mended. */
const found = [
  '[^a]:[^1]:t\n\t2)',
  '* ]\n<v>',
  '- d\n<y>\n',
  '[a]:u\nq\n-',
  "'\n<x>\n:-",
  '|\n<a>\n-|',
  '2) [x] [ ]\n',
  '>     >\n>\t  ',
  '>[^a]:<!--\n>',
  '>\n[http://a.\r-',
  '    code\n\n2. x',
  'foo\n- 2. bar',
  '> ~~~\n    a\n2. b',
];

const foundProse = ['www.@.d]t', 'p://~a@.n', 'a@.www.', 'a@.p://', '<!@d>', '\\\n-', '[a]: b\n\n![[a]](c)', '`a\\`b`'];

describe('the block scanner against remark', function () {
  this.timeout(120_000);
  const documents = realDocuments();

  it('agrees on every real document', () => {
    for (const { path, text } of documents) {
      const { bodyStart } = readFrontMatter(text);
      assert.equal(differenceOf(text, bodyStart), null, path);
      assert.equal(proseDifferenceOf(text, bodyStart), null, path);
    }
  });

  it('agrees on the text of every heading with # marks', () => {
    for (const { path, text } of documents) {
      const { bodyStart } = readFrontMatter(text);
      const expected: string[] = [];
      collectHeadings(parseBody(text, bodyStart), text.slice(bodyStart), expected);
      const headings = scanBlocks(text, bodyStart).blocks.filter(
        ({ kind, span }) => kind === 'heading' && text.charAt(span.start) === '#',
      );
      const texts = headings.map(({ span }) => atxContent(text, span.start, span.end));
      assert.deepEqual(
        texts.map(({ start, end }) => text.slice(start, end)),
        expected,
        path,
      );
    }
  });

  it('agrees with remark-frontmatter and gray-matter on where the body begins', () => {
    for (const { path, text } of documents) {
      const { frontMatter, bodyStart } = readFrontMatter(text);
      if (frontMatter?.container !== 'yaml' || text.charCodeAt(0) === 0xfeff) continue;
      // Front matter that is only half typed is read by us, and by neither of them.
      if (!/\n---[ \t]*(?:\r?\n|$)/.test(text)) continue;
      assert.equal(text.slice(remarkBodyStart(text), bodyStart).trim(), '', path);
      assert.equal(splitWithGrayMatter(text)?.content.trimStart(), text.slice(bodyStart).trimStart(), path);
    }
  });

  it('agrees where it once did not', () => {
    for (const text of found) assert.equal(differenceOf(text), null, JSON.stringify(text));
    for (const text of foundProse) assert.equal(proseDifferenceOf(text), null, JSON.stringify(text));
  });

  it('agrees on generated documents', () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const text = generateDocument(randomFrom(seed));
      assert.equal(differenceOf(text), null, `seed ${seed}: ${JSON.stringify(text)}`);
      if (seed % 3 === 0) assert.equal(proseDifferenceOf(text), null, `seed ${seed}: ${JSON.stringify(text)}`);
    }
  });

  it('agrees on noise', () => {
    for (let seed = 1; seed <= 1500; seed++) {
      const text = generateNoise(randomFrom(seed));
      assert.equal(differenceOf(text), null, `seed ${seed}: ${JSON.stringify(text)}`);
    }
  });

  it('agrees on the prose of generated inline marks', () => {
    for (let seed = 1; seed <= 1500; seed++) {
      const text = generateInline(randomFrom(seed));
      assert.equal(proseDifferenceOf(text), null, `seed ${seed}: ${JSON.stringify(text)}`);
    }
  });

  it('agrees on mutated real documents', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomFrom(seed);
      const text = mutate(random.pick(documents).text, random, 700);
      assert.equal(differenceOf(text), null, `seed ${seed}: ${JSON.stringify(text)}`);
      assert.equal(proseDifferenceOf(text), null, `seed ${seed}: ${JSON.stringify(text)}`);
    }
  });
});

type Tree = ReturnType<typeof parseBody> | ReturnType<typeof parseBody>['children'][number];

/** Source of the headings' content, from their first child to their last. */
function collectHeadings(node: Tree, source: string, texts: string[]): void {
  if (!('children' in node)) return;
  if (node.type === 'heading') {
    const start = node.position?.start.offset ?? 0;
    if (source.charAt(start) !== '#') return;
    const first = node.children[0]?.position?.start.offset;
    const last = node.children[node.children.length - 1]?.position?.end.offset;
    texts.push(first === undefined ? '' : source.slice(first, last));
    return;
  }
  for (const child of node.children) collectHeadings(child as Tree, source, texts);
}
