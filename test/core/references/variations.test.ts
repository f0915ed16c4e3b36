/** Small documents, each with one way in which people cite: what is read in them, and that nothing else is. */
import assert from 'node:assert/strict';
import type { ScopedStandard } from '../../../server/src/core/document.js';
import { isms, readingsOf } from '../../support/readings.js';

const both: readonly ScopedStandard[] = [...isms, { standard: '42001', edition: '2023' }];

interface Variation {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly string[];
  readonly scope?: readonly ScopedStandard[];
}

const about = '# Policy (ISO/IEC 27001:2022)\n\n';

/** Enough words to tell that a text is about something else. */
const manual =
  'Use the four screws in the box and the green washers below them. Grease the rails after the first hundred hours of work, then each spring. Wear gloves and keep children away.\n\n';

const variations: readonly Variation[] = [
  {
    name: 'notes in comments, where they are written in full',
    text: `${about}<!-- TODO: evidence for A.5.15 and clause 9.2; A.5.99 is missing, 8.15 too -->\n`,
    expected: ['A.5.15', '9.2'],
  },
  {
    name: 'no reasons in comments of our own',
    text: `${about}<!-- clausemark-disable-next-line unknown-reference -- A.8.15 is meant -->\n`,
    expected: [],
  },
  {
    name: 'main clauses in tags',
    text: '---\nclauses: ["42001:10", "27001:9.2", "42001:2023:6"]\n---\n27001: 10 reasons, 42001:10.\n',
    scope: both,
    expected: ['42001:2023 10', '9.2', '42001:2023 6', '42001:2023 10'],
  },
  {
    name: 'numbers in the remarks of a Statement of Applicability',
    text: [
      '# Statement of Applicability (ISO/IEC 27001:2022)',
      '',
      '| Control | Title | Applicable | Remarks |',
      '|---|---|---|---|',
      '| 5.15 | Access control | Y | see also 5.18 |',
      '| 5.16 | Identity management | Y | with 5.17, 30 days |',
      '| 5.18 | Access rights | Y | covered by 8.2; version 5.2 |',
      '| 5.38 | Projects | Y | score 7.2 of 10 |',
      '| 8.15 | Logging | Y | see 8.2 of POL-01 |',
      '| 8.16 | Monitoring | Y | takes 5.2 days |',
    ].join('\n'),
    expected: ['A.5.15', 'A.5.18', 'A.5.16', 'A.5.17', 'A.5.18', 'A.8.2', 'A.5.38', 'A.8.15', 'A.8.16'],
  },
  {
    name: 'clauses in square brackets',
    text: `${about}| Question | |\n|---|---|\n| Which scope do you have? [4.3] | |\n| Who decides? [5.3, A.5.2] | |\n`,
    expected: ['4.3', '5.3', 'A.5.2'],
  },
  {
    name: 'numbers right behind their title, or before it in brackets',
    text: `${about}Internal audit 9.2 was in May, management review 9.3 in June (clause 5.2); access control 5.15, (8.15 logging). Awareness 7.3 was poor.\n`,
    expected: ['9.2', '9.3', '5.2', 'A.5.15', 'A.8.15', '7.3'],
  },
  {
    name: 'no versions and figures behind words that happen to stand in titles',
    text: `${about}Clause 5.2 applies. The code review 9.4 release, the audit tool 9.1, Debian 9.2 and policy 5.1 are ours.\n`,
    expected: ['5.2'],
  },
  {
    name: 'all clauses, whatever the word',
    text: `${about}No requirement of chapters 4 to 10 is excluded; sections 4-10 apply. See chapters 4 to 6.\n`,
    expected: ['4 5 6 7 8 9 10', '4 5 6 7 8 9 10'],
  },
  {
    name: 'a standard named once behind a list',
    text: '# X\n\nSee sections 6.1.2 and 6.1.3 of ISO 27001, and § 9.2, § 9.3 and § 10.1 of ISO 27001.\n',
    expected: ['6.1.2', '6.1.3', '9.2', '9.3', '10.1'],
  },
  {
    name: 'a list of clauses of a contract',
    text: `${about}In clause 4.1, clause 5.2 and clause 6.3 of the lease.\n`,
    expected: [],
  },
  {
    name: 'bare numbers before the annex',
    text: `${about}We do what 8.24 of Annex A and 5.15 aus Anhang A ask for.\n`,
    expected: ['A.8.24', 'A.5.15'],
  },
  { name: 'labels of notes', text: `${about}Done #A.5.18, see x#A.5.17.\n`, expected: ['A.5.18'] },
  {
    name: 'the standard that the other ids without a name have',
    text: '# AI handbook\n\nWe follow ISO/IEC 42001. Roles (A.3.2), resources (A.4.2), life cycle (A.6.2.4).\n\n## Data\n\nSee A.7.5. The logs are A.5.21 and A.8.15 of ISO 27001:2022.\n\n## Users\n\nSee A.8.2.\n',
    scope: both,
    expected: [
      '42001:2023 A.3.2',
      '42001:2023 A.4.2',
      '42001:2023 A.6.2.4',
      '42001:2023 A.7.5',
      'A.5.21',
      'A.8.15',
      '42001:2023 A.8.2',
    ],
  },
  {
    name: 'the standard whose control is about what is said',
    text: '# Release\n\nThe form asks about the quality of data (A.7.4). The data centre is locked (A.7.2). Points left: A.5.3.\n',
    scope: both,
    expected: ['42001:2023 A.7.4', '? A.7.2', '? A.5.3'],
  },
  {
    name: 'a clause number beside its sibling, although the document numbers its sections',
    text: `${about}## 9 Reviews\n\n9.1 We meet. Inputs as in clause 9.3.2, outputs as in 9.3.3.\n\n9.2 We write.\n`,
    expected: ['9.3.2', '9.3.3'],
  },
  {
    name: 'a document about the edition of 2013 that cites in brackets',
    text: '# Assets\n\nReferences in brackets are to Annex A of ISO/IEC 27001:2013.\n\n## Inventory\n\nAll is recorded (8.1.1) with an owner (8.1.2). Node (14.2.2) is ours.\n',
    expected: ['27001:2013 A.8.1.1', '27001:2013 A.8.1.2', '27001:2013 A.14.2.2'],
  },
  {
    name: 'the clause at the end of an item',
    text: `${about}Clause 9.3 inputs:\n\n- Objectives: 4 of 5 met. 6.2\n- Audit: two findings on A.8.9. 9.2.2\n- Audit of 2026 done. 9.2\n- Read by QA, incl. 10.2\n- See fig. 6.2\n- Latest version. 3.1\n`,
    expected: ['9.3', '6.2', 'A.8.9', '9.2.2', '9.2', '10.2'],
  },
  {
    name: 'numbers behind the annex that only a control has',
    text: `${about}No control of Annex A is excluded except 7.12 and 7.13. We sold 8.14 of them.\n`,
    expected: ['A.7.12', 'A.7.13'],
  },
  {
    name: 'numbers that are left out of all controls',
    text: `${about}All 93 controls minus 7.11, 7.12 (no data centre) and 8.30. Alle Maßnahmen außer 8.33. They cost 8.20 without 8.31.\n`,
    expected: ['A.7.11', 'A.7.12', 'A.8.30', 'A.8.33'],
  },
  {
    name: 'the standard as the word for its clause',
    text: `${about}De directie (norm 9.3), see clause 5.2.\n`,
    expected: ['9.3', '5.2'],
  },
  {
    name: 'a clause beside a control',
    text: `${about}Two findings: 6.3 and A.7.13. He reports (5.3; control A.5.2).\n`,
    expected: ['6.3', 'A.7.13', '5.3', 'A.5.2'],
  },
  {
    name: 'clauses of a library',
    text: `${about}Clause 9 of the library is mandatory; clause 8 of the standard and clauses 5 and 6 of the old edition are not.\n`,
    expected: ['8', '5', '6'],
  },
  {
    name: 'a word that the document has used with the standard before',
    text: `${about}Conformément à l'article 5.1 de la norme. Le plan traite l'article 10.2. Voir la charte, article 5.3.\n`,
    expected: ['5.1', '10.2'],
  },
  {
    name: 'clauses of four parts',
    text: '# Transition to ISO/IEC 27701:2025 from 27701:2019\n\nRisk assessment moves from 5.4.1.2 to another place.\n',
    expected: ['27701:2019 5.4.1.2'],
  },
  {
    name: 'an insurance policy with sums by number, although it speaks of policies and risk',
    text: `# Home insurance policy\n\n${manual}The policy covers the risk of fire and theft.\n\n| No. | Sum |\n|---|---|\n| A.5.1 | Roof |\n| A.5.2 | Walls |\n| A.6.1 | Garden |\n| A.7.1 | Bicycles |\n| A.8.1 | Glass |\n`,
    expected: [],
  },
  {
    name: 'a lead-in that names two standards alike',
    text: '# Notes\n\nWe have an ISMS to ISO/IEC 27001:2022 and an AIMS to ISO/IEC 42001:2023:\n\n- Cameras: A.7.4\n- Loggers: A.8.15\n- Physical security monitoring: A.7.4\n',
    scope: both,
    expected: ['A.7.4', 'A.8.15', 'A.7.4'],
  },
  {
    name: 'a year at the head of a column, which one standard only has as its edition',
    text: '# From ISO/IEC 27701:2019 to ISO/IEC 27701:2025\n\nWhat it added to ISO/IEC 27001 has moved.\n\n| 2019 | 2025 |\n|---|---|\n| A.7.2.1 | A.1.2.2 |\n',
    expected: ['27701:2019 A.7.2.1', '27701:2025 A.1.2.2'],
  },
  {
    name: 'a certificate of the past says nothing of tags, nor of what was only a heading then',
    text: '---\ncontrols: [27001:A.5.1]\n---\n# Policy\n\nUntil 2025 we held a certificate to ISO/IEC 27001:2013. Rules (A.8.1).\n',
    expected: ['A.5.1', 'A.8.1'],
  },
  {
    name: 'the standard that a document says holds by default',
    text: '# Acta\n\nISO/IEC 42001:2023 e ISO/IEC 27001:2022. Cuando no se dice otra cosa, los números son de la 42001.\n\n## Puntos\n\nObjetivos (cláusula 6.2), A.7.4.\n',
    scope: both,
    expected: ['42001:2023 6.2', '42001:2023 A.7.4'],
  },
  {
    name: 'columns whose ids exist in one only of the standards before the table',
    text: '# Register\n\n"M" is ISO/IEC 42001:2023, "S" is ISO/IEC 27001:2022\n\n| Risk | M | S |\n|---|---|---|\n| 1 | A.6.2.4, A.6.2.6 | A.8.4 |\n| 2 | A.7.4 | A.5.15, A.8.3 |\n| 3 | A.10.3 | A.8.10 |\n| 4 | A.9.4, A.8.2 | A.8.24 |\n',
    scope: both,
    expected: [
      '42001:2023 A.6.2.4',
      '42001:2023 A.6.2.6',
      'A.8.4',
      '42001:2023 A.7.4',
      'A.5.15',
      'A.8.3',
      '42001:2023 A.10.3',
      'A.8.10',
      '42001:2023 A.9.4',
      '42001:2023 A.8.2',
      'A.8.24',
    ],
  },
  {
    name: 'the own questions of a form',
    text: `${about}**A.1** Who? **Yes.**\n\n**A.2** What? The owner (A.5.2).\n\n**A.3** When?\n\n**A.5** Is it reviewed?\n`,
    expected: ['A.5.2'],
  },
  {
    name: 'clauses of somebody else, beyond those of our standards',
    text: `${about}Their code of conduct, clauses 12.3 and 14.2.1, cannot be signed. Klausel 8.4 des Vertrags.\n`,
    expected: [],
  },
  {
    name: 'ids of the organisation itself that no standard has',
    text: `${about}Own controls: A.5.38 (ours).\n\n| Their no. | What |\n|---|---|\n| A.5.39 | Exit plan |\n| A.5.15 | Access |\n`,
    expected: ['A.5.15'],
  },
  {
    name: 'the head of a column that is nothing but the number of another standard',
    text: '# Cloud (ISO/IEC 27017:2015 and ISO/IEC 27018:2019)\n\n| 27018 | Title |\n|---|---|\n| A.5.1 | Secure erasure of temporary files |\n',
    expected: [],
  },
  {
    name: 'a remark in a row that names another standard',
    text: `${about}| Clause | Title | What we saw |\n|---|---|---|\n| 9.2.1 | General | ISO 9001 audits |\n| 9.3 | Management review | only ISO 9001 |\n| 10.1 | Continual improvement | ok |\n`,
    expected: ['9.2.1', '9.3', '10.1'],
  },
  {
    name: 'the title in brackets between a clause and its standard',
    text: '# Incidenti\n\nSeguono il punto 10.1 (Miglioramento continuo) della ISO/IEC 27001:2022. Input to our management review, 9.3.2.\n',
    expected: ['10.1', '9.3.2'],
  },
  {
    name: 'sections below a heading that is about the clauses of the standard',
    text: `${about}## Feststellungen zu den Normabschnitten\n\n**Abschnitt 4.2.** Die Liste fehlt.\n\n**Abschnitt 7.5.3.** Drei Anweisungen ohne Freigabe.\n`,
    expected: ['4.2', '7.5.3'],
  },
  {
    name: 'the letter of an item before its clause',
    text: `${about}The plan is item e) of clause 6.1.3. Lo dice la lettera f) del punto 6.1.3. Laut Punkt 4.2 des Vertrags.\n`,
    expected: ['6.1.3 e', '6.1.3 f'],
  },
  {
    name: 'several letters without brackets, and a conjunction of one letter',
    text: `${about}Items of 6.1.3 c, d and e. The plan 6.1.3 e is kept. Conforme a cláusula 5.2 e o controle A.5.1.\n`,
    expected: ['6.1.3 c 6.1.3 d 6.1.3 e', '6.1.3 e', '5.2', 'A.5.1'],
  },
  {
    name: 'clauses of the standards of other bodies',
    text: `${about}ECSS-Q-ST-80C clause 6.2, IEEE 1012, clause 7.1, EN 301 549 clause 9.2. Logs follow RFC 5424, and clause 7.5 is met. BS EN ISO/IEC 27001 clause 9.1.\n`,
    expected: ['7.5', '9.1'],
  },
  {
    name: 'clauses of the standards of other bodies behind their title, and where the text says whose they are',
    text: `${about}BS EN 942, timber in joinery, clause 4.2. EN 50600 (data centres), clause 5.3. IATF 16949 and its clause 7.2. We follow RFC 2350, and review it under clause 9.3.\n`,
    expected: ['9.3'],
  },
  {
    name: 'standards of the family under their bare number',
    text: `${about}27017 gives guidance to 6.1.1, 8.1 and 9.2. Risk file: 14971 4.4 and A.5.2. Buying: 9001 8.4. Both 27001 and A.5.19.\n`,
    expected: ['A.5.19'],
  },
  {
    name: 'a number of an inventory that is that of a standard',
    text: `# Plates\n\n${manual}Plates 4 and 9 (inv. 27001 and 27002), order #27001, lie in the drawers A.5.1 and A.5.2.\n\n| No. | Drawer | Title |\n|---|---|---|\n| 1 | A.5.12 | Cook with geese |\n| 2 | A.7.4 | Stonecutters |\n`,
    expected: [],
  },
  {
    name: 'both editions in the title of a document: what is said in the present is the new one',
    text: '# ISO/IEC 27001:2013 → 2022: what changes for us and for the certificate\n\n- Clauses 9.2 and 9.3 are split.\n- A.12.6.1 is A.8.8 now.\n',
    expected: ['9.2', '9.3', '27001:2013 A.12.6.1', 'A.8.8'],
  },
  {
    name: 'the style guide of a newspaper that names the standard once',
    text: `# House style\n\n${manual}${manual}${manual}${manual}## Numbers\n\nTwenty-one, and then figures. Money has a sign.\n\nWrite ISO 27001 without a year.\n\nPlanning numbers stay: A.7.4, and the bus A.5.1.\n`,
    expected: [],
  },
  {
    name: 'the telephone of an office that is the number of a standard',
    text: `# Timetable\n\n${manual}| Module | Room |\n|---|---|\n| Meaning | A.5.12 |\n| Groups | A.8.4 |\n\nAsk the office, A.9.4, extension 42001.\n`,
    expected: [],
  },
  {
    name: 'the items of a tender in another language',
    text: "# Appel d'offres\n\nLe projet comprend les mesures de la station, la visite du site et une politique de prix pour la sécurité du chantier et des trois pompes, avec la remise des plans avant la fin du mois.\n\n| N° | Critère |\n|---|---|\n| A.5.1 | Prix |\n| A.5.2 | Qualité |\n| A.5.3 | Chantier |\n| A.5.4 | Apprentis |\n",
    expected: [],
  },
  {
    name: 'clauses below the years of two editions, and figures below other years',
    text: `${about}| Subject | 2013 | 2022 |\n|---|---|---|\n| Planning of changes | – | 6.3 |\n| Audit | 9.2 | 9.2.2 |\n| Corrective action | 10.1 | 10.2 |\n\n| KPI | 2024 | 2025 |\n|---|---|---|\n| Hours | 9.2 | 6.2 |\n| Repairs | 7.5 | 8.1 |\n`,
    expected: ['6.3', '27001:2013 9.2', '9.2.2', '27001:2013 10.1', '10.2'],
  },
  {
    name: 'a column headed by a part of the standard',
    text: '# Manual\n\nNormas: ISO/IEC 27701:2025.\n\n| Apartado de la norma | Qué hacemos |\n|---|---|\n| 4.1 y 4.2 | Contexto |\n| 6.1.2 | Riesgos |\n',
    expected: ['27701:2025 4.1', '27701:2025 4.2', '27701:2025 6.1.2'],
  },
  {
    name: 'what a clause asks for, and requirements with a label',
    text: `${about}Skills are those of clause 7.2. The cause is written up as 10.2 wants. Wie 9.3 verlangt. Eis: 7.5.3. Followed up under 10.2 by Quality. Minutes in \`isms/\` (9.3).\n`,
    expected: ['7.2', '10.2', '9.3', '7.5.3', '10.2', '9.3'],
  },
  {
    name: 'controls that the standard of the folder does not have',
    text: '# Incident desk\n\nReport what you see (A.6.8). The desk decides (A.5.25). Keep evidence (A.5.28). Backups are nightly (A.8.13). Doors at the plant (A.5.3).\n',
    scope: [{ standard: '27701', edition: '2025' }],
    expected: ['A.6.8', 'A.5.25', 'A.5.28', 'A.8.13', 'A.5.3'],
  },
  {
    name: 'a clause below a heading that names a law beside the system',
    text: '# PIMS and GDPR\n\nEverything on this page is ISO/IEC 27701:2025 unless the column says otherwise.\n\n- Objectives (clause 6.2): one about time. One list (6.1.3).\n',
    expected: ['27701:2025 6.2', '27701:2025 6.1.3'],
  },
  {
    name: 'a clause beyond the last of its group, beside another of the group',
    text: '# Review\n\nThe order is that of clause 9.3.2 of 27001. We decide as clause 9.3.4 asks. Clause 8.4.7 of the lease is left.\n',
    expected: ['9.3.2', '9.3.4'],
  },
  {
    name: 'writing without blanks: Chinese, Japanese and Korean',
    text: `${about}根据附录A.8.15和A.8.16的要求。附属書A.5.1から A.5.4。A.8.13에 따라 기록한다.\n`,
    expected: ['A.8.15', 'A.8.16', 'A.5.1', 'A.5.4', 'A.8.13'],
  },
  {
    name: 'a document about another framework, by its title or front matter',
    text: `---\ntitle: Hardening baseline\nframework: CIS Controls v8.1\n---\n\n# Hardening baseline\n\n${manual}Passwords are controlled. Locks are A.5, A.6 and A.7; the cabinets there are A.5.1 and A.5.2.\n`,
    expected: [],
  },
  {
    name: 'a control of today’s kind that the edition of the folder does not have',
    text: `# Changes\n\n${manual}Access control: control 9.4 in the settings switches the buzzer off, control 5.15 the light.\n`,
    expected: ['A.5.15'],
  },
  {
    name: 'clauses of a document that says only of its controls whose they are',
    text: '# Template\n\nKeys are kept (A.8.24), rights are reviewed (A.5.18), logs are kept (A.8.15).\n\nRecords are controlled (clause 7.5.3).\n',
    scope: [
      { standard: '27001', edition: '2022' },
      { standard: '42001', edition: '2023' },
    ],
    expected: ['A.8.24', 'A.5.18', 'A.8.15', '7.5.3'],
  },
  {
    name: 'a table in HTML: years of editions, and bare numbers below their head',
    text: `${about}<table>\n<tr><th>2013</th><th>2022</th></tr>\n<tr><td>A.6.2.1</td><td>A.8.1</td></tr>\n</table>\n\n<table><tr><th>Control</th><th>Title</th></tr>\n<tr><td>5.15</td><td>Access control</td></tr></table>\n`,
    expected: ['27001:2013 A.6.2.1', 'A.8.1', 'A.5.15'],
  },
  {
    name: 'numbers that the text says have nothing to do with the standard',
    text: `${about}Shelf numbers (A.9.4.1 and so on) have nothing to do with any of this. A score of 8.8 has nothing to do with ISO's control 8.8. F2 has nothing to do with its clause 7.2. Die Hefte zählen A.5.40 und A.9.9. Sie haben nichts mit der Norm zu tun. Control A.8.1 has nothing to do with A.5.9.\n`,
    expected: ['A.8.8', 'A.8.1', 'A.5.9'],
  },
  {
    name: 'a handbook that writes its ids with a blank and names no standard',
    text: '# Using our computers\n\nYou sign for it (A 5.16). Twelve characters (A 5.17). What you see depends on your job (A 5.15). Hand luggage (A 7.9). On the list (A 8.1). Pages are filtered (A 8.23).\n',
    scope: [],
    expected: ['A.5.16', 'A.5.17', 'A.5.15', 'A.7.9', 'A.8.1', 'A.8.23'],
  },
  {
    name: 'bare numbers below keys for clauses and controls, in a document that names no standard',
    text: '---\ntype: access\nclause_mappings: ["6.1.2", "6.1.3"]\ncontrol_mappings: ["5.15", "8.2", "8.5"]\n---\n# Access\n\nRights are reviewed.\n',
    scope: [],
    expected: ['6.1.2', '6.1.3', 'A.5.15', 'A.8.2', 'A.8.5'],
  },
  {
    name: 'a number below a key for controls that no other catalogue reaches',
    text: '---\ncontrols: ["5.15", "5.18", "8.2"]\n---\n# Access\n\nRights are reviewed.\n',
    scope: [],
    expected: ['A.5.15', 'A.5.18', 'A.8.2'],
  },
  {
    name: 'numbers below a key for controls that may be those of another catalogue',
    text: '---\ncontrols: ["5.1", "5.2", "5.6", "16.14"]\n---\n# Accounts\n\nAccounts are reviewed.\n',
    scope: [],
    expected: [],
  },
  {
    name: 'a column of chapters in a report that names the standard in its text',
    text: '# Auditbericht\n\nBericht.\n\n## 1 Auftrag\n\nAbschnitt 9.2.2 der ISO/IEC 27001:2022. Die R 02 nennt in Abschnitt 6.2 eine Grenze.\n\n## 2 Kapitel\n\n| Kapitel | Ergebnis |\n|---|---|\n| 4.1 | ok |\n| 4.2 | ok |\n| 5.1 | ok |\n| 6.1.2 | N |\n| 9.1 | ok |\n\nDie Anforderungen aus Kapitel 4 bis 10 sind erfüllt.\n',
    expected: ['9.2.2', '4.1', '4.2', '5.1', '6.1.2', '9.1', '4 5 6 7 8 9 10'],
  },
  {
    name: 'a control of the text’s own paragraphs',
    text: '# Risk policy\n\n7.1 Models are validated for risk.\n7.2 Tier 2 every two years, by internal audit.\n7.4 The validator is somebody else. Control 7.4 is tested.\n',
    expected: [],
  },
  {
    name: 'the year of another standard, tables of a guidance, and controls in a list of bare numbers',
    text: `${about}NEN 7510:2017 A.9.2.5, A.12.4.1 and NEN 7510-2:2024 A.5.38.\n\nISO/IEC 27001:2022: 7.1, 7.2, 7.6\n\nTable B.2 of 27002:2022 maps the editions.\n`,
    expected: ['7.1', '7.2'],
  },
  {
    name: 'an annex to a contract, by the line below its title',
    text: '# Allegato B – Misure di sicurezza\n\nal contratto quadro n. 77/2025\n\nArt. 1 – Il Fornitore è certificato ISO/IEC 27001:2022.\n\nArt. 4 – La clausola 9.4 (Penali) e la clausola 10.5 restano ferme. Misure: A.5.15.\n',
    expected: ['A.5.15'],
  },
  {
    name: 'which of two standards is meant by default',
    text: '# Handbuch\n\nText.\n\n# 1 Zweck\n\nSicherheit (ISO/IEC 27001:2022) und Datenschutz (ISO/IEC 27701:2025). Wo nichts anderes steht, gilt ein Verweis der Norm 27701:2025, ein Verweis mit dem Zusatz ISO 27001 der Norm 27001:2022.\n\n# 2 Grundlagen\n\nKontext (Klausel 4.1). Risiken nach Klausel 6.1.2.\n',
    scope: [
      { standard: '27001', edition: '2022' },
      { standard: '27701', edition: '2025' },
    ],
    expected: ['27701:2025 4.1', '27701:2025 6.1.2'],
  },
  {
    name: 'clauses beside controls below the name of a standard, and shafts of a lift',
    text: `# Register\n\nText.\n\n## Part 1\n\n| UID | Statement | ISO 27001:2022 |\n|---|---|---|\n| TL-1 | Roles | A.5.2; 5.3 |\n| TL-2 | Training | A.6.3; 7.2; 7.3 |\n\n## Part 2\n\nLift service, shafts A.1 and A.2.\n`,
    expected: ['A.5.2', '5.3', 'A.6.3', '7.2', '7.3'],
  },
  {
    name: 'a standard that a row names for its own clause',
    text: '# RACI\n\n| Activity | CISO |\n|---|---|\n| AIIA (42001, 6.1.4) | C |\n| DPIA (27701, A.1.2.6) | C |\n| Training (A.6.3) | A |\n| Logs (A.8.15) | A |\n| AI logs (A.6.2.8) | A |\n',
    scope: [
      { standard: '27001', edition: '2022' },
      { standard: '27701', edition: '2025' },
      { standard: '42001', edition: '2023' },
    ],
    expected: ['42001:2023 6.1.4', '27701:2025 A.1.2.6', 'A.6.3', 'A.8.15', '42001:2023 A.6.2.8'],
  },
  {
    name: 'the exception of what holds by default is not what holds',
    text: '# Impact assessment\n\nMade for ISO/IEC 42001:2023. References of the form A.n are to that standard, unless information security (ISO/IEC 27001) is named.\n\n## 1 Harm\n\nPeople (A.5.4), society (A.5.5). See the manual, version 12.6, Kapitel 8.2.\n',
    scope: [
      { standard: '27001', edition: '2022' },
      { standard: '42001', edition: '2023' },
    ],
    expected: ['42001:2023 A.5.4', '42001:2023 A.5.5'],
  },
  {
    name: 'part numbers in a manual, although the folder is about a standard',
    text: `# Mower\n\n${manual}Spare parts: A.5.15 (blade, left), A.5.16 (blade, right), A.8.2 (seal). Segment A.5.1 carries the number.\n`,
    expected: [],
  },
  {
    name: 'controls in rules of the house that have no word of the subject',
    text: `# Visitors\n\n${manual}Visitors wear a badge (A.7.2) and report what they see: A.6.8.\n`,
    expected: ['A.7.2', 'A.6.8'],
  },
  {
    name: 'a manual of another management system in a folder about ours',
    text: '# Quality Manual\n\nThis manual describes our quality management system according to ISO 9001:2015.\n\n## 4 Context\n\nClause 8.3 applies since 2021. Risks (6.1) are in R-01.\n\n| Clause | Topic | Procedure |\n|---|---|---|\n| 7.2 | Competence | P-08 |\n| 8.7 | Nonconforming outputs | P-15 |\n\nAccess to the drawings: A.5.15 of ISO/IEC 27001.\n',
    expected: ['A.5.15'],
  },
  {
    name: 'tags of another management system',
    text: '---\ntitle: Business Continuity Plan\nstandard: ISO 22301:2019\nclauses: ["8.4", "8.5"]\n---\n# Plan\n\nExercised according to clause 8.5. ICT readiness for continuity (A.5.30).\n',
    scope: both,
    expected: ['A.5.30'],
  },
  {
    name: 'a document of ours that mentions the clause of another management system',
    text: '# VA-12 Suppliers\n\nSee A.5.19 and A.5.20.\n\nContracts hold the annex (A.5.20).\n\nPurchasing rates by ISO 9001 clause 8.4.\n\nNonconformities: clause 10.2.\n',
    expected: ['A.5.19', 'A.5.20', 'A.5.20', '10.2'],
  },
  {
    name: 'rules of a game with numbers of their own, of which two stand beside a word of a title',
    text: '# Regulations, Under-16 hockey league\n\nThe rules of the league for the nine schools of the county and all of their teams.\n\nA.5.1 Players are registered by noon.\nA.5.2 One school only.\nA.5.3 Transfers close in January.\nA.6.1 The secretary may screen any registration.\nA.6.3 Coaches need level 1.\nA.7.2 Spectators stay behind the rail.\nA.7.3 Dressing rooms are locked.\nA.8.1 Shin pads always.\n',
    expected: [],
  },
  {
    name: 'chapters in one list with what is cited plainly, and in brackets behind the document that answers them',
    text: '---\ntitel: Leitlinie\nnorm: ISO/IEC 27001:2022\n---\n# Leitlinie\n\nDer Anwendungsbereich ist in RA-002 beschrieben (Kapitel 4.3). Mittel (Kapitel 5.1 und 7.1), Aufgaben (Kapitel 5.3, A.5.2). Näheres in Kapitel 5.2.\n\n## 5 Grundsätze\n\n5.1 Zugang bekommt, wer ihn braucht.\n\n5.2 Prototypen sind vertraulich.\n\n5.3 Telefone bleiben im Fach.\n',
    expected: ['4.3', '5.1', '7.1', '5.3', 'A.5.2'],
  },
  {
    name: 'numbers with escaped dots, as converters of word processors write them',
    text: '# Verfahren\n\nAbschnitte 6\\.1\\.2 und 6\\.1\\.3 der ISO/IEC 27001:2022, Lenkung nach 7\\.5\\.3. Seite 4\\.2, Version 8\\.1, am 11\\.02\\.2026.\n\n| Nr\\. | Anhang A |\n|---|---|\n| R1 | A\\.8\\.13 |\n| R2 | A\\.8\\.2, A\\.5\\.19 |\n',
    expected: ['6.1.2', '6.1.3', '7.5.3', 'A.8.13', 'A.8.2', 'A.5.19'],
  },
  {
    name: 'headings that end in controls, with those of another framework behind a semicolon',
    text: '# Betrieb (ISO/IEC 27002:2022)\n\n## 2. Änderungen (8.32; OPS.1.1.3)\n\nText.\n\n## 3. Netze (8.20 bis 8.22; NET.1.1)\n\nText.\n\n## 4. Gebäude (7.1, 7.2, 7.8; INF.2)\n\nText.\n\n## 5. Kosten (8.6)\n\nText.\n',
    expected: ['A.8.32', 'A.8.20 A.8.21 A.8.22', 'A.7.1', 'A.7.2', 'A.7.8', 'A.8.6'],
  },
  {
    name: 'a numbered heading that says that clauses follow',
    text: '# Informe de auditoría (ISO/IEC 27001:2022)\n\n## 3. Cláusulas revisadas\n\n- 4.1, 4.2 y 4.3: conformes.\n- 5.1 a 5.3: conformes.\n- 7.5.3: no conformidad menor.\n\n## 4. Otros\n\n- 4.1 sillas\n',
    expected: ['4.1', '4.2', '4.3', '5.1 5.2 5.3', '7.5.3'],
  },
  {
    name: 'the items of a seventh meeting, counted up',
    text: `${about}ISO/IEC 27001 clause 9.3.\n\n| No. | Action | State |\n|---|---|---|\n| 7.1 | New contract | done |\n| 7.2 | Tabletop | done |\n| 7.3 | Clean up accounts | open |\n| 7.4 | Quote for the clock | done |\n| 7.5 | Ask the insurer | open |\n`,
    expected: ['9.3'],
  },
  {
    name: 'a control of the document beside the prefix of another one in brackets, and a clause behind a pair of years',
    text: '# AI management system (ISO/IEC 42001:2023)\n\nUse is covered by A.9.4 and by the page on acceptable use (27001 A.5.10).\n\nObjectives for 2026–27 (6.2):\n\n1. Fewer errors.\n',
    scope: both,
    expected: ['42001:2023 A.9.4', 'A.5.10', '42001:2023 6.2'],
  },
  {
    name: 'ids that only the edition in scope has, by their title or their group, beside an old one in passing',
    text: '# Privacy (ISO/IEC 27701:2025, ISO/IEC 27001:2022)\n\nIn 2019 this was A.7.3.6 of ISO/IEC 27701:2019. Today it is A.1.3.12.\n\nSince the move from ISO/IEC 27001:2013, visitors are escorted (A.7.2 Physical entry).\n\nThe certificate to ISO/IEC 27001:2013 listed A.9.2.9.\n',
    scope: [
      { standard: '27001', edition: '2022' },
      { standard: '27701', edition: '2025' },
    ],
    expected: ['27701:2019 A.7.3.6', '27701:2025 A.1.3.12', 'A.7.2', '27001:2013 A.9.2.9'],
  },
  {
    name: 'a label that asks for a clause',
    text: `${about}See clause 9.2 and clause 9.3.\n\nRequirement: 7.5.3\n\n- Requirement: 7.5.2\n\n**Requirement:** 7.5.1\n`,
    expected: ['9.2', '9.3', '7.5.3', '7.5.2', '7.5.1'],
  },
  {
    name: 'the standard that front matter says is followed, before one that is only related',
    text: '---\ntitle: AI handbook\nstandard: ISO/IEC 42001:2023\nrelated: ISO/IEC 27001:2022\n---\n# AI handbook\n\nThe scope is written down (4.3), objectives too (6.2), clause 9.2. The security system has its own (27001 4.3).\n',
    scope: both,
    expected: ['42001:2023 4.3', '42001:2023 6.2', '42001:2023 9.2', '4.3'],
  },
  {
    name: 'mappings to other frameworks below a key that is ours',
    text: '---\nmappings:\n  iso27001: [A.8.15]\n  cis: ["8.2", "8.5"]\n  pci: ["10.2.1"]\n---\n# Logging\n',
    expected: ['A.8.15'],
  },
  {
    name: 'numbers in brackets that are controls throughout, some of which are clauses too',
    text: `${about}Rules are in A.5.15. The account is personal (5.16). The owner agrees (5.18). Passwords go by message (5.17). Silence goes on after the last day (6.6), doors stay closed \\[7.5\\].\n`,
    expected: ['A.5.15', 'A.5.16', 'A.5.18', 'A.5.17', 'A.6.6', 'A.7.5'],
  },
  {
    name: 'numbers in brackets of which one is a clause only',
    text: `${about}See clause 9.2. The account is personal (5.16). The owner agrees (5.18). Passwords go by message (5.17). People are trained (7.2), audits planned (9.2).\n`,
    expected: ['9.2', 'A.5.16', 'A.5.18', 'A.5.17', '7.2', '9.2'],
  },
  {
    name: 'numbers without further indication, and a standard that is named in brackets only',
    text: '# Ata da reunião\n\nSistema integrado: ISO/IEC 27001:2022 e ISO/IEC 27701:2025. Números de seção sem outra indicação são os da 27001.\n\n## Auditorias\n\nAuditoria interna (seção 9.2): uma não conformidade maior (registro, 27701 A.2.5.7), duas menores:\n\n1. visitantes sem crachá (A.7.2);\n2. sala de servidores (A.7.5, A.7.8).\n',
    scope: [
      { standard: '27001', edition: '2022' },
      { standard: '27701', edition: '2025' },
    ],
    expected: ['9.2', '27701:2025 A.2.5.7', 'A.7.2', 'A.7.5', 'A.7.8'],
  },
  {
    name: 'a clause that the folder’s standard does not have, among others that it has',
    text: '# Audit\n\nThe programme is in the drawer (clause 9.2.2). Leadership (clauses 5.1 to 5.3), objectives (clause 6.2).\n\n| # | Then | Now |\n|---|---|---|\n| 1 | Review by the board has no results on paper (clause 9.3.4) | open |\n',
    expected: ['9.2.2', '5.1 5.2 5.3', '6.2', '9.3.4'],
  },
  {
    name: 'a clause that does not exist beside one that does is no control of once',
    text: '# Prüfung\n\nNach ISO/IEC 27001:2022. Ergebnisse gehen in das interne Audit ein (Abschnitte 9.2.1 und 9.2.3).\n',
    expected: ['9.2.1', '9.2.3'],
  },
  {
    name: 'items of a tender’s own annex',
    text: '# Licitación del servicio\n\nPliego de condiciones para la seguridad y el control de la limpieza.\n\n## Anexo A: apartados de la oferta\n\n| Apartado | Contenido |\n|---|---|\n| A.6.1 | Protocolo |\n| A.7.2 | Controles |\n\n## Contrato\n\nPenalización: 150 euros por control suspendido (A.7.2).\n',
    expected: [],
  },
  {
    name: 'a group in a column of controls',
    text: '# Suppliers (ISO/IEC 27001:2022)\n\nText.\n\n## Steps\n\n| Step | Control | State |\n|---|---|---|\n| review | A.5.22 | implemented |\n| escort | A.7.6 | implemented |\n| gate | A.7 | implemented |\n',
    expected: ['A.5.22', 'A.7.6', 'A.7'],
  },
  {
    name: 'clauses of terms that stand in one list with one that they have themselves',
    text: '# Terms of service\n\n**8.1 Security.** We keep appropriate measures.\n\n**9.2 Audit.** You may audit us; clauses 8.1 and 9.3 stay unaffected.\n',
    expected: [],
  },
  {
    name: 'other standards by their bare number and a paragraph sign, and lists of standards',
    text: `${about}Training (13485 §6.2, 9001 §7.2, 27001 §7.3). Climate (point 4.1 ISO/IEC 27001, 4.1 ISO 14001). It meets clause 5.2 of ISO 9001, ISO 14001 and ISO/IEC 27001.\n`,
    expected: ['7.3', '4.1', '5.2'],
  },
  {
    name: 'the titles of ours below the name of another standard',
    text: `${about}| Measure NEN 7510-2 | Result |\n|---|---|\n| 8.15 Logging | met |\n| 8.16 Monitoring | met |\n\nLogs: A.8.15.\n`,
    expected: ['A.8.15'],
  },
  {
    name: 'clauses of an agreement, with their subject in brackets',
    text: '# Guide\n\nInformation security of suppliers: the checklist uses clause 9.2 (audit) and clause 10.1 (termination) of the Master Services Agreement.\n\n## Reviews\n\nReviews follow clause 9.3.\n',
    expected: ['9.3'],
  },
  {
    name: 'a table out of a word processor, whose head is its second row, in bold',
    text: '# Map\n\nText.\n\n| | | |\n|---|---|---|\n| **Topic** | **ISO/IEC 27001:2022** | **ISO 22301** |\n| Risk | 6.1.2<br>8.2 | 8.2.3 |\n| Reporting | 7.4 | 8.4.3 |\n| Backup | A.8.13 | 8.3.4 |\n',
    expected: ['6.1.2', '8.2', '7.4', 'A.8.13'],
  },
  {
    name: 'an id with its title in quotation marks, and one that is met in part',
    text: `${about}The card is labelled “A.5.30 ICT readiness”. Against A.5.18, and in part A.6.5; order part A.6.6.\n\nA cost centre is called “A.8.9”.\n`,
    expected: ['A.5.30', 'A.5.18', 'A.6.5'],
  },
  {
    name: 'fault codes of a machine, three of which have a word of a title',
    text: '# Field return\n\nUnit that came back from a customer. Fill in what you know, and send it to the quality desk with the photographs of all its sides and the serial number of the unit.\n\n| Fault | Meaning |\n|---|---|\n| A.6.1 | roll sensor open |\n| A.6.2 | roll sensor short |\n| A.6.8 | roll sensor implausible |\n| A.7.3 | clutch driver hot |\n| A.8.9 | configuration mismatch |\n| A.8.13 | backup copy used |\n| A.8.17 | clock lost |\n',
    expected: [],
  },
  {
    name: 'questions of a scheme that are numbered without a dot',
    text: '# Notes\n\nSome of our ISO 27001 clients ask for it.\n\n## Cyber Essentials\n\n| Question | Theme |\n|---|---|\n| A5.2 | configuration |\n| A6.4 | updates |\n\n## Ours\n\nSee A5.15 and A.8.8.\n',
    expected: ['A.5.15', 'A.8.8'],
  },
  {
    name: 'what a program calls its clauses and controls from release to release',
    text: '# Changelog\n\nThe versions of the program, with what has changed in each of them for those who use it and those who run it on their own machines, newest first.\n\n## 8.16.0 - 2026-06-17\n\n- Security and access: clause builder for alert rules; clause 4.1 in the old export.\n- Audit log, backup and risk view.\n',
    expected: [],
  },
  {
    name: 'subsets of data that are named as controls are',
    text: '# Model card\n\nThe model finds fractures in pictures of the wrist; it is for use by doctors, and incident reports go to the risk team. Confidence intervals are in the report.\n\n| Set | Studies |\n|---|---|\n| A.1 | 61 |\n| A.2 | 83 |\n| A.3 | 59 |\n\n| Subset | n |\n|---|---|\n| A.3.3 (toddlers) | 88 |\n| A.3.9 (casts) | 143 |\n',
    scope: [
      { standard: '27001', edition: '2022' },
      { standard: '27701', edition: '2025' },
    ],
    expected: [],
  },
  {
    name: 'sections of an integrated record that say what they are about',
    text: '# Revue de direction\n\nISO/IEC 27001:2022 et ISO/IEC 42001:2023.\n\n## 1. Sécurité de l’information\n\nAudit interne (clause 9.2).\n\n## 2. Intelligence artificielle\n\nAudit interne (clause 9.2).\n\n## 3. Moyens\n\nPersonnel (clause 7.1).\n',
    scope: both,
    expected: ['9.2', '42001:2023 9.2', '7.1', '42001:2023 7.1'],
  },
  {
    name: 'a crosswalk with a column that is headed ISO, and a register of documents with their versions',
    text: '# Crosswalk\n\n| Column | Source |\n|---|---|\n| ISO | ISO/IEC 27001:2022 Annex A |\n\n| Topic | ISO | CSF | CIS |\n|---|---|---|---|\n| Policies | 5.1 | GV.PO-01 | |\n| Roles | 5.2 | GV.RR-02 | 17.1 |\n| Access | 5.15 | PR.AA-05 | 6.8 |\n| Joiners | 5.16, 5.18 | PR.AA-01 | 5.3, 6.2 |\n| Logs | 8.15 | PR.PS-04 | 8.2 |\n\n| Number | Title | Version |\n|---|---|---|\n| ISMS-P-01 | Policy | 8.1 |\n| ISMS-P-02 | Roles | 8.2 |\n',
    expected: ['A.5.1', 'A.5.2', 'A.5.15', 'A.5.16', 'A.5.18', 'A.8.15'],
  },
  {
    name: 'standards of IEC alone, clauses called controls by nobody, schedules before brackets, and words that say there is something',
    text: `${about}IEC 62304 class B, clause 5.7. What the bureaux do stands in schedule 3 (A.5.20) and schedule S (A.5.22).\n\nFor clause 9.1 there was data.\n`,
    expected: ['A.5.20', 'A.5.22', '9.1'],
  },
  {
    name: 'what a number of an older edition is now',
    text: '# Toolkit (ISO/IEC 27701:2025)\n\nIt used the numbers of the 2019 edition (there A.7.2.2 was the lawful basis, which is now A.1.2.3).\n',
    expected: ['27701:2019 A.7.2.2', '27701:2025 A.1.2.3'],
  },
  {
    name: 'what replaced a number of an older edition',
    text: '# Beleid (ISO/IEC 27001:2022)\n\nVerwijzing naar A.12.3.1 (back-up, uitgave 2013) vervangen door A.8.13.\n',
    expected: ['27001:2013 A.12.3.1', 'A.8.13'],
  },
  {
    name: 'numbers in brackets throughout, in a document that numbers its own paragraphs, and one that no control has',
    text: `# Eisen\n\n> De nummers tussen vierkante haken zijn beheersmaatregelen uit bijlage A van ISO/IEC 27001:2022.\n\n## 5. Kantoor\n\n5.1 Er is beleid. [5.1]\n\n5.2 Accounts zijn persoonlijk. [5.16] Rechten vervallen. [5.18, 8.2]\n\n5.3 Inlog met tweede factor. [8.5]\n\n5.4 Wijzigingen via de kalender. [8.32]\n\n5.5 Back-ups. [8.13] Logboeken. [8.15] Scheiding. [8.22]\n\n5.6 Ieder jaar. [5.38] Afgemeld. [6.5]\n`,
    expected: [
      'A.5.1',
      'A.5.16',
      'A.5.18',
      'A.8.2',
      'A.8.5',
      'A.8.32',
      'A.8.13',
      'A.8.15',
      'A.8.22',
      'A.5.38',
      'A.6.5',
    ],
  },
  {
    name: 'a column of a crosswalk in which clauses have a word and controls have none',
    text: '# Crosswalk\n\n| TF | Control | ISO/IEC 27001:2022 | NIS2 |\n|---|---|---|---|\n| 1 | Board approves | cl. 5.2; 5.1 | 20(1) |\n| 2 | Audit | cl. 9.2; 5.35 | 21(2)(f) |\n| 3 | Treatment | cl. 6.1.3, cl. 8.3 | – |\n',
    expected: ['5.2', 'A.5.1', '9.2', 'A.5.35', '6.1.3', '8.3'],
  },
  {
    name: 'a column in which the word for a clause goes for all that follow',
    text: '# Crosswalk\n\n| No. | Topic | ISO/IEC 27001:2022 |\n|---|---|---|\n| 1 | Board approves | cl. 5.2; 5.1 |\n| 2 | Audit | cl. 9.2; 9.3 |\n',
    expected: ['5.2', '5.1', '9.2', '9.3'],
  },
  {
    name: 'clauses as Latin America calls them',
    text: `${about}Según el numeral 5.2 de la norma ISO/IEC 27001:2022, la auditoría interna (numeral 9.2) se planifica. El numeral 4.3 de la Ley 1581 es otro.\n`,
    expected: ['5.2', '9.2'],
  },
  {
    name: 'points of an annex of somebody else, told by the letters that follow in the list',
    text: '# Aviso\n\nResolución 47/2018, anexo I, puntos A.1.1 a A.1.4, B.1.1, B.2.1, C.1.1 y H.1.1. Los controles A.5.7, A.5.9 son nuestros.\n',
    expected: ['A.5.7', 'A.5.9'],
  },
  {
    name: 'objects with codes of two letters, in a folder that follows a standard',
    text: '# Locks and weirs\n\n| Object | Code |\n|---|---|\n| Lock | A.5 |\n| Sluice | A.6 |\n| Weir | A.7 |\n| Station | B.2 |\n\nA.5.3 is the third gate drive. Tighten A.7.4 and A.8.2 to A.8.5.\n',
    expected: [],
  },
  {
    name: 'the standard that was named, in a contract',
    text: '# Security Addendum\n\nThis Agreement is between the Supplier and the Customer. "Standard" means ISO/IEC 27001:2022.\n\n2.1 The Supplier shall send the results of the audits and reviews under clauses 9.2 and 9.3 of the said Standard. Clause 6.2 is not affected.\n',
    expected: ['9.2', '9.3'],
  },
  {
    name: 'clauses of a national standard, whose body publishes ours as well',
    text: '# Work\n\nLock-out per NEN 3140, clauses 4.4 and 5.1, ÖNORM B 2110, clause 6.2. TR-39 control A.5.2 (dual control), A.6.1. NEN-EN-ISO/IEC 27001:2022, clauses 9.2 and 9.3, DIN EN ISO/IEC 27001 control A.5.1.\n',
    expected: ['9.2', '9.3', 'A.5.1'],
  },
  {
    name: 'headings that end in their clauses',
    text: `${about}### Context 4.1\n\nText.\n\n### Policy 5.2 and roles 5.3\n\n### Competence 7.2, awareness 7.3\n\n### Documents 7.5\n\n### Budget 2027\n`,
    expected: ['4.1', '5.2', '5.3', '7.2', '7.3', '7.5'],
  },
  {
    name: 'headings that end in versions',
    text: `${about}### PostgreSQL 9.2\n\n### Kernel 6.1\n\n### Node 8.1\n\n### Interface 7.3\n`,
    expected: [],
  },
  {
    name: 'a subject and a dash before a clause, but for words that are none of its title',
    text: `${about}See clause 10.2.\n\n- Internal audit – 9.2. Done.\n\n**O-2. Objectives – 6.2.** Not measured.\n\n- Release – 6.2. Out.\n- Software – 8.1. Old.\n`,
    expected: ['10.2', '9.2', '6.2'],
  },
  {
    name: 'what a number of the edition before is called today',
    text: '# SoA (ISO/IEC 27001:2022)\n\nA.9.2.1 (2013) heißt jetzt 5.16, A.9.2.5 (2013) jetzt 5.18. A.12.6.1 (2013) reemplazado por el actual 8.8. A.8.2 now 5.3 pages.\n',
    expected: ['27001:2013 A.9.2.1', 'A.5.16', '27001:2013 A.9.2.5', 'A.5.18', '27001:2013 A.12.6.1', 'A.8.8', 'A.8.2'],
  },
  {
    name: 'two controls without dots side by side, which are no range, and ranges of Romance languages, which are',
    text: `${about}A8.5, A5.17, A8.28, A8.4, A8.11, A5.34, A5.23. Cache, A8.6 A8.20. Controles A.8.1 a A.8.3, dall'A.8.7 all'A.8.9.\n\nVault, A8.36.\n`,
    expected: [
      ...['A.8.5', 'A.5.17', 'A.8.28', 'A.8.4', 'A.8.11', 'A.5.34', 'A.5.23', 'A.8.6', 'A.8.20'],
      ...['A.8.1 A.8.2 A.8.3', 'A.8.7 A.8.8 A.8.9', 'A.8.36'],
    ],
  },
  {
    name: 'no sections of a text that is named before them, in six languages',
    text: `${about}A.5.15, A.8.2.\n\n- Betriebshandbuch, Kapitel 5.4\n- IT-Notfallkonzept, Abschnitt 9.2\n- Manual SGSI, apartado 5.4\n- Plan de emergencia, apartado 8.5\n- Handboek ISMS, hoofdstuk 6.4\n- ISMS manual, clause 5.4\n\nLa charte (chapitre 5.4), il manuale (punto 5.4), o guia de rede (item 5.4). Das Pflegehandbuch (Abschnitt 5.8). Der Notfallplan regelt das in Kapitel 8.5.\n`,
    expected: ['A.5.15', 'A.8.2'],
  },
  {
    name: 'no sections of a text that is named behind them',
    text: `${about}A.5.15. Siehe Kap. 5.4 im Handbuch, Abschnitt 9.2 im Berechtigungskonzept, apartado 5.4 en el manual, capitolo 6.4 nella procedura, kap. 5.3 i handboken.\n`,
    expected: ['A.5.15'],
  },
  {
    name: 'no sections of standards that are not known',
    text: `${about}A.5.15.\n\n- VdS 10000:2018-12, Abschnitt 9.2\n- VdS 3473 Kapitel 9.4\n- Charte HDX v2 (exigences 4.1 à 4.6)\n- PGSSI-S, chapitre 5.4\n- QR-8.24 (Abschnitt 9.4)\n`,
    expected: ['A.5.15'],
  },
  {
    name: 'clauses beside what they ask for, wrong ones too where no text is named',
    text: `${about}A.5.15. Die Leitlinie (Kapitel 5.2), der Auditplan (Abschnitt 9.2), die CISO (Kapitel 5.3), el plan de auditoría (apartado 9.2). Das Handbuch erfüllt Kapitel 10.2. Managementbewertung (Kapitel 9.4), internes Audit, Kapitel 9.5. Das Handbuch folgt der ISO/IEC 27001, Kapitel 5.4, und erfüllt Kapitel 6.4.\n`,
    expected: ['A.5.15', '5.2', '9.2', '5.3', '9.2', '10.2', '9.4', '9.5', '5.4', '6.4'],
  },
  {
    name: 'no buildings, in lists too',
    text: `${about}A.5.15. Gebouw A.7.4, loods A.9.4, im Gebäude A.7.4 und A.7.5, Technikgebäude A.7.2, les sites A.5 et A.6, magazzino A.7.2, stabilimento A.9.4, hus A.5.\n\nWork on site: A.7.9; on site A.7.6 applies.\n`,
    expected: ['A.5.15', 'A.7.9', 'A.7.6'],
  },
  {
    name: 'no annexes of a contract, and those of the standard',
    text: `${about}Anhang A.9.1 der Betriebsvereinbarung, allegato A.9.2 del contratto, bijlage A.9.2 bij de overeenkomst. Le modèle est en annexe A.5, the form in Annex A.6. Anhang A.5.15 der Norm, Annex A.8.24 in our policy, all of Annex A.7.\n`,
    expected: ['A.5.15', 'A.8.24', 'A.7'],
  },
  {
    name: 'controls with the number of an item of the document, which is none where a standard is named',
    text: '# Policy\n\nOur ISMS follows ISO/IEC 27001:2022. It is certified.\n\n## 5. Duties\n\n5.1 The board meets control 5.2.\n5.2 The officer reports.\n5.3 Nobody approves alone: control 5.3.\n',
    expected: ['A.5.2', 'A.5.3'],
  },
  {
    name: 'controls that do not exist, with the word and without the letter',
    text: `${about}This policy implements controls 5.15, 5.18 and 5.39. Maßnahme 5.38, el control 8.36, beheersmaatregel 8.40.\n`,
    expected: ['A.5.15', 'A.5.18', 'A.5.39', 'A.5.38', 'A.8.36', 'A.8.40'],
  },
  {
    name: 'no such controls behind the word of another thing',
    text: `${about}A.5.15. Change control 8.50, version control 5.39.\n`,
    expected: ['A.5.15'],
  },
  {
    name: 'no such control in a text about two standards',
    text: '# Policy (ISO/IEC 27001:2022, ISO/IEC 42001:2023)\n\n27001 A.5.15. Control 5.39.\n',
    scope: both,
    expected: ['A.5.15'],
  },
  {
    name: 'no such control in a text that cites none',
    text: `${about}Control 5.38 switches the light.\n`,
    expected: [],
  },
  {
    name: 'clauses of all the standards that a text is about, counted or not',
    text: '# Manual (ISO/IEC 27001:2022, ISO/IEC 42001:2023)\n\nCl. 6.2 in both norms. Kap. 9.3 beider Normen. Capitolo 9.2 delle due norme. Clause 10.2 of the two standards.\n',
    scope: both,
    expected: ['6.2', '42001:2023 6.2', '9.3', '42001:2023 9.3', '9.2', '42001:2023 9.2', '10.2', '42001:2023 10.2'],
  },
  {
    name: 'a list of chapters of the standard, in a document that has such chapters itself',
    text: '# Handbuch\n\nWir erfüllen die ISO/IEC 27001:2022. Sie gilt überall.\n\n## 4 Risiko\n\n### 4.1 Risiko\n\nKap. 4.3 (Anwendungsbereich) und Kap. 4.4 der Norm. Kap. 4.1 und 4.2 der Norm. Siehe Kap. 4.1.\n',
    expected: ['4.3', '4.4', '4.1', '4.2'],
  },
  {
    name: 'abbreviated words of compliance, “pt.” and “till”',
    text: `${about}Das ist gem. 7.3 geregelt, lt. 6.1.2 bewertet, acc. to 6.2. Roles (pt. 5.3), A.5.19 till A.5.21. Kosten lt. 8.2 Mio, gem. 5.2 der RL-01, lt. Tabelle 6.1.3.\n`,
    expected: ['7.3', '6.1.2', '6.2', '5.3', 'A.5.19 A.5.20 A.5.21'],
  },
];

describe('variations of citing', () => {
  for (const { name, text, expected, scope } of variations)
    it(name, () => assert.deepEqual(readingsOf(text, scope ?? isms), expected));
});
