/**
 * Clauses of a contract, or of an act of the European Union, that is the subject of their sentence: "Our DPA cites
 * 27701 A.2.5.8 in clause 11.2", "In clause 11.2 the DPA says when." What a policy implements, and what is done with
 * contracts, is a clause of the standard all the same.
 */

import { isContractAt } from '../grammar/contractNames.js';
import type { RawReference } from '../grammar.js';
import { endOfAct } from '../text/euActs.js';
import {
  accordWords,
  andWords,
  clauseWords,
  holdingWords,
  itsWords,
  leadWords,
  likeWords,
  ofWords,
  requirementWords,
  roleWords,
  scheduleWords,
  standardWords,
  systemWords,
} from '../text/lexicon.js';
import { endsSentence, type Run } from '../text/run.js';
import { isMark, isWord, type Token } from '../text/tokens.js';

/** In tokens. */
const longestSentence = 60;
/** In tokens, from the beginning of its sentence: "Our standard data processing agreement". */
const longestSubject = 5;

/** Whether a clause that no standard stands right beside is one in which the contract of its sentence says something. */
export function isToldOfContract(run: Run, raw: RawReference): boolean {
  if (raw.form !== 'clause' || raw.attached !== null || raw.ofStandard) return false;
  if (isHeldByContract(run, raw.head)) return true;
  const place = placeBefore(run.tokens, firstOfList(run.tokens, raw.head));
  const from = place < 0 ? -1 : beginningOfSentence(run, place);
  if (from < 0) return false;
  return place === from ? isBeforeSubject(run.tokens, raw.last) : isBehindSubject(run.tokens, from, place);
}

/** "Every contract contains clause 4.1 confidentiality, clause 9.2 exit": whether it is of the clauses that a contract is said to have. */
function isHeldByContract(run: Run, head: number): boolean {
  const { tokens } = run;
  const before = tokens[beginningOfNoun(tokens, head) - 1];
  if (!isMark(before, ',') && !isWord(before, andWords) && !isWord(before, holdingWords)) return false;
  const from = beginningOfSentence(run, head - 1);
  const contract = from < 0 ? -1 : subjectFrom(tokens, from);
  return holdsClauses(tokens, contract) && !tokens.slice(contract + 2, head).some(speaksOfOther);
}

/** "a non-compete clause 9": the token of "a", else that of the word for a clause. */
function beginningOfNoun(tokens: readonly Token[], head: number): number {
  for (let at = head - 1; at > head - longestNoun && (tokens[at]?.kind === 'word' || isMark(tokens[at], '-')); at--)
    if (articles.has(tokens[at]!.lower)) return at;
  return head;
}

/** In tokens. */
const longestNoun = 6;
const articles: ReadonlySet<string> = new Set('a an eine une una uma een'.split(' '));

/** "The contract contains", "Every agreement has"; not "The contract has to …". */
export function holdsClauses(tokens: readonly Token[], contract: number): boolean {
  return (
    contract >= 0 &&
    isContractAt(tokens, contract) &&
    isWord(tokens[contract + 1], holdingWords) &&
    !isWord(tokens[contract + 2], mustWords)
  );
}

/** "has to", "hat zu", "tiene que" */
const mustWords: ReadonlySet<string> = new Set(['to', 'zu', 'à', 'que', 'te', 'da']);

/** Whether the words behind a clause say that it is one of a contract, or of somebody else's text: "of your terms". */
export function isOfNamedContract({ tokens }: Run, { form, ofOwnDocument, last }: RawReference): boolean {
  if (form !== 'clause' || !ofOwnDocument) return false;
  const isOfContract = (at: number): boolean =>
    isContractAt(tokens, at) || isWord(tokens[at], scheduleWords) || isWord(tokens[at], yourWords);
  for (let at = last; at < last + longestSubject; at++) if (isOfContract(at)) return true;
  return false;
}

/**
 * "Clause 9.2 of your terms; clause 5.3 and clause 9.9 only with notice", "… of your contract. Clause 5.3 does not":
 * whether a clause goes on with those of the contract. Words before it that lead on to it ("follow clause 5.3") say
 * otherwise.
 */
export function goesOnWithContract(run: Run, of: RawReference, raw: RawReference): boolean {
  if (raw.form !== 'clause' || raw.attached || raw.ofStandard || raw.first - of.last > longestSentence) return false;
  const { tokens } = run;
  let before = raw.first - 1;
  while (isWord(tokens[before], adverbs)) before--;
  const isNext = isMark(tokens[before], ';') || isMark(tokens[before], ',') || isWord(tokens[before], andWords);
  const beginsSentence = endsSentence(run, before);
  if (!isNext && !beginsSentence) return false;
  for (let at = of.last; at < before; at++) if (endsSentence(run, at)) return false;
  const isNamed = run.mentions.some(({ first }) => first >= of.last && first <= raw.last + longestSubject);
  return !isNamed && !isWord(tokens[raw.last], ofWords) && !tokens.slice(of.last, raw.first).some(isOfStandard);
}

function isOfStandard(token: Token): boolean {
  return isWord(token, standardWords) || isWord(token, systemWords);
}

const yourWords: ReadonlySet<string> = new Set(
  'your their ihrer ihres votre vos leur leurs vostro vostri loro uw hun'.split(' '),
);
const adverbs: ReadonlySet<string> = new Set(
  'but not nor also only aber nicht auch nur mais pas ni non plus pero no anche ma maar niet'.split(' '),
);

/** "in clause 7.4 and clause 7.5": the word for the first clause of a list. */
function firstOfList(tokens: readonly Token[], head: number): number {
  let first = head;
  for (let steps = 0; steps < longestList && tokens[first - 2]?.kind === 'number'; steps++) {
    const isJoined = isMark(tokens[first - 1], ',') || isWord(tokens[first - 1], andWords);
    if (!isJoined || !isWord(tokens[first - 3], clauseWords)) break;
    first -= 3;
  }
  return first;
}

/** In clauses. */
const longestList = 5;

/** The token of "in" before a clause ("in clause", "in its clause", "in der Klausel"), -1 where none stands there. */
function placeBefore(tokens: readonly Token[], head: number): number {
  let at = head - 1;
  while (
    at >= head - 2 &&
    (isMark(tokens[at], "'") || smallWords.has(tokens[at]?.lower ?? '') || isWord(tokens[at], itsWords))
  )
    at--;
  return isWord(tokens[at], inWords) ? at : -1;
}

const smallWords: ReadonlySet<string> = new Set('the la le l el lo der den dem het de'.split(' '));
/** "in", as the place where a text says something. */
const inWords: ReadonlySet<string> = new Set('in at im dans à en nella nello na no under unter'.split(' '));

function beginningOfSentence(run: Run, at: number): number {
  let first = at;
  while (first > 0 && !endsSentence(run, first - 1) && run.tokens[first - 1]!.text !== ';') {
    first--;
    if (at - first > longestSentence) return -1;
  }
  return first;
}

/** "Our DPA cites A.5.20 in …", and neither "Contracts are reviewed in …" nor "The DPA does what is required in …". */
function isBehindSubject(tokens: readonly Token[], from: number, place: number): boolean {
  const contract = subjectFrom(tokens, from);
  return contract >= 0 && contract < place && !tokens.slice(contract + 1, place).some(speaksOfOther);
}

/** "In clause 11.2, the DPA says", and in German and Dutch, where the verb comes first: "In Klausel 8.2 regelt der Vertrag". */
function isBeforeSubject(tokens: readonly Token[], end: number): boolean {
  const from = isMark(tokens[end], ',') ? end + 1 : end;
  const contract = [from, from + 1].map((at) => (isLead(tokens[at]) ? subjectFrom(tokens, at) : -1));
  return contract.some((at) => at >= 0 && !isWord(tokens[at + 1], stateWords));
}

/** The contract that is the subject of what begins at the token, -1 for "Our contract manager" and where none is. */
function subjectFrom(tokens: readonly Token[], from: number): number {
  for (let at = from; at < from + longestSubject && isOfPhrase(tokens[at]); at++) {
    // "SLA", "Our DPA", "The supplier agreement"; not "We keep contracts", "Our policy on contracts", "Our team reads the contract".
    if (hasClauses(tokens, at))
      return (at === from || isLead(tokens[from]) || isWord(tokens[from], articles)) &&
        !isWord(tokens[at + 1], roleWords)
        ? at
        : -1;
    if (isWord(tokens[at], stateWords) || (at > from && (isLead(tokens[at]) || isWord(tokens[at], joiningWords))))
      return -1;
  }
  return -1;
}

/** Whether a contract stands at the token, or an act of the European Union, whose points people call clauses. */
function hasClauses(tokens: readonly Token[], at: number): boolean {
  return isContractAt(tokens, at) || endOfAct(tokens, at) !== null;
}

/** What follows on them is none of the subject itself. */
const joiningWords: ReadonlySet<string> = new Set(
  'on about of for with to in and über zu zum zur für mit und sur pour avec et sobre para con y com e su per op over voor met en'.split(
    ' ',
  ),
);

/** Also "l'", which is a word and a mark. */
function isOfPhrase(token: Token | undefined): boolean {
  return token?.kind === 'word' || isMark(token, "'") || isMark(token, '’');
}

function isLead(token: Token | undefined): boolean {
  return isWord(token, leadWords) || isWord(token, yourWords) || isWord(token, everyWords) || token?.lower === 'l';
}

const everyWords: ReadonlySet<string> = new Set(
  'every any jeder jede tout toute todo toda cada ogni elk elke ieder iedere'.split(' '),
);

/** A word by which the clause is one of what is met, or of what somebody does with contracts. */
function speaksOfOther(token: Token): boolean {
  return [stateWords, accordWords, likeWords, requirementWords, standardWords].some((words) => isWord(token, words));
}

/** "Contracts are reviewed": what is done with them. */
const stateWords: ReadonlySet<string> = new Set(
  'is are was were be been being ist sind war waren wird werden wurde wurden est sont été es son fue é são foi è sono viene vengono wordt worden werd'.split(
    ' ',
  ),
);

/** "No contract without an annex (5.20)" may still be the control; "(5.20) of this policy" and "the contract (8.5)" are not. */
export function mayBeNoClause({ tokens }: Run, { first, last }: RawReference): boolean {
  return !isWord(tokens[last + 1], ofWords) && !isContractAt(tokens, first - 2);
}
