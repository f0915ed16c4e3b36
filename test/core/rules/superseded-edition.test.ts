import assert from 'node:assert/strict';
import { allFindings, checkFix, checkRule, fixAllOf, fixTitles } from '../../support/checkRules.js';
import { realCatalog } from '../../support/miniCatalog.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { dedent, makeSnapshot } from '../../support/workspace.js';

const code = 'superseded-edition';
const soa = 'standards:\n  99001: { edition: 2020 }\n';

describe(code, () => {
  it('finds old numbers in a system of the new edition', () => {
    checkRule(code, {
      'soa.yaml': soa,
      'policy.md': `
        Guests sign in (ISO 99001 A.12.6.1).
                                  ^^^^^^^^ warning: 99001:2020 has no A.12.6.1. In the 2010 edition it was “Guests”; since 2020 that is A.5.3.
      `,
    });
  });

  it('has no fix that is applied unasked for what an audit found, a contract names or a report says', () => {
    for (const text of [
      'The 2021 audit found a nonconformity against ISO 99001 A.12.6.1.',
      'The contract with Nordlicht AG requires A.12.6.1 of ISO 99001.',
      '# Audit report, 12 May 2021\n\nGuests do not sign in (ISO 99001 A.12.6.1).',
    ]) {
      const files = { 'soa.yaml': soa, 'policy.md': `${text}\n` };
      assert.deepEqual(fixTitles(code, files), ['Replace with A.5.3 (Guests)'], text);
    }
  });

  it('says what became of a control with another title, or of one that is gone', () => {
    checkRule(code, {
      'soa.yaml': soa,
      'policy.md': `
        Doors are locked (ISO 99001 A.9.1.1) and chimneys swept (ISO 99001 A.15.1.1).
                                    ^^^^^^^ warning: 99001:2020 has no A.9.1.1. In the 2010 edition it was “Door locks”; since 2020 that is A.5.2 (Keys and locks).
                                                                           ^^^^^^^^ warning: 99001:2020 has no A.15.1.1. In the 2010 edition it was “Chimney sweeping”; the 2020 edition has nothing in its place.
      `,
    });
  });

  it('offers every successor where there are several, and none of them without asking', () => {
    const files = { 'soa.yaml': soa, 'policy.md': 'Fences stand (ISO 99001 A.18.2.3).\n' };
    assert.deepEqual(fixTitles(code, files), ['Replace with A.5.2 (Keys and locks)', 'Replace with A.6.1 (Hedges)']);
    checkFix(code, 'Replace with A.6.1', files, { 'policy.md': 'Fences stand (ISO 99001 A.6.1).\n' });
  });

  it('prefers the only successor, in the style of the text', () => {
    const tag = { 'soa.yaml': soa, 'policy.md': '---\nid: P-1\ncontrols: [99001:A.12.6.1]\n---\n# Guests\n' };
    assert.deepEqual(fixTitles(code, tag), ['* Replace with A.5.3 (Guests)']);
    checkFix(code, 'Replace', tag, { 'policy.md': '---\nid: P-1\ncontrols: [99001:A.5.3]\n---\n# Guests\n' });
    const bare = { 'soa.yaml': soa, 'policy.md': 'See ISO 99001 Annex A 12.6.1 for guests.\n' };
    checkFix(code, 'Replace', bare, { 'policy.md': 'See ISO 99001 Annex A 5.3 for guests.\n' });
  });

  it('brings the year beside the number up to date', () => {
    const files = { 'soa.yaml': soa, 'policy.md': 'Guests sign in (ISO/IEC 99001:2010 A.12.6.1).\n' };
    checkFix(code, 'Replace', files, { 'policy.md': 'Guests sign in (ISO/IEC 99001:2020 A.5.3).\n' });
  });

  it('only changes the year of a clause that stayed the same', () => {
    const files = { 'soa.yaml': soa, 'policy.md': 'House rules follow ISO/IEC 99001:2010 clause 5.2.\n' };
    checkRule(code, {
      'soa.yaml': soa,
      'policy.md': `
        House rules follow ISO/IEC 99001:2010 clause 5.2.
                                              ^^^^^^^^^^ information: This cites 99001:2010, which was replaced by 99001:2020. The number and title of 5.2 (House rules) are the same in both; name the edition in force.
      `,
    });
    checkFix(code, 'Replace', files, { 'policy.md': 'House rules follow ISO/IEC 99001:2020 clause 5.2.\n' });
  });

  it('says of old groups in a range where their controls are, and not that there is nothing', () => {
    const text = '# Report (ISO/IEC 27001:2022)\n\nLogs (A.5.15). Access follows A.9.2 to A.9.4.\n';
    const snapshot = makeSnapshot({ 'policy.md': text }, { catalog: catalogOfProject() });
    const [found] = allFindings(snapshot).filter((one) => one.code === code);
    assert.match(found!.message, /A\.9\.2 → controls in A\.5 and A\.8, .* A\.9\.4 → controls in A\.8 and A\.5\.$/);
  });

  it('names where the controls of an old group went, as an information', () => {
    checkRule(code, {
      'soa.yaml': soa,
      'policy.md': `
        See ISO/IEC 99001:2010 A.9.1 on closing.
                               ^^^^^ information: In 99001:2010 A.9.1 was the control objective “Closing”. In 99001:2020 its controls are in A.5 (House controls) and A.6 (Garden controls).
      `,
    });
  });

  it('leaves a group alone that moves on to controls of today', () => {
    const findings = (item: string): string[] => {
      const text = `# Set (ISO/IEC 27001:2022)\n\n## From 2013 to 2022\n\n- ${item}\n`;
      const snapshot = makeSnapshot({ 'policy.md': text }, { catalog: catalogOfProject() });
      return allFindings(snapshot)
        .filter((one) => one.code === code)
        .map(({ span }) => text.slice(span.start, span.end));
    };
    for (const item of [
      'Keys: A.10 → A.8.24',
      'Hosts (A.15 -> A.5.19-A.5.23)',
      'Hosts (A.15 → 5.19–5.23)',
      'Access: A.9 (now A.5.15)',
      'Zugang: A.9 ist heute A.5.15',
      'A.11 Rooms → A.7',
    ])
      assert.deepEqual(findings(item), [], item);
    for (const item of ['Access: A.9 and A.5.15', 'Keys: A.10; today A.8.24 holds', 'Keys: A.10 → A.5.19'])
      assert.deepEqual(findings(item), [/A\.\d+/.exec(item)![0]], item);
  });

  it('finds a number that became several controls beside one of them that stands for another subject', () => {
    const count = (line: string): number => {
      const text = `# Reviews (ISO/IEC 27001:2022)\n\n${line}\n`;
      const snapshot = makeSnapshot({ 'policy.md': text }, { catalog: catalogOfProject() });
      return allFindings(snapshot).filter((one) => one.code === code).length;
    };
    assert.equal(count('Weaknesses follow A.8.8, audits A.18.2.3.'), 1);
    assert.equal(count('Schwachstellen folgen A.8.8, Audits A.18.2.3.'), 1);
    assert.equal(count('Audits follow A.18.2.3, now A.8.8.'), 0);
    assert.equal(count('Audits: A.18.2.3 (A.8.8).'), 0);
  });

  it('leaves crosswalks alone', () => {
    checkRule(code, {
      'soa.yaml': soa,
      'policy.md': `
        | 99001:2020 | 99001:2010 |
        | --- | --- |
        | A.5.3 | A.12.6.1 |

        Guests sign in (ISO 99001 A.5.3, formerly A.12.6.1).
      `,
    });
  });

  it('leaves a number alone whose edition stands behind its title, or what it is now in the next sentence', () => {
    const catalog = catalogOfProject();
    const check = (sentence: string, count: number): void => {
      const text = `# Requests (ISO/IEC 27701:2025)\n\n${sentence}\n`;
      const findings = allFindings(makeSnapshot({ 'a.md': text }, { catalog })).filter((one) => one.code === code);
      assert.equal(findings.length, count, sentence);
    };
    const explained = [
      'The leaflet cites A.7.3.9 Handling requests (2019 edition).',
      'The leaflet cites A.7.3.9 – Handling requests (edition of 2019).',
      'The leaflet cites A.7.3.9 (Handling requests) of the 2019 edition.',
      'Das Merkblatt nennt A.7.3.9 Bearbeitung von Anfragen (Ausgabe 2019).',
      'La notice cite A.7.3.9 « Handling requests » (édition 2019).',
      'The slides cite A.7.3.9. It is now A.1.3.10.',
      'The slides cite A.7.3.9 (Handling requests). Today this is control A.1.3.10.',
      'Die Folien nennen A.7.3.9. Das ist heute A.1.3.10.',
    ];
    for (const sentence of explained) check(sentence, 0);
    const own = [
      'Requests follow A.7.3.9 Handling requests.',
      'Requests follow A.7.3.9. It is good to read A.1.3.10 too.',
      'Requests follow A.7.3.9 and are told in the leaflet (2019 edition).',
    ];
    for (const sentence of own) check(sentence, 1);
  });

  it('reminds once per document where nobody has moved to the new edition', () => {
    checkRule(
      code,
      `
      Guests sign in (ISO/IEC 99001:2010 A.12.6.1), doors are locked (ISO/IEC 99001:2010 A.9.1.1).
                                         ^^^^^^^^ information: A.12.6.1 (Guests) is a number of 99001:2010, which is withdrawn; 99001:2020 is in force.…
    `,
    );
  });

  it('does not call an edition the only one where most numbers are of the newer', () => {
    checkRule(
      code,
      {
        'review.md': `
        # Supplier review

        We follow ISO 27001 (A.5.19, A.5.22).

        Their certificate (ISO/IEC 27001:2013) ended in 2025; it left out A.14.2.7.
                                                                          ^^^^^^^^ information: A.14.2.7 (Outsourced development) is a number of 27001:2013, which is withdrawn; 27001:2022 is in force. Other numbers here are of 27001:2022: cite that edition, unless the text means what once was.
      `,
      },
      { catalog: catalogOfProject() },
    );
  });

  it('does not call a document’s edition the only one where the other documents are of the newer', () => {
    checkRule(
      code,
      {
        'a.md': `
        # Requests

        Standard: ISO/IEC 27701:2019. Copies: A.7.3.8.
                                              ^^^^^^^ information: A.7.3.8 (Providing copy of PII processed) is a number of 27701:2019, which is withdrawn; 27701:2025 is in force. Of that standard this document names only the 2019 edition, so its other numbers are not listed one by one. “clausemark migrate” moves them together.
      `,
        'b.md':
          '---\ncontrols: [27701:A.1.2.9, 27701:A.1.2.2]\n---\n# Records\n\nISO/IEC 27701:2025 A.1.2.9, A.1.2.2.\n',
        'c.md': '---\ncontrols: [27701:A.1.2.6]\n---\n# Impact\n\nISO/IEC 27701:2025 A.1.2.6.\n',
      },
      { catalog: catalogOfProject() },
    );
  });

  it('leaves the old edition alone where it is the one in scope and says nothing of the new one', () => {
    checkRule(code, {
      'soa.yaml': soa,
      'policy.md': 'Guests sign in (ISO/IEC 99001:2020 A.5.3).\n',
    });
  });

  it('leaves records alone: dated entries, revision histories, what the line says is of the old edition', () => {
    checkRule(code, {
      'soa.yaml': soa,
      'changes.md': `
        ## [2.1] – 2019-03-09

        - Guests sign in (A.12.6.1)

        | Version | Date | Change |
        |---|---|---|
        | 3.0 | 2020-06-03 | Away from A.12.6.1 |
      `,
      'policy.md': 'The control A.12.6.1 of the 2010 edition was about guests.\n',
    });
  });

  it('reminds once where the document says that it is about the older edition, whatever it renumbers at its end', () => {
    checkRule(
      code,
      `
      # Register for ISO/IEC 27701:2019

      Logging follows clause 6.9.4.1, and B.8.2.1 applies.
                      ^^^^^^^^^^^^^^ information: 6.9.4.1 (Event logging) is a number of 27701:2019, which is withdrawn;…

      | 2019 | 2025 |
      |---|---|
      | B.8.2.1 | A.2.2.2 |
    `,
      { catalog: catalogOfProject() },
    );
  });

  it('moves a range as a whole', () => {
    const files = { 'soa.yaml': soa, 'policy.md': 'Locks: ISO 99001 A.9.1.1-A.9.1.2.\n' };
    checkFix(code, 'Replace with A.5.2', files, { 'policy.md': 'Locks: ISO 99001 A.5.2.\n' });
  });

  it('knows the real numbers', function () {
    const catalog = realCatalog();
    if (!catalog) this.skip();
    const files = {
      'soa.yaml': 'standards:\n  27001: { edition: 2022 }\n  27701: { edition: 2025, roles: [controller] }\n',
      'policy.md': 'Reviews follow ISO 27001 A.18.2.3; consent ISO/IEC 27701:2019 A.7.2.3.\n',
    };
    assert.deepEqual(fixTitles(code, files, { catalog }), [
      'Replace with A.5.36 (Compliance with policies, rules and standards for information security)',
      'Replace with A.8.8 (Management of technical vulnerabilities)',
      'Replace with A.1.2.4 (Determine when and how consent is to be obtained)',
    ]);
    checkFix(
      code,
      'Replace with A.1.2.4',
      files,
      {
        'policy.md': 'Reviews follow ISO 27001 A.18.2.3; consent ISO/IEC 27701:2025 A.1.2.4.\n',
      },
      { catalog },
    );
  });

  it('finds an old number that was left standing beside its successor, and removes it', function () {
    const catalog = realCatalog();
    if (!catalog) this.skip();
    const soa27001 = 'standards:\n  27001: { edition: 2022 }\n';
    const files = { 'soa.yaml': soa27001, 'policy.md': '# Logging\n\nSee ISO 27001 A.8.15, A.8.16, A.12.4.1.\n' };
    assert.deepEqual(fixTitles(code, files, { catalog }), ['* Remove A.12.4.1: A.8.15 stands beside it']);
    checkFix(
      code,
      'Remove A.12.4.1',
      files,
      { 'policy.md': '# Logging\n\nSee ISO 27001 A.8.15, A.8.16.\n' },
      { catalog },
    );
    const explained = '# Logging\n\nISO 27001: A.8.15 (A.12.4.1), A.8.15 / A.12.4.1, A.8.15 was A.12.4.1.\n';
    assert.deepEqual(fixTitles(code, { 'soa.yaml': soa27001, 'policy.md': explained }, { catalog }), []);
  });

  it('finds such a number in a document whose history alone names the older edition', () => {
    const soa27001 = 'standards:\n  27001: { edition: 2022 }\n';
    const row = '| Keys | POL-10 | A.10.1.1, A.8.24 |';
    const fixes = (opening: string): string[] => {
      const text = `# Policy (ISO 27001:2022)\n\n${opening}\n\nThe list:\n\n| Topic | Document | Controls |\n|---|---|---|\n${row}\n`;
      return fixTitles(code, { 'soa.yaml': soa27001, 'policy.md': text }, { catalog: catalogOfProject() });
    };
    const history =
      '| Version | Date | Change |\n|---|---|---|\n| 5.0 | 03/04/2023 | Still aligned to ISO 27001:2013 |';
    assert.deepEqual(fixes(history), ['* Remove A.10.1.1: A.8.24 stands beside it']);
    assert.deepEqual(fixes('The old SoA followed ISO 27001:2013; both numbers stand here.'), []);
  });

  it('finds such a number where the word for a control stands between the two', () => {
    const soa27001 = 'standards:\n  27001: { edition: 2022 }\n';
    for (const [before, after] of [
      ['Claves: ISO 27001, A.9.4.3 y el control A.5.17.', 'Claves: ISO 27001, A.5.17.'],
      ['Clés : ISO 27001, A.5.17 et la mesure A.9.4.3.', 'Clés : ISO 27001, A.5.17.'],
    ] as const) {
      const files = { 'soa.yaml': soa27001, 'policy.md': `# P\n\n${before}\n` };
      checkFix(code, 'Remove A.9.4.3', files, { 'policy.md': `# P\n\n${after}\n` }, { catalog: catalogOfProject() });
    }
  });

  it('takes a title along that is exactly the old one, and no other words', () => {
    const files = {
      'soa.yaml': soa,
      'policy.md': `
        Doors close by ISO 99001 A.9.1.1 (Door locks), and by A.9.1.1 (our locks).

        | Control (ISO 99001) | Title |
        | --- | --- |
        | A.9.1.1 | Door locks |
        | A.9.1.1 | Locks of the doors |
      `,
    };
    const fixed = fixAllOf(files)['policy.md'];
    assert.equal(
      fixed,
      dedent(`
        Doors close by ISO 99001 A.5.2 (Keys and locks), and by A.5.2 (our locks).

        | Control (ISO 99001) | Title |
        | --- | --- |
        | A.5.2 | Keys and locks |
        | A.5.2 | Locks of the doors |
      `),
    );
  });

  it('changes the year of the number alone where each has one of its own', () => {
    const options = { catalog: catalogOfProject() };
    const files = (line: string) => ({
      'soa.yaml': 'standards:\n  27001: { edition: 2022 }\n',
      'policy.md': `${line}\n`,
    });
    for (const [before, after] of [
      ['A.9.4.2 (ISO 27001:2013), A.12.6.1 (ISO 27001:2013)', 'A.9.4.2 (ISO 27001:2013), A.8.8 (ISO 27001:2022)'],
      [
        'A.9.4.2 of ISO 27001:2013 and A.12.6.1 of ISO 27001:2013',
        'A.9.4.2 of ISO 27001:2013 and A.8.8 of ISO 27001:2022',
      ],
      [
        'A.5.1.1 (ISO 27001:2013), A.9.4.2 and A.12.6.1 (ISO 27001:2013)',
        'A.5.1.1 (ISO 27001:2013), A.8.5 and A.8.8 (ISO 27001:2022)',
      ],
      ['ISO 27001:2013 (A.9.4.2, A.12.6.1)', 'ISO 27001:2022 (A.8.5, A.8.8)'],
      ['ISO 27001:2013 (A.9.4.2) and A.12.6.1', 'ISO 27001:2022 (A.8.5) and A.8.8'],
    ]) {
      checkFix(code, 'Replace with A.8.8', files(before!), { 'policy.md': `${after}\n` }, options);
    }
    for (const line of [
      'Logs: ISO/IEC 27001:2013 A.12.4.1, and A.12.4.2 (2013)',
      'Logs: ISO/IEC 27001:2013 A.12.4.1 and A.12.6.1 of the 2013 edition',
    ]) {
      assert.deepEqual(fixTitles(code, files(line), options), [], line);
    }
  });

  it('loses no words behind a tag whose new number stands in its list', () => {
    const options = { catalog: catalogOfProject() };
    const files = (tags: string) => ({
      'soa.yaml': 'standards:\n  27001: { edition: 2022 }\n',
      'policy.md': `---\ncontrols:\n${tags}---\n# P\n`,
    });
    const fixed = (tags: string) => fixAllOf(files(tags), options)['policy.md'];
    const told = '  - 27001:A.8.8\n  - 27001:A.12.6.1 (for guests, ticket 4711)\n';
    assert.equal(fixed(told), files(told.replace('12.6.1', '8.8'))['policy.md']);
    const titled = '  - 27001:A.8.8\n  - 27001:A.12.6.1 Management of technical vulnerabilities\n';
    assert.equal(fixed(titled), files('  - 27001:A.8.8\n')['policy.md']);
    assert.equal(fixed('  - 27001:A.9.1.1, A.5.15\n'), files('  - 27001:A.5.15\n')['policy.md']);
  });

  it('takes along the titles of what leans on the same year, and removes one with its number', () => {
    const catalog = catalogOfProject();
    const soa27001 = 'standards:\n  27001: { edition: 2022 }\n';
    const both =
      'Users follow ISO/IEC 27001:2013 A.9.2.1 (User registration and de-registration) and A.9.2.6 (Removal or adjustment of access rights).\n';
    checkFix(
      code,
      'Replace with A.5.16',
      { 'soa.yaml': soa27001, 'policy.md': both },
      {
        'policy.md': 'Users follow ISO/IEC 27001:2022 A.5.16 (Identity management) and A.5.18 (Access rights).\n',
      },
      { catalog },
    );
    checkFix(
      code,
      'Remove A.12.4.1',
      { 'soa.yaml': soa27001, 'policy.md': 'See ISO 27001 A.8.16, A.8.15, A.12.4.1 (Event logging) on logs.\n' },
      { 'policy.md': 'See ISO 27001 A.8.16, A.8.15 on logs.\n' },
      { catalog },
    );
  });

  describe('in lists of tags', () => {
    const catalog = catalogOfProject();
    const fixed = (list: string) => {
      const files = {
        'soa.yaml': 'standards:\n  27001: { edition: 2022 }\n',
        'policy.md': `---\n${list}\n---\n# Keys\n`,
      };
      return fixAllOf(files, { catalog })['policy.md']!.slice(4, -'\n---\n# Keys\n'.length);
    };

    it('removes a tag whose successor the list has, wherever it stands, alone or in a range', () => {
      assert.equal(fixed('controls: ["27001:A.8.24", 27001:A.10.1.1]'), 'controls: ["27001:A.8.24"]');
      assert.equal(fixed('controls: [27001:A.10.1.1, 27001:A.8.24]'), 'controls: [27001:A.8.24]');
      assert.equal(fixed('controls: [27001:A.15.1.1, 27001:A.5.19-A.5.22]'), 'controls: [27001:A.5.19-A.5.22]');
      assert.equal(fixed('controls:\n  - 27001:A.8.24\n  - 27001:A.10.1.1'), 'controls:\n  - 27001:A.8.24');
    });

    it('keeps one of several that become the same', () => {
      assert.equal(fixed('controls: [27001:A.12.4.1, 27001:A.12.4.2]'), 'controls: [27001:A.8.15]');
    });

    it('says why a tag goes', () => {
      const files = {
        'soa.yaml': 'standards:\n  27001: { edition: 2022 }\n',
        'policy.md':
          '---\ncontrols: [27001:A.12.4.1, 27001:A.12.4.2, 27001:A.15.1.1, 27001:A.5.19-A.5.22]\n---\n# Keys\n',
      };
      assert.deepEqual(fixTitles(code, files, { catalog }), [
        '* Replace with A.8.15 (Logging)',
        '* Remove A.12.4.2: A.12.4.1 beside it becomes A.8.15 as well',
        '* Remove A.15.1.1: A.5.19-A.5.22 stands beside it',
      ]);
    });

    it('moves on a tag that another list has, and keeps one with a remark for a person', () => {
      const lists = 'controls: [27001:A.8.24]\nsatisfies: [27001:A.10.1.1]';
      assert.equal(fixed(lists), lists.replace('A.10.1.1', 'A.8.24'));
      const remark = 'controls:\n  - 27001:A.8.24\n  - 27001:A.10.1.1 # until the audit';
      assert.equal(fixed(remark), remark);
    });
  });
});
