/**
 * The words of all documents, each kept once. Ten thousand policies have twenty million words and hardly twenty thousand
 * different ones: to look a word up by its letters takes less time than to cut it out and to write it in small letters,
 * and what it may mean for a reference is asked once.
 */
import { actWords, articleWords, titleWords } from '../laws/words.js';
import { crosswalkWords } from '../past/pastWords.js';
import {
  annexWords,
  appendixWords,
  clauseWords,
  contractCompound,
  contractNames,
  contractNouns,
  contractsOfKinds,
  contractualWords,
  controlWords,
  countedNouns,
  dottedSection,
  foreignFrameworks,
  isoWords,
  otherBodies,
  publisherWords,
  scheduleWords,
  sectionWords,
} from './lexicon.js';

/** What hardly any word is: asked of every word before anything else is. Bits, so that those of a run can be joined. */
export const trait = {
  /** A reference may begin with it: `Annex`, `clause`, `A`. */
  reference: 1,
  /** The name of a standard or framework may begin with it. */
  standard: 2,
  /** An article, annex or title of a law may begin with it. */
  provision: 4,
  /** It says that an older numbering is cited on purpose. */
  crosswalk: 8,
  /** It begins with a word for what is counted: `controls`, `domains`. */
  counted: 16,
  /** Where something holds "unless otherwise stated", one of these words says so. */
  otherwise: 32,
  /** Where numbers stand "without further indication", both of these do. */
  without: 64,
  indication: 128,
  /** Where numbers have nothing to do with the standard, one of these words says so. */
  unrelated: 256,
  /** A contract may be named by it: `DPA`, `agreement`, `contractual`. */
  contract: 512,
  /** Where something is common to several standards, one of these words says so. */
  common: 1024,
  /** Where bare numbers are said to be of several standards, one of these words says so: "without", "only". */
  bare: 2048,
} as const;

/** One of them stands in each of the turns that documentEvidence.ts, commonClauses.ts and unrelated.ts look for. */
const otherwiseWords = words(
  'unless otherwise nicht nichts sauf salvo cuando exceto menos tenzij diversamente altrimenti',
);
const withoutWords = words('ohne sans sin sem senza zonder without no');
const indicationWords = words(
  'angabe angaben indication précision mention indicación indicação precisión menção indicazione aanduiding vermelding qualification name standard',
);
const unrelatedWords = words('do connected connection unrelated tun rien ver niets niente');
const commonWords = words(
  'common same shared identical identically alike gemeinsam gemeinsame gleich gleiche gleichen dieselben dieselbe denselben identisch ' +
    'commun communs commune communes même mêmes identique identiques comuns comunes comum comune comuni mismo mismos misma ' +
    'mesmo mesmos mesma idénticos idénticas idênticos stessi stessa identici gemeenschappelijk gemeenschappelijke dezelfde gelijke identiek',
);

const bareWords = words(
  'without only just unless ohne nur sans seulement sin solo sólo zonder alleen senza sem apenas',
);

function words(list: string): readonly string[] {
  return list.split(' ');
}

const wordsOfTraits: readonly (readonly [number, readonly Iterable<string>[]])[] = [
  [
    trait.reference,
    [
      ['a', 'b', dottedSection, 'nr', 'nrn', 'nummer', 'nummern'],
      annexWords,
      appendixWords,
      clauseWords,
      sectionWords,
      controlWords,
    ],
  ],
  [trait.standard, [publisherWords, isoWords, otherBodies, foreignFrameworks.map(({ words }) => words[0]!), actWords]],
  [trait.provision, [articleWords, annexWords, titleWords]],
  [trait.crosswalk, [crosswalkWords]],
  [trait.otherwise, [otherwiseWords]],
  [trait.without, [withoutWords]],
  [trait.indication, [indicationWords]],
  [trait.unrelated, [unrelatedWords]],
  [trait.common, [commonWords]],
  [trait.bare, [bareWords]],
  [trait.contract, [contractNames, contractNouns, contractsOfKinds.keys(), contractualWords, scheduleWords]],
];

const traits = new Map<string, number>();
for (const [bit, sets] of wordsOfTraits) {
  for (const set of sets) for (const word of set) traits.set(word, (traits.get(word) ?? 0) | bit);
}

/** The traits of a word in small letters. */
export function traitsOf(lower: string): number {
  let known = traits.get(lower) ?? 0;
  const owner = withoutPossessive(lower);
  if (owner !== lower) known |= (traits.get(owner) ?? 0) & trait.contract;
  if (countedNouns.some((noun) => lower.startsWith(noun))) known |= trait.counted;
  return contractCompound.test(lower) ? known | trait.contract : known;
}

/** "agreement" of "agreement's"; a word in small letters. */
export function withoutPossessive(lower: string): string {
  const mark = lower[lower.length - 1] === 's' ? lower[lower.length - 2] : '';
  return mark === "'" || mark === '’' ? lower.slice(0, -2) : lower;
}

export interface Word {
  /** As written. */
  readonly text: string;
  /** In small letters. */
  readonly lower: string;
  readonly traits: number;
}

/** Longer words are hardly ever written twice. */
const longestKept = 24;
/** Places that are looked at: words made to share one hash take no longer than others. */
const mostSteps = 8;

/** Finds words by their letters. */
export class Words {
  /** A word stands at the place that the lowest bits of its hash name, or at one of the next few. */
  private readonly places: (Word | undefined)[];
  private kept = 0;

  /** The table has two to the power of `bits` places. */
  constructor(bits = 15) {
    this.places = new Array<Word | undefined>(1 << bits).fill(undefined);
  }

  /** The word that stands in the text from `start` to `end`. `hash` is any number that equal words share. */
  find(text: string, start: number, end: number, hash: number): Word {
    if (end - start > longestKept) return makeWord(text.slice(start, end));
    const { places } = this;
    const mask = places.length - 1;
    const first = hash ^ (hash >>> 15);
    for (let step = 0; step < mostSteps; step++) {
      const word = places[(first + step) & mask];
      if (word === undefined) {
        const place = this.hasRoom() ? first + step : first;
        return this.keep(makeWord(ownCopy(text.slice(start, end))), place & mask);
      }
      if (isAt(word.text, text, start, end)) return word;
    }
    return makeWord(text.slice(start, end));
  }

  /** A text of nothing but invented words must not leave the table full for all others: then it begins anew. */
  private hasRoom(): boolean {
    if (this.kept < this.places.length / 2) return true;
    this.places.fill(undefined);
    this.kept = 0;
    return false;
  }

  private keep(word: Word, place: number): Word {
    this.places[place] = word;
    this.kept++;
    return word;
  }
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  const { length } = word;
  if (length !== end - start) return false;
  for (let at = 0; at < length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

function makeWord(text: string): Word {
  const lower = text.toLowerCase();
  return { text, lower: lower === text ? text : lower, traits: traitsOf(lower) };
}

/** A kept word must not keep the document alive that it was found in: engines make a long slice a window into its text. */
function ownCopy(slice: string): string {
  return slice.split('').join('');
}
