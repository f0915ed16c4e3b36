/**
 * Whether words state a fact about one edition: a certificate, a supplier, an audit that took place, what was at some time, what a
 * contract says.
 */

/**
 * `certificate` and `audit`: the fact and the numbers in its sentence belong together. `supplier`: the sentence says by which edition
 * somebody else works. `past` and `contract`: the words around one number say that it is of the edition of that day.
 */
export type Statement = 'certificate' | 'audit' | 'supplier' | 'past' | 'contract';

/** "certified", "Zertifikat", "gecertificeerd"; plans and rules for certificates state nothing else either. */
const certificateWords = /[cz]ertifi[ckz]|certifi[éeo]/iu;

const auditWords =
  /audit(?!\s*(?:logs?|logging|trails?|records?)(?!\p{L}))|assessment|(?<!über)prüfung|findings?(?!\p{L})|feststellung|abweichung|non-?conformit|begutachtung|bemängel|beanstand|constats?(?!\p{L})|écarts?(?!\p{L})|hallazgo|bevinding/iu;
/** What says that an audit took place: a year that is none of a standard, or what came out of it. */
const tookPlace =
  /(?<![\d:])(?:19|20)\d\d(?!\d)|(?<!\p{L})(?:found (?:an?|no|one|two|three|several|that|\d+)|showed|took place|resulted|ergab(?:en)?|fand(?:en)?|stellten?|zeigten?|a révélé|a constaté|reveló|encontró|revelou)(?!\p{L})/iu;
const planWords =
  /plan|program|schedule|(?<!\p{L})(?:will|shall|must|should|next|soll(?:en)?|muss|müssen|nächst\p{L}*)(?!\p{L})/iu;

const supplierWords =
  /(?<!\p{L})(?:suppliers?|vendors?|(?:sub)?processors?|providers?|subcontractors?|data centres?|data centers?|(?:\p{L}+)?(?:lieferant|dienstleister|auftragnehmer|rechenzentr|anbieter)\p{L}*|fournisseurs?|prestataires?|proveedor(?:es)?|fornecedor(?:es)?|fornitor[ei]|leveranciers?)(?!\p{L})/iu;

/**
 * @param words of a sentence, or of what labels it (a key, the first cell of the row), without the names of standards
 * @param isCited whether a number stands right beside the name: "Keys and certificates follow ISO/IEC 27001:2013 A.10.1.2"
 * @returns null where they state no such fact
 */
export function statementIn(words: string, isCited: boolean): Statement | null {
  if (auditWords.test(words) && tookPlace.test(words) && !planWords.test(words)) return 'audit';
  if (certificateWords.test(words) && !isCited) return 'certificate';
  return supplierWords.test(words) ? 'supplier' : null;
}

/** A year or day that is none of a standard, an edition or a law. */
const dated =
  /(?<!\d:|\d{5}[-\s(]{1,2}|(?:act|version|edition|ausgabe|fassung) )(?:19|20)\d\d(?!\d|\/\d\d|-\d{3}| (?:edition|version|ausgabe|fassung|text|number|control))/u;

/**
 * Verbs that say what was, those that do so where they are no participle ("are reported", "reported in audits"), and those that say what
 * is: of a sentence with several, the one before a number speaks of it.
 */
const verbs =
  /(?<!\p{L})(?:(was|were|did|found (?:an?|no|that|◆)|showed|took|got|gave|received|ergab(?:en)?|erhielt(?:en)?|bekam(?:en)?|fand(?:en)?|stellten?|zeigten?|galt(?:en)?|wurden?|waren?|bemängelten?|beanstandeten?|rügten?|beschloss(?:en)?|ont? été|étai(?:en)?t|(?:a|ont) (?:relevé|constaté|révélé|identifié|signalé)|fue(?:ron)?|eran?|\p{L}{2,}(?:ó|aron|ieron)|foi|foram|werd|vond(?:en)?|(?:è|sono) stat[aeio]|ha rilevato)|(?<!(?:is|are|be|been|and|or|has|have)(?: \p{L}+)? )(had|hatten?|found|raised|noted|identified|revealed|reported|recorded|critici[sz]ed|held|agreed|decided|accepted|excluded|approved|introduced|added|removed|discussed|covered|closed|failed|passed|cited|named|reviewed|tested|audited|moved)|is|are|be|been|has|have|must|shall|should|will|may|can|appl(?:y|ies)|follows?|implements?|meets?|requires?|ist|sind|wird|werden|gilt|gelten|muss|müssen|soll(?:en)?|folgt|folgen|erfüllt|setzt|regelt|est|sont|doit|doivent|es|son|debe|deben|é|são|deve|devem|zijn|moet|moeten|devono)(?!\p{L})/gu;

/** Whether the verb that speaks of the place (the last before it, else the first behind it) says what was; null without one. */
function tenseAt(words: string, at: number): 'past' | 'participle' | 'present' | null {
  let tense: ReturnType<typeof tenseAt> = null;
  for (const [, past, participle, index] of [...words.matchAll(verbs)].map(
    (match) => [...match, match.index] as const,
  )) {
    if (Number(index) > at && tense !== null) break;
    tense = past ? 'past' : participle ? 'participle' : 'present';
  }
  return tense;
}

const rule =
  /(?<!\p{L})(?:if|any|each|every|when(?:ever)?|wenn|falls|sofern|jede[mnrs]?|si|chaque|cada|cuando|als|elke?|se|ogni)(?!\p{L})/u;
/** "Since the audit of 2021 backups are tested", "…, and backups are tested now": what follows from it is so today. */
const today =
  /^(?:since|after|following|due to|because of|as a result|seit|nach|aufgrund|infolge|wegen|depuis|après|suite|desde|tras|sinds|na|dopo)(?!\p{L})|(?<!\p{L})(?:now|today|since then|nun|jetzt|heute|seither|seitdem|désormais|ahora|hoy|nu|ora|oggi)(?!\p{L})[^◆]*◆/u;
/** "nonconformity 2 against A.9.2.3", "eine Abweichung zu A.9.2.3": of one, or of some that are counted. */
const findingAt =
  /(?:non-?conformity|finding|deviation|observation|(?:\d|two|three) (?:\p{L}+ )?(?:non-?conformities|findings|deviations|observations)|abweichung|feststellung|nichtkonformität|écart|non-conformité|no conformidad|não conformidade|afwijking|non conformità)(?: (?:no\.? ?|nr\.? ?)?[\p{L}\d-]*\d)? ?(?::|(?:is |was |were )?(?:\p{L}+ )?(?:against|to|on|zu|gegen|bei|von|à|a|contra|tegen|op)) (?:\p{L}+ ){0,3}◆/u;
/** "The auditor was let in by A.11.1.2.": people are no audit. */
const visit = /audit(?:or|rice|eur)\p{L}* (?:was|were|wurden?|waren?)(?!\p{L})/u;
const settled =
  /(?<!\p{L})(?:closed|open|resolved|geschlossen|offen|behoben|erledigt|clos|cerrad[oa]|gesloten)(?!\p{L})/u;

const contract =
  /(?<!\p{L})(?:contract|agreement|sla|msa|dpa|nda|tender|customer|client|(?:\p{L}+-?)?(?:vertrag|vereinbarung)|avv|kunde|auftraggeber|contrat|contrato|contratto|overeenkomst|certificat[eo]?|zertifikat|certificado|certificaat|(?:supplier|vendor|customer|client|provider)(?:'s?|s') (?:soa|statement|polic|report)\p{L}*)(?!\p{L})/u
    .source;
const asks =
  /(?<!\p{L})(?:requires?|names?|cites?|refers? to|demands?|obliges?|stipulates?|specif(?:y|ies)|lists?|covers?|excludes?|mentions?|verlangt|nennt|zitiert|verweist|fordert|verpflichtet|exige|impose|requiere|menciona|richiede|cita|vereist|noemt)(?!\p{L})/u
    .source;
/** "The contract requires A.12.6.1", and not "contracts with suppliers name A.15.1.2". */
const contractAsks = new RegExp(`${contract}[^◆(]{0,90}${asks}[^◆(]{0,90}◆`, 'u');
/** "The contract with Nordlicht AG requires backups (A.12.3.1)" */
const contractWith = new RegExp(
  `${contract}[^◆]{0,60} (?:ag|gmbh|ltd|inc|plc|llc|kg|sarl|bv|srl|spa|lda|s\\.a\\.)(?!\\p{L})[^◆]{0,60}${asks}[^◆]{0,90}◆`,
  'u',
);
/** "Under the contract A.15.1.2 must be met" */
const under = /(?<!\p{L})(?:under|per|according to|laut|gemäß|selon|según|volgens|secondo) (?:\p{L}+ ){0,2}/u.source;
const underContract = new RegExp(`${under}${contract}[^◆(]{0,90}◆`, 'u');
/** "The contract of 2019 is kept (A.15.1.2)", "the gap analysis of 2022" */
const contractOf = new RegExp(`(?:${contract}|report|soa|bericht|analyse|analysis)[^◆]{0,60}${dated.source}`, 'u');

/**
 * What a sentence in lower case states of the number in it, which is `◆` there.
 * @returns null where it speaks of what is or ought to be
 */
export function statementAt(sentence: string): Statement | null {
  const words = partOf(sentence);
  const isDated = dated.test(words);
  const tense = tenseAt(words, words.indexOf('◆'));
  const isPast = tense === 'past' || (isDated && tense === 'participle');
  const isRule = rule.test(words);
  if (!isRule && underContract.test(words)) return 'contract';
  if (!planWords.test(words)) {
    if (auditWords.test(words)) {
      if (isDated && (isPast || !today.test(words))) return 'audit';
      if (
        !isRule &&
        !visit.test(words) &&
        (isPast || (findingAt.test(words) && (tense !== 'present' || settled.test(words))))
      )
        return 'audit';
    }
    if (!isRule && (contractAsks.test(words) || contractWith.test(words))) return 'contract';
  }
  if (!isDated) return null;
  return isPast ? 'past' : contractOf.test(words) ? 'contract' : null;
}

/**
 * What stands between semicolons, unless they stand in what a colon leads in: "The audit of 2021 found: A.9.2.3; A.12.6.1". Of a long
 * sentence only what is near.
 */
function partOf(sentence: string): string {
  const at = sentence.indexOf('◆');
  const colon = sentence.indexOf(': ');
  const start = sentence.lastIndexOf('; ', at);
  const isPart = start >= 0 && (colon < 0 || colon > start);
  const end = isPart ? sentence.indexOf('; ', at) : -1;
  return sentence.slice(
    Math.max(isPart ? start + 2 : 0, at - farthest),
    Math.min(end < 0 ? sentence.length : end, at + farthest),
  );
}

/** In characters. */
const farthest = 300;

const events =
  /minutes|meeting|(?<!\p{L})reports?(?!\p{L})|review|protokoll(?!i)|sitzung|bericht|bewertung|incident (?:of|on|in)|vorfall (?:vom|am)|rapport|revue|informe|acta|notulen|verslag|verbale|relazione/u;
const papers =
  /polic|procedure|process|template|checklist|guide|(?<!the )standard|register|inventory|(?<!\p{L})forms?(?!\p{L})|formular|verzeichnis|richtlinie|leitlinie|verfahren|prozess|vorlage|politique|procédure|modèle|política|procedimiento|plantilla|beleid|sjabloon|procedura/u;

/** Whether a heading or title in lower case is that of a record: "Internal audit report 2021", "Sitzung vom 3. Juni 2020". */
export function isRecordTitle(title: string): boolean {
  return dated.test(title) && isEvent(title) && isNoPaper(title);
}

/** Whether a title is that of a report or of minutes, or of what is one by its type, perhaps without their day. */
export function isReportTitle(title: string, isOfType: boolean): boolean {
  return (isOfType || reports.test(title)) && isNoPaper(title);
}

function isNoPaper(title: string): boolean {
  return !planWords.test(title) && !papers.test(title);
}

const reports =
  /(?<!\p{L})(?:report|minutes|rapport|informe|acta|notulen|verslag|verbale)(?!\p{L})|(?:bericht|protokoll)(?!\p{L})/u;

/**
 * Whether a row of a table tells of one audit, finding, meeting or incident.
 * @param heads those of all columns
 */
export function isRecordRow(row: readonly string[], heads: readonly string[]): boolean {
  const words = row.join(' ');
  if (!dated.test(words) || planWords.test(`${words} ${heads.join(' ')}`)) return false;
  if (heads.some((head) => findingHead.test(head))) return true;
  const [first = ''] = row;
  return dated.test(first) && (isEvent(first) || heads.some(isEvent));
}

const findingHead =
  /^(?:findings?|non-?conformit(?:y|ies)|deviations?|feststellung(?:en)?|abweichung(?:en)?|constats?|écarts?|hallazgos?|bevinding(?:en)?|incidents?|vorfälle?)(?!\p{L})/u;

function isEvent(words: string): boolean {
  return auditWords.test(words) || events.test(words);
}
