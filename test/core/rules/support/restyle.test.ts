import assert from 'node:assert/strict';
import { type RestyleOptions, restyle } from '../../../../server/src/core/rules/support/restyle.js';

describe('restyle', () => {
  const cases: [written: string, ids: string[], styled: string, options?: RestyleOptions][] = [
    ['A.12.6.1', ['A.8.8'], 'A.8.8'],
    ['27001:A.12.6.1', ['A.8.8'], '27001:A.8.8'],
    ['A 12.6.1', ['A.8.8'], 'A 8.8'],
    ['A\u00a012.6.1', ['A.8.8'], 'A\u00a08.8'],
    ['A12.6.1', ['A.8.8'], 'A8.8'],
    ['a.12.6.1', ['A.8.8'], 'a.8.8'],
    ['12.6.1', ['A.8.8'], '8.8', { oldId: 'A.12.6.1' }],
    ['Annex A.12.6.1', ['A.8.8'], 'Annex A.8.8'],
    ['Annex A 12.6.1', ['A.8.8'], 'Annex A 8.8'],
    ['Annex A control 12.6.1', ['A.8.8'], 'Annex A control 8.8', { oldId: 'A.12.6.1' }],
    ['Anhang A.12.6.1', ['A.8.8'], 'Anhang A.8.8'],
    ['27001:2013:A.12.6.1', ['A.8.8'], '27001:2022:A.8.8', { editions: { from: '2013', to: '2022' } }],
    ['ISO/IEC 27001:2013 A.12.6.1', ['A.8.8'], 'ISO/IEC 27001:2022 A.8.8', { editions: { from: '2013', to: '2022' } }],
    ['A.18.2.3', ['A.5.36', 'A.8.8'], 'A.5.36, A.8.8'],
    ['27001:A.18.2.3', ['A.5.36', 'A.8.8'], '27001:A.5.36, 27001:A.8.8'],
    ['A.9.2.1-A.9.2.3', ['A.5.16', 'A.5.18'], 'A.5.16, A.5.18'],
    ['27001:A.9.2.1–9.2.3', ['A.5.16', 'A.5.18'], '27001:A.5.16, 27001:A.5.18'],
    ['B.8.2.1', ['A.2.2.2'], 'A.2.2.2', { oldId: 'B.8.2.1' }],
    ['8.2.1', ['A.2.2.2'], 'A.2.2.2', { oldId: 'B.8.2.1' }],
    ['B.6.2.4', ['A.6.2.4'], 'A.6.2.4', { oldId: 'B.6.2.4' }],
    ['Clause 8.4', ['8.3'], 'Clause 8.3', { oldId: '8.4' }],
    ['6.1.3 d)', ['6.1.3 e'], '6.1.3 e)'],
    ['6.1.3(d)', ['6.1.3 e'], '6.1.3(e)'],
    ['clause 6.1.3d', ['6.1.3 e'], 'clause 6.1.3e'],
    ['6.1.3', ['6.1.3 e'], '6.1.3 e'],
    ['words only', ['A.8.8'], 'A.8.8'],
    ['', ['A.8.8'], 'A.8.8'],
  ];
  for (const [written, ids, styled, options] of cases) {
    it(`${written} → ${styled}`, () => assert.equal(restyle(written, ids, options), styled));
  }
});
