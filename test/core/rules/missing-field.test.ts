import assert from 'node:assert/strict';
import { checkFix, checkRule, fixTitles } from '../../support/checkRules.js';

const code = 'missing-field';
const full =
  'id: P-1\ntitle: Doors\nowner: Porter\nversion: "1.0"\nstatus: approved\napproved_by: Owner\napproved: 2026-03-01\nnext_review: 2027-03-01\n';

describe(code, () => {
  it('names everything that is missing in one finding', () => {
    checkRule(
      code,
      `
      ---
      ^^^ information: This document states no owner, version or next review date.…
      id: P-1
      title: Doors
      status: approved
      approved_by: Owner
      approved: 2026-03-01
      ---
      # Doors
    `,
    );
  });

  it('has nothing to say of a complete document, whatever its keys are called', () => {
    checkRule(code, `---\n${full}---\n# Doors\n`);
    checkRule(
      code,
      '---\nDocument ID: P-1\nDocument Owner: Porter\nrevision: "3"\nDocument status: Approved\napprover: Owner\napproval-date: 2026-03-01\nreview due: 2027-03-01\n---\n# Doors\n',
    );
  });

  it('warns of an approval that states neither who nor when', () => {
    checkRule(
      code,
      `
      ---
      id: P-1
      owner: Porter
      version: "1.0"
      status: approved
              ^^^^^^^^ warning: The status is “approved”, but the document states no approver or approval date. An auditor asks who approved it and when: add it.
      next_review: 2027-03-01
      ---
      # Doors
    `,
    );
  });

  it('asks a draft for no approval, and a retired document for no review', () => {
    checkRule(code, '---\nid: P-1\nowner: Porter\nversion: "0.1"\nstatus: draft\n---\n# Doors\n');
    checkRule(
      code,
      '---\nid: P-1\nowner: Porter\nversion: "1.0"\nstatus: retired\napproved_by: Owner\napproved: 2020-03-01\n---\n# Doors\n',
    );
  });

  it('takes placeholders for nothing, but leaves templates alone', () => {
    checkRule(
      code,
      `
      ---
      ^^^ information: This document states no owner.…
      ${full.replace('Porter', 'TBD').trimEnd().split('\n').join('\n      ')}
      ---
      # Doors
    `,
    );
    checkRule(code, '---\nid: "{{id}}"\nowner: "{{owner}}"\nversion: "{{version}}"\n---\n# Doors\n');
    checkRule(code, '---\nid: "[ID]"\nowner: "[OWNER]"\nversion: "1.0"\n---\n# Doors\n');
  });

  it('leaves notes and README files alone', () => {
    checkRule(code, '# Notes\n\nSee ISO/IEC 99001:2020 A.5.2.\n');
    checkRule(code, '---\ntitle: Notes\ntype: post\n---\n# Notes\n');
  });

  it('asks for what the settings ask for', () => {
    checkRule(
      code,
      `
        ---
        ^^^ information: This document states no classification.…
        id: P-1
        owner: Porter
        ---
        # Doors
      `,
      { settings: { requiredFields: ['owner', 'classification'] } },
    );
  });

  it('adds the keys, and leaves the values to the writer', () => {
    checkFix(
      code,
      'Add owner and version to the front matter',
      '---\nid: P-1\nstatus: draft\n---\n# Doors\n',
      '---\nid: P-1\nstatus: draft\nowner:\nversion:\n---\n# Doors\n',
    );
    checkFix(
      code,
      'Add owner and version to the front matter',
      '---\r\nid: P-1\r\nstatus: draft\r\n---\r\n# Doors\r\n',
      '---\r\nid: P-1\r\nstatus: draft\r\nowner:\r\nversion:\r\n---\r\n# Doors\r\n',
    );
  });

  it('asks a record for what a record states', () => {
    checkRule(
      'missing-field',
      '---\nid: REC-1\ntitle: Minutes\ntype: record\nowner: X\nstatus: approved\n---\n# Minutes\n',
    );
    const titles = fixTitles(
      'missing-field',
      '---\nid: REC-1\ntitle: Minutes\ntype: record\nversion: "1"\n---\n# Minutes\n',
    );
    assert.deepEqual(titles, ['Add owner to the front matter']);
  });
});
