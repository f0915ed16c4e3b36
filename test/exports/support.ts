/** What the tests of the exports are made with: the example with every field of the record, and a hostile record. */

import type { Catalog } from '../../server/src/core/catalog/types.js';
import { buildClauseMatrix } from '../../server/src/core/soa/clauseMatrix.js';
import { buildSoaModel } from '../../server/src/core/soa/model.js';
import type { SoaModel, SoaRow } from '../../server/src/core/soa/modelTypes.js';
import type { SoaExport } from '../../server/src/core/soa/render/exportInput.js';
import { exampleSystem } from '../support/exampleSystem.js';

export interface Sample {
  readonly input: SoaExport;
  readonly catalog: Catalog;
}

const header = `scope_document: policies/management-system-framework.md
classification: Internal
next_review: 2027-08-31
history:
  - { version: "3.0", date: 2025-09-01, by: Managing Director, change: First version for all three standards. }
  - { version: "3.1", date: 2026-08-31, by: Managing Director, change: 27701 moved to the 2025 edition. }
additional:
  LH-1:
    title: Four-eyes release of triage models
    source: Hospital Framework Agreement Schedule 5
    applicable: true
    justification: A wrong triage harms patients.
    drivers: { contractual: [HFA Schedule 5] }
    status: partial
    target: 2027-Q1
    owner: Head of Data Science
    documents: [procedures/ai-impact-assessment-procedure.md]
standards:`;

let example: Sample | null = null;

/** The example system, with what its own soa.yaml says beyond the annexes replaced by what the tests name. */
export function exampleExport(): Sample {
  if (example) return example;
  const { system, snapshot } = exampleSystem((text) =>
    text
      .replace(/^(?:scope_document|classification|next_review):.*\n/gm, '')
      .replace(/^additional:[\s\S]*$/m, '')
      .replace(/^standards:/m, header)
      .replace('    owner: CISO\n', '    owner: CISO\n    model: shared\n    supplier: Rheinhost GmbH\n'),
  );
  if (system.problems.length > 0) throw new Error(JSON.stringify(system.problems));
  example = {
    input: {
      model: buildSoaModel(system, snapshot),
      matrix: buildClauseMatrix(system, snapshot),
      provenance: {
        commit: '0123456789abcdef0123456789abcdef01234567',
        isModified: false,
        generator: 'Clausemark 1.0.0',
      },
      folder: '',
    },
    catalog: snapshot.catalog,
  };
  return example;
}

/** Texts that have hurt exports of others, one by one. */
export const hostileTexts: readonly string[] = [
  '=HYPERLINK("http://evil.example","x")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '#N/A',
  '#REF!',
  '<script>alert(1)</script>',
  '</w:t></w:r></w:p>',
  ']]>',
  '&amp; &lt; &#x41;',
  '_x0041_ _x000D_',
  '\u0000\u0001\u0008\u000b\u001f\u007f\u0085',
  '\ud800 lone \udc00',
  '\ufffe\uffff',
  '\u202egnp.exe \u2066x\u2069',
  'مرحبا שלום 字 😀',
  'first\nsecond\r\nthird',
  'x'.repeat(40_000),
  'ä '.repeat(20_000),
  "'quoted",
  '{{mustache}} $' + '{x}',
];

/** A few rows of the example with every text of a row and of the header replaced by a hostile one. */
export function hostileExport(text: string): Sample {
  const { input, catalog } = exampleExport();
  // One row of each sheet is enough.
  const rows = input.model.rows.filter((_, index) => index % 40 === 0).map((row) => hostileRow(row, text));
  const { header: own } = input.model;
  const model: SoaModel = {
    ...input.model,
    rows,
    header: {
      ...own,
      organisation: text,
      scope: text,
      version: text,
      owner: text,
      approvedBy: text,
      classification: text,
      history: [{ version: text, date: text, by: text, change: text }],
    },
  };
  return { input: { ...input, model, matrix: null }, catalog };
}

function hostileRow(row: SoaRow, text: string): SoaRow {
  return {
    ...row,
    justification: text,
    implementation: text,
    owner: text,
    notes: text,
    supplier: text,
    target: text,
    decided: text,
    drivers: [{ kind: 'risk', ids: [text] }],
    documents: row.documents.map((document) => ({ ...document, title: text, id: null, path: `policies/${text}.md` })),
    evidence: row.evidence.map((evidence) => ({ ...evidence, text, note: text })),
  };
}
