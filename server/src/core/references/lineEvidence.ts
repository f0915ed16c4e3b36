/** What the words beside a reference say about its standard and edition: right at it, and in its line. */
import type { ResolvedBy } from '../document.js';
import type { Evidence } from './draft.js';
import { beginsPhrase } from './grammar/bounds.js';
import type { RawReference } from './grammar.js';
import {
  agentWords,
  andWords,
  auditLabelWords,
  auditStandards,
  draftWords,
  eachWords,
  extendingWords,
  genitiveWords,
  itsWords,
  likeWords,
  ofWords,
  sectionWords,
  seeWords,
  standardWords,
} from './lexicon.js';
import type { Mention } from './mentions.js';
import { hasItsArticle, isAct, isClauseBesideLaws } from './passingLaws.js';
import { movedTo, movingOn } from './renamed.js';
import { beginsNumberedLine, endsSentence, lastMentionBefore, mentionAtToken, type Run } from './run.js';
import { hasOtherAnnex } from './runNames.js';
import { evidence } from './scope.js';
import type { NamedStandard, StandardNames } from './standardNames.js';
import { systemBeside } from './systems.js';
import { isMark, isWord, type Token } from './tokens.js';
import { yearLayer } from './yearEvidence.js';

function noneNamed(by: ResolvedBy): Evidence {
  return { by, standards: [], tight: false, joined: false, editionHint: null };
}

/** Mentions farther back in the same block say nothing that the nearest few did not: a bound keeps long blocks linear. */
const mentionsLookedBack = 4;
/** Tokens between a mention and a reference that can still be one sentence. */
const longestSentence = 300;

/** What the references of one run say of each other. */
export interface RunReferences {
  /** In the order of the text; what stands behind the last of a list goes for all of them. */
  readonly raws: readonly RawReference[];
  /** Mentions that are the prefix of a reference: they are not read as standing behind another one. */
  readonly prefixes: ReadonlySet<Mention>;
  /** What stands right behind a reference: "A.8.4 of ISO/IEC 42001", `A.5.15 (ISO/IEC 27001)`. */
  readonly followers: ReadonlyMap<RawReference, Mention>;
  /** All that stand right at a reference, before or behind it. */
  readonly taken: ReadonlySet<Mention>;
  /** What stands right at an earlier reference of the list that one stands in: "42001 A.3.2, A.3.3". */
  readonly listStarts: ReadonlyMap<RawReference, Mention>;
  /** The last reference of the list that one stands in, where that is another one. */
  readonly listEnds: ReadonlyMap<RawReference, RawReference>;
  /** The new numbers of those that moved on to another one. */
  readonly movedTo: ReadonlySet<RawReference>;
  /** Laws that say nothing of the clauses beside them. */
  readonly passing?: ReadonlySet<Mention>;
}

/**
 * "sections 6.1.2 and 6.1.3 of ISO 27001", "le § 9.2 et l'article 10.1 de la norme", "clause 4.1 and clause 4.2 of the lease"
 * name what they belong to once, behind all of them.
 */
export function relate(run: Run, found: readonly RawReference[]): RunReferences {
  const old = movingOn(run, found);
  const raws = found.map((raw) =>
    raw.attached && (saysOfWhat(run, raw) || (old.has(raw) && namesEdition(raw.attached)))
      ? { ...raw, attached: null }
      : raw,
  );
  const prefixes = new Set<Mention>();
  for (const raw of raws) if (raw.attached) prefixes.add(raw.attached);
  const listEnds = new Map<RawReference, RawReference>();
  for (let i = raws.length - 2; i >= 0; i--) {
    const next = raws[i + 1]!;
    if (!areJoined(run, raws[i]!, next)) continue;
    const end = listEnds.get(next) ?? next;
    const { ofStandard, ofEach, ofOwnDocument } = end;
    if (ofStandard || ofOwnDocument) raws[i] = { ...raws[i]!, ofStandard, ofEach, ofOwnDocument };
    listEnds.set(raws[i]!, end);
  }
  const followers = followersOf(run, raws, prefixes);
  const taken = new Set([...prefixes, ...followers.values()]);
  return {
    raws,
    prefixes,
    followers,
    taken,
    listStarts: listStartsOf(run, raws, followers),
    listEnds,
    movedTo: movedTo(run, raws),
  };
}

function listStartsOf(
  run: Run,
  raws: readonly RawReference[],
  followers: ReadonlyMap<RawReference, Mention>,
): ReadonlyMap<RawReference, Mention> {
  const starts = new Map<RawReference, Mention>();
  for (let i = 1; i < raws.length && run.mentions.length > 0; i++) {
    const [before, raw] = [raws[i - 1]!, raws[i]!];
    const start = before.attached ?? followers.get(before) ?? starts.get(before);
    if (start && areJoined(run, before, raw)) starts.set(raw, start);
  }
  return starts;
}

function followersOf(
  run: Run,
  raws: readonly RawReference[],
  prefixes: ReadonlySet<Mention>,
): ReadonlyMap<RawReference, Mention> {
  const followers = new Map<RawReference, Mention>();
  if (run.mentions.length === 0) return followers;
  for (const raw of raws) {
    const follower = attachedAfter(run, raw, prefixes);
    if (follower) followers.set(raw, follower);
  }
  return followers;
}

/** "clause 9.2 of ISO 27001, clause 5.7.2 of ISO 27701", "4.1 ISO 27001, 4.1 ISO 14001": what stands behind is meant, not what stands before. */
function saysOfWhat(run: Run, raw: RawReference): boolean {
  const isBehind = isWord(run.tokens[raw.last], ofWords) || mentionAtToken(run, raw.last) !== null;
  return isBehind && attachedAfter(run, raw, new Set()) !== null;
}

function namesEdition({ standards }: Mention): boolean {
  return standards.some(({ edition }) => edition !== null);
}

/** Whether nothing but separators stands between two references of one kind. */
function areJoined(run: Run, raw: RawReference, next: RawReference): boolean {
  const from = behindGloss(run.tokens, raw.last);
  if (raw.form !== next.form || next.attached !== null || next.first - from > longestJoint) return false;
  const between = run.tokens.slice(from, next.first);
  return between.some((token) => isMark(token, ',') || isWord(token, andWords)) && between.every(isJoint);
}

/** "clause 9.2 (audit) and clause 10.1 (termination)": the token behind words in brackets. */
function behindGloss(tokens: readonly Token[], from: number): number {
  if (!isMark(tokens[from], '(')) return from;
  let at = from + 1;
  while (at < from + longestGloss && tokens[at]?.kind === 'word') at++;
  return isMark(tokens[at], ')') ? at + 1 : from;
}

/** In tokens, with its brackets. */
const longestGloss = 6;

/** In tokens: ", and", "et l'article". */
const longestJoint = 4;

function isJoint(token: Token): boolean {
  return (
    ",/&'’§".includes(token.text) || isWord(token, andWords) || isWord(token, ofWords) || isWord(token, sectionWords)
  );
}

/** Layers inside one run: the prefix, what follows with "of" or in brackets, the nearest before, the first after. */
export function lineEvidence(
  run: Run,
  raw: RawReference,
  { raws, prefixes, followers, taken, listStarts, listEnds, passing }: RunReferences,
  names: StandardNames,
): Evidence[] {
  const layers: Evidence[] = [];
  const isBesideLaws = passing !== undefined && passing.size > 0 && isClauseBesideLaws(run, raw);
  const isPassing = (mention: Mention): boolean => isAct(mention) || (isBesideLaws && passing.has(mention));
  const isOfArticle = (mention: Mention): boolean => isPassing(mention) && hasItsArticle(run, mention);
  if (raw.attached && !isOfArticle(raw.attached)) {
    const layer = evidence(isTagPrefix(run, raw) ? 'tag' : 'line', raw.attached, true);
    const isOfNext = goesOnBehindExtended(run, raw, raws);
    const isOfItem = labelsItem(run, raw.attached);
    layers.push(isOfNext || isOfItem ? { ...layer, isExtended: isOfNext, labelsItem: isOfItem } : layer);
  }
  const follower = followers.get(raw) ?? attachedBehindList(run, listEnds.get(raw), prefixes);
  // "We align clause 9.2 with the GDPR."
  const isAgent = isWord(run.tokens[raw.last], agentWords);
  if (follower && !(isAgent ? isPassing : isOfArticle)(follower)) layers.push(evidence('line', follower, true));
  const system = raw.attached || follower ? null : systemBeside(run, raw.first, raw.last, names);
  if (system?.tight) layers.push({ ...noneNamed('line'), standards: [system.named], tight: !system.named.known });
  const layerOfYear = yearLayer(run, raw, names.years, listEnds.get(raw));
  if (layerOfYear) layers.push(layerOfYear);
  const before = lastMentionBefore(run, raw.start);
  let foundBefore = false;
  for (let i = before; i >= 0 && i > before - mentionsLookedBack; i--) {
    const mention = run.mentions[i]!;
    if (mention === raw.attached || isForAnother(mention, raw) || isPassing(mention)) continue;
    const isSame = sameSentence(run, mention.end, raw.first);
    if (!isSame && isAboveNumberedLine(run, mention.end, raw.first)) break;
    const isOfAnother = taken.has(mention) && listStarts.get(raw) !== mention;
    layers.push({
      ...evidence(isSame ? 'line' : 'block', mention, isSame && isClauseOfAuditing(run, mention, raw)),
      ofAnother: isOfAnother ? 'before' : undefined,
      isLabel: (hasOtherAnnex(mention) && leadsIn(run, mention)) || isInItsBrackets(run, mention, raw),
      labelsItem: labelsItem(run, mention),
      isExtended: raw.form === 'clause' && isExtended(run, mention),
    });
    foundBefore = true;
  }
  if (!foundBefore) {
    // A foreign standard named further on says nothing about an id before it.
    for (let i = before + 1; i < run.mentions.length && i <= before + mentionsLookedBack; i++) {
      const mention = run.mentions[i]!;
      if (mention.start < raw.end || mention === follower || !mention.standards.some((named) => named.known)) continue;
      // "(Clause 4.1; 27701 A.2.2.3)", "A.9.4, and use (27001 A.5.10)": the prefix of another one is of that alone.
      const isAside = raw.form === 'clause' || isMark(run.tokens[mention.first - 1], '(');
      if (prefixes.has(mention) && isAside) continue;
      if (isComparison(run, mention)) break;
      if (sameSentence(run, raw.last, mention.first))
        layers.push({
          ...evidence('line', mention),
          ofAnother: taken.has(mention) ? 'behind' : undefined,
          isExtended: raw.form === 'clause' && isExtended(run, mention),
        });
      break;
    }
  }
  return layers;
}

/** "the guidance related to ISO/IEC 27002", "Ergänzungen zu ISO/IEC 27002": of what something else is an extension. */
function isExtended({ tokens }: Run, { first }: Mention): boolean {
  for (let at = first - 1; at >= Math.max(0, first - mostSmall); at--) {
    const token = tokens[at]!;
    if (isWord(token, extendingWords)) return true;
    if (token.kind !== 'word' || token.text.length > longestSmall) return false;
  }
  return false;
}

/** "clause 5 has the requirements related to ISO/IEC 27001, clause 6 …": the next of a list, and not one of what stands before the comma. */
function goesOnBehindExtended(run: Run, raw: RawReference, [first]: readonly RawReference[]): boolean {
  const { attached, form } = raw;
  if (form !== 'clause' || !attached || !isMark(run.tokens[attached.end], ',')) return false;
  return first!.form === 'clause' && first!.first < attached.first && isExtended(run, attached);
}

/** In tokens, and in letters: "to the", "con la". */
const mostSmall = 4;
const longestSmall = 4;

/** `We meet ISO/IEC 27018: notice (A.10.2)`, `- ISO/IEC 29151 – A.7.3` */
function leadsIn({ tokens }: Run, { first, end }: Mention): boolean {
  const mark = tokens[end];
  const isDash = mark !== undefined && mark.gap > 0 && (isMark(mark, '–') || isMark(mark, '—'));
  return isMark(mark, ':') || (isDash && first <= longestMarks && tokens.slice(0, first).every(isAnyMark));
}

/** `ISO/IEC 27018:2019 (A.2.1 Purpose; A.11.1 Location)`: in the brackets that the name opens. */
function isInItsBrackets({ tokens }: Run, mention: Mention, { first }: RawReference): boolean {
  const { end } = mention;
  if (!isMark(tokens[end], '(') || first - end > longestBrackets) return false;
  // `ISO/IEC 27017:2015 (CLD.6.3.1, A.9.4.4)`
  if (!hasOtherAnnex(mention) && tokens[end + 1]?.text !== 'CLD') return false;
  let depth = 0;
  for (let at = end; at < first; at++) {
    if (isMark(tokens[at], '(')) depth++;
    else if (isMark(tokens[at], ')') && --depth === 0) return false;
  }
  return true;
}

/** In tokens. */
const longestBrackets = 80;

/** In tokens: asterisks and the like. */
const longestMarks = 4;

/** `- ISO/IEC 42001:2023 internal audit: …`, `ISO 42001 – …`: at the beginning, with words for an audit perhaps before the mark. */
function labelsItem({ tokens }: Run, { first, end }: Mention): boolean {
  if (first > longestMarks || !tokens.slice(0, first).every(isAnyMark)) return false;
  let at = end;
  while (at < end + longestLabel && (tokens[at]?.kind === 'number' || isMark(tokens[at], ',') || isOfAudit(tokens[at])))
    at++;
  const [mark, next] = [tokens[at], tokens[at + 1]];
  const isDash = isMark(mark, '–') || isMark(mark, '—') || isMark(mark, '-');
  return (isMark(mark, ':') || (isDash && mark!.gap > 0)) && next !== undefined && next.gap > 0;
}

function isOfAudit(token: Token | undefined): boolean {
  return isWord(token, auditLabelWords);
}

/** In tokens: "internal audit, stage 1". */
const longestLabel = 5;

function isAnyMark({ kind }: Token): boolean {
  return kind === 'mark';
}

/** `IEEE 1012, clause 7.1` says nothing of what comes behind that clause. */
function isForAnother({ onlyForClauseAt }: Mention, { first }: RawReference): boolean {
  return onlyForClauseAt !== undefined && first > onlyForClauseAt + 1;
}

/** "ISO 19011:2018, in clause 6.4", "ISO/IEC 17021-1 (see clause 9.4)", "ISO 19011 and its clause 7.2" */
function isClauseOfAuditing({ tokens }: Run, { standards, end }: Mention, { form, first }: RawReference): boolean {
  if (form !== 'clause' || first - end > longestLead || !standards.every(isOfAuditing)) return false;
  return tokens.slice(end, first).every((token, at, lead) => {
    if (isWord(token, andWords)) return isWord(lead[at + 1], itsWords);
    return token.kind !== 'word' || [ofWords, seeWords, itsWords].some((words) => isWord(token, words));
  });
}

function isOfAuditing({ standard }: NamedStandard): boolean {
  return auditStandards.has(standard);
}

/** In tokens, with the number of a part. */
const longestLead = 6;

/** "clauses 4 to 10 like in ISO/IEC 27001" */
function isComparison(run: Run, mention: Mention): boolean {
  const before = run.tokens[mention.first - 1];
  return isWord(before, likeWords) || (isWord(before, ofWords) && isWord(run.tokens[mention.first - 2], likeWords));
}

/** `27001:A.5.15`: the form of a tag. */
function isTagPrefix(run: Run, raw: RawReference): boolean {
  const mark = run.tokens[raw.first - 1];
  return isMark(mark, ':') && mark!.gap === 0 && raw.attached?.end === raw.first - 1;
}

/** `clause 9.2 of ISO 27001`, `A.5.15 (ISO/IEC 27001:2022)`; not where that mention is the prefix of another reference. */
function attachedAfter(run: Run, raw: RawReference, prefixes: ReadonlySet<Mention>): Mention | null {
  let at = behindTitle(run, raw.last);
  // "| 10.4 The ISO 27001 audit |"
  const [head, next] = [run.tokens[raw.first]!, run.tokens[raw.last]];
  if (head.kind === 'number' && isWord(next, ofWords) && beginsPhrase(next)) return null;
  const short = behindShortWord(run, raw);
  if (short) return prefixes.has(short) ? null : short;
  let steps = 0;
  let bound = false;
  let isOwned = false;
  let isByKind = false;
  while (steps < 5 && at < run.tokens.length) {
    const mention = mentionAtToken(run, at);
    if (mention) {
      // "4.1 ISO 14001)": right behind the number, with nothing of its own behind it.
      const isRight = steps === 0 && at === raw.last && endsPhrase(run.tokens[mention.end]);
      // The only one named may be that of the number before it, too: "6.1.2 y el apartado 6.1.3 de la norma ISO/IEC 27001".
      if (isByKind && mention.standards.some(({ known }) => known) && lastMentionBefore(run, raw.start) < 0)
        return null;
      return isOwned || ((bound || isRight) && !prefixes.has(mention)) ? ourOfList(run, mention) : null;
    }
    const token = run.tokens[at]!;
    if (isWord(token, genitiveWords)) isOwned = true;
    isByKind ||= bound && isWord(token, standardWords);
    if (isMark(token, '(') || isMark(token, '[')) bound = true;
    else if (isWord(token, ofWords)) bound = true;
    // "clause 9.2 of each of ISO/IEC 27001 and ISO/IEC 42001", "clause 7.4 of the draft EN 18286"
    else if (!(bound && leadsToName(run, at)) && !')"\'’A'.includes(token.text) && token.lower !== 'annex') return null;
    at++;
    steps++;
  }
  return null;
}

/** "A.8.4 i 27001, ikke …", "A.8.4 z ISO/IEC 27001.": one short word, and a standard of the catalog that ends the phrase. */
function behindShortWord(run: Run, { form, last, members }: RawReference): Mention | null {
  const { tokens, prose } = run;
  const word = tokens[last];
  if (form !== 'annex' || members[0]!.parts.length < 2 || word?.kind !== 'word') return null;
  if (word.gap !== 1 || word.text.length > longestPreposition || word.text !== word.lower) return null;
  if (isWord(word, ofWords) || isWord(word, andWords) || isWord(word, foreignAnds)) return null;
  const mention = mentionAtToken(run, last + 1);
  if (mention?.first !== last + 1 || !mention.standards.every(({ known }) => known) || !endsPhrase(tokens[mention.end]))
    return null;
  // "in" of the north is "and" of the east.
  const around = prose.slice(Math.max(0, word.start - nearBy), mention.stop + nearBy);
  return word.text === 'i' && !northern.test(around) ? null : mention;
}

/** In letters: what says "in" or "of" in most languages. */
const longestPreposition = 3;
/** In characters. */
const nearBy = 300;
const foreignAnds: ReadonlySet<string> = new Set(
  'og och ja ve és şi și si và та й і и και a är är er är vs not ne ani oraz dan'.split(' '),
);
const northern = /[åäöøæ]|(?:^| )(?:og|och|ikke|inte) /iu;

/** "each", "the draft", "the standard ISO/IEC 27001", "der internationalen Norm ISO/IEC 27001": before a name. */
function leadsToName(run: Run, at: number): boolean {
  const { tokens } = run;
  if ([eachWords, draftWords].some((words) => isWord(tokens[at], words))) return true;
  const isKind = (token: Token | undefined): boolean => token?.kind === 'word' && token.lower.startsWith('interna');
  if (isWord(tokens[at], standardWords)) return mentionAtToken(run, isKind(tokens[at + 1]) ? at + 2 : at + 1) !== null;
  return isKind(tokens[at]) && (isWord(tokens[at + 1], standardWords) || isWord(tokens[at - 1], standardWords));
}

function endsPhrase(token: Token | undefined): boolean {
  return token === undefined || token.gap === 2 || ',;).'.includes(token.text);
}

/** "5.2 of ISO 9001, ISO 14001 and ISO/IEC 27001": of several standards that are named alike, the one that is ours. */
function ourOfList(run: Run, mention: Mention): Mention {
  let last = mention;
  for (const next of run.mentions.slice(run.mentions.indexOf(mention) + 1)) {
    const between = run.tokens.slice(last.end, next.first);
    const isJoined =
      between.length > 0 && between.every((token) => ',/&'.includes(token.text) || isWord(token, andWords));
    if (!isJoined || last.standards.some(({ known }) => known)) break;
    last = next;
  }
  return last.standards.some(({ known }) => known) ? last : mention;
}

/** `10.1 (Non conformità e azioni correttive) della ISO 27001`: the token behind the title, where "of" follows on it. */
function behindTitle(run: Run, from: number): number {
  const { tokens } = run;
  if (!isMark(tokens[from], '(')) return from;
  let at = from + 1;
  while (at < from + longestTitle && tokens[at]?.kind === 'word' && !mentionAtToken(run, at)) at++;
  return isMark(tokens[at], ')') && isWord(tokens[at + 1], ofWords) ? at + 1 : from;
}

/** In tokens. */
const longestTitle = 14;

/** Behind a list only "of ISO 27001" speaks of all its members; brackets speak of the last. */
function attachedBehindList(run: Run, end: RawReference | undefined, prefixes: ReadonlySet<Mention>): Mention | null {
  return end && isWord(run.tokens[end.last], ofWords) ? attachedAfter(run, end, prefixes) : null;
}

function isAboveNumberedLine({ tokens }: Run, from: number, to: number): boolean {
  for (let at = Math.max(from, to - longestSentence); at <= to; at++) if (beginsNumberedLine(tokens, at)) return true;
  return false;
}

function sameSentence(run: Run, from: number, to: number): boolean {
  if (to - from > longestSentence) return false;
  for (let at = from; at < to; at++) if (endsSentence(run, at)) return false;
  return true;
}
