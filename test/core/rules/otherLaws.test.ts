/**
 * Articles of texts that we do not have, beside mentions of those that we do: ten documents as organisations write them, in
 * which nothing may be said. Each has numbers that would be wrong in the GDPR, the AI Act or NIS2.
 */
import { checkRule } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const documents: Readonly<Record<string, string>> = {
  'a data processing agreement with articles of its own': `
    # Data processing agreement under Article 28 GDPR

    ## Article 1 Subject matter

    The processor acts on instructions only (Article 28(3)(a) GDPR).

    ## Article 12 Audit

    See Article 101 for fees. Article 21(2)(k) on continuity applies as well. Serious incidents: Article 62.

    ## Article 101 Fees

    Fees of Article 12 are paid under Article 114 of the framework contract.
  `,
  'statutes of a works council in German': `
    # Betriebsvereinbarung KI

    Die KI-Verordnung und die DSGVO bleiben unberührt.

    ## Rechtsgrundlagen

    § 87 Abs. 1 Nr. 6 BetrVG; Art. 101 Abs. 1 GG; Art. 10 Abs. 5 der Satzung; Art. 21 Abs. 2 Buchst. k GRCh. Art. 267 AEUV.
    Nach Art. 140 GG und der DSGVO gilt: Art. 114 des Tarifvertrags.

    ## KI-Verordnung

    Die Beobachtung nach dem Inverkehrbringen ist in Artikel 72 geregelt, Einwilligung in Artikel 61. Das Grundgesetz hat
    Artikel 146.
  `,
  'a legal register with a law in each row': `
    # Legal register

    | Law | Article | Subject |
    |---|---|---|
    | TFEU | Art. 114 | legal basis of the AI Act |
    | GDPR | Art. 32 | security |
    | Swiss DSG | Art. 61 | fines |
    | DORA | Article 62 | serious incidents |
    | Regulation (EU) 2017/745 | Article 120 | transition |
    | Constitution | Art. 146 | term |
    | UK GDPR | Article 22A | automated decisions |
  `,
  'a French policy that calls clauses of the standard articles': `
    # Politique de sécurité

    L'article 5.2 de la norme ISO/IEC 27001:2022 demande une politique ; l'article 10.5 est commenté. Le RGPD s'applique.

    ## Sanctions

    Code pénal, art. 323-1 ; Code du travail, article 1321 ; article 121 de la loi de 1978 ; article 102 du règlement intérieur.
    Le RGPD et l'article 226 du Code pénal prévoient des amendes. La loi n° 78-17 (RGPD) a un article 128.
  `,
  'a Spanish policy of an insurer': `
    # Política de privacidad

    El RGPD y la Ley Orgánica 3/2018 son de aplicación.

    ## Sanciones

    Art. 197 del Código Penal; artículo 105 de la LOPDGDD; artículo 103 del Estatuto de los Trabajadores. El artículo 120 de la
    Constitución y el RGPD protegen lo mismo. Art. 110 de la Ley 50/1980.

    ## Condiciones

    El artículo 104 de estas condiciones remite al RGPD.
  `,
  'terms of insurance ordered in articles': `
    # Condições gerais

    **Artigo 1.º**

    O tratamento de dados segue o RGPD.

    **Artigo 100.º**

    O disposto no artigo 101.º não prejudica a NIS2. Artigo 21.º, n.º 2, alínea l), das condições particulares.
  `,
  'a Dutch policy of a hospital': `
    # Informatiebeveiliging

    ## Wettelijk kader

    De AVG is leidend. Wkkgz artikel 111 en Wabvpz artikel 115 gelten ook; artikel 272 van het Wetboek van Strafrecht.
    Artikel 21, lid 2, onder k van de Cyberbeveiligingswet gaat verder dan de NIS2. Burgerlijk Wetboek, artikel 446.
  `,
  'an Italian procedure': `
    # Procedura incidenti

    D.Lgs. 138/2024 (NIS2), art. 125; D.Lgs. 196/2003, art. 166. L'articolo 615 del Codice penale e il GDPR.

    ## Contratto

    L'articolo 114 del contratto collettivo; articolo 21, paragrafo 2, lettera k) dello statuto. Il GDPR non cambia.
  `,
  'a memo on a treaty and the proposals of the AI Act': `
    # Memo: legal basis of the AI Act

    Article 114 and Article 16 TFEU are the basis. The Commission relied on Article 114 of the Treaty on the Functioning of the
    European Union. Under the ECHR, Article 8 counts; see Article 263 TFEU on annulment.

    In the draft, Article 61 was post-market monitoring. Today it is Article 72. The Council text moved Article 29a.

    ## Devices

    Under the MDR, Article 61 asks for clinical evaluation, and post-market monitoring is Article 83 of Regulation (EU) 2017/745.
  `,
  'a handbook that names the GDPR once': `
    # Staff handbook

    We follow the GDPR and our contracts.

    ## Travel

    Article 117 allows a taxi. Article 10(5) and Article 21(2)(k) are about meals; Annex XV has the forms.

    ## Company bylaws

    Article 130 fixes the quorum, Article 61 the minutes. Serious incidents go to the board: Article 62.
  `,
  'a policy under UK law': `
    # Data protection policy

    UK GDPR, Article 84A, and section 170 of the Data Protection Act 2018. Article 22D of the UK GDPR. EU GDPR does not apply to
    Article 102 Data Act or to Article 108 Cyber Resilience Act. NIS Regulations 2018, Article 59.
  `,
  'national acts that carry a name of ours': `
    # NIS2

    NIS2UmsuCG Art. 61; NIS-2-Umsetzungsgesetz Artikel 50. BSIG Art. 47. Loi NIS2, article 59; NIS2-wet artikel 61.

    The Belgian NIS2 law, article 60, sets fines. The national NIS2 act (Art. 52) follows.

    ## eIDAS

    Article 52 of eIDAS and Article 51 apply to us.
  `,
};

describe('law-article: other laws', () => {
  for (const [name, text] of Object.entries(documents))
    it(`is silent in ${name}`, () => checkRule('law-article', text, { catalog: catalogOfProject() }));
});
