import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

describe('lines of one paragraph that begin with ids', () => {
  it('are questions of a form, as paragraphs of their own are', () => {
    const questions = [
      '**A.3 Certificates?** ISO/IEC 27001:2022',
      '**A.4 Is NIS2 for you?** Yes.',
      '**A.5 Seats?** Two.',
    ];
    for (const end of ['\n', '  \n', '\\\n', '\n\n', '\r\n']) {
      assert.deepEqual(
        idsRead(`# Form for suppliers\n\n## A. General\n\n${questions.join(end)}\n`),
        [],
        JSON.stringify(end),
      );
    }
    for (const prefix of ['> ', '- ', '  ']) {
      const lines = questions.slice(0, 2).map((line, i) => (prefix === '- ' && i > 0 ? '  ' : prefix) + line);
      assert.deepEqual(idsRead(`# Fragebogen\n\n## Teil A – Allgemeines\n\n${lines.join('\n')}\n`), [], prefix);
    }
    const old = 'A.1 Qui ? Acme\nA.10 Certifié ? ISO/IEC 27001:2022\nA.11 Depuis quand ? 2021';
    assert.deepEqual(idsRead(`# Questionnaire\n\n## Partie A : la société\n\n${old}\n`), []);
  });

  it('are the items of an annex of one’s own', () => {
    const title = '# Impact (ISO/IEC 27701:2025 and ISO/IEC 42001:2023)\n\n';
    const flows = 'A.1 Page → gate (443/tcp)\nA.2 Gate → model\nA.3 Model → store\nA.4 Store → archive';
    for (const head of ['Annex A – Flows of data', 'Anhang A: Datenflüsse', 'Annexe A – Flux'])
      assert.deepEqual(idsRead(`${title}## ${head}\n\n${flows}\n`), [], head);
  });

  it('are controls and objectives where they have their numbers or titles', () => {
    const controls = 'A.5.1 Policies signed\nA.5.2 Roles known\nA.5.99 Something else';
    const read = ['27001 A.5.1', '27001 A.5.2', '27001 A.5.99'];
    assert.deepEqual(idsRead(`# Audit (ISO/IEC 27001:2022)\n\n## A. Board\n\n${controls}\n`), read);
    const objectives =
      'A.2 Policies related to AI: done\nA.3 Internal organization: open\nA.4 Resources for AI systems: done';
    for (const lines of [objectives, `- ${objectives.replaceAll('\n', '\n- ')}`])
      assert.deepEqual(idsRead(`# Audit (ISO/IEC 42001:2023)\n\n## Annex A – Results\n\n${lines}\n`), [
        '42001 A.2',
        '42001 A.3',
        '42001 A.4',
      ]);
  });

  it('say nothing of the standard of the next', () => {
    const lines = 'A.5.9 Inventory, see ISO/IEC 42001 A.4.2\nA.6.8 Events are told\nA.7.7 Desks are clear';
    assert.deepEqual(idsRead(`# Register (ISO/IEC 27001:2022)\n\n${lines}\n`), [
      '27001 A.5.9',
      '42001 A.4.2',
      '27001 A.6.8',
      '27001 A.7.7',
    ]);
  });

  it('are one sentence where only the width of the page divides them', () => {
    const policy = '# Policy (ISO/IEC 27001:2022)\n\n';
    assert.deepEqual(idsRead(`${policy}A.5.15, A.5.16,\nA.5.17 to\nA.5.20 and\nA.5.23 apply.\n`), [
      '27001 A.5.15',
      '27001 A.5.16',
      '27001 A.5.17 A.5.18 A.5.19 A.5.20',
      '27001 A.5.23',
    ]);
    assert.deepEqual(idsRead('A.5.15 of ISO/IEC 27001:2022 and\nA.5.16 Identity management are met.\n'), [
      '27001 A.5.15',
      '27001 A.5.16',
    ]);
    assert.deepEqual(idsRead(`# Notes\n\nA.8.2 and then, as in ISO/IEC 27001:2022,\nA.8.3 are met.\n`), [
      '27001 A.8.2',
      '27001 A.8.3',
    ]);
  });
});
