import assert from 'node:assert/strict';
import { allFindings, checkFix, checkRule, fixTitles } from '../../support/checkRules.js';
import { realCatalog } from '../../support/miniCatalog.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

const code = 'unknown-reference';

describe(code, () => {
  it('names the nearest ids and the end of the group', () => {
    checkRule(
      code,
      `
      Drills are held (ISO/IEC 99001:2020 A.5.11).
                                          ^^^^^^ error: 99001:2020 has no A.5.11. A.5 ends with A.5.10 (Fire drill). Did you mean A.5.10 (Fire drill)…
    `,
    );
  });

  it('offers the id whose title stands beside it first', () => {
    const text = `
      | Control | Title |
      | --- | --- |
      | ISO/IEC 99001:2020 A.5.12 | Keys and locks |
    `;
    assert.equal(fixTitles(code, text)[0], 'Replace with A.5.2 (Keys and locks)');
  });

  it('knows what became of an old number where the new edition is written beside it', () => {
    checkRule(
      code,
      `
      Guests sign in (ISO/IEC 99001:2020 A.12.6.1).
                                         ^^^^^^^^ error: 99001:2020 has no A.12.6.1. In the 2010 edition it was “Guests”; since 2020 that is A.5.3.
    `,
    );
    checkFix(
      code,
      'Replace with A.5.3 (Guests)',
      'Guests sign in (ISO/IEC 99001:2020 A.12.6.1).',
      'Guests sign in (ISO/IEC 99001:2020 A.5.3).',
    );
  });

  it('says so where a new number is cited as one of the old edition', () => {
    checkRule(
      code,
      `
      Lawns are mown (ISO/IEC 99001:2010 A.6.2).
                                         ^^^^^ warning: 99001:2010 has no A.6.2; 99001:2020 has it as “Lawn mowing”. Check which edition is meant.
    `,
    );
  });

  it('names numbers that circulate without ever having existed', () => {
    checkRule(
      code,
      `
      See ISO/IEC 99001:2020 A.5.77.
                             ^^^^^^ error: 99001:2020 has no A.5.77. The number circulates in templates, but it was never in the standard.…
    `,
    );
  });

  it('calls a bare number a clause', () => {
    checkRule(
      code,
      `
      As ISO/IEC 99001:2020 clause 9.3 asks.
                            ^^^^^^^^^^ error: 99001:2020 has no clause 9.3. Clause 9 ends with 9.2 (Inspection).…
    `,
    );
  });

  it('takes “used to” for the past before what texts say of numbers, and not before what something is for', () => {
    const found = (text: string) => fixTitles(code, `# ISO/IEC 99001:2020\n\n${text}\n`).length;
    assert.notEqual(found('The tools used to build doors follow A.5.11.'), 0);
    assert.equal(found('We used to cite A.5.11.'), 0);
  });

  it('points to another standard in scope that has the number', () => {
    checkRule(code, {
      'soa.yaml': 'standards:\n  99001: { edition: 2020 }\n  99042: { edition: 2023 }\n',
      'policy.md': `
          ISO/IEC 99001:2020 clause 8.4 is done yearly.
                             ^^^^^^^^^^ error: 99001:2020 has no clause 8.4. 99042:2023 has one: “Robot impact assessment”.…
        `,
    });
  });

  it('reports a range once', () => {
    checkRule(
      code,
      `
      See ISO/IEC 99001:2020 A.6.1 to A.6.4.
                             ^^^^^^^^^^^^^^ error: 99001:2020 has no A.6.3 or A.6.4. A.6 ends with A.6.2 (Lawn mowing). Check the numbers against your copy of the standard.
    `,
    );
  });

  it('judges letters only where all letters of the clause are known', () => {
    checkRule(code, 'ISO/IEC 99001:2020 clause 6.1.3 b and clause 5.2 g are met.\n');
    checkRule(
      code,
      `
      ISO/IEC 99001:2020 clause 6.1.3 f is met.
                         ^^^^^^^^^^^^^^ error: 99001:2020 has no clause 6.1.3 f.…
    `,
    );
  });

  it('keeps the style of what it replaces', () => {
    checkFix(
      code,
      'Replace with A.6.2',
      'Under ISO/IEC 99001:2020 A 6.3 we mow.',
      'Under ISO/IEC 99001:2020 A 6.2 we mow.',
    );
    checkFix(
      code,
      'Replace with A.6.2',
      '---\nid: P-1\ncontrols: ["99001:A.6.3"]\n---\n# Lawn\n',
      '---\nid: P-1\ncontrols: ["99001:A.6.2"]\n---\n# Lawn\n',
    );
  });

  it('is milder where the standard is not named near the reference', () => {
    checkRule(
      code,
      {
        'soa.yaml': 'standards:\n  99001: { edition: 2020 }\n',
        'policy.md': `
          # Lawn

          We mow (A.6.3).
        `,
      },
      { settings: { severities: { [code]: 'off' } } },
    );
  });

  it('says nothing of standards that are not in the catalog, nor of ids that exist', () => {
    checkRule(
      code,
      `
      ISO 22301 clause 8.5 and NEN 7510 A.5.99 and ISO/IEC 99001:2020 A.5.2 and ISO/IEC 99042 A.7.3.
    `,
    );
  });

  it('says that a number is a control of another standard, and offers none of another depth where the text names that', function () {
    const catalog = realCatalog();
    if (!catalog) this.skip();
    checkRule(
      code,
      `
      ISO/IEC 27001:2022 is met. Reports come in (ISO/IEC 42001:2023 A.6.8).
                                                                     ^^^^^ error: 42001:2023 has no A.6.8. The number circulates in templates, but it was never in the standard. 27001:2022 has one: “Information security event reporting”. A.6 ends with A.6.2 (AI system life cycle). Check the number against your copy of the standard. An auditor cannot trace this reference to the standard.
    `,
      { catalog },
    );
    checkRule(
      code,
      `
      Groups are asked (ISO/IEC 42001:2023 A.5.6).
                                           ^^^^^ error: 42001:2023 has no A.5.6. The number circulates in templates, but it was never in the standard. 27001:2022 has one: “Contact with special interest groups”. A.5 ends with A.5.5 (Assessing societal impacts of AI systems). Did you mean A.5.5…
    `,
      { catalog },
    );
  });

  it('finds the invented numbers of the real standards', function () {
    const catalog = realCatalog();
    if (!catalog) this.skip();
    checkRule(
      code,
      `
      Logs are kept (ISO/IEC 42001:2023 A.6.10).
                                        ^^^^^^ error: 42001:2023 has no A.6.10. The number circulates in templates, but it was never in the standard.…
    `,
      { catalog },
    );
    checkRule(
      code,
      `
      ISO/IEC 27001:2022 A.12.6.1 holds.
                         ^^^^^^^^ error: 27001:2022 has no A.12.6.1. In the 2013 edition it was “Management of technical vulnerabilities”; since 2022 that is A.8.8.
    `,
      { catalog },
    );
    checkRule(
      code,
      `
      ISO/IEC 27001:2022 clause 8.4 holds.
                         ^^^^^^^^^^ error: 27001:2022 has no clause 8.4. Clause 8 ends with 8.3 (Information security risk treatment).…
    `,
      { catalog },
    );
  });

  describe('of a tag whose id no annex can have', () => {
    const options = { catalog: catalogOfProject() };
    const said = (text: string) =>
      allFindings(makeSnapshot({ 'policy.md': text }, options)).filter((one) => one.code === code);
    const matter = (lines: string) => `---\n${lines}\n---\n# A\n`;

    it('speaks in front matter and in section comments', () => {
      for (const [text, beginning] of [
        [matter('controls: [27001:A.99.1]'), '27001:2022 has no A.99.1.'],
        [matter('controls:\n  - 27001:A.5.15, 27001:C.5.15 # ours'), '27001:2022 has no C.5.15.'],
        [matter('Annex-A-Controls: "27001:2013:A.19.1"'), '27001:2013 has no A.19.1.'],
        [matter('frameworks:\n  iso:\n    controls: [42001:A.99]'), '42001:2023 has no A.99.'],
        ['# A\n\n<!-- controls: 27001:A.5.15, 27001:A.50.1 -->\n', '27001:2022 has no A.50.1.'],
      ]) {
        const found = said(text!);
        assert.equal(found.length, 1, text);
        assert.ok(found[0]!.message.startsWith(beginning!), found[0]!.message);
        assert.equal(found[0]!.severity, 'error');
      }
    });

    it('is silent where it may be something else', () => {
      for (const text of [
        matter('ports: [27001:C.1]'),
        matter('controls: [42001:C.2.1, 27701:D.1]'),
        matter('controls: [SE-27001:C.5, 99999:A.99.1]'),
        matter('controls: [27001:A.5.15]\nnote: the template had 27001:A.99.1'),
        '# A\n\nThe port is 27001:A.99.1.\n\n<!-- see 27001:A.99.1 -->\n',
      ]) {
        assert.deepEqual(said(text), [], text);
      }
    });
  });
});
