/** What the fields of document control are called in the languages we read, beyond the keys that the settings name. */
import type { FieldName } from './document.js';
import { plainWords } from './plainWords.js';

/** Split at `|`; without regard to case and accents. Words that mean other things elsewhere are left out. */
const labels: Readonly<Record<FieldName, string>> = {
  id:
    'policy number|policy no|policy ref|procedure number|document no|document ref|doc no|doc ref|dokument id|dok id|dok nr|berichtsnummer|dokumenten id|dokumentnummer|dokumentennummer|dokumenten nr|dokument nr|dokumentenkennung|référence du document|' +
    'numéro du document|identifiant du document|código del documento|código do documento|código|codice|kennung|documentnummer|codice documento|' +
    'codice del documento',
  title: 'doc title|titel|dokumententitel|titre|título|titolo',
  type: 'tipo|dokumenttyp|dokumentart|dokumententyp|type de document|tipo de documento|documenttype|tipo di documento',
  owner:
    'doc owner|page owner|content owner|responsible official|responsible officer|responsible office|responsible executive|policy steward|eigentümer|eigentümerin|dokumenteneigentümer|dokumentenverantwortlicher|dokumentenverantwortliche|verantwortlich|' +
    'verantwortlicher|verantwortliche|propriétaire|propriétaire du document|responsable du document|propietario|' +
    'propietario del documento|responsable del documento|responsable|responsabile|responsável|proprietário|proprietário do documento|responsável pelo documento|' +
    'eigenaar|documenteigenaar|proprietario|proprietario del documento|responsabile del documento',
  version:
    'doc version|version no|version number|rev no|revision no|revision number|issue no|revisionsnummer|rev nr|ver|fassung|dokumentenversion|revisionsstand|révision|versión|versão|versie|versione|revisione|rev',
  status:
    'doc status|dokumentenstatus|dokumentstatus|statut|statut du document|état|estado|estado del documento|estado do documento|situação|' +
    'documentstatus|stato|stato del documento',
  classification:
    'klassifizierung|klassifikation|einstufung|vertraulichkeit|vertraulichkeitsstufe|confidentialité|' +
    'niveau de confidentialité|clasificación|confidencialidad|classificação|confidencialidade|classificatie|' +
    'vertrouwelijkheid|classificazione|riservatezza',
  approvedBy:
    'document approved by|authorised by|authorized by|signed off by|freigegeben von|freigegeben durch|freigabe durch|' +
    'freigabe von|genehmigt von|genehmigt durch|genehmigung durch|approuvé par|approuvée par|validé par|approbateur|' +
    'aprobado por|aprobada por|aprovado por|aprovada por|goedgekeurd door|vastgesteld door|approvato da|approvata da|approvato dalla|' +
    'approvata dalla',
  approved:
    'date of approval|approved date|approved on|approuvée le|aprobada el|aprovada em|approvata il|freigegeben am|freigabedatum|freigabe am|datum der freigabe|genehmigt am|' +
    'genehmigungsdatum|datum der genehmigung|freigegeben|freigabe|genehmigt|genehmigung|approuvé le|date d approbation|' +
    'approuvé|approuvée|approbation|aprobado el|fecha de aprobación|aprobado|aprobada|aprobación|aprovado em|' +
    'data de aprovação|data da aprovação|aprovado|aprovada|aprovação|goedgekeurd op|datum goedkeuring|goedkeuringsdatum|' +
    'goedgekeurd|goedkeuring|vastgesteld op|vaststellingsdatum|datum vaststelling|vastgesteld|approvato il|data di approvazione|data approvazione|approvato|approvata|approvazione|gültig ab|' +
    'in kraft seit|date d entrée en vigueur|fecha de entrada en vigor|data de entrada em vigor|ingangsdatum|in vigore dal',
  nextReview:
    'date of next review|next review due|review by|nächste überprüfung|nächste prüfung|nächste revision|nächster review|' +
    'nächste überarbeitung|wiedervorlage|prochaine révision|prochaine revue|date de la prochaine révision|' +
    'date de la prochaine revue|próxima revisión|fecha de la próxima revisión|próxima revisão|data da próxima revisão|' +
    'volgende herziening|volgende beoordeling|volgende review|prossimo riesame|prossima revisione|data del prossimo riesame',
};

/** The same in languages of which we know no more than these words: where they stand, other labels may be unknown ones. */
const furtherLabels: Partial<Readonly<Record<FieldName, string>>> = {
  owner: 'dokumentejer|ejer|dokumentägare|ägare|dokumenteier|eier|omistaja|właściciel|vlastník|pemilik',
  version: 'versjon|utgåva|versio|wersja|verze',
  status: 'tila|stav',
  approvedBy: 'godkendt af|godkänd av|fastställd av|godkjent av|hyväksyjä|zatwierdził|schválil',
  approved: 'godkendt|godkendt dato|godkänd|fastställd|godkjent|godkjent dato|hyväksytty|data zatwierdzenia|schváleno',
  nextReview:
    'næste revision|nästa översyn|nästa granskning|neste revisjon|seuraava katselmointi|następny przegląd|příští revize',
};

const byWords = new Map<string, FieldName>();
const further = new Set<string>();
for (const [name, words] of Object.entries(labels)) addWords(byWords, words, name as FieldName);
for (const [words, name] of [...byWords]) {
  // `fecha_aprobación`, `date_approbation`: keys leave small words out.
  const short = words.replace(/ (?:(?:de|du|del|della|di|do|da|des|der|la|d|l) )+/, ' ');
  if (!byWords.has(short)) byWords.set(short, name);
}
for (const [name, words] of Object.entries(furtherLabels)) {
  for (const word of words.split('|')) further.add(plainWords(word));
  addWords(byWords, words, name as FieldName);
}

function addWords(all: Map<string, FieldName>, words: string, name: FieldName): void {
  for (const word of words.split('|')) {
    all.set(plainWords(word), name);
    all.set(plainWords(withoutUmlauts(word)), name);
  }
}

/** Whether a label that means a field is one of a language of which we know little else. */
export function isFurtherLabel(label: string): boolean {
  return further.has(plainWords(label));
}

/** `naechste_ueberpruefung`: keys are often written without umlauts. */
function withoutUmlauts(word: string): string {
  return word.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue');
}

/** The field that a label or key means in one of the other languages; undefined for other words. */
export function fieldCalled(label: string): FieldName | undefined {
  return byWords.get(plainWords(label));
}

/** `Approved on 30 January 2026 by the board`: the words that open such a sentence, before the day. */
export const approvedOnWords =
  /^(?:approved on|freigegeben am|genehmigt am|approuvée? le|aprobad[oa] el|aprovad[oa] em|goedgekeurd op|approvat[oa] il)(?= \d)/i;

/** `Approved by the board`, without a colon: the words that open such a line and name the approver after them. */
export const approvedByWords =
  /^(?:approved by|authori[sz]ed by|signed off by|freigegeben (?:von|durch)|genehmigt (?:von|durch)|approuvée? par|aprobad[oa] por|aprovad[oa] por|goedgekeurd door|approvat[oa] d(?:a|al|alla|all'))(?= )/i;

/** `Residual risks approved by:`: a label that ends so names, in the part of a form that is its approval, who approved the whole. */
const endsApprovedBy =
  /(?:^| )(?:approved by|authori[sz]ed by|signed off by|(?:freigegeben|genehmigt) (?:von|durch)|(?:approuve|valide)e?s? par|aprobad[oa]s? por|aprovad[oa]s? por|goedgekeurd door|approvat[oaie] d(?:a|al|alla|all))$/;

/** Whether a label says of part of a document who approved it. */
export function asksApprover(label: string): boolean {
  return endsApprovedBy.test(plainWords(label));
}

/** What a heading or bold line over a list of fields says, in the languages that references are read in. */
const controlWords =
  /\b(?:document|policy)\s+(?:control|information|info|details|properties|data|metadata)\b|\bmetadata\b|\bdokument(?:en)?(?:lenkung|steuerung|kontrolle|information|daten)|\b(?:contr[ôo]le|informations?) (?:du|sur le) document\b|\bcontrol(?:e)? (?:del?|do) documento\b|\bdocumentbeheer\b|\bcontrollo del documento\b/i;

/** Whether the head of a column names the document itself, by its kind or its number. */
export function namesDocument(head: string): boolean {
  return /\b(?:do[ck]|poli[ct]|polít|richtlinie)/i.test(head);
}

/** Whether a heading or line is one of document control. */
export function namesControl(line: string): boolean {
  return controlWords.test(line);
}

const approvalWords = wordSet(
  'approval approvals approved signoff signoffs off signature signatures authorisation authorization freigabe freigaben ' +
    'dokumentenfreigabe dokumentfreigabe genehmigung genehmigungen unterschrift unterschriften approbation approbations validation ' +
    'aprobacion aprobaciones firmas aprovacao aprovacoes assinaturas goedkeuring ondertekening handtekeningen approvazione ' +
    'approvazioni firme',
);
const historyWords = wordSet(
  'review reviews revision revisions history historie versions version versionen historie dokumentenhistorie dokumenthistorie versionshistorie ' +
    'anderungshistorie uberprufung prufung historique revue versiones historial revisao versoes historico herziening ' +
    'versiebeheer anderungsverlauf revisie revisioni versioni cronologia riesame',
);
const changeWords = wordSet(
  'change changes changelog log anderung anderungen anderungsverzeichnis anderungsnachweis modifications cambios alteracoes ' +
    'wijzigingen wijzigingshistorie modifiche',
);
const fillingWords = wordSet(
  'document documents policy procedure management final sign record records page block status details dates and of the dokument dokuments ' +
    'richtlinie und der des du de la le les des et documento politica del do da di y e en het beleid van',
);

/** "Step 7: Sign off and record outcomes": what the parts of a form that end in an approval are called beside it. */
const stepWords = wordSet(
  'step outcomes results schritt ergebnisse etape resultats paso resultados etapa stap resultaten passo risultati',
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

const isNumber = /^\d*$/;

/**
 * What a heading or bold line announces that consists of nothing but such words: who approved (`8. Approval & Review`), or what
 * changed when and was reviewed (`Revision history`), or only that something did (`Change log`); null for all others (`Approval of
 * changes`).
 */
export function signOffNamedBy(line: string): 'approval' | 'history' | 'changes' | null {
  if (line.length > 80) return null;
  const isKnown = (word: string) =>
    approvalWords.has(word) || historyWords.has(word) || fillingWords.has(word) || isNumber.test(word);
  const all = plainWords(line).split(' ');
  if (all.some((word) => changeWords.has(word)))
    return all.every((word) => changeWords.has(word) || (isKnown(word) && !approvalWords.has(word))) ? 'changes' : null;
  if (!all.every((word) => isKnown(word) || stepWords.has(word))) return null;
  const words = all.filter((word) => !isNumber.test(word));
  if (words.length === 0 || words.length > 7) return null;
  if (words.some((word) => approvalWords.has(word))) return 'approval';
  return words.some((word) => historyWords.has(word)) && words.every(isKnown) ? 'history' : null;
}
