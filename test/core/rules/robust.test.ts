/** Whatever the text: rules and features do not fail, stay inside the file, and their fixes cure what they promise to. */
import assert from 'node:assert/strict';
import { completion } from '../../../server/src/core/features/completion.js';
import { definition } from '../../../server/src/core/features/definition.js';
import { documentSymbols } from '../../../server/src/core/features/documentSymbols.js';
import { hover } from '../../../server/src/core/features/hover.js';
import { fixAll } from '../../../server/src/core/features/quickFixes.js';
import { referencesOf } from '../../../server/src/core/features/references.js';
import { silenceFixes } from '../../../server/src/core/features/silence.js';
import type { Finding } from '../../../server/src/core/rules/types.js';
import type { Snapshot } from '../../../server/src/core/snapshot.js';
import { applyTo } from '../../support/applyEdits.js';
import { allFindings } from '../../support/checkRules.js';
import { dedent, type Files, makeSnapshot } from '../../support/workspace.js';

const soa = dedent(`
  organisation: House
  status: approved
  standards:
    99001: { edition: 2020 }
    99042: { edition: 2023 }
    99701: { edition: 2025, roles: [processor] }
  controls:
    99001:A.5.2: { applicable: false }
    99001:A.5.4: { applicable: false, justification: N/A, review: 2025-01-01 }
    99001:A.6.1: { applicable: true, status: implemented, drivers: [risk], evidence: { path: a/b%.pdf, date: 2024-01-01 } }
    99001:A.6.2:
      applicable: true
      status: implemented
    99001:A.9.1.1: { applicable: true, status: implemented }
    99701:A.1.2.2: { applicable: true, status: implemented }
    99001:A.5.3:
      applicable: undecided
      status: implemented
    99001:A.12.6.1: { applicable: true }
    99042:B.5.2: { applicable: true, evidence: [a.csv], documents: [POL-1, gone], model: inherited }
    99042:A.5.2: { applicable: yes, status: partial, evidence: [{ note: x, date: 2025-01-01, valid: 2 weeks }] }
    99042:A.5.2: no # clausemark-disable-line duplicate-tag
    colour: blue
  additional:
    OWN-1: { title: Cats, status: implemented, expires: 2020-01-01 }
  folders: [., gone]
  history: [{ version: "9.1" }]
  version: "2.0"
  released: { version: "2.0", hash: sha256:0000000000000000000000000000000000000000000000000000000000000000 }
`);

const policy = dedent(`
  ---
  id: POL-1
  title: "House"
  status: aproved
  approved: 01/03/2026
  next_review: 2025-02-30
  controls: [99001:A.5.2, 99001:A.5.2, 99042:A.5.1, 99001:A.9.1.1, A.5.3, 99001:A.5.77]
  house_controls:
    - 5.10
  ---
  # House 🏠

  See ISO/IEC 99001:2020 A.12.6.1 and ISO/IEC 99001:2010 A.18.2.3, A.5.2, clause 6.1.3 f.

  <!-- clausemark-disable-next-line duplicate-tag nonsense -->
  ## Robots (ISO/IEC 99042:2023)
  <!-- controls: 99042:B.5.2, 99042:A.7.2, 99042:A.7.2 -->

  | Control | Title |
  | --- | --- |
  | A.5.2 | Robot register |
  | A.7.4 to A.7.6 | Nothing |
`);

/** @param makesFixes whether the fixes are made that cost a parse of the whole soa.yaml */
function checkBounds(snapshot: Snapshot, files: Files, makesFixes = true): Finding[] {
  const findings = allFindings(snapshot);
  for (const finding of findings) {
    assert.doesNotMatch(finding.message, /could not check this file/, finding.message);
    assert.doesNotMatch(finding.message, /undefined|null|\[object/, finding.message);
    const fixes = (finding.fixes ?? []).filter(({ isCostly }) => makesFixes || !isCostly);
    const spans = [
      { path: finding.path, span: finding.span },
      ...(finding.related ?? []),
      ...fixes.flatMap((fix) => fix.edits),
    ];
    for (const { path, span } of spans) {
      assert.ok(0 <= span.start && span.start <= span.end && span.end <= files[path]!.length, finding.code);
    }
    for (const fix of fixes) for (const path of Object.keys(files)) applyTo(path, files[path]!, fix.edits);
  }
  for (const path of Object.keys(files)) {
    applyTo(path, files[path]!, fixAll(findings.filter((one) => one.path === path)));
  }
  return findings;
}

function touchEverything(snapshot: Snapshot, path: string, offset: number): void {
  hover(snapshot, path, offset);
  completion(snapshot, path, offset);
  definition(snapshot, path, offset);
  referencesOf(snapshot, path, offset);
}

describe('rules and features', () => {
  it('survive every truncation of a document', () => {
    for (let end = 0; end <= policy.length; end += 3) {
      const files = { 'policy.md': policy.slice(0, end), 'soa.yaml': soa };
      const snapshot = makeSnapshot(files);
      checkBounds(snapshot, files, false);
      touchEverything(snapshot, 'policy.md', end);
      documentSymbols(snapshot, 'policy.md');
    }
  });

  it('survive every truncation of a soa.yaml', function () {
    this.timeout(60_000);
    for (let end = 0; end <= soa.length; end++) {
      const files = { 'policy.md': policy, 'soa.yaml': soa.slice(0, end) };
      const snapshot = makeSnapshot(files);
      checkBounds(snapshot, files, end % 29 === 0);
      touchEverything(snapshot, 'soa.yaml', end);
      documentSymbols(snapshot, 'soa.yaml');
    }
  });

  it('answer at every offset, with both kinds of line ends', () => {
    for (const text of [policy, policy.replaceAll('\n', '\r\n')]) {
      const snapshot = makeSnapshot({ 'policy.md': text, 'soa.yaml': soa });
      for (let offset = 0; offset <= text.length; offset++) touchEverything(snapshot, 'policy.md', offset);
    }
  });

  it('offer fixes that cure their finding', () => {
    const files: Files = { 'policy.md': policy, 'soa.yaml': soa };
    const signature = (finding: Finding) => `${finding.path} ${finding.code} ${finding.message}`;
    const before = allFindings(makeSnapshot(files));
    const counts = (findings: readonly Finding[], one: Finding) =>
      findings.filter((other) => signature(other) === signature(one)).length;
    let tried = 0;
    for (const finding of before) {
      for (const fix of finding.fixes ?? []) {
        const fixed = Object.fromEntries(
          Object.keys(files).map((path) => [path, applyTo(path, files[path]!, fix.edits)]),
        );
        // Adding empty keys asks the writer for the values; the fields are still missing.
        if (finding.code === 'missing-field' || fix.title.endsWith('to fill in')) continue;
        const after = allFindings(makeSnapshot(fixed));
        assert.ok(
          counts(after, finding) < counts(before, finding),
          `${fix.title} does not cure: ${signature(finding)}`,
        );
        tried++;
      }
    }
    assert.ok(tried > 15, `${tried} fixes tried`);
  });

  it('can silence every finding of a document', () => {
    const files: Files = { 'policy.md': policy, 'soa.yaml': soa };
    const snapshot = makeSnapshot(files);
    const document = snapshot.documents.get('policy.md')!;
    for (const finding of allFindings(snapshot).filter((one) => one.path === 'policy.md')) {
      for (const fix of silenceFixes(finding, document, policy, snapshot)) {
        const text = applyTo('policy.md', policy, fix.edits);
        const left = allFindings(makeSnapshot({ ...files, 'policy.md': text })).filter(
          (one) => one.path === 'policy.md' && one.code === finding.code && one.message === finding.message,
        );
        const all = allFindings(snapshot).filter((one) => one.code === finding.code && one.message === finding.message);
        assert.ok(
          left.length < all.length || finding.code === 'unused-suppression',
          `${fix.title}: ${finding.message}`,
        );
      }
    }
  });
});
