import assert from 'node:assert/strict';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import { coverageTree } from '../../../server/src/workspace/coverageTree.js';
import { parse, sketchSnapshot } from './support.js';

describe('statement and coverage tree', () => {
  it('count the same controls', () => {
    const system = parse(
      'standards: { 90001: 2022, 90002: { roles: [controller] } }\ncontrols:\n  90001:A.5.1: yes\n  90001:A.5.2: no\n',
    );
    const documents = [
      { path: 'a.md', references: ['90001:A.5.1', '90002:A.3.3'] },
      { path: 'b.md', references: ['90001:A.5.10 mention', '90002:A.2.2.2'] },
    ];
    const snapshot = sketchSnapshot({ systems: [system], documents });
    const model = buildSoaModel(system, snapshot);
    const [tree] = coverageTree(snapshot);
    assert.deepEqual(
      tree?.standards.map(({ standard, total, covered }) => [standard.key, total, covered]),
      model.standards.map(({ key, counts }) => [key, counts.toCover, counts.covered]),
    );
  });
});
