/** Columns headed "Old" in a plan to change editions: of which older edition are their numbers? */
import type { ScopeFinder } from '../evidence/scope.js';
import { formerWords } from '../past/pastWords.js';
import type { Mention } from '../text/mentions.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import type { NamedStandard, StandardNames } from '../text/standardNames.js';
import { isWord } from '../text/tokens.js';
import { numbersOfColumn } from './columnCells.js';

/**
 * `| Old | New |` below a title that names an older edition: its name there for "Old"; undefined for all other heads.
 * @param headings above the table, inner to outer; asked for such a head only
 */
export function agedMention(
  { tokens }: Run,
  headings: () => readonly Run[],
  { withdrawn }: StandardNames,
): Mention | undefined {
  if (tokens.length > longestAge || !tokens.some((token) => isWord(token, formerWords))) return undefined;
  const isOld = ({ standard, edition }: NamedStandard): boolean => withdrawn.has(`${standard}:${edition}`);
  return headings()
    .flatMap(({ mentions }) => mentions)
    .find(({ standards }) => standards.every(isOld));
}

/** In tokens. */
const longestAge = 2;

/** The edition of a column headed so that holds numbers as deep as `9.2.1`, and no values. */
export function agedStandards(
  runs: Runs,
  header: number,
  scope: ScopeFinder,
  names: StandardNames,
): readonly NamedStandard[] {
  const aged = agedMention(runs.of(header), () => scope.headingsOf(header), names)?.standards;
  if (!aged) return none;
  const isDeep = (number: string): boolean => number.split('.').length > 2;
  return numbersOfColumn(runs, header).numbers.filter(isDeep).length >= fewDeep ? aged : none;
}

const none: readonly NamedStandard[] = [];
const fewDeep = 2;
