/**
 * What a key of front matter says by its words. The documents of an organisation have their keys and tags in common, so each
 * is read once: kept for as long as the catalog, bounded, and the same with or without it.
 */
import { normaliseKey } from '../../settings.js';
import { detach } from '../../text.js';
import { systemsIn } from '../evidence/systems.js';
import type { BareNumbers } from '../grammar.js';
import {
  annexWords,
  clauseWords,
  controlWords,
  foreignFrameworks,
  numberWords,
  pointWords,
  requirementWords,
  sectionWords,
  versionWords,
} from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { makeRun, type Run } from '../text/run.js';
import type { StandardNames } from '../text/standardNames.js';
import { isWord } from '../text/tokens.js';

/** Keys that say which standard a document follows. */
export const standardKeys: ReadonlySet<string> = new Set(
  'standard standards framework frameworks norm normen norme normes norma normas standaard'.split(' '),
);

export interface KeyFacts {
  /** `iso_27001_controls` → `iso 27001 controls`, so that the words of a key are words. */
  readonly spelled: string;
  /** Of the spelled key. */
  readonly run: Run;
  /** The standards that it names as *ISMS* or *PIMS*. */
  readonly systems: readonly Mention[];
  /** `previous_controls`, `supersedes`. */
  readonly isCalledFormer: boolean;
  /** `pci_controls`, `nist_800_53`. */
  readonly isForeign: boolean;
  /**
   * What a bare number below a key is that nobody has set, by its words: `aims_clauses`, `iso_27001_2022`, `maßnahmen`. Not
   * that the document claims it (`excluded_controls`). Null where the words say nothing of numbers.
   */
  readonly bare: BareNumbers | null;
  /** Whether its words are for clauses or controls: `iso_clauses`, `kapitel`, `annex_a`, and not `iso27001` or `mapping`. */
  readonly saysKind: boolean;
}

interface Known {
  readonly facts: Map<string, KeyFacts>;
  readonly runs: Map<string, Run>;
}

const knownOf = new WeakMap<StandardNames, Known>();
const mostKept = 1000;
/** In UTF-16 units: longer texts are hardly ever written twice. */
const longestKept = 40;

function knownFor(names: StandardNames): Known {
  let known = knownOf.get(names);
  if (!known) {
    known = { facts: new Map(), runs: new Map() };
    knownOf.set(names, known);
  }
  return known;
}

function keep<Value>(values: Map<string, Value>, key: string, value: Value): void {
  if (key.length > longestKept) return;
  if (values.size >= mostKept) values.clear();
  values.set(detach(key), value);
}

/** The facts of one key. */
export function factsOf(key: string, names: StandardNames): KeyFacts {
  const { facts } = knownFor(names);
  const known = facts.get(key);
  if (known) return known;
  const spelled = detach(key.replace(/_/g, ' '));
  const run = makeRun(spelled, 0, names);
  const isOurs = run.mentions.some((one) => one.standards.some((named) => named.known));
  const made: KeyFacts = {
    spelled,
    run,
    systems: systemsIn(run, names, true),
    isCalledFormer: isCalledFormer(key),
    isForeign: !isOurs && foreignKeys.some((framework) => framework.test(key.toLowerCase())),
    bare: bareNumbersOf(run),
    saysKind: isChapters(run) || run.tokens.some((token) => kindWords.some((words) => isWord(token, words))),
  };
  keep(facts, key, made);
  return made;
}

/** The run of a value of front matter. */
export function runOf(text: string, base: number, names: StandardNames): Run {
  const { runs } = knownFor(names);
  const known = runs.get(text);
  if (known) return base === 0 ? known : { ...known, base };
  const own = text.length > longestKept ? text : detach(text);
  const run = makeRun(own, base, names);
  keep(runs, own, base === 0 ? run : { ...run, base: 0 });
  return run;
}

/** Words of keys that hold what was once. */
const formerWords =
  /^(?:legacy|old|older|previous|prior|former|formerly|superseded|supersedes|replaces|replaced|deprecated|retired|alte|alt|fruehere|frühere|bisherige|ersetzt|anciens?|anciennes?|remplace|anteriores?|antiguos?|sustituye|substitui|oude|vorige|vervangt|precedenti|vecchi|sostituisce)$/;

/** `was: A.9.1.1`; `was_tested` says something else. */
const formerKeys: ReadonlySet<string> = new Set([
  'was',
  'before',
  'war',
  'vorher',
  'était',
  'avant',
  'antes',
  'era',
  'prima',
]);

function isCalledFormer(key: string): boolean {
  const written = normaliseKey(key);
  return formerKeys.has(written) || written.split(/[_.]/).some((word) => formerWords.test(word));
}

/** `kapitel`, `abschnitte`, `sections`: above the name of a standard these are its clauses. */
export function isChapters({ tokens }: Run): boolean {
  return tokens.length === 1 && isWord(tokens[0], sectionWords) && !isWord(tokens[0], requirementWords);
}

/** `requirements`, `chapters`, `Anforderungen`: beside or below the name of a standard its clauses; items and points may be anything. */
export function isRequirements(run: Run): boolean {
  const [only] = run.tokens;
  if (run.tokens.length === 1 && isWord(only, requirementWords)) return true;
  return isChapters(run) && !isWord(only, pointWords) && !isWord(only, numberWords);
}

const kindWords = [clauseWords, controlWords, annexWords];

const foreignKeys = foreignFrameworks.map(({ words }) => new RegExp(`(?<![a-z0-9])${words.join('[ _-]?')}(?![a-z])`));

function bareNumbersOf(run: Run): BareNumbers | null {
  const has = (set: ReadonlySet<string>): boolean => run.tokens.some((token) => isWord(token, set));
  if (has(versionWords) || run.mentions.some((one) => one.standards.every((named) => !named.known))) return 'none';
  // `iso_requirement: [6.1.2, 8.2]`
  const isRequirement = has(requirementWords) && run.tokens.some(({ lower }) => lower === 'iso');
  if (has(clauseWords) || isRequirement) return 'clause';
  const isPlural = run.tokens.some((token) => isWord(token, controlWords) && /[snei]$/.test(token.lower));
  return has(annexWords) || isPlural || run.mentions.length > 0 ? 'control' : null;
}
