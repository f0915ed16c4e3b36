/** An id and the words beside it that belong to different controls. */

import type { Catalog, CatalogEntry } from '../catalog/types.js';
import type { PolicyDocument, Reference } from '../document.js';
import { t } from '../l10n.js';
import { controlsMappedTo, entriesByTitle, isTitleOf, normaliseTitle } from '../references/titles/titles.js';
import type { Snapshot } from '../snapshot.js';
import { lineAt, spanAround } from '../text.js';
import { isWrongTarget, wrongOrigin } from './support/crosswalkRows.js';
import { lookUp } from './support/lookup.js';
import { replaceWithEntry } from './support/replace.js';
import { isSuperseded } from './support/superseded.js';
import { swappedClause } from './support/swappedClauses.js';
import { isMovedOn, isTitledInRow } from './support/tellsMove.js';
import {
  closesList,
  isDocumentName,
  isGroupTitle,
  isNextCell,
  namesResponsible,
  nearlyTitled,
  titledByOneWord,
  wordsBeside,
} from './support/titleBeside.js';
import { isBelowTitle } from './support/titleColumn.js';
import { writeTitle } from './support/titleMove.js';
import { asMeant, usageOf } from './support/usage.js';
import { joinSome, joinWords, quoted, shortNameOf, withTitle } from './support/wording.js';
import type { Fix, Report, Rule } from './types.js';

export const titleMismatch: Rule = {
  code: 'title-mismatch',
  defaultSeverity: 'warning',
  title: 'An id and a title beside it that belong to different controls',
  checkDocument(document, snapshot, report) {
    for (const mismatch of findMismatches(document, snapshot)) {
      const usage = usageOf(mismatch.reference, document, snapshot.textOf(document.path));
      const found = asMeant(reportMismatch(mismatch, document, snapshot), usage);
      if (found) report(found);
    }
  },
};

interface Mismatch {
  readonly reference: Reference;
  /** Among the references of the document. */
  readonly index: number;
  readonly entry: CatalogEntry;
  /** The words beside the id, as written. */
  readonly words: string;
  /** The entries of one standard, edition or law whose title those words are. */
  readonly titled: readonly CatalogEntry[];
  /** Whether the words are only nearly that title. */
  readonly isNear?: boolean;
  /** Whether the words are the subject of the other one of two clauses that changed places. */
  readonly isSwapped?: boolean;
  /** Whether the words are the title of the row of a crosswalk, beside another number. */
  readonly isOrigin?: boolean;
}

/** The chapter whose clauses changed places, in all management systems: only they are worth a closer look (`support/swappedClauses.ts`). */
const swappedIn = '10';

function findMismatches(document: PolicyDocument, snapshot: Snapshot): Mismatch[] {
  const { catalog } = snapshot;
  const candidates: Mismatch[] = [];
  let text: string | null = null;
  document.references.forEach((reference, index) => {
    const isCell = reference.where === 'table';
    const mayBeTitled = reference.titleSpan && (reference.titledAs || isCell);
    if (!mayBeTitled && !isCell && reference.kind !== 'clause') return;
    const entry = lookUp(reference, catalog)[0]?.entry;
    if (!entry || (!mayBeTitled && !isCell && entry.kind !== 'clause')) return;
    text ??= snapshot.textOf(document.path);
    if (text === null) return;
    const origin = isCell ? wrongOrigin(index, entry, document, text, catalog) : null;
    if (origin) {
      candidates.push({ reference, index, entry, ...origin, isOrigin: true });
      return;
    }
    const mayBeSwapped =
      (!reference.titledAs || standsBefore(reference)) && entry.kind === 'clause' && entry.parent === swappedIn;
    const swapped = mayBeSwapped ? swappedClause(reference, entry, text, catalog) : null;
    // What is said of several standards at once is wrong once.
    const before = candidates[candidates.length - 1];
    const isSaid = before?.isSwapped === true && before.reference.span.start === reference.span.start;
    if (swapped && !isSaid) {
      const words = text.slice(swapped.words.start, swapped.words.end).trim();
      candidates.push({ reference, index, entry, words, titled: [swapped.meant], isSwapped: true });
    }
    if (swapped || !mayBeTitled) return;
    const words = wordsBeside(reference, text);
    const titled = reference.titledAs ? catalog.entry(reference.titledAs) : undefined;
    const alone = titled || !isNextCell(reference, text) ? null : titledByOneWord(entry, words, catalog);
    const near = titled || alone || !isNextCell(reference, text) ? null : nearlyTitled(entry, words, catalog);
    if (alone) candidates.push({ reference, index, entry, words, titled: [alone] });
    else if (titled)
      candidates.push({ reference, index, entry, words, titled: allTitled(titled, entry, words, catalog) });
    else if (near) candidates.push({ reference, index, entry, words, titled: [near], isNear: true });
  });
  // Asked once, and only where it matters.
  let isHabit: boolean | null = null;
  const setsThemBefore = (): boolean => {
    isHabit ??= setsTitlesBefore(document, text!, catalog);
    return isHabit;
  };
  return withoutTopics(candidates).filter((mismatch) => {
    const { reference, index, entry, words, titled, isOrigin, isSwapped } = mismatch;
    if (isOrigin) return !isSuperseded(reference, document, snapshot);
    return (
      (!standsBefore(reference) ||
        isSwapped ||
        ((isOwnCell(mismatch, text!) || setsThemBefore()) && !isTopic(words, catalog))) &&
      (!isDocumentName(words, entry, titled) ||
        (titled[0]!.standardKey === entry.standardKey && isBelowTitle(reference, text!))) &&
      !isGroupTitle(entry, words, titled, catalog) &&
      !namesResponsible(reference, text!) &&
      !isTitledInRow(reference, entry, document, text!) &&
      !isMovedOn(reference, titled, text!) &&
      !isSuperseded(reference, document, snapshot) &&
      (isWrongTarget(mismatch, document, text!, catalog) || !closesList(document, index, text!))
    );
  });
}

/** `Capacity management – A.8.6` */
function standsBefore({ span, titleSpan }: Reference): boolean {
  return titleSpan !== null && titleSpan.start < span.start;
}

/** `| Web filtering | A.8.22 |`: the cell before, with the title of a control of the same edition. */
function isOwnCell({ reference, entry, titled }: Mismatch, text: string): boolean {
  const between = text.slice(reference.titleSpan!.end, reference.span.start);
  return titled[0]!.standardKey === entry.standardKey && between.includes('|');
}

/** "Access control (A.8.3)": what is the title of a group in any edition is a topic, too. */
function isTopic(words: string, catalog: Catalog): boolean {
  return entriesByTitle(catalog, words).some(({ kind }) => kind === 'objective' || kind === 'theme');
}

/** So many right titles before their numbers are how a document writes them. */
const enoughBefore = 3;

/** Whether what stands before the numbers of a document are their titles; else `Access control – A.8.3` is a topic and a control of it. */
function setsTitlesBefore(document: PolicyDocument, text: string, catalog: Catalog): boolean {
  const isRight = (reference: Reference): boolean => {
    const entry = standsBefore(reference) ? lookUp(reference, catalog)[0]?.entry : undefined;
    return entry ? isTitleOf(entry, wordsBeside(reference, text)) : false;
  };
  return document.references.filter(isRight).length >= enoughBefore;
}

/** The entry whose title the words are, and the others of its standard that have the same title. */
function allTitled(
  titled: CatalogEntry,
  beside: CatalogEntry,
  words: string,
  catalog: Catalog,
): readonly CatalogEntry[] {
  // Beside the number of an objective it is the control of that objective.
  if (beside.kind === 'objective') return [titled];
  const same = entriesByTitle(catalog, words).filter(
    (other) => other.standardKey === titled.standardKey && other.kind === titled.kind,
  );
  return same.length > 0 ? same : [titled];
}

/**
 * The same words beside more ids than controls have them as title, none of which are among those, are a topic: `A.8.15
 * (access control), A.8.16 (…)`.
 */
function withoutTopics(mismatches: readonly Mismatch[]): Mismatch[] {
  const idsByWords = new Map<string, Set<string>>();
  for (const { entry, words } of mismatches) {
    const key = normaliseTitle(words);
    idsByWords.set(key, (idsByWords.get(key) ?? new Set()).add(entry.key));
  }
  return mismatches.filter(({ words, titled }) => idsByWords.get(normaliseTitle(words))!.size <= titled.length);
}

function reportMismatch(mismatch: Mismatch, document: PolicyDocument, snapshot: Snapshot): Report {
  const { reference, titled } = mismatch;
  const isArticle = titled[0]!.kind === 'article';
  return {
    span: reference.titleSpan && !mismatch.isOrigin ? spanAround(reference.span, reference.titleSpan) : reference.span,
    message: messageOf(mismatch, snapshot.catalog),
    ...(isArticle ? { severity: 'information' as const } : {}),
    fixes: fixesFor(mismatch, document, snapshot),
  };
}

function messageOf(mismatch: Mismatch, catalog: Catalog): string {
  const { entry, words, titled, isNear, isSwapped } = mismatch;
  const edition = shortNameOf(entry, catalog);
  if (isSwapped) {
    return t(
      '{0} of {1} is {2}; {3} is what {4} is about. The two are easily confused: in older editions they stood the other way round.',
      entry.id,
      edition,
      quoted(entry.title),
      quoted(words),
      withTitle(titled[0]!),
    );
  }
  if (isNear) {
    return t(
      '{0} of {1} is {2}; {3} beside it is nearly the title of {4}. One of the two is wrong: an auditor cannot tell which control is meant.',
      entry.id,
      edition,
      quoted(entry.title),
      quoted(words),
      withTitle(titled[0]!),
    );
  }
  return t(
    '{0} of {1} is {2}; {3} beside it is the title of {4}. One of the two is wrong: an auditor cannot tell which control is meant.',
    entry.id,
    edition,
    quoted(entry.title),
    quoted(words),
    describeTitled(mismatch, catalog),
  );
}

function describeTitled({ entry, titled }: Mismatch, catalog: Catalog): string {
  const [first] = titled;
  const ids = joinWords([...new Set(titled.map((one) => one.id))]);
  if (first!.standardKey === entry.standardKey) return ids;
  if (first!.kind === 'article') {
    const related = controlsMappedTo(first!, entry.standardKey, catalog).map(withTitle);
    return t(
      'Article {0} of {1}, which our mappings relate to {2}',
      ids,
      shortNameOf(first!, catalog),
      joinSome(related, 3),
    );
  }
  const now = catalog.successors(first!.key).filter((successor) => successor.standardKey === entry.standardKey);
  const standard = shortNameOf(first!, catalog);
  if (now.length === 0) return t('{0} of {1}', ids, standard);
  return t('{0} of {1}, today {2}', ids, standard, joinWords(now.map((successor) => successor.id)));
}

/** Take the id of the title (only within the same standard), or the title of the id. */
function fixesFor(
  { reference, entry, titled, isSwapped, isOrigin }: Mismatch,
  document: PolicyDocument,
  snapshot: Snapshot,
): Fix[] {
  const { catalog } = snapshot;
  const { path } = document;
  if (isSwapped || isOrigin) return [replaceWithEntry(document, reference, titled[0]!)];
  const takeTitle: Fix = {
    title: t('Write the title of {0}: {1}', entry.id, entry.title),
    edits: writeTitle(entry.title, reference.titleSpan!, document, snapshot.textOf(path) ?? '').map((edit) => ({
      path,
      ...edit,
    })),
  };
  const [first] = titled;
  const byTitle =
    first!.standardKey === entry.standardKey
      ? titled
      : catalog.successors(first!.key).filter((successor) => successor.standardKey === entry.standardKey);
  const byId = byTitle.map((one) => replaceWithEntry(document, reference, one));
  // An id that stands beside it already is not the one that is missing.
  return byTitle.some((one) => standsBeside(one, reference, document)) ? [takeTitle, ...byId] : [...byId, takeTitle];
}

function standsBeside({ id }: CatalogEntry, reference: Reference, document: PolicyDocument): boolean {
  const { lineStarts } = document;
  const line = lineAt(lineStarts, reference.span.start);
  return document.references.some((other) => other.ids.includes(id) && lineAt(lineStarts, other.span.start) === line);
}
