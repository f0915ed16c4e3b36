/** The pane shows as gaps what the rules report, and nothing else: reasons, evidence, documents in force, exclusions. */
import assert from 'node:assert/strict';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import { allFindings, checkRule } from '../../support/checkRules.js';
import { type Files, makeSnapshot } from '../../support/workspace.js';

const scope = 'standards: { 99042: { edition: 2023 } }\n';

/** Whether the row of A.5.2 has the gap, and whether the rule reports something. */
function both(gap: string, code: string, files: Files): readonly [boolean, boolean] {
  const snapshot = makeSnapshot(files);
  const row = buildSoaModel(snapshot.systems[0]!, snapshot).rows.find(({ id }) => id === 'A.5.2')!;
  return [
    row.gaps.some((one) => one.code === gap),
    allFindings(snapshot).some((finding) => finding.code === code && finding.path === 'soa.yaml'),
  ];
}

describe('the pane and the rules agree', () => {
  const evidence: readonly (readonly [string, boolean])[] = [
    ['gone/a.pdf', true],
    ['Penetration test 2026.pdf', true],
    ['gone/', true],
    ['{ file: report }', true],
    ['{ file: "a%20b.pdf" }', false],
    ['"a%20b.pdf"', false],
    ['here.pdf', false],
    ['odd.x1', false],
    ['Version 2.b', false],
    ['share.example/a.pdf', false],
    ['a.pdf; b.pdf', false],
    ['"C:\\\\share\\\\a.pdf"', false],
    ['https://example.org/gone.pdf', false],
    ['{ link: gone/a.pdf }', false],
    ['{ note: gone/a.pdf }', false],
    ['Ticket SEC-12', false],
  ];
  for (const [text, isMissing] of evidence) {
    it(`on evidence: ${text}`, () => {
      const decision = `applicable: true, justification: x, status: implemented, evidence: [${text}]`;
      const files = {
        'soa.yaml': `${scope}controls:\n  99042:A.5.2: { ${decision} }\n`,
        'here.pdf': '',
        'a b.pdf': '',
        'odd.x1': '',
      };
      assert.deepEqual(both('evidence-not-found', 'evidence-missing', files), [isMissing, isMissing]);
    });
  }

  const freshness: readonly (readonly [string, string, boolean])[] = [
    ['implemented', '{ note: a, valid_until: 2026-11-20 }', true],
    ['implemented', '{ note: a, valid_until: 2026-11-21 }', false],
    ['partial', '{ note: a, date: 2026-01-01, valid: 6 months }', true],
    ['planned', '{ note: a, valid_until: 2026-11-20 }', false],
    ['implemented', '{ note: a, date: 2025-11-20 }', true],
    ['partial', '{ note: a, date: 2025-11-20 }', true],
    ['implemented', '{ note: a, date: 2025-11-20 }, b', false],
    ['implemented', '{ note: a, date: 2025-11-20, valid: 2 years }', false],
  ];
  for (const [status, items, isStale] of freshness) {
    it(`on ${status} with ${items}`, () => {
      const decision = `applicable: true, justification: x, status: ${status}, evidence: [${items}]`;
      const files = { 'soa.yaml': `${scope}controls:\n  99042:A.5.2: { ${decision} }\n` };
      assert.deepEqual(both('evidence-stale', 'evidence-stale', files), [isStale, isStale]);
    });
  }

  const documents: readonly (readonly [string, boolean])[] = [
    ['status: approved\nnext_review: 2026-11-20', true],
    ['status: approved\nreview_date: 2026-11-20', false],
    ['status: approved\nnext_review: 20 November 2026', true],
    ['status: approved\nnext_review: 11/12/2026', false],
    ['next_review: 2026-11-20', true],
    ['status: under review', true],
    ['status: archived', true],
    ['status: blue', false],
    ['title: A', false],
  ];
  for (const [head, isWeak] of documents) {
    it(`on a document with ${head.replace('\n', ', ')}`, () => {
      const files = {
        'soa.yaml': `${scope}controls:\n  99042:A.5.2: { applicable: true, justification: x, status: implemented }\n`,
        'a.md': `---\n${head}\ncontrols: [99042:A.5.2]\n---\n# A\n`,
      };
      assert.deepEqual(both('only-draft', 'implemented-by-draft-only', files), [isWeak, isWeak]);
    });
  }

  it('on exclusions and on documents that are listed', () => {
    const files = (decision: string) => ({ 'soa.yaml': `${scope}controls:\n  99042:A.5.2: { ${decision} }\n` });
    for (const [date, isOverdue] of [
      ['2026-11-20', true],
      ['2026-11-21', false],
    ] as const) {
      const exclusion = files(`applicable: false, justification: x, expires: ${date}`);
      assert.deepEqual(both('exclusion-overdue', 'exclusion-review-overdue', exclusion), [isOverdue, isOverdue]);
      const inclusion = files(`applicable: true, justification: x, expires: ${date}`);
      assert.deepEqual(both('exclusion-overdue', 'exclusion-review-overdue', inclusion), [false, false]);
    }
    const listing = files('applicable: true, justification: x, documents: [gone.md]');
    assert.deepEqual(both('document-not-found', 'document-missing', listing), [true, true]);
  });

  /** A.5.2 with such a decision, beside another one that names drivers, reasons and evidence, or does not. */
  const beside = (decision: string, others: string): Files => ({
    'soa.yaml': `${scope}controls:\n  99042:A.5.2: { ${decision} }\n  99042:A.5.3: { ${others} }\n`,
  });
  const complete =
    'applicable: true, justification: Robots fall., drivers: [risk], status: implemented, evidence: [Seen]';
  const bare = 'applicable: true, justification: Robots fall., status: implemented';
  const reasons: readonly (readonly [string, string, string, string, boolean])[] = [
    ['implemented-without-evidence', 'implemented-without-evidence', bare, complete, true],
    ['implemented-without-evidence', 'implemented-without-evidence', bare, bare, false],
    ['implemented-without-evidence', 'implemented-without-evidence', `${bare}, evidence: [Seen]`, complete, false],
    ['included-without-driver', 'inclusion-without-driver', bare, complete, true],
    ['included-without-driver', 'inclusion-without-driver', bare, bare, false],
    ['included-without-reason', 'inclusion-without-driver', 'applicable: true', complete, true],
    ['boilerplate-justification', 'boilerplate-justification', 'applicable: false, justification: N/A', bare, true],
    ['boilerplate-justification', 'boilerplate-justification', 'applicable: true, justification: Required', bare, true],
    ['boilerplate-justification', 'boilerplate-justification', bare, bare, false],
    ['supplier-missing', 'supplier-missing', `${complete}, model: shared`, complete, true],
    ['supplier-missing', 'supplier-missing', `${complete}, model: inherited, supplier: TBD`, complete, true],
    ['supplier-missing', 'supplier-missing', `${complete}, model: shared, supplier: Rheinhost`, complete, false],
    ['supplier-missing', 'supplier-missing', `${complete}, model: direct`, complete, false],
    [
      'supplier-missing',
      'supplier-missing',
      'applicable: false, justification: No robots., model: shared',
      bare,
      false,
    ],
  ];
  for (const [gap, code, decision, others, isFound] of reasons) {
    it(`on { ${decision} } beside { ${others} }: ${code}`, () => {
      assert.deepEqual(both(gap, code, beside(decision, others)), [isFound, isFound]);
    });
  }

  it('on a justification that stands at five controls, at each of which the pane says so', () => {
    const same = '{ applicable: false, justification: We have no robots. }';
    const statement = (count: number) => {
      const own = Array.from({ length: count - 1 }, (_, index) => `  OWN-${index}: ${same}\n`).join('');
      return { 'soa.yaml': `${scope}controls:\n  99042:A.5.2: ${same}\nadditional:\n${own}` };
    };
    assert.deepEqual(both('boilerplate-justification', 'boilerplate-justification', statement(5)), [true, true]);
    assert.deepEqual(both('boilerplate-justification', 'boilerplate-justification', statement(4)), [false, false]);
  });

  it('on what changes in one row because of another one', () => {
    const before = makeSnapshot(beside(bare, bare));
    const after = makeSnapshot(beside(bare, complete));
    const codes = (snapshot: typeof before) =>
      buildSoaModel(snapshot.systems[0]!, snapshot)
        .rows.find(({ id }) => id === 'A.5.2')!
        .gaps.map(({ code }) => code);
    assert.ok(!codes(before).includes('implemented-without-evidence'));
    assert.ok(codes(after).includes('implemented-without-evidence'));
  });

  it('on the end of an exclusion and on its review, each in its words', () => {
    const gap = (date: string) => {
      const files = {
        'soa.yaml': `${scope}controls:\n  99042:A.5.2: { applicable: false, justification: No robots., ${date} }\n`,
      };
      const snapshot = makeSnapshot(files);
      return buildSoaModel(snapshot.systems[0]!, snapshot).rows.find(({ id }) => id === 'A.5.2')!.gaps[0]?.text;
    };
    assert.equal(gap('expires: 2026-11-20'), 'The exclusion held until 2026-11-20 and has ended.');
    assert.equal(gap('review: 2026-11-20'), 'The exclusion was to be looked at again by 2026-11-20.');
  });
});

describe('evidence-stale', () => {
  it('says until when evidence held, and whether anything is left', () => {
    checkRule('evidence-stale', {
      'soa.yaml': `
        standards: [99042:2023]
        controls:
          99042:A.5.2:
            applicable: true
            status: implemented
            evidence:
              - { file: a.pdf, date: 2025-11-20, valid: 12 months }
                                                        ^^^^^^^^^ warning: “a.pdf” proved A.5.2 (Robot register) until 2026-11-20, and nothing else does since. Name newer evidence, or take it out of the list.
          99042:A.5.3:
            applicable: true
            status: partial
            evidence:
              - { file: b.pdf, valid_until: 2026-10-31 }
                                            ^^^^^^^^^^ information: “b.pdf” proved A.5.3 (Naming robots) until 2026-10-31. Name newer evidence, or take it out of the list.
              - { file: c.pdf, valid_until: 2027-10-31 }
        additional:
          OWN-1:
            title: Cats
            applicable: true
            status: implemented
            evidence: { note: Seen, date: 2020-01-01 }
                                          ^^^^^^^^^^ information: The newest evidence for OWN-1 (Cats) is of 2020-01-01, more than a year ago.…
      `,
    });
  });
});
