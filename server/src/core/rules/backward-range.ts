/** Two ids with a dash or "to" between them, the later one first. */

import type { PolicyDocument, Reference } from '../document.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import { lineSpanAt } from './support/source.js';
import { moveWords, slips } from './support/usageWords.js';
import type { Report, Rule } from './types.js';

export const backwardRange: Rule = {
  code: 'backward-range',
  defaultSeverity: 'warning',
  title: 'A range of ids that runs backwards',
  checkDocument(document, snapshot, report) {
    const { references } = document;
    for (let i = 0; i + 1 < references.length; i++) {
      const [from, to] = [references[i]!, references[i + 1]!];
      if (!mayBeRange(from, to)) continue;
      const text = snapshot.textOf(document.path);
      if (text === null) return;
      const isInList = [references[i - 1], references[i + 2]].some(
        (other) => other !== undefined && (isJoined(other, from, text) || isJoined(to, other, text)),
      );
      if (isJoined(from, to, text) && !isInList && !tellsMove(from, document, text))
        report(reportBackward(from, to, document, snapshot));
    }
  },
};

/** Both of the same group of the same standard, near each other, the greater number first. */
function mayBeRange(from: Reference, to: Reference): boolean {
  if (to.span.start - from.span.end >= longestJoint) return false;
  if (from.ids.length !== 1 || to.ids.length !== 1 || from.standard !== to.standard || from.edition !== to.edition)
    return false;
  const first = /^(.*\.)(\d+)$/.exec(from.id);
  const last = /^(.*\.)(\d+)$/.exec(to.id);
  return first !== null && last !== null && first[1] === last[1] && Number(first[2]) > Number(last[2]);
}

const joint = /^ ?[-–—] ?$|^ (?:to|through|bis|à|al?|até|hasta|tot|t\/m) $/i;

/** Behind a reference, in UTF-16 units: " through ". */
const longestJoint = 12;

/** Whether nothing but the mark or word of a range stands between two references. */
function isJoined(from: Reference, to: Reference, text: string): boolean {
  const gap = to.span.start - from.span.end;
  return gap > 0 && gap < longestJoint && joint.test(text.slice(from.span.end, to.span.start));
}

let tellsMovePattern: RegExp | null = null;

/** "The topic moved from A.8.32 to A.8.9": two numbers, and what became of the first. */
function tellsMove(from: Reference, document: PolicyDocument, text: string): boolean {
  const line = lineSpanAt(document, from.span.start);
  const before = text.slice(Math.max(line.start, from.span.start - 200), from.span.start);
  const sentence = before.slice(
    Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), before.lastIndexOf('|')) + 1,
  );
  tellsMovePattern ??= new RegExp(`(?<!\\p{L})(?:${[...moveWords, ...slips].join('|')})(?!\\p{L})`, 'iu');
  return tellsMovePattern.test(sentence);
}

function reportBackward(from: Reference, to: Reference, document: PolicyDocument, snapshot: Snapshot): Report {
  const text = snapshot.textOf(document.path)!;
  const span = { start: from.span.start, end: to.span.end };
  const forwards = to.text + text.slice(from.span.end, to.span.start) + from.text;
  return {
    span,
    message: t(
      'This range runs backwards, so only its two ends {0} and {1} count and nothing between them. Write {1} first if the ids between them are meant too.',
      from.id,
      to.id,
    ),
    fixes: [{ title: t('Replace with {0}', forwards), edits: [{ path: document.path, span, newText: forwards }] }],
  };
}
