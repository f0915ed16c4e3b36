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

  it('asks minutes for no version, status or review, in other languages too', () => {
    for (const type of ['type: Minutes', 'tipo: Acta', 'type: procès-verbal', 'type: Notulen'])
      checkRule(code, `---\n${type}\nid: R-1\ntitle: Review\nowner: COO\ncontrols: [27001:A.5.1]\n---\n# Review\n`);
  });

  it('has nothing to say of a complete document, whatever its keys are called', () => {
    checkRule(code, `---\n${full}---\n# Doors\n`);
    checkRule(
      code,
      '---\nDocument ID: P-1\nDocument Owner: Porter\nrevision: "3"\nDocument status: Approved\napprover: Owner\napproval-date: 2026-03-01\nreview due: 2027-03-01\n---\n# Doors\n',
    );
  });

  it('does not miss a next review where it cannot be told whether a review is the last or the next one', () => {
    for (const review of [
      'review: 2027-03-01',
      'review: 2024-03-01',
      'Review: every 12 months',
      'Überprüfung: jährlich',
    ])
      checkRule(code, `---\n${full.replace('next_review: 2027-03-01', review)}---\n# Doors\n`);
  });

  it('finds such a review below a key for the document, too', () => {
    const fields = full.replace('next_review:', 'review:').replace(/^(?=.)/gm, '  ');
    checkRule(code, `---\ndocument:\n${fields}---\n# Doors\n`);
  });

  it('finds what stands in the first row of a table written in HTML', () => {
    const rows = [
      ['Document ID', 'P-7', 'Version', '3.2'],
      ['Owner', 'IT', 'Status', 'Approved'],
      ['Approved by', 'CEO', 'Approval date', '2024-02-01'],
      ['Next review', '2027-02-01', 'Class', 'Internal'],
    ].map(([a, b, c, d]) => `<tr><th>${a}</th><td>${b}</td><th>${c}</th><td>${d}</td></tr>`);
    checkRule(code, `# Doors\n\n<table>\n${rows.join('\n')}\n</table>\n\nISO/IEC 27001:2022 A.7.2.\n`);
  });

  it('misses it where a review has been, somebody reviews, or nothing is said', () => {
    for (const review of ['reviewed: 2025-03-01', 'reviewer: Owner', 'review: Owner', 'review:']) {
      const text = full.replace('next_review: 2027-03-01', review);
      const finding = '^^^ information: This document states no next review date.…';
      checkRule(code, `---\n${finding}\n${text}---\n# Doors\n`);
    }
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

  it('offers to call a text a draft where that leaves nothing missing', () => {
    const title = 'It is not approved yet: add “status: draft”';
    const before = '---\nid: P-1\nowner: Porter\nversion: "0.1"\n---\n# Doors\n';
    checkFix(code, title, before, before.replace('"\n---', '"\nstatus: draft\n---'));
    const windows = before.replace(/\n/g, '\r\n');
    checkFix(code, title, windows, windows.replace('"\r\n---', '"\r\nstatus: draft\r\n---'));
    checkRule(code, before.replace('"\n---', '"\nstatus: draft\n---'));
    const deep = '---\n  id: P-1\n  owner: Porter\n  version: "0.1"\n---\n# Doors\n';
    checkFix(code, title, deep, deep.replace('"\n---', '"\n  status: draft\n---'));
    for (const there of ['Status: {of: text}', '"status": [a, b]']) {
      assert.deepEqual(fixTitles(code, before.replace('"\n---', `"\n${there}\n---`)), [], there);
    }
  });

  it('offers no keys without values: the finding would stay', () => {
    assert.deepEqual(fixTitles(code, '---\nid: P-1\nstatus: draft\n---\n# Doors\n'), []);
    assert.deepEqual(fixTitles(code, '---\nid: P-1\nversion: "1"\n---\n# Doors\n'), []);
    const approved = '---\nid: P-1\nowner: Porter\nversion: "1"\napproved: 2026-01-02\n---\n# Doors\n';
    assert.deepEqual(fixTitles(code, approved), [], 'it was approved');
    assert.deepEqual(fixTitles(code, '---\nid: P-1\nowner: Porter\nversion: "1"\nstatus:\n---\n# Doors\n'), []);
  });

  it('asks a record for what a record states', () => {
    checkRule(
      'missing-field',
      '---\nid: REC-1\ntitle: Minutes\ntype: record\nowner: X\nstatus: approved\n---\n# Minutes\n',
    );
    checkRule(
      'missing-field',
      `
      ---
      ^^^ information: This document states no owner.…
      id: REC-1
      title: Minutes
      type: record
      version: "1"
      ---
      # Minutes
    `,
    );
  });

  it('says nothing of a document in a language whose words for the fields it does not know', () => {
    for (const text of [
      '# Adgang\n\n| Ejer af teksten | IT-chef |\n|---|---|\n| Version | 3.2 |\n| Status | Gældende |\n\nReglerne er gældende for alle, og de skal følges.\n',
      '# Ohje\n\n| Omistaja | IT |\n|---|---|\n| Versio | 1 |\n| Status | Voimassa |\n',
      '---\nversi: "2.1"\nstatus: disetujui\npenanggung_jawab: TI\n---\n# Kebijakan\n\nBerlaku untuk semua sistem dan karyawan.\n',
      '---\nversion: "1"\nstatus: 有効\n---\n# 方針\n\n本方針は情報を保護する。\n',
    ])
      checkRule(code, text);
  });

  it('speaks where its labels are those of a language that it knows, and of people with foreign names', () => {
    const front = `---\n^^^ information: This document states no document id…\nversion: "1"\nstatus: draft\n`;
    const danish = 'Reglerne er gældende for alle, og de skal følges.';
    checkRule(code, `${front}owner: IT\n---\n# Adgang\n\n${danish}\n`);
    checkRule(code, `${front}---\n# Doors\n\nOnly Łukasz Zając may do the work of Åse Ødegård.\n`);
  });

  it('asks nothing of the record of a nonconformity', () => {
    const table = '\n\n| Owner | J. Doe |\n|---|---|\n| Status | in progress |\n';
    for (const title of ['Nonconformity NC-12', 'Corrective action request 7', 'Finding 3', 'CAPA-8 Doors'])
      checkRule(code, `# ${title}${table}`);
    for (const title of ['Nonconformity and corrective action', 'Findings policy 2'])
      assert.throws(() => checkRule(code, `# ${title}${table}`), title);
  });
});
