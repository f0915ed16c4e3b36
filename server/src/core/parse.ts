/** Text → document: front matter, blocks, suppressions, references. The one entry into the parsing half of the core. */

import type { Catalog } from './catalog/types.js';
import type { Heading, ParseProblem, PolicyDocument, ScopedStandard } from './document.js';
import { findFields } from './fields.js';
import { t } from './l10n.js';
import type { Block } from './markdown/blocks.js';
import { readDocumentText } from './markdown/documentText.js';
import { proseOf } from './markdown/inline.js';
import { placeOf, withinBudget } from './references/budget.js';
import type { DraftDocument } from './references/draft.js';
import { recognise } from './references/recognise.js';
import { resolveReferences } from './references/resolve.js';
import type { KeptRuns } from './references/text/run.js';
import { withoutJoiners } from './references/text/tokens.js';
import type { Settings } from './settings.js';
import { findSuppressions } from './suppressions.js';
import { detach, findLineStarts, type Span } from './text.js';

export interface ParseContext {
  readonly catalog: Catalog;
  readonly settings: Settings;
  /** For a document that is read again and again, the same object each time: what did not change is not read again. */
  readonly runs?: KeptRuns | undefined;
}

/**
 * Everything that depends on this text alone. Never throws; linear in the length of the text.
 * @param path relative to the workspace root, with `/`
 */
export function parseDocument(path: string, text: string, context: ParseContext): DraftDocument {
  const { frontMatter, problems, blocks, comments, labels } = readDocumentText(text);
  const lineStarts = findLineStarts(text);
  const headings = headingsOf(text, blocks);
  const within = withinBudget(text, blocks);
  const recognised = recognise({ text, frontMatter, blocks: within.blocks, comments, headings, labels }, context);
  return {
    path,
    length: text.length,
    lineStarts,
    lineEnding: text.includes('\r\n') ? '\r\n' : '\n',
    frontMatter,
    fields: findFields(text, frontMatter, blocks, context.settings),
    headings,
    suppressions: findSuppressions(text, comments, lineStarts, frontMatter),
    problems: withUnread(problems, within.unread ?? recognised.unread),
    drafts: recognised.drafts,
    laws: recognised.laws,
    counts: recognised.counts,
    named: recognised.named,
    ownNumbers: recognised.ownNumbers,
    ownClauses: recognised.ownClauses,
    titledBrackets: recognised.titledBrackets,
    isContract: recognised.isContract,
    isOnSubject: recognised.isOnSubject,
  };
}

function withUnread(problems: readonly ParseProblem[], unread: Span | null): readonly ParseProblem[] {
  if (!unread) return problems;
  const detail = t(
    'This document is so long that references from here on are not read. Divide it into several documents, or name it in .clausemarkignore if it is no policy.',
  );
  return [...problems, { code: 'too-large', span: placeOf(unread), detail }];
}

/** The document with its references resolved against the standards in scope. Cheap: for every change of the scope. */
export function resolveDocument(
  draft: DraftDocument,
  scope: readonly ScopedStandard[],
  context: ParseContext,
): PolicyDocument {
  // Field by field: spreading an object of this size takes longer than resolving some references.
  return {
    path: draft.path,
    length: draft.length,
    lineStarts: draft.lineStarts,
    lineEnding: draft.lineEnding,
    frontMatter: draft.frontMatter,
    fields: draft.fields,
    headings: draft.headings,
    suppressions: draft.suppressions,
    problems: draft.problems,
    laws: draft.laws,
    counts: draft.counts,
    named: draft.named,
    references: resolveReferences(draft, scope, context.catalog),
  };
}

/** How often a document names each edition of each standard: what it adds to the scope of a workspace that does not say. */
export interface ScopeVotes {
  /** `27001:2022` (or `27001:` where the edition is open) → number of tags. */
  readonly tagged: Readonly<Record<string, number>>;
  /** The same for citations in the text whose standard is named near them. */
  readonly cited: Readonly<Record<string, number>>;
}

const noVotes: ScopeVotes = { tagged: {}, cited: {} };

/** The votes of one document; depends on its text alone. */
export function scopeVotes(draft: DraftDocument, context: ParseContext): ScopeVotes {
  if (draft.drafts.length === 0) return noVotes;
  const tagged: Record<string, number> = {};
  const cited: Record<string, number> = {};
  for (const reference of resolveReferences(draft, [], context.catalog)) {
    if (reference.standard === null || reference.kind === 'external') continue;
    if (reference.resolvedBy === 'siblings' || reference.resolvedBy === 'catalog') continue;
    const votes = reference.isTag ? tagged : cited;
    // What a control was called once says that the standard is in use, but not which edition.
    const edition = reference.isCrosswalk ? '' : (reference.edition ?? '');
    const key = `${reference.standard}:${edition}`;
    votes[key] = (votes[key] ?? 0) + 1;
  }
  return { tagged, cited };
}

/** Whether two documents' votes are the same. */
export function sameVotes(a: ScopeVotes, b: ScopeVotes): boolean {
  return sameCounts(a.tagged, b.tagged) && sameCounts(a.cited, b.cited);
}

function sameCounts(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/**
 * The scope that the votes of all documents give: the standards that are tagged, or without any tag those cited by name;
 * of each the edition that most references mean.
 */
export function combineVotes(votes: Iterable<ScopeVotes>): ScopedStandard[] {
  const tagged = new Map<string, Map<string, number>>();
  const cited = new Map<string, Map<string, number>>();
  for (const one of votes) {
    addVotes(tagged, one.tagged);
    addVotes(cited, one.cited);
  }
  const scope: ScopedStandard[] = [];
  for (const [standard, editions] of tagged.size > 0 ? tagged : cited) {
    scope.push({ standard, edition: mostFrequent(editions) ?? mostFrequent(cited.get(standard) ?? new Map()) });
  }
  return scope.sort((a, b) => a.standard.localeCompare(b.standard));
}

/** The scope of a workspace that does not say: all its documents vote. */
export function impliedScope(drafts: Iterable<DraftDocument>, context: ParseContext): ScopedStandard[] {
  const votes: ScopeVotes[] = [];
  for (const draft of drafts) votes.push(scopeVotes(draft, context));
  return combineVotes(votes);
}

function addVotes(sums: Map<string, Map<string, number>>, votes: Readonly<Record<string, number>>): void {
  for (const [key, times] of Object.entries(votes)) {
    const colon = key.indexOf(':');
    const standard = key.slice(0, colon);
    const editions = sums.get(standard) ?? new Map<string, number>();
    const edition = key.slice(colon + 1);
    editions.set(edition, (editions.get(edition) ?? 0) + times);
    sums.set(standard, editions);
  }
}

function mostFrequent(editions: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [edition, times] of editions) {
    // Where two editions are named equally often, the newer one is the one to work by.
    if (edition !== '' && (times > most || (times === most && best !== null && edition > best))) {
      best = edition;
      most = times;
    }
  }
  return best;
}

function headingsOf(text: string, blocks: readonly Block[]): Heading[] {
  const found: { span: Block['span']; text: string; depth: number; sectionEnd: number }[] = [];
  const open: number[] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    while (open.length > 0 && found[open[open.length - 1]!]!.depth >= block.depth)
      found[open.pop()!]!.sectionEnd = block.span.start;
    open.push(found.length);
    found.push({ span: block.span, text: headingText(text, block), depth: block.depth, sectionEnd: text.length });
  }
  return found;
}

function headingText(text: string, block: Block): string {
  const prose = proseOf(text, block, { inlineCode: true });
  return detach(withoutJoiners(prose.replace(/[*`]/g, '')).replace(/\s+/g, ' ').trim());
}
