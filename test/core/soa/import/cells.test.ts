/** Words and dates in cells. */
import assert from 'node:assert/strict';
import { dayOrderOf, understandDate, understandPeriod } from '../../../../server/src/core/soa/import/cellDates.js';
import {
  saysNothing,
  understandApplicability,
  understandDrivers,
  understandMark,
  understandStatus,
} from '../../../../server/src/core/soa/import/cellWords.js';

describe('Cells of a statement', () => {
  it('say whether a control applies', () => {
    const yes = [
      'Yes',
      'y',
      'X',
      '✓',
      '✅ Yes',
      '☑',
      'Included',
      'Applicable',
      'I',
      'Ja',
      'Oui',
      'Sí',
      'Anwendbar',
      'TRUE',
      '1',
      'Aplicable',
      'Van toepassing',
      'inclus',
    ];
    const no = [
      'No',
      'N',
      'N/A',
      'Not applicable',
      'NOT APPLICABLE',
      'Excluded',
      '❌',
      'Nein',
      'Nicht anwendbar',
      'Non',
      'No aplica',
      'Niet van toepassing',
      'nvt',
      'FALSE',
      'exclu',
      'Out of scope',
    ];
    for (const text of yes) assert.deepEqual(understandApplicability(text), { value: 'yes', rest: '' }, text);
    for (const text of no) assert.deepEqual(understandApplicability(text), { value: 'no', rest: '' }, text);
    for (const text of ['TBD', 'open', 'To be decided'])
      assert.equal(understandApplicability(text)?.value, 'undecided', text);
  });

  it('keep what stands behind the word', () => {
    assert.deepEqual(understandApplicability('No – no premises'), { value: 'no', rest: 'no premises' });
    assert.deepEqual(understandApplicability('Yes (partly outsourced)'), { value: 'yes', rest: 'partly outsourced' });
    assert.deepEqual(understandStatus('Not Implemented (Remediation Required)'), {
      value: 'not-started',
      rest: 'Remediation Required',
    });
  });

  it('are not guessed', () => {
    for (const text of [
      'I / NA',
      'E-P / I',
      'Yes / No',
      'perhaps',
      'Nobody knows',
      'No idea whether this applies at all',
    ]) {
      assert.equal(understandApplicability(text), null, text);
    }
    for (const text of ['F / P / NI', 'purple', '250 %', '3 - Defined'])
      assert.equal(understandStatus(text), null, text);
  });

  it('say how far a control is implemented', () => {
    const words = {
      implemented: [
        'Implemented',
        'Fully Implemented',
        'Umgesetzt',
        'Mis en œuvre',
        'Done',
        '100 %',
        'Implementado',
        'Volledig geïmplementeerd',
        'In place',
        '✓',
      ],
      partial: [
        'Partially implemented',
        'partial',
        'In progress',
        'Teilweise umgesetzt',
        'En cours',
        'Gedeeltelijk',
        'In Umsetzung',
      ],
      planned: ['Planned', 'Geplant', 'Prévu', 'gepland'],
      'not-started': ['Not implemented', 'not_implemented', 'Not started', 'Nicht umgesetzt', 'Non implémenté', '0%'],
      'not-assessed': ['Not assessed', 'Nicht bewertet'],
    };
    for (const [status, texts] of Object.entries(words)) {
      for (const text of texts) assert.equal(understandStatus(text)?.value, status, text);
    }
    assert.deepEqual(understandStatus('80 %'), { value: 'partial', rest: '80 %' });
  });

  it('hold marks, drivers, or nothing', () => {
    assert.deepEqual(['X', '', '-', 'n', '●', 'R-012'].map(understandMark), [true, false, false, false, true, null]);
    assert.deepEqual(understandDrivers('LR, RRA'), [
      { kind: 'legal', ids: [] },
      { kind: 'risk', ids: [] },
    ]);
    assert.deepEqual(understandDrivers('Risk: R-012, R-013; Legal: GDPR Art. 32'), [
      { kind: 'risk', ids: ['R-012', 'R-013'] },
      { kind: 'legal', ids: ['GDPR Art. 32'] },
    ]);
    assert.deepEqual(understandDrivers('BR/BP'), [{ kind: 'business', ids: [] }]);
    assert.deepEqual(understandDrivers('Business: One team, many hats'), [
      { kind: 'business', ids: ['One team, many hats'] },
    ]);
    assert.equal(understandDrivers('because the auditor said so'), null);
    assert.ok(['', ' – ', '...', '[ ]', '/'].every(saysNothing));
    assert.ok(!['0', 'n', 'x'].some(saysNothing));
  });

  it('hold dates in many ways', () => {
    const same = [
      '2026-03-31',
      '31.03.2026',
      '31. 3. 2026',
      '31 March 2026',
      'March 31, 2026',
      '31st March 2026',
      '31. März 2026',
      '31 mars 2026',
      '31 de marzo de 2026',
      '31 maart 2026',
      '31/03/2026',
      '03/31/2026',
      '2026-03-31T00:00:00Z',
    ];
    for (const text of same) assert.equal(understandDate(text), '2026-03-31', text);
    for (const text of ['2026-02-30', '31.13.2026', 'soon', 'April 2025', '03/04/2026', '1.2.3']) {
      assert.equal(understandDate(text), null, text);
    }
    assert.equal(understandDate('03/04/2026', 'day-first'), '2026-04-03');
    assert.equal(understandDate('03/04/2026', 'month-first'), '2026-03-04');
    assert.equal(dayOrderOf(['03/04/2026', '25/04/2026']), 'day-first');
    assert.equal(dayOrderOf(['03/04/2026', '04/25/2026']), 'month-first');
    assert.equal(dayOrderOf(['25/04/2026', '04/25/2026']), 'unknown');
  });

  it('hold periods', () => {
    const periods = {
      'Q3 2026': '2026-Q3',
      '2026 Q3': '2026-Q3',
      '2026-Q3': '2026-Q3',
      'April 2025': '2025-04',
      '06/2026': '2026-06',
      '2026': '2026',
      '30 June 2025': '2025-06-30',
    };
    for (const [text, period] of Object.entries(periods)) assert.equal(understandPeriod(text), period, text);
    assert.equal(understandPeriod('IMMEDIATE'), null);
  });
});
