/** The example management system through the real catalog and parser: its gaps are those that its README names. */
import assert from 'node:assert/strict';
import { contentHash } from '../../../server/src/core/soa/contentHash.js';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import type { SoaModel } from '../../../server/src/core/soa/modelTypes.js';
import { exampleSystem } from '../../support/exampleSystem.js';

function exampleModel(): SoaModel {
  const { system, snapshot } = exampleSystem();
  return buildSoaModel(system, snapshot);
}

describe('statement of the example', () => {
  let model: SoaModel;

  before(() => {
    model = exampleModel();
  });

  it('lists 93, 78 and 38 controls', () => {
    assert.deepEqual(
      model.standards.map(({ key, counts }) => [key, counts.total, counts.notInRole]),
      [
        ['iso27001-2022', 93, 0],
        ['iso27701-2025', 78, 0],
        ['iso42001-2023', 38, 0],
        ['additional', 1, 0],
      ],
    );
  });

  it('is written without a mistake', () => {
    assert.deepEqual(model.problems, []);
  });

  it('has exactly the gaps that its README names', () => {
    const gaps = model.rows.flatMap((row) => row.gaps.map(({ code }) => `${row.standard}:${row.id} ${code}`));
    assert.deepEqual(gaps, [
      '27001:A.7.4 undecided',
      '27001:A.7.4 uncovered',
      '27001:A.7.13 uncovered',
      '27001:A.7.13 implemented-without-document',
      '27001:A.8.12 only-draft',
      '27001:A.8.30 excluded-but-claimed',
    ]);
  });

  it('has a control of its own behind those of the standards', () => {
    const { key, source, documents } = model.rows.at(-1)!;
    assert.deepEqual(
      [key, source, documents.map(({ id, statedBy }) => `${id} ${statedBy}`)],
      ['additional:LHA-01', 'Hospital Framework Agreement, Schedule 5', ['POL-HOV-01 statement']],
    );
  });

  it('is what was released, with its history', () => {
    const { system } = exampleSystem();
    assert.equal(model.header.released?.hash, contentHash(system), 'stamp it anew: clausemark soa release');
    assert.deepEqual(
      model.header.history.map(({ version }) => version),
      ['3.0', model.header.version],
    );
  });

  it('finds all its evidence', () => {
    const evidence = model.rows.flatMap((row) => row.evidence);
    assert.ok(evidence.length > 150);
    assert.deepEqual(
      evidence.filter((item) => item.exists !== true),
      [],
    );
  });
});
