import assert from 'node:assert/strict';
import { documentLimit } from '../../../server/src/core/soa/documents.js';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import type { SoaModel, SoaRow } from '../../../server/src/core/soa/modelTypes.js';
import { type DocumentSketch, parse, type SnapshotSketch, sketchSnapshot } from './support.js';

/** The model of a soa.yaml (its decisions, or the whole text) and documents. */
function modelOf(text: string | null, sketch: SnapshotSketch = {}): SoaModel {
  const system = text === null ? null : parse(text);
  return buildSoaModel(system, sketchSnapshot({ systems: system ? [system] : [], ...sketch }));
}

function rowOf(model: SoaModel, id: string): SoaRow {
  const row = model.rows.find((item) => item.id === id);
  assert.ok(row, `no row ${id}`);
  return row;
}

/** The gap codes of A.5.1 under such a decision and documents. */
function gapsOf(decision: string, documents: readonly DocumentSketch[] = [], files?: readonly string[]): string[] {
  const model = modelOf(`standards: [90001:2022]\ncontrols:\n  90001:A.5.1: ${decision}\n`, { documents, files });
  return rowOf(model, 'A.5.1').gaps.map((gap) => gap.code);
}

const approved: DocumentSketch = {
  path: 'policies/tea.md',
  fields: { title: 'Tea Policy', id: 'POL-1', status: 'approved', nextReview: '2027-01-01' },
  headings: ['Brewing', 'Serving'],
  references: ['90001:A.5.1'],
};

describe('buildSoaModel', () => {
  it('lists every control of every standard in scope in the order of the standards', () => {
    const model = modelOf('standards: { 90002: { roles: both }, 90001: 2022 }\n');
    assert.deepEqual(
      model.rows.map((row) => row.key),
      [
        'iso90002-2025:A.1.2.2',
        'iso90002-2025:A.2.2.2',
        'iso90002-2025:A.3.3',
        'iso90002-2025:A.5.1',
        'iso90001-2022:A.5.1',
        'iso90001-2022:A.5.2',
        'iso90001-2022:A.5.10',
        'iso90001-2022:A.6.1',
      ],
    );
    assert.deepEqual(
      model.standards.map((standard) => [standard.name, standard.groups.map((group) => group.id)]),
      [
        ['ISO/IEC 90002:2025', ['A.1.2', 'A.2', 'A.3']],
        ['ISO/IEC 90001:2022', ['A.5', 'A.6']],
      ],
    );
    assert.deepEqual(model.standards[0]?.groups[0]?.above, { id: 'A.1', title: 'Hosts' });
  });

  it('carries the header and the decision of a row', () => {
    const model = modelOf(
      'organisation: Tea\nversion: 2.10\nstandards: [90001:2022]\ncontrols:\n  90001:A.5.2:\n    applicable: yes\n    justification: Why not.\n    drivers: { risk: [R-1] }\n    status: planned\n    target: 2027\n    owner: Ann\n    evidence: [tea.md]\n',
      { files: [] },
    );
    assert.equal(model.header.organisation, 'Tea');
    assert.equal(model.header.version, '2.10');
    const row = rowOf(model, 'A.5.2');
    assert.deepEqual(
      [row.applicability, row.justification, row.status, row.owner, row.target],
      ['yes', 'Why not.', 'planned', 'Ann', '2027'],
    );
    assert.deepEqual(row.drivers, [{ kind: 'risk', ids: ['R-1'] }]);
    assert.deepEqual(
      row.evidence.map(({ text, kind, path, exists }) => [text, kind, path, exists]),
      [['tea.md', 'file', 'tea.md', false]],
    );
    assert.ok(row.decisionSpan);
    assert.equal(rowOf(model, 'A.5.1').decisionSpan, null);
  });

  it('links documents that claim a control, with their sections', () => {
    const documents: DocumentSketch[] = [
      { ...approved, references: ['90001:A.5.1', '90001:A.5.1 @1', '90001:A.5.1 @1', '90001:A.5.1 @0'] },
      { path: 'a.md', headings: ['Pots'], references: ['90001:A.5.1 @0'] },
      { path: 'notes.md', references: ['90001:A.5.1 mention'] },
    ];
    const row = rowOf(modelOf('standards: [90001:2022]\n', { documents }), 'A.5.1');
    assert.deepEqual(
      row.documents.map(({ path, title, id, status, sections }) => [path, title, id, status, sections]),
      [
        ['a.md', 'a', null, null, [{ heading: 'Pots', span: { start: 1000, end: 1010 } }]],
        [
          'policies/tea.md',
          'Tea Policy',
          'POL-1',
          'approved',
          [
            { heading: 'Serving', span: { start: 1100, end: 1110 } },
            { heading: 'Brewing', span: { start: 1000, end: 1010 } },
          ],
        ],
      ],
    );
    assert.deepEqual(row.documents[1]?.span, { start: 10, end: 15 });
    assert.deepEqual(
      row.mentions.map((document) => document.path),
      ['notes.md'],
    );
  });

  it('lists a document that claims and mentions a control once', () => {
    const documents = [{ ...approved, references: ['90001:A.5.1', '90001:A.5.1 mention'] }];
    const row = rowOf(modelOf('standards: [90001:2022]\n', { documents }), 'A.5.1');
    assert.deepEqual([row.documents.length, row.mentions.length], [1, 0]);
  });

  it('limits the documents of a row and counts the rest', () => {
    const documents = Array.from({ length: documentLimit + 7 }, (_, i) => ({
      path: `${String(i).padStart(3, '0')}.md`,
      references: ['90001:A.5.1'],
    }));
    const row = rowOf(modelOf('standards: [90001:2022]\n', { documents }), 'A.5.1');
    assert.deepEqual([row.documents.length, row.moreDocuments], [documentLimit, 7]);
  });

  it('lists all documents of a row where a record is made of it', () => {
    const many = (kind: string) =>
      Array.from({ length: documentLimit + 7 }, (_, i) => ({
        path: `${kind}${String(i).padStart(3, '0')}.md`,
        references: [`90001:A.5.1${kind === 'claim' ? '' : ' mention'}`],
      }));
    const system = parse('standards: [90001:2022]\n');
    const snapshot = sketchSnapshot({ systems: [system], documents: [...many('claim'), ...many('mention')] });
    const row = rowOf(buildSoaModel(system, snapshot, 'all'), 'A.5.1');
    assert.deepEqual([row.documents.length, row.moreDocuments], [documentLimit + 7, 0]);
    assert.deepEqual([row.mentions.length, row.moreMentions], [documentLimit + 7, 0]);
    assert.equal(
      rowOf(buildSoaModel(system, snapshot), 'A.5.1').documents.length,
      documentLimit,
      'and the pane still not',
    );
  });

  it('tells controls outside the roles and leaves them out of the numbers', () => {
    const model = modelOf('standards: { 90002: { roles: [controller] } }\ncontrols:\n  90002:A.1.2.2: no\n');
    assert.deepEqual(
      model.rows.map((row) => [row.id, row.isInRole]),
      [
        ['A.1.2.2', true],
        ['A.2.2.2', false],
        ['A.3.3', true],
        ['A.5.1', true],
      ],
    );
    assert.deepEqual(rowOf(model, 'A.2.2.2').gaps, []);
    assert.deepEqual([model.counts.total, model.counts.excluded, model.counts.notInRole], [3, 1, 1]);
  });

  it('counts gaps among the controls that it counts, in a theme too', () => {
    const model = modelOf('standards: { 90002: { roles: [controller] } }\ncontrols:\n  90002:A.2.2.2: yes\n');
    assert.ok(rowOf(model, 'A.2.2.2').gaps.length > 0);
    assert.deepEqual([model.counts.total, model.counts.withGaps, model.counts.notInRole], [3, 3, 1]);
    const caterers = model.standards[0]?.groups.find(({ id }) => id === 'A.2');
    assert.deepEqual([caterers?.counts.total, caterers?.counts.withGaps], [0, 0]);
  });

  it('counts per group and standard', () => {
    const model = modelOf(
      'standards: [90001:2022]\ncontrols:\n  90001:A.5.1: { applicable: yes, status: implemented }\n  90001:A.5.2: no\n  90001:A.5.10: undecided\n',
      { documents: [approved] },
    );
    const counts = {
      total: 3,
      applicable: 1,
      excluded: 1,
      undecided: 1,
      implemented: 1,
      toCover: 2,
      covered: 1,
      withGaps: 3,
      notInRole: 0,
    };
    assert.deepEqual(model.standards[0]?.groups[0]?.counts, counts);
    const all = { ...counts, total: 4, undecided: 2, toCover: 3, withGaps: 4 };
    assert.deepEqual([model.standards[0]?.counts, model.counts], [all, all]);
  });

  it('counts as implemented only what applies', () => {
    const model = modelOf(
      'standards: [90001:2022]\ncontrols:\n  90001:A.5.1: { applicable: yes, status: implemented }\n  90001:A.5.2: { applicable: undecided, status: implemented }\n',
    );
    assert.deepEqual([model.counts.applicable, model.counts.implemented, model.counts.undecided], [1, 1, 3]);
  });

  it('counts the documents of its own folder only', () => {
    const outer = parse('standards: [90001:2022]\n', 'soa.yaml');
    const inner = parse('standards: [90001:2022]\n', 'sub/soa.yaml');
    const documents = [approved, { path: 'sub/a.md', references: ['90001:A.5.2'] }];
    const snapshot = sketchSnapshot({ systems: [outer, inner], documents });
    const covered = (model: SoaModel) => model.rows.filter((row) => row.documents.length > 0).map((row) => row.id);
    assert.deepEqual(covered(buildSoaModel(outer, snapshot)), ['A.5.1']);
    assert.deepEqual(covered(buildSoaModel(inner, snapshot)), ['A.5.2']);
  });

  it('makes equal models of equal input', () => {
    const make = () => modelOf('standards: [90001:2022]\ncontrols: { 90001:A.5.1: yes }\n', { documents: [approved] });
    assert.equal(JSON.stringify(make()), JSON.stringify(make()));
  });

  it('is plain data', () => {
    const model = modelOf('standards: [90001:2022]\ncontrols: { 90001:A.5.1: yes }\n', { documents: [approved] });
    assert.deepEqual(JSON.parse(JSON.stringify(model)), model);
  });
});

describe('buildSoaModel without a soa.yaml', () => {
  it('takes the standards that the documents claim', () => {
    const model = modelOf(null, {
      documents: [approved, { path: 'b.md', references: ['90002:A.3.3 mention'] }],
    });
    assert.deepEqual(
      model.standards.map((standard) => standard.key),
      ['iso90001-2022'],
    );
    assert.equal(model.path, null);
    assert.ok(model.rows.every((row) => row.applicability === 'undecided'));
    assert.deepEqual(
      rowOf(model, 'A.5.2').gaps.map((gap) => gap.code),
      ['uncovered'],
    );
  });

  it('takes those they mention where none claims anything', () => {
    const documents = [{ path: 'b.md', references: ['90002:A.3.3 mention'] }];
    assert.deepEqual(
      modelOf(null, { documents }).standards.map((standard) => standard.key),
      ['iso90002-2025'],
    );
  });

  it('takes the edition that most claims are about', () => {
    const documents = [{ path: 'b.md', references: ['90001:2013:A.9.1'] }];
    assert.equal(modelOf(null, { documents }).standards[0]?.edition, '2013');
    const both = [...documents, approved];
    assert.equal(modelOf(null, { documents: both }).standards[0]?.edition, '2022');
  });

  it('takes those of the settings first', () => {
    const model = modelOf(null, { documents: [approved], settings: { standards: ['90002:2025'] } });
    assert.deepEqual(
      model.standards.map((standard) => standard.key),
      ['iso90002-2025'],
    );
  });

  it('is empty where nothing tells a standard', () => {
    const model = modelOf(null);
    assert.deepEqual([model.rows, model.standards, model.counts.total], [[], [], 0]);
  });
});

describe('gaps of a row', () => {
  const whole = '{ applicable: yes, drivers: [risk], justification: x, status: implemented }';

  it('has none where everything is there', () => {
    assert.deepEqual(gapsOf(whole, [approved]), []);
    assert.deepEqual(gapsOf('{ applicable: no, justification: No tea here. }'), []);
  });

  it('sees what is not decided', () => {
    const model = modelOf('standards: [90001:2022]\ncontrols: { 90001:A.5.1: undecided }\n', { documents: [approved] });
    assert.deepEqual(
      rowOf(model, 'A.5.1').gaps.map((gap) => gap.code),
      ['undecided'],
    );
    assert.deepEqual(
      rowOf(model, 'A.5.2').gaps.map((gap) => gap.code),
      ['missing-decision', 'uncovered'],
    );
  });

  it('asks for a document in force of what is undecided, in an entry or without one', () => {
    const draft = { ...approved, fields: { ...approved.fields, status: 'draft' } };
    for (const [documents, gap] of [
      [[], 'uncovered'],
      [[draft], 'only-draft'],
    ] as const) {
      const codesOf = (controls: string) =>
        rowOf(modelOf(`standards: [90001:2022]\n${controls}`, { documents }), 'A.5.1').gaps.map(({ code }) => code);
      assert.deepEqual(codesOf('controls: { 90001:A.5.1: undecided }\n'), ['undecided', gap]);
      assert.deepEqual(codesOf(''), ['missing-decision', gap]);
    }
  });

  it('sees exclusions that do not hold', () => {
    assert.deepEqual(gapsOf('no', [approved]), ['excluded-without-justification', 'excluded-but-claimed']);
    const model = modelOf('standards: [90001:2022]\ncontrols: { 90001:A.5.1: no }\n', { documents: [approved] });
    assert.equal(rowOf(model, 'A.5.1').gaps[1]?.text, 'Excluded, but claimed by POL-1.');
  });

  it('sees inclusions without a reason', () => {
    assert.deepEqual(gapsOf('yes', [approved]), ['included-without-reason']);
  });

  it('sees what no document covers, and tells mentions', () => {
    assert.deepEqual(gapsOf(whole), ['uncovered', 'implemented-without-document']);
    const documents = [{ path: 'n.md', references: ['90001:A.5.1 mention'] }];
    const model = modelOf(`standards: [90001:2022]\ncontrols: { 90001:A.5.1: ${whole} }\n`, { documents });
    assert.equal(rowOf(model, 'A.5.1').gaps[0]?.text, 'No document claims this control; one mentions it.');
  });

  for (const [status, nextReview, concern] of [
    ['draft', '2027-01-01', 'draft'],
    ['In Review', '2027-01-01', 'in-review'],
    ['retired', '', 'retired'],
    ['approved', '2026-11-20', 'overdue'],
    ['approved', '2026-11-21', null],
    ['Published', '2027-01-01', null],
    ['', '', null],
    ['constructor', 'soon', null],
  ] as const) {
    it(`finds that a document “${status}” with review ${nextReview || '(none)'} is ${concern ?? 'in force'}`, () => {
      const documents = [{ ...approved, fields: { status, nextReview } }];
      assert.deepEqual(gapsOf(whole, documents), concern ? ['only-draft'] : []);
      const model = modelOf('standards: [90001:2022]\n', { documents });
      assert.equal(rowOf(model, 'A.5.1').documents[0]?.concern, concern);
      // It counts all the same, as the legend of every export says.
      assert.equal(model.counts.covered, 1);
    });
  }

  it('is content with one document in force among drafts', () => {
    const drafts = Array.from({ length: documentLimit + 1 }, (_, i) => ({
      path: `a${i}.md`,
      fields: { status: 'draft' },
      references: ['90001:A.5.1'],
    }));
    assert.deepEqual(gapsOf(whole, drafts), ['only-draft']);
    assert.deepEqual(gapsOf(whole, [...drafts, approved]), []);
  });

  it('sees evidence that is not there, and asks nothing of words and addresses', () => {
    const decision = (evidence: string) => whole.replace('}', `, evidence: ${evidence} }`);
    assert.deepEqual(gapsOf(decision('[evidence/a.md]'), [approved], []), ['evidence-not-found']);
    assert.deepEqual(gapsOf(decision('[evidence/a b.md]'), [approved], ['evidence/a b.md']), []);
    assert.deepEqual(gapsOf(decision('["./x/../evidence/a.md#top"]'), [approved], ['evidence/a.md']), []);
    for (const written of ['evidence/no. #2.pdf', 'evidence/no. #2.pdf#page=3', './evidence/#1/a#b.md#c'])
      assert.deepEqual(
        gapsOf(decision(`["${written}"]`), [approved], ['evidence/no. #2.pdf', 'evidence/#1/a#b.md']),
        [],
        written,
      );
    assert.deepEqual(
      gapsOf(decision('["https://example.org/a.md", Ticket SEC-12, Minutes 3/2026]'), [approved], []),
      [],
    );
    assert.deepEqual(gapsOf(decision('[../../outside.md]'), [approved], []), []);
  });

  it('sees a control that is applicable outside the roles', () => {
    const model = modelOf('standards: { 90002: { roles: processor } }\ncontrols:\n  90002:A.1.2.2: yes\n');
    assert.ok(rowOf(model, 'A.1.2.2').gaps.some((gap) => gap.code === 'outside-role'));
  });
});
