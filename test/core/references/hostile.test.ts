/**
 * Megabytes of what is worst for the recogniser. Nothing is timed: a quadratic step would run into mocha's limit by orders
 * of magnitude, and the counts show that nothing was given up half-way.
 */
import assert from 'node:assert/strict';
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
];

describe('recogniser on a megabyte', function () {
  this.timeout(120_000);
  for (const [unit, each] of units) {
    it(JSON.stringify(unit), () => {
      const { text, times } = fill(unit);
      const { references } = resolveDocument(parseDocument('x.md', text, context), scope, context);
      if (each !== null) assert.equal(references.length, times * each);
    });
  }

  it('a table of fifty thousand rows', () => {
    const text = `| Control | Note |\n|---|---|\n${'| 5.15 | ISO/IEC 27001:2022 |\n'.repeat(50_000)}`;
    const { references } = resolveDocument(parseDocument('x.md', text, context), scope, context);
    assert.equal(references.length, 50_000);
  });

  it('a front matter list of twenty thousand tags', () => {
    const text = `---\ncontrols:\n${'  - 27001:A.5.15\n'.repeat(20_000)}---\n# T\n`;
    const { references } = resolveDocument(parseDocument('x.md', text, context), scope, context);
    assert.equal(references.length, 20_000);
  });
});
