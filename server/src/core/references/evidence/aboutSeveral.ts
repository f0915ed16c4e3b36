/** Does a document say up front that it is about several standards ("System: ISMS (ISO/IEC 27001) and PIMS (ISO/IEC 27701)")? */
import type { Evidence } from '../draft.js';
import { accordWords, andWords, clauseWords, leadWords } from '../text/lexicon.js';
import { type Run, sentencesOf } from '../text/run.js';
import { isPrefix } from '../text/runNames.js';
import type { StandardNames } from '../text/standardNames.js';
import { isWord, type Token } from '../text/tokens.js';
import { managementOnly, mostNamed, onlySome, tokensOf } from './commonClauses.js';
import { layerOf } from './scope.js';
import { nameAt } from './systems.js';

/**
 * A layer of the standards that a sentence of the opening names side by side; null where none does. It decides only what stays open between
 * these, and only clauses that all of them have alike.
 *
 * @param opening titles, and the paragraphs and cells before the end of the first section
 */
export function aboutSeveral(opening: readonly Run[], names: StandardNames): Evidence | null {
  for (const run of opening.filter(({ mentions }) => mentions.length > 0)) {
    for (const sentence of run.mentions.length <= mostNamed ? sentencesOf(run) : []) {
      const mentions = run.mentions.filter(({ start, stop }) => start >= sentence.start && stop <= sentence.end);
      const layer = layerOf('document', mentions);
      const isList = mentions.every(
        (mention, i) =>
          !isPrefix(run, mention) && (i === 0 || isJoint(run.tokens, mentions[i - 1]!.end, mention.first, names)),
      );
      if (layer && isList && managementOnly(layer.standards).length > 1 && !isOfSome(run, sentence))
        return { ...layer, isFaint: true, areAll: true };
    }
  }
  return null;
}

/** ") and PIMS (", ", ", " → 2022 and ", " et l’" */
function isJoint(tokens: readonly Token[], from: number, to: number, names: StandardNames): boolean {
  for (let at = from; at < to; at++) {
    const { kind, text } = tokens[at]!;
    const system = nameAt(tokens, at, names);
    if (system) at = system.end - 1;
    else if (kind === 'mark' ? ':;.'.includes(text) : text.length > 1 && !names.years.has(text) && !joins(tokens[at]!))
      return false;
  }
  return true;
}

function joins(token: Token): boolean {
  return isWord(token, andWords) || isWord(token, leadWords) || isWord(token, accordWords);
}

/** "Most clauses of", "not": what is said of some, or of clauses alone, tells nothing of all. */
function isOfSome(run: Run, { start, end }: { start: number; end: number }): boolean {
  return (
    onlySome.test(run.prose.slice(start, end)) || tokensOf(run, start, end).some((token) => isWord(token, clauseWords))
  );
}
