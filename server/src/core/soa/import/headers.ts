/** The heads of the columns of a Statement of Applicability, in the languages and dialects in which people keep them. */
import { t } from '../../l10n.js';
import { plainWords } from '../../plainWords.js';
import type { DriverKind } from '../types.js';

/** What a column holds. Kinds with a question are settled by what stands below the head. */
export type ColumnMeaning =
  | 'id'
  | 'title'
  | 'standard'
  | 'applicable'
  | 'excluded'
  | 'justification'
  | 'justificationIncluded'
  | 'justificationExcluded'
  | 'drivers'
  | `driver:${DriverKind}`
  | 'status'
  | 'implementation'
  | 'owner'
  | 'documents'
  | 'evidence'
  | 'target'
  | 'decided'
  | 'decidedBy'
  | 'review'
  | 'expires'
  | 'source'
  | 'model'
  | 'supplier'
  | 'notes'
  | 'group'
  | 'text'
  | 'counter'
  | 'gaps'
  | 'exportedFrom'
  | 'id?title'
  | 'id?documents'
  | 'drivers?justification'
  | 'status?implementation';

const inclusion = /inclu|select|aufnahme|auswahl|einschl|anwendung|opname|applicab/;
const exclusion = /exclu|ausschl|ausgeschl|nichtanwend|nicht anwend|uitsluit|non applic|not applic|no aplic|omission/;
const reasons =
  /\bjustif|\bratio?nale|\breasons?\b|begrund|\bgrunde?\b|motiv|\braisons?\b|\brazon|\breden\b|toelichting|onderbouwing/;
const negative =
  /\bnot applicable|\bnon applicable|\bnicht anwendbar|\bno aplicable|\bno aplica\b|niet van toepassing|niet toepasselijk|\bexcluded?\b|\bexclusions?\b|\bexclus?\b|\bexcluidos?\b|ausgeschlossen|uitgesloten/g;
const applicable =
  /applicab|anwendbar|aplicab|\baplica\b|toepassel|van toepassing|\bincluded?\b|\binclus\b|\bincluidos?\b|\binclusion\b|\bin scope\b|einbezogen|zutreffend|relevan|\bselected\b|\bselection\b|ausgewahlt|\badopted\b/;
const date = /\bdate\b|datum|\bfecha\b|\btermin\b|\bdeadline\b|\bdue\b|frist|\bby when\b|\bwhen\b/;
const implementing = /implement|umsetz|umgesetzt|mise en (oeuvre|place)|mis en (oeuvre|place)|\bmetodo de aplicacion/;
const codes = /\b(lr|co|br|bp|rra|ra)\b.*\b(lr|co|br|bp|rra|ra)\b/;

const driverColumns: readonly (readonly [DriverKind, RegExp])[] = [
  [
    'risk',
    /^(rra?|risks?( (id|ids|ref|refs|reference|references|assessment|treatment|register|s))*|risiken|risiko( id)?|risques?|riesgos?|risico s?|results? of risk assessment)$/,
  ],
  [
    'legal',
    /^(lr|legal|laws?|regulatory|statutory|legal( and| or)? regulatory|(legal|regulatory) requirements?|legal( and| or)? regulatory requirements?|gesetzlich\w*|gesetze?|recht|legales?|requisitos legales|exigences? legales?|wettelijk\w*|wet( en regelgeving)?)$/,
  ],
  [
    'contractual',
    /^(co|contracts?|contractual|contractual (obligations?|requirements?)|customer requirements?|vertraglich\w*|vertrage?|contractuel\w*|contractuales?|contracten)$/,
  ],
  [
    'business',
    /^(br|br bp|business|business (requirements?|needs?)|business requirements? (and |or )?(adopted )?best practices?|geschaftlich\w*|geschaftsanforderung\w*|metier|negocio|zakelijk\w*)$/,
  ],
  ['baseline', /^(bp|baseline|best practices?|good practices?|bewahrte praxis)$/],
];

const rules: readonly (readonly [ColumnMeaning, (words: string) => boolean])[] = [
  [
    'counter',
    (words) => /^(lfd nr|lfd|row|row number|s no|sl no|sr no|serial|item|line|zeile|n°|index|sno)$/.test(words),
  ],
  ['exportedFrom', (words) => words === 'exported from'],
  ['gaps', (words) => /^(gaps found|findings of clausemark)$/.test(words)],
  [
    'justification',
    (words) => reasons.test(words) && inclusion.test(words.replace(exclusion, '')) && exclusion.test(words),
  ],
  ['justificationExcluded', (words) => (reasons.test(words) || /remark|bemerk/.test(words)) && exclusion.test(words)],
  [
    'drivers?justification',
    (words) =>
      (reasons.test(words) && codes.test(words)) ||
      /^reasons?( for)?( the)? (selection|inclusion|control selection)$|^selected controls and reasons/.test(words),
  ],
  ['justificationIncluded', (words) => reasons.test(words) && inclusion.test(words)],
  [
    'drivers',
    (words) =>
      /^(drivers?|treiber|moteurs?|factores|source of (the )?requirements?|basis|basis for (selection|inclusion)|grundlage|origin|herkunft|inclusion reasons?|lr co br( bp)? rra)$/.test(
        words,
      ),
  ],
  ['drivers?justification', (words) => /^(reasons?|grunde?|raisons?|razones|redenen)$/.test(words)],
  ['justification', (words) => reasons.test(words)],
  [
    'decidedBy',
    (words) =>
      /\b(approved|decided|authorised|authorized|accepted|signed off|freigegeben|genehmigt|entschieden|goedgekeurd|besloten|aprobado|decidido) (by|von|door|por)\b|approuve par|decide par|^approver$|^freigeber$/.test(
        words,
      ),
  ],
  [
    'target',
    (words) =>
      /target|ziel(datum|termin)|geplant bis|planned (date|for|by|completion)|\bdue\b|\bdeadline\b|echeance|fecha (objetivo|prevista|limite)|streefdatum|gepland|completion date|\bby when\b/.test(
        words,
      ),
  ],
  ['expires', (words) => /^exclusion ends$|\bexpir(es|y|ation)\b|gultig bis|caduca|geldig tot/.test(words)],
  ['source', (words) => words === 'source'],
  [
    'review',
    (words) =>
      /(next |last )?review (date|due|on|by)|^(next )?review$|uberpruf|revisions?datum|fecha de revision|date de (revue|revision)|herzien|beoordelingsdatum/.test(
        words,
      ) && !/^last /.test(words),
  ],
  [
    'decided',
    (words) =>
      /^(decided( on)?|decision date|date (of )?decision|date decided|approved on|approval date|date approved|entschieden am|datum der entscheidung|entscheidungsdatum|freigabedatum|besloten op|fecha de decision|date de decision)$/.test(
        words,
      ),
  ],
  [
    'owner',
    (words) =>
      /owner|responsib|accountab|verantwort|zustandig|eigentumer|proprietaire|responsable|pilote|eigenaar|propietario|titular/.test(
        words,
      ),
  ],
  [
    'supplier',
    (words) =>
      /^(supplier|provider|vendor|lieferant|anbieter|dienstleister|fournisseur|proveedor|leverancier)( name)?$/.test(
        words,
      ),
  ],
  ['model', (words) => /^(model|responsibility model|inheritance|control (type of )?inheritance|modell)$/.test(words)],
  [
    'status',
    (words) =>
      implementing.test(words) &&
      /status|\bstate\b|\bstand\b|stand$|grad$|\blevel\b|\bestado|\bstatut|\betat\b/.test(words),
  ],
  [
    'evidence',
    (words) =>
      /evidence|nachweis|\bbelege?\b|preuve|evidencia|bewijs|\bproofs?\b|\brecords?\b|aufzeichnung/.test(words),
  ],
  [
    'implementation',
    (words) =>
      implementing.test(words) &&
      /descri|beschr|detail|overview|how|method|metho|notes|summary|\bwie\b|comment/.test(words),
  ],
  [
    'status',
    (words) =>
      /^(status|state|stand|estado|statut|etat|progress|fortschritt|voortgang)$/.test(words) ||
      (/\bstatus\b|\bstatut\b|\bestado\b/.test(words) && !/document|dokument/.test(words)),
  ],
  [
    'status',
    (words) =>
      !date.test(words) &&
      /\bimplemented\b|\bumgesetzt\b|\bimplementad[oa]s?\b|\bmis en (oeuvre|place)\b|geimplementeerd/.test(words),
  ],
  [
    'status?implementation',
    (words) => /^(control )?implementation$|^umsetzung$|^implementacion$|^implementatie$|^mise en oeuvre$/.test(words),
  ],
  [
    'implementation',
    (words) =>
      /^(how|how implemented|current controls?|controls? in place|implementation measures?|massnahmen|umsetzungsmassnahmen|description of implementation)$/.test(
        words,
      ),
  ],
  [
    'documents',
    (words) =>
      /document|dokument|polic(y|ies)|procedure|prozedur|richtlinie|politi|beleid|procedimiento|\blinks?\b|verweis|where (is it )?(described|documented)/.test(
        words,
      ),
  ],
  [
    'text',
    (words) =>
      /^(control|iso|annex a|requirement|clause) (text|description|requirements?|statement)$|^(kontrolltext|anforderungstext)$/.test(
        words,
      ),
  ],
  ['applicable', (words) => applicable.test(words.replace(negative, ' '))],
  ['excluded', (words) => new RegExp(negative.source).test(words)],
  [
    'standard',
    (words) => /^(standards?|norme?n?|norma|framework|source standard|regelwerk|normes?|iso standard)$/.test(words),
  ],
  [
    'id?documents',
    (words) => /^(refs?|references?|referenz(en)?|referencias?|verwijzing|iso ref(erence)?)$/.test(words),
  ],
  [
    'id',
    (words) =>
      /^(control |controls |annex a |iso |iso iec |soa |clause |anhang a |massnahmen? |massnahmen |kontroll |mesure |medida |maatregel |beheersmaatregel |27001 |requirement )*(ids?|refs?|references?|no|nr|num|number|nummer|numero|identifier|code|kennung|identifiant|identificador|n|sec|section|abschnitt|control id)( annex a)?$/.test(
        words,
      ),
  ],
  [
    'id',
    (words) =>
      /^(iso( iec)? ?)?(27001|27701|42001)?( ?\d{4})?( ?annex a| ?anhang a| ?anexo a| ?annexe a| ?bijlage a)( controls?| ref(erence)?| control (id|ref|reference|number|no))?$/.test(
        words,
      ),
  ],
  [
    'id',
    (words) =>
      /^(kontrollid|controlid|controlref|soa id|clause|klausel|clausula|annex a control( id| ref| no)?)$/.test(words),
  ],
  [
    'id?title',
    (words) =>
      /^(controls?|kontrollen?|massnahmen?|control massnahme|mesures?|medidas?|controles?|maatregel(en)?|beheersmaatregel(en)?|requirement|anforderung|annex a controls?|iso controls?)$/.test(
        words,
      ),
  ],
  [
    'title',
    (words) =>
      /\b(title|name|titel|titulo|intitule|libelle|nom|nombre|naam|bezeichnung|benaming|kontrollname|objective control|control objective control)\b|controlname|name$/.test(
        words,
      ),
  ],
  [
    'notes',
    (words) =>
      /^(notes?|comments?|remarks?|observations?|bemerkung(en)?|anmerkung(en)?|kommentare?|hinweise?|remarques?|commentaires?|observacion(es)?|notas?|comentarios?|opmerking(en)?|additional information|gaps?|actions?|next steps?)$/.test(
        words,
      ),
  ],
  [
    'group',
    (words) =>
      /^(control )?(theme|themes|thema|categor(y|ies)|kategorie|domain|domane|bereich|areas?|groups?|gruppe|famil(y|ies)|attributes?|type|typ|objectives?|chapter|kapitel|control categor(y|ies)|catégorie|categorie|categoria|tema|theme|dominio|domaine|domein|annex a theme|section title)$/.test(
        words,
      ),
  ],
];

/** What a column is for, by its head; null for a head that we do not know. Upper and lower case, accents and marks do not matter. */
export function meaningOfHeader(text: string): ColumnMeaning | null {
  if (text.length > 200) return null;
  if (/^\s*(#|№|nr\.?|n°|no\.?)\s*$/i.test(text)) return 'counter';
  const words = plainWords(text.replace(/([a-z])([A-Z])/g, '$1 $2'));
  if (words === '') return null;
  for (const [kind, pattern] of driverColumns) if (pattern.test(words)) return `driver:${kind}`;
  return rules.find(([, matches]) => matches(words))?.[0] ?? null;
}

/** What a column was taken for, as the report says it. */
export const meaningLabels: Readonly<Record<Exclude<ColumnMeaning, `${string}?${string}`>, () => string>> = {
  id: () => t('the id of the control'),
  title: () => t('the title of the control (compared with the standard, not copied)'),
  standard: () => t('the standard'),
  applicable: () => t('whether the control applies'),
  excluded: () => t('a mark where the control does not apply'),
  justification: () => t('the justification'),
  justificationIncluded: () => t('the justification where the control applies'),
  justificationExcluded: () => t('the justification where it does not apply'),
  drivers: () => t('the drivers (risk, legal, contractual, business, baseline)'),
  'driver:risk': () => t('the driver “risk”'),
  'driver:legal': () => t('the driver “legal”'),
  'driver:contractual': () => t('the driver “contractual”'),
  'driver:business': () => t('the driver “business”'),
  'driver:baseline': () => t('the driver “baseline”'),
  status: () => t('how far it is implemented'),
  implementation: () => t('how it is implemented'),
  owner: () => t('the owner'),
  documents: () => t('the documents'),
  evidence: () => t('the evidence'),
  target: () => t('the target date'),
  decided: () => t('the date of the decision'),
  decidedBy: () => t('who decided'),
  review: () => t('the date of the next review'),
  expires: () => t('the day on which an exclusion ends'),
  source: () => t('where a control of your own comes from'),
  model: () => t('who implements it (direct, shared, inherited)'),
  supplier: () => t('the supplier'),
  notes: () => t('notes'),
  group: () => t('the theme or category; left out, since it follows from the id'),
  text: () => t('the wording of the control; left out, since it is the standard’s'),
  counter: () => t('a running number; left out'),
  gaps: () => t('gaps; left out, since they are found anew'),
  exportedFrom: () => t('the statement that the file was exported from; left out'),
};
