/** Where a contract is named: a text that has clauses of its own. */
import {
  andWords,
  clauseWords,
  contractCompound,
  contractKinds,
  contractNames,
  contractNouns,
  contractsOfKinds,
  contractualWords,
  contractWords,
  ofWords,
  scheduleWords,
} from '../text/lexicon.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { trait, withoutPossessive } from '../text/words.js';

/** Whether the name of a contract stands at the token: "DPA", "AVV", "the data processing agreement", "standard contractual clauses". */
export function isContractName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || (token.traits & trait.contract) === 0) return false;
  const noun = withoutPossessive(token.lower);
  if (contractNames.has(noun)) return true;
  if (scheduleWords.has(noun)) return tokens[at + 1]?.kind === 'number';
  if (contractsOfKinds.get(noun)?.has(tokens[at - 1]?.lower ?? '')) return true;
  if (contractNouns.has(noun) && (isOfKind(tokens, at, contractKinds) || namesTerms(tokens, at)))
    return !isIdiom(tokens, at);
  if (contractualWords.has(token.lower)) return [at - 1, at + 1].some((beside) => isWord(tokens[beside], clauseWords));
  return contractCompound.test(token.lower);
}

const termWords: ReadonlySet<string> = new Set(['terms']);
const conditionWords: ReadonlySet<string> = new Set(['conditions']);
const inWords: ReadonlySet<string> = new Set(['in']);
const generalWords: ReadonlySet<string> = new Set(['general']);

/** "general terms", "terms and conditions" */
function namesTerms(tokens: readonly Token[], at: number): boolean {
  if (isWord(tokens[at], termWords) && isWord(tokens[at - 1], generalWords)) return true;
  return (
    (isWord(tokens[at], termWords) && isWord(tokens[at + 1], andWords) && isWord(tokens[at + 2], conditionWords)) ||
    (isWord(tokens[at], conditionWords) && isWord(tokens[at - 1], andWords) && isWord(tokens[at - 2], termWords))
  );
}

/** "in terms of business continuity", "in general terms" */
function isIdiom(tokens: readonly Token[], at: number): boolean {
  if (!isWord(tokens[at], termWords)) return false;
  const isKind = isWord(tokens[at - 1], contractKinds) || isWord(tokens[at - 1], generalWords);
  return isWord(tokens[isKind ? at - 2 : at - 1], inWords);
}

/** Whether a contract, named or not ("this contract"), stands at the token. */
export function isContractAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const isNoun = token?.kind === 'word' && contractWords.has(withoutPossessive(token.lower));
  return isNoun || isContractName(tokens, at);
}

/** A word right before the token, or behind it with "of" between ("contrat de sous-traitance"), that says of which kind it is. */
function isOfKind(tokens: readonly Token[], at: number, kinds: ReadonlySet<string>): boolean {
  if (isWord(tokens[at - 1], kinds) || isWord(tokens[at + 1], kinds)) return true;
  if (!isWord(tokens[at + 1], ofWords)) return false;
  return isWord(tokens[at + 2], kinds) || (isMark(tokens[at + 3], '-') && isWord(tokens[at + 4], kinds));
}
