import assert from 'node:assert/strict';
import { hoverAt } from '../../support/checkFeatures.js';
import { realCatalog } from '../../support/miniCatalog.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const soa = `
  standards:
    99001: { edition: 2020 }
    99042: { edition: 2023 }
  controls:
    99001:A.5.2:
      applicable: true
      status: implemented
      owner: Porter
      justification: The house has doors.
`;
const doors = `
  ---
  id: POL-1
  title: Doors
  controls: [99001:A.5.2]
  ---
  # Doors

  ## Keys
  <!-- controls: 99001:A.5.2 -->

  Keys are counted.
`;

describe('hover', () => {
  it('tells all we know of a control', () => {
    const markdown = hoverAt({
      'soa.yaml': soa,
      'doors.md': doors,
      'notes.md': '# Notes\n\nSee ISO/IEC 99001:2020 A.5$0.2.\n',
    });
    assert.equal(
      markdown,
      [
        '**A.5.2 — Keys and locks**  \nControl · ISO/IEC 99001:2020 · House controls',
        'Only those who live here can open the door.',
        '**Statement of Applicability:** [applicable, implemented, owner Porter](<soa.yaml:99001:A.5.2>): The house has doors.',
        '**Covered by**\n- [POL-1 Doors](<doors.md:A.5.2>): [front matter](<doors.md:A.5.2>), [section “Keys”](<doors.md:A.5.2>)',
        '**Also cited in**\n- [Notes](<notes.md:A.5.2>): [section “Notes”](<notes.md:A.5.2>)',
        '**Before, in 99001:2010:** A.9.1.1 (Door locks), A.9.1.2 (Window locks) and A.18.2.3 (Fences and gates)',
        '**In other standards and laws**\n' +
          '- ISO/IEC 99042:2023: A.5.2 (Robot register) – *overlaps*\n' +
          '- ISO/IEC 99701:2025: A.3.3 (Locked cupboard) – *part of this (medium confidence)*\n' +
          '- House Act: Article 6 (Locked doors) – *related topic*; Article 5 (Quiet hours) – *related topic (unofficial)*',
      ].join('\n\n'),
    );
  });

  it('says of documents that cover a control when they are drafts or overdue', () => {
    const draft = (fields: string) =>
      hoverAt(
        { 'soa.yaml': soa, 'doors.md': `---\nid: POL-1\ntitle: Doors\n${fields}\ncontrols: [99001:A.5$0.2]\n---\n` },
        { today: '2026-11-21' },
      )!;
    assert.match(draft('status: draft'), /- \[POL-1 Doors \(draft\)\]/);
    assert.match(draft('status: approved\nnext_review: 2026-01-31'), /- \[POL-1 Doors \(overdue\)\]/);
    assert.match(draft('status: approved'), /- \[POL-1 Doors\]/);
  });

  it('says of a tag that covers nothing that the document cites it', () => {
    const markdown = hoverAt(
      { 'policy.md': '---\nid: LL-03\ntitle: Assets\ncontrols: [42001:A.$04]\n---\n' },
      { catalog: catalogOfProject() },
    )!;
    assert.match(markdown, /\*\*Cited in\*\*\n- \[LL-03 Assets\]/);
    assert.doesNotMatch(markdown, /Covered by/);
  });

  it('tells of a gap', () => {
    const markdown = hoverAt({ 'soa.yaml': soa, 'notes.md': '# Notes\n\nSee ISO/IEC 99001:2020 A.6$0.2.\n' })!;
    assert.match(markdown, /new in this edition/);
    assert.match(markdown, /\*\*Statement of Applicability:\*\* no decision yet/);
    assert.match(markdown, /\*\*Covered by:\*\* no document claims it/);
  });

  it('begins at the prefix of a tag', () => {
    assert.match(hoverAt('---\ncontrols: [99$0001:A.5.3]\n---\n# Guests\n')!, /^\*\*A\.5\.3 — Guests\*\*/);
  });

  it('names what became of a withdrawn number', () => {
    const markdown = hoverAt('Guests (ISO/IEC 99001:2010 A.12$0.6.1)\n')!;
    assert.match(markdown, /\*\*withdrawn edition\*\*/);
    assert.match(markdown, /\*\*Since 2020:\*\* A\.5\.3 \(Guests\)/);
  });

  it('says of groups and guidance what they are', () => {
    assert.match(
      hoverAt('ISO/IEC 99001:2020 A$0.6\n')!,
      /Not a control itself\. Its controls: A\.6\.1 \(Hedges\), A\.6\.2 \(Lawn mowing\)\./,
    );
    assert.match(
      hoverAt('ISO/IEC 99042:2023 B.5$0.2\n')!,
      /Guidance for A\.5\.2 \(Robot register\); not a control itself\./,
    );
  });

  it('lists the readings of an ambiguous reference', () => {
    const markdown = hoverAt({ 'soa.yaml': soa, 'notes.md': '# Notes\n\nSee A.5$0.2.\n' })!;
    assert.match(
      markdown,
      /^\*\*A\.5\.2 can mean more than one thing\*\* here:\n- \*\*99001:2020 A\.5\.2 \(Keys and locks\)\*\*: Only/,
    );
    assert.match(markdown, /- \*\*99042:2023 A\.5\.2 \(Robot register\)\*\*/);
  });

  it('lists the controls of a range', () => {
    assert.equal(
      hoverAt('ISO/IEC 99001:2020 A.5$0.2 to A.5.4\n'),
      '**A.5.2 to A.5.4** stands for 3 entries of 99001:2020:\n- A.5.2 Keys and locks\n- A.5.3 Guests\n- A.5.4 Chimney care',
    );
  });

  it('helps with unknown numbers, and is silent on other standards and plain text', () => {
    assert.match(hoverAt('ISO/IEC 99001:2020 A.6$0.3\n')!, /^99001:2020 has no A\.6\.3\. Near it: /);
    assert.equal(hoverAt('ISO 22301 clause 8$0.5\n'), null);
    assert.equal(hoverAt('Ke$0ys\n'), null);
  });

  it('explains articles of laws', () => {
    const markdown = hoverAt('Quiet hours as in Article 5$0 of the House Act.\n')!;
    assert.match(markdown, /^\*\*Article 5 — Quiet hours\*\*/);
    assert.match(markdown, /ISO\/IEC 99001:2020: A\.5\.2 \(Keys and locks\) – \*related topic \(unofficial\)\*/);
  });

  it('explains articles of laws in the forms of other languages, and those whose law a heading names', () => {
    const catalog = catalogOfProject();
    for (const text of [
      'artigo 21.º, n.º 2, alínea$0 j), da NIS2\n',
      'artikel 21, lid 2, onder$0 j, NIS2\n',
      '# Ley\n\n## NIS2\n\nVéase el artículo 21, apartado 2, letra$0 j).\n',
    ])
      assert.match(
        String(hoverAt(text, { catalog })),
        /^\*\*Article 21\(2\)\(j\) — .*\n(?:\*\*)?Paragraph or point of an article · /,
      );
    assert.match(String(hoverAt('ISO/IEC 27001:2022 clause 6.1.3 d$0\n', { catalog })), /\nItem of a clause · /);
    assert.match(hoverAt('# P\n\n## KI-Verordnung\n\nVorfälle: Artikel$0 73.\n', { catalog })!, /^\*\*Article 73 — /);
    assert.equal(hoverAt('# P\n\n## KI-Verordnung\n\nArtikel$0 73 BGB.\n', { catalog }), null);
  });

  it('explains fields, decisions, keys and standards', () => {
    assert.match(hoverAt('---\nid: P-1\nnext_re$0view: 2027-01-01\n---\n')!, /^\*\*Next review date\*\*/);
    assert.match(
      hoverAt({ 'soa.yaml': soa.replace('99001:A.5.2:', '99001:A.5$0.2:') })!,
      /^\*\*A\.5\.2 — Keys and locks\*\*/,
    );
    assert.match(
      hoverAt({ 'soa.yaml': soa.replace('justification', 'justi$0fication') })!,
      /^\*\*justification\*\*\n\nWhy the control/,
    );
    for (const [text, help] of [
      ['history:\n  - da$0te: 2026-01-01\n', /^\*\*date\*\*\n\nThe day of the change/],
      ['additional:\n  OWN-1:\n    sou$0rce: x\n', /^\*\*source\*\*\n\nWhere the control comes from/],
      ['released: { ha$0sh: x }\n', /^\*\*hash\*\*\n\nA checksum/],
      ['controls:\n  A.5.1:\n    evidence:\n      - va$0lid: 1 year\n', /^\*\*valid\*\*\n\nFor how long/],
    ] as const) {
      assert.match(hoverAt({ 'soa.yaml': text })!, help);
    }
    assert.match(
      hoverAt({ 'soa.yaml': soa.replace('99001: {', '99$0001: {'), 'doors.md': doors })!,
      /^\*\*ISO\/IEC 99001:2020\*\*.*\n.*\n\n7 controls: 1 decided, 1 covered by a document\./,
    );
    // Documents of another system do not count; those that a decision lists do.
    const listing = soa.replace('applicable: true', 'applicable: true\n      documents: [a.pdf]');
    for (const [text, covered] of [
      [soa, 0],
      [listing, 1],
    ] as const) {
      const files = { 'a/soa.yaml': text.replace('99001: {', '99$0001: {'), 'a/a.pdf': '', 'b/doors.md': doors };
      assert.match(hoverAt(files)!, new RegExp(`7 controls: 1 decided, ${covered} covered`));
    }
  });

  it('lets no document speak Markdown', () => {
    const evil = '[x](command:evil) <img src=x> **b**';
    const markdown = hoverAt({
      'evil.md': `---\nid: P-1\ntitle: "${evil}"\ncontrols: [99001:A.5.3]\n---\n# ${evil}\n\nISO/IEC 99001:2020 A.5$0.3\n`,
    })!;
    assert.ok(!/(?<!\\)\]\(command:/.test(markdown), markdown);
    assert.ok(!/(?<!\\)<img/.test(markdown), markdown);
    assert.ok(markdown.includes('\\*\\*b'), 'the title is there, as text');
  });

  it('shows the real relations with their confidence', function () {
    const catalog = realCatalog();
    if (!catalog) this.skip();
    const markdown = hoverAt('ISO/IEC 27001:2022 A.5$0.12\n', { catalog })!;
    assert.match(markdown, /^\*\*A\.5\.12 — Classification of information\*\*/);
    assert.match(markdown, /ISO\/IEC 27701:2025: A\.3\.5 \(Classification of information\)/);
    assert.match(markdown, /ISO\/IEC 42001:2023: A\.4\.3 \(Data resources\) – \*related topic \(unofficial\)\*/);
    assert.match(markdown, /GDPR.*Article 5/);
    assert.match(markdown, /Before, in 27001:2013:\*\* A\.8\.2\.1/);
  });
});
