/**
 * How much of an organisation's own catalog is read: so much that it takes well below a second, and many times what
 * organisations write. The largest file of our own catalog has 62,000 characters and 10,000 marks, all of them together 83,000.
 */
import { spokenLanguage, t } from '../l10n.js';
import { countMarks, findTooDeep } from '../soa/yaml/limits.js';
import type { CatalogProblem } from './types.js';

/** A catalog file larger than this is not read. In bytes. */
export const largestCatalogFile = 1024 * 1024;

/**
 * Of one file: 3500 rows of a mapping, or 5000 entries. The parser takes up to fifteen microseconds for each, fresh as
 * it is at the start.
 */
const mostMarks = 50_000;

/** Of all files of an organisation together. */
const mostMarksTogether = 400_000;

/** So many problems of one file are told; whoever has more mends these first. */
const mostProblems = 50;

/** Why a text is not given to the parser; null for every catalog that a person has written. */
export function findRefusal(text: string): CatalogProblem | null {
  if (countMarks(text) > mostMarks)
    return {
      message: t(
        'The file is too long to be read: it has more than {0} marks (commas, colons, brackets, line breaks). {1}',
        mostMarks.toLocaleString(spokenLanguage()),
        dividing(),
      ),
      line: 1,
    };
  const deep = findTooDeep(text);
  if (deep === null) return null;
  return {
    message: t(
      'Values are nested too deeply here, and the file is not read; a catalog needs four levels. Is a bracket or quote not closed?',
    ),
    line: text.slice(0, deep).split('\n').length,
  };
}

/** What to say of a file of more than `largestCatalogFile` bytes. */
export function tooLarge(): string {
  return t('it is larger than {0} MB. {1}', largestCatalogFile / 1024 / 1024, dividing());
}

function dividing(): string {
  return t(
    'Divide it: mappings, texts and intents can stand in several files, for example one for each standard; name the folder that they are in.',
  );
}

/** Counts what is read of all files of an organisation, so that many of them do not hold up the start. */
export class CatalogBudget {
  private left = mostMarksTogether;

  /** Whether there is room for one more file; if so, it is counted. One that is refused for itself takes none. */
  hasRoomFor(text: string): boolean {
    const marks = countMarks(text);
    if (marks > mostMarks) return true;
    if (marks > this.left) return false;
    this.left -= marks;
    return true;
  }
}

/** What is said of a file for which there was no room. */
export function noRoom(): string {
  return t(
    'The file is not read, because the catalogs before it are as much as is read together. Take those that nobody here needs out of the setting clausemark.catalogs.',
  );
}

/** The first problems of a file, and how many more there are. */
export function firstProblems(problems: readonly CatalogProblem[]): readonly CatalogProblem[] {
  const more = problems.length - mostProblems;
  return more < 1 ? problems : [...problems.slice(0, mostProblems), { message: moreProblems(more) }];
}

function moreProblems(count: number): string {
  return count === 1
    ? t('This file has 1 more problem; it is told when these are mended.')
    : t('This file has {0} more problems; they are told when these are mended.', count);
}
