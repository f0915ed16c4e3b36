/** What is no text of the page (comments of site generators, examples in code) and ids of other lists and standards. */
import assert from 'node:assert/strict';
import { withoutNotes } from '../../../server/src/core/markdown/notes.js';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/** `27001 A.5.18` for each reference of a text in its order. */
function read(text: string, settings = defaultSettings): string[] {
  const all = { ...context, settings };
  const { references } = resolveDocument(parseDocument('a.md', text, all), [], all);
  return references.map(({ standard, ids }) => `${standard} ${ids.join('+')}`);
}

const title = '# Access (ISO/IEC 27001:2022)\n\nRoles follow A.5.15.\n\n';

describe('comments of site generators', () => {
  const notes = [
    '{/* A.8.99 ask */}',
    '{/*\n\nA.8.99\n\n*/}',
    '{% comment %} A.8.99 {% endcomment %}',
    '{% comment %}\nA.8.99\n{% endcomment %}',
    'Rights %%A.8.99 ask%% are reviewed.',
    '%%\nA.8.99\n%%',
  ];
  for (const note of notes) {
    it(`are no text: ${JSON.stringify(note)}`, () => {
      assert.deepEqual(read(`${title}${note}\n\nLogs: A.8.15.\n`), ['27001 A.5.15', '27001 A.8.15']);
    });
  }

  it('are nothing that is not closed, and no marks of other things', () => {
    assert.deepEqual(read(`${title}{/* A.8.15\n\n5%% of A.8.16, 7%% of A.8.17\n`).slice(1), [
      '27001 A.8.15',
      '27001 A.8.16',
      '27001 A.8.17',
    ]);
  });

  it('leave every other character in its place', () => {
    const text = 'a\r\n{/* 😀\r\n*/} b %%c%% <code>x</code> [[N A.5|A.5]]';
    const shown = withoutNotes(text, false);
    assert.equal(shown.length, text.length);
    assert.equal(shown.indexOf(' b '), text.indexOf(' b '));
    assert.equal(shown.indexOf('\r\n', 3), text.indexOf('\r\n', 3));
  });
});

describe('examples', () => {
  it('in code of HTML are none to check, as in code of Markdown', () => {
    const text = `${title}An id such as <code>A.8.96</code>, <kbd>A.8.97</kbd> or \`A.8.98\`.\n`;
    assert.deepEqual(read(text), ['27001 A.5.15']);
    assert.equal(read(text, { ...defaultSettings, inlineCode: true }).length, 4);
  });

  it('and the alias of a link that says its address again is of the standard of the address', () => {
    assert.deepEqual(read(`${title}See [[NEN 7510 A.9.2.5|A.9.2.5]] and [[Logging|A.8.15]].\n`).slice(1), [
      '7510 A.9.2.5',
      '27001 A.8.15',
    ]);
  });

  it('and the place in the page that a wikilink leads to', () => {
    const text = `${title}Rights: [[A.5.18#^abc]], [[A.8.2#Admins|admins]], see [#7](x) and [[a]]#A.8.9.\n`;
    assert.deepEqual(read(text).slice(1), ['27001 A.5.18', '27001 A.8.2']);
  });
});

describe('ids of other lists and standards', () => {
  const rows = (head: string, ...cells: string[]): string =>
    `# Form\n\nStandard: ISO/IEC 27001:2022\n\n${head}\n|---|---|---|\n${cells.map((cell) => `| ${cell} |\n`).join('')}`;

  it('number questions, findings and criteria', () => {
    for (const head of ['| ID | Question | Answer |', '| Nr. | Frage | Antwort |', '| N° | Critère | Réponse |'])
      assert.deepEqual(
        read(rows(head, 'A.5.1 | Policy? | Yes', 'A.9.1 | Rights? | A.5.18', 'A.12.3 | Backups? | A.8.13')),
        ['27001 A.5.18', '27001 A.8.13'],
        head,
      );
    assert.deepEqual(read(rows('| ID | Finding | Score |', 'A.8.40 | XSS | 6.1', 'A.8.41 | SQLi | 9.1')), []);
    // Questions on controls, one of them by its old number.
    const controls = rows(
      '| ID | Question | Answer |',
      'A.5.1 | Policy? | Y',
      'A.5.18 | Rights? | Y',
      'A.9.2.5 | Rights? | Y',
    );
    assert.equal(read(controls).length, 3);
  });

  it('stand in a column headed by the bare number of a standard', () => {
    const text =
      '# Review\n\nISO 9001:2015 and ISO/IEC 27001:2022\n\n| Input | 27001 | 9001 |\n|---|---|---|\n| Actions | 9.3.2 a) | 9.3.2 a) |\n';
    assert.deepEqual(read(text), ['27001 9.3.2 a', '9001 9.3.2 a']);
  });

  it('stand behind a designation with brackets', () => {
    const card = '# Model card (ISO/IEC 42001:2023)\n\n';
    assert.deepEqual(read(`${card}prEN 18286 (draft 2026-03), clauses 7.4 and 8.2 were used.\n`), []);
    assert.deepEqual(read(`${card}ETSI EN 303 645 V3.1.3 (2024-09), clause 5.3 applies.\n`), []);
    assert.deepEqual(read(`${card}ISO/IEC 42001 (2023), clause 9.2 applies.\n`), ['42001 9.2']);
  });

  it('are annexes of an offer', () => {
    const offer = '# Offer (ISO/IEC 42001:2023)\n\n';
    assert.deepEqual(read(`${offer}See annex A.3 of this proposal.\n`), []);
    assert.deepEqual(read(`${offer}Voir annexe A.3 du présent mémoire, annexe A.9 de notre offre.\n`), []);
    assert.deepEqual(read(`${offer}Siehe Anhang A.9 des Angebots.\n`), []);
    assert.deepEqual(read(`${offer}See Annex A.9 of the standard.\n`), ['42001 A.9']);
  });
});
