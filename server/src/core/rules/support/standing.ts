/** Whether a document is in force at all, and by which edition it says that it works. */
import type { Catalog, Standard } from '../../catalog/types.js';
import type { PolicyDocument } from '../../document.js';
import { stateOf } from './fields.js';
import { lookUp } from './lookup.js';
import { openingOf } from './passage.js';

/** A word or folder that says by itself that what bears it is no longer in force. */
const notInForce =
  'withdrawn|retired|obsolete|archived|superseded|zurückgezogen|außer kraft|archiviert|abrogée?|retirée?|archivée?|derogad[oa]|archivad[oa]|arquivad[oa]|revogad[oa]|ingetrokken|vervallen|gearchiveerd|ritirat[oa]|abrogat[oa]|archiviat[oa]|obsolète|obsolet[oa]';
const banner = new RegExp(
  [
    // A line of its own, or the first words of a line: "WITHDRAWN on 1 April", "Status: archived", "Retired on …".
    `(?:^|[.:!>|] )(?:status:? |this (?:document|policy|procedure|version|statement) (?:is|was|has been) |(?:dieses|diese) \\p{L}+ (?:ist|wurde) |ce(?:tte)? \\p{L}+ est |document |not in force[:,.]? )?(?:${notInForce})(?: on | since | by | and |[.,:!]|$| am | seit | le | depuis | el | em | op | il )`,
    "kept for (?:the record|reference|the archive)s? only|kept (?:for|in) the (?:record|archive)s?|(?:is )?no longer (?:in force|valid|in use|applicable)|nicht mehr (?:gültig|in kraft)|n'est plus (?:en vigueur|valable)|ya no está (?:en vigor|vigente)|não está mais em vigor|niet meer (?:geldig|van kracht)|non (?:è )?più in vigore",
  ].join('|'),
  'u',
);
const titleMark = new RegExp(`[([–—-] ?(?:${notInForce})[\\])]?$|^(?:${notInForce}):? `, 'u');
const archiveFolder =
  /(?:^|\/)(?:_?archived?|archives|archiv|archivos?|arquivos?|archivio|archief|obsolete|superseded|retired|withdrawn)\//i;

/**
 * Whether the document is a record of the past: by its status, by a banner at its beginning, by its title or by the folder
 * that it lies in. What it says is not to be brought up to date.
 */
export function isNotInForce(document: PolicyDocument, text: string | null): boolean {
  const state = stateOf(document);
  if (state === 'retired' || archiveFolder.test(document.path)) return true;
  if (state === 'in-force' || text === null) return false;
  const title = document.headings[0]?.text.toLowerCase().trim() ?? '';
  return titleMark.test(title) || banner.test(openingOf(document, text));
}

/**
 * Whether the document says up front that it is about the older edition: in front matter, its title, or before the second
 * heading. Where the newer edition is named there as well, its numbers have to agree.
 */
export function declaresOlder(old: Standard, newest: Standard, document: PolicyDocument, catalog: Catalog): boolean {
  const end = document.headings[1]?.span.start ?? document.length;
  const upFront = (edition: string) =>
    (document.named ?? []).some(
      (one) => one.standard === old.standard && one.edition === edition && one.span.start < end,
    );
  if (!upFront(old.edition) && !isInFrontMatter(old, document)) return false;
  return !upFront(newest.edition) || !hasNumbersOf(newest, document, catalog);
}

/** Whether it cites numbers that only the newer edition has. */
function hasNumbersOf(newest: Standard, document: PolicyDocument, catalog: Catalog): boolean {
  return document.references.some(
    (reference) =>
      reference.standard === newest.standard &&
      reference.edition === newest.edition &&
      !reference.isCrosswalk &&
      reference.kind === 'control' &&
      lookUp(reference, catalog).some(({ state }) => state === 'known'),
  );
}

/** `standard: ISO/IEC 27001:2013` */
export function isInFrontMatter({ standard, edition }: Standard, { frontMatter }: PolicyDocument): boolean {
  const name = new RegExp(`(?<!\\d)${standard}\\W{0,2}${edition}(?!\\d)`);
  return frontMatter?.scalars.some(({ text, path }) => name.test(text) || name.test(path.join(' '))) ?? false;
}
