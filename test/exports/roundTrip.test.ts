/** What was exported, handed back: an import into the same soa.yaml changes nothing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { buildClauseMatrix } from '../../server/src/core/soa/clauseMatrix.js';
import { importStatement } from '../../server/src/core/soa/import/importStatement.js';
import { importOwnExport, readOwnExport } from '../../server/src/core/soa/import/ownExport.js';
import { prepareImport } from '../../server/src/core/soa/import/prepareImport.js';
import { buildSoaModel } from '../../server/src/core/soa/model.js';
import type { RenderedFormat } from '../../server/src/core/soa/render/formats.js';
import { renderExport } from '../../server/src/exports/main.js';
import { exampleSystem } from '../support/exampleSystem.js';
import { readTables } from '../support/readTables.js';

const original = readFileSync(new URL('../../examples/lindenhof/soa.yaml', import.meta.url), 'utf8');
const { catalog } = exampleSystem().snapshot;

/** The export of such a soa.yaml, in the place of the example's own, as it is imported again. */
async function handedBack(text: string, format: RenderedFormat, name: string) {
  const { system, snapshot } = exampleSystem(() => text);
  const input = {
    model: buildSoaModel(system, snapshot, 'all'),
    matrix: buildClauseMatrix(system, snapshot, 'all'),
    provenance: { commit: null, isModified: false, generator: 'Clausemark 1.0.0' },
    folder: '',
  };
  const bytes = await renderExport(format, input, catalog);
  const own = format === 'json' ? readOwnExport(JSON.parse(new TextDecoder().decode(bytes))) : null;
  if (own) return importOwnExport(name, own, catalog);
  return importStatement(await readTables(name, bytes), catalog, { standards: [] });
}

const formats = [
  ['xlsx', 'soa.xlsx'],
  ['csv', 'soa.csv'],
  ['json', 'soa.json'],
] as const;

/** What comes back changes nothing of the text, and nothing of it is lost. */
async function assertUnchanged(text: string, format: RenderedFormat, name: string): Promise<void> {
  const statement = await handedBack(text, format, name);
  const prepared = prepareImport(statement, { path: 'soa.yaml', text, keepsExisting: false }, catalog);
  assert.deepEqual(
    prepared.merge!.changes.map(({ control, field, before, after }) => [control, field, before, after]),
    [],
  );
  assert.equal(prepared.text, text);
  assert.deepEqual(
    prepared.statement.remarks.filter(({ kind }) => kind === 'lost').map((remark) => remark.text),
    [],
  );
}

describe('an export of the example that comes back', () => {
  for (const [format, name] of formats) {
    it(`changes nothing of the record (${format})`, async () => {
      assert.equal((await handedBack(original, format, name)).decisions.length, 209);
      await assertUnchanged(original, format, name);
    });
  }
});

/** Every field, texts that spreadsheets and Markdown would take for something else, and few decisions. */
const everything = `# Comments stay.
organisation: "Müller & Söhne <GmbH>"
version: "1.0"
status: approved # without approver: a problem that is exported, too
standards:
  27001: { edition: 2022, amendments: [Amd 1:2024] }
  27701: { edition: 2025, roles: [controller] }
controls:
  27001:A.5.1:
    applicable: yes
    justification: |
      First line; with "quotes", and commas.
      Second line.

      Third after a blank.
    drivers: { risk: [R-001], legal: ["GDPR Art. 32"], baseline: [] }
    status: implemented
    implementation: "=HYPERLINK(\\"http://evil\\")"
    owner: "@SUM(A1)"
    evidence:
      - { file: evidence/a.md, date: 2024-02-10, valid: 12 months, note: Page 3 }
      - { link: "https://tickets.example/search?q=a&b=c", date: 2026-09-01 }
      - { note: Seen by internal audit, valid_until: 2027-01-15 }
    decided: 2026-02-01
    decided_by: Board
  27001:A.7.4: { applicable: no, justification: No cameras | here., expires: 2025-12-31, review: 2025-06-30 }
  27001:A.8.13:
    applicable: yes
    model: inherited
    supplier: "Cloud, Inc.; EU branch"
    status: partial
    target: 2026-Q4
    documents: [contracts/gone.pdf, policies/ai-policy.md]
    notes: "-"
  27701:A.1.2.2: undecided
additional:
  OWN-01: { title: Two engineers, source: "Contract, annex 4", applicable: yes, documents: [POL-AI-01] }
  eyes: { title: Four eyes, applicable: undecided, status: planned, documents: [policies/ai-policy.md] }
`;

describe('an export of a record with everything that comes back', () => {
  for (const [format, name] of formats) {
    it(`changes nothing of it (${format})`, () => assertUnchanged(everything, format, name));
  }

  it('says that documents are not copied, and keeps those of own controls, which no tag tells again', async () => {
    const statement = await handedBack(everything, 'csv', 'soa.csv');
    const { taken } = statement.tables[0]!.columns.find(({ head }) => head === 'Documents')!;
    assert.match(taken, /left out, since their tags tell them/);
    assert.deepEqual(
      statement.own.map(({ id, fields }) => [id, fields.documents]),
      [
        ['OWN-01', ['POL-AI-01']],
        ['eyes', ['POL-AI-01']],
      ],
    );
  });
});
