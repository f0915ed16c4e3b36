/**
 * References to articles and annexes of the laws of the catalog: `GDPR Art. 32(1)(b)`, `Article 72 of the EU AI Act`,
 * `artigo 21.º, n.º 2, alínea j), da NIS2`, `Annex IV AI Act`. The nearest text that has articles is the one meant: one
 * beside the number, in its sentence or block (laws/finder.ts), or around its block (laws/scope.ts). Where that is a text that the
 * catalog does not have (a treaty, a national act, a contract), there is no reference.
 */
import type { Catalog } from '../catalog/types.js';
import type { Span } from '../text.js';
import { runOf } from './frontMatter/frontMatterKeys.js';
import { LawColumns } from './laws/columns.js';
import { LawFinder } from './laws/finder.js';
import { citationsIn, type Provision } from './laws/provisions.js';
import { type FoundLaw, type LawBy, LawScope, type LawScopeInput } from './laws/scope.js';
import type { Run } from './text/run.js';
import type { Runs } from './text/runs.js';
import { standardNames } from './text/standardNames.js';
import { withoutJoiners } from './text/tokens.js';

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
  /** Where the law is named: what may be said of the reference depends on it. */
  readonly by: LawBy;
  /** The words that follow, as far as they may be a title. */
  readonly following: string;
}

export interface LawInput extends LawScopeInput {
  readonly text: string;
  /** Spans of the references to standards, in order: "article 9.2" of one is not an article of a law. */
  readonly taken: readonly { readonly span: Span }[];
}

/** All references to laws in a document, in order. Linear in its length. */
export function readLaws(input: LawInput): LawReference[] {
  const { runs } = input;
  const scope = new LawScope(input);
  const columns = new LawColumns(input);
  const hasRoman = hasRomanProvision(input.text);
  const references = inFrontMatter(input);
  for (let index = 0; index < runs.blocks.length; index++) {
    const isCandidate = runs.hasDigit(index) || (hasRoman && isRoman(input.text, runs, index));
    if (!isCandidate || !runs.isProse(index)) continue;
    for (const reference of inColumn(index, input, columns, scope) ?? readBlock(index, input, scope))
      references.push(reference);
  }
  return withoutTaken(references, input.taken);
}

const romanProvision = /(?:annexe?|anhang|anexo|allegato|bijlage|title|titel|titre|título|titolo)\s+[IVX]/i;

/** Whether a text cites an annex or title by a roman number: such a block may have no digit at all. */
function hasRomanProvision(text: string): boolean {
  return romanProvision.test(text);
}

function isRoman(text: string, runs: Runs, index: number): boolean {
  const { start, end } = runs.blocks[index]!.span;
  return hasRomanProvision(text.slice(start, end));
}

/** Without those that a reference to a standard covers, unless the law stands right beside. Both are in order. */
function withoutTaken(references: readonly LawReference[], taken: LawInput['taken']): LawReference[] {
  let next = 0;
  return references.filter(({ span, by }) => {
    while (next < taken.length && taken[next]!.span.end <= span.start) next++;
    const covering = taken[next];
    return by === 'beside' || !covering || covering.span.start >= span.end;
  });
}

/** `legal: ["GDPR Art. 32"]`: what stands right beside its law in front matter. */
function inFrontMatter({ frontMatter, catalog }: LawInput): LawReference[] {
  const names = standardNames(catalog);
  return (frontMatter?.scalars ?? []).flatMap(({ text, contentSpan }) => {
    if (!/\d/.test(text) || !/[a-z]{3}/i.test(text)) return [];
    const run = runOf(text, contentSpan.start, names);
    const citations = citationsIn(run.tokens);
    if (citations.length === 0) return [];
    const finder = new LawFinder(run, catalog, () => null);
    return citations.flatMap((citation) => {
      const found = finder.lawOf(citation);
      if (found?.by !== 'beside') return [];
      return citation.provisions.map((provision) => toReference(run, provision, found, citation.at));
    });
  });
}

/** `32, 33` below `GDPR`, or below "Article" beside it; null where the cell is none of such a column. */
function inColumn(index: number, { runs }: LawInput, columns: LawColumns, scope: LawScope): LawReference[] | null {
  const run = runs.of(index);
  const found = columns.articlesIn(index);
  const citations = found?.citations ?? columns.articlesOf(index);
  if (!citations) return null;
  const law = found ? ({ law: found.law, by: 'block' } as const) : scope.lawFor(index);
  if (law === null || (law.by !== 'block' && law.by !== 'heading')) return null;
  const references = citations.flatMap(({ provisions }) =>
    provisions.map((provision) => toReference(run, provision, law, provision.first)),
  );
  return found ? references : withSubjectBeside(index, references, runs);
}

function readBlock(index: number, input: LawInput, scope: LawScope): LawReference[] {
  const run = input.runs.of(index);
  const citations = citationsIn(run.tokens);
  if (citations.length === 0) return [];
  const finder = new LawFinder(run, input.catalog, () => scope.lawFor(index));
  const references: LawReference[] = [];
  for (const citation of citations) {
    const found = finder.lawOf(citation);
    if (!found) continue;
    for (const provision of citation.provisions) {
      const reference = toReference(run, provision, found, citation.at);
      if (isBelievable(reference, input.catalog)) references.push(reference);
    }
  }
  return withSubjectBeside(index, references, input.runs);
}

/** An article that its law does not have may as well be of another text, where the law is not named near it. */
function isBelievable({ by, key, law, id }: LawReference, catalog: Catalog): boolean {
  if (by !== 'section' && by !== 'document') return true;
  const article = key.slice(law.length + 1).split('.')[0]!;
  return catalog.entry(`${law}:${article}`) !== undefined || isFormer(id, law, catalog);
}

function isFormer(id: string, law: string, catalog: Catalog): boolean {
  return catalog.standard(law)?.formerIds?.some((former) => former.id === id) ?? false;
}

/** In characters: a longer cell tells more than the subject of the article beside it. */
const longestSubject = 200;

/** `| **Art. 61** | Post-market monitoring |`: the subject of an article alone in its cell stands in the next one. */
function withSubjectBeside(index: number, references: LawReference[], runs: Runs): LawReference[] {
  const [block, next] = [runs.blocks[index]!, runs.blocks[index + 1]];
  const [first] = references;
  if (block.table < 0 || references.length !== 1 || /[\p{L}\d]/u.test(first!.following)) return references;
  const isBeside = next?.table === block.table && next.row === block.row;
  if (!isBeside || next.span.end - next.span.start > longestSubject) return references;
  return [{ ...first!, following: ` ${runs.of(index + 1).prose}` }];
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
    text: withoutJoiners(run.prose.slice(start, stop)),
    law: found.law,
    key: `${found.law}:${provision.parts.join('.')}`,
    id: name + rest.map((part) => `(${part})`).join(''),
    numberSpan: { start: base + tokens[provision.first]!.start, end: base + tokens[provision.numberEnd - 1]!.end },
    by: found.by,
    following: run.prose.slice(stop, stop + 120),
  };
}
