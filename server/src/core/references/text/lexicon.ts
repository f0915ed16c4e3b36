/**
 * The words by which people cite, in the seven languages we read: English, German, French, Spanish, Portuguese, Dutch and
 * Italian. This is language, not catalog: which ids exist and what they are called comes from the catalog alone.
 */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Annex A, Anhang A, Annexe A, Anexo A, Bijlage A, Allegato A. */
const ourAnnexWords = 'annex anhang annexe anexo bijlage allegato annexes';
/** In languages of which we know little else: words for the annex of a standard, and as often for one of the document itself. */
const furtherAnnexWords =
  'bilaga bilagan bilag bilaget anneks vedlegg liite załącznik załącznika příloha přílohy přílohu anexa lampiran';
export const annexOfSomeKindWords = words(furtherAnnexWords);
export const annexWords = words(`${ourAnnexWords} ${furtherAnnexWords}`);
/** Words for a document's own appendix: what follows is never a control. */
export const appendixWords = words(
  'appendix appendices anlage anlagen apéndice apêndice attachment schedule exhibit figure fig',
);
/** Of these, parts of a contract: "Schedule 2, clause 8.5". */
export const scheduleWords = words('schedule exhibit');
/** Clause words that by themselves mean a clause of a standard. */
export const clauseWords = words(
  'clause clauses cl kl klausel klauseln cláusula cláusulas clausula clausulas clausule clausules clausola clausole normkapitel normabschnitt normabschnitte normabschnitten normkapiteln normpunkten normpunkt normpunkte normziffer normforderung normforderungen normanforderung normanforderungen normeis normeisen normonderdeel normparagraaf normhoofdstuk',
);
/** Words that mean a part of anything: a clause only where a standard stands right beside them. */
export const sectionWords = words(
  'section sections sect sec cap chap art chapter chapters abschnitt abschnitte abschnitten abschnitts abschn kapitel kapiteln kapitels kap ziffer ziffern ziff apartado sección secciones seção seções chapitre chapitres hoofdstuk paragraaf paragraph paragraphs capítulo capitolo sezione requirement requirements anforderung anforderungen subclause subclauses sub-clause para article point points paragraphe paragraphes punto paragrafo requisito item itens exigence exigences requisiti requisitos punti paragrafi punkt punkten artikel artículo artigo articolo articles artikelen artículos artigos articoli eis eisen pt pkt paragrafen hoofdstukken apartados capítulos capitoli sezioni numeral numerales',
);
/** Dutch "par. 6.1.4"; without its point it is the French for "by". */
export const dottedSection = 'par';
/** "Part B", "Teil A": what a form or paper is divided into. */
export const partWords = words('part block teil partie parte deel');
/**
 * Of these, the words that in brackets ("(§ 9.3)", "(punto 10.2)") cite the standard that a document is about. English
 * sections and paragraphs are as often those of the document itself.
 */
export const bracketWords = words(
  '§ nr nrn nummer nummern ziff ziffern pt pkt par chap paragraphe paragraphes point points abschnitt abschnitte abschnitten kapitel kapiteln kap ziffer punkt apartado apartados sección secciones seção seções item itens chapitre chapitres article hoofdstuk paragraaf paragrafen eis eisen capítulo capítulos capitolo capitoli sezione sezioni punto punti paragrafo paragrafi requisito requisitos requisiti exigence exigences anforderung anforderungen numeral numerales',
);
/** What German authorities call a part of a text by, as they write it: "(Nr. 9.3)", "nach Nummer 9.3". Elsewhere a number of anything. */
export const germanNumbers: ReadonlySet<string> = new Set(['Nr', 'Nrn', 'Nummer', 'Nummern']);
/** "like ISO/IEC 27001": a standard named for comparison only. */
export const likeWords = words('like as unlike than wie als comme como come zoals similar');
/** Words right before a bare number that continues a citation: "clause 6.1.2, plus the assessment of 6.1.4". */
export const continuingWords = words(
  'of in by and or plus see also per under with to from via against follows following meets und in nach gemäß aus mit sowie et ou de selon y e o en per van con com avec',
);
/** "gemäß", "conformément au", "under": what follows is what a text complies with. */
export const accordWords = words(
  'nc ofi gem entspr lt acc according accordance per under required against follows following gemäß nach laut entsprechend selon conformément según conforme segundo secondo volgens conform overeenkomstig volgt volgen entspricht erfüllt meets fulfils satisfies cumple sigue atende cumpre segue voldoet soddisfa répond',
);
/** "This policy", "diese Richtlinie": with a standard in the same sentence, what a document says of itself. */
export const thisWords = words(
  'this these diese dieser dieses ce cet cette ces este esta estas questo questa deze dit',
);
/** "implements", "zertifiziert nach": whatever does so, the document is likely about the standard. */
export const basisWords = words(
  'implements implement implementing implemented implementation complies comply compliance compliant conforms conformity conformance follow meet meeting use uses based basis certified aligned alignment maps mapped mapping covers cover covered covering apply applies requirements umsetzt umgesetzt umsetzung setzt folgen nutzt nutzen basiert grundlage zertifiziert konform erfüllen orientiert anforderungen gilt suivons suivent certifié certifiée certifiés conformes conformité basé basée fondé fondée exigences certificado certificada basado basada conformidad seguimos baseado baseada conformidade certificato certificata basato basata conformità gebaseerd gecertificeerd vereisten volgen',
);
/** What is wanted of a standard, and not done yet; for words such as "planned" see plannedStandards.ts. */
export const wantWords = words(
  'wants want wanted wishes envisaged future soon eventually yet geplante geplanten beabsichtigt angestrebt erwogen wünscht künftige künftigen zukünftig zukünftige demnächst perspektivisch envisagé envisagée envisage envisageons souhaite souhaitons voudrait futur prochainement quiere próximamente quer futuramente vuole prossimamente geplande toekomstige overweegt overwogen binnenkort wil',
);
/** The same before a name: "We plan ISO/IEC 42001", "a customer asks for it"; elsewhere the plan of something. */
export const planWords = words(
  'plan plans planen plant asks expects demands verlangt prévoit prévoyons demande planea planeamos pide planeja planejamos pede vraagt chiede',
);
/** "the coming quarter", "l’année prochaine" */
export const nextWords = words(
  'next coming nächstes nächsten kommendes kommenden prochain prochaine próximo próxima prossimo prossima volgend volgende komend',
);
export const yearWords = words('year quarter jahr jahres quartal année an trimestre año ano anno jaar kwartaal');
/** "by 2027" */
export const untilWords = words('until by bis hasta até entro tegen');
/** "gem. 7.3": of these, what is written with a point. */
export const shortAccords = words('gem entspr lt acc vgl cf cfr');
/** "conformément au", "conforme a", "according to" */
export const toWords = words('to with au aux à a al alla ao o il os as aan uit');
/** Rooms, shelves and papers that organisations number as ISO does: "room A.5.1", "cabinet A.7". */
export const placeWords = words(
  'budova místnost pokój ruang gedung rum rom bygning byggnad huone risk risiko risque riesgo risco rischio figure part parts item aisle aisles gang vak rij corridor slot bin room rooms cabinet rack racks shelf building floor gate desk locker office hall bay zone door ward wards station stations form forms question slide ticket machine raum räume schrank regal halle tür tor büro zimmer maschine kamer zaal kast salle armoire bureau bâtiment porte sala despacho armario edificio puerta armário prédio porta stanza armadio ufficio gebäude gebäuden gebouw loods hus byggnad site sites standort warehouse entrepôt usine magazzino stabilimento almacén armazém nave sede vault vaults bunker bunkers tresor',
);
/** "form in Annex A.5": what an organisation has in annexes of its own. */
export const formWords = words(
  'form template formular muster vorlage modèle formulaire plantilla formulario modelo modello modulo formulier sjabloon',
);
/** "Anhang zum Vertrag" */
export const annexedWords = words('zum zur bij to au aux al alla ao till til do');
/** Contracts in languages that say "of the contract" in one word: "příloha A.5 smlouvy", "avtalets bilaga A.5". */
export const contractGenitive =
  /(?:avtal(?:et|en)?s|aftalens?|sopimuksen|^(?:umowy|smlouvy|contractului|perjanjian|договору)|(?:contract|agreement)['’]s)$/u;
/** "this directive" in such languages. */
export const ownGenitive = words(
  'této tohoto niniejszej niniejszego denna detta denne dette tämän prezentei prezentului ini',
);
/** Before a name in quotation marks. */
export const calledWords = words(
  'called named labelled genannt namens appelé nommé llamado llamada chamado chamada genoemd chiamato chiamata',
);
/** "see" and its kin, before a reference in brackets. */
export const seeWords = words('see cf siehe vgl voir cfr ver véase vedi zie s');
/** "réf. ISO/IEC 27001": words before what is cited that are written with a point. */
export const citingAbbreviations = words('ref refs réf réfs rif vgl cf cfr conf gem entspr acc lt s v');
/** "see also". */
export const alsoWords = words('also auch aussi également también também ook anche likewise too');
/** "see 8.4 for the prerequisites": what stands there. */
export const purposeWords = words('for für pour para voor per');
/** "a nonconformity against 8.22": what an audit raises, against a clause or control and nothing else. */
export const findingWords = words(
  'nonconformity nonconformities conformity finding observation abweichung feststellung',
);
/** What audits number: "NA-01" is a Nebenabweichung, "OM 02" an oportunidad de mejora, and no document. */
export const findingCodes = words('na ha nc ncr obs oss ofi om pm car hw vp');
export const againstWords = words('against gegen zu');
/** Words before the number of another control in the remarks of a table: "with 5.18", "covered by 8.15". */
export const remarkWords = words(
  'with by under per into as via mit durch unter avec par sous con por bajo com sob met door onder da sotto',
);
/** Of these, the words that hardly mean a part of the document itself once it names a standard up front. */
export const clauseLikeWords = words(
  'kapitel kapiteln kapitels kap abschnitt abschnitte abschnitten abschnitts chap chapitre chapitres hoofdstuk par paragraaf capítulo capitolo apartado',
);
/** The mark of a column in a row: it goes for this row, or it does not. */
export const yesWords = words(
  'yes y ja j oui o sí si sì s sim x + ✓ ✔ ✔️ ☑ ☑️ ☒ ✅ ● • ■ partly partial partially teilweise partiel partiellement parcial parcialmente parziale deels',
);
export const noWords = words('no n nein non não nao nee - – — / n/a na n.a. nvt entfällt ✗ ✘ ✖ ❌ ☐ ○ □');
/** Words that mean an Annex A control. */
export const controlWords = words(
  'control controls ctrl maßnahme maßnahmen massnahme massnahmen kontrolle kontrollen contrôle contrôles controle controles controlo controlos beheersmaatregel beheersmaatregelen maatregel maatregelen controllo controlli mesure mesures medida medidas misura misure',
);
/** "Control reference:", "Controls not applicable:": behind the word for controls, in a label. */
export const controlLabelWords = words(
  'reference references not applicable inapplicable excluded affected concerned tested sampled referenz referenzen nicht anwendbar ausgeschlossen betroffen référence références non applicables exclus referencia referencias no aplicables excluidos',
);
export const requirementWords = words(
  'req reqs requirement requirements anforderung anforderungen requisito requisitos requisiti exigence exigences vereiste vereisten eis eisen',
);
/** "as 10.2 wants", "wie 10.2 verlangt": what a clause does and a version does not. */
export const demandWords = words(
  'wants requires asks demands says expects prescribes verlangt fordert vorsieht vorschreibt demande exige exija pide requiere pede requer vraagt eist voorschrijft chiede richiede prescrive',
);
/** Heads of columns that name another control than the row is about. */
export const relationWords = words(
  'depends dependency dependencies related relates see supports supported linked links needs precondition abhängig abhängigkeit verwandt siehe dépend lié liés depende relacionado relacionados hangt gerelateerd dipende correlato correlati',
);
export const tableWords = words(
  'table tables tabelle tabellen tableau tableaux tabla tablas tabela tabelas tabel tabella tabelle',
);
/** "by Quality", "with the board": not of which text. */
export const agentWords = words('by with to');
/** In a heading, what is listed below it. "Access control" and "document control" are something else. */
export const severalControls = words(
  'controls maßnahmen massnahmen kontrollen contrôles controles beheersmaatregelen maatregelen controlli mesures medidas misure controlos',
);
export const rangeWords = words(
  'to through thru until till bis à a au al all alla allo hasta até tot tm 至 到 から 에서 부터',
);
/** "from A to B": which means a range only where the word behind the second says so. */
export const openRangeWords = words('から 에서 부터');
/** "No. 8.15", "ref. 8.15": words before a number that say that it is one. */
export const numberWords = words('art arts no nos nr nrs ref refs n num núm número numéro numero nummer item');
/** "clauses from 4.1 to 4.4", "punti da 9.1 a 9.3": before the first number of a range. */
export const fromWords = words('from von da dal de du la las los le les l van');
/** "point d)", "lit. d": before the letter of a lettered item. */
export const pointWords = words(
  'point points item items onderdeel onderdelen letter letters lit litera buchstabe buchst letra lettera lettre sub',
);
/** Small words inside a range word: "tot en met", "jusqu'à". */
export const rangeFillers = words('en met einschließlich and including inclusive ao le la el l');
/** Endings that make an id an adjective: "A.8.28-compliant". */
export const compoundWords = words(
  'compliant conforme konform konforme related based aligned type style relevant specific bezogen',
);
/** Texts of contract: "MSA, clause 8.2" cites the contract. */
export const contractWords = words(
  'scc bylaws satzung agb statutes agreement contract vertrag vertrags vertrages vereinbarung dpa msa sla nda addendum contrat contrato contratto overeenkomst lease mou contracts agreements verträge contrats contratos contratti overeenkomsten convenio avtal avtalet aftale aftalen avtale avtalen umowa umowy smlouva smlouvy smlouvě sopimus',
);
/** Of these and others, words that name one kind of contract: nothing but it is meant by them. */
export const contractNames = words(
  'scc sccs cct idta dpa dpas avv msa msas sow sows baa sla nda mou addendum satzung agb evb gtc gtcs tos eula eulas cgv cgu avb pliego pliegos pcap ppt ccap cctp capitolato leistungsbeschreibung',
);
/** "SCC 2021/914 (EU), Module 2, clause 8.2": words in the full name of a contract. */
export const moduleWords = words('module modules modul modulo módulo decision eu ue no nr');
/** "Auftragsverarbeitungsvertrag", "verwerkersovereenkomst", "Geschäftsbedingungen": names of contracts by their end. */
export const contractCompound =
  /(?:.(?:vertrag(?:e?s)?|vereinbarung|vertragsklauseln|overeenkomst|contractbepalingen)|(?:geschäfts|einkaufs|verkaufs|liefer|nutzungs|vertrags|zahlungs|versicherungs|lizenz)bedingungen|(?:inkoop|verkoop|leverings|gebruiks|licentie)voorwaarden)$/u;
/** Words for any contract; a policy about suppliers is full of them. */
export const contractNouns = words(
  'agreement contract terms contrat contrato contratto acuerdo accordo acordo accord cahier caderno condiciones conditions condições condizioni voorwaarden',
);
/** "data processing agreement", "contrat de sous-traitance": words beside them that say of which kind it is. */
export const contractKinds = words(
  'processing framework service services level disclosure confidentiality master licence subscription hosting use sous cadre encargo tratamiento marco tratamento trattamento quadro charges encargos nivel nível generales générales gerais generali algemene template templates business trade trading sale sales purchase delivery vente venta vendita',
);
const ofServices = words('service services');
/** "hosting service catalogue", "joint controller arrangement": what is a contract behind one of these words only. */
export const contractsOfKinds: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['description', ofServices],
  ['descriptions', ofServices],
  ['catalogue', ofServices],
  ['catalog', ofServices],
  ['arrangement', words('controller controllers sharing escrow')],
]);
/** "The contract contains clause 8.5": what contracts do with clauses. */
export const holdingWords = words(
  'has have contains contain includes include hat haben enthält enthalten a ont contient contiennent comporte tiene tienen contiene contienen tem têm contém contêm heeft hebben bevat bevatten ha hanno contengono',
);
/** "standard contractual clauses", "clauses contractuelles types": beside the word for clauses. */
export const contractualWords = words('contractual contractuelles contractuales contratuais contrattuali contract');
export const andWords = words('and und et y e en ed or oder ou o of plus sowie och og oraz dan és și ve và');
/** Words beside an id that an organisation has made itself. */
export const ownWords = words(
  'own ours additional custom specific eigene eigener eigenes zusätzliche zusätzlicher propre propres propio propia próprio própria eigen proprio propria',
);
/** "Their no.", "Kunden-Nr.", "our id": heads of columns with numbers of somebody's own. */
export const possessiveWords = words(
  'their theirs our ours own customer client supplier vendor kunde kunden kundennummer unsere eigene lieferant client fournisseur cliente proveedor fornecedor fornitore klant leverancier',
);
/** "Control area", "Control owner": words that make a column one about something else than the control itself. */
export const otherColumnWords = words(
  'area areas domain domains theme themes category categories family group groups type objective objectives owner policy policies document documents procedure evidence related status bereich kategorie richtlinie dokument domaine point points score rating maturity count verantwortlich responsable our own internal unser unsere eigene notre nuestro nosso nostro onze eigen',
);
/** Labels whose number is no id: "SoA version: 5.2". */
export const versionWords = words(
  'version versions rev revision release ver v stand date datum score rating maturity level cvss budget total page pages seite versão versión versione versie',
);
/** "inv. 27001", "invoice no. 27001": what is counted, not a standard. */
export const serialWords = words(
  'inv inventory inventar inventaire inventario no nr num núm nº n° numero número nummer number ticket tickets order invoice rechnung facture factura fattura po asset room raum extension ext tel phone telefon telefono teléfono téléphone serial sn item lot accession',
);
/** "replaced by", "vervangen door" */
export const replacedWords = words(
  'replaced superseded ersetzt abgelöst remplacé remplacée remplacés reemplazado reemplazada sustituido sustituida substituído substituída vervangen sostituito sostituita',
);
/** What is so today, unlike what was said before. */
export const nowWords = words(
  'now today jetzt heute nun aujourd hui désormais ahora hoy agora hoje nu vandaag ora oggi',
);
/** Verbs with which an old number becomes a new one: "A.6.1.5 went into 5.8". */
export const becameWords = words(
  'became become becomes went moved moves merged folded wurde wurden ging gingen wanderte devient deviennent devenu devenue passe passé passée pasó pasa pasaron passou passaram werd werden ging gingen confluito confluita passato passata',
);
/** What may stand between those, or "now", and the new number: "is now part of 8.5", "ist heute Teil von 5.16". */
export const leadsToNew = words(
  "into part control controls annex clause zu zum teil maßnahme parte partie deel s in to of the by with under des der von vom im du de la dans à en a al del della nel nella do da no na van ' ’",
);
/** "clause 9.2 of the said Standard", "numeral 5.2 de la misma norma" */
export const sameWords = words(
  'said same aforesaid selben gleichen genannten besagten même ladite dudit misma mismo mesma mesmo stessa stesso zelfde genoemde',
);
/** "replaced by the current 5.26" */
export const currentWords = words('current actual actuel actuelle atual attuale huidige aktuelle aktuellen');
/** "of the standard": the one that the document is about. */
export const standardWords = words('standard standards norm norms norme norma normen normes normas');
/** "of the draft EN 18286": before the name of a standard. */
export const draftWords = words('draft future coming entwurf entwurfs projet proyecto ontwerp');
/** "the guidance related to ISO/IEC 27002": words with which a standard builds on another one. */
export const extendingWords = words(
  'related relating relation additional addition additions extend extends extending extension extensions supplement supplements supplementing refines ergänzung ergänzungen ergänzt ergänzen ergänzend zusätzlich erweitert erweitern erweiterung erweiterungen bezogen bezug aufbauend relatif relative relatives relatifs lié liée liés liées complète complètent complément relacionado relacionada relacionados relacionadas relativo relativa relativos relativas amplía amplían ampliación betrekking aanvulling aanvullingen uitbreiding gerelateerd relativi integrazione estende estensione',
);
/** "of both standards": each of those that the document is about. */
export const eachWords = words(
  'both each all every jeweils chacune cada ciascuna telkens elk elke beide beider allen aller alle jeder deux chaque toutes ambas ambos todas entrambe tutte beiden two three zwei drei trois dos tres duas três due tre twee drie',
);
/** "the 2013 edition": words that make a year an edition. */
export const editionWords = words(
  'edition editions version ausgabe fassung édition edición edição edizione editie uitgave numbering text utgåva utgåvan utgave udgave wydanie vydání 版',
);
/** Before a year that is a date and no edition: "tested in 2025", "FY2025", "im Jahr 2025". */
export const dateWords = words('in fy since im jahr seit en exercice nel anno em ano desde jaar sinds');
/** Words with which a sentence goes on behind the title of a control: "A.8.11 Data masking was …". */
export const verbWords = words(
  'is are was were has have had will would must should could might may can does do applies apply requires require covers cover needs need asks remains describes governs ist sind war waren wird wurde werden gilt verlangt fordert est sont sera exige es son será é são è sono sarà wordt worden geldt',
);
/** Units and nouns that show that a number is a quantity, not an id. */
export const unitWords = words(
  'days day hours hour minutes minute seconds months month years year weeks week percent gb mb kb tb million billion users people employees staff mio mrd tage stunden jahre monate wochen prozent eur usd gbp euro euros dollars km m cm kg ms',
);
/** "8.1 of 10", "7,2 sur 10": before the most that a rating can be. */
export const scaleWords = words('of von sur su de sobre em van op');
/** "clause 4.3 above": behind a reference, a place in the document itself. */
export const ownPlaceWords = words(
  'above below there ibid herein hereof hereunder dort oben unten supra infra hieronder hierboven',
);
/** "clause 4.2 of this policy": the document speaks of itself. */
export const ownDocumentWords = words(
  'bylaws satzung agb draft schedule offer offre angebots proposal mémoire order nda sla msa lease agreement contract vertrag vertrags vertrages vereinbarung policy richtlinie document dokument procedure handbook handbuch dpa terms addendum arrangement police polizza póliza apólice polis contrat contrato contratto contracto convenio annex anhang annexe reglamento regolamento',
);
/** "clause 6.2.1 of the Implementing Regulation", "of the Act": laws without their name. */
export const lawNouns = words(
  'act regulation directive statute ordinance gesetz gesetzes verordnung durchführungsverordnung rechtsakts règlement directive loi reglamento directiva ley regulamento diretiva lei regolamento direttiva legge verordening richtlijn wet',
);
/**
 * Texts of an organisation's own, which have sections of their own: "Manual de Calidad, apartado 5.4"; in German and Dutch the last
 * part of their names, too: Notfallhandbuch, Kundenrichtlinie.
 */
export const ownText =
  /(?:hand(?:b(?:uch(?:e?s)?|üchern?|ook|oken)|boek)|manu(?:al|el)[es]?|gu[ií](?:d[ae]s?|a)|guidelines?|gids|konzept(?:e?s)?|richtli(?:nien?|jn)|leitf[aä]den|chart(?:er?|a)|play|verfahren|(?<!unter|über|zu)weisung|(?<!zu|an)ordnung|gesetz|satzung|(?:an|hand)lei(?:tung|ding)|vereinbarung|vertr[aä]ge?n?s?|agreement|contra(?:c?ts?|c?tt?o)|overeenkomst|angebot|conv[eé]n(?:ant|io|tion)|proc[eé]d(?:ures?|im(?:i?ento|ientos)|ura)|instru[ck]ti(?:ons?|e)|instrucción|istruzione|r[eè]g(?:l[ae]|ul?a)mento?|reglement|m[eé]thod(?:e|ik|olog(?:y|ie))|metodolog[ií]a|spe[zc]ifi[kc]ation|heft|merkblatt|cahier|livret|proto[ck]oll?o?)$/;
/** Of these, those that nobody calls a standard by: "the ISMS manual". */
export const manualWords = words('manual handbook handbuch handbuchs handbuches manuel manuale handboek');
/**
 * What English names in capitals and no clause asks for: "Exception Process (§6.2)", "Contractor Handbook (§5.2)",
 * "issue template (§4.3)".
 */
export const ownTextInBrackets = words('process handbook guide guidelines manual playbook runbook template checklist');
/** Texts that clauses ask for by such names: "Plan de auditoría (apartado 9.2)" may cite the clause. */
export const requiredText =
  /(?:leitlinien?|polic(?:y|ies)|pol[ií]ti(?:k|c[ao]|ques?)|beleid|pl[aä]n(?:e?s|en?|os?)?|piano|program(?:me?s?|m?a)?|bericht(?:e?s|en?)?|r[ae]pp?orts?|rapporto|informe|relat[oó]rio|relazione|verslag|do[ck]ument(?:e?s|en?|[oi])?|regist(?:er|re|ro))$/;
/** What controls ask for and no clause of a management system does: "Notfallplan", "Toegangsbeleid", "política de accesos". */
export const controlTopic =
  /^(?:not(?:fall|betrieb)|nood|back|zu(?:gang|griff|tritt)s|berechtigung|krypto|netz|asset|itsm|incident|toegang|acc[eè]s|emergen|urgence|contin[gu])/;
/** "in", before the text in which something stands. */
export const placePrepositions = words('in im en na no nel nella nello dans aus van des der del de of from i');
/** "clause 9.2 of the management system": what the standards are about, so that a clause of it is one of them. */
export const systemWords = words(
  'isms pims aims system systems management managementsystem managementsystems managementsysteem sistema système sgsi smsi requirements requirement anforderungen',
);
/** "of", "in", "from" and their kin, between a reference and the standard that it belongs to. */
export const ofWords = words(
  'of in from under per der des die den dem nach gemäß aus von de du del della delle dei degli dell la le les el los las lo dello di l d all nell da do dos das van uit the by within to with',
);
/** Of these, those that can only mean that it belongs to what follows. */
export const genitiveWords = words('of der des du del della dello dell di do da van');
/** Months, written out or short, in the dates of a revision history. */
export const monthWords = words(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember dez okt janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janeiro fevereiro março maio junho julho setembro outubro novembro dezembro januari februari maart augustus mei gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre',
);

/** What statements such as "93 controls in 4 themes" count. */
export const countedNouns = ['controls', 'objectives', 'domains', 'areas', 'themes'] as const;

export interface ForeignFramework {
  /** Lower-case words or numbers, in order. */
  readonly words: readonly string[];
  /** Whether ids like A.5.15 or clauses 8.5 may be meant to be of this framework. */
  readonly looksLikeIso: boolean;
  readonly name: string;
}

function foreign(phrase: string, name = phrase, looksLikeIso = false): ForeignFramework {
  return { words: phrase.split(' '), looksLikeIso, name };
}

/** Of the frameworks below those that have articles, and no clauses. */
export const lawsNamed: ReadonlySet<string> = words('gdpr ai-act bdsg nis2 dora lgpd ccpa cpra hipaa eu-act');
/** An act of the European Union that its kind and number name; see euActs.ts. */
export const euAct = 'eu-act';
/** Frameworks that are not in the catalog of standards but are cited beside it; they end the reach of a standard's name. */
export const foreignFrameworks: readonly ForeignFramework[] = [
  foreign('nen 7510', '7510', true),
  foreign('nen 7512', '7512', true),
  foreign('nen 7513', '7513', true),
  foreign('iec 62443', '62443', true),
  foreign('isa 62443', '62443', true),
  foreign('vda isa', 'VDA ISA'),
  // Alone it is a role or an agreement, too.
  ...['control', 'controls', 'katalog', 'katalogs', 'catalogue'].map((noun) => foreign(`isa ${noun}`, 'VDA ISA')),
  foreign('tisax'),
  foreign('nist'),
  foreign('csf'),
  foreign('fips'),
  foreign('soc 2'),
  foreign('soc2'),
  foreign('soc 1'),
  foreign('tsc'),
  foreign('aicpa'),
  foreign('pci dss', 'PCI DSS'),
  foreign('pci'),
  foreign('hipaa'),
  foreign('hitrust'),
  foreign('gdpr'),
  foreign('dsgvo', 'gdpr'),
  foreign('rgpd', 'gdpr'),
  foreign('bdsg'),
  foreign('ccpa'),
  foreign('cpra'),
  foreign('lgpd'),
  foreign('nis2'),
  foreign('nis 2', 'nis2'),
  foreign('dora'),
  foreign('bsi'),
  foreign('grundschutz'),
  foreign('cis'),
  foreign('cisv8', 'cis'),
  foreign('cobit'),
  foreign('ccm'),
  foreign('csa'),
  foreign('owasp'),
  foreign('asvs'),
  foreign('fedramp'),
  foreign('cmmc'),
  foreign('itil'),
  foreign('coso'),
  foreign('isms p', 'ISMS-P'),
  foreign('cyber essentials'),
  foreign('essential eight'),
  foreign('ai act', 'ai-act'),
  foreign('swift'),
  foreign('mitre'),
  foreign('att ck', 'ATT&CK'),
  foreign('cra'),
  foreign('glba'),
  foreign('ferpa'),
  foreign('sox'),
];

/** Management systems of standards that are not in the catalog, by their short names. */
export const otherSystems: Readonly<Record<string, string>> = {
  QMS: '9001',
  SGQ: '9001',
  SGC: '9001',
  SMQ: '9001',
  EMS: '14001',
  UMS: '14001',
  BCMS: '22301',
  SGCN: '22301',
  OHSMS: '45001',
};

/** Words of publishers that may stand before ISO/IEC: EN ISO/IEC 27001, ABNT NBR ISO/IEC 27001. */
export const publisherWords = words(
  'en pren fpren bs din nen abnt nbr une nf uni sn önorm onorm jis as nzs gb ilnas pn sfs ss ns ds csn',
);
/** Bodies whose standards have clauses, too: "IEEE 1012, clause 7.1", "ECSS-Q-ST-80C clause 6.2". */
export const otherBodies = words(
  'as ieee rfc etsi ecss mil astm ul api rtca do sae vdi vde itu jis nist ansi bs en pren fpren oen prcen afnor mdcg din nen önorm onorm nbr sfs nf uni une asme nfpa isa iatf gost pas cenelec cen aami oiml uic iec icao easa faa nema csa gb ts tr',
);
/** Of what was named just before. */
export const itsWords = words(
  'its their deren dessen ihre ihrer ihrem seine seiner seinem ses son sa leur leurs su sus suo sua suoi sue seu seus suas zijn haar diens',
);
/** What stands before the subject of a sentence: "The certified ISMS", "In our AIMS". */
export const leadWords = words(
  'the our this its each all in within for while der die das unser unsere im während le la notre dans el los nuestro en il nostro o nosso a het de ons',
);
/** Who keeps a management system has to do with everything: "the ISMS manager". */
export const roleWords = words('manager owner officer team lead board beauftragte beauftragter leiter leitung');
/** Standards that people who cite ours call by their bare number, whatever stands behind it. */
export const siblingNumbers = words('27003 27004 27005 27017 27018 27031 27035 27036 27799');
/** Further standards of ISO and IEC by whose bare number people cite their clauses. */
export const otherIsoNumbers = words(
  '9001 13485 14001 14971 15189 17021 17025 19011 20000 21434 22000 22301 22313 23894 29100 29151 31000 38500 42005 42006 45001 50001 62304 62443',
);
/** Management systems of ISO that an organisation keeps beside ours; their clauses have the numbers of our clauses. */
export const otherManagementSystems = words(
  '9001 13485 14001 15189 16949 17020 17021 17025 20000 21001 22000 22301 28000 37001 37301 39001 41001 45001 46001 50001 55001',
);
/** Standards on how audits are done: what an audit finds is not about them. */
export const auditStandards = words('19011 17021 27006 27007 27008');
/** Standards of ISO that we do not have and whose Annex A numbers controls as ours do: `A.10.2`. */
export const otherAnnexes = words('27018 29151');
export const isoWords = words('iso');
export const iecWords = words('iec cei');
export const amendmentWords = words('amd amendment amdt');
/** "ISO 42001 internal audit, stage 1:": what a label says of the findings behind it. */
export const auditLabelWords = words(
  'audit audits internal external certification surveillance recertification stage finding findings gap gaps analysis assessment internes externes interne externe zertifizierungsaudit überwachungsaudit stufe feststellung feststellungen gap-analyse certificación auditoría interna externa hallazgos écarts constats intern extern bevindingen constatações audito rilievi',
);
