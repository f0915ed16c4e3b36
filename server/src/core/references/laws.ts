/**
 * References to articles and annexes of the laws of the catalog: `GDPR Art. 32(1)(b)`, `Article 72 of the EU AI Act`,
 * `Art. 33 Abs. 1 DSGVO`, `Annex IV AI Act`. Only where the law is named in the same sentence or is the only one that the
 * block names; which laws there are, what they are called and which articles they have is the catalog's business.
 */
import type { Catalog } from '../catalog/types.js';
import type { Span } from '../text.js';
import { isOneOf } from './grammar/bounds.js';
import { andWords, annexWords, pointWords, rangeWords } from './lexicon.js';
import { isMark, isWord } from './mentions.js';
import type { Run } from './run.js';
import { type Token, tokenise } from './tokens.js';

export interface LawReference {
  readonly span: Span;
  readonly text: string;
  /** Key of the law in the catalog. */
  readonly law: string;
  /** Key of the provision (`gdpr:5.1.f`), whether it exists or not. */
  readonly key: string;
  /** The article, annex or title as people write it: `61`, `5(1)(f)`, `Annex IV`, `Title III`. */
  readonly id: string;
  /** Span of the article number alone, which a fix replaces. */
  readonly numberSpan: Span;
  /** The law stands right beside it; otherwise it is only the nearest one in the block. */
  readonly tight: boolean;
  /** The words that follow, as far as they may be a title. */
  readonly following: string;
}

const articleWords = new Set(
  'art arts article articles artikel artikels artículo artículos artigo artigos articolo articoli artt'.split(' '),
);
/** "Title III": drafts of a law may be ordered in titles where the law is in chapters. */
const titleWords = new Set('title titel titre título titolo'.split(' '));
const paragraphWords = new Set('abs absatz para paragraph lid apartado'.split(' '));
const linkWords = new Set(
  'of the eu in under der des die von zu du de la le del dell della do da van regulation verordnung'.split(' '),
);

interface LawName {
  readonly law: string;
  readonly words: readonly string[];
}

const namesOfCatalog = new WeakMap<Catalog, ReadonlyMap<string, readonly LawName[]>>();

/** Names of the laws by their first token, longest first. */
function lawNames(catalog: Catalog): ReadonlyMap<string, readonly LawName[]> {
  const cached = namesOfCatalog.get(catalog);
  if (cached) return cached;
  const names = new Map<string, LawName[]>();
  for (const standard of catalog.standards) {
    if (standard.type !== 'law') continue;
    for (const name of standard.names ?? []) {
      const words = tokenise(name).map((token) => token.lower);
      const first = words[0];
      if (first === undefined) continue;
      names.set(first, [...(names.get(first) ?? []), { law: standard.key, words }]);
    }
  }
  for (const list of names.values()) list.sort((a, b) => b.words.length - a.words.length);
  namesOfCatalog.set(catalog, names);
  return names;
}

interface NamedLaw {
  readonly law: string;
  readonly first: number;
  readonly end: number;
}

const romanProvision = /(?:annexe?|anhang|anexo|allegato|bijlage|title|titel|titre|título|titolo)\s+[IVX]/i;

/** Whether a text cites an annex or title by a roman number: such a block may have no digit at all. */
export function hasRomanProvision(text: string): boolean {
  return romanProvision.test(text);
}

/** What stands around a table cell: the header of its column, and the cell to the right of it. */
export interface CellSurroundings {
  readonly header: Run;
  readonly beside: string;
}

/** All references to laws in a run, in order. Linear: every token is looked at a bounded number of times. */
export function readLawReferences(run: Run, catalog: Catalog, cell: CellSurroundings | null = null): LawReference[] {
  const { tokens } = run;
  const laws = findLaws(tokens, lawNames(catalog));
  if (laws.length === 0) return cell ? readUnderHeader(run, catalog, cell) : [];
  const only = laws.every((law) => law.law === laws[0]!.law) ? laws[0]!.law : null;
  const references: LawReference[] = [];
  let previous: { end: number; found: FoundLaw } | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const provisions = readProvisions(tokens, at);
    if (provisions.length === 0) continue;
    const last = provisions[provisions.length - 1]!;
    const beside = lawOf(tokens, laws, at, last.end);
    // A number or a title alone is a citation only with its law right beside it.
    const needsLaw = tokens[at]!.kind === 'number' || isWord(tokens[at], titleWords);
    const found: FoundLaw | null =
      beside ??
      (previous && continues(tokens, previous.end, at) ? previous.found : null) ??
      (only === null || needsLaw ? null : { law: only, tight: false });
    if (!found) continue;
    for (const provision of provisions) references.push(toReference(run, provision, found, at));
    previous = { end: last.end, found };
    at = last.end - 1;
  }
  return references;
}

/** `| AI Act | Topic |` above `| Art. 61 | Post-market monitoring |`: the law heads the column, the subject stands beside. */
function readUnderHeader(run: Run, catalog: Catalog, { header, beside }: CellSurroundings): LawReference[] {
  const laws = new Set(findLaws(header.tokens, lawNames(catalog)).map(({ law }) => law));
  const [law] = laws;
  if (law === undefined || laws.size > 1) return [];
  const { tokens } = run;
  const references: LawReference[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const provisions = readProvisions(tokens, at);
    const last = provisions[provisions.length - 1];
    if (!last) continue;
    for (const provision of provisions) references.push(toReference(run, provision, { law, tight: at === 0 }, at));
    at = last.end - 1;
  }
  const [first] = references;
  return references.length === 1 && first!.following.trim() === ''
    ? [{ ...first!, following: ` ${beside}` }]
    : references;
}

interface FoundLaw {
  readonly law: string;
  readonly tight: boolean;
}

/** "GDPR Article 32 (security of processing); Article 105": only marks, "and" and a title in brackets between. */
function continues(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > longestGap) return false;
  let depth = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at]!;
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    else if (depth === 0 && !',;:/&'.includes(token.text) && !isWord(token, andWords)) return false;
  }
  return true;
}

/** In tokens, between two articles of one list. */
const longestGap = 16;

function readProvisions(tokens: readonly Token[], at: number): Provision[] {
  const token = tokens[at]!;
  if (token.kind === 'number') {
    // "5(1)(f) GDPR", "NIS2 21(2)(k)": a paragraph in brackets touches it.
    const touches = isMark(tokens[at + 1], '(') && tokens[at + 1]!.gap === 0 && token.parts.length === 1;
    return touches && tokens[at - 1]?.text !== '.' ? readArticles(tokens, at) : [];
  }
  if (isWord(token, articleWords)) return readArticles(tokens, isMark(tokens[at + 1], '.') ? at + 2 : at + 1);
  if (isWord(token, annexWords)) return readRoman(tokens, at, 'annex');
  return isWord(token, titleWords) ? readRoman(tokens, at, 'title') : [];
}

interface Provision {
  readonly first: number;
  /** Token index after it. */
  readonly end: number;
  /** Token index after the article number itself. */
  readonly numberEnd: number;
  readonly parts: readonly string[];
  /** `Annex IV`, `Title III`; null for an article. */
  readonly name: string | null;
}

function readArticles(tokens: readonly Token[], from: number): Provision[] {
  const provisions: Provision[] = [];
  let at = from;
  for (;;) {
    const provision = readArticle(tokens, at);
    if (!provision) break;
    provisions.push(provision);
    at = provision.end;
    const rangeEnd = readPointRange(tokens, provision);
    if (rangeEnd) {
      provisions.push(rangeEnd);
      at = rangeEnd.end;
    }
    const separator = tokens[at];
    if (!isMark(separator, ',') && !isWord(separator, andWords) && !isMark(separator, '/')) break;
    at++;
    if (isMark(separator, ',') && isWord(tokens[at], andWords)) at++;
    // "Articles 13, 14" goes on; "Art. 13, A.5.15" and "Art. 6, 27001" do not.
    if (tokens[at]?.kind !== 'number' || tokens[at]!.text.length > 3) break;
  }
  return provisions;
}

/** `21(2)(a) to (j)`: the last point of a range of points. */
function readPointRange(tokens: readonly Token[], { parts, end }: Provision): Provision | null {
  const last = parts[parts.length - 1]!;
  const separator = tokens[end];
  if (!/^[a-z]$/.test(last) || !(isWord(separator, rangeWords) || isOneOf(separator, '-–—'))) return null;
  const next = readPart(tokens, end + 1);
  if (!next || !/^[a-z]$/.test(next.part)) return null;
  return { first: end + 1, end: next.end, numberEnd: next.end, parts: [...parts.slice(0, -1), next.part], name: null };
}

function readArticle(tokens: readonly Token[], from: number): Provision | null {
  // "Article (5)(1)(f)"
  const isBracketed = isMark(tokens[from], '(') && isMark(tokens[from + 2], ')');
  const first = isBracketed ? from + 1 : from;
  const number = tokens[first];
  if (number?.kind !== 'number' || number.wildcard || number.text.length > 9) return null;
  let at = first + 1;
  if (isBracketed) at++;
  const suffix = tokens[at];
  let article = String(number.parts[0]);
  if (number.parts.length === 1 && suffix?.kind === 'word' && suffix.gap === 0 && suffix.text.length === 1) {
    article += suffix.lower;
    at++;
  }
  const numberEnd = at;
  const parts = [article, ...number.parts.slice(1).map(String)];
  for (let steps = 0; steps < 4; steps++) {
    const next = readPart(tokens, at);
    if (!next) break;
    parts.push(next.part);
    at = next.end;
  }
  const letter = tokens[at];
  if (parts.length === 2 && letter?.kind === 'word' && /^[a-z]$/.test(letter.text) && isEndOfPoint(tokens[at + 1])) {
    parts.push(letter.text);
    at++;
  }
  return { first, end: at, numberEnd: isBracketed ? first + 1 : numberEnd, parts, name: null };
}

/** "Art 5 (1) f GDPR": behind a letter without brackets stands a name or a mark, not the rest of a sentence. */
function isEndOfPoint(token: Token | undefined): boolean {
  return token === undefined || token.kind === 'mark' || token.text !== token.lower || isWord(token, linkWords);
}

/** `(1)`, `(f)`, ` (1)`, `.f`, `Abs. 1`, `lit. f`. */
function readPart(tokens: readonly Token[], at: number): { part: string; end: number } | null {
  const token = tokens[at];
  if (!token) return null;
  if (isMark(token, '(') && isMark(tokens[at + 2], ')')) {
    const inner = tokens[at + 1]!;
    const isShort =
      (inner.kind === 'number' && inner.parts.length === 1 && inner.text.length <= 2) ||
      (inner.kind === 'word' && inner.text.length <= 3);
    return isShort ? { part: inner.lower, end: at + 3 } : null;
  }
  if (
    isMark(token, '(') &&
    isMark(tokens[at + 3], ')') &&
    tokens[at + 1]?.kind === 'number' &&
    tokens[at + 2]?.gap === 0 &&
    tokens[at + 2]?.kind === 'word'
  ) {
    return { part: tokens[at + 1]!.text + tokens[at + 2]!.lower, end: at + 4 };
  }
  if (
    isMark(token, '.') &&
    token.gap === 0 &&
    tokens[at + 1]?.gap === 0 &&
    tokens[at + 1]?.kind === 'word' &&
    tokens[at + 1]!.text.length === 1
  ) {
    return { part: tokens[at + 1]!.lower, end: at + 2 };
  }
  if (isWord(token, paragraphWords) || isWord(token, pointWords)) {
    let next = at + 1;
    if (isMark(tokens[next], '.')) next++;
    const value = tokens[next];
    const isParagraph = isWord(token, paragraphWords) && value?.kind === 'number';
    const isPoint = isWord(token, pointWords) && value?.kind === 'word' && value.text.length === 1;
    if (isParagraph || isPoint) return { part: value!.lower, end: next + 1 };
  }
  return null;
}

/** `Annex IV`, `Annex III(5)(b)`, `Title III`; roman numbers only, since Annex A is of an ISO standard. */
function readRoman(tokens: readonly Token[], wordAt: number, kind: 'annex' | 'title'): Provision[] {
  const roman = tokens[wordAt + 1];
  if (roman?.kind !== 'word' || !/^[IVX]+$/.test(roman.text)) return [];
  const parts = [`${kind}-${roman.lower}`];
  let at = wordAt + 2;
  const numberEnd = at;
  for (let steps = 0; steps < 3; steps++) {
    const next = readPart(tokens, at);
    if (!next) break;
    parts.push(next.part);
    at = next.end;
  }
  const name = `${kind === 'annex' ? 'Annex' : 'Title'} ${roman.text}`;
  return [{ first: wordAt + 1, end: at, numberEnd, parts, name }];
}

function findLaws(tokens: readonly Token[], names: ReadonlyMap<string, readonly LawName[]>): NamedLaw[] {
  const laws: NamedLaw[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const candidates = names.get(tokens[at]!.lower);
    const name = candidates?.find((candidate) => candidate.words.every((word, i) => tokens[at + i]?.lower === word));
    if (!name) continue;
    laws.push({ law: name.law, first: at, end: at + name.words.length });
    at += name.words.length - 1;
  }
  return laws;
}

/** "… of the AI Act" behind it, else the law right before it, else right behind it. */
function lawOf(tokens: readonly Token[], laws: readonly NamedLaw[], first: number, end: number): FoundLaw | null {
  const next = firstLawFrom(laws, end);
  const after = laws[next];
  const between = after && after.first - end <= 6 ? tokens.slice(end, after.first) : null;
  const follows = between?.every((token) => isLink(token) && token.text !== ')' && token.text !== ',') ?? false;
  if (after && follows && between!.some((token) => token.kind === 'word' || token.text === '('))
    return { law: after.law, tight: true };
  const before = laws[firstLawFrom(laws, first) - 1];
  if (
    before &&
    first - before.end <= 3 &&
    tokens.slice(before.end, first).every((token) => isLink(token) && token.text !== ')')
  ) {
    return { law: before.law, tight: true };
  }
  return after && follows ? { law: after.law, tight: true } : null;
}

/** Index of the first law that begins at or after the token; laws are in order and do not overlap. */
function firstLawFrom(laws: readonly NamedLaw[], token: number): number {
  let low = 0;
  let high = laws.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (laws[middle]!.first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isLink(token: Token): boolean {
  return token.kind === 'word' ? linkWords.has(token.lower) : '(),:-–—"“”'.includes(token.text);
}

function toReference(run: Run, provision: Provision, found: FoundLaw, wordAt: number): LawReference {
  const { tokens, base } = run;
  const isFirst = provision.first <= wordAt + 2;
  const start = tokens[isFirst ? wordAt : provision.first]!.start;
  const stop = tokens[provision.end - 1]!.end;
  const [head, ...rest] = provision.parts;
  const name = provision.name ?? head!;
  return {
    span: { start: base + start, end: base + stop },
    text: run.prose.slice(start, stop),
    law: found.law,
    key: `${found.law}:${provision.parts.join('.')}`,
    id: name + rest.map((part) => `(${part})`).join(''),
    numberSpan: { start: base + tokens[provision.first]!.start, end: base + tokens[provision.numberEnd - 1]!.end },
    tight: found.tight,
    following: run.prose.slice(stop, stop + 120),
  };
}
