/** Which standards does a document name in passing only: as planned or wanted, or in a sentence of which nothing else is said? */
import type { Block } from '../../markdown/blocks.js';
import { isIntroducing, saysLater } from '../sections/plannedStandards.js';
import {
  accordWords,
  andWords,
  basisWords,
  leadWords,
  nextWords,
  planWords,
  thisWords,
  untilWords,
  wantWords,
  yearWords,
} from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { endsSentence, type Run } from '../text/run.js';
import { isPrefix } from '../text/runNames.js';
import type { Runs } from '../text/runs.js';
import { isMark, isWord, isYear, type Token } from '../text/tokens.js';
import { saysWhatHoldsByDefault } from './documentEvidence.js';

/**
 * How a standard is named: for later (`planned`), in a sentence behind the first reference (`aside`) or before it
 * (`opening`), at the head of a section that is not the title (`part`), right at a reference (`reference`).
 */
export type Passing = 'planned' | 'aside' | 'opening' | 'part' | 'reference';

/** The document as it is looked through for such names. */
export interface NamingDocument {
  readonly runs: Runs;
  /** Indexes of the blocks with digits. */
  readonly numbered: readonly number[];
  /** Indexes of the headings that are its title. */
  readonly titles: readonly number[];
  /** The standards that front matter names. */
  readonly inFront: readonly string[];
  /** Offset of the first reference in the text. */
  readonly firstReference: number;
}

/** What a document says of the standards of the catalog: those that it is about, and those that it only names. */
export interface NamedSomehow {
  readonly about: ReadonlySet<string>;
  readonly passing: ReadonlyMap<string, Passing>;
}

/** What counts of several: the first of these that is among them. */
const byWeight: readonly Passing[] = ['reference', 'part', 'opening', 'aside', 'planned'];

/** Whether each standard of the catalog is named in passing only, and how. Linear in the length of the document. */
export function namedSomehow(document: NamingDocument): NamedSomehow {
  const about = new Set<string>(document.inFront);
  const passing = new Map<string, Passing>();
  const atReferences = new Map<string, number>();
  for (const index of document.numbered) {
    if (!document.runs.isProse(index)) continue;
    const run = document.runs.of(index);
    for (let at = 0; at < run.mentions.length; at++) {
      const known = run.mentions[at]!.standards.filter((named) => named.known && !about.has(named.standard));
      if (known.length === 0) continue;
      const how = howNamed(index, run, at, document);
      for (const { standard } of known) {
        const count = (atReferences.get(standard) ?? 0) + (how === 'reference' ? 1 : 0);
        if (how === 'about' || count > mostReferencesInPassing) about.add(standard);
        else {
          atReferences.set(standard, count);
          const other = passing.get(standard) ?? how;
          passing.set(standard, byWeight.indexOf(other) < byWeight.indexOf(how) ? other : how);
        }
      }
    }
  }
  for (const standard of about) passing.delete(standard);
  return { about, passing };
}

/** More than these are no single ones: the document is about that standard, too. */
const mostReferencesInPassing = 20;

function howNamed(index: number, run: Run, at: number, document: NamingDocument): Passing | 'about' {
  const block = document.runs.blocks[index]!;
  const mention = run.mentions[at]!;
  if (document.titles.includes(index) || saysWhatHoldsByDefault(run.traits)) return 'about';
  // "The following controls of ISO/IEC 42001 are planned."
  const next = document.runs.blocks[index + 1];
  const leadsOn = next && ((next.list >= 0 && next.list !== block.list) || (next.table >= 0 && block.table < 0));
  if (leadsOn && someOfSentence(run, mention, isIntroducing)) return 'about';
  if (isForLater(run, at)) return 'planned';
  if (block.kind === 'heading') return 'part';
  if (block.table >= 0 || introduces(run, mention, block) || isBasis(run, mention)) return 'about';
  if (isPrefix(run, mention)) return 'reference';
  return run.base + mention.start > document.firstReference ? 'aside' : 'opening';
}

/** `Standard: ISO/IEC 42001`, `- ISO/IEC 42001:2023 – AI management`, "We look at ISO/IEC 42001:" */
function introduces(run: Run, mention: Mention, { list }: Block): boolean {
  const { tokens } = run;
  if (tokens.length - (mention.end - mention.first) <= mostBeside || leadsIn(run, mention)) return true;
  return !isPrefix(run, mention) && ((list >= 0 && mention.first === 0) || isMark(tokens[mention.end], ':'));
}

/** "We look at the controls of ISO/IEC 42001:" */
function leadsIn(run: Run, { end }: Mention): boolean {
  const last = run.tokens.length - 1;
  if (!isMark(run.tokens[last], ':') || last - end > mostOfSentence) return false;
  for (let at = end; at < last; at++) if (endsSentence(run, at)) return false;
  return true;
}

/** In tokens: a block that is hardly more than the name of a standard. */
const mostBeside = 3;

/** "This policy follows ISO/IEC 42001", "Wir setzen ISO/IEC 42001 um": it says what the document is about. */
function isBasis(run: Run, mention: Mention): boolean {
  return someOfSentence(run, mention, (token) =>
    [accordWords, basisWords, thisWords].some((set) => isWord(token, set)),
  );
}

/** "Next year we look at ISO/IEC 42001", "ISO/IEC 42001 ist geplant", "a customer wants ISO/IEC 42001 until 2027" */
function isForLater(run: Run, index: number): boolean {
  const { tokens } = run;
  const mention = run.mentions[index]!;
  // "ISO/IEC 42001 by 2027"
  if (isWord(tokens[mention.end], untilWords) && isYear(tokens[mention.end + 1])) return true;
  return someOfSentence(run, mention, (token, at) => {
    const isLater =
      saysLater(tokens, at) ||
      isWord(token, wantWords) ||
      (isWord(token, planWords) && isVerb(tokens, at, mention)) ||
      (isWord(token, nextWords) && (isOfYear(tokens[at - 1]) || isOfYear(tokens[at + 1])));
    return isLater && speaksOf(run, at, index);
  });
}

/** "year", "l’année" */
function isOfYear(token: Token | undefined): boolean {
  return token?.kind === 'word' && yearWords.has(token.lower.replace(/^\p{L}['’]/u, ''));
}

/** "We plan ISO/IEC 42001", "want to follow", "plans an ISO/IEC 42001 certification"; not "the plan follows", "our plan meets". */
function isVerb(tokens: readonly Token[], at: number, { first }: Mention): boolean {
  if (isWord(tokens[at - 1], leadWords)) return false;
  return tokens[at + 1]?.lower === 'to' || (at < first && first - at <= mostOfObject);
}

/** In tokens: "wants us to meet ISO". */
const mostOfObject = 4;

/** Whether a word of the sentence of a mention is said of it, and not of another standard that is named there. */
function speaksOf({ tokens, mentions }: Run, at: number, index: number): boolean {
  const mention = mentions[index]!;
  if (at < mention.first) {
    const before = mentions[index - 1];
    return !before || before.first > at || endsClause(tokens, before.end, at) || before.end <= at - mostOfClause;
  }
  const next = mentions[index + 1];
  return !next || next.first < at || !endsClause(tokens, mention.end, at);
}

/** In tokens. */
const mostOfClause = 12;

/** "ISO/IEC 27001 and plan", "ISO/IEC 27001, later": what stands between begins something new. */
function endsClause(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at <= to; at++)
    if (isMark(tokens[at], ',') || isMark(tokens[at], ';') || isWord(tokens[at], andWords)) return true;
  return false;
}

/** In tokens, on either side of a mention. */
const mostOfSentence = 40;

function someOfSentence(run: Run, { first, end }: Mention, is: (token: Token, at: number) => boolean): boolean {
  const { tokens } = run;
  for (let at = first - 1; at >= 0 && at >= first - mostOfSentence && !endsSentence(run, at); at--)
    if (is(tokens[at]!, at)) return true;
  for (let at = end; at < tokens.length && at < end + mostOfSentence && !endsSentence(run, at); at++)
    if (is(tokens[at]!, at)) return true;
  return false;
}
