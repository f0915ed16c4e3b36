/** How auditors write: findings, programmes and minutes that cite briefly. What is read in them, and what is said of it. */
import assert from 'node:assert/strict';
import { allFindings } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

const catalog = catalogOfProject();

/** `27001:2022 A.5.15` for each reference; without its standard where that is 27001:2022. */
function read(text: string, standards: readonly string[] = []): string[] {
  const { documents } = makeSnapshot({ 'policy.md': text }, { catalog, settings: { standards } });
  return documents.get('policy.md')!.references.map(({ standard, edition, ids }) => {
    const name =
      standard === null ? '? ' : standard === '27001' && edition === '2022' ? '' : `${standard}:${edition ?? ''} `;
    return name + ids.join(' ');
  });
}

/** `unknown-reference A.8.35` for each finding on a reference. */
function complaints(text: string, standards: readonly string[] = []): string[] {
  const snapshot = makeSnapshot({ 'policy.md': text }, { catalog, settings: { standards } });
  return allFindings(snapshot)
    .filter(({ code }) => /reference|edition/.test(code))
    .map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
}

const report = '# Audit report (ISO/IEC 27001:2022)\n\n';

describe('a number without a letter behind a control', () => {
  it('is the clause where the edition has no such control', () => {
    const text = `${report}Findings: A.5.24 and 10.2; A.8.13 / 10.1.\n\nOFI-4 (A.5.18, 9.1)\n\n- A.5.36, 9.1–9.3\n`;
    assert.deepEqual(read(text), ['A.5.24', '10.2', 'A.8.13', '10.1', 'A.5.18', '9.1', 'A.5.36', '9.1 9.2 9.3']);
    assert.deepEqual(complaints(text), []);
  });

  it('is the clause behind the name of the standard too, whatever else the document is about', () => {
    const text = '# System (ISO/IEC 27001:2022, 27701:2025, 42001:2023)\n\nISO 27001:2022 A.8.1, 10.1.\n';
    assert.deepEqual(read(text, ['27001:2022', '27701:2025', '42001:2023']), ['A.8.1', '10.1']);
  });

  it('is the clause in a document that names no standard', () => {
    const text = '# Access\n\nChecked: A.5.15, 10.2 and A.5.18, 9.1.\n';
    assert.deepEqual(read(text, ['27001:2022']), ['A.5.15', '10.2', 'A.5.18', '9.1']);
    assert.deepEqual(read(`${text}\nA.5.16 is met.\n`), ['A.5.15', '10.2', 'A.5.18', '9.1', 'A.5.16']);
  });

  it('stays a control where the edition has it, also as one of another time, or has neither', () => {
    assert.deepEqual(read(`${report}- A.5.15, 5.16, 8.3\n- A.6.3 / 7.2\n- A.8.13, 9.7\n`), [
      'A.5.15',
      'A.5.16',
      'A.8.3',
      'A.6.3',
      'A.7.2',
      'A.8.13',
      'A.9.7',
    ]);
    assert.deepEqual(complaints(`${report}See A.8.13, 8.35.\n`), ['unknown-reference 8.35']);
    assert.deepEqual(read('# Report (ISO/IEC 27001:2013)\n\nA.9.2, 10.1.\n'), [
      '27001:2013 A.9.2',
      '27001:2013 A.10.1',
    ]);
    assert.deepEqual(read('# Report (ISO/IEC 42001:2023)\n\nA.8.4, 10.2.\n'), [
      '42001:2023 A.8.4',
      '42001:2023 A.10.2',
    ]);
    assert.deepEqual(read('# ISO/IEC 27001:2013 to 2022\n\nFormerly A.8.1, 9.2.\n').slice(1), ['27001:2013 A.9.2']);
  });
});

describe('a standard on auditing', () => {
  const by = 'The audit followed ISO 19011:2018';

  it('has none of the clauses and controls that were audited by it', () => {
    const text = `${report}${by} and covered clauses 4 to 6 and A.5.15. It found one nonconformity against clause 9.2.2 and one against A.8.35.\n`;
    assert.deepEqual(read(text), ['4 5 6', 'A.5.15', '9.2.2', 'A.8.35']);
    assert.deepEqual(complaints(text), ['unknown-reference A.8.35']);
    const german =
      '# Auditbericht (ISO/IEC 27001:2022)\n\nNach DIN EN ISO 19011 und ISO/IEC 17021-1 geprüft wurden Klausel 9.2 und A.5.1.\n';
    assert.deepEqual(read(german), ['9.2', 'A.5.1']);
    assert.deepEqual(read(`${report}${by}. It found:\n\n- clause 9.2.2\n- A.8.13\n`), ['9.2.2', 'A.8.13']);
  });

  it('has the clauses right beside it, and those that nobody else has', () => {
    const text = `${report}By ISO 19011 clause 7.2, ISO/IEC 17021-1 (see clause 9.2), ISO 19011 and its clause 5.3. Clause 9.2 of ISO/IEC 17021-1. ${by}. Clause 5.4 asks for a leader.\n`;
    const ids = ['19011: 7.2', '17021: 9.2', '19011: 5.3', '17021: 9.2', '19011:2018 5.4'];
    assert.deepEqual(read(text), ids);
  });

  it('has those below its heading, beside its name in a table or item, and behind its own lead-in', () => {
    const table = '| Standard | Clause |\n|---|---|\n| ISO 19011 | 7.2 |\n| ISO/IEC 27001 | 7.2 |\n';
    assert.deepEqual(read(`${report}${table}`), ['19011: 7.2', '7.2']);
    for (const before of ['## ISO 19011\n\n', 'As ISO 19011 says:\n\n- ', '- ISO 19011\n  - '])
      assert.deepEqual(read(`${report}${before}clause 7.2\n`), ['19011: 7.2']);
  });
});

describe('the number of a section or item', () => {
  it('does not belong to the standard that its words name', () => {
    const lines = [
      '### 10.4 The ISO/IEC 27001 audit',
      '8.5 The ISO/IEC 42001 project is on hold.',
      '- 5.9 From ISO/IEC 42001 Annex A: none.',
      '**5.9** In ISO/IEC 42001 there is more.',
      '5.5 All ISO/IEC 27001 documents',
      '- 10.6 Der ISO-27001-Auditor kommt.',
      '10.4 La norme ISO 27001',
    ];
    for (const line of lines) assert.deepEqual(read(`# Agenda\n\n${line}\n`), [], line);
    assert.deepEqual(complaints(`${report}| Clause | What |\n|---|---|\n| 10.4 The ISO 27001 audit | x |\n`), []);
  });

  it('is a citation where the phrase goes on', () => {
    const text =
      '# Register\n\n5.1 of ISO/IEC 27001; 8.13 OF ISO/IEC 27001.\n\n- 7.2 der ISO/IEC 27001\n- 10.4 of ISO/IEC 27001\n';
    assert.deepEqual(read(text, ['27001:2022']), ['5.1', 'A.8.13', '7.2', '10.4']);
    assert.deepEqual(complaints(text, ['27001:2022']), ['unknown-reference 10.4']);
  });
});

describe('an amount behind the name of a standard', () => {
  it('is no clause', () => {
    const amounts = [
      '8.5 k€',
      '8.5 h',
      '9.4 MNOK',
      '10.5 kEUR',
      '10.5 TEUR',
      '8.5 €',
      '8.5 FTE',
      '9.5 jours',
      '10.5 Std.',
    ];
    for (const amount of [...amounts, '8.5 auditor days', '8.5 man-days', '8.5 points', '8.5 mCHF, 8.6 Mio'])
      for (const joint of [':', '', ' –'])
        assert.deepEqual(read(`# Budget\n\n- ISO 27001${joint} ${amount}\n`), [], `${joint} ${amount}`);
  });

  it('is something else than a clause with its item or title, or one that does not exist', () => {
    const text = '# Register\n\nISO 27001 5.1 h; ISO 27001: 9.2 audit days are planned.\n\n- ISO/IEC 27001: 8.5\n';
    assert.deepEqual(read(text, ['27001:2022']), ['5.1 h', '9.2', '8.5']);
    assert.deepEqual(complaints(text), ['unknown-reference 8.5']);
  });
});

describe('the short word for a clause', () => {
  it('is no time of day, and nobody’s initials', () => {
    const text = `${report}- KL 9.30 opening meeting\n- KL 10.5 days, CL 4.2 days\n- Kl. 13.30 kaffe\n- kl. 9.30 møde\n`;
    assert.deepEqual(read(text), []);
  });

  it('is German with its dot or small letter, and English', () => {
    const text = '# Auditbericht (ISO/IEC 27001:2022)\n\nKl. 9.2, Kl 10.2, KL. 7.2 und Kl.6.1.3; Cl. 9.1.\n';
    assert.deepEqual(read(text), ['9.2', '10.2', '7.2', '6.1.3', '9.1']);
  });
});

describe('an old number whose sentence tells what became of it', () => {
  const reviewed = '# Document review (ISO/IEC 27001:2022)\n\nSee A.5.7, A.5.23, A.8.10 and A.8.28.\n\n';

  it('is no slip', () => {
    for (const sentence of [
      'The policy cites A.10.1.1 and A.10.1.2; both are now in 8.24.',
      'A.6.1.5 went into 5.8 together with A.14.1.1.',
      'A.9.4.2 is now part of 8.5.',
      'The policy cites A.9.2.1; this is 5.16 now.',
      'A.11.1.2 und A.11.1.3 sind heute in 7.2 und 7.3.',
      'La mesure A.11.1.6 est désormais dans 7.2.',
      'A.10.1.1 is retired.',
      'The older SoA (v1.4) had here A.14.2.1–A.14.2.9.',
      'Die ältere Fassung nannte A.12.6.1.',
    ])
      assert.deepEqual(complaints(`${reviewed}- ${sentence}\n`), [], sentence);
  });

  it('is one where something else is told', () => {
    for (const sentence of [
      'Keys of retired servers follow A.10.1.1.',
      'A.10.1.1 now takes in 8.5 servers.',
      'Older laptops are wiped (A.10.1.1).',
      'A.10.1.1 went into the policy.',
    ])
      assert.deepEqual(complaints(`${reviewed}- ${sentence}\n`), ['superseded-edition A.10.1.1'], sentence);
  });
});

describe('the year of a product in the row of a register', () => {
  const register = (asset: string, ids: string, head = 'Asset') =>
    `# Risk register (ISO/IEC 27001:2022)\n\n| ID | ${head} | Controls |\n|---|---|---|\n| R1 | ${asset} | ${ids} |\n\nISO/IEC 42001 A.9.2 may apply.\n`;

  it('names no edition', () => {
    for (const asset of ['SAP S/4 2023', 'Office 2013', 'Windows Server 2022', 'AutoCAD 2023 LT'])
      assert.deepEqual(read(register(asset, 'A.8.5, A.5.2')).slice(0, 2), ['A.8.5', 'A.5.2'], asset);
  });

  it('is an edition below a word for one, or behind it', () => {
    for (const head of ['Edition', 'ISO 27001', 'Fassung der Norm'])
      assert.deepEqual(read(register('2013', 'A.8.2', head)).slice(0, 1), ['27001:2013 A.8.2'], head);
    for (const label of ['ISMS 2013', 'Edition 2013', 'Annex A 2013', 'Nummer 2013', 'Zuordnung 2013'])
      assert.deepEqual(read(register(label, 'A.8.2')).slice(0, 1), ['27001:2013 A.8.2'], label);
  });
});

describe('a date in the row of a statement', () => {
  const statement = (remark: string, head: string) =>
    `# SoA ISO/IEC 27001:2022\n\nISO/IEC 42001:2023 is planned.\n\n## Controls\n\n| Control | Title | ${head} |\n|---|---|---|\n| A.7.4 | Monitoring of rooms | ${remark} |\n| A.8.2 | Rights | 2013 |\n`;

  it('names no edition, and no standard that has one of its year', () => {
    const dates = [
      '2023-05-15',
      '15/05/2023',
      'May 15, 2023',
      '2023',
      '12/2023',
      'Q3/2023',
      'v1.2 (2023)',
      'CVE-2023-4863',
    ];
    for (const date of [...dates, 'F-2023-01', 'Camera permit 7.4/2023', 'bought in 2023'])
      assert.deepEqual(read(statement(date, 'Last review')), ['A.7.4', 'A.8.2'], date);
  });

  it('names none below a head that speaks of a control, or that is a month', () => {
    for (const head of ['Control since', 'Requirement met in', 'Clause checked'])
      assert.deepEqual(read(statement('2023', head)), ['A.7.4', 'A.8.2'], head);
    assert.deepEqual(read(statement('May 2023', 'Remark')), ['A.7.4', 'A.8.2']);
  });

  it('names none as the label of its row', () => {
    const findings =
      '# Findings ISO/IEC 27001:2022\n\nISO/IEC 42001:2023 is planned.\n\n## List\n\n| No. | Control |\n|---|---|\n| F-2023-01 | A.8.4 |\n| 2023-02-14 | A.7.4 |\n';
    assert.deepEqual(read(findings), ['A.8.4', 'A.7.4']);
  });
});

describe('labels of a finding', () => {
  it('may be a date at the beginning of a line', () => {
    const history = '# P (ISO/IEC 27001:2022)\n\n- 2026-01: section 6; "A.8.26" was moved.\n\n(2026-01: section 7.2)\n';
    assert.deepEqual(read(history), ['A.8.26']);
  });

  it('say whether a control or a clause follows', () => {
    const text = `${report}**Control reference:** 8.8 Management of technical vulnerabilities; 8.20 Networks security\n\nControls not applicable: 7.11, 7.12, 8.30.\n\n- Req: 10.1\n`;
    assert.deepEqual(read(text), ['A.8.8', 'A.8.20', 'A.7.11', 'A.7.12', 'A.8.30', '10.1']);
  });

  it('mean nothing in a text about something else', () => {
    assert.deepEqual(
      read('# Lathe\n\nControl reference: 8.8 turns left. Controls not applicable: 7.11 here. Req: 5.3 bar.\n'),
      [],
    );
  });
});

describe('a chapter behind the number of a finding', () => {
  it('is the clause that was not met, in any language', () => {
    const lines = [
      ...['**NA-01 (Kap. 7.5.3):** zwei Fassungen.', '**HA-02 (Kapitel 9.2)** offen.', 'NC-01 (section 9.3.2) open.'],
      ...['NC-2024-03 (chapitre 7.5) ouvert.', '**OM-04 (apartado 7.2)** abierto.', 'OBS-04: In Kapitel 8.2 fehlt es.'],
    ];
    const list = '- OM 01 – requisito 6.2: obiettivi\n- NC 02, requisito 9.2: audit\n';
    assert.deepEqual(read(`${report}${lines.join('\n\n')}\n\n${list}`), [
      ...['7.5.3', '9.2', '9.3.2', '7.5', '7.2', '8.2', '6.2', '9.2'],
    ]);
    assert.deepEqual(complaints(`${report}NA-02 (Abschnitt 10.3) offen.\n`), ['unknown-reference Abschnitt 10.3']);
  });

  it('is one of a text whose code stands before it, or that is named behind it', () => {
    const text =
      'RL-06 (Kap. 5.2) gilt. Die R 02 nennt in Abschnitt 6.2 das Ziel. NC-03 (Kap. 5.2 der Leitlinie) offen.';
    assert.deepEqual(read(`${report}${text}\n`), []);
    assert.deepEqual(read(`${report}3, Kapitel 9.2\n`), ['9.2']);
  });
});

describe('a report with a short table of controls without letters', () => {
  it('cites clauses in brackets and behind "see"', () => {
    const table = '\n| Control | Result |\n|---|---|\n| 5.7 | C |\n| 5.18 | NC |\n';
    const named =
      '# Audit report\n\nStandard: ISO/IEC 27001:2022\n\nResources suffice (7.1). Roles are assigned, see 5.3.\n';
    assert.deepEqual(read(`${named}${table}| 8.8 | NC |\n`), ['7.1', '5.3', 'A.5.7', 'A.5.18', 'A.8.8']);
    assert.deepEqual(read(named), []);
    assert.deepEqual(read(named + table), ['A.5.7', 'A.5.18']);
  });
});

describe('a control of Annex A that does not exist', () => {
  it('is told in a text that cites others', () => {
    const text = (words: string) => `${report}Access follows A.5.15. Contracts follow control 5.39${words}.\n`;
    assert.deepEqual(complaints(text(' of Annex A')), ['unknown-reference 5.39']);
    assert.deepEqual(complaints(text('')), []);
  });
});

describe('numbers behind Annex A and a colon', () => {
  it('are controls where only those have them', () => {
    const excluded = `${report}From Annex A, three are not applicable: 7.12, 8.30 and 8.34.\n`;
    assert.deepEqual(read(excluded), ['A.7.12', 'A.8.30', 'A.8.34']);
    const gates = `${report}Gates follow Annex A: 8.25 design, 8.28 code, 8.29 test.\n`;
    assert.deepEqual(read(gates), ['A.8.25', 'A.8.28', 'A.8.29']);
    assert.deepEqual(read(`${report}How far Annex A is done, by theme: 5.6, 5.8, 6.5.\n`), []);
  });
});
