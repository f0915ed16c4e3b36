/**
 * With which words a text tells of a number that stands elsewhere or stood there once: in a former version, in what a search
 * found, beside its correction, in papers that a reader may meet. Pieces of patterns for texts in lower case.
 */

const version =
  '(?:versions?|issues?|editions?|revisions?|drafts?|fassung|ausgabe|entwurf|édition|révision|versión|edición|revisión|versão|edição|revisão|versie|uitgave|versione|edizione|revisione)';
const cited =
  '(?:cited|referred to|named|quoted|listed|mentioned|followed|zitierte|nannte|verwies auf|führte|citait|mentionnait|renvoyait à|citaba|mencionaba|remitía a|citava|mencionava|remetia para|noemde|citeerde|verwees naar|menzionava|rimandava a)';
const replaces = '(?:replaces|supersedes|ersetzt|remplace|reemplaza|sustituye|substitui|vervangt|sostituisce)';
const rules = '(?:rules?|regeln|regelung|règles|reglas|regras|regels|regole)';

/** "Version 2 cited A.5.1.1", "replaces the rules of 2016 (A.11.2.9)", "supersedes SOP-12, which followed A.11.1.2". */
export const citedOnce = [
  `(?<!(?:this|our|diese|cette|esta|deze|questa|current) )${version}(?: [\\p{L}\\d.']+){0,5} ${cited} [^.;:(◆◇]{0,30}◆`,
  `${replaces} [^;:◆◇]{0,80},? (?:which|that|die|der|das|qui|que|dat|che) ${cited} [^.;:(◆◇]{0,30}◆`,
  `${replaces} (?:\\p{L}+ ){1,3}?${rules} (?:of|from|von|aus|de|del|do|van|uit|di|dal) (?:\\p{L}+ ){0,2}?20\\d\\d[ (]{1,2}◆`,
];

const cites =
  '(?:names?|cites?|refers? to|uses?|verweis(?:t|en) auf|nenn(?:t|en)|renvoie à|cite|remite a|verwijst naar|noemt|rimanda a)';
const toUpdate =
  '(?:not yet|(?:must|should|needs?|to) be|noch nicht|muss|müssen|sollte|zu|pas encore|doit être|nog niet|moet)(?: been)? (?:updated|brought to|revised|migrated|aktualisier(?:t|en)|angepasst|umgestellt|mise? à jour|bijgewerkt|actualizad[oa])(?! (?:every|each|yearly|annually|regularly|once|when|if))';
const oldPapers =
  '(?:old|older|alten?|ältere[rn]?|anciens?) (?:\\p{L}+ )?(?:contracts?|papers|documents?|(?:\\p{L}+)?verträgen?|contrats?)';

/** "If you find A.12.3.1 somewhere, tell us", up to the number; or behind it, "Wer A.6.2.2 liest, hat ein altes Papier". */
export const metElsewhere: readonly (readonly [string, string])[] = [
  [
    '(?:if|when|where|wherever|whenever|should) (?:you|anybody|anyone|somebody|someone|a reader)(?: still)? (?:finds?|sees?|meets?|spots?|reads?|comes? across)',
    '(?=,|[.;!]|$| (?:somewhere|anywhere|elsewhere|again|still|in|on|or)(?!\\p{L}))',
  ],
  ['(?:whoever|anyone who|anybody who|those who)(?: still)? (?:reads?|finds?|sees?|meets?|cites?|quotes?)', ''],
  [
    '(?:wer|wo|wenn|falls)(?: (?:sie|ihr|du|jemand|noch|irgendwo)){0,3}',
    ' (?:\\p{L}+ ){0,2}(?:liest|findet|finden|sieht|sehen|zitiert)',
  ],
  ["si (?:vous|quelqu'un) (?:trouvez|voyez|lisez|rencontrez|trouve|voit|lit)(?: encore)?", ''],
  ['(?:si|quien) (?:todavía |aún )?(?:encuentran?|ven?|leen?|encuentras|ves)', ''],
  ['(?:se|quem) (?:ainda )?(?:encontrar(?:em)?|vir(?:em)?|ler(?:em)?)', ''],
  [
    '(?:als|wie|waar)(?: (?:u|je|jij|iemand|nog|ergens)){0,3}',
    ' (?:\\p{L}+ ){0,2}(?:leest|vindt|ziet|tegenkomt|aantreft)',
  ],
  ['(?:se|chi) (?:trovate|vedete|leggete|incontrate|trova|vede|legge|incontra)(?: ancora)?', ''],
  // "The log policy names A.12.4.1. It should be brought to the current edition."
  [cites, `[^◆]{0,60}(?<!\\p{L})${toUpdate}`],
  [`(?:${toUpdate}|${oldPapers})[^◆]{0,60} ${cites}`, ''],
  ['', ` (?:(?:is|are) (?:used|cited|named)|steht|stehen) in ${oldPapers}`],
  ['', ' (?:may|can) (?:stay|remain|be left)(?= *(?:[.!;,]|$))'],
  ['', ' (?:and (?:its|their|the) likes? )?(?:disappears?|vanish(?:es)?|must go|goes away|go away)(?!\\p{L})'],
];

/** Before numbers that a search found: "4 more hits: A.9.2.5 (IT-12)". */
export const hitsLead =
  '(?:hits?|occurrences?|treffer|fundstellen?|apariciones|ocorrências|vindplaatsen|occorrenze)(?: \\p{L}+){0,2} ?: [^.;]{0,160}◆';

/** Headers of a column of what a search found. */
export const hitHeader =
  /^(?:hits?|found|matches|treffer|fundstellen?|gefunden|trouvée?s?|occurrences?|hallado|encontrad[oa]s?|apariciones|ocorrências|gevonden|vindplaats(?:en)?|trovat[oi]|occorrenze)$/;

const isLabel =
  '(?:it says|it said|is|actual|found|before|old|wrong|ist|es steht|vorher|falsch|alt|avant|faux|lu|constaté|antes|dice|incorrecto|diz|errado|er staat|fout|voor|prima|è scritto|errato)';
const shouldLabel =
  '(?:it should say|should (?:be|say|read)|expected|after|new|right|correct|soll|soll heißen|nachher|richtig|neu|après|attendu|juste|après|después|debe decir|correcto|depois|deve dizer|correto|moet zijn|goed|na|dopo|deve essere|corretto)';

/** "It says: A.12.4.3 / It should say: A.8.15": a number beside its correction, on lines with labels. */
export const labelPair = new RegExp(
  `(?<!\\p{L})${isLabel} ?: ?["“„«]?◆[^◆]{0,100}?(?<!\\p{L})${shouldLabel} ?: ?["“„«]?[◇\\d]`,
  'u',
);
