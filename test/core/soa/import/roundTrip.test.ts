/** Import → soa.yaml → export of ours → import: the same record. */
import assert from 'node:assert/strict';
import { CoverageIndex } from '../../../../server/src/core/coverage.js';
import { defaultSettings } from '../../../../server/src/core/settings.js';
import type { Snapshot } from '../../../../server/src/core/snapshot.js';
import { contentHash } from '../../../../server/src/core/soa/contentHash.js';
import { importOwnExport, readOwnExport } from '../../../../server/src/core/soa/import/ownExport.js';
import { summary } from '../../../../server/src/core/soa/import/report.js';
import type { ImportedStatement } from '../../../../server/src/core/soa/import/types.js';
import { writeSystem } from '../../../../server/src/core/soa/import/writeSystem.js';
import { buildSoaModel } from '../../../../server/src/core/soa/model.js';
import { parseSoa } from '../../../../server/src/core/soa/parse.js';
import { renderSoaCsv } from '../../../../server/src/core/soa/render/csv.js';
import type { SoaExport } from '../../../../server/src/core/soa/render/exportInput.js';
import { renderSoaJson } from '../../../../server/src/core/soa/render/json.js';
import { renderSoaMarkdown } from '../../../../server/src/core/soa/render/markdown.js';
import type { ManagementSystem } from '../../../../server/src/core/soa/types.js';
import { readTables } from '../../../support/readTables.js';
import { catalog, importMarkdown, importSheets, importTable } from './support.js';

/** Everything that a table can say, with texts that formats trip over. */
const table = `Standard | Control ID | Title | Applicable | Justification | Drivers | Status | Target date | How implemented | Model | Supplier | Owner | Documents | Evidence | Decided on | Decided by | Review date | Exclusion ends | Notes
ISO/IEC 27001:2022 | A.5.1 | | Yes | =1+1; "quoted", 'single' # no comment: really | Risk: R-1, R-2; Legal: GDPR Art. 32 | Implemented | | - a dash first | Shared | Host & Co | CISO | POL-1; policies/a b.md | Ticket 4711; evidence/x.pdf (2026-01-31) | 2026-02-01 | CEO | 2027-02-01 | | true
ISO/IEC 27001:2022 | A.7.4 | | No | No premises; *all* remote <b>at</b> [home](x) | | | | | | | Facility | | | 2026-02-01 | | | 2027-12-31 | 007
ISO/IEC 27001:2022 | A.8.8 | | Undecided | | | Planned | 2026-Q3 | yes: no | Inherited | Cloud | null | | | | | | | ~
ISO/IEC 42001:2023 | A.5.2 | | Yes | äöü ß — “quotes” 日本 | Baseline | Partial | 2026-09 | | Direct | | | | https://example.org/a?b=c | | | | |
ISO/IEC 27701:2025 | A.1.2.2 | | Yes | x | Contractual: MSA § 4 | Not started | | | | | | | | | | | |
 | ORG-01 | Guard dog | Yes | Neighbours | Business | Implemented | | Barks | | | Dog | | | | | | |`;

function textOf(statement: ImportedStatement): string {
  const header = {
    organisation: 'Tea: & "Co"',
    scope: 'Everything',
    version: '2.10',
    status: 'approved',
    owner: 'CISO',
    approvedBy: 'CEO',
    approved: '2026-03-01',
    nextReview: '2027-03-01',
    classification: 'Internal',
  };
  const history = [{ version: '2.10', date: '2026-03-01', by: 'CEO', change: 'All, new: [really]' }];
  return writeSystem({ ...statement, header, history }, catalog);
}

function exportOf(system: ManagementSystem): SoaExport {
  const snapshot: Snapshot = {
    catalog,
    settings: defaultSettings,
    today: '2026-04-01',
    documents: new Map(),
    systems: [system],
    coverage: new CoverageIndex(catalog),
    textOf: () => null,
    fileExists: () => false,
  };
  return {
    model: buildSoaModel(system, snapshot),
    matrix: null,
    provenance: { commit: null, isModified: false, generator: 'Clausemark 1.0.0' },
    folder: '',
  };
}

const parse = (text: string): ManagementSystem => parseSoa('soa.yaml', text, catalog);

/** The decisions of a record, without what a table does not carry. */
function decisionsOf(statement: ImportedStatement): unknown {
  const all = [
    ...statement.decisions.map(({ control, fields }) => ({ id: control.key, fields })),
    ...statement.own.map(({ id, title, fields }) => ({ id, title, fields })),
  ];
  // A control that nobody has decided on is written as undecided, and an export says so.
  const said = all.filter(
    ({ fields }) =>
      Object.keys(fields).some((name) => name !== 'applicable') || (fields.applicable ?? 'undecided') !== 'undecided',
  );
  return said.map(({ fields, ...rest }) => ({
    ...rest,
    fields: { ...fields, applicable: fields.applicable ?? 'undecided' },
  }));
}

describe('The record after import, export and import', () => {
  const first = importTable(table);
  const text = textOf(first);
  const system = parse(text);

  it('is written as YAML that says what was read', () => {
    assert.deepEqual(system.problems, []);
    assert.equal(first.remarks.filter(({ kind }) => kind === 'lost' || kind === 'noted').length, 0);
    assert.equal(
      system.decisions.length,
      93 + 38 + catalog.controls('iso27701-2025').filter(({ role }) => role !== 'processor').length,
    );
    const one = system.decisions[0]!;
    assert.equal(one.justification!.value, `=1+1; "quoted", 'single' # no comment: really`);
    assert.equal(one.notes!.value, 'true');
    assert.deepEqual(
      one.documents!.map(({ value }) => value),
      ['POL-1', 'policies/a b.md'],
    );
    assert.deepEqual(
      one.evidence.map(({ value, date }) => [value, date?.value]),
      [
        ['Ticket 4711', undefined],
        ['evidence/x.pdf', '2026-01-31'],
      ],
    );
    assert.equal(system.decisions.find(({ written }) => written === '27001:A.8.8')!.owner!.value, 'null');
    assert.equal(system.additional![0]!.title!.value, 'Guard dog');
    assert.equal(system.history![0]!.change!.value, 'All, new: [really]');
  });

  it('is the same by way of JSON, to the checksum', () => {
    const model = readOwnExport(JSON.parse(renderSoaJson(exportOf(system))))!;
    const again = parse(writeSystem(importOwnExport('soa.json', model, catalog), catalog));
    assert.deepEqual(again.problems, []);
    assert.equal(contentHash(again), contentHash(system));
  });

  it('is the same by way of CSV, as far as the table goes', async () => {
    const bytes = new TextEncoder().encode(renderSoaCsv(exportOf(system).model));
    const file = await readTables('soa.csv', bytes);
    const again = importSheets(file.sheets);
    assert.deepEqual(decisionsOf(again), decisionsOf(first));
    assert.deepEqual(
      again.remarks.filter(({ kind }) => kind !== 'check' && kind !== 'info'),
      [],
    );
  });

  it('keeps the roles, although a control for another role is decided', async () => {
    const processor = parse(
      'standards:\n  27701: { edition: 2025, roles: [processor] }\ncontrols:\n  27701:A.1.2.2: { applicable: true, justification: Ours. }\n',
    );
    const { sheets } = await readTables('soa.csv', new TextEncoder().encode(renderSoaCsv(exportOf(processor).model)));
    const again = importSheets(sheets);
    assert.deepEqual(
      again.standards.map(({ roles }) => roles),
      [['processor']],
    );
    assert.match(summary(again, catalog).join('\n'), /47 of 47 controls; every control has a row/);
    const text = writeSystem(again, catalog);
    assert.match(text, /27701:A\.1\.2\.2:/);
    assert.doesNotMatch(text, /not in the file|27701:A\.1\.2\.3/);
  });

  it('is the same by way of Markdown, to the checksum', () => {
    const again = importMarkdown(renderSoaMarkdown(exportOf(system)));
    assert.deepEqual(decisionsOf(again), decisionsOf(first));
    assert.deepEqual(again.header, {
      organisation: 'Tea: & "Co"',
      scope: 'Everything',
      version: '2.10',
      status: 'approved',
      owner: 'CISO',
      approvedBy: 'CEO',
      approved: '2026-03-01',
      nextReview: '2027-03-01',
      classification: 'Internal',
    });
    assert.deepEqual(
      again.remarks.filter(({ kind }) => kind === 'lost' || kind === 'noted'),
      [],
    );
  });

  it('is not taken from an export with broken rows', () => {
    const whole = JSON.parse(renderSoaJson(exportOf(system)));
    assert.ok(readOwnExport(whole));
    const broken = [
      { counts: null },
      { rows: whole.rows.map((row: object) => ({ ...row, applicability: 'perhaps' })) },
      { rows: whole.rows.map((row: object) => ({ ...row, status: 'purple' })) },
      { rows: whole.rows.map((row: object) => ({ ...row, documents: [1] })) },
      { rows: whole.rows.map((row: object) => ({ ...row, drivers: [{ kind: 'toString', ids: [] }] })) },
    ];
    for (const change of broken)
      assert.equal(readOwnExport({ ...whole, ...change }), null, JSON.stringify(change).slice(0, 80));
  });

  it('is nobody else’s JSON', () => {
    for (const value of [
      null,
      1,
      [],
      {},
      { format: 'clausemark-soa' },
      { format: 'clausemark-soa', rows: [1], standards: [], header: {} },
    ]) {
      assert.equal(readOwnExport(value), null);
    }
  });
});
