/** Bare numbers where controls are spoken of, that are clauses: "the effectiveness of controls (9.1)". */
import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

const policy = '# Policy (ISO/IEC 27001:2022)\n\nAccess follows A.5.15.\n\n';

describe('a number behind a word for controls, of which the standard has no control', () => {
  it('is the clause where it stands in brackets', () => {
    for (const line of [
      'The controls (9.1) are measured, and the auditor tests controls (9.2).',
      'Die Wirksamkeit der Maßnahmen (9.1) wird gemessen. Wir prüfen Maßnahmen (9.2).',
      "L'efficacité des mesures (9.1) est mesurée. Audit des mesures (9.2).",
      'A eficácia dos controles (9.1) é medida. Auditoria dos controles (9.2).',
    ])
      assert.deepEqual(idsRead(`${policy}${line}\n`), ['27001 A.5.15', '27001 9.1', '27001 9.2'], line);
    assert.deepEqual(idsRead('# AI (ISO/IEC 42001:2023)\n\nWe measure our controls (9.1), and control (A.9.2).\n'), [
      '42001 9.1',
      '42001 A.9.2',
    ]);
  });

  it('is the number of old where the text says so, or another one tells', () => {
    assert.deepEqual(idsRead(`${policy}Control 9.2 holds.\n`), ['27001 A.5.15', '27001 A.9.2']);
    assert.deepEqual(idsRead(`${policy}Technical controls (9.2, 9.4) hold.\n`), [
      '27001 A.5.15',
      '27001 A.9.2',
      '27001 A.9.4',
    ]);
    assert.deepEqual(idsRead('# Policy (ISO/IEC 27001:2013)\n\nA.9.1.1 holds. The controls (9.1) are measured.\n'), [
      '27001 A.9.1.1',
      '27001 A.9.1',
    ]);
  });

  it('is the clause below a key that only names the standard', () => {
    const read = (list: string, rest = ''): string[] => idsRead(`---\n${list}\n---\n# Audits\n\n${rest}\n`);
    assert.deepEqual(read('iso27001: ["5.35", "8.34", "9.2"]'), ['27001 A.5.35', '27001 A.8.34', '27001 9.2']);
    assert.deepEqual(read('iso27001: ["9.2", "9.3"]'), ['27001 9.2', '27001 9.3']);
    assert.deepEqual(read('satisfies:\n  ISO27001: [10.1, 5.35]'), ['27001 10.1', '27001 A.5.35']);
    assert.deepEqual(read('iso27001: "5.35, 9.2, 7.5.3"'), ['27001 A.5.35', '27001 9.2', '27001 7.5.3']);
    assert.deepEqual(read('iso27001: ["9.2", "9.4"]'), ['27001 A.9.2', '27001 A.9.4']);
    assert.deepEqual(read('iso27001: ["9.2"]', 'We follow ISO/IEC 27001:2013.'), ['27001 A.9.2']);
    assert.deepEqual(read('iso27001_controls: ["9.2"]'), ['27001 A.9.2']);
  });

  it('is the clause in a row whose label names the edition', () => {
    const rows = ['| Framework | Control(s) |', '|---|---|', '| ISO/IEC 27001:2022 | A.8.15 |'];
    const clauses = '| ISO/IEC 27001:2022 (clauses) | 9.1, 10.2 |';
    assert.deepEqual(idsRead(`# Logs\n\n${[...rows, clauses, '| ISO/IEC 42001:2023 | A.6.2.8 |'].join('\n')}\n`), [
      '27001 A.8.15',
      '27001 9.1',
      '27001 10.2',
      '42001 A.6.2.8',
    ]);
  });
});

describe('the number of a clause beside a management system, in a column that other lines lead to', () => {
  const list = '# New in the ISMS team\n\n- Read ISO/IEC 27001:2022 clauses 4–10\n- AI: read ISO/IEC 42001\n\n';

  it('is one of its standard, and not a control of another', () => {
    const rows = ['| Term | Meaning |', '|---|---|', '| ISMS | 4.4 |', '| Changes | Board for changes (A.8.32) |'];
    assert.deepEqual(idsRead(`${list}${rows.join('\n')}\n`).slice(1), ['27001 4.4', '27001 A.8.32']);
  });

  it('is not led in to by the last of several items', () => {
    const rows = ['| Task | Reference |', '|---|---|', '| Training | 7.2, 9.2 |', '| Suppliers | A.5.19 |'];
    const table = `${rows.join('\n')}\n`;
    assert.deepEqual(idsRead(`${list}${table}`).slice(1), ['27001 7.2', '27001 9.2', '27001 A.5.19']);
    const leadIn = '# Work\n\n- ISO/IEC 27001: done.\n- These are left of ISO/IEC 42001:\n\n';
    assert.deepEqual(idsRead(`${leadIn}${table.replace('| Suppliers | A.5.19 |\n', '')}`), ['42001 7.2', '42001 9.2']);
  });
});

describe('the word for a control at the end of what a clause is about', () => {
  const read = (line: string): string[] =>
    idsRead(`# Manual (ISO/IEC 27001:2022)\n\n${line}\n\nAccess follows A.5.15.\n`).slice(0, -1);

  it('means no control', () => {
    for (const [line, id] of [
      ['Operational planning and control (8.1) covers suppliers.', '8.1'],
      ['## Operational planning and control (8.1)', '8.1'],
      ['| Topic | Text |\n|---|---|\n| Operations | Operational control (8.1) |', '8.1'],
      ['Operational control 8.1 covers suppliers.', '8.1'],
      ['Document control (7.5) is strict.', '7.5'],
      ['Documentation control (7.5.3) is strict.', '7.5.3'],
      ['Change control (6.3) is strict.', '6.3'],
      ['Risk control (8.3) is strict.', '8.3'],
    ] as const)
      assert.deepEqual(read(line), [`27001 ${id}`], line);
    assert.deepEqual(read('See PRO-1 for naming (7.5.2) and control (7.5.3) of documents.'), [
      '27001 7.5.2',
      '27001 7.5.3',
    ]);
  });

  it('means one where its title, its article or nothing says so', () => {
    for (const [line, id] of [
      ['Physical entry control (7.2) is strict.', 'A.7.2'],
      ['Privileged access control (8.2) is strict.', 'A.8.2'],
      ['Access control (8.3) is strict.', 'A.8.3'],
      ['The control (8.2) is strict.', 'A.8.2'],
      ['Our control (6.3) is strict.', 'A.6.3'],
      ['control (5.1), with a policy', 'A.5.1'],
      ['Operational controls (8.1) are strict.', 'A.8.1'],
      ['Change control (8.32) is strict.', 'A.8.32'],
    ] as const)
      assert.deepEqual(read(line), [`27001 ${id}`], line);
  });
});
