import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

const form = '# Questions to makers of models (ISO/IEC 42001:2023)\n\nAsked for A.10.3.\n\n';
const asked = '42001 A.10.3';

describe('sections that are numbered by letters', () => {
  it('number their own items', () => {
    const sections = [
      '## B. Data\n\n- B.6.1 Where is it kept?\n- B.6.2 Who labels it?\n- B.6.2.2 Is that tested?\n',
      '## A. Company\n\n| No. | Asked | Answer |\n|---|---|---|\n| A.1 | Name | |\n| A.2 | Seats | |\n| A.2.2 | Since | |\n',
      '## A) Firm\n\n### A.1 Name\n\n### A.1.1 Seat\n\n### A.2.2 Since when?\n',
      '## Teil B – Daten\n\n1. B.1 Herkunft?\n2. B.2 Rechte?\n3. B.2.2 Seit wann?\n',
      '## Partie A : la société\n\n- A.1 Nom ?\n- A.2 Siège ?\n- A.2.3 Depuis quand ?\n',
    ];
    for (const section of sections) assert.deepEqual(idsRead(form + section), [asked], section);
  });

  it('mean their own item elsewhere, too, where a standard has guidance of that number', () => {
    const section = '## B. Data\n\n- B.1 Origin?\n- B.2 Rights?\n- B.2.2 Since when?\n\n## C. End\n\n';
    assert.deepEqual(idsRead(`${form}${section}As said in B.2.2 and A.6.2.2.\n`), [asked, '42001 A.6.2.2']);
    assert.deepEqual(idsRead(`${form}${section}ISO/IEC 42001 B.2.2 helps.\n`), [asked, '42001 B.2.2']);
  });

  it('mean their own item where a group has that number', () => {
    const form = '# Questions (ISO/IEC 27001:2022)\n\nAsked for A.8.5, A.8.7 and A.8.8.\n\n';
    const rows = '| A.5 | Do you have sites? | 5.9 |\n| A.7 | Do you have partners? | 5.19 |\n';
    const table = `| No. | Question | ISO ref. |\n|---|---|---|\n${rows}`;
    const read = ['A.8.5', 'A.8.7', 'A.8.8', 'A.5.9', 'A.5.19'].map((id) => `27001 ${id}`);
    assert.deepEqual(idsRead(`${form}## A. Company\n\n${table}\n## End\n\nItems A.5 and A.7 stay open.\n`), read);
    assert.deepEqual(idsRead(`${form}## A. Company\n\n${table}\n## End\n\nAll of ISO/IEC 27001 A.7.\n`), [
      ...read,
      '27001 A.7',
    ]);
  });

  it('hold controls beside their own numbers', () => {
    const rows = '| A.1 | Name | A.2.2 |\n| A.2 | Tests | A.6.2.4 |\n| A.2.1 | Seat | |\n';
    assert.deepEqual(idsRead(`${form}## A. Company\n\n| No. | Asked | Control |\n|---|---|---|\n${rows}`), [
      asked,
      '42001 A.2.2',
      '42001 A.6.2.4',
    ]);
  });

  it('list controls of the standard where their items are those', () => {
    const audit = '# Audit (ISO/IEC 27001:2022)\n\n';
    const read = ['27001 A.5.1', '27001 A.5.2', '27001 A.5.38'];
    assert.deepEqual(idsRead(`${audit}## A. Board\n\n- A.5.1 signed\n- A.5.2 known\n- A.5.38 open\n`), read);
    const gap = '# Gap analysis (ISO/IEC 27701:2019)\n\n## B. Processors\n\n- B.8.2.1 contract\n- B.8.2.2 purposes\n';
    assert.deepEqual(idsRead(gap), ['27701 B.8.2.1', '27701 B.8.2.2']);
    const titled = '## A. People\n\n- A.2.2 AI policy\n- A.2.9 new\n- A.2.7 new\n';
    assert.deepEqual(idsRead(form + titled).slice(0, 2), [asked, '42001 A.2.2']);
  });

  it('are none where the heading speaks of controls, an annex or an id', () => {
    for (const heading of ['## A. Controls', '## A (Annex A)', '## A.2 Policies'])
      assert.ok(idsRead(`${form}${heading}\n\n- A.2.1 x\n- A.2.5 x\n- A.2.2 x\n`).includes('42001 A.2.2'), heading);
    assert.ok(!idsRead(`${form}## A. Policies\n\n- A.2.1 x\n- A.2.5 x\n- A.2.2 x\n`).includes('42001 A.2.2'));
  });
});
