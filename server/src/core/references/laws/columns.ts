/**
 * Bare numbers below the name of a law: `| GDPR |` above `32, 33`, `| DSGVO Art. |` above `30`. They are its articles where head and
 * cells leave no doubt; counts, years, percentages and scores may stand there as well.
 */
import type { Catalog } from '../../catalog/types.js';
import type { ScopeFinder } from '../evidence/scope.js';
import { mostColumns } from '../tables/tableRows.js';
import { numberWords } from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { type Citation, citationOfNumbers } from './provisions.js';
import { findTexts } from './texts.js';
import { articleWords, linkWords, paragraphWords } from './words.js';

/** In tokens: "Articles of the GDPR (Regulation (EU) 2016/679)". */
const longestHead = 12;
/** One number that exists as an article says little. */
const fewestArticles = 2;
/** In digits: no law has a thousand articles, and a year has four. */
const longestNumber = 3;

export interface LawColumnInput {
  readonly runs: Runs;
  readonly scope: ScopeFinder;
  readonly catalog: Catalog;
}

/** The columns of one document, each read once. */
export class LawColumns {
  private readonly laws = new Map<number, string | null>();

  constructor(private readonly input: LawColumnInput) {}

  /** The law and the articles of a cell that holds nothing but their numbers, below the name of that law; null for any other block. */
  articlesIn(index: number): { law: string; citations: readonly Citation[] } | null {
    const { runs, scope } = this.input;
    const block = runs.blocks[index]!;
    if (block.table < 0 || block.row === 0 || block.column >= mostColumns) return null;
    if (runs.of(index).tokens[0]?.kind !== 'number') return null;
    const header = scope.headerOf(index);
    if (header < 0 || header === index) return null;
    let law = this.laws.get(header);
    if (law === undefined) {
      law = this.readColumn(header);
      this.laws.set(header, law);
    }
    const citations = law === null ? null : numbersAlone(runs.of(index).tokens);
    return law === null || citations === null ? null : { law, citations };
  }

  /**
   * The articles of a cell that holds nothing but their numbers below "Article": of the law that row or headings name;
   * null for any other block.
   */
  articlesOf(index: number): readonly Citation[] | null {
    const { runs, scope } = this.input;
    const block = runs.blocks[index]!;
    if (block.table < 0 || block.row === 0 || block.column >= mostColumns) return null;
    if (runs.of(index).tokens[0]?.kind !== 'number') return null;
    const header = scope.headerOf(index);
    return header >= 0 && header !== index && headsArticles(runs.of(header))
      ? numbersAlone(runs.of(index).tokens)
      : null;
  }

  /** The law whose articles a column lists; null where its cells may be something else. */
  private readColumn(header: number): string | null {
    const { runs, catalog } = this.input;
    const head = lawOfHead(runs.of(header), catalog);
    if (head === null) return null;
    const { table, column } = runs.blocks[header]!;
    let isTold = head.saysArticle;
    const numbers = new Set<string>();
    for (let i = header + 1; runs.blocks[i]?.table === table; i++) {
      if (runs.blocks[i]!.column !== column || !runs.hasDigit(i)) continue;
      const { tokens } = runs.of(i);
      const citations = numbersAlone(tokens);
      // "Art. 32" in another cell is read by itself.
      if (citations === null && !tokens.some((token) => isWord(token, articleWords))) return null;
      const provisions = (citations ?? []).flatMap((citation) => citation.provisions);
      isTold ||= provisions.length > 1 || provisions.some(({ parts }) => parts.length > 1);
      for (const { parts } of provisions) numbers.add(parts[0]!);
    }
    const known = [...numbers].filter((number) => catalog.entry(`${head.law}:${number}`)?.kind === 'article').length;
    const isOfLaw = known >= fewestArticles && known >= (numbers.size - known) * 2;
    return isTold && isOfLaw ? head.law : null;
  }
}

/** `Article`, `Art./§`, "Article no.", "Artikel, Absatz" */
function headsArticles({ tokens }: Run): boolean {
  const isPlain = (token: Token): boolean =>
    token.kind === 'mark' || [articleWords, paragraphWords, numberWords].some((words) => isWord(token, words));
  return tokens.some((token) => isWord(token, articleWords)) && tokens.every(isPlain);
}

/** `GDPR`, `DSGVO Art.`, "Articles of the AI Act": a head that says one law, and nothing but that it has articles. */
function lawOfHead({ tokens }: Run, catalog: Catalog): { law: string; saysArticle: boolean } | null {
  if (tokens.length === 0 || tokens.length > longestHead) return null;
  const texts = findTexts(tokens, catalog);
  const [text] = texts;
  if (!text?.law || texts.some(({ law }) => law !== text.law)) return null;
  const rest = tokens.filter((_, at) => !texts.some(({ first, end }) => at >= first && at < end));
  const isPlain = rest.every(
    (token) => token.kind === 'mark' || isWord(token, articleWords) || isWord(token, linkWords),
  );
  return isPlain ? { law: text.law, saysArticle: rest.some((token) => isWord(token, articleWords)) } : null;
}

/** `32, 33`, `33(1); 34`: the articles of a cell of nothing else; null for any other cell. */
function numbersAlone(tokens: readonly Token[]): Citation[] | null {
  const citations: Citation[] = [];
  let at = 0;
  while (at < tokens.length) {
    const number = tokens[at]!;
    if (number.kind !== 'number' || number.parts.length > 1 || number.text.length > longestNumber) return null;
    const citation = citationOfNumbers(tokens, at);
    if (citation === null || isFigure(tokens, citation)) return null;
    citations.push(citation);
    at = citation.end;
    if (isMark(tokens[at], ';')) at++;
    else if (at < tokens.length) return null;
  }
  return citations;
}

/** "3,5" and "3/5": a comma without a blank, or a slash. */
function isFigure(tokens: readonly Token[], { at, end }: Citation): boolean {
  for (let i = at + 1; i < end; i++)
    if (isMark(tokens[i], '/') || (isMark(tokens[i], ',') && tokens[i]!.gap === 0 && tokens[i + 1]!.gap === 0))
      return true;
  return false;
}
