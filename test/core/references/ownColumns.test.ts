/** Columns of tables whose numbers are not those of a standard, or not of the one that the document is about. */
import assert from 'node:assert/strict';
import { referencesInTable as read } from '../../support/tableReadings.js';

const ours = 'Answers (ISO/IEC 27001:2022)';
const both = 'Crosswalk of ISO/IEC 27001:2022 and ISO/IEC 42001:2023';

describe('a column of chapters', () => {
  it('is that of the document in its history of versions', () => {
    for (const [version, date, chapter] of [
      ...[
        ['Version', 'Datum', 'Kapitel'],
        ['Versie', 'Datum', 'Hoofdstuk'],
      ],
      ...[
        ['Version', 'Date', 'Chapitre'],
        ['Versión', 'Fecha', 'Apartado'],
      ],
    ]) {
      const rows = ['| 1.1 | 11.11.2024 | 5.1, 5.4 | Kr |', '| 1.2 | 11.11.2025 | 6.4 | Kr |'];
      assert.deepEqual(read(ours, [`| ${version} | ${date} | ${chapter} | X |`, ...rows]), [], chapter);
    }
    assert.deepEqual(read(ours, ['| Kapitel | Datum |', '| 5.1 | 11.11.2024 |', '| 9.2 | 11.11.2025 |']), [
      '5.1',
      '9.2',
    ]);
  });
});

describe('a column of clauses', () => {
  it('is that of the document in the record of its amendments', () => {
    for (const heads of ['Rev | Date | Clauses changed', 'Version | Datum | Klauseln', 'Version | Date | Clauses'])
      assert.deepEqual(
        read(ours, [`| ${heads} | By |`, '| 3.0 | 4.2.2021 | 5.3, 6.1 | HR |', '| 4.0 | 5.6.2023 | 7.5 | HR |']),
        [],
        heads,
      );
    const sheet = ['| No. | Clause | Page | Date | Details of amendment |', '| 1 | 5.3 | 4 | 4.2.2021 | Wording |'];
    assert.deepEqual(read(ours, sheet), []);
  });

  it('is one of the standard in a list of findings', () => {
    for (const heads of [
      'Issue | Date | Clause',
      'Clause | Date | Finding',
      'Clause | Changes to make | Target date',
      'Clause | Changes | Date',
    ])
      assert.equal(read(ours, [`| ${heads} |`, '| 9.2 | 9.2 | 9.2 |', '| 7.3 | 7.3 | 7.3 |']).length, 2, heads);
  });
});

describe('a column of ids', () => {
  it('is that of a form where it has the letters of one', () => {
    const rows = ['| Ser No | Question | Answer |', '| A.1.2 | Who? | Yes |', '| B.1.1 | When? | Yes |'];
    assert.deepEqual(read(ours, [...rows, '| C.2.1 | Where? | Yes, A.5.2 |']), ['A.5.2']);
    const german = ['| Lfd. Nr. | Frage | Antwort |', '| A.1.1 | Wer? | Ja, A.5.1 |', '| D.2.1 | Wann? | Ja |'];
    assert.deepEqual(read(ours, german), ['A.5.1']);
    const long = ['| Kennung | Frage |', '| A.5.1 | Wer? |', '| D.1.1 | Wo? |', '| E.1.1 | Was? |'];
    assert.deepEqual(read(ours, long), []);
  });

  it('is one of controls beside clauses that are written with a C', () => {
    assert.deepEqual(
      read(ours, ['| Ref | Topic |', '| C.4.1 | Context |', '| C.9.2 | Audit |', '| A.5.1 | Policy |']),
      ['A.5.1'],
    );
  });

  it('is that of a framework of the organisation, beside the column of the standard', () => {
    for (const head of ['ACF ID', 'Control ID', 'ID', 'Control', 'Réf.'])
      for (const norm of ['ISO 27001', 'ISO', 'Annex A'])
        assert.deepEqual(
          read(ours, [`| ${head} | Text | ${norm} |`, '| A.9.7 | Logs | A.8.15 |', '| A.5.2 | Roles | A.5.4 |']),
          ['A.8.15', 'A.5.4'],
          `${head}, ${norm}`,
        );
    assert.deepEqual(read(ours, ['| ACF ID | Text | Controls |', '| A.5.1 | Logs | A.8.15 |']), ['A.8.15']);
    assert.deepEqual(read(ours, ['| Asset ID | Asset | Controls |', '| A.8.2 | Laptop | A.8.1 |']), ['A.8.1']);
  });

  it('is that of a tender where none of its ids exists', () => {
    const rows = ['| A.5.38 | Sort it | Yes, A.5.12 |', '| A.5.40 | Lock it | Yes, A.8.24 |'];
    assert.deepEqual(read(ours, ['| Req. no. | Text | Answer |', ...rows]), ['A.5.12', 'A.8.24']);
  });

  it('keeps its slips where most of it is right', () => {
    const rows = ['| A.5.1 | Policies |', '| A.5.2 | Roles |', '| A.5.38 | A slip |'];
    for (const head of ['ID', 'Sr. No.', 'Question ID', 'Control'])
      assert.deepEqual(read(ours, [`| ${head} | Text |`, ...rows]), ['A.5.1', 'A.5.2', 'A.5.38'], head);
    const crosswalk = [
      '| Control | ISO 27001:2013 |',
      '| A.5.1 | A.5.1.1 |',
      '| A.5.15 | A.9.1.1 |',
      '| A.8.35 | A.9.4.1 |',
    ];
    assert.ok(read(ours, crosswalk).includes('A.8.35'));
    assert.deepEqual(read(ours, ['| Control | Text |', '| A.5.38 | A slip |']), ['A.5.38']);
  });

  it('is that of an own list where it pads numbers as nobody pads those of a standard', () => {
    assert.deepEqual(read(ours, ['| Item | What |', '| A.01.1 | Doors |', '| A.05.1 | Windows |']), []);
    assert.deepEqual(read(ours, ['| Item | What |', '| A.05.01 | Policies |', '| A.05.15 | Access |']), [
      'A.5.1',
      'A.5.15',
    ]);
    assert.deepEqual(read(ours, ['| Item | What |', '| Doors | see A.01.1 |']), []);
  });
});

describe('a column below the name of a standard', () => {
  const rows = [
    '| Risk assessment? | 6.1.2 |',
    '| Assets? | 5.9 |',
    '| Sign-in? | 8.5, 8.7 |',
    '| Documents? | 7.5.3 |',
  ];

  it('holds clauses among its controls', () => {
    for (const head of ['ISO 27001:2022', 'ISO 27001', 'ISO 27001/2', 'ISMS'])
      assert.deepEqual(
        read(ours, [`| Question | ${head} |`, ...rows]),
        ['6.1.2', 'A.5.9', 'A.8.5', 'A.8.7', '7.5.3'],
        head,
      );
  });

  it('holds them in one list with controls, and beside a status', () => {
    assert.deepEqual(
      read(ours, [
        '| Question | ISO 27001:2022 | Status |',
        '| Risk assessment | 5.9, 6.1.2 | ok |',
        '| Logs | 8.15 | ok |',
      ]),
      ['A.5.9', '6.1.2', 'A.8.15'],
    );
  });

  it('holds clauses in a cell that begins with what only a clause can be, or has two such numbers', () => {
    const cells = (head: string, cell: string, topic = 'Steering'): string[] =>
      read('Framework', [`| Part | ${head} |`, `| ${topic} | ${cell} |`, '| Sign-in | 5.15, 8.2 |']).slice(0, -2);
    assert.deepEqual(cells('ISO 27001:2022', '4.4, 5.1, 5.3, 9.3'), ['4.4', '5.1', '5.3', '9.3']);
    assert.deepEqual(cells('ISO 27001:2022', '5.1, 9.2, 9.3'), ['5.1', '9.2', '9.3']);
    assert.deepEqual(cells('ISO 27001:2022', '5.1, 9.2'), ['A.5.1', '9.2'], 'one of both');
    assert.deepEqual(cells('ISO 27001:2022', '4.4, 5.7, 5.1'), ['4.4', 'A.5.7', 'A.5.1'], 'one that is no clause');
    assert.deepEqual(cells('ISO 27001:2022', '4.4, 5.3', 'Segregation of duties'), ['4.4', 'A.5.3'], 'by its title');
  });

  it('holds old numbers where it is that of the old edition, or where the row is called so', () => {
    const old = ['| Rollen | 6.1.2 |', '| Werte | 8.1.1 |', '| Netze | 13.1.1 |'];
    assert.equal(read('Antworten', ['| Frage | ISO 27001 |', ...old])[0], '27001:2013 A.6.1.2');
    assert.equal(read('Antworten', ['| Frage | ISO 27001:2013 |', ...old])[0], '27001:2013 A.6.1.2');
    const called = [
      '| Question | ISO 27001 |',
      '| Segregation of duties | 6.1.2 |',
      '| Assets | 5.9 |',
      '| Logs | 8.15 |',
    ];
    assert.deepEqual(read(ours, called), ['27001:2013 A.6.1.2', 'A.5.9', 'A.8.15']);
  });
});

describe('a column of amounts', () => {
  it('holds no controls, although the label of the row speaks of them', () => {
    for (const head of ['Aufwand (PT)', 'Personentage', 'Effort (days)', 'PD', 'FTE', 'Kosten (k€)', 'Charge (j/h)'])
      assert.deepEqual(read(both, [`| Paket | ${head} |`, '| SoA | 6.1 |', '| Annex A | 5.7 |']), [], head);
    const dated = ['| Maßnahme | Datum | Aufwand PT |', '| Maßnahmen Annex A | 12.05.2025 | 5.7 |'];
    assert.deepEqual(read(ours, dated), []);
    assert.deepEqual(read(ours, ['| Field | Value |', '| Annex A | 5.7 |', '| 2013 mapping | 9.1.1 |']), [
      'A.5.7',
      '27001:2013 A.9.1.1',
    ]);
  });
});

describe('a column of rooms', () => {
  it('has numbers of its own', () => {
    for (const head of ['Room', 'Meeting room', 'Raum', 'Besprechungsraum', 'Salle', 'Sala', 'Ort', 'Building'])
      assert.deepEqual(
        read(ours, [
          `| Time | Topic | ${head} |`,
          '| 9:00 | Access (A.5.15) | A.5.12 |',
          '| 10:00 | Logging (A.8.15) | A.2.14 |',
          '| 11:00 | Network (A.8.20) | B.8.3 |',
        ]),
        ['A.5.15', 'A.8.15', 'A.8.20'],
        head,
      );
    assert.deepEqual(read(ours, ['| Room | Controls |', '| A.1.12 | A.7.2, A.7.3 |']), ['A.7.2', 'A.7.3']);
    assert.deepEqual(read(ours, ['| Topic | Room controls |', '| Entry | A.7.2 |']), ['A.7.2']);
  });
});

describe('a column of the organisation’s own sections', () => {
  it('is told by its head, whatever the label of the row names', () => {
    const heads = [
      'Section',
      'Policy section',
      'Our section',
      'Policy clause',
      'Where (section)',
      'Abschnitt',
      'Unser Kapitel',
    ];
    for (const head of [
      ...heads,
      'Abschnitt dieser Richtlinie',
      'Chapitre',
      'Chapitre de la politique',
      'Score',
      'Weeks',
    ])
      assert.deepEqual(
        read(both, [
          `| Framework | Control | ${head} |`,
          '| ISO/IEC 27001:2022 | A.8.10 Deletion | 5.3 |',
          '| SOC 2 | C1.1 | 5.1 |',
        ]),
        ['A.8.10'],
        head,
      );
    assert.deepEqual(read(ours, ['| Requirement | Where |', '| ISO 27001 A.8.10 Deletion | 5.3 |']), ['A.8.10']);
    assert.deepEqual(read(ours, ['| Clause | Our section |', '| 5.2 | 4.1 |', '| 9.2 | 7.3 |']), ['5.2', '9.2']);
  });

  it('comes first in a mapping to controls of a standard', () => {
    for (const head of ['Kapitel Leitlinie', 'Chapitre PSSI', 'Section', 'Chapter', 'Capítulo'])
      assert.deepEqual(
        read(ours, [`| ${head} | ISO 27001:2022 |`, '| 5.2 | A.5.2 |', '| 7.3 | A.6.3, A.6.8 |', '| 8 | A.8.13 |']),
        ['A.5.2', 'A.6.3', 'A.6.8', 'A.8.13'],
        head,
      );
    const clauses = ['| 5.2 | A.5.1 |', '| 9.2 | A.5.35 |'];
    for (const head of ['Clause', 'Kapitel der Norm', 'Normkapitel'])
      assert.deepEqual(
        read(ours, [`| ${head} | ISO 27001:2022 |`, ...clauses]),
        ['5.2', 'A.5.1', '9.2', 'A.5.35'],
        head,
      );
  });

  it('is none where the chapters of the standard come first, or are called so', () => {
    assert.deepEqual(read(ours, ['| Kapitel | Annex A |', '| 5.2 | A.5.1 |', '| 9.2 | A.5.35 |']), [
      '5.2',
      'A.5.1',
      '9.2',
      'A.5.35',
    ]);
    assert.deepEqual(read(ours, ['| Annex A | Section of the standard |', '| A.5.1 | 5.2 |']), ['A.5.1', '5.2']);
    assert.deepEqual(read(ours, ['| Framework | References | Owner |', '| ISO 27001 | 5.15, 5.16 | Ana |']), [
      'A.5.15',
      'A.5.16',
    ]);
  });
});

describe('a bare number below “Control”', () => {
  it('is of the framework that its row is headed to come from', () => {
    const rows = ['| 1.4 | No root key | CIS AWS v3.0.0 |', '| 5.2 | No ingress | CIS AWS v3.0.0 |'];
    for (const source of ['Benchmark', 'Source', 'Rahmenwerk'])
      assert.deepEqual(read(ours, [`| Control | Title | ${source} |`, ...rows]), [], source);
    assert.deepEqual(
      read(ours, ['| Source | Check | Control ID |', '| CIS | Ingress | 5.2 |', '| ISO 27001 | Access | 5.15 |']),
      ['A.5.15'],
    );
  });

  it('is of the framework that is named above it in its column', () => {
    const rows = [
      '| CIS 1.4 | Root key |',
      '| 5.2 | Ingress |',
      '| ISO 27001 5.15 | Access |',
      '| 5.16 | Identities |',
    ];
    assert.deepEqual(read(ours, ['| Control | Check |', ...rows]), ['A.5.15', 'A.5.16']);
  });

  it('is ours where its title stands beside it, or a law as its reason', () => {
    const rows = ['| 8.9 | Configuration management | CIS Benchmarks |', '| 5.34 | Data of persons | GDPR |'];
    assert.deepEqual(read(ours, ['| Control | Title | Source |', ...rows]), ['A.8.9', 'A.5.34']);
  });
});

describe('the first column beside one of the ids of a standard', () => {
  const rows = ['| 4.1 | Doors | A.7.2 |', '| 5.2 | Sign-in | A.8.5 |', '| 8.1 | Sessions | A.8.15 |'];
  const mapped = ['A.7.2', 'A.8.5', 'A.8.15'];

  it('has the numbers of the document, where no word of a title stands beside them', () => {
    for (const head of ['No.', 'Ref', 'Nr.', 'Requirement', 'Anforderung', 'ID'])
      assert.deepEqual(read(ours, [`| ${head} | Topic | ISO 27001 |`, ...rows]), mapped, head);
    const words = ['| 4. Doors | A.7.2 |', '| 5. Sign-in | A.8.5 |', '| 8. Sessions | A.8.15 |'];
    for (const head of ['Requirement in this standard', 'Section of this standard'])
      assert.deepEqual(read(ours, [`| ${head} | ISO/IEC 27001 |`, ...words]), mapped, head);
  });

  it('has clauses where their titles stand there, or controls where no text has so many parts', () => {
    const titled = [
      '| 4.2 | Interested parties | A.5.31 |',
      '| 5.2 | Policy | A.5.1 |',
      '| 9.2 | Internal audit | A.5.35 |',
    ];
    assert.deepEqual(read(ours, ['| Ref | Topic | ISO 27001 controls |', ...titled]), [
      '4.2',
      'A.5.31',
      '5.2',
      'A.5.1',
      '9.2',
      'A.5.35',
    ]);
    const old = ['| 5.15 | Zugang | A.9.1.1 |', '| 8.2 | Konten | A.9.2.3 |'];
    assert.deepEqual(read(ours, ['| Nr. | Thema | ISO 27001:2013 |', ...old]), [
      'A.5.15',
      '27001:2013 A.9.1.1',
      'A.8.2',
      '27001:2013 A.9.2.3',
    ]);
  });

  it('has clauses below that word, unless they are the headings of the document', () => {
    const ids = ['4.1', 'A.7.2', '5.2', 'A.8.5', '8.1', 'A.8.15'];
    assert.deepEqual(read(ours, ['| Clause | Topic | ISO 27001 |', ...rows]), ids);
    const headings = ['', '## 4.1 Doors', '', '## 5.2 Sign-in', '', '## 8.1 Sessions'];
    for (const head of ['Clause', 'Standard section'])
      assert.deepEqual(read(ours, [`| ${head} | Topic | ISO 27001 |`, ...rows, ...headings]), mapped, head);
    const titled = ['', '## 4.1 Understanding the context', '', '## 5.2 Policy', '', '## 8.1 Operational planning'];
    const all = read(ours, ['| Clause | Topic | ISO 27001 |', ...rows, ...titled]);
    assert.deepEqual(all.slice(0, ids.length), ids);
  });
});

describe('a chapter with which a cell begins', () => {
  it('is one of what the column is headed by, where the organisation tells what it does', () => {
    for (const head of ['Umsetzung', 'Umsetzung im Konzept', 'Geregelt in', 'Unser Handbuch'])
      assert.deepEqual(
        read(ours, [
          `| Norm | Fundstelle | ${head} |`,
          '| ISO/IEC 27001:2022 | A.8.13 | Abschnitt 5 |',
          '| ISO/IEC 27001:2022 | Kap. 8.1 | Abschnitte 6 und 7 |',
          '| ISO/IEC 27001:2022 | Kap. 9.2 | siehe Kapitel 8.2 |',
        ]),
        ['A.8.13', '8.1', '9.2'],
        head,
      );
    const cited = [
      '| Norm | Fundstelle | Umsetzung |',
      '| ISO/IEC 27001:2022 | Abschnitt 8.1 | Kapitel 9.2 der ISO 27001 |',
    ];
    assert.deepEqual(read(ours, cited), ['8.1', '9.2']);
  });
});
