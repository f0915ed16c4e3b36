/** Ranges, lists and letters as they are written in other scripts. */
import assert from 'node:assert/strict';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { readIds } from '../../support/readIds.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const about = '# 规定 ISO/IEC 27001:2022\n\n';

describe('a range in another script', () => {
  const range = '27001 A.8.15+A.8.16+A.8.17';

  it('has a wave, or a word, between its ends', () => {
    for (const written of [
      'A.8.15~A.8.17',
      'A.8.15 ~ A.8.17',
      'A.8.15～A.8.17',
      'A.8.15〜8.17',
      'A.8.15至A.8.17',
      'A.8.15到A.8.17',
    ])
      assert.equal(readIds(`${about}依${written}。\n\n| ${written} |\n|---|\n`), `${range}, ${range}`, written);
    for (const written of ['A.8.15からA.8.17まで', 'A.8.15에서 A.8.17까지', 'A.8.15부터 A.8.17까지'])
      assert.equal(readIds(`${about}${written}\n`), range, written);
  });

  it('is none where one id leads to another, or something is struck out', () => {
    assert.equal(readIds(`${about}A.8.15からA.8.17へ。\n`), '27001 A.8.15, 27001 A.8.17');
    assert.equal(readIds(`${about}~~A.8.15~~ A.8.17 ~A.8.16~\n`), '27001 A.8.15, 27001 A.8.17, 27001 A.8.16');
  });
});

describe('a list in another script', () => {
  it('goes on behind its marks', () => {
    assert.equal(readIds(`${about}A.8.15、8.16，8.17\n`), '27001 A.8.15, 27001 A.8.16, 27001 A.8.17');
    assert.equal(readIds(`${about}条款：(clause 6.1.3、8.3)\n`), '27001 6.1.3, 27001 8.3');
  });
});

describe('an id with letters of another script', () => {
  it('is read as its reader sees it, at its own place', () => {
    const text = `${about}Έλεγχος Α.8.24; захід А.8.15; Ａ.8.16; A．8．17; Α.8.45\n`;
    assert.equal(readIds(text), '27001 A.8.24, 27001 A.8.15, 27001 A.8.16, 27001 A.8.17, 27001 A.8.45 missing');
    const context = { catalog: catalogOfProject(), settings: defaultSettings };
    const [first] = resolveDocument(parseDocument('a.md', text, context), [], context).references;
    assert.equal(text.slice(first!.span.start, first!.span.end), 'Α.8.24');
  });

  it('is none in a word, or with one number', () => {
    assert.equal(readIds(`${about}ΑΑ.8.24, Додаток А.5, БА.8.15.\n`), '');
  });
});
