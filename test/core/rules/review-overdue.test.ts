import { checkRule } from '../../support/checkRules.js';

const code = 'review-overdue';

describe(code, () => {
  it('finds a document in force after its date', () => {
    checkRule(
      code,
      `
      ---
      status: approved
      next_review: 2026-11-20
                   ^^^^^^^^^^ warning: The review of this document was due on 2026-11-20. An auditor will ask why it is overdue: review it, then record the approval and set the next date.
      ---
      # Doors
    `,
    );
  });

  it('finds an approved statement after its date, and leaves other statements alone', () => {
    const soa = (status: string, date: string) => ({
      'soa.yaml': `status: ${status}\nnext_review: ${date}\nstandards: { 99042: { edition: 2023 } }\n`,
    });
    checkRule(code, {
      'soa.yaml': `
        status: approved
        next_review: 2026-11-20
                     ^^^^^^^^^^ warning: The review of this Statement of Applicability was due on 2026-11-20. An auditor will ask why it is overdue: review it, then record the approval and set the next date.
        standards: { 99042: { edition: 2023 } }
      `,
    });
    for (const status of ['draft', 'in-review', 'retired']) checkRule(code, soa(status, '2020-01-01'));
    for (const date of ['2026-11-21', 'soon', '2026-02-30']) checkRule(code, soa('approved', date));
  });

  it('is quiet up to the day itself', () => {
    checkRule(code, '---\nstatus: approved\nnext_review: 2026-11-21\n---\n# Doors\n');
    checkRule(code, '---\nstatus: approved\nnext_review: 2026-11-20\n---\n# Doors\n', { today: '2026-11-20' });
  });

  it('leaves drafts and retired documents alone', () => {
    checkRule(code, '---\nstatus: draft\nnext_review: 2020-01-01\n---\n# Doors\n');
    checkRule(code, '---\nstatus: retired\nnext_review: 2020-01-01\n---\n# Doors\n');
  });

  it('only mentions it where the key or the missing status leaves a doubt', () => {
    checkRule(
      code,
      `
      ---
      id: P-1
      status: approved
      review_date: 2020-01-01
                   ^^^^^^^^^^ information: The review of this document was due on 2020-01-01.…
      ---
      # Doors
    `,
    );
    checkRule(
      code,
      `
      ---
      id: P-1
      next_review: 2020-01-01
                   ^^^^^^^^^^ information: The review of this document was due on 2020-01-01.…
      ---
      # Doors
    `,
    );
  });

  it('needs every reading of a date to be past', () => {
    checkRule(code, '---\nstatus: approved\nnext_review: 11/12/2026\n---\n# Doors\n');
    checkRule(
      code,
      `
      ---
      status: approved
      next_review: 01/03/2026
                   ^^^^^^^^^^ warning: The review of this document was due on 2026-03-01.…
      ---
      # Doors
    `,
    );
  });

  it('leaves a date before the approval to invalid-field', () => {
    checkRule(code, '---\nstatus: approved\napproved: 2026-05-01\nnext_review: 2025-05-01\n---\n# Doors\n');
  });
});
