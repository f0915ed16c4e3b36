/** What the words beside a reference say about its standard and edition: right at it, and in its line. */
import type { ResolvedBy } from '../../document.js';
import type { Evidence } from '../draft.js';
import { isOneOf } from '../grammar/bounds.js';
import type { RawReference } from '../grammar.js';
import { isSaidPast } from '../past/formerly.js';
import { movedTo, movingOn } from '../past/renamed.js';
import {
  agentWords,
  andWords,
  auditLabelWords,
  auditStandards,
  clauseWords,
  extendingWords,
  itsWords,
  likeWords,
  ofWords,
  purposeWords,
  sectionWords,
  seeWords,
} from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { beginsNumberedLine, endsSentence, lastMentionBefore, mentionAtToken, type Run } from '../text/run.js';
import { hasOtherAnnex } from '../text/runNames.js';
import type { NamedStandard, StandardNames } from '../text/standardNames.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { attachedAfter, attachedBehindList, isOfPhrase, saysWhose } from './nameBehind.js';
import { hasItsArticle, isAct, isClauseBesideLaws, isLaw } from './passingLaws.js';
import { evidence } from './scope.js';
import { systemBeside } from './systems.js';
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
  const prefixes = prefixesOf(raws);
  let listEnds: Map<RawReference, RawReference> | null = null;
  for (let i = raws.length - 2; i >= 0; i--) {
    const next = raws[i + 1]!;
    if (!areJoined(run, raws[i]!, next)) continue;
    const end: RawReference = listEnds?.get(next) ?? next;
    const { ofStandard, ofEach, ofOwnDocument } = end;
    if (ofStandard || ofOwnDocument) raws[i] = { ...raws[i]!, ofStandard, ofEach, ofOwnDocument };
    if (isOfListBehind(run, raws[i]!, end)) raws[i] = { ...raws[i]!, attached: null };
    listEnds ??= new Map();
    listEnds.set(raws[i]!, end);
  }
  const followers = followersOf(run, raws, prefixes);
  return {
    raws,
    prefixes,
    followers,
    taken: followers.size === 0 ? prefixes : new Set([...prefixes, ...followers.values()]),
    listStarts: listStartsOf(run, raws, followers),
    listEnds: listEnds ?? nothing,
    movedTo: movedTo(run, raws),
  };
}

/** For the many texts with one reference, of which nothing of the kind can be said. */
const nothing: ReadonlyMap<RawReference, never> = new Map<RawReference, never>();
const noMentions: ReadonlySet<Mention> = new Set();

function prefixesOf(raws: readonly RawReference[]): ReadonlySet<Mention> {
  if (!raws.some(({ attached }) => attached)) return noMentions;
  const prefixes = new Set<Mention>();
  for (const { attached } of raws) if (attached) prefixes.add(attached);
  return prefixes;
}

function listStartsOf(
  run: Run,
  raws: readonly RawReference[],
  followers: ReadonlyMap<RawReference, Mention>,
): ReadonlyMap<RawReference, Mention> {
  if (raws.length < 2 || run.mentions.length === 0) return nothing;
  const starts = new Map<RawReference, Mention>();
  for (let i = 1; i < raws.length; i++) {
    const before = raws[i - 1]!;
    const raw = raws[i]!;
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
  let followers: Map<RawReference, Mention> | null = null;
  for (let i = 0; i < raws.length && run.mentions.length > 0; i++) {
    const follower = attachedAfter(run, raws[i]!, prefixes);
    if (!follower) continue;
    followers ??= new Map();
    followers.set(raws[i]!, follower);
  }
  return followers ?? nothing;
}

/**
 * "clause 9.2 of ISO 27001, clause 5.7.2 of ISO 27701", "4.1 ISO 27001, 4.1 ISO 14001": what stands behind is meant,
 * not what stands before.
 */
function saysOfWhat(run: Run, raw: RawReference): boolean {
  const { tokens } = run;
  const { attached, last } = raw;
  // "A.5.1 for 27001, A.2.2 for 42001", but not "27001 A.5.15 for ISO 42001, too"
  const isWhose =
    attached && !isMark(tokens[attached.end], ',') ? isWord(tokens[last], ofWords) : saysWhose(tokens[last]);
  const isBehind = isWhose || mentionAtToken(run, last) !== null;
  return isBehind && attachedAfter(run, raw, noMentions) !== null;
}

/**
 * "A.5.9 of ISO 27001, A.8.2 and A.8.4 of ISO 42001", "27001 A.5.9 and A.8.2/A.8.4 of ISO 42001": the first of what is
 * named behind its list.
 */
function isOfListBehind(run: Run, raw: RawReference, end: RawReference): boolean {
  const { tokens } = run;
  if (!raw.attached || !saysOfWhat(run, end)) return false;
  return isBehindOf(tokens, raw.attached.first) || isMark(tokens[raw.last], '/');
}

/** Whether "of", "de l'" or "der" stands before a name. */
function isBehindOf(tokens: readonly Token[], first: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - mostSmall); at--) {
    const token = tokens[at]!;
    if (isWord(token, ofWords)) return true;
    if (token.text.length > longestSmall || token.kind === 'number') return false;
  }
  return false;
}

function namesEdition({ standards }: Mention): boolean {
  return standards.some(({ edition }) => edition !== null);
}

/** Whether nothing but separators stands between two references of one kind. */
function areJoined(run: Run, raw: RawReference, next: RawReference): boolean {
  const from = behindGloss(run.tokens, raw.last);
  if (raw.form !== next.form || next.attached !== null || next.first - from > longestJoint) return false;
  const between = run.tokens.slice(from, next.first);
  const isSeparator = (token: Token): boolean => ',/&'.includes(token.text) || isWord(token, andWords);
  return between.some(isSeparator) && between.every(isJoint);
}

/** "clause 9.2 (audit) and clause 10.1 (termination)": the token behind words in brackets. */
function behindGloss(tokens: readonly Token[], from: number): number {
  if (!isMark(tokens[from], '(')) return from;
  let at = from + 1;
  while (at < from + longestGloss && isOfPhrase(tokens[at])) at++;
  return isMark(tokens[at], ')') ? at + 1 : from;
}

/** In tokens, with its brackets. */
const longestGloss = 14;

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
  const isPassing = (mention: Mention): boolean =>
    isAct(mention) ||
    (isBesideLaws && isLaw(mention) && passing.has(mention)) ||
    (raw.form === 'clause' && isCompanion(run, mention));
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
  // "A.5.9 for ISO 42001" may be done for a standard that has no such control, in a text about another one.
  const isLoose = isWord(run.tokens[raw.last], purposeWords) && follower?.standards.length === 1;
  if (follower && !(isAgent ? isPassing : isOfArticle)(follower)) layers.push(evidence('line', follower, !isLoose));
  const system = raw.attached || follower ? null : systemBeside(run, raw.first, raw.last, names);
  if (system?.tight) layers.push({ ...noneNamed('line'), standards: [system.named], tight: !system.named.known });
  const layerOfYear = yearLayer(run, raw, names, listEnds.get(raw));
  if (layerOfYear) layers.push(layerOfYear);
  const before = lastMentionBefore(run, raw.start);
  let foundBefore = false;
  for (let i = before; i >= 0 && i > before - mentionsLookedBack; i--) {
    const mention = run.mentions[i]!;
    if (mention === raw.attached || isForAnother(mention, raw) || isPassing(mention)) continue;
    if (layers.length > 0 && raw.attached && saysTheSame(mention, raw.attached)) {
      foundBefore = true;
      continue;
    }
    const isSame = sameSentence(run, mention.end, raw.first);
    if (!isSame && isBesideLaws && passing.has(mention) && isOwnSubject(run, raw)) continue;
    if (!isSame && isAboveNumberedLine(run, mention.end, raw.first)) break;
    const isOfAnother = taken.has(mention) && listStarts.get(raw) !== mention;
    const isPast = !isSame && (raw.attached !== null || raw.form === 'clause') && isSaidPast(run, mention, names);
    layers.push({
      ...evidence(
        isSame ? 'line' : 'block',
        isPast ? undated(mention) : mention,
        isSame && isClauseOfAuditing(run, mention, raw),
      ),
      ofAnother: isOfAnother ? 'before' : undefined,
      isAside: isOfAnother && (closesBefore(run, mention, raw) || (!isSame && !prefixes.has(mention))),
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

/** "We moved from ISO 27001:2013 in 2023. See clause 9.2.": of the edition of that sentence the next one says nothing. */
function undated(mention: Mention): Mention {
  return { ...mention, standards: mention.standards.map((named) => ({ ...named, edition: null })) };
}

/** Not "Its clause 4.2", which is one of what the sentence before names, nor "Chapter 4.2", as others than laws have them. */
function isOwnSubject({ tokens }: Run, { head }: RawReference): boolean {
  return isWord(tokens[head], clauseWords) && !isWord(tokens[head - 1], itsWords);
}

/** `27001:A.5.15, 27001:A.5.16`: what a name farther off would add to the one right beside the id. */
function saysTheSame({ standards }: Mention, beside: Mention): boolean {
  return (
    standards.length === beside.standards.length &&
    standards.every(({ standard, edition }, at) => {
      const other = beside.standards[at]!;
      return standard === other.standard && edition === other.edition;
    })
  );
}

/** Whether the brackets in which a standard is named end before the reference. */
function closesBefore({ tokens }: Run, { end }: Mention, { first }: RawReference): boolean {
  let depth = 0;
  for (let at = end; at < first && at < end + longestBrackets; at++) {
    if (isMark(tokens[at], '(')) depth++;
    else if (isMark(tokens[at], ')') && --depth < 0) return true;
  }
  return false;
}

/** "The audit (9.2) is done together with ISO 9001": what is done with a standard of others is not of that alone. */
function isCompanion({ tokens }: Run, { first, standards }: Mention): boolean {
  if (standards.some(({ known }) => known)) return false;
  // "mit der ISO 9001", "avec l’ISO 9001"
  let at = first - 1;
  while (at > first - 3 && !isWord(tokens[at], withWords) && (isWord(tokens[at], ofWords) || isOneOf(tokens[at], "’'")))
    at--;
  return isWord(tokens[at], withWords) && isWord(tokens[at - 1], togetherWords);
}

const withWords: ReadonlySet<string> = new Set('with mit avec con com met'.split(' '));
const togetherWords: ReadonlySet<string> = new Set(
  'together jointly combined along parallel zusammen gemeinsam kombiniert ensemble conjointement junto conjuntamente insieme samen gezamenlijk'.split(
    ' ',
  ),
);

/** "the guidance related to ISO/IEC 27002", "Ergänzungen zu ISO/IEC 27002": of what something else is an extension. */
function isExtended({ tokens }: Run, { first }: Mention): boolean {
  for (let at = first - 1; at >= Math.max(0, first - mostSmall); at--) {
    const token = tokens[at]!;
    if (isWord(token, extendingWords)) return true;
    if (token.kind !== 'word' || token.text.length > longestSmall) return false;
  }
  return false;
}

/**
 * "clause 5 has the requirements related to ISO/IEC 27001, clause 6 …": the next of a list, and not one of what stands
 * before the comma.
 */
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

function isAboveNumberedLine({ tokens }: Run, from: number, to: number): boolean {
  for (let at = Math.max(from, to - longestSentence); at <= to; at++) if (beginsNumberedLine(tokens, at)) return true;
  return false;
}

function sameSentence(run: Run, from: number, to: number): boolean {
  if (to - from > longestSentence) return false;
  for (let at = from; at < to; at++) if (endsSentence(run, at)) return false;
  return true;
}
