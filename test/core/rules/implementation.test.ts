/** The rules on what stands behind a decision: documents in force, evidence, and tags that no statement counts. */

import assert from 'node:assert/strict';
import { checkSystem } from '../../../server/src/core/rules/run.js';
import { checkRule } from '../../support/checkRules.js';
import { miniCatalog } from '../../support/miniCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

const document = (fields: string, ...ids: string[]) => `---\n${fields}\ncontrols: [${ids.join(', ')}]\n---\n# House\n`;

describe('implemented-by-draft-only', () => {
  const code = 'implemented-by-draft-only';

  it('finds implemented controls that only drafts and retired documents cover', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.1: { applicable: true, status: implemented }
                                                   ^^^^^^^^^^^ warning: A.5.1 (Rules of the house) is said to be implemented, but no document in force covers it, only draft.md (in review). Approve it, or correct the status: an auditor accepts only what is in force.
          99001:A.5.2: { applicable: true, status: implemented }
                                                   ^^^^^^^^^^^ warning: A.5.2 (Keys and locks) is said to be implemented, but no document in force covers it, only draft.md (in review) and old.md (retired). Approve one of them, or…
          99001:A.5.3: { applicable: true, status: partial }
          99001:A.5.4: { applicable: false, status: implemented }
          99001:A.5.10: { applicable: true, status: implemented }
          99001:A.6.1: { applicable: true, status: implemented }
          99001:A.6.2: { applicable: true, status: implemented }
      `,
      'draft.md': document(
        'status: in review',
        '99001:A.5.1',
        '99001:A.5.2',
        '99001:A.5.3',
        '99001:A.5.4',
        '99001:A.5.10',
      ),
      'old.md': document('status: retired', '99001:A.5.2', '99001:A.6.1'),
      'valid.md': document('status: approved', '99001:A.5.10'),
      'quiet.md': document('owner: CISO', '99001:A.6.1'),
    });
  });

  it('speaks once of all controls that rest on the same overdue documents', () => {
    const fields = 'status: approved\nnext_review: 2026-09-29';
    checkRule(code, {
      'soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.1: { applicable: true, status: implemented }
                                                   ^^^^^^^^^^^ information: A.5.1 (Rules of the house) and 1 other implemented control are covered by no document that is up to date, only by late.md (review due on 2026-09-29). Review what is overdue, so that the implementation rests on it again.
          99001:A.5.2: { applicable: true, status: implemented }
          99001:A.5.3: { applicable: true, status: implemented }
                                                   ^^^^^^^^^^^ information: A.5.3 (Guests) is covered by no document that is up to date, only by draft.md (draft) and late.md (review…
          99001:A.6.1: { applicable: true, status: implemented }
      `,
      'late.md': document(fields, '99001:A.5.1', '99001:A.5.2', '99001:A.5.3'),
      'draft.md': document('status: draft', '99001:A.5.3'),
      // The date of a review: whether of the last or the next one, nobody knows.
      'perhaps.md': document('status: approved\nreview_date: 2026-01-01', '99001:A.6.1'),
    });
  });

  it('speaks once of five controls and more that rest on the same draft', () => {
    const ids = ['A.5.1', 'A.5.2', 'A.5.3', 'A.5.4', 'A.6.1'];
    const draft = document('status: draft', ...ids.map((id) => `99001:${id}`));
    const begin = 'standards:\n  99001: { edition: 2020 }\ncontrols:\n';
    const row = (id: string) => `  99001:${id}: { applicable: true, status: implemented }\n`;
    const says = (message: string) => `${' '.repeat(row('A.5.1').indexOf('impl'))}^^^^^^^^^^^ warning: ${message}\n`;
    const all = says(
      'A.5.1 (Rules of the house) and 4 other controls are said to be implemented, but no document in force covers them, only draft.md (draft). Approve it, or correct the status: an auditor accepts only what is in force.',
    );
    const rows = ids.map((id) => row(id));
    checkRule(code, { 'soa.yaml': begin + rows.toSpliced(1, 0, all).join(''), 'draft.md': draft });
    const each = ids.slice(1).map((id) => row(id) + says(`${id} (…`));
    checkRule(code, { 'soa.yaml': begin + each.join(''), 'draft.md': draft });
  });

  it('counts the documents of the system, and leaves what nobody covers to uncovered-control', () => {
    const soa = `
      standards:
        99001: { edition: 2020 }
      controls:
        99001:A.5.1: { applicable: true, status: implemented }
                                                 ^^^^^^^^^^^ warning: A.5.1…
        99001:A.5.2: { applicable: true, status: implemented }
    `;
    checkRule(code, {
      'house/soa.yaml': soa,
      'house/draft.md': document('status: draft', '99001:A.5.1'),
      'garden/valid.md': document('status: approved', '99001:A.5.1'),
    });
    checkRule('uncovered-control', {
      'soa.yaml': `
        standards:
          99042: { edition: 2023 }
        controls:
          99042:A.5.2: { applicable: true, status: implemented }
          99042:A.5.3: { applicable: true, status: implemented }
          ^^^^^^^^^^^ warning: No document covers A.5.3 (Naming robots) of 99042:2023, although its status is implemented.…
          99042:A.7.2: { applicable: false }
          99042:A.7.3: { applicable: false }
      `,
      'draft.md': document('status: draft', '99042:A.5.2'),
    });
  });
});

describe('implemented-without-evidence', () => {
  const code = 'implemented-without-evidence';

  it('finds implemented controls without evidence where evidence is the habit', () => {
    checkRule(code, {
      'soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.1: { applicable: true, status: implemented, evidence: [Ticket 12] }
          99001:A.5.2: { applicable: true, status: implemented }
                                                   ^^^^^^^^^^^ information: A.5.2 (Keys and locks) is said to be implemented, but no evidence is named. An auditor asks for proof that it works: name the record that shows it, or correct the status.
          99001:A.5.3: { applicable: true, status: partial }
          99001:A.5.4: { applicable: false }
          99001:A.6.1: { applicable: true }
      `,
    });
  });

  it('does not nag a file that names none, or hardly any', () => {
    const soa = (evidence: string) => `
      standards:
        99001: { edition: 2020 }
      controls:
        99001:A.5.1: { applicable: true, status: implemented${evidence} }
        99001:A.5.2: { applicable: true, status: implemented }
        99001:A.5.3: { applicable: true, status: implemented }
    `;
    checkRule(code, { 'soa.yaml': soa('') });
    checkRule(code, { 'soa.yaml': soa(', evidence: [Ticket 12]') });
  });
});

describe('evidence-missing', () => {
  const code = 'evidence-missing';

  it('finds paths that lead to nothing', () => {
    checkRule(code, {
      'house/soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.1: { applicable: true, evidence: [evidence/keys.csv, evidence/keyz.csv] }
                                                                         ^^^^^^^^^^^^^^^^^ warning: There is no file house/evidence/keyz.csv. An auditor will ask to see this evidence: correct the path, or add the file. Paths begin at the folder of this file.
          99001:A.5.2: { applicable: true, evidence: "../rules 2026.pdf#page=3" }
          99001:A.5.3: { applicable: true, evidence: { path: ../lost.pdf, date: 2026-01-01 } }
                                                             ^^^^^^^^^^^ warning: There is no file lost.pdf.…
          99001:A.5.4: { applicable: true, evidence: Chimney report.pdf }
                                                     ^^^^^^^^^^^^^^^^^^ information: There is no file house/Chimney report.pdf.…
          99001:A.6.1: { applicable: false, evidence: evidence/hedge%20plan.md }
      `,
      'house/evidence/keys.csv': 'key,owner\n',
      'house/evidence/hedge plan.md': '# Hedges\n',
      'rules 2026.pdf': '',
    });
  });

  it('takes a wildcard for a pattern, of which only the folder can be missing', () => {
    checkRule(code, {
      'house/soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.1: { applicable: true, evidence: [scans/*.pdf, "*.pdf", scans/*/keys.csv] }
          99001:A.5.2: { applicable: true, evidence: [scams/*.pdf] }
                                                      ^^^^^^^^^^^ warning: There is no folder house/scams for house/scams/*.pdf. An auditor will ask to see this evidence: correct the path, or add the files. Paths begin at the folder of this file.
      `,
      // The folders.
      house: '',
      'house/scans': '',
    });
  });

  it('does not look for words, addresses and what lies elsewhere', () => {
    const evidence = [
      'Ticket 4711',
      'Board minutes 3/2026',
      'Managed with Node.js',
      'portal.example.com/reports/keys.pdf',
      'https://example.com/keys.pdf',
      'evidence/keys.csv; evidence/locks.csv',
      'evidence/keys.csv (sheet 2)',
      'C:\\keys.pdf',
      '\\\\server\\share\\keys.pdf',
      '~/keys.pdf',
      '../../keys.pdf',
    ];
    const list = evidence.map((text) => `      - '${text}'\n`).join('');
    const soa = `standards:\n  99001: { edition: 2020 }\ncontrols:\n  99001:A.5.1:\n    applicable: true\n    evidence:\n${list}`;
    checkRule(code, { 'soa.yaml': soa });
  });

  it('says nothing where the files cannot be seen', () => {
    const soa =
      'standards:\n  99001: { edition: 2020 }\ncontrols:\n  99001:A.5.1: { applicable: true, evidence: a/b.pdf }\n';
    const snapshot = makeSnapshot({ 'soa.yaml': soa }, { catalog: miniCatalog });
    const codes = (exists: boolean | null) =>
      checkSystem(snapshot.systems[0]!, { ...snapshot, fileExists: () => exists }).map((finding) => finding.code);
    assert.ok(codes(false).includes(code));
    assert.ok(!codes(null).includes(code));
    assert.ok(!codes(true).includes(code));
  });
});

describe('evidence-stale', () => {
  it('finds implemented controls whose newest dated evidence is more than a year old', () => {
    checkRule('evidence-stale', {
      'soa.yaml': `
        standards:
          99001: { edition: 2020 }
        controls:
          99001:A.5.1:
            applicable: true
            status: implemented
            evidence:
              - { path: Ticket 1, date: 2024-05-01 }
              - { path: Ticket 2, date: 2025-11-20 }
                                        ^^^^^^^^^^ information: The newest evidence for A.5.1 (Rules of the house) is of 2025-11-20, more than a year ago. Surveillance audits look at the last twelve months: name newer evidence, or check that the control still works.
          99001:A.5.2: { applicable: true, status: implemented, evidence: { path: Ticket 3, date: 2025-11-21 } }
          99001:A.5.3: { applicable: true, status: implemented, evidence: [{ path: Ticket 4, date: 2020-01-01 }, Ticket 5] }
          99001:A.5.4: { applicable: true, status: planned, evidence: { path: Ticket 6, date: 2020-01-01 } }
          99001:A.6.1: { applicable: true, status: implemented, evidence: { path: Ticket 7, date: 2020-02-30 } }
          99001:A.6.2: { applicable: true, status: implemented }
      `,
    });
  });
});

describe('out-of-scope-claim', () => {
  const code = 'out-of-scope-claim';
  const soa = 'standards:\n  99001: { edition: 2020 }\n';

  it('finds tags of standards that are not in scope, once for each', () => {
    checkRule(code, {
      'soa.yaml': soa,
      'robots.md': `
        ---
        status: approved
        controls: [99001:A.5.1, 99042:A.5.2, 99042:A.5.3, 99701:A.3.3, house-act:3]
                                      ^^^^^ information: This document claims A.5.2 (Robot register) and 1 more of 99042:2023, which is not among the standards of soa.yaml, so no Statement of Applicability counts it. Add the standard there, or remove the tag.
                                                                ^^^^^ information: This document claims A.3.3 (Locked cupboard) of 99701:2025, which is not…
        ---
        # Robots

        See ISO/IEC 99042:2023 A.7.2.
      `,
    });
  });

  it('finds tags of a newer edition than the one in scope, and leaves older ones to superseded-edition', () => {
    checkRule(code, {
      'soa.yaml': 'standards:\n  99001: { edition: 2010 }\n',
      'house.md': `
        ---
        controls: [99001:2020:A.5.10]
                              ^^^^^^ information: This document claims A.5.10 (Fire drill) of 99001:2020, but the management system works by 99001:2010, so no Statement of Applicability counts it. Change the edition there, or take the tag of that edition.
        ---
        # House
      `,
    });
    checkRule(code, { 'soa.yaml': soa, 'house.md': document('status: approved', '99001:2010:A.9.1.1') });
  });

  it('has nothing to say of what is in scope, retired, of no system, or only guessed', () => {
    checkRule(code, { 'soa.yaml': soa, 'house.md': document('status: approved', '99001:A.5.1', 'A.5.2') });
    checkRule(code, { 'soa.yaml': soa, 'house.md': document('status: retired', '99042:A.5.2') });
    checkRule(code, { 'house/soa.yaml': soa, 'robots.md': document('status: approved', '99042:A.5.2') });
    checkRule(code, { 'soa.yaml': 'organisation: House\n', 'robots.md': document('status: approved', '99042:A.5.2') });
    checkRule(code, { 'soa.yaml': soa, 'robots.md': document('status: approved', 'A.7.3') });
  });
});
