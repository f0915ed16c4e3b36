/** Models for the pane, made by the core from the invented standards of the tests of the core. */
import type { PatchMessage } from '../../../client/webview/messages.js';
import { ShownModel } from '../../../client/webview/soa/shownModel.js';
import { buildClauseMatrix } from '../../../server/src/core/soa/clauseMatrix.js';
import type { ClauseMatrix } from '../../../server/src/core/soa/clauseMatrixTypes.js';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import type { SoaModel } from '../../../server/src/core/soa/modelTypes.js';
import { paneModel } from '../../../server/src/core/soa/paneModel.js';
import type { PaneModel, SentModel } from '../../../server/src/core/soa/paneTypes.js';
import { buildReuse } from '../../../server/src/core/soa/reuse.js';
import type { ReuseMatrix } from '../../../server/src/core/soa/reuseTypes.js';
import { type DocumentSketch, parse, patchOf, sketchSnapshot } from '../../core/soa/support.js';
import { exampleSystem } from '../../support/exampleSystem.js';

const text = `organisation: Tea & Co
scope: All kettles
version: "2.1"
status: approved
approved_by: Board
approved: 2026-03-01
owner: Head of Tea
standards: { 90001: 2022, 90002: { roles: [controller] } }
controls:
  90001:A.5.1:
    applicable: yes
    justification: We drink Earl Grey.
    drivers: { risk: [R-1] }
    status: implemented
    owner: Head of Tea
    evidence: [{ path: pot.md, date: 2026-01-31 }]
  90001:A.5.2: { applicable: no, justification: No kitchen. }
`;

const documents: readonly DocumentSketch[] = [
  {
    path: 'tea.md',
    fields: { id: 'POL-1', title: 'Tea Policy', status: 'approved' },
    headings: ['Brewing', 'Serving'],
    references: ['90001:A.5.1', '90001:A.5.1 @0', '90001:A.5.1 @1'],
  },
  { path: 'notes.md', references: ['90001:A.5.1 mention'] },
];

/** Eight controls of two standards: one decided, one excluded, one outside the role, the others open. */
export function teaModel(change?: (soa: string) => string, more?: readonly DocumentSketch[]): SentModel {
  return paneModel(teaStatement(change, more));
}

/** The same as the page shows it. */
export function shownTeaModel(change?: (soa: string) => string): PaneModel {
  return new ShownModel().of(teaModel(change));
}

/** The same as the core has it. */
export function teaStatement(
  change: (soa: string) => string = (soa) => soa,
  more: readonly DocumentSketch[] = [],
): SoaModel {
  const system = parse(change(text));
  const snapshot = sketchSnapshot({ systems: [system], documents: [...documents, ...more], files: ['pot.md'] });
  return buildSoaModel(system, snapshot);
}

/** What the extension sends where the statement has changed. */
export function patchMessage(before: SoaModel, after: SoaModel): PatchMessage {
  return { type: 'patch', view: 'controls', patch: patchOf(before, after) };
}

export function modelWithoutSoa(): SentModel {
  return paneModel(buildSoaModel(null, sketchSnapshot({ documents })));
}

export function emptyModel(): SentModel {
  return paneModel(buildSoaModel(null, sketchSnapshot({})));
}

/** The same model with as many rows as that, in groups of forty. */
export function largeModel(rowCount: number): SentModel {
  const model = teaModel();
  const standard = model.standards[0]!;
  const group = standard.groups[0]!;
  const groups = Array.from({ length: Math.ceil(rowCount / 40) }, (_, i) => ({ ...group, key: `g${i}`, id: `A.${i}` }));
  const row = model.rows[0]!;
  const rows = Array.from({ length: rowCount }, (_, i) => ({
    ...row,
    key: `k${i}`,
    id: `A.${Math.floor(i / 40)}.${i % 40}`,
    groupKey: `g${Math.floor(i / 40)}`,
  }));
  return { ...model, standards: [{ ...standard, groups }], rows };
}

/** The tea policy claims a clause as well. */
function systemWithClauses() {
  const [tea, ...others] = documents;
  const claiming = { ...tea!, references: [...(tea!.references ?? []), '90001:5.1'] };
  const system = parse(text);
  return {
    system,
    snapshot: sketchSnapshot({ systems: [system], documents: [claiming, ...others], files: ['pot.md'] }),
  };
}

/** That of the example: the invented standards have no clauses to compare. */
export function exampleClauses(): ClauseMatrix {
  const { system, snapshot } = exampleSystem();
  return buildClauseMatrix(system, snapshot);
}

export function teaReuse(): ReuseMatrix {
  const { system, snapshot } = systemWithClauses();
  return buildReuse(system, snapshot);
}
