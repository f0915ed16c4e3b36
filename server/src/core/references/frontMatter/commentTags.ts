/** References in comments: section tags (`<!-- controls: 27001:A.5.18, 27001:A.6.5 -->`) and what authors note to themselves. */
import type { Heading } from '../../document.js';
import { normaliseKey, type Settings } from '../../settings.js';
import { mostReferences } from '../budget.js';
import type { DraftReference, Evidence } from '../draft.js';
import { lineEvidence, relate } from '../evidence/lineEvidence.js';
import { draftOf } from '../evidence/placement.js';
import type { ScopeFinder } from '../evidence/scope.js';
import { type BareNumbers, type RawReference, readReferences } from '../grammar.js';
import type { RecognitionContext, RecognitionInput } from '../recognise.js';
import { makeRun } from '../text/run.js';
import { standardNames } from '../text/standardNames.js';

/**
 * `<!-- controls: 27001:A.5.18, 27001:A.6.5 -->` as tags; of any other comment what is written as a citation in full. Nobody
 * reads a note as part of the text, so it claims nothing, and nothing in it is called wrong (judge.ts).
 */
export function commentDrafts(
  input: RecognitionInput,
  context: RecognitionContext,
  headingBlocks: readonly number[],
  scope: ScopeFinder,
  outermost: readonly Evidence[],
): DraftReference[] {
  const names = standardNames(context.catalog);
  const drafts: DraftReference[] = [];
  for (let i = 0; i < input.comments.length; i++) {
    const comment = input.comments[i]!;
    const content = input.text.slice(comment.start + 4, Math.max(comment.start + 4, comment.end - 3));
    if (content.length > 20_000 || drafts.length >= mostReferences) continue;
    const tag = tagComment(content, context.settings);
    if (!tag && (!hasNumber.test(content) || content.trimStart().startsWith('clausemark'))) continue;
    const offset = tag?.offset ?? 0;
    const run = makeRun(content.slice(offset), comment.start + 4 + offset, names);
    const section = sectionAtOffset(input.headings, comment.start);
    const outside =
      section >= 0 && section < headingBlocks.length ? [...scope.headingLayers(section), ...outermost] : outermost;
    const related = relate(run, readReferences(run.tokens, run.mentions, tag?.bare ?? 'none'));
    for (const raw of related.raws) {
      if (!tag && !isWrittenInFull(raw)) continue;
      const draft = draftOf(run, raw, {
        where: 'comment',
        isTag: tag !== null,
        section,
        block: -2 - i,
        sentence: 0,
        group: 2e6 + i,
        column: -1,
        titleSpan: null,
        titleWords: null,
        near: lineEvidence(run, raw, related, names),
        far: outside,
        isBare: raw.form !== 'annex' && raw.attached === null,
        startsHeading: false,
        isChapter: false,
        isTold: false,
        isNamedControl: false,
        startsBlock: false,
        fillsBlock: false,
        system: scope.systemOf(section),
        above: [],
        // A note may well be about what a number was called.
        ofOthers: false,
        contract: -1,
        hasCrosswalkWord: tag === null,
        isMovedTo: false,
        isShort: false,
        listSubject: [],
        isUnquotedNumber: false,
      });
      drafts.push(draft);
    }
  }
  return drafts;
}

const hasNumber = /\d/;

/** `A.5.15`, `clause 9.2`: with letter or word, and not of some other text. */
function isWrittenInFull(raw: RawReference): boolean {
  return !raw.needsScope && !raw.needsMention && !raw.wildcard && !raw.ofOwnDocument && raw.form !== 'control';
}

/** The key of a tag comment and where its list begins; null for any other comment. */
export function tagComment(content: string, settings: Settings): { bare: BareNumbers; offset: number } | null {
  const colon = content.indexOf(':');
  if (colon < 0 || colon > 60) return null;
  const key = normaliseKey(content.slice(0, colon));
  if (settings.clauseKeys.includes(key)) return { bare: 'clause', offset: colon + 1 };
  if (settings.controlKeys.includes(key)) return { bare: 'control', offset: colon + 1 };
  return null;
}

/** Index of the last heading at or before the offset, -1 before the first. */
function sectionAtOffset(headings: readonly Heading[], offset: number): number {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (headings[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
