/**
 * Of which management systems does a sentence speak? "The ISMS audit covered A.5.19" in a manual of the AIMS cites the
 * standard of the ISMS: its subject tells more of it than the title of the document does.
 */
import type { Catalog } from '../../catalog/types.js';
import type { DraftReference } from '../draft.js';
import type { RawReference } from '../grammar.js';
import { findInForce } from '../resolve/lookup.js';
import { type Outcome, resolvedBySubject } from '../resolve/outcome.js';
import { andWords, itsWords, leadWords, roleWords } from '../text/lexicon.js';
import { endsSentence, lastMentionBefore, type Run, sentenceCounter } from '../text/run.js';
import type { NamedStandard, StandardNames } from '../text/standardNames.js';
import { isMark, isWord } from '../text/tokens.js';
import { systemsIn } from './systems.js';

/** What a sentence says of management systems. */
export interface SpokenSystems {
  /** The one that is the subject of the clause in which a reference stands, with no standard named between. */
  readonly subject: NamedStandard | null;
  /** Those that the sentence names around the reference. */
  readonly named: readonly NamedStandard[];
}

/** In tokens before the name of a system: "The certified ISMS", "In unserem ISMS". */
const longestLead = 3;
/** In tokens: "In May, the ISMS audit". */
const longestOpening = 8;
/** In tokens: a list of controls is long. */
const longestClause = 120;

/** For each reference of a run what its sentence says; to be asked in the order of the text. Null where it names no system. */
export function systemsOfSentences(
  run: Run,
  names: StandardNames,
): (raw: RawReference, sentence: number) => SpokenSystems | null {
  const { tokens } = run;
  // "The information security management system (ISMS)" names one.
  const systems = systemsIn(run, names).filter(
    ({ standards, first }) => standards[0]!.known && !isMark(tokens[first - 1], '('),
  );
  if (systems.length === 0) return () => null;
  const sentenceOf = sentenceCounter(run);
  let last = { first: 0, sentence: -1 };
  const places = systems.map(({ first, standards }) => {
    const sentence = sentenceOf(first);
    const isSecond = sentence === last.sentence;
    // "The ISMS and the AIMS" are both spoken of, unless something was cited for the first.
    const isOneOfTwo = isSecond && !tokens.slice(last.first, first).some(({ parts }) => parts.length > 1);
    last = { first, sentence };
    return { ...last, named: standards[0]!, isSubject: !isOneOfTwo && isSubject(run, first, isSecond) };
  });
  let nearest = -1;
  return (raw, sentence) => {
    while (places[nearest + 1] && places[nearest + 1]!.first < raw.first) nearest++;
    const beside = places.slice(Math.max(0, nearest - 1), nearest + 2).filter((place) => place.sentence === sentence);
    if (beside.length === 0) return null;
    const place = places[nearest];
    const reachesIt = place && reaches(run, place, raw);
    return { subject: reachesIt ? place.named : null, named: beside.map(({ named }) => named) };
  };
}

/**
 * Whether nothing between the subject of a sentence and a reference ends what is said of it: a sentence or clause, or
 * the name of a standard.
 * Another system is what goes on: "They have an AIMS certificate; its scope follows clause 4.3".
 */
function reaches(run: Run, system: { first: number; isSubject: boolean }, raw: RawReference): boolean {
  const mention = run.mentions[lastMentionBefore(run, raw.start)];
  if (raw.first - system.first > longestClause || (mention && mention.first > system.first)) return false;
  let { isSubject } = system;
  for (let at = system.first; at < raw.first; at++) {
    if (!'.;!?'.includes(run.tokens[at]!.text) || run.tokens[at + 1]!.gap === 0) continue;
    if (!isMark(run.tokens[at], ';') || !isWord(run.tokens[at + 1], itsWords)) return false;
    isSubject = true;
  }
  return isSubject;
}

/** "The certified ISMS …", "In May, the ISMS audit …", "…, the AIMS audit A.5.2" behind another system; not "the ISMS manager". */
function isSubject(run: Run, first: number, isBehindOther: boolean): boolean {
  const { tokens } = run;
  if (isWord(tokens[isMark(tokens[first + 1], '-') ? first + 2 : first + 1], roleWords)) return false;
  let lead = first;
  while (first - lead < longestLead && isOfLead(run, lead - 1)) lead--;
  if (lead < first && !isWord(tokens[lead], leadWords)) return false;
  const mark = tokens[lead - 1];
  if (mark === undefined || endsSentence(run, lead - 1) || ';:*"'.includes(mark.text)) return true;
  if (isBehindOther) return lead < first || isMark(mark, ',');
  return lead < first && isMark(mark, ',') && isOpening(run, lead - 1);
}

/** A word before the name, on its line; what stands before "and the AIMS audit" is none of it. */
function isOfLead({ tokens }: Run, at: number): boolean {
  return tokens[at]?.kind === 'word' && !isWord(tokens[at], andWords) && tokens[at + 1]!.gap < 2;
}

/** Whether the sentence begins right before the comma. */
function isOpening(run: Run, comma: number): boolean {
  for (let at = comma - 1; at >= comma - longestOpening; at--) if (at < 0 || endsSentence(run, at)) return true;
  return false;
}

/**
 * The outcome, or the system that the sentence of a reference speaks of: what only title, headings or the sentences before tell is of the
 * standard whose system is the subject, if that has the id in force; and what nobody has whose standard is named there, of the one
 * system in the sentence that does. "The audit of the AIMS (A.6.8)" names its own, which stays.
 */
export function ofSentence(outcome: Outcome, draft: DraftReference, catalog: Catalog): Outcome {
  const { spoken, where } = draft;
  if (!spoken) return outcome;
  const isLacking = outcome.state === 'contested' || (outcome.state === 'unknown' && !outcome.tight);
  const by = outcome.state === 'contested' ? outcome.nearBy : 'by' in outcome ? outcome.by : 'none';
  const isOfLine = by === 'line' || by === 'tag';
  const { subject, named } = spoken;
  // The head of a column says more than the words of a cell.
  const isAfar = outcome.state === 'resolved' && !isOfLine && !(by === 'block' && where === 'table');
  const isOfOther = isAfar && outcome.named.length === 1 && outcome.named[0]!.standard !== subject?.standard;
  const has = (one: NamedStandard): boolean => hasInForce(one, draft, catalog);
  const isBySubject = subject && (isLacking || isOfOther) && has(subject);
  const having = isBySubject ? [subject] : isLacking && !isOfLine ? named.filter(has) : [];
  if (having.length === 0 || having.some(({ standard }) => standard !== having[0]!.standard)) return outcome;
  return resolvedBySubject(having[0]!);
}

/** Whether the edition in force has the id as what it is written as. */
function hasInForce({ standard }: NamedStandard, draft: DraftReference, catalog: Catalog): boolean {
  const found = findInForce(standard, draft, catalog);
  return draft.form === 'clause' ? found?.form === 'clause' : found?.entry.kind === 'control';
}
