/** `| 2.1 | 2026-05-04 | A.2.5 removed |`: an entry of a change log that takes a number out, or puts another in its place. */
import {
  changeHeaders,
  changeNouns,
  dateHeaders,
  historyWords,
  versionHeaders,
} from '../../references/past/pastWords.js';
import { LetterPattern } from './letterPattern.js';
import type { Passage } from './passage.js';
import { moveWords } from './usageWords.js';

const removed =
  'remov(?:ed?|es|ing)|delet(?:ed?|es|ing)|drop(?:s|ped)?|struck(?:\\sout)?|withdrawn|taken\\sout|cut|' +
  'entfernt|gestrichen|gelöscht|entfallen|entfällt|weggefallen|supprim(?:é|er)e?s?|retir(?:é|er)e?s?|enlev(?:é|er)e?s?|' +
  '(?:elimin|retir|quit)ad[oa]s?|(?:suprim|remov|exclu)[ií]d[oa]s?|verwijderd|geschrapt|vervallen|' +
  'rimoss[oaie]|eliminat[oaie]|tolt[oaie]|soppress[oaie]';
/** What is added in the same breath is not taken out. */
const added =
  'add|new|insert|includ|neu|ergänz|aufgenommen|ajout|nouv|añad|nuev|adicion|acrescent|toegevoegd|nieuw|aggiun|nuov';
const word = `(?!${added})[\\p{L}']+`;

const removal = new LetterPattern(
  `◆[ (]{1,2}(?:${word} ){0,3}(?:${removed})(?!\\p{L})|(?<!\\p{L})(?:${removed}):? (?:${word} ){0,4}◆`,
);
const replacement = new LetterPattern(
  `◆ ?(?:→|->|=>|⇒) ?◇|◆ (?:${word} ){0,2}(?:${moveWords.join('|')}) (?:${word} ){0,2}◇`,
);

/**
 * Whether a number stands in a change log as one that is no longer there.
 *
 * @param sentence of the passage, with one mark for a list of references
 */
export function isTakenOutInLog(passage: Passage, sentence: string): boolean {
  return isLog(passage) && (removal.test(sentence) || replacement.test(passage.sentence));
}

/** Below the heading of a history, or in a table of versions with dates or changes. */
function isLog({ headings, headers }: Passage): boolean {
  const [heading = ''] = headings;
  if (wordsOf(heading).some((one) => historyWords.has(one) || changeNouns.has(one))) return true;
  const heads = headers.flatMap(wordsOf);
  const has = (words: ReadonlySet<string>): boolean => heads.some((one) => words.has(one));
  return has(versionHeaders) && (has(dateHeaders) || has(changeHeaders));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? [];
}
