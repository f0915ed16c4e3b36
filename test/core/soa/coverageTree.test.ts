import assert from 'node:assert/strict';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import { coverageTree, coverageWithin, listedWithin } from '../../../server/src/workspace/coverageTree.js';
import { realCatalog } from '../../support/miniCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';
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

  it('count documents that the decision lists', () => {
    const system = parse(
      'standards: [90001:2022]\ncontrols:\n  90001:A.5.1: { applicable: yes, documents: [a.md, a.pdf] }\n',
    );
    const snapshot = sketchSnapshot({ systems: [system], documents: [{ path: 'a.md' }], files: ['a.pdf'] });
    const [tree] = coverageTree(snapshot);
    const covered = tree!.standards[0]!.groups[0]!.entries[0]!;
    assert.deepEqual([covered.entry.id, covered.state, covered.claims], ['A.5.1', 'covered', 2]);
    assert.deepEqual(
      listedWithin(covered.entry.key, system, snapshot).map(({ path, name, place }) => [path, name, place.path]),
      [
        ['a.md', 'a.md', 'a.md'],
        ['a.pdf', 'a.pdf', 'a.pdf'],
      ],
    );
    assert.equal(tree!.standards[0]!.covered, buildSoaModel(system, snapshot).standards[0]!.counts.covered);
  });
});

describe('documents that the decision on an excluded control lists', () => {
  it('claim nothing, as in the statement', () => {
    const decision = 'applicable: no, justification: None, documents: [a.md]';
    const system = parse(`standards: [90001:2022]\ncontrols:\n  90001:A.5.1: { ${decision} }\n`);
    const of = (references: string[]) => {
      const snapshot = sketchSnapshot({ systems: [system], documents: [{ path: 'a.md', references }] });
      const { state, claims } = coverageTree(snapshot)[0]!.standards[0]!.groups[0]!.entries[0]!;
      const gaps = buildSoaModel(system, snapshot).rows[0]!.gaps.map(({ code }) => code);
      return [state, claims, gaps.includes('excluded-but-claimed')];
    };
    assert.deepEqual(of([]), ['excluded', 0, false]);
    assert.deepEqual(of(['90001:A.5.1']), ['excluded', 1, true]);
  });
});

describe('documents outside of the workspace', () => {
  it('count for the control that lists them, as in the statement', () => {
    const text =
      'standards: [90001:2022]\ncontrols:\n  90001:A.5.1: { applicable: yes, documents: [../../legal/a.pdf, gone.pdf] }\n';
    const system = parse(text);
    const snapshot = sketchSnapshot({ systems: [system], documents: [{ path: 'b.md' }], files: [] });
    const entry = coverageTree(snapshot)[0]!.standards[0]!.groups[0]!.entries[0]!;
    assert.deepEqual([entry.entry.id, entry.state, entry.claims], ['A.5.1', 'covered', 1]);
    const [outside, ...more] = listedWithin(entry.entry.key, system, snapshot);
    assert.deepEqual([outside!.name, outside!.document, more.length], ['../../legal/a.pdf', null, 0]);
    const { path, span } = outside!.place;
    assert.deepEqual([path, text.slice(span.start, span.end)], ['soa.yaml', '../../legal/a.pdf']);
    assert.equal(buildSoaModel(system, snapshot).standards[0]!.counts.covered, 1);
  });
});

describe('coverage of clauses', () => {
  const catalog = realCatalog();
  const stateOf = (tags: string, id: string) => {
    const files = { 'a.md': `---\nclauses: [${tags}]\n---\n# Audit\n\nSee ISO/IEC 27001:2022, 9.2.1.\n` };
    const snapshot = makeSnapshot(files, { catalog: catalog!, settings: { standards: ['27001:2022'] } });
    const [tree] = coverageTree(snapshot);
    const found = tree!.standards[0]!.groups.flatMap(({ entries }) => entries).find(({ entry }) => entry.id === id)!;
    const within = coverageWithin(found.entry.key, null, snapshot);
    assert.equal(within.claims.length > 0, found.state === 'covered');
    return [found.state, found.claims, found.mentions];
  };

  it('goes down: who tags 9.2 covers 9.2.1 and 9.2.2', function () {
    if (!catalog) this.skip();
    assert.deepEqual(stateOf('27001:9.2', '9.2.1'), ['covered', 1, 0]);
    assert.deepEqual(stateOf('27001:9.2', '9.2.2'), ['covered', 1, 0]);
  });

  it('does not go up or sideways', function () {
    if (!catalog) this.skip();
    assert.deepEqual(stateOf('27001:9.2.1', '9.2.2'), ['uncovered', 0, 0]);
    assert.deepEqual(stateOf('27001:9.3', '9.2.1'), ['mentioned', 0, 1]);
    assert.deepEqual(stateOf('27001:9.2', '9.1'), ['uncovered', 0, 0]);
  });
});
