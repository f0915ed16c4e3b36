/** What stands before a bare number and makes it a citation, or none: a word of compliance, "see", a word for something else. */
import {
  accordWords,
  alsoWords,
  demandWords,
  iecWords,
  isoWords,
  likeWords,
  numberWords,
  ofWords,
  requirementWords,
  sectionWords,
  seeWords,
  shortAccords,
  systemWords,
  toWords,
  versionWords,
} from '../text/lexicon.js';
import { isMark, isWord, type Token } from '../text/tokens.js';

/** A word of compliance or "see" before the token, with at most two small words between. */
export function isBehindAccord(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= at - 3; before--) {
    if (isMark(tokens[before], '.') && isWord(tokens[before - 1], shortAccords)) return true;
    if (isWord(tokens[before], accordWords) || isSee(tokens, before)) return true;
    const token = tokens[before];
    if (!isWord(token, ofWords) && !isWord(token, toWords) && !isWord(token, alsoWords)) return false;
  }
  return false;
}

/** A word before the token that says that its number is none of the standard's: a version, a section, the number of a thing. */
export function isOfOtherKind(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= 0 && before >= at - 3; before--) {
    const token = tokens[before];
    if (isWord(token, versionWords) || isWord(token, sectionWords) || isWord(token, numberWords)) return true;
    if (token!.kind === 'mark' && token!.text !== '(') return false;
  }
  return false;
}

/** "see", "see also" before the token. */
export function isBehindSee(tokens: readonly Token[], at: number): boolean {
  return isSee(tokens, isWord(tokens[at - 1], alsoWords) ? at - 2 : at - 1);
}

/** Also "s" for "siehe", and not the end of "B3S". */
function isSee(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens[at], seeWords) && !(tokens[at]!.gap === 0 && tokens[at - 1]?.kind === 'number');
}

/** `Requirement: 7.5.3`, "as 10.2 wants" */
export function isRequirement(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (isMark(before, ':')) return isWord(tokens[at - 2], requirementWords);
  return isWord(before, likeWords) && isWord(tokens[at + 1], demandWords);
}

/** "our Password Standard 5.1": a name in capitals, and not the "ISO Standard" or "Der Standard" of a sentence. */
export function isOwnStandard(tokens: readonly Token[], at: number): boolean {
  const [name, word] = [tokens[at - 1], tokens[at]!];
  if (name?.kind !== 'word' || word.text[0] === word.lower[0] || name.text[0] === name.lower[0]) return false;
  const isKnown = [isoWords, iecWords, systemWords, articleWords].some((words) => isWord(name, words));
  return !isKnown && name.text !== name.text.toUpperCase();
}

const articleWords = new Set('the this our der die das dem den des le la les el lo il de het unser unsere'.split(' '));
