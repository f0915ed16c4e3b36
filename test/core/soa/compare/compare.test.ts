/** What changed between two statements, in an auditor's words. */
import assert from 'node:assert/strict';
import type { Catalog } from '../../../../server/src/core/catalog/types.js';
import { compareStatements } from '../../../../server/src/core/soa/compare/compareStatements.js';
import { renderDiff } from '../../../../server/src/core/soa/compare/renderDiff.js';
import type { StatementDiff, StatementSide } from '../../../../server/src/core/soa/compare/types.js';
import { controlText, overview, sentencesOf } from '../../../../server/src/core/soa/compare/wording.js';
import { buildSoaModel } from '../../../../server/src/core/soa/model.js';
import { catalog, type DocumentSketch, parse, sketchSnapshot } from '../support.js';

const head = 'organisation: Tea Ltd\nversion: "2.1"\nstandards: { 90001: 2022 }\ncontrols:\n';

function side(text: string, documents: readonly DocumentSketch[] = [], files: readonly string[] = []): StatementSide {
  const system = parse(text);
  const snapshot = sketchSnapshot({ systems: [system], documents, files });
  return { label: 'x', model: buildSoaModel(system, snapshot), commit: null, date: null };
}

function compare(
  before: string,
  after: string,
  documents: readonly (readonly DocumentSketch[])[] = [[], []],
): StatementDiff {
  return compareStatements(side(head + before, documents[0]), side(head + after, documents[1]), catalog);
}

/** The sentences on the one control that changed. */
function told(before: string, after: string, documents?: readonly (readonly DocumentSketch[])[]): string[] {
  const { controls } = compare(before, after, documents);
  assert.equal(controls.length, 1, controls.map(({ id }) => id).join());
  return sentencesOf(controls[0]!);
}

const row = (fields: string) => `  90001:A.5.1: { ${fields} }\n`;

describe('A comparison of two statements', () => {
  it('says nothing where nothing changed, however it is written', () => {
    const diff = compare(
      row('applicable: yes, drivers: [risk]'),
      '  90001:\n    A.5.1:\n      included: true # so\n      drivers: { risk: true }\n',
    );
    assert.deepEqual([diff.controls, diff.header, diff.unchanged], [[], [], 4]);
    assert.deepEqual(overview(diff), ['Nothing changed.']);
  });

  it('says who came in and who went out, with the reason or that there is none', () => {
    assert.deepEqual(
      told(
        row('applicable: no, justification: No kitchen'),
        row('applicable: yes, justification: We cook now, drivers: { risk: [R-1] }'),
      ),
      ['Was excluded, now applicable; reason given: “We cook now”; Risk: R-1.', 'The reason before was “No kitchen”.'],
    );
    assert.deepEqual(told(row('applicable: yes'), row('applicable: no')), [
      'Was applicable, now excluded; no reason given.',
    ]);
    assert.deepEqual(told('', row('applicable: yes, justification: x')), [
      'Was undecided, now applicable; reason given: “x”.',
    ]);
    assert.deepEqual(told(row('applicable: yes'), ''), ['Was applicable, now undecided.']);
  });

  it('says which way the implementation went', () => {
    assert.deepEqual(told(row('applicable: yes, status: planned'), row('applicable: yes, status: implemented')), [
      'Implementation moved from planned to implemented.',
    ]);
    assert.deepEqual(told(row('applicable: yes, status: implemented'), row('applicable: yes, status: partial')), [
      'Implementation went back from implemented to partial.',
    ]);
    assert.deepEqual(told(row('applicable: yes'), row('applicable: yes, status: planned')), [
      'Status now stated: planned.',
    ]);
  });

  it('says what else changed', () => {
    const before =
      'applicable: yes, justification: a, drivers: { risk: [R-1], legal: true }, owner: CISO, evidence: [x, { path: y, date: 2025-01-01 }], target: 2026, notes: n';
    const after =
      'applicable: yes, justification: b, drivers: { risk: [R-2] }, owner: Cook, model: inherited, supplier: Host, evidence: [{ path: y, date: 2026-01-01 }, z], decided_by: CEO';
    assert.deepEqual(told(row(before), row(after)), [
      'Justification changed: “a” → “b”.',
      'Driver added: Risk: R-2; drivers no longer named: Risk: R-1, Legal.',
      'Responsible changed: “CISO” → “Cook”.',
      'Model added: “inherited, Host”.',
      'Evidence added: z; evidence no longer named: x.',
      'Evidence y renewed: 2025-01-01 → 2026-01-01.',
      'Target date removed (was “2026”).',
      'Decided by added: “CEO”.',
      'Notes removed (was “n”).',
    ]);
  });

  const fields: readonly (readonly [string, string, string])[] = [
    ['the note of an evidence', 'evidence: [{ file: a.md, note: Page 1 }]', 'evidence: [{ file: a.md, note: Page 2 }]'],
    [
      'how long evidence holds',
      'evidence: [{ file: a.md, date: 2026-01-01, valid: 1 year }]',
      'evidence: [{ file: a.md, date: 2026-01-01, valid: 2 years }]',
    ],
    ['until when evidence holds', 'evidence: [{ file: a.md, valid_until: 2026-01-01 }]', 'evidence: [{ file: a.md }]'],
    [
      'one of two evidences of one name',
      'evidence: [{ note: a, date: 2026-01-01 }, { note: a, date: 2026-02-01 }]',
      'evidence: [{ note: a, date: 2026-01-01 }, { note: a, date: 2026-03-01 }]',
    ],
    ['the end of an exclusion', 'expires: 2026-12-31', 'expires: 2027-12-31'],
    ['a review', 'review: 2026-12-31', 'review: 2027-12-31'],
    ['how it is implemented', 'implementation: So', 'implementation: Otherwise'],
    ['a supplier', 'supplier: A', 'supplier: B'],
    ['a listed document', 'documents: [a.pdf]', 'documents: [b.pdf]'],
    ['who decided', 'decided_by: A', 'decided_by: B'],
    ['a day of decision', 'decided: 2026-01-01', 'decided: 2026-01-02'],
  ];
  for (const [name, before, after] of fields) {
    it(`misses nothing: ${name}`, () => {
      assert.notDeepEqual(told(row(`applicable: yes, ${before}`), row(`applicable: yes, ${after}`)), []);
      assert.deepEqual(compare(row(`applicable: yes, ${after}`), row(`applicable: yes, ${after}`)).controls, []);
    });
  }

  it('misses nothing of a control of the organisation’s own', () => {
    const own = (text: string) => `${row('applicable: yes')}additional:\n  OWN-1: { ${text}, applicable: yes }\n`;
    assert.deepEqual(told(own('title: Tea, source: Contract'), own('title: Green tea, source: Contract')), [
      'Title changed: “Tea” → “Green tea”.',
    ]);
    assert.deepEqual(told(own('title: Tea, source: Contract'), own('title: Tea, source: Law')), [
      'Source changed: “Contract” → “Law”.',
    ]);
  });

  it('says what changed of an evidence', () => {
    const before = 'evidence: [{ file: a.md, note: Page 1, date: 2026-01-01, valid: 1 year }]';
    const after = 'evidence: [{ file: a.md, note: Page 2, date: 2026-01-01, valid_until: 2028-01-01 }]';
    assert.deepEqual(told(row(`applicable: yes, ${before}`), row(`applicable: yes, ${after}`)), [
      'Evidence a.md holds for another time: 2027-01-01 → 2028-01-01.',
      'Words beside evidence a.md changed: “Page 1” → “Page 2”.',
    ]);
  });

  for (const line of [
    'organisation: B',
    'scope: B',
    'scope_document: b.md',
    'version: "3"',
    'status: draft',
    'owner: B',
    'approved_by: B',
    'approved: 2026-01-02',
    'next_review: 2027-01-02',
    'classification: B',
    'folders: [b]',
    'standards: { 90001: { edition: 2022, amendments: [Amd 1] } }',
    'standards: { 90001: 2022, 90002: { roles: [controller] } }',
  ]) {
    it(`misses nothing of the head: ${line}`, () => {
      const key = line.slice(0, line.indexOf(':'));
      const whole = `${head.replace('controls:\n', '')}`;
      const other = whole.replace(new RegExp(`^${key}:.*\\n`, 'm'), '');
      assert.notDeepEqual(compareStatements(side(whole), side(`${other}${line}\n`), catalog).header, []);
    });
  }

  it('says which documents came, went, or are no longer in force', () => {
    const policy = (path: string, status: string): DocumentSketch => ({
      path,
      fields: { title: `Policy ${path}`, status },
      references: ['90001:A.5.1'],
    });
    const decided = row('applicable: yes');
    assert.deepEqual(
      told(decided, decided, [[policy('a', 'approved')], [policy('a', 'draft'), policy('b', 'approved')]]),
      ['Now also covered by Policy b.', 'Policy a was approved, now draft.'],
    );
    assert.deepEqual(told(decided, decided, [[policy('a', 'approved')], []]), [
      'No longer covered by Policy a, so by no document.',
    ]);
  });

  it('lists the policies that cite a control that changed, and no others', () => {
    const documents: DocumentSketch[] = [
      { path: 'b.md', fields: { title: 'B' }, references: ['90001:A.5.1 mention'] },
      { path: 'a.md', fields: { title: 'A', id: 'POL-A' }, references: ['90001:A.5.1', '90001:A.6.1'] },
      { path: 'c.md', fields: { title: 'C' }, references: ['90001:A.6.1'] },
    ];
    const { policies, controls } = compare(row('applicable: yes'), row('applicable: no, justification: x'), [
      documents,
      documents,
    ]);
    assert.deepEqual(
      policies.map(({ document, controls: ids }) => [document.path, document.isClaim, ids]),
      [
        ['a.md', true, ['90001:A.5.1']],
        ['b.md', false, ['90001:A.5.1']],
      ],
    );
    assert.deepEqual(
      controls[0]!.citedBy.map(({ path }) => path),
      ['a.md', 'b.md'],
    );
  });

  it('says what changed in the head', () => {
    const diff = compareStatements(
      side(head),
      side(
        head
          .replace('2.1', '2.2')
          .replace('Tea Ltd', 'Tea & Co')
          .replace('2022', '2022, roles: []')
          .replace('{ 90001: 2022, roles: [] }', '{ 90001: { edition: 2022, amendments: [Amd 1:2024] } }'),
      ),
      catalog,
    );
    assert.deepEqual(
      diff.header.map(({ label, before, after }) => `${label}: ${before} → ${after}`),
      [
        'Organisation: Tea Ltd → Tea & Co',
        'Standards: ISO/IEC 90001:2022 → ISO/IEC 90001:2022 with Amd 1:2024',
        'Version: 2.1 → 2.2',
      ],
    );
  });

  it('connects the controls of two editions, one to one and many to one', () => {
    const old = catalog.entry('iso90001-2013:A.9.1')!;
    const connected: Catalog = { ...catalog, predecessors: (key) => (key === 'iso90001-2022:A.6.1' ? [old] : []) };
    const before = side(
      'standards: { 90001: 2013 }\ncontrols:\n  90001:A.9.1: { applicable: yes, status: implemented }\n',
    );
    const after = side(`${head}  90001:A.6.1: { applicable: no, justification: none left, status: implemented }\n`);
    const { controls } = compareStatements(before, after, connected);
    assert.deepEqual(
      controls.map(({ id, kind }) => `${id} ${kind}`),
      ['A.5.1 added', 'A.5.2 added', 'A.5.10 added', 'A.6.1 changed'],
    );
    assert.equal(controlText(controls[3]!), '90001:A.6.1 Screening of biscuits (was A.9.1)');
    assert.deepEqual(sentencesOf(controls[3]!), ['Was applicable, now excluded; reason given: “none left”.']);
    const apart = compareStatements(before, after, null).controls;
    assert.deepEqual(
      apart.filter(({ kind }) => kind === 'removed').map(({ id }) => id),
      ['A.9.1'],
    );
  });

  it('begins with what an auditor asks first', () => {
    const diff = compare(
      row('applicable: yes, status: implemented') + '  90001:A.5.2: { applicable: no, justification: x }\n',
      row('applicable: no, justification: y, status: implemented') +
        '  90001:A.5.2: { applicable: yes, owner: Cook }\n',
    );
    assert.deepEqual(overview(diff), [
      '2 controls changed, 0 new, 0 gone, 2 as before.',
      'Now applicable: A.5.2.',
      'Now excluded: A.5.1.',
      'Of the controls that changed: 2 with another justification, 1 with another person responsible.',
      'Applicable 1 → 1, excluded 1 → 1, implemented 1 → 0, covered by a document 0 → 0.',
    ]);
  });

  it('is text in every format, whatever documents say', () => {
    const hostile = '<img src=x onerror=alert(1)> | *b* [a](javascript:x)\\u001b[31m';
    const diff = compare(row('applicable: yes'), row(`applicable: no, justification: "${hostile}"`));
    const markdown = renderDiff(diff, 'markdown');
    assert.match(markdown, /^### 90001:A\.5\.1 Policies for tea$/m);
    assert.ok(markdown.includes('\\<img src=x onerror=alert(1)\\> \\| \\*b\\* \\[a\\](javascript:x)'), markdown);
    const html = renderDiff(diff, 'html');
    assert.doesNotMatch(html, /<img|<script/);
    assert.match(html, /default-src 'none'/);
    for (const format of ['markdown', 'html', 'stylish', 'json'] as const)
      assert.ok(!renderDiff(diff, format).includes('\u001b'), format);
    const json = JSON.parse(renderDiff(diff, 'json'));
    assert.equal(json.controls[0].changes[0].kind, 'applicability');
    assert.equal(json.before.version, '2.1');
  });
});
