/** Laws and other texts with articles that a piece of prose names: those of the catalog, those we do not have, contracts. */
import type { Catalog, Standard } from '../../catalog/types.js';
import { contractWords } from '../text/lexicon.js';
import { isMark, isWord, type Token, tokenise } from '../text/tokens.js';
import {
  afterCode,
  englishLaws,
  kindWords,
  lawEnding,
  nationalLaws,
  numberedLawWords,
  otherLaws,
  otherNames,
  paperEnding,
  paperWords,
  vagueWords,
} from './words.js';

export interface NamedText {
  /** Key of the law in the catalog; null for any other text. */
  readonly law: string | null;
  /**
   * Of others: a law or treaty; a paper (a contract, statutes, rules of a house), which has articles of its own but is named
   * in passing everywhere; or vague words such as "national law", which count in their own sentence only.
   */
  readonly kind: 'law' | 'paper' | 'vague';
  /** Token indexes, end exclusive. */
  readonly first: number;
  readonly end: number;
}

interface TextName {
  readonly law: string | null;
  readonly words: readonly string[];
  /** As written, where capitals are part of the name (`AVG`, `DORA`). */
  readonly exact: readonly string[] | null;
}

const namesOfCatalog = new WeakMap<Catalog, ReadonlyMap<string, readonly TextName[]>>();

/** Names of laws by their first token, longest first. */
function textNames(catalog: Catalog): ReadonlyMap<string, readonly TextName[]> {
  const cached = namesOfCatalog.get(catalog);
  if (cached) return cached;
  const names = new Map<string, TextName[]>();
  const add = (law: string | null, name: string, isExact: boolean): void => {
    const tokens = tokenise(name);
    const words = tokens.map(spelling);
    const first = words[0];
    if (first === undefined) return;
    const entry = { law, words, exact: isExact ? tokens.map(({ text }) => text) : null };
    names.set(first, [...(names.get(first) ?? []), entry]);
  };
  for (const standard of catalog.standards) {
    // Three capitals are a word in small letters ("avg.").
    if (standard.type === 'law')
      for (const name of standard.names ?? []) add(standard.key, name, name.length <= 3 && name === name.toUpperCase());
  }
  for (const name of otherNames) add(null, name, true);
  for (const list of names.values()) list.sort((a, b) => b.words.length - a.words.length);
  namesOfCatalog.set(catalog, names);
  return names;
}

/** Lower case, with one apostrophe and one hyphen for all. */
function spelling({ lower }: Token): string {
  if (lower === '‑' || lower === '‐') return '-';
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/** All texts that the tokens name, in order; they do not overlap. Linear. */
export function findTexts(tokens: readonly Token[], catalog: Catalog): NamedText[] {
  const names = textNames(catalog);
  const texts: NamedText[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const before = texts[texts.length - 1];
    const text = namedAt(tokens, at, names) ?? numberedAt(tokens, at) ?? describedAt(tokens, at, before?.end ?? 0);
    if (!text) continue;
    texts.push(text);
    at = text.end - 1;
  }
  return texts;
}

function namedAt(
  tokens: readonly Token[],
  at: number,
  names: ReadonlyMap<string, readonly TextName[]>,
): NamedText | null {
  const token = tokens[at]!;
  const candidates = names.get(spelling(token).replace(/['’]?s$/, '')) ?? names.get(spelling(token));
  const name = candidates?.find((one) => isNamed(tokens, at, one));
  if (!name) return null;
  const end = withKind(tokens, at + name.words.length);
  // "NIS2UmsuCG", "NIS-2-Umsetzungsgesetz": the law by which a state has made it its own.
  const glued = tokens[end]?.gap === 0 && isMark(tokens[end], '-') ? tokens[end + 1] : tokens[end];
  const isGlued = glued?.kind === 'word' && glued.gap === 0;
  if (isGlued && (glued === tokens[end] || lawEnding.test(glued.lower) || nationalLaws.has(glued.lower)))
    return { law: null, kind: 'law', first: at, end: end + (glued === tokens[end] ? 1 : 2) };
  // "Loi NIS2", "the Belgian NIS2 law"
  const isNational = isWord(tokens[at - 1], otherLaws) || isWord(tokens[end], nationalLaws);
  if (isNational) return { law: null, kind: 'law', first: at, end };
  const first = name.law !== null && token.kind === 'number' ? numberedFrom(tokens, at) : at;
  return { law: name.law, kind: 'law', first, end };
}

function isNamed(tokens: readonly Token[], at: number, { words, exact }: TextName): boolean {
  return words.every((word, i) => {
    const token = tokens[at + i];
    if (!token) return false;
    const said = exact ? token.text : spelling(token);
    const wanted = exact ? exact[i]! : word;
    if (said === wanted) return true;
    // "des AI Acts", "the GDPR's".
    return (
      i === words.length - 1 &&
      wanted.length > 2 &&
      said.startsWith(wanted) &&
      /^['’]?s$/.test(said.slice(wanted.length))
    );
  });
}

/** Regulations and directives; the "NIS2 act" is that of a state. */
const euKinds = kindWords.slice(0, 2);

/** "NIS2-Richtlinie", "NIS2 Directive": the kind of law behind its name belongs to the name. */
function withKind(tokens: readonly Token[], end: number): number {
  const word = isMark(tokens[end], '-') && tokens[end]!.gap === 0 ? end + 1 : end;
  const token = tokens[word];
  if (token?.kind !== 'word' || token.gap > 1) return end;
  return euKinds.some((kind) => kind.has(token.lower)) || token.lower === 'rl' || token.lower === 'vo' ? word + 1 : end;
}

/** `Regulation (EU) 2022/2554`, `95/46/EC`: the number of a law that is not in the catalog. */
function numberedAt(tokens: readonly Token[], at: number): NamedText | null {
  const [number, slash, second] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (number.kind !== 'number' || number.parts.length !== 1 || number.text.length > 4) return null;
  if (!isMark(slash, '/') || slash!.gap > 0 || second?.kind !== 'number' || second.gap > 0) return null;
  const first = numberedFrom(tokens, at);
  return first < at ? { law: null, kind: 'law', first, end: at + 3 } : null;
}

/** Where the words before the number of a European law begin. */
function numberedFrom(tokens: readonly Token[], at: number): number {
  let first = at;
  for (let steps = 0; steps < 6; steps++) {
    const token = tokens[first - 1];
    if (!token || !(isWord(token, numberedLawWords) || (token.kind === 'mark' && '().º°'.includes(token.text)))) break;
    first--;
  }
  while (first < at && tokens[first]!.kind === 'mark' && tokens[first]!.text !== '(') first++;
  return first;
}

/** A text that is named by a word for such texts: "Telecommunications Act", "Code pénal", "Mietvertrag". */
function describedAt(tokens: readonly Token[], at: number, from: number): NamedText | null {
  const token = tokens[at]!;
  if (token.kind !== 'word' || token.text.length < 3) return null;
  const first = englishLaws.has(token.text) ? capitalisedFrom(tokens, at, from) : at;
  const kind = first < at || isActOn(tokens, at) ? 'law' : kindOf(token, tokens[at + 1]);
  return kind && { law: null, kind, first, end: at + 1 };
}

/** "Act on the Protection of …", "Rules of Procedure": an English name that begins with its kind. */
function isActOn(tokens: readonly Token[], at: number): boolean {
  return englishLaws.has(tokens[at]!.text) && at > 0 && isWord(tokens[at + 1], beginsName);
}

const beginsName = new Set(['on', 'of', 'concerning']);

function kindOf({ lower }: Token, next: Token | undefined): NamedText['kind'] | null {
  if (lower === 'code') return isWord(next, afterCode) ? 'law' : null;
  const isLong = lower.length > 6;
  if (otherLaws.has(lower) || (isLong && lawEnding.test(lower))) return 'law';
  if (paperWords.has(lower) || contractWords.has(lower) || (isLong && paperEnding.test(lower))) return 'paper';
  return vagueWords.has(lower) ? 'vague' : null;
}

/** Where the capitalised words right before a token begin, "of" and "the" inside; the token itself where there are none. */
function capitalisedFrom(tokens: readonly Token[], at: number, from: number): number {
  let first = at;
  for (let before = at - 1; before >= Math.max(from, at - 5); before--) {
    const token = tokens[before]!;
    if (token.kind !== 'word' || tokens[before + 1]!.gap !== 1 || token.text[0] === token.lower[0]) break;
    if (/^(?:the|this|that|our|an|a|each|any|article)$/.test(token.lower)) break;
    first = before;
  }
  return first;
}

/** Whether a word such as "Regulation", "Directive" or "Act" stands for a law named before. */
export function isKindOfLaw(word: Token): boolean {
  return kindWords.some((kind) => kind.has(word.lower));
}

/** Whether such a word can stand for this law. */
export function standsFor(word: Token, law: Standard): boolean {
  const names = `${law.name} ${law.fullTitle} ${(law.names ?? []).join(' ')}`.toLowerCase().split(/[^\p{L}]+/u);
  return kindWords.some((kind) => kind.has(word.lower) && names.some((name) => kind.has(name)));
}
