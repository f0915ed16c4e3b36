/**
 * Of which management systems does a sentence speak? "The ISMS audit covered A.5.19" in a manual of the AIMS cites the standard of the ISMS:
 * its subject tells more of it than the title of the document does.
 */
import type { Catalog } from '../catalog/types.js';
import type { DraftReference } from './draft.js';
import type { RawReference } from './grammar.js';
import { andWords, leadWords, roleWords, whileWords } from './lexicon.js';
import { findIn } from './lookup.js';
import type { Mention } from './mentions.js';
import type { Outcome } from './outcome.js';
import { endsSentence, lastMentionBefore, type Run, sentenceCounter } from './run.js';
import type { NamedStandard, StandardNames } from './standardNames.js';
import { systemsIn } from './systems.js';
import { isMark, isWord } from './tokens.js';

/** What a sentence says of management systems. */
export interface SpokenSystems {
  /** The one that is the subject of the clause in which a reference stands, with no standard named between. */
  readonly subject: NamedStandard | null;
  /** All that the sentence names. */
  readonly named: readonly NamedStandard[];
}

/** In tokens before the name of a system: "The certified ISMS", "In unserem ISMS". */
const longestLead = 3;
/** In tokens: "In May, the ISMS audit". */
const longestOpening = 8;

/** For each reference of a run what its sentence says; to be asked in the order of the text. Null where it names no system. */
export function systemsOfSentences(
  run: Run,
  raws: readonly RawReference[],
  names: StandardNames,
): (raw: RawReference, sentence: number) => SpokenSystems | null {
  const systems = systemsIn(run, names).filter(({ standards }) => standards[0]!.known);
  if (systems.length === 0) return () => null;
  const sentenceOf = sentenceCounter(run);
  const sentences = new Map<number, Map<string, NamedStandard>>();
  const subjects: boolean[] = [];
  let cited = 0;
  let before: Placed | null = null;
  for (const { first, standards } of systems) {
    const from = cited;
    while (raws[cited] && raws[cited]!.first < first) cited++;
    const place: Placed = { standard: standards[0]!.standard, sentence: sentenceOf(first) };
    const other: Placed | null = before?.sentence === place.sentence ? before : null;
    const isAgain = other?.standard === place.standard && subjects[subjects.length - 1]!;
    // "The ISMS and the AIMS" are both spoken of, unless something was cited for the first.
    const isOneOfTwo = other !== null && from === cited && other.standard !== place.standard;
    subjects.push(isAgain || (!isOneOfTwo && isSubject(run, first, other !== null)));
    sentences.set(place.sentence, (sentences.get(place.sentence) ?? new Map()).set(place.standard, standards[0]!));
    before = place;
  }
  let nearest = -1;
  return (raw, sentence) => {
    while (systems[nearest + 1] && systems[nearest + 1]!.first < raw.first) nearest++;
    const named = sentences.get(sentence);
    if (!named) return null;
    const system = subjects[nearest] ? systems[nearest]! : null;
    return { subject: system && reaches(run, system, raw) ? system.standards[0]! : null, named: [...named.values()] };
  };
}

interface Placed {
  readonly standard: string;
  readonly sentence: number;
}

/** Whether nothing between a system and a reference ends what is said of it: a sentence or clause, or the name of a standard. */
function reaches(run: Run, { end }: Mention, raw: RawReference): boolean {
  const mention = run.mentions[lastMentionBefore(run, raw.start)];
  if (raw.first - end > longestClause || (mention && mention.first >= end)) return false;
  for (let at = end; at < raw.first; at++)
    if ('.;!?'.includes(run.tokens[at]!.text) && run.tokens[at + 1]!.gap > 0) return false;
  return true;
}

/** In tokens: a list of controls is long. */
const longestClause = 120;

/** "The certified ISMS …", "In May, the ISMS audit …", "…, the AIMS audit A.5.2" behind another system; not "the ISMS manager". */
function isSubject(run: Run, first: number, isBehindOther: boolean): boolean {
  const { tokens } = run;
  if (isWord(tokens[isMark(tokens[first + 1], '-') ? first + 2 : first + 1], roleWords)) return false;
  let lead = first;
  while (lead > 0 && first - lead < longestLead && tokens[lead - 1]!.kind === 'word' && !endsLead(run, lead - 1))
    lead--;
  if (lead < first && !isWord(tokens[lead], leadWords)) return false;
  const mark = tokens[lead - 1];
  if (mark === undefined || endsSentence(run, lead - 1) || ';:*•"“„»'.includes(mark.text)) return true;
  if (isMark(mark, ',')) return isBehindOther || (lead < first && isOpening(run, lead - 1));
  return isBehindOther && lead < first;
}

/** "and the AIMS audit", "while our PIMS": the words of a subject begin behind that. */
function endsLead({ tokens }: Run, at: number): boolean {
  return isWord(tokens[at], andWords) || isWord(tokens[at], whileWords) || tokens[at + 1]!.gap === 2;
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
  const { spoken } = draft;
  if (!spoken) return outcome;
  const has = ({ standard }: NamedStandard): boolean => hasInForce(standard, draft, catalog);
  const { subject } = spoken;
  const lacks = isLacking(outcome);
  if (subject && has(subject) && (lacks || isToldFromAfar(outcome, subject, draft))) return resolvedTo(subject);
  if (!lacks || toldBy(outcome) === 'line') return outcome;
  const having = spoken.named.filter(has);
  return having.length === 1 ? resolvedTo(having[0]!) : outcome;
}

function resolvedTo(named: NamedStandard): Outcome {
  return { state: 'resolved', named: [named], by: 'line', tight: false, isBySubject: true };
}

/** Whether the nearest standard has no such id. */
function isLacking(outcome: Outcome): boolean {
  return outcome.state === 'contested' || (outcome.state === 'unknown' && !outcome.tight);
}

function toldBy(outcome: Outcome): string {
  return outcome.state === 'unknown' ? outcome.by : outcome.state === 'contested' ? outcome.nearBy : 'none';
}

/** Whether the one other standard that a reference was read as stands outside of its line, and not at the head of its column. */
function isToldFromAfar(outcome: Outcome, subject: NamedStandard, { where }: DraftReference): boolean {
  if (outcome.state !== 'resolved' || outcome.tight || outcome.named.length > 1) return false;
  const isNear = outcome.by === 'line' || outcome.by === 'tag' || (outcome.by === 'block' && where === 'table');
  return !isNear && outcome.named[0]!.standard !== subject.standard;
}

/** Whether the edition in force has the id as what it is written as. */
function hasInForce(standard: string, draft: DraftReference, catalog: Catalog): boolean {
  const edition = catalog.edition(standard);
  const found = edition ? findIn(catalog, edition, draft, false) : null;
  return found !== null && (draft.form === 'clause' ? found.form === 'clause' : found.entry.kind === 'control');
}
