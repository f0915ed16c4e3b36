/** What a pane is sent of the statement: without places, then only what changed; and where a click leads. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyPatch } from '../../../client/webview/shared/patch.js';
import { ShownModel } from '../../../client/webview/soa/shownModel.js';
import { buildClauseMatrix } from '../../../server/src/core/soa/clauseMatrix.js';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import type { SoaModel } from '../../../server/src/core/soa/modelTypes.js';
import { PaneFiles, paneModel } from '../../../server/src/core/soa/paneModel.js';
import type { PaneFile, PaneModel, SoaTarget } from '../../../server/src/core/soa/paneTypes.js';
import { placeOfTarget } from '../../../server/src/core/soa/places.js';
import { exampleSystem } from '../../support/exampleSystem.js';
import { type DocumentSketch, parse, patchOf, sketchSnapshot } from './support.js';

const tea: DocumentSketch = {
  path: 'tea.md',
  fields: { id: 'POL-1', title: 'Tea Policy', status: 'approved' },
  headings: ['Brewing', 'Serving'],
  references: ['90001:A.5.1', '90001:A.5.1 @0', '90001:A.5.1 @1'],
};
const notes: DocumentSketch = { path: 'notes.md', references: ['90001:A.5.1 mention'] };
const text = `standards: [90001:2022]
controls:
  90001:A.5.1: { applicable: yes, evidence: [pot.md] }
  90001:A.5.2: yes
`;

function modelOf(soa: string | null, documents: readonly DocumentSketch[] = [tea, notes]): SoaModel {
  const system = soa === null ? null : parse(soa);
  const snapshot = sketchSnapshot({ systems: system ? [system] : [], documents, files: ['pot.md'] });
  return buildSoaModel(system, snapshot);
}

describe('The statement without places', () => {
  it('says of each control whether it has a decision, and nothing of where it stands', () => {
    const model = paneModel(modelOf(text));
    assert.deepEqual(
      model.rows.map(({ id, hasDecision }) => [id, hasDecision]),
      [
        ['A.5.1', true],
        ['A.5.2', true],
        ['A.5.10', false],
        ['A.6.1', false],
      ],
    );
    assert.deepEqual(JSON.stringify(model).match(/span|insertAt/gi), null);
    assert.deepEqual(model.rows[0]!.documents, [['tea.md', 'tag', 'Brewing', 'Serving']]);
    assert.deepEqual(model.rows[0]!.mentions, ['notes.md']);
  });
});

describe('The statement that a page makes of it', () => {
  it('says of each document of a row what the core says', () => {
    const listed = text.replace('A.5.2: yes', 'A.5.2: { applicable: yes, documents: [tea.md, pot.md, gone.md] }');
    const model = modelOf(listed.replace('evidence: [pot.md]', 'documents: [tea.md]'));
    const shown = new ShownModel().of(paneModel(model));
    const plain = ({ documents, mentions }: (typeof model.rows)[number]) =>
      [...documents, ...mentions].map(({ span: _, isDraftOrOverdue: __, sections, ...rest }) => ({
        ...rest,
        sections: sections.map(({ heading }) => ({ heading })),
      }));
    assert.deepEqual(
      shown.rows.map(({ documents, mentions }) => [...documents, ...mentions]),
      model.rows.map(plain),
    );
    assert.deepEqual(
      shown.rows.map(({ documents }) => documents.map(({ title, statedBy }) => `${title}: ${statedBy}`)).slice(0, 2),
      [['Tea Policy: both'], ['Tea Policy: statement', 'pot.md: statement']],
    );
  });

  it('has other rows only for controls that a changed document names', () => {
    const page = new ShownModel();
    const renamed = { ...tea, fields: { ...tea.fields, title: 'Cocoa Policy' } };
    const other = { path: 'x.md', references: ['90001:A.5.2'] };
    const [before, after] = [modelOf(text, [tea, notes, other]), modelOf(text, [renamed, notes, other])];
    const patch = patchOf(before, after);
    // The title of a document is told once, and no row for it.
    assert.deepEqual([patch.changed, patch.head, patch.order], [[], undefined, undefined]);
    assert.deepEqual(patch.table?.changed.length, 1);
    const sent = paneModel(before);
    const [shown, next] = [page.of(sent), page.of(applyPatch(sent, patch))];
    assert.deepEqual(next.rows, new ShownModel().of(paneModel(after)).rows);
    assert.deepEqual(
      next.rows.map((row, at) => row === shown.rows[at]),
      [false, true, true, true],
    );
  });

  it('is told of documents what a statement anew would say, whatever came and went before', () => {
    const sketch = fc.record({
      path: fc.constantFrom('a.md', 'b.md', 'c.md', 'tea.md'),
      fields: fc.record({ title: fc.constantFrom('One', 'Two'), status: fc.constantFrom('approved', 'draft') }),
      references: fc.array(fc.constantFrom('90001:A.5.1', '90001:A.5.2', '90001:A.5.10 mention'), { maxLength: 3 }),
    });
    const folder = fc.uniqueArray(sketch, { selector: ({ path }) => path, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(folder, { minLength: 2, maxLength: 6 }), (folders) => {
        const files = new PaneFiles();
        const told = new Map<string, unknown>();
        for (const documents of folders) {
          const { rows } = modelOf(text, documents);
          const { changed = [], gone = [] } = files.take(rows) ?? {};
          for (const file of changed as PaneFile[]) told.set(file.path, file);
          for (const path of gone) assert.ok(told.delete(path), `${path} was never told`);
          const anew = new PaneFiles().after(rows).all();
          assert.deepEqual(Object.fromEntries(told), Object.fromEntries(anew.map((file) => [file.path, file])));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('forgets documents that no row names any more', () => {
    const [before, after] = [modelOf(text), modelOf(text, [notes])];
    const patch = patchOf(before, after);
    assert.deepEqual(patch.table?.gone, ['tea.md']);
    assert.deepEqual(applyPatch(paneModel(before), patch).files, paneModel(after).files);
  });
});

describe('The patch between two statements', () => {
  it('is empty where places alone are others', () => {
    const { changed, head, order } = patchOf(modelOf(text), modelOf(`# a comment above everything\n${text}`));
    assert.deepEqual([changed, head, order], [[], undefined, undefined]);
  });

  it('has the rows that changed and nothing else', () => {
    const patch = patchOf(modelOf(text), modelOf(text.replace('A.5.2: yes', 'A.5.2: { applicable: yes, owner: Ann }')));
    assert.deepEqual(
      (patch.changed as PaneModel['rows']).map(({ id, owner }) => [id, owner]),
      [['A.5.2', 'Ann']],
    );
    assert.deepEqual([patch.head, patch.order], [undefined, undefined]);
  });

  it('has the head without rows where a count or a word of it changed', () => {
    const { head, changed } = patchOf(modelOf(text), modelOf(`organisation: Tea\n${text}`));
    assert.equal((head as PaneModel).header.organisation, 'Tea');
    assert.deepEqual([(head as PaneModel).rows, changed], [[], []]);
  });

  const two = 'standards: { 90001: 2022, 90002: { roles: both } }\n';
  const steps: readonly (string | null)[] = [
    text,
    two,
    'standards: { 90002: { roles: both }, 90001: 2022 }\n',
    `${two}controls: { 90001:A.5.2: no }\nadditional: { OWN-1: { title: Two cups } }\n`,
    `${two}additional: { OWN-2: { title: Two cups }, OWN-1: { title: One cup } }\n`,
    'standards: [90001:2022]\ncontrols: { 90001:A.5.1: no, 90001:A.5.1: yes }\n',
    null,
    text,
  ];
  for (const [index, step] of steps.entries()) {
    it(`makes the next statement of the one before, and keeps rows that are the same (${index})`, () => {
      const [before, after] = [modelOf(steps[(index + steps.length - 1) % steps.length]!), modelOf(step)];
      const shown = paneModel(before);
      const patched = applyPatch(shown, patchOf(before, after));
      assert.deepEqual(patched, paneModel(after));
      const { changed } = patchOf(before, after);
      const kept = patched.rows.filter((row) => shown.rows.includes(row));
      assert.equal(kept.length + changed.length, after.rows.length);
    });
  }
});

describe('Places that a click leads to', () => {
  const place = (target: SoaTarget, model = modelOf(text)) =>
    placeOfTarget(target, model, () => assert.fail('the matrix is not needed'));
  const key = 'iso90001-2022:A.5.1';

  it('are the decision, the document, the section, the file and the mistake', () => {
    const model = modelOf(text);
    const at = (target: SoaTarget) => place(target, model);
    assert.deepEqual(at({ what: 'decision', key }), { path: 'soa.yaml', span: model.rows[0]!.decisionSpan });
    assert.deepEqual(at({ what: 'document', key, path: 'tea.md' }), { path: 'tea.md', span: { start: 10, end: 15 } });
    assert.deepEqual(at({ what: 'document', key, path: 'tea.md', section: 1 })?.span, { start: 1100, end: 1110 });
    assert.equal(at({ what: 'document', key, path: 'notes.md' })?.path, 'notes.md');
    assert.deepEqual(at({ what: 'file', path: 'pot.md' }), { path: 'pot.md', span: null });
    assert.deepEqual(at({ what: 'soa' }), { path: 'soa.yaml', span: null });
    const broken = modelOf(`organisaton: blue\n${text}`);
    assert.deepEqual(place({ what: 'problem', index: 0 }, broken)?.span, broken.problems[0]!.span);
  });

  it('are where a missing decision belongs, and without a soa.yaml the document', () => {
    const model = modelOf(text);
    const undecided: SoaTarget = { what: 'decision', key: 'iso90001-2022:A.5.10' };
    assert.deepEqual(place(undecided, model), { path: 'soa.yaml', span: model.insertAt });
    assert.equal(place({ ...undecided, existing: true }, model), null);
    assert.deepEqual(place({ what: 'decision', key }, modelOf(null))?.path, 'tea.md');
    assert.equal(place(undecided, modelOf(null)), null);
  });

  it('are none for what is not there any more', () => {
    for (const target of [
      { what: 'decision', key: 'x' },
      { what: 'document', key, path: 'gone.md' },
      { what: 'document', key: 'x', path: 'tea.md' },
      { what: 'problem', index: 7 },
    ] satisfies SoaTarget[]) {
      assert.equal(place(target), null, JSON.stringify(target));
    }
    assert.equal(place({ what: 'soa' }, modelOf(null)), null);
  });

  it('are those of the clause matrix for a clause', () => {
    const { system, snapshot } = exampleSystem();
    const matrix = buildClauseMatrix(system, snapshot);
    const cell = matrix.rows.flatMap(({ cells }) => cells).find((each) => each && each.documents.length > 0)!;
    const [document] = cell.documents;
    const target: SoaTarget = { what: 'clause', key: cell.key, path: document!.path };
    const model = buildSoaModel(system, snapshot);
    assert.deepEqual(
      placeOfTarget(target, model, () => matrix),
      { path: document!.path, span: document!.span },
    );
  });
});
