/**
 * Years in cells that are no editions: of products (`SAP S/4 2023`, `Windows Server 2022`), of dates and files
 * (`2023-05-15`, `F-2023-01`).
 */

import { systemsIn } from '../evidence/systems.js';
import { formerWords, writtenThings } from '../past/pastWords.js';
import {
  annexWords,
  clauseWords,
  controlWords,
  editionWords,
  isoWords,
  monthWords,
  requirementWords,
  sectionWords,
  standardWords,
  tableWords,
  versionWords,
} from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { StandardNames } from '../text/standardNames.js';
import { isMark, isWord, isYear, type Token } from '../text/tokens.js';
import { trait } from '../text/words.js';

/** Words beside which a year is that of an edition: "Annex A 2013", "Zuordnung 2013". */
const editionSigns: readonly ReadonlySet<string>[] = [
  annexWords,
  clauseWords,
  controlWords,
  editionWords,
  isoWords,
  requirementWords,
  sectionWords,
  standardWords,
  tableWords,
  formerWords,
  new Set('zuordnung bezug referenz kennung kennungen vergleich abgleich nummer'.split(' ')),
];

const labelWords: readonly ReadonlySet<string>[] = [
  ...editionSigns,
  versionWords,
  writtenThings,
  new Set('stand jahr year año ano anno année jaar'.split(' ')),
];

/** Whether a short text is a name with capitals and a year right behind it, and no label such as "Annex A 2013". */
export function isProduct(run: Run, names: StandardNames): boolean {
  const { tokens, mentions } = run;
  const year = tokens.findIndex(isYear);
  const before = tokens[year - 1];
  if (year < 1 || tokens[year]!.gap !== 1 || before?.kind === 'mark') return false;
  const words = tokens.slice(0, year).filter(({ kind }) => kind === 'word');
  if (!words.some(isCapital) || mentions.length > 0 || systemsIn(run, names).length > 0) return false;
  return !words.some(({ lower }) => labelWords.some((set) => set.has(lower)));
}

/** "2013 edition", "Annex A 2013", "ISMS 2013": whether the year of a cell is that of an edition by the words beside it. */
export function saysEdition(run: Run, names: StandardNames): boolean {
  return speaksOf(run, editionSigns) || systemsIn(run, names).length > 0;
}

/** "Edition", "ISO 27001", "Standard", and not "Control since": whether years below a head are those of editions. */
export function headsEditions(run: Run, names: StandardNames): boolean {
  return speaksOf(run, editionHeads) || systemsIn(run, names).length > 0;
}

const editionHeads = [editionWords, isoWords, standardWords];

function speaksOf({ tokens, traits }: Run, signs: readonly ReadonlySet<string>[]): boolean {
  return (traits & trait.crosswalk) !== 0 || tokens.some((token) => signs.some((words) => isWord(token, words)));
}

/** `2023-05-15`, `12/2023`, `F-2023-01`, `May 15, 2023`: whether the year at a token is one of a date or of somebody's numbering. */
export function isPartOfDate(tokens: Run['tokens'], at: number): boolean {
  const [before, behind, next] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  if (isJoint(before) && tokens[at]!.gap === 0 && before!.gap === 0 && at > 1) return true;
  if (isJoint(behind) && behind!.gap === 0 && next?.gap === 0) return true;
  return tokens.some((token) => isWord(token, monthWords));
}

function isJoint(token: Token | undefined): boolean {
  return isMark(token, '-') || isMark(token, '/');
}

function isCapital({ text, lower }: Token): boolean {
  return text[0] !== lower[0];
}
