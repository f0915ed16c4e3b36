import assert from 'node:assert/strict';
import { allFindings, checkFix, checkRule, fixTitles } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

const code = 'law-article';
const options = { catalog: catalogOfProject() };

function messagesOf(sentence: string): string {
  const snapshot = makeSnapshot({ 'policy.md': `${sentence}\n` }, options);
  const found = allFindings(snapshot).filter((one) => one.code === code);
  return found.map(({ message }) => message).join();
}

function silent(text: string): void {
  checkRule(code, text, options);
}

describe(code, () => {
  it('reads articles under the law that heads their column, and their subject in the next cell', () => {
    checkRule(
      code,
      `
      | AI Act | Topic | Owner |
      |---|---|---|
      | Art. 61 | Post-market monitoring | Quality |
        ^^^^^^^ warning: Article 61 of Regulation (EU) 2024/1689 (EU AI Act) is …
      | Art. 114 | Something | Legal |
        ^^^^^^^^ error: There is no Article 114 in Regulation (EU) 2024/1689 (EU AI Act);…
    `,
      options,
    );
  });

  it('reads them however the cell is set off', () => {
    for (const cell of ['**Art. 61**', '*Article 61*', 'Art. 61 📡']) {
      const text = `# Crosswalk to the EU AI Act\n\n| Article | Topic |\n|---|---|\n| ${cell} | Post-market monitoring |`;
      assert.match(messagesOf(text), /^Article 61 of .* The text seems to mean Article 72/, cell);
      assert.equal(messagesOf(text.replace('61', '72')), '', cell);
    }
  });

  it('reads points beyond the last of a list or range, and titles of a law that has chapters', () => {
    checkRule(
      code,
      `
      NIS2 21(2)(a) to (k) and NIS2 Article 21(2)(j).
                       ^^^ error: There is no Article 21(2)(k) in …

      GDPR Article 32 (security of processing); Article 105.
                                                ^^^^^^^^^^^ error: There is no Article 105 in …

      See Title IV of the AI Act.
          ^^^^^^^^ warning: Regulation (EU) 2024/1689 (EU AI Act) has no titles: it is ordered in chapters. Cite the chapter…
    `,
      options,
    );
  });

  it('finds points of the GDPR beyond the last of their paragraph, where that is known', () => {
    checkRule(
      code,
      `
      - Art. 6(1)(g) GDPR
        ^^^^^^^^^^^^ error: There is no Article 6(1)(g) in Regulation (EU) 2016/679 (GDPR): Article 6(1) ends with 6(1)(f). Check the number.
      - Art. 32 Abs. 1 lit. e DSGVO
        ^^^^^^^^^^^^^^^^^^^^^ error: There is no Article 32(1)(e) in Regulation (EU) 2016/679 (GDPR): Article 32(1) ends with 32(1)(d). Check the number.
      - article 28, paragraphe 3, point i), du RGPD
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: There is no Article 28(3)(i) in …
      - GDPR Article 9(2)(h) and (k)
                                 ^^^ error: There is no Article 9(2)(k) in …
    `,
      options,
    );
    silent('Art. 6(1)(f), 9(2)(j), 13(2)(f), 14(2)(g), 28(3)(h), 30(1)(g), 35(7)(d) GDPR.\n');
    silent('Art. 13(4)(a), 15(1)(z) and 33(6) GDPR, AI Act Art. 5(1)(z).\n');
    silent('There is no Art. 6(1)(g) GDPR. UK GDPR, Art. 6(1)(g).\n');
  });

  it('finds articles, annexes and points that do not exist', () => {
    checkRule(
      code,
      `
      - GDPR Article 100
             ^^^^^^^^^^^ error: There is no Article 100 in Regulation (EU) 2016/679 (GDPR); its last is Article 99 (Entry into force and application). Check the number.
      - Art. 112 DSGVO
        ^^^^^^^^ error: There is no Article 112 in Regulation (EU) 2016/679 (GDPR)…
      - Article 21(2)(k) of NIS2
        ^^^^^^^^^^^^^^^^ error: There is no Article 21(2)(k) in Directive (EU) 2022/2555 (NIS2): Article 21(2) ends with 21(2)(j). Check the number.
      - NIS2 Article 47
             ^^^^^^^^^^ error: There is no Article 47 in Directive (EU) 2022/2555 (NIS2)…
      - AI Act Annex XV (2024)
               ^^^^^^^^ error: There is no Annex XV in Regulation (EU) 2024/1689 (EU AI Act); its last is Annex XIV. Check the number.
    `,
      options,
    );
  });

  it('finds what an amendment deleted', () => {
    checkRule(
      code,
      `
      Bias is corrected under Article 10(5) of the AI Act.
                              ^^^^^^^^^^^^^ warning: Article 10(5) of Regulation (EU) 2024/1689 (EU AI Act) no longer exists. Deleted by Regulation (EU) 2026/1744…
    `,
      options,
    );
  });

  it('finds numbers of drafts by the subject of the sentence, before or behind', () => {
    checkRule(
      code,
      `
      - AI Act Article 61 (post-market monitoring)
               ^^^^^^^^^^ warning: Article 61 of Regulation (EU) 2024/1689 (EU AI Act) is “Informed consent…
      - Post-market monitoring of our systems follows Article 61 of the EU AI Act.
                                                      ^^^^^^^^^^ warning: Article 61 of…
    `,
      options,
    );
    checkFix(
      code,
      'Replace with Article 72',
      'AI Act Article 61 (post-market monitoring).\n',
      'AI Act Article 72 (post-market monitoring).\n',
      options,
    );
  });

  it('finds a number of a draft by a title of one word, and behind a label', () => {
    for (const [text, now] of [
      ['EU AI Act Article 52 (Transparency)', '50'],
      ['AI Act: Article 9 (Risk management), Article 52 (Transparency)', '50'],
      ['AI Act: Art. 52 (Transparency)', '50'],
      ['KI-Verordnung Art. 52 (Transparenz)', '50'],
      ['Règlement IA, article 52 (Transparence)', '50'],
      ['AI Act Article 62 (Incidents)', '73'],
      ['AI Act: Article 29 (Obligations of users)', '26'],
      ['AI Act, Article 69 (Codes of conduct)', '95'],
      ['KI-VO Art. 29 (Pflichten der Nutzer)', '26'],
    ] as const)
      assert.match(messagesOf(text), new RegExp(`seems to mean Article ${now} `), text);
    for (const text of [
      'AI Act Article 52 (Procedure)',
      'AI Act Article 52 (providers)',
      'AI Act Article 61 (Transparency)',
      'AI Act Article 29 (Application)',
      'AI Act Article 69 (Access to experts)',
      'AI Act Article 26 (Obligations of users)',
      'AI Act Article 52 is about transparency',
    ])
      silent(text);
  });

  it('knows the numbers that only drafts had', () => {
    assert.deepEqual(fixTitles(code, 'AI Act Article 29a applies.\n', options), [
      'Replace with Article 27 (Fundamental rights impact assessment for high-risk AI systems)',
    ]);
    checkFix(code, 'Replace', 'See Article 28b of the AI Act.\n', 'See Article 53 of the AI Act.\n', options);
  });

  it('tells numbers of drafts by their subject in seven languages, whichever of them is meant', () => {
    for (const [text, now] of [
      ["au titre de l'article 61 du règlement sur l'IA (incidents graves).", '73'],
      ['KI-Verordnung: Beobachtung nach dem Inverkehrbringen, Artikel 61.', '72'],
      ['Un incidente grave se notifica según el artículo 62 del Reglamento de IA.', '73'],
      ['O acompanhamento pós-comercialização segue o artigo 61.º do AI Act.', '72'],
      ['Ernstige incidenten: artikel 62 AI-verordening.', '73'],
      ['Obblighi di trasparenza: articolo 52 AI Act.', '50'],
      ['Transparency obligations under Article 52 of the AI Act apply.', '50'],
      ['Die KI-Wertschöpfungskette regelt Art. 28 KI-VO.', '25'],
    ] as const)
      assert.match(fixTitles(code, `${text}\n`, options)[0] ?? text, new RegExp(`^Replace with Article ${now} `));
  });

  it('tells them at a paragraph, too, for which it offers no other number', () => {
    checkRule(
      code,
      `
      Chatbots: transparency obligations (AI Act Art. 52(1)).
                                                 ^^^^^^^^^^ warning: Article 52 of Regulation (EU) 2024/1689 (EU AI Act) is “Procedure”. In drafts of the Act, Article 52 was transparency, which is now Article 50. The text seems to mean Article 50 (Transparency obligations for providers and deployers of certain AI systems).
    `,
      options,
    );
    assert.deepEqual(fixTitles(code, 'Transparency obligations (AI Act Art. 52(1)).\n', options), []);
  });

  it('finds them where the law is named around the sentence, with less certainty for what does not exist', () => {
    checkRule(
      code,
      `
      # Handbook

      ## Duties under the AI Act

      4.1 Article 61 obliges the provider to run post-market monitoring.
          ^^^^^^^^^^ warning: Article 61 of Regulation (EU) 2024/1689 (EU AI Act) is …

      4.2 To test for bias we rely on Article 10(5).
                                      ^^^^^^^^^^^^^ warning: Article 10(5) of Regulation (EU) 2024/1689 (EU AI Act) no longer exists.…

      4.3 See Article 120.
              ^^^^^^^^^^^ warning: There is no Article 120 in Regulation (EU) 2024/1689 (EU AI Act);…

      ## Law

      Annex III of Regulation (EU) 2024/1689 fits.

      The project relies on Article 10(5); Article 120 is silent.
                            ^^^^^^^^^^^^^ warning: Article 10(5) of…

      ## NIS2

      Die Maßnahmen: Artikel 21 Absatz 2 Buchstabe k.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: There is no Article 21(2)(k) in Directive (EU) 2022/2555 (NIS2)…
    `,
      options,
    );
  });

  it('is careful with inserted articles that it does not know', () => {
    checkRule(
      code,
      `
      - AI Act Article 75e
               ^^^^^^^^^^^ information: There is no Article 75e in Regulation (EU) 2024/1689 (EU AI Act): amendments have inserted 75a, 75b, 75c and 75d so far, as our catalog has it. Check the number.
    `,
      options,
    );
  });

  describe('is silent', () => {
    it('for what exists, inserted articles and paragraphs included', () => {
      silent('GDPR Article 99, Art. 5(1)(f) DSGVO, Article 32 GDPR, NIS2 Article 21(2)(j), NIS2 Article 46.\n');
      silent('AI Act Articles 4a, 60a and 75a; Article 113 AI Act; AI Act Annex XIV, AI Act Annex III(5)(b), 2024.\n');
      silent('GDPR Article 4(25), Article 9(2)(h) GDPR, AI Act Article 26(11).\n');
    });

    it('where the number of a draft has today’s meaning, or none is told', () => {
      silent('AI Act Article 61 (informed consent to testing in real world conditions).\n');
      silent('AI Act Article 61 applies. AI Act Article 72 is about post-market monitoring.\n');
      silent('Article 72 covers post-market monitoring, and Article 61 of the AI Act covers informed consent.\n');
      silent('AI Act Article 28 (notifying authorities), AI Act Article 52 (procedure).\n');
    });

    it('where the text says itself that the number is old', () => {
      silent('In the draft, AI Act Article 61 was post-market monitoring.\n');
      silent('AI Act Article 10(5) was deleted.\n');
      silent('Article 10(5) AI Act was used for bias detection until July 2026.\n');
      silent('Bis Juli 2026 stützten wir uns auf Artikel 10(5) KI-VO.\n');
      silent('AI Act Article 29a (now Article 27).\n');
    });

    it('where the law that heads the column has the article', () => {
      silent('| AI Act | Topic |\n|---|---|\n| Art. 9 | Risk management system |\n| Art. 61 | Informed consent |\n');
    });

    it('where the text denies that there is such an article, or asks', () => {
      for (const sentence of [
        'There is no Art. 112 GDPR.',
        'Art. 112 GDPR does not exist.',
        'Article 112 of the GDPR does not exist.',
        '"Art. 112 GDPR" cannot be.',
        'NIS2 has no Art. 21(2)(k).',
        '- NIS2: there is no Art. 21(2)(k).',
        'The offer cites Art. 112 GDPR. No such article exists.',
        'Is there an Article 21(2)(k) NIS2? No.',
        'Einen Art. 112 DSGVO gibt es nicht.',
        'Art. 112 DSGVO existiert nicht.',
        "L'article 112 du RGPD n'existe pas.",
        'El artículo 112 del RGPD no existe.',
        'O artigo 112.º do RGPD não existe.',
        'Artikel 112 AVG bestaat niet.',
        "L'articolo 112 del GDPR non esiste.",
      ])
        silent(`${sentence}\n`);
      for (const sentence of [
        'There is no exception to Art. 112 GDPR.',
        'Art. 112 GDPR protects people who do not exist.',
        'We do not sell data (Art. 112 GDPR).',
        'Is the notice right under Art. 112 GDPR?',
        'Ausnahmen von Art. 112 DSGVO gibt es nicht.',
      ])
        assert.match(messagesOf(sentence), /^There is no Article 112/, sentence);
    });

    it('where the article is of another law', () => {
      silent('Art. 6 GDPR, Art. 101 TFEU and Art. 130 of the Telecommunications Act.\n');
      silent('Art. 83 DSGVO, Art. 267 AEUV. Article 114 TFEU is the basis of the AI Act.\n');
      silent('Article 300 of the Code and the GDPR. Article 100 applies; so does the GDPR.\n');
    });

    it('where the subject of the article cited is named, or the text says in its own language that the number is old', () => {
      silent(
        'KI-Verordnung Artikel 61 (Einwilligung nach Aufklärung). Schwerwiegende Vorfälle: Artikel 73 KI-Verordnung.\n',
      );
      silent("L'article 62 de la proposition de règlement sur l'IA visait les incidents graves.\n");
      silent('Im Entwurf der KI-Verordnung waren schwerwiegende Vorfälle in Artikel 62 geregelt.\n');
      silent('Nel testo precedente gli incidenti gravi erano nell’articolo 62 AI Act.\n');
    });

    it('for parts of a point that exists, and for the next item of a list', () => {
      silent('NIS2 Article 21(2)(j)(i); (j) NIS2 Article 21(2)(j), (k) staff, (l) keys.\n');
      silent('Siehe a) NIS2 Art. 21 Abs. 2, k) Personal. GDPR Article 33, 120 hours; GDPR Articles 5 to 120 days.\n');
    });

    it('in code', () => {
      silent('```\nGDPR Article 100\n```\n');
    });
  });

  it('takes the law that the title names for the one meant, where the document names no other', () => {
    const title = '# File for the EU AI Act\n\n';
    assert.match(
      messagesOf(`${title}Data were processed under Article 10(5). See Article 118.`),
      /10\(5\).*Article 118/s,
    );
    silent(`${title}Data were processed under Article 10(5). See the Treaty (TFEU) and Article 118.\n`);
    assert.equal(messagesOf('# File\n\nThe EU AI Act applies.\n\nSee Article 118.'), '');
  });

  it('knows the subjects of further articles of drafts', () => {
    assert.match(messagesOf('Nach Art. 52 KI-VO sind Chatbots zu kennzeichnen.'), /Article 50/);
    assert.match(messagesOf('Fines up to 35 m (Article 71 EU AI Act).'), /Article 99/);
    silent('Systems are entered in the database (Article 71 EU AI Act).\n');
    silent('The procedure is in Article 52 of the EU AI Act.\n');
  });
});
