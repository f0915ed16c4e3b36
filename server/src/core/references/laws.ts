/**
 * References to articles and annexes of the laws of the catalog: `GDPR Art. 32(1)(b)`, `Article 72 of the EU AI Act`,
 * `Art. 33 Abs. 1 DSGVO`, `Annex IV AI Act`. Only where the law is named in the same sentence or is the only one that the
 * block names; which laws there are, what they are called and which articles they have is the catalog's business.
 */
import type { Catalog } from '../catalog/types.js';
import type { Span } from '../text.js';
import { andWords, annexWords } from './lexicon.js';
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
  /** The article or annex as people write it: `61`, `5(1)(f)`, `Annex IV`. */
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
const paragraphWords = new Set('abs absatz para paragraph lid apartado'.split(' '));
const pointWords = new Set('lit buchstabe point letter sub letra lettera'.split(' '));
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

/** All references to laws in a run, in order. Linear: every token is looked at a bounded number of times. */
export function readLawReferences(run: Run, catalog: Catalog): LawReference[] {
  const { tokens } = run;
  if (!tokens.some((token) => articleWords.has(token.lower) || annexWords.has(token.lower))) return [];
  const laws = findLaws(tokens, lawNames(catalog));
  if (laws.length === 0) return [];
  const only = laws.every((law) => law.law === laws[0]!.law) ? laws[0]!.law : null;
  const references: LawReference[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const isArticle = isWord(tokens[at], articleWords);
    if (!isArticle && !isWord(tokens[at], annexWords)) continue;
    const provisions = isArticle ? readArticles(tokens, at) : readAnnex(tokens, at);
    if (provisions.length === 0) continue;
    const last = provisions[provisions.length - 1]!;
    const found = lawOf(tokens, laws, at, last.end) ?? (only === null ? null : { law: only, tight: false });
    if (found) for (const provision of provisions) references.push(toReference(run, provision, found, at));
    at = last.end - 1;
  }
  return references;
}

interface Provision {
  readonly first: number;
  /** Token index after it. */
  readonly end: number;
  /** Token index after the article number itself. */
  readonly numberEnd: number;
  readonly parts: readonly string[];
  readonly isAnnex: boolean;
}

function readArticles(tokens: readonly Token[], wordAt: number): Provision[] {
  const provisions: Provision[] = [];
  let at = wordAt + 1;
  if (isMark(tokens[at], '.')) at++;
  for (;;) {
    const provision = readArticle(tokens, at);
    if (!provision) break;
    provisions.push(provision);
    at = provision.end;
    const separator = tokens[at];
    if (!isMark(separator, ',') && !isWord(separator, andWords) && !isMark(separator, '/')) break;
    at++;
    if (isMark(separator, ',') && isWord(tokens[at], andWords)) at++;
    // "Articles 13, 14" goes on; "Art. 13, A.5.15" and "Art. 6, 27001" do not.
    if (tokens[at]?.kind !== 'number' || tokens[at]!.text.length > 3) break;
  }
  return provisions;
}

function readArticle(tokens: readonly Token[], first: number): Provision | null {
  const number = tokens[first];
  if (number?.kind !== 'number' || number.wildcard || number.text.length > 9) return null;
  let at = first + 1;
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
  return { first, end: at, numberEnd, parts, isAnnex: false };
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

/** `Annex IV`, `Annex III(5)(b)`; roman numbers only, since Annex A is of an ISO standard. */
function readAnnex(tokens: readonly Token[], wordAt: number): Provision[] {
  const roman = tokens[wordAt + 1];
  if (roman?.kind !== 'word' || !/^[IVX]+$/.test(roman.text)) return [];
  const parts = [`annex-${roman.lower}`];
  let at = wordAt + 2;
  const numberEnd = at;
  for (let steps = 0; steps < 3; steps++) {
    const next = readPart(tokens, at);
    if (!next) break;
    parts.push(next.part);
    at = next.end;
  }
  return [{ first: wordAt + 1, end: at, numberEnd, parts, isAnnex: true }];
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
function lawOf(
  tokens: readonly Token[],
  laws: readonly NamedLaw[],
  first: number,
  end: number,
): { law: string; tight: boolean } | null {
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

function toReference(
  run: Run,
  provision: Provision,
  found: { law: string; tight: boolean },
  wordAt: number,
): LawReference {
  const { tokens, base } = run;
  const isFirst = provision.first <= wordAt + 2;
  const start = tokens[isFirst ? wordAt : provision.first]!.start;
  const stop = tokens[provision.end - 1]!.end;
  const [head, ...rest] = provision.parts;
  const name = provision.isAnnex ? `Annex ${head!.slice(6).toUpperCase()}` : head!;
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
