/** The grammar alone: words in, raw references out, before any catalog look-up of ids. One row per way of writing. */
import assert from 'node:assert/strict';
import { readReferences } from '../../../server/src/core/references/grammar.js';
import { makeRun } from '../../../server/src/core/references/text/run.js';
import { standardNames } from '../../../server/src/core/references/text/standardNames.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const names = standardNames(catalogOfProject());

/** `A.5.15`, `A.5.19..A.5.22`, `clause 6.1.3 d`, `control 5.15`; members of one reference joined by `+`. */
function read(text: string, bare: 'none' | 'control' | 'clause' = 'none'): string[] {
  const run = makeRun(text, 0, names);
  return readReferences(run.tokens, run.mentions, bare, {
    years: names.years,
    bracketed: new Map(),
    sectionClauses: new Set(),
    sectionControls: new Set(),
    titled: null,
  }).map((raw) => {
    const prefix = raw.form === 'annex' ? `${raw.letter}.` : `${raw.form} `;
    const members = raw.members.map((member) => {
      const to = member.to ? `..${member.to.join('.')}` : '';
      return prefix + member.parts.join('.') + to + member.items.map((item) => ` ${item}`).join('');
    });
    return members.join('+') + (raw.wildcard ? '*' : '');
  });
}

/** The source characters of each reference. */
function spans(text: string): string[] {
  const run = makeRun(text, 0, names);
  return readReferences(run.tokens, run.mentions, 'none').map((raw) => text.slice(raw.start, raw.end));
}

const recognised: readonly (readonly [string, readonly string[]])[] = [
  ['see A.8.15.', ['A.8.15']],
  ['**A.8.15** applies', ['A.8.15']],
  ['Annex A 8.15', ['A.8.15']],
  ['Annex A.8.15', ['A.8.15']],
  ['Annex A control A.8.15', ['A.8.15']],
  ['(Annex A, control 8.15)', ['A.8.15']],
  ['A 8.15 and A8.16', ['A.8.15', 'A.8.16']],
  ['ISO/IEC 27001:2022 A.8.15, A.8.16; SOC 2 CC7.2', ['A.8.15', 'A.8.16']],
  ['ISO/IEC 27002:2022 8.15', ['clause 8.15']],
  ['ISO 27001 §9.3', ['clause 9.3']],
  ['ISO/IEC 27001:2022, 9.2', ['clause 9.2']],
  ['Clause 6.1.3 d)', ['clause 6.1.3 d']],
  ['Clause 6.1.3(d)', ['clause 6.1.3 d']],
  ['Clause 6.1.3d', ['clause 6.1.3 d']],
  ['clause 6.1.3 c) and d)', ['clause 6.1.3 c d']],
  ['clause 6.1.3 a)–c)', ['clause 6.1.3 a b c']],
  ['Cl.6.1', ['clause 6.1']],
  ['Clauses 4–10', ['clause 4..10']],
  ['clauses 4.1, 4.2 and 4.3', ['clause 4.1', 'clause 4.2', 'clause 4.3']],
  ['clauses 7.4, A.5.7', ['clause 7.4', 'A.5.7']],
  ['clauses A.5.15 and A.5.16', ['A.5.15', 'A.5.16']],
  ['ISO 27001 clauses: 5.3 (Roles), 6.1 (Actions)', ['clause 5.3', 'clause 6.1']],
  ['Anhang A 8.15', ['A.8.15']],
  ['Anexo A 5.1', ['A.5.1']],
  ['Klausel 9.3 und Cláusula 9.2', ['clause 9.3', 'clause 9.2']],
  ['B.8.2.1', ['B.8.2.1']],
  ['A.5.19–A.5.22', ['A.5.19..5.22']],
  ['A.5.19 to A.5.22', ['A.5.19..5.22']],
  ['A.5.19 through A.5.22', ['A.5.19..5.22']],
  ['A.5.19 bis A.5.22', ['A.5.19..5.22']],
  ['A.5.19 a A.5.22', ['A.5.19..5.22']],
  ['A.5.19-22', ['A.5.19..5.22']],
  ['A.5.19-5.22', ['A.5.19..5.22']],
  ['A 5.15 through A 5.18', ['A.5.15..5.18']],
  ['A.5.29, 8.14', ['A.5.29', 'A.8.14']],
  ['A.5/6/8', ['A.5+A.6+A.8']],
  ['[A.8.1, 7, 18-19]', ['A.8.1+A.8.7+A.8.18..8.19']],
  ['A.5.15, 16 and 17.', ['A.5.15+A.5.16+A.5.17']],
  ['A.8.x, A.8.*, A.8', ['A.8*', 'A.8*', 'A.8']],
  ['Doors: *ISO 27001 A.11.1.2.* Keys: *A.9.4.3.*', ['A.11.1.2', 'A.9.4.3']],
  ['**Logs**, *alerts* and A.8.*, **A.7.2.**', ['A.8*', 'A.7.2']],
  ['27001:A.5.15, 42001:A.3.2', ['A.5.15', 'A.3.2']],
  ['section 9.2 of ISO 27001', ['clause 9.2']],
  ['A.5.15,\nA.5.16', ['A.5.15', 'A.5.16']],
  ['2013 mapping: 9.1.1, 9.1.2', ['clause 9.1.1', 'clause 9.1.2']],
];

const ignored: readonly string[] = [
  'ACME-POL-A.5.10-11-12',
  'ORP.4.A5',
  'A1.2 and CC6.1 and PI1.4',
  'A05:2021',
  'AC-2(3), PR.AC-1',
  '164.308(a)(1)',
  'Art. 5(1)(f)',
  'Annex III and Annex B: Contacts',
  'Appendix A.1',
  'A.3.3.2.1',
  'PCI DSS 12.6.3.1',
  'docs/A.5-organizational/A.5.1.md',
  'A.5.15.md',
  'A 7.5 magnitude earthquake',
  'version 5.1 of 2026-01-12',
  'at 10.5.0.1',
  'A.99.1',
  'Way back: 12.1, tried twice',
];

describe('reference grammar', () => {
  for (const [text, expected] of recognised) {
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(read(text), expected));
  }

  for (const text of ignored) {
    it(`reads nothing in ${JSON.stringify(text)}`, () => assert.deepEqual(read(text), []));
  }

  it('reads bare numbers only where a column or key says so', () => {
    assert.deepEqual(read('5.15, 5.16'), []);
    assert.deepEqual(read('5.15, 5.16', 'control'), ['control 5.15', 'control 5.16']);
    assert.deepEqual(read('8', 'clause'), ['clause 8']);
    assert.deepEqual(read('5.15 days', 'control'), []);
  });

  it('takes the word that makes it a reference into the span, and nothing more', () => {
    assert.deepEqual(spans('per Clause 6.1.3 d), (Annex A 8.15) and A.5.19–A.5.22.'), [
      'Clause 6.1.3 d)',
      'Annex A 8.15',
      'A.5.19–A.5.22',
    ]);
  });

  it('does not believe a short list that goes on as prose', () => {
    assert.deepEqual(read('A.5.15, 30 days after'), ['A.5.15']);
  });
});

describe('mentions of standards', () => {
  const mentions = (text: string): string[] =>
    makeRun(text, 0, names).mentions.map((mention) =>
      mention.standards.map((named) => `${named.standard}:${named.edition ?? ''}${named.known ? '' : '?'}`).join('+'),
    );

  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['ISO/IEC 27001:2022', ['27001:2022']],
    ['ISO27001', ['27001:']],
    ['ISO-27001', ['27001:']],
    ['EN ISO/IEC 27001:2023', ['27001:2022']],
    ['DIN EN ISO/IEC 27001', ['27001:']],
    ['ABNT NBR ISO/IEC 27001:2022', ['27001:2022']],
    ['ISO/IEC 27001:2022/Amd 1:2024 and ISO 22301', ['27001:2022', '22301:?']],
    ['ISO/IEC\n27001:2022', ['27001:2022']],
    ['ISO 27001/42001', ['27001:+42001:']],
    ['ISO/IEC 27001:2022, 27701:2025 and 42001:2023', ['27001:2022+27701:2025+42001:2023']],
    ['ISO/IEC 27002:2013', ['27001:2013']],
    ['ISO 27001:2005', ['27001:2005?']],
    ['NEN 7510, SOC 2 and PCI DSS', ['7510:?', 'soc 2:?', 'PCI DSS:?']],
    ['room 27001b', []],
  ];
  for (const [text, expected] of rows) it(JSON.stringify(text), () => assert.deepEqual(mentions(text), expected));
});
