/** The words by which lawyers cite, in the seven languages we read. Names of the laws that we have are in the catalog. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

export const articleWords = words(
  'art arts article articles artikel artikels artikeln artikelen artículo artículos articulo articulos artigo artigos articolo articoli artt',
);
/** Of these, the words of languages in which "bis" inserts an article (`article 4 bis`) and is no "to". */
export const romanceArticleWords = words(
  'article articles artículo artículos articulo articulos artigo artigos articolo articoli artt',
);
/** "Title III": drafts of a law may be ordered in titles where the law is in chapters. */
export const titleWords = words('title titel titre título titolo');
/** Words before the number of a paragraph or point: `Abs. 2`, `lid 2`, `apartado 2`, `n.º 2`, `§ 1`. */
export const paragraphWords = words(
  '§ abs absatz para paras paragraph paragraphs paragraphe paragraphes par lid leden apartado apartados apdo parágrafo parágrafos paragrafo paragrafi comma commi n nr nº núm num número numéro numero nummer point points punt punto ponto',
);
/** Words before the letter of a point: `lit. f`, `letra k`, `alínea l)`, `onder k`. */
export const letterWords = words(
  'point points lit litera buchstabe buchstaben buchst letter letters letra letras lettre lettera lettere lett alínea alíneas al onder onderdeel punt sub',
);
/** Parts between paragraph and letter that no catalog counts: `Satz 1`, `UAbs. 1`, `alinéa 2`. */
export const uncountedWords = words(
  'satz s uabs unterabs unterabsatz halbsatz hs sentence subparagraph alinéa alinea al frase periodo',
);
/** `artikel 21, tweede lid`: Dutch counts paragraphs in words. */
export const ordinals = 'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende'.split(' ');
export const ordinalUnits = words('lid');
/** `article 4 bis`: what the English text calls 4a. */
export const insertedLetters: Readonly<Record<string, string>> = {
  bis: 'a',
  ter: 'b',
  quater: 'c',
  quinquies: 'd',
};
/** "of the", "der", "del": between an article and the law that it belongs to. */
export const genitives = words('of der des du de del dell della dello do da dos das van von from d');
/** Further small words between an article and its law. */
export const linkWords = words(
  'of the eu ue in under der des die dem von zu du de la le l d del dell della dello do da das dos van het il o regulation verordnung règlement reglamento regulamento regolamento verordening directive richtlinie directiva diretiva direttiva richtlijn',
);
/** "Article 61 of the Regulation": words that stand for a law named before, by the kind of law. */
export const kindWords: readonly ReadonlySet<string>[] = [
  words(
    'regulation verordnung règlement reglamento regulamento regolamento verordening gdpr dsgvo rgpd avg datenschutz-grundverordnung',
  ),
  words('directive richtlinie directiva diretiva direttiva richtlijn'),
  words('act acts'),
];
/** Words before the number of a European law: "Regulation (EU) 2022/2554", "Richtlinie 95/46/EG". */
export const numberedLawWords = words(
  'eu ue eg ec ce ewg cee eec nr no n lgs rd dpr regulation regulations verordnung verordnungen règlement reglamento regulamento regolamento verordening directive directives richtlinie directiva diretiva direttiva richtlijn decision beschluss',
);

/**
 * Short names of laws and treaties that are not in the catalog, as people write them: what is cited near them is theirs.
 * Those of ours that another state has made its own ("UK GDPR") are other laws, too.
 */
export const otherNames: readonly string[] = [
  ...'TFEU TEU AEUV EUV TFUE TUE VWEU ECHR EMRK CEDH CEDU EVRM GRCh GRC BDSG BGB HGB StGB StPO ZPO GG UWG TKG TMG TTDSG TDDDG'.split(
    ' ',
  ),
  ...'BetrVG AGG AktG GmbHG GwG KWG VAG VVG SGB UrhG BSIG BSI-KritisV DSG nDSG revDSG ZGB ABGB LGPD LOPD LOPDGDD LSSI LPD nLPD LIL'.split(
    ' ',
  ),
  ...'CCPA CPRA HIPAA PIPL PIPEDA FADP PECR DORA CRA DSA DMA DGA EHDS MDR IVDR CSRD CER PSD2 eIDAS MiCA UAVG WBNI Cbw Wabvpz Wkkgz WGBO Wgbo Wvggz Wzd Wlz Wmo Zvw Woo'.split(
    ' ',
  ),
  ...'NIS2UmsuCG NIS2UmsG NIS1 POPIA PDPA DPDPA CFAA SOX GLBA FERPA COPPA LOMLOE AktG NachwG ArbZG HinSchG GeschGehG LkSG'.split(
    ' ',
  ),
  'UK GDPR',
  'UK-GDPR',
  'Swiss DSG',
  'Data Act',
  'Code of Practice',
];
/** Words that end the name of a law in English: "Telecommunications Act", "Criminal Code". */
export const englishLaws = words(
  'Act Acts Code Charter Convention Treaty Constitution Ordinance Statute Law Directive Regulation Regulations Rules Order',
);
/** Words that begin the name of a law, or are one, in the other languages. */
export const otherLaws = words(
  'treaty constitution convention charter loi lois décret ordonnance constitution traité charte ley leyes código decreto constitución tratado lei leis constituição legge leggi codice costituzione trattato grundgesetz wetboek grondwet verdrag handvest gesetz gesetzes gesetze gesetzbuch criminal-code strafwet estatuto',
);
/** Behind the name of a European law: the law by which a state has made it its own, as "NIS2 law", "NIS2-wet". */
export const nationalLaws = words('law laws act acts bill decree wet besluit gesetz decreto loi ley legge');
/** "Code pénal", "code du travail": what follows makes the word a law and not a program. */
export const afterCode = words('du de des civil pénal penal général monétaire rural électoral');
/** Texts with articles of their own that are no laws: contracts, statutes, rules of a house. */
export const paperWords = words(
  'bylaws byelaws by-laws statutes bye-laws satzung statuten statuts estatutos statuto agb avb allgemeine-bedingungen rulebook constitution convenio accordo acuerdo acordo accord cao tarifvertrag betriebsvereinbarung dienstvereinbarung geschäftsordnung hausordnung reglement',
);
/** Words for law at large, or for rules of any kind: in a sentence with one the article may be of those. */
export const vagueWords = words(
  'law laws legislation statute statutory national recht landesrecht bundesrecht droit derecho direito diritto wetgeving legislación legislação legislazione législation gesetzgebung terms conditions rules condiciones condições condizioni voorwaarden bedingungen regeln reglas regole regels règles',
);
/** Endings of German and Dutch names of laws and of papers. */
export const lawEnding = /(?:gesetz(?:e?s|e|en|buch|buche?s)?|[^v]erordnungsgesetz|wetboek|.{3}swet)$/;
export const paperEnding =
  /(?:vertr[aä]ge?s?|satzung|vereinbarung|bedingungen|(?<!ver)ordnung|overeenkomst|reglement)$/;
/** Short names behind an article that name no other text: "Article 35 DPIA". */
export const noLaws = words(
  'dpia dsfa ropa avv tom toms dpo dsb fria pia aipd eipd vvt pd ai ki ia eu ue csirt csirts iso',
);

/** "implementing act", "delegated regulation": before the word for its kind they name an act, with a number or without one. */
export const actBylaws = words('implementing delegated delegierte delegierten delegierter gedelegeerde');
/** The same in one word. */
export const actNames = words(
  'durchführungsverordnung durchführungsverordnungen durchführungsrechtsakt durchführungsrechtsakts durchführungsrechtsakte durchführungsrechtsakten durchführungsbeschluss uitvoeringsverordening uitvoeringshandeling uitvoeringsbesluit',
);
/** Behind that word: "règlement d'exécution", "regolamento delegato". */
export const actBylawsBehind = words(
  'exécution délégué déléguée ejecución delegado delegada execução esecuzione delegato delegata',
);
/** Words for a kind of act, which a number follows. */
export const actKinds = words(
  'regulation regulations act acts directive directives verordnung verordnungen rechtsakt rechtsakts rechtsakte richtlinie règlement acte reglamento acto directiva regulamento ato diretiva regolamento atto direttiva verordening handeling richtlijn',
);
/** Short words for those: `RTS 2024/1774`, `DVO (EU) 2024/2690`. */
export const actShortKinds = words('rts its cir dvo vo rl');
/** Whose act it is. */
export const actMakers = words('commission council');
/** All words with which the name of an act may begin. */
export const actWords: ReadonlySet<string> = new Set([
  ...actMakers,
  ...actBylaws,
  ...actNames,
  ...actKinds,
  ...actShortKinds,
]);
