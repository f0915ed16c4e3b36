/**
 * With which words a text denies a number, corrects it, or says it after somebody else, in the languages we read. Pieces of
 * patterns for texts in lower case; `usage.ts` puts them around the reference.
 */
import { LetterPattern } from './letterPattern.js';

/** Right before a number: "there is no A.8.35", "do not use A.12.6.1", "instead of A.12.6.1". */
export const deniedBefore = [
  "(?:is|are|was|were|has|have|had|knows?|contains?|lists?) no|there'?s no|no such|nor|not(?: list| contain| have)?|doesn't (?:have|contain|list)|never",
  "(?:do|does|did|must|may|can|will)(?: not|n't) (?:\\w+ )?(?:use|cite|quote|write|mention|copy|refer to|be|exist)",
  'neither (?:does|do|is|are)|never (?:use|cite|quote|write|mention|refer to)|instead of|rather than|in place of|unlike',
  '(?:invents?|invented|made[ -]up|phantom|fictitious|non-?existent|wrong|wrongly|incorrect|mistaken|erroneous|mistyped)',
  'gibt (?:es )?(?:kein|keine|keinen)|kein|keine|keinen|nicht|nie|statt|anstatt|anstelle von|falsch|falsche|falscher|falsches|erfundene?s?',
  "n'y a (?:pas|plus|aucun|aucune)(?: de)?|n'existe (?:pas|plus|aucun)(?: de)?|pas de|jamais|au lieu de|faux|fausse|erron\u00e9e?|invent\u00e9e?",
  "(?:ne |n')(?:pas |plus )?(?:citez|utilisez|citer|utiliser)(?: pas| plus)?(?: la| le)?",
  'no hay(?: ning\u00fan| ninguna)?|(?:ya )?no existe(?: el| la| ning\u00fan| ninguna)?|no (?:use|usar|cite|citar|utilice|utilizar)|en lugar de|en vez de|err\u00f3neo|err\u00f3nea|inventado',
  'n\u00e3o h\u00e1(?: nenhum| nenhuma)?|(?:j\u00e1 )?n\u00e3o existe(?: o| a| nenhum| nenhuma)?|n\u00e3o (?:use|usar|cite|citar|utilize|utilizar)|em vez de|em lugar de|errado|errada|inventado',
  'er (?:is|was|bestaat) geen|geen|nooit|niet|in plaats van|foute?|onjuiste?|verzonnen',
  "non c'\u00e8(?: pi\u00f9)?|non esiste(?: pi\u00f9)?(?: il| la| un| alcun)?|non (?:usare|citare|utilizzare)|invece di|al posto di|errato|errata|sbagliato|sbagliata|inventato",
];

/** Right behind a number that is the subject: "A.8.35 does not exist", "A.12.6.1 is an old number". */
export const deniedAfter = [
  "(?:do|does|did)(?: not|n't) exist|never existed|cannot be(?= *(?:[.!;,]|$))|no longer|ceased to exist|(?:is|are|was|were)(?: not|n't)(?: an?| any)? (?:control|controls|clause|clauses|valid|part|in the|in annex|real|known|there|number|a number|an id)",
  '(?:is|are) no (?:control|controls|clause|clauses|longer|more)|as (?:unknown|wrong|invalid|obsolete|outdated)',
  '(?:is|are|was|were|has been|have been)(?: simply| just| probably| only)?(?: an?| the| our)?(?: old| former| previous)? ?(?:typo|typos|mistake|misprint|error|slip|invention|wrong|incorrect|invented|made[ -]up|fictitious|withdrawn|retired|gone|superseded|deleted|dropped|abolished|cancelled|discontinued|obsolete|outdated|old number|old numbers|old id|old ids|numbers? of (?:the )?(?:old|2\\d{3}))',
  'nicht(?: mehr)?(?=\\s*(?:[.!;,]|$))|niet(?: meer)?(?=\\s*(?:[.!;,]|$))',
  '(?:gibt es|existiert|existieren)(?: \\w+)? nicht|(?:ist|sind|wurde|wurden|war|waren)(?: \\w+)? ?(?:entfallen|weggefallen|gestrichen|aufgehoben|zur\u00fcckgezogen|falsch|veraltet|erfunden|ausgedacht|tippfehler|keine? \\w+|nicht mehr)|entf\u00e4llt|fiel weg|fielen weg|nicht (?:mehr )?(?:verwenden|zitieren|benutzen|angeben|nennen)',
  "n'(?:existe|existent|est|\u00e9tait|a)(?: \\w+)?(?: pas| plus| jamais)|(?:est|sont|\u00e9tait)(?: une?)? (?:erreur|coquille|erron\u00e9e?s?|fausse|faux|obsol\u00e8tes?|caduque?s?|invent\u00e9e?s?|p\u00e9rim\u00e9e?s?)|(?:a|ont) \u00e9t\u00e9 (?:supprim\u00e9|retir\u00e9|abrog\u00e9)e?s?",
  '(?:ya )?no existen?(?: ya| m\u00e1s)?|no es (?:un|una|ning\u00fan)|(?:fue|fueron|ha sido|han sido) (?:eliminad|retirad|suprimid|anulad)[oa]s?|es (?:un error|una errata|err\u00f3neo|incorrecto|inventado|obsoleto)',
  '(?:j\u00e1 )?n\u00e3o existem?(?: mais)?|deixou de existir|n\u00e3o \u00e9 (?:um|uma)|(?:foi|foram) (?:eliminad|retirad|removid|suprimid|anulad)[oa]s?|\u00e9 (?:um erro|uma gralha|inv\u00e1lid|incorret|obsolet|inventad)[oa]?',
  'bestaa?t? niet(?: meer)?|bestaan niet(?: meer)?|(?:is|zijn|werd|werden) (?:vervallen|ingetrokken|geschrapt|fout|onjuist|verouderd|verzonnen|een typefout|geen \\w+)|vervalt|vervallen',
  'non esist(?:e|ono)(?: pi\u00f9)?|non \u00e8 (?:un|una|pi\u00f9)|\u00e8 stat[oa] (?:eliminat|ritirat|soppress|abrogat)[oa]|\u00e8 (?:errat[oa]|sbagliat[oa]|inventat[oa]|obsolet[oa]|un errore|un refuso)',
];

/** What holds the numbers: "no figura en la norma". */
const standard =
  '(?:standard|annex|edition|norm|fassung|ausgabe|liste|anhang|norme|annexe|édition|liste|norma|anexo|edición|lista|edição|bijlage|editie|lijst|edizione|allegato|elenco|iso(?:/iec)?(?= ))';

/** That a number is in no standard, so plainly that words may stand between: "A.8.35 of the template does not exist". */
export const plainlyDenied = [
  "(?:does|do|did)(?: not|n't) exist|(?:is|are)(?: not|n't) in the",
  `existier(?:t|en) nicht|gibt es(?: \\p{L}+)? nicht|(?:kennt|kennen|hat|enthält|führt|nennt) (?:die|der|unsere|das) ${standard} nicht|steht nicht (?:in|im)(?: der)? ${standard}`,
  `n'exist(?:e|ent) (?:pas|plus)|ne figure(?:nt)? (?:pas|plus) (?:dans|à) (?:la |l'|cette )?${standard}`,
  `no existen?|no (?:figuran?|aparecen?|están?) en (?:la |el )?${standard}`,
  `não existem?|não (?:constam?|figuram?|aparecem?|estão?|está) (?:da|do|na|no|em) ?${standard}`,
  `bestaa(?:t|n) niet|(?:kent|heeft|noemt) (?:de|het|deze) ${standard} niet|staa(?:t|n) niet in (?:de |het )?${standard}`,
  `non esist(?:e|ono)|non (?:figura|compare|è|appare)(?:no)? (?:nella|nell'|in) ?(?:questa )?${standard}`,
];

/** What may stand between a number and that, with the few words behind it: "A.8.35, which the draft cites, does not exist". */
export const betweenBoth =
  ",? (?:from|in|of|on|cited|quoted|named|mentioned|given|used|listed|written|claimed|which|that|aus|im|in der|von|zitiert|genannt|die|das|de la|del?|du|dans|des|citée?s?|mentionnée?s?|utilisée?s?|que|en|citad[oa]s?|mencionad[oa]s?|usad[oa]s?|d[oa]|n[oa]|van|uit|in|op|genoemd|geciteerd|di|della|nell[oa]|nel|citat[oa]|menzionat[oa]|usat[oa]|che)(?: [\\p{L}'\\d-]+){1,6}?(?<! (?:that|which|who|qui|que|che|die|der|das|wat|dat|quien|quem|says|sagt|dit|dice|diz|zegt)),? ";

/** Verbs of citing that are forbidden, before a kind of number and an example of it: "do not use numbers of 2013 such as". */
const forbidden = [
  "(?:do not|don't|never|must not|no longer|please avoid|avoid) (?:use|using|cite|citing|quote|write|invent|make up|copy|add)",
  'erfinden sie keine|erfindet keine|(?:verwenden|nutzen|zitieren|benutzen|schreiben) sie (?:keine|nicht)(?: mehr)?|keine',
  "n'(?:employez|utilisez|inventez|écrivez) (?:plus|pas|jamais)|ne (?:citez|mettez|reprenez|créez) (?:plus|pas|jamais)",
  'no (?:use|usen|utilice|utilicen|cite|citen|invente|inventen|usar|citar|escriba)|não (?:use|usem|utilize|cite|invente|usar|citar|escreva)',
  '(?:gebruik|noem|citeer|verzin|schrijf)(?: nooit)? (?:geen|niet(?: meer)?)|non (?:usare|usate|citare|citate|inventare|inventate|scrivere|utilizzare|utilizzate)(?: più)?',
];
const numbers =
  '(?:numbers?|ids?|references?|identifiers?|nummern?|verweise?|kennungen|numéros?|références?|números?|referencias?|referências?|nummers?|verwijzingen|numer[oi]|riferiment[oi])';
const suchAs =
  '(?:such as|like|e\\.g\\.|for example|for instance|wie|etwa|z\\. ?b\\.|zum beispiel|comme|tels? que|telles que|par exemple|como|tal(?:es)? como|por ejemplo|por exemplo|zoals|bijvoorbeeld|come|quali|ad esempio|per esempio)';

/** To the number itself. */
export const forbiddenKind = `(?:${forbidden.join('|')}) (?:[^.;:!?◆◇]{0,24} )?${numbers}(?: [^.;:!?◆◇]{0,50}?)?,? ${suchAs} ◆|(?:do not|don't|never) invent (?:\\p{L}+ ){0,2}${numbers} [^.;:!?◆◇]{0,40}\\(◆|${numbers} ${suchAs} ◆ (?:is|are|must|may|will)(?: be)? (?:not|never|no longer)(?: be)? (?:used|cited|quoted|written|allowed)`;

/** "Nothing here refers to A.9.2.5": to the number itself. */
export const citedByNothing =
  '(?:nothing|nobody|no one|none|no (?:document|policy|text|page|file))(?: \\p{L}+){0,3} (?:refers? to|cites?|quotes?|mentions?|names?)|(?:nichts|niemand|kein (?:dokument|text))(?: \\p{L}+){0,3} (?:verweist|zitiert|nennt|nennen)(?: \\p{L}+){0,2}?(?: auf)?|(?:rien|personne|aucun (?:document|texte)) ne (?:cite|mentionne|renvoie)(?: plus)?(?: à)?|(?:nada|ningún documento|nenhum documento|nadie|ninguém)(?: \\p{L}+){0,2} (?:remite|cita|menciona|remete)(?: ya| mais)?(?: a| para)?|(?:niets|niemand|geen document)(?: \\p{L}+){0,2} (?:verwijst|citeert|noemt)(?: \\p{L}+){0,2}?(?: naar)?|(?:nulla|nessuno|nessun documento)(?: \\p{L}+){0,2} (?:rimanda|cita|menziona)(?: più)?(?: a)?';

const text =
  '(?:texte?|texto|tekst|testo|document[oe]?s?|documenti|documents|dokument|policy|policies|procedure|template|manual|soa|statement|list|richtlinie|vorlage|politique|modèle|política|plantilla|modelo|beleid|sjabloon|politica|modello)';

/** Before and behind a number that was taken out of a text: "we removed A.9.2.5 from the text". */
export const takenOut: readonly (readonly [string, string])[] = [
  ['(?:removed?|deleted?|struck|strike|dropped|took|take|cut)', ` (?:out of|from) (?:\\p{L}+ ){0,2}?${text}`],
  ['', ` (?:\\p{L}+ ){0,3}?(?:aus|in) (?:\\p{L}+ ){0,2}?${text} (?:entfernt|gestrichen|gelöscht|genommen)`],
  ['(?:retir|supprim|enlev)(?:é|er|ons|ez)e?s?', ` (?:du|de la|des|de nos) (?:\\p{L}+ )?${text}`],
  [
    '(?:quit|elimin|retir|suprim|remov)(?:ad[oa]s?|id[oa]s?|ar|ir|er|amos|imos|emos|ámos)',
    ` (?:del?|do|da|de la|de los) (?:\\p{L}+ )?${text}`,
  ],
  ['', ` (?:\\p{L}+ ){0,3}?uit (?:\\p{L}+ ){0,2}?${text} (?:verwijderd|geschrapt|gehaald)`],
  [
    '(?:tolto|tolti|rimosso|rimossi|eliminato|eliminati|rimuovere|togliere)',
    ` (?:dal|dalla|dai|dalle) (?:\\p{L}+ )?${text}`,
  ],
];

/** A sentence that says of the number before it that it does not exist: "No such control exists.", "Die gibt es nicht." */
export const noSuchThing = new LetterPattern(
  "^(?:(?:there (?:is|are|was)|it has|the \\p{L}+ has) no such (?:control|controls|clause|clauses|article|number|numbers|id|reference|entry|requirement|thing)|no such (?:control|controls|clause|clauses|article|number|numbers|id|reference|entry|requirement|thing)|(?:it|this|that|they|these|the (?:control|clause|article|number))(?: \\p{L}+)? (?:does|do|did)(?: not|n't) exist|(?:den|die|das|diese[rs]?|ihn|sie|es)(?: \\p{L}+)? (?:gibt|existiert)(?: \\p{L}+)? nicht|(?:il|elle|ce|cette)(?: \\p{L}+)? n'existe|(?:ese|esa|este|esta|tal) ?\\p{L}* no existe|(?:esse|essa|este|esta|tal) ?\\p{L}* não existe|(?:die|dat|deze)(?: \\p{L}+)? bestaat niet|(?:quel|quella|questo|questa|tale)(?: \\p{L}+)? non esiste|(?:no|nein|non|não|nee)[,.] (?:that|this|das|c'|eso|isso|dat|quello|questo) ?(?:was|is|war|ist|était|est|era|es|foi|é|è) (?:the |die |der |das |l'|la |le |el |o |a |de |il )?(?:old|former|previous|alte|alter|ancienne?|antigu[oa]|antig[oa]|oude|vecchi[oa])|(?:that (?:is|was)|this (?:is|was)|it (?:is|was))? ?(?:the |a )?wrong (?:title|name|number|id)|(?:das (?:ist|war) )?(?:der |ein )?falsche[rs]? (?:titel|name|nummer)|(?:le |un )?(?:titre|numéro|nom) (?:faux|erroné)|mauvais (?:titre|numéro|nom)|(?:el |un )?(?:título|número|nombre) (?:equivocado|incorrecto|erróneo)|(?:o )?(?:título|número|nome) errado|(?:de |een )?verkeerde (?:titel|naam)|verkeerd nummer|(?:il )?(?:titolo|numero|nome) (?:sbagliato|errato))",
);

/** The beginning of a cell that says of the number of its row that it does not exist, or is of another standard: "n/a, that is 42001". */
export const deniedInRow = new LetterPattern(
  `^(?:${plainlyDenied.join('|')}|(?:n/?a[,;:]? )?(?:(?:that|this|it) is|only|das ist|nur|c'est|dat is) (?:in )?(?:iso(?:/iec)? )?\\d{5})`,
);

/** Anywhere in the sentence: a slip of the pen is told or corrected. */
export const slips = [
  'typo|typos|typing errors?|misprints?|mistyped|tippfehler|schreibfehler|druckfehler|zahlendreher|coquilles?|faute de frappe|errata|errat[ao] de|error tipogr\u00e1fico',
  'gralhas?|erro de digita\u00e7\u00e3o|typefout(?:en)?|tikfout(?:en)?|refus[oi]|errore di battitura|wrong (?:reference|number|id|control|clause|title)s?|falsche[rs]? (?:verweis|nummer|angabe)n?',
];

/** Before a number, anywhere in its sentence: what follows was so before. */
export const onceBefore = [
  'until (?:\\p{L}+ )?20\\d\\d[^.◆]{0,20} (?:used|was|were|had|cited|named|applied)|bis (?:\\p{L}+ )?20\\d\\d (?:galt|galten|war|waren|hieß|stand)',
  '(?:signed|written|issued|dated|concluded|printed) (?:before|prior to|until) (?:\\p{L}+ )?20\\d\\d',
  // "Verträge vor 2024 verweisen auf …", "the old 2013 checklist"
  "(?:contracts?|agreements?|verträgen?|vereinbarungen|contrats|contratos|contracten|contratti) (?:\\p{L}+ ){0,2}?(?:before|prior to|vor|avant|d'avant|antes de|anteriores a|vóór|prima del?) (?:\\p{L}+ ){0,2}?20\\d\\d",
  '(?:old|older|former|legacy|alten?|ältere|früheren?) (?:20\\d\\d )?(?:checklists?|questionnaires?|checklisten?|fragebögen|fragebogen|fragenkatalog)',
  '(?:altverträgen?|altvertrag|altvereinbarungen|(?:old|older|alte|ältere|anciens|oude|vecchi) (?:contracts|agreements|verträge|vereinbarungen|contrats|contracten|contratti)|contratos anti[gc]u?os)[^.◆◇]{0,40}(?:cit|refer|point|nam|mention|mencion|list|quot|verweis|nenn|zitier|bezieh|renvo|verwij|noem|rimand)\\p{L}*',
  'before that|until then|at that time|back then|in those days|used to (?:be|have|cite|name|list|quote|mention|say|read|show|state|call|claim|apply|follow|use|map|refer|point|require|cover|stand|belong|contain|hold|work|rely|speak)|before the (?:transition|move|change)|prior to (?:the )?(?:transition|20\\d\\d)',
  '(?:was|were|is|are) (?:once )?(?:a|the|an) (?:old )?numbers? (?:in|of)|bis dahin|damals|seinerzeit|zuvor|vor der umstellung',
  "jusque-l\u00e0|\u00e0 l'\u00e9poque|avant la transition|hasta entonces|en aquel entonces|antes de la transici\u00f3n|at\u00e9 ent\u00e3o|antes da transi\u00e7\u00e3o",
  "destijds|tot dan toe|v\u00f3\u00f3r de overgang|fino ad allora|all'epoca|prima della transizione",
];

/** Before a number: somebody has not moved on yet, "still cites A.12.6.1". */
export const stillBefore = [
  '(?:criticised|criticized|blamed|reproached|reprimanded|told off|written up|marked down|flagged|caught)(?: \\p{L}+){0,4} (?:for|because)(?: \\p{L}+){0,3} (?:cit(?:es?|ed|ing)|us(?:es?|ed|ing)|quot(?:es?|ed|ing)|nam(?:es?|ed|ing))',
  '(?:reproch|critiqu|signal|relev)(?:é|ait|aient|ent)(?: \\p{L}+){0,3} (?:de |d.avoir |que )[^.◆◇]{0,40}(?:cit|mentionn|utilis|renvo)\\p{L}+',
  '(?:bemängelt|beanstandet|gerügt|kritisiert|moniert)(?:e|en)?,? (?:\\p{L}+ ){0,2}(?:dass|weil)',
  '(?:reproch|critic|señal|observ|censur)(?:ó|aron|ado|aban|ou|aram)(?: \\p{L}+){0,3} (?:que|por|citar|de)[^.◆◇]{0,40}(?:cit|us|mencion)\\p{L}+',
  '(?:opgemerkt|bekritiseerd|aangemerkt) dat|(?:contestato|criticato|rilevato)(?: \\p{L}+){0,3} (?:di|che)[^.◆◇]{0,40}(?:cit|us|menzion)\\p{L}+',
  '(?:still|continues? to|continued to)(?: \\w+)? (?:has|have|had|cites?|cited|names?|named|lists?|listed|uses?|used|quotes?|quoted|mentions?|shows?|says?|calls?|carry|carries|refers? to|referred to)',
  '(?:nennt|nennen|zitiert|zitieren|verweist|verweisen|f\u00fchrt|steht|enth\u00e4lt)(?: \\w+)? (?:noch|weiterhin|immer noch)',
  '(?:cite|citent|mentionne|mentionnent|renvoie|indique)(?: encore| toujours)',
  '(?:todav\u00eda|a\u00fan|sigue|siguen|ainda|continua a?)(?: \\w+)? (?:citan?|citando|cita|mencionan?|remiten?|nombra|refere|citar)',
  '(?:noemt|noemen|verwijst|verwijzen|vermeldt)(?: \\w+)? (?:nog|steeds)|(?:cita|citano|rimanda|riporta)(?: \\w+)? ancora|ancora (?:cita|riporta)',
];

/** Verbs with which one number becomes another: "moved from A.8.32 to A.8.9". */
export const moveWords = [
  'moved?|moves|moving|changed?|changes|renumbered|corrected|migrated|transferred|renamed|went|replaced|reassigned|remapped',
  'korrigiert|geändert|verschoben|umgezogen|umnummeriert|gewechselt|verlegt|wanderte|déplacée?|corrigée?|renumérotée?|passée?|passe',
  'movid[oa]|trasladad[oa]|corregid[oa]|renumerad[oa]|cambiad[oa]|pasó|pasa|corrigid[oa]|alterad[oa]|passou|mudou',
  'verplaatst|gewijzigd|hernummerd|gecorrigeerd|verhuisd|spostat[oa]|corrett[oa]|rinumerat[oa]|passat[oa]',
];

/** Headers of a column of what is wrong, beside one of what is right. */
export const wrongHeader =
  /^(?:wrong|incorrect|not (?:like )?(?:this|so)|don'?t|mistake|falsch|nicht so|faux|incorrecto|mal|errado|fout|onjuist|sbagliato|errato)$/;

/** Headers of a column in which somebody else speaks. */
export const answerHeader =
  /(?:^|\W)(?:answers?|repl(?:y|ies)|antwort(?:en)?|réponses?|respuestas?|respostas?|antwoord(?:en)?|rispost[ae])(?:\W|$)|(?:supplier|vendor|customer|client|provider|auditee|partner|bidder|lieferant(?:en)?|kunden?|fournisseur|proveedor|fornecedor|leverancier|fornitore)(?:'s|s')? (?:text|wording|statement|words|reply|soa)/;

/** Headers of what was found wrong, and of what was done about it: a register of corrections has both. */
export const findingHeader =
  /(?:^|\W)(?:findings?|nonconformit(?:y|ies)|non-conformit(?:y|ies)|deviations?|feststellung(?:en)?|abweichung(?:en)?|befunde?|constats?|écarts?|hallazgos?|desviación|desviaciones|constatação|desvios?|bevinding(?:en)?|afwijking(?:en)?|riliev[oi]|scostament[oi])(?:\W|$)/;
export const correctionHeader =
  /(?:^|\W)(?:corrections?|corrected|corrective actions?|action taken|remedy|korrekturen?|korrekturmaßnahmen?|behebung|correctif|actions? correctives?|corrección|acción correctiva|correção|ação corretiva|correcties?|corrigerende maatregel|correzion[ei]|azione correttiva)(?:\W|$)/;

/** Headings below which wrong numbers are set as a riddle. */
export const quizHeading =
  /(?:^|\W)(?:quiz|quizz|exam questions|mock exam|test questions|spot the (?:mistake|error)s?|find the (?:mistake|error)s?|true or false|prüfungsfragen|testfragen|finde(?:t|n sie)? (?:den|die) fehler|cherchez l'erreur|vrai ou faux|encuentr[ae] (?:el|los) error(?:es)?|verdadero o falso|encontre o erro|verdadeiro ou falso|zoek de fout(?:en)?|waar of niet waar|trova l'errore|vero o falso)(?:\W|$)/;
export const trueOrFalse =
  /true or false|richtig oder falsch|wahr oder falsch|vrai ou faux|verdadero o falso|verdadeiro ou falso|waar of (?:onwaar|niet waar)|vero o falso/;

const party =
  "(?:auditors?|suppliers?|vendors?|customers?|clients?|auditees?|competitors?|rivals?|colleagues?|somebody|someone|mitbewerber|wettbewerber|kolleg(?:e|in)|jemand|concurrent|collègue|quelqu'un|competidor|alguien|concorrente|alguém|concurrent|iemand|qualcuno|certification body|consultants?|providers?|templates?|prüfer|auditor|lieferant|kunde|berater|vorlage|auditeur|fournisseur|prestataire|modèle|proveedor|cliente|plantilla|fornecedor|modelo|leverancier|klant|sjabloon|fornitore|modello)(?:'s|s'|s|in|en|n)?";
const citing =
  '(?:says?|said|puts?|told|states?|stated|cites?|cited|quotes?|quoted|lists?|listed|names?|named|writes?|wrote|asks?|asked|mentions?|mentioned|claims?|claimed|calls?|refers? to|referred to|invents?|may find|nennt|zitiert|schreibt|verweist auf|fragte|cite|citait|écrit|mentionne|cita|citó|escribe|menciona|citou|escreve|noemt|citeert|schrijft|ha citato|scrive|nannte|zitierte|schrieb|erwähnte|avait cité|a cité|había citado|ha citado|tinha citado|noemde|citeerde|aveva citato)';

/** "The supplier's SoA lists A.12.6.1", "The auditor asked why the policy cites A.12.6.1". */
export const otherSpeaker = new LetterPattern(
  `(?<!\\p{L})${party}(?:[ ,]+[\\p{L}\\d-]+){0,5} (?:${citing}(?!\\p{L})[^.◆]{0,60}◆|(?:hatten?|hat|haben|heeft|had|hadden)(?!\\p{L})[^.◆]{0,60}◆ (?:\\p{L}+ ){0,2}(?:genannt|zitiert|erwähnt|angegeben|geschrieben|genoemd|geciteerd|vermeld))`,
);

/** Before a quotation: that somebody speaks. */
export const speakerLeadIn = new RegExp(
  `(?<!\\p{L})(?:${party}|${citing}|reads?|answers?|answered|lautet|heißt es|steht|antwortet|dit|répond|lit|dice|responde|diz|zegt|luidt|antwoordt|risponde)(?!\\p{L})[^:]{0,80}:\\s*$`,
  'u',
);

/** Keys of front matter that hold what was claimed once. */
export const formerKey =
  /(?:^|[^\p{L}])(?:legacy|previous|prev|old|former|formerly|replaces|replaced|supersedes|superseded|retired|withdrawn|obsolete|deprecated|history|alt|alte|früher|bisher|ersetzt|ancien|anciens|anciennes|anterior|anteriores|antiguos|antigos|oud|oude|vorige|vecchi|vecchio|precedenti)(?:$|[^\p{L}])/u;

/** Summaries of a text that is folded away because it is no longer in force. */
export const formerSummary =
  /(?:^|[^\p{L}])(?:old|previous|former|superseded|history|changelog|archived?|until|alte[rs]?|altverträge|frühere[rs]?|bisherige[rs]?|ancien(?:ne)?s?|historique|antigu[oa]s?|anterior|antig[oa]s?|oude|vorige|vecchi[oa]|precedente)(?:$|[^\p{L}])/u;
