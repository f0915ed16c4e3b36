/**
 * The law that an article belongs to where none stands in its own block: the row and header of its table, the line that
 * leads its list in, the headings above it, what its section has named so far, and last the document as a whole. Whatever
 * names another text, or two, is no answer: then nothing is said.
 */
import type { Catalog } from '../../catalog/types.js';
import type { FrontMatter } from '../../document.js';
import type { ScopeFinder } from '../evidence/scope.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isMark, isWord, type Token, tokenise } from '../text/tokens.js';
import { findTexts, type NamedText } from './texts.js';
import { articleWords } from './words.js';

/** How near the law stands to the article, nearest first. */
export type LawBy = 'beside' | 'sentence' | 'block' | 'heading' | 'section' | 'title' | 'document';

export interface FoundLaw {
  /** Key of the law in the catalog. */
  readonly law: string;
  readonly by: LawBy;
}

export interface LawScopeInput {
  readonly runs: Runs;
  readonly scope: ScopeFinder;
  readonly catalog: Catalog;
  readonly frontMatter: FrontMatter | null;
  /** Block index of each heading, in order. */
  readonly headingBlocks: readonly number[];
  readonly sectionOf: (index: number) => number;
  /** Its title says that it is a contract: its articles are its own. */
  readonly isContract: boolean;
  /** It is about security, privacy or AI at all: in a catalogue of parts `Art. 12` is a part, even if it names the GDPR once. */
  readonly isOnSubject: boolean;
}

/** In headings or lines: so many articles of its own make a document one that is ordered in articles. */
const fewestOwnArticles = 2;
/** In cells to the left: in a wider table no label is meant for this one. */
const mostCells = 12;
/** In tokens: a longer cell is no label. */
const longestLabel = 12;

export class LawScope {
  private readonly headingCache = new Map<number, FoundLaw | 'none' | 'other'>();
  private sectionRead = { section: -2, upTo: 0, laws: new Set<string | null>() };
  private document: FoundLaw | null | undefined;
  private ordered: boolean | undefined;

  constructor(private readonly input: LawScopeInput) {}

  /** The law for the articles in a block that names none itself. Blocks are to be asked for in the order of the text. */
  lawFor(index: number): FoundLaw | null {
    const near = this.inTable(index) ?? this.inList(index);
    if (near) return near === 'other' ? null : near;
    if (this.input.isContract || this.isOrderedInArticles()) return null;
    const heading = this.inHeadings(this.sectionAbove(index));
    const section = this.inSection(index);
    if (heading === 'other') return null;
    if (heading !== 'none') return section.size === 0 || isOnly(section, heading.law) ? heading : null;
    if (section.size > 0) {
      const [law] = section;
      return section.size === 1 && law ? { law, by: 'section' } : null;
    }
    return this.input.isOnSubject ? this.ofDocument() : null;
  }

  private sectionAbove(index: number): number {
    const section = this.input.sectionOf(index);
    return this.input.runs.blocks[index]!.kind === 'heading' ? this.input.scope.parentSection(section) : section;
  }

  /** The header of the column, else the nearest label to the left that names a text. */
  private inTable(index: number): FoundLaw | 'other' | null {
    const { runs, scope } = this.input;
    const block = runs.blocks[index]!;
    if (block.table < 0 || block.row === 0) return null;
    const header = scope.headerOf(index);
    const found = header >= 0 && header !== index ? this.only(runs.of(header).tokens, 'block') : null;
    if (found) return found;
    const leftmost = Math.max(0, index - mostCells);
    for (let i = index - 1; i >= leftmost; i--) {
      if (runs.blocks[i]!.table !== block.table || runs.blocks[i]!.row !== block.row) break;
      const { tokens } = runs.of(i);
      const isLabel = tokens.length <= longestLabel && !tokens.some((token) => isWord(token, articleWords));
      const label = isLabel ? this.only(tokens, 'block') : null;
      if (label) return label;
    }
    return null;
  }

  /** The item above, or the line that leads in. */
  private inList(index: number): FoundLaw | 'other' | null {
    const { runs, scope } = this.input;
    for (let item = scope.itemAbove(index), steps = 0; item >= 0 && steps < 6; item = scope.itemAbove(item), steps++) {
      const found = this.only(runs.of(item).tokens, 'block');
      if (found) return found;
    }
    const leadIn = scope.leadInOf(index);
    const { tokens } = leadIn < 0 ? { tokens: [] } : runs.of(leadIn);
    return isMark(tokens[tokens.length - 1], ':') ? this.only(tokens, 'block') : null;
  }

  /** The one law that some tokens name; "other" where they name another text or two; null where they name none. */
  private only(tokens: readonly Token[], by: LawBy): FoundLaw | 'other' | null {
    const texts = findTexts(tokens, this.input.catalog).filter(({ kind }) => kind !== 'vague');
    const laws = new Set(texts.map(({ law }) => law));
    if (laws.size === 0) return null;
    const [law] = laws;
    return laws.size === 1 && law ? { law, by } : 'other';
  }

  /** The headings above, inner to outer. The title of the document is no more than its subject. */
  private inHeadings(section: number): FoundLaw | 'none' | 'other' {
    if (section < 0) return 'none';
    const cached = this.headingCache.get(section);
    if (cached) return cached;
    const { runs, headingBlocks, scope } = this.input;
    const index = headingBlocks[section]!;
    const run = runs.of(index);
    const isTitle = section === 0 && runs.blocks[index]!.depth === 1;
    // What the title names alone in the whole document is more than its subject.
    const own = this.only(run.tokens, !isTitle ? 'heading' : this.ofDocument() ? 'title' : 'document');
    // The articles below "4 The standard (ISO 42001)" are clauses in the language of the text.
    const found = own ?? (namesStandard(run) ? 'other' : this.inHeadings(scope.parentSection(section)));
    this.headingCache.set(section, found);
    return found;
  }

  /** What the section has named so far, up to the block; null stands for any text that we do not have. */
  private inSection(index: number): ReadonlySet<string | null> {
    const { runs, headingBlocks, sectionOf, catalog } = this.input;
    const section = sectionOf(index);
    if (this.sectionRead.section !== section) {
      const upTo = section < 0 ? 0 : headingBlocks[section]! + 1;
      this.sectionRead = { section, upTo, laws: new Set() };
    }
    const read = this.sectionRead;
    for (; read.upTo < index; read.upTo++) {
      if (!runs.isProse(read.upTo)) continue;
      for (const law of distinct(findTexts(runs.of(read.upTo).tokens, catalog))) read.laws.add(law);
    }
    return read.laws;
  }

  /** The law of the title in front matter, else the only one that front matter and body name. */
  private ofDocument(): FoundLaw | null {
    if (this.document === undefined) {
      const laws = new Set<string | null>();
      const { runs, frontMatter, catalog } = this.input;
      const add = (tokens: readonly Token[]): void => {
        for (const law of distinct(findTexts(tokens, catalog))) laws.add(law);
      };
      for (const { text } of frontMatter?.scalars ?? []) add(tokenise(text));
      for (let i = 0; i < runs.blocks.length && laws.size < 2; i++) if (runs.isProse(i)) add(runs.of(i).tokens);
      const [law] = laws;
      this.document = laws.size === 1 && law ? { law, by: 'document' } : null;
    }
    return this.document;
  }

  /** Whether the document has articles of its own, as statutes, conditions and collective agreements have. */
  private isOrderedInArticles(): boolean {
    if (this.ordered === undefined) {
      const { runs } = this.input;
      let own = 0;
      for (let i = 0; i < runs.blocks.length && own < fewestOwnArticles; i++) {
        const { kind, list, table } = runs.blocks[i]!;
        const isLine = kind === 'heading' || (kind === 'paragraph' && list < 0 && table < 0);
        if (isLine && runs.hasDigit(i) && isOwnArticle(runs, i)) own++;
      }
      this.ordered = own >= fewestOwnArticles;
    }
    return this.ordered;
  }
}

function isOnly(laws: ReadonlySet<string | null>, law: string): boolean {
  return laws.size === 1 && laws.has(law);
}

/** The laws named, null for any other; what is named in passing everywhere does not count. */
function distinct(texts: readonly NamedText[]): Set<string | null> {
  const laws = new Set<string | null>();
  for (const { law, kind } of texts) if (kind === 'law') laws.add(law);
  return laws;
}

function namesStandard({ mentions }: Run): boolean {
  return mentions.some((mention) => mention.standards.some((named) => named.looksLikeIso));
}

/** `## Article 5 Membership`, `**Art. 5**`, `Article 5. The board …`: a line that begins with an article. */
function isOwnArticle(runs: Runs, index: number): boolean {
  const { tokens } = runs.of(index);
  if (!isWord(tokens[0], articleWords)) return false;
  const number = isMark(tokens[1], '.') ? 2 : 1;
  if (tokens[number]?.kind !== 'number') return false;
  const next = tokens[number + 1];
  return (
    runs.blocks[index]!.kind === 'heading' ||
    runs.isBoldLine(index) ||
    next === undefined ||
    next.gap === 2 ||
    (next.kind === 'mark' && '.:–—-º'.includes(next.text))
  );
}
