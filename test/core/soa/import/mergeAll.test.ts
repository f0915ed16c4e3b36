/** An import merged into a soa.yaml that is there: head, standards, history, decisions and own controls; and its preview. */
import assert from 'node:assert/strict';
import { importStatement } from '../../../../server/src/core/soa/import/importStatement.js';
import { prepareImport } from '../../../../server/src/core/soa/import/prepareImport.js';
import { importPreview } from '../../../../server/src/core/soa/import/preview.js';
import type { SheetFile } from '../../../../server/src/core/soa/import/sheet.js';
import type { ImportedStatement, ImportOptions } from '../../../../server/src/core/soa/import/types.js';
import { catalogOfProject } from '../../../support/realCatalog.js';

const catalog = catalogOfProject();

function sheet(name: string, rows: readonly (readonly string[])[], isHidden = false): SheetFile['sheets'][number] {
  const cells = rows.map((row, index) => ({ number: index + 1, cells: row.map((text) => ({ text })) }));
  return { name, context: [], rows: cells, counts: 'row', isHidden };
}

const heads = ['Control', 'Title', 'Applicable', 'Justification'];
const file: SheetFile = {
  name: 'old.xlsx',
  remarks: [],
  sheets: [
    sheet('SoA', [
      heads,
      ['A.5.1', 'Policies for information security', 'Yes', 'We need rules'],
      ['A.7.4', 'Physical security monitoring', 'No', 'No premises'],
      ['ORG-01', 'Two engineers', 'Yes', 'A contract'],
      ['A.99.1', 'Nothing', 'Yes', ''],
    ]),
  ],
};

const read = (options: Partial<ImportOptions> = {}, from = file): ImportedStatement =>
  importStatement(from, catalog, { standards: [], ...options });

/** The statement with a head and history, as a file of ours has them. */
const withHead = (statement: ImportedStatement): ImportedStatement => ({
  ...statement,
  header: { organisation: 'Tea Ltd', version: '2.0', owner: 'CISO' },
  history: [
    { version: '1.0', date: '2025-01-01', by: 'CEO', change: 'First' },
    { version: '2.0', date: '2026-01-01', by: null, change: 'Second' },
  ],
});

const merge = (text: string, keepsExisting: boolean, statement = withHead(read())) =>
  prepareImport(statement, { path: 'soa.yaml', text, keepsExisting }, catalog);

describe('an import into a soa.yaml that is there', () => {
  it('takes over head, standards, history and own controls that it does not have, and leaves all else as it was', () => {
    const text = '# ours\norganisation: Tea & Co # the company\n';
    const { text: merged, statement } = merge(text, true);
    assert.equal(
      merged,
      `# ours
organisation: Tea & Co # the company
version: "2.0"
owner: CISO
standards:
  27001: { edition: 2022 }
controls:
  27001:A.5.1:
    applicable: true
    justification: We need rules
  27001:A.7.4:
    applicable: false
    justification: No premises
additional:
  ORG-01:
    title: Two engineers
    applicable: true
    justification: A contract
history:
  - { version: "1.0", date: 2025-01-01, by: CEO, change: First }
  - { version: "2.0", date: 2026-01-01, change: Second }
`,
    );
    const told = statement.remarks.filter(({ kind }) => kind === 'lost').map(({ text: words }) => words);
    assert.deepEqual(told, ['ISO/IEC 27001:2022 has no A.99.1.']);
    assert.match(statement.remarks.map((remark) => remark.text).join('\n'), /organisation/, 'what was kept is told');
  });

  it('lets the file win where that was asked for, and writes nothing where it says the same already', () => {
    const first = merge('organisation: Tea & Co # the company\n', false).text;
    assert.match(first, /^organisation: Tea Ltd # the company\n/);
    const again = merge(first, false);
    assert.deepEqual([again.edits, again.text, again.merge!.changes], [[], first, []]);
  });

  it('gives an own control that is there another title, and keeps it where nothing is to be replaced', () => {
    const text = 'standards:\n  27001: { edition: 2022 }\nadditional:\n  ORG-01: { title: Old, applicable: no }\n';
    assert.match(
      merge(text, false).text,
      /ORG-01: \{ title: Two engineers, applicable: yes, justification: A contract \}/,
    );
    assert.match(merge(text, true).text, /ORG-01: \{ title: Old, applicable: no, justification: A contract \}/);
  });

  it('brings a second standard into scope with its roles, and leaves another edition of one that is there', () => {
    const rows = [heads, ['27701:A.1.2.2', 'Identify and document purpose', 'Yes', 'x']];
    const statement = read({}, { ...file, sheets: [sheet('', rows)] });
    const { text } = merge('standards:\n  27001: { edition: 2022 }\n', true, statement);
    assert.match(
      text,
      /^standards:\n {2}27001: \{ edition: 2022 \}\n {2}27701: \{ edition: 2025, roles: \[controller\] \}\n/,
    );
    const older = merge('standards:\n  27001: { edition: 2013 }\n', true, read());
    assert.ok(
      older.statement.remarks.some(
        ({ kind, text: words }) => kind === 'lost' && /follows the 2013 edition/.test(words),
      ),
    );
    assert.doesNotMatch(older.text, /A\.5\.1/);
  });
});

describe('the preview of an import', () => {
  it('says what will be written, head first, and what could not be placed', () => {
    const prepared = merge('organisation: Tea & Co\n', false);
    const preview = importPreview(prepared, file, catalog);
    assert.deepEqual(
      preview.entries.map(({ id, isNew, fields }) => [id, isNew, fields.map(({ field }) => field).join(' ')]),
      [
        ['', false, 'organisation version owner standards history history'],
        ['A.5.1', true, 'applicable justification'],
        ['A.7.4', true, 'applicable justification'],
        ['ORG-01', true, 'title applicable justification'],
      ],
    );
    assert.deepEqual(preview.entries[0]!.fields[0], { field: 'organisation', before: 'Tea & Co', after: 'Tea Ltd' });
    assert.deepEqual(
      preview.remarks.filter(({ kind }) => kind === 'lost').map(({ place, text }) => [place, text]),
      [['row 5', 'ISO/IEC 27001:2022 has no A.99.1.']],
    );
    assert.deepEqual(
      [preview.standards[0]!.name, preview.standards[0]!.placed, preview.standards[0]!.all],
      ['27001:2022', 2, 93],
    );
    assert.ok(preview.offered.some(({ name }) => name === '27001:2013'));
  });

  it('shows a new file as a merge into nothing', () => {
    const preview = importPreview(prepareImport(read(), null, catalog), file, catalog);
    assert.deepEqual(
      preview.entries.map(({ id }) => id),
      ['', 'A.5.1', 'A.7.4', 'ORG-01'],
    );
  });

  it('reads the sheet and the edition that were chosen, and counts the ids that can be moved', () => {
    const old = [
      heads,
      ['A.9.2.1', 'User registration and de-registration', 'Yes', 'x'],
      ['A.5.1', 'Policies', 'Yes', 'y'],
    ];
    const two: SheetFile = { ...file, sheets: [...file.sheets, sheet('Old', old)] };
    const options = { sheet: 'Old', standards: [catalog.edition('27001', '2022')!] };
    const left = read(options, two);
    assert.deepEqual([left.migratable, left.decisions.map(({ control }) => control.id)], [1, ['A.5.1']]);
    const moved = read({ ...options, migrates: true }, two);
    assert.deepEqual([moved.migratable, moved.decisions.map(({ control }) => control.id)], [1, ['A.5.1', 'A.5.16']]);
    const preview = importPreview(prepareImport(moved, null, catalog), two, catalog);
    assert.deepEqual(
      preview.sheets.map(({ name, rows }) => [name, rows]),
      [
        ['SoA', 5],
        ['Old', 3],
      ],
    );
  });
});
