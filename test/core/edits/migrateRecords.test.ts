import assert from 'node:assert/strict';
import { shownEntries } from '../../../server/src/core/edits/migration/report.js';
import { linesOf, migrateSoa, migrateText, reasonFor } from '../../support/checkMigration.js';
import { dedent } from '../../support/workspace.js';

/** Nothing of the text moves, and each number is an open point, which the second migration lists again. */
function assertStays(source: string, outcome = 'needs-person'): void {
  const migrated = migrateText(source);
  assert.equal(migrated.text, source);
  assert.ok(migrated.entries.length > 0, source);
  assert.ok(
    migrated.entries.every((entry) => entry.outcome === outcome),
    `${source}: ${linesOf(migrated)}`,
  );
  const again = migrateText(source, { inScope: '27001:2022' });
  assert.deepEqual(linesOf(again), linesOf(migrated), source);
}

function assertMoves(source: string): void {
  assert.doesNotMatch(migrateText(source).text, /A\.\d+\.\d+\.\d+/, source);
}

describe('migrateDocument and records', () => {
  it('leaves the sentence of an audit, a finding or a day, and nothing beside it', () => {
    for (const sentence of [
      'The 2021 audit found a nonconformity against A.12.6.1.',
      'In March 2020 the certification body raised a finding against A.12.6.1.',
      'In the internal audit of May 2021 two observations were made on A.12.4.1.',
      'The last audit showed that A.12.3.1 was not met.',
      'Audit 2021: A.12.3.1 is not met.',
      'Nonconformity 2 against A.9.2.3 is closed.',
      'A finding on A.9.2.3 was raised by the auditor.',
      'In 2020 A.12.3.1 was excluded.',
      'On 3 May 2021 the board decided to exclude A.12.3.1.',
      'Im Audit vom 12. Mai 2021 wurde eine Abweichung zu A.9.2.3 festgestellt.',
      'Am 23. April 2020 wurde die Maßnahme A.9.2.3 abgenommen.',
      'Beim 12. Überwachungsaudit am 4. Juni 2020 wurde A.12.3.1 bemängelt.',
      'Die Abweichung zu A.9.2.3 ist behoben.',
      'Wir wurden 2021 auditiert. Dabei wurde A.12.3.1 bemängelt.',
      'The gap analysis of 2022 lists A.12.6.1 as open.',
      'After the incident of 3 May 2021 we added A.12.4.1 to the scope.',
      "L'audit de 2021 a relevé une non-conformité à A.12.6.1.",
      'La auditoría de 2021 detectó una no conformidad contra A.12.6.1.',
    ]) {
      assertStays(`# Patches\n\n${sentence}\n`);
      const beside = `# Patches\n\n${sentence} Logs are kept (A.12.4.1).\n`;
      assert.equal(migrateText(beside).text, beside.replace('(A.12.4.1)', '(A.8.15)'));
    }
    const parts =
      'In March 2020 the auditor raised a finding against A.12.6.1; patches are now installed (A.12.6.1).\n';
    const migrated = migrateText(parts);
    assert.equal(migrated.text, parts.replace('(A.12.6.1)', '(A.8.8)'));
    assert.deepEqual(linesOf(migrateText(migrated.text, { inScope: '27001:2022' })), ['needs-person A.12.6.1']);
  });

  it('moves rules that speak of audits, days and findings', () => {
    for (const sentence of [
      'Since 2019 backups are made every day (A.12.3.1).',
      'Since the audit of 2021 patches are installed within 14 days (A.12.6.1).',
      'As of 1 January 2020 A.12.6.1 applies to laptops, too.',
      'This policy was approved on 12 May 2021 and implements A.12.6.1.',
      'Audit findings are reported to the board (A.18.2.1).',
      'Nonconformities are treated by A.16.1.5.',
      'If a nonconformity was found, A.16.1.5 applies.',
      'Findings on backups are treated as A.12.3.1 requires.',
      'The audit programme of 2021 covers A.12.3.1.',
      'Audit logs of 2021 are kept (A.12.4.1).',
      'Seit dem 12. Mai 2021 gilt das Vieraugenprinzip (A.9.2.3).',
      'Abweichungen werden gemeldet (A.16.1.2).',
      'Incidents that were reported are recorded (A.16.1.2).',
      'Data that was collected before 25 May 2018 is deleted (A.8.3.2).',
      'Keys were generated in 2019; they are renewed yearly (A.10.1.2).',
      'Die Auditorin hatte Zutritt nach A.11.1.2.',
      'The auditor was let in by A.11.1.2.',
      'By 31 December 2027 all logs are kept (A.12.4.1).',
      'Access was a problem once: rights are given as A.9.2.3 says.',
    ])
      assertMoves(`# Patches\n\n${sentence}\n`);
  });

  it('leaves what a contract or a customer names, and moves rules on contracts', () => {
    for (const sentence of [
      'The contract with Nordlicht AG requires patches within 14 days (A.12.6.1).',
      'The contract requires that A.12.6.1 is met.',
      'Our contract with Hansa Data cites A.9.2.3.',
      'The customer contract names control A.12.4.1.',
      'Our customer asks for proof: the agreement lists A.12.4.1.',
      "The supplier's SoA excludes A.12.4.1.",
      'Laut Vertrag vom 3. Mai 2019 gilt A.15.1.2 als vereinbart.',
      'Der Vertrag mit der Musterkunde AG verlangt A.12.3.1.',
      'Die Rahmenvereinbarung nennt A.12.3.1.',
      'Under the MSA with Hansa Data we must comply with A.12.3.1.',
      'The certificate, issued in 2019, excludes A.14.2.7.',
    ])
      assertStays(`# Backups\n\n${sentence}\n`);
    for (const sentence of [
      'Contracts with suppliers contain what A.15.1.2 asks for.',
      'Each contract requires a clause on security (A.15.1.2).',
      'The contract with the supplier must contain the control A.15.1.2.',
      'The contract with the supplier is kept by purchasing (A.15.1.2).',
      'Die Verträge mit Lieferanten regeln die Sicherheit (A.15.1.2).',
    ])
      assertMoves(`# Suppliers\n\n${sentence}\n`);
    const source = 'Our contract with Hansa Data cites ISO/IEC 27001:2013. Rights are given by the CISO (A.9.2.3).\n';
    assert.equal(migrateText(source).text, source.replace('A.9.2.3', 'A.8.2'));
  });

  it('leaves lists and tables of findings', () => {
    for (const source of [
      'The audit of May 2021 found:\n\n- no patches (A.12.6.1)\n- no logs (A.12.4.1)\n',
      '| Date | Finding | Control |\n|---|---|---|\n| 2021-05-12 | No patches | A.12.6.1 |\n',
      '| Control | Nonconformity | Closed on |\n|---|---|---|\n| A.12.6.1 | No patches | 12.05.2021 |\n',
      '| Was | Maßnahme |\n|---|---|\n| Audit Mai 2021 | A.12.6.1 |\n',
      '## Findings of the audit 2021\n\nNo patches (A.12.6.1).\n\n### Details\n\n- A.12.4.1\n',
      '## Sitzung vom 12. Juni 2020\n\nDie Sicherung (A.12.3.1) wird besprochen.\n',
      '## Audit 2021\n\n<!-- controls: 27001:A.12.6.1 -->\n\nNo patches.\n',
    ])
      assertStays(`# Patches\n\n${source}`);
    for (const source of [
      'The audit of May 2021 is over. We do this now:\n\n- patches (A.12.6.1)\n',
      '| Control | Last audit | Owner |\n|---|---|---|\n| A.12.6.1 | 2021-05-12 | IT |\n',
      '| Topic | Control | Approved |\n|---|---|---|\n| Incident management | A.16.1.5 | 2021-05-12 |\n',
      '## Audit plan 2027\n\nPatches (A.12.6.1).\n',
      '## Audit procedure (2024)\n\nPatches (A.12.6.1).\n',
      '## Reporting 2023\n\nPatches (A.12.6.1).\n',
      '## Internal audit\n\nPatches (A.12.6.1).\n',
    ])
      assertMoves(`# Patches\n\n${source}`);
  });

  it('leaves reports and minutes as a whole, with their tags and editions', () => {
    const body = 'Criteria: ISO/IEC 27001:2013.\n\n## Results\n\nPatches are late (A.12.6.1); A.9.2.3 is met.\n';
    for (const head of [
      '---\ntitle: Internal audit report 2021\ncontrols: [27001:A.12.6.1]\n---\n# Internal audit report 2021\n',
      '---\ntype: report\ndate: 2021-05-14\ncontrols: [27001:A.12.6.1]\n---\n# What we saw\n',
      '# Internal audit report\n\nDate: 14 May 2021.\n',
      '# Auditbericht vom 12. Mai 2021\n',
      '# Protokoll der Managementbewertung\n\n| Datum | 12. Mai 2021 |\n|---|---|\n',
      '# Minutes of the ISMS committee, 3 June 2020\n',
    ])
      assertStays(`${head}\n${body}`);
    const record = migrateText(`# Auditbericht vom 12. Mai 2021\n\n${body}`);
    assert.match(reasonFor('A.9.2.3', record), /“Auditbericht vom 12\. Mai 2021” is a record of its day/);
    for (const head of [
      '# Internal audit procedure\n\nDate: 14 May 2021.\n',
      '# Template: audit report 2021\n',
      '# Protokollierung\n\nDatum: 12. Mai 2021\n',
      '# Reporting of incidents\n\nDate: 14 May 2021\n',
      '# Incident response 2024\n',
      '# Incident report form\n\nDate: 14 May 2021\n',
      '---\ntype: record\ndate: 2024-02-01\n---\n# Record of processing activities\n',
    ])
      assertMoves(`${head}\nPatches are installed (A.12.6.1).\n`);
  });

  it('leaves documents that are no longer in force, and what is said of numbers', () => {
    assertStays('---\nstatus: retired\ncontrols: [27001:A.12.3.1]\n---\n# Backups\n\nSee A.12.3.1.\n', 'left-alone');
    for (const sentence of ['There is no A.12.6.1 any more.', 'Do not cite A.12.6.1.', 'Where has A.12.6.1 gone?'])
      assertStays(`# Numbers\n\n${sentence}\n`, 'left-alone');
    for (const sentence of [
      'The auditor asked why the policy cites A.9.2.3.',
      '> "We follow A.12.4.1." – Nordlicht AG',
    ])
      assertStays(`# Numbers\n\n${sentence}\n`);
  });

  it('tells a sentence that names the new number, where that was a group in the older edition', () => {
    for (const sentence of ['A.9.2.3 is A.8.2 today.', 'A.9.2.3 ist seit dem 12. Mai 2023 die Maßnahme A.8.2.']) {
      const source = `# Rights\n\n${sentence}\n`;
      assert.equal(migrateText(source).text, source);
    }
    const source = 'A.12.3.1 ist seit dem 12. Mai 2023 A.8.13.\n';
    assert.deepEqual(linesOf(migrateText(source)), ['left-alone A.12.3.1']);
  });

  it('lets a record of the same number not hold up the document', () => {
    const source =
      '# Patches (ISO/IEC 27001:2013)\n\nPatches: A.12.6.1. The 2021 audit found a nonconformity against clause 9.2.\n';
    assert.equal(migrateText(source).text, source.replace('27001:2013', '27001:2022').replace('A.12.6.1', 'A.8.8'));
  });

  it('says of a certificate that is held since a year that it is for a person', () => {
    const source = 'We have been certified to ISO/IEC 27001:2013 since 2018.\n';
    assert.deepEqual(linesOf(migrateText(source)), ['needs-person ISO/IEC 27001:2013']);
    const sentence = 'ISO/IEC 27001:2013 (Zertifikat Nr. 4711, bis 31. Dezember 2024) gilt. Backups: A.12.3.1.\n';
    assert.equal(migrateText(sentence).text, sentence.replace('A.12.3.1', 'A.8.13'));
  });

  it('tells people of a record once, with all that stands in it', () => {
    const path = 'records/audit.md';
    const text = '# Audit report 2021\n\nISO/IEC 27001:2013: A.12.6.1, A.9.2.3, A.12.6.1.\n';
    const { entries } = migrateText(text);
    assert.equal(entries.length, 4);
    const shown = shownEntries({ path, text, newText: text, edits: [], entries });
    assert.deepEqual(
      shown.map((entry) => entry.text),
      ['ISO/IEC 27001:2013, A.12.6.1 and A.9.2.3'],
    );
  });

  it('takes no bullet away', () => {
    const source =
      '# Logs\n\n- A.12.4.1\n- A.12.4.2\n- A.12.4.3: admins are logged.\n\n- A.12.4.1 Event logging\n- A.12.4.2 Protection of log information, kept apart\n';
    assert.equal(
      migrateText(source).text,
      '# Logs\n\n- A.8.15\n- A.8.15\n- A.8.15: admins are logged.\n\n- A.8.15 Logging\n- A.8.15 Logging, kept apart\n',
    );
  });
});

describe('migrateSystem and texts', () => {
  it('leaves a statement that is no longer in force', () => {
    const source =
      'status: retired\nstandards: { 27001: { edition: 2013 } }\ncontrols:\n  A.12.6.1: { applicable: true }\n';
    const migrated = migrateSoa(source);
    assert.equal(migrated.text, source);
    assert.deepEqual(
      migrated.entries.map(({ outcome }) => outcome),
      ['left-alone'],
    );
  });

  it('points to old numbers in reasons and comments, at every run', () => {
    const source = dedent(`
      standards: { 27001: { edition: 2013 } }
      controls:
        # agreed with the CISO, see A.12.4.1
        A.12.6.1:
          applicable: true
          justification: The audit of 2021 found a nonconformity against A.12.6.1 (formerly A.11.2.4, 27701 A.7.2.1).
    `);
    const migrated = migrateSoa(source);
    const open = ['needs-person A.12.4.1 → A.8.15', 'needs-person A.12.6.1 → A.8.8'];
    assert.deepEqual(
      linesOf(migrated).filter((line) => line.startsWith('needs')),
      open,
    );
    assert.deepEqual(linesOf(migrateSoa(migrated.text)), open);
  });
});
