import assert from 'node:assert/strict';
import { checkFix, checkRule, fixTitles } from '../../support/checkRules.js';

const code = 'invalid-field';

describe(code, () => {
  it('finds days that are not in the calendar', () => {
    checkRule(
      code,
      `
      ---
      id: P-1
      approved: 2026-02-30
                ^^^^^^^^^^ warning: There is no day 2026-02-30 in the calendar. Correct the approval date.
      ---
      # Doors
    `,
    );
  });

  it('calls a date of entry into force what the document calls it', () => {
    checkRule(
      code,
      `
      ---
      id: P-1
      ---
      # Doors

      **Effective Date:** 4/20/2025
                          ^^^^^^^^^ information: The Effective Date “4/20/2025” is read as 2025-04-20. Write it as year-month-day (2025-04-20), which has one meaning everywhere and can be checked.
    `,
    );
  });

  it('takes the status of a control, risk or finding for what it is', () => {
    const clean = (text: string) => assert.deepEqual(fixTitles(code, text), []);
    clean('---\ncontrol_id: A.5.2\nstandard: ISO/IEC 99001:2020\nstatus: partial\n---\n# Baselines\n');
    clean('---\nrisk-id: R-7\nowner: IT\nstatus: open\n---\n# Fire\n');
    clean('---\nid: A.5.2\nstandard: ISO/IEC 99001:2020\nstatus: not implemented\n---\n# A.5.2 Keys and locks\n');
    clean('---\nincident: INC-7\nseverity: SEV-2\nstatus: closed\n---\n# Outage\n');
    clean('---\ntype: record\nowner: IT\nstatus: done\n---\n# Access review\n');
    clean('---\ntitle: CAR-2026-11\nstatus: Closed 2026-05-02\n---\n# Corrective action\n');
    clean('# Abweichung Nr. 4\n\n| Owner | IT |\n|-|-|\n| Status | erledigt 02.05. |\n');
    assert.notDeepEqual(fixTitles(code, '---\ntitle: Corrective actions\nstatus: done\n---\n# Procedure\n'), []);
    clean('# Risks\n\n| Risk | Status | Owner |\n|-|-|-|\n| Fire | open | IT |\n');
    const policy = '---\nversion: 1.0\nstatus: partial\nstandard: ISO/IEC 99001:2020\n---\n# A.5.2 Keys and locks\n';
    assert.notDeepEqual(fixTitles(code, policy), []);
    assert.notDeepEqual(fixTitles(code, '---\ntype: policy\nowner: IT\nstatus: done\n---\n# Doors\n'), []);
    assert.notDeepEqual(fixTitles(code, '---\ncontrol_id: A.8.9\nstatus: aproved\n---\n# Baselines\n'), []);
  });

  it('offers both readings of a date that has two', () => {
    checkRule(
      code,
      `
      ---
      id: P-1
      next_review: 01/03/2027
                   ^^^^^^^^^^ information: The next review date “01/03/2027” can be read as 2027-03-01 or 2027-01-03.…
      ---
      # Doors
    `,
    );
    const text = '---\nid: P-1\nnext_review: 01/03/2027\n---\n# Doors\n';
    assert.deepEqual(fixTitles(code, text), ['Replace with 2027-03-01', 'Replace with 2027-01-03']);
  });

  it('prefers the only reading', () => {
    const text = '---\nid: P-1\nnext_review: "1 March 2027"\n---\n# Doors\n';
    assert.deepEqual(fixTitles(code, text), ['* Replace with 2027-03-01']);
    checkFix(code, 'Replace', text, '---\nid: P-1\nnext_review: "2027-03-01"\n---\n# Doors\n');
  });

  it('says what a date of one meaning is read as, and nothing false of a quarter', () => {
    for (const [written, said] of [
      ['26-Jun-2027', 'The next review date “26-Jun-2027” is read as 2027-06-26. Write…'],
      ['9 Sept 2027', 'The next review date “9 Sept 2027” is read as 2027-09-09. Write…'],
      ['1. April 2027', 'The next review date “1. April 2027” is read as 2027-04-01. Write…'],
      ['Q1 2027', 'The next review date “Q1 2027” names no day. Write…'],
      ['in spring', 'The next review date “in spring” is not a calendar date. Write…'],
    ] as const) {
      const mark = `             ${'^'.repeat(written.length)} information: ${said}`;
      checkRule(code, `---\nid: P-1\nnext_review: ${written}\n${mark}\n---\n# Doors\n`);
    }
  });

  it('has nothing to say of a date with points, but where there is no such day', () => {
    checkRule(
      code,
      `
      | Freigabe | Leitung, 18.05.2026 |
      |---|---|
      | Nächste Prüfung | 18.5.2027 |
    `,
    );
    checkRule(
      code,
      `
      ---
      id: P-1
      approved: 1.3.2026
      next_review: 31.02.2027
                   ^^^^^^^^^^ information: The next review date “31.02.2027” is not a calendar date.…
      ---
      # Doors
    `,
    );
  });

  it('finds a review before the approval in dates with points', () => {
    checkRule(
      code,
      `
      ---
      id: P-1
      approved: 01.03.2026
      next_review: 2025-03-01
                   ^^^^^^^^^^ warning: The next review (2025-03-01) lies before the approval (2026-03-01).…
      ---
      # Doors
    `,
    );
  });

  it('finds a review before the approval', () => {
    checkRule(
      code,
      `
      ---
      id: P-1
      approved: 2026-03-01
      next_review: 2025-03-01
                   ^^^^^^^^^^ warning: The next review (2025-03-01) lies before the approval (2026-03-01). One of the two dates is wrong.
      ---
      # Doors
    `,
    );
  });

  it('finds status values that nobody knows, and slips of the pen', () => {
    checkRule(
      code,
      `
      ---
      id: P-1
      status: aproved
              ^^^^^^^ warning: “aproved” is none of the status values approved, draft, in-review or retired, so nobody can tell whether this document is in force.
      ---
      # Doors
    `,
    );
    checkRule(
      code,
      `
      ---
      id: P-1
      status: Blue
              ^^^^ information: “Blue” is none of the status values…
      ---
      # Doors
    `,
    );
    checkFix(
      code,
      'Replace with approved',
      '---\nid: P-1\nstatus: aproved\n---\n',
      '---\nid: P-1\nstatus: approved\n---\n',
    );
  });

  it('understands the words of other houses', () => {
    for (const status of [
      'Approved',
      'In Review',
      'in_review',
      'Active',
      'published',
      'Live',
      'Released (R2)',
      'definitief',
      'Withdrawn',
      'WIP',
      'accepted',
      'rejected',
      'superseded by ADR-0020',
    ]) {
      checkRule(code, `---\nid: P-1\nstatus: ${status}\n---\n# Doors\n`);
    }
    checkRule(code, '---\nid: P-1\nstatus: Blue\n---\n# Doors\n', { settings: { statusValues: ['blue', 'green'] } });
  });

  it('mentions a version without a number', () => {
    checkRule(
      code,
      `
      ---
      id: P-1
      version: latest
               ^^^^^^ information: The version “latest” has no number, so two versions cannot be told apart. Give it one, such as 1.0.
      ---
      # Doors
    `,
    );
  });

  it('knows the letters of revisions', () => {
    for (const version of ['C', 'Rev. B', 'Issue AA'])
      checkRule(code, `---\nid: P-1\nversion: ${version}\n---\n# Doors\n`);
  });

  it('leaves placeholders to missing-field', () => {
    checkRule(
      code,
      '---\nid: P-1\nversion: TBD\nstatus: "{{status}}"\napproved: YYYY-MM-DD\nnext_review: "-"\n---\n# Doors\n',
    );
  });

  it('offers no status that the document has no approval for', () => {
    const text = '---\nstatus: somewhat ready\n---\n# Doors\n';
    assert.deepEqual(fixTitles(code, text), ['Replace with draft', 'Replace with in-review']);
    assert.equal(fixTitles(code, text.replace('ready', 'ready\napproved_by: Board')).length, 4);
  });

  it('knows the states in seven languages, and with a sign before them', () => {
    for (const status of [
      'freigegeben',
      'Entwurf',
      'Außer Kraft',
      'approuvé',
      'vigente',
      'em vigor',
      'van kracht',
      'approvato',
      '✅ Approved',
    ])
      checkRule(code, `---\nstatus: ${status}\n---\n# Doors\n`);
  });

  it('knows common words for a status in some further languages, and says nothing of others there', () => {
    for (const status of ['Gældende', 'fastställd', 'utkast', 'voimassa', 'zatwierdzony', 'disetujui'])
      checkRule(code, `---\nstatus: ${status}\n---\n# Doors\n`);
    const text = 'Reglerna gäller för alla och ska följas.';
    checkRule(code, `---\nstatus: Klubbad\nGodkänd: 3 kesäkuuta 2026\nversion: första\n---\n# Dörrar\n\n${text}\n`);
    const finding = '        ^^^^^^^ warning: “aproved” is none of the status values…';
    checkRule(code, `---\nstatus: aproved\n${finding}\n---\n# Dörrar\n\n${text}\n`);
  });

  it('takes no row of a control for the fields of the document', () => {
    const table = (row: string) => `# Extract\n\n| Control | Title | Status | Version |\n|---|---|---|---|\n${row}\n`;
    checkRule(code, table('| A.5.15 | Access control | Implemented | 1.0 |'));
    checkRule(code, table('| 5.15 | Access control | Implemented | 1.0 |'));
  });
});
