/** Which layers of evidence say nothing of a reference, however near they are: those of another form, of passing laws, of how to audit. */
import type { Catalog } from '../../catalog/types.js';
import type { DraftReference, Evidence } from '../draft.js';
import { isOtherSystem } from '../evidence/documentEvidence.js';
import { auditStandards, euAct, lawsNamed } from '../text/lexicon.js';
import type { NamedStandard } from '../text/standardNames.js';
import { findEditions, findInForce } from './lookup.js';

/**
 * "The guidance related to ISO/IEC 27002 in clause 6": a chapter of what builds on that standard; of the clauses those that the standard
 * itself has are its own.
 */
export function mayBeOfExtension(
  { isExtended, standards }: Evidence,
  draft: DraftReference,
  catalog: Catalog,
): boolean {
  if (!isExtended) return false;
  const isChapter = draft.members[0]!.parts.length === 1;
  return isChapter || standards.every(({ standard }) => findInForce(standard, draft, catalog) === null);
}

/** "Clauses are common to both" says nothing of controls, a standard at a control in a row nothing of clauses. */
export function isOfOtherForm({ by, joined, onlyFor }: Evidence, { form }: DraftReference): boolean {
  return form === 'clause' ? onlyFor === 'controls' : onlyFor === 'clauses' || (by === 'document' && joined);
}

/** Below "NEN 7510-2" the number is of that standard, although it has the titles of ours. */
export function isColumnOfOther({ isLabel, standards }: Evidence): boolean {
  return isLabel === true && standards.every(({ known, looksLikeIso }) => looksLikeIso && !known);
}

/**
 * "Method: ISO/IEC 27005 § 8.2. The Statement of Applicability (6.1.3 d) is kept.": what the sentence before names for a clause of its own
 * says nothing of the next one’s brackets, and no guideline asks for that statement, in the same sentence neither. Nor
 * is a clause of three numbers of it that a standard of the document has: "Risks: ISO/IEC 23894. The impact (clause
 * 6.1.4) …". Another management system has our clauses.
 */
export function isOfSentenceBefore(
  { by, ofAnother, standards }: Evidence,
  draft: DraftReference,
  catalog: Catalog,
): boolean {
  const isOurs = ({ standard }: NamedStandard): boolean => findInForce(standard, draft, catalog) !== null;
  const isDeep = draft.members[0]!.parts.length === 3 && draft.far.some((layer) => layer.standards.some(isOurs));
  const isApart = isDeep || draft.namesStatement || (ofAnother === 'before' && draft.isParenthesis);
  return (by === 'block' || (by === 'line' && draft.namesStatement)) && isApart && !standards.some(isOtherSystem);
}

/** In a manual after ISO 9001 a clause, or the bare number of a column, is one of ISO 9001; an id with a letter cannot be. */
export function isOfOtherSystem({ by, standards }: Evidence, { form, isBare }: DraftReference): boolean {
  return by === 'document' && (form === 'clause' || isBare) && standards.every(isOtherSystem);
}

/**
 * "Logs are kept (ISO 27001 A.8.15). Data is prepared (A.7.6)." in a text on ISO/IEC 42001: what is named for another
 * reference alone does not take the controls of the standard that the nearest of heads, headings, front matter and
 * title names. Clauses go on with it.
 */
export function isOfOwnStandard(layer: Evidence, draft: DraftReference, catalog: Catalog): boolean {
  if (draft.form !== 'annex') return false;
  const own = draft.far.find(({ standards, isFaint }) => !isFaint && standards.some(({ known }) => known));
  if (!own || own.standards.some(({ standard }) => layer.standards.some((one) => one.standard === standard)))
    return false;
  return own.standards.some(({ standard }) => findInForce(standard, draft, catalog) !== null);
}

/**
 * Below "PIMS and GDPR" a clause is none of the law, nor the number of a table below "It also supports Article 32
 * GDPR.": laws have articles.
 */
export function isPassingLaw({ by, isInPassing, ofPart, standards }: Evidence, { column }: DraftReference): boolean {
  // Those of the Commission have points, which people call clauses where a heading names the act.
  if (by === 'heading' && ofPart && standards.some(({ standard }) => standard === euAct)) return false;
  const isPassing = by === 'heading' || (isInPassing === true && column >= 0);
  return isPassing && standards.every(({ standard }) => lawsNamed.has(standard));
}

/**
 * "The audit followed ISO 19011 and covered clause 9.2 and A.8.13": not right beside it, a standard on auditing has no control, and no
 * clause that a standard farther away has.
 */
export function tellsHowToAudit(
  draft: DraftReference,
  layer: Evidence,
  workspace: Evidence,
  catalog: Catalog,
): boolean {
  if (layer.isLabel || !layer.standards.every(({ standard }) => auditStandards.has(standard))) return false;
  const isInProse = layer.isInPassing || draft.near.includes(layer);
  if (draft.form !== 'clause') return isInProse || layer.by !== 'line';
  return isInProse === true && existsFarther(draft, layer, workspace, catalog);
}

export function existsFarther(draft: DraftReference, layer: Evidence, workspace: Evidence, catalog: Catalog): boolean {
  const layers = [...draft.near, ...draft.far, workspace];
  return layers
    .slice(layers.indexOf(layer) + 1)
    .some((other) =>
      other.standards.some(
        (named) => named.known && findEditions(catalog, named.standard, null, draft, named.byCompanion).length > 0,
      ),
    );
}
