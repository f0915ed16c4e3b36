/** Whether a document is in force at all, and by which edition it says that it works. */
import type { Catalog, Standard } from '../../catalog/types.js';
import { possibleDates } from '../../dates/writtenDates.js';
import type { PolicyDocument } from '../../document.js';
import { documentTypeNamed } from '../../documentTypes/documentTypes.js';
import { crosswalkWords } from '../../references/past/pastWords.js';
import type { Snapshot } from '../../snapshot.js';
import { filledField, stateOf } from './fields.js';
import { lookUp } from './lookup.js';
import { openingOf } from './passage.js';
import { firstFrom, lineSpanAt } from './source.js';

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

const dayKey = /^(?:date|day|datum|tag|fecha|data|dag|giorno)$/i;

/** Whether the document is minutes or a report of a day before an edition was published: it cites the edition of that day. */
export function isRecordFromBefore({ published }: Standard, document: PolicyDocument, { settings }: Snapshot): boolean {
  const type = filledField(document, 'type')?.value;
  if (!published || !type) return false;
  // "audit report": the last word says what it is.
  const names = [type, type.trim().split(/\s+/).pop()!];
  if (!names.some((name) => documentTypeNamed(name, settings)?.name === 'record')) return false;
  const day = document.frontMatter?.scalars.find(({ path }) => path.length === 1 && dayKey.test(String(path[0])));
  const dates = day ? possibleDates(day.text) : [];
  return dates.length > 0 && dates.every((date) => date < published);
}

/**
 * Whether the document says up front that it is about the older edition: in front matter, its title, or a sentence before the
 * second heading that is not about the past. Where the newer edition is named there as well, no number may be of that.
 */
export function declaresOlder(old: Standard, newest: Standard, document: PolicyDocument, snapshot: Snapshot): boolean {
  const text = snapshot.textOf(document.path);
  if (text === null) return false;
  const isAbout =
    isInFrontMatter(old, document) || namesUpFront(old, document, text, isNamed(newest, document) ? 'older' : 'only');
  if (!isAbout) return false;
  const namesNewest = isInFrontMatter(newest, document) || namesUpFront(newest, document, text, 'newest');
  return !namesNewest || !hasNumbersOf(newest, document, snapshot.catalog);
}

function isNamed({ standard, edition }: Standard, { named }: PolicyDocument): boolean {
  return named?.some((one) => one.standard === standard && one.edition === edition) ?? false;
}

/**
 * Whether a sentence before the second heading is about an edition. `older`: in a document that names the newest one, too, a line that
 * ends in a colon speaks of what it leads to. `newest`: of it "Criteria: ISO/IEC 27001:2022. Sampled: A.8.15." is such a sentence.
 */
function namesUpFront(
  { standard, edition }: Standard,
  document: PolicyDocument,
  text: string,
  as: 'only' | 'older' | 'newest',
): boolean {
  const end = document.headings[1]?.span.start ?? document.length;
  return (document.named ?? []).some((one) => {
    if (one.standard !== standard || one.edition !== edition || one.span.start >= end) return false;
    const line = lineSpanAt(document, one.span.start);
    const after = text.slice(one.span.end, line.end);
    if (as === 'older' && after.trimEnd().endsWith(':')) return false;
    const first = document.references[firstFrom(document.references, line.start)];
    // "Guests sign in (ISO/IEC 27001:2013 A.12.6.1)" cites one number and says nothing of the document.
    const isCited = first && first.where !== 'heading' && first.span.start < line.end;
    if (isCited && !(as === 'newest' && /[.;] /.test(text.slice(one.span.end, first.span.start)))) return false;
    const before = text.slice(line.start, one.span.start);
    return !speaksOfThePast(before.slice(before.lastIndexOf('. ') + 1) + after.split(/[.;]/)[0]);
  });
}

const pastWords = wordsOf(
  'withdrawn transitioned transitioning used held expired ehemalige ehemaligen früheren wurde étions estuvimos éramos fomos',
);
/** "until 2025" is the past for whoever moved on, and "until 2027" the present for whoever has not. */
const untilWords = wordsOf('until since bis seit depuis jusqu hasta desde até fino dal tot sinds');

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Whether words say that they are about what was: "were certified to …", "früher", "replaces". */
export function speaksOfThePast(words: string): boolean {
  return lettersIn(words).some((word) => crosswalkWords.has(word) || pastWords.has(word));
}

/** Whether they name an end or a beginning: "until 2025", "since the transition". */
export function namesTerm(words: string): boolean {
  return lettersIn(words).some((word) => untilWords.has(word));
}

function lettersIn(words: string): readonly string[] {
  return words.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** Whether it cites numbers that only the newer edition has. */
export function hasNumbersOf(newest: Standard, document: PolicyDocument, catalog: Catalog): boolean {
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
