/** `SAP S/4 2023`, `Windows Server 2022`: the year of a product in a cell is no edition. */
import {
  annexWords,
  clauseWords,
  controlWords,
  editionWords,
  isoWords,
  requirementWords,
  sectionWords,
  standardWords,
  tableWords,
  versionWords,
} from './lexicon.js';
import { formerWords, writtenThings } from './pastWords.js';
import type { Run } from './run.js';
import type { StandardNames } from './standardNames.js';
import { systemsIn } from './systems.js';
import { isYear, type Token } from './tokens.js';

const labelWords: readonly ReadonlySet<string>[] = [
  annexWords,
  clauseWords,
  controlWords,
  editionWords,
  isoWords,
  requirementWords,
  sectionWords,
  standardWords,
  tableWords,
  versionWords,
  formerWords,
  writtenThings,
  new Set(
    'zuordnung bezug referenz kennung kennungen vergleich abgleich stand jahr year año ano anno année jaar'.split(' '),
  ),
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

function isCapital({ text, lower }: Token): boolean {
  return text[0] !== lower[0];
}
