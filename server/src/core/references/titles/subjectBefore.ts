/** Of which management system the words right before an id speak: "the AI policy (clause 5.2)", "privacy risk assessment (8.2)". */
import type { Catalog } from '../../catalog/types.js';
import { nameAt } from '../evidence/systems.js';
import type { RawReference } from '../grammar.js';
import { isInRow } from '../tables/tableRows.js';
import { andWords } from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { type NamedStandard, type StandardNames, standardOf } from '../text/standardNames.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { titlesOf } from './subjects.js';
import { entriesByTitle } from './titles.js';

/** In tokens: "information security risk assessment", "politique de sécurité de l’information". */
const longestPhrase = 9;

/**
 * The standard whose subject stands right before an id of Annex A in short (`AI A.7.4`), or that the words right before a clause
 * name: the subject itself ("sécurité de l’information (clause 5.2)"), a word that begins with it (`KI-Politik`,
 * `Datenschutzpolitik`), or the subject and words of the title that the clause has in that standard ("AI internal
 * audits"). Null where it is none of these, and where two subjects are named alike ("AI and privacy policies").
 * @param from the token after the reference before
 */
export function subjectBefore(
  run: Run,
  raw: RawReference,
  from: number,
  names: StandardNames,
  catalog: Catalog,
): NamedStandard | null {
  const { tokens } = run;
  if (raw.attached !== null) return null;
  // "Data: AI A.7.4, PR A.1.4.4"
  if (raw.form === 'annex') return names.subjects.systems.get(tokens[raw.head - 1]?.text ?? '') ?? null;
  if (raw.form !== 'clause') return null;
  const end = isMark(tokens[raw.head - 1], '(') || isMark(tokens[raw.head - 1], ',') ? raw.head - 1 : raw.head;
  const first = beginningOfPhrase(tokens, end, from);
  const byCompound = compoundAt(tokens, end - 1, names);
  if (byCompound) return byCompound;
  for (let at = end - 1; at >= first; at--) {
    const found = nameAt(tokens, at, names.subjects);
    if (!found || found.end > end) continue;
    if (isJoined(tokens, at, first, names)) return null;
    return isTitled(tokens.slice(found.end, end), raw, found.named, catalog) ? found.named : null;
  }
  return null;
}

/**
 * The standard that alone has the clause of a cell under the title in the cell beside it: `| AI policy | 5.2 |`. Null where none has it so,
 * or several.
 * @param title the words that stand as its title in the next cell
 */
export function standardTitled(
  runs: Runs,
  index: number,
  { form, members, first, last }: RawReference,
  title: string | undefined,
  catalog: Catalog,
): NamedStandard | null {
  const cell = runs.blocks[index]!;
  if (form !== 'clause' || members.length > 1 || members[0]!.parts.length < 2) return null;
  if (cell.table < 0 || first > 0 || last < runs.of(index).tokens.length) return null;
  const before = isInRow(runs.blocks[index - 1], cell) ? runs.of(index - 1).prose : undefined;
  const id = members[0]!.parts.join('.');
  for (const words of [title, before]) {
    // "Policy" in a manual of several systems is the policy of each.
    if (words === undefined || words.length > longestTitle || !/\S\s+\S/.test(words)) continue;
    const titled = entriesByTitle(catalog, words).filter((entry) => entry.id === id);
    const editions = titled.flatMap(({ standardKey }) => catalog.standard(standardKey) ?? []);
    const standards = new Set(editions.filter(({ status }) => status === 'current').map(({ standard }) => standard));
    if (standards.size === 1) return standardOf([...standards][0]!);
  }
  return null;
}

/** In characters. */
const longestTitle = 160;

/** The first of the words that stand before a token with nothing but hyphens and apostrophes between them. */
function beginningOfPhrase(tokens: readonly Token[], end: number, from: number): number {
  let first = end;
  while (first > from && end - first < longestPhrase && isOfPhrase(tokens[first - 1]!)) first--;
  return first;
}

function isOfPhrase({ kind, text, gap }: Token): boolean {
  return kind === 'word' || (gap === 0 && "-'’".includes(text));
}

/** `KI-Politik`, `Informationssicherheitspolitik`: a word that begins with a subject; `d'IA`: one that ends with it. */
function compoundAt(tokens: readonly Token[], last: number, { subjects }: StandardNames): NamedStandard | null {
  const word = tokens[last];
  if (word?.kind !== 'word') return null;
  const elided = subjects.systems.get(word.text.split(/['’]/)[1] ?? '');
  if (elided) return elided;
  const hyphen = tokens[last - 1];
  if (isMark(hyphen, '-') && hyphen!.gap === 0 && word.gap === 0)
    return nameAt(tokens, last - 2, subjects)?.named ?? null;
  // "KI- und Informationssicherheitspolitik" speaks of both.
  if (isWord(hyphen, andWords) && isMark(tokens[last - 2], '-')) return null;
  for (const [subject, phrases] of subjects.systemPhrases) {
    const [single] = phrases.filter(({ words }) => words.length === 1);
    if (single && word.lower.length > subject.length + 2 && word.lower.startsWith(subject)) return single.named;
  }
  return null;
}

/** "AI and privacy policies": another subject before it, and nothing else between. */
function isJoined(tokens: readonly Token[], at: number, first: number, { subjects }: StandardNames): boolean {
  const joint = tokens[at - 1];
  if (!isWord(joint, andWords) && !isMark(joint, '/')) return false;
  for (let begin = at - 2; begin >= Math.max(0, first - longestPhrase); begin--)
    if (nameAt(tokens, begin, subjects)?.end === at - 1) return true;
  return false;
}

/** Whether all words are of one title that the clause has in the standard; true for no words at all. */
function isTitled(
  words: readonly Token[],
  { members }: RawReference,
  { standard }: NamedStandard,
  catalog: Catalog,
): boolean {
  if (words.length === 0) return true;
  const edition = catalog.edition(standard);
  const entry = edition && catalog.find(edition.key, members[0]!.parts.join('.'));
  if (!entry) return false;
  return titlesOf(entry).some((title) => words.every(({ lower }) => [...title].some((word) => isAlike(word, lower))));
}

/** "policies" and "policy", "audits" and "audit" */
function isAlike(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length, longestRoot);
  return length >= shortestRoot && one.slice(0, length) === other.slice(0, length);
}

/** In letters. */
const longestRoot = 5;
const shortestRoot = 4;
