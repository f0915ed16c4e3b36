/** The standard that stands behind a reference and says what it is of: "clause 9.2 of ISO 27001", `A.5.15 (ISO/IEC 27001:2022)`. */
import { beginsPhrase, isOneOf } from '../grammar/bounds.js';
import type { RawReference } from '../grammar.js';
import {
  andWords,
  draftWords,
  eachWords,
  genitiveWords,
  likeWords,
  ofWords,
  purposeWords,
  standardWords,
} from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { lastMentionBefore, mentionAtToken, type Run } from '../text/run.js';
import { isMark, isWord, type Token } from '../text/tokens.js';

/** `clause 9.2 of ISO 27001`, `A.5.15 (ISO/IEC 27001:2022)`; not where that mention is the prefix of another reference. */
export function attachedAfter(run: Run, raw: RawReference, prefixes: ReadonlySet<Mention>): Mention | null {
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
      // "of the standards X and Y" can only be meant of this one.
      const isOnly = mention.standards.length === 1 && lastMentionBefore(run, raw.start) < 0;
      if (isByKind && isOnly && mention.standards[0]!.known) return null;
      return isOwned || ((bound || isRight) && !prefixes.has(mention)) ? ourOfList(run, mention) : null;
    }
    const token = run.tokens[at]!;
    if (isWord(token, genitiveWords)) isOwned = true;
    isByKind ||= bound && isWord(token, standardWords);
    if (isMark(token, '(') || isMark(token, '[')) bound = true;
    else if (isWord(token, ofWords) || (at === raw.last && isWord(token, purposeWords))) bound = true;
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
  if ([ofWords, andWords, foreignAnds, likeWords].some((words) => isWord(word, words))) return null;
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
/** "and", "is" and "not" of languages of which the lexicon has few words. */
const foreignAnds: ReadonlySet<string> = new Set('ja şi si та й і и a är er vs not ne ani'.split(' '));
/** `8.4 (nur ISO 42001)` */
const onlyWords: ReadonlySet<string> = new Set('only nur seulement solo sólo alleen apenas'.split(' '));
const northern = /[åäöøæ]|(?:^| )(?:og|och|ikke|inte) /iu;

/** "each", "the draft", "the standard ISO/IEC 27001", "der internationalen Norm ISO/IEC 27001": before a name. */
function leadsToName(run: Run, at: number): boolean {
  const { tokens } = run;
  if ([eachWords, draftWords, onlyWords].some((words) => isWord(tokens[at], words))) return true;
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
  while (at < from + longestTitle && isOfPhrase(tokens[at]) && !mentionAtToken(run, at)) at++;
  return isMark(tokens[at], ')') && isWord(tokens[at + 1], ofWords) ? at + 1 : from;
}

/** In tokens. */
const longestTitle = 14;

/** Whether a token may stand in a title or in words that explain a number: "IKT-Bereitschaft", "Rollen, Pflichten". */
export function isOfPhrase(token: Token | undefined): boolean {
  return token?.kind === 'word' || isOneOf(token, '-,&/’');
}

/** "6.1.2 of ISO 27001", "A.5.1 for 27001" */
export function saysWhose(token: Token | undefined): boolean {
  return isWord(token, ofWords) || isWord(token, purposeWords);
}

/** Behind a list only "of ISO 27001" speaks of all its members; brackets speak of the last. */
export function attachedBehindList(
  run: Run,
  end: RawReference | undefined,
  prefixes: ReadonlySet<Mention>,
): Mention | null {
  return end && saysWhose(run.tokens[behindTitle(run, end.last)]) ? attachedAfter(run, end, prefixes) : null;
}
