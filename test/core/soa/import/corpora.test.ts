/** The statements among the policies of others, where that folder exists: how many rows, and what could not be placed. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importStatement } from '../../../../server/src/core/soa/import/importStatement.js';
import { importCounts } from '../../../../server/src/core/soa/import/report.js';
import type { ImportedStatement } from '../../../../server/src/core/soa/import/types.js';
import { writeSystem } from '../../../../server/src/core/soa/import/writeSystem.js';
import { parseSoa } from '../../../../server/src/core/soa/parse.js';
import { readTables } from '../../../support/readTables.js';
import { catalog } from './support.js';

const folder = fileURLToPath(new URL('../../../../../shared/corpora/', import.meta.url));

interface Expected {
  readonly file: string;
  readonly standard: string;
  /** Rows, applicable, excluded, undecided controls; rows that could not be placed; values kept in the notes. */
  readonly numbers: readonly [number, number, number, number, number, number];
}

const expected: readonly Expected[] = [
  {
    file: 'CenedrilTeam-iso27001-starter-kit/registers/statement-of-applicability.csv',
    standard: 'iso27001-2022',
    numbers: [93, 92, 1, 0, 0, 0],
  },
  {
    file: 'CenedrilTeam-iso27001-starter-kit/registers-de/statement-of-applicability.csv',
    standard: 'iso27001-2022',
    numbers: [93, 92, 1, 0, 0, 0],
  },
  {
    file: 'Sushegaad-MCP-Server-for-ISO27001/samples/statement-of-applicability.csv',
    standard: 'iso27001-2022',
    numbers: [93, 86, 7, 0, 0, 0],
  },
  {
    // Thirteen rows have ids that ISO/IEC 42001 does not have, or has for objectives.
    file: 'onchainlabs1-llm-agent-mcp/docs/Clause6_Planning_new/Statement_of_Applicability.csv',
    standard: 'iso42001-2023',
    numbers: [25, 12, 0, 0, 13, 0],
  },
  {
    // It says 2025, and its ids are those of 2019; eighteen are in no edition.
    file: 'Ankit-Uniyal-iso-27701-pims-toolkit/05-CLAUSE6-PLANNING/STATEMENT-OF-APPLICABILITY.md',
    standard: 'iso27701-2019',
    numbers: [45, 26, 0, 1, 18, 2],
  },
  {
    // Eleven controls with a table each; the one for two controls counts once as a row.
    file: 'Ankit-Uniyal-iso-27701-pims-toolkit/12-WORKED-EXAMPLE/NFS-SOA-EXCERPT.md',
    standard: 'iso27701-2019',
    numbers: [11, 8, 0, 0, 4, 2],
  },
];

async function read(file: string): Promise<ImportedStatement> {
  const sheets = await readTables(basename(file), readFileSync(folder + file));
  return importStatement(sheets, catalog, { standards: [] });
}

describe('Statements of others', () => {
  before(function () {
    if (!existsSync(folder)) this.skip();
  });

  for (const { file, standard, numbers } of expected) {
    it(file, async () => {
      const statement = await read(file);
      const { rows, applicable, excluded, undecided, noted, placed } = importCounts(statement);
      assert.deepEqual([rows, applicable, excluded, undecided, rows - placed, noted], numbers);
      assert.deepEqual(
        statement.standards.map((one) => one.standard.key),
        [standard],
      );
      const system = parseSoa('soa.yaml', writeSystem(statement, catalog), catalog);
      assert.deepEqual(system.problems, []);
      assert.equal(system.decisions.filter(({ applicable: one }) => one.value === 'yes').length, applicable);
    });
  }

  it('lose no word: each is in a field, in the notes, in the report, or the title of the control', async () => {
    for (const { file } of expected.filter((one) => one.file.endsWith('.csv'))) {
      const statement = await read(file);
      const sheets = await readTables(basename(file), readFileSync(folder + file));
      const ignored = new Set(
        statement.tables[0]!.columns.flatMap(({ taken }, index) =>
          /left out|not copied|the id/.test(taken) ? [index] : [],
        ),
      );
      const kept = JSON.stringify([statement.decisions.map(({ fields }) => fields), statement.remarks]);
      for (const { cells } of sheets.sheets[0]!.rows.slice(1)) {
        for (const [index, { text }] of cells.entries()) {
          if (ignored.has(index) || text.length < 24) continue;
          assert.ok(kept.includes(JSON.stringify(text).slice(1, -1)), `${file}: ${text}`);
        }
      }
    }
  });
});
