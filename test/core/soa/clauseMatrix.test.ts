import assert from 'node:assert/strict';
import { CoverageIndex } from '../../../server/src/core/coverage.js';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { compareIds } from '../../../server/src/core/soa/clauseAlignment.js';
import { buildClauseMatrix } from '../../../server/src/core/soa/clauseMatrix.js';
import type { ClauseMatrix, ClauseRow } from '../../../server/src/core/soa/clauseMatrixTypes.js';
import { parseSoa } from '../../../server/src/core/soa/parse.js';
import { exampleSystem } from '../../support/exampleSystem.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const three = 'standards: [27001:2022, 27701:2025, 42001:2023]\n';

/** The matrix for such documents (front matter lines and text by path) through the real catalog and parser. */
function matrixOf(documents: Record<string, string>, soa = three): ClauseMatrix {
  const catalog = catalogOfProject();
  const context = { catalog, settings: defaultSettings };
  const system = parseSoa('soa.yaml', soa, catalog);
  const coverage = new CoverageIndex(catalog);
  const parsed = Object.entries(documents).map(([path, text]) => {
    return resolveDocument(parseDocument(path, text, context), system.standards, context);
  });
  for (const document of parsed) coverage.set(document);
  return buildClauseMatrix(system, {
    ...context,
    today: '2026-11-21',
    documents: new Map(parsed.map((document) => [document.path, document])),
    systems: [system],
    coverage,
    textOf: () => null,
    fileExists: () => null,
  });
}

const claiming = (...tags: string[]) =>
  `---\ntitle: T\nclauses: [${tags.map((tag) => `"${tag}"`).join(', ')}]\n---\n# T\n`;
const rowOf = (matrix: ClauseMatrix, id: string): ClauseRow => matrix.rows.find((row) => row.id === id)!;
const statesOf = (matrix: ClauseMatrix, id: string) => rowOf(matrix, id).cells.map((cell) => cell?.state ?? null);

describe('buildClauseMatrix', () => {
  it('puts the clauses of the three standards side by side', () => {
    const matrix = matrixOf({});
    assert.deepEqual(
      matrix.rows.filter(({ depth }) => depth === 1).map(({ id }) => id),
      ['4', '5', '6', '7', '8', '9', '10'],
    );
    assert.deepEqual(
      matrix.standards.map(({ counts }) => counts.total),
      [30, 30, 32],
    );
    assert.deepEqual(
      matrix.rows.filter(({ kind }) => kind === 'one').map(({ id }) => id),
      ['6.1.4', '8.4'],
    );
    assert.equal(rowOf(matrix, '5.1').kind, 'same');
    assert.equal(rowOf(matrix, '5.2').kind, 'own-title');
    assert.deepEqual(
      rowOf(matrix, '5.2').cells.map((cell) => cell?.title),
      ['Policy', 'Privacy policy', 'AI policy'],
    );
  });

  it('says of the main clauses what can be shared and what stays specific', () => {
    const matrix = matrixOf({});
    for (const row of matrix.rows) {
      assert.equal(row.sharedText !== null && row.differsText !== null, row.depth === 1, row.id);
    }
  });

  it('covers the clauses below a claimed one', () => {
    const matrix = matrixOf({ 'a.md': claiming('27001:7.5') });
    assert.deepEqual(statesOf(matrix, '7.5.2'), ['covered', 'uncovered', 'uncovered']);
    assert.deepEqual(
      rowOf(matrix, '7.5.2').cells[0]!.documents.map(({ path, claimed, isWhole }) => [path, claimed, isWhole]),
      [['a.md', '7.5', true]],
    );
    assert.equal(matrix.standards[0]!.counts.covered, 3);
  });

  it('covers a clause when all clauses below are covered, and partly before', () => {
    const some = matrixOf({ 'a.md': claiming('27001:9.2.1') });
    assert.equal(statesOf(some, '9.2')[0], 'partly');
    assert.equal(statesOf(some, '9')[0], 'partly');
    const all = matrixOf({ 'a.md': claiming('27001:9.2.1'), 'b.md': claiming('27001:9.2.2') });
    assert.equal(statesOf(all, '9.2')[0], 'covered');
    assert.equal(statesOf(all, '9')[0], 'partly');
  });

  it('does not take a lettered item for the clause', () => {
    const matrix = matrixOf({ 'a.md': claiming('27001:6.1.3 d') });
    assert.equal(statesOf(matrix, '6.1.3')[0], 'partly');
    const [gap] = rowOf(matrix, '6.1.3').gaps;
    assert.equal(gap!.code, 'clause-partly');
    assert.match(gap!.text, /^ISO\/IEC 27001:2022, clause 6\.1\.3: documents claim only a part of it \(6\.1\.3 d\)\.$/);
    assert.equal(matrix.standards[0]!.counts.partly, 1);
  });

  it('tells what is only cited, and who claims the clause for another standard', () => {
    const matrix = matrixOf({
      'a.md': claiming('27001:9.3'),
      'b.md': '# B\n\nWe follow clause 9.3.1 of ISO/IEC 42001:2023.\n',
    });
    assert.deepEqual(statesOf(matrix, '9.3.1'), ['covered', 'uncovered', 'mentioned']);
    assert.deepEqual(
      rowOf(matrix, '9.3.1').gaps.map(({ text }) => text),
      [
        'ISO/IEC 27701:2025, clause 9.3.1: no document claims it. T claims the same clause of ISO/IEC 27001:2022.',
        'ISO/IEC 42001:2023, clause 9.3.1: no document claims it; one cites it. T claims the same clause of ISO/IEC 27001:2022.',
      ],
    );
  });

  it('has a gap where only drafts claim the clause', () => {
    const text = claiming('27001:5.1').replace('title: T', 'title: T\nstatus: draft');
    const row = rowOf(matrixOf({ 'a.md': text }), '5.1');
    assert.deepEqual([row.cells[0]!.state, row.gaps[0]!.code], ['covered', 'clause-only-draft']);
  });

  it('counts the documents that it does not list', () => {
    const many = (name: string, text: string) =>
      Object.fromEntries(Array.from({ length: 23 }, (_, i) => [`${name}${String(i).padStart(2, '0')}.md`, text]));
    const draft = claiming('27001:5.1').replace('title: T', 'title: T\nstatus: draft');
    const matrix = matrixOf({
      ...many('a', draft),
      'z.md': claiming('27001:5.1').replace('title: T', 'title: T\nstatus: approved'),
      ...many('c', '# C\n\nWe follow clause 5.3 of ISO/IEC 27001:2022.\n'),
    });
    const gaps = (id: string) => rowOf(matrix, id).gaps.filter(({ standardKey }) => standardKey === 'iso27001-2022');
    assert.deepEqual(gaps('5.1'), [], 'the one that counts is not among the first twenty');
    assert.match(gaps('5.3')[0]!.text, /no document claims it; 23 cite it\./);
  });

  it('names the documents that serve several standards', () => {
    const matrix = matrixOf({
      'a.md': claiming('27001:10.1', '27701:10.1', '42001:10.1'),
      'b.md': claiming('27001:10.1', '42001:10.1'),
      'c.md': claiming('27001:10.1'),
    });
    assert.deepEqual(
      rowOf(matrix, '10.1').shared.map(({ path, standardKeys }) => [path, standardKeys.length]),
      [
        ['a.md', 3],
        ['b.md', 2],
      ],
    );
    assert.equal(matrix.commonShared, 1);
    assert.equal(matrix.common, 30);
  });

  it('pairs the clauses of replaced editions by what became of them, not by their numbers', () => {
    const matrix = matrixOf({}, 'standards: [27001:2013, 27701:2019, 42001:2023]\n');
    const idsOf = (row: ClauseRow) => row.cells.map((cell) => cell?.id ?? null);
    assert.deepEqual(idsOf(rowOf(matrix, '10.1')), ['10.1', '5.8.1', '10.2']);
    assert.deepEqual(idsOf(rowOf(matrix, '4.1')), ['4.1', '5.2.1', '4.1']);
    // 27701:2019 has guidance where the others have clauses 6 to 8: it stands in no row of its own.
    assert.ok(matrix.rows.every(({ cells }) => cells[1] === null || cells[1]!.id.startsWith('5.')));
    const [edition2013, edition2019, ai] = matrix.standards.map(({ counts }) => counts.total);
    assert.deepEqual([edition2013, edition2019, ai], [26, 26, 32]);
    // 9.2 has no parts in 2013, and is a gap there although 42001 has 9.2.1 and 9.2.2.
    assert.ok(rowOf(matrix, '9.2').gaps.some(({ standardKey }) => standardKey === 'iso27001-2013'));
  });

  it('is empty without a standard in scope, and plain data', () => {
    assert.deepEqual(matrixOf({}, 'organisation: X\n').rows, []);
    const matrix = matrixOf({ 'a.md': claiming('27001:7.5') });
    assert.deepEqual(JSON.parse(JSON.stringify(matrix)), matrix);
    assert.deepEqual(matrixOf({ 'a.md': claiming('27001:7.5') }), matrix);
  });

  it('shows the example system covered, with its own policies where it has them', () => {
    const { system, snapshot } = exampleSystem();
    const matrix = buildClauseMatrix(system, snapshot);
    assert.deepEqual(
      matrix.rows.flatMap(({ gaps }) => gaps),
      [],
    );
    assert.deepEqual(
      rowOf(matrix, '5.2').cells.map((cell) => cell?.documents.map(({ id }) => id)),
      [['POL-ISP-01'], ['POL-PRV-01'], ['POL-AI-01']],
    );
    assert.deepEqual([matrix.common, matrix.commonShared], [30, 28]);
  });
});

describe('compareIds', () => {
  it('orders as the standards do', () => {
    assert.deepEqual(['10', '9.3', '6.1.1', '6.1', '4', '6.1.10', '6.1.2'].sort(compareIds), [
      '4',
      '6.1',
      '6.1.1',
      '6.1.2',
      '6.1.10',
      '9.3',
      '10',
    ]);
  });
});
