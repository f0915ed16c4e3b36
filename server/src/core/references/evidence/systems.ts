/**
 * Management systems named by their short names: `ISMS clause` at the head of a column, `clause 9.2 of the AIMS`. Weaker
 * than the name of a standard, since every policy speaks of its ISMS: they decide in labels, right beside an id, and
 * between standards that are both possible.
 */
import type { RawReference } from '../grammar.js';
import { accordWords, andWords, annexWords, clauseWords, controlWords, ofWords } from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { mentionAtToken, type Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import type { NamedStandard, StandardNames, SystemNames, SystemPhrase } from '../text/standardNames.js';
import { isMark, isWord, type Token } from '../text/tokens.js';

/** The systems that a short text (a label, a heading, a key) names; in a key, small letters count too. */
export function systemsIn(run: Run, names: SystemNames, isKey = false): readonly Mention[] {
  let found: Mention[] | null = null;
  const { tokens } = run;
  for (let at = 0; at < tokens.length; at++) {
    const { kind, start, end } = tokens[at]!;
    if (kind === 'mark') continue;
    const named = systemAt(tokens, at, names, isKey) ?? phraseAt(tokens, at, names);
    if (!named) continue;
    found ??= [];
    found.push({ first: at, end: at + 1, start, stop: end, standards: [named], isJoined: false });
  }
  return found ?? none;
}

/** The one system that the two paragraphs below the title name; null where they name several, or a standard. */
export function systemBelow(runs: Runs, title: number, names: SystemNames): NamedStandard | null {
  const opening = [title + 1, title + 2].filter((index) => runs.blocks[index]?.kind === 'paragraph');
  const said = opening.filter((index) => runs.isProse(index)).map((index) => runs.of(index));
  if (said.some(({ mentions }) => mentions.length > 0)) return null;
  const [first, ...others] = said.flatMap((run) => systemsIn(run, names)).map(({ standards }) => standards[0]!);
  return first && others.every(({ standard }) => standard === first.standard) ? first : null;
}

/** Whether it is one of a to z. */
function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function systemAt(tokens: readonly Token[], at: number, names: SystemNames, isKey: boolean): NamedStandard | null {
  const { kind, text, lower } = tokens[at]!;
  if (kind !== 'word' || text.length > 5) return null;
  // Nearly all short words are in small letters: those are told without writing them in capitals.
  if (!isKey && (text === lower || isSmall(text.charCodeAt(1)) || text !== text.toUpperCase())) return null;
  // "ISMS-P" is a scheme of its own.
  if (tokens[at + 1]?.text === '-' && tokens[at + 1]!.gap === 0 && tokens[at + 2]?.text === 'P') return null;
  return names.systems.get(text.toUpperCase()) ?? null;
}

/** What a token begins to name, and the token behind the name; null for nothing. */
export function nameAt(
  tokens: readonly Token[],
  at: number,
  names: SystemNames,
): { readonly named: NamedStandard; readonly end: number } | null {
  if (tokens[at] === undefined) return null;
  const short = systemAt(tokens, at, names, false);
  if (short) return { named: short, end: at + 1 };
  const phrase = longPhraseAt(tokens, at, names);
  return phrase ? { named: phrase.named, end: at + phrase.words.length } : null;
}

/** The standards that a label names: by their own names, else by those of their management systems. */
export function labelMentions(run: Run, names: StandardNames): readonly Mention[] {
  return run.mentions.length > 0 ? run.mentions : systemsIn(run, names);
}

/** Whether the token is the short name of a management system. */
export function isSystem(run: Run, at: number, names: StandardNames): boolean {
  return run.tokens[at] !== undefined && systemAt(run.tokens, at, names, false) !== null;
}

/** The standard whose management system is named in full at the token: "Privacy information management system". */
function phraseAt(tokens: readonly Token[], at: number, names: SystemNames): NamedStandard | null {
  return longPhraseAt(tokens, at, names)?.named ?? null;
}

function longPhraseAt(tokens: readonly Token[], at: number, names: SystemNames): SystemPhrase | undefined {
  const phrases = names.systemPhrases.get(tokens[at]!.lower);
  if (phrases) for (const phrase of phrases) if (isPhraseAt(tokens, at, phrase.words)) return phrase;
  return undefined;
}

const none: readonly Mention[] = [];

function isPhraseAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  for (let i = 0; i < words.length; i++) if (tokens[at + i]?.lower !== words[i]) return false;
  return true;
}

export interface SystemBeside {
  readonly named: NamedStandard;
  /** Nothing but words such as "clause" or "of the" between. */
  readonly tight: boolean;
}

/** Tokens before a reference among which a system is looked for. */
const farthestBefore = 16;

/** "ISMS and AIMS", "ISMS/AIMS": two systems, of which neither is meant alone. */
function joinsAnother(tokens: readonly Token[], at: number, names: StandardNames): boolean {
  const joint = tokens[at - 1];
  const isJoint = isWord(joint, andWords) || joint?.text === '/';
  return isJoint && at >= 2 && systemAt(tokens, at - 2, names, false) !== null;
}

/** "together with the ISMS (clause 9.2)": beside what the document is about. */
function isJoinedBy(tokens: readonly Token[], at: number): boolean {
  return [at - 1, at - 2].some((before) => isWord(tokens[before], withWords)) && at >= 2;
}

const withWords: ReadonlySet<string> = new Set('with mit avec con com met'.split(' '));

/** The management system that the words before a reference name, or "of the AIMS" behind it. */
export function systemBeside(run: Run, first: number, end: number, names: StandardNames): SystemBeside | null {
  const { tokens } = run;
  for (let at = end; at < end + 4 && at < tokens.length; at++) {
    const named = systemAt(tokens, at, names, false);
    if (named && at > end) return { named, tight: true };
    if (named || !(isWord(tokens[at], ofWords) || tokens[at]!.text === ')')) break;
  }
  let tight = true;
  for (let at = first - 1; at >= 0 && at >= first - farthestBefore; at--) {
    const token = tokens[at]!;
    if (mentionAtToken(run, at) || (token.text === '.' && (tokens[at + 1]?.gap ?? 0) > 0) || token.text === ';')
      return null;
    const named = systemAt(tokens, at, names, false);
    // "ISMS and AIMS (clause 9.2)" names two.
    if (named) return joinsAnother(tokens, at, names) ? null : { named, tight: tight && !isJoinedBy(tokens, at) };
    const passes =
      '(,:'.includes(token.text) ||
      isWord(token, annexWords) ||
      isWord(token, clauseWords) ||
      isWord(token, controlWords);
    if (!passes) tight = false;
  }
  return null;
}

/** "the manual of the ISMS, chapter 4.5": a part of what the words before it name, in whatever language. */
export function isBehindSystem(run: Run, { head, last }: RawReference, names: StandardNames): boolean {
  const { tokens } = run;
  const at = isMark(tokens[head - 1], ',') ? head - 2 : head - 1;
  const before = tokens[at - 1];
  if (tokens[head]!.kind !== 'word' || before?.kind !== 'word' || !isSystem(run, at, names)) return false;
  return !mentionAtToken(run, last) && ![accordWords, andWords, clauseWords].some((words) => isWord(before, words));
}
