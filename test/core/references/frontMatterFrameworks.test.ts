/** Lists of front matter beside which a framework is named: whose ids they are. */
import assert from 'node:assert/strict';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/** `27001:2022 A.5.15` of all that is read in the front matter. */
function readIn(frontMatter: string): string[] {
  const text = `---\n${frontMatter}\n---\n# Access (ISO/IEC 27001:2022)\n`;
  return resolveDocument(parseDocument('policy.md', text, context), [], context)
    .references.filter(({ where, kind }) => where === 'front-matter' && kind !== 'external')
    .map(({ standard, edition, ids }) => `${standard}:${edition} ${ids.join(' ')}`);
}

describe('a framework named beside a list in front matter', () => {
  for (const key of ['framework', 'standard', 'norm', 'name', 'source', 'catalog'])
    it(`is not ours: ${key}`, () => {
      assert.deepEqual(readIn(`compliance:\n  - ${key}: PCI DSS\n    controls: ["8.3.1", "8.2"]`), []);
    });

  it('goes for its own map only', () => {
    const lines = [
      'compliance:',
      '  - framework: ISO 27001:2022',
      '    controls: [A.5.15, "8.2"]',
      '  - framework: PCI DSS',
      '    controls: ["8.3.1", "8.2"]',
      '  - controls: ["8.5"]',
      '    framework: CIS Controls v8',
      '  - controls: ["5.16"]',
    ];
    assert.deepEqual(readIn(lines.join('\n')), ['27001:2022 A.5.15', '27001:2022 A.8.2', '27001:2022 A.5.16']);
  });

  it('goes for the maps below it, and says the standard and the edition where it is ours', () => {
    const lines = [
      'compliance:',
      '  - framework: { name: NIST CSF, version: "2.0" }',
      '    controls: [{ id: "8.2" }, { id: "8.3" }]',
      '  - framework: { name: ISO 27001, edition: "2013" }',
      '    controls: [{ id: A.9.2.1 }]',
      '  - standard: ISO 27001',
      '    version: 2013',
      '    controls: [A.5.1]',
      '  - framework: AIMS',
      '    controls: [A.6.2.4]',
    ];
    assert.deepEqual(readIn(lines.join('\n')), ['27001:2013 A.9.2.1', '27001:2013 A.5.1', '42001:2023 A.6.2.4']);
  });

  it('is somebody’s, if it is a name that nobody knows and numbers stand there without a letter', () => {
    assert.deepEqual(readIn('compliance:\n  - framework: Company baseline\n    controls: ["8.2", A.8.3]'), [
      '27001:2022 A.8.3',
    ]);
    assert.deepEqual(readIn('compliance:\n  - framework: Annex A\n    controls: ["8.2"]'), ['27001:2022 A.8.2']);
  });

  it('has ids of its own, also if other standards have such ids', () => {
    assert.deepEqual(readIn('compliance:\n  - standard: NEN 7510\n    controls: [A.5.15]'), []);
  });

  it('at the top says whose numbers are, and nothing of ids with their letter', () => {
    assert.deepEqual(readIn('framework: PCI DSS\ncontrols: ["7.2.1", "8.2", A.5.15]'), ['27001:2022 A.5.15']);
    assert.deepEqual(readIn('framework: [PCI DSS, ISO/IEC 27001]\ncontrols: ["8.2"]'), ['27001:2022 A.8.2']);
    assert.deepEqual(readIn('standard: Rules for offices\ncontrols: ["8.2"]'), ['27001:2022 A.8.2']);
  });

  it('is not everything that has a title', () => {
    assert.deepEqual(readIn('parts:\n  - title: NIS2 reporting\n    controls: ["5.24"]'), ['27001:2022 A.5.24']);
    assert.deepEqual(readIn('parts:\n  - name: Access control\n    controls: ["5.15"]'), ['27001:2022 A.5.15']);
    assert.deepEqual(readIn('parts:\n  - source: CISO\n    iso27001: { controls: ["5.15"] }'), ['27001:2022 A.5.15']);
    assert.deepEqual(readIn('parts:\n  - source: PCI DSS\n    iso27001: { controls: ["5.15"] }'), [
      '27001:2022 A.5.15',
    ]);
  });
});
