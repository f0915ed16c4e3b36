/** Annexes and rooms in languages of which the recogniser knows a few words only. */
import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

const basis = '# ISMS (ISO/IEC 27001:2022)\n\nA.5.15\n\n';
const cited = '27001 A.5.15';

describe('annexes in further languages', () => {
  it('of a contract are none of the standard', () => {
    for (const text of [
      'Se databehandleraftalens bilag A.9.2 og bilag A.5.40.',
      'Viz přílohu A.5.40 smlouvy č. 2024/12.',
      'Zob. załącznik A.5.40 do umowy.',
      'Se avtalets bilaga A.9.2 och bilaga A.12 till avtalet.',
      'Se vedlegg A.5.41 til avtalen.',
      'Ks. sopimuksen liite A.5.41.',
      'Lihat lampiran A.5.41 perjanjian.',
      "See the contract's annex A.9.2 and annex A.5.40.",
    ])
      assert.deepEqual(idsRead(`${basis}${text}\n`), [cited], text);
  });

  it('of the document itself are none, either', () => {
    for (const text of [
      'Viz příloha A.9.1 této směrnice.',
      '## Załącznik A. Lista kontrolna\n\n- A.5.1 Drzwi\n- A.5.41 Okna',
      '## Příloha A\n\nA.2.9 Formulář',
    ])
      assert.deepEqual(idsRead(`${basis}${text}\n`), [cited], text);
  });

  it('of the standard are read', () => {
    for (const [text, ids] of [
      ['Se bilaga A.5.41 till ISO 27001.', ['27001 A.5.41']],
      ['Viz příloha A.5.16 této normy.', ['27001 A.5.16']],
      ['Se bilag A 5.16 og bilag A.8.24.', ['27001 A.5.16', '27001 A.8.24']],
      [
        '## Bilaga A\n\n- A.5.16 Identitet\n- A.8.24 Kryptering\n- A.5.41 Fel',
        ['27001 A.5.16', '27001 A.8.24', '27001 A.5.41'],
      ],
    ] as const)
      assert.deepEqual(idsRead(`${basis}${text}\n`), [cited, ...ids], text);
  });
});

describe('rooms in further languages', () => {
  it('are no controls', () => {
    for (const text of ['budova A.5, místnost A.7.44', 'pokój A.5.2', 'ruang A.5.2', 'rum A.7.44 är låst'])
      assert.deepEqual(idsRead(`${basis}Viz ${text}.\n`), [cited], text);
  });
});

describe('columns of controls in further languages', () => {
  it('are told by their heads', () => {
    for (const head of ['Åtgärd', 'Kontroll', 'Zabezpieczenie', 'Opatření', '管理策', '控制措施', '통제항목']) {
      const table = `| ${head} | – | – |\n|---|---|---|\n| 5.16 | – | – |\n| 8.4 | – | – |\n`;
      assert.deepEqual(idsRead(basis + table), [cited, '27001 A.5.16', '27001 A.8.4'], head);
    }
  });
});
