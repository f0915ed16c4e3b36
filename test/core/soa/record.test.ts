/** What the record says beyond the decisions on Annex A: who runs a control, documents, freshness, history, releases. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayAfter, daysInMonth, durationOf } from '../../../server/src/core/dates/calendar.js';
import { contentHash } from '../../../server/src/core/soa/contentHash.js';
import { holdsUntil, staleEvidence } from '../../../server/src/core/soa/freshness.js';
import { documentsIn } from '../../../server/src/core/soa/import/listCells.js';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import type { SoaModel, SoaRow } from '../../../server/src/core/soa/modelTypes.js';
import { pathFrom } from '../../../server/src/core/soa/paths.js';
import { documentsText } from '../../../server/src/core/soa/render/cells.js';
import { parse, type SnapshotSketch, sketchSnapshot } from './support.js';

const whole = `organisation: Tea & Co
scope_document: docs/scope.md
standards:
  90001: { edition: 2022, amendments: [Amd 1:2024] }
folders: [., ../shared]
controls:
  90001:A.5.1:
    applicable: true
    model: Outsourced
    supplier: Kettle AG
    documents: [policies/tea.md, POL-2]
    evidence:
      - { file: evidence/pot.pdf, date: 2026-01-31, valid: 1 month, note: page 3 }
      - { link: "https://tea.example/x", valid_until: 2027-01-01 }
      - { note: Seen by the auditor }
  90001:A.5.2:
    applicable: false
    expires: 2026-12-31
additional:
  OWN-1:
    title: Cat in the kitchen
    source: Contract with the landlord
    applicable: true
    documents: [POL-1]
  OWN-2: { title: Dog, applicable: no }
history:
  - { version: "1.0", date: 2025-03-01, by: Board, change: First issue }
  - Kettle added
released: { version: "1.0", date: 2025-03-01, by: Board, hash: sha256:${'0'.repeat(64)} }
`;

function details(text: string): string[] {
  return parse(text).problems.map(({ span, detail }) => `${text.slice(span.start, span.end)} → ${detail}`);
}

describe('parseSoa of the record', () => {
  it('reads everything, with its places, and finds nothing wrong', () => {
    const system = parse(whole, 'isms/soa.yaml');
    assert.deepEqual(system.problems, []);
    assert.equal(system.scopeDocument?.value, 'docs/scope.md');
    assert.deepEqual(
      system.folders?.map(({ path }) => path),
      ['isms', 'shared'],
    );
    assert.deepEqual(
      system.standards[0]!.amendments?.map(({ value }) => value),
      ['Amd 1:2024'],
    );
    const [first, second] = system.decisions;
    assert.equal(first!.model?.value, 'inherited');
    assert.equal(first!.supplier?.value, 'Kettle AG');
    assert.deepEqual(
      first!.documents?.map(({ value, span }) => [value, whole.slice(span.start, span.end)]),
      [
        ['policies/tea.md', 'policies/tea.md'],
        ['POL-2', 'POL-2'],
      ],
    );
    assert.deepEqual(
      first!.evidence.map((one) => [one.kind, one.value, one.note?.value ?? null, holdsUntil(one)]),
      [
        ['file', 'evidence/pot.pdf', 'page 3', '2026-02-28'],
        ['link', 'https://tea.example/x', null, '2027-01-01'],
        ['words', 'Seen by the auditor', null, null],
      ],
    );
    assert.equal(second!.expires?.value, '2026-12-31');
    assert.equal(second!.review, null);
    assert.deepEqual(
      system.additional?.map((one) => [
        one.written,
        one.entryKey,
        one.title?.value,
        one.source?.value,
        one.applicable.value,
      ]),
      [
        ['OWN-1', null, 'Cat in the kitchen', 'Contract with the landlord', 'yes'],
        ['OWN-2', null, 'Dog', undefined, 'no'],
      ],
    );
    assert.deepEqual(
      system.history?.map(({ version, date, by, change }) => [version?.value, date?.value, by?.value, change?.value]),
      [
        ['1.0', '2025-03-01', 'Board', 'First issue'],
        [undefined, undefined, undefined, 'Kettle added'],
      ],
    );
    assert.equal(system.released?.hash?.value, `sha256:${'0'.repeat(64)}`);
    assert.ok(whole.slice(system.released!.span.start).startsWith('released:'));
  });

  it('says in plain words what is wrong', () => {
    const decision = (fields: string) => `standards: [90001:2022]\ncontrols:\n  90001:A.5.1: { ${fields} }\n`;
    assert.deepEqual(details(decision('model: perhaps')), [
      'perhaps → “perhaps” does not say who runs the control. Write direct, shared or inherited.',
    ]);
    assert.deepEqual(details(decision('evidence: [{ file: a.md, valid: soon, date: 2026-01-01 }]')), [
      'soon → “soon” does not say for how long. Write for example 12 months or 90 days.',
    ]);
    assert.deepEqual(details(decision('evidence: [{ file: a.md, valid: 1 year }]')), [
      '1 year → “valid” counts from the date, and there is no date.',
    ]);
    assert.deepEqual(details(decision('evidence: [{ date: 2026-01-01 }]')), [
      '{ date: 2026-01-01 } → This evidence names no file, link or note.',
    ]);
    assert.deepEqual(details(decision('documents: [{ a: b }]')), [
      '{ a: b } → Documents are paths or document ids: [policies/access.md, POL-03].',
    ]);
    assert.deepEqual(details(decision('expires: soon')), [
      'soon → “soon” is not a date. Write year, month and day: 2026-03-31.',
    ]);
    assert.deepEqual(details('additional: [a]\n'), [
      '[a] → Below “additional:” comes one key per control: OWN-1: { applicable: true }.',
    ]);
    assert.deepEqual(details('additional:\n  OWN-1: yes\n  own-1: { title: A }\n'), [
      'OWN-1 → OWN-1 has no title: say what this control is.',
      'own-1 → own-1 stands further up already; the first one counts.',
    ]);
    assert.deepEqual(
      details('standards: [90001:2022]\nadditional:\n  90001:A.5.1: { title: A }\n  A.5.2: { title: Of our own }\n'),
      ['90001:A.5.1 → 90001:A.5.1 is a control of a standard, so its decision belongs below “controls:”.'],
    );
    assert.deepEqual(details('history: { version: 1 }\n').length, 1);
    assert.deepEqual(details('history: [{ versio: 1 }]\n'), [
      'versio → “versio” is not a key of the history. Did you mean “version”?',
    ]);
    assert.deepEqual(details('released: yes\n').length, 1);
    assert.deepEqual(details('released: { hash: x }\n'), ['x → This is no checksum of a release.']);
    assert.deepEqual(details('folders: [../../x, a, a/]\n'), [
      '../../x → “../../x” leads out of the workspace; it is left out.',
      'a/ → “a/” is listed already.',
    ]);
  });

  it('reads what it can of a text with mistakes', () => {
    const system = parse('history:\n  - { version: "1.0\nadditional:\n  OWN-1: { title: Cat, applicable: yes }\n');
    assert.ok(system.problems.length > 0);
    assert.equal(system.additional?.[0]?.title?.value, 'Cat');
  });
});

function modelOf(text: string, sketch: SnapshotSketch = {}, path = 'soa.yaml'): SoaModel {
  const system = parse(text, path);
  return buildSoaModel(system, sketchSnapshot({ systems: [system], ...sketch }));
}

function rowOf(model: SoaModel, id: string): SoaRow {
  const row = model.rows.find((item) => item.id === id);
  assert.ok(row, `no row ${id}`);
  return row;
}

describe('buildSoaModel of the record', () => {
  const documents = [
    {
      path: 'isms/policies/tea.md',
      fields: { title: 'Tea', id: 'POL-1', status: 'approved' },
      references: ['90001:A.5.1'],
    },
    { path: 'shared/cups.md', fields: { title: 'Cups', id: 'POL-2', status: 'draft' } },
  ] as const;
  const model = modelOf(whole, { documents, files: ['isms/docs/scope.md', 'isms/evidence/pot.pdf'] }, 'isms/soa.yaml');

  it('carries the header', () => {
    assert.deepEqual(model.header.scopeDocument, { text: 'docs/scope.md', path: 'isms/docs/scope.md', exists: true });
    assert.deepEqual(model.header.folders, ['isms', 'shared']);
    assert.deepEqual(model.header.history[1], { version: null, date: null, by: null, change: 'Kettle added' });
    assert.equal(model.header.released?.by, 'Board');
    assert.deepEqual(model.standards[0]!.amendments, ['Amd 1:2024']);
  });

  it('puts the controls of the organisation behind those of the standards, in a group of their own', () => {
    const last = model.standards[model.standards.length - 1]!;
    assert.deepEqual(
      [last.key, last.name, last.isAdditional, last.groups.map(({ key }) => key), last.counts.total],
      ['additional', 'Additional controls', true, ['additional'], 2],
    );
    const rows = model.rows.slice(-2);
    assert.deepEqual(
      rows.map((row) => [row.key, row.standardKey, row.groupKey, row.title, row.source, row.isAdditional]),
      [
        ['additional:OWN-1', 'additional', 'additional', 'Cat in the kitchen', 'Contract with the landlord', true],
        ['additional:OWN-2', 'additional', 'additional', 'Dog', null, true],
      ],
    );
    assert.deepEqual(
      rows.map((row) => row.gaps.map(({ code }) => code)),
      [['included-without-reason'], ['excluded-without-justification']],
    );
    assert.ok(!modelOf('standards: [90001:2022]\n').standards.some(({ isAdditional }) => isAdditional));
  });

  it('joins the documents that a decision lists to those that tag the control', () => {
    const row = rowOf(model, 'A.5.1');
    assert.deepEqual(
      row.documents.map(({ path, statedBy, concern }) => [path, statedBy, concern]),
      [
        ['isms/policies/tea.md', 'both', null],
        ['shared/cups.md', 'statement', 'draft'],
      ],
    );
    assert.equal(rowOf(model, 'OWN-1').documents[0]!.path, 'isms/policies/tea.md');
  });

  it('takes a file that is no document for one, and says what is not there', () => {
    const text =
      'standards: [90001:2022]\ncontrols:\n  90001:A.5.1: { applicable: yes, documents: [a.pdf, b.pdf, POL-9] }\n';
    const row = rowOf(modelOf(text, { files: ['a.pdf'] }), 'A.5.1');
    assert.deepEqual(
      row.documents.map(({ title, path }) => [title, path]),
      [['a.pdf', 'a.pdf']],
    );
    assert.deepEqual(
      row.missingDocuments.map(({ text: missing }) => missing),
      ['b.pdf', 'POL-9'],
    );
    assert.ok(row.gaps.some(({ text: gap }) => gap === 'No such document: b.pdf, POL-9.'));
    assert.ok(!row.gaps.some(({ code }) => code === 'uncovered'));
  });

  it('names documents outside of the workspace, which count, and folders with a slash', () => {
    const text =
      'standards: [90001:2022]\ncontrols:\n' +
      '  90001:A.5.1: { applicable: yes, documents: [../x.pdf, ../x.pdf, "S:\\\\isms\\\\y.pdf", gone.pdf, annex/] }\n';
    const system = parse(text);
    const snapshot = sketchSnapshot({ systems: [system], files: ['annex'] });
    const model = buildSoaModel(system, { ...snapshot, isFolder: (path) => path === 'annex' });
    const row = rowOf(model, 'A.5.1');
    assert.deepEqual(row.outsideDocuments, ['../x.pdf', 'S:\\isms\\y.pdf']);
    assert.deepEqual(
      row.documents.map(({ title, path }) => [title, path]),
      [['annex/', 'annex']],
    );
    const cell =
      'annex/; ../x.pdf [outside of the workspace]; S:\\isms\\y.pdf [outside of the workspace]; gone.pdf [not found]';
    assert.equal(documentsText(row), cell);
    assert.deepEqual(documentsIn({ text: cell }, true), ['../x.pdf', 'S:\\isms\\y.pdf', 'gone.pdf']);
  });

  it('says which evidence is out of date, and which exclusion', () => {
    const text = (status: string) =>
      `standards: [90001:2022]\ncontrols:\n  90001:A.5.1: { applicable: yes, justification: x, status: ${status}, ` +
      'evidence: [{ note: Old, date: 2025-01-01, valid: 12 months }, { note: New, valid_until: 2026-11-21 }] }\n' +
      '  90001:A.5.2: { applicable: no, justification: No tea here., expires: 2026-11-20 }\n';
    const codes = (id: string, status: string) => rowOf(modelOf(text(status)), id).gaps.map(({ code }) => code);
    assert.ok(codes('A.5.1', 'implemented').includes('evidence-stale'));
    assert.ok(!codes('A.5.1', 'planned').includes('evidence-stale'));
    assert.deepEqual(codes('A.5.2', 'planned'), ['exclusion-overdue']);
    assert.deepEqual(
      rowOf(modelOf(text('implemented')), 'A.5.1').evidence.map(({ isStale, validUntil }) => [isStale, validUntil]),
      [
        [true, '2026-01-01'],
        [false, '2026-11-21'],
      ],
    );
  });
});

describe('any text', () => {
  it('gives a model, with places inside of it', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ':',
      '-',
      '\n',
      '\n  ',
      '"',
      '#',
      '&a ',
      '*a',
      '999999999 days',
      '2026-02-30',
      '\u0000',
      '🏠',
    ];
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(20), fc.constantFrom(...pieces), (at, length, piece) => {
        const text = whole.slice(0, at) + piece + whole.slice(at + length);
        const system = parse(text, 'isms/soa.yaml');
        const { rows, problems } = buildSoaModel(system, sketchSnapshot({ systems: [system] }));
        const spans = [...problems, ...(system.folders ?? []), ...(system.history ?? []), ...(system.duplicates ?? [])];
        const inRows = rows.flatMap((row) => [...row.evidence, ...row.missingDocuments]);
        for (const { span } of [...spans, ...inRows]) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify(span));
        }
        assert.match(contentHash(system), /^sha256:[0-9a-f]{64}$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('dates of the record', () => {
  it('counts days, weeks, months and years', () => {
    const later = (date: string, words: string) => dayAfter(date, durationOf(words)!);
    assert.equal(later('2026-01-31', '1 month'), '2026-02-28');
    assert.equal(later('2024-02-29', '1 year'), '2025-02-28');
    assert.equal(later('2026-11-21', '12 months'), '2027-11-21');
    assert.equal(later('2026-12-15', '3 weeks'), '2027-01-05');
    assert.equal(later('2023-12-31', '366 days'), '2024-12-31');
    assert.equal(later('9999-12-31', '1 day'), null);
    assert.deepEqual(
      [durationOf('0 days'), durationOf('a year'), durationOf('12'), durationOf('1 decade')],
      [null, null, null, null],
    );
    assert.deepEqual([daysInMonth(1900, 2), daysInMonth(2000, 2), daysInMonth(2026, 13)], [28, 29, 0]);
  });

  it('agrees with the calendar of the machine', () => {
    for (const start of ['2023-12-31', '2024-02-28', '2026-11-21']) {
      for (let count = 1; count < 800; count += 7) {
        const day = new Date(Date.parse(start) + count * 86_400_000).toISOString().slice(0, 10);
        assert.equal(dayAfter(start, { count, unit: 'day' }), day);
      }
    }
  });

  it('calls undated evidence neither old nor new', () => {
    const text = (items: string) =>
      parse(`standards: [90001:2022]\ncontrols:\n  90001:A.5.1: { evidence: [${items}] }\n`).decisions[0]!.evidence;
    const stale = (items: string) => staleEvidence(text(items), '2026-11-21').map(({ evidence }) => evidence.value);
    assert.deepEqual(stale('{ file: a.md, date: 2025-11-20 }'), ['a.md']);
    assert.deepEqual(stale('{ file: a.md, date: 2025-11-21 }'), []);
    assert.deepEqual(stale('{ file: a.md, date: 2020-01-01 }, b.md'), []);
    assert.deepEqual(stale('{ file: a.md, date: 2020-01-01 }, { file: b.md, date: 2021-01-01 }'), ['b.md']);
    assert.deepEqual(stale('{ file: a.md, date: 2020-01-01 }, { file: b.md, valid_until: 2027-01-01 }'), []);
  });

  it('reads paths from the folder of the file', () => {
    assert.equal(pathFrom('isms', '../shared/a.md#part'), 'shared/a.md');
    assert.equal(pathFrom('isms', '/a.md'), 'a.md');
    assert.equal(pathFrom('isms', '.'), 'isms');
    assert.equal(pathFrom('', '../a.md'), null);
  });
});
