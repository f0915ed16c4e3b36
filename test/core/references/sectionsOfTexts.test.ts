/** Chapters of an organisation's own texts, of its contracts and of the document itself, which are no clauses of a standard. */
import assert from 'node:assert/strict';
import { allFindings } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

const catalog = catalogOfProject();
const head = '# Statement of Applicability (ISO/IEC 27001:2022)\n\n';

function ids(text: string): string[] {
  const { documents } = makeSnapshot({ 'policy.md': text }, { catalog });
  return documents.get('policy.md')!.references.flatMap((reference) => reference.ids);
}

function unknown(text: string): string[] {
  return allFindings(makeSnapshot({ 'policy.md': text }, { catalog }))
    .filter(({ code }) => code === 'unknown-reference')
    .map(({ span }) => text.slice(span.start, span.end));
}

describe('a chapter of a text that is named beside it', () => {
  it('is none of the standard right behind the name, without a comma', () => {
    const rows = [
      ...['Berechtigungskonzept Kap. 4.3', 'Asset-Richtlinie Kap. 4.3', 'Betriebshandbuch Kap. 9.1'],
      ...['Zutrittskonzept Abschnitt 5.2', 'Handboek hoofdstuk 4.3', 'Manuale capitolo 9.1', 'Manual apartado 4.3'],
    ];
    assert.deepEqual(ids(`${head}${rows.map((row) => `- ${row}\n`).join('')}`), []);
    const table = rows.map((row, at) => `| A.5.${at + 1} | ${row} |\n`).join('');
    assert.deepEqual(
      ids(`${head}| Control | Evidence |\n|---|---|\n${table}`).join(' '),
      'A.5.1 A.5.2 A.5.3 A.5.4 A.5.5 A.5.6 A.5.7',
    );
  });

  it('is none of the standard where the text is about what a control asks for, whatever it is called', () => {
    const texts = [
      ...[
        'Backupkonzept (Kapitel 8.2)',
        'Notfallplan, Kapitel 9.1',
        'ITSM-Prozess Kap. 8.1',
        'Toegangsbeleid paragraaf 5.2',
      ],
      ...['Back-upplan, paragraaf 7.1', 'Plan de emergencia, apartado 8.1', 'Netzwerkrichtlinie (Abschnitt 6.2)'],
    ];
    assert.deepEqual(ids(`${head}${texts.map((row) => `- ${row}\n`).join('')}`), []);
  });

  it('is a clause where the text is what the clause asks for, or where it says what it follows', () => {
    const text = `${head}Auditprogramm Kapitel 9.2. Leitlinie (Kapitel 5.2). Der Prozess erfüllt Kapitel 8.1. Verfahren nach Kapitel 6.1.2. Risikobehandlungsprozess (Kapitel 6.1.3).\n`;
    assert.deepEqual(ids(text), ['9.2', '5.2', '8.1', '6.1.2', '6.1.3']);
    assert.deepEqual(unknown(`${head}Leitlinie Kapitel 9.4.\n`), ['Kapitel 9.4']);
  });

  it('is none of the standard in what a sector answers to, nor behind another short name of a text', () => {
    const rules = [
      ...['BAIT Kap. 5.2', 'VAIT (Kap. 7.2)', 'ZAIT 2021, Kapitel 9.2', 'MaRisk Ziffer 5.2', 'KAIT Kapitel 5.4'],
      ...['B3S Kap. 7.13', 'B3S v1.2, Kap. 7.2', 'TKG-Katalog Kap. 5.4', 'IT-Sicherheitskatalog (Kapitel 4.2)'],
      ...['Dienstanweisung Datenschutz (DA-DS, Kap. 7.2)', 'RGS chapitre 5.4'],
    ];
    assert.deepEqual(ids(`${head}${rules.map((row) => `- Vgl. ${row}.\n`).join('')}`), []);
    const ours = 'SoA Kap. 6.1.3. KVP Kapitel 10.1. ISO Kapitel 9.2. BAIT und ISO 27001 Kap. 6.1.2.\n';
    assert.deepEqual(ids(head + ours), ['6.1.3', '10.1', '9.2', '6.1.2']);
    assert.deepEqual(unknown(`${head}ISMS Kap. 5.4. ISO Kap. 5.4.\n`), ['Kap. 5.4', 'Kap. 5.4']);
  });

  it('is none of the standard in a regulation, nor below a heading of clauses', () => {
    assert.deepEqual(ids(`${head}Es gilt die KRITIS-Verordnung, Abschnitt 6.2.\n`), []);
    const table = '| Punto norma | Documento |\n|---|---|\n| 4.3 | MAN-01 cap. 4.3 |\n| 4.4 | MAN-01 cap. 5.1 |\n';
    assert.deepEqual(ids(`${head}## Requisiti 4-10\n\n${table}`), ['4', '5', '6', '7', '8', '9', '10', '4.3', '4.4']);
  });
});

describe('a clause of a text that is named before it', () => {
  it('is none of the standard where two sides agree on that text, nor behind the numbered name of a document', () => {
    const texts = [
      ...[
        'See the engagement letter of 3 June 2026, clause 12.4 (liability) and clause 4.9 (fees).',
        'Licence: BigModel-M, clause 5.9.',
      ],
      ...[
        'Fees: statement of work no. 7, clause 7.2.',
        'The purchase order 4711, clause 8.9, is silent.',
        'Ver la carta de encargo, cláusula 7.2.',
      ],
      ...[
        'DCB0160 clause 4.2 applies.',
        'The sample follows IAF MD 11, clause 6.4, and the certification scheme rules, clause 7.6.',
      ],
      ...[
        'Contract RW-27701-8, clause 5.2.',
        'See the audit report, clause 7.6.',
        'Im Angebot Kap. 6.1 und Projektplan Kap. 7.6.',
      ],
    ];
    for (const text of texts) assert.deepEqual(ids(`${head}${text}\n`), [], text);
  });

  it('is one of the standard behind what the standard asks for, a system and a finding', () => {
    const text = `${head}- Audit report, clause 9.4\n- NC 4, clause 7.6\n- INC-2026-03, clause 10.4\n- The scope of the ISMS, clause 4.7\n`;
    assert.deepEqual(unknown(text), ['clause 9.4', 'clause 7.6', 'clause 10.4', 'clause 4.7']);
    assert.deepEqual(ids(`${head}We keep to the policy, clause 5.2. KPI 3, clause 9.1. Auditplan Kap. 9.2.\n`), [
      '5.2',
      '9.1',
      '9.2',
    ]);
  });
});

describe('a chapter in the history of a document', () => {
  it('is one of the document', () => {
    const table = '| Version | Datum | Änderung |\n|---|---|---|\n| 3.1 | 15.06.2022 | Kap. 5.3 ergänzt |\n';
    assert.deepEqual(ids(`${head}${table}`), []);
    const adapted = (words: string): string =>
      `${head}| Version | Date | Change |\n|---|---|---|\n| 4.1 | 2026-01-10 | ${words} 27001:2022 |\n`;
    for (const words of ['Chapters 5-7 to', 'Kapitel 6.2 auf', 'Chapitre 6.2 pour ISO/IEC'])
      assert.deepEqual(ids(adapted(words)), [], words);
    assert.deepEqual(ids(adapted('Work on chapter 6.2 of')), ['6.2']);
  });

  it('is a clause with its standard beside it, in a register of documents and behind a date', () => {
    const list =
      '- 3.3: Anpassung an Kapitel 6.3 der ISO/IEC 27001:2022\n- 2024-03-12: Managementbewertung (Kapitel 9.3)\n';
    assert.deepEqual(ids(`${head}## Änderungshistorie\n\n${list}`), ['6.3', '9.3']);
    const table =
      '| Version | Datum | Dokument | Norm |\n|---|---|---|---|\n| 1.0 | 1.1.2024 | Leitlinie | Kap. 5.2 |\n';
    assert.deepEqual(ids(`${head}${table}`), ['5.2']);
  });
});
