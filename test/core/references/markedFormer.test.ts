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
