/** Front matter that holds clauses: by the word for them above a standard, and beside controls that have their letter. */
import assert from 'node:assert/strict';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/** `27001 9.2` of all that is read in the front matter. */
function readIn(...lines: string[]): string[] {
  const text = `---\n${lines.join('\n')}\n---\n# Handbook\n`;
  return resolveDocument(parseDocument('handbook.md', text, context), [], context)
    .references.filter(({ where }) => where === 'front-matter')
    .map(({ standard, ids }) => `${standard} ${ids.join(' ')}`);
}

describe('clauses in front matter', () => {
  it('are what stands below a word for them, whatever standard is named between', () => {
    for (const key of ['clauses', 'iso_clauses', 'aims_clauses', 'kapitel', 'related_clauses'])
      assert.deepEqual(
        readIn(`${key}:`, '  iso27001: ["4.1", "7.5.3", "9.3"]', '  ISO 42001: "6.1.4, 8.4"'),
        ['27001 4.1', '27001 7.5.3', '27001 9.3', '42001 6.1.4', '42001 8.4'],
        key,
      );
    assert.deepEqual(readIn('clauses:', '  - iso_42001: ["9.2"]', '  - mapping: ["27001:9.2"]'), [
      '42001 9.2',
      '27001 9.2',
    ]);
  });

  it('are what stands below words for requirements and chapters, below or beside a standard', () => {
    const ids = ['27001 9.2', '27001 10.2'];
    for (const key of ['requirements', 'chapters', 'sections', 'kapitel', 'anforderungen', 'exigences', 'chapitres']) {
      assert.deepEqual(readIn('standard: ISO/IEC 27001:2022', `${key}: ["9.2", "10.2"]`), ids, key);
      assert.deepEqual(readIn(`iso27001: {${key}: ["9.2", "10.2"]}`), ids, key);
      assert.deepEqual(readIn('standards:', '  - name: ISO 27001', `    ${key}: ["9.2", "10.2"]`), ids, key);
      assert.deepEqual(readIn('normes:', '  - nom: ISO 27001', `    ${key}: ["9.2", "10.2"]`), ids, key);
    }
  });

  it('are not the requirements and sections of something else', () => {
    assert.deepEqual(readIn('title: Audit of ISO/IEC 27001', 'sections: ["8.2", "10.2"]'), []);
    assert.deepEqual(readIn('framework: PCI DSS', 'requirements: ["8.2", "10.2"]'), []);
    assert.deepEqual(readIn('iso27001: {items: ["8.2"], requirements: ["5.15", "8.2"]}'), [
      '27001 A.8.2',
      '27001 A.5.15',
      '27001 A.8.2',
    ]);
  });

  it('are not what a word for controls stands right above', () => {
    assert.deepEqual(readIn('clauses:', '  iso27001:', '    annex_a: ["8.2"]', '    controls: ["5.15"]'), [
      '27001 A.8.2',
      '27001 A.5.15',
    ]);
    assert.deepEqual(readIn('controls:', '  iso27001: ["8.2", "5.15"]'), ['27001 A.8.2', '27001 A.5.15']);
  });

  it('are all numbers below a standard where all are clauses, and one is no control or controls share them often', () => {
    assert.deepEqual(readIn('iso27001: ["9.3", "7.2"]'), ['27001 9.3', '27001 7.2']);
    assert.deepEqual(readIn('iso27001: "9.3, 7.2"'), ['27001 9.3', '27001 7.2']);
    assert.deepEqual(readIn('iso42001: "9.3"'), ['42001 9.3']);
    assert.deepEqual(readIn('satisfies:', '  ISO 42001: ["7.2", "10.2"]'), ['42001 7.2', '42001 10.2']);
  });

  it('are not numbers that controls have too, nor those beside a control', () => {
    assert.deepEqual(readIn('iso27001: ["8.2", "8.3"]'), ['27001 A.8.2', '27001 A.8.3']);
    assert.deepEqual(readIn('iso42001: ["6.2.4", "8.2"]'), ['42001 A.6.2.4', '42001 A.8.2']);
    for (const key of ['iso42001_controls', 'annex_a: {iso42001', 'controls: {iso42001'])
      assert.deepEqual(readIn(`${key}: ["8.2", "9.3"]${key.includes('{') ? '}' : ''}`), ['42001 A.8.2', '42001 A.9.3']);
  });

  it('stand without a letter beside controls that have theirs, in a list and in one text', () => {
    const ids = ['42001 6.1.4', '42001 8.4', '42001 A.5.2'];
    assert.deepEqual(readIn('iso42001: ["6.1.4", "8.4", "A.5.2"]'), ids);
    assert.deepEqual(readIn('ISO 42001: "6.1.4, 8.4, A.5.2"', 'ISO 27001: "5.2, A.5.1"'), [
      ...ids,
      '27001 5.2',
      '27001 A.5.1',
    ]);
    assert.deepEqual(readIn('frameworks:', '  iso42001: "8.2; A.5.2–A.5.5"'), [
      '42001 8.2',
      '42001 A.5.2 A.5.3 A.5.4 A.5.5',
    ]);
    assert.deepEqual(readIn('iso_42001: 5.2 + A.2.2'), ['42001 5.2', '42001 A.2.2']);
    assert.deepEqual(readIn('iso27001_controls: "5.2, A.5.1"'), ['27001 A.5.2', '27001 A.5.1']);
    assert.deepEqual(readIn('standard: ISO/IEC 27001:2022', 'annex_a: ["5.2", "A.5.1"]'), [
      '27001 A.5.2',
      '27001 A.5.1',
    ]);
  });

  it('are of the standard of their key, where that has no control of the number', () => {
    assert.deepEqual(readIn('iso42001: ["6.1.4", "8.4"]', 'iso27001: ["5.15", "8.2"]'), [
      '42001 6.1.4',
      '42001 8.4',
      '27001 A.5.15',
      '27001 A.8.2',
    ]);
  });
});
