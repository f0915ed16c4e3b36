import assert from 'node:assert/strict';
import type { CatalogEntry, Standard } from '../../../../server/src/core/catalog/types.js';
import { allFindings } from '../../../support/checkRules.js';
import { catalogOfProject } from '../../../support/realCatalog.js';
import { makeSnapshot } from '../../../support/workspace.js';

const catalog = catalogOfProject();

/** `A.8.12 … Information backup` of each title that is said to be of another control. */
function mismatches(text: string): string[] {
  const snapshot = makeSnapshot({ 'crosswalk.md': text }, { catalog });
  return allFindings(snapshot)
    .filter(({ code }) => code === 'title-mismatch')
    .map(({ span }) => text.slice(span.start, span.end));
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `# Crosswalk\n\n${lines.join('\n')}\n`;
}

function successorsOf({ key }: CatalogEntry): readonly CatalogEntry[] {
  return catalog.successors(key).filter(({ kind }) => kind === 'control');
}

/** The rows of a right crosswalk, each with the title that `titleOf` chooses. */
function rightRows(old: Standard, titleOf: (old: CatalogEntry, now: CatalogEntry) => string): string[][] {
  return catalog
    .controls(old.key)
    .flatMap((entry) => successorsOf(entry).map((now) => [entry.id, now.id, titleOf(entry, now)]));
}

describe('a crosswalk between editions with a column of titles', () => {
  const withdrawn = catalog.standards.filter(
    ({ status, type }) => status === 'withdrawn' && type === 'management-system',
  );
  for (const old of withdrawn) {
    const now = catalog.editions(old.standard).find(({ status }) => status === 'current')!;
    const heads = [`${old.standard}:${old.edition}`, `${now.standard}:${now.edition}`, 'Title'];

    it(`is right where it follows the mappings from ${old.name}, with old titles and new`, () => {
      assert.deepEqual(
        mismatches(
          table(
            heads,
            rightRows(old, (_, { title }) => title),
          ),
        ),
        [],
      );
      assert.deepEqual(
        mismatches(
          table(
            heads,
            rightRows(old, ({ title }) => title),
          ),
        ),
        [],
      );
    });
  }

  it('has a wrong target where the title is that of another control of the edition', () => {
    const rows = [
      ['A.7.2.1', 'A.1.2.2', 'Identify and document purpose'],
      ['A.7.2.2', 'A.1.2.2', 'Identify lawful basis'],
      ['A.7.3.9', 'A.1.3.9', 'Handling requests'],
    ];
    assert.deepEqual(mismatches(table(['27701:2019', '27701:2025', 'Title'], rows)), [
      'A.1.2.2 | Identify lawful basis',
      'A.1.3.9 | Handling requests',
    ]);
    const heads = ['ISO/IEC 27001:2013', 'ISO/IEC 27001:2022', 'Name'];
    assert.deepEqual(mismatches(table(heads, [['A.12.3.1', '**A.8.12**', 'Information backup']])), [
      'A.8.12** | Information backup',
    ]);
    assert.deepEqual(mismatches(table(heads, [['A.12.6.1', 'A.8.9', 'Management of technical vulnerabilities']])), [
      'A.8.9 | Management of technical vulnerabilities',
    ]);
  });

  it('is left alone where the title is one of the old number, or of several numbers', () => {
    const heads = ['27001:2013', '27001:2022', 'Title'];
    assert.deepEqual(mismatches(table(heads, [['A.9.4.3', 'A.8.5', 'Password management system']])), []);
    assert.deepEqual(mismatches(table(heads, [['A.12.3.1', 'A.8.13, A.8.14', 'Information backup']])), []);
    assert.deepEqual(
      mismatches(table(['Control', 'Beside it', 'Title'], [['A.8.13', 'A.8.12', 'Information backup']])),
      [],
    );
  });
});

describe('a title behind the standard of its id', () => {
  it('is told where it is that of another control', () => {
    const rows = [
      ['A.3.9', 'ISO/IEC 27701:2025', 'Identity management'],
      ['A.8.8', '27001', 'Management of technical vulnerabilities'],
      ['A.8.8', 'ISO/IEC 27001:2022', 'Configuration management'],
    ];
    const told = [
      'A.3.9 | ISO/IEC 27701:2025 | Identity management',
      'A.8.8 | ISO/IEC 27001:2022 | Configuration management',
    ];
    assert.deepEqual(mismatches(table(['ID', 'Standard', 'Title'], rows)), told);
    assert.deepEqual(mismatches(table(['Nr.', 'Norm', 'Titel'], rows)), told);
  });

  it('is told behind a mark, in a column of nothing but titles', () => {
    const rows = [['A.8.8', 'yes', 'Configuration management']];
    const isms = (heads: readonly string[]) => table(heads, rows).replace('# Crosswalk', '# SoA (ISO/IEC 27001:2022)');
    assert.deepEqual(mismatches(isms(['ID', 'Applicable', 'Title'])), ['A.8.8 | yes | Configuration management']);
    assert.deepEqual(mismatches(isms(['ID', 'Applicable', 'Compensating control'])), []);
    assert.deepEqual(mismatches(isms(['ID', 'Applicable', 'Implemented by'])), []);
  });
});
