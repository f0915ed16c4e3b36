/** Whole statements in the dialects in which people keep them. */
import assert from 'node:assert/strict';
import { summary } from '../../../../server/src/core/soa/import/report.js';
import {
  catalog,
  columnsOf,
  fieldsOf,
  importMarkdown,
  importSheets,
  importTable,
  numbersOf,
  remarksOf,
  sheet,
  standard,
} from './support.js';

describe('Import of a statement', () => {
  it('reads the plain English table', () => {
    const read = importTable(
      `Control ID | Control Name | Applicable | Justification | Implementation Status | Owner | Evidence | Target date
A.5.1 | Policies for information security | Yes | Clause 5.2 asks for it | Implemented | CISO | Minutes 2026-03; evidence/review.pdf (2026-02-01) |
A.7.4 | Physical security monitoring | No | No premises | N/A | | |
A.8.8 | Management of technical vulnerabilities | Yes | R-012 | Planned | Head of IT | | Q3 2026`,
    );
    assert.deepEqual(numbersOf(read), [3, 2, 1, 0, 0]);
    const fields = fieldsOf(read);
    assert.deepEqual(fields['27001:A.5.1'], {
      applicable: 'yes',
      justification: 'Clause 5.2 asks for it',
      status: 'implemented',
      owner: 'CISO',
      evidence: [
        { text: 'Minutes 2026-03', date: null, validUntil: null },
        { text: 'evidence/review.pdf', date: '2026-02-01', validUntil: null },
      ],
    });
    assert.deepEqual(fields['27001:A.7.4'], { applicable: 'no', justification: 'No premises' });
    assert.equal(fields['27001:A.8.8']!.target, '2026-Q3');
    assert.deepEqual(remarksOf(read, 'lost'), []);
  });

  it('reads bare numbers, and 5.10 where a spreadsheet made 5.1 of it', () => {
    const rows = Array.from({ length: 12 }, (_, index) => `#${Number(`5.${index + 1}`)} | Yes`);
    const read = importTable(`Annex A | Applicable\n${rows.join('\n')}`);
    assert.equal(read.decisions.length, 12);
    assert.equal(read.decisions[9]!.control.id, 'A.5.10');
    assert.match(remarksOf(read, 'check').join(), /dropped a zero; it was read as A\.5\.10/);
  });

  it('reads the decimal comma of other languages', () => {
    const rows = Array.from({ length: 10 }, (_, index) => `5,${index + 1 === 10 ? 1 : index + 1} | Ja`);
    const read = importTable(`Anhang A | Anwendbar\n${rows.join('\n')}`);
    assert.deepEqual(
      [read.decisions.length, read.decisions[1]!.control.id, read.decisions[9]!.control.id],
      [10, 'A.5.2', 'A.5.10'],
    );
    assert.deepEqual(Object.keys(fieldsOf(importTable('Anhang A | Anwendbar\n5,2 | Ja'))), ['27001:A.5.2']);
  });

  it('tells 5.1 from 5.10 by the title as well', () => {
    const read = importTable(
      `Ref | Title | Applicable\n#5.1 | Acceptable use of information and other associated assets | No\n5.2 | Information security roles and responsibilities | Yes`,
    );
    assert.deepEqual(Object.keys(fieldsOf(read)), ['27001:A.5.2', '27001:A.5.10']);
  });

  it('reads German, French, Spanish and Dutch heads and words', () => {
    const german = importTable(
      `Kontroll-ID | Bezeichnung | Anwendbar | Begründung | Umsetzungsstatus | Verantwortlich | Zieldatum
A.5.1 | Informationssicherheitsrichtlinien | Ja | Gefordert | Teilweise umgesetzt | ISB | 31.12.2026
A.7.4 | Physische Überwachung | Nein | Keine Räume | Nicht anwendbar | |`,
    );
    assert.deepEqual(fieldsOf(german), {
      '27001:A.5.1': {
        applicable: 'yes',
        justification: 'Gefordert',
        status: 'partial',
        owner: 'ISB',
        target: '2026-12-31',
      },
      '27001:A.7.4': { applicable: 'no', justification: 'Keine Räume' },
    });
    const french = importTable(
      'Identifiant | Intitulé | Applicable | Justification | Statut | Propriétaire\nA.5.1 | Politiques | Oui | Exigé | Mis en œuvre | RSSI\nA.7.4 | Surveillance | Non | Sans locaux | |',
    );
    assert.deepEqual(fieldsOf(french)['27001:A.5.1'], {
      applicable: 'yes',
      justification: 'Exigé',
      status: 'implemented',
      owner: 'RSSI',
    });
    const spanish = importTable(
      'Número | Título | Aplicable | Justificación | Estado | Responsable\n5.1 | Políticas | Sí | Requerido | En curso | CISO\n7.4 | Supervisión | No | Sin oficinas | |',
    );
    assert.deepEqual(fieldsOf(spanish)['27001:A.5.1'], {
      applicable: 'yes',
      justification: 'Requerido',
      status: 'partial',
      owner: 'CISO',
    });
    const dutch = importTable(
      'Nummer | Titel | Van toepassing | Motivering | Status | Eigenaar\nA 5.1 | Beleid | Ja | Vereist | Geïmplementeerd | CISO\nA 7.4 | Bewaking | Nee | Geen panden | |',
    );
    assert.deepEqual(fieldsOf(dutch)['27001:A.5.1'], {
      applicable: 'yes',
      justification: 'Vereist',
      status: 'implemented',
      owner: 'CISO',
    });
    assert.equal(fieldsOf(dutch)['27001:A.7.4']!.applicable, 'no');
  });

  it('reads crosses in columns for the reasons, under heads of two rows', () => {
    const read = importTable(
      `Clause | Control | Justification for exclusion | Selected controls and reasons for selection | | | | Overview of implementation
 | | | LR | CO | BR/BP | RRA |
5.1 | Policies for information security | | X | | X | | Policy set
7.4 | Physical security monitoring | No premises | | | | |
8.8 | Management of technical vulnerabilities | | | | | x | Scanner`,
    );
    const fields = fieldsOf(read);
    assert.deepEqual(fields['27001:A.5.1'], {
      applicable: 'yes',
      drivers: [
        { kind: 'legal', ids: [] },
        { kind: 'business', ids: [] },
      ],
      implementation: 'Policy set',
    });
    assert.deepEqual(fields['27001:A.7.4'], { applicable: 'no', justification: 'No premises' });
    assert.deepEqual(fields['27001:A.8.8']!.drivers, [{ kind: 'risk', ids: [] }]);
  });

  it('reads a cross for included and one for excluded', () => {
    const read = importTable(
      'Control ID | Included | Excluded | Justification\nA.5.1 | X | | a\nA.7.4 | | X | b\nA.8.1 | X | X | c\nA.8.2 | | | d',
    );
    const all = Object.values(fieldsOf(read)).map(({ applicable }) => applicable);
    assert.deepEqual(all.slice(0, 3), ['yes', 'no', 'undecided']);
  });

  it('takes reasons as codes, ids of risks, and separate justifications', () => {
    const read = importTable(
      `Control ID | Applicable | Justification for inclusion | Justification for exclusion | Reasons | Risk ID
A.5.1 | Yes | We need it | | LR, RRA | R-1, R-2
A.7.4 | No | | Nothing to watch | |
A.8.1 | Yes | | A leftover | BR |`,
    );
    const fields = fieldsOf(read);
    assert.deepEqual(fields['27001:A.5.1']!.drivers, [
      { kind: 'legal', ids: [] },
      { kind: 'risk', ids: ['R-1', 'R-2'] },
    ]);
    assert.equal(fields['27001:A.7.4']!.justification, 'Nothing to watch');
    assert.equal(fields['27001:A.8.1']!.justification, undefined);
    assert.equal(fields['27001:A.8.1']!.notes, 'Justification for exclusion: A leftover');
  });

  it('derives applicability from the status where no column says it', () => {
    const read = importTable(
      'Control ID | Status\nA.5.1 | Implemented\nA.5.2 | N/A\nA.5.3 | Not started\nA.5.4 | Planned',
    );
    const all = Object.values(fieldsOf(read)).map(({ applicable }) => applicable ?? 'nothing');
    assert.deepEqual(all, ['yes', 'no', 'nothing', 'yes']);
    assert.deepEqual(numbersOf(read), [4, 2, 1, 1, 0]);
  });

  it('reads several standards by a column, and a merged one for the rows below', () => {
    const read = importTable(
      `Standard | Control | Applicable\nISO/IEC 27001:2022 | A.5.2 | Yes\n | A.5.3 | No\nISO/IEC 42001:2023 | A.5.2 | No\nISO 27701 | A.1.2.2 | Yes`,
    );
    assert.deepEqual(
      Object.entries(fieldsOf(read)).map(([key, { applicable }]) => `${key} ${applicable}`),
      ['27001:A.5.2 yes', '27001:A.5.3 no', '42001:A.5.2 no', '27701:A.1.2.2 yes'],
    );
    assert.deepEqual(read.standards.find(({ standard: one }) => one.standard === '27701')!.roles, ['controller']);
    // Of the 78 controls those for processors are not asked for.
    const line = summary(read, catalog).find((text) => text.startsWith('ISO/IEC 27701:2025'));
    assert.match(line ?? '', /: \d+ of 60 controls; no row for /);
  });

  it('counts no row of a control that is made for another role', () => {
    const table = importTable('Standard | Control | Applicable\nISO 27701 | A.1.2.2 | Yes\nISO 27701 | A.2.2.2 | Yes');
    const standards = table.standards.map((one) => ({ ...one, roles: ['controller' as const] }));
    const read = { ...table, standards };
    assert.equal(read.decisions.length, 2);
    const line = summary(read, catalog).find((text) => text.startsWith('ISO/IEC 27701:2025'));
    assert.match(line ?? '', /: 1 of 60 controls; no row for /);
  });

  it('reads several standards by headings inside the table and by names of sheets', () => {
    const inside = importTable(
      'Control ID | Title | Applicable\nISO/IEC 27001:2022 Annex A | |\nA.5.2 | | Yes\nISO/IEC 42001:2023 Annex A | |\nA.5.2 | | No',
    );
    assert.deepEqual(Object.keys(fieldsOf(inside)), ['27001:A.5.2', '42001:A.5.2']);
    const table = 'Control ID | Applicable\nA.5.2 | Yes\nA.5.3 | Yes';
    const sheets = importSheets([sheet(table, 'ISO 27001'), sheet(table, 'ISO 42001')]);
    assert.deepEqual(Object.keys(fieldsOf(sheets)), ['27001:A.5.2', '27001:A.5.3', '42001:A.5.2', '42001:A.5.3']);
  });

  it('tells two standards in one table apart by their titles where nothing names them', () => {
    const read = importTable(
      `Control ID | Title | Applicable
A.5.1 | Policies for information security | Yes
A.5.2 | Information security roles and responsibilities | Yes
A.5.3 | Segregation of duties | Yes
A.5.4 | Management responsibilities | Yes
A.5.2 | AI system impact assessment process | No
A.5.3 | Documentation of AI system impact assessments | No
A.5.4 | Assessing AI system impact on individuals or groups of individuals | No`,
    );
    assert.deepEqual(
      Object.entries(fieldsOf(read)).map(([key, { applicable }]) => `${key} ${applicable}`),
      [
        '27001:A.5.1 yes',
        '27001:A.5.2 yes',
        '27001:A.5.3 yes',
        '27001:A.5.4 yes',
        '42001:A.5.2 no',
        '42001:A.5.3 no',
        '42001:A.5.4 no',
      ],
    );
  });

  it('reports ids of 2013 in a statement for 2022, and moves them only when asked and only one to one', () => {
    const text = 'Control ID | Applicable\nA.12.6.1 | Yes\nA.9.2.1 | No\nA.9.4.2 | Yes\nA.6.2.1 | Yes';
    const asked = { standards: [standard('27001:2022')] };
    const reported = importTable(text, asked);
    assert.equal(reported.decisions.length, 0);
    assert.match(
      remarksOf(reported, 'lost')[2]!,
      /A\.9\.4\.2 \(Secure log-on procedures\) is a control of ISO\/IEC 27001:2013; since 2022 that is A\.8\.5\./,
    );
    const moved = importTable(text, { ...asked, migrates: true });
    assert.deepEqual(fieldsOf(moved)['27001:A.8.5'], { applicable: 'yes' });
    assert.match(remarksOf(moved, 'check').join(), /Was A\.9\.4\.2 .* moved to A\.8\.5/);
    // A.12.6.1 and another one became A.8.8 together.
    assert.equal(fieldsOf(moved)['27001:A.8.8'], undefined);
    assert.match(remarksOf(moved, 'lost').join(), /A\.12\.6\.1/);
    const asIs = importTable(text);
    assert.deepEqual(
      asIs.standards.map(({ standard: one }) => one.key),
      ['iso27001-2013'],
    );
  });

  it('says that a row of heads is missing where ids stand without one', () => {
    const lost = (text: string) => remarksOf(importTable(text), 'lost').join();
    assert.match(
      lost('A.5.1 | Yes | Needed\nA.5.2 | No | Why'),
      /Ids of controls stand here, but in no table with a row of heads/,
    );
    assert.match(lost('Version | 5.1\nAuthor | Me'), /No ids of controls stand here/);
  });

  it('says when the file names one edition and has the ids of another', () => {
    const read = importTable(
      'Standard | Control ID | Applicable\nISO/IEC 27701:2025 | A.7.2.1 | Yes\nISO/IEC 27701:2025 | A.7.2.2 | Yes',
    );
    assert.equal(read.standards[0]!.standard.edition, '2019');
    assert.match(remarksOf(read, 'check').join(), /names the 2025 edition, but 2 ids are those of ISO\/IEC 27701:2019/);
  });

  it('keeps text that fits no field in the notes, under its head', () => {
    const read = importTable(
      'Control ID | Applicable | Maturity | Status | Notes\nA.5.1 | Yes | 3 - Defined | purple | Ours\nA.5.2 | maybe not | | |',
    );
    const fields = fieldsOf(read);
    assert.equal(fields['27001:A.5.1']!.notes, 'Ours\nMaturity: 3 - Defined\nStatus: purple');
    assert.equal(fields['27001:A.5.2']!.notes, 'Applicable: maybe not');
    assert.equal(fields['27001:A.5.2']!.applicable, undefined);
    assert.deepEqual(remarksOf(read, 'noted'), [
      '“purple” is not a status.',
      '“maybe not” does not say whether the control applies.',
    ]);
    assert.equal(columnsOf(read)['Maturity'], 'not known; kept in the notes of each control');
  });

  it('lists rows that it cannot place, with all that stands in them', () => {
    const read = importTable(
      'Control ID | Title | Applicable | Justification\nA.5.1 | Policies | Yes | a\nA.5.99 | Nothing | Yes | b\n | | No | c\n4.1 | Understanding the organization and its context | Yes | d',
      { standards: [standard('27001:2022')] },
    );
    const lost = read.remarks.filter(({ kind }) => kind === 'lost');
    assert.deepEqual(
      lost.map(({ place, value }) => [place?.row, value]),
      [
        ['row 3', 'A.5.99 | Nothing | Yes | b'],
        ['row 4', 'No | c'],
        ['row 5', '4.1 | Understanding the organization and its context | Yes | d'],
      ],
    );
    assert.deepEqual(
      lost.map(({ text }) => text),
      [
        'ISO/IEC 27001:2022 has no A.5.99.',
        'This row has no id, so its text belongs to no control.',
        '4.1 (Understanding the organization and its context) is a clause; a statement of applicability lists controls only.',
      ],
    );
  });

  it('joins rows about the same control, and tells where they differ', () => {
    const read = importTable(
      'Control ID | Applicable | Justification | Documents\nA.5.1 | Yes | First | POL-1\nA.5.1 | Yes | Second | POL-2\nA.5.1 | Yes | First | POL-1',
    );
    assert.deepEqual(fieldsOf(read)['27001:A.5.1'], {
      applicable: 'yes',
      justification: 'First',
      documents: ['POL-1', 'POL-2'],
      notes: 'Justification (row 3): Second',
    });
    assert.match(
      remarksOf(read, 'check').join(),
      /A\.5\.1: the field “justification” says something else in row 2, which counts/,
    );
  });

  it('gives a row of several controls to each, and ranges to all in them', () => {
    const read = importTable(
      'Control ID | Applicable\nA.5.1 & A.5.2 | Yes\nA.5.19–A.5.22 | No\nA.8.1, A.8.2 and A.8.3 | Yes',
    );
    assert.deepEqual(Object.keys(fieldsOf(read)), [
      '27001:A.5.1',
      '27001:A.5.2',
      '27001:A.5.19',
      '27001:A.5.20',
      '27001:A.5.21',
      '27001:A.5.22',
      '27001:A.8.1',
      '27001:A.8.2',
      '27001:A.8.3',
    ]);
  });

  it('takes controls of the organisation’s own', () => {
    const read = importTable(
      'Control ID | Title | Applicable | Status\nA.5.1 | Policies for information security | Yes | Implemented\nORG-01 | Guard dog | Yes | Planned',
    );
    assert.deepEqual(
      read.own.map(({ id, title, fields }) => ({ id, title, fields })),
      [{ id: 'ORG-01', title: 'Guard dog', fields: { applicable: 'yes', status: 'planned' } }],
    );
  });

  it('reads the head of the file, its history and its codes', () => {
    const read = importMarkdown(`# Statement of Applicability

| Field | Detail |
|---|---|
| Organisation | Example Ltd |
| Version | v2.1 |
| Status | Approved |
| Approved by | CEO |
| Approval date | 1 March 2026 |
| Standard | ISO/IEC 27001:2022 |
| Document ID | DOC-7 |

| Code | Meaning |
|---|---|
| IN | Included — partially implemented |
| EX | Excluded — justified by risk assessment |

| Ref | Control Title | Included / Excluded | Reasons |
|---|---|---|---|
| A.5.1 | Policies for information security | IN | RRA |
| A.7.4 | Physical security monitoring | EX | |

| Version | Date | Description |
|---|---|---|
| 2.1 | 2026-03-01 | Yearly review |
| 1.0 | spring 2025 | First |
`);
    assert.deepEqual(read.header, {
      organisation: 'Example Ltd',
      version: '2.1',
      status: 'approved',
      approvedBy: 'CEO',
      approved: '2026-03-01',
    });
    assert.deepEqual(read.history, [
      { version: '2.1', date: '2026-03-01', by: null, change: 'Yearly review' },
      { version: '1.0', date: null, by: null, change: 'First (spring 2025)' },
    ]);
    assert.deepEqual(fieldsOf(read), {
      '27001:A.5.1': { applicable: 'yes', status: 'partial', drivers: [{ kind: 'risk', ids: [] }] },
      '27001:A.7.4': { applicable: 'no' },
    });
    assert.match(read.remarks.find(({ value }) => value?.includes('DOC-7'))!.text, /not read/);
  });

  it('reads controls that have a heading and a table of fields each', () => {
    const read = importMarkdown(`# SoA for ISO/IEC 27001:2022

### A.5.1 — Policies for information security

| Field | Detail |
|---|---|
| **Applicable?** | ✅ Yes |
| **Justification** | Needed |
| **Owner** | CISO |

### A.7.4 — Physical security monitoring

| Field | Detail |
|---|---|
| **Applicable?** | ❌ No |
| **Justification** | No premises |
| **Target Date** | soon |
`);
    assert.deepEqual(fieldsOf(read), {
      '27001:A.5.1': { applicable: 'yes', justification: 'Needed', owner: 'CISO' },
      '27001:A.7.4': { applicable: 'no', justification: 'No premises', notes: 'Target Date: soon' },
    });
  });

  it('takes links for documents, and text without marks elsewhere', () => {
    const read = importMarkdown(
      '| Control | Applicable | Documents | Justification |\n|---|---|---|---|\n| **A.5.1** | Yes | [Security policy](policies/security%20policy.md)<br>POL-2 | a \\| b *and* `c` |\n',
    );
    const fields = fieldsOf(read)['27001:A.5.1']!;
    assert.deepEqual(fields.documents, ['policies/security policy.md', 'POL-2']);
    assert.equal(fields.justification, 'a | b and c');
  });

  it('tells titles that are not those of the standard', () => {
    const one = importTable(
      'Control ID | Title | Applicable\nA.5.1 | Policies for information security | Yes\nA.5.2 | Information security roles and responsibilities | Yes\nA.5.3 | Fire extinguishers | Yes',
    );
    assert.deepEqual(remarksOf(one, 'check'), ['In the standard A.5.3 is “Segregation of duties”; the id was taken.']);
    const all = importTable('Control ID | Title | Applicable\nA.5.1 | Richtlinien | Yes\nA.5.2 | Rollen | Yes');
    assert.match(remarksOf(all, 'check').join(), /^2 of 2 titles are not those of the standard/);
  });

  it('survives nonsense', () => {
    for (const text of [
      '',
      '|||',
      'Control ID | Applicable',
      'a | b\nc | d',
      'x'.repeat(10_000),
      `Control ID | Applicable\n${'A.5.1 &'.repeat(500)} | Yes`,
    ]) {
      assert.equal(importTable(text).decisions.length === 0 || importTable(text).decisions.length === 1, true);
    }
  });
});
