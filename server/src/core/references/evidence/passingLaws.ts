/**
 * `Art. 30 GDPR and clause 7.5`: laws are made of articles, so that the clause beside one is of the standard that is spoken of. So is
 * the next sentence's clause behind another framework: "We hold a SOC 2 report. Audits follow clause 9.2."
 */
import type { Evidence } from '../draft.js';
import { isContractAt } from '../grammar/contractNames.js';
import type { RawReference } from '../grammar.js';
import { articleWords } from '../laws/words.js';
import { andWords, clauseLikeWords, clauseWords, euAct, lawsNamed } from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { endsSentence, type Run } from '../text/run.js';
import { isWord, type Token } from '../text/tokens.js';

/** The laws and frameworks without clauses that a run names, where title, headings or front matter name a standard whose clauses may be meant. */
export function passingLaws(run: Run, outside: readonly Evidence[]): ReadonlySet<Mention> {
  const others = run.mentions.filter(({ standards }) => standards.every(({ looksLikeIso }) => !looksLikeIso));
  if (others.length === 0) return none;
  const isNamed = outside.some(({ isFaint, standards }) => !isFaint && standards.some(({ known }) => known));
  return isNamed ? new Set(others) : none;
}

const none: ReadonlySet<Mention> = new Set();

/** Whether only laws are named: what they say nothing of, they say nothing of in the same sentence either. */
export function isLaw({ standards }: Mention): boolean {
  return standards.every(({ standard }) => lawsNamed.has(standard));
}

/** Whether it names an act of the European Union by kind and number: that has points, and a clause is its own only right beside it. */
export function isAct({ standards }: Mention): boolean {
  return standards.every(({ standard }) => standard === euAct);
}

/**
 * Whether a law says nothing of a clause: one that is called so, or "Kap. 9.2" (the chapters of laws have no parts), in a sentence
 * that speaks of no contract (those have clauses, and laws ask for them).
 */
export function isClauseBesideLaws(run: Run, { form, head, first, members }: RawReference): boolean {
  const word = run.tokens[head];
  const isCalledSo = members[0]!.parts.length > 1 ? isClauseWord(word) : isWord(word, clauseWords);
  if (form !== 'clause' || !isCalledSo) return false;
  for (let at = first - 1; at >= 0 && at > first - longestSentence && !isEnd(run, at); at--)
    if (isContractAt(run.tokens, at)) return false;
  return true;
}

function isClauseWord(token: Token | undefined): boolean {
  return isWord(token, clauseWords) || isWord(token, clauseLikeWords);
}

/** "Art. 28 GDPR" is no end of a sentence. */
function isEnd(run: Run, at: number): boolean {
  return endsSentence(run, at) && !isWord(run.tokens[at - 1], articleWords);
}

/** In tokens. */
const longestSentence = 100;

/** `Art. 30(1)(b) of the GDPR`, `GDPR Art. 30`: what stands right beside such a law is not of it again. */
export function hasItsArticle({ tokens }: Run, { first, end }: Mention): boolean {
  if (isWord(tokens[end], articleWords)) return true;
  // "Art. 30, GDPR clause 7.5"
  const before = tokens[first - 1];
  if (before?.kind === 'mark' ? !').'.includes(before.text) : isWord(before, andWords) && before!.lower !== 'of')
    return false;
  for (let at = first - 1; at >= 0 && at > first - longestArticle; at--) {
    if (isWord(tokens[at], articleWords)) return true;
    if (isClauseWord(tokens[at]) || tokens[at]!.text === ';') return false;
  }
  return false;
}

/** In tokens: "Art. 6(1)(f) and (2) of the". */
const longestArticle = 14;
