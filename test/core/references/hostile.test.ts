/**
 * Megabytes of what is worst for the recogniser. Nothing is timed: a quadratic step would run into mocha's limit by orders
 * of magnitude. The counts show how much is read, and that whatever is left out is said.
 */
import assert from 'node:assert/strict';
import type { ParseProblem } from '../../../server/src/core/document.js';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };
const scope = [
  { standard: '27001', edition: '2022' },
  { standard: '42001', edition: '2023' },
];
const size = 1_000_000;

function fill(unit: string): { text: string; times: number } {
  const times = Math.floor(size / unit.length);
  return { text: unit.repeat(times), times };
}

/** The unit, and how many references each repetition gives (null: whatever comes, but no exception). */
const units: readonly (readonly [string, number | null])[] = [
  ['A.5.15, ', 1],
  ['ISO 27001 A.5.1, ', 1],
  ['clause 4.1 (', null],
  ['A.5.1-', null],
  ['(', 0],
  ['A.', 0],
  ['5.', 0],
  ['27001/', 0],
  ['- A.5.15 x\n', 1],
  ['# A.8.16 x\n\n', 1],
  ['> A.8.16\n\n', 1],
  ['A.8.2 A.5.2 ISO 42001 and ISO 27001. ', null],
  ['<!-- controls: 27001:A.5.1 -->\n\n', 1],
  ['GDPR Art. 5(1)(f) ', 0],
  ['GDPR wants much, see Article 5, letra k), and ', 0],
  ['## GDPR\n\nArticle 61, Abs. 2, n.º 2\n\n', 0],
  ['NIS2 21(2)(a), (b) of the ', 0],
  ['| Art. 5 ', 0],
  ['see 8.2, per 9.3; ', null],
  ['words (9.2) ', null],
  ['ISMS 4.1 ', null],
  ['9.2 Internal audit, ', null],
  ['clause 9.2 of both standards, ', null],
  ['## Clause 7\n\n7.5 x\n\n', null],
  ['clause 4.4 of the Schedule. ', 0],
];

/** All of them, or as many as are enough for any handbook and a word about the rest. */
function assertRead(count: number, expected: number, problems: readonly ParseProblem[]): void {
  if (count === expected) return;
  assert.ok(count >= 2500 && count < expected, `${count} of ${expected}`);
  assert.ok(
    problems.some(({ code }) => code === 'too-large'),
    'what is left out must be said',
  );
}

describe('recogniser on a megabyte', function () {
  this.timeout(120_000);
  for (const [unit, each] of units) {
    it(JSON.stringify(unit), () => {
      const { text, times } = fill(unit);
      const { references, problems } = resolveDocument(parseDocument('x.md', text, context), scope, context);
      if (each !== null) assertRead(references.length, times * each, problems);
    });
  }

  it('a row of eighty thousand cells in HTML', () => {
    const text = `# ISO 27001\n\n<table>\n<tr>${'<td>A.5.1</td>'.repeat(80_000)}</table>\n`;
    const { references, problems } = resolveDocument(parseDocument('x.md', text, context), scope, context);
    assertRead(references.length, 80_000, problems);
  });

  it('a handbook of two thousand references, all of them', () => {
    const text = 'Access to systems is granted by their owner (ISO/IEC 27001:2022 A.5.15).\n\n'.repeat(2000);
    const { references, problems } = resolveDocument(parseDocument('x.md', text, context), scope, context);
    assert.equal(references.length, 2000);
    assert.deepEqual(problems, []);
  });

  it('a table of fifty thousand rows', () => {
    const text = `| Control | Note |\n|---|---|\n${'| 5.15 | ISO/IEC 27001:2022 |\n'.repeat(50_000)}`;
    const { references, problems } = resolveDocument(parseDocument('x.md', text, context), scope, context);
    assertRead(references.length, 50_000, problems);
  });

  it('a front matter list of ten thousand tags', () => {
    const text = `---\ncontrols:\n${'  - 27001:A.5.15\n'.repeat(10_000)}---\n# T\n`;
    const { references, problems } = resolveDocument(parseDocument('x.md', text, context), scope, context);
    assertRead(references.length, 10_000, problems);
  });

  it('a front matter of a megabyte is left alone', () => {
    const text = `---\ncontrols:\n${'  - 27001:A.5.15\n'.repeat(70_000)}---\n# T\n\n27001:A.5.16\n`;
    const { references, problems } = resolveDocument(parseDocument('x.md', text, context), scope, context);
    assert.deepEqual(
      references.map(({ id }) => id),
      ['A.5.16'],
    );
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['too-large'],
    );
  });
});
