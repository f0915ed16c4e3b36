import assert from 'node:assert/strict';
import { isoDateOf, looksLikeIsoDate, possibleDates } from '../../../server/src/core/dates/writtenDates.js';

describe('dates', () => {
  it('knows the calendar', () => {
    assert.equal(isoDateOf('2026-03-01'), '2026-03-01');
    assert.equal(isoDateOf('2024-02-29'), '2024-02-29');
    assert.equal(isoDateOf('2026-02-29'), null);
    assert.equal(isoDateOf('1900-02-29'), null);
    assert.equal(isoDateOf('2000-02-29'), '2000-02-29');
    assert.equal(isoDateOf('2026-04-31'), null);
    assert.equal(isoDateOf('2026-13-01'), null);
  });

  it('leaves out a time', () => {
    assert.equal(isoDateOf('2026-03-01T10:00:00Z'), '2026-03-01');
    assert.equal(isoDateOf('2026-03-01 to 2027'), null);
  });

  it('tells the shape from the day', () => {
    assert.equal(looksLikeIsoDate('2026-02-30'), true);
    assert.equal(looksLikeIsoDate('30.02.2026'), false);
  });

  it('reads what people write', () => {
    const readings: Record<string, string[]> = {
      '1 March 2026': ['2026-03-01'],
      '1st of March 2026': ['2026-03-01'],
      'March 1, 2026': ['2026-03-01'],
      'Sept 30, 2026': ['2026-09-30'],
      '01-Mar-2026': ['2026-03-01'],
      '31. März 2026': ['2026-03-31'],
      '1 de março de 2026': ['2026-03-01'],
      '31/12/2026': ['2026-12-31'],
      '12/31/2026': ['2026-12-31'],
      '01/03/2026': ['2026-03-01', '2026-01-03'],
      '03/03/2026': ['2026-03-03'],
      '01.03.2026': ['2026-03-01'],
      '2026/03/01': ['2026-03-01'],
      '30 February 2026': [],
      'Q1 2026': [],
      'March 2026': [],
      annually: [],
      '': [],
    };
    for (const [written, dates] of Object.entries(readings)) assert.deepEqual(possibleDates(written), dates, written);
  });
});
