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
import { readSheetFile } from '../../server/src/node/lazy/sheetFiles.js';
import { exampleSystem } from '../support/exampleSystem.js';

const original = readFileSync(new URL('../../examples/lindenhof/soa.yaml', import.meta.url), 'utf8');
const { system, snapshot } = exampleSystem();
const { catalog } = snapshot;
const input = {
  model: buildSoaModel(system, snapshot),
  matrix: buildClauseMatrix(system, snapshot),
  provenance: { commit: null, isModified: false, generator: 'Clausemark 1.0.0' },
  folder: '',
};

async function handedBack(format: RenderedFormat, name: string) {
  const bytes = await renderExport(format, input, catalog);
  const own = format === 'json' ? readOwnExport(JSON.parse(new TextDecoder().decode(bytes))) : null;
  if (own) return importOwnExport(name, own, catalog);
  return importStatement(await readSheetFile(name, bytes), catalog, { standards: [] });
}

describe('an export of the example that comes back', () => {
  for (const [format, name] of [
    ['xlsx', 'soa.xlsx'],
    ['csv', 'soa.csv'],
    ['json', 'soa.json'],
  ] as const) {
    it(`changes nothing of the record (${format})`, async () => {
      const statement = await handedBack(format, name);
      assert.equal(statement.decisions.length, 209);
      const prepared = prepareImport(statement, { path: 'soa.yaml', text: original, keepsExisting: false }, catalog);
      assert.deepEqual(
        prepared.merge!.changes.map(({ control, field, before, after }) => [control, field, before, after]),
        [],
      );
      assert.equal(prepared.text, original);
      assert.deepEqual(
        prepared.statement.remarks.filter(({ kind }) => kind === 'lost').map(({ text }) => text),
        [],
      );
    });
  }
});
