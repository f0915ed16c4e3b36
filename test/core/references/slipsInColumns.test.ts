/** Numbers that do not exist, and clauses, in short columns below "Control", "Clause" and "Annex A". */
import assert from 'node:assert/strict';
import { referencesInTable as read } from '../../support/tableReadings.js';

const audit = 'Audit (ISO/IEC 27001:2022)';

function below(head: string, ...numbers: string[]): string[] {
  return [`| ${head} | Result |`, ...numbers.map((number) => `| ${number} | ok |`)];
}

describe('a short column of controls or clauses', () => {
  it('keeps numbers that do not exist, where its head says what they are', () => {
    for (const head of ['Control', 'Annex A', 'Maßnahme', 'ISO 27001 control'])
      assert.deepEqual(read(audit, below(head, '5.37', '5.38', '8.35')), ['A.5.37', 'A.5.38', 'A.8.35'], head);
    for (const head of ['Clause', 'Normkapitel', 'ISO 27001 clause'])
      assert.deepEqual(read(audit, below(head, '9.2', '9.4', '10.3')), ['9.2', '9.4', '10.3'], head);
    const statement = ['| Nr. | Maßnahme |', '| 6.1 | Prüfung |', '| 6.2 | Vertrag |', '| 6.9 | Reisen |'];
    assert.deepEqual(read('SoA ISO/IEC 27001:2022', statement), ['A.6.1', 'A.6.2', 'A.6.9']);
  });

  it('keeps those farther on in a cell', () => {
    const risks = [
      '| Risk | Controls |',
      '| Fire | 7.5, 8.13 |',
      '| Worm | 8.7 and 8.41 |',
      '| Leaver | 5.18, 6.5, 5.39 |',
    ];
    const found = ['A.7.5', 'A.8.13', 'A.8.7', 'A.8.41', 'A.5.18', 'A.6.5', 'A.5.39'];
    assert.deepEqual(read('Risks (ISO/IEC 27001:2022)', risks), found);
    assert.deepEqual(read(audit, below('Clause', '9.2, 9.4')), ['9.2', '9.4']);
    const pims = read('PIMS (ISO/IEC 27701:2025)', below('Control', '1.2.4', '1.3.7, 1.3.19'));
    assert.ok(pims.includes('27701:2025 A.1.3.19'));
  });

  it('keeps those beside another number, where it is headed by a standard and its edition', () => {
    const rows = (head: string): string[] => [
      `| Part | ${head} |`,
      '| Suppliers | 5.19, 5.20 |',
      '| Access | 5.15, 5.38 |',
    ];
    const found = ['A.5.19', 'A.5.20', 'A.5.15'];
    assert.deepEqual(read('Mapping', rows('ISO 27001:2022')), [...found, 'A.5.38']);
    assert.deepEqual(read('Mapping', [...rows('ISO/IEC 27001:2022').slice(0, 2), '| Access | 5.39, 5.15 |']).sort(), [
      'A.5.15',
      'A.5.19',
      'A.5.20',
      'A.5.39',
    ]);
    assert.deepEqual(read('Mapping', rows('ISO 27001')), found, 'no edition');
    assert.deepEqual(
      read('Mapping', [...rows('ISO 27001:2022'), '| Logs | 8.41 |']).includes('A.8.41'),
      false,
      'alone',
    );
    assert.deepEqual(read('Mapping', [...rows('ISO 27001:2022'), '| Logs | 8.15, 9.4 |']).includes('A.9.4'), false);
  });

  it('keeps clauses that count on where titles of clauses stand beside them, and two among many', () => {
    const rows = ['| Clause | Topic |', '| 9.1 | Figures |', '| 9.2 | Internal audit |', '| 9.3 | Management review |'];
    assert.deepEqual(read(audit, [...rows, '| 9.4 | Reports |']), ['9.1', '9.2', '9.3', '9.4']);
    const own = ['| Clause | Topic |', '| 9.1 | Figures |', '| 9.2 | Internal audit |', '| 9.3 | Board |'];
    assert.deepEqual(read(audit, [...own, '| 9.4 | Reports |']), ['9.1', '9.2', '9.3']);
    const ten = ['4.1', '4.2', '5.1', '5.2', '6.1', '6.2', '7.1', '8.1', '9.1', '9.2'];
    assert.deepEqual(read(audit, below('Clause', ...ten, '6.4', '10.3')), [...ten, '6.4', '10.3']);
    assert.deepEqual(read(audit, below('Clause', ...ten.slice(1), '6.4', '10.3')), ten.slice(1));
  });

  it('leaves those that may be of something else there too', () => {
    const among = (title: string, head: string, ...cells: string[]): boolean =>
      read(title, below(head, '8.7, 8.13', '8.22, 8.23', '5.17, 8.5', ...cells)).includes('A.8.41');
    assert.equal(among(audit, 'Control', '8.9, 8.41'), true);
    assert.equal(among('Audit (ISO/IEC 27001:2022, PCI DSS)', 'Control', '8.9, 8.41'), false, 'a framework');
    assert.equal(among(audit, 'Controls done in version', '8.9, 8.41'), false, 'versions');
    assert.equal(among(audit, 'Control', 'CIS 8.9, 8.41'), false, 'named in the cell');
    assert.deepEqual(
      read(audit, below('Control', '8.7, 8.13', '8.9, 7.5.9')),
      ['A.8.7', 'A.8.13', 'A.8.9'],
      'no control',
    );
  });

  it('leaves them where they may be those of something else', () => {
    assert.deepEqual(read(audit, below('Control', '5.38')), [], 'none exists');
    assert.deepEqual(read(audit, below('Control', '5.37', '5.41', '5.42', '5.43')), ['A.5.37'], 'too many');
    assert.deepEqual(read(audit, below('Control', '5.37', '5.38', '2.1')), ['A.5.37'], 'numbers of a list of its own');
    assert.deepEqual(read(audit, below('Clause', '9.1', '9.2', '9.3', '9.4')), ['9.1', '9.2', '9.3'], 'counted up');
    assert.deepEqual(read(audit, below('Clause', '9.2', '8.5')), ['9.2'], 'that is a control');
    assert.deepEqual(read('Audit (ISO/IEC 27001:2022, PCI DSS)', below('Control', '5.37', '5.38')), ['A.5.37']);
    assert.deepEqual(
      read('Audit (ISO/IEC 27001:2022, 42001:2023)', below('Clause', '9.2', '9.4')).includes('9.4'),
      false,
    );
    const own = ['| Control | ISO 27001 |', '| 5.37 | A.8.1 |', '| 5.38 | A.8.9 |'];
    assert.equal(read(audit, own).includes('A.5.38'), false, 'controls of its own beside those of the standard');
  });

  it('holds clauses among controls of the edition that the document is about', () => {
    const evidence = [
      '| Control | Evidence |',
      '| 8.13 | Restore test |',
      '| 9.2 | Internal audit |',
      '| 10.1 | Log |',
    ];
    assert.deepEqual(read(audit, evidence), ['A.8.13', '9.2', '10.1']);
    assert.deepEqual(read(audit, below('Maßnahme', '8.13', '9.2')), ['A.8.13', '9.2']);
    assert.deepEqual(read(audit, below('Clause / Control', '8.13', '9.2', '10.1')), ['A.8.13', '9.2', '10.1']);
  });

  it('keeps the groups and controls of an older edition', () => {
    const called = ['| Control | Evidence |', '| 8.13 | Test |', '| 9.2 | User access management |'];
    assert.deepEqual(read(audit, called), ['A.8.13', '27001:2013 A.9.2']);
    assert.deepEqual(read(audit, below('Control', '8.13', '9.2.1')), ['A.8.13', '27001:2013 A.9.2.1']);
    assert.ok(read(audit, below('Control', '12.4', '9.2')).includes('27001:2013 A.9.2'), 'a table about 2013');
    const old = read('Audit (ISO/IEC 27001:2013)', below('Control', '9.2', '10.1'));
    assert.deepEqual(old, ['27001:2013 A.9.2', '27001:2013 A.10.1']);
    const statement = ['| Control | Applicable |', '| 8.13 | yes |', '| 9.2 | yes |'];
    assert.deepEqual(read(audit, statement), ['A.8.13', '27001:2013 A.9.2']);
  });
});
