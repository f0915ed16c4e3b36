/**
 * The grammar of citations: tokens and mentions of one run of prose → raw references, before anything is known of the
 * catalog. docs/references.md says the same for people. Linear: every step consumes tokens and never goes back more
 * than a bounded number of them.
 */

import { readAnnexId, readAnnexWord, skipAppendix } from './grammar/annex.js';
import { readParenthesised } from './grammar/bracketNumbers.js';
import {
  readAccordedNumber,
  readBehindLabel,
  readBesideControl,
  readClosingNumber,
  readContinuingNumber,
  readHeadedNumber,
  readItemOfStandard,
  readListedRange,
  readNamedNumber,
  readRemarkedControl,
  readSectionNumber,
  readTitledNumber,
} from './grammar/freeNumbers.js';
import {
  readAfterMention,
  readBareNumber,
  readBracketedNumber,
  readLabelledNumber,
  readLetteredNumber,
  readNumberOfStandard,
  readWordAndNumbers,
  startsBareNumber,
} from './grammar/numbers.js';
import { readNumberOfAnnex, readOldNumber, readRenamedNumber } from './grammar/renamedNumbers.js';
import { type BareNumbers, type NumberHints, noHints, type RawReference, type Reader } from './grammar/types.js';
import {
  accordWords,
  annexWords,
  appendixWords,
  clauseWords,
  controlWords,
  dottedSection,
  germanNumbers,
  sectionWords,
  seeWords,
} from './text/lexicon.js';
import type { Mention } from './text/mentions.js';
import { isMark, isWord, type Token } from './text/tokens.js';
import { trait } from './text/words.js';

export type { BareNumbers, Form, Member, NumberHints, RawReference } from './grammar/types.js';

/** Finds the raw references of a run, in order. */
export function readReferences(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  bare: BareNumbers,
  hints: NumberHints = noHints,
): RawReference[] {
  const reader: Reader = {
    tokens,
    mentions,
    found: [],
    hints,
  };
  let at = 0;
  let coming = 0;
  while (at < tokens.length) {
    while (coming < mentions.length && mentions[coming]!.first < at) coming++;
    const mention = mentions[coming]?.first === at ? mentions[coming]! : null;
    const { kind, traits } = tokens[at]!;
    // Hardly any word of a text begins a citation.
    if (kind === 'word' && mention === null && (traits & trait.reference) === 0) {
      at++;
      continue;
    }
    const next = mention ? readAfterMention(reader, mention) : readAt(reader, at, bare);
    at = next > at ? next : at + 1;
  }
  return reader.found;
}

/** Annex A of 27001:2013 goes to A.18, clauses of 27701:2019 to 8. */
const highestFirstNumber = 18;

/** What may make a number without a word of its own a reference; the first that reads it has it. */
const numberReaders = [
  readLetteredNumber,
  readTitledNumber,
  readBracketedNumber,
  readNumberOfStandard,
  readLabelledNumber,
  readSectionNumber,
  readParenthesised,
  readBesideControl,
  readListedRange,
  readRemarkedControl,
  readHeadedNumber,
  readItemOfStandard,
  readNamedNumber,
  readRenamedNumber,
  readOldNumber,
  readNumberOfAnnex,
  readClosingNumber,
  readContinuingNumber,
  readAccordedNumber,
  readBehindLabel,
];

/** "(Nr. 9.3)", "nach Nr. 9.3", and at the beginning of a cell; "Rechnung Nr. 9.3" is something else. */
function isCitedNumber(before: Token | undefined): boolean {
  return before === undefined || isMark(before, '(') || isWord(before, accordWords) || isWord(before, seeWords);
}

/** Reads what starts at the token, where no standard is named; returns the index after it, or the same index where nothing starts. */
function readAt(reader: Reader, at: number, bare: BareNumbers): number {
  const token = reader.tokens[at]!;
  if (token.kind === 'word') {
    if (annexWords.has(token.lower)) return readAnnexWord(reader, at);
    if (appendixWords.has(token.lower)) return skipAppendix(reader, at);
    if (token.lower === 'a' || token.lower === 'b') return readAnnexId(reader, at);
    if (clauseWords.has(token.lower)) return readWordAndNumbers(reader, at, 'clause', false);
    if (sectionWords.has(token.lower) || token.lower === dottedSection)
      return readWordAndNumbers(reader, at, 'clause', true);
    if (controlWords.has(token.lower)) return readWordAndNumbers(reader, at, 'control', false);
    if (germanNumbers.has(token.text) && isCitedNumber(reader.tokens[at - 1]))
      return readWordAndNumbers(reader, at, 'clause', true);
    return at;
  }
  if (token.kind === 'mark' && token.text === '§') return readWordAndNumbers(reader, at, 'clause', true);
  // Nothing of ours begins above 18: 192.168.8.15 is an address, 2024.5.1 a version.
  if (token.kind !== 'number' || token.parts[0]! > highestFirstNumber) return at;
  if (bare !== 'none' && startsBareNumber(reader, at)) return readBareNumber(reader, at, bare);
  for (const read of numberReaders) {
    const next = read(reader, at);
    if (next > at) return next;
  }
  return at;
}
