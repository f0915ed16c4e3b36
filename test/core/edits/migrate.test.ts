import assert from 'node:assert/strict';
import { linesOf, migrateText, reasonFor } from '../../support/checkMigration.js';
import { dedent } from '../../support/workspace.js';

const privacy = { from: '27701:2019', to: '27701:2025' };

describe('migrateDocument', () => {
  it('rewrites what has one successor, in the style of the text', () => {
    const { text } = migrateText(
      'ISO 27001: A.12.6.1; Annex A 10.1.1; Annex A.9.2.6; Anhang A.12.3.1; control 12.1.3; a.8.1.4; Clause 10.1.\n',
    );
    assert.equal(
      text,
      'ISO 27001: A.8.8; Annex A 8.24; Annex A.5.18; Anhang A.8.13; control 8.6; a.5.11; Clause 10.2.\n',
    );
  });

  it('tells every change with both titles', () => {
    const { entries } = migrateText('Backups follow A.12.3.1.\n');
    const told = entries.map(({ outcome, text, newText, before, after, reason }) => {
      return { outcome, text, newText, before: before[0]!.title, after: after[0]!.title, reason };
    });
    const [before, after] = ['Information backup', 'Information backup'];
    assert.deepEqual(told, [{ outcome: 'changed', text: 'A.12.3.1', newText: 'A.8.13', before, after, reason: '' }]);
  });

  it('swaps clauses 10.1 and 10.2, and only once', () => {
    const migrated = migrateText('# ISO/IEC 27001:2013\n\n- Clause 10.1\n- Clause 10.2\n- Clause 9.3\n');
    assert.equal(migrated.text, '# ISO/IEC 27001:2022\n\n- Clause 10.2\n- Clause 10.1\n- Clause 9.3\n');
    assert.deepEqual(linesOf(migrated), [
      'changed ISO/IEC 27001:2013 → ISO/IEC 27001:2022',
      'changed Clause 10.1 → Clause 10.2',
      'changed Clause 10.2 → Clause 10.1',
    ]);
  });

  it('exchanges a title that is exactly the old one, and no other words', () => {
    const { text } = migrateText('A.9.2.1 (User registration and de-registration), A.9.4.5 (our source code).\n');
    assert.equal(text, 'A.5.16 (Identity management), A.8.4 (our source code).\n');
  });

  describe('years', () => {
    it('change beside the reference, before and behind it', () => {
      const { text } = migrateText(
        'See ISO/IEC 27001:2013 A.12.6.1, and clause 9.2 of ISO 27001:2013; 27002:2013 12.3.1.\n',
      );
      assert.equal(text, 'See ISO/IEC 27001:2022 A.8.8, and clause 9.2 of ISO 27001:2022; 27002:2022 8.13.\n');
    });

    it('stay where a reference beside them needs a person, and so does that reference', () => {
      const source = 'See ISO/IEC 27001:2013 A.12.6.1 and A.18.2.3.\n';
      const migrated = migrateText(source);
      assert.equal(migrated.text, source);
      assert.deepEqual(linesOf(migrated), [
        'needs-person ISO/IEC 27001:2013',
        'needs-person A.12.6.1 → A.8.8',
        'needs-person A.18.2.3 → A.5.36 A.8.8',
      ]);
    });

    it('change in headings, front matter and headers of tables on which moved references lean', () => {
      const { text } = migrateText(
        dedent(`
          ---
          standard: ISO/IEC 27001:2013
          controls: [A.12.6.1]
          ---
          # Patching (ISO 27001:2013)

          | Control (ISO 27001:2013) | Owner |
          |---|---|
          | A.12.6.1 | IT |
        `),
      );
      assert.doesNotMatch(text, /2013/);
      assert.equal(text.match(/2022/g)?.length, 3);
    });

    it('stay in a statement that no reference leans on: whether it is true only a person knows', () => {
      const source = 'We are certified to ISO/IEC 27001:2013.\n\nBackups follow A.12.3.1.\n';
      const migrated = migrateText(source);
      assert.equal(migrated.text, source.replace('A.12.3.1', 'A.8.13'));
      assert.match(reasonFor('ISO/IEC 27001:2013', migrated), /No reference leans on it/);
    });

    it('stay in a statement about a certificate or a supplier, whatever moves beside it', () => {
      for (const [source, moved] of [
        ['Passwords follow A.12.3.1. We are certified to ISO/IEC 27001:2013.'],
        ['Certificate no. 4711 (ISO/IEC 27001:2013) ends on 31 October 2025. Backups follow A.12.3.1.'],
        ['Our supplier is certified to ISO/IEC 27001:2013; our own backups follow A.12.3.1.'],
        ['Our data centre works by ISO/IEC 27001:2013. Backups follow A.12.3.1.'],
        ['Wir sind nach ISO/IEC 27001:2013 zertifiziert (Zertifikat Nr. 4711, TÜV). Sicherungen folgen A.12.3.1.'],
        ['| What | How |\n|---|---|\n| Certificate | ISO/IEC 27001:2013, until 2023 |\n| Backups | A.12.3.1 |'],
        ['| What | Certificate |\n|---|---|\n| Ours | ISO/IEC 27001:2013 |\n| Backups | A.12.3.1 |'],
        ['---\ncertificate: ISO/IEC 27001:2013\n---\n# Backups\r\n\r\nSee A.12.3.1.'],
        ['The certificate (ISO/IEC 27001:2013) covers backups (A.12.3.1).', 'A.12.3.1'],
        ['| What | Edition | Control |\n|---|---|---|\n| Certificate | ISO/IEC 27001:2013 | A.12.3.1 |', 'A.12.3.1'],
      ] as const) {
        const migrated = migrateText(`# Backups\n\n${source}\n`.replace('# Backups\n\n---', '---'));
        assert.ok(migrated.text.includes(source.replace('A.12.3.1', moved ?? 'A.8.13')), migrated.text);
        assert.match(reasonFor('ISO/IEC 27001:2013', migrated), /certificate, a supplier or an audit/);
      }
      const rules = 'Keys and certificates follow ISO/IEC 27001:2013 A.10.1.2, suppliers 27001:2013 A.15.1.1.\n';
      assert.doesNotMatch(migrateText(rules).text, /2013/);
    });

    it('stay with the numbers of an audit that took place', () => {
      for (const source of [
        'The audit of May 2021 against ISO/IEC 27001:2013 found a weakness in A.12.3.1.\n',
        'Das Audit im Mai 2021 nach ISO/IEC 27001:2013 ergab eine Schwäche in A.12.3.1.\n',
        'Die Prüfung 2021 nach ISO/IEC 27001:2013 ergab: A.12.3.1 fehlt.\n',
        '| Audit | Criteria | Finding |\n|---|---|---|\n| May 2021 | ISO/IEC 27001:2013 | A.12.3.1 |\n',
        '# Audit report 2021 (ISO/IEC 27001:2013)\n\nA weakness in A.12.3.1.\n',
      ]) {
        const migrated = migrateText(source);
        assert.equal(migrated.text, source);
        assert.equal(migrated.entries.filter(({ outcome }) => outcome === 'needs-person').length, 2);
      }
      for (const rule of [
        'Internal audits follow ISO/IEC 27001:2013 clause 9.2 and ISO 19011:2018.\n',
        'Audit logs of 2027 follow ISO/IEC 27001:2013 A.12.4.1.\n',
        'The audit plan for 2027 follows ISO/IEC 27001:2013 A.12.3.1.\n',
      ])
        assert.doesNotMatch(migrateText(rule).text, /27001:2013/);
    });

    it('of European adoptions are for a person', () => {
      const source = 'See DIN EN ISO/IEC 27001:2017 A.12.6.1.\n';
      const migrated = migrateText(source);
      assert.equal(migrated.text, source);
      assert.match(reasonFor('DIN EN ISO/IEC 27001:2017', migrated), /year of an adoption/);
    });

    it('change inside a tag', () => {
      const { text } = migrateText('---\ncontrols: ["27001:2013:A.12.6.1"]\n---\n# Patching\n');
      assert.equal(text, '---\ncontrols: ["27001:2022:A.8.8"]\n---\n# Patching\n');
    });
  });

  describe('front matter', () => {
    it('keeps CRLF, flow lists, quotes and comments', () => {
      const source =
        '---\r\nid: P-1 # ours\r\ncontrols: [ A.12.6.1, "A.9.1.1" , \'A.12.3.1\' ]  # old\r\n---\r\n# Patching\r\n';
      const { text } = migrateText(source);
      assert.equal(
        text,
        '---\r\nid: P-1 # ours\r\ncontrols: [ A.8.8, "A.5.15" , \'A.8.13\' ]  # old\r\n---\r\n# Patching\r\n',
      );
    });

    it('keeps block lists, and quotes a number that YAML would shorten', () => {
      const { text } = migrateText('---\ncontrols:\n  - 12.1.3\n  - "12.3.1"\n  - 27001:A.9.2.6\n---\n# Operations\n');
      assert.equal(text, '---\ncontrols:\n  - "8.6"\n  - "8.13"\n  - 27001:A.5.18\n---\n# Operations\n');
    });

    it('removes tags that became the same', () => {
      const migrated = migrateText('---\ncontrols: [A.12.4.1, A.12.4.2, "A.12.4.3", A.12.4.4]\n---\n# Logging\n');
      assert.equal(migrated.text, '---\ncontrols: [A.8.15, A.8.17]\n---\n# Logging\n');
      assert.match(reasonFor('A.12.4.2', migrated), /A\.8\.15 stands beside it already/);
    });

    it('removes them from block lists with their lines, but not a line with a remark', () => {
      const source =
        '---\r\ncontrols:\r\n  - A.12.4.1\r\n  - A.12.4.2\r\n  - A.12.4.3 # admins\r\n---\r\n# Logging\r\n';
      assert.equal(
        migrateText(source).text,
        '---\r\ncontrols:\r\n  - A.8.15\r\n  - A.8.15 # admins\r\n---\r\n# Logging\r\n',
      );
    });

    it('removes the old tag where the new one is there already', () => {
      const { text } = migrateText('---\ncontrols: [A.12.4.1, A.12.4.2, A.8.15]\n---\n# Logging\n');
      assert.equal(text, '---\ncontrols: [A.8.15]\n---\n# Logging\n');
    });

    it('removes the old tag where a range holds the new one already, before it or behind it', () => {
      for (const tags of ['A.15.1.1, A.5.19-A.5.22', 'A.5.19-A.5.22, A.15.1.1']) {
        const { text } = migrateText(`---\ncontrols: [${tags}]\n---\n# Suppliers\n`);
        assert.equal(text, '---\ncontrols: [A.5.19-A.5.22]\n---\n# Suppliers\n');
      }
      const { text } = migrateText('---\ncontrols: [A.15.1.1, A.15.1.1-A.15.1.3]\n---\n# Suppliers\n');
      assert.equal(text, '---\ncontrols: [A.5.19-A.5.21]\n---\n# Suppliers\n');
    });

    it('migrates section comments', () => {
      const { text } = migrateText(
        '# Logging\n\n<!-- controls: 27001:A.12.4.1, 27001:A.12.4.2, 27001:A.12.6.1 -->\nText.\n',
      );
      assert.equal(text, '# Logging\n\n<!-- controls: 27001:A.8.15, 27001:A.8.8 -->\nText.\n');
    });
  });

  describe('ranges and lists', () => {
    it('become one number where all of it went there', () => {
      assert.equal(migrateText('See A.9.1.1–A.9.1.2.\n').text, 'See A.5.15.\n');
    });

    it('stay ranges where the new numbers follow each other', () => {
      const source = 'See ISO/IEC 27701:2019 A.7.2.1–A.7.2.8, A.7.3.1 to A.7.3.3 and B.8.2.1-3.\n';
      const { text } = migrateText(source, privacy);
      assert.equal(text, 'See ISO/IEC 27701:2025 A.1.2.2–A.1.2.9, A.1.3.2 to A.1.3.4 and A.2.2.2-4.\n');
    });

    it('are for a person where the range splits', () => {
      const source = 'See A.12.4.1-A.12.4.4.\n';
      const migrated = migrateText(source);
      assert.equal(migrated.text, source);
      assert.match(reasonFor('A.12.4.1-A.12.4.4', migrated), /A\.12\.4\.4 → A\.8\.17\): list A\.8\.15 and A\.8\.17/);
    });

    it('of the text lose what became the same', () => {
      assert.equal(migrateText('See A.12.4.1, A.12.4.2 and A.12.4.3.\n').text, 'See A.8.15.\n');
      assert.equal(migrateText('See A.12.4.1, A.12.4.2 and A.12.4.4.\n').text, 'See A.8.15 and A.8.17.\n');
    });
  });

  describe('needs a person for', () => {
    it('one number that became several', () => {
      const migrated = migrateText('Technical reviews follow A.18.2.3.\n');
      assert.deepEqual(linesOf(migrated), ['needs-person A.18.2.3 → A.5.36 A.8.8']);
      assert.match(reasonFor('A.18.2.3', migrated), /choose, or cite both/);
    });

    it('groups and objectives, above all those whose number means a control today', () => {
      const migrated = migrateText('See A.12 and A.6.1 of ISO/IEC 27001.\n');
      assert.deepEqual(
        linesOf(migrated).map((line) => line.split(' → ')[0]),
        ['needs-person A.12', 'needs-person A.6.1'],
      );
      assert.match(reasonFor('A.6.1', migrated), /In 27001:2022 A\.6\.1 is “Screening”/);
    });

    it('numbers without a successor, naming where the subject is today', () => {
      const migrated = migrateText('See ISO/IEC 27701:2019 clause 6.6.1.1.\n', privacy);
      assert.match(
        reasonFor('clause 6.6.1.1', migrated),
        /27701:2025 has nothing in its place\. Its subject is A\.5\.15 \(Access control\) of ISO\/IEC 27001:2022/,
      );
    });

    it('clauses that became controls, and guidance', () => {
      const migrated = migrateText('See ISO/IEC 27701:2019 clause 6.9.4.1 and clause 7.2.1.\n', privacy);
      assert.match(reasonFor('clause 6.9.4.1', migrated), /now the control A\.3\.25/);
      assert.match(reasonFor('clause 7.2.1', migrated), /guidance on A\.7\.2\.1, today A\.1\.2\.2/);
    });

    it('references that may be of another standard', () => {
      const source = 'See A.6.1.2.\n';
      const migrated = migrateText(source, { beside: ['42001:2023'] });
      assert.equal(migrated.text, source);
      assert.match(
        reasonFor('A.6.1.2', migrated),
        /can mean 27001:2013 or 42001:2023|can mean 42001:2023 or 27001:2013/,
      );
    });

    it('a number that means something else in each edition, where nothing tells the edition', () => {
      const source = 'See clause 10.1 and clause 9.2 of ISO 27001.\n';
      const migrated = migrateText(source, { inScope: '27001', inScopeAfter: '27001' });
      assert.equal(migrated.text, source);
      assert.deepEqual(linesOf(migrated), ['needs-person clause 10.1 → 10.2']);
      assert.match(reasonFor('clause 10.1', migrated), /Nothing tells its edition: 10\.1 was “Nonconformity/);
    });

    it('one number for two standards', () => {
      const source = 'See ISO 27001:2013/42001 clause 10.1 and ISO 27001/42001 clause 9.2.\n';
      const migrated = migrateText(source, { beside: ['42001:2023'] });
      assert.equal(migrated.text, source);
      assert.match(reasonFor('clause 10.1', migrated), /cited for 42001 as well/);
    });

    it('what would be read otherwise than meant, because the scope does not move', () => {
      const source = 'See clause 10.1 of ISO 27001 and A.12.6.1.\n';
      assert.equal(migrateText(source).text, 'See clause 10.2 of ISO 27001 and A.8.8.\n');
      const migrated = migrateText(source, { inScopeAfter: '27001:2013' });
      assert.equal(migrated.text, 'See clause 10.1 of ISO 27001 and A.8.8.\n');
      assert.match(reasonFor('clause 10.1', migrated), /could not be changed, or would be misread/);
    });
  });

  describe('leaves alone', () => {
    it('crosswalks in columns, in labels, in words', () => {
      const source = dedent(`
        | 27001:2022 | 27001:2013 |
        |---|---|
        | A.8.15 | A.12.4.1 |

        2013: A.12.4.2. Formerly A.12.4.3.
      `);
      const migrated = migrateText(source);
      assert.equal(migrated.text, source);
      assert.ok(migrated.entries.length > 0 && migrated.entries.every(({ outcome }) => outcome === 'left-alone'));
    });

    it('a sentence or row that names the new number as well, and neither another sentence nor a list of both', () => {
      const source = 'A.9.4.5 is A.8.4 today.\n\n| Was | Is |\n| --- | --- |\n| A.12.3.1. Then | A.8.13 |\n';
      assert.deepEqual(linesOf(migrateText(source)), ['left-alone A.9.4.5', 'left-alone A.12.3.1']);
      const [sentences, list] = ['Encrypt (A.8.24) always. Keys follow A.10.1.2.', 'Encrypt by A.8.24, A.10.1.2.'];
      assert.equal(migrateText(sentences).text, 'Encrypt (A.8.24) always. Keys follow A.8.24.');
      assert.equal(migrateText(list).text, 'Encrypt by A.8.24.');
    });

    it('what became several only where the text leads from one number to the other', () => {
      for (const text of [
        'Weaknesses follow A.8.8, audits A.18.2.3.',
        'Audits follow A.18.2.3 and weaknesses A.8.8.',
        'Weaknesses (A.8.8), audits (A.18.2.3).',
        'Schwachstellen folgen A.8.8; Audits A.18.2.3.',
      ])
        assert.deepEqual(linesOf(migrateText(text, { inScope: '27001:2022' })), [
          'needs-person A.18.2.3 → A.5.36 A.8.8',
        ]);
      for (const text of [
        'A.18.2.3 → A.8.8',
        'Audits: A.18.2.3; A.8.8.',
        'Audits: A.8.8 (A.18.2.3).',
        'Audits follow A.18.2.3, which is A.8.8 today.',
        'Prüfungen: A.18.2.3, heute auch A.8.8.',
        '| A | B |\n|---|---|\n| A.8.8, and A.18.2.3 | x |',
      ])
        assert.deepEqual(linesOf(migrateText(text, { inScope: '27001:2022' })), ['left-alone A.18.2.3'], text);
    });

    it('what is of the new edition, of another standard, or code', () => {
      const source = 'A.8.8, ISO/IEC 42001 A.6.2.4, ISO 27018 A.11.13.\n\n```\nA.12.6.1\n```\n';
      assert.deepEqual(migrateText(source, { beside: ['42001:2023'] }), { text: source, entries: [] });
    });

    it('a statement about the past', () => {
      const migrated = migrateText('We were certified to ISO/IEC 27001:2013 until 2025.\n');
      assert.deepEqual(linesOf(migrated), ['left-alone ISO/IEC 27001:2013']);
    });
  });

  it('finishes a document that moved half-way', () => {
    const { text } = migrateText('A.8.8 and A.12.3.1; ISO/IEC 27001:2022 A.9.4.5.\n', { inScope: '27001:2022' });
    assert.equal(text, 'A.8.8 and A.8.13; ISO/IEC 27001:2022 A.8.4.\n');
  });

  it('moves 27701:2019 to 2025, controllers and processors', () => {
    const source = dedent(`
      ---
      controls: ["27701:A.7.2.1", 27701:B.8.5.8]
      clauses: [27701:5.4.1.2]
      ---
      # Privacy

      ISO/IEC 27701:2019 A.7.3.6 (Access, correction and/or erasure).
    `);
    const { text } = migrateText(source, privacy);
    assert.equal(
      text,
      dedent(`
        ---
        controls: ["27701:A.1.2.2", 27701:A.2.5.9]
        clauses: [27701:6.1.2]
        ---
        # Privacy

        ISO/IEC 27701:2025 A.1.3.7 (Access, correction or erasure).
      `),
    );
  });
});
