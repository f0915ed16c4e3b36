import assert from 'node:assert/strict';
import { findFields } from '../../server/src/core/fields.js';
import { scanBlocks } from '../../server/src/core/markdown/blocks.js';
import { readFrontMatter } from '../../server/src/core/markdown/frontMatter.js';
import { defaultSettings, type Settings } from '../../server/src/core/settings.js';

/** Fields as `name = value`, in the order of the text; their places are checked too. */
function fieldsOf(text: string, settings: Settings = defaultSettings): string[] {
  const { frontMatter, bodyStart } = readFrontMatter(text);
  const fields = findFields(text, frontMatter, scanBlocks(text, bodyStart).blocks, settings);
  for (const { value, span, keySpan } of fields) {
    const source = text.slice(span.start, span.end);
    if (!source.includes('](')) assert.equal(source, value);
    assert.match(text.slice(keySpan.start, keySpan.end), /^[^\s*:|>].*[^\s*:|]$/);
  }
  return fields.map(({ name, value }) => `${name} = ${value}`);
}

describe('findFields', () => {
  it('reads front matter keys in any spelling', () => {
    assert.deepEqual(
      fieldsOf('---\nDocument-ID: P-1\nNext Review Date: 2027-01-01\nowner: "CISO"\nother: x\nstatus:\n---\n'),
      ['id = P-1', 'nextReview = 2027-01-01', 'owner = CISO', 'status = '],
    );
  });

  it('prefers the key that the settings name first', () => {
    assert.deepEqual(fieldsOf('---\neffective_date: 2026-02-01\napproved: 2026-01-01\n---\n'), [
      'approved = 2026-01-01',
    ]);
  });

  it('reads grouped keys and the first of a list', () => {
    assert.deepEqual(fieldsOf('---\ndocument_control:\n  owner: A\nversion: [1.0, 2.0]\nteam:\n  status: x\n---\n'), [
      'owner = A',
      'version = 1.0',
    ]);
  });

  it('takes what looks like an id below a key that means the document', () => {
    assert.deepEqual(fieldsOf('---\ndokument: RL-005\nversion: 1.4\n---\n'), ['id = RL-005', 'version = 1.4']);
    assert.deepEqual(fieldsOf('---\ndocumento: POL-SEG 01\nid: P-1\n---\n'), ['id = P-1']);
    assert.deepEqual(fieldsOf('---\ndokument: Leitlinie 2026\npolicy: POL-01\n---\n'), []);
  });

  it('reads the first row of a table with two fields in a row', () => {
    const rest = '| Owner | IT | Approved by | CEO |\n| Approval date | 2024-02-01 | Next review | 2027-02-01 |';
    assert.deepEqual(
      fieldsOf(`# Backup\n\n| Document No. | ISP-12 | Status | Approved |\n|---|---|---|---|\n${rest}\n`),
      [
        'id = ISP-12',
        'status = Approved',
        'owner = IT',
        'approvedBy = CEO',
        'approved = 2024-02-01',
        'nextReview = 2027-02-01',
      ],
    );
    assert.deepEqual(
      fieldsOf(
        `# B\n\n| Dokument-Nr. | RL-7 | Fassung | 3.2 |\n|---|---|---|---|\n| Eigentümer | IT | Status | Entwurf |\n| Titel | B | Art | X |\n`,
      ),
      ['id = RL-7', 'version = 3.2', 'owner = IT', 'status = Entwurf', 'title = B'],
    );
  });

  it('takes no heads of columns for fields where fields stand below them', () => {
    const table =
      '| Type | Owner | Version | Status |\n|---|---|---|---|\n| Owner | IT | Status | Draft |\n| Date | 2026 | Id | P-1 |\n';
    assert.deepEqual(fieldsOf(`# B\n\n${table}`), ['owner = IT', 'status = Draft', 'id = P-1']);
  });

  it('takes what looks like an id beside a mere reference', () => {
    assert.deepEqual(fieldsOf('---\nréférence: POL-07\n---\n# B\n'), ['id = POL-07']);
    assert.deepEqual(fieldsOf('# B\n\n**Ref:** POL-07\n**Version:** 2\n'), ['id = POL-07', 'version = 2']);
    for (const other of ['A.5', 'ISO 27001', 'A.5.15', 'see below'])
      assert.deepEqual(fieldsOf(`# B\n\n**Ref:** ${other}\n**Version:** 2\n`), ['version = 2'], other);
  });

  it('reads keys that leave small words out, and short ones', () => {
    const keys = [
      ['fecha_aprobación', 'approved'],
      ['date_approbation', 'approved'],
      ['data_aprovação', 'approved'],
      ['date_prochaine_revue', 'nextReview'],
      ['vastgesteld_door', 'approvedBy'],
      ['vaststellingsdatum', 'approved'],
      ['dok_id', 'id'],
      ['Berichtsnummer', 'id'],
      ['doc_status', 'status'],
    ] as const;
    for (const [key, name] of keys) assert.deepEqual(fieldsOf(`---\n${key}: X\n---\n# B\n`), [`${name} = X`], key);
  });

  it('takes it in a table of document control as well', () => {
    const rest = '| Version | 2.1 |\n| Eigentümer | QM |';
    const expected = ['id = QM-005', 'version = 2.1', 'owner = QM'];
    assert.deepEqual(fieldsOf(`# Ablage\n\n| Feld | Wert |\n|---|---|\n| Dokument | QM-005 |\n${rest}\n`), expected);
    assert.deepEqual(fieldsOf(`# Ablage\n\n| **Dokument** | \`QM-005\` |\n|---|---|\n${rest}\n`), expected);
    assert.deepEqual(
      fieldsOf(`# Ablage\n\n| Dokument | Version | Eigentümer |\n|---|---|---|\n| QM-005 | 2.1 | QM |\n`),
      expected,
    );
    assert.deepEqual(fieldsOf('# Filing\n\n**Document:** POL-AC-01\n**Version:** 2.1\n'), [
      'id = POL-AC-01',
      'version = 2.1',
    ]);
  });

  it('takes no title, no standard and no list of documents for one', () => {
    const fields = (rows: string): string[] => fieldsOf(`# Ablage\n\n| Feld | Wert |\n|---|---|\n${rows}\n`);
    assert.deepEqual(fields('| Dokument | Ablage 2026 |\n| Version | 2.1 |'), ['version = 2.1']);
    assert.deepEqual(fields('| Dokument | ISO 27001 |\n| Version | 2.1 |'), ['version = 2.1']);
    assert.deepEqual(fieldsOf('# A\n\n| Dokument | Version |\n|---|---|\n| QM-005 | 2.1 |\n| QM-006 | 1.0 |\n'), []);
  });

  it('reads a sentence that says when it was approved, and by whom', () => {
    const end = (line: string): string[] => fieldsOf(`# Minutes\n\n## 1 Agenda\n\nText.\n\n## 2 Approval\n\n${line}\n`);
    for (const [line, date, who, next] of [
      [
        'Approved on 30 January 2026 by the board. Next review: July 2026.',
        '30 January 2026',
        'the board',
        'July 2026',
      ],
      [
        'Aprobada el 3 de mayo de 2026 por la Dirección. Próxima revisión: julio de 2027. Archivo: X/2027/1.',
        '3 de mayo de 2026',
        'la Dirección',
        'julio de 2027',
      ],
      [
        'Freigegeben am 3. Mai 2026 durch die Leitung. Nächste Überprüfung: Mai 2027.',
        '3. Mai 2026',
        'die Leitung',
        'Mai 2027',
      ],
      [
        'Approuvée le 3 mai 2026 par la direction. Prochaine revue : mai 2027.',
        '3 mai 2026',
        'la direction',
        'mai 2027',
      ],
    ] as const)
      assert.deepEqual(end(line), [`approved = ${date}`, `approvedBy = ${who}`, `nextReview = ${next}`], line);
    assert.deepEqual(end('Approved on condition that the vendor signs. Next steps: none.'), []);
  });

  it('knows who owns a page, and a history of changes in German', () => {
    assert.deepEqual(fieldsOf('# M\n\n| **Page owner** | @Keane |\n|---|---|\n| Version | 7 |\n'), [
      'owner = @Keane',
      'version = 7',
    ]);
    const rows = '| Version | Datum | Änderung |\n|---|---|---|\n| 1.1 | 01.09.2026 | A |\n| 1.2 | 21.10.2026 | B |\n';
    assert.deepEqual(fieldsOf(`# V\n\n## 1 Zweck\n\nText.\n\n**Änderungsverlauf**\n\n${rows}`), ['version = 1.2']);
  });

  it('takes keys from the settings', () => {
    const settings = { ...defaultSettings, fieldKeys: { ...defaultSettings.fieldKeys, owner: ['Eigentümer'] } };
    assert.deepEqual(fieldsOf('---\neigentümer: A\nowner: B\n---\n', settings), ['owner = A']);
  });

  it('reads a table of fields', () => {
    const text =
      '# T\n\n| Field | Detail |\n|--|--|\n| **Document ID** | P-1 |\n| Version | [2.0](x) |\n| *Approved by* | [CEO / Board] |\n| Standard | a | b |\n| Owner | |\n\n## S\n';
    assert.deepEqual(fieldsOf(text), ['id = P-1', 'version = 2.0', 'approvedBy = [CEO / Board]', 'owner = ']);
  });

  it('reads tables whose header is empty, a field itself, or two fields wide', () => {
    assert.deepEqual(fieldsOf('| | |\n|-|-|\n| **ID** | P |\n'), ['id = P']);
    assert.deepEqual(fieldsOf('| ID | P |\n|-|-|\n| Owner | X |\n'), ['id = P', 'owner = X']);
    assert.deepEqual(fieldsOf('| a | b | c | d |\n|-|-|-|-|\n| ID | P | Owner | X |\n'), ['id = P', 'owner = X']);
    assert.deepEqual(fieldsOf('| ID | Version | Owner |\n|-|-|-|\n| P | 1 | X |\n'), [
      'id = P',
      'version = 1',
      'owner = X',
    ]);
  });

  it('is not misled by a history of versions or a table of controls', () => {
    assert.deepEqual(fieldsOf('# T\n\n| Version | Date |\n|-|-|\n| 1.0 | 2026 |\n'), []);
    assert.deepEqual(fieldsOf('# T\n\n| Version | Date | Approved by |\n|-|-|-|\n| 1 | a | b |\n| 2 | c | d |\n'), []);
    assert.deepEqual(fieldsOf('# T\n\n## S\n\n| Field | Detail |\n|-|-|\n| Owner | X |\n'), []);
  });

  it('reads bold labels, several on a line, in lists and paragraphs', () => {
    assert.deepEqual(
      fieldsOf(
        '# T\n\n**Document ID:** P-1\n**Version**: 1.0 | **Classification:** *Internal*\n\n- **Owner:** CISO\n- **Status:** Approved  \n- plain: x\n- owner: y\n',
      ),
      ['id = P-1', 'version = 1.0', 'classification = Internal', 'owner = CISO', 'status = Approved'],
    );
  });

  it('reads bold labels one behind the other, without a mark between, and what is coloured', () => {
    const fields = ['status = APPROVED', 'version = v.12', 'owner = CISO'];
    for (const line of [
      '**Status:** APPROVED  **Version:** v.12  **Owner:** CISO',
      '> **Status:** <span style="color:green">APPROVED</span> **Version:** v.12 **Jira:** X-1 **Owner:** CISO',
      '**Status**: APPROVED **Version**: v.12 **Owner**: CISO',
    ])
      assert.deepEqual(fieldsOf(`# T\n\n${line}\n`), fields, line);
    assert.deepEqual(fieldsOf('# T\n\n**Owner:** Head of **IT** and more\n'), ['owner = Head of **IT** and more']);
    assert.deepEqual(fieldsOf('# T\n\nWrite **Status:** Draft **Version:** 2\n'), []);
  });

  it('reads the numbers of issues and revisions, and two rows of labels and values', () => {
    assert.deepEqual(
      fieldsOf('# T\n\n| Document No. | S-1 | Issue No. | 04 |\n|-|-|-|-|\n| **Rev. No.** | 02 | Owner | CISO |\n'),
      ['id = S-1', 'version = 02', 'owner = CISO'],
    );
    assert.deepEqual(fieldsOf('---\nnummer: KH-BCM-002\nversion: "2"\n---\n# T\n'), ['id = KH-BCM-002', 'version = 2']);
    assert.deepEqual(fieldsOf('---\nnummer: 12\nversion: "2"\n---\n# T\n'), ['version = 2']);
  });

  it('reads plain labels only below words such as Document control', () => {
    assert.deepEqual(fieldsOf('# T\n\n> **Document control**  \n> Owner: [OWNER]  \n> Next review: {{date}}\n'), [
      'owner = [OWNER]',
      'nextReview = {{date}}',
    ]);
    assert.deepEqual(fieldsOf('# T\n\n## Document information\n\n- Owner: X\n'), ['owner = X']);
    assert.deepEqual(fieldsOf('# T\n\nOwner: X\n'), []);
  });

  it('lets front matter win over the body', () => {
    assert.deepEqual(fieldsOf('---\nowner: A\n---\n# T\n\n**Owner:** B\n**Version:** 2\n'), [
      'owner = A',
      'version = 2',
    ]);
  });

  it('reads the sign-off at the end, below a heading or a bold line', () => {
    const body = '# T\n\n- **Document ID:** P-7\n\n## Purpose\n\n**Owner:** not read here\n\n';
    const lines = '- **Prepared by:** A. Weaver\n- **Approved by:** Dr. B. Miller\n- **Next review:** 2027-02-01\n';
    const found = ['id = P-7', 'approvedBy = Dr. B. Miller', 'nextReview = 2027-02-01'];
    assert.deepEqual(fieldsOf(`${body}---\n\n**Document approval:**\n\n${lines}`), found);
    assert.deepEqual(fieldsOf(`${body}## 9. ✅ Approval & Review\n\n${lines}\n## Annex\n\n**Version:** 9\n`), found);
    assert.deepEqual(fieldsOf(`${body}### Approval of changes\n\n${lines}\n## Annex\n\nText.\n`), found.slice(0, 1));
    assert.deepEqual(
      fieldsOf(
        '# T\n\n## S\n\nText.\n\n## Sign-off\n\nPrepared by C. Baker. Approved by the bursar, Dr. D. Cooper, 2026-08-29.\n',
      ),
      ['approvedBy = the bursar, Dr. D. Cooper', 'approved = 2026-08-29'],
    );
  });

  it('ends an approval with its sentence', () => {
    const read = (line: string) => fieldsOf(`# T\n\n## S\n\nText.\n\n## Approval\n\n${line}\n`);
    const both = ['approvedBy = J. Doe', 'approved = 9 June 2026'];
    assert.deepEqual(read('Approved: J. Doe, 9 June 2026. Next review per A.5.1: June 2027.'), both);
    assert.deepEqual(read('Approved by: J. Doe, 9 June 2026. Valid until further notice.'), both);
    assert.deepEqual(read('Freigegeben: 9. Juni 2026. Nächste Prüfung nach A.5.1: Juni 2027.'), [
      'approved = 9. Juni 2026',
    ]);
  });

  it('reads the last lines of a text without a heading, where they say who approved it or until when', () => {
    const lines = 'Owner: Porter\nApproved: Board, 3 May 2026\nNext review: 2027-05-03\n';
    const found = ['owner = Porter', 'approvedBy = Board', 'approved = 3 May 2026', 'nextReview = 2027-05-03'];
    assert.deepEqual(fieldsOf(`# T\n\n## S\n\nText.\n\n---\n\n${lines}\n*Internal use only*\n`), found);
    const oneLine = 'Drafted: E. Fisher, 14/10/2026. Aprobado: Comité, 21/10/2026. Próxima revisión: 1/10/2027.\n';
    assert.deepEqual(fieldsOf(`# T\n\n## S\n\nText.\n\n${oneLine}`), [
      'approvedBy = Comité',
      'approved = 21/10/2026',
      'nextReview = 1/10/2027',
    ]);
    assert.deepEqual(fieldsOf('# T\n\n## S\n\n**Owner:** X\n**Version:** 2\n'), [], 'of something else perhaps');
    assert.deepEqual(fieldsOf(`# T\n\n## S\n\n${lines}\n## U\n\nText.\n\nMore.\n\nMore.\n`), []);
  });

  it('reads tables of signatures, with people in rows or in columns', () => {
    const approval = (table: string) => fieldsOf(`# T\n\n## S\n\nText.\n\n## Sign-off\n\n${table}`);
    assert.deepEqual(
      approval(
        '| Reviewer | Role | Approval date | Status |\n|-|-|-|-|\n| F. Gale | Head | 2025-03-16 | ✅ Approved |\n',
      ),
      ['approvedBy = F. Gale', 'approved = 2025-03-16'],
    );
    assert.deepEqual(
      approval(
        '| | Name | Date |\n|-|-|-|\n| Prepared | G. Hill | 2026-10-06 |\n| Approved | H. Ivory | 2026-10-14 |\n',
      ),
      ['approvedBy = H. Ivory', 'approved = 2026-10-14'],
    );
    assert.deepEqual(
      approval(
        '| | Prepared by | Approved by |\n|-|-|-|\n| Name | I. Joiner | J. Kent |\n| Date | 2026-01-02 | 2026-01-09 |\n',
      ),
      ['approvedBy = J. Kent', 'approved = 2026-01-09'],
    );
    assert.deepEqual(approval('| Risk | Name | Date |\n|-|-|-|\n'), []);
  });

  it('reads the part of a form in which its results are approved', () => {
    const below = (heading: string, rows: string) =>
      fieldsOf(`# T\n\n## S\n\nText.\n\n## ${heading}\n\n| Item | Name/position/date | Notes |\n|-|-|-|\n${rows}`);
    const found = ['approvedBy = Dr. O. Pike', 'approved = 3 March 2026'];
    const signed = '| Measures approved by: | Dr. O. Pike, 3 March 2026 | |\n| Advice given by: | P. Quill | x |\n';
    assert.deepEqual(below('Step 7: Sign off and record outcomes', signed), found);
    assert.deepEqual(below('Étape 7 : validation', signed.replace('approved by', 'approuvées par')), found);
    assert.deepEqual(below('Schritt 7 – Freigabe', signed.replace('approved by', 'freigegeben durch')), found);
    assert.deepEqual(below('Step 7: Measures', signed), []);
    assert.deepEqual(below('Step 7: Sign off', signed.replace('Dr. O. Pike, 3 March 2026', '')), []);
    assert.deepEqual(
      fieldsOf(
        '# T\n\n## S\n\nText.\n\n## Approval\n\n| Who | Name and role | Date |\n|-|-|-|\n| Approved by | R. Shaw, CEO | 2026-01-02 |\n',
      ),
      ['approvedBy = R. Shaw, CEO', 'approved = 2026-01-02'],
    );
  });

  it('takes the newest approval of a history of versions, and its version below words that say it is the history', () => {
    const table =
      '| Version | Date | Author | Approved by |\n|-|-|-|-|\n| 2 | 2026-04-01 | K | L. Moss |\n| 1 | 2025-04-01 | K | M. Nash |\n';
    const found = ['approved = 2026-04-01', 'approvedBy = L. Moss'];
    assert.deepEqual(fieldsOf(`# T\n\n${table}\n## S\n\nText.\n`), found);
    assert.deepEqual(fieldsOf(`# T\n\n## S\n\nText.\n\n## Änderungshistorie\n\n${table}`), ['version = 2', ...found]);
    assert.deepEqual(
      fieldsOf('# T\n\n| Version | Date | Approved by |\n|-|-|-|\n| 3 | 2026-04-01 | N. Otter |\n'),
      ['version = 3', 'approved = 2026-04-01', 'approvedBy = N. Otter'],
      'of one row that is the document itself',
    );
    assert.deepEqual(fieldsOf(`# T\n\n## Exclusions\n\n${table.replace('Version', 'Control')}`), []);
  });

  it('reads the latest version of a history, in any order, unless one is stated', () => {
    const below = (heading: string, ...rows: string[]) =>
      fieldsOf(
        `# T\n\n**Owner:** A\n\n## S\n\nText.\n\n${heading}\n\n${rows[0]}\n|-|-|-|\n${rows.slice(1).join('\n')}\n`,
      );
    const rows = [
      '| Version | Date | Change |',
      '| 1.9 | May 2024 | a |',
      '| 1.10 | June 2025 | b |',
      '| 1.2 | 2021 | c |',
    ];
    for (const heading of [
      '## Revision history',
      '**Version history:**',
      '## 9. Change log',
      '## Historie',
      '## Document control',
    ])
      assert.deepEqual(below(heading, ...rows), ['owner = A', 'version = 1.10'], heading);
    assert.deepEqual(below('## History', '| Rev. | Date | Note |', '| 3 | 6/30/2018 | a |'), [
      'owner = A',
      'version = 3',
    ]);
    assert.deepEqual(below('## Änderungen', '| Datum | Version | Autor |', '| 1.2.2026 | v2 | B |'), [
      'owner = A',
      'version = v2',
    ]);
    assert.deepEqual(below('## Change log', '| Change | Date | Approved by |', '| New server | 2026-01-02 | B |'), [
      'owner = A',
    ]);
    assert.deepEqual(below('## Document versions', '| Document | Version | Date |', '| POL-1 | 2 | 2026-01-02 |'), [
      'owner = A',
    ]);
    assert.deepEqual(below('## Revision history', '| Version | Date | Change |', '| Initial | 2026-01-02 | B |'), [
      'owner = A',
    ]);
    const stated = `# T\n\n**Version:** 3\n\n## Revision history\n\n${rows[0]}\n|-|-|-|\n${rows[1]}\n`;
    assert.deepEqual(fieldsOf(stated), ['version = 3']);
    const opening =
      '# T\n\n## Document control\n\n| Version | Date | Author |\n|-|-|-|\n| 1 | 2025-01-02 | A |\n| 2 | 2026-01-02 | A |\n';
    assert.deepEqual(fieldsOf(opening), ['version = 2']);
  });

  it('reads a table of one row only where it is one of the document', () => {
    const oneRow = (head: string, row: string) => fieldsOf(`# T\n\n${head}\n|-|-|-|-|\n${row}\n`);
    assert.deepEqual(oneRow('| Risk | Status | Owner | Control |', '| Fire | open | A | x |'), []);
    assert.deepEqual(oneRow('| ID | Finding | Status | Owner |', '| F-1 | Door | open | A |'), []);
    assert.deepEqual(oneRow('| Document ID | Department | Status | Owner |', '| P-1 | IT | draft | A |'), [
      'id = P-1',
      'status = draft',
      'owner = A',
    ]);
    assert.deepEqual(oneRow('| Policy | Unit | Status | Owner |', '| Doors | IT | draft | A |'), [
      'status = draft',
      'owner = A',
    ]);
    assert.deepEqual(oneRow('| Date | Author | Version | Owner |', '| May | B | 2 | A |'), [
      'version = 2',
      'owner = A',
    ]);
    assert.deepEqual(oneRow('| Owner | Unit | Status | Class |', '| A | IT | draft | x |'), [
      'owner = A',
      'status = draft',
    ]);
  });

  it('knows the labels of universities and forms', () => {
    for (const label of ['Policy Number', 'Policy No.', 'Document No', 'Doc. Ref.'])
      assert.deepEqual(fieldsOf(`# T\n\n**${label}:** ISP-001\n**Responsible Official:** Bursar\n`), [
        'id = ISP-001',
        'owner = Bursar',
      ]);
  });

  it('reads the labels of seven languages, with and without accents', () => {
    assert.deepEqual(
      fieldsOf(
        '---\neigentuemer: A\nfreigegeben_von: B\nfreigabedatum: 2026-02-03\nnaechste_pruefung: 2027-02-03\n---\n',
      ),
      ['owner = A', 'approvedBy = B', 'approved = 2026-02-03', 'nextReview = 2027-02-03'],
    );
    assert.deepEqual(
      fieldsOf('---\nstatut: approuvé\nproprietaire: A\napprouvé_par: B\nprochaine_revue: 2027-02-03\n---\n'),
      ['status = approuvé', 'owner = A', 'approvedBy = B', 'nextReview = 2027-02-03'],
    );
    assert.deepEqual(fieldsOf('---\ncodigo: SGSI-01\nresponsable: CISO\nestado: aprobado\n---\n'), [
      'id = SGSI-01',
      'owner = CISO',
      'status = aprobado',
    ]);
    const rows = [
      ['Propietario', 'Aprobada', 'Próxima revisión'],
      ['Proprietário', 'Aprovado em', 'Próxima revisão'],
      ['Eigenaar', 'Goedgekeurd op', 'Volgende herziening'],
      ['Proprietario', 'Approvato il', 'Prossimo riesame'],
    ];
    for (const [owner, approved, review] of rows) {
      const table = `# T\n\n| Campo | Valor |\n|-|-|\n| ${owner} | A |\n| ${approved} | 2026-02-03 |\n| ${review} | 2027-02-03 |\n`;
      assert.deepEqual(fieldsOf(table), ['owner = A', 'approved = 2026-02-03', 'nextReview = 2027-02-03']);
    }
  });

  it('takes a value that says who and when apart', () => {
    assert.deepEqual(
      fieldsOf('# T\n\n| Field | Detail |\n|-|-|\n| Approved | Governance board, 14.03.2024 |\n| Owner | A |\n'),
      ['approvedBy = Governance board', 'approved = 14.03.2024', 'owner = A'],
    );
    assert.deepEqual(fieldsOf('---\napproved_by: CTO on 14 March 2026\n---\n'), [
      'approvedBy = CTO',
      'approved = 14 March 2026',
    ]);
    assert.deepEqual(fieldsOf('---\nfreigabe: Vorstand\n---\n'), ['approvedBy = Vorstand']);
    assert.deepEqual(fieldsOf('---\napproved: yes\n---\n'), ['approved = yes']);
    assert.deepEqual(fieldsOf('---\napproved_by: Board\napproved: Board, 2026-01-01\n---\n'), [
      'approvedBy = Board',
      'approved = 2026-01-01',
    ]);
  });

  it('reads labels with a picture before or behind them', () => {
    assert.deepEqual(
      fieldsOf('# T\n\n| | |\n|-|-|\n| 📄 Document ID | P-1 |\n| Owner 👤 | A |\n| ✅ Status | Draft |\n'),
      ['id = P-1', 'owner = A', 'status = Draft'],
    );
    assert.deepEqual(fieldsOf('# T\n\n**🔄 Next review:** 2027-01-01\\\n**👩‍💼 Owner:** A\n'), [
      'nextReview = 2027-01-01',
      'owner = A',
    ]);
  });

  it('ends a review date where words follow on it, unless they name one as late', () => {
    const review = (value: string) => fieldsOf(`# T\n\n**Next review:** ${value}\n`);
    for (const behind of [', or earlier after an incident.', ' or sooner', ' (CISO)', '; changes in 5.2 (2023)'])
      assert.deepEqual(review(`30 June 2027${behind}`), ['nextReview = 30 June 2027'], behind);
    assert.deepEqual(review('30.6.2026. Amendments: 7.3 (2024).'), ['nextReview = 30.6.2026']);
    assert.deepEqual(review('June 30, 2027, then yearly'), ['nextReview = June 30, 2027']);
    assert.deepEqual(review('2026-06-30 (now 2026-12-31)'), ['nextReview = 2026-06-30 (now 2026-12-31)']);
    assert.deepEqual(review('quarterly, by June 2027'), ['nextReview = quarterly, by June 2027']);
  });

  it('takes the short name of who approves for one', () => {
    const table = '| Dokument | Version | Freigabe |\n|---|---|---|\n| RL-07 | 5.3 | GF |\n';
    assert.deepEqual(fieldsOf(`# T\n\n${table}`), ['id = RL-07', 'version = 5.3', 'approvedBy = GF']);
    assert.deepEqual(fieldsOf('# T\n\n**Freigabe:** OK\n'), ['approved = OK']);
  });

  it('leaves prose alone', () => {
    assert.deepEqual(fieldsOf(`# T\n\n**Owner:** ${'long words '.repeat(60)}\n`), []);
    assert.deepEqual(fieldsOf('# T\n\nText.\n\n# Another\n\n**Owner:** X\n'), []);
  });
});
