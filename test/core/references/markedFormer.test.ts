/** An older edition that a text names behind several numbers, or with a mark in brackets: no findings. */
import assert from 'node:assert/strict';
import { checkDocument } from '../../../server/src/core/rules/run.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

/** The texts of which a document in a folder of its own is told that they are of a withdrawn edition. */
function outdatedIn(text: string): string[] {
  const snapshot = makeSnapshot({ 'a.md': text }, { catalog: catalogOfProject() });
  const document = snapshot.documents.get('a.md')!;
  return checkDocument(document, snapshot)
    .filter(({ code }) => code === 'superseded-edition')
    .map(({ span }) => text.slice(span.start, span.end));
}

const today = '# Tests (ISO/IEC 27001:2022)\n\n';

describe('an older edition named behind a list', () => {
  it('is that of all its numbers', () => {
    for (const text of [
      'Reports cite A.12.4.1 and A.14.2.9 of the 2013 edition.',
      'Reports cite A.12.4.1, A.12.4.2 and A.14.2.9 of the 2013 version.',
      'Berichte nennen A.12.4.1 und A.14.2.9 der Ausgabe 2013.',
      'Les rapports citent A.12.4.1 et A.14.2.9 de l’édition 2013.',
    ])
      assert.deepEqual(outdatedIn(`${today}${text}\n`), [], text);
  });

  it('is that of all in brackets, too, where a word closes the list', () => {
    for (const text of [
      'Reports cite A.12.4.1 and A.14.2.9 (2013).',
      'Reports cite A.12.4.1, A.12.4.2 and A.14.2.9 (2013 edition).',
      'Berichte nennen A.12.4.1 und A.14.2.9 (Ausgabe 2013).',
      'Gamla regler: A.12.4.1 och A.14.2.9 (2013 års utgåva).',
    ])
      assert.deepEqual(outdatedIn(`${today}${text}\n`), [], text);
    assert.deepEqual(outdatedIn(`${today}A.8.8 and A.14.2.9 (2013). A.12.4.1 and A.14.2.8 (2013 audit)\n`), [
      'A.12.4.1',
    ]);
  });

  it('is told by words for what once was in further languages', () => {
    for (const text of [
      'Hasła (dawniej A.9.4.3)',
      'Kata sandi (dulu A.9.4.3)',
      'Tidigare A.9.4.3',
      '舊版控制措施A.12.6.1、A.14.2.7不再使用',
      '旧A.9.4.3',
    ])
      assert.deepEqual(outdatedIn(`${today}${text}\n`), [], text);
  });

  it('says nothing of a number outside of the list, nor in brackets of the others', () => {
    const apart = 'We follow A.12.4.1. Reports cite A.14.2.9 of the 2013 edition.';
    assert.deepEqual(outdatedIn(`${today}${apart}\n`), ['A.12.4.1']);
    assert.deepEqual(outdatedIn(`${today}We follow A.12.4.1, A.14.2.9 (2013 edition).\n`), ['A.12.4.1']);
  });
});

describe('a number that brackets mark as one that holds no more', () => {
  it('is no finding, be it a control, an objective or a group', () => {
    const of = (id: string): string => `# Basis\n\n- ISO/IEC 27001:2022 A.5.15, A.5.16\n- ISO/IEC 27001:2013 ${id}\n`;
    for (const id of [
      'A.9 (superseded)',
      'A.9.2 (withdrawn 2025)',
      'A.9.2.3 (abgelöst)',
      'A.9 (remplacé)',
      'A.9 [old]',
    ])
      assert.deepEqual(outdatedIn(of(id)), [], id);
    assert.deepEqual(outdatedIn(`${today}Rights: A.9.2.3 (superseded).\n`), []);
  });

  it('is one where the brackets say something else', () => {
    assert.deepEqual(outdatedIn(`${today}Rights: A.9.2.3 (withdrawn accounts).\n`), ['A.9.2.3']);
    assert.deepEqual(outdatedIn(`${today}Rights (old systems): A.9.2.3.\n`), ['A.9.2.3']);
  });
});

describe('a number of which the words behind it say that it holds no more', () => {
  const text = (sentence: string): string => `${today}Logs: A.8.15. ${sentence}\n`;

  it('is no finding', () => {
    for (const sentence of [
      'The policy of 2016 points to A.12.4.1 of the old standard.',
      'It lists A.9 and A.12.4.1 of the previous edition.',
      'Die Leitlinie nennt A.12.4.1 und A.12.4.2 der alten Norm.',
      'Le manuel cite A.12.4.1 de l’ancienne édition.',
      'A.12.4.1, A.12.4.2 and A.12.4.3 were merged.',
      'A.9.4.1 has been split.',
      'A.12.4.1 und A.12.4.3 wurden zusammengelegt.',
      'Older files are on 2013 (A.6.1.1, A.9.2.3 etc.).',
      'There is one policy per 2013 domain (A.5 – A.18).',
    ])
      assert.deepEqual(outdatedIn(text(sentence)), [], sentence);
  });

  it('is one where they say something else', () => {
    for (const sentence of ['Checks follow A.12.4.1 of our old servers.', 'Tested in 2013 (A.12.4.1).'])
      assert.deepEqual(outdatedIn(text(sentence)), ['A.12.4.1'], sentence);
  });
});

describe('what was', () => {
  it('is told by a key or a head that says so', () => {
    assert.deepEqual(outdatedIn('---\ncontrol: A.5.15\nwas: A.9.1.1\n---\n# Access (ISO/IEC 27001:2022)\n'), []);
    const table = (cell: string): string => `${today}| Row | Why | Was |\n|---|---|---|\n| R-7 | merged | ${cell} |\n`;
    assert.deepEqual(outdatedIn(table('A.9.2.5')), []);
    assert.deepEqual(outdatedIn(table('ISO A.9.2.5 and A.8.3.2')), []);
    assert.deepEqual(outdatedIn(table('Rechte nach A.9.2.5 prüfen')), ['A.9.2.5']);
    assert.deepEqual(outdatedIn('---\nwas_tested: A.9.1.1\n---\n# Access (ISO/IEC 27001:2022)\n'), ['A.9.1.1']);
  });
});

describe('a row or an item that begins with the older edition, in a document that names today’s too', () => {
  it('is no finding', () => {
    const rows =
      '| ISO 27001:2022 | A.5.16 |\n| ISO 27001:2022 | A.8.15 |\n| ISO 27001:2013 | A.9.2.1 |\n| ISO 27001 (2013) | A.12.4.1 |\n';
    assert.deepEqual(outdatedIn(`# Map\n\n| Standard | Control |\n|---|---|\n${rows}`), []);
    assert.deepEqual(outdatedIn('# Map\n\n- ISO 27001:2022: A.8.15\n- ISO 27001:2013: A.12.4.1, A.12.4.2\n'), []);
  });

  it('is one where it does not begin so', () => {
    const text = 'We meet ISO/IEC 27001:2022 (A.8.15).\n\n- Rights follow ISO/IEC 27001:2013 A.9.2.3\n';
    assert.deepEqual(outdatedIn(`# Map\n\n${text}`), ['A.9.2.3']);
    const rows = '| ISO 27001:2022 | A.9.2.1 |\n| ISO 27001 | A.9.2.1 |\n';
    assert.deepEqual(outdatedIn(`${today}Ids: A.5.16.\n\n| Standard | Control |\n|---|---|\n${rows}`), [
      'A.9.2.1',
      'A.9.2.1',
    ]);
  });
});

describe('a table of versions and dates', () => {
  const table = (heads: string, ...rows: string[]): string =>
    `${today}We follow A.5.15.\n\n## Rozwój\n\n| ${heads} |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`;

  it('is a history, whatever its heads are called', () => {
    for (const rows of [
      ['1.0 | 2019-05-04 | A.12.3.1'],
      ['1.0 | 04.05.2019 | A.12.3.1', '1.1 | 11.09.2021 | A.9.4.3', '1.10 | 20.02.2025 | –'],
      ['2.1 | 2025-02-20 | –', '2.0 | 2019-05-04 | A.12.3.1'],
    ])
      assert.deepEqual(outdatedIn(table('Wyd. | Kiedy | Opis', ...rows)), [], rows.join());
    assert.deepEqual(outdatedIn(`${today}We follow A.5.15.\n\n## 改訂履歴\n\nA.12.3.1を追加\n`), []);
  });

  it('is none of findings and their days', () => {
    const old = ['A.12.3.1', 'A.12.4.1'];
    const days = (one: string, two: string) => [`${one} | A.12.3.1 | 2026-10-01`, `${two} | A.12.4.1 | 2026-10-02`];
    assert.deepEqual(outdatedIn(table('No. | Finding | Due', ...days('1.1', '1.2'))), old);
    assert.deepEqual(outdatedIn(table('Clause | Finding | Found', ...days('9.2', '10.2'))), old);
    assert.deepEqual(outdatedIn(table('Score | Finding | Found', ...days('3.0', '2.5'))), old);
  });
});

describe('a key of front matter without a year beside one of today’s edition', () => {
  const front = (older: string, today: string): string =>
    `---\nsatisfies:\n  ISO27001: [${older}]\n  ISO27001-2022: [${today}]\n---\n# Access\n\nAccounts are personal (A.5.16).\n`;

  it('holds ids of the edition before, if all of them are', () => {
    assert.deepEqual(outdatedIn(front('A.9.2.1, A.9.2.2', 'A.5.16')), []);
    assert.deepEqual(outdatedIn(front('A.9.2.1, A.8.15', 'A.5.16')), ['A.9.2.1']);
    assert.deepEqual(outdatedIn(front('A.9.2.1', 'A.5.16').replace('-2022', '-2005')), ['A.9.2.1']);
  });
});
