/** Clauses of a standard of ours beside one that we do not have: "in both", "together with ISO 9001". */
import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

describe('a clause "in both standards"', () => {
  it('is that of ours, where the sentence names another one beside it', () => {
    for (const sentence of [
      'ISO 27001 clause 9.2 and ISO 22301 clause 9.2 were checked; the review is clause 9.3 in both standards.',
      'ISO 22301 clause 9.2 and ISO 27001 clause 9.2 were checked; the review is clause 9.3 of both standards.',
      'ISO 27001 Klausel 9.2 und ISO 9001 Klausel 9.2 sind erfüllt; die Bewertung ist Klausel 9.3 beider Normen.',
    ])
      assert.deepEqual(idsRead(`# Report\n\n${sentence}\n`), ['27001 9.2', '27001 9.3'], sentence);
  });

  it('is none of ours where both are others', () => {
    const text =
      '# Report (ISO 27001)\n\nISO 9001 clause 9.2 and ISO 22301 clause 9.2; clause 9.3 in both standards.\n';
    assert.deepEqual(idsRead(text).length, 0);
  });
});

describe('what is done together with another standard', () => {
  it('is what the document is about', () => {
    for (const sentence of [
      'The audit (9.2) is done together with ISO 9001, the review (9.3) in May. Skills are clause 7.2.',
      'Das Audit (9.2) erfolgt gemeinsam mit der ISO 9001, die Bewertung (9.3) im Mai. Können ist Klausel 7.2.',
      'L’audit (9.2) se fait conjointement avec l’ISO 9001, la revue (9.3) en mai. Clause 7.2.',
    ])
      assert.deepEqual(
        idsRead(`# Manual (ISO/IEC 27001:2022)\n\n${sentence}\n`),
        ['27001 9.2', '27001 9.3', '27001 7.2'],
        sentence,
      );
  });

  it('leaves the clauses right beside the other standard to it', () => {
    const text = '# Manual (ISO/IEC 27001:2022)\n\nDone together with ISO 9001 clause 8.5; see ISO 9001, clause 8.6.\n';
    assert.deepEqual(idsRead(text), []);
  });
});

describe('a part of a standard that has several, with its year', () => {
  it('is that standard, although ours have an edition of that year', () => {
    const opening = '# Suppliers (ISO/IEC 27001:2022, ISO/IEC 42001:2023)\n\n';
    for (const sentence of [
      'ISO/IEC 27036-2:2022 clause 6.1 is worth reading.',
      'See ISO/IEC 27035-1:2023 clause 5.2.',
      'See ISO/IEC 27033-3:2022, clause 7.2, and 27036-2:2022 6.1.',
      'See clause 8.1 of ISO/IEC 27034-1:2022.',
      'See ISO/IEC 27036-2 (2022), clause 6.1.',
    ])
      assert.deepEqual(idsRead(opening + sentence), [], sentence);
    const ours = 'See ISO/IEC 27036-2:2022 and ISO/IEC 27001-2022 clause 9.2.';
    assert.deepEqual(idsRead(opening + ours), ['27001 9.2']);
  });
});

describe('controls of the ISA of the car makers', () => {
  it('are none of ours, whoever names the catalogue', () => {
    const opening = '# Lieferanten (ISO/IEC 27001:2022)\n\n';
    for (const text of [
      'Es gelten die ISA-Controls 6.1.1 bis 6.1.3.',
      'TISAX ist gefordert. See ISA Control 6.1.1, ISA control 5.1 and the ISA catalogue, control 5.2.3.',
      'Siehe Controls 6.1.1 und 6.1.2 des ISA-Katalogs.',
      '| ISA-Control | Thema |\n|---|---|\n| 6.1.1 | Lieferanten |\n| 6.1.2 | Geheimhaltung |\n',
    ])
      assert.deepEqual(idsRead(opening + text), [], text);
    assert.deepEqual(idsRead(`${opening}The ISA reads the risks (clause 8.2); control 5.19 is his.`), [
      '27001 8.2',
      '27001 A.5.19',
    ]);
  });
});

describe('below a heading that names one of the standards of the document', () => {
  const opening =
    '# Report\n\nCriteria: ISO/IEC 27001:2022 and ISO/IEC 27701:2025.\n\n## PIMS (ISO/IEC 27701:2025)\n\n';

  it('a control in a group that it has not is of the other one that has it', () => {
    for (const text of [
      'The control A.3.25 builds on A.8.15.',
      '- A.3.25 builds on A.8.15',
      '| Control | Note |\n|---|---|\n| A.3.25 Logging | see A.8.15 |\n',
    ])
      assert.deepEqual(idsRead(opening + text), ['27701 A.3.25', '27001 A.8.15'], text);
  });

  it('a number that none of them has, or in a group that it has, stays a slip in it', () => {
    for (const id of ['A.5.39', 'A.3.40', 'A.1.2.12'])
      assert.deepEqual(idsRead(`${opening}See A.3.25 and ${id}.`), ['27701 A.3.25', `27701 ${id}`], id);
    const listed = '| Control | Title |\n|---|---|\n| A.3.25 | Logging |\n| A.8.15 | Obligations |\n';
    assert.deepEqual(idsRead(opening + listed), ['27701 A.3.25', '27701 A.8.15']);
    const alone = '# PIMS (ISO/IEC 27701:2025)\n\nSee A.3.25 and A.8.15.\n';
    assert.deepEqual(idsRead(alone), ['27701 A.3.25', '27701 A.8.15']);
  });
});
