/** Document control fields: what counts as filled in, and what a status means. */

import { type ControlField, type FieldName, fieldOf, type PolicyDocument } from '../../document.js';
import { isFurtherLabel } from '../../fieldWords.js';
import { t } from '../../l10n.js';
import { isInOtherLanguage } from '../../language.js';
import { plainWords } from '../../plainWords.js';
import type { Snapshot } from '../../snapshot.js';

const fieldWords: Readonly<Record<FieldName, () => string>> = {
  id: () => t('document id'),
  title: () => t('title'),
  type: () => t('document type'),
  owner: () => t('owner'),
  version: () => t('version'),
  status: () => t('status'),
  classification: () => t('classification'),
  approvedBy: () => t('approver'),
  approved: () => t('approval date'),
  nextReview: () => t('next review date'),
};

/** The field as a compliance officer calls it. */
export function fieldWord(name: FieldName): string {
  return fieldWords[name]();
}

/** `{{version}}`, `${date}`: a template that has not been filled in. */
export function isTemplateValue(value: string): boolean {
  return /\{\{|\$\{|<%|\{%/.test(value);
}

/** A document most of whose fields are still to be filled in: a template, in which nothing is missing. */
export function isTemplate(document: PolicyDocument): boolean {
  const open = document.fields.filter(
    (field) => isTemplateValue(field.value) || /^[[<].*[\]>]$/.test(field.value.trim()),
  );
  return open.length > 0 && open.length * 2 >= document.fields.length;
}

/** A value that says nothing yet: empty, `TBD`, `-`, `[date]`, `YYYY-MM-DD`. */
export function isPlaceholder(value: string): boolean {
  const trimmed = value.trim();
  if (isTemplateValue(trimmed)) return true;
  return /^(?:|tbd|tba|tbc|todo|to be (?:defined|determined|confirmed|completed)|n\/?a|none|null|~|[-–—_.…?]+|_{3,}.*|x{2,}.*|y{4}.*|d{2}.*y{4}|[[<(].*[\])>]|v?x\.[xy])$/i.test(
    trimmed,
  );
}

/** The field where it holds a real value. */
export function filledField(document: PolicyDocument, name: FieldName): ControlField | undefined {
  const field = fieldOf(document, name);
  return field && !isPlaceholder(field.value) ? field : undefined;
}

/**
 * Status values are compared without case and signs round them (`✅ Approved`), without the number of a version behind them
 * (`Released (R2)`), and with spaces and underscores read as hyphens.
 */
export function normaliseStatus(value: string): string {
  return value
    .replace(/\s*\((?:[a-z]{1,3}[ .]?)?\d[\d.]*\)\s*$/i, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

const inForceWords = statusWords(
  'approved, published, active, effective, in-force, final, released, current, live, freigegeben, genehmigt, gültig, in-kraft, ' +
    'veröffentlicht, approuvé, approuvée, en-vigueur, publié, aprobado, aprobada, vigente, en-vigor, aprovado, aprovada, em-vigor, ' +
    'goedgekeurd, vastgesteld, van-kracht, definitief, approvato, approvata, in-vigore, ' +
    // Of decision records.
    'accepted, angenommen, accepté, acceptée, aceptado, aceptada, aceite, geaccepteerd, accettato, accettata, ' +
    // Of languages whose texts we do not read otherwise.
    'godkendt, gældende, godkänd, fastställd, gällande, godkjent, gjeldende, hyväksytty, voimassa, zatwierdzony, disetujui',
);
const retiredWords = statusWords(
  'retired, withdrawn, obsolete, archived, superseded, replaced, expired, deprecated, zurückgezogen, außer-kraft, ungültig, obsolet, ' +
    'archiviert, ersetzt, abgelöst, abrogé, abrogée, retiré, retirée, obsolète, archivé, archivée, derogado, derogada, retirado, ' +
    'retirada, obsoleto, obsoleta, archivado, archivada, revogado, revogada, arquivado, arquivada, vervallen, ingetrokken, ' +
    'gearchiveerd, ritirato, ritirata, revocato, revocata, archiviato, archiviata, remplacé, remplacée, reemplazado, reemplazada, ' +
    'sustituido, sustituida, substituído, substituída, vervangen, sostituito, sostituita, udgået, upphävd, utgått, kumottu, ' +
    // A proposal that was turned down is kept as a record, and nothing rests on it.
    'rejected, abgelehnt, verworfen, rejeté, rejetée, rechazado, rechazada, rejeitado, rejeitada, afgewezen, respinto, respinta',
);
const reviewWords = statusWords(
  'in-review, under-review, review, pending, pending-approval, for-approval, in-prüfung, in-abstimmung, zur-freigabe, en-revue, ' +
    'en-validation, en-revisión, em-revisão, in-beoordeling, in-revisione',
);
const draftWords = new Set([
  ...reviewWords,
  ...statusWords(
    'draft, in-draft, in-progress, wip, proposed, entwurf, in-bearbeitung, brouillon, projet, borrador, rascunho, concept, ' +
      'ontwerp, bozza, utkast, udkast, kladde, luonnos, szkic, návrh',
  ),
]);

/** Both with and without accents. */
function statusWords(words: string): ReadonlySet<string> {
  const all = words.split(', ').flatMap((word) => [word, plainWords(word).replace(/ /g, '-')]);
  return new Set(all);
}

export type DocumentState = 'in-force' | 'draft' | 'retired' | 'unknown';

/** What the status field says of the document, in the words that people use for it; `unknown` without one. */
export function stateOf(document: PolicyDocument): DocumentState {
  const field = filledField(document, 'status');
  return field ? stateCalled(field.value) : 'unknown';
}

/** `superseded by ADR-0020`, `ersetzt durch …`, `withdrawn (see POL-7)`: what came instead, behind the status. */
const goesOn = /^([\p{L}-]+?)(?:-(?:by|durch|von|par|por|door|da|dal|dalla|with|in-favou?r-of)-|-?[,;:([])/u;

/** What a status means in the words that people use for it. */
export function stateCalled(value: string): DocumentState {
  const status = normaliseStatus(value);
  if (inForceWords.has(status)) return 'in-force';
  if (retiredWords.has(status) || retiredWords.has(goesOn.exec(status)?.[1] ?? '')) return 'retired';
  return draftWords.has(status) ? 'draft' : 'unknown';
}

/** Which of our own words for a status is meant by those that people use; null for any other text. */
export function statusCalled(value: string): 'draft' | 'in-review' | 'approved' | 'retired' | null {
  if (reviewWords.has(normaliseStatus(value))) return 'in-review';
  const state = stateCalled(value);
  return state === 'in-force' ? 'approved' : state === 'unknown' ? null : state;
}

/** Whether a draft is finished by its writer and waits for review or approval. */
export function isInReview(document: PolicyDocument): boolean {
  return reviewWords.has(normaliseStatus(filledField(document, 'status')?.value ?? ''));
}

/** Whether the document is in a language of which we do not know what its fields, states and sections are called. */
export function hasUnknownWords(document: PolicyDocument, snapshot: Snapshot): boolean {
  if (document.fields.some(hasFurtherLabel)) return true;
  const text = snapshot.textOf(document.path);
  return text !== null && isInOtherLanguage(text);
}

function hasFurtherLabel({ key }: ControlField): boolean {
  return key !== undefined && isFurtherLabel(key);
}

const namingFields = ['owner', 'approvedBy', 'approved', 'nextReview'] as const;

/** The same, unless it has a field under a label that we know: the others would then be called so, too. */
export function hasUnknownLabels(document: PolicyDocument, snapshot: Snapshot): boolean {
  const isKnown = namingFields.some((name) => {
    const field = fieldOf(document, name);
    return field && !hasFurtherLabel(field);
  });
  return !isKnown && hasUnknownWords(document, snapshot);
}

/**
 * Whether the document is kept as a controlled document at all: it tags controls, or has at least two fields of document
 * control beside its title. Notes and README files are left alone.
 */
export function isControlledDocument(document: PolicyDocument): boolean {
  if (isFinding(document)) return false;
  const names = new Set(document.fields.map((field) => field.name));
  names.delete('title');
  names.delete('type');
  return names.size >= 2 || document.references.some((reference) => reference.isTag);
}

/** "CAR-7", "Nonconformity NC-12", "Abweichung Nr. 3" */
const namesFinding =
  /\b(?:CAR|NCR?|CAPA|OFI)[- ]?\d|^(?:corrective action re|(?:non-?conformit.+|finding|abweichung|feststellung) (?:nr\. )?\d)/i;

/** Whether the document is the record of one nonconformity, finding or corrective action, as its title or first heading says. */
export function isFinding(document: PolicyDocument): boolean {
  return namesFinding.test(filledField(document, 'title')?.value ?? document.headings[0]?.text ?? '');
}
