/** Citations of laws: the forms of seven languages, and the law that an article belongs to. */
import assert from 'node:assert/strict';
import { parseDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { dedent } from '../../support/workspace.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/** `beside gdpr:5.1.f` for each reference to a law. */
function lawsIn(text: string): string[] {
  return (parseDocument('x.md', dedent(text), context).laws ?? []).map(({ by, key }) => `${by} ${key}`);
}

/** The keys of references with their law right beside them. */
function keysBeside(text: string): string[] {
  return lawsIn(`${text}\n`).map((one) => {
    assert.match(one, /^beside /, text);
    return one.slice('beside '.length);
  });
}

describe('citations of laws', () => {
  const point: Readonly<Record<string, readonly string[]>> = {
    English: [
      'Article 21(2)(k) NIS2',
      'point (k) of Article 21(2) of NIS2',
      'NIS2 Art. 21(2), point (k)',
      'NIS2 21(2)(k)',
    ],
    German: [
      'Art. 21 Abs. 2 lit. k NIS2',
      'Artikel 21 Absatz 2 Buchstabe k der NIS-2-Richtlinie',
      'Art. 21 (2) k) NIS-2-RL',
    ],
    French: ['article 21, paragraphe 2, point k), de la directive NIS 2', "l'article 21, § 2, k), de SRI 2"],
    Spanish: ['artículo 21, apartado 2, letra k), de la Directiva (UE) 2022/2555', 'art. 21.2.k) de la Directiva NIS2'],
    Portuguese: ['artigo 21.º, n.º 2, alínea k), da NIS2', 'artigo 21.º, n.º 2, al. k) da Diretiva SRI 2'],
    Dutch: ['artikel 21, lid 2, onder k, NIS2', 'artikel 21, tweede lid, onder k, van de NIS2-richtlijn'],
    Italian: ['articolo 21, paragrafo 2, lettera k), della NIS2', 'art. 21, par. 2, lett. k) della direttiva NIS2'],
  };
  for (const [language, forms] of Object.entries(point))
    it(`${language}: a point of a paragraph of an article`, () => {
      for (const form of forms) assert.deepEqual(keysBeside(`See ${form}.`), ['nis2:21.2.k'], form);
    });

  it('paragraphs, sentences and points of the GDPR', () => {
    for (const form of [
      'Art. 5 §1 f GDPR',
      'Art. 5 Abs. 1 UAbs. 1 lit. f DSGVO',
      'Art. 5 Abs. 1 S. 1 Buchst. f DS-GVO',
      'art. 5.1 f) RGPD',
      'art. 5, par. 1, lett. f), del Regolamento (UE) 2016/679',
      "l'article 5, paragraphe 1, point f), du règlement général sur la protection des données",
      'artikel 5, lid 1, onder f, AVG',
      'Artikel 5 Absatz 1 Buchstabe f der Datenschutz-Grundverordnung',
    ])
      assert.deepEqual(keysBeside(`Siehe ${form}.`), ['gdpr:5.1.f'], form);
  });

  it('lists and ranges of articles and points', () => {
    assert.deepEqual(keysBeside('Articles 12 to 22 GDPR'), ['gdpr:12', 'gdpr:22']);
    assert.deepEqual(keysBeside('Art. 12 ff. DSGVO und Art. 12f. DSGVO'), ['gdpr:12', 'gdpr:12']);
    assert.deepEqual(keysBeside('Article 6(1)(a), (b) and (f) GDPR'), ['gdpr:6.1.a', 'gdpr:6.1.b', 'gdpr:6.1.f']);
    assert.deepEqual(keysBeside('artículo 6, apartado 1, letras a) y f), del RGPD'), ['gdpr:6.1.a', 'gdpr:6.1.f']);
    assert.deepEqual(keysBeside('article 4 bis du règlement sur l’IA; Article 4a AI Act'), ['ai-act:4a', 'ai-act:4a']);
    assert.deepEqual(keysBeside('NIS2 Article 21(2)(j), (k) staff; GDPR Article 33, 72 hours'), [
      'nis2:21.2.j',
      'gdpr:33',
    ]);
    // A small word is no point.
    assert.deepEqual(keysBeside('artículos 21.2 y 23 de la NIS2; NIS2 art. 21.2 a la vez'), [
      'nis2:21.2',
      'nis2:23',
      'nis2:21.2',
    ]);
  });
});

describe('the law of an article', () => {
  it('is the one beside it, be it one that we do not have', () => {
    assert.deepEqual(lawsIn('GDPR Art. 6, Art. 114 TFEU, Art. 12 der Satzung and Article 4 of the Data Act.\n'), [
      'beside gdpr:6',
    ]);
    assert.deepEqual(
      lawsIn('UK GDPR Article 6; NIS2UmsuCG Art. 3; BDSG, Art. 5; Wkkgz art. 11; ISO 9001 article 8.\n'),
      [],
    );
    assert.deepEqual(
      lawsIn('D.Lgs. 138/2024 (NIS2), art. 25. Directive 95/46/EC, Article 7. Code pénal, article 22.\n'),
      [],
    );
  });

  it('is the one that the sentence names, if it names one', () => {
    assert.deepEqual(lawsIn('The GDPR wants a register, see Article 30.\n'), ['sentence gdpr:30']);
    assert.deepEqual(lawsIn('The GDPR and DORA want a register, see Article 30.\n'), []);
    assert.deepEqual(lawsIn('The GDPR and national law want a register, see Article 30.\n'), []);
    assert.deepEqual(lawsIn('The GDPR applies. Our contract says in Article 30 how.\n'), []);
  });

  it('is the one that column, label, item or lead-in name', () => {
    assert.deepEqual(
      lawsIn(`
        | Law | GDPR | Other |
        |---|---|---|
        | NIS2 | see Art. 32 | see Art. 23 |
        | NIS2, DORA | none | see Art. 23 |

        Duties under the AI Act:

        - logs, Article 12
        - GDPR
          - logs, Article 32
      `),
      ['block gdpr:32', 'block nis2:23', 'block ai-act:12', 'block gdpr:32'],
    );
  });

  it('is the one of the nearest heading that names any', () => {
    const under = (heading: string, text: string) => lawsIn(`# Handbook\n\n## AI Act\n\n### ${heading}\n\n${text}\n`);
    assert.deepEqual(under('Logs', 'See Article 12.'), ['heading ai-act:12']);
    assert.deepEqual(under('GDPR', 'See Article 12.'), ['heading gdpr:12']);
    assert.deepEqual(under('GDPR and DORA', 'See Article 12.'), []);
    assert.deepEqual(under('ISO/IEC 42001', "L'article 12 compte."), []);
    assert.deepEqual(under('Bylaws', 'See Article 12.'), []);
    // Another law named in the section may be the one meant.
    assert.deepEqual(under('Logs', 'DORA wants them.\n\nSee Article 12.'), []);
    assert.deepEqual(under('Logs', 'See Article 12 of the Regulation and Article 13 of the Directive.'), [
      'heading ai-act:12',
    ]);
  });

  it('is the one that the section has named so far, or the only one of the document, if it has the article', () => {
    assert.deepEqual(lawsIn('# A\n\n## B\n\nThe GDPR applies.\n\nSee Article 30 and Article 130.\n'), [
      'section gdpr:30',
    ]);
    assert.deepEqual(lawsIn('---\ntitle: GDPR handbook\n---\n\n# A\n\nSee Article 30 and Article 130.\n'), [
      'document gdpr:30',
    ]);
    assert.deepEqual(lawsIn('# A\n\nThe GDPR applies.\n\n## B\n\nSee Article 30, Annex III.\n\n## C\n\nDORA.\n'), []);
  });

  it('is not guessed from the document where that is about something else', () => {
    const catalogue =
      '# Parts\n\nWe sell hoses, nozzles and pumps for gardens since 1950. The GDPR applies to orders.\n';
    const parts = ['hose', 'nozzle', 'pump', 'valve', 'sprinkler', 'bucket'].map(
      (part, i) => `- Art. ${i + 12} ${part} of brass`,
    );
    assert.deepEqual(lawsIn(`${catalogue}\n## Garden\n\n${parts.join('\n')}\n`), []);
  });

  it('is none of ours in a document that is ordered in articles, and in a contract', () => {
    const text =
      '## Article 1 Aim\n\nThe GDPR applies.\n\n## Article 2 Rules\n\nSee Article 30.\n\n## GDPR\n\nSee Article 31.\n';
    assert.deepEqual(lawsIn(`# Statutes\n\n${text}`), []);
    assert.deepEqual(lawsIn('# Master agreement\n\n## GDPR\n\nSee Article 31.\n\nArticle 28 GDPR.\n'), [
      'beside gdpr:28',
    ]);
  });

  it('is not asked for where a clause of a standard is meant', () => {
    assert.deepEqual(
      lawsIn("# RGPD\n\n## RGPD\n\nL'article 9.2 de la norme ISO/IEC 27001, puis l'article 10.2.\n"),
      [],
    );
  });

  it('reads bare numbers below the name of a law, where head and cells leave no doubt', () => {
    const cells = (head: string, ...numbers: string[]): string[] =>
      lawsIn(`| Topic | ${head} |\n|---|---|\n${numbers.map((number) => `| Records | ${number} |\n`).join('')}`);
    assert.deepEqual(cells('GDPR', '32, 33', '33(1)', '17'), [
      'block gdpr:32',
      'block gdpr:33',
      'block gdpr:33.1',
      'block gdpr:17',
    ]);
    assert.deepEqual(cells('DSGVO Art.', '30', '33; 34', '–', 'Art. 5'), [
      'block gdpr:30',
      'block gdpr:33',
      'block gdpr:34',
      'beside gdpr:5',
    ]);
    assert.deepEqual(cells('Articles of the AI Act', '9', '10', '150'), [
      'block ai-act:9',
      'block ai-act:10',
      'block ai-act:150',
    ]);
    assert.deepEqual(cells('NIS2 Directive, Art.', '21(2)(a)', '23'), ['block nis2:21.2.a', 'block nis2:23']);
  });

  it('reads no numbers that may be counts, years, percentages, scores or dates', () => {
    const cells = (head: string, ...numbers: string[]): string[] =>
      lawsIn(`| Topic | ${head} |\n|---|---|\n${numbers.map((number) => `| GDPR | ${number} |\n`).join('')}`);
    assert.deepEqual(cells('GDPR', '12', '30', '3'), []);
    assert.deepEqual(cells('GDPR', '95 %', '32, 33'), []);
    assert.deepEqual(cells('GDPR', '2018', '32, 33'), []);
    assert.deepEqual(cells('GDPR', '3,5', '4,2'), []);
    assert.deepEqual(cells('GDPR', '3/5', '4/5'), []);
    assert.deepEqual(cells('GDPR', '25.5.2018', '3, 4'), []);
    assert.deepEqual(cells('GDPR requests', '12, 13', '14'), []);
    assert.deepEqual(cells('GDPR Art.', '150', '160', '32'), []);
    assert.deepEqual(cells('GDPR and NIS2', '21, 23', '32'), []);
    assert.deepEqual(cells('2024/2690', '3, 4', '1, 2'), []);
  });

  it('reads bare numbers below "Article", of the law of their row or heading', () => {
    const rows = '|---|---|\n| GDPR | 112 |\n| NIS2 | 21(2)(k) |\n| DSGVO | 5 Abs. 1 lit. z, 6 |\n';
    const expected = ['block gdpr:112', 'block nis2:21.2.k', 'block gdpr:5.1.z', 'block gdpr:6'];
    for (const head of ['Law | Article', 'Gesetz | Artikel', 'Loi | Art. / §', 'Ley | Artículo n.º'])
      assert.deepEqual(lawsIn(`# Register\n\n| ${head} |\n${rows}`), expected, head);
    const below = '| Article | Topic |\n|---|---|\n| 32 | Security |\n';
    assert.deepEqual(lawsIn(`# Register\n\n## GDPR\n\n${below}`), ['heading gdpr:32']);
  });

  it('reads none below "Article" of other laws, of several, or of none', () => {
    const rows = '|---|---|\n| BDSG | 22 |\n| GDPR and AI Act | 25 |\n| GDPR | 2018 |\n| Pump | 12 |\n';
    assert.deepEqual(lawsIn(`# Register\n\n| Law | Article |\n${rows}`), []);
    assert.deepEqual(lawsIn(`# Stock (GDPR)\n\n| Article | Pieces |\n${'|---|---|\n| 12 | 30 |\n'}`), []);
    assert.deepEqual(lawsIn(`# Register\n\n| Law | Articles, number of pages |\n|---|---|\n| GDPR | 30 |\n`), []);
  });

  it('reads what stands beside its law in front matter', () => {
    const text = '---\nlegal: ["GDPR Art. 112", "Art. 22 BDSG", Art. 5]\nversion: 1.2\n---\n# Register of the GDPR\n';
    assert.deepEqual(lawsIn(text), ['beside gdpr:112']);
  });
});
