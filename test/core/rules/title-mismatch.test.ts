import assert from 'node:assert/strict';
import { allFindings, checkFix, checkRule, fixTitles } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

const code = 'title-mismatch';
const catalog = catalogOfProject();

function inScope(...standards: string[]) {
  return { catalog, settings: { standards } };
}

const isms = inScope('27001:2022');
const aims = inScope('42001:2023');
const integrated = inScope('27001:2022', '42001:2023', '27701:2025');

/** Nothing is said of a text. */
function silent(text: string, options = isms): void {
  checkRule(code, text, options);
}

describe(code, () => {
  it('finds an id beside the title of another control, and names both', () => {
    checkRule(
      code,
      `
      The proxy filters (A.8.22 (Web filtering)).
                         ^^^^^^^^^^^^^^^^^^^^^ warning: A.8.22 of 27001:2022 is “Segregation of networks”; “Web filtering” beside it is the title of A.8.23. One of the two is wrong: an auditor cannot tell which control is meant.
    `,
      isms,
    );
  });

  it('finds the wrong one of two clauses behind its very title, once for all standards', () => {
    for (const names of ['ISO/IEC 27001:2022', 'ISO/IEC 27001:2022, ISO/IEC 27701:2025 and ISO/IEC 42001:2023']) {
      const text = (line: string): string => `# Manual (${names})\n\nAudits follow clause 9.2.\n\n${line}\n`;
      const wrong = (line: string): number =>
        allFindings(makeSnapshot({ 'a.md': text(line) }, integrated)).filter((one) => one.code === code).length;
      assert.equal(wrong('- Nonconformity and corrective action (10.1)'), 1, names);
      assert.equal(wrong('Continual improvement (clause 10.2) is planned.'), 1, names);
      silent(text('Continual improvement (10.1) and nonconformity and corrective action (10.2).'), integrated);
      silent(text('Continual improvement (clauses 10.1 and 10.2) is planned.'), integrated);
    }
  });

  it('leaves alone the control that the row depends on', () => {
    const table = (head: string) =>
      `| Risk | Control | ${head} |\n|---|---|---|\n| loss | A.8.13 | Redundancy of information processing facilities |\n`;
    silent(table('Depends on'));
    silent(table('Abhängig von'));
    assert.equal(fixTitles(code, table('Topic'), isms).length, 2);
  });

  const places = [
    '## A.8.22 Web filtering\n',
    '- **A.8.22** – Web filtering\n',
    '- A.8.22: Web filtering\n',
    'We say that A.8.22 Web filtering was introduced in May.\n',
    'In the data card: A.8.22 Web filtering, A.8.24 Use of cryptography.\n',
    '- A.8.22 - Web Filtering.\n',
    '> A.8.22 — “Web filtering”\n',
    '[A.8.22 – Web filtering](web.md)\n',
    '| Control | Title |\n|---|---|\n| A.8.22 | Web filtering |\n',
    '| Annex A control | Control name | Status |\n|---|---|---|\n| A.8.22 | Web filtering | done |\n',
    '| Control | Status |\n|---|---|\n| A.8.22 Web filtering | done |\n',
    'Sites are filtered (A.8.22, Web filtering).\n',
    '| Control | Topic |\n|---|---|\n| A.8.22 | Web filtering |\n| A.8.24 | Use of cryptography |\n| A.8.25 | Secure development life cycle |\n| A.8.28 | Secure coding |\n',
    'Clause 7.2 – Awareness\n',
  ];
  for (const text of places) {
    it(`finds it in ${JSON.stringify(text)}`, () => {
      assert.equal(fixTitles(code, text, isms).length, 2);
    });
  }

  it('offers the id of the title and the title of the id, and neither without asking', () => {
    const text = '- A.8.22: Web filtering\n';
    assert.deepEqual(fixTitles(code, text, isms), [
      'Replace with A.8.23 (Web filtering)',
      'Write the title of A.8.22: Segregation of networks',
    ]);
    checkFix(code, 'Replace', text, '- A.8.23: Web filtering\n', isms);
    checkFix(code, 'Write', text, '- A.8.22: Segregation of networks\n', isms);
  });

  it('offers an id once, in whichever spelling its title stands', () => {
    for (const text of [
      'A.8.15 (Clock synchronization)\n',
      '| Control | Title |\n|---|---|\n| A.8.15 | Clock synchronization |\n',
    ])
      assert.equal(
        fixTitles(code, text, isms).filter((title) => title.startsWith('Replace with A.8.17')).length,
        1,
        text,
      );
  });

  it('finds a title of an older edition, and says what it is today', () => {
    checkRule(
      code,
      `
      Logins are recorded (A.5.17 (Event logging)).
                           ^^^^^^^^^^^^^^^^^^^^^ warning: A.5.17 of 27001:2022 is “Authentication information”; “Event logging” beside it is the title of A.12.4.1 of 27001:2013, today A.8.15.…
    `,
      isms,
    );
    assert.deepEqual(fixTitles(code, 'A.5.17 (Event logging)\n', isms)[0], 'Replace with A.8.15 (Logging)');
  });

  it('finds a number read in the sense of 2013', () => {
    checkRule(
      code,
      `
      See ISO/IEC 27001:2022 A.6.2 (Mobile devices and teleworking).
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: A.6.2 of 27001:2022 is “Terms and conditions of employment”; “Mobile devices and teleworking” beside it is the title of A.6.2 of 27001:2013.…
    `,
      isms,
    );
  });

  it('finds the title of another control of the edition although it was that of a group once, or ends as documents do', () => {
    for (const text of [
      'Contracts: A.5.20 (Information security in supplier relationships).\n',
      '- A.5.19 Addressing information security within supplier agreements\n',
      '| Control | Title |\n|-|-|\n| A.8.13 | Logging |\n| A.8.14 | Redundancy of information processing facilities |\n',
    ])
      assert.ok(fixTitles(code, text, isms).length > 0, text);
    silent('A.8.24 (Access control policy)\n');
    silent('| Control | Evidence |\n|-|-|\n| A.8.13 | Logging |\n');
  });

  it('finds titles that end as documents do below a head that says titles, and not below one that says documents', () => {
    const row = '| A.6.5 | Disciplinary process |\n';
    const table = (head: string): string => `| Control | ${head} |\n|---|---|\n${row}`;
    for (const head of ['Title', '**Title**', 'Control name', 'Bezeichnung', 'Titre', 'Nome', 'Control'])
      assert.equal(fixTitles(code, table(head), isms).length, 2, head);
    silent('| Control | Name |\n|---|---|\n| A.8.3 | Access control policy |\n');
    for (const head of ['Document', 'Evidence', 'Policy name', 'Document title', 'Process']) silent(table(head));
    assert.equal(
      fixTitles(code, `| Nr. | ISO | Titel | X |\n|:--|---|:-:|---|\n| 1 | A.8.1 | | |\n| 2 ${row}`, isms).length,
      2,
    );
    silent(`| Nr. | Title | Control | Document |\n|---|---|---|---|\n| 1 | Screening ${row}`);
    assert.equal(fixTitles(code, '- A.6.5 (Confidentiality or non-disclosure agreements)\n', isms).length, 2);
  });

  it('finds the number of another edition that is not what the control of its row was', () => {
    const pims = inScope('27701:2025');
    const row = (id: string, title: string, old: string, head = 'Old (2019)'): string =>
      `# PIMS, ISO/IEC 27701:2025\n\n| Control 2025 | Title | ${head} | Note |\n|---|---|---|---|\n| ${id} | ${title} | ${old} | – |\n`;
    checkRule(
      code,
      `
      # PIMS, ISO/IEC 27701:2025

      | Control 2025 | Title | Old (2019) | Note |
      |---|---|---|---|
      | A.1.4.8 | Retention | A.7.4.8 | – |
                              ^^^^^^^ warning: A.7.4.8 of 27701:2019 is “Disposal”; “Retention” beside it is the title of A.7.4.7. One of the two …
    `,
      pims,
    );
    assert.deepEqual(fixTitles(code, row('A.1.2.3', '**Identify lawful basis**', '`A.7.2.1`'), pims), []);
    assert.equal(fixTitles(code, row('A.1.2.3', '**Identify lawful basis**', '**A.7.2.1**'), pims).length, 1);
    silent(row('A.1.4.8', 'Retention', 'A.7.4.7'), pims);
    silent(row('A.1.4.8', 'How long we keep it', 'A.7.4.8'), pims);
    silent(row('A.1.4.8', 'Retention', 'A.7.4.7, A.7.4.8'), pims);
    silent(row('A.1.4.8', 'Retention', 'A.1.4.9', 'See also'), pims);
  });

  it('finds a title that has brackets of its own', () => {
    const title = 'Managing information security in the information and communication technology (ICT) supply chain';
    assert.equal(fixTitles(code, `- A.5.22 (${title})\n`, isms).length, 2);
    silent(`- A.5.21 (${title})\n`);
    silent('- A.5.22 (see (ICT) supply chain\n');
  });

  it('finds a title that two controls have beside two others, and takes it for a topic beside three', () => {
    const pims = inScope('27701:2025');
    const list = (...ids: string[]): string => ids.map((id) => `- ${id} (Temporary files)\n`).join('');
    assert.notDeepEqual(fixTitles(code, list('A.1.4.8', 'A.2.4.3'), pims), []);
    silent(list('A.1.4.8', 'A.1.4.9', 'A.2.4.3'), pims);
  });

  it('finds swapped clauses by their subject, in any of the languages, and the subject before brackets', () => {
    for (const sentence of [
      'Ursachen, wie es Abschnitt 10.1 der ISO/IEC 27001:2022 will. Klausel 10.1 (Nichtkonformität und Korrekturmaßnahmen).',
      'Grundlage ist Klausel 10.1 Nichtkonformität und Korrekturmaßnahmen; das Formblatt ist F-17.',
      'Corrective actions (clause 10.1) are kept.',
      'Ações corretivas (cláusula 10.1).',
    ])
      assert.deepEqual(fixTitles(code, `${sentence}\n`, isms), [
        'Replace with 10.2 (Nonconformity and corrective action)',
      ]);
    assert.deepEqual(fixTitles(code, 'Melhoria contínua (cláusula 10.2).\n', isms), [
      'Replace with 10.1 (Continual improvement)',
    ]);
    silent('Corrective actions and improvement (clause 10.1), nonconformities (clause 10.2).\n');
    silent('Nonconformities and improvement (clauses 10.1 and 10.2).\n');
    silent('Verbesserung durch Korrekturmaßnahmen (Klausel 10.1).\n');
    silent('In the 2013 edition corrective action was clause 10.1.\n');
  });

  it('quotes the subject of a swapped clause without what leads on to it', () => {
    for (const [sentence, quoted] of [
      ['We keep minutes and the corrective action log (10.1).', 'corrective action log'],
      ['Internes Audit (9.2), Korrekturmaßnahmen (10.1).', 'Korrekturmaßnahmen'],
      ['Korrekturmaßnahmen (ISO/IEC 27001:2022, 10.1).', 'Korrekturmaßnahmen'],
      ['4.3 Corrective actions (ISO 27001 clause 10.1)', 'Corrective actions'],
      [
        'Clause 10.1 of ISO 27001:2022 Nonconformity and corrective action, logs',
        'Nonconformity and corrective action',
      ],
      ['Audit (9.2), revue (9.3) et les actions correctives (10.1).', 'actions correctives'],
      ['Nonconformities and corrective actions (10.1).', 'Nonconformities and corrective actions'],
    ]) {
      const snapshot = makeSnapshot(
        { 'policy.md': `# Rules (ISO/IEC 27001:2022)\n\nClause 9.1.\n\n${sentence}\n` },
        { catalog },
      );
      const [found] = allFindings(snapshot).filter((one) => one.code === code);
      assert.ok(found!.message.includes(`“${quoted}”`), found!.message);
    }
  });

  it('finds swapped clauses by the subject before a word of accord', () => {
    for (const text of [
      'Korrekturmaßnahmen gem. Kapitel 10.1 der ISO 27001:2022.',
      'Die Wirksamkeit von Korrekturmaßnahmen gemäß Kapitel 10.1 wird geprüft.',
      'Corrective actions according to clause 10.1 are kept.',
      'Corrigerende maatregelen conform paragraaf 10.1.',
      'Actions correctives selon le chapitre 10.1 de la norme.',
    ])
      assert.deepEqual(
        fixTitles(code, `# Policy (ISO/IEC 27001:2022)\n\n${text}\n`, isms),
        ['Replace with 10.2 (Nonconformity and corrective action)'],
        text,
      );
    silent('Nichtkonformität nach Klausel 10.1: es wird nichts verbessert.\n');
    silent('Corrective actions and improvement according to clause 10.1.\n');
    silent('Corrective actions according to clauses 10.1 and 10.2.\n');
    silent('Korrekturmaßnahmen gemäß Klausel 10.2, fortlaufende Verbesserung gemäß Klausel 10.1.\n');
    silent('Corrective actions are reported per clause 10.1.\n');
  });

  it('finds swapped clauses by what is said to be handled or described there', () => {
    for (const text of [
      'Nonconformities are handled according to clause 10.1.',
      'Nonconformities and corrective actions follow clause 10.1.',
      'Corrective actions are described in clause 10.1.',
      'Korrekturmaßnahmen werden gemäß Kapitel 10.1 behandelt.',
      'Corrective action: clause 10.1. It is kept.',
    ])
      assert.deepEqual(
        fixTitles(code, `# Policy (ISO/IEC 27001:2022)\n\n${text}\n`, isms),
        ['Replace with 10.2 (Nonconformity and corrective action)'],
        text,
      );
    silent('Nonconformity: clause 10.1.\n');
    silent('Corrective action: clause 10.1 was read to all.\n');
    silent('Nonconformities per clause 10.1.\n');
    silent('Corrective actions and improvement follow clause 10.1.\n');
  });

  it('is silent where a row has the title of today as well, or the number that it became follows', () => {
    const head = '# ISO/IEC 27001:2022\n\n| Clause | Title 2013 | Title 2022 |\n|-|-|-|\n';
    const row = '| 10.1 | Nonconformity and corrective action |';
    silent(`${head}${row} Continual improvement |\n`);
    assert.notDeepEqual(fixTitles(code, `${head}${row} In force |\n`, isms), []);
    silent('- ISO/IEC 27001:2022 clause 10.1 (Nonconformity and corrective action) becomes 10.2.\n');
    silent('# ISO/IEC 27001:2022\n\n- Klausel 10.1 (Nichtkonformität) heißt künftig 10.2.\n');
    assert.notDeepEqual(
      fixTitles(code, '- ISO/IEC 27001:2022 clause 10.1 (Nonconformity and corrective action) becomes 10.3.\n', isms),
      [],
    );
  });

  it('finds the title of a control beside the number of its objective', () => {
    assert.deepEqual(fixTitles(code, '- A.10.1 Allocating responsibilities\n', aims), [
      'Replace with A.10.2 (Allocating responsibilities)',
      'Write the title of A.10.1: Objective: Third-party and customer relationships',
    ]);
    const pims = inScope('27701:2025');
    assert.equal(
      fixTitles(code, '**A.2.4.1 Temporary files.** None.\n', pims)[0],
      'Replace with A.2.4.2 (Temporary files)',
    );
    silent('- A.10.1 Third-party and customer relationships\n- A.3.1 Allocating responsibilities\n', aims);
  });

  it('finds swapped clauses, and every clause that has the title', () => {
    checkRule(
      code,
      `
      See ISO/IEC 27001:2022 clause 10.2 (Continual improvement).
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: 10.2 of 27001:2022 is “Nonconformity and corrective action”; “Continual improvement” beside it is the title of 10.1.…
    `,
      isms,
    );
    assert.deepEqual(fixTitles(code, 'ISO 27001 clause 8.1 (Information security risk assessment)\n', isms), [
      'Replace with 6.1.2 (Information security risk assessment)',
      'Replace with 8.2 (Information security risk assessment)',
      'Write the title of 8.1: Operational planning and control',
    ]);
  });

  it('mentions the title of an article of a law that is related to other controls, as an information', () => {
    checkRule(
      code,
      `
      Decisions are reviewed (A.7.4 (human oversight)), as A.9.2 (human oversight) says.
                              ^^^^^^^^^^^^^^^^^^^^^^ information: A.7.4 of 42001:2023 is “Quality of data for AI systems”; “human oversight” beside it is the title of Article 14 of Regulation (EU) 2024/1689 (EU AI Act), which our mappings relate to A.9.2 (Processes for responsible use of AI systems) and A.9.3 (Objectives for responsible use of AI system).…
    `,
      aims,
    );
  });

  describe('is silent', () => {
    it('for words that begin a longer name, or the sentence itself', () => {
      silent('Per A.5.18 Access control policy is reviewed. In accordance with A.5.16 access control is enforced.\n');
      silent('A.8.12 needs what A.8.11 Data masking is for.\n');
    });

    it('for short and long official titles and for the title of the edition before', () => {
      silent(
        'A.5.21 (Managing information security in the ICT supply chain), A.5.34 (Privacy and protection of PII)\n',
      );
      silent('A.5.9 (Inventory of assets), A.5.15 (Access control policy), A.5.36 (Technical compliance review)\n');
      silent('A.5.18 (User access provisioning), A.8.15 (Event logging), A.8.8 (Technical vulnerability management)\n');
      silent('ISO/IEC 27001:2013 A.9.2.3 (Privileged access rights), A.12.4.1 (Logging)\n');
    });

    it('for other spellings', () => {
      silent('A.8.17 (Clock synchronisation), A.5.13 (Labeling of information), A.8.9 (CONFIGURATION MANAGEMENT)\n');
      silent('A.5.37 (Documented Operating Procedures.), A.7.9 (Security of assets off premises)\n');
      silent('ISO 42001 A.6.1.3 (Processes for responsible AI system design & development)\n', aims);
    });

    it('for translated titles', () => {
      silent('A.8.24 (Verwendung von Kryptographie), A.8.15 (Protokollierung), A.5.15 (Zugangssteuerung)\n');
      silent('A.8.24 (Utilisation de la cryptographie), A.8.13 (Sauvegarde des informations)\n');
      silent('A.8.23 (Filtrado web), A.8.23 (Filtragem da web), A.8.23 (Webfiltering), A.8.23 (Filtraggio del web)\n');
    });

    it('for abbreviations, parts of titles and words of one’s own', () => {
      silent('A.5.7 (TI), A.5.24 (IR planning), A.8.12 (DLP), A.5.19 (suppliers), A.8.32 (changes in production)\n');
      silent('A.8.22 (VLANs and firewalls), A.8.22 (web), A.8.22: Web filtering is done by the proxy of A.8.23\n');
      silent('## A.8.22 Web filtering and segregation\n\n### A.5.15 Rules for the control of access\n');
      silent('A.5.1 (Policies), A.5.5 (Communication), A.7.2 (Policy), clause 9.1 (General)\n');
    });

    it('for the title of the group that the control, or what it was, belongs to', () => {
      silent('A.5.15 (Organizational controls), A.8.24 (Cryptography), A.8.8 (Technological controls)\n');
      silent('A.8.2 (Access control), A.8.3 (access control), A.5.18 (User access management)\n');
      silent('ISO 42001 A.6.2.4 (AI system life cycle), A.5.3 (Assessing impacts of AI systems)\n', aims);
      silent(
        'clause 9.2.1 (Internal audit), clause 9.3.2 (Management review), clause 7.5 (Control of documented information)\n',
      );
    });

    it('for the same title in several standards', () => {
      silent('ISO/IEC 27701:2025 A.3.24 (Information backup), ISO 27001 A.8.13 (Information backup)\n', integrated);
      silent(
        'ISO/IEC 27701:2025 A.3.3 (Policies for information security), A.5.1 (Policies for information security)\n',
        integrated,
      );
      silent('ISO/IEC 42001 clause 9.2 (Internal audit), ISO 27001 clause 5.2 (AI policy)\n', integrated);
      silent('ISO/IEC 27701:2019 B.8.4.1 (Temporary files), A.7.4.6 (Temporary files)\n', integrated);
    });

    it('for names of documents', () => {
      silent('A.8.24 (Access Control Policy), A.5.17: Access control policy\n');
      silent('| Control | Policy title |\n|---|---|\n| A.8.24 | Access control |\n');
      silent('| Annex A control | Document name |\n|---|---|\n| A.8.15 | Information backup |\n');
    });

    it('for words behind the last of several ids', () => {
      silent(
        'A.8.20, A.8.22 (Networks security); A.8.20 and A.8.22 (Networks security); A.8.20/A.8.22 (Networks security)\n',
      );
      silent('A.5.24–A.5.28 (Information security incident management planning and preparation)\n');
      silent(
        '| Control | Title |\n|---|---|\n| A.5.24, A.5.25 | Information security incident management planning and preparation |\n',
      );
      silent('| Control | Title |\n|---|---|\n| A.8.20<br>A.8.22 | Networks security |\n');
      silent('| Control | Related control | Title |\n|---|---|---|\n| A.5.15 | A.8.20 | Access control |\n');
    });

    it('for words that stand beside several ids as a topic', () => {
      silent('| Control | Control area |\n|---|---|\n| A.8.15 | Access control |\n');
      silent('| Control | Control |\n|---|---|\n| A.8.15 | Access control |\n| A.8.16 | Access control |\n');
      silent('- A.8.15 (access control)\n- A.8.16 (access control)\n');
    });

    it('for columns that hold something else', () => {
      silent('| Control | Category |\n|---|---|\n| A.8.15 | Access control |\n');
      silent('| Control | Owner | Evidence |\n|---|---|---|\n| A.8.15 | Access control | Information backup |\n');
    });

    it('for what is in code, ambiguous, external or unknown', () => {
      silent('`A.8.22 (Web filtering)`\n\n```\nA.8.22 (Web filtering)\n```\n');
      silent('ISO 27018 A.11.13 (Web filtering), NEN 7510 A.5.39 (Web filtering)\n');
      silent('ISO/IEC 27001:2022 A.8.99 (Web filtering)\n');
    });
  });

  it('still finds the wrong one of two ids with the same words', () => {
    checkRule(
      code,
      `
      - A.8.22 (Web filtering)
        ^^^^^^^^^^^^^^^^^^^^^ warning: A.8.22 of 27001:2022…
      - A.8.23 (Web filtering)
    `,
      isms,
    );
  });

  it('finds a title behind a comma, in quotation marks and before a verb', () => {
    for (const text of [
      '# Audit (ISO/IEC 27001:2022)\n\n**Requirement:** Clause 10.1, Nonconformity and corrective action.\n',
      'La surveillance suit A.8.15 « Web filtering », comme prévu.\n',
      'In an outage A.8.15 Web filtering would be turned off first.\n',
    ]) {
      const titles = fixTitles(code, text, isms);
      assert.ok(
        titles.some((title) => /10\.2|A\.8\.23/.test(title)),
        text,
      );
    }
    silent('We follow clause 9.2, Internal audit.\n');
    silent('Audits follow clauses 9.2, 10.1, Nonconformity and corrective action is 10.2.\n');
    silent('“A.8.15” and “Web filtering” are two things.\n');
  });

  it('finds the title of the next number in a column that holds titles among other words', () => {
    const table = (title: string) =>
      `| Clause | Question | Result |\n|-|-|-|\n| 4.1 | Who looks at trends? | ok |\n| 9.3.1 | ${title} | ok |\n`;
    assert.deepEqual(
      fixTitles(code, `# ISMS audit\n\n${table('Management review inputs')}`, isms)[0],
      'Replace with 9.3.2 (Management review inputs)',
    );
    silent(`# ISMS audit\n\n${table('Internal audit programme')}`);
  });

  it('finds words that are nearly the title of another control of the group, and of no other', () => {
    const table = (id: string, words: string) =>
      `| Here | Control | Title |\n|-|-|-|\n| Vendors | ${id} | ${words} |\n`;
    checkRule(
      code,
      `
      | Here | Control | Title |
      |-|-|-|
      | Vendors | A.5.21 | Managing information security in cloud services |
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: A.5.21 of 27001:2022 is “Managing information security in the information and communication technology (ICT) supply chain”; “Managing information security in cloud services” beside it is nearly the title of A.5.23 (Information security for use of cloud services).…
    `,
      isms,
    );
    silent(table('A.5.21', 'Managing information security at suppliers'));
    silent(table('A.5.21', 'Managing security of the ICT supply chain in cloud services'));
    silent(table('A.8.21', 'Information security for the use of cloud services of vendors'));
    silent(table('A.5.16', 'Identity and access life cycle'));
  });

  it('offers the title first where the id of the other title stands on the line', () => {
    const titles = fixTitles(code, 'Changes follow A.8.32, settings A.8.9 (Change management).\n', isms);
    assert.deepEqual(titles, [
      'Write the title of A.8.9: Configuration management',
      'Replace with A.8.32 (Change management)',
    ]);
  });

  it('leaves numbers of a replaced edition to superseded-edition, and names of those who answer for a control alone', () => {
    const soa = 'standards:\n  27701: { edition: 2025 }\n';
    const policy = '# PIMS (ISO/IEC 27701:2025)\n\n| Control | Title |\n|-|-|\n| A.7.4.2 | Temporary files |\n';
    checkRule(code, { 'soa.yaml': soa, 'policy.md': policy }, { catalog });
    silent('Owner of A.8.8: Configuration management\n');
    assert.ok(fixTitles(code, 'Implementation of A.8.8: Configuration management\n', isms).length > 0);
  });

  it('finds the title of another control before a number and a dash, in a document that sets titles there', () => {
    const others = '- Access rights – A.5.18.\n- Threat intelligence – A.5.7.\n- Remote working – A.6.7. All of it.\n';
    checkRule(
      code,
      `
      - Access rights – A.5.18.
      - Threat intelligence – A.5.7.
      - Remote working – A.6.7. All of it.
      - Capacity management – A.8.16. Dashboard seen.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: A.8.16 of 27001:2022 is “Monitoring activities”; “Capacity management” beside it is the title of A.8.6. One of the two is wrong: an auditor cannot tell which control is meant.
    `,
      isms,
    );
    assert.deepEqual(fixTitles(code, `${others}- Capacity management – A.8.16\n`, isms), [
      'Replace with A.8.6 (Capacity management)',
      'Write the title of A.8.16: Monitoring activities',
    ]);
    checkFix(
      code,
      'Write the title of A.8.16: Monitoring activities',
      `${others}- Capacity management – A.8.16\n`,
      `${others}- Monitoring activities – A.8.16\n`,
      isms,
    );
    // The same in brackets and behind a colon; what is the title of a group, too, is a topic.
    const bracketed = '- Access rights (A.5.18)\n- Threat intelligence (A.5.7)\n- Internal audit: clause 9.2\n';
    for (const [item, id] of [
      ['- Capacity management (A.8.16)', 'A.8.6 (Capacity management)'],
      ['## Capacity management (A.8.16)', 'A.8.6 (Capacity management)'],
      ['\nCapacity management (A.8.16): no limits are set.', 'A.8.6 (Capacity management)'],
      ['\nAll is well. Capacity management (A.8.16) lacks limits, too.', 'A.8.6 (Capacity management)'],
      ['- Management review inputs: clause 9.3.3', '9.3.2 (Management review inputs)'],
    ])
      assert.equal(fixTitles(code, `${bracketed}${item}\n`, isms)[0], `Replace with ${id}`, item);
    silent(`${bracketed}- Access control (A.8.3)\n- See Capacity management (A.8.16)\n`);
    silent(
      `${bracketed}\nAccess control (A.8.3) is right. Event logging (A.8.15) is on. For capacity management (A.8.16) see there.\n`,
    );
    silent('Access rights (A.5.18) are few. Capacity management (A.8.16) lacks limits.\n');
    // Its own title, one word that is a topic as well, more words than a title, and several controls.
    silent(`${others}- Capacity management – A.8.6. Dashboard seen.\n- Logging – A.8.16.\n`);
    silent(`${others}- Tool for capacity management – A.8.16.\n- Capacity management – A.8.16 and A.8.14.\n`);
    // A list of topics, each with a control of it.
    silent(
      '- Access control – A.8.3.\n- Supplier relationships – A.5.20.\n- Remote working – A.6.7.\n- Change management – A.8.9.\n',
    );
  });

  it('finds the title of another control in the cell before an id', () => {
    const table = (head: string, ...rows: string[]): string =>
      `# Register (ISO/IEC 27001:2022)\n\n| ${head} | 27001:2022 |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`;
    const fixes = (...rows: [string, ...string[]]): string[] => fixTitles(code, table(...rows), isms);
    assert.deepEqual(fixes('Control', 'Secure coding | A.8.27', 'Threat intelligence | A.5.7'), [
      'Replace with A.8.28 (Secure coding)',
      'Write the title of A.8.27: Secure system architecture and engineering principles',
    ]);
    const right = ['Threat intelligence | A.5.7', 'Information backup | A.8.13', 'Data masking | A.8.11'];
    assert.equal(fixes('Topic', ...right, '**Secure coding** | A.8.27').length, 2);
    // What it is for, another kind or edition, a group, several controls, one word, and what the row depends on.
    silent(table('Risk', 'Secure coding | A.8.27'));
    silent(table('Requirement', 'Internal audit | A.5.35', 'Conformity assessment | A.5.36'));
    silent(table('Control', 'Access control | A.8.3', 'Data masking | A.8.11, A.8.12', 'Logging | A.8.16'));
    silent(table('Control', 'Physical media transfer | A.7.10', 'Our web filtering | A.8.22'));
    silent('| Control | Depends on |\n|---|---|\n| Secure coding | A.8.27 |\n');
    silent('| Id | Control | Go on with |\n|---|---|---|\n| A.8.28 | Secure coding | A.8.27 |\n');
  });

  it('finds the wrong one of two clauses behind a label, where the standard is named behind it', () => {
    for (const text of ['Corrective actions: clause 10.1 of ISO 27001.', 'Actions correctives : § 10.1 de la norme.'])
      assert.equal(fixTitles(code, `# Notes (ISO/IEC 27001:2022)\n\n${text}\n`, isms).length, 1, text);
    silent('# Notes (ISO/IEC 27001:2022)\n\nCorrective actions: clause 10.1 of ISO 27001 was changed.\n');
    // A finding against the clause.
    silent('# Report (ISO/IEC 27001:2022)\n\nNonconformities: clause 10.1.\n');
  });
});
