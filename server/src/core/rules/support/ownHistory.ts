/** Does a passage tell the history of its document? */
import {
  changeNouns,
  dateHeaders,
  historyWords,
  recordWords,
  versionHeaders,
} from '../../references/past/pastWords.js';
import type { Passage } from './passage.js';

/**
 * Whether a passage certainly is of the history of its document, which tells what was changed and asks for nothing: below a heading that
 * says no more than that ("Änderungen", and not "Änderungen an Systemen"), or in a table of versions and dates.
 */
export function isInHistory({ headings, headers }: Passage): boolean {
  const heads = headers.flatMap(wordsOf);
  const has = (words: ReadonlySet<string>): boolean => heads.some((one) => words.has(one));
  return (has(versionHeaders) && has(dateHeaders)) || headings.some((heading) => isHistoryHeading(wordsOf(heading)));
}

function isHistoryHeading(words: readonly string[]): boolean {
  if (words.some((word) => historyWords.has(word))) return true;
  return (
    words.some((word) => changeNouns.has(word)) && words.every((word) => changeNouns.has(word) || recordWords.has(word))
  );
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? [];
}
