/** Words of the languages we read with which a text says that it speaks of what was once. Lower case. */

function words(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ')));
}

/** Verbs with which a number goes on as another one: "became", "wurde zu". */
export const becameWords = words(
  'became become becomes renumbered changed moved merged renamed wurde wurden heißt devient deviennent pasa passou diventa werd werden wordt heet',
);

/** What happens to numbers that are no more, behind `beingWords`. */
export const dissolved =
  /^(?:split|merged|combined|consolidated|renumbered|(?:auf)?geteilt|zusammengelegt|zusammengeführt|aufgelöst|umnummeriert|fusionn?[éa]d?[oae]?s?|scindée?s?|dividid[oa]s?|accorpat[oaie]|suddivis[oaie]|samengevoegd|(?:op)?gesplitst)$/;
export const beingWords = words(
  'was were has have been wurde wurden ont été fue fueron ha han foi foram è sono stato stata stati state werd werden is zijn',
);

/** Adjectives and adverbs: "the old number", "formerly". */
const formerly = [
  'formerly previously former previous old older earlier prior outdated obsolete deprecated historically ex legacy equivalent equivalents',
  'ehemals früher frühere früherer früheren früheres alt alte alter alten altes ältere älteren älterer älteres vorher vormals ehemalige ehemaligen ehemaliger bisher bisherige bisherigen äquivalent',
  'anciennement ancien ancienne anciens anciennes précédent précédente auparavant équivalent',
  'anteriormente anterior anteriores antiguo antigua antiguos antiguas antes equivalente antigo antiga antigos antigas',
  // Of languages of which we know little else: Nordic, Polish, Czech, Hungarian, Indonesian, Chinese, Japanese, Korean.
  'tidigare tidligere aiemmin dawniej poprzednio dříve korábban dulu 旧 旧版 舊版 舊版控制措施 구',
  'voorheen vroeger vroegere oude voormalige eerdere precedente precedenti vecchio vecchia vecchi precedentemente',
];

/** Verbs with which one number or text takes the place of another. */
const replacing = [
  'replaces replaced supersedes superseded ersetzt abgelöst remplace remplacé remplacée reemplaza reemplazó',
  'substitui substituiu vervangt vervangen sostituisce sostituito',
];

/** Words that say that an older numbering is cited on purpose. */
export const crosswalkWords = words(
  ...formerly,
  ...replacing,
  'mapped mapping crosswalk was were maps merged correspondence transition migrated moved renumbered',
  'entspricht umstellung statt passaggio war waren',
);

/** What a sentence begins with that says what held up to a day, and verbs of what holds no more. */
export const pastSentence =
  /^(?!.*(?:not yet|noch nicht|pas encore|aún no|nog niet))(?:\P{L}*(?:until|till|up to|bis|jusqu|hasta|até|tot|fino)(?!\p{L})|.*(?<!\p{L})(?:gone|moved (?:on |away )?from|switched|transitioned|expired|lapsed|abandoned|dropped|no longer|ausgelaufen|abgelaufen|umgestiegen|umgestellt|nicht mehr|quitté|abandonn\p{L}+|migr\p{L}+|expir[óéo]\p{L}*|caduc\p{L}+|ya no|overgestapt|verlopen|niet meer|scadut[oa])(?!\p{L}))/iu;

/** Of these, the words of a label that says "what it was called". */
export const formerWords = words(...formerly, 'replaces replaced supersedes superseded');

/** What stands in brackets behind what holds no more: "A.9.2 (superseded)". */
export const markWords = words(
  ...formerly,
  'superseded withdrawn replaced retired cancelled abgelöst zurückgezogen ersetzt veraltet aufgehoben remplacé remplacée retiré retirée abrogé',
  'obsolète sustituido sustituida retirado retirada obsoleto obsoleta derogado substituído substituída sostituito ritirato ritirata superato vervallen ingetrokken vervangen verouderd',
);

/** Of these, those that take the place of another text: "replaces the policy of 2018". */
export const replacingWords = words(...replacing);

/** "replaced by the policy of 2018": what follows takes the place. */
export const byWords = words('by durch par por door da dal dalla pela pelo');

/** Of these, those that may stand in a sentence of their own: "Formerly this was numbered …". */
export const formerAdverbs = words(
  'formerly previously historically bisher ehemals früher vorher vormals anciennement auparavant anteriormente antes',
  'voorheen vroeger precedentemente',
);

/** Verbs with which a number is named: "this was called …". */
export const namingVerbs = words(
  'was were called known named numbered listed cited said had used hieß hießen war waren stand lautete était étaient',
  'appelé appelée s’appelait portait figurait era eran llamaba figuraba chamava constava heette heetten stond stonden chiamava',
);

/** What holds numbers of an edition: "the old policy", "the previous numbering", "die alte Fassung". */
export const writtenThings = words(
  'control controls number numbers numbering no nr nos id ids reference references ref refs clause clauses edition editions',
  'version versions standard annex text texts wording policy policies procedure procedures soa statement register template',
  'manual handbook certificate contract schedule catalogue framework document documents mapping list label code name identifier',
  'maßnahme maßnahmen massnahme massnahmen nummer nummern ausgabe fassung norm anhang richtlinie leitlinie verfahren vertrag dokument',
  'mesure mesures numéro numéros édition norme annexe politique procédure document contrat référence références',
  'std zählung zählweise nummerierung verweise numérotation numeración numeração numerazione nummering verwijzing verwijzingen referencias referências riferimenti',
  'medida medidas número números edición norma anexo política procedimiento documento contrato referencia',
  'edição versão procedimento contrato referência maatregel maatregelen beheersmaatregel nummers editie versie bijlage beleid procedure overeenkomst',
  'misura misure controllo controlli numero numeri edizione versione allegato politica procedura documento contratto riferimento',
);

/** Small words between a word of the past and the number that it speaks of. */
export const formerFillers = words(
  'the a an of in to by and or as from with iso iec known called named numbered under part is was were were been has have had now',
  'der die das den dem des von vom zu zum und oder als im aus mit le la les l de du des d en et ou à au aux par comme',
  'el los las del y o por con como uno una os as do da dos das e em het een van en of met als bij il lo gli i dei delle della nel con ed',
  'partly mostly alone only both each',
);

/** Headings of a revision history: what stands below them was true once. */
export const historyWords = words(
  'changelog history historie änderungshistorie versionshistorie revisionshistorie historique historial histórico storico cronologia wijzigingshistorie versiehistorie',
  'änderungsverzeichnis änderungsnachweis änderungsübersicht änderungsprotokoll änderungsdienst änderungsverlauf änderungsindex revisionsverzeichnis',
  'ändringshistorik versionshistorik revisionshistorik ændringshistorik versionshistorikk endringshistorikk versiohistoria muutoshistoria historia',
  '修订历史 改訂履歴 変更履歴',
  'archive archived archiv archiviert wijzigingsoverzicht wijzigingsbeheertabel',
);

/** Of a heading, the words that are a revision history alone, or beside "record", "log", "since", "of this document". */
export const changeNouns = words(
  'changes modifications modification amendments amendment revisions änderungen änderung überarbeitungen révisions évolutions',
  'modificaciones cambios revisiones alterações revisões modificações mudanças wijzigingen wijziging revisies modifiche revisioni aggiornamenti',
);

/** What may stand beside them in such a heading. */
export const recordWords = words(
  'record records log register table list sheet control index overview summary since from to between of in this the document version versions policy edition last previous',
  'dieses diese dokuments der des seit gegenüber von im an zur liste verzeichnis tabelle übersicht nachweis fassung ausgabe',
  'tableau suivi registre liste des du de la le depuis ce document version versions tabla registro control lista del desde documento versión versiones',
  'tabela lista do da desde versão versões tabel overzicht lijst sinds van dit het document versie tabella elenco registro dal del dei delle documento versione',
);

/** Headers of tables of versions: with one of dates or of changes beside it, the rows are a revision history. */
export const versionHeaders = words(
  'version rev revision revisión révision revisione versione versión versão versie ausgabe ver v fassung issue revisie édition edição edición utgåva udgave utgave versjon versio wersja verze 版本',
);
export const dateHeaders = words('date datum data fecha stand dated');
export const changeHeaders = words(
  'change changes description modification modifications amendment amendments what reason summary was änderung änderungen inhalt beschreibung',
  'changement changements objet motif cambio cambios descripción alteração alterações descrição wijziging wijzigingen omschrijving modifica modifiche descrizione',
);

/** Headers, of three words at the most, of a column that says what a number was before. */
export const beforeHeaders = words(
  'before then past until prev alt alte alter altes bisher bisherig bisherige vorher früher avant ancien ancienne précédent auparavant',
  'antes anterior antiguo antigua antigo antiga oud oude voorheen vroeger prima vecchio vecchia precedente superseded withdrawn retired deprecated obsolete',
);

/** In a summary or heading with a year or with a word of the past: "Old text of 2021". */
export const textWords = words(
  'text version wording edition fassung wortlaut stand texte rédaction texto redacción redação versión versão tekst versie testo versione',
);
