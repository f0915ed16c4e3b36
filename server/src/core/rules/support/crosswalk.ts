/** Lines that tell the reader themselves what became of an old number. */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import { crosswalkWords } from '../../references/past/pastWords.js';
import { nowWords } from '../../references/text/lexicon.js';
import { lineAt } from '../../text.js';
import { entriesBelow, groupsOfHeirs, successorsOf } from './editions.js';
import { lookUp } from './lookup.js';
import { behindNoOrdinal } from './passage.js';
import { lineSpanAt } from './source.js';
import { isGroup } from './superseded.js';

/** References farther away on one line say nothing that the nearest did not. */
const mostNeighbours = 20;

/**
 * Whether the sentence of a reference (in a table its row) names what one of its withdrawn entries became: "Keys follow
 * A.10.1.2" is not explained by a sentence before it.
 * @param index of the reference in the document
 */
function namesSuccessorBeside(
  entries: readonly CatalogEntry[],
  newest: Standard,
  index: number,
  document: PolicyDocument,
  text: string | null,
  catalog: Catalog,
): boolean {
  const { references, lineStarts } = document;
  const own = references[index]!;
  const line = lineAt(lineStarts, own.span.start);
  const isSuccessor = successorTest(entries, newest, catalog);
  const becameSeveral = new Set(entries.flatMap((entry) => successorsOf(entry, newest, catalog))).size > 1;
  const isInSentence = (other: Reference): boolean => {
    if (text === null || own.where === 'table') return true;
    const [first, second] = own.span.start < other.span.start ? [own, other] : [other, own];
    const between = text.slice(first.span.end, second.span.start);
    if (becameSeveral && isOfItsOwn(between)) return false;
    return !otherSentence.test(between) || (first === own && tellsNumberNow.test(between));
  };
  for (const step of [-1, 1]) {
    for (let i = index + step; Math.abs(i - index) < mostNeighbours; i += step) {
      const other = references[i];
      if (!other || lineAt(lineStarts, other.span.start) !== line) break;
      if (isSuccessor(other) && isInSentence(other)) return true;
    }
  }
  return false;
}

/**
 * "Weaknesses follow A.8.8, audits A.18.2.3": what became several controls is not explained by one of them that the sentence names for
 * another subject.
 */
function isOfItsOwn(between: string): boolean {
  if (between.length > longestBetween || listSeparator.test(between) || !otherSubject.test(between)) return false;
  return !between
    .toLowerCase()
    .match(/\p{L}+/gu)!
    .some(
      (word) =>
        crosswalkWords.has(word) ||
        nowWords.has(word) ||
        /^(?:is|are|as|ist|sind|als|est|son|same|new|old|became|wurde)$/.test(word),
    );
}

const otherSentence = new RegExp(`[.!?]${behindNoOrdinal}["”)]*\\s+["“(]*\\p{Lu}`, 'u');
/** In UTF-16 units; what stands farther apart in a line is no short sentence. */
const longestBetween = 200;
const otherSubject = /^\)?[\p{L}\s-]*(?:[,;]|\s(?:and|und|et|y)\s)[\p{L}\s,-]*\p{L}[\s(]*$/u;

/** Between a number and the next sentence’s: "The slides cite A.7.3.9. It is now A.1.3.10." */
const tellsNumberNow =
  /^(?:\s*\([^()]{3,90}\))?[^\p{L}\d]{0,4}[.!]["”)]*\s+["“(]*(?:(?:it|this|that|this one|das|dies|er|sie|es|ce|cela|c['’]|él|esto|eso|ela|ele|isso|isto|dit|dat|het|esso|questo|oggi|heute|today|now)['’]?\s*)(?:(?:it|this|das|dies|is|has|since|became|becomes|been|called|numbered|renumbered|now|today|to|as|the|control|number|ist|heißt|wurde|jetzt|heute|nun|inzwischen|die|zu|maßnahme|nummer|est|devenue?|désormais|maintenant|aujourd['’]hui|la|le|mesure|es|ahora|hoy|el|é|agora|hoje|o|nu|vandaag|è|ora|oggi|il|annex)[\s:]+)+$/iu;

/** The same, where the text says what became of the number rather than listing old and new as if both were in force. */
export function explainsItself(
  entries: readonly CatalogEntry[],
  newest: Standard,
  index: number,
  document: PolicyDocument,
  text: string | null,
  catalog: Catalog,
): boolean {
  const { references } = document;
  if (movesOn(entries, newest, references[index]!, references[index + 1], text, catalog)) return true;
  return (
    namesSuccessorBeside(entries, newest, index, document, text, catalog) &&
    !listedSuccessor(entries, newest, index, document, text, catalog)
  );
}

/**
 * `A.10 → A.8.24`, `A.15 (now A.5.19–A.5.23)`: a group has no successor of its own, and many a control of today is of one of its. Only what
 * the text says it became explains it.
 */
function movesOn(
  entries: readonly CatalogEntry[],
  newest: Standard,
  own: Reference,
  next: Reference | undefined,
  text: string | null,
  catalog: Catalog,
): boolean {
  if (text === null || next === undefined || next.span.start - own.span.end > longestMove || !entries.every(isGroup))
    return false;
  if (!leadsOn.test(text.slice(own.span.end, next.span.start))) return false;
  const below = entries.flatMap((entry) => [...entriesBelow(entry, catalog), ...groupsOfHeirs(entry, newest, catalog)]);
  return successorTest(below, newest, catalog)(next);
}

/** In characters: ` Supplier relationships (now Annex `. */
const longestMove = 60;
const leadsOn =
  /^[^.;,|\n]*(?:[→⇒➔➜➡⟶]|[-–—=]>|(?<!\p{L})(?:now|became|today|heute|jetzt|nun|wurde|désormais|devenue?|ahora|hoy|agora|hoje|nu|vandaag|ora|oggi)(?!\p{L}))[^.;,|\n]*$/iu;

/** Whether another reference names what one of the entries became. */
function successorTest(
  entries: readonly CatalogEntry[],
  newest: Standard,
  catalog: Catalog,
): (other: Reference) => boolean {
  const successors = new Set(entries.flatMap((entry) => successorsOf(entry, newest, catalog)));
  return (other) => lookUp(other, catalog).some(({ entry }) => entry !== null && successors.has(entry));
}

/**
 * Between the members of a list that are all meant, "y el control" too: a stroke or brackets rather say that one number is the
 * other.
 */
const listSeparator =
  /^\s*(?:,|&|and|und|et|y|e|en)\s*(?:(?:\p{L}{1,3}\s+)?(?:contr[oô]l\p{L}{0,3}|ma(?:ß|ss)nahme|kontrolle|mesure|medida|misura|(?:beheers)?maatregel)\s*)?$/iu;

/** In characters: " (formerly ". */
const longestPairing = 12;

export interface ListedSuccessor {
  readonly successor: Reference;
  /** Before the withdrawn number in the text. */
  readonly isBefore: boolean;
}

/** `| 5.0 | 03/04/2023 | still aligned to ISO 27001:2013 |`: the history of the document says nothing of the numbers in its text. */
function isInVersionRow(offset: number, document: PolicyDocument, text: string): boolean {
  const { start, end } = lineSpanAt(document, offset);
  return versionRow.test(text.slice(start, Math.min(end, start + longestVersion)));
}

const versionRow =
  /^\s*\|(?:[^|]{0,40}\|)?\s*v?\d+(?:\.\d+){1,2}\s*\|[^|]*(?:19|20)\d\d|^\s*\|[^|]{0,40}(?:19|20)\d\d[^|]{0,10}\|\s*v?\d+\.\d+\s*\|/i;
/** In characters. */
const longestVersion = 200;

/**
 * The reference beside which a withdrawn number was left standing: `A.8.15, A.12.4.1` lists both as if both were in force,
 * in a document that names the older edition nowhere. Null where the line rather explains what became of the number.
 */
export function listedSuccessor(
  entries: readonly CatalogEntry[],
  newest: Standard,
  index: number,
  document: PolicyDocument,
  text: string | null,
  catalog: Catalog,
): ListedSuccessor | null {
  if (text === null) return null;
  const namesOlder = document.named?.some(
    ({ standard, edition, span }) =>
      standard === newest.standard && edition !== newest.edition && !isInVersionRow(span.start, document, text),
  );
  if (namesOlder) return null;
  const { references } = document;
  const isSuccessor = successorTest(entries, newest, catalog);
  // "A.8.15 / A.12.4.1, A.8.15 / A.12.4.2": a stroke or brackets pair it with what it became.
  const isPaired = [index - 1, index + 1].some((beside) => {
    const [one, other] = [references[Math.min(beside, index)], references[Math.max(beside, index)]];
    const between = one && other ? text.slice(one.span.end, other.span.start) : ',';
    return between.length <= longestPairing && !listSeparator.test(between) && isSuccessor(references[beside]!);
  });
  if (isPaired) return null;
  for (const step of [-1, 1]) {
    for (let i = index; Math.abs(i - index) < mostNeighbours; i += step) {
      const [one, other] = step < 0 ? [references[i - 1], references[i]] : [references[i], references[i + 1]];
      if (!one || !other || !listSeparator.test(text.slice(one.span.end, other.span.start))) break;
      const successor = step < 0 ? one : other;
      if (isSuccessor(successor)) return { successor, isBefore: step < 0 };
    }
  }
  return null;
}
