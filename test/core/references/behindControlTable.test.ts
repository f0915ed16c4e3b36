/** A table of document control between the title and the first section is no part of what a document says it is about. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

const fields: readonly (readonly [string, string])[] = [
  ['Kimlik', 'YED-07'],
  ['Sorumlu', 'Deniz Aksoy, bilgi işlem'],
  ['Sürüm', '1.3'],
  ['Durum', 'Yürürlükte'],
  ['Onaylayan', 'Genel müdür'],
  ['Onay tarihi', '02.03.2026'],
  ['Sonraki gözden geçirme', '02.03.2027'],
];
const table = `${fields.map(([name, value]) => `| ${name} | ${value} |`).join('\n')}\n\n`.replace(
  '\n',
  '\n|---|---|\n',
);
const lines = `${fields.map(([name, value]) => `**${name}:** ${value}`).join('  \n')}\n\n`;
const purpose = '## 1. Amaç\n\nBu kural ISO/IEC 27001:2022 gereklerini karşılar.\n\n';
const rules = '## 2. Kurallar\n\nYedekler: A.8.13. Günlükler: A.8.15. Balonlar: A.8.45.\n';
const expected = '27001 A.8.13, 27001 A.8.15, 27001 A.8.45 missing';

describe('the section behind a table of document control', () => {
  it('says what a document in any language is about', () => {
    assert.equal(readIds(`# Yedekleme\n\n${purpose}${rules}`), expected);
    assert.equal(readIds(`# Yedekleme\n\n${table}${purpose}${rules}`), expected);
    assert.equal(readIds(`# Yedekleme\n\n${lines}${purpose}${rules}`), expected);
  });

  it('says so too where it is only named with a control of it, further down', () => {
    const named = 'Bu bölüm ISO/IEC 27001:2022, A.5.1 içindir.\n\n';
    const text = `# Yedekleme\n\n${table}## 1. Amaç\n\nHerkes içindir.\n\n## 2. Kapsam\n\n${named}${rules}`;
    assert.equal(readIds(text), `27001 A.5.1, ${expected}`);
  });

  it('says nothing of the kind in the cells of another table', () => {
    const vendors =
      '## Suppliers\n\n| Name | Holds | Contract |\n|---|---|---|\n| Orrin | ISO 27001 certificate | n/a |\n\n';
    const other =
      'Grease the rails after the first hundred hours of work, then each spring. Wear gloves and keep children away from the shafts.\n\n';
    assert.equal(readIds(`# Lifts\n\n${table}${vendors}## Parts\n\n${other.repeat(3)}Doors: A.5.1, A.8.4.\n`), '');
  });
});
