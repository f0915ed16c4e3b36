import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

const title = '# Rating of a model (ISO/IEC 42001:2023)\n\nAsked for A.5.3.\n\n';

describe('points of a scale', () => {
  it('are no clauses, in seven languages', () => {
    const sentences = [
      'Approved (7.2/10), last year fair (6.2 / 10).',
      'Good (8.2 of 10 points), then good (8.1 of 10).',
      'Trust: 7.4 out of 10 (8.1 out of 10.0).',
      'Happy users (4.2/5), slow (9.1/100).',
      'ISO/IEC 42001: 7.2/10.',
      'Gut (8.2 von 10), bien (7.2 sur 10), bueno (6.2 sobre 10).',
      'Bom (8.2 de 10), buono (7.2 su 10), goed (6.2 van 10).',
      '| Result | Rest |\n|---|---|\n| go | medium (6.1 of 10) |\n| go | low (4.2 of 5) |',
    ];
    for (const sentence of sentences) assert.deepEqual(idsRead(title + sentence), ['42001 A.5.3'], sentence);
  });

  it('at the end of headings do not make a way to cite', () => {
    const headings = ['Fairness (8.2/10)', 'Safety (7.2/10)', 'Privacy (6.2/10)'];
    const text = `${title}${headings.map((one) => `## ${one}\n\n`).join('')}`;
    assert.deepEqual(idsRead(text), ['42001 A.5.3']);
  });

  it('are told from clauses beside each other', () => {
    assert.deepEqual(idsRead(`${title}Audits (9.2/10.2), plans (9.1/9.3/10), reviews (9.3, 10), use (8.1/6).\n`), [
      '42001 A.5.3',
      ...['9.2', '10.2', '9.1', '9.3', '10', '9.3', '10', '8.1', '6'].map((id) => `42001 ${id}`),
    ]);
    assert.deepEqual(idsRead(`${title}Clauses 9.1/10 and clause 9.2 of 10 pages.\n`), [
      '42001 A.5.3',
      '42001 9.1',
      '42001 10',
      '42001 9.2',
    ]);
  });
});

describe('a year of the calendar before a number', () => {
  const policy = '# KPIs (ISO/IEC 27001:2022)\n\n';

  it('makes no control of a score', () => {
    const lines = [
      'Score 8.2 (2025: 7.9).',
      'MTTR 6.4 h (2025: 7.8 h), outages 4 d (2025: 6.2 d), 7 MWh (2025: 7.8 MWh), 8 sprints (2025: 8.2 sprints).',
      'Maturity 2025: 5.15.',
      '- NPS 2024: 7.4, 2025: 8.1',
      'Mean 6.2 (2013: 6.1).',
    ];
    for (const line of lines) assert.deepEqual(idsRead(`${policy}${line}\n`), [], line);
  });

  it('is told from the year of an edition', () => {
    assert.deepEqual(
      idsRead(`${policy}- 2022: 5.15\n- Version 2022: 8.24\n- 2013: 9.2.1, 2022: 5.18\n- A.5.15 (2013: 9.1.1)\n`),
      ['27001 A.5.15', '27001 A.8.24', '27001 A.9.2.1', '27001 A.5.18', '27001 A.5.15', '27001 A.9.1.1'],
    );
  });
});

describe('the score of all of Annex A', () => {
  const gap = '# Gap analysis (ISO/IEC 27001:2022)\n\nWeak: A.8.15.\n\n';

  it('is no control', () => {
    for (const text of [
      'Mean maturity of the clauses 1.8, Annex A 1.7.',
      '- Clauses: 2.2\n- Annex A: 1.7',
      'Overall: Annex A 2.6, clauses 3.2.',
      'Maturity level, Annex A: 3.3 (last year 2.9)',
      'We are at Annex A 3.2/5, they at Annex A 5.3 (of 10).',
      'Reifegrad Anhang A: 3.3',
      'Niveau de maturité, Annexe A : 2.4',
    ])
      assert.deepEqual(idsRead(gap + text), ['27001 A.8.15'], text);
  });

  it('is told from a control', () => {
    assert.deepEqual(idsRead(`${gap}The maturity of Annex A 5.1 is 3, that of Annex A.3.9 is 1.\n`), [
      '27001 A.8.15',
      '27001 A.5.1',
      '27001 A.3.9',
    ]);
    assert.deepEqual(idsRead(`${gap}Is Annex A 2.1 met? Annex A 5.9/10 are.\n\n- Annex A: 5.15`), [
      ...['27001 A.8.15', '27001 A.2.1', '27001 A.5.9 A.5.10', '27001 A.5.15'],
    ]);
  });
});
