import assert from 'node:assert/strict';
import { buildReuse } from '../../../server/src/core/soa/reuse.js';
import { coverageTree } from '../../../server/src/workspace/coverageTree.js';
import { exampleSystem } from '../../support/exampleSystem.js';
import { parse, sketchSnapshot } from './support.js';

const soa = `standards: { 90001: 2022, 90002: { roles: [controller] } }
controls:
  90001:A.5.10: { applicable: yes, documents: [notes.md, kettle.pdf, nowhere.md] }
`;

const documents = [
  { path: 'notes.md', references: ['90001:A.5.1 mention'] },
  {
    path: 'tea.md',
    fields: { id: 'POL-1', title: 'Tea Policy', status: 'draft' },
    headings: ['Brewing'],
    references: ['90001:A.5.1', '90001:A.5.1 @0', '90001:5.1', '90002:A.3.3', '90002:A.2.2.2'],
  },
  { path: 'biscuits.md', references: ['90001:A.6.1'] },
] as const;

function matrix() {
  const system = parse(soa);
  return buildReuse(system, sketchSnapshot({ systems: [system], documents: [...documents], files: ['kettle.pdf'] }));
}

const ids = (entries: readonly { id: string }[] | undefined) => (entries ?? []).map(({ id }) => id);

describe('reuse of documents', () => {
  it('counts each requirement once per document, and keeps clauses and controls apart', () => {
    const tea = matrix().documents[0]!;
    assert.deepEqual(
      [tea.path, tea.id, tea.title, tea.concern, tea.total, tea.standardCount],
      ['tea.md', 'POL-1', 'Tea Policy', 'draft', 3, 2],
    );
    assert.deepEqual(ids(tea.cells[0]?.controls), ['A.5.1']);
    assert.deepEqual(ids(tea.cells[0]?.clauses), ['5.1']);
    assert.deepEqual(ids(tea.cells[1]?.controls), ['A.3.3'], 'a control for another role does not count');
  });

  it('counts documents that the soa.yaml lists, and not those that only mention', () => {
    const { documents: found } = matrix();
    assert.deepEqual(
      found.map(({ path, total, cells }) => [path, total, ids(cells[0]?.controls)]),
      [
        ['tea.md', 3, ['A.5.1']],
        ['biscuits.md', 1, ['A.6.1']],
        ['kettle.pdf', 1, ['A.5.10']],
        ['notes.md', 1, ['A.5.10']],
      ],
    );
  });

  it('says how much of each standard no document serves', () => {
    const { standards, sharedCount } = matrix();
    assert.deepEqual(
      standards.map(({ standard, total, unserved, documentCount }) => [standard, total, unserved, documentCount]),
      [
        ['90001', 5, 1, 4],
        ['90002', 3, 2, 1],
      ],
    );
    assert.equal(sharedCount, 1);
  });

  it('counts as served what the coverage counts', () => {
    const text = `standards: { 90001: 2022 }
controls:
  90001:A.5.1: no
  90001:A.5.10: { applicable: yes, documents: [../outside.pdf] }
`;
    const system = parse(text);
    const snapshot = sketchSnapshot({ systems: [system], documents: [...documents], files: [] });
    const [standard] = buildReuse(system, snapshot).standards;
    const counts = coverageTree(snapshot)[0]!.standards[0]!;
    assert.deepEqual([counts.total, counts.covered], [3, 2]);
    // And one clause, which tea.md tags.
    assert.deepEqual([standard!.total, standard!.unserved], [4, 1]);
  });

  it('finds in the example the policies that serve all three standards first', () => {
    const { system, snapshot } = exampleSystem();
    const reuse = buildReuse(system, snapshot);
    assert.equal(reuse.documents[0]!.standardCount, 3);
    for (const document of reuse.documents) {
      const sum = document.cells.reduce(
        (all, cell) => all + (cell ? cell.controls.length + cell.clauses.length : 0),
        0,
      );
      assert.equal(sum, document.total);
    }
    assert.deepEqual(reuse, buildReuse(system, snapshot));
  });
});
